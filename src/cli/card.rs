//! `card`: a difference or a decision as a dialogue card for the shop floor.

use super::{Context, End, Failure};
use crate::documents::{dialogue_card, markdown};
use crate::model::RecordId;
use clap::Args;
use std::path::PathBuf;

/// Writes a dialogue card.
#[derive(Debug, Args)]
pub struct Card {
    #[arg(value_name = "RECORD")]
    number: String,
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub fn run(context: &Context, card: &Card) -> Result<End, Failure> {
    let session = super::newest(context)?.session;
    let about = RecordId::from(card.number.to_ascii_uppercase().as_str());
    let logo = context.folder.logo(&session.identity.logo).unwrap_or_default();
    let Some(document) = dialogue_card::document(&session, &about, &logo, &context.texts) else {
        let args = [("number", card.number.clone()), ("session", session.number.to_string())];
        return Err(Failure::Use(context.texts.named("card-nothing", &args)));
    };
    super::export::give(context, card.output.as_deref(), &markdown::render(&document))?;
    Ok(End::Done)
}
