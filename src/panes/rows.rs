//! Blind rows: one key per question, hidden while the room is watching.

use crate::desk::Desk;
use crate::desk::layers::{Call, CallKey, Choice, Layer, RollCall};
use crate::model::PartnerCode;
use crate::model::change::{Change, RelationEdit};
use crate::panes::ambition::{score_keys, score_of};
use std::cell::RefCell;
use std::rc::Rc;

/// The key for *don't know*.
const DONT_KNOW: char = '?';

/// What happens with a row that is complete.
pub type Done = Rc<dyn Fn(&mut Desk, Vec<Option<u8>>)>;

/// Asks for a score on each of `about`, 1 to `top`; what was entered stays hidden.
pub fn ask_row(desk: &mut Desk, title: String, about: Vec<PartnerCode>, top: u8, done: Done) {
    let row: Rc<RefCell<Vec<Option<Option<u8>>>>> = Rc::new(RefCell::new(vec![None; about.len()]));
    let (shown, order) = (Rc::clone(&row), about.clone());
    let state = Rc::new(move |desk: &Desk, code: &PartnerCode| {
        let place = order.iter().position(|known| known == code);
        let entered = place.and_then(|place| shown.borrow().get(place).copied().flatten());
        desk.t(if entered.is_some() { "round-row-in" } else { "none" })
    });
    let order = about.clone();
    let call = Rc::new(move |_: &Desk, code: &PartnerCode, key: char| {
        let Some(place) = order.iter().position(|known| known == code) else { return Call::Skip };
        row.borrow_mut()[place] = Some((key != DONT_KNOW).then(|| score_of(key)));
        if place + 1 < order.len() {
            return Call::Skip;
        }
        let scores: Vec<Option<u8>> = row.borrow().iter().map(|entered| entered.flatten()).collect();
        let done = Rc::clone(&done);
        Call::Then(Rc::new(move |desk| done(desk, scores.clone())))
    });
    let mut keys: Vec<CallKey> = score_keys(desk);
    keys.truncate(usize::from(top));
    keys.push(CallKey { key: DONT_KNOW, label: desk.t("dont-know") });
    let asked = RollCall { whole: true, ..RollCall::new(title, about, keys, state, call) };
    desk.layers.push(Layer::RollCall(asked));
}

/// All rows at once; when some are missing that is asked about first.
pub fn reveal(desk: &mut Desk, missing: &[PartnerCode], show: impl Fn(&mut Desk) + 'static) {
    if missing.is_empty() {
        return show(desk);
    }
    let missing: Vec<&str> = missing.iter().map(PartnerCode::as_str).collect();
    let explanation = desk.with("reveal-missing", &[("partners", missing.join(", ").into())]);
    let title = desk.t("reveal-title");
    desk.confirm(title, explanation, "reveal-yes", "reveal-no", show);
}

/// Which of the partners whose row is in and still hidden takes it back.
pub fn pick_row(desk: &mut Desk, given: Vec<PartnerCode>, make: fn(PartnerCode) -> RelationEdit) {
    if given.is_empty() {
        let text = desk.t("withdraw-none");
        return desk.say(text);
    }
    let choices = given.iter().map(|code| Choice::plain(code.as_str())).collect();
    let (title, explanation) = (desk.t("withdraw-row"), desk.t("withdraw-explanation"));
    let chosen = Rc::new(move |desk: &mut Desk, place: usize| {
        if let Some(code) = given.get(place) {
            desk.carry_out(vec![Change::Relation(make(code.clone()))]);
        }
    });
    desk.pick(title, explanation, choices, chosen);
}

/// The codes of all partners, in the order of the chain.
pub fn partners(desk: &Desk) -> Vec<PartnerCode> {
    desk.session().map(|session| session.codes().cloned().collect()).unwrap_or_default()
}
