//! Decisions, and the position of every partner in them (domain §2.3, §2.4).

pub mod position;
pub mod vague;

use crate::model::attendance::{Presence, Seat};
pub use crate::model::decision::position::{ConsentRound, Minority, Position, PositionCode, TrustCheck};
use crate::model::ids::{ItemNo, KpiId, PartnerCode, RecordId};
use crate::model::privacy::sealed::Sealed;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One decision.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// `B2026-07`.
    pub id: RecordId,
    /// The session in which it came to the table.
    pub session: u32,
    /// The day of that session.
    pub date: NaiveDate,
    /// The item under which it was taken.
    #[serde(default)]
    pub item: Option<ItemNo>,
    /// Who does what, by when, paid from what.
    pub text: String,
    /// What kind of decision it is (3.3).
    #[serde(default)]
    pub kind: Option<DecisionKind>,
    /// How the group decided.
    #[serde(default)]
    pub form: Option<DecisionForm>,
    /// Earlier consent rounds, each with the text it was about.
    #[serde(default)]
    pub rounds: Vec<ConsentRound>,
    /// Where each partner stands, one at most per partner.
    #[serde(default)]
    pub positions: Vec<Position>,
    /// Positions given in silence: on no screen and in no document before they are revealed together (7.3).
    #[serde(default)]
    pub sealed: Sealed<Position>,
    /// What came of it.
    #[serde(default)]
    pub outcome: Option<DecisionOutcome>,
    /// What the record says about it.
    #[serde(default)]
    pub explanation: String,
    /// Minority positions, word for word.
    #[serde(default)]
    pub minorities: Vec<Minority>,
    /// Trust, asked after dissent (7.4).
    #[serde(default)]
    pub trust: Option<TrustCheck>,
    /// Who sees to it.
    #[serde(default)]
    pub owner: Option<PartnerCode>,
    /// By when.
    #[serde(default)]
    pub due: Option<NaiveDate>,
    /// Partners whose effort it touches: not without them (domain §6.6, *Absent consent*).
    #[serde(default)]
    pub touches: Vec<PartnerCode>,
    /// The article it belongs in.
    #[serde(default)]
    pub article: Option<String>,
    /// Whether it stands there; none when it needs no place in the covenant.
    #[serde(default)]
    pub in_covenant: Option<bool>,
    /// An earlier decision that it takes up again.
    #[serde(default)]
    pub resumes: Option<RecordId>,
    /// When a reservation was lifted.
    #[serde(default)]
    pub ratified_on: Option<NaiveDate>,
    /// When it was carried out (8.4, *geen babbelclub*).
    #[serde(default)]
    pub executed_on: Option<NaiveDate>,
    /// When it is looked at again.
    #[serde(default)]
    pub review_on: Option<NaiveDate>,
    /// The KPI it adjusts.
    #[serde(default)]
    pub adjusts: Option<KpiId>,
    /// The balance it sets right.
    #[serde(default)]
    pub rebalance: Option<Rebalance>,
}

/// Effort and benefit of a partner before a rebalance, and the effort it should come to (4.5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rebalance {
    /// Whose balance.
    pub partner: PartnerCode,
    /// Effort in the last round, 1 to 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effort_before: Option<u8>,
    /// Benefit in its own eyes in the last round, 1 to 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub benefit_before: Option<u8>,
    /// The effort it should come to.
    pub effort_after: u8,
}

/// What kind of decision it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum DecisionKind {
    /// Kader.
    Frame,
    /// Beleid.
    Policy,
    /// Richting.
    Direction,
    /// Middelen.
    Means,
    /// Convenant.
    Covenant,
    /// Bijstelling.
    Rebalance,
    /// Toepassing.
    Application,
    /// Procedure.
    Procedure,
}

impl DecisionKind {
    /// Every kind.
    pub const ALL: [Self; 8] = [
        Self::Frame,
        Self::Policy,
        Self::Direction,
        Self::Means,
        Self::Covenant,
        Self::Rebalance,
        Self::Application,
        Self::Procedure,
    ];

    /// The group lays these down in the covenant (3.3).
    pub fn belongs_in_covenant(self) -> bool {
        matches!(self, Self::Frame | Self::Policy | Self::Direction | Self::Means | Self::Covenant)
    }
}

/// How the group decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum DecisionForm {
    /// All actively agree.
    Consensus,
    /// Nobody has a weighty, argued objection.
    Consent,
    /// Stemmen.
    Vote,
    /// Hamerstuk.
    RubberStamp,
    /// Schriftelijk.
    Written,
}

impl DecisionForm {
    /// Every form.
    pub const ALL: [Self; 5] = [Self::Consensus, Self::Consent, Self::Vote, Self::RubberStamp, Self::Written];

    /// What a partner that goes along says in this form.
    pub fn assent(self) -> PositionCode {
        match self {
            Self::Consent => PositionCode::NoObjection,
            Self::Consensus | Self::Vote | Self::RubberStamp | Self::Written => PositionCode::Agree,
        }
    }
}

