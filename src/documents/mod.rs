//! Documents from the live data: one model of a document, one file per format.

pub mod markdown;
pub mod report;
pub mod round_form;

/// A document as parts, before any format.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// The title.
    Title(String),
    /// A heading.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// A list.
    List(Vec<String>),
    /// A table, the first row its head.
    Table(Vec<Vec<String>>),
    /// Words of somebody, as they were said.
    Quote(String),
}
