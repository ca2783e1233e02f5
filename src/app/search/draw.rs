//! The search over all meetings: the line, the registers with their counts, the rows, and the selected one in full.

use crate::app::App;
use crate::app::search::Search;
use crate::desk::layout::{FOOTER, HEADER, put};
use crate::index::{Found, Kind, Sorting};
use crate::text::{code_word, day_word, figure, filter_trouble, state_word};
use crate::widgets::theme::Sign;
use crate::widgets::{Role, ink, width, wrapped};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};

/// Rows above the list: the line, what is said about it, the heads.
const ABOVE: u16 = 3;
/// With fewer columns the registers take two rows.
const WIDE: u16 = 120;
/// Rows for the selected row in full.
const UNDER: u16 = 4;

/// Where the rows stand on a screen of this size.
fn rows_area((width, height): (u16, u16)) -> Rect {
    let top = HEADER + ABOVE + tab_rows(width);
    Rect::new(0, top, width, height.saturating_sub(top + UNDER + FOOTER))
}

/// Rows for the registers.
fn tab_rows(width: u16) -> u16 {
    if width < WIDE { 2 } else { 1 }
}

/// The row at a place on the screen.
pub(super) fn row_at(search: &Search, size: (u16, u16), (x, y): (u16, u16)) -> Option<usize> {
    let area = rows_area(size);
    area.contains((x, y).into()).then(|| first(search, area) + usize::from(y - area.y))
}

/// The first row that is shown, so that the selected one is.
fn first(search: &Search, area: Rect) -> usize {
    let height = usize::from(area.height).max(1);
    search.cursor.saturating_sub(height - 1)
}

/// Shows the search.
pub(in crate::app) fn draw(app: &App, search: &Search, area: Rect, buf: &mut Buffer) {
    let body = Rect { y: area.y + HEADER, height: area.height.saturating_sub(HEADER + FOOTER), ..area };
    Clear.render(body, buf);
    let line = |row: u16| Rect { y: body.y + row, height: 1, ..body };
    question(app, search, line(0), buf);
    put(buf, line(1), &remark(app, search));
    registers(app, search, Rect { height: tab_rows(area.width), ..line(2) }, buf);
    let rows = rows_area((area.width, area.height));
    let several = search.answer.found.windows(2).any(|pair| pair[0].folder.as_os_str() != pair[1].folder.as_os_str());
    heads(app, search, several, line(2 + tab_rows(area.width)), buf);
    if let Some(part) = &search.unknown {
        return instead(app, part, rows, buf);
    }
    let first = first(search, rows);
    for ((place, found), y) in search.answer.found.iter().enumerate().skip(first).zip(rows.y..rows.bottom()) {
        let here = place == search.cursor;
        let spans = row(app, search, found, several, here);
        let area = Rect { y, height: 1, ..rows };
        put(buf, area, &Line::from(spans));
        if here {
            buf.set_style(area, app.desk.theme.selected());
        }
    }
    in_full(app, search, Rect { y: rows.bottom(), height: UNDER, ..rows }, buf);
}

/// What can be asked, in the place of the rows that a question gives which is understood.
fn instead(app: &App, part: &str, area: Rect, buf: &mut Buffer) {
    let [_, right] = filter_trouble(&app.desk.texts, part);
    let room = usize::from(area.width.saturating_sub(6));
    let lines = wrapped(&[Span::raw(app.desk.theme.text(&right))], room, 0);
    for (line, y) in lines.iter().zip(area.y..area.bottom()) {
        put(buf, Rect { x: area.x + 3, y, width: area.width.saturating_sub(3), height: 1 }, line);
    }
}

