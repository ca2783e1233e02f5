//! The words of a filter: what people call a state or a kind.

use super::{Lang, Term, Texts};
use crate::index::Names;
use crate::model::decision::{DecisionKind, DecisionOutcome};
use crate::model::difference::DifferenceStatus;
use crate::model::escalation::EscalationOutcome;
use crate::model::governance::Level;
use crate::model::kpi::Angle;
use crate::model::story::StoryStatus;
use std::fmt::Debug;

/// What people call a state or a kind, in both languages, and what the index calls it.
pub fn filter_names() -> Names {
    fn add<T: Term + Debug + Copy>(names: &mut Names, texts: &Texts, all: impl IntoIterator<Item = T>) {
        for term in all {
            let variant = format!("{term:?}");
            names.insert(variant.to_lowercase(), variant.clone());
            names.insert(texts.term(term).to_lowercase().replace(' ', "-"), variant);
        }
    }
    let mut names = Names::new();
    for texts in [Texts::new(Lang::Nl), Texts::new(Lang::En)] {
        add(&mut names, &texts, DecisionOutcome::ALL);
        add(&mut names, &texts, DifferenceStatus::ALL);
        add(&mut names, &texts, EscalationOutcome::ALL);
        add(&mut names, &texts, [StoryStatus::Draft, StoryStatus::Blocked, StoryStatus::Released]);
        add(&mut names, &texts, DecisionKind::ALL);
        add(&mut names, &texts, Angle::ALL);
        add(&mut names, &texts, Level::ALL);
        for (id, meaning) in [("filter-open", "Open"), ("filter-not-open", "NotOpen"), ("filter-late", "Late")] {
            names.insert(texts.get(id), meaning.to_owned());
        }
    }
    names
}
