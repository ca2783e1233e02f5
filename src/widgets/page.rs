//! A page: bands of rows, under each other or beside each other, some of which can be selected. Panes make pages, and a
//! sheet shows them.

use super::picture::Picture;
use super::sheet::Sheet;
use super::table::{Cell, Columns, plain_cell};
use super::theme::{Role, Sign, Theme};
use super::wrap::wrapped;
use crate::text::{visible, width};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use std::borrow::Cow;
use std::fmt;
use std::rc::Rc;

/// One row: text, a row of a table, a plot, a heading.
#[derive(Debug, Clone)]
pub struct Row<T> {
    pub(super) content: Content,
    /// What is selected with the row; none for rows that are only read.
    pub target: Option<T>,
}

#[derive(Debug, Clone)]
pub(super) enum Content {
    /// Wrapped; lines after the first begin `hang` columns in.
    Text { spans: Vec<Span<'static>>, hang: usize },
    /// What stands at the left and at the right of one line, with a rule between where it heads a section.
    Ends { left: Vec<Span<'static>>, right: Vec<Span<'static>>, rule: Option<(&'static str, Style)> },
    /// A row of a table.
    Cells { columns: Rc<Columns>, cells: Vec<Cell> },
    /// Lines that are not wrapped.
    Picture(Vec<Line<'static>>),
    /// A picture of pixels.
    Pixels(Picture),
    /// Something that draws itself in the room that it gets.
    Drawn(Drawn),
    /// Room between blocks, where there is any.
    Gap,
}

/// What draws a plot.
pub type Draw = Rc<dyn Fn(Rect, &mut Buffer)>;

/// Something that draws itself in the room that it gets.
#[derive(Clone)]
pub struct Drawn {
    /// Rows that it needs.
    pub least: u16,
    /// Rows that it can use.
    pub most: u16,
    /// It grows by so many rows at a time.
    pub step: u16,
    /// What draws it.
    pub draw: Draw,
    /// What it says, for who reads instead of looks.
    pub said: Vec<String>,
}

impl fmt::Debug for Drawn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Drawn").field("least", &self.least).field("most", &self.most).finish_non_exhaustive()
    }
}

/// Columns of rows beside each other; under each other where the screen is narrow.
pub(super) type Band<T> = Vec<Vec<Row<T>>>;

/// Bands from top to bottom.
#[derive(Debug, Clone)]
pub struct Page<T> {
    pub(super) bands: Vec<Band<T>>,
    /// From this band on it is what one turns the page for.
    pub(super) fold: Option<usize>,
    /// What stands first in a band is twice as wide as what stands beside it.
    pub(super) uneven: bool,
}

/// Why there is nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Nobody began yet.
    NotYet,
    /// It is in order so.
    InOrder,
    /// It is on its way.
    Soon,
    /// Something is wrong.
    Wrong,
}

/// A sentence with one thing to do stands in one line up to so many columns.
const LINE: usize = 64;

/// What stands where there is nothing: the sign that says whether that is a mistake, why there is nothing, and what can be
/// done now, each with its key.
#[derive(Debug, Clone)]
pub struct EmptyState {
    /// Whether that is as it should be.
    pub why: Why,
    /// Why there is nothing.
    pub says: String,
    /// Keys, and what each does.
    pub next: Vec<(String, String)>,
}

/// Below this width nothing stands beside each other.
pub const WIDE: u16 = 100;
/// Columns between what stands beside each other.
pub(super) const BETWEEN: u16 = 3;

impl<T> Default for Page<T> {
    fn default() -> Self {
        Self { bands: vec![vec![Vec::new()]], fold: None, uneven: false }
    }
}

impl EmptyState {
    /// From a message: its first line says why, and each line after it begins with a key between backticks.
    pub fn of(why: Why, message: &str) -> Self {
        let mut lines = message.lines();
        let says = lines.next().unwrap_or_default().to_owned();
        let next = lines.filter_map(|line| {
            let (key, does) = line.trim().strip_prefix('`')?.split_once('`')?;
            Some((key.to_owned(), does.trim().to_owned()))
        });
        Self { why, says, next: next.collect() }
    }

