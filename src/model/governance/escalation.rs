//! What came up from a lower level, and whether it belongs here (3.4–3.5, domain §2.6, §6.4).

use crate::model::figures::share;
use crate::model::governance::Level;
use crate::model::ids::{PartnerCode, RecordId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One escalation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Escalation {
    /// `E2026-07`.
    pub id: RecordId,
    /// The session in which it came to the table.
    pub session: u32,
    /// What it is about.
    pub title: String,
    /// The level it comes from.
    pub from: Level,
    /// The level it goes to.
    pub to: Level,
    /// The levels it passed, in order.
    pub path: Vec<Level>,
    /// Why it came up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<EscalationReason>,
    /// Could a lower level have decided it? Asked before content.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within_lower_mandate: Option<bool>,
    /// Was it prepared: tried, two options, advice, asked decision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prepared: Option<Prepared>,
    /// Wat is geprobeerd.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub tried: String,
    /// Gevraagd besluit.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub asked: String,
    /// Since when it was under way.
    pub raised: NaiveDate,
    /// When it was closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<NaiveDate>,
    /// The chair answered that it belongs here.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub admitted: bool,
    /// What came of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<EscalationOutcome>,
    /// What it went back with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignment: Option<Assignment>,
    /// An earlier escalation on the same theme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeats: Option<RecordId>,
}

/// Why something came up (domain §6.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum EscalationReason {
    /// Mandaat ontbreekt.
    Mandate,
    /// Kader ontbreekt.
    Frame,
    /// Middelen.
    Means,
    /// Belangenconflict.
    Interests,
    /// Juridisch.
    Legal,
    /// Politiek gevoelig.
    Political,
    /// Lasten zijn scheef verdeeld.
    Burden,
    /// Werkwijze: belongs below.
    WorkingMethod,
}

impl EscalationReason {
    /// Every reason, in the order in which it is offered.
    pub const ALL: [Self; 8] = [
        Self::Frame,
        Self::Means,
        Self::Interests,
        Self::Legal,
        Self::Political,
        Self::Mandate,
        Self::Burden,
        Self::WorkingMethod,
    ];
}

/// How well it was prepared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Prepared {
    /// Ja.
    Yes,
    /// Deels.
    Partly,
    /// Nee.
    No,
}

impl Prepared {
    /// Every answer.
    pub const ALL: [Self; 3] = [Self::Yes, Self::Partly, Self::No];
}

/// What came of an escalation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum EscalationOutcome {
    /// Besloten.
    Decided,
    /// Terug met opdracht.
    Returned,
    /// Aangehouden.
    Deferred,
    /// Advies gevraagd.
    AdviceAsked,
}

impl EscalationOutcome {
    /// Every outcome.
    pub const ALL: [Self; 4] = [Self::Decided, Self::Returned, Self::Deferred, Self::AdviceAsked];
}

/// What goes down with a returned escalation: a mandate, somebody, a date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// What the lower level may decide from now on.
    pub mandate: String,
    /// Who sees to it.
    pub owner: PartnerCode,
    /// By when it is solved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
}

impl Escalation {
    /// A level between from and to was passed over.
    pub fn skips_a_level(&self) -> bool {
        self.from == Level::Operational && self.to == Level::Strategic && !self.path.contains(&Level::Tactical)
    }

    /// Nothing was decided on it yet, or what was decided is not done.
    pub fn is_open(&self) -> bool {
        self.closed.is_none()
    }

    /// Content waits for the chair's answer to *does this belong here?*
    pub fn awaits_guard(&self) -> bool {
        self.outcome.is_none() && !self.admitted
    }

    /// Days it was under way, until today or until it was closed.
    pub fn days(&self, today: NaiveDate) -> i64 {
        (self.closed.unwrap_or(today) - self.raised).num_days()
    }
}

/// Upward delegation in one session (`expected.upward`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Upward {
    /// Escalations that reached the steering group.
    pub n: u32,
    /// How many a lower level could have decided.
    pub within_mandate: u32,
    /// How many were not prepared.
    pub unprepared: u32,
}

impl Upward {
    /// Counts the escalations of one session.
    pub fn of(escalations: &[Escalation], session: u32) -> Self {
        let count = |test: fn(&Escalation) -> bool| {
            let found = escalations.iter().filter(|escalation| escalation.session == session && test(escalation));
            u32::try_from(found.count()).unwrap_or(u32::MAX)
        };
        Self {
            n: count(|_| true),
            within_mandate: count(|escalation| escalation.within_lower_mandate == Some(true)),
            unprepared: count(|escalation| escalation.prepared == Some(Prepared::No)),
        }
    }

    /// Share that could have stayed below.
    pub fn rate(self) -> Option<f64> {
        share(self.within_mandate, self.n)
    }
}

/// From this share on, upward delegation is amber.
pub const UPWARD_AMBER: f64 = 0.20;
/// From this share on it is red, and a signal of stall.
pub const UPWARD_RED: f64 = 1.0 / 3.0;
