//! A text field over ratatui-textarea: cleaned input that stays within its limit, whole clusters, one line or many. It
//! holds what was typed as it was typed, and shows it by the one door that everything goes through.

use super::theme::Theme;
use super::wrap::wrapped;
use crate::text::{Limit, PASTE, clean, head_of, stored, visible};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;
use ratatui::widgets::Widget;
use ratatui_textarea::{CursorMove, TextArea, WrapMode};
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;

/// Around the cursor so many characters of a line are shown where some of them can't be shown as they are.
const NEAR: usize = 2048;

/// A text field.
pub struct Editor {
    area: TextArea<'static>,
    limit: Limit,
    replaces: bool,
}

impl Editor {
    /// A field that starts with `text`; with `lines` it may hold line ends.
    pub fn new(text: &str, lines: bool) -> Self {
        Self::within(text, if lines { Limit::Lines } else { Limit::Line })
    }

    /// An empty field for a question.
    pub fn search() -> Self {
        Self::within("", Limit::Search)
    }

    fn within(text: &str, limit: Limit) -> Self {
        let text = stored(text, true);
        let mut area = area(text.split('\n').map(str::to_owned).collect());
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self { area, limit, replaces: false }
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
        self.area.insert_str(clean(text, self.has_lines()));
    }

    /// What stands in it now, clean.
    pub fn text(&self) -> String {
        clean(&self.area.lines().join("\n"), self.has_lines())
    }

    /// Nothing stands behind the cursor, and no space before it: what is typed now goes on with the last word.
    pub fn is_at_end(&self) -> bool {
        let cursor = self.area.cursor();
        let line = self.area.lines().get(cursor.0).map(String::as_str).unwrap_or_default();
        cursor.1 == line.chars().count() && !line.ends_with(' ')
    }

    /// Pasted text, as much of it as there is room for; a line end becomes a space where the field has one line. Gives how
    /// many characters are left out: what stood in the field stays.
    pub fn paste(&mut self, text: &str) -> usize {
        let (text, beyond) = head_of(text, PASTE);
        let text = clean(text, self.has_lines());
        let (taken, over) = head_of(&text, self.room());
        self.area.insert_str(taken);
        over + beyond
    }

    /// Bytes that may still come in.
    fn room(&self) -> usize {
        self.limit.bytes().saturating_sub(self.bytes())
    }

    fn bytes(&self) -> usize {
        let lines = self.area.lines();
        lines.iter().map(String::len).sum::<usize>() + lines.len() - 1
    }

    /// Whether it may hold line ends.
    pub fn has_lines(&self) -> bool {
        match self.limit {
            Limit::Search | Limit::Line => false,
            Limit::Lines => true,
        }
    }

    /// A key that is not Enter or Esc. Gives how many characters found no room.
    pub fn key(&mut self, key: KeyEvent) -> usize {
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
            _ => return self.grow(|area| area.input(key)),
        }
        0
    }

    /// A new line, where the field has lines. Gives whether there was no room for it, as a count.
    pub fn newline(&mut self) -> usize {
        if !self.has_lines() {
            return 0;
        }
        self.grow(|area| {
            area.insert_newline();
            true
        })
    }

    /// Does it, and takes it back where the field would hold more than it may and more than it did.
    fn grow(&mut self, how: impl FnOnce(&mut TextArea<'static>) -> bool) -> usize {
        let before = self.bytes();
        let changed = how(&mut self.area);
        let after = self.bytes();
        if !changed || after <= before || after <= self.limit.bytes() {
            return 0;
        }
        let signs = |area: &TextArea<'_>| area.lines().iter().map(|line| line.chars().count() + 1).sum::<usize>();
        let with = signs(&self.area);
        self.area.undo();
        with.saturating_sub(signs(&self.area))
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

    /// Rows that all of it takes in so many columns, with room for the cursor after the last word.
    pub fn rows(&self, columns: u16) -> u16 {
        let rows = |line: &String| wrapped(&[Span::raw(format!("{line} "))], columns.into(), 0).len();
        let rows: usize = self.area.lines().iter().take(usize::from(u8::MAX)).map(rows).sum();
        u16::try_from(rows).unwrap_or(u16::MAX)
    }

    /// Shows the field.
    pub fn render(&self, area: Rect, buf: &mut Buffer, theme: Theme) {
        let is_plain = |line: &String| matches!(visible(line), Cow::Borrowed(_)) && (!theme.ascii || line.is_ascii());
        if self.area.lines().iter().all(is_plain) {
            return (&self.area).render(area, buf);
        }
        self.shown(theme).render(area, buf);
        // Up and down go by the lines as they were drawn last, and the field learns from drawing how wide it is.
        (&self.area).render(area, &mut Buffer::empty(area));
    }

    /// The field as it may be shown: a picture of it, with the cursor and what is selected in the same places.
    fn shown(&self, theme: Theme) -> TextArea<'static> {
        let cursor = self.area.cursor();
        // Far from the cursor nothing is seen of a long line; a step of `NEAR` keeps the rest still while somebody types.
        let first = (cursor.1 / NEAR).saturating_sub(1) * NEAR;
        let part = |row: usize, from: usize, to: usize| -> String {
            let line = self.area.lines().get(row).map(String::as_str).unwrap_or_default();
            let part: String = line.chars().skip(from).take(to.saturating_sub(from)).collect();
            theme.text(&part)
        };
        let begin = |row: usize| if row == cursor.0 { first } else { 0 };
        let lines = (0..self.area.lines().len()).map(|row| part(row, begin(row), begin(row) + 3 * NEAR));
        let mut shown = area(lines.collect());
        let place = |(row, column): (usize, usize)| {
            let column = part(row, begin(row), column).chars().count();
            let number = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
            CursorMove::Jump(number(row), number(column))
        };
        if let Some((start, end)) = self.area.selection_range() {
            let other = if end == (cursor.0, cursor.1) { start } else { end };
            shown.move_cursor(place(other));
            shown.start_selection();
        }
        shown.move_cursor(place((cursor.0, cursor.1)));
        shown
    }
}

