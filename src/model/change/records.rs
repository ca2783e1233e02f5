//! New records, records that change kind, and the details of actions, disagreements and notes.

use super::{Refusal, find, known, said, toggle};
use crate::model::action::{Action, Origin, Postponement};
use crate::model::agenda::Purpose;
use crate::model::decision::Decision;
use crate::model::difference::{Difference, DifferenceStatus};
use crate::model::governance::Level;
use crate::model::governance::escalation::Escalation;
use crate::model::ids::{ItemNo, PartnerCode, RecordId, RecordKind};
use crate::model::session::note::Note;
use crate::model::session::{Session, State};
use crate::model::story::Story;
use chrono::{NaiveDate, NaiveDateTime};

/// A change of one action.
#[derive(Debug, Clone, PartialEq)]
pub enum ActionEdit {
    /// What is to be done.
    Text(String),
    /// One organisation.
    Owner(PartnerCode),
    /// One person.
    Person(String),
    /// The partner it waits for; none is nobody.
    WaitsFor(Option<PartnerCode>),
    /// By when, set right.
    Due(Option<NaiveDate>),
    /// A later date: counted, with the date that was let go.
    Postpone(NaiveDate),
    /// Done on this day, or not done after all.
    Done(Option<NaiveDate>),
    /// Dropped on this day, or not dropped after all.
    Dropped(Option<NaiveDate>),
    /// Where it comes from.
    From(Origin),
}

/// A change of one disagreement.
#[derive(Debug, Clone, PartialEq)]
pub enum DifferenceEdit {
    /// What it is about.
    Text(String),
    /// A partner sees it otherwise, or not any more.
    Partner(PartnerCode),
    /// The decision it is about.
    Decision(Option<RecordId>),
    /// Where it stands.
    Status(DifferenceStatus),
    /// What would change their mind.
    WouldChange(String),
    /// When it is looked at again.
    Review(Option<NaiveDate>),
}

pub(super) fn create(
    session: &mut Session,
    kind: RecordKind,
    item: Option<ItemNo>,
    text: &str,
    now: NaiveDateTime,
) -> Result<RecordId, Refusal> {
    let text = said(text)?;
    if kind == RecordKind::Decision {
        may_decide(session, item.as_ref())?;
    }
    let id = session.next_id(kind);
    let number = session.number;
    let from = item.clone().map(Origin::Item);
    match kind {
        RecordKind::Decision => {
            let decision = Decision::new(id.clone(), number, session.date, item, &text);
            session.decisions.push(decision);
        }
        RecordKind::Action => session.actions.push(Action::new(id.clone(), number, from, &text)),
        RecordKind::Difference => session.differences.push(Difference::new(id.clone(), number, item, &text)),
        RecordKind::Note => session.notes.push(Note { id: id.clone(), session: number, at: now, item, text }),
        RecordKind::Story => {
            let story = Story::new(id.clone(), session.successes.month, &text);
            session.successes.stories.push(story);
            super::story::apply(session, &id, &super::StoryEdit::Withdraw)?;
        }
        RecordKind::Escalation => session.escalations.push(escalation(id.clone(), number, text, now.date())),
    }
    Ok(id)
}

/// Exploring a difference admits no decision (7.4); quorum and mandate are asked about once while the meeting runs.
fn may_decide(session: &Session, item: Option<&ItemNo>) -> Result<(), Refusal> {
    let purpose = item.and_then(|no| session.agenda.item(no)).map(|item| item.purpose);
    if purpose == Some(Purpose::Explore) {
        return Err(Refusal::ExploreAdmitsNoDecision);
    }
    session.obstacle_to_deciding().map_or(Ok(()), |obstacle| Err(obstacle.into()))
}

fn escalation(id: RecordId, session: u32, title: String, today: NaiveDate) -> Escalation {
    Escalation {
        id,
        session,
        title,
        from: Level::Tactical,
        to: Level::Strategic,
        path: vec![Level::Tactical, Level::Strategic],
        reason: None,
        within_lower_mandate: None,
        prepared: None,
        tried: String::new(),
        asked: String::new(),
        raised: today,
        closed: None,
        admitted: false,
        outcome: None,
        assignment: None,
        repeats: None,
    }
}

