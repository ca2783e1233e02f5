//! The fields of actions, disagreements, notes, agenda items and the meeting itself.

use crate::desk::View;
use crate::desk::form::{Builder, Edit, Fields};
use crate::desk::layers::Choice;
use crate::model::agenda::{ItemOutcome, Purpose};
use crate::model::change::{ActionEdit, AgendaEdit, AmbitionEdit, Change, DifferenceEdit, IdentityField, MeetingEdit};
use crate::model::difference::DifferenceStatus;
use crate::model::session::State;
use crate::model::{ItemNo, RecordId};
use crate::text::notation;
use std::rc::Rc;

pub fn action(view: &View<'_>, id: &RecordId) -> Option<Fields> {
    let action = view.session.actions.iter().find(|action| action.id == *id)?;
    let own = id.clone();
    let change = move |edit: ActionEdit| Change::Action(own.clone(), edit);
    let mut form = Builder::new(view, view.with("details-action", &[("number", id.as_str().into())]));
    let set = change.clone();
    form.line("field-text", &action.text, move |text| set(ActionEdit::Text(text)));
    form.partner("field-owner", action.owner.as_ref(), |code| change(ActionEdit::Owner(code)));
    form.warn_if(action.owner.is_none());
    let set = change.clone();
    form.line("field-person", &action.person, move |person| set(ActionEdit::Person(person)));
    form.maybe_partner("field-waits-for", action.waits_for.as_ref(), |code| change(ActionEdit::WaitsFor(code)));
    let set = change.clone();
    form.date("field-due", action.due, move |due| set(ActionEdit::Due(due)));
    form.warn_if(action.due.is_none() || action.overdue_days(view.today()).is_some());
    let set = change.clone();
    form.date("field-done", action.done, move |day| set(ActionEdit::Done(day)));
    form.date("field-dropped", action.dropped, move |day| change(ActionEdit::Dropped(day)));
    form.field("field-postponed", action.postponed.len().to_string(), Edit::Shown);
    let from = action.from.as_ref().map_or_else(
        || view.t("none"),
        |from| match from {
            crate::model::action::Origin::Item(no) => view.with("from-item", &[("number", no.as_str().into())]),
            crate::model::action::Origin::Record(id) => id.to_string(),
        },
    );
    form.field("field-from", from, Edit::Shown);
    if let Some(days) = action.overdue_days(view.today()) {
        form.note(view.with("days-late", &[("count", days.into())]));
    }
    age(view, &mut form, action.session);
    form.done()
}

fn age(view: &View<'_>, form: &mut Builder<'_, '_>, session: u32) {
    let age = view.session.age(session);
    if age > 1 {
        form.note(view.with("age", &[("count", age.into())]));
    }
}

pub fn difference(view: &View<'_>, id: &RecordId) -> Option<Fields> {
    let found = view.session.differences.iter().find(|difference| difference.id == *id)?;
    let own = id.clone();
    let change = move |edit: DifferenceEdit| Change::Difference(own.clone(), edit);
    let mut form = Builder::new(view, view.with("details-disagreement", &[("number", id.as_str().into())]));
    let set = change.clone();
    form.lines("field-text", &found.text, move |text| set(DifferenceEdit::Text(text)));
    form.partners("field-partners", &found.partners, |code| change(DifferenceEdit::Partner(code)));
    form.warn_if(found.partners.is_empty());
    form.term("field-status", Some(found.status), DifferenceStatus::ALL, |status| {
        change(DifferenceEdit::Status(status))
    });
    let set = change.clone();
    form.lines("field-would-change", &found.would_change, move |text| set(DifferenceEdit::WouldChange(text)));
    let set = change.clone();
    form.date("field-review", found.review_on, move |day| set(DifferenceEdit::Review(day)));
    let choices: Vec<_> = view
        .session
        .decisions
        .iter()
        .map(|decision| {
            let choice = Choice::plain(format!("{}  {}", decision.id, decision.text));
            (choice, change(DifferenceEdit::Decision(Some(decision.id.clone()))))
        })
        .collect();
    let shown = found.decision.as_ref().map_or_else(|| view.t("none"), ToString::to_string);
    form.field("field-decision", shown, if choices.is_empty() { Edit::Shown } else { Edit::Choose(choices) });
    age(view, &mut form, found.session);
    form.done()
}

pub fn note(view: &View<'_>, id: &RecordId) -> Option<Fields> {
    let note = view.session.notes.iter().find(|note| note.id == *id)?;
    let own = id.clone();
    let mut form = Builder::new(view, view.with("details-note", &[("number", id.as_str().into())]));
    form.lines("field-text", &note.text, move |text| Change::Note(own.clone(), text));
    form.field("field-time", notation::time_of_day(note.at.time(), view.lang()), Edit::Shown);
    form.note(view.t("note-converts"));
    form.done()
}

