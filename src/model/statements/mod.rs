//! Signals and warnings as statements, each with the records it rests on; never weighted, never summed
//! (domain §1, §6.5, §6.6).

mod balance;
mod governance;
mod group;
mod results;
mod signals;
pub mod stall;

pub use crate::model::claim::{Claim, Rank};

use crate::model::agenda::Room;
use crate::model::chain::FacePart;
use crate::model::ids::{KpiId, Month, PartnerCode, RecordId};
use crate::model::kpi::Angle;
use crate::model::session::Session;
use crate::model::session::set_aside::SetAside;
use chrono::NaiveDate;

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
