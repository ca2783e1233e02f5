//! Signals and warnings as statements, each with the records it rests on; never weighted, never summed
//! (domain §1, §6.5, §6.6).

mod balance;
mod governance;
mod group;
mod results;
mod signals;

use super::agenda::Room;
use super::chain::FacePart;
use super::ids::{KpiId, Month, PartnerCode, RecordId};
use super::kpi::Angle;
use super::session::Session;
use super::set_aside::SetAside;
use super::signals::StallSignal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One statement about the collaboration.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// What is stated.
    pub claim: Claim,
    /// What it is about, so that setting it aside holds for this and for nothing else.
    pub about: String,
    /// True, not true, or nothing to go by yet.
    pub raised: Option<bool>,
    /// The values that its words name.
    pub values: Vec<(&'static str, Value)>,
    /// The records it rests on.
    pub records: Vec<RecordId>,
}

/// A value in the words of a statement.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// As it stands; empty is none.
    Text(String),
    /// Partners, by their codes.
    Partners(Vec<PartnerCode>),
    /// KPIs.
    Kpis(Vec<KpiId>),
    /// A consultation, by its name.
    Body(String),
    /// A link of the chain, by its name.
    Link(String),
    /// The covenant, by its version.
    Covenant(String),
    /// A session, by its number.
    Meeting(u32),
    /// A count.
    Count(i64),
    /// A figure with one decimal.
    Figure(f64),
    /// A grade: 7, or 6,5.
    Grade(f64),
    /// A day.
    Day(NaiveDate),
    /// A month.
    Month(Month),
    /// A part of the face.
    Face(FacePart),
    /// A corner of the triangle.
    Corner(Angle),
    /// A factor by the name of its pane.
    Room(Room),
}

/// What a statement rests on, and what can be opened from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ground {
    /// A record.
    Record(RecordId),
    /// A partner.
    Partner(PartnerCode),
    /// A KPI.
    Kpi(KpiId),
    /// A consultation.
    Body(String),
    /// A link of the chain.
    Link(String),
    /// The covenant as it holds, by its version.
    Covenant(String),
    /// An earlier session.
    Meeting(u32),
}

impl std::fmt::Display for Ground {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Record(id) => id.fmt(out),
            Self::Partner(code) => code.fmt(out),
            Self::Kpi(id) => id.fmt(out),
            Self::Body(name) | Self::Link(name) | Self::Covenant(name) => name.fmt(out),
            Self::Meeting(number) => write!(out, "S{number}"),
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

impl Claim {
    /// Where the meeting looks into it.
    pub fn room(self) -> Room {
        match self {
            Self::Stall(StallSignal::Actions | StallSignal::Attendance)
            | Self::UnevenLevels
            | Self::MandateEnds
            | Self::WaitsFor
            | Self::LeftBehind
            | Self::FewOutcomes
            | Self::VersionsDiffer => Room::Opening,
            Self::Stall(StallSignal::Deferred | StallSignal::Upward)
            | Self::Unanchored
            | Self::CovenantReview
            | Self::LinkWithoutPartner
            | Self::LowMinutes
            | Self::NoMandateBelow
            | Self::Unsigned => Room::Governance,
            Self::Stall(StallSignal::Temperature)
            | Self::NoActivity
            | Self::CafeOnHoliday
            | Self::CafeMissed
            | Self::FewerAtCafe => Room::Relation,
            Self::Stall(StallSignal::Kpi)
            | Self::NoCitizenKpi
            | Self::CornerWithoutKpi
            | Self::TradeOff
            | Self::NoBaseline
            | Self::NotAdjusted
            | Self::OneOrganisation => Room::Kpis,
            Self::Stall(StallSignal::Stories)
            | Self::UntoldBenefit
            | Self::NotJustified
            | Self::NoProgress
            | Self::FewStories
            | Self::StoriesShort => Room::Successes,
            Self::SilentDissent
            | Self::FalseConsensus
            | Self::AbsentTouched
            | Self::RedLine
            | Self::NoTrustCheck
            | Self::NoShopfloor => Room::Differences,
            Self::BenefitWithoutKpi
            | Self::StaleCommitment
            | Self::VagueAmbition
            | Self::CouldAlone
            | Self::UrgencySpread
            | Self::NoBenefit
            | Self::OutingsWithout => Room::Ambition,
            Self::OldRound
            | Self::BenefitMoved
            | Self::NoBuddy
            | Self::NotRealised
            | Self::RebalanceDue
            | Self::QuietWorry => Room::Balance,
            Self::FaceIncomplete => Room::Identity,
            Self::QuietFactor(factor) | Self::FactorFalls(factor) => Room::of_factor(factor),
        }
    }

