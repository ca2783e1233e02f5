//! Bodies and mandates, and the covenant they stand in (factor 3, domain §1d, §2.5).

pub mod covenant;
pub mod escalation;

use crate::model::governance::covenant::{Amendment, Covenant};
use crate::model::ids::PartnerCode;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How the chain is governed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Governance {
    /// The covenant, when there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub covenant: Option<Covenant>,
    /// The version that is being prepared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amendment: Option<Amendment>,
    /// Consultations below the steering group.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bodies: Vec<Body>,
    /// Who may decide what on the lower levels.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mandates: Vec<Mandate>,
}

/// A level of the chain (domain §2.6). `O` < `T` < `S` in papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Level {
    /// Operationeel overleg.
    Operational,
    /// Tactisch overleg.
    Tactical,
    /// Ketenstuurgroep.
    Strategic,
}

impl Level {
    /// From low to high.
    pub const ALL: [Self; 3] = [Self::Operational, Self::Tactical, Self::Strategic];
}

/// A consultation on a level.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// Its name.
    pub name: String,
    /// Its level.
    pub level: Level,
    /// Who takes part.
    pub partners: Vec<PartnerCode>,
}

/// A written mandate on a lower level (3.6).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mandate {
    /// For which partner.
    pub partner: PartnerCode,
    /// Who holds it.
    pub person: String,
    /// On which level.
    pub level: Level,
    /// For one consultation only; empty is every one on that level.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub body: String,
    /// What about.
    pub scope: String,
    /// Until when; none is no end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
}

impl Governance {
    /// The mandates of a partner that count in a body.
    pub fn mandates_in<'a>(&'a self, body: &'a Body, partner: &'a PartnerCode) -> impl Iterator<Item = &'a Mandate> {
        self.mandates.iter().filter(move |held| {
            held.partner == *partner && held.level == body.level && (held.body.is_empty() || held.body == body.name)
        })
    }

    /// Whether a partner holds a mandate in a body that did not end.
    pub fn holds_mandate(&self, partner: &PartnerCode, body: &Body, today: NaiveDate) -> bool {
        self.mandates_in(body, partner).any(|held| held.until.is_none_or(|until| until >= today))
    }

    /// Partners that take part in a body and hold no mandate on its level (3.6).
    pub fn without_mandate<'a>(&self, body: &'a Body, today: NaiveDate) -> Vec<&'a PartnerCode> {
        body.partners.iter().filter(|code| !self.holds_mandate(code, body, today)).collect()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_mandate_that_ended_or_is_of_another_level_does_not_count() {
        let body = Body { name: "Tactisch".into(), level: Level::Tactical, partners: vec!["JR".into(), "OM".into()] };
        let mandate = |level, until: Option<&str>| Mandate {
            partner: "JR".into(),
            person: "P. Groen".into(),
            level,
            body: String::new(),
            scope: String::new(),
            until: until.map(|day| day.parse().unwrap()),
        };
        let today = "2026-12-10".parse().unwrap();
        let mut governance = Governance { bodies: vec![body.clone()], ..Governance::default() };
        assert_eq!(governance.without_mandate(&body, today).len(), 2);
        governance.mandates = vec![mandate(Level::Operational, None), mandate(Level::Tactical, Some("2026-12-09"))];
        assert_eq!(governance.without_mandate(&body, today).len(), 2);
        governance.mandates.push(mandate(Level::Tactical, Some("2026-12-10")));
        assert_eq!(governance.without_mandate(&body, today), [&PartnerCode::from("OM")]);
        // One that was given for another consultation of the level does not count here.
        governance.mandates[2].body = "Tactisch overleg Halt".into();
        assert_eq!(governance.without_mandate(&body, today).len(), 2);
    }
}
