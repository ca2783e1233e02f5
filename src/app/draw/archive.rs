//! The search over all meetings: the line, the registers with their counts, the rows, and the selected one in full.

use super::{FOOTER, HEADER, put};
use crate::app::App;
use crate::app::archive::Archive;
use crate::index::{Found, Kind};
use crate::panes::cell;
use crate::text::{code_word, filter_trouble, state_word, visible};
use crate::widgets::theme::Sign;
use crate::widgets::{width, wrapped};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};

/// Rows above the list: the line, what is said about it, the registers, the heads.
const ABOVE: u16 = 4;
/// Rows for the selected row in full.
const UNDER: u16 = 4;

/// Where the rows stand on a screen of this size.
pub fn rows_area((width, height): (u16, u16)) -> Rect {
    let top = HEADER + 1 + ABOVE;
    Rect::new(0, top, width, height.saturating_sub(top + UNDER + FOOTER))
}

/// The row at a place on the screen.
pub fn row_at(archive: &Archive, size: (u16, u16), (x, y): (u16, u16)) -> Option<usize> {
    let area = rows_area(size);
    area.contains((x, y).into()).then(|| first(archive, area) + usize::from(y - area.y))
}

/// The first row that is shown, so that the selected one is.
fn first(archive: &Archive, area: Rect) -> usize {
    let height = usize::from(area.height).max(1);
    archive.cursor.saturating_sub(height - 1)
}

/// Shows the search.
pub fn draw_archive(app: &App, archive: &Archive, area: Rect, buf: &mut Buffer) {
    let body = Rect { y: area.y + HEADER + 1, height: area.height.saturating_sub(HEADER + 1 + FOOTER), ..area };
    Clear.render(body, buf);
    let line = |row: u16| Rect { y: body.y + row, height: 1, ..body };
    question(app, archive, line(0), buf);
    put(buf, line(1), &remark(app, archive));
    registers(app, archive, line(2), buf);
    let rows = rows_area((area.width, area.height));
    let several = archive.answer.found.windows(2).any(|pair| pair[0].folder != pair[1].folder);
    let heads = ["col-record", "col-date", "col-owner", "col-state", "col-text"].map(|id| app.t(id));
    let chain = several.then(|| app.t("col-chain"));
    let [code, date, owner, state, text] = heads;
    let heads = format!(
        "  {}{text}",
        columns(area.width >= 120, [chain.as_deref(), Some(&code), Some(&date), Some(&owner), Some(&state)])
    );
    put(buf, line(3), &Line::styled(app.theme.fit(&heads, rows.width.into()), app.theme.dim()));
    let first = first(archive, rows);
    for ((place, found), y) in archive.answer.found.iter().enumerate().skip(first).zip(rows.y..rows.bottom()) {
        let here = place == archive.cursor;
        let spans = row(app, archive, found, several, here);
        let area = Rect { y, height: 1, ..rows };
        put(buf, area, &Line::from(spans));
        if here {
            buf.set_style(area, app.theme.selected());
        }
    }
    in_full(app, archive, Rect { y: rows.bottom(), height: UNDER, ..rows }, buf);
}

fn question(app: &App, archive: &Archive, area: Rect, buf: &mut Buffer) {
    buf.set_string(area.x + 1, area.y, ">", app.theme.key());
    let field = Rect { x: area.x + 3, width: area.width.saturating_sub(4), ..area };
    archive.line.render(field, buf, app.theme);
    let typed = u16::try_from(width(&archive.line.text())).unwrap_or(field.width);
    if let (Some(rest), true) = (archive.completion(app), typed + 1 < field.width) {
        let ghost = Rect { x: field.x + typed, width: field.width - typed, ..field };
        put(buf, ghost, &Line::styled(app.theme.text(&rest), app.theme.dim()));
    }
}

/// What is to be said about the question: a mistake, a word put right, how far the index is, or what can be asked.
fn remark(app: &App, archive: &Archive) -> Line<'static> {
    let theme = app.theme;
    let said = |text: String, style: Style| Line::styled(format!("   {}", theme.text(&visible(&text))), style);
    if let Some(part) = &archive.unknown {
        return said(filter_trouble(&app.texts, part), theme.bad());
    }
    if let Some(why) = &app.home.trouble {
        return said(app.with("index-unusable", &[("reason", why.as_str().into())]), theme.bad());
    }
    if let Some(progress) = app.home.progress {
        let values = [("done", progress.done.into()), ("all", progress.all.into())];
        return said(app.with("index-progress", &values), theme.warn());
    }
    if let Some((typed, nearest)) = archive.answer.corrected.first() {
        let values = [("typed", typed.as_str().into()), ("nearest", nearest.as_str().into())];
        return said(app.with("search-corrected", &values), theme.warn());
    }
    if archive.answer.found.is_empty() && !archive.is_waiting() {
        return said(app.t("search-nothing"), theme.warn());
    }
    said(app.t("archive-hint"), theme.dim())
}

