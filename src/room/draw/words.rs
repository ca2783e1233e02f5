//! Words for a room: a story, the ambition, what is read back, an item of the agenda.

use super::canvas::{Canvas, Card, Look, Para, below};
use super::kpi::stand;
use crate::model::agenda::{Purpose, Room};
use crate::model::ambition::Standing;
use crate::room::shown::{AmbitionShown, ClosingShown, ItemShown, ReadBack, StoryShown};
use crate::text::notation;
use crate::widgets::Role;
use crate::widgets::theme::Sign;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

pub fn story(canvas: &Canvas<'_>, story: &StoryShown, area: Rect, buf: &mut Buffer) {
    let theme = canvas.theme;
    let roomy = area.height > 14;
    let area = below(area, u16::from(roomy));
    let strong = theme.plain().patch(theme.strong());
    let title = Para { grows: Some(1), ..Para::of(story.title.clone(), theme.key()) };
    let foot = 1 + u16::from(roomy) + if story.shines.trim().is_empty() { 0 } else { 1 + u16::from(roomy) };
    let above = Rect { height: area.height.saturating_sub(foot), ..area };
    let rest = canvas.stack(&[title], above, buf);
    let part = |id: &str, text: &str, grows: u8| Para {
        lead: canvas.t(id),
        lead_style: strong,
        gap: u16::from(roomy),
        grows: Some(grows),
        ..Para::of(text.to_owned(), theme.plain())
    };
    let now = Para { lead_style: theme.good().patch(theme.strong()), style: strong, ..part("hall-now", &story.now, 0) };
    let parts = [part("hall-then", &story.then, 2), part("hall-together", &story.together, 1), now];
    let parts: Vec<Para> = parts.into_iter().filter(|part| !part.text.trim().is_empty()).collect();
    let body = below(Rect { height: above.bottom().saturating_sub(rest.y), ..rest }, u16::from(roomy));
    let rest = canvas.stack(&parts, body, buf);
    let rest = Rect { y: rest.y, height: area.bottom().saturating_sub(rest.y), ..area };
    let mut spans: Vec<Span<'static>> = Vec::new();
    for code in &story.partners {
        spans.push(Span::styled(format!(" {} ", theme.text(code)), theme.chip(Role::Accent)));
        spans.push(Span::raw(" "));
    }
    if let Some(kpi) = &story.kpi {
        let last = notation::with_unit(kpi.last, &kpi.unit, canvas.texts.lang);
        let last = Span::styled(theme.text(&format!("  {last} ")), strong);
        let light = stand(canvas, kpi.stand);
        let used: usize = spans.iter().chain([&last, &light]).map(Span::width).sum();
        let room = usize::from(area.width).saturating_sub(used + 2);
        spans.push(Span::styled(format!("  {}", theme.cut(&kpi.name, room)), theme.dim()));
        spans.extend([last, light]);
    }
    let rest = below(rest, u16::from(roomy));
    let rest = if spans.is_empty() { rest } else { canvas.put(&[Line::from(spans)], rest, buf) };
    if !story.shines.trim().is_empty() {
        let shines = Para {
            lead: canvas.t("hall-shines"),
            lead_style: theme.dim(),
            grows: None,
            ..Para::of(story.shines.clone(), theme.plain())
        };
        canvas.stack(&[shines], below(rest, u16::from(roomy)), buf);
    }
}

/// So many of so many stand for the ambition.
pub fn committed(canvas: &Canvas<'_>, ambition: &AmbitionShown) -> String {
    let count = ambition.partners.iter().filter(|(_, standing)| *standing == Standing::Committed).count();
    canvas.with("hall-of", &[("count", count.into()), ("all", ambition.partners.len().into())])
}

pub fn ambition(canvas: &Canvas<'_>, ambition: &AmbitionShown, area: Rect, buf: &mut Buffer) {
    let theme = canvas.theme;
    let area = below(area, u16::from(area.height > 10));
    let text = if ambition.text.trim().is_empty() { canvas.t("hall-no-ambition") } else { ambition.text.clone() };
    let card = |(partner, standing): &(String, Standing)| {
        let (sign, role, word, look) = match standing {
            Standing::Committed => (Sign::Green, Role::Green, "hall-stands-for-it", Look::Thin),
            Standing::Stale => (Sign::Amber, Role::Amber, "hall-ask-again", Look::Heavy(Role::Amber)),
            Standing::Open | Standing::Blocked => (Sign::Todo, Role::Plain, "hall-not-yet", Look::Thin),
        };
        Card { partner: partner.clone(), sign, role, word: canvas.t(word), look }
    };
    let cards: Vec<Card> = ambition.partners.iter().map(card).collect();
    let text = [Para::of(text, theme.plain().patch(theme.strong()))];
    let most = area.height.saturating_sub(canvas.rows(&text, area.width) + 1);
    let deck = canvas.deck_rows(cards.len(), area.width, most);
    let above = Rect { height: area.height.saturating_sub(deck + 1), ..area };
    let rest = canvas.stack(&text, above, buf);
    let gap = (area.bottom().saturating_sub(rest.y + deck)).min(2);
    canvas.cards(&cards, Rect { height: deck, ..below(area, rest.y - area.y + gap) }, buf);
}

pub fn ask_ambition(canvas: &Canvas<'_>, ambition: &AmbitionShown) -> String {
    if ambition.text.trim().is_empty() {
        return canvas.t("hall-ask-no-ambition");
    }
    match ambition.partners.iter().find(|(_, standing)| *standing != Standing::Committed) {
        Some((partner, _)) => canvas.with("hall-ask-commitment", &[("partner", partner.as_str().into())]),
        None => canvas.t("hall-ask-ambition"),
    }
}

