//! The view of a session that a room may see, by what is on the table: the only place in this folder that reads a session.

mod figures;
mod records;

use super::shown::{AmbitionShown, Asks, Heading, ItemClock, ItemShown, PauseShown, RoomSeat, RoomSession, Shown};
use crate::model::agenda::{Expected, Room};
use crate::model::decision::speaks;
use crate::model::on_table::{About, OnTable, Pause};
use crate::model::{PartnerCode, RecordKind, Session};
use chrono::NaiveDateTime;

/// The moment at which the room looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// Now.
    pub now: NaiveDateTime,
    /// Seconds that the running item took which the session does not hold yet.
    pub running: u32,
}

/// What the room sees of a session.
pub fn of(session: &Session, table: &OnTable, moment: Moment) -> RoomSession {
    let agenda = &session.agenda;
    let running = agenda.running.as_ref().and_then(|running| agenda.item(&running.item));
    let clock = running.map(|item| ItemClock {
        no: item.no.to_string(),
        planned: item.minutes.saturating_mul(60),
        spent: agenda.spent(item, moment.running),
    });
    let opened = session.opened_at();
    let goes_on = table.pause.map_or(moment.now, |pause| pause.until.max(moment.now));
    let Expected { end, late } = agenda.expected(opened, goes_on, moment.running);
    RoomSession {
        chain: session.chain.name.clone(),
        number: session.number,
        room: table.room,
        item: table.item.as_ref().and_then(|no| agenda.item(no)).map(heading),
        clock,
        now: moment.now,
        end: end.filter(|_| opened.is_some()),
        late,
        shown: shown(session, table, moment),
    }
}

fn heading(item: &crate::model::agenda::AgendaItem) -> Heading {
    Heading { no: item.no.to_string(), title: item.title.clone() }
}

/// The one thing that is shown.
fn shown(session: &Session, table: &OnTable, moment: Moment) -> Shown {
    if let Some(pause) = table.pause {
        return Shown::Pause(pause_of(session, table, pause));
    }
    if let Some(written) = &table.written {
        return Shown::Decision(records::written(session, table, written));
    }
    let about = table.about.as_ref();
    // At the end what is selected is what is read now.
    let about = about.filter(|_| table.room != Room::Closing);
    let chosen = || about.and_then(|about| chosen(session, table, about, moment));
    let found = pulse(session, table).or_else(chosen).or_else(|| of_room(session, table));
    found.unwrap_or_else(|| Shown::Item(item(session, table)))
}

/// What is selected or open, where the room may see that.
fn chosen(session: &Session, table: &OnTable, about: &About, moment: Moment) -> Option<Shown> {
    match about {
        About::Kpi(id) => {
            let kpi = session.kpis.iter().find(|kpi| kpi.id == *id)?;
            Some(Shown::Kpi(figures::kpi(kpi, moment.now.date())))
        }
        About::Record(id) => match id.kind()? {
            RecordKind::Decision => {
                session.decision(id).map(|found| records::decision(session, table, found)).map(Shown::Decision)
            }
            RecordKind::Action => {
                let action = session.actions.iter().find(|action| action.id == *id)?;
                Some(Shown::Decision(records::action(action)))
            }
            RecordKind::Story => records::story(session, id, moment.now.date()).map(Shown::Story),
            // Of these the room hears what is said about them, not what was written down before.
            RecordKind::Escalation | RecordKind::Difference | RecordKind::Note => None,
        },
    }
}

/// The pulse, while that is on the table.
fn pulse(session: &Session, table: &OnTable) -> Option<Shown> {
    if !table.pulse {
        return None;
    }
    let hidden = session.own_pulse().filter(|pulse| !pulse.may_be_shown());
    match hidden {
        Some(pulse) => {
            let given: Vec<&PartnerCode> = pulse.rows.given_by().collect();
            Some(Shown::Round(records::round(Asks::Pulse, seats(session, &given))))
        }
        None if table.gives_row => Some(Shown::Round(records::round(Asks::Pulse, seats(session, &[])))),
        None => figures::pulse(session).map(Shown::Pulse),
    }
}

/// What a room of the agenda shows by itself.
fn of_room(session: &Session, table: &OnTable) -> Option<Shown> {
    match table.room {
        Room::Ambition => Some(Shown::Ambition(ambition(session))),
        Room::Balance => {
            let hidden = session.round_at_hand().filter(|round| !round.is_revealed() && !round.rows.is_empty());
            match hidden {
                Some(round) => {
                    let given: Vec<&PartnerCode> = round.rows.given_by().collect();
                    Some(Shown::Round(records::round(Asks::Benefit, seats(session, &given))))
                }
                // While the first row is given no figure of an earlier round stands beside it.
                None if table.gives_row => Some(Shown::Round(records::round(Asks::Benefit, seats(session, &[])))),
                None => figures::reveal(session).map(Shown::Reveal),
            }
        }
        Room::Closing => Some(Shown::Closing(records::closing(session, table))),
        Room::Relation => {
            let hidden = session.own_temperature().filter(|round| !round.may_be_shown());
            match hidden {
                Some(round) => {
                    let given: Vec<&PartnerCode> = round.rows.given_by().collect();
                    Some(Shown::Round(records::round(Asks::Temperature, seats(session, &given))))
                }
                None if table.gives_row => Some(Shown::Round(records::round(Asks::Temperature, seats(session, &[])))),
                None => figures::temperature(session).map(Shown::Temperature),
            }
        }
        Room::Opening
        | Room::Agenda
        | Room::Report
        | Room::Actions
        | Room::Successes
        | Room::Kpis
        | Room::Governance
        | Room::Differences
        | Room::Identity
        | Room::Free => None,
    }
}

/// Every partner, and whether it gave its row.
fn seats(session: &Session, given: &[&PartnerCode]) -> Vec<RoomSeat> {
    let seat = |code: &PartnerCode| RoomSeat {
        partner: code.to_string(),
        is_in: given.contains(&code),
        is_away: speaks(&session.attendance, code).is_absent(),
    };
    session.codes().map(seat).collect()
}

fn ambition(session: &Session) -> AmbitionShown {
    let partners = session.codes().map(|code| (code.to_string(), session.ambition.standing(code))).collect();
    AmbitionShown { text: session.ambition.text.clone(), partners }
}

/// The break, and what comes after it: the item that runs, else the next one that waits.
fn pause_of(session: &Session, table: &OnTable, pause: Pause) -> PauseShown {
    let agenda = &session.agenda;
    let running = agenda.running.as_ref().and_then(|running| agenda.item(&running.item));
    let here = table.item.as_ref().and_then(|no| agenda.item(no));
    let waits = here.filter(|item| item.outcome.is_none());
    let next = running.or(waits).or_else(|| here.and_then(|item| agenda.next_open(&item.no)));
    PauseShown {
        from: pause.from,
        until: pause.until,
        next: next.map(heading),
        decisions: session.own_decisions().count(),
        actions: session.actions.iter().filter(|action| action.session == session.number).count(),
    }
}

fn item(session: &Session, table: &OnTable) -> ItemShown {
    let found = table.item.as_ref().and_then(|no| session.agenda.item(no));
    ItemShown {
        no: found.map(|item| item.no.to_string()),
        title: found.map(|item| item.title.clone()),
        room: table.room,
        purpose: found.map(|item| item.purpose),
        minutes: found.map_or(0, |item| item.minutes),
        records: found.map(|item| records::under(session, &item.no)).unwrap_or_default(),
    }
}
