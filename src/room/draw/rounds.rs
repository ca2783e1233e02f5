//! Blind rounds for a room: who is in while they are filled, and all of it at once after that.

use super::canvas::{Canvas, Card, Look, Para, below};
use crate::model::balance::{BalanceLabel, GAP, NET_LOW};
use crate::room::shown::{Asks, RevealRow, RevealShown, RoomSeat, RoomSession, RoundShown};
use crate::text::notation;
use crate::widgets::Role;
use crate::widgets::arrow::{self, Arrow};
use crate::widgets::theme::Sign;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

/// Partners that are asked: all that are not absent.
fn asked(round: &RoundShown) -> (usize, usize) {
    let asked: Vec<&RoomSeat> = round.seats.iter().filter(|seat| seat.is_in || !seat.is_away).collect();
    (asked.iter().filter(|seat| seat.is_in).count(), asked.len())
}

/// So many of so many are in.
pub fn filled(canvas: &Canvas<'_>, round: &RoundShown) -> String {
    let (count, all) = asked(round);
    canvas.with("hall-of", &[("count", count.into()), ("all", all.into())])
}

pub fn round(canvas: &Canvas<'_>, room: &RoomSession, round: &RoundShown, area: Rect, buf: &mut Buffer) {
    let theme = canvas.theme;
    let area = below(area, u16::from(area.height > 10));
    let (asks, scale, also) = match round.asks {
        Asks::Benefit => ("hall-asks-benefit", "hall-scale-benefit", Some("hall-asks-others")),
        Asks::Temperature => ("hall-asks-temperature", "hall-scale-temperature", None),
        Asks::Pulse => ("hall-asks-pulse", "hall-scale-pulse", None),
    };
    let asks = canvas.with(asks, &[("chain", room.chain.as_str().into())]);
    let others = round.seats.len().saturating_sub(1);
    let also = also.map(|id| canvas.with(id, &[("count", others.into())])).unwrap_or_default();
    let mut paras = vec![Para::of(asks, theme.plain().patch(theme.strong()))];
    let small = format!("{}. {also}", canvas.t(scale));
    paras.push(Para { grows: None, ..Para::of(small.trim_end().to_owned(), theme.dim()) });
    let cards: Vec<Card> = round.seats.iter().map(|seat| card(canvas, seat)).collect();
    let most = area.height.saturating_sub(canvas.rows(&paras, area.width) + 2);
    let deck = canvas.deck_rows(cards.len(), area.width, most);
    let above = Rect { height: area.height.saturating_sub(deck + 3), ..area };
    let rest = canvas.stack(&paras, above, buf);
    let left = area.height.saturating_sub(rest.y - area.y + deck + 1);
    let at = below(area, rest.y - area.y + u16::from(left > 0));
    let rest = canvas.cards(&cards, Rect { height: deck.min(at.height), ..at }, buf);
    let rest = Rect { y: rest.y, height: area.bottom().saturating_sub(rest.y), ..area };
    let (count, all) = asked(round);
    let share = count as f64 / all.max(1) as f64;
    let gap = rest.height.saturating_sub(1).min(2);
    canvas.gauge(share, below(rest, gap), buf);
}

fn card(canvas: &Canvas<'_>, seat: &RoomSeat) -> Card {
    let (sign, role, word, look) = match (seat.is_in, seat.is_away) {
        (true, _) => (Sign::Done, Role::Accent, "hall-in", Look::Filled(Role::Accent)),
        (false, true) => (Sign::Skipped, Role::Plain, "hall-absent", Look::Thin),
        (false, false) => (Sign::Todo, Role::Plain, "hall-busy", Look::Thin),
    };
    Card { partner: seat.partner.clone(), sign, role, word: canvas.t(word), look }
}

/// How far the net balances lie apart.
pub fn spread(canvas: &Canvas<'_>, reveal: &RevealShown) -> String {
    let figure =
        reveal.spread.map_or_else(|| canvas.t("none"), |spread| notation::decimal(spread, 0, canvas.texts.lang));
    canvas.with("hall-spread", &[("spread", figure.into())])
}

/// What a net balance means: as far above zero as below it is a verdict, and less is a bar without one.
fn role(net: Option<f64>) -> Role {
    match net {
        Some(net) if net <= NET_LOW => Role::Red,
        Some(net) if net >= -NET_LOW => Role::Green,
        Some(_) | None => Role::Plain,
    }
}

