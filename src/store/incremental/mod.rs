//! Reading and writing session after session, or the same one again and again: what is as it was keeps its text and its
//! value, and only the rest is parsed or printed. The result is always that of [`super::format`].

mod outline;
mod printer;
mod reader;

pub use printer::Printer;
pub use reader::Reader;