/// What came of a decision (ORI-A result, domain §2.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum DecisionOutcome {
    /// Unaniem aangenomen.
    Unanimous,
    /// Aangenomen.
    Adopted,
    /// Geamendeerd aangenomen.
    Amended,
    /// Onder voorbehoud aangenomen.
    UnderReservation,
    /// Verworpen.
    Rejected,
    /// Aangehouden.
    Deferred,
}

impl DecisionOutcome {
    /// Every outcome.
    pub const ALL: [Self; 6] =
        [Self::Unanimous, Self::Adopted, Self::Amended, Self::UnderReservation, Self::Rejected, Self::Deferred];

    /// The group decided to do it.
    pub fn is_adopted(self) -> bool {
        !matches!(self, Self::Rejected | Self::Deferred)
    }
}

impl Decision {
    /// It goes along to the next session while something about it is still to be done; `all` are the decisions it stands among.
    pub fn is_open_among(&self, all: &[Decision]) -> bool {
        let is_adopted = self.outcome.is_some_and(DecisionOutcome::is_adopted);
        let resumed = all.iter().any(|other| other.resumes.as_ref() == Some(&self.id));
        let waits = self.outcome.is_none()
            || self.outcome == Some(DecisionOutcome::Deferred)
            || (self.outcome == Some(DecisionOutcome::UnderReservation) && self.ratified_on.is_none())
            || self.review_on.is_some()
            || (self.due.is_some() && self.executed_on.is_none() && is_adopted)
            || (self.in_covenant == Some(false) && is_adopted);
        waits && !resumed
    }

    /// A decision on record, with its text only.
    pub fn new(id: RecordId, session: u32, date: NaiveDate, item: Option<ItemNo>, text: &str) -> Self {
        Self {
            id,
            session,
            date,
            item,
            text: text.to_owned(),
            kind: None,
            form: None,
            rounds: Vec::new(),
            positions: Vec::new(),
            sealed: Sealed::default(),
            outcome: None,
            explanation: String::new(),
            minorities: Vec::new(),
            trust: None,
            owner: None,
            due: None,
            touches: Vec::new(),
            article: None,
            in_covenant: None,
            resumes: None,
            ratified_on: None,
            executed_on: None,
            review_on: None,
            adjusts: None,
            rebalance: None,
        }
    }

    /// The position of a partner.
    pub fn position(&self, partner: &PartnerCode) -> Option<&Position> {
        self.positions.iter().find(|position| position.partner == *partner)
    }

    /// Who is at the table and has not given its position in silence yet.
    pub fn still_silent(&self, seats: &[Seat]) -> Vec<PartnerCode> {
        let present = seats.iter().filter(|seat| seat.presence.is_present());
        present.filter(|seat| !self.sealed.has(&seat.partner)).map(|seat| seat.partner.clone()).collect()
    }

    /// Positions that owe a reason: those that were given in silence do so after they were revealed.
    pub fn without_reason(&self) -> impl Iterator<Item = &Position> {
        self.positions.iter().filter(|position| position.code.needs_reason() && position.reason.trim().is_empty())
    }

    /// Positions A, B, T and O, those of earlier consent rounds included (domain §6.6).
    pub fn dissent(&self) -> u32 {
        let earlier = self.rounds.iter().flat_map(|round| &round.positions);
        let all = earlier.chain(&self.positions).filter(|position| position.code.is_dissent());
        u32::try_from(all.count()).unwrap_or(u32::MAX)
    }

    /// A partner whose effort it touches and that did not speak: its consent is never presumed (domain §6.6). `seats` are
    /// those of the session in which it is taken.
    pub fn touched_silent(&self, seats: &[Seat]) -> Option<&PartnerCode> {
        let is_silent = |code: &&PartnerCode| match self.position(code) {
            Some(found) => found.code == PositionCode::Absent,
            None => !self.positions.is_empty() || speaks(seats, code).is_absent(),
        };
        self.touches.iter().find(is_silent)
    }

    /// It takes up something that was deferred, and was deferred itself (domain §6.5).
    pub fn was_deferred_again(&self) -> bool {
        self.outcome == Some(DecisionOutcome::Deferred) && self.resumes.is_some()
    }

    /// Nothing was settled yet.
    pub fn is_undecided(&self) -> bool {
        self.outcome.is_none_or(|outcome| outcome == DecisionOutcome::Deferred)
    }

    /// Dissent without a trust check after it (7.4); putting off what touches an absent partner asks for one too.
    pub fn lacks_trust_check(&self) -> bool {
        let weighty = self.positions.iter().any(|position| position.code.is_weighty());
        let put_off = self.outcome == Some(DecisionOutcome::Deferred) && self.touched_silent(&[]).is_some();
        self.trust.is_none() && (weighty || put_off)
    }

    /// Days since the decision, while it belongs in the covenant and does not stand there.
    pub fn unanchored_days(&self, today: NaiveDate) -> Option<i64> {
        let waiting = self.in_covenant == Some(false) && self.outcome.is_some_and(DecisionOutcome::is_adopted);
        waiting.then(|| (today - self.date).num_days())
    }
}

/// Whether a seat can speak on a decision without writing.
pub fn speaks(seats: &[Seat], partner: &PartnerCode) -> Presence {
    seats.iter().find(|seat| seat.partner == *partner).map_or(Presence::Unknown, |seat| seat.presence)
}
