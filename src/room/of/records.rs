//! Decisions, actions, stories and rounds as a room may see them.

use crate::model::action::{Action, Origin};
use crate::model::agenda::Purpose;
use crate::model::decision::Decision;
use crate::model::kpi::figures::evaluate;
use crate::model::on_table::{About, OnTable, Written};
use crate::model::story::{Story, StoryStatus};
use crate::model::{ItemNo, RecordId, RecordKind, Session};
use crate::room::shown::{
    Asks, ClosingShown, DecisionShown, ReadBack, RoomSeat, RoundShown, Says, Stand, StoryKpi, StoryShown,
};
use chrono::NaiveDate;

/// A blind round.
pub fn round(asks: Asks, seats: Vec<RoomSeat>) -> RoundShown {
    RoundShown { asks, seats }
}

/// Where each partner stands on a decision: what was revealed, or that it was given in silence.
fn stands(session: &Session, decision: &Decision) -> Vec<Stand> {
    if decision.positions.is_empty() && decision.sealed.is_empty() {
        return Vec::new();
    }
    let stand = |code| {
        let found = decision.position(code);
        let says = match found {
            Some(found) => Says::Position(found.code),
            None if decision.sealed.has(code) => Says::InSilence,
            None => Says::Nothing,
        };
        Stand { partner: code.to_string(), says, reason: found.map(|found| found.reason.clone()).unwrap_or_default() }
    };
    session.codes().map(stand).collect()
}

fn explores(session: &Session, table: &OnTable) -> bool {
    let item = table.item.as_ref().and_then(|no| session.agenda.item(no));
    item.is_some_and(|item| item.purpose == Purpose::Explore)
}

/// A decision.
pub fn decision(session: &Session, table: &OnTable, decision: &Decision) -> DecisionShown {
    DecisionShown {
        id: Some(decision.id.to_string()),
        is_action: false,
        text: decision.text.clone(),
        is_written: false,
        form: decision.form,
        outcome: decision.outcome,
        owner: decision.owner.as_ref().map(ToString::to_string),
        due: decision.due,
        stands: stands(session, decision),
        explores: explores(session, table),
    }
}

/// An action.
pub fn action(action: &Action) -> DecisionShown {
    DecisionShown {
        id: Some(action.id.to_string()),
        is_action: true,
        text: action.text.clone(),
        is_written: false,
        form: None,
        outcome: None,
        owner: action.owner.as_ref().map(ToString::to_string),
        due: action.due,
        stands: Vec::new(),
        explores: false,
    }
}

/// The words of a decision or an action that is being written: of one that has a number with all else of it.
pub fn written(session: &Session, table: &OnTable, written: &Written) -> DecisionShown {
    let known = written.about.as_ref().and_then(|id| match written.kind {
        RecordKind::Decision => session.decision(id).map(|found| decision(session, table, found)),
        RecordKind::Action => session.actions.iter().find(|found| found.id == *id).map(action),
        RecordKind::Escalation | RecordKind::Difference | RecordKind::Note | RecordKind::Story => None,
    });
    let new = DecisionShown {
        id: None,
        is_action: written.kind == RecordKind::Action,
        text: String::new(),
        is_written: true,
        form: None,
        outcome: None,
        owner: None,
        due: None,
        stands: Vec::new(),
        explores: explores(session, table),
    };
    DecisionShown { text: written.text.clone(), is_written: true, ..known.unwrap_or(new) }
}

/// A story of this month, where it was released.
pub fn story(session: &Session, id: &RecordId, today: NaiveDate) -> Option<StoryShown> {
    let told = |story: &&Story| story.status == StoryStatus::Released && story.month == session.successes.month;
    let released: Vec<&Story> = session.successes.stories.iter().filter(told).collect();
    let place = released.iter().position(|story| story.id == *id)?;
    let story = released[place];
    let kpi = story.kpi.as_ref().and_then(|id| session.kpis.iter().find(|kpi| kpi.id == *id));
    let kpi = kpi.and_then(|kpi| {
        let found = evaluate(kpi, today)?;
        let name = format!("{} {}", kpi.id, kpi.name);
        Some(StoryKpi { name, last: found.last, unit: kpi.unit.clone(), stand: found.stand })
    });
    Some(StoryShown {
        place: place + 1,
        all: released.len(),
        title: story.title.clone(),
        then: story.situation.clone(),
        together: story.together.clone(),
        now: story.result.clone(),
        shines: story.shines.clone(),
        partners: story.partners.iter().map(ToString::to_string).collect(),
        kpi,
    })
}

/// Decisions and actions under an item so far.
pub fn under(session: &Session, no: &ItemNo) -> Vec<(String, String)> {
    let decisions = session.own_decisions().filter(|found| found.item.as_ref() == Some(no));
    let decisions: Vec<&Decision> = decisions.collect();
    let comes_from_it = |action: &&Action| match &action.from {
        Some(Origin::Item(item)) => item == no,
        Some(Origin::Record(id)) => decisions.iter().any(|decision| decision.id == *id),
        None => false,
    };
    let actions = session.actions.iter().filter(|action| action.session == session.number).filter(comes_from_it);
    let actions = actions.map(|action| (action.id.to_string(), action.text.clone()));
    let decisions = decisions.iter().map(|decision| (decision.id.to_string(), decision.text.clone()));
    decisions.chain(actions).collect()
}

/// What is read back: decisions and actions of this meeting.
pub fn closing(session: &Session, table: &OnTable) -> ClosingShown {
    let is_here = |id: &RecordId| table.about.as_ref() == Some(&About::Record(id.clone()));
    let decisions = session.own_decisions().map(|found| ReadBack {
        id: found.id.to_string(),
        text: found.text.clone(),
        outcome: found.outcome,
        owner: found.owner.as_ref().map(ToString::to_string),
        due: found.due,
        is_here: is_here(&found.id),
    });
    let own = session.actions.iter().filter(|found| found.session == session.number);
    let actions = own.map(|found| ReadBack {
        id: found.id.to_string(),
        text: found.text.clone(),
        outcome: None,
        owner: found.owner.as_ref().map(ToString::to_string),
        due: found.due,
        is_here: is_here(&found.id),
    });
    ClosingShown { lines: decisions.chain(actions).collect(), next: session.closing.next_date }
}