/// Every register with how many rows of it there are; at the right in which order.
fn registers(app: &App, archive: &Archive, area: Rect, buf: &mut Buffer) {
    let counts = &archive.answer.kinds;
    let count = |kind: Kind| counts.iter().find(|(other, _)| *other == kind).map(|(_, count)| *count);
    let order = app.texts.term(archive.order);
    let order = format!("{} {}", if app.theme.ascii { "v" } else { "↓" }, app.theme.text(&order));
    let order_columns = u16::try_from(width(&order)).unwrap_or(0).min(area.width);
    let (mut spans, mut used) = (vec![Span::raw(" ")], 1);
    let all = app.t("register-all");
    let total = archive.register.is_none().then_some(archive.answer.total);
    let tabs = std::iter::once((None, all, total))
        .chain(Kind::ALL.map(|kind| (Some(kind), app.texts.term(kind), count(kind))));
    for (kind, name, count) in tabs {
        let here = kind == archive.register;
        // Where there is little room, what is empty and not chosen is left out.
        if !here && count.is_none() && area.width < 120 && kind.is_some() {
            continue;
        }
        // Rows come before their number: until that is there, the old one says that it is not sure.
        let unsure = if here && archive.is_waiting() { "?" } else { "" };
        let count = count.map_or_else(String::new, |count| format!(" {count}{unsure}"));
        let style = if here { app.theme.key() } else { app.theme.dim() };
        let (open, close) = if here { ("[", "]") } else { (" ", " ") };
        let text = format!("{open}{}{count}{close}", app.theme.text(&name));
        used += width(&text);
        if used + usize::from(order_columns) + 3 > area.width.into() && !here {
            continue;
        }
        spans.push(Span::styled(text, style));
    }
    put(buf, Rect { width: area.width.saturating_sub(order_columns + 2), ..area }, &Line::from(spans));
    let right = Rect { x: area.right() - order_columns - 1.min(area.width), width: order_columns, ..area };
    put(buf, right, &Line::styled(order, app.theme.dim()));
}

fn columns(wide: bool, [chain, code, date, owner, state]: [Option<&str>; 5]) -> String {
    let mut out = String::new();
    let widths = if wide { [18, 10, 11, 12, 20] } else { [12, 10, 11, 7, 10] };
    for (text, wide) in [chain, code, date, owner, state].into_iter().zip(widths) {
        if let Some(text) = text {
            out.push_str(&cell(text, wide));
            out.push(' ');
        }
    }
    out
}

fn row(app: &App, archive: &Archive, found: &Found, several: bool, here: bool) -> Vec<Span<'static>> {
    let theme = app.theme;
    let date = found.date.as_deref().and_then(|day| day.parse().ok());
    let date = date.map_or_else(String::new, |day| crate::text::notation::date_short(day, app.texts.lang));
    let state = state_word(&app.texts, found);
    let code = code_word(&app.texts, found);
    let cells = [several.then_some(found.chain.as_str()), Some(&code), Some(&date), Some(&found.owner), Some(&state)];
    let mark = if here { theme.sign(Sign::Cursor) } else { " " };
    let style = if found.open { Style::new() } else { theme.dim() };
    let mut spans = vec![
        Span::styled(mark, theme.key()),
        Span::styled(format!(" {}", theme.text(&visible(&columns(app.size.0 >= 120, cells)))), style),
    ];
    if let Some(value) = found.value {
        spans.push(Span::raw(format!("{}  ", crate::text::notation::decimal(value, 1, app.texts.lang))));
    }
    // Square brackets say what was looked for; on the screen a style says it too.
    let mut marked = false;
    for part in found.snippet(&archive.answer.filter).split_inclusive(['[', ']']) {
        let text = part.trim_end_matches(['[', ']']);
        let style = if marked { theme.key() } else { Style::new() };
        spans.push(Span::styled(theme.text(&visible(if theme.colour { text } else { part })), style));
        marked = part.ends_with('[');
    }
    spans
}

/// All of the selected row, as far as there is room.
fn in_full(app: &App, archive: &Archive, area: Rect, buf: &mut Buffer) {
    let Some(found) = archive.selected() else { return };
    let sign = if app.theme.ascii { "-" } else { "─" };
    buf.set_string(area.x, area.y, sign.repeat(area.width.into()), app.theme.dim());
    let due = found.due.as_deref().and_then(|day| day.parse().ok());
    let due = due.map_or_else(String::new, |day| {
        let day = crate::text::notation::date_short(day, app.texts.lang);
        format!("{} · ", app.with("archive-due", &[("date", day.into())]))
    });
    let text = format!(
        "{} · {} · {due}{} {}",
        found.code,
        app.with("archive-made", &[("chain", found.chain.as_str().into()), ("number", found.sessions.0.into())]),
        found.text,
        found.body
    );
    let inner = Rect { x: area.x + 2, width: area.width.saturating_sub(4), ..area };
    let lines = wrapped(&[Span::raw(app.theme.text(&visible(&text)))], inner.width.into(), 0);
    for (line, y) in lines.iter().zip(area.y + 1..area.bottom()) {
        put(buf, Rect { y, height: 1, ..inner }, line);
    }
}
