//! Warnings about governance: links, bodies, mandates, covenant (domain §1a, §1d).

use super::{Claim, Statement, Value, count, names, partners, text, warning};
use crate::model::agenda::AgendaItem;
use crate::model::ids::RecordId;
use crate::model::session::Session;
use chrono::NaiveDate;

pub(super) fn warnings(session: &Session, today: NaiveDate, found: &mut Vec<Statement>) {
    for link in session.chain.links.iter().filter(|link| link.partners.is_empty()) {
        found.push(warning(Claim::LinkWithoutPartner, &link.name, vec![("link", Value::Link(link.name.clone()))]));
    }
    low_minutes(session, found);
    for body in &session.governance.bodies {
        let without = session.governance.without_mandate(body, today);
        if !without.is_empty() {
            let about = format!("{} {}", body.name, names(without.iter().copied()));
            let values = vec![("partners", partners(without)), ("body", Value::Body(body.name.clone()))];
            found.push(warning(Claim::NoMandateBelow, &about, values));
        }
    }
    if let Some(covenant) = &session.governance.covenant {
        let unsigned = covenant.unsigned(session.codes());
        if !unsigned.is_empty() {
            // Who signs in the meantime does not raise again what was set aside for the others.
            let values =
                vec![("version", Value::Covenant(covenant.version.clone())), ("partners", partners(&unsigned))];
            found.push(warning(Claim::Unsigned, &covenant.version, values));
        }
    }
}

/// Minutes of this session on items about an escalation that lies within a lower mandate (3.4).
fn low_minutes(session: &Session, found: &mut Vec<Statement>) {
    let low = |item: &&AgendaItem| {
        let about = |id: &RecordId| {
            session.escalations.iter().any(|one| one.id == *id && one.within_lower_mandate == Some(true))
        };
        item.about.iter().any(about)
    };
    let items: Vec<&AgendaItem> = session.agenda.items.iter().filter(low).collect();
    // What was spent, once a clock ran; before that what is planned.
    let spent: u32 = items.iter().map(|item| item.spent.div_ceil(60)).sum();
    let planned: u32 = items.iter().filter(|item| !item.is_done()).map(|item| item.minutes).sum();
    let minutes = if spent > 0 { spent } else { planned };
    if minutes > 0 {
        let records = items.iter().flat_map(|item| item.about.clone()).collect();
        let values = vec![("minutes", count(minutes)), ("time", text(if spent > 0 { "spent" } else { "planned" }))];
        found.push(Statement { records, ..warning(Claim::LowMinutes, &format!("S{}", session.number), values) });
    }
}
