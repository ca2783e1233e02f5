//! What can be stated, each in one row: where the meeting looks into it, how much it weighs, its words, what it proposes for the
//! agenda, and where it shows. A new one is a variant, its row, the function that finds it, and its words in both languages.

use crate::model::agenda::Room;
use serde::{Deserialize, Serialize};

/// One of the seven signals of stall.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum StallSignal {
    /// Fewer than 60 % of the last session's actions were on time.
    Actions,
    /// 30 % or more of its decisions were deferred.
    Deferred,
    /// A third or more of its escalations could have stayed below.
    Upward,
    /// Fewer than 80 % of the seats were taken by the member.
    Attendance,
    /// The temperature fell, or a tie is cold.
    Temperature,
    /// Half of the KPIs or more are red.
    Kpi,
    /// Fewer than three and a half stories a month.
    Stories,
}

impl StallSignal {
    /// The seven, in the order of domain §6.5.
    pub const ALL: [Self; 7] =
        [Self::Actions, Self::Deferred, Self::Upward, Self::Attendance, Self::Temperature, Self::Kpi, Self::Stories];

    /// The key in `signals --json` (`expected.stall.signals`).
    pub fn key(self) -> &'static str {
        match self {
            Self::Actions => "acties",
            Self::Deferred => "aangehouden",
            Self::Upward => "omhoog",
            Self::Attendance => "aanwezigheid",
            Self::Temperature => "temperatuur",
            Self::Kpi => "kpi",
            Self::Stories => "verhalen",
        }
    }
}

/// What a statement is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Claim {
    /// One of the seven signals of stall.
    Stall(StallSignal),
    /// Fewer partners differ while the temperature falls.
    SilentDissent,
    /// Ten or more decisions in a row were unanimous.
    FalseConsensus,
    /// A decision touches the effort of a partner that did not speak.
    AbsentTouched,
    /// Levels at the table differ by two or more.
    UnevenLevels,
    /// A partner gains something that no KPI shows.
    BenefitWithoutKpi,
    /// A partner is committed to an older sentence.
    StaleCommitment,
    /// A mandate ends within thirty days.
    MandateEnds,
    /// The last benefit round is older than six months.
    OldRound,
    /// Decisions wait for their place in the covenant.
    Unanchored,
    /// The covenant is reviewed within a hundred days.
    CovenantReview,
    /// A factor had no item with an outcome in the last three sessions, and is not on this agenda.
    QuietFactor(u8),
    /// Open actions and KPIs wait for one partner (I1).
    WaitsFor,
    /// A partner left, and open matters still stand in its name.
    LeftBehind,
    /// The pulse of a factor fell twice in a row (I3).
    FactorFalls(u8),
    /// A link of the chain has no representative (I6).
    LinkWithoutPartner,
    /// No KPI says what the citizen notices (I11).
    NoCitizenKpi,
    /// A corner of the triangle has no KPI (I15).
    CornerWithoutKpi,
    /// One corner is on its path while another is far behind (I15).
    TradeOff,
    /// The ambition does not connect, or gives no direction (1.1).
    VagueAmbition,
    /// A partner can do it as well alone (1.2).
    CouldAlone,
    /// Partners feel the urgency very differently (1.3).
    UrgencySpread,
    /// A partner without a benefit can't commit yet (1.4).
    NoBenefit,
    /// Most outings of a partner do not carry the ambition (1.5).
    OutingsWithout,
    /// A KPI without a baseline (2.1).
    NoBaseline,
    /// A KPI calls for an adjustment that nobody decided on (2.2).
    NotAdjusted,
    /// A KPI of one organisation (2.4).
    OneOrganisation,
    /// Time went to items that belong lower (3.4).
    LowMinutes,
    /// A partner has nobody with a mandate in a lower body (3.6).
    NoMandateBelow,
    /// A version of the covenant is not signed by all (domain §2.5).
    Unsigned,
    /// A benefit doubled or halved since the first round kept (4.2).
    BenefitMoved,
    /// Nobody watches over a partner today (4.3).
    NoBuddy,
    /// A benefit was not realised for three sessions (4.4).
    NotRealised,
    /// More effort than benefit, twice in a row (4.5).
    RebalanceDue,
    /// The others think that a partner gains much more than it feels (4.6).
    QuietWorry,
    /// Nothing was done together for three sessions (5.1).
    NoActivity,
    /// The next café falls on a holiday (5.6).
    CafeOnHoliday,
    /// A partner missed the last three cafés (5.6).
    CafeMissed,
    /// The last café brought fewer partners together than those before (domain §6.6).
    FewerAtCafe,
    /// Benefits that were realised and not told (6.1).
    UntoldBenefit,
    /// A partner did not account for its hours at home this quarter (6.2).
    NotJustified,
    /// Stories without progress: no KPI has a value since the last session (6.3).
    NoProgress,
    /// A partner hardly figures in stories (6.5).
    FewStories,
    /// Fewer than five stories this month (6.6).
    StoriesShort,
    /// A proposal touches a red line (7.1).
    RedLine,
    /// Dissent without a trust check after it (7.4).
    NoTrustCheck,
    /// No signal from the shop floor for two sessions (7.5).
    NoShopfloor,
    /// The face of the collaboration is not complete (8.1).
    FaceIncomplete,
    /// Less than half of the items had an outcome (8.4).
    FewOutcomes,
    /// Two versions of this session say something otherwise, and nobody chose yet.
    VersionsDiffer,
}

