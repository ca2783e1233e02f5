//! A decision for a room: its words, where each partner stands, the reasons word for word, and what follows from them.

use super::canvas::{Canvas, Card, Look, Para, below};
use crate::model::decision::PositionCode;
use crate::room::shown::{DecisionShown, Says, Stand};
use crate::text::notation;
use crate::widgets::Role;
use crate::widgets::theme::Sign;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Rows that the words of a decision keep above the cards.
const WORDS: u16 = 4;

/// Its number; what it is while it has none.
pub fn statement(canvas: &Canvas<'_>, decision: &DecisionShown) -> String {
    let kind = if decision.is_action { "record-action" } else { "record-decision" };
    decision.id.clone().unwrap_or_else(|| canvas.t(kind))
}

/// How a position stands on a card: its sign, what that means, its word in short, and how heavy it is.
fn look(code: PositionCode) -> (Sign, Role, &'static str, Look) {
    match code {
        PositionCode::Agree => (Sign::Green, Role::Green, "hall-agrees", Look::Thin),
        PositionCode::AgreeWithNote => (Sign::Green, Role::Green, "hall-note", Look::Thin),
        PositionCode::NoObjection => (Sign::Green, Role::Green, "hall-no-objection", Look::Thin),
        PositionCode::Objection => (Sign::Red, Role::Red, "hall-objects", Look::Filled(Role::Red)),
        PositionCode::Against => (Sign::Red, Role::Red, "hall-against", Look::Filled(Role::Red)),
        PositionCode::Abstain => (Sign::Amber, Role::Amber, "hall-abstains", Look::Heavy(Role::Amber)),
        PositionCode::Reserved => (Sign::Amber, Role::Amber, "hall-reserves", Look::Heavy(Role::Amber)),
        PositionCode::Absent => (Sign::Todo, Role::Plain, "hall-absent", Look::Thin),
    }
}

fn card(canvas: &Canvas<'_>, stand: &Stand) -> Card {
    let (sign, role, word, look) = match stand.says {
        Says::Position(code) => look(code),
        Says::InSilence => (Sign::Done, Role::Accent, "hall-in", Look::Filled(Role::Accent)),
        Says::Nothing => (Sign::Todo, Role::Plain, "hall-busy", Look::Thin),
    };
    Card { partner: stand.partner.clone(), sign, role, word: canvas.t(word), look }
}

/// How heavy a reason weighs: the heaviest is read first.
fn weight(stand: &Stand) -> u8 {
    match stand.says {
        Says::Position(code) if code.is_weighty() => 0,
        Says::Position(PositionCode::Reserved | PositionCode::Abstain) => 1,
        Says::Position(_) | Says::InSilence | Says::Nothing => 2,
    }
}

/// The words, and under them how, when and by whom.
fn words(canvas: &Canvas<'_>, decision: &DecisionShown) -> Vec<Para> {
    let theme = canvas.theme;
    let cursor = if decision.is_written { if theme.ascii { "_" } else { "▁" } } else { "" };
    let text = format!("{}{cursor}", decision.text);
    let mut paras = vec![Para::of(text, theme.plain().patch(theme.strong()))];
    let mut about: Vec<String> = Vec::new();
    about.extend(decision.outcome.map(|outcome| canvas.texts.term(outcome)));
    about.extend(decision.form.map(|form| canvas.texts.term(form)));
    about.extend(decision.owner.clone());
    let due = |date| canvas.with("due-on", &[("date", notation::date_long(date, canvas.texts.lang).into())]);
    about.extend(decision.due.map(due));
    if !about.is_empty() {
        paras.push(Para { grows: Some(9), ..Para::of(about.join(" · "), theme.dim()) });
    }
    paras
}

pub fn draw(canvas: &Canvas<'_>, decision: &DecisionShown, area: Rect, buf: &mut Buffer) {
    let area = below(area, u16::from(area.height > 10));
    let words = words(canvas, decision);
    if decision.stands.is_empty() {
        canvas.stack(&words, area, buf);
        return;
    }
    let mut reasons: Vec<&Stand> = decision.stands.iter().filter(|stand| !stand.reason.trim().is_empty()).collect();
    reasons.sort_by_key(|stand| weight(stand));
    let reasons: Vec<Para> = (1u8..).zip(reasons).map(|(grows, stand)| reason(canvas, stand, grows)).collect();
    let said = if reasons.is_empty() { 0 } else { canvas.rows(&reasons, area.width).min(area.height / 3) + 1 };
    let most = area.height.saturating_sub(said + WORDS.min(canvas.rows(&words, area.width)) + 1);
    let cards: Vec<Card> = decision.stands.iter().map(|stand| card(canvas, stand)).collect();
    let deck = canvas.deck_rows(cards.len(), area.width, most);
    let above = Rect { height: area.height.saturating_sub(deck + said + 1), ..area };
    let rest = canvas.stack(&words, above, buf);
    let used = rest.y - area.y;
    let gap = u16::from(area.height > used + deck + said);
    let rest = canvas.cards(&cards, Rect { height: deck, ..below(area, used + gap) }, buf);
    let rest = Rect { y: rest.y, height: area.bottom().saturating_sub(rest.y), ..area };
    canvas.stack(&reasons, below(rest, 1), buf);
}

fn reason(canvas: &Canvas<'_>, stand: &Stand, grows: u8) -> Para {
    let theme = canvas.theme;
    let card = card(canvas, stand);
    let weighty = weight(stand) == 0;
    let (word, bold) = (theme.word(card.role), theme.strong());
    let style = match (canvas.big, weighty) {
        (true, true) => word.patch(bold),
        (false, true) => theme.plain().patch(bold),
        (_, false) => theme.plain(),
    };
    Para {
        sign: Some((canvas.sign(card.sign), theme.mark(card.role))),
        lead: stand.partner.clone(),
        lead_style: word.patch(bold),
        text: stand.reason.clone(),
        style,
        gap: 0,
        grows: weighty.then_some(grows),
    }
}

/// What follows: from the heaviest position first.
pub fn question(canvas: &Canvas<'_>, decision: &DecisionShown) -> String {
    let who = |test: fn(PositionCode) -> bool| {
        decision.stands.iter().find(|stand| matches!(stand.says, Says::Position(code) if test(code)))
    };
    let about = |id: &str, stand: &Stand| canvas.with(id, &[("partner", stand.partner.as_str().into())]);
    let is_open = decision.outcome.is_none();
    if decision.is_written && decision.id.is_none() {
        let id = if decision.is_action { "hall-ask-action-words" } else { "hall-ask-decision-words" };
        return canvas.t(id);
    }
    if decision.is_action {
        let id =
            if decision.owner.is_none() || decision.due.is_none() { "hall-ask-action" } else { "hall-ask-action-set" };
        return canvas.t(id);
    }
    if decision.stands.iter().any(|stand| stand.says == Says::InSilence) {
        return canvas.t("hall-ask-silence");
    }
    if let Some(stand) = who(PositionCode::is_weighty).filter(|_| is_open) {
        return about("hall-ask-objection", stand);
    }
    if let Some(stand) = who(|code| code == PositionCode::Reserved) {
        return about("hall-ask-reserved", stand);
    }
    if decision.explores {
        return canvas.t("hall-ask-explore");
    }
    if is_open && decision.stands.is_empty() {
        return canvas.t("hall-ask-positions");
    }
    if decision.owner.is_none() {
        return canvas.t("hall-ask-owner");
    }
    canvas.t(if is_open { "hall-ask-outcome" } else { "hall-ask-decided" })
}
