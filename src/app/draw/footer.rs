//! The footer: what was said last, and the keys that hold now.

use crate::app::App;
use crate::app::commands::{self, Entry, Group};
use crate::desk::layout::put;
use crate::desk::meeting::{Meeting, SaveState};
use crate::model::RecordKind;
use crate::widgets::{width, wrapped};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// What was said last, else the state of the disk; under it the keys that hold now.
pub fn footer(app: &App, area: Rect, buf: &mut Buffer) {
    let theme = app.desk.theme;
    let failed = app.desk.meeting.as_ref().and_then(|meeting| failure(app, meeting));
    let copies = app.desk.meeting.as_ref().map_or(0, Meeting::copies_to_settle);
    let aside = (copies > 0).then(|| app.desk.with("copies-beside", &[("count", copies.into())]));
    let (text, style) = match (failed, &app.desk.message, aside) {
        (Some(error), _, _) => (error, theme.bad()),
        (None, Some(message), _) => (message.clone(), theme.warn()),
        (None, None, Some(aside)) => (aside, theme.warn()),
        (None, None, None) => (String::new(), Style::new()),
    };
    let (first, second) = hints(app);
    let under = Rect { y: area.y + 1, ..area };
    if text.is_empty() {
        put(buf, area, &hint_line(app, first, area.width));
        return put(buf, under, &hint_line(app, second, area.width));
    }
    // What was said is said in full: where one line is too short it takes that of the keys too.
    let room = usize::from(area.width.saturating_sub(2));
    let lines = wrapped(&[Span::styled(theme.text(&text), style)], room, 0);
    let inside = |area: Rect| Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    match &lines[..] {
        [one] => {
            put(buf, inside(area), one);
            put(buf, under, &hint_line(app, second, area.width));
        }
        [one, rest @ ..] => {
            put(buf, inside(area), one);
            let rest: String = rest.iter().map(|line| line.to_string() + " ").collect();
            put(buf, inside(under), &Line::styled(theme.cut(rest.trim_end(), room), style));
        }
        [] => {}
    }
}

/// Why something is not on record, and where it is meanwhile.
fn failure(app: &App, meeting: &Meeting) -> Option<String> {
    match &meeting.save_state {
        SaveState::Failed(failed) => {
            let id = if failed.rescued.is_ok() { "save-failed-kept" } else { "save-failed-lost" };
            Some(app.desk.with(id, &[("why", app.desk.trouble(&failed.error).into())]))
        }
        SaveState::Untouched | SaveState::Saving | SaveState::Recorded(_) => {
            meeting.disk_trouble.as_ref().map(|error| app.desk.trouble(error))
        }
    }
}

/// As many keys with their names as fit.
fn hint_line(app: &App, hints: Hints, columns: u16) -> Line<'static> {
    let mut spans = vec![Span::raw(" ")];
    let mut used = 1;
    for (key, name) in hints {
        let name = app.desk.theme.text(&name);
        let wanted = width(&key) + width(&name) + 3;
        if used + wanted > usize::from(columns) {
            break;
        }
        used += wanted;
        spans.push(Span::styled(key, app.desk.theme.key()));
        spans.push(Span::styled(format!(" {name}  "), app.desk.theme.dim()));
    }
    Line::from(spans)
}

/// Keys with their names.
type Hints = Vec<(String, String)>;

/// Two lines of keys: those of the pane with those of the agenda, and help with those that hold everywhere.
fn hints(app: &App) -> (Hints, Hints) {
    if !app.desk.layers.is_empty() || app.top_cover().is_some() {
        return (Vec::new(), over_hints(app));
    }
    let moving = ["cmd-down", "cmd-up", "cmd-page-down", "cmd-page-up"];
    let hint = |command: Entry| (command.label().unwrap_or_default(), app.desk.t(command.name));
    let of_group = |group: &Group| -> Hints {
        let shown = |command: &Entry| {
            command.is_of_use(app)
                && !command.keys.is_empty()
                && !moving.contains(&command.name)
                && command.name != "cmd-help"
        };
        group.commands().into_iter().filter(shown).map(hint).collect()
    };
    let groups = commands::active(app);
    let help = groups.iter().flat_map(Group::commands).find(|command| command.name == "cmd-help").map(hint);
    let named =
        |heading: &str| groups.iter().filter(|group| group.heading == heading).flat_map(of_group).collect::<Vec<_>>();
    let (records, agenda, everywhere) = (named("group-records"), named("group-agenda"), named("group-everywhere"));
    let pane: Vec<_> = groups.first().map(of_group).unwrap_or_default();
    // Four ways to put something on record come before all else, then help.
    let (record, more) = records.split_at(records.len().min(4));
    let first = pane.into_iter().chain(agenda).collect();
    let second = help.into_iter().chain(record.to_vec()).chain(everywhere).chain(more.to_vec()).collect();
    (first, second)
}

/// The keys of the layer on top, else of the cover.
fn over_hints(app: &App) -> Hints {
    let pairs = match app.desk.layers.last() {
        Some(layer) => layer.hints(),
        None => app.top_cover().map(|cover| cover.hints().to_vec()),
    };
    let Some(pairs) = pairs else { return details_hints(app) };
    pairs.iter().map(|(key, name)| ((*key).to_owned(), app.desk.t(name))).collect()
}

/// In details: editing, and what the kind of record asks for, by the names and keys of the commands themselves.
fn details_hints(app: &App) -> Hints {
    let mut hints = vec![("Esc".to_owned(), app.desk.t("hint-close"))];
    if app.desk.may_write() {
        hints.insert(0, ("Enter".to_owned(), app.desk.t("hint-edit")));
    }
    let wanted: &[&str] = match app.desk.selected_record().and_then(|id| id.kind()) {
        Some(RecordKind::Decision) => &["cmd-positions", "cmd-action", "cmd-disagreement", "cmd-undo", "cmd-help"],
        Some(RecordKind::Action) => &["cmd-finished", "cmd-postpone", "cmd-undo", "cmd-help"],
        Some(RecordKind::Note) => &["cmd-to-decision", "cmd-to-action", "cmd-to-disagreement", "cmd-undo", "cmd-help"],
        Some(RecordKind::Difference | RecordKind::Story | RecordKind::Escalation) | None => &["cmd-undo", "cmd-help"],
    };
    let all = commands::entries(app);
    let found = wanted.iter().filter_map(|name| all.iter().find(|command| command.name == *name));
    let found = found.filter(|command| command.is_of_use(app));
    hints.extend(found.map(|command| (command.label().unwrap_or_default(), app.desk.t(command.name))));
    hints
}
