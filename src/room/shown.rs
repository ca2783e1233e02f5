//! What a room may see of a meeting. Whoever draws it gets this and nothing else: no note, no reason that is sealed, no score
//! that was not revealed, no single tie, no estimate with the name of who gave it, no story that was not released. What is not
//! a field here can't be on that screen.

use crate::model::Month;
use crate::model::agenda::{Purpose, Room};
use crate::model::ambition::Standing;
use crate::model::balance::BalanceLabel;
use crate::model::decision::{DecisionForm, DecisionOutcome, PositionCode};
use crate::model::kpi::Direction;
use crate::model::kpi::figures::Rag;
use chrono::{NaiveDate, NaiveDateTime};

/// A meeting as the room sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct RoomSession {
    /// The name of the chain.
    pub chain: String,
    /// The number of the session.
    pub number: u32,
    /// Where it is: the room of the item, or one that is not on the agenda.
    pub room: Room,
    /// The item that is on the table.
    pub item: Option<Heading>,
    /// The time of the item that runs.
    pub clock: Option<ItemClock>,
    /// Now.
    pub now: NaiveDateTime,
    /// When the meeting will be over; none where that can't be told.
    pub end: Option<NaiveDateTime>,
    /// Minutes that this is later than planned.
    pub late: i64,
    /// What is shown.
    pub shown: Shown,
}

/// An item of the agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Its number.
    pub no: String,
    /// Its title.
    pub title: String,
}

/// The time of an item, in seconds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemClock {
    /// Of which item.
    pub no: String,
    /// What it was given.
    pub planned: u32,
    /// What it took.
    pub spent: u32,
}

/// One thing at a time.
#[derive(Debug, Clone, PartialEq)]
pub enum Shown {
    /// A KPI.
    Kpi(KpiShown),
    /// A decision or an action.
    Decision(DecisionShown),
    /// A blind round that is being filled.
    Round(RoundShown),
    /// A benefit round that was revealed.
    Reveal(RevealShown),
    /// A story.
    Story(StoryShown),
    /// The ambition.
    Ambition(AmbitionShown),
    /// The pulse on the eight factors.
    Pulse(PulseShown),
    /// The temperature.
    Temperature(TemperatureShown),
    /// A break.
    Pause(PauseShown),
    /// What is read back at the end.
    Closing(ClosingShown),
    /// An item without any of these.
    Item(ItemShown),
}

/// A KPI.
#[derive(Debug, Clone, PartialEq)]
pub struct KpiShown {
    /// `K1`.
    pub id: String,
    /// What is measured.
    pub name: String,
    /// In what.
    pub unit: String,
    /// Which way is better.
    pub direction: Direction,
    /// The newest value that is not hidden.
    pub last: Option<f64>,
    /// The path in that month.
    pub path: Option<f64>,
    /// Its colour.
    pub stand: Option<Rag>,
    /// Where it goes at this pace.
    pub pace: Option<Pace>,
    /// Change per month still needed, signed.
    pub needed: Option<f64>,
    /// The months of the plot, from left to right.
    pub months: Vec<PlotMonth>,
}

/// Where a KPI goes at this pace.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pace {
    /// Change per month.
    pub slope: f64,
    /// Where that leads to at the end of the plot.
    pub forecast: f64,
    /// How far that is behind the path there; below zero is behind.
    pub gap: f64,
    /// The colour of that.
    pub colour: Rag,
}

/// A month of the plot of a KPI.
#[derive(Debug, Clone, PartialEq)]
pub struct PlotMonth {
    /// Which.
    pub month: Month,
    /// What was measured.
    pub measured: Option<f64>,
    /// The path.
    pub path: Option<f64>,
    /// Where this pace leads to; only from the last value on.
    pub pace: Option<f64>,
    /// There is a value, and too few cases to show it.
    pub hidden: bool,
    /// The month of the last value.
    pub is_last: bool,
}

/// A decision or an action, or the words of one that is being written.
#[derive(Debug, Clone, PartialEq)]
pub struct DecisionShown {
    /// Its number; none while it is being written.
    pub id: Option<String>,
    /// It is an action.
    pub is_action: bool,
    /// Its words.
    pub text: String,
    /// They are being typed now.
    pub is_written: bool,
    /// How the group decides.
    pub form: Option<DecisionForm>,
    /// What came of it.
    pub outcome: Option<DecisionOutcome>,
    /// Who sees to it.
    pub owner: Option<String>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Where each partner stands, in the order of the chain; empty where nobody was asked.
    pub stands: Vec<Stand>,
    /// The group may decide nothing under this item: it explores a difference.
    pub explores: bool,
}

/// Where a partner stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stand {
    /// Which partner.
    pub partner: String,
    /// What of it may be seen.
    pub says: Says,
    /// Why, in its own words; only of a position that was revealed.
    pub reason: String,
}

/// What may be seen of the position of a partner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    /// The position that was revealed.
    Position(PositionCode),
    /// It gave one in silence.
    InSilence,
    /// Not asked yet.
    Nothing,
}

