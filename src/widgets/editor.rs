//! A text field over ratatui-textarea: cleaned input, whole clusters, one line or many.

use super::theme::Theme;
use crate::text::{clean, visible};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;
use ratatui_textarea::{CursorMove, TextArea, WrapMode};
use unicode_segmentation::UnicodeSegmentation;

/// A text field.
pub struct Editor {
    area: TextArea<'static>,
    lines: bool,
    replaces: bool,
}

impl Editor {
    /// A field that starts with `text`; with `lines` it may hold line ends.
    pub fn new(text: &str, lines: bool) -> Self {
        let mut area = TextArea::new(text.split('\n').map(visible).collect());
        area.set_wrap_mode(WrapMode::WordOrGlyph);
        area.set_cursor_line_style(Style::new());
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self { area, lines, replaces: false }
    }

    /// The first letter typed takes the place of what stands there: for dates and numbers.
    pub fn replace_on_typing(&mut self) {
        self.replaces = true;
    }

    /// Other text in the place of what stands there; undo in the field brings that back.
    pub fn replace(&mut self, text: &str) {
        self.replaces = false;
        self.area.select_all();
        self.area.cut();
        self.area.insert_str(clean(text, self.lines));
    }

    /// What stands in it now, clean.
    pub fn text(&self) -> String {
        clean(&self.area.lines().join("\n"), self.lines)
    }

    /// Nothing stands behind the cursor, and no space before it: what is typed now goes on with the last word.
    pub fn is_at_end(&self) -> bool {
        let cursor = self.area.cursor();
        let line = self.area.lines().get(cursor.0).map(String::as_str).unwrap_or_default();
        cursor.1 == line.chars().count() && !line.ends_with(' ')
    }

    /// Pasted text; a line end becomes a space where the field has one line.
    pub fn paste(&mut self, text: &str) {
        self.area.insert_str(clean(text, self.lines));
    }

    /// Whether it may hold line ends.
    pub fn has_lines(&self) -> bool {
        self.lines
    }

    /// A key that is not Enter or Esc.
    pub fn key(&mut self, key: KeyEvent) {
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        if std::mem::take(&mut self.replaces) && !control && matches!(key.code, KeyCode::Char(_)) {
            self.area.clear();
        }
        match key.code {
            KeyCode::Enter | KeyCode::Esc | KeyCode::Tab | KeyCode::BackTab => {}
            KeyCode::Char('u') if control => {
                self.area.undo();
            }
            KeyCode::Char('r') if control => {
                self.area.redo();
            }
            KeyCode::Backspace if !control => self.backspace(),
            KeyCode::Char(c) if !control && c.is_control() => {}
            _ => {
                self.area.input(key);
            }
        }
    }

    /// A new line, where the field has lines.
    pub fn newline(&mut self) {
        if self.lines {
            self.area.insert_newline();
        }
    }

    /// The editor works by `char`; a person deletes what looks like one character.
    fn backspace(&mut self) {
        let cursor = self.area.cursor();
        let before: String = self.area.lines()[cursor.0].chars().take(cursor.1).collect();
        let last = before.graphemes(true).next_back().map_or(1, |cluster| cluster.chars().count());
        for _ in 0..last {
            self.area.delete_char();
        }
    }

    /// Shows the field.
    pub fn render(&self, area: Rect, buf: &mut Buffer, _theme: Theme) {
        (&self.area).render(area, buf);
    }
}
