//! How the program understands what stands in a field.

use super::Desk;
use crate::text::{date_input, notation};

/// The day of a meeting, in full; that it has passed is said before it is taken, as it may be a slip.
pub fn meeting_day_echo(desk: &Desk, text: &str) -> String {
    let today = desk.clock.today();
    let passed = date_input::parse_date(text, today).is_some_and(|day| day < today);
    let day = date_echo(desk, text);
    if passed { format!("{day}: {}", desk.t("home-day-passed")) } else { day }
}

/// The date as the program understands it, in full.
pub fn date_echo(desk: &Desk, text: &str) -> String {
    let date = date_input::parse_date(text, desk.clock.today());
    date.map_or_else(String::new, |date| notation::date_full(date, desk.texts.lang))
}
