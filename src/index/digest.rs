//! What the index keeps of one meeting.

use crate::model::agenda::Room;
use crate::model::compare::{Standings, standings};
use crate::model::decision::Decision;
use crate::model::difference::DifferenceStatus;
use crate::model::kpi::Kpi;
use crate::model::story::StoryStatus;
use crate::model::{ItemNo, Month, PartnerCode, Session};
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
    /// Every kind; its place is its number in the index.
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
        self as i64
    }

    /// The room where rows of it stand, when they have no details of their own.
    pub fn room(self) -> Option<Room> {
        match self {
            Self::Article | Self::Mandate => Some(Room::Governance),
            Self::KpiValue => Some(Room::Kpis),
            Self::Story => Some(Room::Successes),
            _ => None,
        }
    }

    /// Its records say themselves which session made them.
    pub fn knows_its_session(self) -> bool {
        matches!(self, Self::Decision | Self::Action | Self::Difference | Self::Escalation | Self::Note)
    }

    /// The kind of a row.
    pub fn of_row(row: i64) -> Option<Self> {
        Self::ALL.get(usize::try_from(row & 15).ok()?).copied()
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
    /// Where it stands.
    pub state: String,
    /// What kind of its kind it is: `Frame`, an angle, a level, a version.
    pub sort: String,
    /// Something about it is still to be done.
    pub open: bool,
    /// The date that counts for it.
    pub due: Option<NaiveDate>,
    /// The success factor it was made under.
    pub factor: Option<u8>,
    /// A figure.
    pub value: Option<f64>,
    /// What it says.
    pub text: String,
    /// What else was said with it, for the search.
    pub body: String,
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
    /// The session whose report it adopted.
    pub adopts: Option<u32>,
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
    records(session, &mut rows);
    told(session, &mut rows);
    standing(session, &mut rows);
    texts(session, &mut rows);
    Digest {
        chain: session.chain.name.clone(),
        number: session.number,
        date: session.date,
        state: format!("{:?}", session.state),
        adopts: session.adopts.as_ref().map(|adoption| adoption.session),
        standings: standings(session),
        rows,
        series: series(session),
    }
}

fn row(session: &Session, kind: Kind, code: String, made: u32, text: &str) -> Row {
    Row {
        kind,
        code,
        made,
        last: session.number,
        owner: String::new(),
        state: String::new(),
        sort: String::new(),
        open: false,
        due: None,
        factor: None,
        value: None,
        text: text.to_owned(),
        body: String::new(),
    }
}

/// The factor of the item under which a record was made; known in the session that made it only.
fn factor(session: &Session, item: Option<&ItemNo>) -> Option<u8> {
    session.agenda.item(item?).map(|item| item.room).and_then(Room::factor)
}

fn records(session: &Session, rows: &mut Vec<Row>) {
    for found in session.decisions.iter() {
        rows.push(Row {
            owner: owners(&found.owner),
            state: found.outcome.map_or_else(|| "Open".to_owned(), |outcome| format!("{outcome:?}")),
            sort: found.kind.map_or_else(String::new, |kind| format!("{kind:?}")),
            open: crate::model::carry::decision_is_open(found, &session.decisions),
            due: found.due.or(found.review_on),
            factor: factor(session, found.item.as_ref()),
            body: said_with(found),
            ..row(session, Kind::Decision, found.id.to_string(), found.session, &found.text)
        });
    }
    for found in session.actions.iter() {
        let state = match (found.done, found.dropped) {
            (Some(_), _) => "Done",
            (None, Some(_)) => "Dropped",
            (None, None) => "Open",
        };
        rows.push(Row {
            owner: owners(&found.owner),
            state: state.to_owned(),
            open: found.is_open(),
            due: found.due,
            body: found.person.clone(),
            ..row(session, Kind::Action, found.id.to_string(), found.session, &found.text)
        });
    }
    for found in session.differences.iter() {
        rows.push(Row {
            owner: owners(&found.partners),
            state: format!("{:?}", found.status),
            open: found.status != DifferenceStatus::Resolved,
            due: found.review_on,
            factor: factor(session, found.item.as_ref()),
            body: found.would_change.clone(),
            ..row(session, Kind::Difference, found.id.to_string(), found.session, &found.text)
        });
    }
    for found in session.escalations.iter() {
        rows.push(Row {
            owner: owners(found.assignment.iter().map(|assignment| &assignment.owner)),
            state: found.outcome.map_or_else(|| "Open".to_owned(), |outcome| format!("{outcome:?}")),
            open: found.is_open(),
            due: found.assignment.as_ref().and_then(|assignment| assignment.due),
            factor: Room::Governance.factor(),
            body: format!("{} {}", found.tried, found.asked),
            ..row(session, Kind::Escalation, found.id.to_string(), found.session, &found.title)
        });
    }
}

