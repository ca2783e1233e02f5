//! From one session to the next: what is open goes along, numbers and all (one pure function).

use crate::model::action::Action;
use crate::model::agenda::{Agenda, AgendaItem, ItemOutcome};
use crate::model::attendance::{Presence, Seat};
use crate::model::chain::Partner;
use crate::model::difference::DifferenceStatus;
use crate::model::difference::shopfloor::SIGNALS_KEPT;
use crate::model::governance::escalation::Escalation;
use crate::model::ids::{Month, RecordId};
use crate::model::kpi::Kpi;
use crate::model::relation::Relation;
use crate::model::session::tally::{LOOK_BACK, Tally};
use crate::model::session::{Closing, Session, State};
use crate::model::shared::Shared;
use crate::model::story::{Story, StoryMonth, StoryStatus, Successes};
use chrono::NaiveDate;

/// Rounds and values that go along; older ones stay in their own files.
const ROUNDS: usize = 8;
const KPI_VALUES: usize = 36;
const STORY_MONTHS: usize = 12;

/// Everything that goes along, and what stays behind, for a look before it happens.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Preview {
    /// Agenda items that come back.
    pub items: Vec<String>,
    /// Records that go along.
    pub records: Vec<RecordId>,
    /// Records that are finished and stay in this file.
    pub stays: Vec<RecordId>,
}

fn later<T: Clone>(list: &[T], keep: usize) -> Vec<T> {
    list[list.len().saturating_sub(keep)..].to_vec()
}

/// What carries over from a session, and what does not.
pub fn preview(session: &Session) -> Preview {
    let mut preview = Preview::default();
    let mut sort = |id: &RecordId, open: bool| {
        if open { preview.records.push(id.clone()) } else { preview.stays.push(id.clone()) }
    };
    for decision in session.decisions.iter() {
        sort(&decision.id, decision.is_open_among(&session.decisions));
    }
    for difference in session.differences.iter() {
        sort(&difference.id, difference.status != DifferenceStatus::Resolved);
    }
    for action in session.actions.iter() {
        sort(&action.id, action.is_open());
    }
    for escalation in session.escalations.iter() {
        sort(&escalation.id, escalation.is_open());
    }
    for note in session.notes.iter() {
        sort(&note.id, false);
    }
    for story in &session.successes.stories {
        sort(&story.id, story.status != StoryStatus::Released);
    }
    preview.items = returning(&session.agenda, session.number).iter().map(|item| item.title.clone()).collect();
    preview
}

/// An item as it comes back: without its time and its outcome.
fn afresh(item: &AgendaItem) -> AgendaItem {
    AgendaItem { spent: 0, outcome: None, first_session: None, ..item.clone() }
}

/// Items of this session only that the group was not through with; what was skipped on purpose stays behind.
fn returning(agenda: &Agenda, number: u32) -> Vec<AgendaItem> {
    let unfinished =
        |item: &&AgendaItem| item.standing.is_none() && !item.is_done() && item.outcome != Some(ItemOutcome::Skipped);
    let again =
        |item: &AgendaItem| AgendaItem { first_session: Some(item.first_session.unwrap_or(number)), ..afresh(item) };
    agenda.items.iter().filter(unfinished).map(again).collect()
}

/// The agenda of the next session: what stands on every agenda, and before the closing what was not finished.
fn next_agenda(session: &Session) -> Agenda {
    let standing = session.agenda.items.iter().filter_map(|item| {
        let title = item.standing.clone()?;
        Some(AgendaItem { title, about: Vec::new(), ..afresh(item) })
    });
    let mut agenda = Agenda { items: standing.collect(), running: None };
    agenda.insert_before_closing(returning(&session.agenda, session.number));
    agenda
}

fn next_successes(successes: &Successes, month: Month) -> Successes {
    let mut months = successes.months.clone();
    let mut released: Vec<&Story> =
        successes.stories.iter().filter(|story| story.status == StoryStatus::Released).collect();
    released.sort_by_key(|story| story.month);
    let mut at = successes.month;
    while at < month {
        let told = released.iter().filter(|story| story.month == at);
        let featured = told.clone().flat_map(|story| story.partners.clone()).collect();
        months.push(StoryMonth { month: at, released: u32::try_from(told.count()).unwrap_or(u32::MAX), featured });
        at = at.plus(1);
    }
    let drafts = successes.stories.iter().filter(|story| story.status != StoryStatus::Released);
    let stories = drafts.map(|story| Story { month, ..story.clone() }).collect();
    Successes { month, stories, months: later(&months, STORY_MONTHS) }
}

