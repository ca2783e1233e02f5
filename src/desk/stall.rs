//! The seven signals of a stall as tiles: on home, and over the list of signals.

use crate::model::Session;
use crate::model::claim::StallSignal;
use crate::model::statements::stall::{Answer, stall};
use crate::text::{Texts, notation};
use crate::widgets::Tile;
use chrono::NaiveDate;

/// The seven, in their order.
pub fn tiles(texts: &Texts, session: &Session, today: NaiveDate) -> Vec<Tile> {
    stall(session, today).iter().map(|answer| tile(texts, session, answer)).collect()
}

/// How many of them are raised.
pub fn raised(tiles: &[Tile]) -> usize {
    tiles.iter().filter(|tile| tile.raised == Some(true)).count()
}

fn tile(texts: &Texts, session: &Session, answer: &Answer) -> Tile {
    let word = match answer.raised {
        Some(true) => "yes",
        Some(false) => "no",
        None => "tile-unknown",
    };
    let figure = match answer.of {
        Some((part, whole)) => format!("{part}/{whole}"),
        None => mean(session, answer.signal).map_or_else(String::new, |mean| notation::decimal(mean, 1, texts.lang)),
    };
    Tile { name: texts.get(name(answer.signal)), figure, raised: answer.raised, word: texts.get(word) }
}

/// The figure of a signal that counts nothing of so many.
fn mean(session: &Session, signal: StallSignal) -> Option<f64> {
    match signal {
        StallSignal::Temperature => session.relation.shown().next_back().and_then(|round| round.mean()),
        StallSignal::Stories => session.successes.recent_mean(),
        StallSignal::Actions
        | StallSignal::Deferred
        | StallSignal::Upward
        | StallSignal::Attendance
        | StallSignal::Kpi => None,
    }
}

/// A name short enough for seven of them beside each other.
fn name(signal: StallSignal) -> &'static str {
    match signal {
        StallSignal::Actions => "tile-actions",
        StallSignal::Deferred => "tile-deferred",
        StallSignal::Upward => "tile-upward",
        StallSignal::Attendance => "tile-attendance",
        StallSignal::Temperature => "tile-temperature",
        StallSignal::Kpi => "tile-kpi",
        StallSignal::Stories => "tile-stories",
    }
}
