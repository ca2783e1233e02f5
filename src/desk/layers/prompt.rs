//! A question with a text field: its keys, its words that are kept while they are typed, and how it looks.

use super::{Hint, Layer, boxed, stack};
use crate::desk::Desk;
use crate::desk::command::Key;
use crate::desk::field::Field;
use crate::desk::meeting::Meeting;
use crate::widgets::{Editor, wrapped};
use chrono::NaiveDateTime;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;
use std::rc::Rc;

/// The key that throws away what was offered, so that the field is as if nobody had typed in it.
const THROW_AWAY: Key = Key::Ctrl('g');

/// What happens with an answer; an `Err` is shown and the question stays.
pub type Submit = Rc<dyn Fn(&mut Desk, &str) -> Result<(), String>>;

/// A text field with a question.
pub struct Prompt {
    /// Which field it is, so that its words are kept; none where nothing is to be kept.
    pub field: Option<Field>,
    /// The question.
    pub title: String,
    /// How to answer.
    pub hint: String,
    /// The field.
    pub editor: Editor,
    /// What stands in it before anybody types.
    pub start: String,
    /// What stood in it when its words were kept last.
    pub known: String,
    /// The draft that its words are, once there are any.
    pub id: Option<String>,
    /// Its words are a draft that was offered.
    pub offered: Option<Offered>,
    /// Why the last answer was not accepted.
    pub error: Option<String>,
    /// How the program understands what stands there now.
    pub echo: Option<fn(&Desk, &str) -> String>,
    /// Its answer was taken, and the group is asked whether it goes on in spite of something.
    pub waits: bool,
    /// What happens with the answer.
    pub submit: Submit,
}

/// A draft that was offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offered {
    /// When it was typed.
    pub at: NaiveDateTime,
}

impl Prompt {
    /// The first letter typed takes the place of what stands there, unless somebody typed that.
    pub fn replace_on_typing(&mut self) {
        if self.offered.is_none() {
            self.editor.replace_on_typing();
        }
    }

    /// The keys that matter here.
    pub(super) fn hints(&self) -> Vec<Hint> {
        let mut hints = vec![("Enter", "hint-save")];
        hints.extend(self.editor.has_lines().then_some(("Alt-Enter", "hint-new-line")));
        // Words in it stay as a draft.
        hints.push(("Esc", if self.id.is_some() { "hint-leave-draft" } else { "hint-cancel" }));
        hints
    }
}

pub(super) fn press(desk: &mut Desk, key: KeyEvent) {
    let Some(Layer::Prompt(prompt)) = desk.layers.last_mut() else { return };
    prompt.waits = false;
    let new_line = key.modifiers.intersects(KeyModifiers::ALT | KeyModifiers::SHIFT);
    let over = match key.code {
        KeyCode::Esc => {
            if let Some(Layer::Prompt(prompt)) = desk.layers.pop() {
                desk.left_words(&prompt);
            }
            return;
        }
        _ if THROW_AWAY.is(key) => return desk.throw_words_away(),
        KeyCode::Enter if new_line && prompt.editor.has_lines() => {
            let over = prompt.editor.newline();
            desk.keep_words();
            over
        }
        KeyCode::Enter => return submit(desk),
        _ => {
            prompt.error = None;
            let over = prompt.editor.key(key);
            desk.keep_words();
            over
        }
    };
    desk.say_left_out(over);
}

/// Pasted text; gives how much of it found no room.
pub(super) fn paste(desk: &mut Desk, text: &str) -> usize {
    let Some(Layer::Prompt(prompt)) = desk.layers.last_mut() else { return 0 };
    prompt.error = None;
    let over = prompt.editor.paste(text);
    desk.keep_words();
    over
}

/// The question goes away, and comes back with the reason when its answer is not accepted. While the group is asked
/// whether it goes on in spite of something it waits under that.
fn submit(desk: &mut Desk) {
    let Some(depth) = desk.layers.len().checked_sub(1) else { return };
    let ticket = desk.meeting.as_ref().map(Meeting::ticket);
    let Some(Layer::Prompt(prompt)) = desk.layers.pop() else { return };
    let text = prompt.editor.text();
    let then = Rc::clone(&prompt.submit);
    desk.asks_to_go_on = false;
    let again = match then(desk, &text) {
        Err(why) => Prompt { error: Some(why), ..prompt },
        Ok(()) if std::mem::take(&mut desk.asks_to_go_on) => Prompt { waits: true, ..prompt },
        Ok(()) => return desk.entered_words(&prompt, ticket, depth),
    };
    desk.layers.insert(depth.min(desk.layers.len()), Layer::Prompt(again));
}

/// The group goes on: the answer that waited for it is given again. False when none waits.
pub fn submit_again(desk: &mut Desk) -> bool {
    let waits = matches!(desk.layers.last(), Some(Layer::Prompt(prompt)) if prompt.waits);
    if waits {
        submit(desk);
    }
    waits
}

/// Rows of a field that may hold more lines, at least.
const LINES: u16 = 4;

/// Shows it: as large as what it asks, what was typed, and what the program makes of it.
pub(super) fn draw(desk: &Desk, prompt: &Prompt, area: Rect, buf: &mut Buffer) {
    let theme = desk.theme;
    let columns = area.width.saturating_sub(4).min(100);
    let inside = columns.saturating_sub(4);
    let offered = prompt.offered.map(|offered| {
        let args = [("when", desk.draft_moment(offered.at).into()), ("key", THROW_AWAY.label().into())];
        (desk.with("draft-offered", &args), theme.warn())
    });
    let said = match (&prompt.error, prompt.echo) {
        (Some(error), _) => Some((error.clone(), theme.bad())),
        (None, Some(echo)) => Some((echo(desk, &prompt.editor.text()), theme.good())),
        (None, None) => None,
    };
    let above: Vec<(String, Style)> =
        [(prompt.hint.clone(), theme.dim())].into_iter().chain(offered).filter(|(text, _)| !text.is_empty()).collect();
    let rows_of = |text: &str| lines_of(desk, text, inside);
    let above_rows: u16 = above.iter().map(|(text, _)| rows_of(text)).sum();
    // Room for what is made of it is kept while it is typed, so that the dialog does not jump.
    let said_rows = said.as_ref().map_or(0, |(text, _)| rows_of(text).clamp(1, 3));
    let least = if prompt.editor.has_lines() { LINES } else { 1 };
    let most = area.height.saturating_sub(above_rows + said_rows + 4).max(1);
    let field_rows = prompt.editor.rows(inside.saturating_sub(2)).clamp(least.min(most), most);
    let rows = above_rows + field_rows + said_rows + 4 + u16::from(said_rows > 0);
    let mut rest = boxed(desk, &prompt.title, columns, rows, area, buf);
    for (text, style) in &above {
        rest = stack(desk, text, *style, rest, buf);
    }
    rest = below(rest, 1);
    let field = Rect { height: field_rows.min(rest.height), ..rest };
    buf.set_style(field, theme.base());
    prompt.editor.render(Rect { x: field.x + 1, width: field.width.saturating_sub(2), ..field }, buf, theme);
    if let Some((text, style)) = said {
        stack(desk, &text, style, below(rest, field.height + 1), buf);
    }
}

/// Lines that a text takes.
fn lines_of(desk: &Desk, text: &str, columns: u16) -> u16 {
    let lines = wrapped(&[Span::raw(desk.theme.text(text))], columns.into(), 0).len();
    u16::try_from(lines).unwrap_or(u16::MAX)
}

/// What is left under so many rows.
fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}
