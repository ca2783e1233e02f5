//! Documents from the live data: one model of a document, one file per format.

pub mod dialogue_card;
pub mod markdown;
pub mod plain;
pub mod report;
pub mod round_form;

use crate::model::Session;
use crate::model::materiality::Materiality;
use crate::text::{Texts, notation};

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
    /// Text art, line by line.
    Art(Vec<String>),
    /// A picture in a file.
    Picture {
        /// What it shows.
        alt: String,
        /// Where it is, from the folder of the chain.
        path: String,
    },
}

/// The face of the collaboration at the head of every document: logo, name, slogan, place (8.2, *eigen uitingen*).
pub fn face(session: &Session, logo: &[String]) -> Vec<Part> {
    let identity = &session.identity;
    let mut parts = Vec::new();
    if !logo.is_empty() {
        parts.push(Part::Art(logo.to_vec()));
    } else if identity.has_picture() {
        let path = format!("assets/{}", identity.logo);
        parts.push(Part::Picture { alt: session.chain.name.clone(), path });
    }
    let said = [&session.chain.name, &identity.slogan, &identity.place];
    let said: Vec<&str> = said.into_iter().map(String::as_str).filter(|text| !text.trim().is_empty()).collect();
    parts.push(Part::Text(said.join(" · ")));
    parts
}

/// What is pooled and what was carried out, one line each; what nobody gave is left out.
pub fn pooled(session: &Session, texts: &Texts) -> Vec<String> {
    let found = Materiality::of(session);
    let number = |figure: u32| notation::decimal(f64::from(figure), 0, texts.lang);
    let mut lines = Vec::new();
    lines.extend(found.people.map(|people| texts.with("materiality-people", &[("count", people.into())])));
    lines.extend(found.hours.map(|hours| texts.named("materiality-hours", &[("hours", number(hours))])));
    lines.extend(found.euros.map(|euros| texts.with("materiality-euros", &[("euros", number(euros).into())])));
    if found.adopted > 0 {
        let args = [("executed", found.executed.into()), ("adopted", found.adopted.into())];
        lines.push(texts.with("materiality-executed", &args));
    }
    lines
}
