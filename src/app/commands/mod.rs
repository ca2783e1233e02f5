//! The tables of commands, and which of them hold now.

pub mod agenda;
pub mod conflicts;
mod everywhere;
mod history;
pub mod leaving;
pub mod membership;
pub mod pulse;
pub mod records;
pub mod signals;
pub mod versions;

use super::App;
use super::command::{Command, Needs};
use crate::panes;

/// A group of commands, under one heading in help and README.
pub struct Group {
    /// The message with the heading.
    pub heading: &'static str,
    /// The commands.
    pub commands: &'static [Command],
}

/// Commands that hold in every pane: the meeting's and the program's.
pub fn common() -> [Group; 3] {
    [
        Group { heading: "group-records", commands: &records::COMMANDS },
        Group { heading: "group-agenda", commands: &agenda::COMMANDS },
        Group { heading: "group-everywhere", commands: &everywhere::COMMANDS },
    ]
}

/// The groups that hold now; of two commands with one key the first is meant.
pub fn active(app: &App) -> Vec<Group> {
    let Some(meeting) = &app.meeting else {
        let commands: &[_] = if app.home.is_empty() { &super::home::FIRST } else { &super::home::COMMANDS };
        let home = Group { heading: "group-home", commands };
        return vec![home, Group { heading: "group-everywhere", commands: &everywhere::COMMANDS }];
    };
    let pane = panes::pane(meeting.room());
    let mut groups = vec![Group { heading: pane.heading, commands: pane.commands }];
    groups.extend(common());
    groups
}

/// Whether a command can do something now.
pub fn is_of_use(app: &App, command: &Command) -> bool {
    match command.needs {
        Needs::Nothing => true,
        Needs::Meeting => app.meeting.is_some(),
        Needs::OneOfSeveral => app.home.several() && !app.home.over_chains,
        Needs::OneChain => !app.home.over_chains,
        Needs::WayBack => app.has_way_back(),
        Needs::Changed => app.may_write() || app.meeting.as_ref().is_some_and(|meeting| meeting.steps() > 0),
        Needs::Writing => app.may_write(),
    }
}

/// Runs the command with this name, where it holds now.
pub fn run_named(app: &mut App, name: &str) {
    let groups = active(app);
    if let Some(command) = groups.iter().flat_map(|group| group.commands).find(|command| command.name == name) {
        run(app, command);
    }
}

/// Runs a command, or says why it can't.
pub fn run(app: &mut App, command: &Command) {
    if is_of_use(app, command) {
        (command.run)(app);
    } else if app.meeting.is_some() && command.needs == Needs::Writing {
        let why = app.why_read_only();
        app.say(why);
    }
}
