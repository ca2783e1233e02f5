//! The meeting as a whole: all that was on the table, and all that happened.

pub mod conflict;
pub mod note;
mod pulse;
pub mod set_aside;
pub mod tally;

pub use pulse::{FACTORS, FactorPulse, PulseRow};

use crate::model::action::Action;
use crate::model::agenda::Agenda;
use crate::model::ambition::Ambition;
use crate::model::attendance::Seat;
use crate::model::balance::BenefitRound;
use crate::model::chain::{Chain, Identity, Partner};
use crate::model::decision::{Decision, DecisionOutcome};
use crate::model::difference::Difference;
use crate::model::difference::shopfloor::ShopfloorSignal;
use crate::model::governance::Governance;
use crate::model::governance::escalation::Escalation;
use crate::model::ids::{PartnerCode, RecordId, RecordKind};
use crate::model::kpi::{InterimEvaluation, Kpi};
use crate::model::relation::Relation;
use crate::model::session::conflict::Conflict;
use crate::model::session::note::Note;
use crate::model::session::set_aside::{Declined, SetAside};
use crate::model::session::tally::Tally;
use crate::model::shared::Shared;
use crate::model::story::Successes;
use chrono::{Datelike, NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

/// The version of the file format that this program writes.
pub const SCHEMA: u32 = 1;

/// One session: the content of one file.
///
/// What carried over from earlier sessions stands in the same lists as what happened in this one; the field `session`
/// of a record tells which of them it comes from. It is written down by [`Session::on_file`] and [`Session::as_shown`] only.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// Version of the file format.
    pub schema: u32,
    /// Counts from 1.
    pub number: u32,
    /// The day of the meeting.
    pub date: NaiveDate,
    /// How far it is.
    pub state: State,
    /// When the papers went out.
    #[serde(default)]
    pub papers_sent: Option<NaiveDate>,
    /// The collaboration.
    pub chain: Shared<Chain>,
    /// Who it is to the outside world.
    #[serde(default)]
    pub identity: Shared<Identity>,
    /// The agenda.
    #[serde(default)]
    pub agenda: Shared<Agenda>,
    /// One seat per partner.
    #[serde(default)]
    pub attendance: Shared<Vec<Seat>>,
    /// The adoption of the previous report.
    #[serde(default)]
    pub adopts: Option<Adoption>,
    /// Decisions: of this session, and earlier ones that are not finished.
    #[serde(default)]
    pub decisions: Shared<Vec<Decision>>,
    /// Disagreements.
    #[serde(default)]
    pub differences: Shared<Vec<Difference>>,
    /// Actions.
    #[serde(default)]
    pub actions: Shared<Vec<Action>>,
    /// Escalations.
    #[serde(default)]
    pub escalations: Shared<Vec<Escalation>>,
    /// Notes.
    #[serde(default)]
    pub notes: Shared<Vec<Note>>,
    /// Success stories (6).
    pub successes: Shared<Successes>,
    /// Interim evaluations of KPIs held in this session (2).
    #[serde(default)]
    pub evaluations: Shared<Vec<InterimEvaluation>>,
    /// Ratings, next date.
    #[serde(default)]
    pub closing: Shared<Closing>,
    /// Remarkable moments: opened, gone on in spite of, closed, reopened.
    #[serde(default)]
    pub log: Shared<Vec<LogEntry>>,
    /// The last number given to each kind of record.
    #[serde(default)]
    pub numbering: Shared<Vec<LastNumber>>,
    /// The partners.
    pub partners: Shared<Vec<Partner>>,
    /// The shared ambition (1).
    pub ambition: Shared<Ambition>,
    /// Chain KPIs (2).
    #[serde(default)]
    pub kpis: Shared<Vec<Kpi>>,
    /// Covenant, bodies, mandates (3).
    #[serde(default)]
    pub governance: Shared<Governance>,
    /// Benefit rounds (4), oldest first.
    #[serde(default)]
    pub benefit_rounds: Shared<Vec<BenefitRound>>,
    /// Temperature and being together (5).
    #[serde(default)]
    pub relation: Shared<Relation>,
    /// Factor pulses, oldest first.
    #[serde(default)]
    pub pulses: Shared<Vec<FactorPulse>>,
    /// What came back from the shop floor (7.5), oldest first.
    #[serde(default)]
    pub shopfloor: Shared<Vec<ShopfloorSignal>>,
    /// Warnings that the group set aside, each with its reason.
    #[serde(default)]
    pub set_aside: Shared<Vec<SetAside>>,
    /// Agenda proposals that the chair did not take in this session.
    #[serde(default)]
    pub declined: Shared<Vec<Declined>>,
    /// Figures of earlier sessions, oldest first.
    #[serde(default)]
    pub look_back: Shared<Vec<Tally>>,
    /// What two versions of this session say otherwise and nobody chose between yet.
    #[serde(default)]
    pub conflicts: Shared<Vec<Conflict>>,
}

/// How far a session is. That it is adopted, its successor says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum State {
    /// Being prepared.
    Planned,
    /// Being held.
    Live,
    /// Held.
    Closed,
}

impl State {
    /// From beginning to end.
    pub const ALL: [Self; 3] = [Self::Planned, Self::Live, Self::Closed];
}

/// The previous report as it was adopted; its file is not touched.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Adoption {
    /// The session whose report it is.
    pub session: u32,
    /// Its file.
    pub file: String,
    /// The SHA-256 of that file, as `sha256sum` gives it.
    pub sha256: String,
    /// When it was adopted.
    pub on: NaiveDate,
    /// What the group wants to read otherwise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<String>,
}