/// What stands in the columns; at the right in which order.
fn heads(app: &App, search: &Search, several: bool, area: Rect, buf: &mut Buffer) {
    let day = if search.order == Sorting::Due { "col-due" } else { "col-date" };
    let [code, date, owner, state, text] =
        ["col-record", day, "col-owner", "col-state", "col-text"].map(|id| app.desk.t(id));
    let chain = several.then(|| app.desk.t("col-chain"));
    let cells = [chain.as_deref(), Some(&code), Some(&date), Some(&owner), Some(&state)];
    let heads = format!("  {}{text}", columns(app, cells));
    put(buf, area, &Line::styled(app.desk.theme.fit(&heads, area.width.into()), app.desk.theme.dim()));
    let order = app.desk.theme.text(&app.desk.texts.term(search.order));
    let order = format!("{} {order}", if app.desk.theme.ascii { "v" } else { "↓" });
    let wide = u16::try_from(width(&order)).unwrap_or(0).min(area.width);
    let right = Rect { x: area.right().saturating_sub(wide + 1).max(area.x), width: wide, ..area };
    put(buf, right, &Line::styled(order, app.desk.theme.dim()));
}

fn question(app: &App, search: &Search, area: Rect, buf: &mut Buffer) {
    ink::sign(buf, (area.x + 1, area.y), ">", app.desk.theme.key());
    let field = Rect { x: area.x + 3, width: area.width.saturating_sub(4), ..area };
    search.line.render(field, buf, app.desk.theme);
    let typed = u16::try_from(width(&search.line.text())).unwrap_or(field.width);
    if let (Some(rest), true) = (search.completion(&app.desk.texts), typed + 1 < field.width) {
        let ghost = Rect { x: field.x + typed, width: field.width - typed, ..field };
        put(buf, ghost, &Line::styled(app.desk.theme.text(&rest), app.desk.theme.dim()));
    }
}

/// What is to be said about the question: a mistake, a word put right, how far the index is, or what can be asked.
fn remark(app: &App, search: &Search) -> Line<'static> {
    let theme = app.desk.theme;
    let said = |text: String, style: Style| Line::styled(format!("   {}", theme.text(&text)), style);
    if let Some(part) = &search.unknown {
        let [wrong, _] = filter_trouble(&app.desk.texts, part);
        return said(wrong, theme.bad());
    }
    if let Some(why) = &app.home.trouble {
        return said(app.desk.with("index-unusable", &[("reason", why.as_str().into())]), theme.bad());
    }
    if let Some(progress) = app.home.progress {
        let values = [("done", progress.done.into()), ("all", progress.all.into())];
        return said(app.desk.with("index-progress", &values), theme.warn());
    }
    if let Some((typed, nearest)) = search.answer.corrected.first() {
        let values = [("typed", typed.as_str().into()), ("nearest", nearest.as_str().into())];
        return said(app.desk.with("search-corrected", &values), theme.warn());
    }
    if search.answer.found.is_empty() && !search.is_waiting() {
        let id = if search.filter.nothing { "search-no-words" } else { "search-nothing" };
        return said(app.desk.t(id), theme.warn());
    }
    said(app.desk.t("archive-hint"), theme.dim())
}

