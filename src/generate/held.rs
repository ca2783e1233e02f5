//! One made-up meeting: who came, what was told, decided, disagreed on and agreed to do.

use super::words::Words;
use crate::model::action::{Action, Origin, Postponement};
use crate::model::agenda::{ItemOutcome, Room};
use crate::model::ambition::{Benefit, Commitment};
use crate::model::attendance::Presence;
use crate::model::balance::{BenefitRound, EstimateRow};
use crate::model::decision::{
    Decision, DecisionForm, DecisionKind, DecisionOutcome, Minority, Position, PositionCode, TrustCheck,
};
use crate::model::difference::{Difference, DifferenceStatus};
use crate::model::governance::Level;
use crate::model::governance::escalation::{Escalation, EscalationOutcome, EscalationReason, Prepared};
use crate::model::kpi::{Angle, Direction, Frequency, Kpi, KpiValue, Milestone};
use crate::model::relation::{TemperatureRound, TemperatureRow};
use crate::model::session::note::Note;
use crate::model::session::{Event, FactorPulse, LogEntry, State};
use crate::model::story::{Story, StoryStatus};
use crate::model::{ItemNo, KpiId, Month, PartnerCode, RecordKind, Session};
use chrono::{Days, NaiveDateTime, NaiveTime};
use fastrand::Rng;

/// Months of values of a KPI.
const MONTHS: usize = 20;

/// A chain with its words and its partners.
pub struct Chain {
    /// Its name.
    pub name: String,
    /// Its partners with their names.
    pub partners: Vec<(PartnerCode, String)>,
    words: Words,
    codes: Vec<PartnerCode>,
}

fn at(session: &Session, hour: u32) -> NaiveDateTime {
    session.date.and_time(NaiveTime::from_hms_opt(hour, 30, 0).unwrap_or_default())
}

impl Chain {
    /// Four to eight partners in a region.
    pub fn new(rng: &mut Rng, place: usize) -> Self {
        let words = Words::new();
        let names = words.all("chain");
        let again = place / names.len().max(1);
        let name = names.get(place % names.len().max(1)).copied().unwrap_or_default();
        let name = if again == 0 { name.to_owned() } else { format!("{name} {}", again + 1) };
        let region = words.say(rng, "region", &[]);
        let mut pool = words.all("partner").to_vec();
        rng.shuffle(&mut pool);
        let partners: Vec<(PartnerCode, String)> = pool
            .iter()
            .take(rng.usize(4..=8))
            .filter_map(|line| line.split_once(' '))
            .map(|(code, name)| (PartnerCode::from(code), format!("{name} {region}")))
            .collect();
        let codes = partners.iter().map(|(code, _)| code.clone()).collect();
        Self { name, partners, words, codes }
    }

    pub(super) fn say(&self, rng: &mut Rng, section: &str) -> String {
        self.words.say(rng, section, &self.codes)
    }

    /// All choices of a section.
    pub(super) fn all(&self, section: &str) -> &[&'static str] {
        self.words.all(section)
    }

    fn somebody(&self, rng: &mut Rng) -> PartnerCode {
        rng.choice(&self.codes).cloned().unwrap_or_else(|| PartnerCode::from("?"))
    }

