//! Keys, paste and mouse. The top layer comes first, then the top cover; commands after them.

use super::{App, commands, cover, draw, home};
use crate::desk::command::Key;
use crate::desk::layers;
use crate::desk::{layout, leaving, timing};
use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Rect;

/// Takes in one event of the terminal.
pub fn terminal(app: &mut App, event: Event) {
    let blind = layout::is_too_small(app.desk.size);
    match event {
        Event::Key(key) if blind && !leaves(key) => {}
        Event::Paste(_) | Event::Mouse(_) if blind => {}
        Event::Key(key) if key.kind != KeyEventKind::Release => press(app, key),
        Event::Paste(text) => paste(app, &text),
        Event::Mouse(mouse) => click(app, mouse),
        Event::Resize(width, height) => app.desk.size = (width, height),
        _ => {}
    }
}

/// The keys that leave from everywhere.
fn leaves(key: KeyEvent) -> bool {
    Key::Ctrl('c').is(key) || Key::Ctrl('q').is(key)
}

/// One key.
pub fn press(app: &mut App, key: KeyEvent) {
    if leaves(key) {
        // Whatever lies on top, and out of habit, or to be sure: nothing is lost by leaving. A row that is given in silence is
        // kept nowhere before it is whole, so that is said first.
        if layers::says_what_is_dropped(&mut app.desk) {
            return;
        }
        return leaving::quit(&mut app.desk);
    }
    if Key::Ctrl('l').is(key) {
        // What everybody tries on a screen that is in disorder; beside what it does here.
        app.desk.redraw = true;
    }
    if !over(app, key) {
        // What was said of the key before is not said of this one.
        app.desk.message = None;
        command(app, key);
    }
    app.desk.settle_begun(None, false);
}

/// Gives the key to what lies over home or the meeting; false when it is for neither a layer nor a cover.
fn over(app: &mut App, key: KeyEvent) -> bool {
    match app.desk.layers.is_empty() {
        true => cover::press(app, key),
        false => layers::press(&mut app.desk, key),
    }
}

fn command(app: &mut App, key: KeyEvent) {
    let found = commands::entries(app).into_iter().find(|command| command.keys.iter().any(|known| known.is(key)));
    if let Some(command) = found {
        return command.run(app);
    }
    match key.code {
        KeyCode::Char(digit @ '0'..='9') if key.modifiers.is_empty() && app.desk.layers.is_empty() => {
            if let Some(meeting) = app.desk.meeting.as_mut() {
                meeting.jump(digit);
            }
        }
        KeyCode::Esc => app.desk.message = None,
        _ => {}
    }
}

/// Pasted text goes into a field, or nowhere: it never runs commands.
fn paste(app: &mut App, text: &str) {
    let over = match app.desk.layers.is_empty() {
        true => cover::paste(app, text),
        false => layers::paste(&mut app.desk, text),
    };
    app.desk.say_left_out(over);
}

fn click(app: &mut App, mouse: MouseEvent) {
    let key = |code| KeyEvent::new(code, KeyModifiers::NONE);
    let at = (mouse.column, mouse.row);
    if app.desk.layers.is_empty() && app.top_cover().is_some_and(|cover| cover.table().is_some()) {
        // The room view has nothing to press.
        return;
    }
    match mouse.kind {
        MouseEventKind::ScrollDown => press(app, key(KeyCode::Down)),
        MouseEventKind::ScrollUp => press(app, key(KeyCode::Up)),
        MouseEventKind::Down(MouseButton::Left) if draw::footer_area(app.desk.size).contains(at.into()) => {
            if let Some(key) = draw::key_at(app, draw::footer_area(app.desk.size), at) {
                press(app, key);
            }
        }
        MouseEventKind::Down(MouseButton::Left) if !app.desk.layers.is_empty() => {}
        MouseEventKind::Down(MouseButton::Left) if app.covers.is_empty() => select_at(app, mouse.column, mouse.row),
        MouseEventKind::Down(MouseButton::Left) => cover::click(app, at),
        _ => {}
    }
}

/// One click selects; a click on what is selected opens it.
fn select_at(app: &mut App, x: u16, y: u16) {
    let Some(meeting) = app.desk.meeting.as_ref() else { return select_at_home(app, (x, y)) };
    let size = app.desk.size;
    let on = |area: Rect| area.contains((x, y).into());
    if on(layout::strip_area(size)) || on(layout::side_area(size)) {
        let tab = match on(layout::strip_area(size)) {
            true => timing::tab_at(&app.desk, meeting, size.0, x),
            false => draw::tab_at(&app.desk, meeting, (x, y)),
        };
        if let (Some(tab), Some(meeting)) = (tab, app.desk.meeting.as_mut()) {
            meeting.go_to(tab);
        }
        return;
    }
    let Some(sheet) = app.desk.sheet() else { return };
    let selected = app.desk.selected_of(sheet.targets());
    let target = sheet.target_at(layout::pane_area(app.desk.size), selected.as_ref(), meeting.offset, (x, y));
    let Some(target) = target else { return };
    if selected.as_ref() == Some(&target) {
        press(app, KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE));
    } else if let Some(meeting) = app.desk.meeting.as_mut() {
        meeting.select(target);
    }
}

fn select_at_home(app: &mut App, at: (u16, u16)) {
    let area = home::area(app);
    let sheet = home::page(app).laid_out((area.width, area.height), app.desk.theme);
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