/// Every register with how many rows of it there are, over as many rows as there is room for.
fn registers(app: &App, search: &Search, area: Rect, buf: &mut Buffer) {
    let counts = &search.answer.kinds;
    let count = |kind: Kind| counts.iter().find(|(other, _)| *other == kind).map(|(_, count)| *count);
    let total = Some(counts.iter().map(|(_, count)| count).sum());
    let tabs = std::iter::once((None, app.desk.t("register-all"), total))
        .chain(Kind::ALL.map(|kind| (Some(kind), app.desk.texts.term(kind), count(kind))));
    let (mut line, mut used, mut lines) = (Vec::new(), 0, Vec::new());
    for (kind, name, count) in tabs {
        let here = kind == search.register;
        // Where there is little room, what is empty and not chosen is left out.
        if !here && count.is_none() && area.width < WIDE && kind.is_some() {
            continue;
        }
        // Rows come before their number: until that is there, the old one says that it is not sure.
        let unsure = if here && search.is_waiting() { "?" } else { "" };
        let count = count.map_or_else(String::new, |count| format!(" {count}{unsure}"));
        let style = if here { app.desk.theme.key() } else { app.desk.theme.dim() };
        let (open, close) = if here { ("[", "]") } else { (" ", " ") };
        let text = format!("{open}{}{count}{close}", app.desk.theme.text(&name));
        if used > 0 && used + width(&text) > area.width.into() {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        used += width(&text);
        line.push(Span::styled(text, style));
    }
    lines.push(line);
    // The chosen one is shown, however small the screen is.
    let is_here = |line: &Vec<Span<'_>>| line.iter().any(|span| span.content.starts_with('['));
    let here = lines.iter().position(is_here).unwrap_or(0);
    let first = (here + 1).saturating_sub(area.height.into());
    for (line, y) in lines.into_iter().skip(first).zip(area.y..area.bottom()) {
        put(buf, Rect { y, height: 1, ..area }, &Line::from(line));
    }
}

/// Cells as wide as their columns; what is cut off ends in dots.
fn columns(app: &App, [chain, code, date, owner, state]: [Option<&str>; 5]) -> String {
    let mut out = String::new();
    let widths = if app.desk.size.0 >= WIDE { [18, 12, 11, 12, 20] } else { [12, 11, 11, 7, 10] };
    for (text, wide) in [chain, code, date, owner, state].into_iter().zip(widths) {
        if let Some(text) = text {
            out.push_str(&app.desk.theme.fit(text, wide));
            out.push(' ');
        }
    }
    out
}

fn row(app: &App, search: &Search, found: &Found, several: bool, here: bool) -> Vec<Span<'static>> {
    let theme = app.desk.theme;
    let day = if search.order == Sorting::Due { &found.due } else { &found.date };
    let date = day_word(&app.desk.texts, day.as_deref());
    let state = state_word(&app.desk.texts, found);
    let code = code_word(&app.desk.texts, found);
    let cells = [several.then_some(found.chain.as_str()), Some(&code), Some(&date), Some(&found.owner), Some(&state)];
    let mark = if here { theme.sign(Sign::Cursor) } else { " " };
    let style = if found.open { Style::new() } else { theme.dim() };
    let mut spans = vec![Span::styled(mark, theme.key()), Span::styled(format!(" {}", columns(app, cells)), style)];
    if let Some(value) = found.value {
        spans.push(Span::raw(format!("{}  ", figure(&app.desk.texts, value))));
    }
    // Square brackets say what was looked for; on the screen a style says it too.
    let mut marked = false;
    let used: usize = spans.iter().map(|span| width(&span.content)).sum();
    let room = usize::from(app.desk.size.0).saturating_sub(used);
    let snippet = found.snippet(&search.answer.filter, room);
    let snippet = theme.cut(&snippet, room);
    for part in snippet.split_inclusive(['[', ']']) {
        let text = part.trim_end_matches(['[', ']']);
        let style = if marked { theme.key() } else { Style::new() };
        spans.push(Span::styled((if theme.is_plain() { part } else { text }).to_owned(), style));
        marked = part.ends_with('[');
    }
    spans
}

/// All of the selected row, as far as there is room.
fn in_full(app: &App, search: &Search, area: Rect, buf: &mut Buffer) {
    let Some(found) = search.selected() else { return };
    let sign = if app.desk.theme.ascii { "-" } else { "─" };
    ink::fill(buf, Rect { height: 1, ..area }, sign, app.desk.theme.mark(Role::Line));
    let due = found.due.as_deref().map_or_else(String::new, |due| {
        let day = day_word(&app.desk.texts, Some(due));
        format!("{} · ", app.desk.with("archive-due", &[("date", day.into())]))
    });
    let text = format!(
        "{} · {} · {due}{} {}",
        code_word(&app.desk.texts, found),
        app.desk.with("archive-made", &[("chain", found.chain.as_str().into()), ("number", found.sessions.0.into())]),
        found.text,
        found.body
    );
    let inner = Rect { x: area.x + 2, width: area.width.saturating_sub(4), ..area };
    let lines = wrapped(&[Span::raw(app.desk.theme.text(&text))], inner.width.into(), 0);
    for (line, y) in lines.iter().zip(area.y + 1..area.bottom()) {
        put(buf, Rect { y, height: 1, ..inner }, line);
    }
}
