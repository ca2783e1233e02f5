//! The pictures of a benefit round: an arrow per partner from effort to benefit, and who estimates what.

use crate::desk::{Target, View};
use crate::model::PartnerCode;
use crate::model::balance::{BalanceLabel, BenefitRound, GAP, NET_LOW, PartnerBalance};
use crate::model::statements::Claim;
use crate::text::{Lang, Texts, notation};
use crate::widgets::arrow::{self, Arrow};
use crate::widgets::theme::Sign;
use crate::widgets::{Cell, Columns, Drawn, Page, Role, Theme, WIDE};
use ratatui::layout::Constraint;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use std::rc::Rc;

/// Rounds of which the net balance stands beside the arrow.
const ROUNDS: usize = 3;
/// What a net balance means: as far above zero as below it is a verdict, and less is a bar without one.
pub fn role(net: Option<f64>) -> Role {
    match net {
        Some(net) if net <= NET_LOW => Role::Red,
        Some(net) if net >= -NET_LOW => Role::Green,
        Some(_) | None => Role::Plain,
    }
}

/// The net balance with the sign of its direction.
fn net_cell(theme: Theme, lang: Lang, net: Option<f64>, none: &str) -> (String, Style) {
    let Some(figure) = net else { return (none.to_owned(), theme.dim()) };
    let text = notation::signed(figure, 0, lang);
    match role(net) {
        Role::Red => (format!("{text} {}", theme.sign(Sign::Down)), theme.word(Role::Red)),
        Role::Green => (format!("{text} {}", theme.sign(Sign::Up)), theme.word(Role::Green).patch(theme.strong())),
        Role::Amber | Role::Accent | Role::Seen | Role::Plain | Role::Line => (format!("{text}  "), theme.strong()),
    }
}

/// An arrow per partner, the lowest net balance first; `rounds` are those that are on the table, oldest first.
pub fn arrows(
    texts: &Texts,
    theme: Theme,
    rounds: &[&BenefitRound],
    says: impl Fn(&PartnerBalance) -> (String, bool),
) -> Vec<(PartnerCode, Arrow)> {
    let Some(last) = rounds.last() else { return Vec::new() };
    let none = texts.get("none");
    let mut found: Vec<PartnerBalance> = last.about.iter().map(|code| last.of(code)).collect();
    let order = |net: Option<f64>| net.unwrap_or(f64::MAX);
    found.sort_by(|one, other| order(one.net).total_cmp(&order(other.net)));
    let shown = &rounds[rounds.len().saturating_sub(ROUNDS)..];
    let arrow = |found: PartnerBalance| {
        let mut figures = vec![net_cell(theme, texts.lang, found.net, &none)];
        figures.extend(shown.iter().map(|round| {
            let net = round.of(&found.partner).net;
            (net.map_or_else(|| none.clone(), |net| notation::signed(net, 0, texts.lang)), theme.dim())
        }));
        let arrow = Arrow {
            name: found.partner.to_string(),
            effort: last.row(&found.partner).and_then(|row| row.effort).map(f64::from),
            own: found.own,
            seen: found.seen,
            figure: found.net.map_or_else(String::new, |net| notation::signed(net, 0, texts.lang)),
            role: role(found.net),
            figures,
            note: says(&found),
        };
        (found.partner, arrow)
    };
    found.into_iter().map(arrow).collect()
}

/// The heads of the figures beside the arrows.
pub fn heads(texts: &Texts, rounds: &[&BenefitRound]) -> Vec<String> {
    let shown = &rounds[rounds.len().saturating_sub(ROUNDS)..];
    let round = |round: &&BenefitRound| texts.with("balance-round-short", &[("number", round.session.into())]);
    std::iter::once(texts.get("balance-net-short")).chain(shown.iter().map(round)).collect()
}

/// The arrows as rows of the pane, and under them what their parts mean.
pub fn picture(view: &View<'_>, page: &mut Page<Target>, rounds: &[&BenefitRound]) {
    let theme = view.theme;
    let Some(last) = rounds.last() else { return };
    let before = rounds.iter().rev().nth(1);
    let says = |found: &PartnerBalance| {
        let net_before = before.and_then(|before| before.of(&found.partner).net);
        let labels =
            found.labels(net_before).into_iter().filter(|label| still_holds(view, last, *label, &found.partner));
        let labels: Vec<BalanceLabel> = labels.collect();
        let asks = labels.iter().any(|label| match label {
            BalanceLabel::QuietWorry | BalanceLabel::EffortAboveBenefit | BalanceLabel::RebalanceDue => true,
            BalanceLabel::UntoldGain | BalanceLabel::BigWinner => false,
        });
        let words: Vec<String> = labels.into_iter().map(|label| view.t(short(label))).collect();
        (words.join(" · "), asks)
    };
    let heads = heads(view.texts, rounds);
    let draw: crate::widgets::page::Draw = Rc::new(move |area, buf| arrow::scale(&heads, area, buf, theme));
    page.drawn(None, Drawn { least: 1, most: 1, step: 1, draw, said: Vec::new() });
    let tall = view.width >= WIDE && view.height >= 38;
    let rows = if tall { 3 } else { 2 };
    for (code, arrow) in arrows(view.texts, theme, rounds, says) {
        let found = last.of(&code);
        let said = vec![
            format!("{code}  {}", view.with("balance-net", &[("net", view.signed(found.net, 0).into())])),
            crate::text::balance_sentence(view.texts, last, &found),
            arrow.note.0.clone(),
        ];
        let draw: crate::widgets::page::Draw = Rc::new(move |area, buf| arrow.draw(area, buf, theme));
        page.drawn(Some(Target::Partner(code)), Drawn { least: rows, most: rows, step: 1, draw, said });
    }
    let names = ["legend-effort", "legend-own", "legend-seen"].map(|id| view.t(id));
    page.push(None, arrow::legend(theme, names), 0);
}

