//! What else people wrote: agenda, ambition, partners, KPIs, what went well or badly, the shop floor.

use super::records::{Codes, together};
use super::{Kind, Row, owners, row};
use crate::index::keys::{Keyed, or_none};
use crate::model::Session;
use crate::model::agenda::Room;
use crate::model::chain::{Partner, Person};
use crate::model::kpi::figures::evaluate;

/// Takes in one text after the other, each under a code of its own.
struct Texts<'a> {
    session: &'a Session,
    codes: Codes,
    rows: &'a mut Vec<Row>,
}

impl Texts<'_> {
    /// Adds a text, where it says anything; the row can be filled in further.
    fn add(&mut self, code: String, factor: Option<u8>, text: &str, body: &str) -> Option<&mut Row> {
        if text.trim().is_empty() {
            return None;
        }
        let made = row(self.session, Kind::Text, self.codes.own(code), self.session.number, text);
        self.rows.push(Row { factor, body: body.to_owned(), ..made });
        self.rows.last_mut()
    }
}

/// What else people wrote; what every agenda has is left out.
pub(super) fn texts(session: &Session, rows: &mut Vec<Row>) {
    let mut texts = Texts { session, codes: Codes::default(), rows };
    let number = session.number;
    for item in session.agenda.items.iter().filter(|item| item.standing.is_none()) {
        texts.add(format!("S{number}-{}", item.no), item.room.factor(), &item.title, "");
    }
    for correction in session.adopts.iter().flat_map(|adoption| &adoption.corrections) {
        texts.add(format!("S{number}-c"), None, correction, "");
    }
    for set in session.set_aside.iter() {
        texts.add(format!("S{}-z", set.session), None, &set.reason, "");
    }
    ambition(&mut texts);
    kpis(&mut texts);
    covenant(&mut texts);
    relation(&mut texts);
    face(&mut texts);
}

fn ambition(texts: &mut Texts<'_>) {
    let (ambition, factor) = (&texts.session.ambition, Room::Ambition.factor());
    texts.add(format!("v{}", ambition.version), factor, &ambition.text, &ambition.form);
    for benefit in &ambition.benefits {
        let made = texts.add(format!("{} v", benefit.partner), factor, &benefit.text, &benefit.blocker);
        if let Some(row) = made {
            row.partners = owners([&benefit.partner]);
        }
    }
    for held in &ambition.commitments {
        texts.add(format!("{} i", held.partner), factor, &held.note, "");
    }
}

fn kpis(texts: &mut Texts<'_>) {
    let session = texts.session;
    for kpi in session.kpis.iter() {
        let Some(row) = texts.add(kpi.id.to_string(), Room::Kpis.factor(), &kpi.name, &kpi.source) else { continue };
        row.owner = owners([&kpi.owner]);
        row.partners = owners(&kpi.partners);
        kpi.angle.index_key().clone_into(&mut row.sort);
        row.state = or_none(evaluate(kpi, session.date).map(|found| found.stand));
    }
    for held in session.evaluations.iter() {
        texts.add(format!("S{} {}", held.session, held.kpi), Room::Kpis.factor(), &held.cause, "");
    }
}

fn covenant(texts: &mut Texts<'_>) {
    let (governance, factor) = (&texts.session.governance, Room::Governance.factor());
    if let Some(covenant) = &governance.covenant {
        let body = together(covenant.impact.iter().map(|impact| &impact.text));
        texts.add(format!("c{}", covenant.version), factor, &covenant.reason, &body);
    }
    let Some(amendment) = &governance.amendment else { return };
    let articles = amendment.articles.iter().flat_map(|article| [&article.title, &article.text]);
    let body = together(articles.chain(amendment.impact.iter().map(|impact| &impact.text)));
    let reason = if amendment.reason.trim().is_empty() { &body } else { &amendment.reason };
    texts.add(format!("c{}", amendment.version), factor, reason, &body);
}

fn relation(texts: &mut Texts<'_>) {
    let session = texts.session;
    // Who said what went well or badly is told to nobody: the session is all that is kept (domain §1f).
    // The newest first: only the oldest ever go, so that each keeps its code.
    for moment in session.relation.moments.iter().rev() {
        texts.add(format!("S{}-r", moment.session), Room::Relation.factor(), &moment.text, "");
    }
    for activity in &session.relation.activities {
        texts.add(activity.date.to_string(), Room::Relation.factor(), &activity.title, "");
    }
    for heard in session.shopfloor.iter().rev() {
        texts.add(format!("S{}-w", heard.session), Room::Differences.factor(), &heard.text, "");
    }
}

/// The partners with their people, what is sacred to them, and the face of the chain.
fn face(texts: &mut Texts<'_>) {
    let (session, factor) = (texts.session, Room::Identity.factor());
    for partner in session.partners.iter() {
        let body = about(partner);
        if let Some(row) = texts.add(partner.code.to_string(), None, &partner.name, &body) {
            row.partners = owners([&partner.code]);
        }
    }
    let (chain, identity) = (&session.chain, &session.identity);
    let body = together([&identity.slogan, &identity.place, &identity.mascot, &chain.full_name, &chain.secretary]);
    texts.add("i".to_owned(), factor, &chain.name, &body);
}

fn about(partner: &Partner) -> String {
    let person = |person: &Person| format!("{} {}", person.name, person.function).trim().to_owned();
    let people: Vec<String> = std::iter::once(&partner.member).chain(&partner.deputy).map(person).collect();
    let profile = &partner.profile;
    together(people.iter().chain([&profile.logic, &profile.law, &profile.rhythm]).chain(&profile.red_lines))
}
