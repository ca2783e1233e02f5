//! `completions`: what a shell needs to complete commands, options and their values, from the one declaration of the command
//! line. Where a shell shows what an option does, it says so in the language of the person.

use super::{Context, End, Failure, help};
use clap::{Args, Command};
use clap_complete::Shell;

/// Prints a script for a shell.
#[derive(Debug, Args)]
pub struct Completions {
    #[arg(value_enum)]
    shell: Shell,
}

pub fn run(context: &Context, completions: &Completions) -> Result<End, Failure> {
    let whole = help::command(&context.texts);
    let name = whole.get_name().to_owned();
    // What help does not show, no shell proposes.
    let shown = whole.get_subcommands().filter(|command| !command.is_hide_set());
    let version = whole.get_version().unwrap_or_default().to_owned();
    let mut command = Command::new(name.clone())
        .version(version)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true);
    command = command.args(whole.get_arguments()).subcommands(shown.cloned());
    let mut script = Vec::new();
    clap_complete::generate(completions.shell, &mut command, name.clone(), &mut script);
    context.print(String::from_utf8_lossy(&script).trim_end())?;
    Ok(End::Done)
}
