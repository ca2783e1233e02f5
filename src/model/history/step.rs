//! What one change did to a meeting, in so many words that a person knows what undo takes back.

use crate::model::agenda::{Agenda, AgendaItem};
use crate::model::attendance::Seat;
use crate::model::ids::{ItemNo, KpiId, PartnerCode, RecordId};
use crate::model::privacy::sealed::{Given, Sealed};
use crate::model::session::{Session, State};
use chrono::NaiveDateTime;

/// What one change did. What was given in silence is named by its partner only, never by what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A record came, with its text.
    Made(RecordId, String),
    /// A record went.
    Gone(RecordId, String),
    /// A record became another kind, and got another number with that: the old number, the new one, the text.
    Became(RecordId, RecordId, String),
    /// A record says something else.
    Changed(RecordId, String),
    /// What these partners gave in silence came or went.
    Rows(Vec<PartnerCode>),
    /// The meeting is as far as this now.
    State(State),
    /// These partners are there in another way.
    Attendance(Vec<PartnerCode>),
    /// An agenda item came, with its title.
    ItemMade(ItemNo, String),
    /// An agenda item went.
    ItemGone(ItemNo, String),
    /// An agenda item is another, or stands further in the meeting.
    Item(ItemNo, String),
    /// A KPI, with its name.
    Kpi(KpiId, String),
    /// A partner joined, left, or is described otherwise.
    Partner(PartnerCode),
    /// Something else of this part of the session.
    Part(Part),
    /// This, and something with so many other records.
    AndMore(Box<Step>, usize),
}

/// A part of the session that has no numbers of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Date, papers, adoption.
    Meeting,
    /// The chain itself.
    Chain,
    /// Who it is to the outside world.
    Identity,
    /// The agenda: its clock, its order.
    Agenda,
    /// Factor 1.
    Ambition,
    /// Factor 3.
    Governance,
    /// Factor 4.
    Balance,
    /// Factor 5.
    Relation,
    /// Factor 6, apart from single stories.
    Successes,
    /// The pulse on the factors.
    Pulse,
    /// What came back from the shop floor.
    Shopfloor,
    /// Warnings set aside, and proposals left off.
    Warnings,
    /// Ratings, next date.
    Closing,
    /// What happened to the meeting itself.
    Log,
}

/// Records that two states don't have in common.
#[derive(Default)]
struct Records {
    made: Vec<(RecordId, String)>,
    gone: Vec<(RecordId, String)>,
    changed: Vec<(RecordId, String)>,
}

impl Records {
    fn compare<T: PartialEq>(&mut self, before: &[T], after: &[T], name: impl Fn(&T) -> (&RecordId, &str)) {
        let told = |found: &T| (name(found).0.clone(), name(found).1.to_owned());
        let within = |list: &[T], found: &T| list.iter().position(|other| name(other).0 == name(found).0);
        for found in after {
            match within(before, found) {
                None => self.made.push(told(found)),
                Some(place) if before[place] != *found => self.changed.push(told(found)),
                Some(_) => {}
            }
        }
        self.gone.extend(before.iter().filter(|found| within(after, found).is_none()).map(told));
    }

    /// The first of them, and how many more there are.
    fn step(self) -> Option<Step> {
        let all = self.made.len() + self.gone.len() + self.changed.len();
        let first = self.first()?;
        // A record that became another kind went and came.
        let named = if matches!(first, Step::Became(..)) { 2 } else { 1 };
        match all.saturating_sub(named) {
            0 => Some(first),
            more => Some(Step::AndMore(Box::new(first), more)),
        }
    }

    /// What came is said before what went, and that before what is another now.
    fn first(mut self) -> Option<Step> {
        match (self.made.len(), self.gone.len()) {
            (0, 0) if self.changed.is_empty() => None,
            (0, 0) => Some(self.changed.swap_remove(0)).map(|(id, text)| Step::Changed(id, text)),
            (0, _) => Some(self.gone.swap_remove(0)).map(|(id, text)| Step::Gone(id, text)),
            (1, 1) => {
                let (id, text) = self.made.swap_remove(0);
                Some(Step::Became(self.gone.swap_remove(0).0, id, text))
            }
            _ => Some(self.made.swap_remove(0)).map(|(id, text)| Step::Made(id, text)),
        }
    }
}

