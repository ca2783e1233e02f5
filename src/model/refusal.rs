//! Why a change was not carried out.

use crate::model::chain::COLOURS;
use crate::model::decision::PositionCode;
use crate::model::ids::PartnerCode;

/// Why a change was not carried out. The words for it stand in the translation files.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.id())]
pub enum Refusal {
    /// The session is closed.
    Closed,
    /// It is not being held.
    NotLive,
    /// It is being held already.
    AlreadyOpen,
    /// An empty text.
    Blank,
    /// No such agenda item.
    NoSuchItem,
    /// No such record.
    NoSuchRecord,
    /// No such partner.
    NoSuchPartner(PartnerCode),
    /// The partner has no deputy.
    NoDeputy(PartnerCode),
    /// It can't go further up or down.
    AtTheEdge,
    /// An item on which something is on record can't be removed.
    ItemInUse,
    /// An *explore a difference* item admits no decision (7.4).
    ExploreAdmitsNoDecision,
    /// Something that the group may decide to go on in spite of: ask once.
    Obstacle(Obstacle),
    /// With fewer rows than this a mean would show who gave what.
    TooFewRows(usize),
    /// A, B, T and V say why.
    ReasonNeeded(PositionCode),
    /// Nothing was given in silence.
    NothingSealed,
    /// Who is at the table and has not given a position yet.
    StillSilent(Vec<PartnerCode>),
    /// Positions wait for their reveal.
    NotRevealed,
    /// A partner still owes its reason.
    ReasonOwed(PartnerCode),
    /// An absent partner is never presumed: only in writing, with a date.
    AbsentNeedsWriting(PartnerCode),
    /// A deputy without mandate can only reserve.
    OnlyReserve(PartnerCode),
    /// Not without a partner whose effort it touches.
    TouchesAbsent(PartnerCode),
    /// In consensus and consent nobody is overruled.
    ObjectionStands(Vec<PartnerCode>),
    /// A vote needs more for than against.
    NoMajority {
        /// Positions for it.
        for_it: u32,
        /// Positions against it.
        against: u32,
    },
    /// Not one partner goes along.
    NobodyFor,
    /// A partner said something else than agree.
    NotUnanimous(PartnerCode),
    /// Nobody made a reservation.
    NobodyReserves,
    /// Before the meeting nobody decided anything.
    NotAtTheTable,
    /// X is for who is not there.
    IsAtTheTable(PartnerCode),
    /// No commitment before a benefit (1.4).
    NoBenefit(PartnerCode),
    /// No commitment before an ambition.
    NoAmbition,
    /// A number outside its scale.
    OutOfRange {
        /// Lowest.
        low: u8,
        /// Highest.
        high: u8,
    },
    /// A figure that is no figure.
    NotANumber,
    /// More counted than there were.
    NumeratorAboveDenominator,
    /// What was found in the story blocks its release.
    GuardBlocks,
    /// The four questions are not answered so that it may go.
    QuestionsOpen,
    /// Content comes after *does this belong here?*
    GuardFirst,
    /// Only records of this session change kind or go.
    FromEarlierSession,
    /// Stories and escalations have forms of their own.
    CannotBecome,
    /// Only the report of the session before can be adopted.
    NotThePrevious,
    /// Already adopted.
    AlreadyAdopted,
    /// The next meeting can't lie before this one.
    NextBeforeThis,
    /// A meeting can't lie before the one before it.
    NotAfterPrevious,
    /// A meeting that is being held keeps its day.
    BeingHeld,
    /// No round was held, or nobody filled it.
    NoRound,
    /// The row of this partner is in and stays as it is.
    RowLocked(PartnerCode),
    /// What was given in silence is revealed already; who comes now would adapt.
    Revealed,
    /// These words name a partner or a person, and what was said goes on record without a name.
    NamesSomebody(Vec<String>),
    /// A café that is still to come was not attended yet.
    CafeToCome,
    /// Fewer people than partners came.
    FewerPeopleThanPartners,
    /// The row of this partner does not have a place for every partner.
    RowIncomplete(PartnerCode),
    /// There is no covenant to lay it down in.
    NoCovenant,
    /// No version of the covenant is being prepared.
    NoAmendment,
    /// One version at a time is being prepared.
    AmendmentPending,
    /// The group took its positions on this text.
    AmendmentDecided,
    /// The decision on it was not taken, or a reservation is open.
    AmendmentNotAdopted,
    /// A signature lies between the day of the version and today.
    SignedOutside,
    /// These have not signed yet.
    Unsigned(Vec<PartnerCode>),
    /// It is not known yet what it means for these.
    ImpactOpen(Vec<PartnerCode>),
    /// Something else of its kind has this name.
    NameTaken(String),
    /// A recurrence rule that can't be read.
    NoRule,
    /// Not one of the colours that every terminal has.
    NoSuchColour,
    /// A tie is between two.
    SamePartner,
    /// A round or positions are being given: first that, then who comes or goes.
    RoundOpen,
    /// A code is up to six letters and digits.
    BadCode,
    /// A chain has at least one partner.
    LastPartner,
    /// The two versions are of different meetings.
    OtherMeeting,
    /// Somebody chose between these versions already.
    NoSuchConflict,
    /// So many choices between two versions are open: a meeting is not over before they are made.
    VersionsToChoose(usize),
}

