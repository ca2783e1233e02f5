//! Signals by their rank: the seven of a stall as tiles, then what asks for something with what it proposes, then the rest
//! behind one line. The one that is selected stands in full at the foot.

use super::{Layer, boxed, put, scrollbar, stack};
use crate::desk::Desk;
use crate::desk::layers::Chosen;
use crate::desk::meeting::Meeting;
use crate::widgets::theme::Sign;
use crate::widgets::{Role, Theme, Tile, tiles, width};
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

/// One signal as a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignalRow {
    /// How much it weighs.
    pub sign: Sign,
    /// The same as a colour.
    pub role: Role,
    /// What it is about.
    pub about: String,
    /// What is stated.
    pub says: String,
    /// What else it rests on.
    pub rests: String,
    /// The item where it is looked into; empty where none is on the agenda.
    pub item: String,
    /// What it proposes; empty where it proposes nothing.
    pub proposal: String,
}

/// Signals.
pub struct Signals {
    /// The heading.
    pub title: String,
    /// What is said over them.
    pub lead: String,
    /// The seven of a stall, each with its statement; none where only those of a pane are shown.
    pub tiles: Vec<(Tile, String)>,
    /// All others, what asks for something first.
    pub rows: Vec<SignalRow>,
    /// So many of them ask for something; the others stand behind a line.
    pub asks: usize,
    /// What that line says.
    pub below: String,
    /// The others are shown too.
    pub is_open: bool,
    /// The place among tiles, rows that ask, the line, and the other rows.
    pub cursor: usize,
    /// What happens with the one that is chosen: its place among tiles and rows.
    pub chosen: Chosen,
}

/// What can be selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Tile(usize),
    Row(usize),
    Line,
}

/// From so many columns inside on there are columns for the item, and for what it rests on and proposes.
const ITEM: u16 = 70;
const WIDE: u16 = 105;
/// From so many rows on tiles have a row more, and there is room between blocks.
const HIGH: u16 = 30;
/// From so many rows on it is said what they are.
const LOW: u16 = 18;
/// Rows at the foot: a rule, and the selected one in full.
const FOOT: u16 = 3;
/// Rows of a page.
const PAGE: usize = 8;

impl Signals {
    fn places(&self) -> Vec<Place> {
        let line = (self.asks < self.rows.len()).then_some(Place::Line);
        let rest = if self.is_open { self.asks..self.rows.len() } else { 0..0 };
        let tiles = (0..self.tiles.len()).map(Place::Tile);
        tiles
            .chain((0..self.asks.min(self.rows.len())).map(Place::Row))
            .chain(line)
            .chain(rest.map(Place::Row))
            .collect()
    }

    fn here(&self) -> Option<Place> {
        self.places().get(self.cursor).copied()
    }

    /// Down from any tile is the first row, and up from that the first tile.
    fn step(&mut self, by: isize) {
        let (tiles, last) = (self.tiles.len(), self.places().len().saturating_sub(1));
        self.cursor = match self.here() {
            Some(Place::Tile(_)) if by > 0 => tiles.min(last),
            Some(Place::Tile(_)) => 0,
            Some(Place::Row(_) | Place::Line) | None if by < 0 && self.cursor == tiles => 0,
            Some(Place::Row(_) | Place::Line) | None => {
                self.cursor.saturating_add_signed(by).clamp(tiles.min(last), last)
            }
        };
    }

    fn along(&mut self, by: isize) {
        if let Some(Place::Tile(place)) = self.here() {
            self.cursor = place.saturating_add_signed(by).min(self.tiles.len().saturating_sub(1));
        }
    }

    /// The selected one in full.
    fn in_full(&self) -> Option<(String, &str)> {
        match self.here()? {
            Place::Tile(place) => self.tiles.get(place).map(|(tile, says)| (format!("{says}: {}", tile.word), "")),
            Place::Row(place) => self.rows.get(place).map(|row| (row.says.clone(), &*row.proposal)),
            Place::Line => None,
        }
    }
}

