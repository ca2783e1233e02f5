//! The command line: one file per command.

mod card;
mod check;
mod completions;
mod day;
mod demo;
mod export;
mod follow;
mod generate;
mod help;
mod json;
mod list;
mod look;
mod man;
mod merge;
mod misuse;
mod new;
mod plan;
mod round;
mod search;
mod show;
pub mod signals;
mod tui;

use crate::desk::access::who;
use crate::desk::clock::Clock;
use crate::desk::opening::seal_words;
use crate::documents::{Part, report};
use crate::model::Session;
use crate::store::leftovers;
use crate::store::lock::{self, Lock, Taken};
use crate::store::state::StateFolder;
use crate::store::{Copied, Folder, StoreError};
use crate::text::{Lang, Texts, Typed, on_one_line, table};
use crate::widgets::Theme;
use chrono::NaiveDate;
use clap::builder::FalseyValueParser;
use clap::parser::ValueSource;
use clap::{Args, FromArgMatches, Parser, Subcommand};
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// What is typed after the name of the program.
#[derive(Debug, Parser)]
#[command(name = "stuurgroep", version, disable_help_subcommand = true)]
struct Cli {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: Option<Command>,
}

/// Options that every command understands.
#[derive(Debug, Clone, Args)]
struct Common {
    #[arg(long, global = true, env = "STUURGROEP_DIR", value_name = "DIR")]
    dir: Vec<PathBuf>,
    #[arg(long, global = true, value_name = "nl|en", value_parser = ["nl", "en"])]
    lang: Option<String>,
    #[arg(long, global = true, value_name = "YYYY-MM-DD")]
    today: Option<NaiveDate>,
    #[arg(long, global = true)]
    json: bool,
    #[arg(long, global = true)]
    ascii: bool,
    #[arg(long, global = true, env = "STUURGROEP_THEME", value_name = "auto|dark|light|contrast|terminal", value_parser = ["auto", "dark", "light", "contrast", "terminal"])]
    theme: Option<String>,
    #[arg(long, global = true, env = "STUURGROEP_NO_MOUSE", value_parser = FalseyValueParser::new())]
    no_mouse: bool,
}

#[derive(Debug, Subcommand)]
enum Command {
    Demo(demo::Demo),
    New(new::New),
    Plan(plan::Plan),
    Meet(tui::Meet),
    Follow,
    Round(round::Round),
    List,
    Show(show::Show),
    Signals,
    Check,
    Merge(merge::Merge),
    Export(export::Export),
    Card(card::Card),
    Search(search::Search),
    Register(search::Register),
    Completions(completions::Completions),
    Man,
    #[command(hide = true)]
    Generate(generate::Generate),
}

/// How a command ends, as exit status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// 0.
    Done,
    /// 1: the answer is no.
    No,
    /// 3: the answer is there, and a file could not be read.
    Unread,
    /// 3: what was put on record last is not on disk.
    Unwritten,
    /// 128 + the number of a signal, or 101 after a panic.
    Killed(i32),
}

/// Why a command could not do its work.
#[derive(Debug)]
enum Failure {
    /// 2: wrong use, with the words for it.
    Use(String),
    /// 3: a file could not be read or written.
    File(StoreError),
    /// 3: the terminal or a pipe failed.
    Io(io::Error),
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::File(error)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// What a command works with.
struct Context {
    texts: Texts,
    theme: Theme,
    clock: Clock,
    /// The chain, or the first folder of several.
    folder: Folder,
    /// Every folder in which chains are looked for.
    roots: Vec<PathBuf>,
    /// How those were named.
    typed: Typed,
    json: bool,
    mouse: bool,
    /// The terminal is asked whether its ground is light.
    asks_ground: bool,
    today: Option<NaiveDate>,
}

impl Context {
    /// The folder, for a command that writes in it: in the name of this machine, where that can keep one.
    fn writing(&self) -> Folder {
        let machine = StateFolder::of_user().map(|state| state.machine());
        match machine {
            Some(Ok(name)) => self.folder.clone().by(&name),
            // A home that can't be written, or none: then the machine has no name, and all else is as ever.
            Some(Err(_)) | None => self.folder.clone(),
        }
    }

