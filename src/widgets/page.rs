//! A page: rows of text, some of which can be selected. Panes make pages, one piece of code shows them.

use super::picture::Picture;
use super::theme::Theme;
use super::wrap::wrapped;
use crate::text::visible;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use std::borrow::Cow;

/// One row: wrapped text, or lines that stand as they are.
#[derive(Debug, Clone)]
pub struct Row<T> {
    content: Content,
    /// What is selected with the row; none for rows that are only read.
    pub target: Option<T>,
}

#[derive(Debug, Clone)]
enum Content {
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
const WIDE: u16 = 90;
/// Columns of the side.
const SIDE_SHARE: (u16, u16) = (46, 100);

/// Columns for text that stands aside on an area of this width.
pub fn side_columns(width: u16) -> usize {
    let columns = if width < WIDE { width } else { width * SIDE_SHARE.0 / SIDE_SHARE.1 };
    columns.saturating_sub(3).into()
}

impl<T> Default for Page<T> {
    fn default() -> Self {
        Self { main: Vec::new(), side: Vec::new() }
    }
}

/// Where a row stands, from the top of its column.
struct Placed<'a, T> {
    row: &'a Row<T>,
    lines: Vec<Line<'static>>,
    top: usize,
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

    fn columns(&self, area: Rect) -> (Rect, Option<Rect>) {
        if area.width < WIDE || self.side.is_empty() {
            return (area, None);
        }
        let side = area.width * SIDE_SHARE.0 / SIDE_SHARE.1;
        let main = Rect { width: area.width - side - 2, ..area };
        (main, Some(Rect { x: area.x + main.width + 2, width: side, ..area }))
    }

    /// Shows the page in `area`, scrolled so that the selected row is seen, and `offset` lines further.
    pub fn render(&self, area: Rect, buf: &mut Buffer, theme: Theme, selected: Option<&T>, offset: isize) {
        for (rect, placed) in self.laid_out(area, theme) {
            let scroll = scroll(&placed, rect, selected, offset);
            for row in &placed {
                draw_row(row, rect, buf, theme, scroll, selected);
            }
            more(&placed, rect, buf, theme, scroll);
        }
    }

    /// How far `offset` can be, so that a page turned too far comes back at once.
    pub fn offset_within(&self, area: Rect, theme: Theme, selected: Option<&T>, offset: isize) -> isize {
        let columns = self.laid_out(area, theme);
        let reached = columns.iter().map(|(rect, placed)| {
            let far = scroll(placed, *rect, selected, offset).cast_signed();
            far - scroll(placed, *rect, selected, 0).cast_signed()
        });
        if offset < 0 { reached.min().unwrap_or(0) } else { reached.max().unwrap_or(0) }
    }

    /// The target whose row is at a place on the screen.
    pub fn target_at(
        &self,
        area: Rect,
        theme: Theme,
        selected: Option<&T>,
        offset: isize,
        at: (u16, u16),
    ) -> Option<T> {
        let (x, y) = at;
        for (rect, placed) in self.laid_out(area, theme) {
            if !rect.contains((x, y).into()) {
                continue;
            }
            let line = usize::from(y - rect.y) + scroll(&placed, rect, selected, offset);
            let row = placed.iter().find(|row| (row.top..row.top + row.lines.len()).contains(&line))?;
            return row.row.target.clone();
        }
        None
    }

    fn laid_out(&self, area: Rect, theme: Theme) -> Vec<(Rect, Vec<Placed<'_, T>>)> {
        let (main, side) = self.columns(area);
        match side {
            Some(side) => {
                vec![
                    (main, place(self.main.iter(), main.width, theme)),
                    (side, place(self.side.iter(), side.width, theme)),
                ]
            }
            None => vec![(main, place(self.main.iter().chain(&self.side), main.width, theme))],
        }
    }

    /// The page as plain text, for people who read it outside the program.
    pub fn plain(&self, columns: u16) -> String {
        let theme = Theme { colour: false, ascii: false };
        let rows = place(self.main.iter().chain(&self.side), columns, theme);
        let lines = rows.iter().flat_map(|row| &row.lines).map(|line| line.to_string().trim_end().to_owned());
        lines.collect::<Vec<_>>().join("\n")
    }
}

