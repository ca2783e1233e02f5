//! A page laid out for a width. Where each row stands is worked out once; with a frame only those in sight are made into
//! lines, so that a long meeting is drawn as quickly as a short one.

use super::page::{Content, Page, Row, WIDE, side_width};
use super::theme::{Sign, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::Span;
use ratatui::widgets::Widget;
use std::ops::Range;

/// A page at one width.
#[derive(Debug)]
pub struct Sheet<T> {
    columns: Vec<Column<T>>,
    targets: Vec<T>,
    theme: Theme,
}

/// Rows under each other.
#[derive(Debug)]
struct Column<T> {
    /// From the left side of the sheet.
    left: u16,
    width: u16,
    rows: Vec<Row<T>>,
    /// Where each row begins, in lines from the top; at the end, where all of it ends.
    tops: Vec<usize>,
}

impl<T: Clone + PartialEq> Sheet<T> {
    /// A page on a screen of this width: on a wide one with its side beside it, else under it.
    pub(super) fn of(page: Page<T>, width: u16, theme: Theme) -> Self {
        let targets = page.targets();
        let Page { mut main, mut side } = page;
        let columns = if width < WIDE || side.is_empty() {
            main.append(&mut side);
            vec![Column::of(0, width, main, theme)]
        } else {
            let beside = side_width(width);
            let left = width - beside - 2;
            vec![Column::of(0, left, main, theme), Column::of(left + 2, beside, side, theme)]
        };
        Self { columns, targets, theme }
    }

    /// Everything that can be selected, top to bottom, main before side.
    pub fn targets(&self) -> &[T] {
        &self.targets
    }

    /// Shows it in `area`, scrolled so that the selected row is seen, and `offset` lines further.
    pub fn render(&self, area: Rect, buf: &mut Buffer, selected: Option<&T>, offset: isize) {
        for column in &self.columns {
            let rect = column.rect(area);
            let scroll = column.scroll(rect.height, selected, offset);
            for place in column.in_sight(scroll, rect.height) {
                column.draw_row(place, rect, buf, self.theme, scroll, selected);
            }
            column.more(rect, buf, self.theme, scroll);
        }
    }

    /// How far `offset` can be, so that a page turned too far comes back at once.
    pub fn offset_within(&self, height: u16, selected: Option<&T>, offset: isize) -> isize {
        let reached = self.columns.iter().map(|column| {
            let far = column.scroll(height, selected, offset).cast_signed();
            far - column.scroll(height, selected, 0).cast_signed()
        });
        if offset < 0 { reached.min().unwrap_or(0) } else { reached.max().unwrap_or(0) }
    }

    /// The target whose row is at a place on the screen.
    pub fn target_at(&self, area: Rect, selected: Option<&T>, offset: isize, (x, y): (u16, u16)) -> Option<T> {
        let (column, rect) = self
            .columns
            .iter()
            .map(|column| (column, column.rect(area)))
            .find(|(_, rect)| rect.contains((x, y).into()))?;
        let line = usize::from(y - rect.y) + column.scroll(rect.height, selected, offset);
        column.in_sight(line, 1).next().and_then(|place| column.rows[place].target.clone())
    }
}

impl<T: PartialEq> Column<T> {
    fn of(left: u16, width: u16, rows: Vec<Row<T>>, theme: Theme) -> Self {
        let mut tops = Vec::with_capacity(rows.len() + 1);
        let mut top = 0;
        for row in &rows {
            tops.push(top);
            top += row.height(width, theme);
        }
        tops.push(top);
        Self { left, width, rows, tops }
    }

    fn rect(&self, area: Rect) -> Rect {
        Rect { x: area.x + self.left, width: self.width, ..area }
    }

    /// Lines of all of it.
    fn height(&self) -> usize {
        self.tops.last().copied().unwrap_or(0)
    }

    fn bottom(&self, place: usize) -> usize {
        self.tops.get(place + 1).copied().unwrap_or_else(|| self.height())
    }

    /// The rows of which something is seen.
    fn in_sight(&self, scroll: usize, height: u16) -> Range<usize> {
        let (bottoms, end) = (&self.tops[1..], scroll + usize::from(height));
        bottoms.partition_point(|bottom| *bottom <= scroll)
            ..self.tops[..self.rows.len()].partition_point(|top| *top < end)
    }

    /// So far that the selected row is on the screen, and `offset` further: the first one shows the top of the page and the
    /// last one its end, as far as they are seen themselves.
    fn scroll(&self, height: u16, selected: Option<&T>, offset: isize) -> usize {
        let height = usize::from(height);
        let end = self.height().saturating_sub(height);
        let selectable = |row: &Row<T>| row.target.is_some();
        let (first, last) = (self.rows.iter().position(selectable), self.rows.iter().rposition(selectable));
        let chosen = selected.and_then(|target| self.rows.iter().position(|row| row.target.as_ref() == Some(target)));
        let base = chosen.map_or(0, |place| {
            let (top, bottom) = (self.tops[place], self.bottom(place));
            if Some(place) == first && bottom <= height {
                0
            } else if Some(place) == last {
                end.min(top)
            } else {
                (top + (bottom - top).min(height) / 2).saturating_sub(height / 2).min(end)
            }
        });
        base.saturating_add_signed(offset).min(end)
    }

    fn draw_row(&self, place: usize, rect: Rect, buf: &mut Buffer, theme: Theme, scroll: usize, selected: Option<&T>) {
        let (row, top) = (&self.rows[place], self.tops[place]);
        if let Content::Pixels(picture) = &row.content {
            // Half a picture is none: it shows when all of its rows are on the screen.
            let y = top.checked_sub(scroll).and_then(|y| u16::try_from(y).ok()).filter(|y| *y < rect.height);
            if let Some(y) = y {
                let (x, width) = (rect.x + 2.min(rect.width), rect.width.saturating_sub(2));
                picture.render(Rect { x, y: rect.y + y, width, height: rect.height - y }, buf);
            }
            return;
        }
        let is_selected = row.target.is_some() && row.target.as_ref() == selected;
        for (place, line) in row.lines(self.width, theme).iter().enumerate() {
            let Some(y) = (top + place).checked_sub(scroll).filter(|y| *y < usize::from(rect.height)) else {
                continue;
            };
            let area = Rect { y: rect.y + u16::try_from(y).unwrap_or(0), height: 1, ..rect };
            if is_selected && place == 0 {
                Span::styled(theme.sign(Sign::Cursor), theme.key()).render(area, buf);
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
    fn more(&self, rect: Rect, buf: &mut Buffer, theme: Theme, scroll: usize) {
        if rect.height == 0 || rect.width == 0 {
            return;
        }
        let right = rect.right() - 1;
        let (up, down) = if theme.ascii { ("^", "v") } else { ("↑", "↓") };
        if scroll > 0 {
            buf.set_string(right, rect.y, up, theme.dim());
        }
        if self.height() > scroll + usize::from(rect.height) {
            buf.set_string(right, rect.bottom() - 1, down, theme.dim());
        }
    }
}
