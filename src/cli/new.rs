//! `new`: a chain that can meet at once.

use super::{Context, End, Failure};
use crate::app::home::partners;
use crate::model::PartnerCode;
use crate::model::start::first_session;
use crate::text::{date_input, notation};
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
    #[arg(long, value_name = "TEXT")]
    ambition: Option<String>,
}

pub fn run(context: &Context, new: &New) -> Result<End, Failure> {
    let texts = &context.texts;
    if !context.folder.is_empty()? {
        return Err(Failure::Use(texts.get("new-chain-exists")));
    }
    let found: Vec<(PartnerCode, String)> = partners(&new.partners.join("\n"))
        .map_err(|line| Failure::Use(texts.named("new-chain-bad-partner", &[("line", line)])))?;
    let date = date_input::parse_date(&new.date, context.clock.today());
    let date = date.ok_or_else(|| Failure::Use(texts.get("date-unclear")))?;
    if new.name.trim().is_empty() {
        return Err(Failure::Use(texts.get("refused-blank")));
    }
    let name = crate::text::clean(&new.name, false);
    let mut session = first_session(&name, &found, date, |room| texts.term(room));
    session.ambition.adopt_first(&crate::text::clean(new.ambition.as_deref().unwrap_or_default(), false));
    let path = context.writing().prepare(&session)?;
    let args = [("file", path.display().to_string()), ("date", notation::date_long(date, texts.lang))];
    context.print(&texts.named("new-chain-file", &args))?;
    Ok(End::Done)
}
