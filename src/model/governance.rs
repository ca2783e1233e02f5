//! Bodies, mandates and the covenant (factor 3, domain §1d, §2.5).

use super::ids::{PartnerCode, RecordId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How the chain is governed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Governance {
    /// The covenant, when there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub covenant: Option<Covenant>,
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
    /// What about.
    pub scope: String,
    /// Until when; none is no end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
}

/// The covenant: the frames the group laid down (3.3).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Covenant {
    /// `1.0`.
    pub version: String,
    /// Since when.
    pub date: NaiveDate,
    /// When it is looked at again.
    pub review: NaiveDate,
    /// When it ends.
    pub ends: NaiveDate,
    /// Its articles.
    pub articles: Vec<CovenantArticle>,
}

/// One article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CovenantArticle {
    /// `art. 5`.
    pub no: String,
    /// Its heading.
    pub title: String,
    /// What it says, in short.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The decisions that stand in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<RecordId>,
}
