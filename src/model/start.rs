//! The first session of a new chain: enough to meet at once.

use crate::model::agenda::{Agenda, AgendaItem, Room, STANDARD};
use crate::model::ambition::Ambition;
use crate::model::attendance::{Presence, Seat};
use crate::model::chain::{Chain, Identity, Partner, PartnerKind, PartnerProfile, Person};
use crate::model::governance::Governance;
use crate::model::ids::{Month, PartnerCode};
use crate::model::relation::Relation;
use crate::model::session::{Closing, SCHEMA, Session, State};
use crate::model::story::Successes;
use chrono::NaiveDate;

/// The level a person has until somebody says otherwise: the middle of steering groups seen (domain §5).
const USUAL_LEVEL: u8 = 4;

/// A Planned first session. `title` gives each room its name on the agenda; the quorum is more than half.
pub fn first_session(
    name: &str,
    partners: &[(PartnerCode, String)],
    date: NaiveDate,
    title: impl Fn(Room) -> String,
) -> Session {
    let items = STANDARD.iter().zip(1..).map(|((room, purpose, minutes), no)| {
        let title = title(*room);
        let standing = Some(title.clone());
        AgendaItem { standing, ..AgendaItem::new(&no.to_string(), &title, *room, *purpose, *minutes) }
    });
    let seats = partners.iter();
    let seats = seats.map(|(code, _)| Seat { partner: code.clone(), presence: Presence::Unknown, level: None });
    let quorum = u32::try_from(partners.len() / 2 + 1).unwrap_or(1);
    Session {
        schema: SCHEMA,
        number: 1,
        date,
        state: State::Planned,
        papers_sent: None,
        chain: Chain {
            name: name.trim().to_owned(),
            full_name: String::new(),
            quorum,
            chair: None,
            secretary: String::new(),
            links: Vec::new(),
            former: Vec::new(),
        }
        .into(),
        identity: Identity::default().into(),
        agenda: Agenda { items: items.collect(), running: None }.into(),
        attendance: seats.collect::<Vec<_>>().into(),
        adopts: None,
        decisions: Vec::new().into(),
        differences: Vec::new().into(),
        actions: Vec::new().into(),
        escalations: Vec::new().into(),
        notes: Vec::new().into(),
        successes: Successes { month: Month::of(date).plus(-1), stories: Vec::new(), months: Vec::new() }.into(),
        evaluations: Vec::new().into(),
        closing: Closing::default().into(),
        log: Vec::new().into(),
        numbering: Vec::new().into(),
        partners: partners.iter().map(|(code, name)| partner(code, name)).collect::<Vec<_>>().into(),
        ambition: Ambition::empty(date).into(),
        kpis: Vec::new().into(),
        governance: Governance::default().into(),
        benefit_rounds: Vec::new().into(),
        relation: Relation::default().into(),
        pulses: Vec::new().into(),
        shopfloor: Vec::new().into(),
        set_aside: Vec::new().into(),
        declined: Vec::new().into(),
        look_back: Vec::new().into(),
        conflicts: Vec::new().into(),
    }
}

/// A partner of which only the code and the name are known.
pub fn partner(code: &PartnerCode, name: &str) -> Partner {
    Partner {
        code: code.clone(),
        name: name.trim().to_owned(),
        kind: PartnerKind::default(),
        member: Person { name: String::new(), function: String::new(), level: USUAL_LEVEL, mandate_until: None },
        deputy: None,
        effort_hours_month: None,
        people: None,
        euros_year: None,
        justified_on: None,
        profile: PartnerProfile::default(),
    }
}