/// What a change did; none when nothing that a person knows of is another.
pub fn step(before: &Session, after: &Session) -> Option<Step> {
    // Taken apart field by field, so that a new one can't be forgotten.
    let Session {
        schema: _,
        number,
        date,
        state,
        papers_sent,
        chain,
        identity,
        agenda,
        attendance,
        adopts,
        decisions,
        differences,
        actions,
        escalations,
        notes,
        successes,
        evaluations,
        closing,
        log,
        numbering: _,
        partners,
        ambition,
        kpis,
        governance,
        benefit_rounds,
        relation,
        pulses,
        shopfloor,
        set_aside,
        declined,
        look_back,
        conflicts,
    } = after;
    if before.state != *state {
        return Some(Step::State(*state));
    }
    let mut rows = in_silence(before, after);
    if !rows.is_empty() {
        rows.dedup();
        return Some(Step::Rows(rows));
    }
    let mut records = Records::default();
    records.compare(&before.decisions, decisions, |found| (&found.id, &found.text));
    records.compare(&before.actions, actions, |found| (&found.id, &found.text));
    records.compare(&before.differences, differences, |found| (&found.id, &found.text));
    records.compare(&before.escalations, escalations, |found| (&found.id, &found.title));
    records.compare(&before.successes.stories, &successes.stories, |found| (&found.id, &found.title));
    records.compare(&before.notes, notes, |found| (&found.id, &found.text));
    let kpi = || {
        let named = |id: &KpiId| kpis.iter().chain(before.kpis.iter()).find(|found| found.id == *id);
        let other = only(&before.kpis, kpis).map(|found| &found.id);
        let other = other.or_else(|| only(&before.evaluations, evaluations).map(|found| &found.kpi));
        other.map(|id| Step::Kpi(id.clone(), named(id).map(|found| found.name.clone()).unwrap_or_default()))
    };
    let partner = || only(&before.partners, partners).map(|found| Step::Partner(found.code.clone()));
    let part = |part: Part, other: bool| other.then_some(Step::Part(part));
    records
        .step()
        .or_else(kpi)
        .or_else(partner)
        .or_else(|| seats(&before.attendance, attendance))
        .or_else(|| item(&before.agenda, agenda))
        .or_else(|| part(Part::Ambition, before.ambition != *ambition))
        .or_else(|| part(Part::Governance, before.governance != *governance))
        .or_else(|| part(Part::Balance, before.benefit_rounds != *benefit_rounds))
        .or_else(|| part(Part::Relation, before.relation != *relation))
        .or_else(|| part(Part::Successes, before.successes != *successes))
        .or_else(|| part(Part::Pulse, before.pulses != *pulses))
        .or_else(|| part(Part::Shopfloor, before.shopfloor != *shopfloor))
        .or_else(|| {
            let warnings = before.set_aside != *set_aside || before.declined != *declined;
            part(Part::Warnings, warnings || before.conflicts != *conflicts)
        })
        .or_else(|| part(Part::Closing, before.closing != *closing))
        .or_else(|| part(Part::Identity, before.identity != *identity))
        .or_else(|| part(Part::Chain, before.chain != *chain))
        .or_else(|| {
            let meeting = before.number != *number || before.date != *date;
            part(Part::Meeting, meeting || before.papers_sent != *papers_sent || before.adopts != *adopts)
        })
        .or_else(|| part(Part::Log, before.log != *log || before.look_back != *look_back))
}

/// Something that only one of two lists has; what came is found before what went.
fn only<'a, T: PartialEq>(before: &'a [T], after: &'a [T]) -> Option<&'a T> {
    let missing = |these: &'a [T], those: &[T]| these.iter().find(|found| !those.contains(found));
    missing(after, before).or_else(|| missing(before, after))
}

/// The partners whose rows, of all that is still hidden, came, went or are others.
fn in_silence(before: &Session, after: &Session) -> Vec<PartnerCode> {
    fn differing<T: Given + PartialEq>(before: Option<&Sealed<T>>, after: Option<&Sealed<T>>) -> Vec<PartnerCode> {
        let nothing = Sealed::default();
        let (before, after) = (before.unwrap_or(&nothing), after.unwrap_or(&nothing));
        // What is open is named by what it is a part of.
        if before.is_open() || after.is_open() { Vec::new() } else { after.differing(before) }
    }
    let mut found = Vec::new();
    for decision in after.decisions.iter() {
        let Some(was) = before.decision(&decision.id) else { continue };
        // Sealed positions that are gone because they stand in the open now were revealed.
        if was.positions == decision.positions {
            found.extend(differing(Some(&was.sealed), Some(&decision.sealed)));
        }
    }
    for round in after.benefit_rounds.iter() {
        let was = before.benefit_rounds.iter().find(|was| was.session == round.session);
        found.extend(differing(was.map(|was| &was.rows), Some(&round.rows)));
    }
    let temperature = |session: &'_ Session| session.own_temperature().map(|round| round.rows.clone());
    found.extend(differing(temperature(before).as_ref(), temperature(after).as_ref()));
    let pulse = |session: &'_ Session| session.own_pulse().map(|pulse| pulse.rows.clone());
    found.extend(differing(pulse(before).as_ref(), pulse(after).as_ref()));
    found
}

fn seats(before: &[Seat], after: &[Seat]) -> Option<Step> {
    let other = after.iter().chain(before).filter(|seat| !(before.contains(seat) && after.contains(seat)));
    let mut partners: Vec<PartnerCode> = Vec::new();
    for seat in other {
        if !partners.contains(&seat.partner) {
            partners.push(seat.partner.clone());
        }
    }
    (!partners.is_empty()).then_some(Step::Attendance(partners))
}

