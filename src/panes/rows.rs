//! Blind rows: one key per question, hidden while the room is watching.

use crate::app::App;
use crate::app::layer::{Call, CallKey, Choice, Layer, RollCall};
use crate::model::{PartnerCode, Session};
use crate::panes::ambition::{score_keys, score_of};
use std::cell::RefCell;
use std::rc::Rc;

/// The key for *don't know*.
const DONT_KNOW: char = '?';

/// What happens with a row that is complete.
pub type Done = Rc<dyn Fn(&mut App, Vec<Option<u8>>)>;

/// Asks for a score on each of `about`, 1 to `top`; what was entered stays hidden.
pub fn ask_row(app: &mut App, title: String, about: Vec<PartnerCode>, top: u8, done: Done) {
    let row: Rc<RefCell<Vec<Option<Option<u8>>>>> = Rc::new(RefCell::new(vec![None; about.len()]));
    let (shown, order) = (Rc::clone(&row), about.clone());
    let state = Rc::new(move |app: &App, code: &PartnerCode| {
        let place = order.iter().position(|known| known == code);
        let entered = place.and_then(|place| shown.borrow().get(place).copied().flatten());
        app.t(if entered.is_some() { "round-row-in" } else { "none" })
    });
    let order = about.clone();
    let call = Rc::new(move |_: &App, code: &PartnerCode, key: char| {
        let Some(place) = order.iter().position(|known| known == code) else { return Call::Skip };
        row.borrow_mut()[place] = Some((key != DONT_KNOW).then(|| score_of(key)));
        if place + 1 < order.len() {
            return Call::Skip;
        }
        let scores: Vec<Option<u8>> = row.borrow().iter().map(|entered| entered.flatten()).collect();
        let done = Rc::clone(&done);
        Call::Then(Rc::new(move |app| done(app, scores.clone())))
    });
    let mut keys: Vec<CallKey> = score_keys(app);
    keys.truncate(usize::from(top));
    keys.push(CallKey { key: DONT_KNOW, label: app.t("dont-know") });
    let asked = RollCall { whole: true, ..RollCall::new(title, about, keys, state, call) };
    app.layers.push(Layer::RollCall(asked));
}

/// All rows at once; when some are missing that is asked about first.
pub fn reveal(app: &mut App, missing: &[PartnerCode], show: impl Fn(&mut App) + 'static) {
    if missing.is_empty() {
        return show(app);
    }
    let missing: Vec<&str> = missing.iter().map(PartnerCode::as_str).collect();
    let explanation = app.with("reveal-missing", &[("partners", missing.join(", ").into())]);
    let title = app.t("reveal-title");
    app.confirm(title, explanation, "reveal-yes", "reveal-no", show);
}

/// The partners to choose from, by code and name, in the order of the chain.
pub fn choices(session: &Session) -> Vec<Choice> {
    session.partners.iter().map(|partner| Choice::plain(format!("{:<6} {}", partner.code, partner.name))).collect()
}

/// The codes of all partners, in the order of the chain.
pub fn partners(app: &App) -> Vec<PartnerCode> {
    app.session().map(|session| session.codes().cloned().collect()).unwrap_or_default()
}
