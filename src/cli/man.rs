//! `man`: the page of the manual with all commands on it, from the one declaration of the command line.
//!
//! The library makes a page for each command, with headings in English. Here its parts are put on one page, under headings in
//! the language of the person.

use super::{Context, End, Failure, help};
use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};
use std::io;

pub fn run(context: &Context) -> Result<End, Failure> {
    let page = page(context)?;
    context.print(String::from_utf8_lossy(&page).trim_end())?;
    Ok(End::Done)
}

fn page(context: &Context) -> io::Result<Vec<u8>> {
    let texts = &context.texts;
    let command = help::command(texts);
    let (name, about) = (command.get_name().to_owned(), said(command.get_about()));
    let mut page = Vec::new();
    Man::new(command.clone()).render_title(&mut page)?;
    let mut begin = Roff::new();
    begin.control("SH", [texts.get("cli-page-name").as_str()]).text([roman(format!("{name} - {about}"))]);
    begin.control("SH", [texts.get("cli-page-use").as_str()]).text([roman(said(command.get_overridden_usage()))]);
    begin.to_writer(&mut page)?;
    options(&command, &mut page)?;
    let mut commands = Roff::new();
    commands.control("SH", [texts.get("cli-commands").to_uppercase().as_str()]);
    commands.to_writer(&mut page)?;
    for command in command.get_subcommands().filter(|command| !command.is_hide_set()) {
        let mut begin = Roff::new();
        begin
            .control("SS", [format!("{name} {}", command.get_name()).as_str()])
            .text([roman(said(command.get_about()))]);
        begin.control("PP", []).text([bold(said(command.get_overridden_usage()))]);
        begin.to_writer(&mut page)?;
        // What every command has stands at the beginning.
        let own = command.clone().mut_args(|arg| if arg.is_global_set() { arg.hide(true) } else { arg });
        let mut parts = Vec::new();
        options(&own, &mut parts)?;
        // Arguments and options of one command need no headings of their own.
        page.extend(without(&parts, &[b".SH "]));
    }
    let mut end = Roff::new();
    end.control("SH", [texts.get("cli-page-ends").as_str()]).text([roman(said(command.get_after_help()))]);
    end.to_writer(&mut page)?;
    // Each part says anew how an apostrophe is written: once is enough.
    let once = page.split_inclusive(|byte| *byte == b'\n').take(2).flatten().copied().collect::<Vec<_>>();
    Ok([once, without(&page, &[b".ie ", b".el "])].concat())
}

fn said(text: Option<&clap::builder::StyledStr>) -> String {
    text.map_or_else(String::new, ToString::to_string)
}

fn options(command: &Command, page: &mut Vec<u8>) -> io::Result<()> {
    Man::new(command.clone()).render_options_section(page)
}

/// Lines that are not these.
fn without(page: &[u8], begin: &[&[u8]]) -> Vec<u8> {
    let lines = page.split_inclusive(|byte| *byte == b'\n');
    lines.filter(|line| !begin.iter().any(|begin| line.starts_with(begin))).flatten().copied().collect()
}
