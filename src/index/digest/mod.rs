//! What the index keeps of one meeting.

mod records;
mod texts;

use super::keys::{Keyed, or_none};
use crate::model::agenda::Room;
use crate::model::history::compare::{Standings, standings};
use crate::model::kpi::Kpi;
use crate::model::kpi::figures::{Rag, stand};
use crate::model::{Month, PartnerCode, Session};
use chrono::NaiveDate;

/// What a row of a register is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Besluit.
    Decision,
    /// Actie.
    Action,
    /// Verschil.
    Difference,
    /// Escalatie.
    Escalation,
    /// Verhaal.
    Story,
    /// Notitie.
    Note,
    /// Artikel van het convenant.
    Article,
    /// Mandaat.
    Mandate,
    /// Waarde van een KPI.
    KpiValue,
    /// Wat verder is opgeschreven: agenda, ambitie, opbrengsten, KPI's, wat goed en stroef ging, de werkvloer.
    Text,
}

impl Kind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Self; 10] = [
        Self::Decision,
        Self::Action,
        Self::Difference,
        Self::Escalation,
        Self::Story,
        Self::Note,
        Self::Article,
        Self::Mandate,
        Self::KpiValue,
        Self::Text,
    ];

    /// Its name in `--json` and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Decision => "decisions",
            Self::Action => "actions",
            Self::Difference => "differences",
            Self::Escalation => "escalations",
            Self::Story => "stories",
            Self::Note => "notes",
            Self::Article => "articles",
            Self::Mandate => "mandates",
            Self::KpiValue => "kpi_values",
            Self::Text => "texts",
        }
    }

    /// The number in the low bits of a row.
    pub fn number(self) -> i64 {
        match self {
            Self::Decision => 0,
            Self::Action => 1,
            Self::Difference => 2,
            Self::Escalation => 3,
            Self::Story => 4,
            Self::Note => 5,
            Self::Article => 6,
            Self::Mandate => 7,
            Self::KpiValue => 8,
            Self::Text => 9,
        }
    }

    /// The room where rows of it stand, when they have no details of their own.
    pub fn room(self) -> Option<Room> {
        match self {
            Self::Article | Self::Mandate => Some(Room::Governance),
            Self::KpiValue => Some(Room::Kpis),
            Self::Story => Some(Room::Successes),
            Self::Decision | Self::Action | Self::Difference | Self::Escalation | Self::Note | Self::Text => None,
        }
    }

    /// Its records say themselves which session made them.
    pub fn knows_its_session(self) -> bool {
        matches!(self, Self::Decision | Self::Action | Self::Difference | Self::Escalation | Self::Note)
    }

    /// The kind of a row.
    pub fn of_row(row: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.number() == row & 15)
    }
}

/// One record as it stands in one meeting.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What it is.
    pub kind: Kind,
    /// Its number, or what it is known by.
    pub code: String,
    /// The session that made it.
    pub made: u32,
    /// The session of which this is the state.
    pub last: u32,
    /// Codes of partners, each with a space on both sides.
    pub owner: String,
    /// Partners that it touches besides, in the same way.
    pub partners: String,
    /// The record that it comes from or takes up again.
    pub follows: String,
    /// Where it stands.
    pub state: String,
    /// What kind of its kind it is: `Frame`, an angle, a level, a version.
    pub sort: String,
    /// Something about it is still to be done.
    pub open: bool,
    /// The date that counts for it.
    pub due: Option<NaiveDate>,
    /// The day on which it was made, where it says so itself.
    pub own: Option<NaiveDate>,
    /// The success factor it was made under.
    pub factor: Option<u8>,
    /// A figure.
    pub value: Option<f64>,
    /// What it says.
    pub text: String,
    /// What else was said with it, for the search.
    pub body: String,
}

impl Row {
    /// A row of which no more is known than which sessions have it and what it says.
    fn new(kind: Kind, code: String, (made, last): (u32, u32), text: &str) -> Self {
        Self {
            kind,
            code,
            made,
            last,
            owner: String::new(),
            partners: String::new(),
            follows: String::new(),
            state: String::new(),
            sort: String::new(),
            open: false,
            due: None,
            own: None,
            factor: None,
            value: None,
            text: text.to_owned(),
            body: String::new(),
        }
    }
}

/// One meeting.
#[derive(Debug, Clone, PartialEq)]
pub struct Digest {
    /// The name of its chain.
    pub chain: String,
    /// Its number.
    pub number: u32,
    /// Its day.
    pub date: NaiveDate,
    /// How far it is.
    pub state: String,
    /// The session whose report it adopted, with the SHA-256 of the file that it adopted.
    pub adopts: Option<(u32, String)>,
    /// Its partners.
    pub partners: Vec<String>,
    /// How it stood, for lists and trends.
    pub standings: Standings,
    /// Everything in it that a register or the search shows, but for the values of KPIs.
    pub rows: Vec<Row>,
    /// Those, which stand in every file of three years and mostly say what the file before said.
    pub series: Vec<Series>,
}

fn owners<'a>(codes: impl IntoIterator<Item = &'a PartnerCode>) -> String {
    let mut out = String::new();
    for code in codes {
        out.push_str(&format!(" {code} "));
    }
    out
}

/// What is kept of a session.
pub fn digest(session: &Session) -> Digest {
    let mut rows = Vec::new();
    records::records(session, &mut rows);
    records::told(session, &mut rows);
    records::standing(session, &mut rows);
    texts::texts(session, &mut rows);
    Digest {
        chain: session.chain.name.clone(),
        number: session.number,
        date: session.date,
        state: session.state.index_key().to_owned(),
        adopts: session.adopts.as_ref().map(|adoption| (adoption.session, adoption.sha256.clone())),
        partners: session.partners.iter().map(|partner| partner.code.to_string()).collect(),
        standings: standings(session),
        rows,
        series: series(session),
    }
}

fn row(session: &Session, kind: Kind, code: String, made: u32, text: &str) -> Row {
    Row::new(kind, code, (made, session.number), text)
}

/// The values of one KPI that may be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// What is measured.
    pub measure: Measure,
    /// Month by month, with its stand against the path.
    pub values: Vec<(Month, f64, Option<Rag>)>,
}

/// What a KPI measures, and who answers for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// `K1`.
    pub id: String,
    /// What is measured.
    pub name: String,
    /// Who answers for it, as in a row.
    pub owner: String,
    /// Who works on it, in the same way.
    pub partners: String,
    /// The corner of the triangle.
    pub angle: String,
}

impl Measure {
    /// The row of one value.
    pub fn row(&self, month: Month, (value, stand): (f64, Option<Rag>), sessions: (u32, u32)) -> Row {
        Row {
            owner: self.owner.clone(),
            partners: self.partners.clone(),
            state: or_none(stand),
            sort: self.angle.clone(),
            due: NaiveDate::from_ymd_opt(month.year, month.month, 1),
            factor: Room::Kpis.factor(),
            value: Some(value),
            ..Row::new(Kind::KpiValue, format!("{} {month}", self.id), sessions, &self.name)
        }
    }
}

fn series(session: &Session) -> Vec<Series> {
    let one = |kpi: &Kpi| Series {
        measure: Measure {
            id: kpi.id.to_string(),
            name: kpi.name.clone(),
            owner: owners([&kpi.owner]),
            partners: owners(&kpi.partners),
            angle: kpi.angle.index_key().to_owned(),
        },
        values: (kpi.values.iter())
            .filter_map(|value| Some((value.month, value.value?, stand(kpi, value.month, value.value?))))
            .collect(),
    };
    session.kpis.iter().map(one).collect()
}
