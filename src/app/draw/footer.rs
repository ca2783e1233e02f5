//! The footer: the keys that are most likely here, and what was said last; under them the keys that hold everywhere.

use crate::app::App;
use crate::app::commands::{self, Entry, Group};
use crate::desk::layout::put;
use crate::desk::meeting::{Meeting, SaveState};
use crate::model::RecordKind;
use crate::widgets::theme::Sign;
use crate::widgets::{Role, width, wrapped};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// A key with its name.
struct Hint {
    key: String,
    name: String,
    /// A bar stands before it.
    apart: bool,
}

/// Keys that are most likely, at most.
const LIKELY: usize = 5;

/// What holds in every pane, in this order: command, and the message with its name where there is little room.
const ALWAYS: [(&str, &str, bool); 9] = [
    ("cmd-decision", "cmd-decision", false),
    ("cmd-disagreement", "foot-disagreement", false),
    ("cmd-action", "cmd-action", false),
    ("cmd-note", "foot-note", false),
    ("cmd-item-done", "foot-item-done", true),
    ("cmd-undo", "foot-undo", true),
    ("cmd-search", "foot-search", true),
    ("cmd-palette", "foot-palette", false),
    ("cmd-help", "cmd-help", false),
];
/// The same at home, where nothing can be recorded.
const AT_HOME: [(&str, &str, bool); 4] = [
    ("cmd-search-all", "foot-search", false),
    ("cmd-palette", "foot-palette", false),
    ("cmd-help", "cmd-help", false),
    ("cmd-leave", "cmd-leave", false),
];

/// Shows it.
pub fn footer(app: &App, area: Rect, buf: &mut Buffer) {
    let theme = app.desk.theme;
    buf.set_style(area, theme.panel());
    let (first, second) = hints(app);
    let under = Rect { y: area.y + 1, height: 1, ..area };
    let area = Rect { height: 1, ..area };
    let Some((text, style)) = said(app) else {
        put(buf, area, &hint_line(app, &first, area.width));
        return put(buf, under, &hint_line(app, &second, area.width));
    };
    // What was said is said in full, at the right of the keys that there is room for; where one line is too short it takes
    // that of the others too.
    let room = usize::from(area.width.saturating_sub(2));
    let text = theme.text(&text);
    if width(&text) <= room {
        let columns = u16::try_from(width(&text)).unwrap_or(area.width) + 2;
        put(buf, area, &hint_line(app, &first, area.width.saturating_sub(columns)));
        let place = Rect { x: area.right() - columns.min(area.width), width: columns.min(area.width), ..area };
        put(buf, place, &Line::styled(format!(" {text}"), style));
        return put(buf, under, &hint_line(app, &second, area.width));
    }
    let lines = wrapped(&[Span::styled(text, style)], room, 0);
    let inside = |area: Rect| Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    if let [one, rest @ ..] = &lines[..] {
        put(buf, inside(area), one);
        let rest: String = rest.iter().map(|line| line.to_string() + " ").collect();
        put(buf, inside(under), &Line::styled(theme.cut(rest.trim_end(), room), style));
    }
}

/// The key press that a click on a hint stands for.
pub fn key_at(app: &App, area: Rect, (x, y): (u16, u16)) -> Option<KeyEvent> {
    let (first, second) = hints(app);
    let line = match y.checked_sub(area.y)? {
        0 if said(app).is_some() => return None,
        0 => first,
        1 => second,
        _ => return None,
    };
    let mut at = 1;
    for hint in line {
        let text = shown(app, &hint);
        let wide = u16::try_from(text.iter().map(|span| width(&span.content)).sum::<usize>()).unwrap_or(u16::MAX);
        let end = wide.saturating_add(at);
        if end > area.width {
            return None;
        }
        if (at..end).contains(&x) {
            return pressed(&hint.key);
        }
        at = end;
    }
    None
}

/// From a key as it is written to the key as it is pressed.
fn pressed(label: &str) -> Option<KeyEvent> {
    let plain = |code| Some(KeyEvent::new(code, KeyModifiers::NONE));
    let mut signs = label.chars();
    match (signs.next(), signs.next()) {
        (Some(sign), None) => plain(KeyCode::Char(sign)),
        _ => match label {
            "Enter" => plain(KeyCode::Enter),
            "Esc" => plain(KeyCode::Esc),
            "Tab" => plain(KeyCode::Tab),
            "Space" => plain(KeyCode::Char(' ')),
            "Backspace" => plain(KeyCode::Backspace),
            "PgDn" => plain(KeyCode::PageDown),
            "PgUp" => plain(KeyCode::PageUp),
            "F5" => plain(KeyCode::F(5)),
            _ => {
                let letter = label.strip_prefix("Ctrl-")?.chars().next()?;
                Some(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL))
            }
        },
    }
}

/// Something that was put on record is not on disk.
pub fn is_failing(app: &App) -> bool {
    app.desk.meeting.as_ref().is_some_and(|meeting| failure(app, meeting).is_some())
}

