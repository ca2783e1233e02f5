//! Who is at the table today, on which level and with which mandate (3.1, 3.2, domain §2.3).

use crate::model::chain::{Partner, Person};
use crate::model::ids::PartnerCode;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// The seat of one partner in this session.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seat {
    /// Whose seat it is.
    pub partner: PartnerCode,
    /// Who came.
    pub presence: Presence,
    /// Level of the person who is there today, 1 to 5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<u8>,
}

/// Who came for a partner.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Presence {
    /// Not asked yet.
    #[default]
    Unknown,
    /// Lid.
    Member,
    /// Plaatsvervanger met mandaat.
    DeputyWithMandate,
    /// Plaatsvervanger zonder mandaat: gives a reservation, never consent.
    DeputyWithoutMandate,
    /// Afwezig met bericht.
    AbsentWithNotice,
    /// Afwezig.
    Absent,
}

impl Presence {
    /// Everything that can be recorded.
    pub const ALL: [Self; 6] = [
        Self::Member,
        Self::DeputyWithMandate,
        Self::DeputyWithoutMandate,
        Self::AbsentWithNotice,
        Self::Absent,
        Self::Unknown,
    ];

    /// Somebody sits there.
    pub fn is_present(self) -> bool {
        matches!(self, Self::Member | Self::DeputyWithMandate | Self::DeputyWithoutMandate)
    }

    /// The partner is known not to be there.
    pub fn is_absent(self) -> bool {
        matches!(self, Self::AbsentWithNotice | Self::Absent)
    }

    /// Who sits there for the partner, and so on which level.
    pub fn person(self, partner: &Partner) -> Option<&Person> {
        match self {
            Self::Member => Some(&partner.member),
            Self::DeputyWithMandate | Self::DeputyWithoutMandate => partner.deputy.as_ref(),
            Self::Unknown | Self::AbsentWithNotice | Self::Absent => None,
        }
    }
}

/// What the seats say together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Seats in all.
    pub seats: u32,
    /// Seats where somebody sits.
    pub present: u32,
    /// Seats where the member sits.
    pub members: u32,
    /// Seats not asked yet.
    pub unknown: u32,
    /// Lowest and highest level at the table.
    pub levels: Option<(u8, u8)>,
    /// Partners represented without a mandate.
    pub without_mandate: Vec<PartnerCode>,
    /// Partners that are absent.
    pub absent: Vec<PartnerCode>,
}

impl Table {
    /// Counts the seats.
    pub fn of(seats: &[Seat]) -> Self {
        let count = |test: fn(Presence) -> bool| {
            u32::try_from(seats.iter().filter(|seat| test(seat.presence)).count()).unwrap_or(u32::MAX)
        };
        let codes = |test: fn(Presence) -> bool| {
            seats.iter().filter(|seat| test(seat.presence)).map(|seat| seat.partner.clone()).collect()
        };
        let present = seats.iter().filter(|seat| seat.presence.is_present());
        let levels: Vec<u8> = present.filter_map(|seat| seat.level).collect();
        Self {
            seats: u32::try_from(seats.len()).unwrap_or(u32::MAX),
            present: count(Presence::is_present),
            members: count(|presence| presence == Presence::Member),
            unknown: count(|presence| presence == Presence::Unknown),
            levels: levels.iter().min().copied().zip(levels.iter().max().copied()),
            without_mandate: codes(|presence| presence == Presence::DeputyWithoutMandate),
            absent: codes(Presence::is_absent),
        }
    }

    /// The levels at the table are uneven.
    pub fn is_uneven(&self) -> bool {
        self.levels.is_some_and(is_uneven)
    }
}

/// Lowest and highest level differ by two or more (domain §6.6, *Level*).
pub fn is_uneven((low, high): (u8, u8)) -> bool {
    high.saturating_sub(low) >= 2
}

/// Working days (Monday to Friday) between the day the papers went out and the session.
pub fn working_days_between(sent: NaiveDate, session: NaiveDate) -> u32 {
    let days = (session - sent).num_days().clamp(0, 366);
    let dates = (0..u64::try_from(days).unwrap_or(0)).filter_map(|day| sent.checked_add_days(Days::new(day)));
    let working = dates.filter(|date| !matches!(date.weekday(), Weekday::Sat | Weekday::Sun)).count();
    u32::try_from(working).unwrap_or(u32::MAX)
}

/// Papers go out this many working days before the session (domain §2.4).
pub const PAPERS_TERM: u32 = 5;

/// A mandate that ends within so many days is named at the opening.
pub const MANDATE_NOTICE_DAYS: i64 = 30;

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn seat(code: &str, presence: Presence, level: Option<u8>) -> Seat {
        Seat { partner: code.into(), presence, level }
    }

    #[test]
    fn the_table_of_the_second_session_is_uneven() {
        let seats = [
            seat("POL", Presence::Member, Some(4)),
            seat("OM", Presence::Member, Some(5)),
            seat("RB", Presence::DeputyWithoutMandate, Some(3)),
            seat("JR", Presence::AbsentWithNotice, None),
            seat("GEM", Presence::Unknown, None),
        ];
        let table = Table::of(&seats);
        assert_eq!((table.seats, table.present, table.members, table.unknown), (5, 3, 2, 1));
        assert_eq!(table.levels, Some((3, 5)));
        assert!(table.is_uneven());
        assert_eq!(table.without_mandate, ["RB".into()]);
        assert_eq!(table.absent, ["JR".into()]);
    }

    #[test]
    fn papers_count_working_days_only() {
        let date = |text: &str| text.parse().unwrap();
        assert_eq!(working_days_between(date("2026-12-03"), date("2026-12-10")), 5);
        assert_eq!(working_days_between(date("2026-12-04"), date("2026-12-10")), 4);
        assert_eq!(working_days_between(date("2026-12-11"), date("2026-12-10")), 0);
    }
}