/// A label that nobody answered or set aside.
pub fn still_holds(view: &View<'_>, round: &BenefitRound, label: BalanceLabel, code: &PartnerCode) -> bool {
    let claim = match label {
        BalanceLabel::QuietWorry => Some(Claim::QuietWorry),
        BalanceLabel::RebalanceDue => Some(Claim::RebalanceDue),
        BalanceLabel::UntoldGain | BalanceLabel::EffortAboveBenefit | BalanceLabel::BigWinner => None,
    };
    let answered = label == BalanceLabel::RebalanceDue && view.session.rebalance_of(code, round.session).is_some();
    !answered && !claim.is_some_and(|claim| view.is_aside(claim, Some(code.as_str())))
}

/// A label in a word or two.
fn short(label: BalanceLabel) -> &'static str {
    match label {
        BalanceLabel::QuietWorry => "label-short-quiet-worry",
        BalanceLabel::UntoldGain => "label-short-untold-gain",
        BalanceLabel::EffortAboveBenefit => "label-short-effort",
        BalanceLabel::RebalanceDue => "label-short-rebalance",
        BalanceLabel::BigWinner => "label-short-winner",
    }
}

/// Rows estimate, columns are estimated, the diagonal is what each says of itself.
pub fn heatmap(view: &View<'_>, page: &mut Page<Target>, round: &BenefitRound) {
    page.section(view.theme, view.t("heatmap"), Vec::new(), false);
    let longest = round.about.iter().map(|code| code.as_str().chars().count()).max().unwrap_or(0);
    // A code is at most as long as its column.
    let wide = u16::try_from(longest.clamp(3, 9)).unwrap_or(9) + 1;
    let room = if view.width >= WIDE { view.width / 2 - 4 } else { view.width - 3 };
    let fit = usize::from((room.saturating_sub(wide + 1) / (wide + 1)).max(1));
    for part in round.about.chunks(fit) {
        let columns = Rc::new(Columns::close(std::iter::repeat_n(Constraint::Length(wide), part.len() + 1)));
        let heads = part.iter().map(|code| Cell::right(code.to_string(), view.theme.dim()));
        page.cells(None, &columns, std::iter::once(Cell::empty()).chain(heads).collect());
        for by in &round.about {
            let first = Cell::text(by.to_string(), view.theme.dim());
            let scores = part.iter().map(|about| score(view, round, by, about, wide));
            page.cells(None, &columns, std::iter::once(first).chain(scores).collect());
        }
    }
    page.styled(view.with("heatmap-legend", &[("sign", view.sign(Sign::Todo).into())]), view.theme.dim());
}

/// One estimate: on a ground of its own where it is about oneself, or far from what the other says.
fn score(view: &View<'_>, round: &BenefitRound, by: &PartnerCode, about: &PartnerCode, wide: u16) -> Cell {
    let unknown = view.sign(if round.row(by).is_some() { Sign::Unknown } else { Sign::Todo });
    let score = round.estimate(by, about);
    let text = score.map_or_else(|| unknown.to_owned(), |score| score.to_string());
    let own = round.estimate(about, about);
    let apart = score.zip(own).map(|(score, own)| f64::from(own) - f64::from(score));
    let style = match apart {
        _ if by == about => view.theme.tint(Role::Accent).patch(view.theme.strong()),
        Some(apart) if apart <= -GAP => view.theme.tint(Role::Red).patch(view.theme.word(Role::Red)),
        Some(apart) if apart >= GAP => view.theme.tint(Role::Green).patch(view.theme.word(Role::Green)),
        Some(_) => Style::new(),
        None => view.theme.dim(),
    };
    let text = if by == about { format!("[{text}]") } else { format!(" {text} ") };
    Cell::Text(Line::from(Span::styled(format!("{text:>0$}", usize::from(wide)), style)).right_aligned())
}
