//! What two versions of one meeting say otherwise, until a person chooses.

use crate::model::ids::RecordId;
use serde::{Deserialize, Serialize};

/// One of the two versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Side {
    /// The version that took the other one in.
    Ours,
    /// The version that was taken in.
    Theirs,
}

/// What the two versions say of one thing. What stands in the meeting until somebody chooses is ours, or what is left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Clash {
    /// Both changed it, each otherwise: a text as it is, anything else as JSON; none is *nothing*.
    Changed {
        /// What our version says.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ours: Option<String>,
        /// What their version says.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        theirs: Option<String>,
    },
    /// One side took it out while the other changed it or still needs it: it stays.
    Removed {
        /// Who took it out.
        by: Side,
    },
    /// Two answers of one partner, both given in silence: what they say is kept here on neither side.
    Hidden,
}

/// Something that two versions of a meeting say otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// Where it stands, from the section of the session down: names of fields, and of a list the key of the record.
    pub path: Vec<String>,
    /// What the two say.
    pub clash: Clash,
}

impl Conflict {
    /// The record, partner or KPI it is about, or the section of the meeting.
    pub fn about(&self) -> &str {
        let is_number = |step: &&String| RecordId::from(step.as_str()).parts().is_some();
        let found = self.path.iter().find(is_number).or_else(|| self.path.get(1).filter(|_| self.path.len() > 2));
        found.or(self.path.first()).map_or("", String::as_str)
    }

    /// The part of it that differs, by its name in the file; empty where it is the record as a whole.
    pub fn field(&self) -> String {
        let here = self.path.iter().position(|step| step == self.about()).map_or(0, |place| place + 1);
        self.path.get(here..).unwrap_or_default().join(" ")
    }
}