    /// What stands before the first meeting: people, ambition, benefits, KPIs.
    pub fn begin(&self, rng: &mut Rng, session: &mut Session) {
        for partner in session.partners.iter_mut() {
            partner.member.name = self.say(rng, "person");
            partner.member.function = self.say(rng, "function");
            partner.effort_hours_month = Some(rng.u32(40..320));
        }
        session.chain.secretary = self.say(rng, "person");
        session.chain.chair = self.codes.first().cloned();
        session.identity.slogan = format!("Samen in {}", self.say(rng, "town"));
        session.identity.place = self.say(rng, "town");
        session.ambition.text = self.say(rng, "ambition");
        session.ambition.version = 1;
        for code in &self.codes {
            let text = self.say(rng, "benefit");
            session.ambition.benefits.push(Benefit { text, ..Benefit::new(code.clone(), 1) });
            let (partner, date) = (code.clone(), session.date);
            let commitment = Commitment { partner, ambition_version: 1, date, outdated: false, note: String::new() };
            session.ambition.commitments.push(commitment);
        }
        let month = Month::of(session.date);
        for place in 0..3_i32 {
            let (start, aim) = (f64::from(rng.i32(35..60)), f64::from(rng.i32(70..90)));
            session.kpis.push(Kpi {
                id: KpiId(format!("K{}", place + 1)),
                name: self.words.all("kpi").get(place.unsigned_abs() as usize).copied().unwrap_or_default().to_owned(),
                angle: Angle::ALL[place.unsigned_abs() as usize % 3],
                direction: Direction::Up,
                unit: "%".to_owned(),
                frequency: Frequency::Month,
                owner: self.somebody(rng),
                partners: self.codes.iter().take(3).cloned().collect(),
                citizen: place == 0,
                waits_for: None,
                source: String::new(),
                baseline: Some(Milestone { month, value: start }),
                target_path: vec![Milestone { month, value: start }, Milestone { month: month.plus(120), value: aim }],
                tolerance: 5.0,
                values: Vec::new(),
            });
        }
    }

    /// The meeting itself, from opening to closing.
    pub fn hold(&self, rng: &mut Rng, session: &mut Session) {
        // What is laid down draws its own lots, so that the rest stays as it was.
        self.lay_down(&mut rng.clone(), session);
        self.settle(rng, session);
        self.come(rng, session);
        self.measure(rng, session);
        self.tell(rng, session);
        self.decide(rng, session);
        self.agree(rng, session);
        self.rate(rng, session);
        for item in &mut session.agenda.items {
            let done = rng.u8(0..10) < 7;
            item.outcome = Some(if done { ItemOutcome::Discussed } else { ItemOutcome::Skipped });
            item.spent = if done { rng.u32(3..25) * 60 } else { 0 };
        }
        let (opened, closed) = (at(session, 14), at(session, 16));
        session.log.push(LogEntry { at: opened, event: Event::Opened });
        session.log.push(LogEntry { at: closed, event: Event::Closed });
        session.closing.read_back = true;
        session.closing.next_date = Some(session.date + Days::new(35));
        session.state = State::Closed;
    }

    /// What became of earlier records since the last meeting.
    fn settle(&self, rng: &mut Rng, session: &mut Session) {
        let (number, today) = (session.number, session.date);
        for action in session.actions.iter_mut() {
            match rng.u8(0..10) {
                0..=6 => action.done = Some(today - Days::new(rng.u64(1..30))),
                7 => {
                    let to = action.due.map_or(today, |due| due.max(today)) + Days::new(rng.u64(10..60));
                    action.postponed.push(Postponement { from: action.due, to, session: number });
                    action.due = Some(to);
                }
                8 => action.dropped = Some(today),
                _ => {}
            }
        }
        for found in session.differences.iter_mut() {
            found.status = match rng.u8(0..10) {
                0..=7 => DifferenceStatus::Resolved,
                8 => DifferenceStatus::AgreedToDisagree,
                _ => found.status,
            };
        }
        for story in &mut session.successes.stories {
            story.status = StoryStatus::Released;
        }
        for found in session.escalations.iter_mut().filter(|_| rng.u8(0..10) < 9) {
            found.closed = Some(today);
            found.outcome.get_or_insert(EscalationOutcome::Decided);
        }
        for found in session.decisions.iter_mut() {
            // What was held over twice is let go; most of the rest is done by now.
            if found.outcome == Some(DecisionOutcome::Deferred) && found.session + 2 < number {
                found.outcome = Some(DecisionOutcome::Rejected);
            }
            if rng.u8(0..10) < 9 {
                found.in_covenant = found.in_covenant.map(|_| true);
                found.executed_on.get_or_insert(today);
                if found.outcome == Some(DecisionOutcome::UnderReservation) {
                    found.ratified_on = Some(today);
                }
            }
        }
    }

    fn come(&self, rng: &mut Rng, session: &mut Session) {
        for seat in session.attendance.iter_mut() {
            (seat.presence, seat.level) = match rng.u8(0..20) {
                0 => (Presence::AbsentWithNotice, None),
                1 => (Presence::Absent, None),
                _ => (Presence::Member, Some(rng.u8(3..=5))),
            };
        }
    }