/// So many decisions and actions.
pub fn so_many(canvas: &Canvas<'_>, closing: &ClosingShown) -> String {
    canvas.with("hall-points", &[("count", closing.lines.len().into())])
}

pub fn closing(canvas: &Canvas<'_>, closing: &ClosingShown, area: Rect, buf: &mut Buffer) {
    let theme = canvas.theme;
    let area = below(area, u16::from(area.height > 10));
    let foot = closing.next.map(|next| {
        let date = notation::date_full(next, canvas.texts.lang);
        canvas.with("hall-next-meeting", &[("date", date.into())])
    });
    let foot = foot.unwrap_or_else(|| canvas.t("hall-next-meeting-open"));
    if closing.lines.is_empty() {
        let rest = canvas.stack(&[Para::of(canvas.t("nothing-was-on-record"), theme.plain())], area, buf);
        canvas.stack(&[Para { grows: None, ..Para::of(foot, theme.dim()) }], below(rest, 1), buf);
        return;
    }
    // What is read now is in view, with what comes after it.
    let here = closing.lines.iter().position(|line| line.is_here).unwrap_or(0);
    let paras: Vec<Para> = closing.lines.iter().map(|line| read(canvas, line)).collect();
    let above = Rect { height: area.height.saturating_sub(2), ..area };
    let from = if canvas.rows(&paras, area.width) <= above.height { 0 } else { here };
    let rest = canvas.stack(&paras[from..], above, buf);
    let rest = Rect { y: rest.y, height: area.bottom().saturating_sub(rest.y), ..area };
    canvas.stack(&[Para { grows: None, ..Para::of(foot, theme.dim()) }], below(rest, 1), buf);
}

fn read(canvas: &Canvas<'_>, line: &ReadBack) -> Para {
    let theme = canvas.theme;
    let mut words = vec![line.text.clone()];
    words.extend(line.outcome.map(|outcome| canvas.texts.term(outcome)));
    words.extend(line.owner.clone());
    let due = |date| canvas.with("due-on", &[("date", notation::date_short(date, canvas.texts.lang).into())]);
    words.extend(line.due.map(due));
    let style = if line.is_here { theme.plain().patch(theme.strong()) } else { theme.plain() };
    Para {
        sign: Some((if line.is_here { canvas.sign(Sign::Running) } else { " " }, theme.mark(Role::Accent))),
        lead: line.id.clone(),
        lead_style: theme.key(),
        grows: line.is_here.then_some(0),
        ..Para::of(words.join(" · "), style)
    }
}

/// The number of the item; the name of a room that is not on the agenda.
pub fn number(canvas: &Canvas<'_>, item: &ItemShown) -> String {
    item.no.clone().unwrap_or_else(|| canvas.texts.term(item.room))
}

pub fn item(canvas: &Canvas<'_>, item: &ItemShown, area: Rect, buf: &mut Buffer) {
    let theme = canvas.theme;
    // There is nothing else to see here, so it is as large as it can be on every screen.
    let more = canvas.big.then_some(1);
    let canvas = &Canvas { big: !theme.ascii, ..*canvas };
    let area = below(area, u16::from(area.height > 10));
    let strong = theme.plain().patch(theme.strong());
    let title = item.title.clone().unwrap_or_else(|| canvas.texts.term(item.room));
    let mut paras = vec![Para::of(title, strong)];
    if let Some(purpose) = item.purpose {
        let minutes = canvas.with("hall-minutes", &[("minutes", item.minutes.into())]);
        let text = format!("{} · {minutes}", canvas.texts.term(purpose));
        paras.push(Para { gap: 1, grows: more, ..Para::of(text, theme.dim()) });
    }
    let rest = canvas.stack(&paras, area, buf);
    let record = |(id, text): &(String, String)| Para {
        lead: id.clone(),
        lead_style: theme.key(),
        grows: more,
        ..Para::of(text.clone(), theme.plain())
    };
    let records: Vec<Para> = item.records.iter().map(record).collect();
    if rest.height > 1 {
        canvas.stack(&records, below(rest, 1), buf);
    }
}

/// What is asked of the group.
pub fn ask_item(canvas: &Canvas<'_>, item: &ItemShown) -> String {
    let of_room = match item.room {
        Room::Opening => Some("hall-ask-opening"),
        Room::Agenda => Some("hall-ask-agenda"),
        Room::Report => Some("hall-ask-report"),
        Room::Actions => Some("hall-ask-actions"),
        Room::Successes => Some("hall-ask-stories"),
        Room::Governance => Some("hall-ask-governance"),
        Room::Identity => Some("hall-ask-identity"),
        Room::Balance => Some("hall-ask-balance-first"),
        Room::Relation => Some("hall-ask-relation"),
        Room::Ambition | Room::Kpis | Room::Differences | Room::Closing | Room::Free => None,
    };
    let of_purpose = match item.purpose {
        Some(Purpose::Decide) => "hall-ask-decide",
        Some(Purpose::Explore) => "hall-ask-explore",
        Some(Purpose::Inform) => "hall-ask-inform",
        Some(Purpose::Relate) => "hall-ask-relate",
        Some(Purpose::Discuss | Purpose::Procedure) | None => "hall-ask-discuss",
    };
    canvas.t(of_room.unwrap_or(of_purpose))
}