    /// Its lines, each with the columns that it hangs in by.
    fn lines(self, theme: Theme) -> Vec<(Vec<Span<'static>>, usize)> {
        let (sign, role, words) = match self.why {
            Why::NotYet => (Sign::Todo, Role::Plain, theme.dim()),
            Why::InOrder => (Sign::Done, Role::Green, theme.dim()),
            Why::Soon => (Sign::Running, Role::Accent, theme.plain()),
            Why::Wrong => (Sign::Red, Role::Red, theme.strong()),
        };
        let sign = Span::styled(format!("{} ", theme.sign(sign)), theme.mark(role));
        let long = |(key, does): &(String, String)| width(&self.says) + width(key) + width(does) > LINE;
        let is_one = self.next.len() == 1 && !self.next.iter().any(long);
        let mut lines = vec![(vec![sign, Span::styled(self.says, words)], 2)];
        for (key, does) in self.next {
            let (hang, key) = (4 + width(&key), Span::styled(format!("  {key}  "), theme.key()));
            let does = Span::styled(does, theme.plain());
            match lines.last_mut() {
                // One thing to do stands in the line of the sentence, where there is room.
                Some((line, _)) if is_one => line.extend([Span::raw(" "), key, does]),
                Some(_) | None => lines.push((vec![key, does], hang)),
            }
        }
        lines
    }
}

impl<T: Clone + PartialEq> Page<T> {
    fn add(&mut self, content: Content, target: Option<T>) {
        // There is always a band, and a column in it.
        if let Some(column) = self.bands.last_mut().and_then(|band| band.last_mut()) {
            column.push(Row { content, target });
        }
    }

    /// From here on, what is pushed stands beside what was pushed to this band before.
    pub fn beside(&mut self) {
        if let Some(band) = self.bands.last_mut() {
            band.push(Vec::new());
        }
    }

    /// What stands first in a band is twice as wide as what stands beside it.
    pub fn uneven(&mut self) {
        self.uneven = true;
    }

    /// From here on, what is pushed stands under everything before.
    pub fn under(&mut self) {
        self.bands.push(vec![Vec::new()]);
    }

    /// The same, and what stands above fills the screen where not all of the page does fit.
    pub fn fold(&mut self) {
        self.under();
        self.fold = Some(self.bands.len() - 1);
    }

    /// All of another page under this one, with its fold.
    pub fn append(&mut self, other: Self) {
        self.fold = self.fold.or(other.fold.map(|place| self.bands.len() + place));
        self.bands.extend(other.bands);
    }

    /// The rows of another page after those that were pushed last.
    pub fn go_on_with(&mut self, other: Self) {
        if let Some(column) = self.bands.last_mut().and_then(|band| band.last_mut()) {
            column.extend(other.bands.into_iter().flatten().flatten());
        }
    }

    /// There is no row on it.
    pub fn is_empty(&self) -> bool {
        self.rows().next().is_none()
    }

    /// A row of plain or styled pieces.
    pub fn push(&mut self, target: Option<T>, spans: Vec<Span<'static>>, hang: usize) {
        self.add(Content::Text { spans, hang }, target);
    }

    /// Text to be read.
    pub fn text(&mut self, text: impl Into<String>) {
        self.push(None, vec![Span::raw(text.into())], 0);
    }

    /// Text in a style.
    pub fn styled(&mut self, text: impl Into<String>, style: Style) {
        self.push(None, vec![Span::styled(text.into(), style)], 2);
    }

    /// Why there is nothing here, and what can be done now.
    pub fn nothing(&mut self, theme: Theme, state: EmptyState) {
        self.nothing_at(None, theme, state);
    }

    /// The same, where its first line can be selected.
    pub fn nothing_at(&mut self, target: Option<T>, theme: Theme, state: EmptyState) {
        for (place, (spans, hang)) in state.lines(theme).into_iter().enumerate() {
            self.push(target.clone().filter(|_| place == 0), spans, hang);
        }
    }

    /// One line with something at its left and something at its right end.
    pub fn ends(&mut self, target: Option<T>, left: Vec<Span<'static>>, right: Vec<Span<'static>>) {
        self.add(Content::Ends { left, right, rule: None }, target);
    }

    /// The heading of a section, with room above it unless it is the first.
    pub fn heading(&mut self, theme: Theme, text: impl Into<String>) {
        self.section(theme, text, Vec::new(), false);
    }

    /// The heading of a section: its name, a rule, and what stands at the end of it. The rule is heavy where keys work on it.
    pub fn section(&mut self, theme: Theme, text: impl Into<String>, right: Vec<Span<'static>>, heavy: bool) {
        if self.bands.last().and_then(|band| band.last()).is_some_and(|column| !column.is_empty()) {
            self.blank();
        }
        let (words, line) =
            if heavy { (theme.key(), theme.mark(Role::Accent)) } else { (theme.heading(), theme.mark(Role::Line)) };
        let left = vec![Span::styled(text.into(), words)];
        self.add(Content::Ends { left, right, rule: Some((theme.rule(heavy), line)) }, None);
    }

    /// Room between blocks, where there is any.
    pub fn blank(&mut self) {
        self.add(Content::Gap, None);
    }