pub fn item(view: &View<'_>, no: &ItemNo) -> Option<Fields> {
    let item = view.session.agenda.item(no)?;
    let mut form = Builder::new(view, view.with("details-item", &[("number", no.as_str().into())]));
    let own = no.clone();
    form.line("field-title", &item.title, move |title| Change::Agenda(AgendaEdit::Title(own.clone(), title)));
    form.term("field-purpose", Some(item.purpose), Purpose::ALL, |purpose| {
        Change::Agenda(AgendaEdit::Purpose(no.clone(), purpose))
    });
    let own = no.clone();
    let read = move |text: &str, _| {
        let minutes = text.trim().parse().map_err(|_| "number-unclear")?;
        Ok(Change::Agenda(AgendaEdit::Minutes(own.clone(), minutes)))
    };
    let edit = Edit::Write {
        start: item.minutes.to_string(),
        lines: false,
        hint: "minutes-hint",
        date: false,
        read: Rc::new(read),
    };
    form.field("field-minutes", item.minutes.to_string(), edit);
    let spent = view.session.agenda.spent(item, view.running.get());
    form.field("field-spent", notation::clock(i64::from(spent)), Edit::Shown);
    let mut choices: Vec<_> = ItemOutcome::ALL
        .into_iter()
        .map(|outcome| {
            let change = Change::Agenda(AgendaEdit::Outcome(no.clone(), Some(outcome)));
            (Choice::plain(view.texts.term(outcome)), change)
        })
        .collect();
    choices.push((Choice::plain(view.t("outcome-open")), Change::Agenda(AgendaEdit::Outcome(no.clone(), None))));
    let shown = item.outcome.map_or_else(|| view.t("outcome-open"), |outcome| view.texts.term(outcome));
    form.field("field-outcome", shown, Edit::Choose(choices));
    if let Some(first) = item.first_session {
        age(view, &mut form, first);
    }
    form.done()
}

pub fn meeting(view: &View<'_>) -> Option<Fields> {
    let session = view.session;
    let change = Change::Meeting;
    let mut form = Builder::new(view, view.with("details-meeting", &[("number", session.number.into())]));
    if session.state == State::Planned {
        let day = session.date;
        form.date("field-date", Some(day), move |date| change(MeetingEdit::Date(date.unwrap_or(day))));
    } else {
        form.field("field-date", notation::date_full(session.date, view.lang()), Edit::Shown);
    }
    form.partner("field-chair", session.chain.chair.as_ref(), |code| change(MeetingEdit::Chair(Some(code))));
    form.line("field-secretary", &session.chain.secretary, move |name| change(MeetingEdit::Secretary(name)));
    let read = |text: &str, _| {
        let quorum = text.trim().parse().map_err(|_| "number-unclear")?;
        Ok(Change::Meeting(MeetingEdit::Quorum(quorum)))
    };
    let start = session.chain.quorum.to_string();
    let edit =
        Edit::Write { start: start.clone(), lines: false, hint: "number-hint", date: false, read: Rc::new(read) };
    form.field("field-quorum", start, edit);
    form.date("field-papers", session.papers_sent, move |date| change(MeetingEdit::PapersSent(date)));
    face(&mut form);
    for entry in session.log.iter() {
        let text = crate::panes::events::event(view, &entry.event);
        let when = notation::time_of_day(entry.at.time(), view.lang());
        form.note(format!("{}, {when}: {text}", notation::date_short(entry.at.date(), view.lang())));
    }
    form.done()
}

pub fn identity(view: &View<'_>) -> Option<Fields> {
    let mut form = Builder::new(view, view.t("room-identity"));
    face(&mut form);
    form.done()
}

/// The parts of the face of the chain, in their order.
fn face(form: &mut Builder<'_, '_>) {
    for part in IdentityField::ALL {
        let value = part.of(form.view.session).to_owned();
        let hint = match part {
            IdentityField::Logo => "identity-logo-hint",
            IdentityField::Colour => "identity-colour-hint",
            IdentityField::Name | IdentityField::Slogan | IdentityField::Place | IdentityField::Mascot => "line-hint",
        };
        let read = move |text: &str, _| Ok(Change::Meeting(MeetingEdit::Identity(part, text.to_owned())));
        let edit = Edit::Write { start: value.clone(), lines: false, hint, date: false, read: Rc::new(read) };
        form.field(form.view.face_part(part), form.view.or_none(&value), edit);
    }
}

pub fn ambition(view: &View<'_>) -> Option<Fields> {
    let ambition = &view.session.ambition;
    let mut form = Builder::new(view, view.with("details-ambition", &[("version", ambition.version.into())]));
    form.line("field-ambition", &ambition.text, |text| Change::Ambition(AmbitionEdit::Text(text)));
    form.line("field-collab-form", &ambition.form, |text| Change::Ambition(AmbitionEdit::Form(text)));
    for earlier in ambition.earlier.iter().rev() {
        let since = notation::date_short(earlier.since, view.lang());
        let args =
            [("version", earlier.version.into()), ("since", since.into()), ("text", earlier.text.as_str().into())];
        form.note(view.with("ambition-earlier", &args));
    }
    form.done()
}