/// The end of a meeting.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closing {
    /// What each partner gives this meeting, 1 to 10.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ratings: Vec<crate::model::ambition::PartnerScore>,
    /// The day of the next one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_date: Option<NaiveDate>,
    /// The record was read back to the group.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub read_back: bool,
}

/// Something that happened to the meeting itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogEntry {
    /// When.
    pub at: NaiveDateTime,
    /// What.
    pub event: Event,
}

/// What happened to the meeting itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Event {
    /// The chair opened it.
    Opened,
    /// The group went on below the quorum.
    WentOnBelowQuorum {
        /// Partners present.
        present: u32,
        /// Partners needed.
        quorum: u32,
    },
    /// The group went on with a partner that has no mandate.
    WentOnWithoutMandate {
        /// Which.
        partners: Vec<PartnerCode>,
    },
    /// The chair closed it.
    Closed,
    /// A closed session was opened again.
    Reopened {
        /// Why.
        reason: String,
    },
    /// A hidden row that was entered wrong was taken back.
    RowWithdrawn {
        /// Whose.
        partner: PartnerCode,
    },
    /// A partner joined.
    Joined {
        /// Which.
        partner: PartnerCode,
    },
    /// A partner left.
    Left {
        /// Which.
        partner: PartnerCode,
    },
    /// Another version of this session was taken in, and what only had the same number got one of its own.
    Merged {
        /// Records, items and KPIs: the number that it had there, and the one that it has here.
        renumbered: Vec<(String, String)>,
    },
    /// An earlier revision was put back.
    Restored {
        /// Which.
        revision: u32,
    },
    /// The file was changed by hand after this revision, and accepted so.
    EditedByHand {
        /// The last revision the program wrote.
        revision: u32,
    },
}

/// The last number given to a kind of record in a year.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LastNumber {
    /// Kind of record.
    pub kind: RecordKind,
    /// Calendar year.
    pub year: i32,
    /// The last one.
    pub last: u32,
}

/// The higher of the numbers that two lists say were given last.
pub fn raise(own: &mut Vec<LastNumber>, given: &[LastNumber]) {
    for entry in given {
        match own.iter_mut().find(|own| own.kind == entry.kind && own.year == entry.year) {
            Some(own) => own.last = own.last.max(entry.last),
            None => own.push(entry.clone()),
        }
    }
}

impl Session {
    /// Takes the next number of a kind; numbers never come back.
    pub fn next_id(&mut self, kind: RecordKind) -> RecordId {
        let year = self.date.year();
        let found = self.numbering.iter().position(|entry| entry.kind == kind && entry.year == year);
        let here = found.unwrap_or_else(|| {
            self.numbering.push(LastNumber { kind, year, last: 0 });
            self.numbering.len() - 1
        });
        let entry = &mut self.numbering[here];
        entry.last = entry.last.saturating_add(1);
        RecordId::new(kind, year, entry.last)
    }

    /// Numbers that somebody else gave are not given again.
    pub fn raise_numbering(&mut self, given: &[LastNumber]) {
        raise(&mut self.numbering, given);
    }

    /// The codes of all partners, in the order of the chain.
    pub fn codes(&self) -> impl Iterator<Item = &PartnerCode> {
        self.partners.iter().map(|partner| &partner.code)
    }

    /// A partner by its code.
    pub fn partner(&self, code: &PartnerCode) -> Option<&Partner> {
        self.partners.iter().find(|partner| partner.code == *code)
    }

    /// A decision by its number.
    pub fn decision(&self, id: &RecordId) -> Option<&Decision> {
        self.decisions.iter().find(|decision| decision.id == *id)
    }

    /// In which meeting in a row a record of an earlier session is now: 3 for *3rd meeting*.
    pub fn age(&self, since: u32) -> u32 {
        self.number.saturating_sub(since) + 1
    }

    /// When the chair opened it; none before that.
    pub fn opened_at(&self) -> Option<NaiveDateTime> {
        self.log.iter().find(|entry| entry.event == Event::Opened).map(|entry| entry.at)
    }

    /// Decisions of this session itself.
    pub fn own_decisions(&self) -> impl Iterator<Item = &Decision> {
        self.decisions.iter().filter(|decision| decision.session == self.number)
    }

    /// Unanimous decisions in a row, this session's last, earlier sessions' before (domain §6.6, *Schijnconsensus*).
    pub fn unanimous_in_a_row(&self) -> u32 {
        let own: Vec<&Decision> = self.own_decisions().filter(|decision| decision.outcome.is_some()).collect();
        let at_end = own.iter().rev().take_while(|decision| decision.outcome == Some(DecisionOutcome::Unanimous));
        let streak = at_end.count();
        let before =
            if streak == own.len() { self.look_back.last().map_or(0, |tally| tally.unanimous_in_a_row) } else { 0 };
        u32::try_from(streak).unwrap_or(u32::MAX).saturating_add(before)
    }

    /// Mandates of people at the table, or on lower levels, with their end.
    pub fn mandates_ending(&self, today: NaiveDate, within_days: i64) -> Vec<(PartnerCode, String, NaiveDate)> {
        let at_table = self.partners.iter().flat_map(|partner| {
            [Some(&partner.member), partner.deputy.as_ref()]
                .into_iter()
                .flatten()
                .filter_map(|person| Some((partner.code.clone(), person.name.clone(), person.mandate_until?)))
        });
        let below = self.governance.mandates.iter();
        let below = below.filter_map(|held| Some((held.partner.clone(), held.person.clone(), held.until?)));
        let mut ending: Vec<_> =
            at_table.chain(below).filter(|(_, _, until)| (*until - today).num_days() <= within_days).collect();
        ending.sort_by_key(|(_, _, until)| *until);
        ending
    }
}
