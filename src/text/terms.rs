//! The words of the field: which message names which value of the model.

use crate::index::Kind;
use crate::model::agenda::{ItemOutcome, Purpose, Room};
use crate::model::ambition::{Alone, BenefitState, Standing};
use crate::model::attendance::Presence;
use crate::model::balance::BalanceLabel;
use crate::model::chain::FacePart;
use crate::model::change::Question;
use crate::model::claim::StallSignal;
use crate::model::decision::{DecisionForm, DecisionKind, DecisionOutcome, PositionCode};
use crate::model::difference::DifferenceStatus;
use crate::model::governance::Level;
use crate::model::governance::escalation::{EscalationOutcome, EscalationReason, Prepared};
use crate::model::history::dissent::Quadrant;
use crate::model::history::trends::Topic;
use crate::model::ids::RecordKind;
use crate::model::kpi::figures::Rag;
use crate::model::kpi::{Angle, Direction, Frequency};
use crate::model::readiness::Need;
use crate::model::session::State;
use crate::model::statements::Claim;
use crate::model::statements::stall::Verdict;
use crate::model::story::StoryStatus;

/// A value of the model that has a word.
pub trait Term {
    /// The message for it.
    fn id(&self) -> &'static str;
}

macro_rules! terms {
    ($($type:ident { $($variant:ident => $id:literal),+ $(,)? })+) => {
        $(impl Term for $type {
            fn id(&self) -> &'static str {
                match self {
                    $(Self::$variant => $id,)+
                }
            }
        })+
    };
}

