//! One key per partner, one partner after the other.

use super::{Hint, Layer, boxed, put, stack};
use crate::desk::Desk;
use crate::desk::field::Field;
use crate::model::PartnerCode;
use crate::model::change::Change;
use crate::text::{YES, on_one_line};
use crate::widgets::theme::Sign;
use crate::widgets::wrapped;
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use std::rc::Rc;

/// What one key means in a roll call.
pub enum Call {
    /// A change for the partner.
    Change(Change),
    /// A change that needs a reason first, in this field; the text is a proposal for it.
    Reason(Field, String, Rc<dyn Fn(&str) -> Change>),
    /// More questions over the roll call, which goes on with the next partner after them.
    Ask(Questions),
    /// Something of its own, which takes the place of the roll call.
    Then(Next),
    /// Nothing for this partner.
    Skip,
    /// Why this key can't be taken.
    Refused(String),
}

/// A key of a roll call, and what it stands for.
pub struct CallKey {
    /// The key.
    pub key: char,
    /// What it stands for.
    pub label: String,
}

/// What stands on record for a partner.
pub type StateOf = Rc<dyn Fn(&Desk, &PartnerCode) -> String>;

/// What is worth knowing about a partner, line by line.
pub type CardOf = Rc<dyn Fn(&Desk, &PartnerCode) -> Vec<String>>;

/// What follows.
pub type Next = Rc<dyn Fn(&mut Desk)>;

/// Questions after which something follows.
pub type Questions = Rc<dyn Fn(&mut Desk, Next)>;

/// What a key means for a partner.
pub type MeaningOf = Rc<dyn Fn(&Desk, &PartnerCode, char) -> Call>;

/// One key per partner, one partner after the other.
pub struct RollCall {
    /// What is asked.
    pub title: String,
    /// Who is still to be asked, in order; the first is asked now.
    pub queue: Vec<PartnerCode>,
    /// The keys.
    pub keys: Vec<CallKey>,
    /// What stands on record for a partner now.
    pub state: StateOf,
    /// What a key means for a partner.
    pub call: MeaningOf,
    /// Who was asked already.
    pub asked: Vec<PartnerCode>,
    /// Why the last key was not taken.
    pub error: Option<String>,
    /// What it is about, in full above the partners.
    pub about: String,
    /// What is worth knowing about a partner while it is asked.
    pub card: Option<CardOf>,
    /// What follows when the last partner was asked.
    pub then: Option<Next>,
    /// Every answer counts: nobody is passed over, and what was given is not thrown away by one key.
    pub whole: bool,
}

impl RollCall {
    /// A roll call that is about to ask the first of the queue.
    pub fn new(title: String, queue: Vec<PartnerCode>, keys: Vec<CallKey>, state: StateOf, call: MeaningOf) -> Self {
        Self {
            title,
            queue,
            keys,
            state,
            call,
            asked: Vec::new(),
            error: None,
            about: String::new(),
            card: None,
            then: None,
            whole: false,
        }
    }

    /// The keys that matter here; one that wants every answer passes nobody over.
    pub(super) fn hints(&self) -> Vec<Hint> {
        let next = (!self.whole).then_some(("Enter", "hint-next"));
        next.into_iter().chain([("Backspace", "hint-back"), ("Esc", "hint-stop")]).collect()
    }
}

/// Says once that a row that is half given is gone with the roll call; whether it did.
pub(super) fn says_what_is_dropped(desk: &mut Desk) -> bool {
    let stop = desk.t("row-stop-leaving");
    let Some(Layer::RollCall(call)) = desk.layers.last_mut() else { return false };
    let says = call.whole && !call.asked.is_empty() && call.error.as_ref() != Some(&stop);
    if says {
        call.error = Some(stop);
    }
    says
}

pub(super) fn press(desk: &mut Desk, key: KeyEvent) {
    let (stop, which) = (desk.t("row-stop"), row_keys(desk));
    let Some(Layer::RollCall(call)) = desk.layers.last_mut() else { return };
    match key.code {
        KeyCode::Esc if call.whole && !call.asked.is_empty() && call.error.as_ref() != Some(&stop) => {
            call.error = Some(stop);
        }
        KeyCode::Esc => {
            let said = call.whole && !call.asked.is_empty();
            desk.layers.pop();
            if said {
                let text = desk.t("row-dropped");
                desk.say(text);
            }
        }
        KeyCode::Enter | KeyCode::Down | KeyCode::Char(' ') if call.whole => call.error = Some(which),
        KeyCode::Enter | KeyCode::Down | KeyCode::Char(' ') => advance(desk),
        KeyCode::Up | KeyCode::Backspace => {
            call.error = None;
            if let Some(before) = call.asked.pop() {
                call.queue.insert(0, before);
            }
        }
        KeyCode::Char(letter) => answer(desk, letter),
        _ => {}
    }
}

/// Which keys count: the scores, and *don't know*.
fn row_keys(desk: &Desk) -> String {
    let keys = if let Some(Layer::RollCall(call)) = desk.layers.last() { call.keys.len() } else { 0 };
    desk.with("row-keys", &[("top", keys.saturating_sub(1).into())])
}

