//! Records with their fields: what each says, and what Enter does on it.

pub mod chain;
pub mod covenant;
mod decision;
mod decision_top;
mod escalation;
mod kpi;
mod others;
mod partner;
mod relation;
mod story;

use crate::desk::Subject;
use crate::desk::View;
use crate::desk::form::Fields;
use crate::model::RecordKind;

/// The fields of something; none when it is not there any more.
pub fn fields(subject: &Subject, view: &View<'_>) -> Option<Fields> {
    match subject {
        Subject::Record(id) => match id.kind()? {
            RecordKind::Decision => decision::fields(view, id),
            RecordKind::Action => others::action(view, id),
            RecordKind::Difference => others::difference(view, id),
            RecordKind::Note => others::note(view, id),
            RecordKind::Escalation => escalation::fields(view, id),
            RecordKind::Story => story::fields(view, id),
        },
        Subject::Kpi(id) => kpi::fields(view, id),
        Subject::Partner(code) => partner::fields(view, code),
        Subject::Ambition(code) => partner::ambition(view, code),
        Subject::Item(no) => others::item(view, no),
        Subject::Meeting => others::meeting(view),
        Subject::AmbitionText => others::ambition(view),
        Subject::Covenant => covenant::covenant(view),
        Subject::Amendment => covenant::amendment(view),
        Subject::Chain => chain::chain(view),
        Subject::Link(name) => chain::link(view, name),
        Subject::Body(name) => chain::body(view, name),
        Subject::Together(what) => relation::fields(view, what),
        Subject::Identity => others::identity(view),
    }
}