/// What a record holds that another kind can hold too.
struct Gist {
    session: u32,
    item: Option<ItemNo>,
    text: String,
    owner: Option<PartnerCode>,
    due: Option<NaiveDate>,
}

fn gist(session: &Session, id: &RecordId) -> Option<Gist> {
    let plain = |session, item: &Option<ItemNo>, text: &str| Gist {
        session,
        item: item.clone(),
        text: text.to_owned(),
        owner: None,
        due: None,
    };
    match id.kind()? {
        RecordKind::Decision => {
            let found = session.decision(id)?;
            let (owner, due) = (found.owner.clone(), found.due);
            Some(Gist { owner, due, ..plain(found.session, &found.item, &found.text) })
        }
        RecordKind::Action => {
            let found = session.actions.iter().find(|action| action.id == *id)?;
            let item = match &found.from {
                Some(Origin::Item(no)) => Some(no.clone()),
                Some(Origin::Record(_)) | None => None,
            };
            Some(Gist { owner: found.owner.clone(), due: found.due, ..plain(found.session, &item, &found.text) })
        }
        RecordKind::Difference => {
            let found = session.differences.iter().find(|difference| difference.id == *id)?;
            let owner = found.partners.first().cloned();
            Some(Gist { owner, ..plain(found.session, &found.item, &found.text) })
        }
        RecordKind::Note => {
            let found = session.notes.iter().find(|note| note.id == *id)?;
            Some(plain(found.session, &found.item, &found.text))
        }
        RecordKind::Escalation => {
            let found = session.escalations.iter().find(|escalation| escalation.id == *id)?;
            Some(plain(found.session, &None, &found.title))
        }
        RecordKind::Story => None,
    }
}

pub(super) fn convert(
    session: &mut Session,
    id: &RecordId,
    to: RecordKind,
    now: NaiveDateTime,
) -> Result<RecordId, Refusal> {
    if id.kind() == Some(to) || matches!(to, RecordKind::Story) {
        return Err(Refusal::CannotBecome);
    }
    let gist = gist(session, id).ok_or(Refusal::CannotBecome)?;
    if gist.session != session.number {
        return Err(Refusal::FromEarlierSession);
    }
    let new = create(session, to, gist.item, &gist.text, now)?;
    match to {
        RecordKind::Decision => {
            let decision = find(&mut session.decisions, |decision| decision.id == new)?;
            (decision.owner, decision.due) = (gist.owner, gist.due);
        }
        RecordKind::Action => {
            let action = find(&mut session.actions, |action| action.id == new)?;
            (action.owner, action.due) = (gist.owner, gist.due);
        }
        RecordKind::Difference => {
            let difference = find(&mut session.differences, |difference| difference.id == new)?;
            difference.partners = gist.owner.into_iter().collect();
        }
        RecordKind::Note | RecordKind::Escalation | RecordKind::Story => {}
    }
    for about in session.agenda.items.iter_mut().flat_map(|item| &mut item.about).filter(|about| *about == id) {
        *about = new.clone();
    }
    remove(session, id)?;
    Ok(new)
}

/// What pointed at a record that goes, points nowhere.
fn forget(session: &mut Session, id: &RecordId) {
    let drop_it = |pointer: &mut Option<RecordId>| drop(pointer.take_if(|found| found == id));
    session.evaluations.iter_mut().for_each(|found| drop_it(&mut found.decision));
    session.differences.iter_mut().for_each(|found| drop_it(&mut found.decision));
    session.decisions.iter_mut().for_each(|found| drop_it(&mut found.resumes));
    session.shopfloor.iter_mut().for_each(|found| drop_it(&mut found.about));
    session.governance.amendment.iter_mut().for_each(|found| drop_it(&mut found.decision));
    for action in session.actions.iter_mut() {
        action.from.take_if(|from| *from == Origin::Record(id.clone()));
    }
    session.agenda.items.iter_mut().for_each(|item| item.about.retain(|about| about != id));
}