    /// It is a signal of domain §6.5 or §6.6, which may become an item of the agenda; else a warning of §1.
    pub fn is_signal(self) -> bool {
        matches!(
            self,
            Self::Stall(_)
                | Self::SilentDissent
                | Self::FalseConsensus
                | Self::AbsentTouched
                | Self::UnevenLevels
                | Self::BenefitWithoutKpi
                | Self::StaleCommitment
                | Self::MandateEnds
                | Self::OldRound
                | Self::Unanchored
                | Self::CovenantReview
                | Self::FewerAtCafe
                | Self::FewOutcomes
                | Self::QuietFactor(_)
        )
    }
}

/// Every signal, and every warning of domain §1 that applies now.
pub fn statements(session: &Session, today: NaiveDate) -> Vec<Statement> {
    let mut found = signals::all(session, today);
    group::warnings(session, today, &mut found);
    results::warnings(session, today, &mut found);
    governance::warnings(session, today, &mut found);
    balance::warnings(session, &mut found);
    found
}

impl Statement {
    /// Everything it rests on: its records, and whoever and whatever its words name.
    pub fn grounds(&self) -> Vec<Ground> {
        let records = self.records.iter().cloned().map(Ground::Record);
        let named = self.values.iter().flat_map(|(_, value)| match value {
            Value::Partners(codes) => codes.iter().cloned().map(Ground::Partner).collect(),
            Value::Kpis(ids) => ids.iter().cloned().map(Ground::Kpi).collect(),
            Value::Body(name) => vec![Ground::Body(name.clone())],
            Value::Link(name) => vec![Ground::Link(name.clone())],
            Value::Covenant(version) => vec![Ground::Covenant(version.clone())],
            Value::Meeting(number) => vec![Ground::Meeting(*number)],
            Value::Text(_)
            | Value::Count(_)
            | Value::Figure(_)
            | Value::Grade(_)
            | Value::Day(_)
            | Value::Month(_)
            | Value::Face(_)
            | Value::Corner(_)
            | Value::Room(_) => Vec::new(),
        });
        records.chain(named).collect()
    }

    /// It is raised, and nobody set it aside.
    pub fn counts(&self, session: &Session) -> bool {
        self.raised == Some(true) && self.set_aside(session).is_none()
    }

    /// Why it was set aside, if it was.
    pub fn set_aside<'a>(&self, session: &'a Session) -> Option<&'a SetAside> {
        session.set_aside.iter().find(|entry| entry.warning == self.claim && entry.about == self.about)
    }
}

fn statement(claim: Claim, raised: Option<bool>, values: Vec<(&'static str, Value)>) -> Statement {
    Statement { claim, about: String::new(), raised, values, records: Vec::new() }
}

/// A warning that applies.
fn warning(claim: Claim, about: &str, values: Vec<(&'static str, Value)>) -> Statement {
    Statement { about: about.to_owned(), ..statement(claim, Some(true), values) }
}

fn names<'a>(codes: impl IntoIterator<Item = &'a PartnerCode>) -> String {
    codes.into_iter().map(PartnerCode::as_str).collect::<Vec<_>>().join(", ")
}

fn kpi_names<'a>(ids: impl IntoIterator<Item = &'a KpiId>) -> String {
    ids.into_iter().map(KpiId::as_str).collect::<Vec<_>>().join(", ")
}

fn partner(code: &PartnerCode) -> Value {
    Value::Partners(vec![code.clone()])
}

fn partners<'a>(codes: impl IntoIterator<Item = &'a PartnerCode>) -> Value {
    Value::Partners(codes.into_iter().cloned().collect())
}

fn text(text: impl Into<String>) -> Value {
    Value::Text(text.into())
}

fn count(number: impl TryInto<i64>) -> Value {
    Value::Count(number.try_into().unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests;