/// What stands in the way of deciding until the group goes on in spite of it, on record (3.1, domain §2.3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// Fewer partners than the quorum.
    BelowQuorum {
        /// Partners present.
        present: u32,
        /// Partners needed.
        quorum: u32,
    },
    /// Somebody at the table has no mandate.
    WithoutMandate(Vec<PartnerCode>),
}

impl From<Obstacle> for Refusal {
    fn from(obstacle: Obstacle) -> Self {
        Self::Obstacle(obstacle)
    }
}

impl Refusal {
    /// The message for it in the translation files.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Closed => "refused-closed",
            Self::NotLive => "refused-not-live",
            Self::AlreadyOpen => "refused-already-open",
            Self::Blank => "refused-blank",
            Self::NoSuchItem => "refused-no-such-item",
            Self::NoSuchRecord => "refused-no-such-record",
            Self::NoSuchPartner(_) => "refused-no-such-partner",
            Self::NoDeputy(_) => "refused-no-deputy",
            Self::AtTheEdge => "refused-at-the-edge",
            Self::ItemInUse => "refused-item-in-use",
            Self::ExploreAdmitsNoDecision => "refused-explore",
            Self::Obstacle(Obstacle::BelowQuorum { .. }) => "refused-below-quorum",
            Self::Obstacle(Obstacle::WithoutMandate(_)) => "refused-without-mandate",
            Self::TooFewRows(_) => "refused-too-few-rows",
            Self::ReasonNeeded(_) => "refused-reason-needed",
            Self::NothingSealed => "refused-nothing-sealed",
            Self::StillSilent(_) => "refused-still-silent",
            Self::NotRevealed => "refused-not-revealed",
            Self::ReasonOwed(_) => "refused-reason-owed",
            Self::AbsentNeedsWriting(_) => "refused-absent",
            Self::OnlyReserve(_) => "refused-only-reserve",
            Self::TouchesAbsent(_) => "refused-touches-absent",
            Self::ObjectionStands(_) => "refused-objection-stands",
            Self::NoMajority { .. } => "refused-no-majority",
            Self::NobodyFor => "refused-nobody-for",
            Self::NotUnanimous(_) => "refused-not-unanimous",
            Self::NobodyReserves => "refused-nobody-reserves",
            Self::NotAtTheTable => "refused-not-at-the-table",
            Self::IsAtTheTable(_) => "refused-is-at-the-table",
            Self::NoBenefit(_) => "refused-no-benefit",
            Self::NoAmbition => "refused-no-ambition",
            Self::OutOfRange { .. } => "refused-out-of-range",
            Self::NotANumber => "refused-not-a-number",
            Self::NumeratorAboveDenominator => "refused-numerator",
            Self::GuardBlocks => "refused-guard-blocks",
            Self::QuestionsOpen => "refused-questions-open",
            Self::GuardFirst => "refused-guard-first",
            Self::FromEarlierSession => "refused-earlier-session",
            Self::CannotBecome => "refused-cannot-become",
            Self::NotThePrevious => "refused-not-previous",
            Self::AlreadyAdopted => "refused-already-adopted",
            Self::NextBeforeThis => "refused-next-before",
            Self::NotAfterPrevious => "refused-not-after-previous",
            Self::BeingHeld => "refused-being-held",
            Self::NoRound => "refused-no-round",
            Self::RowLocked(_) => "refused-row-locked",
            Self::Revealed => "refused-revealed",
            Self::NamesSomebody(_) => "refused-names-somebody",
            Self::CafeToCome => "refused-cafe-to-come",
            Self::FewerPeopleThanPartners => "refused-fewer-people",
            Self::RowIncomplete(_) => "refused-row-incomplete",
            Self::NoCovenant => "refused-no-covenant",
            Self::NoAmendment => "refused-no-amendment",
            Self::AmendmentPending => "refused-amendment-pending",
            Self::AmendmentDecided => "refused-amendment-decided",
            Self::AmendmentNotAdopted => "refused-amendment-not-adopted",
            Self::SignedOutside => "refused-signed-outside",
            Self::Unsigned(_) => "refused-unsigned",
            Self::ImpactOpen(_) => "refused-impact-open",
            Self::NameTaken(_) => "refused-name-taken",
            Self::NoRule => "refused-no-rule",
            Self::NoSuchColour => "refused-no-such-colour",
            Self::SamePartner => "refused-same-partner",
            Self::RoundOpen => "refused-round-open",
            Self::BadCode => "refused-bad-code",
            Self::LastPartner => "refused-last-partner",
            Self::OtherMeeting => "refused-other-meeting",
            Self::NoSuchConflict => "refused-no-such-conflict",
            Self::VersionsToChoose(_) => "refused-versions-to-choose",
        }
    }

    /// The values the message names.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NoSuchPartner(code)
            | Self::NoDeputy(code)
            | Self::AbsentNeedsWriting(code)
            | Self::OnlyReserve(code)
            | Self::TouchesAbsent(code)
            | Self::ReasonOwed(code)
            | Self::RowLocked(code)
            | Self::RowIncomplete(code)
            | Self::NotUnanimous(code)
            | Self::IsAtTheTable(code)
            | Self::NoBenefit(code) => vec![("partner", code.to_string())],
            Self::Obstacle(Obstacle::BelowQuorum { present, quorum }) => {
                vec![("present", present.to_string()), ("quorum", quorum.to_string())]
            }
            Self::Obstacle(Obstacle::WithoutMandate(codes))
            | Self::StillSilent(codes)
            | Self::ImpactOpen(codes)
            | Self::Unsigned(codes)
            | Self::ObjectionStands(codes) => {
                let names: Vec<&str> = codes.iter().map(PartnerCode::as_str).collect();
                vec![("partners", names.join(", "))]
            }
            Self::NoMajority { for_it, against } => {
                vec![("for", for_it.to_string()), ("against", against.to_string())]
            }
            Self::NamesSomebody(words) => vec![("found", words.join(", "))],
            Self::TooFewRows(count) | Self::VersionsToChoose(count) => vec![("count", count.to_string())],
            Self::NoSuchColour => vec![("colours", COLOURS.join(", "))],
            Self::NameTaken(name) => vec![("name", name.clone())],
            Self::ReasonNeeded(code) => vec![("code", code.letter().to_string())],
            Self::OutOfRange { low, high } => vec![("low", low.to_string()), ("high", high.to_string())],
            Self::Closed
            | Self::NotLive
            | Self::AlreadyOpen
            | Self::Blank
            | Self::NoSuchItem
            | Self::NoSuchRecord
            | Self::AtTheEdge
            | Self::ItemInUse
            | Self::ExploreAdmitsNoDecision
            | Self::NothingSealed
            | Self::NotRevealed
            | Self::NobodyFor
            | Self::NobodyReserves
            | Self::NotAtTheTable
            | Self::NoAmbition
            | Self::NotANumber
            | Self::NumeratorAboveDenominator
            | Self::GuardBlocks
            | Self::QuestionsOpen
            | Self::GuardFirst
            | Self::FromEarlierSession
            | Self::CannotBecome
            | Self::NotThePrevious
            | Self::AlreadyAdopted
            | Self::NextBeforeThis
            | Self::NotAfterPrevious
            | Self::BeingHeld
            | Self::NoRound
            | Self::Revealed
            | Self::CafeToCome
            | Self::FewerPeopleThanPartners
            | Self::NoCovenant
            | Self::NoAmendment
            | Self::AmendmentPending
            | Self::AmendmentDecided
            | Self::AmendmentNotAdopted
            | Self::SignedOutside
            | Self::NoRule
            | Self::SamePartner
            | Self::RoundOpen
            | Self::BadCode
            | Self::LastPartner
            | Self::OtherMeeting
            | Self::NoSuchConflict => Vec::new(),
        }
    }
}