    fn measure(&self, rng: &mut Rng, session: &mut Session) {
        let month = Month::of(session.date).plus(-1);
        for kpi in session.kpis.iter_mut() {
            let den = rng.u32(60..140);
            let base = kpi.baseline.as_ref().map_or(50.0, |point| point.value);
            let grown = (base + f64::from(session.number) * 0.15 + rng.f64() * 8.0 - 4.0).clamp(5.0, 99.0);
            let num = (f64::from(den) * grown / 100.0) as u32;
            if kpi.values.last().is_none_or(|last| last.month < month) {
                kpi.values.push(KpiValue::ratio(month, num.min(den), den));
            }
            // Two years of values, as most chains look back on.
            let old = kpi.values.len().saturating_sub(MONTHS);
            kpi.values.drain(..old);
        }
    }

    fn tell(&self, rng: &mut Rng, session: &mut Session) {
        for _ in 0..rng.usize(1..=5) {
            let id = session.next_id(RecordKind::Story);
            let mut story = Story::new(id, session.successes.month, &self.say(rng, "story_title"));
            story.situation = self.say(rng, "situation");
            story.together = self.say(rng, "together");
            story.result = self.say(rng, "result");
            story.partners = vec![self.somebody(rng)];
            story.status = if rng.u8(0..10) < 8 { StoryStatus::Released } else { StoryStatus::Draft };
            session.successes.stories.push(story);
        }
    }

    fn item(&self, rng: &mut Rng, session: &Session) -> Option<ItemNo> {
        let items = session
            .agenda
            .items
            .iter()
            .filter(|item| !matches!(item.room, Room::Opening | Room::Agenda | Room::Report | Room::Actions));
        rng.choice(items.collect::<Vec<_>>()).map(|item| item.no.clone())
    }

    fn decide(&self, rng: &mut Rng, session: &mut Session) {
        for _ in 0..rng.usize(2..=5) {
            let id = session.next_id(RecordKind::Decision);
            let item = self.item(rng, session);
            let mut decision = Decision::new(id, session.number, session.date, item, &self.say(rng, "decision"));
            let kind = rng.choice(DecisionKind::ALL).unwrap_or(DecisionKind::Application);
            decision.kind = Some(kind);
            decision.in_covenant = kind.belongs_in_covenant().then(|| rng.bool());
            decision.form = rng.choice([DecisionForm::Consensus, DecisionForm::Consent, DecisionForm::Vote]);
            decision.owner = Some(self.somebody(rng));
            decision.due = (rng.u8(0..10) < 4).then(|| session.date + Days::new(rng.u64(20..120)));
            decision.executed_on = decision.due.filter(|_| rng.u8(0..10) < 7);
            self.position(rng, session, &mut decision);
            decision.outcome = Some(match decision.positions.iter().filter(|one| one.code.is_weighty()).count() {
                0 if rng.bool() => DecisionOutcome::Unanimous,
                0 => DecisionOutcome::Adopted,
                _ if rng.bool() => DecisionOutcome::Deferred,
                _ => DecisionOutcome::Adopted,
            });
            let waiting = session.decisions.iter().find(|old| old.outcome == Some(DecisionOutcome::Deferred));
            decision.resumes = waiting.filter(|_| rng.u8(0..10) < 5).map(|old| old.id.clone());
            session.decisions.push(decision);
        }
    }

    fn position(&self, rng: &mut Rng, session: &Session, decision: &mut Decision) {
        for seat in session.attendance.iter() {
            let code = match rng.u8(0..24) {
                _ if seat.presence.is_absent() => PositionCode::Absent,
                0 => PositionCode::Objection,
                1 => PositionCode::Against,
                2 => PositionCode::AgreeWithNote,
                3 => PositionCode::Abstain,
                _ => PositionCode::Agree,
            };
            let reason = if code.needs_reason() { self.say(rng, "reason") } else { String::new() };
            if code == PositionCode::Against {
                let (partner, text) = (seat.partner.clone(), reason.clone());
                decision.minorities.push(Minority { partner, text, carries_out: Some(true) });
            }
            decision.positions.push(Position { partner: seat.partner.clone(), code, reason, written_on: None });
        }
        if decision.positions.iter().any(|one| one.code.is_weighty()) && rng.bool() {
            decision.trust = Some(TrustCheck { mean: f64::from(rng.u8(55..85)) / 10.0, min: rng.u8(4..7) });
        }
    }