/// On to the next partner; the roll call ends after the last.
fn advance(desk: &mut Desk) {
    let Some(Layer::RollCall(call)) = desk.layers.last_mut() else { return };
    call.error = None;
    if !call.queue.is_empty() {
        let asked = call.queue.remove(0);
        call.asked.push(asked);
    }
    if call.queue.is_empty() {
        let then = call.then.clone();
        desk.layers.pop();
        if let Some(then) = then {
            then(desk);
        }
    }
}

fn answer(desk: &mut Desk, letter: char) {
    let Some(Layer::RollCall(RollCall { queue, call, keys, .. })) = desk.layers.last() else { return };
    let Some(partner) = queue.first().cloned() else { return };
    let key = |letter: char| keys.iter().map(|known| known.key).find(|known| known.eq_ignore_ascii_case(&letter));
    let known = key(letter).or_else(|| key(desk.texts.yes_key()).filter(|_| letter == YES));
    let Some(letter) = known else {
        if desk.layers.last().is_some_and(|layer| matches!(layer, Layer::RollCall(call) if call.whole)) {
            let which = row_keys(desk);
            refuse(desk, which);
        }
        return;
    };
    let meaning = Rc::clone(call)(desk, &partner, letter);
    match meaning {
        Call::Skip => advance(desk),
        Call::Then(run) => {
            desk.layers.pop();
            run(desk);
        }
        Call::Ask(run) => run(desk, Rc::new(advance)),
        Call::Refused(why) => refuse(desk, why),
        Call::Change(change) => match desk.commit(vec![change]) {
            Ok(_) => advance(desk),
            Err(why) => refuse(desk, why),
        },
        Call::Reason(field, proposal, make) => {
            let title = desk.with("reason-of", &[("partner", partner.as_str().into())]);
            let hint = desk.t("reason-hint");
            desk.ask(
                field,
                title,
                hint,
                &proposal,
                false,
                Rc::new(move |desk, reason| {
                    desk.commit(vec![make(reason)])?;
                    advance(desk);
                    Ok(())
                }),
            );
        }
    }
}

fn refuse(desk: &mut Desk, why: String) {
    if let Some(Layer::RollCall(call)) = desk.layers.last_mut() {
        call.error = Some(why);
    }
}

/// Rows for what is worth knowing about a partner.
const CARD: usize = 4;

/// Shows it.
pub(super) fn draw(desk: &Desk, call: &RollCall, area: Rect, buf: &mut Buffer) {
    let all = call.asked.len() + call.queue.len();
    let columns = area.width.saturating_sub(6).min(100);
    let card = if call.card.is_some() { CARD } else { 0 };
    let about = about(desk, call, columns.saturating_sub(4).into());
    let said = about.len();
    let keys = keys_of(desk, call, columns.saturating_sub(4).into());
    // The frame, and a row between the partners and the keys; one for why a key was not taken.
    let rows = u16::try_from(said + all + keys.len() + 4 + card).unwrap_or(area.height);
    let mut rest = boxed(desk, &call.title, columns, rows.min(area.height), area, buf);
    for line in about {
        put(buf, rest, &line);
        rest = Rect { y: rest.y + 1.min(rest.height), height: rest.height.saturating_sub(1), ..rest };
    }
    for (place, code) in call.asked.iter().chain(&call.queue).enumerate() {
        let now = place == call.asked.len();
        let sign = if now { desk.theme.sign(Sign::Cursor) } else { " " };
        let text = format!("{sign} {:<6} {}", on_one_line(code.as_str()), (call.state)(desk, code));
        let style = if now { desk.theme.strong() } else { desk.theme.dim() };
        if rest.height == 0 {
            break;
        }
        put(buf, rest, &Line::styled(desk.theme.fit(&text, rest.width.into()), style));
        rest = Rect { y: rest.y + 1, height: rest.height - 1, ..rest };
    }
    rest = Rect { y: rest.y + 1.min(rest.height), height: rest.height.saturating_sub(1), ..rest };
    for line in &keys {
        put(buf, rest, line);
        rest = Rect { y: rest.y + 1.min(rest.height), height: rest.height.saturating_sub(1), ..rest };
    }
    if let Some(error) = &call.error {
        rest = stack(desk, error, desk.theme.bad(), rest, buf);
    }
    let asked = call.queue.first().zip(call.card.as_ref());
    for line in asked.map(|(code, card)| card(desk, code)).unwrap_or_default() {
        rest = stack(desk, &line, desk.theme.dim(), rest, buf);
    }
}

/// Its keys with what they stand for, in as many lines as that takes.
fn keys_of(desk: &Desk, call: &RollCall, columns: usize) -> Vec<Line<'static>> {
    let keys: Vec<Span<'static>> = call
        .keys
        .iter()
        .flat_map(|key| {
            let label = desk.theme.text(&key.label).replace(' ', "\u{a0}");
            [Span::styled(key.key.to_string(), desk.theme.key()), Span::raw(format!("\u{a0}{label}   "))]
        })
        .collect();
    wrapped(&keys, columns, 0)
}

/// What a roll call is about, in at most two lines: the partners have to fit under it.
fn about(desk: &Desk, call: &RollCall, columns: usize) -> Vec<Line<'static>> {
    if call.about.is_empty() {
        return Vec::new();
    }
    let text = desk.theme.cut(&call.about, 2 * columns);
    wrapped(&[Span::styled(text, desk.theme.strong())], columns, 0).into_iter().take(2).collect()
}