/// An agenda without the time that was measured: that goes on with every change, and is none by itself.
fn untimed(agenda: &Agenda) -> Agenda {
    let mut agenda = agenda.clone();
    agenda.items.iter_mut().for_each(|item| item.spent = 0);
    if let Some(running) = &mut agenda.running {
        running.since = NaiveDateTime::default();
    }
    agenda
}

fn item(before: &Agenda, after: &Agenda) -> Option<Step> {
    let (before, after) = (&untimed(before), &untimed(after));
    let within = |list: &Agenda, item: &AgendaItem| list.item(&item.no).is_some();
    let named = |item: &AgendaItem| (item.no.clone(), item.title.clone());
    let made = after.items.iter().find(|item| !within(before, item)).map(named);
    let gone = before.items.iter().find(|item| !within(after, item)).map(named);
    let changed = || only(&before.items, &after.items).map(named).map(|(no, title)| Step::Item(no, title));
    let made = made.map(|(no, title)| Step::ItemMade(no, title));
    made.or_else(|| gone.map(|(no, title)| Step::ItemGone(no, title)))
        .or_else(changed)
        .or_else(|| (before != after).then_some(Step::Part(Part::Agenda)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::agenda::Room;
    use crate::model::change::{Change, apply};
    use crate::model::ids::RecordKind;
    use crate::model::relation::TemperatureRound;
    use crate::model::start::first_session;
    use chrono::NaiveDate;

    fn session() -> Session {
        let partners = [("POL", "Politie"), ("OM", "Parket")].map(|(code, name)| (code.into(), name.to_owned()));
        let day = NaiveDate::from_ymd_opt(2026, 12, 10).unwrap();
        first_session("Proef", &partners, day, |room| format!("{room:?}"))
    }

    #[test]
    fn the_time_of_the_item_that_runs_is_not_what_a_change_did() {
        use crate::model::change::{AgendaEdit, IdentityField, MeetingEdit};
        let mut live = session();
        live.state = State::Live;
        let running = changed(&live, &Change::Agenda(AgendaEdit::TakeUp("1".into())));
        let later = changed(&running, &Change::Agenda(AgendaEdit::Elapsed(90)));
        assert_eq!(later.agenda.items[0].spent, 90);
        let slogan = Change::Meeting(MeetingEdit::Identity(IdentityField::Slogan, "Samen".to_owned()));
        assert_eq!(step(&running, &changed(&later, &slogan)), Some(Step::Part(Part::Identity)));
    }

    fn changed(session: &Session, change: &Change) -> Session {
        let now = session.date.and_hms_opt(14, 0, 0).unwrap();
        apply(session, change, now).unwrap().session
    }

    #[test]
    fn a_record_is_named_when_it_comes_and_when_it_goes() {
        let before = session();
        let note = Change::Record { kind: RecordKind::Note, item: None, text: "Een woord".to_owned() };
        let after = changed(&before, &note);
        let id = after.notes[0].id.clone();
        assert_eq!(step(&before, &after), Some(Step::Made(id.clone(), "Een woord".to_owned())));
        assert_eq!(step(&after, &before), Some(Step::Gone(id.clone(), "Een woord".to_owned())));
        let action = changed(&after, &Change::Convert(id.clone(), RecordKind::Action));
        let new = action.actions[0].id.clone();
        assert_eq!(step(&after, &action), Some(Step::Became(id, new, "Een woord".to_owned())));
    }

    #[test]
    fn a_row_in_silence_is_named_by_its_partner_only() {
        let mut before = session();
        let round =
            TemperatureRound { session: before.number, about: before.codes().cloned().collect(), ..Default::default() };
        before.relation.temperatures.push(round);
        let mut after = before.clone();
        let row = crate::model::relation::TemperatureRow { by: "OM".into(), scores: vec![Some(2), None] };
        after.relation.temperatures[0].rows.put(row);
        assert_eq!(step(&before, &after), Some(Step::Rows(vec!["OM".into()])));
        assert_eq!(step(&after, &before), Some(Step::Rows(vec!["OM".into()])));
    }

    #[test]
    fn what_has_no_number_is_named_by_its_part_and_nothing_is_no_step() {
        let before = session();
        assert_eq!(step(&before, &before.clone()), None);
        let mut after = before.clone();
        after.numbering.push(crate::model::session::LastNumber { kind: RecordKind::Note, year: 2026, last: 3 });
        assert_eq!(step(&before, &after), None, "numbers that stay given are nothing that a person did");
        after.ambition.text = "Eén loket".to_owned();
        assert_eq!(step(&before, &after), Some(Step::Part(Part::Ambition)));
        let item = before.agenda.items.iter().find(|item| item.room == Room::Opening).unwrap();
        let mut after = before.clone();
        after.agenda.items.iter_mut().find(|found| found.no == item.no).unwrap().minutes += 5;
        assert_eq!(step(&before, &after), Some(Step::Item(item.no.clone(), item.title.clone())));
    }
}
