//! Warnings about governance: links, bodies, mandates, covenant (domain §1a, §1d).

use super::{Claim, Statement, count, names, text, warning};
use crate::model::agenda::AgendaItem;
use crate::model::ids::RecordId;
use crate::model::session::Session;
use chrono::NaiveDate;

pub(super) fn warnings(session: &Session, today: NaiveDate, found: &mut Vec<Statement>) {
    for link in session.chain.links.iter().filter(|link| link.partners.is_empty()) {
        found.push(warning(Claim::LinkWithoutPartner, &link.name, vec![("link", text(link.name.as_str()))]));
    }
    low_minutes(session, found);
    for body in &session.governance.bodies {
        let without = session.governance.without_mandate(body, today);
        if !without.is_empty() {
            let partners = names(without);
            let values = vec![("partners", text(partners.clone())), ("body", text(body.name.as_str()))];
            found.push(warning(Claim::NoMandateBelow, &format!("{} {partners}", body.name), values));
        }
    }
    if let Some(covenant) = &session.governance.covenant {
        let unsigned = covenant.unsigned(session.partners.iter().map(|partner| &partner.code));
        if !unsigned.is_empty() {
            let partners = names(&unsigned);
            let values = vec![("version", text(covenant.version.as_str())), ("partners", text(partners.clone()))];
            found.push(warning(Claim::Unsigned, &format!("{} {partners}", covenant.version), values));
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
    let minutes: u32 =
        items.iter().map(|item| if item.spent > 0 { item.spent.div_ceil(60) } else { item.minutes }).sum();
    if minutes > 0 {
        let records = items.iter().flat_map(|item| item.about.clone()).collect();
        let values = vec![("minutes", count(minutes))];
        found.push(Statement { records, ..warning(Claim::LowMinutes, &format!("S{}", session.number), values) });
    }
}