    /// What was asked for; the folders may have been typed behind the command, or stand in the environment.
    fn new(common: &Common, lang: Lang, dir_is_typed: bool) -> Self {
        let typed = if common.dir.is_empty() { vec![PathBuf::from(".")] } else { common.dir.clone() };
        let folder = Folder::at(&typed[0]);
        let roots: Vec<PathBuf> = typed.iter().map(|root| Folder::at(root).root().to_owned()).collect();
        let typed = Typed::new(roots.iter().cloned().zip(typed).collect(), !dir_is_typed);
        let mut texts = Texts::new(lang);
        texts.dir = typed.option(folder.root());
        let (colours, asks_ground) = look::chosen(common.theme.as_deref());
        Self {
            texts,
            theme: Theme { colours, ascii: common.ascii },
            asks_ground,
            clock: common.today.map_or(Clock::Machine, Clock::On),
            folder,
            roots,
            typed,
            json: common.json,
            mouse: !common.no_mouse,
            today: common.today,
        }
    }

    /// What an error with a file means.
    fn trouble(&self, error: &StoreError) -> String {
        self.texts.reason(&error.reason())
    }

    /// Writes a line for people; a closed pipe is no mistake.
    fn print(&self, text: &str) -> Result<(), Failure> {
        let mut out = io::stdout().lock();
        let text = self.theme.text(text);
        match writeln!(out, "{text}") {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            other => Ok(other?),
        }
    }

    /// Writes a table for people.
    fn print_table(&self, rows: &[Vec<String>]) -> Result<(), Failure> {
        self.print(&table(rows).join("\n"))
    }

    /// Writes JSON.
    fn print_json(&self, value: &serde_json::Value) -> Result<(), Failure> {
        let mut out = io::BufWriter::new(io::stdout().lock());
        match json::write(value, &mut out).map_err(io::Error::from).and_then(|()| out.flush()) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            other => Ok(other?),
        }
    }
}

/// Runs the program with these arguments; the exit status says how it went.
pub fn main(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    let lang = help::language(&args);
    let texts = Texts::new(lang);
    let mut command = help::command(&texts);
    let parsed = command.try_get_matches_from_mut(&args).and_then(|found| {
        let dir_is_typed = found.value_source("dir") == Some(ValueSource::CommandLine);
        Ok((Cli::from_arg_matches(&found)?, dir_is_typed))
    });
    let (cli, dir_is_typed) = match parsed {
        Ok(parsed) => parsed,
        Err(error) if error.use_stderr() => {
            for line in misuse::said(&error, &args, &command, &texts) {
                say_beside(Theme::PLAIN, &line);
            }
            return ExitCode::from(2);
        }
        Err(error) => {
            let _ = error.print();
            return ExitCode::SUCCESS;
        }
    };
    let context = Context::new(&cli.common, lang, dir_is_typed);
    // One folder may still be made; of several each was meant to be there.
    if cli.common.dir.len() > 1
        && let Err(missing) = all_there(&cli.common.dir)
    {
        return fail(&context, &missing);
    }
    match run(&context, cli.command) {
        Ok(End::Done) => ExitCode::SUCCESS,
        Ok(End::No) => ExitCode::from(1),
        Ok(End::Unread | End::Unwritten) => ExitCode::from(3),
        Ok(End::Killed(status)) => ExitCode::from(u8::try_from(status).unwrap_or(1)),
        Err(failure) => fail(&context, &failure),
    }
}

fn run(context: &Context, command: Option<Command>) -> Result<End, Failure> {
    match command {
        None => tui::home(context),
        Some(Command::Demo(demo)) => demo::run(context, &demo),
        Some(Command::New(new)) => new::run(context, &new),
        Some(Command::Plan(plan)) => plan::run(context, &plan),
        Some(Command::Meet(meet)) => tui::meet(context, &meet),
        Some(Command::Follow) => follow::run(context),
        Some(Command::Round(round)) => round::run(context, &round),
        Some(Command::List) => list::run(context),
        Some(Command::Show(show)) => show::run(context, &show),
        Some(Command::Signals) => signals::run(context),
        Some(Command::Check) => check::run(context),
        Some(Command::Merge(merge)) => merge::run(context, &merge),
        Some(Command::Export(export)) => export::run(context, &export),
        Some(Command::Search(search)) => search::search(context, &search),
        Some(Command::Register(register)) => search::register(context, &register),
        Some(Command::Completions(completions)) => completions::run(context, &completions),
        Some(Command::Man) => man::run(context),
        Some(Command::Generate(generate)) => generate::run(context, &generate),
        Some(Command::Card(card)) => card::run(context, &card),
    }
}