pub(super) fn press(desk: &mut Desk, key: KeyEvent) {
    let Some(Layer::Signals(signals)) = desk.layers.last_mut() else { return };
    let page = PAGE.cast_signed();
    match key.code {
        KeyCode::Esc | KeyCode::Char('q') => drop(desk.layers.pop()),
        KeyCode::Enter => choose(desk),
        KeyCode::Down | KeyCode::Tab | KeyCode::Char('j') => signals.step(1),
        KeyCode::Up | KeyCode::BackTab | KeyCode::Char('k') => signals.step(-1),
        KeyCode::Left | KeyCode::Char('h') => signals.along(-1),
        KeyCode::Right | KeyCode::Char('l') => signals.along(1),
        KeyCode::PageDown => signals.step(page),
        KeyCode::PageUp => signals.step(-page),
        KeyCode::Home => signals.cursor = 0,
        KeyCode::End => signals.cursor = signals.places().len().saturating_sub(1),
        KeyCode::Char(digit @ '1'..='9') => {
            let place = digit.to_digit(10).map_or(0, |digit| digit as usize) - 1;
            if place < signals.asks.min(signals.rows.len()) {
                signals.cursor = signals.tiles.len() + place;
                choose(desk);
            }
        }
        _ => {}
    }
}

/// Opens what the selected one rests on, or the rest of the list.
fn choose(desk: &mut Desk) {
    let Some(Layer::Signals(signals)) = desk.layers.last_mut() else { return };
    let place = match signals.here() {
        None => return,
        Some(Place::Line) => return signals.is_open = !signals.is_open,
        Some(Place::Tile(place)) => place,
        Some(Place::Row(place)) => signals.tiles.len() + place,
    };
    let Some(Layer::Signals(signals)) = desk.layers.pop() else { return };
    let ticket = desk.meeting.as_ref().map(Meeting::ticket);
    (signals.chosen)(desk, place);
    desk.settle_begun(ticket, false);
}

/// Shows them.
pub(super) fn draw(desk: &Desk, signals: &Signals, area: Rect, buf: &mut Buffer) {
    let theme = desk.theme;
    let places = signals.places();
    let list: Vec<(usize, Place)> =
        places.iter().copied().enumerate().filter(|(_, place)| !matches!(place, Place::Tile(_))).collect();
    let is_high = area.height >= HIGH;
    let gap = u16::from(is_high);
    let tile_rows = match signals.tiles.is_empty() {
        true => 0,
        false => gap + if is_high { tiles::ROWS.1 } else { tiles::ROWS.0 },
    };
    let columns = area.width.saturating_sub(if area.width >= 100 { 8 } else { 0 }).min(150);
    let count = u16::try_from(list.len()).unwrap_or(u16::MAX);
    let rows = count.saturating_add(2 + 1 + tile_rows + gap + 1 + FOOT);
    let inner = boxed(desk, &signals.title, columns, rows, area, buf);
    // On the smallest screen there is room for the signals only.
    let lead = if area.height < LOW { "" } else { &*signals.lead };
    let mut rest = stack(desk, lead, theme.dim(), inner, buf);
    if tile_rows > 0 {
        rest = below(rest, gap);
        let selected = match signals.here() {
            Some(Place::Tile(place)) => Some(place),
            Some(Place::Row(_) | Place::Line) | None => None,
        };
        let seven: Vec<Tile> = signals.tiles.iter().map(|(tile, _)| tile.clone()).collect();
        tiles::draw(&seven, Rect { height: (tile_rows - gap).min(rest.height), ..rest }, buf, theme, selected);
        rest = below(rest, tile_rows - gap);
    }
    rest = below(rest, gap);
    let cells = split(rest);
    heads(desk, &cells, rest, buf);
    rest = below(rest, 1);
    let foot = FOOT.min(rest.height);
    let shown = Rect { height: rest.height - foot, ..rest };
    draw_list(desk, signals, &list, shown, buf);
    draw_foot(desk, signals, Rect { y: shown.bottom(), height: foot, ..rest }, buf);
}

/// What is left under so many rows.
fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}

/// The columns of the list: number with sign, what it is about, what is stated, what it rests on, item, proposal.
fn split(area: Rect) -> [Rect; 6] {
    let (rests, proposal) = if area.width >= WIDE { (9, 22) } else { (0, 0) };
    let item = if area.width >= ITEM { 5 } else { 0 };
    let widths = [4, 10].map(Constraint::Length);
    let last = [rests, item, proposal].map(Constraint::Length);
    let [number, about] = widths;
    let [rests, item, proposal] = last;
    Layout::horizontal([number, about, Constraint::Fill(1), rests, item, proposal]).spacing(1).areas(area)
}