/// A blind round that is being filled: who is in, and no figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundShown {
    /// What is asked.
    pub asks: Asks,
    /// Who is in, in the order of the chain.
    pub seats: Vec<RoomSeat>,
}

/// What is asked in a blind round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// What it brings, and what it takes.
    Benefit,
    /// How the others behave.
    Temperature,
    /// The eight factors.
    Pulse,
}

/// A partner in a blind round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomSeat {
    /// Which.
    pub partner: String,
    /// Its row is in.
    pub is_in: bool,
    /// It is absent.
    pub is_away: bool,
}

/// A benefit round that was revealed.
#[derive(Debug, Clone, PartialEq)]
pub struct RevealShown {
    /// The session in which it was held.
    pub session: u32,
    /// Sessions of which the net balance stands beside, the round itself last.
    pub rounds: Vec<u32>,
    /// Partners, the lowest net balance first.
    pub rows: Vec<RevealRow>,
    /// From the lowest to the highest net balance.
    pub spread: Option<f64>,
}

/// A partner in a benefit round.
#[derive(Debug, Clone, PartialEq)]
pub struct RevealRow {
    /// Which.
    pub partner: String,
    /// What it puts in.
    pub effort: Option<f64>,
    /// What it gets out, as it says itself.
    pub own: Option<f64>,
    /// Median of what the others say.
    pub seen: Option<f64>,
    /// What it gets out above what it puts in.
    pub net: Option<f64>,
    /// The same in each of the rounds beside.
    pub nets: Vec<Option<f64>>,
    /// What that amounts to.
    pub label: Option<BalanceLabel>,
}

/// A story that was released.
#[derive(Debug, Clone, PartialEq)]
pub struct StoryShown {
    /// Its place among the released ones of the month, from 1.
    pub place: usize,
    /// How many these are.
    pub all: usize,
    /// Its title.
    pub title: String,
    /// What was the matter.
    pub then: String,
    /// What was done together.
    pub together: String,
    /// What came of it.
    pub now: String,
    /// Who shines.
    pub shines: String,
    /// Whose story it is.
    pub partners: Vec<String>,
    /// The KPI that it goes with: its name, its last value with the unit, its colour.
    pub kpi: Option<StoryKpi>,
}

/// The KPI that a story goes with.
#[derive(Debug, Clone, PartialEq)]
pub struct StoryKpi {
    /// Number and name.
    pub name: String,
    /// The last value.
    pub last: f64,
    /// Its unit.
    pub unit: String,
    /// Its colour.
    pub stand: Rag,
}

/// The ambition.
#[derive(Debug, Clone, PartialEq)]
pub struct AmbitionShown {
    /// The sentence; empty until there is one.
    pub text: String,
    /// Partners, and how each stands towards it.
    pub partners: Vec<(String, Standing)>,
}

/// The pulse, means only.
#[derive(Debug, Clone, PartialEq)]
pub struct PulseShown {
    /// The session in which it was given.
    pub session: u32,
    /// The eight factors.
    pub factors: Vec<FactorShown>,
}

/// A factor in the pulse.
#[derive(Debug, Clone, PartialEq)]
pub struct FactorShown {
    /// 1 to 8.
    pub no: u8,
    /// Its room.
    pub room: Room,
    /// Its mean, 1 to 5.
    pub mean: Option<f64>,
    /// The mean of the pulse before.
    pub before: Option<f64>,
}

/// The temperature, means only.
#[derive(Debug, Clone, PartialEq)]
pub struct TemperatureShown {
    /// Session and mean of all ties, oldest first.
    pub means: Vec<(u32, f64)>,
}

/// A break.
#[derive(Debug, Clone, PartialEq)]
pub struct PauseShown {
    /// When it began.
    pub from: NaiveDateTime,
    /// When it is over.
    pub until: NaiveDateTime,
    /// What the meeting goes on with.
    pub next: Option<Heading>,
    /// Decisions that this meeting has so far.
    pub decisions: usize,
    /// Actions that it has so far.
    pub actions: usize,
}

/// What is read back at the end.
#[derive(Debug, Clone, PartialEq)]
pub struct ClosingShown {
    /// Decisions and actions of this meeting, in the order in which they are read.
    pub lines: Vec<ReadBack>,
    /// The day of the next meeting.
    pub next: Option<NaiveDate>,
}

/// A line that is read back.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadBack {
    /// Its number.
    pub id: String,
    /// Its words.
    pub text: String,
    /// What came of it, for a decision.
    pub outcome: Option<DecisionOutcome>,
    /// Who sees to it.
    pub owner: Option<String>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// It is the one that is read now.
    pub is_here: bool,
}

/// An item of the agenda.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemShown {
    /// Its number; the name of the room has none.
    pub no: Option<String>,
    /// Its title; none in a room that is not on the agenda.
    pub title: Option<String>,
    /// Its room.
    pub room: Room,
    /// What is asked of the group.
    pub purpose: Option<Purpose>,
    /// Planned minutes.
    pub minutes: u32,
    /// Decisions and actions under it so far: number and words.
    pub records: Vec<(String, String)>,
}