fn label(label: BalanceLabel) -> &'static str {
    match label {
        BalanceLabel::QuietWorry => "label-short-quiet-worry",
        BalanceLabel::UntoldGain => "label-short-untold-gain",
        BalanceLabel::EffortAboveBenefit => "label-short-effort",
        BalanceLabel::RebalanceDue => "label-short-rebalance",
        BalanceLabel::BigWinner => "label-short-winner",
    }
}

/// It asks for something, and is no news to be glad of.
fn asks(label: BalanceLabel) -> bool {
    match label {
        BalanceLabel::QuietWorry | BalanceLabel::EffortAboveBenefit | BalanceLabel::RebalanceDue => true,
        BalanceLabel::UntoldGain | BalanceLabel::BigWinner => false,
    }
}

fn arrow_of(canvas: &Canvas<'_>, row: &RevealRow) -> Arrow {
    let (theme, lang) = (canvas.theme, canvas.texts.lang);
    let signed = |net: Option<f64>| net.map_or_else(|| canvas.t("none"), |net| notation::signed(net, 0, lang));
    let role = role(row.net);
    let (tip, style) = match role {
        Role::Red => (theme.sign(Sign::Down), theme.word(Role::Red)),
        Role::Green => (theme.sign(Sign::Up), theme.word(Role::Green).patch(theme.strong())),
        Role::Amber | Role::Accent | Role::Seen | Role::Plain | Role::Line => {
            (" ", theme.plain().patch(theme.strong()))
        }
    };
    let mut figures: Vec<(String, Style)> = vec![(format!("{} {tip}", signed(row.net)), style)];
    figures.extend(row.nets.iter().map(|net| (signed(*net), theme.dim())));
    Arrow {
        name: row.partner.clone(),
        effort: row.effort,
        own: row.own,
        seen: row.seen,
        figure: row.net.map_or_else(String::new, |net| notation::signed(net, 0, lang)),
        role,
        figures,
        note: row.label.map_or_else(Default::default, |found| (canvas.t(label(found)), asks(found))),
    }
}

pub fn reveal(canvas: &Canvas<'_>, reveal: &RevealShown, area: Rect, buf: &mut Buffer) {
    let theme = canvas.theme;
    let round = |number: &u32| canvas.with("balance-round-short", &[("number", (*number).into())]);
    let heads: Vec<String> =
        std::iter::once(canvas.t("balance-net-short")).chain(reveal.rounds.iter().map(round)).collect();
    arrow::scale(&heads, Rect { height: 1.min(area.height), ..area }, buf, theme);
    let rest = below(area, 1);
    let rows = u16::try_from(reveal.rows.len()).unwrap_or(u16::MAX).max(1);
    // The last row says what the parts of an arrow mean.
    let each = (rest.height.saturating_sub(1) / rows).clamp(1, 4);
    let mut rest = rest;
    for (place, row) in reveal.rows.iter().enumerate() {
        if rest.height <= each {
            let more = canvas.with("hall-more", &[("count", (reveal.rows.len() - place).into())]);
            return canvas.write(theme.cut(&more, rest.width.into()), theme.dim(), (rest.x, rest.y), rest, buf);
        }
        arrow_of(canvas, row).draw(Rect { height: each, ..rest }, buf, theme);
        rest = below(rest, each);
    }
    let names = ["legend-effort", "legend-own", "legend-seen"].map(|id| canvas.t(id));
    let line = Line::from(arrow::legend(theme, names));
    canvas.put(&[line], Rect { y: area.bottom().saturating_sub(1), height: 1.min(area.height), ..area }, buf);
}

/// What the widest difference asks.
pub fn question(canvas: &Canvas<'_>, reveal: &RevealShown) -> String {
    let lang = canvas.texts.lang;
    let gap = |row: &&RevealRow| row.own.zip(row.seen).map_or(0.0, |(own, seen)| own - seen);
    let widest = reveal.rows.iter().max_by(|one, other| gap(one).abs().total_cmp(&gap(other).abs()));
    if let Some((row, (own, seen))) = widest.and_then(|row| Some((row, row.own.zip(row.seen)?)))
        && (own - seen).abs() >= GAP
    {
        let args = [
            ("partner", row.partner.as_str().into()),
            ("own", notation::grade(own, lang).into()),
            ("seen", notation::grade(seen, lang).into()),
        ];
        return canvas.with("hall-ask-seen", &args);
    }
    match reveal.rows.first().filter(|row| row.net.is_some_and(|net| net <= NET_LOW)) {
        Some(row) => canvas.with("hall-ask-net", &[("partner", row.partner.as_str().into())]),
        None => canvas.t("hall-ask-balance"),
    }
}
