//! `generate`: a made-up archive for benchmarks and tests, hidden from help.

use super::{Context, End, Failure};
use crate::generate::{A_CHAIN, Order, archive, folders};
use crate::text::whole_path;
use clap::Args;

/// Writes a made-up archive.
#[derive(Debug, Args)]
pub struct Generate {
    #[arg(long, value_name = "N")]
    meetings: usize,
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    #[arg(long, value_name = "N", default_value_t = A_CHAIN)]
    a_chain: usize,
}

pub fn run(context: &Context, generate: &Generate) -> Result<End, Failure> {
    let root = context.folder.root();
    let order = Order { meetings: generate.meetings, seed: generate.seed, a_chain: generate.a_chain.max(1) };
    let shown = whole_path(root);
    if root.read_dir().is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(Failure::Use(context.texts.named("generate-not-empty", &[("folder", shown)])));
    }
    archive(root, order, |_| {})?;
    let args = [
        ("count", generate.meetings.to_string()),
        ("folders", folders(root, order).len().to_string()),
        ("folder", shown),
    ];
    context.print(&context.texts.named("generated", &args))?;
    Ok(End::Done)
}
