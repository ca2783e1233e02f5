//! A page: rows of text, some of which can be selected. Panes make pages, and a sheet shows them.

use super::picture::Picture;
use super::sheet::Sheet;
use super::theme::Theme;
use super::wrap::wrapped;
use crate::text::visible;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use std::borrow::Cow;

/// One row: wrapped text, or lines that stand as they are.
#[derive(Debug, Clone)]
pub struct Row<T> {
    pub(super) content: Content,
    /// What is selected with the row; none for rows that are only read.
    pub target: Option<T>,
}

#[derive(Debug, Clone)]
pub(super) enum Content {
    Text { spans: Vec<Span<'static>>, hang: usize },
    Picture(Vec<Line<'static>>),
    Pixels(Picture),
}

/// Rows from top to bottom; on a wide screen `side` stands to the right of `main`, else under it.
#[derive(Debug, Clone)]
pub struct Page<T> {
    /// The rows that come first.
    pub main: Vec<Row<T>>,
    /// Rows that may stand beside them.
    pub side: Vec<Row<T>>,
}

/// Below this width the side stands under the main rows.
pub(super) const WIDE: u16 = 90;
/// Columns of the side.
const SIDE_SHARE: (u16, u16) = (46, 100);

/// Columns of the side on an area of this width.
pub(super) fn side_width(width: u16) -> u16 {
    width * SIDE_SHARE.0 / SIDE_SHARE.1
}

/// Columns for text that stands aside on an area of this width.
pub fn side_columns(width: u16) -> usize {
    let columns = if width < WIDE { width } else { side_width(width) };
    columns.saturating_sub(3).into()
}

impl<T> Default for Page<T> {
    fn default() -> Self {
        Self { main: Vec::new(), side: Vec::new() }
    }
}

impl<T: Clone + PartialEq> Page<T> {
    /// A row of plain or styled pieces.
    pub fn push(&mut self, target: Option<T>, spans: Vec<Span<'static>>, hang: usize) {
        self.main.push(Row { content: Content::Text { spans, hang }, target });
    }

    /// Text to be read.
    pub fn text(&mut self, text: impl Into<String>) {
        self.push(None, vec![Span::raw(text.into())], 0);
    }

    /// Text in a style.
    pub fn styled(&mut self, text: impl Into<String>, style: Style) {
        self.push(None, vec![Span::styled(text.into(), style)], 2);
    }

    /// A heading, with a blank line above it unless it is the first.
    pub fn heading(&mut self, theme: Theme, text: impl Into<String>) {
        if !self.main.is_empty() {
            self.blank();
        }
        self.styled(text, theme.heading());
    }

    /// An empty row.
    pub fn blank(&mut self) {
        self.text("");
    }

    /// Lines that are not wrapped.
    pub fn picture(&mut self, target: Option<T>, lines: Vec<Line<'static>>) {
        let shown = |line: Line<'static>| {
            let spans = line.spans.into_iter().map(|span| match visible(&span.content) {
                Cow::Borrowed(_) => span,
                Cow::Owned(text) => Span::styled(text, span.style),
            });
            Line { spans: spans.collect(), ..line }
        };
        self.main.push(Row { content: Content::Picture(lines.into_iter().map(shown).collect()), target });
    }

    /// A picture of pixels.
    pub fn pixels(&mut self, picture: Picture) {
        self.main.push(Row { content: Content::Pixels(picture), target: None });
    }

    /// From here on, what was pushed since `mark` rows stands at the side.
    pub fn aside(&mut self, mark: usize) {
        self.side.extend(self.main.drain(mark.min(self.main.len())..));
    }

    /// Everything that can be selected, top to bottom, main before side.
    pub fn targets(&self) -> Vec<T> {
        self.main.iter().chain(&self.side).filter_map(|row| row.target.clone()).collect()
    }

    /// The page on a screen of this width.
    pub fn laid_out(self, width: u16, theme: Theme) -> Sheet<T> {
        Sheet::of(self, width, theme)
    }

    /// The page as plain text, for people who read it outside the program.
    pub fn plain(&self, columns: u16) -> String {
        let theme = Theme { colour: false, ascii: false };
        let rows = self.main.iter().chain(&self.side).flat_map(|row| row.lines(columns, theme));
        let lines = rows.map(|line| line.to_string().trim_end().to_owned());
        lines.collect::<Vec<_>>().join("\n")
    }
}

impl<T> Row<T> {
    /// Lines that it takes in a column of this width.
    pub(super) fn height(&self, width: u16, theme: Theme) -> usize {
        self.lines(width, theme).len()
    }

    /// What stands in a column of this width.
    pub(super) fn lines(&self, width: u16, theme: Theme) -> Vec<Line<'static>> {
        match &self.content {
            Content::Picture(lines) => lines.clone(),
            Content::Pixels(picture) => vec![Line::default(); picture.rows().into()],
            Content::Text { spans, hang } => {
                let shown: Vec<Span<'static>> =
                    spans.iter().map(|span| Span::styled(theme.text(&span.content), span.style)).collect();
                // Two columns stay free for the mark of the selected row, and one for the sign that there is more.
                wrapped(&shown, usize::from(width.saturating_sub(3)), *hang)
            }
        }
    }
}
