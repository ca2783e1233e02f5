//! What a step did, in words.

use super::{Term, Texts, visible};
use crate::model::RecordId;
use crate::model::history::step::{Part, Step};

/// A text is named so far.
const NAMED: usize = 60;

/// The beginning of a text, on one line.
pub fn beginning(text: &str, most: usize) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = visible(&words);
    if text.chars().count() <= most {
        return text.into_owned();
    }
    let cut: String = text.chars().take(most).collect();
    format!("{}…", cut.trim_end())
}

impl Term for Part {
    fn id(&self) -> &'static str {
        match self {
            Self::Meeting => "step-part-meeting",
            Self::Chain => "step-part-chain",
            Self::Identity => "step-part-identity",
            Self::Agenda => "step-part-agenda",
            Self::Ambition => "step-part-ambition",
            Self::Governance => "step-part-governance",
            Self::Balance => "step-part-balance",
            Self::Relation => "step-part-relation",
            Self::Successes => "step-part-successes",
            Self::Pulse => "step-part-pulse",
            Self::Shopfloor => "step-part-shopfloor",
            Self::Warnings => "step-part-warnings",
            Self::Closing => "step-part-closing",
            Self::Log => "step-part-log",
        }
    }
}

/// What a step did, as it stands after *taken back* or *there again*.
pub fn step_in_words(texts: &Texts, step: &Step) -> String {
    let record = |id: &RecordId, text: &str| {
        let kind = id.kind().map(|kind| texts.term(kind).to_lowercase()).unwrap_or_default();
        let args = [("kind", kind.into()), ("number", id.as_str().into()), ("text", beginning(text, NAMED).into())];
        texts.with("step-record", &args)
    };
    let named = |id: &str, number: &str, text: &str| {
        texts.with(id, &[("number", number.into()), ("text", beginning(text, NAMED).into())])
    };
    let of = |id: &str, what: String| texts.with(id, &[("what", what.into())]);
    let list = |codes: &[crate::model::PartnerCode]| {
        codes.iter().map(crate::model::PartnerCode::as_str).collect::<Vec<_>>().join(", ")
    };
    match step {
        Step::Made(id, text) => record(id, text),
        Step::Gone(id, text) => of("step-gone", record(id, text)),
        Step::Changed(id, text) => of("step-changed", record(id, text)),
        Step::Became(was, id, text) => {
            texts.with("step-became", &[("was", was.as_str().into()), ("what", record(id, text).into())])
        }
        Step::Rows(codes) => of("step-rows", list(codes)),
        Step::State(state) => of("step-state", texts.term(*state).to_lowercase()),
        Step::Attendance(codes) => of("step-attendance", list(codes)),
        Step::ItemMade(no, title) => named("step-item", no.as_str(), title),
        Step::ItemGone(no, title) => of("step-gone", named("step-item", no.as_str(), title)),
        Step::Item(no, title) => of("step-changed", named("step-item", no.as_str(), title)),
        Step::Kpi(id, name) => of("step-changed", named("step-kpi", id.as_str(), name)),
        Step::Partner(code) => of("step-partner", code.to_string()),
        Step::AndMore(first, more) => {
            let args = [("what", step_in_words(texts, first).into()), ("count", (*more).into())];
            texts.with("step-and-more", &args)
        }
        Step::Part(part) => of("step-changed", texts.term(*part)),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::change::{Change, apply};
    use crate::model::history::step::step;
    use crate::model::start::first_session;
    use crate::model::{RecordKind, Session};
    use crate::text::Lang;

    #[test]
    fn what_was_done_to_several_records_says_how_many_more() {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 12, 10).unwrap();
        let before = first_session("Proef", &[("POL".into(), "Politie".to_owned())], day, |room| format!("{room:?}"));
        let changed = |session: &Session, change: Change| {
            apply(session, &change, day.and_hms_opt(14, 0, 0).unwrap()).unwrap().session
        };
        let note = |text: &str| Change::Record { kind: RecordKind::Note, item: None, text: text.to_owned() };
        let after = changed(&changed(&before, note("Een")), note("Twee"));
        let mut other = changed(&after, Change::Convert(after.notes[0].id.clone(), RecordKind::Action));
        other.notes[0].text = "Drie".to_owned();
        for (one, other) in [(&before, &after), (&after, &before), (&after, &other)] {
            let said = step_in_words(&Texts::new(Lang::En), &step(one, other).unwrap());
            assert!(said.ends_with(" and 1 more"), "{said}");
        }
    }
}