terms! {
    Room {
        Opening => "room-opening", Agenda => "room-agenda", Report => "room-report", Actions => "room-actions", Successes => "room-successes", Ambition => "room-ambition", Kpis => "room-kpis",
        Governance => "room-governance", Differences => "room-differences", Balance => "room-balance",
        Relation => "room-relation", Identity => "room-identity", Closing => "room-closing", Free => "room-free",
    }
    Purpose {
        Procedure => "purpose-procedure", Inform => "purpose-inform", Discuss => "purpose-discuss",
        Decide => "purpose-decide", Explore => "purpose-explore", Relate => "purpose-relate",
    }
    ItemOutcome {
        Decided => "outcome-decided", Discussed => "outcome-discussed", Explored => "outcome-explored",
        Noted => "outcome-noted", Returned => "outcome-returned", Deferred => "outcome-deferred",
        Skipped => "outcome-skipped", NotReached => "outcome-not-reached",
    }
    Alone { Not => "alone-not", LessWell => "alone-less-well", JustAsWell => "alone-just-as-well" }
    Standing {
        Committed => "standing-committed", Stale => "standing-stale", Open => "standing-open",
        Blocked => "standing-blocked",
    }
    Presence {
        Unknown => "presence-unknown", Member => "presence-member",
        DeputyWithMandate => "presence-deputy", DeputyWithoutMandate => "presence-deputy-without",
        AbsentWithNotice => "presence-absent-notice", Absent => "presence-absent",
    }
    BalanceLabel {
        QuietWorry => "label-quiet-worry", UntoldGain => "label-untold-gain",
        EffortAboveBenefit => "label-effort-above-benefit", RebalanceDue => "label-rebalance-due",
        BigWinner => "label-big-winner",
    }
    Question {
        RecognisesSelf => "question-recognises-self", Neighbourhood => "question-neighbourhood",
        InTheNews => "question-in-the-news", Consent => "question-consent",
    }
    DecisionForm {
        Consensus => "form-consensus", Consent => "form-consent", Vote => "form-vote",
        RubberStamp => "form-rubber-stamp", Written => "form-written",
    }
    DecisionKind {
        Frame => "kind-frame", Policy => "kind-policy", Direction => "kind-direction", Means => "kind-means",
        Covenant => "kind-covenant", Rebalance => "kind-rebalance", Application => "kind-application",
        Procedure => "kind-procedure",
    }
    DecisionOutcome {
        Unanimous => "decided-unanimous", Adopted => "decided-adopted", Amended => "decided-amended",
        UnderReservation => "decided-under-reservation", Rejected => "decided-rejected", Deferred => "decided-deferred",
    }
    PositionCode {
        Agree => "position-agree", AgreeWithNote => "position-agree-with-note",
        NoObjection => "position-no-objection", Objection => "position-objection", Against => "position-against",
        Abstain => "position-abstain", Reserved => "position-reserved", Absent => "position-absent",
    }
    DifferenceStatus {
        Open => "difference-open", AgreedToDisagree => "difference-agreed", Resolved => "difference-resolved",
    }
    EscalationOutcome {
        Decided => "escalation-decided", Returned => "escalation-returned", Deferred => "escalation-deferred",
        AdviceAsked => "escalation-advice",
    }
    EscalationReason {
        Mandate => "reason-mandate", Frame => "reason-frame", Means => "reason-means", Interests => "reason-interests",
        Legal => "reason-legal", Political => "reason-political", Burden => "reason-burden",
        WorkingMethod => "reason-working-method",
    }
    Prepared { Yes => "prepared-yes", Partly => "prepared-partly", No => "prepared-no" }
    Level { Operational => "level-operational", Tactical => "level-tactical", Strategic => "level-strategic" }
    RecordKind {
        Decision => "record-decision", Action => "record-action", Escalation => "record-escalation",
        Difference => "record-difference", Note => "record-note", Story => "record-story",
    }
    Angle { LeadTime => "angle-lead-time", Quality => "angle-quality", Cost => "angle-cost" }
    Direction { Up => "direction-up", Down => "direction-down" }
    Frequency { Month => "frequency-month", Quarter => "frequency-quarter" }
    Rag { Green => "rag-green", Amber => "rag-amber", Red => "rag-red" }
    State { Planned => "state-planned", Live => "state-live", Closed => "state-closed" }
    Verdict { Runs => "verdict-runs", LookOut => "verdict-look-out", StallThreatens => "verdict-stall" }
    StallSignal {
        Actions => "stall-actions", Deferred => "stall-deferred", Upward => "stall-upward",
        Attendance => "stall-attendance", Temperature => "stall-temperature", Kpi => "stall-kpi",
        Stories => "stall-stories",
    }
    Kind {
        Decision => "kind-decisions", Action => "kind-actions", Difference => "kind-differences",
        Escalation => "kind-escalations", Story => "kind-stories", Note => "kind-notes", Article => "kind-articles",
        Mandate => "kind-mandates", KpiValue => "kind-kpi-values", Text => "kind-texts",
    }
    FacePart {
        Slogan => "identity-slogan", Place => "identity-place", Logo => "identity-logo", Colour => "identity-colour",
    }
    BenefitState {
        Intended => "benefit-intended", InSight => "benefit-in-sight", Realised => "benefit-realised",
        Told => "benefit-told", Gone => "benefit-gone",
    }
    Quadrant {
        Calm => "quadrant-calm", Healthy => "quadrant-healthy", FalsePeace => "quadrant-false-peace",
        Strife => "quadrant-strife",
    }
    StoryStatus { Draft => "story-draft", Blocked => "story-blocked", Released => "story-released" }
}

impl Term for Claim {
    fn id(&self) -> &'static str {
        self.row().message
    }
}

impl Term for Need {
    fn id(&self) -> &'static str {
        match self {
            Self::Agenda => "need-agenda",
            Self::Papers => "need-papers",
            Self::KpiValues => "need-kpi-values",
            Self::Escalations => "need-escalations",
            Self::LateActions => "need-late-actions",
            Self::Mandates => "need-mandates",
        }
    }
}

impl Term for Topic {
    fn id(&self) -> &'static str {
        match self {
            Self::Kpis => "topic-kpis",
            Self::Net => "topic-net",
            Self::Temperature => "topic-temperature",
            Self::Upward => "topic-upward",
            Self::Dissent => "topic-dissent",
            Self::Pulse => "topic-pulse",
            Self::Outcomes => "topic-outcomes",
            Self::Stories => "topic-stories",
        }
    }
}
