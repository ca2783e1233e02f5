//! The chain and its partners: who works together, and who speaks for whom (domain §1a, §1h).

use crate::model::ids::PartnerCode;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The collaboration as a whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chain {
    /// Short name: `Kompas`.
    pub name: String,
    /// Name in full.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub full_name: String,
    /// How many partners must be represented to decide (domain §2.3).
    pub quorum: u32,
    /// The partner that chairs this session; it may alternate per meeting (domain §2.1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chair: Option<PartnerCode>,
    /// Who keeps the record.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub secretary: String,
    /// The process of the chain, link by link.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<ChainLink>,
    /// Partners that left; records may still name them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former: Vec<FormerPartner>,
}

/// A partner that left the chain.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormerPartner {
    /// Its code, which records keep.
    pub code: PartnerCode,
    /// Its name.
    pub name: String,
    /// When it left.
    pub left_on: NaiveDate,
}

/// One link of the process: `opsporing`, and which partners do it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChainLink {
    /// What happens in this link.
    pub name: String,
    /// Who does it; empty is a link without a representative.
    pub partners: Vec<PartnerCode>,
}

/// One organisation in the chain.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Partner {
    /// Short code.
    pub code: PartnerCode,
    /// Name in full.
    pub name: String,
    /// What kind of body it is in law.
    #[serde(default)]
    pub kind: PartnerKind,
    /// Who sits in the steering group.
    pub member: Person,
    /// Who replaces the member.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deputy: Option<Person>,
    /// Hours a month that its people put in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effort_hours_month: Option<u32>,
    /// People that it put into the collaboration (8.4).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people: Option<u32>,
    /// Euros a year that it puts in (8.4).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub euros_year: Option<u32>,
    /// When it last accounted for its hours at home (6.2).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub justified_on: Option<NaiveDate>,
    /// How it differs, and wants to stay different (7.1).
    #[serde(default, skip_serializing_if = "PartnerProfile::is_empty")]
    pub profile: PartnerProfile,
}

/// What kind of body a partner is in law.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum PartnerKind {
    /// Bestuursorgaan.
    #[default]
    PublicBody,
    /// Rechterlijk.
    Judicial,
    /// Stichting.
    Foundation,
}

/// A person in the steering group: name, function and level only (domain §3, AVG).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Name.
    pub name: String,
    /// Function.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub function: String,
    /// Seniority band, 1 to 5 (3.2).
    pub level: u8,
    /// Until when this person may decide; none is no end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate_until: Option<NaiveDate>,
}

/// How a partner differs from the others (7.1, 7.2).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartnerProfile {
    /// What it steers by.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub logic: String,
    /// The law it stands on.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub law: String,
    /// Its planning rhythm.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub rhythm: String,
    /// What it can't give up.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub red_lines: Vec<String>,
}

/// Words shorter than this are too common to tell that a red line is touched.
const TELLING: usize = 6;

impl PartnerProfile {
    /// The red lines that share a telling word with a text: a hint to ask, no judgement (7.1).
    pub fn red_lines_near(&self, text: &str) -> Vec<&str> {
        let words = |text: &str| -> Vec<String> {
            let words = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
            words.filter(|word| word.chars().count() >= TELLING).collect()
        };
        let said = words(text);
        let near = |line: &&String| words(line).iter().any(|word| said.contains(word));
        self.red_lines.iter().filter(near).map(String::as_str).collect()
    }

    /// Nothing known yet.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Who the collaboration is to the outside world (factor 8).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    /// One line that says it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub slogan: String,
    /// Where people meet or work together.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// If need be.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub mascot: String,
    /// A file in `assets/` of the chain: text art, or a PNG.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub logo: String,
    /// Name of a terminal colour.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub colour: String,
}

/// The colours that every terminal has, by the names that files know them by.
pub const COLOURS: [&str; 16] = [
    "black",
    "red",
    "green",
    "yellow",
    "blue",
    "magenta",
    "cyan",
    "gray",
    "darkgray",
    "lightred",
    "lightgreen",
    "lightyellow",
    "lightblue",
    "lightmagenta",
    "lightcyan",
    "white",
];

/// A part of the face that people know a collaboration by (8.1, 8.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FacePart {
    /// One line that says it.
    Slogan,
    /// A place.
    Place,
    /// A logo.
    Logo,
    /// A colour.
    Colour,
}

impl FacePart {
    /// A name that stays the same in files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Slogan => "slogan",
            Self::Place => "place",
            Self::Logo => "logo",
            Self::Colour => "colour",
        }
    }
}

impl Identity {
    /// The logo is a picture, under a plain name: nothing that leads out of `assets/`.
    pub fn has_picture(&self) -> bool {
        let plain = !self.logo.starts_with('.') && !self.logo.contains(['/', '\\', ':']);
        plain && self.logo.to_ascii_lowercase().ends_with(".png")
    }

    /// What is still missing; a mascot never is (8.3, *desnoods*).
    pub fn missing(&self) -> Vec<FacePart> {
        let parts = [
            (FacePart::Slogan, &self.slogan),
            (FacePart::Place, &self.place),
            (FacePart::Logo, &self.logo),
            (FacePart::Colour, &self.colour),
        ];
        parts.into_iter().filter(|(_, text)| text.trim().is_empty()).map(|(part, _)| part).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proposal_near_a_red_line_is_seen() {
        let red_lines = vec!["noodhulp blijft bezet".to_owned(), "belang van het kind".to_owned()];
        let profile = PartnerProfile { red_lines, ..PartnerProfile::default() };
        assert_eq!(profile.red_lines_near("Twee dagen, ten koste van de Noodhulp."), ["noodhulp blijft bezet"]);
        assert!(profile.red_lines_near("Het kind van de buren").is_empty(), "short words tell nothing");
    }
}