/// What has to be said: that something is not on record, what was said last, or that other versions wait.
fn said(app: &App) -> Option<(String, Style)> {
    let theme = app.desk.theme;
    if let Some(error) = app.desk.meeting.as_ref().and_then(|meeting| failure(app, meeting)) {
        return Some((error, theme.bad()));
    }
    if let Some(message) = &app.desk.message {
        let done = theme.good().patch(theme.strong());
        return Some(match app.desk.is_done {
            true => (format!("{} {message}", theme.sign(Sign::Done)), done),
            false => (message.clone(), theme.strong()),
        });
    }
    let copies = app.desk.meeting.as_ref().map_or(0, Meeting::copies_to_settle);
    (copies > 0).then(|| (app.desk.with("copies-beside", &[("count", copies.into())]), theme.warn()))
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

fn shown(app: &App, hint: &Hint) -> Vec<Span<'static>> {
    let theme = app.desk.theme;
    let bar = hint.apart.then(|| Span::styled(if theme.ascii { "| " } else { "│ " }, theme.mark(Role::Line)));
    let key = Span::styled(hint.key.clone(), theme.key());
    bar.into_iter().chain([key, Span::raw(format!(" {} ", theme.text(&hint.name)))]).collect()
}

/// As many keys with their names as fit.
fn hint_line(app: &App, hints: &[Hint], columns: u16) -> Line<'static> {
    let mut spans = vec![Span::raw(" ")];
    let mut used = 1;
    for hint in hints {
        let more = shown(app, hint);
        used += more.iter().map(|span| width(&span.content)).sum::<usize>();
        if used > usize::from(columns) {
            break;
        }
        spans.extend(more);
    }
    Line::from(spans)
}

/// Two lines of keys: those that are most likely here, and those that hold everywhere.
fn hints(app: &App) -> (Vec<Hint>, Vec<Hint>) {
    if !app.desk.layers.is_empty() || app.top_cover().is_some() {
        return (Vec::new(), over_hints(app));
    }
    let groups = commands::active(app);
    let all: Vec<Entry> = groups.iter().flat_map(Group::commands).collect();
    let hint = |command: &Entry| Hint {
        key: command.label().unwrap_or_default(),
        name: app.desk.t(command.name),
        apart: false,
    };
    let fixed = if app.desk.meeting.is_some() { &ALWAYS[..] } else { &AT_HOME[..] };
    let second = fixed.iter().filter_map(|(name, short, apart)| {
        let command = all.iter().find(|command| command.name == *name && command.is_of_use(app))?;
        Some(Hint { name: app.desk.t(short), apart: *apart, ..hint(command) })
    });
    let moving = ["cmd-down", "cmd-up", "cmd-page-down", "cmd-page-up"];
    let is_likely = |command: &Entry| {
        command.is_of_use(app)
            && !command.keys.is_empty()
            && !moving.contains(&command.name)
            && !fixed.iter().any(|(name, ..)| *name == command.name)
    };
    let of_use = |name: &str| all.iter().find(|command| command.name == name && command.is_of_use(app));
    let mut first: Vec<Hint> = of_use("cmd-open").iter().map(|command| hint(command)).collect();
    let own: Vec<Entry> = groups.first().map(Group::commands).unwrap_or_default();
    // A meeting that still has to begin, an item whose clock waits: that comes before anything else.
    let begin = ["cmd-start-meeting", "cmd-reopen"].into_iter().find_map(of_use);
    first.extend(begin.filter(|_| app.desk.is_still()).map(hint));
    first.extend(own.iter().filter(|command| is_likely(command)).map(hint));
    let agenda = groups.iter().filter(|group| group.heading == "group-agenda").flat_map(Group::commands);
    first.extend(agenda.filter(is_likely).map(|command| hint(&command)));
    first.truncate(LIKELY);
    (first, second.collect())
}

/// The keys that are most likely on what is on the screen, with what they do.
pub fn first_keys(app: &App) -> Vec<(String, String)> {
    let (first, second) = hints(app);
    let keys = if first.is_empty() { second } else { first };
    keys.into_iter().map(|hint| (hint.key, hint.name)).collect()
}

/// The keys of the layer on top, else of the cover.
fn over_hints(app: &App) -> Vec<Hint> {
    let pairs = match app.desk.layers.last() {
        Some(layer) => layer.hints(),
        None => app.top_cover().map(|cover| cover.hints().to_vec()),
    };
    let Some(pairs) = pairs else { return details_hints(app) };
    let hint = |(key, name): &(&str, &str)| Hint { key: (*key).to_owned(), name: app.desk.t(name), apart: false };
    pairs.iter().map(hint).collect()
}

/// In details: editing, and what the kind of record asks for, by the names and keys of the commands themselves.
fn details_hints(app: &App) -> Vec<Hint> {
    let plain = |key: &str, name: &str| Hint { key: key.to_owned(), name: app.desk.t(name), apart: false };
    let mut hints = vec![plain("Esc", "hint-close")];
    if app.desk.may_write() {
        hints.insert(0, plain("Enter", "hint-edit"));
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
    hints.extend(found.map(|command| plain(&command.label().unwrap_or_default(), command.name)));
    hints
}
