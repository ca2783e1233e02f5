//! A page laid out for a screen. Where each row stands is worked out once; with a frame only those in sight are made into
//! lines, so that a long meeting is drawn as quickly as a short one.

use super::ink;
use super::page::{BETWEEN, Band, Content, Page, Row, WIDE};
use super::table;
use super::theme::{Role, Sign, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use ratatui::text::Span;
use ratatui::widgets::Widget;
use std::ops::Range;
use std::rc::Rc;

/// From so many rows on there is room between blocks before plots grow.
const HIGH: u16 = 30;

/// A page at one size.
#[derive(Debug)]
pub struct Sheet<T> {
    columns: Vec<Column<T>>,
    targets: Vec<T>,
    height: usize,
    theme: Theme,
}

/// Rows under each other.
#[derive(Debug)]
struct Column<T> {
    /// From the left side of the sheet, and from its top.
    left: u16,
    top: usize,
    width: u16,
    rows: Vec<Row<T>>,
    /// Lines that each row takes.
    heights: Vec<usize>,
    /// Where each row begins, in lines from the top of the sheet; at the end, where all of it ends.
    tops: Vec<usize>,
}

impl<T: Clone + PartialEq> Sheet<T> {
    /// A page on a screen of so many columns and rows.
    pub(super) fn of(page: Page<T>, (width, height): (u16, u16), theme: Theme) -> Self {
        let targets = page.targets();
        let mut bands: Vec<Vec<Column<T>>> = Vec::new();
        let mut fold = None;
        for (place, band) in page.bands.into_iter().enumerate() {
            if page.fold == Some(place) {
                fold = Some(bands.len());
            }
            let filled: Band<T> = band.into_iter().filter(|column| !column.is_empty()).collect();
            if filled.is_empty() {
                continue;
            }
            if width < WIDE {
                for rows in filled {
                    bands.push(vec![Column::of((0, width), rows, theme)]);
                }
                continue;
            }
            let many = u16::try_from(filled.len()).unwrap_or(1).max(1);
            // The first of them may be as wide as two.
            let more = u16::from(page.uneven && many > 1);
            let each = width.saturating_sub(BETWEEN * (many - 1)) / (many + more);
            let beside = filled.into_iter().zip(0u16..).map(|(rows, place)| {
                let left = if place == 0 { 0 } else { place * (each + BETWEEN) + more * each };
                let own = match place {
                    _ if place + 1 == many => width - left,
                    0 => each * (1 + more),
                    _ => each,
                };
                Column::of((left, own), rows, theme)
            });
            bands.push(beside.collect());
        }
        stretch(&mut bands, height, fold);
        let height = settle(&mut bands);
        Self { columns: bands.into_iter().flatten().collect(), targets, height, theme }
    }

    /// Everything that can be selected, in the order of the page.
    pub fn targets(&self) -> &[T] {
        &self.targets
    }

    /// Lines of all of it.
    pub fn height(&self) -> usize {
        self.height
    }

    /// Shows it in `area`, scrolled so that the selected row is seen, and `offset` lines further.
    pub fn render(&self, area: Rect, buf: &mut Buffer, selected: Option<&T>, offset: isize) {
        let scroll = self.scroll(area.height, selected, offset);
        let chosen = selected.and_then(|target| self.place_of(target));
        for (column, number) in self.columns.iter().zip(0..) {
            // What stands on the page twice is selected once.
            let place = chosen.filter(|(chosen, _)| *chosen == number).map(|(_, place)| place);
            column.draw(area, buf, self.theme, scroll, place);
        }
        self.more(area, buf, scroll);
    }

    /// How far `offset` can be, so that a page turned too far comes back at once.
    pub fn offset_within(&self, height: u16, selected: Option<&T>, offset: isize) -> isize {
        self.scroll(height, selected, offset).cast_signed() - self.scroll(height, selected, 0).cast_signed()
    }

    /// The target whose row is at a place on the screen.
    pub fn target_at(&self, area: Rect, selected: Option<&T>, offset: isize, (x, y): (u16, u16)) -> Option<T> {
        if !area.contains((x, y).into()) {
            return None;
        }
        let line = usize::from(y - area.y) + self.scroll(area.height, selected, offset);
        let there = |column: &&Column<T>| (column.left..column.left + column.width).contains(&(x - area.x));
        self.columns.iter().filter(there).find_map(|column| {
            let place = column.in_sight(line..line + 1).next()?;
            column.rows[place].target.clone()
        })
    }

    /// So far that the selected row is on the screen, and `offset` further. What the first screen shows does not move; the last
    /// one shows the end of the page.
    pub fn scroll(&self, height: u16, selected: Option<&T>, offset: isize) -> usize {
        let height = usize::from(height);
        let end = self.height.saturating_sub(height);
        let base = selected.and_then(|target| Some((target, self.lines_of(target)?))).map_or(0, |(target, lines)| {
            if lines.end <= height {
                0
            } else if self.targets.last() == Some(target) {
                end.min(lines.start)
            } else {
                (lines.start + lines.len().min(height) / 2).saturating_sub(height / 2).min(end)
            }
        });
        base.saturating_add_signed(offset).min(end)
    }

    /// The column of a target, and its place there.
    fn place_of(&self, target: &T) -> Option<(usize, usize)> {
        self.columns.iter().zip(0..).find_map(|(column, number)| {
            let place = column.rows.iter().position(|row| row.target.as_ref() == Some(target))?;
            Some((number, place))
        })
    }

    /// The lines of a target on the sheet.
    fn lines_of(&self, target: &T) -> Option<Range<usize>> {
        let (column, place) = self.place_of(target)?;
        let column = &self.columns[column];
        Some(column.tops[place]..column.bottom(place))
    }

    /// Says at the right edge that there is more above or below.
    fn more(&self, area: Rect, buf: &mut Buffer, scroll: usize) {
        if area.height == 0 || area.width == 0 {
            return;
        }
        let right = area.right() - 1;
        let (up, down) = if self.theme.ascii { ("^", "v") } else { ("↑", "↓") };
        if scroll > 0 {
            ink::sign(buf, (right, area.y), up, self.theme.dim());
        }
        if self.height > scroll + usize::from(area.height) {
            ink::sign(buf, (right, area.bottom() - 1), down, self.theme.dim());
        }
    }
}

/// Height that is left over goes to plots first and then to the room between blocks, on a high screen the other way round.
/// Where the page does not fit, it is what stands above the fold that fills the screen.
fn stretch<T: PartialEq>(bands: &mut [Vec<Column<T>>], height: u16, fold: Option<usize>) {
    let all: usize = bands.iter().map(|band| tallest(band)).sum();
    let first = fold.filter(|_| all > usize::from(height)).unwrap_or(bands.len()).min(bands.len());
    let (above, _) = bands.split_at_mut(first);
    let used: usize = above.iter().map(|band| tallest(band)).sum();
    let mut extra = usize::from(height).saturating_sub(used);
    for gaps in if height < HIGH { [false, true] } else { [true, false] } {
        for band in above.iter_mut() {
            if let [column] = &mut band[..] {
                column.grow(&mut extra, gaps);
                continue;
            }
            // What stands beside a higher column has that room in any case.
            let before = tallest(band);
            for column in band.iter_mut() {
                let mut room = before - column.height() + extra;
                column.grow(&mut room, gaps);
            }
            extra = extra.saturating_sub(tallest(band) - before);
        }
    }
}

fn tallest<T: PartialEq>(band: &[Column<T>]) -> usize {
    band.iter().map(Column::height).max().unwrap_or(0)
}

/// Gives every band its place under the one before; how high all of it is.
fn settle<T: PartialEq>(bands: &mut [Vec<Column<T>>]) -> usize {
    let mut top = 0;
    for band in bands {
        let high = tallest(band);
        for column in band.iter_mut() {
            column.stand(top);
        }
        top += high;
    }
    top
}

impl<T: PartialEq> Column<T> {
    fn of((left, width): (u16, u16), rows: Vec<Row<T>>, theme: Theme) -> Self {
        let heights = rows.iter().map(|row| row.height(width, theme)).collect();
        Self { left, top: 0, width, rows, heights, tops: Vec::new() }
    }

    fn height(&self) -> usize {
        self.heights.iter().sum()
    }

    /// Gaps or plots take what they can use of `extra`.
    fn grow(&mut self, extra: &mut usize, gaps: bool) {
        for (row, height) in self.rows.iter().zip(&mut self.heights) {
            let more = match &row.content {
                Content::Gap if gaps && *height == 0 => 1.min(*extra),
                Content::Drawn(drawn) if !gaps => {
                    let wanted = usize::from(drawn.most.saturating_sub(drawn.least)).min(*extra);
                    wanted - wanted % usize::from(drawn.step.max(1))
                }
                Content::Gap
                | Content::Drawn(_)
                | Content::Text { .. }
                | Content::Ends { .. }
                | Content::Cells { .. }
                | Content::Picture(_)
                | Content::Pixels(_) => 0,
            };
            *height += more;
            *extra -= more;
        }
    }

    fn stand(&mut self, top: usize) {
        self.top = top;
        self.tops = Vec::with_capacity(self.rows.len() + 1);
        let mut line = top;
        for height in &self.heights {
            self.tops.push(line);
            line += height;
        }
        self.tops.push(line);
    }

    fn bottom(&self, place: usize) -> usize {
        self.tops[place] + self.heights[place]
    }

    /// The rows of which something stands in these lines.
    fn in_sight(&self, lines: Range<usize>) -> Range<usize> {
        let first = self.tops[1..].partition_point(|bottom| *bottom <= lines.start);
        let end = self.tops[..self.rows.len()].partition_point(|top| *top < lines.end);
        first..end.max(first)
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, theme: Theme, scroll: usize, chosen: Option<usize>) {
        let rect = Rect { x: area.x + self.left, width: self.width.min(area.width.saturating_sub(self.left)), ..area };
        let seen = self.in_sight(scroll..scroll + usize::from(area.height));
        let mut place = seen.start;
        while place < seen.end {
            let end = self.end_of_table(place, seen.end);
            if end > place {
                if let Some(chosen) = chosen.filter(|chosen| (place..end).contains(chosen)) {
                    self.mark(chosen, rect, buf, theme, scroll);
                }
                self.draw_table(place..end, rect, buf, theme, scroll);
                if let Some(chosen) = chosen.filter(|chosen| (place..end).contains(chosen)) {
                    self.even_out(chosen, rect, buf, theme, scroll);
                }
                place = end;
            } else {
                if chosen == Some(place) {
                    self.mark(place, rect, buf, theme, scroll);
                }
                self.draw_row(place, rect, buf, theme, scroll);
                if chosen == Some(place) {
                    self.even_out(place, rect, buf, theme, scroll);
                }
                place += 1;
            }
        }
    }

    /// The rows from `place` on that are one table.
    fn end_of_table(&self, place: usize, end: usize) -> usize {
        let Content::Cells { columns: of, .. } = &self.rows[place].content else { return place };
        let same = |row: &Row<T>| matches!(&row.content, Content::Cells { columns, .. } if Rc::ptr_eq(columns, of));
        place + self.rows[place..end].iter().take_while(|row| same(row)).count()
    }

    /// The place of the content of rows on the screen: two columns in, for the mark of the selected one.
    fn place(&self, rows: Range<usize>, rect: Rect, scroll: usize) -> Rect {
        let top = self.tops[rows.start].saturating_sub(scroll);
        let bottom = self.tops[rows.end].saturating_sub(scroll).min(rect.height.into());
        // Both lie within the height of the screen.
        let number = |lines: usize| u16::try_from(lines).unwrap_or(rect.height);
        let inset = 2.min(rect.width);
        Rect {
            x: rect.x + inset,
            y: rect.y + number(top),
            width: rect.width - inset,
            height: number(bottom.saturating_sub(top)),
        }
    }

    fn draw_table(&self, rows: Range<usize>, rect: Rect, buf: &mut Buffer, theme: Theme, scroll: usize) {
        let area = self.place(rows.clone(), rect, scroll);
        let cells = self.rows[rows.clone()].iter().filter_map(|row| match &row.content {
            Content::Cells { cells, .. } => Some(&cells[..]),
            Content::Text { .. }
            | Content::Ends { .. }
            | Content::Picture(_)
            | Content::Pixels(_)
            | Content::Drawn(_)
            | Content::Gap => None,
        });
        let cells: Vec<_> = cells.collect();
        if let Content::Cells { columns, .. } = &self.rows[rows.start].content {
            table::draw(columns, &cells, Rect { width: area.width.saturating_sub(2), ..area }, buf, theme);
        }
    }

    fn draw_row(&self, place: usize, rect: Rect, buf: &mut Buffer, theme: Theme, scroll: usize) {
        let row = &self.rows[place];
        let area = self.place(place..place + 1, rect, scroll);
        let hidden = scroll.saturating_sub(self.tops[place]);
        match &row.content {
            Content::Pixels(picture) => {
                // Half a picture is none: it shows when its top is on the screen.
                if hidden == 0 {
                    picture.render(Rect { height: rect.bottom() - area.y, ..area }, buf);
                }
            }
            Content::Drawn(drawn) => {
                let area = Rect { width: area.width.saturating_sub(2), ..area };
                let height = u16::try_from(self.heights[place]).unwrap_or(area.height);
                if area.height == height {
                    return (drawn.draw)(area, buf);
                }
                // Part of it: drawn whole aside, and as much as there is room for is taken over.
                let whole = Rect { height, ..area };
                let mut aside = Buffer::empty(whole);
                aside.set_style(whole, theme.base());
                (drawn.draw)(whole, &mut aside);
                let hidden = u16::try_from(hidden).unwrap_or(height);
                for y in 0..area.height.min(height.saturating_sub(hidden)) {
                    for x in area.left()..area.right() {
                        buf[(x, area.y + y)] = aside[(x, whole.y + hidden + y)].clone();
                    }
                }
            }
            Content::Text { .. } | Content::Ends { .. } | Content::Picture(_) => {
                for (line, y) in row.lines(self.width, theme).iter().skip(hidden).zip(area.y..area.bottom()) {
                    line.render(Rect { y, height: 1, ..area }, buf);
                }
            }
            Content::Cells { .. } | Content::Gap => {}
        }
    }

    /// The selected row stands on a ground of its own, with a mark before it.
    fn mark(&self, place: usize, rect: Rect, buf: &mut Buffer, theme: Theme, scroll: usize) {
        let area = self.place(place..place + 1, rect, scroll);
        let row = Rect { x: rect.x, width: rect.width, ..area };
        buf.set_style(row, theme.selected().add_modifier(Modifier::BOLD));
        for y in row.y..row.bottom() {
            Span::styled(theme.sign(Sign::Cursor), theme.mark(Role::Accent)).render(Rect { y, height: 1, ..row }, buf);
        }
    }

    /// Where the selected row is reversed, a sign in a colour of the terminal would be a block of it.
    fn even_out(&self, place: usize, rect: Rect, buf: &mut Buffer, theme: Theme, scroll: usize) {
        if theme.is_designed() {
            return;
        }
        let area = self.place(place..place + 1, rect, scroll);
        for at in (Rect { x: rect.x, width: rect.width, ..area }).positions() {
            buf[at].fg = Color::Reset;
        }
    }
}
