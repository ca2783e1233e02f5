//! `new`: a chain that can meet at once.

use super::{Context, End, Failure};
use crate::app::home::{partners, with_ambition};
use crate::model::PartnerCode;
use crate::model::start::first_session;
use crate::text::{clean, notation, stored, whole_path};
use clap::Args;

/// Makes a chain: name, partners, first date.
#[derive(Debug, Args)]
pub struct New {
    #[arg(long)]
    name: String,
    #[arg(long = "partner", required = true, value_name = "CODE=NAME")]
    partners: Vec<String>,
    #[arg(long)]
    date: String,
    #[arg(long)]
    past: bool,
    #[arg(long, value_name = "TEXT")]
    ambition: Option<String>,
}

pub fn run(context: &Context, new: &New) -> Result<End, Failure> {
    let texts = &context.texts;
    if !context.folder.is_empty()? {
        return Err(Failure::Use(texts.get("new-chain-exists")));
    }
    let found: Vec<(PartnerCode, String)> = partners(&stored(&new.partners.join("\n"), true))
        .map_err(|line| Failure::Use(texts.named("new-chain-bad-partner", &[("line", line)])))?;
    super::day::believe_clock(context, None)?;
    let date = super::day::day_of_meeting(context, &new.date, new.past)?;
    let name = clean(&new.name, false);
    if name.is_empty() {
        return Err(Failure::Use(texts.get("refused-blank")));
    }
    let begun = first_session(&name, &found, date, |room| texts.term(room));
    let ambition = clean(new.ambition.as_deref().unwrap_or_default(), false);
    let session = with_ambition(begun, &ambition, context.clock.now())
        .map_err(|refusal| Failure::Use(texts.named(refusal.id(), &refusal.args())))?;
    let path = context.writing().prepare(&session)?;
    let args = [("file", whole_path(&path)), ("date", notation::date_long(date, texts.lang))];
    context.print(&texts.named("new-chain-file", &args))?;
    Ok(End::Done)
}
