//! The fields of an escalation. The guard's answer comes first; until then content waits.

use crate::desk::Desk;
use crate::desk::View;
use crate::desk::form::{Builder, Edit, Fields};
use crate::desk::layers::Choice;
use crate::model::RecordId;
use crate::model::change::{Change, EscalationEdit};
use crate::model::governance::Level;
use crate::model::governance::escalation::{EscalationOutcome, EscalationReason, Prepared};
use crate::panes::governance;
use crate::text::notation;
use std::rc::Rc;

pub fn fields(view: &View<'_>, id: &RecordId) -> Option<Fields> {
    let found = view.session.escalations.iter().find(|escalation| escalation.id == *id)?;
    let own = id.clone();
    let change = move |edit: EscalationEdit| Change::Escalation(own.clone(), edit);
    let mut form = Builder::new(view, view.with("details-escalation", &[("number", id.as_str().into())]));
    let own = id.clone();
    let guard = Edit::Run(Rc::new(move |desk: &mut Desk| governance::ask_guard(desk, own.clone())));
    let answer = match (&found.outcome, found.admitted) {
        (_, true) => view.t("admitted"),
        (Some(outcome), false) => view.texts.term(*outcome),
        (None, false) => view.t("guard-asks"),
    };
    form.field("field-belongs-here", answer, guard).warn_if(found.awaits_guard());
    let set = change.clone();
    form.line("field-title", &found.title, move |title| set(EscalationEdit::Title(title)));
    let levels = [
        (Level::Tactical, true, "path-ts"),
        (Level::Operational, true, "path-ots"),
        (Level::Operational, false, "path-os"),
    ];
    let choices =
        levels.map(|(level, every, name)| (Choice::plain(view.t(name)), change(EscalationEdit::From(level, every))));
    let shown =
        view.with("from-to", &[("from", view.texts.term(found.from).into()), ("to", view.texts.term(found.to).into())]);
    form.field("field-path", shown, Edit::Choose(choices.to_vec())).warn_if(found.skips_a_level());
    form.term("field-reason", found.reason, EscalationReason::ALL, |reason| {
        change(EscalationEdit::Reason(Some(reason)))
    });
    form.yes_no("field-within", found.within_lower_mandate, |yes| change(EscalationEdit::Within(Some(yes))));
    form.warn_if(found.within_lower_mandate == Some(true));
    form.term("field-prepared", found.prepared, Prepared::ALL, |prepared| change(EscalationEdit::Prepared(prepared)));
    form.warn_if(found.prepared != Some(Prepared::Yes));
    let set = change.clone();
    form.lines("field-tried", &found.tried, move |text| set(EscalationEdit::Tried(text)));
    let set = change.clone();
    form.line("field-asked", &found.asked, move |text| set(EscalationEdit::Asked(text)));
    let repeats = view.session.escalations.iter().filter(|other| other.id != *id).map(|other| {
        let choice = Choice::plain(format!("{}  {}", other.id, other.title));
        (choice, change(EscalationEdit::Repeats(Some(other.id.clone()))))
    });
    let repeats: Vec<_> = repeats.collect();
    let shown = found.repeats.as_ref().map_or_else(|| view.t("none"), ToString::to_string);
    form.field("field-repeats", shown, if repeats.is_empty() { Edit::Shown } else { Edit::Choose(repeats) });
    let outcomes = [EscalationOutcome::Decided, EscalationOutcome::Deferred, EscalationOutcome::AdviceAsked];
    form.term("field-outcome", found.outcome, outcomes, |outcome| change(EscalationEdit::Outcome(outcome)));
    if let Some(assignment) = &found.assignment {
        let due = view.date(assignment.due);
        let text = view.with(
            "assignment",
            &[
                ("mandate", assignment.mandate.as_str().into()),
                ("owner", assignment.owner.as_str().into()),
                ("due", due.into()),
            ],
        );
        form.field("field-assignment", text, Edit::Shown);
    }
    form.field("field-raised", notation::date_short(found.raised, view.lang()), Edit::Shown);
    form.field("field-closed", view.date(found.closed), Edit::Shown);
    form.field(
        "field-reconsider",
        view.t("reconsider"),
        Edit::Choose(vec![
            (Choice::plain(view.t("no")), change(EscalationEdit::Title(found.title.clone()))),
            (Choice::plain(view.t("yes")), change(EscalationEdit::Reconsider)),
        ]),
    );
    form.done()
}
