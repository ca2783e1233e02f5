//! The life of one record from meeting to meeting: what each file says that the one before it did not.

use crate::model::action::Action;
use crate::model::decision::{Decision, DecisionOutcome};
use crate::model::difference::{Difference, DifferenceStatus};
use crate::model::governance::escalation::{Escalation, EscalationOutcome};
use crate::model::ids::RecordId;
use crate::model::session::Session;
use crate::model::story::StoryStatus;
use chrono::NaiveDate;

/// Something that happened to a record.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// It came into being.
    Made,
    /// Its words were changed into these.
    Reworded(String),
    /// It got another date.
    Postponed {
        /// The date that was let go.
        from: Option<NaiveDate>,
        /// The date it got.
        to: NaiveDate,
    },
    /// The action was done.
    Done(NaiveDate),
    /// The action was dropped.
    Dropped(NaiveDate),
    /// The decision got an outcome, or another one.
    Outcome(DecisionOutcome),
    /// The decision was ratified.
    Ratified(NaiveDate),
    /// The decision was carried out.
    Executed(NaiveDate),
    /// The decision takes up an earlier one.
    Resumes(RecordId),
    /// The decision was taken up again as another.
    ResumedAs(RecordId),
    /// The escalation is on the theme of an earlier one.
    Repeats(RecordId),
    /// The theme of the escalation came back as another.
    RepeatedAs(RecordId),
    /// The difference stands so now.
    Status(DifferenceStatus),
    /// The escalation got an outcome.
    Answered(EscalationOutcome),
    /// The story stands so now.
    Story(StoryStatus),
    /// It goes along to the next meeting, unfinished.
    Open,
}

/// One event, and the meeting in whose file it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The session.
    pub session: u32,
    /// Its day.
    pub date: NaiveDate,
    /// What happened.
    pub event: Event,
}

/// The life of one record, as far as sessions were taken in.
#[derive(Debug, Clone)]
pub struct Life {
    id: RecordId,
    before: Option<Session>,
    steps: Vec<Step>,
}

impl Life {
    /// Nothing is known of it yet.
    pub fn of(id: RecordId) -> Self {
        Self { id, before: None, steps: Vec::new() }
    }

    /// Whose life it is.
    pub fn id(&self) -> &RecordId {
        &self.id
    }

    /// Takes in the next session; of the ones before it only the last has to be kept.
    pub fn add(&mut self, session: Session) {
        for event in events(self.before.as_ref(), &session, &self.id) {
            self.steps.push(Step { session: session.number, date: session.date, event });
        }
        self.before = Some(session);
    }

    /// What happened, oldest first.
    pub fn steps(self) -> Vec<Step> {
        let mut steps = self.steps;
        // Only the last meeting can say that it is still open.
        let last = steps.len().saturating_sub(1);
        let mut place = 0;
        steps.retain(|step| {
            place += 1;
            step.event != Event::Open || place > last
        });
        steps
    }
}

fn events(before: Option<&Session>, session: &Session, id: &RecordId) -> Vec<Event> {
    let mut found = Vec::new();
    if let Some(now) = session.actions.iter().find(|one| one.id == *id) {
        action(before.and_then(|before| before.actions.iter().find(|one| one.id == *id)), now, session, &mut found);
    } else if let Some(now) = session.decision(id) {
        decision(before.and_then(|before| before.decision(id)), now, session, &mut found);
    } else if let Some(now) = session.differences.iter().find(|one| one.id == *id) {
        let was = before.and_then(|before| before.differences.iter().find(|one| one.id == *id));
        difference(was, now, &mut found);
    } else if let Some(now) = session.escalations.iter().find(|one| one.id == *id) {
        let was = before.and_then(|before| before.escalations.iter().find(|one| one.id == *id));
        escalation(was, now, &mut found);
    } else if let Some(now) = session.successes.stories.iter().find(|one| one.id == *id) {
        found.extend([Event::Made, Event::Story(now.status)]);
    } else if session.notes.iter().any(|one| one.id == *id) {
        found.push(Event::Made);
    }
    taken_up(before, session, id, &mut found);
    found
}

/// What came after it: the decision that takes it up again, escalations on the same theme.
fn taken_up(before: Option<&Session>, session: &Session, id: &RecordId, found: &mut Vec<Event>) {
    let successor = session.decisions.iter().find(|other| other.resumes.as_ref() == Some(id));
    let known = before.is_some_and(|before| before.decisions.iter().any(|one| one.resumes.as_ref() == Some(id)));
    if let (Some(successor), false) = (successor, known) {
        found.retain(|event| *event != Event::Open);
        found.push(Event::ResumedAs(successor.id.clone()));
    }
    let known = |other: &RecordId| before.is_some_and(|before| before.escalations.iter().any(|one| one.id == *other));
    for repeat in session.escalations.iter().filter(|other| other.repeats.as_ref() == Some(id) && !known(&other.id)) {
        let place = found.iter().position(|event| *event == Event::Open).unwrap_or(found.len());
        found.insert(place, Event::RepeatedAs(repeat.id.clone()));
    }
}

fn words(was: Option<&str>, now: &str, found: &mut Vec<Event>) {
    match was {
        None => found.push(Event::Made),
        Some(was) if was != now => found.push(Event::Reworded(now.to_owned())),
        Some(_) => {}
    }
}

fn action(was: Option<&Action>, now: &Action, session: &Session, found: &mut Vec<Event>) {
    words(was.map(|was| was.text.as_str()), &now.text, found);
    let here = now.postponed.iter().filter(|one| one.session == session.number);
    found.extend(here.map(|one| Event::Postponed { from: one.from, to: one.to }));
    if was.and_then(|was| was.done).is_none() {
        found.extend(now.done.map(Event::Done));
    }
    if was.and_then(|was| was.dropped).is_none() {
        found.extend(now.dropped.map(Event::Dropped));
    }
    if now.is_open() {
        found.push(Event::Open);
    }
}

fn decision(was: Option<&Decision>, now: &Decision, session: &Session, found: &mut Vec<Event>) {
    words(was.map(|was| was.text.as_str()), &now.text, found);
    if was.is_none() {
        found.extend(now.resumes.clone().map(Event::Resumes));
    }
    if was.and_then(|was| was.outcome) != now.outcome {
        found.extend(now.outcome.map(Event::Outcome));
    }
    if was.and_then(|was| was.ratified_on).is_none() {
        found.extend(now.ratified_on.map(Event::Ratified));
    }
    if was.and_then(|was| was.executed_on).is_none() {
        found.extend(now.executed_on.map(Event::Executed));
    }
    if now.is_open_among(&session.decisions) {
        found.push(Event::Open);
    }
}

fn difference(was: Option<&Difference>, now: &Difference, found: &mut Vec<Event>) {
    words(was.map(|was| was.text.as_str()), &now.text, found);
    if was.is_none_or(|was| was.status != now.status) && (was.is_some() || now.status != DifferenceStatus::Open) {
        found.push(Event::Status(now.status));
    }
    if now.status != DifferenceStatus::Resolved {
        found.push(Event::Open);
    }
}

fn escalation(was: Option<&Escalation>, now: &Escalation, found: &mut Vec<Event>) {
    words(was.map(|was| was.title.as_str()), &now.title, found);
    if was.is_none() {
        found.extend(now.repeats.clone().map(Event::Repeats));
    }
    if was.and_then(|was| was.outcome) != now.outcome {
        found.extend(now.outcome.map(Event::Answered));
    }
    if now.is_open() {
        found.push(Event::Open);
    }
}