/// An error where one of these folders is not there.
fn all_there(folders: &[PathBuf]) -> Result<(), Failure> {
    let missing = folders.iter().find(|folder| !folder.is_dir());
    missing.map_or(Ok(()), |folder| Err(Failure::File(StoreError::io(folder, io::ErrorKind::NotFound.into()))))
}

/// Says what went wrong and what to do; never on a closed pipe.
fn fail(context: &Context, failure: &Failure) -> ExitCode {
    let (text, status) = match failure {
        Failure::Use(text) => (text.clone(), 2),
        Failure::File(error) => (context.trouble(error), 3),
        Failure::Io(error) => (context.texts.named("io-trouble", &[("reason", error.to_string())]), 3),
    };
    complain(context, &text);
    ExitCode::from(status)
}

/// Says something beside the answer.
fn complain(context: &Context, text: &str) {
    say_beside(context.theme, text);
}

/// The one way to stderr, a line for each sentence: no text from outside makes a line of its own. That nobody can hear it is
/// no reason to fail.
fn say_beside(theme: Theme, text: &str) {
    let _ = writeln!(io::stderr().lock(), "stuurgroep: {}", theme.text(&on_one_line(text)));
}

/// Says how far something is, over what was said of it before.
fn say_over(context: &Context, text: &str) {
    let _ = write!(io::stderr().lock(), "\r{}", context.theme.text(text));
}

/// What there is to say of a version beside a session.
fn copy_words(context: &Context, copy: &Copied) -> String {
    let id = if copy.is_same { "check-copy-same" } else { "check-copy" };
    context.texts.named(id, &[("number", copy.number.to_string())])
}

/// Says beside the answer that a file is not as the program wrote it.
fn complain_of_seal(context: &Context, loaded: &crate::store::Loaded) {
    if let Some(words) = seal_words(&context.texts, loaded.seal, loaded.revision) {
        complain(context, &words);
    }
}

/// The newest session; an error where there is none, or where it can't be read.
fn newest(context: &Context) -> Result<crate::store::Loaded, Failure> {
    newest_file(context).map(|(_, loaded)| loaded)
}

/// The newest session, with the file it stands in.
fn newest_file(context: &Context) -> Result<(PathBuf, crate::store::Loaded), Failure> {
    use crate::store::Trouble;
    let number = context.folder.newest()?;
    let number = number.ok_or_else(|| StoreError::new(&context.folder.sessions(), Trouble::NoSessions))?;
    let found = context.folder.find(number)?;
    Ok((found.path, found.content?))
}

/// The lock of the chain, for a command that reads a session and writes it; an error that says who has it. None where there
/// are no locks. What was interrupted is brought to its end before anything is read: what is finished is what stands there.
fn take_lock(context: &Context) -> Result<Option<Lock>, Failure> {
    let folder = context.writing();
    let lock = match lock::take(folder.root(), &who(context.clock.now()), folder.machine())? {
        Taken::Ours(lock) => Some(lock),
        Taken::Unguarded => None,
        Taken::Theirs(holder) => {
            let args = [("who", holder)];
            return Err(Failure::Use(context.texts.named("read-only-locked", &args)));
        }
    };
    match leftovers::clear_before(&folder, None) {
        Ok(_) => Ok(lock),
        // A chain without sessions has nothing that was interrupted; whoever looks for one says so.
        Err(error) if error.is_not_there() => Ok(lock),
        Err(error) => Err(error.into()),
    }
}

/// The report of a session, with the logo of the chain.
fn report_of(context: &Context, session: &Session) -> Vec<Part> {
    let logo = context.folder.logo(&session.identity.logo).unwrap_or_default();
    report::report(session, context.today.unwrap_or(session.date), &logo, &context.texts)
}
