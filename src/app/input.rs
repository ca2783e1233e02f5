//! Keys, paste and mouse. The top layer comes first; commands after it.

use super::command::Key;
use super::layer::{Layer, Picker};
use super::{App, commands, draw, home, overlay};
use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

/// Takes in one event of the terminal.
pub fn terminal(app: &mut App, event: Event) {
    let blind = draw::is_too_small(app.size);
    match event {
        Event::Key(key) if blind && !leaves(key) => {}
        Event::Paste(_) | Event::Mouse(_) if blind => {}
        Event::Key(key) if key.kind != KeyEventKind::Release => press(app, key),
        Event::Paste(text) => paste(app, &text),
        Event::Mouse(mouse) => click(app, mouse),
        Event::Resize(width, height) => app.size = (width, height),
        _ => {}
    }
}

/// The keys that leave from everywhere.
fn leaves(key: KeyEvent) -> bool {
    Key::Ctrl('c').is(key) || Key::Ctrl('q').is(key)
}

/// One key.
pub fn press(app: &mut App, key: KeyEvent) {
    if Key::Ctrl('c').is(key) {
        // Out of habit, or to be sure: nothing is lost by leaving.
        return commands::leaving::quit(app);
    }
    if Key::Ctrl('l').is(key) {
        // What everybody tries on a screen that is in disorder; beside what it does here.
        app.redraw = true;
    }
    let writes = |layer: &Layer| matches!(layer, Layer::Search(_) | Layer::Trends(_) | Layer::Prompt(_));
    let quits = app.layers.last().is_some_and(writes) && Key::Ctrl('q').is(key);
    if quits || !overlay::press(app, key) {
        command(app, key);
    }
    app.settle_begun(None, false);
}

fn command(app: &mut App, key: KeyEvent) {
    let groups = commands::active(app);
    let found = groups.iter().flat_map(|group| group.commands).find(|command| command.keys.iter().any(|k| k.is(key)));
    if let Some(command) = found {
        return commands::run(app, command);
    }
    match key.code {
        KeyCode::Char(digit @ '0'..='9') if key.modifiers.is_empty() && app.layers.is_empty() => {
            if let Some(meeting) = app.meeting.as_mut() {
                meeting.jump(digit);
            }
        }
        KeyCode::Esc => app.message = None,
        _ => {}
    }
}

/// Pasted text goes into a field, or nowhere: it never runs commands.
fn paste(app: &mut App, text: &str) {
    let over = match app.layers.last_mut() {
        Some(Layer::Prompt(prompt)) => {
            prompt.error = None;
            let over = prompt.editor.paste(text);
            app.keep_words();
            over
        }
        Some(Layer::Picker(Picker { search: Some(search), cursor, .. })) => {
            *cursor = 0;
            search.paste(text)
        }
        Some(Layer::Search(_)) => super::search::paste(app, text),
        Some(
            Layer::Picker(Picker { search: None, .. })
            | Layer::RollCall(_)
            | Layer::Details(_)
            | Layer::Reader(_)
            | Layer::Trends(_),
        )
        | None => 0,
    };
    app.say_left_out(over);
}

fn click(app: &mut App, mouse: MouseEvent) {
    let key = |code| KeyEvent::new(code, KeyModifiers::NONE);
    match mouse.kind {
        MouseEventKind::ScrollDown => press(app, key(KeyCode::Down)),
        MouseEventKind::ScrollUp => press(app, key(KeyCode::Up)),
        MouseEventKind::Down(MouseButton::Left) if matches!(app.layers.last(), Some(Layer::Search(_))) => {
            if let Some(Layer::Search(search)) = app.layers.last() {
                let row = draw::row_at(search, app.size, (mouse.column, mouse.row));
                super::search::click(app, row);
            }
        }
        MouseEventKind::Down(MouseButton::Left) if app.layers.is_empty() => select_at(app, mouse.column, mouse.row),
        _ => {}
    }
}

/// One click selects; a click on what is selected opens it.
fn select_at(app: &mut App, x: u16, y: u16) {
    let Some(meeting) = app.meeting.as_ref() else { return select_at_home(app, (x, y)) };
    let agenda = draw::agenda_area(app.size);
    if agenda.contains((x, y).into()) {
        let tab = draw::tab_at(meeting, agenda, y);
        if let (Some(tab), Some(meeting)) = (tab, app.meeting.as_mut()) {
            meeting.go_to(tab);
        }
        return;
    }
    let Some(sheet) = app.sheet() else { return };
    let selected = app.selected_of(sheet.targets());
    let target = sheet.target_at(draw::pane_area(app.size), selected.as_ref(), meeting.offset, (x, y));
    let Some(target) = target else { return };
    if selected.as_ref() == Some(&target) {
        press(app, KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE));
    } else if let Some(meeting) = app.meeting.as_mut() {
        meeting.select(target);
    }
}

fn select_at_home(app: &mut App, at: (u16, u16)) {
    let area = draw::home_area(app.size);
    let sheet = home::page(app).laid_out(area.width, app.theme);
    let selected = home::selected(app, sheet.targets());
    let target = sheet.target_at(area, selected.as_ref(), app.home.offset, at);
    match target {
        Some(target) if selected.as_ref() == Some(&target) => {
            press(app, KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE));
        }
        Some(target) => app.home.cursor = Some(target),
        None => {}
    }
}
