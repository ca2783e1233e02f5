//! `show`: one meeting, as its report, or as data.

use super::{Context, End, Failure};
use crate::documents::markdown;
use clap::Args;

/// Shows a meeting.
#[derive(Debug, Args)]
pub struct Show {
    number: u32,
}

pub fn run(context: &Context, show: &Show) -> Result<End, Failure> {
    let loaded = context.folder.find(show.number)?.content?;
    super::complain_of_seal(context, &loaded);
    if context.json {
        let value = serde_json::to_value(loaded.session.as_shown()).map_err(std::io::Error::other)?;
        context.print_json(&value)?;
    } else {
        let document = super::report_of(context, &loaded.session);
        context.print(&markdown::render(&document))?;
    }
    Ok(End::Done)
}
