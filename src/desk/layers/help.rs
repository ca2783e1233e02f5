//! Help: what matters here first, then every key by its group, then what signs and codes mean, in as many columns as there is
//! room for.

use super::{Layer, boxed, scrollbar};
use crate::desk::Desk;
use crate::desk::layout::{FOOTER, HEADER, put};
use crate::widgets::theme::Sign;
use crate::widgets::{Role, Theme, width, wrapped};
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Help.
pub struct Help {
    /// Its heading.
    pub title: String,
    /// What stands over the keys that matter most.
    pub lead: String,
    /// The keys that matter most here, and what each does.
    pub first: Vec<(String, String)>,
    /// Every key, by its group.
    pub keys: Vec<Section>,
    /// What signs and codes mean.
    pub meaning: Vec<Section>,
    /// The first line on the screen.
    pub scroll: usize,
}

/// Lines under one heading.
pub struct Section {
    /// The heading.
    pub heading: String,
    /// The lines.
    pub entries: Vec<Entry>,
}

/// One line of a block.
pub enum Entry {
    /// Keys, what they do, and whether they do it now.
    Keys(String, String, bool),
    /// A sign with its word, and what it means; what is worst stands on a fill.
    Sign(Sign, Role, String, String),
    /// A sentence.
    Text(String),
}

/// Columns of the widest dialog; with how many inside it there are three columns of blocks, and with how many two.
const WIDEST: u16 = 150;
const THREE: u16 = 105;
const TWO: u16 = 64;
/// Columns between two of them.
const BETWEEN: u16 = 4;
/// Columns that keys take at least and at most.
const KEYS: (usize, usize) = (8, 16);

/// The help as it stands on the screen: lines over all of the dialog, and the columns under them.
struct Laid {
    over: Vec<Line<'static>>,
    columns: Vec<Vec<Line<'static>>>,
    each: u16,
}

impl Laid {
    fn of(help: &Help, theme: Theme, columns: u16) -> Self {
        let many = match columns {
            THREE.. => 3,
            TWO..THREE => 2,
            0..TWO => 1,
        };
        let each = columns.saturating_sub(BETWEEN * (many - 1)) / many;
        let lines = |sections: &[Section]| -> Vec<Vec<Line<'static>>> {
            sections.iter().map(|section| lines_of(section, theme, each.into())).collect()
        };
        let (mut keys, mut meaning) = (lines(&help.keys), lines(&help.meaning));
        // Where there are three, what it means has one of its own, so that it is seen without turning the page.
        let columns_of = if many == 3 {
            let mut columns = spread(keys, 2);
            let rest = 3 - columns.len();
            columns.extend(spread(meaning, rest));
            columns
        } else {
            keys.append(&mut meaning);
            spread(keys, many.into())
        };
        Self { over: over(help, theme, columns), columns: columns_of, each }
    }

    fn height(&self) -> usize {
        self.over.len() + self.columns.iter().map(Vec::len).max().unwrap_or(0)
    }
}

/// The dialog for a screen of this size: its columns inside, and the rows that it has at most.
fn room((columns, rows): (u16, u16)) -> (u16, u16) {
    let outside = columns.saturating_sub(if columns >= 100 { 8 } else { 0 }).min(WIDEST);
    (outside.saturating_sub(4), rows.saturating_sub(HEADER + FOOTER + 2))
}

/// What matters first.
fn over(help: &Help, theme: Theme, columns: u16) -> Vec<Line<'static>> {
    if help.first.is_empty() {
        return Vec::new();
    }
    let mut keys = Vec::new();
    for (key, does) in &help.first {
        keys.push(Span::styled(key.clone(), theme.key()));
        // A key stays with what it does.
        keys.push(Span::raw(format!("\u{a0}{}    ", theme.text(does).replace(' ', "\u{a0}"))));
    }
    let mut lines = vec![Line::styled(help.lead.clone(), theme.strong())];
    lines.extend(wrapped(&keys, columns.into(), 0).into_iter().map(spaced));
    lines.push(Line::default());
    lines
}

/// Blanks that held words together are blanks again.
fn spaced(line: Line<'static>) -> Line<'static> {
    let spans = line.spans.into_iter().map(|span| Span::styled(span.content.replace('\u{a0}', " "), span.style));
    Line::from(spans.collect::<Vec<_>>())
}

fn lines_of(block: &Section, theme: Theme, columns: usize) -> Vec<Line<'static>> {
    let rule = Line::styled(theme.rule(false).repeat(columns), theme.mark(Role::Line));
    let mut lines = vec![Line::styled(theme.cut(&block.heading, columns), theme.strong()), rule];
    let keys = block.entries.iter().map(|entry| match entry {
        Entry::Keys(keys, ..) => width(keys) + 2,
        Entry::Sign(..) | Entry::Text(_) => 0,
    });
    let room = keys.max().unwrap_or(0).clamp(KEYS.0, KEYS.1);
    let signs = block.entries.iter().map(|entry| match entry {
        Entry::Sign(sign, _, word, _) => width(&marked(theme, *sign, word)) + 2,
        Entry::Keys(..) | Entry::Text(_) => 0,
    });
    let sign_room = signs.max().unwrap_or(0);
    for entry in &block.entries {
        let (spans, hang) = match entry {
            Entry::Keys(keys, does, now) => {
                let style = if *now { theme.plain() } else { theme.dim() };
                (vec![Span::styled(filled(keys, room), theme.key()), Span::styled(theme.text(does), style)], room)
            }
            Entry::Sign(sign, role, word, means) => {
                let used = width(&marked(theme, *sign, word));
                let gap = " ".repeat(sign_room.saturating_sub(used));
                let mut spans = worded(theme, *sign, *role, word);
                spans.extend([Span::raw(gap), Span::raw(theme.text(means))]);
                (spans, sign_room)
            }
            Entry::Text(text) => (vec![Span::raw(theme.text(text))], 0),
        };
        lines.extend(wrapped(&spans, columns, hang));
    }
    lines.push(Line::default());
    lines
}