fn area(lines: Vec<String>) -> TextArea<'static> {
    let mut area = TextArea::new(lines);
    area.set_wrap_mode(WrapMode::WordOrGlyph);
    area.set_cursor_line_style(Style::new());
    area
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::is_hidden;

    fn typed(editor: &mut Editor, text: &str) -> usize {
        text.chars().map(|sign| editor.key(KeyEvent::new(KeyCode::Char(sign), KeyModifiers::NONE))).sum()
    }

    fn screen(editor: &Editor) -> String {
        let area = Rect::new(0, 0, 60, 4);
        let mut buf = Buffer::empty(area);
        editor.render(area, &mut buf, Theme::FULL);
        buf.content().iter().map(ratatui::buffer::Cell::symbol).collect()
    }

    #[test]
    fn what_is_typed_stays_as_typed_and_is_shown_in_signs_that_can_be_seen() {
        let hostile = format!("a\u{202e}b\u{2028}\u{e0041}c{}", "\u{301}".repeat(200));
        let mut editor = Editor::new("", false);
        assert_eq!(editor.paste(&hostile), 0);
        typed(&mut editor, "\u{2029}!");
        assert_eq!(editor.text(), format!("{hostile}\u{2029}!"));
        let shown = screen(&editor);
        assert!(!shown.contains(is_hidden), "{shown:?}");
        assert!(shown.contains("a<U+202E>b<U+2028><U+E0041>c") && shown.contains("<U+2029>! "), "{shown:?}");
        assert!(shown.matches('\u{301}').count() <= 8);
        // What stands on record is changed by nothing but a person.
        assert_eq!(Editor::new(&hostile, false).text(), hostile);
    }

    #[test]
    fn a_full_field_keeps_what_it_has_and_says_what_it_left_out() {
        for (mut editor, bytes) in
            [(Editor::search(), 256), (Editor::new("", false), 16 * 1024), (Editor::new("", true), 64 * 1024)]
        {
            assert_eq!(editor.paste(&"é".repeat(bytes / 2 - 2)), 0);
            assert_eq!(editor.paste("abcdef"), 2);
            assert_eq!(typed(&mut editor, "xy"), 2);
            let full = "é".repeat(bytes / 2 - 2) + "abcd";
            assert_eq!((editor.text().len(), editor.text()), (bytes, full));
            editor.key(KeyEvent::new(KeyCode::Backspace, KeyModifiers::NONE));
            assert_eq!(typed(&mut editor, "z"), 0);
            assert!(editor.text().ends_with("abcz"));
        }
        let mut editor = Editor::new("begin ", true);
        assert_eq!(editor.paste(&"y".repeat(100_000)), 100_000 - 64 * 1024 + 6);
        assert!(editor.text().starts_with("begin y"));
        assert_eq!(editor.newline(), 1);
    }

    #[test]
    fn a_field_that_holds_too_much_already_can_be_made_shorter() {
        let mut editor = Editor::new(&"x".repeat(20_000), false);
        assert_eq!(typed(&mut editor, "y"), 1);
        editor.key(KeyEvent::new(KeyCode::Backspace, KeyModifiers::NONE));
        assert_eq!(editor.text().len(), 19_999);
    }
}