    /// A row of a table. Rows with the same columns after each other are one table.
    pub fn cells(&mut self, target: Option<T>, columns: &Rc<Columns>, cells: Vec<Cell>) {
        self.add(Content::Cells { columns: Rc::clone(columns), cells }, target);
    }

    /// Something that draws itself.
    pub fn drawn(&mut self, target: Option<T>, drawn: Drawn) {
        self.add(Content::Drawn(drawn), target);
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
        self.add(Content::Picture(lines.into_iter().map(shown).collect()), target);
    }

    /// A picture of pixels.
    pub fn pixels(&mut self, picture: Picture) {
        self.add(Content::Pixels(picture), None);
    }

    fn rows(&self) -> impl Iterator<Item = &Row<T>> {
        self.bands.iter().flatten().flatten()
    }

    /// Everything that can be selected: band after band, and in a band column after column.
    pub fn targets(&self) -> Vec<T> {
        self.rows().filter_map(|row| row.target.clone()).collect()
    }

    /// The page on a screen of so many columns and rows.
    pub fn laid_out(self, size: (u16, u16), theme: Theme) -> Sheet<T> {
        Sheet::of(self, size, theme)
    }

    /// The page as plain text, for people who read it outside the program.
    pub fn plain(&self, columns: u16) -> String {
        let lines = self.rows().flat_map(|row| row.plain(columns));
        lines.map(|line| line.trim_end().to_owned()).collect::<Vec<_>>().join("\n")
    }
}

impl<T> Row<T> {
    /// Lines that it takes at least in a column of this width.
    pub(super) fn height(&self, width: u16, theme: Theme) -> usize {
        match &self.content {
            Content::Text { .. } => self.lines(width, theme).len(),
            Content::Ends { .. } | Content::Cells { .. } => 1,
            Content::Picture(lines) => lines.len(),
            Content::Pixels(picture) => picture.rows().into(),
            Content::Drawn(drawn) => drawn.least.into(),
            Content::Gap => 0,
        }
    }

    /// What stands as text in a column of this width.
    pub(super) fn lines(&self, width: u16, theme: Theme) -> Vec<Line<'static>> {
        match &self.content {
            Content::Text { spans, hang } => {
                // Two columns stay free for the mark of the selected row, and one for the sign that there is more.
                wrapped(&shown(spans, theme), usize::from(width.saturating_sub(3)), *hang)
            }
            Content::Picture(lines) => lines.clone(),
            Content::Ends { left, right, rule } => {
                vec![between((left, right), *rule, width.saturating_sub(4), theme)]
            }
            Content::Cells { .. } | Content::Pixels(_) | Content::Drawn(_) | Content::Gap => Vec::new(),
        }
    }

    fn plain(&self, columns: u16) -> Vec<String> {
        let theme = Theme::PLAIN;
        match &self.content {
            Content::Cells { cells, .. } => {
                let cells = cells.iter().map(plain_cell).filter(|text| !text.is_empty());
                vec![cells.collect::<Vec<_>>().join("  ")]
            }
            Content::Drawn(drawn) => drawn.said.clone(),
            Content::Gap => vec![String::new()],
            Content::Ends { left, right, .. } => {
                let text = |spans: &[Span<'_>]| spans.iter().map(|span| span.content.as_ref()).collect::<String>();
                vec![format!("{}  {}", text(left), text(right))]
            }
            Content::Text { .. } | Content::Picture(_) | Content::Pixels(_) => {
                self.lines(columns, theme).iter().map(ToString::to_string).collect()
            }
        }
    }
}

fn shown(spans: &[Span<'static>], theme: Theme) -> Vec<Span<'static>> {
    spans.iter().map(|span| Span::styled(theme.text(&span.content), span.style)).collect()
}

/// A line of exactly so many columns; what stands at the left is cut where both do not fit.
fn between(
    (left, right): (&[Span<'static>], &[Span<'static>]),
    rule: Option<(&'static str, Style)>,
    columns: u16,
    theme: Theme,
) -> Line<'static> {
    let wide = |spans: &[Span<'_>]| spans.iter().map(|span| width(&span.content)).sum::<usize>();
    let columns = usize::from(columns);
    let right = shown(right, theme);
    let mut room = columns.saturating_sub(wide(&right) + usize::from(!right.is_empty()));
    let mut line = Vec::new();
    for span in left {
        let text = theme.cut(&span.content, room);
        room -= width(&text).min(room);
        line.push(Span::styled(text, span.style));
    }
    match rule {
        Some((sign, style)) if room > 1 => {
            line.push(Span::raw(" "));
            line.push(Span::styled(sign.repeat(room - 1), style));
        }
        Some(_) | None => line.push(Span::raw(" ".repeat(room))),
    }
    if !right.is_empty() {
        line.push(Span::raw(" "));
        line.extend(right);
    }
    Line::from(line)
}
