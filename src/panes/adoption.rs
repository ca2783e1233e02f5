//! The report of the meeting before: adopted, and with what the group wants to read otherwise (factor 3, domain §2.1).

use crate::desk::field::Field;
use crate::desk::layers::Choice;
use crate::desk::opening::seal_words;
use crate::desk::{Desk, View, form};
use crate::model::PartnerCode;
use crate::model::change::{Change, MeetingEdit};
use crate::model::session::Adoption;
use crate::text::notation;
use crate::widgets::Role;
use crate::widgets::theme::Sign;
use ratatui::text::Span;
use std::rc::Rc;

/// Where the report of the meeting before stands, in a sentence after its sign.
pub fn standing(view: &View<'_>) -> Vec<Span<'static>> {
    let theme = view.theme;
    let said = |sign: Sign, role: Role, text: String| {
        vec![Span::styled(format!("{} ", view.sign(sign)), theme.mark(role)), Span::raw(text)]
    };
    match (&view.session.adopts, view.previous) {
        (Some(adoption), _) => {
            let date = notation::date_short(adoption.on, view.lang());
            let text = view.with("adopted-on", &[("number", adoption.session.into()), ("date", date.into())]);
            said(Sign::Done, Role::Green, text)
        }
        (None, Some(Ok(previous))) => {
            let date = notation::date_short(previous.date, view.lang());
            let key = if previous.closed { "previous-to-adopt" } else { "previous-not-closed" };
            let text = view.with(key, &[("number", previous.session.into()), ("date", date.into())]);
            said(Sign::Amber, Role::Amber, text)
        }
        (None, Some(Err(why))) => {
            let text = view.with("previous-unread", &[("why", view.texts.reason(why).into())]);
            said(Sign::Red, Role::Red, text)
        }
        (None, None) => vec![Span::styled(view.t("no-previous"), theme.dim())],
    }
}

/// Adopts the report of the meeting before, with what the group wants to read otherwise.
pub fn adopt(desk: &mut Desk) {
    desk.look_at_previous();
    let previous = desk.meeting.as_ref().and_then(|meeting| meeting.previous.as_ref());
    let words = match previous {
        Some(Ok(previous)) => seal_words(&desk.texts, previous.seal, previous.revision),
        Some(Err(_)) | None => None,
    };
    match words {
        // Whatever is adopted stands for good: that somebody changed it is known before, and not found out after.
        Some(words) => {
            let title = desk.t("adopt-broken-title");
            desk.confirm(title, words, "adopt-broken-yes", "adopt-broken-no", adopt_now);
        }
        None => adopt_now(desk),
    }
}

fn adopt_now(desk: &mut Desk) {
    let today = desk.clock.today();
    let previous = match desk.meeting.as_ref().and_then(|meeting| meeting.previous.clone()) {
        Some(Ok(previous)) if previous.closed && previous.to_choose > 0 => {
            let text = desk.with("previous-to-choose", &[("number", previous.session.into())]);
            return desk.say(text);
        }
        Some(Ok(previous)) if previous.closed => previous,
        Some(Ok(previous)) => {
            let date = notation::date_short(previous.date, desk.texts.lang);
            let text = desk.with("previous-not-closed", &[("number", previous.session.into()), ("date", date.into())]);
            return desk.say(text);
        }
        Some(Err(why)) => {
            let text = desk.with("previous-unread", &[("why", desk.reason(&why).into())]);
            return desk.say(text);
        }
        None => {
            let text = desk.t("no-previous");
            return desk.say(text);
        }
    };
    let adoption = Adoption {
        session: previous.session,
        file: previous.file,
        sha256: previous.sha256,
        on: today,
        corrections: Vec::new(),
    };
    desk.carry_out(vec![Change::Meeting(MeetingEdit::Adopt(adoption))]);
}

/// Asks for a correction of the report before.
pub fn correction(desk: &mut Desk) {
    if desk.session().is_some_and(|session| session.adopts.is_none()) {
        adopt(desk);
    }
    if desk.session().is_none_or(|session| session.adopts.is_none()) {
        return;
    }
    let (title, hint) = (desk.t("correction"), desk.t("correction-hint"));
    desk.ask(
        Field::Correction,
        title,
        hint,
        "",
        true,
        Rc::new(|desk, text| {
            if text.is_empty() {
                return Err(desk.t("refused-blank"));
            }
            ask_whose(desk, text.to_owned());
            Ok(())
        }),
    );
}

/// Who corrects what: a partner, or the group as a whole.
fn ask_whose(desk: &mut Desk, text: String) {
    let Some(session) = desk.session() else { return };
    let codes: Vec<PartnerCode> = session.codes().cloned().collect();
    let mut choices = form::partners_to_choose(session);
    choices.insert(0, Choice::plain(desk.t("correction-group")));
    let title = desk.t("correction-whose");
    desk.pick(
        title,
        String::new(),
        choices,
        Rc::new(move |desk, place| {
            let by = place.checked_sub(1).and_then(|place| codes.get(place));
            let said = by.map_or_else(|| text.clone(), |code| format!("{code}: {text}"));
            desk.carry_out(vec![Change::Meeting(MeetingEdit::Correction(said))]);
        }),
    );
}
