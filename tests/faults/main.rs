//! What must never happen: a word that is lost, a file that is spoiled, a change that nobody is told of. By the real program,
//! without root and without a network. At night the same with larger numbers: `STUURGROEP_NIGHT=1 cargo test --test faults`.
#![allow(clippy::unwrap_used)]

#[path = "../terminal/mod.rs"]
mod terminal;
#[path = "../ways/mod.rs"]
mod ways;

mod adopted;
mod calls;
mod copies;
mod disk;
mod kept_safe;
mod kills;
mod meanwhile;
mod races;
mod save;
mod spoiled;

/// So many times by day, or so many at night.
fn times(by_day: usize, at_night: usize) -> usize {
    if std::env::var_os("STUURGROEP_NIGHT").is_some() { at_night } else { by_day }
}