/// The tallies with what was settled since, and the session itself added.
fn next_look_back(session: &Session) -> Vec<Tally> {
    let mut tallies = session.look_back.to_vec();
    for tally in &mut tallies {
        let settled = session.actions.iter().filter(|action| action.session == tally.session && !action.is_open());
        let on_time = settled.clone().filter(|action| action.was_on_time()).count();
        let leaves = session.decisions.iter().filter(|found| found.session == tally.session);
        let leaves = leaves.filter(|found| !found.is_open_among(&session.decisions));
        tally.dissent = tally.dissent_with(leaves.clone());
        let executed = leaves.filter(|found| found.executed_on.is_some()).count();
        tally.executed = tally.executed.saturating_add(u32::try_from(executed).unwrap_or(u32::MAX));
        tally.actions_settled =
            tally.actions_settled.saturating_add(u32::try_from(settled.count()).unwrap_or(u32::MAX));
        tally.actions_on_time = tally.actions_on_time.saturating_add(u32::try_from(on_time).unwrap_or(u32::MAX));
    }
    tallies.push(Tally::of(session));
    later(&tallies, LOOK_BACK)
}

/// The records that go along.
fn still<T: Clone>(records: &[T], goes_along: impl Fn(&T) -> bool) -> Shared<Vec<T>> {
    records.iter().filter(|record| goes_along(record)).cloned().collect::<Vec<_>>().into()
}

/// Ties and cafés go along; of the rounds the last ones.
fn next_relation(relation: &Relation) -> Relation {
    let Relation { temperatures, cafes, moments, activities, cafe_rule } = relation;
    Relation {
        temperatures: later(temperatures, ROUNDS),
        cafes: cafes.clone(),
        moments: moments.clone(),
        activities: activities.clone(),
        cafe_rule: cafe_rule.clone(),
    }
}

/// KPIs with the last part of their series.
fn next_kpis(kpis: &Shared<Vec<Kpi>>) -> Shared<Vec<Kpi>> {
    let mut next = kpis.clone();
    for kpi in next.iter_mut() {
        kpi.values = later(&kpi.values, KPI_VALUES);
    }
    next
}

/// The next session, Planned. Numbers, texts and origins of what goes along do not change. Taken apart without `..`: a
/// new section does not compile before it is said whether it goes along.
pub fn carry_over(session: &Session, date: NaiveDate) -> Session {
    let Session {
        schema,
        number,
        date: _,
        state: _,
        papers_sent: _,
        chain,
        identity,
        agenda: _,
        attendance: _,
        adopts: _,
        decisions,
        differences,
        actions,
        escalations,
        notes: _,
        successes,
        evaluations: _,
        closing: _,
        log: _,
        numbering,
        partners,
        ambition,
        kpis,
        governance,
        benefit_rounds,
        relation,
        pulses,
        shopfloor,
        set_aside,
        declined: _,
        look_back: _,
        conflicts,
    } = session;
    let seat = |partner: &Partner| Seat { partner: partner.code.clone(), presence: Presence::Unknown, level: None };
    let mut next = Session {
        schema: *schema,
        number: number.saturating_add(1),
        date,
        state: State::Planned,
        papers_sent: None,
        chain: chain.clone(),
        identity: identity.clone(),
        agenda: next_agenda(session).into(),
        attendance: partners.iter().map(seat).collect::<Vec<_>>().into(),
        adopts: None,
        decisions: still(decisions, |decision| decision.is_open_among(decisions)),
        differences: still(differences, |found| found.status != DifferenceStatus::Resolved),
        actions: still(actions, Action::is_open),
        escalations: still(escalations, Escalation::is_open),
        notes: Vec::new().into(),
        successes: next_successes(successes, Month::of(date).plus(-1).max(successes.month)).into(),
        evaluations: Vec::new().into(),
        closing: Closing::default().into(),
        log: Vec::new().into(),
        numbering: numbering.clone(),
        partners: partners.clone(),
        ambition: ambition.clone(),
        kpis: next_kpis(kpis),
        governance: governance.clone(),
        benefit_rounds: later(benefit_rounds, ROUNDS).into(),
        relation: next_relation(relation).into(),
        pulses: later(pulses, ROUNDS).into(),
        shopfloor: later(shopfloor, SIGNALS_KEPT).into(),
        set_aside: set_aside.clone(),
        declined: Vec::new().into(),
        look_back: next_look_back(session).into(),
        conflicts: Vec::new().into(),
    };
    // What nobody chose between yet is asked again, where it is still there to choose.
    let open = conflicts.iter().filter(|found| found.goes_along_to(&next)).cloned().collect::<Vec<_>>();
    next.conflicts = open.into();
    next
}