fn heads(desk: &Desk, cells: &[Rect; 6], area: Rect, buf: &mut Buffer) {
    let ids = [None, Some("col-about"), Some("col-why"), Some("col-rests-on"), Some("col-item"), Some("col-proposal")];
    for (cell, id) in cells.iter().zip(ids) {
        if let Some(id) = id.filter(|_| !cell.is_empty() && area.height > 0) {
            let text = desk.theme.cut(&desk.t(id), cell.width.into());
            put(buf, *cell, &Line::styled(text, desk.theme.dim()));
        }
    }
}

fn draw_list(desk: &Desk, signals: &Signals, list: &[(usize, Place)], area: Rect, buf: &mut Buffer) {
    let theme = desk.theme;
    let height = usize::from(area.height);
    let here = list.iter().position(|(place, _)| *place == signals.cursor).unwrap_or(0);
    // So that what comes after it is seen too.
    let first = here.saturating_sub(height / 2).min(list.len().saturating_sub(height));
    for ((place, what), y) in list.iter().skip(first).zip(area.y..area.bottom()) {
        let line = Rect { y, height: 1, ..area };
        if *place == signals.cursor {
            buf.set_style(line, theme.selected().add_modifier(Modifier::BOLD));
            // In the padding of the dialog, left of everything.
            let mark = Span::styled(theme.sign(Sign::Cursor), theme.mark(Role::Accent));
            put(buf, Rect { x: line.x.saturating_sub(1), width: 1, ..line }, &mark.into());
        }
        match what {
            Place::Row(row) => {
                let number = (*row < signals.asks).then_some(row + 1);
                if let Some(row) = signals.rows.get(*row) {
                    draw_row(theme, number, row, line, buf);
                }
            }
            Place::Line => {
                let sign = theme.rule(false);
                let text = theme.cut(&signals.below, usize::from(line.width).saturating_sub(6));
                let after = usize::from(line.width).saturating_sub(width(&text) + 6);
                let spans = vec![
                    Span::styled(sign.repeat(3), theme.mark(Role::Line)),
                    Span::styled(format!(" {text} "), theme.dim()),
                    Span::styled(sign.repeat(after), theme.mark(Role::Line)),
                ];
                put(buf, line, &Line::from(spans));
            }
            Place::Tile(_) => {}
        }
    }
    scrollbar(desk, area, (first, height, list.len()), buf);
}

fn draw_row(theme: Theme, number: Option<usize>, row: &SignalRow, line: Rect, buf: &mut Buffer) {
    let cells = split(line);
    let number = number.map_or_else(|| "  ".to_owned(), |number| format!("{number:>2}"));
    let mark = vec![
        Span::styled(number, theme.dim()),
        Span::styled(format!(" {}", theme.sign(row.sign)), theme.mark(row.role)),
    ];
    put(buf, cells[0], &Line::from(mark));
    let arrow = if row.proposal.is_empty() { String::new() } else { format!("{} ", theme.sign(Sign::Question)) };
    let texts: [(&str, Style); 4] =
        [(&row.about, theme.strong()), (&row.says, Style::new()), (&row.rests, theme.dim()), (&row.item, theme.dim())];
    for ((text, style), cell) in texts.into_iter().zip(&cells[1..]) {
        let text = theme.cut(text, cell.width.into());
        put(buf, *cell, &Line::styled(text, style));
    }
    let proposal = cells[5];
    let text = theme.cut(&row.proposal, usize::from(proposal.width).saturating_sub(width(&arrow)));
    put(
        buf,
        proposal,
        &Line::from(vec![Span::styled(arrow, theme.mark(Role::Accent)), Span::styled(text, theme.strong())]),
    );
}

/// The selected one in full, and what it proposes.
fn draw_foot(desk: &Desk, signals: &Signals, area: Rect, buf: &mut Buffer) {
    let theme = desk.theme;
    if area.height == 0 {
        return;
    }
    put(buf, area, &Line::styled(theme.rule(false).repeat(area.width.into()), theme.mark(Role::Line)));
    let Some((says, proposal)) = signals.in_full() else {
        let id = if signals.is_open { "signals-line-closes" } else { "signals-line-opens" };
        stack(desk, &desk.t(id), theme.dim(), below(area, 1), buf);
        return;
    };
    let text = match proposal {
        "" => says,
        proposal => format!("{says} {} {proposal}", theme.sign(Sign::Question)),
    };
    stack(desk, &text, Style::new(), below(area, 1), buf);
}
