//! The tables of commands, and which of them hold now.

pub mod agenda;
pub mod conflicts;
pub mod drafts;
pub mod everywhere;
pub mod help;
mod history;
pub mod membership;
pub mod pulse;
pub mod records;
pub mod signals;
pub mod versions;

use super::App;
use crate::desk::Desk;
use crate::desk::command::{Command, Key, Needs};
use crate::panes;

/// A group of commands, under one heading in help and README.
#[derive(Clone, Copy)]
pub struct Group {
    /// The message with the heading.
    pub heading: &'static str,
    table: Table,
}

/// The commands of a group, by what they are given.
#[derive(Clone, Copy)]
enum Table {
    Desk(&'static [Command<Desk>]),
    App(&'static [Command<App>]),
}

/// A command of a group.
#[derive(Clone, Copy)]
pub struct Entry {
    /// The message with its name.
    pub name: &'static str,
    /// The keys that run it; none where the palette is enough.
    pub keys: &'static [Key],
    needs: Needs,
    run: Run,
}

/// What a command does, and to what.
#[derive(Clone, Copy)]
enum Run {
    Desk(fn(&mut Desk)),
    App(fn(&mut App)),
}

impl Group {
    const fn desk(heading: &'static str, commands: &'static [Command<Desk>]) -> Self {
        Self { heading, table: Table::Desk(commands) }
    }

    const fn app(heading: &'static str, commands: &'static [Command<App>]) -> Self {
        Self { heading, table: Table::App(commands) }
    }

    /// The commands of a pane.
    pub const fn pane(pane: &panes::Pane) -> Self {
        Self::desk(pane.heading, pane.commands)
    }

    /// Its commands, in their order.
    pub fn commands(&self) -> Vec<Entry> {
        match self.table {
            Table::Desk(commands) => {
                commands.iter().map(|command| Entry::of(command, Run::Desk(command.run))).collect()
            }
            Table::App(commands) => commands.iter().map(|command| Entry::of(command, Run::App(command.run))).collect(),
        }
    }
}

impl Entry {
    fn of<C>(command: &'static Command<C>, run: Run) -> Self {
        Self { name: command.name, keys: command.keys, needs: command.needs, run }
    }

    /// The first key, as it is shown.
    pub fn label(&self) -> Option<String> {
        self.keys.first().map(|key| key.label())
    }

    /// Whether it can do something now.
    pub fn is_of_use(&self, app: &App) -> bool {
        let desk = &app.desk;
        match self.needs {
            Needs::Nothing => true,
            Needs::Meeting => desk.meeting.is_some(),
            Needs::OneOfSeveral => app.home.several() && !app.home.over_chains,
            Needs::OneChain => !app.home.over_chains && app.home.chain.newest.is_some(),
            Needs::WayBack => app.has_way_back(),
            Needs::Changed => desk.may_write() || desk.meeting.as_ref().is_some_and(|meeting| meeting.steps() > 0),
            Needs::Writing => desk.may_write(),
        }
    }

    /// Runs it, or says why it can't.
    pub fn run(&self, app: &mut App) {
        if self.is_of_use(app) {
            match self.run {
                Run::Desk(run) => run(&mut app.desk),
                Run::App(run) => run(app),
            }
        } else if app.desk.meeting.is_some() && self.needs == Needs::Writing {
            let why = app.desk.why_read_only();
            app.desk.say(why);
        }
    }
}

/// Commands that hold in every pane: the meeting's and the program's.
pub fn common() -> [Group; 4] {
    let (records, agenda) =
        (Group::desk("group-records", &records::COMMANDS), Group::desk("group-agenda", &agenda::COMMANDS));
    [records, agenda, MOVING, EVERYWHERE]
}

/// Every group there is: what holds everywhere, each pane's own, and those of home.
pub fn all() -> Vec<Group> {
    let panes = panes::PANES.into_iter().map(Group::pane);
    let home = [Group::app("group-home", &super::home::FIRST), Group::app("group-home", &super::home::COMMANDS)];
    common().into_iter().chain(panes).chain(home).collect()
}

/// Moving about.
const MOVING: Group = Group::app("group-moving", &everywhere::MOVING);
/// What holds everywhere.
const EVERYWHERE: Group = Group::app("group-everywhere", &everywhere::COMMANDS);

/// The groups that hold now; of two commands with one key the first is meant.
pub fn active(app: &App) -> Vec<Group> {
    let Some(meeting) = &app.desk.meeting else {
        let commands: &[_] = if app.home.is_empty() { &super::home::FIRST } else { &super::home::COMMANDS };
        return vec![Group::app("group-home", commands), MOVING, EVERYWHERE];
    };
    let mut groups = vec![Group::pane(panes::pane(meeting.room()))];
    groups.extend(common());
    groups
}

/// Every command that holds now.
pub fn entries(app: &App) -> Vec<Entry> {
    active(app).iter().flat_map(Group::commands).collect()
}

/// Runs the command with this name, where it holds now.
pub fn run_named(app: &mut App, name: &str) {
    if let Some(command) = entries(app).into_iter().find(|command| command.name == name) {
        command.run(app);
    }
}