/// How much a raised statement weighs beside the others: what to look at first, and never a grade.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Rank {
    /// One of the seven of a stall: they come before all others, together.
    Stall,
    /// The meeting that is held can do something about it, and should not go on without.
    Now,
    /// It belongs on an agenda.
    Soon,
    /// True, and worth knowing where it is looked into; it calls nobody by itself.
    Background,
}

/// What is declared about a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// Where the meeting looks into it.
    pub room: Room,
    /// How much it weighs.
    pub rank: Rank,
    /// The message with its words.
    pub message: &'static str,
    /// What an item of the agenda would be about, in a few words; none where it is looked into where it stands, and then it
    /// is a warning of domain §1 instead of a signal of §6.5 or §6.6.
    pub proposal: Option<&'static str>,
    /// Its pane shows it beside what it is about, instead of in the line of warnings.
    pub in_place: bool,
}

const fn row(room: Room, rank: Rank, message: &'static str) -> Row {
    Row { room, rank, message, proposal: None, in_place: false }
}

impl Row {
    const fn proposes(self, about: &'static str) -> Self {
        Self { proposal: Some(about), ..self }
    }

    const fn in_place(self) -> Self {
        Self { in_place: true, ..self }
    }
}

impl Claim {
    /// What is declared about it.
    #[rustfmt::skip] // one row each, however long
    pub fn row(self) -> Row {
        match self {
            Self::Stall(StallSignal::Actions) => row(Room::Actions, Rank::Stall, "stall-actions").proposes("about-actions"),
            Self::Stall(StallSignal::Deferred) => row(Room::Governance, Rank::Stall, "stall-deferred").proposes("about-deferred"),
            Self::Stall(StallSignal::Upward) => row(Room::Governance, Rank::Stall, "stall-upward").proposes("about-upward"),
            Self::Stall(StallSignal::Attendance) => row(Room::Opening, Rank::Stall, "stall-attendance").proposes("about-attendance"),
            Self::Stall(StallSignal::Temperature) => row(Room::Relation, Rank::Stall, "stall-temperature").in_place().proposes("about-temperature"),
            Self::Stall(StallSignal::Kpi) => row(Room::Kpis, Rank::Stall, "stall-kpi").proposes("about-kpi"),
            Self::Stall(StallSignal::Stories) => row(Room::Successes, Rank::Stall, "stall-stories").proposes("about-stories"),
            Self::SilentDissent => row(Room::Differences, Rank::Soon, "claim-silent-dissent").proposes("about-dissent"),
            Self::FalseConsensus => row(Room::Differences, Rank::Soon, "claim-false-consensus").proposes("about-dissent"),
            Self::AbsentTouched => row(Room::Differences, Rank::Now, "claim-absent-touched").proposes("about-absent"),
            Self::UnevenLevels => row(Room::Opening, Rank::Soon, "claim-uneven-levels").in_place().proposes("about-mandate"),
            Self::BenefitWithoutKpi => row(Room::Ambition, Rank::Soon, "claim-benefit-without-kpi").proposes("about-commitment"),
            Self::StaleCommitment => row(Room::Ambition, Rank::Soon, "claim-stale-commitment").proposes("about-commitment"),
            Self::MandateEnds => row(Room::Opening, Rank::Now, "claim-mandate-ends").in_place().proposes("about-mandate"),
            Self::OldRound => row(Room::Balance, Rank::Soon, "claim-old-round").proposes("about-round"),
            Self::Unanchored => row(Room::Governance, Rank::Soon, "claim-unanchored").in_place().proposes("about-covenant"),
            Self::CovenantReview => row(Room::Governance, Rank::Soon, "claim-covenant-review").proposes("about-covenant"),
            Self::QuietFactor(factor) => row(Room::of_factor(factor), Rank::Soon, "claim-quiet-factor").proposes("about-quiet"),
            Self::WaitsFor => row(Room::Actions, Rank::Soon, "claim-waits-for"),
            Self::LeftBehind => row(Room::Actions, Rank::Now, "claim-left-behind"),
            Self::FactorFalls(factor) => row(Room::of_factor(factor), Rank::Soon, "claim-factor-falls"),
            Self::LinkWithoutPartner => row(Room::Governance, Rank::Background, "claim-link-without-partner"),
            Self::NoCitizenKpi => row(Room::Kpis, Rank::Background, "claim-no-citizen-kpi"),
            Self::CornerWithoutKpi => row(Room::Kpis, Rank::Background, "corner-without-kpi").in_place(),
            Self::TradeOff => row(Room::Kpis, Rank::Soon, "claim-trade-off"),
            Self::VagueAmbition => row(Room::Ambition, Rank::Soon, "claim-vague-ambition"),
            Self::CouldAlone => row(Room::Ambition, Rank::Soon, "alone-warning").in_place(),
            Self::UrgencySpread => row(Room::Ambition, Rank::Soon, "urgency-spread").in_place(),
            Self::NoBenefit => row(Room::Ambition, Rank::Soon, "claim-no-benefit"),
            Self::OutingsWithout => row(Room::Ambition, Rank::Background, "claim-outings-without"),
            Self::NoBaseline => row(Room::Kpis, Rank::Background, "claim-no-baseline"),
            Self::NotAdjusted => row(Room::Kpis, Rank::Now, "claim-not-adjusted"),
            Self::OneOrganisation => row(Room::Kpis, Rank::Background, "claim-one-organisation"),
            Self::LowMinutes => row(Room::Governance, Rank::Background, "claim-low-minutes"),
            Self::NoMandateBelow => row(Room::Governance, Rank::Soon, "claim-no-mandate-below"),
            Self::Unsigned => row(Room::Governance, Rank::Soon, "claim-unsigned"),
            Self::BenefitMoved => row(Room::Balance, Rank::Background, "claim-benefit-moved"),
            Self::NoBuddy => row(Room::Balance, Rank::Soon, "claim-no-buddy"),
            Self::NotRealised => row(Room::Balance, Rank::Soon, "claim-not-realised"),
            Self::RebalanceDue => row(Room::Balance, Rank::Now, "claim-rebalance-due").in_place(),
            Self::QuietWorry => row(Room::Balance, Rank::Soon, "claim-quiet-worry").in_place(),
            Self::NoActivity => row(Room::Relation, Rank::Background, "claim-no-activity"),
            Self::CafeOnHoliday => row(Room::Relation, Rank::Background, "claim-cafe-on-holiday"),
            Self::CafeMissed => row(Room::Relation, Rank::Soon, "claim-cafe-missed").in_place(),
            Self::FewerAtCafe => row(Room::Relation, Rank::Soon, "claim-fewer-at-cafe").proposes("about-cafe"),
            Self::UntoldBenefit => row(Room::Successes, Rank::Background, "claim-untold-benefit"),
            Self::NotJustified => row(Room::Successes, Rank::Background, "claim-not-justified"),
            Self::NoProgress => row(Room::Successes, Rank::Background, "claim-no-progress"),
            Self::FewStories => row(Room::Successes, Rank::Background, "claim-few-stories"),
            Self::StoriesShort => row(Room::Successes, Rank::Background, "claim-stories-short"),
            Self::RedLine => row(Room::Differences, Rank::Now, "claim-red-line"),
            Self::NoTrustCheck => row(Room::Differences, Rank::Now, "warn-no-trust").in_place(),
            Self::NoShopfloor => row(Room::Differences, Rank::Soon, "claim-no-shopfloor"),
            Self::FaceIncomplete => row(Room::Identity, Rank::Background, "claim-face-incomplete"),
            Self::FewOutcomes => row(Room::Agenda, Rank::Soon, "claim-few-outcomes").proposes("about-outcomes"),
            Self::VersionsDiffer => row(Room::Opening, Rank::Now, "claim-versions-differ"),
        }
    }

    /// Where the meeting looks into it.
    pub fn room(self) -> Room {
        self.row().room
    }

    /// It may become an item of the agenda; else it is a warning.
    pub fn is_signal(self) -> bool {
        self.row().proposal.is_some()
    }
}
