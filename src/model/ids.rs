//! Names of records and partners, and months. All are short strings in the file.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The text of the name, as it stands in the file.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }
    };
}

id!(
    /// The short code of a partner: `POL`.
    PartnerCode
);
id!(
    /// The number of an agenda item as planned: `9a`. It stays when the order changes (domain §2.4).
    ItemNo
);
id!(
    /// The number of a record: `B2026-07`. Never given twice, never changed (domain §2.4).
    RecordId
);
id!(
    /// The code of a chain KPI: `K1`.
    KpiId
);

/// What kind of record a number belongs to; its letter starts the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum RecordKind {
    /// Besluit, `B`.
    Decision,
    /// Actie, `A`.
    Action,
    /// Escalatie, `E`.
    Escalation,
    /// Oneens: a disagreement, `O`.
    Difference,
    /// Notitie, `N`.
    Note,
    /// Verhaal, `V`.
    Story,
}

impl RecordKind {
    /// Every kind, in the order of the numbering.
    pub const ALL: [Self; 6] =
        [Self::Decision, Self::Action, Self::Escalation, Self::Difference, Self::Note, Self::Story];

    /// The letter a number of this kind starts with.
    pub fn letter(self) -> char {
        match self {
            Self::Decision => 'B',
            Self::Action => 'A',
            Self::Escalation => 'E',
            Self::Difference => 'O',
            Self::Note => 'N',
            Self::Story => 'V',
        }
    }
}

impl RecordId {
    /// The number as `B2026-07`.
    pub fn new(kind: RecordKind, year: i32, number: u32) -> Self {
        Self(format!("{}{year}-{number:02}", kind.letter()))
    }

    /// Kind, year and number; `None` where the text is no record number.
    pub fn parts(&self) -> Option<(RecordKind, i32, u32)> {
        let first = self.0.chars().next()?;
        let kind = RecordKind::ALL.into_iter().find(|kind| kind.letter() == first)?;
        let (year, number) = self.0.get(1..)?.split_once('-')?;
        if year.len() != 4 || number.len() < 2 || !number.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        Some((kind, year.parse().ok()?, number.parse().ok()?))
    }

    /// The kind, where the text is a record number.
    pub fn kind(&self) -> Option<RecordKind> {
        self.parts().map(|(kind, _, _)| kind)
    }
}

/// A calendar month, `2026-11` in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// Calendar year.
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
}

impl Month {
    /// The month a date lies in.
    pub fn of(date: NaiveDate) -> Self {
        Self { year: date.year(), month: date.month() }
    }

    /// Months since year 0: the x of every KPI computation (domain §6.3).
    pub fn index(self) -> i32 {
        self.year * 12 + self.month.cast_signed() - 1
    }

    /// The month `months` later, or earlier when negative.
    pub fn plus(self, months: i32) -> Self {
        let index = self.index() + months;
        Self { year: index.div_euclid(12), month: index.rem_euclid(12).cast_unsigned() + 1 }
    }

    /// Reads `2026-11`.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.trim().split_once('-')?;
        if year.len() != 4 || month.len() != 2 {
            return None;
        }
        let month = month.parse().ok().filter(|month| (1..=12).contains(month))?;
        Some(Self { year: year.parse().ok()?, month })
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::invalid_value(serde::de::Unexpected::Str(&text), &"YYYY-MM"))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_records_come_apart_again() {
        let id = RecordId::new(RecordKind::Action, 2026, 7);
        assert_eq!(id.as_str(), "A2026-07");
        assert_eq!(id.parts(), Some((RecordKind::Action, 2026, 7)));
        for no in ["", "B", "B2026", "B2026-x", "X2026-01", "B26-01", "B2026-1", "é2026-01"] {
            assert_eq!(RecordId::from(no).parts(), None, "{no}");
        }
    }

    #[test]
    fn months_count_over_the_year() {
        let month = Month::parse("2026-11").unwrap();
        assert_eq!(month.plus(6).to_string(), "2027-05");
        assert_eq!(month.plus(-11).to_string(), "2025-12");
        assert_eq!(Month::parse("2026-13"), None);
        assert_eq!(Month::parse("26-01"), None);
    }
}