/// Reasons, minority positions and the explanation: all that anyone wrote with a decision.
fn said_with(decision: &Decision) -> String {
    let reasons = decision.positions.iter().map(|position| position.reason.as_str());
    let minorities = decision.minorities.iter().map(|minority| minority.text.as_str());
    let said = reasons.chain(minorities).chain([decision.explanation.as_str()]).filter(|text| !text.is_empty());
    said.collect::<Vec<_>>().join(" ")
}

fn told(session: &Session, rows: &mut Vec<Row>) {
    for found in &session.successes.stories {
        let [_, rest @ ..] = found.texts();
        // What may not be told may not be found either (domain §3): only the title stands in the register.
        let may_be_told = found.status == StoryStatus::Released;
        rows.push(Row {
            owner: owners(&found.partners),
            state: format!("{:?}", found.status),
            open: found.status != StoryStatus::Released,
            factor: Room::Successes.factor(),
            body: if may_be_told { rest.join(" ") } else { String::new() },
            ..row(session, Kind::Story, found.id.to_string(), session.number, &found.title)
        });
    }
    for found in session.notes.iter() {
        rows.push(Row {
            factor: factor(session, found.item.as_ref()),
            ..row(session, Kind::Note, found.id.to_string(), found.session, &found.text)
        });
    }
}

/// What does not come and go with a meeting: articles and mandates.
fn standing(session: &Session, rows: &mut Vec<Row>) {
    let number = session.number;
    if let Some(covenant) = &session.governance.covenant {
        for article in &covenant.articles {
            rows.push(Row {
                sort: covenant.version.clone(),
                factor: Room::Governance.factor(),
                body: article.text.clone(),
                ..row(session, Kind::Article, article.no.clone(), number, &article.title)
            });
        }
    }
    for held in &session.governance.mandates {
        let code = format!("{} {:?} {}", held.partner, held.level, held.person);
        rows.push(Row {
            owner: owners([&held.partner]),
            sort: format!("{:?}", held.level),
            open: held.until.is_none_or(|until| until >= session.date),
            due: held.until,
            factor: Room::Governance.factor(),
            body: held.scope.clone(),
            ..row(session, Kind::Mandate, code, number, &held.person)
        });
    }
}

/// What else people wrote; what every agenda has is left out.
fn texts(session: &Session, rows: &mut Vec<Row>) {
    let number = session.number;
    let mut add = |code: String, factor: Option<u8>, text: &str, body: &str| {
        if !text.trim().is_empty() {
            let made = row(session, Kind::Text, code, number, text);
            rows.push(Row { factor, body: body.to_owned(), ..made });
        }
    };
    for item in session.agenda.items.iter().filter(|item| item.standing.is_none()) {
        add(format!("S{number}-{}", item.no), item.room.factor(), &item.title, "");
    }
    let ambition = &session.ambition;
    add(format!("v{}", ambition.version), Room::Ambition.factor(), &ambition.text, &ambition.form);
    for benefit in &ambition.benefits {
        add(format!("{} v", benefit.partner), Room::Ambition.factor(), &benefit.text, "");
    }
    for kpi in session.kpis.iter() {
        add(kpi.id.to_string(), Room::Kpis.factor(), &kpi.name, &kpi.source);
    }
    // Who said what went well or badly is told to nobody: the session is all that is kept (domain §1f).
    for (place, moment) in session.relation.moments.iter().enumerate() {
        add(format!("S{}-r{place}", moment.session), Room::Relation.factor(), &moment.text, "");
    }
    for activity in &session.relation.activities {
        add(activity.date.to_string(), Room::Relation.factor(), &activity.title, "");
    }
    for heard in session.shopfloor.iter() {
        add(format!("S{}-w", heard.session), Room::Differences.factor(), &heard.text, "");
    }
}

/// The values of one KPI that may be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// What is measured.
    pub measure: Measure,
    /// Month by month.
    pub values: Vec<(Month, f64)>,
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
    /// The corner of the triangle.
    pub angle: String,
}

impl Measure {
    /// The row of one value.
    pub fn row(&self, month: Month, value: f64, made: u32, last: u32) -> Row {
        Row {
            kind: Kind::KpiValue,
            code: format!("{} {month}", self.id),
            made,
            last,
            owner: self.owner.clone(),
            state: String::new(),
            sort: self.angle.clone(),
            open: false,
            due: NaiveDate::from_ymd_opt(month.year, month.month, 1),
            factor: Room::Kpis.factor(),
            value: Some(value),
            text: self.name.clone(),
            body: String::new(),
        }
    }
}

fn series(session: &Session) -> Vec<Series> {
    let one = |kpi: &Kpi| Series {
        measure: Measure {
            id: kpi.id.to_string(),
            name: kpi.name.clone(),
            owner: owners([&kpi.owner]),
            angle: format!("{:?}", kpi.angle),
        },
        values: kpi.values.iter().filter_map(|value| Some((value.month, value.value?))).collect(),
    };
    session.kpis.iter().map(one).collect()
}