/// A sign with its word.
fn marked(theme: Theme, sign: Sign, word: &str) -> String {
    let sign = theme.sign(sign);
    if word.is_empty() { format!(" {sign} ") } else { format!(" {sign} {} ", theme.text(word)) }
}

/// The same as it stands in tables: what is worst on a fill, and else the colour on the sign.
fn worded(theme: Theme, sign: Sign, role: Role, word: &str) -> Vec<Span<'static>> {
    let text = marked(theme, sign, word);
    let words = match role {
        Role::Red => return vec![Span::styled(text, theme.chip(role))],
        Role::Amber => theme.warn().patch(theme.strong()),
        Role::Green | Role::Accent | Role::Seen | Role::Plain | Role::Line => theme.plain(),
    };
    let (mark, rest) = text.split_at(1 + theme.sign(sign).len());
    vec![Span::styled(mark.to_owned(), theme.mark(role)), Span::styled(rest.to_owned(), words)]
}

fn filled(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(text)).max(1)))
}

/// Blocks in their order over so many columns, as even as they allow.
fn spread(blocks: Vec<Vec<Line<'static>>>, many: usize) -> Vec<Vec<Line<'static>>> {
    let heights: Vec<usize> = blocks.iter().map(Vec::len).collect();
    let tallest = heights.iter().copied().max().unwrap_or(0);
    let fits = |most: usize| {
        let (mut columns, mut used) = (1, 0);
        for height in &heights {
            if used + height > most && used > 0 {
                (columns, used) = (columns + 1, 0);
            }
            used += height;
        }
        columns <= many
    };
    let most = (tallest..).find(|most| fits(*most)).unwrap_or(tallest);
    let mut columns = vec![Vec::new()];
    for block in blocks {
        if columns.last().is_some_and(|last: &Vec<_>| !last.is_empty() && last.len() + block.len() > most) {
            columns.push(Vec::new());
        }
        if let Some(last) = columns.last_mut() {
            last.extend(block);
        }
    }
    columns
}

/// Moving about in it, and away from it; any other key does nothing.
pub(super) fn press(desk: &mut Desk, key: KeyEvent) {
    let ((columns, rows), theme) = (room(desk.size), desk.theme);
    let Some(Layer::Help(help)) = desk.layers.last_mut() else { return };
    let shown = usize::from(rows);
    let last = Laid::of(help, theme, columns).height().saturating_sub(shown);
    let page = shown.saturating_sub(2).max(1);
    match key.code {
        KeyCode::Down | KeyCode::Char('j') => help.scroll = (help.scroll + 1).min(last),
        KeyCode::Up | KeyCode::Char('k') => help.scroll = help.scroll.saturating_sub(1),
        KeyCode::PageDown | KeyCode::Char(' ') => help.scroll = (help.scroll + page).min(last),
        KeyCode::PageUp => help.scroll = help.scroll.saturating_sub(page),
        KeyCode::Home => help.scroll = 0,
        KeyCode::End => help.scroll = last,
        KeyCode::Esc | KeyCode::Enter | KeyCode::F(1) | KeyCode::Char('q' | '?') => {
            desk.layers.pop();
        }
        _ => {}
    }
}

/// Shows it.
pub(super) fn draw(desk: &Desk, help: &Help, area: Rect, buf: &mut Buffer) {
    let (columns, most) = room(desk.size);
    let laid = Laid::of(help, desk.theme, columns);
    let height = laid.height();
    let rows = u16::try_from(height).unwrap_or(most).min(most);
    let inner = boxed(desk, &help.title, columns + 4, rows + 2, area, buf);
    let shown = usize::from(inner.height);
    let first = help.scroll.min(height.saturating_sub(shown));
    for (line, y) in laid.over.iter().skip(first).zip(inner.top()..inner.bottom()) {
        put(buf, Rect { y, height: 1, ..inner }, line);
    }
    // Within the height of the screen.
    let top = inner.y + u16::try_from(laid.over.len().saturating_sub(first)).unwrap_or(inner.height).min(inner.height);
    let passed = first.saturating_sub(laid.over.len());
    for (column, place) in laid.columns.iter().zip(0u16..) {
        let x = inner.x + place * (laid.each + BETWEEN);
        for (line, y) in column.iter().skip(passed).zip(top..inner.bottom()) {
            put(buf, Rect { x, y, width: laid.each.min(inner.right().saturating_sub(x)), height: 1 }, line);
        }
    }
    scrollbar(desk, inner, (first, shown, height), buf);
}