pub(super) fn remove(session: &mut Session, id: &RecordId) -> Result<(), Refusal> {
    fn drop_from<T>(list: &mut Vec<T>, found: impl Fn(&T) -> bool, own: impl Fn(&T) -> bool) -> Result<(), Refusal> {
        let here = list.iter().position(&found).ok_or(Refusal::NoSuchRecord)?;
        if !own(&list[here]) {
            return Err(Refusal::FromEarlierSession);
        }
        list.remove(here);
        Ok(())
    }
    let now = session.number;
    match id.kind().ok_or(Refusal::NoSuchRecord)? {
        RecordKind::Decision => {
            drop_from(&mut session.decisions, |found| found.id == *id, |found| found.session == now)
        }
        RecordKind::Action => drop_from(&mut session.actions, |found| found.id == *id, |found| found.session == now),
        RecordKind::Difference => {
            drop_from(&mut session.differences, |found| found.id == *id, |found| found.session == now)
        }
        RecordKind::Note => drop_from(&mut session.notes, |found| found.id == *id, |found| found.session == now),
        RecordKind::Escalation => {
            drop_from(&mut session.escalations, |found| found.id == *id, |found| found.session == now)
        }
        RecordKind::Story => drop_from(&mut session.successes.stories, |found| found.id == *id, |_| true),
    }?;
    forget(session, id);
    Ok(())
}

pub(super) fn edit_action(session: &mut Session, id: &RecordId, edit: &ActionEdit) -> Result<(), Refusal> {
    if let ActionEdit::Owner(code) | ActionEdit::WaitsFor(Some(code)) = edit {
        known(session, code)?;
    }
    let number = session.number;
    let action = find(&mut session.actions, |action| action.id == *id)?;
    match edit {
        ActionEdit::Text(text) => action.text = said(text)?,
        ActionEdit::Owner(code) => action.owner = Some(code.clone()),
        ActionEdit::Person(person) => person.trim().clone_into(&mut action.person),
        ActionEdit::WaitsFor(code) => action.waits_for.clone_from(code),
        ActionEdit::Due(due) => action.due = *due,
        ActionEdit::Postpone(to) => {
            action.postponed.push(Postponement { from: action.due, to: *to, session: number });
            action.due = Some(*to);
        }
        ActionEdit::Done(day) => (action.done, action.dropped) = (*day, None),
        ActionEdit::Dropped(day) => (action.dropped, action.done) = (*day, None),
        ActionEdit::From(origin) => action.from = Some(origin.clone()),
    }
    Ok(())
}

pub(super) fn edit_difference(session: &mut Session, id: &RecordId, edit: &DifferenceEdit) -> Result<(), Refusal> {
    if let DifferenceEdit::Partner(code) = edit {
        known(session, code)?;
    }
    if let DifferenceEdit::Decision(Some(decision)) = edit {
        session.decision(decision).ok_or(Refusal::NoSuchRecord)?;
    }
    let difference = find(&mut session.differences, |difference| difference.id == *id)?;
    match edit {
        DifferenceEdit::Text(text) => difference.text = said(text)?,
        DifferenceEdit::Partner(code) => toggle(&mut difference.partners, code),
        DifferenceEdit::Decision(decision) => difference.decision.clone_from(decision),
        DifferenceEdit::Status(status) => difference.status = *status,
        DifferenceEdit::WouldChange(text) => text.trim().clone_into(&mut difference.would_change),
        DifferenceEdit::Review(day) => difference.review_on = *day,
    }
    Ok(())
}

pub(super) fn edit_note(session: &mut Session, id: &RecordId, text: &str) -> Result<(), Refusal> {
    find(&mut session.notes, |note| note.id == *id)?.text = said(text)?;
    Ok(())
}

impl Session {
    /// Whether anything that a person writes down may still be changed.
    pub fn is_open(&self) -> bool {
        self.state != State::Closed
    }
}
