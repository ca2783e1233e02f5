//! What is on the table, by where the secretary is and what lies over that: for the room view, here and on a second screen.

use super::field::Field;
use super::layers::{Layer, Prompt};
use super::meeting::Meeting;
use super::view::Target;
use super::{Desk, Subject};
use crate::model::on_table::{About, OnTable, Pause, Written};
use crate::model::{RecordId, RecordKind};
use chrono::{NaiveDateTime, TimeDelta};

impl Desk {
    /// What is on the table; none where there is no meeting on the screen.
    pub fn on_table(&self) -> Option<OnTable> {
        let meeting = self.meeting.as_ref()?;
        let opened = self.layers.iter().rev().find_map(|layer| match layer {
            Layer::Details(details) => Some(details.subject.target()),
            Layer::Prompt(_)
            | Layer::Picker(_)
            | Layer::RollCall(_)
            | Layer::Reader(_)
            | Layer::Help(_)
            | Layer::Signals(_) => None,
        });
        let pulse = opened.is_none() && self.pulse_at.as_ref().is_some_and(|at| *at == place(meeting));
        let selected = || self.selected_of(self.sheet()?.targets());
        let written = self.layers.iter().rev().find_map(|layer| match layer {
            Layer::Prompt(prompt) => written(prompt),
            Layer::Picker(_)
            | Layer::RollCall(_)
            | Layer::Details(_)
            | Layer::Reader(_)
            | Layer::Help(_)
            | Layer::Signals(_) => None,
        });
        let gives_row = self.layers.iter().any(|layer| matches!(layer, Layer::RollCall(call) if call.whole));
        Some(OnTable {
            session: meeting.session.number,
            item: meeting.item().map(|item| item.no.clone()),
            room: meeting.room(),
            about: opened.or_else(selected).and_then(about),
            written,
            gives_row,
            pulse,
            pause: self.pause,
        })
    }

    /// The pulse comes to the table, until the secretary goes to something else.
    pub fn put_pulse_on_table(&mut self) {
        self.pulse_at = self.meeting.as_ref().map(place);
    }

    /// When the meeting goes on: after the break that there is, else now.
    pub fn goes_on_at(&self) -> NaiveDateTime {
        let now = self.now();
        self.pause.map_or(now, |pause| pause.until.max(now))
    }

    /// The break that goes on now.
    pub fn running_pause(&self) -> Option<Pause> {
        self.pause.filter(|pause| pause.until > self.now())
    }

    /// The meeting pauses from now on.
    pub fn begin_pause(&mut self, minutes: u32) {
        let from = self.now();
        let until = from.checked_add_signed(TimeDelta::minutes(minutes.into())).unwrap_or(from);
        self.pause = Some(Pause { from, until });
    }
}

fn place(meeting: &Meeting) -> (super::meeting::Tab, Option<Target>) {
    (meeting.tab.clone(), meeting.cursor().cloned())
}

/// What a room may look at of what is selected.
fn about(target: Target) -> Option<About> {
    match target {
        Target::Kpi(id) => Some(About::Kpi(id)),
        Target::Record(id) => Some(About::Record(id)),
        Target::Partner(_)
        | Target::Item(_)
        | Target::Article(_)
        | Target::Meeting
        | Target::Ambition
        | Target::Covenant
        | Target::Amendment
        | Target::Chain
        | Target::Body(_)
        | Target::Together(_)
        | Target::Identity(_)
        | Target::Previous
        | Target::EmptySlot(_) => None,
    }
}

/// The field of details that holds the words of a record.
const WORDS: &str = "field-text";

/// The words in a field, where they are a decision or an action: those are for everybody from the first letter on. All else
/// that is typed stays on this screen until it is on record, and much of it after that.
fn written(prompt: &Prompt) -> Option<Written> {
    let of = |kind, about: Option<&RecordId>| Some(Written { kind, about: about.cloned(), text: prompt.editor.text() });
    let own = |id: &RecordId| {
        let kind = id.kind().filter(|kind| matches!(kind, RecordKind::Decision | RecordKind::Action))?;
        of(kind, Some(id))
    };
    match prompt.field.as_ref()? {
        Field::Record { kind: kind @ (RecordKind::Decision | RecordKind::Action), item: _, about: _ } => {
            of(*kind, None)
        }
        Field::NewRound(id) => of(RecordKind::Decision, Some(id)),
        Field::KpiAdjustment(_) | Field::Rebalance(_) => of(RecordKind::Decision, None),
        Field::Of(Subject::Record(id), name) if name == WORDS => own(id),
        Field::Record { .. }
        | Field::Of(..)
        | Field::Postponed(_)
        | Field::Item(_)
        | Field::Reopening
        | Field::Joining
        | Field::Reason(..)
        | Field::KpiValue(_)
        | Field::KpiCause(_)
        | Field::NewKpi
        | Field::Correction
        | Field::PapersSent
        | Field::Shopfloor(_)
        | Field::Amendment
        | Field::Ambition
        | Field::Commitment(_)
        | Field::Position(..)
        | Field::Letter(..)
        | Field::NextDate
        | Field::Moment(_)
        | Field::Tie
        | Field::CafeRule
        | Field::CafeDate
        | Field::CafePeople
        | Field::ActivityDate
        | Field::Activity
        | Field::Assignment(_)
        | Field::AssignmentDue(_)
        | Field::EffortAfter(_)
        | Field::Body(_)
        | Field::NewChain(_) => None,
    }
}