    /// Actions, differences, escalations and notes.
    fn agree(&self, rng: &mut Rng, session: &mut Session) {
        let number = session.number;
        for _ in 0..rng.usize(4..=8) {
            let id = session.next_id(RecordKind::Action);
            let from = self.item(rng, session).map(Origin::Item);
            let mut action = Action::new(id, number, from, &self.say(rng, "action"));
            action.owner = Some(self.somebody(rng));
            action.due = Some(session.date + Days::new(rng.u64(10..90)));
            action.waits_for = (rng.u8(0..10) == 0).then(|| self.somebody(rng));
            session.actions.push(action);
        }
        for _ in 0..rng.usize(0..=2) {
            let difference = Difference {
                id: session.next_id(RecordKind::Difference),
                session: number,
                item: self.item(rng, session),
                text: self.say(rng, "difference"),
                partners: vec![self.somebody(rng)],
                decision: session.own_decisions().last().map(|decision| decision.id.clone()),
                status: DifferenceStatus::Open,
                would_change: self.say(rng, "would_change"),
                review_on: Some(session.date + Days::new(rng.u64(60..200))),
            };
            session.differences.push(difference);
        }
        for _ in 0..rng.usize(0..=3) {
            let escalation = self.escalation(rng, session);
            session.escalations.push(escalation);
        }
        for _ in 0..rng.usize(6..=14) {
            let id = session.next_id(RecordKind::Note);
            let note = Note {
                id,
                session: number,
                at: at(session, 15),
                item: self.item(rng, session),
                text: self.say(rng, "note"),
            };
            session.notes.push(note);
        }
    }

    fn escalation(&self, rng: &mut Rng, session: &mut Session) -> Escalation {
        let within = rng.u8(0..10) < 4;
        Escalation {
            id: session.next_id(RecordKind::Escalation),
            session: session.number,
            title: self.say(rng, "escalation"),
            from: Level::Tactical,
            to: Level::Strategic,
            path: vec![Level::Tactical, Level::Strategic],
            reason: Some(if within { EscalationReason::WorkingMethod } else { EscalationReason::Means }),
            within_lower_mandate: Some(within),
            prepared: rng.choice([Prepared::Yes, Prepared::No, Prepared::Partly]),
            tried: String::new(),
            asked: self.say(rng, "mandate"),
            raised: session.date - Days::new(rng.u64(5..60)),
            closed: None,
            admitted: true,
            outcome: (!within).then_some(EscalationOutcome::Decided),
            assignment: None,
            repeats: None,
        }
    }

    /// A benefit round and a temperature every third meeting, a pulse every one.
    fn rate(&self, rng: &mut Rng, session: &mut Session) {
        let number = session.number;
        if number.is_multiple_of(3) {
            let (mut estimates, mut temperatures) = (Vec::new(), Vec::new());
            for (place, by) in self.codes.iter().enumerate() {
                let mut scores = || self.codes.iter().map(|_| Some(rng.u8(3..=9))).collect::<Vec<_>>();
                let mut ties = scores();
                ties[place] = None;
                let scores = scores();
                estimates.push(EstimateRow { by: by.clone(), scores, effort: Some(5) });
                temperatures.push(TemperatureRow { by: by.clone(), scores: ties });
            }
            let round = BenefitRound::held(number, session.date, self.codes.clone(), estimates);
            session.benefit_rounds.push(round);
            session.relation.temperatures.push(TemperatureRound::of(number, self.codes.clone(), temperatures));
        }
        let means = (0..8).map(|_| Some(f64::from(rng.u8(25..45)) / 10.0)).collect();
        session.pulses.push(FactorPulse::of_means(number, means));
    }
}
