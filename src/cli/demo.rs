//! `demo`: the sample chain Kompas in a scratch copy, its meeting of 10-12-2026 live.

use super::{Context, End, Failure, tui};
use crate::desk::clock::Clock;
use crate::sample;
use crate::store::Folder;
use crate::text::{Texts, Typed, whole_path};
use clap::Args;

/// Kompas, to try things on.
#[derive(Debug, Args)]
pub struct Demo {
    #[arg(long)]
    files_only: bool,
}

pub fn run(context: &Context, demo: &Demo) -> Result<End, Failure> {
    let root = sample::copy()?;
    let place = context.texts.named("demo-copy", &[("folder", whole_path(&root))]);
    context.print(&place)?;
    if demo.files_only {
        return Ok(End::Done);
    }
    let clock = context.today.or(sample::TODAY).map_or(Clock::Machine, Clock::On);
    let folder = Folder::at(&root);
    let typed = Typed::new(vec![(folder.root().to_owned(), root)], false);
    let mut texts = Texts::new(context.texts.lang);
    texts.dir = typed.option(folder.root());
    let there = Context {
        texts,
        roots: vec![folder.root().to_owned()],
        folder,
        typed,
        clock,
        today: context.today.or(sample::TODAY),
        theme: context.theme,
        json: context.json,
        mouse: context.mouse,
        asks_ground: context.asks_ground,
    };
    let end = tui::open(&there, 4)?;
    // Said once more, because the screen covered the first time.
    context.print(&place)?;
    Ok(end)
}