fn place<'a, T: 'a>(rows: impl Iterator<Item = &'a Row<T>>, width: u16, theme: Theme) -> Vec<Placed<'a, T>> {
    let mut top = 0;
    rows.map(|row| {
        let lines = row.lines(width, theme);
        let placed = Placed { row, top, lines };
        top += placed.lines.len();
        placed
    })
    .collect()
}

impl<T> Row<T> {
    fn lines(&self, width: u16, theme: Theme) -> Vec<Line<'static>> {
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

/// So far that the selected row is on the screen, and `offset` further: the first one shows the top of the page and
/// the last one its end, as far as they are seen themselves.
fn scroll<T: PartialEq>(placed: &[Placed<'_, T>], rect: Rect, selected: Option<&T>, offset: isize) -> usize {
    let height = usize::from(rect.height);
    let total = placed.last().map_or(0, |row| row.top + row.lines.len());
    let end = total.saturating_sub(height);
    let mut with_target = placed.iter().filter(|row| row.row.target.is_some());
    let first = with_target.next().map(|row| row.top);
    let last = with_target.next_back().map(|row| row.top).or(first);
    let chosen = selected.and_then(|target| placed.iter().find(|row| row.row.target.as_ref() == Some(target)));
    let base = match chosen {
        None => 0,
        Some(row) if Some(row.top) == first && row.top + row.lines.len() <= height => 0,
        Some(row) if Some(row.top) == last => end.min(row.top),
        Some(row) => (row.top + row.lines.len().min(height) / 2).saturating_sub(height / 2).min(end),
    };
    base.saturating_add_signed(offset).min(end)
}

fn draw_row<T: PartialEq>(
    placed: &Placed<'_, T>,
    rect: Rect,
    buf: &mut Buffer,
    theme: Theme,
    scroll: usize,
    selected: Option<&T>,
) {
    if let Content::Pixels(picture) = &placed.row.content {
        // Half a picture is none: it shows when all of its rows are on the screen.
        if let Some(y) = placed.top.checked_sub(scroll).and_then(|y| u16::try_from(y).ok()).filter(|y| *y < rect.height)
        {
            let (x, width) = (rect.x + 2.min(rect.width), rect.width.saturating_sub(2));
            picture.render(Rect { x, y: rect.y + y, width, height: rect.height - y }, buf);
        }
        return;
    }
    let is_selected = placed.row.target.is_some() && placed.row.target.as_ref() == selected;
    for (place, line) in placed.lines.iter().enumerate() {
        let Some(y) = (placed.top + place).checked_sub(scroll).filter(|y| *y < usize::from(rect.height)) else {
            continue;
        };
        let area = Rect { y: rect.y + u16::try_from(y).unwrap_or(0), height: 1, ..rect };
        if is_selected && place == 0 {
            Span::styled(theme.sign(super::theme::Sign::Cursor), theme.key()).render(area, buf);
        }
        let inner = Rect { x: area.x + 2.min(area.width), width: area.width.saturating_sub(2), ..area };
        line.render(inner, buf);
        if is_selected && place == 0 && theme.colour {
            buf.set_style(inner, Style::new().add_modifier(Modifier::BOLD));
        }
        if is_selected && place == 0 && !theme.colour {
            buf.set_style(inner, theme.selected());
        }
    }
}

/// Says at the right edge that there is more above or below.
fn more<T>(placed: &[Placed<'_, T>], rect: Rect, buf: &mut Buffer, theme: Theme, scroll: usize) {
    let total = placed.last().map_or(0, |row| row.top + row.lines.len());
    if rect.height == 0 || rect.width == 0 {
        return;
    }
    let right = rect.right() - 1;
    let (up, down) = if theme.ascii { ("^", "v") } else { ("↑", "↓") };
    if scroll > 0 {
        buf.set_string(right, rect.y, up, theme.dim());
    }
    if total > scroll + usize::from(rect.height) {
        buf.set_string(right, rect.bottom() - 1, down, theme.dim());
    }
}
