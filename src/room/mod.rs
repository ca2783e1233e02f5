//! What the room sees: one statement, one picture, one question, one clock, in letters as large as the terminal allows. What it
//! may see is decided by type: a view of the session is made in one place ([`of`]), and whoever draws gets that view only.

mod draw;
mod of;
pub mod shown;

pub use draw::{Idle, draw, idle};
pub use of::{Moment, of};
