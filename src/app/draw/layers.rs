//! The layers over the meeting.

use super::{FOOTER, HEADER, put};
use crate::app::App;
use crate::app::drafts::THROW_AWAY;
use crate::app::layer::{Choice, Details, Layer, Picker, Prompt, Reader, RollCall, Tone};
use crate::text::on_one_line;
use crate::widgets::theme::Sign;
use crate::widgets::{Page, width, wrapped};
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Rect};
use ratatui::style::{Color, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Clear, Widget};

fn boxed(app: &App, title: &str, columns: u16, rows: u16, area: Rect, buf: &mut Buffer) -> Rect {
    let rect = area.centered(Constraint::Length(columns.min(area.width)), Constraint::Length(rows.min(area.height)));
    Clear.render(rect, buf);
    let title = app.theme.fit(title, usize::from(rect.width.saturating_sub(4)));
    let block = Block::bordered()
        .border_set(app.theme.border())
        .title(Span::styled(format!(" {} ", title.trim_end()), app.theme.heading()));
    let inner = block.inner(rect);
    block.render(rect, buf);
    Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner }
}

/// Shows one layer.
pub fn draw_layer(app: &App, layer: &Layer, area: Rect, buf: &mut Buffer) {
    // Name, number, date, state and save state stay visible above, the keys below.
    let body = Rect { y: area.y + HEADER, height: area.height.saturating_sub(FOOTER + HEADER), ..area };
    match layer {
        Layer::Prompt(prompt) => draw_prompt(app, prompt, body, buf),
        Layer::Picker(picker) => draw_picker(app, picker, body, buf),
        Layer::RollCall(call) => draw_roll_call(app, call, body, buf),
        Layer::Details(details) => draw_details(app, details, body, buf),
        Layer::Reader(reader) => draw_reader(app, reader, body, buf),
        Layer::Search(search) => super::search::draw_search(app, search, area, buf),
        Layer::Trends(trends) => super::trends::draw_trends(app, trends, area, buf),
    }
}

/// Lines under each other from the top of `area`; gives what is left under them.
fn stack(app: &App, text: &str, style: Style, area: Rect, buf: &mut Buffer) -> Rect {
    if text.is_empty() {
        return area;
    }
    let spans = [Span::styled(app.theme.text(text), style)];
    let lines = wrapped(&spans, area.width.into(), 0);
    let used = u16::try_from(lines.len()).unwrap_or(area.height).min(area.height);
    for (line, y) in lines.iter().zip(area.y..area.y + used) {
        put(buf, Rect { y, height: 1, ..area }, line);
    }
    Rect { y: area.y + used, height: area.height - used, ..area }
}

fn draw_prompt(app: &App, prompt: &Prompt, area: Rect, buf: &mut Buffer) {
    let columns = area.width.saturating_sub(4).min(100);
    let rows = if prompt.editor.has_lines() { 14 } else { 10 };
    let inner = boxed(app, &prompt.title, columns, rows, area, buf);
    let mut rest = stack(app, &prompt.hint, app.theme.dim(), inner, buf);
    if let Some(offered) = prompt.offered {
        let args = [("when", app.draft_moment(offered.at).into()), ("key", THROW_AWAY.label().into())];
        rest = stack(app, &app.with("draft-offered", &args), app.theme.warn(), rest, buf);
    }
    let notes = 3.min(rest.height.saturating_sub(1));
    let field = Rect { height: rest.height - notes, ..rest };
    prompt.editor.render(field, buf, app.theme);
    let under = Rect { y: field.bottom(), height: notes, ..rest };
    match (&prompt.error, prompt.echo) {
        (Some(error), _) => stack(app, error, app.theme.bad(), under, buf),
        (None, Some(echo)) => stack(app, &echo(app, &prompt.editor.text()), app.theme.good(), under, buf),
        (None, None) => under,
    };
}

fn draw_picker(app: &App, picker: &Picker, area: Rect, buf: &mut Buffer) {
    let columns = area.width.saturating_sub(6).min(90);
    let shown = picker.shown();
    let room = usize::from(columns.saturating_sub(4));
    let all: Vec<Vec<Line<'static>>> = shown.iter().map(|place| choice(app, &picker.choices[*place], room)).collect();
    let said = wrapped(&[Span::raw(app.theme.text(&picker.explanation))], room, 0).len();
    let extra = said + usize::from(picker.search.is_some()) + 3;
    let rows = u16::try_from(all.iter().map(Vec::len).sum::<usize>() + extra).unwrap_or(area.height);
    let inner = boxed(app, &picker.title, columns, rows.min(area.height), area, buf);
    let mut rest = stack(app, &picker.explanation, Style::new(), inner, buf);
    if let Some(search) = &picker.search {
        buf.set_string(rest.x, rest.y, ">", app.theme.key());
        search.render(Rect { x: rest.x + 2, width: rest.width.saturating_sub(2), height: 1, ..rest }, buf, app.theme);
        rest = Rect { y: rest.y + 1, height: rest.height.saturating_sub(1), ..rest };
    }
    if all.is_empty() {
        stack(app, &app.t("nothing-found"), app.theme.dim(), rest, buf);
    }
    // As many choices above the chosen one as leave room for all of it.
    let height = usize::from(rest.height);
    let mut first = picker.cursor.min(all.len().saturating_sub(1));
    let mut used = all.get(first).map_or(0, Vec::len);
    while first > 0 && used + all[first - 1].len() <= height {
        first -= 1;
        used += all[first].len();
    }
    let lines = all.iter().enumerate().skip(first);
    let lines = lines.flat_map(|(place, lines)| lines.iter().enumerate().map(move |(part, line)| (place, part, line)));
    for ((place, part, line), y) in lines.zip(rest.y..rest.bottom()) {
        let row = Rect { y, height: 1, ..rest };
        put(buf, row, line);
        if place == picker.cursor {
            if part == 0 {
                buf.set_string(row.x, row.y, app.theme.sign(Sign::Cursor), app.theme.key());
            }
            buf.set_style(row, app.theme.selected().fg(Color::Reset));
        }
    }
    let below = all.iter().skip(first).map(Vec::len).sum::<usize>() > height;
    more_choices(app, rest, (first > 0, below), buf);
}

/// Columns before the label of a choice: the mark of the chosen one, and its letter.
const LETTER: usize = 4;

/// A choice as lines: its letter, what it says, and what stands beside it.
fn choice(app: &App, choice: &Choice, columns: usize) -> Vec<Line<'static>> {
    let letter = choice.letter.map_or_else(|| " ".repeat(LETTER), |letter| format!("  {letter} "));
    let label = app.theme.text(&choice.label);
    let mut spans = vec![Span::styled(letter, app.theme.key()), Span::raw(label)];
    if !choice.note.is_empty() {
        // What stands beside it stands at the right edge, where there is room.
        let note = app.theme.text(&on_one_line(&choice.note));
        let used = LETTER + width(&spans[1].content) + width(&note) + 1;
        spans.push(Span::raw(" ".repeat(columns.saturating_sub(used) + 1)));
        spans.push(Span::styled(note, app.theme.key()));
    }
    wrapped(&spans, columns, LETTER)
}

/// Says at the right edge that the list goes on above or below.
fn more_choices(app: &App, area: Rect, (above, below): (bool, bool), buf: &mut Buffer) {
    let (up, down) = if app.theme.ascii { ("^", "v") } else { ("↑", "↓") };
    if area.height == 0 {
        return;
    }
    if above {
        buf.set_string(area.right(), area.y, up, app.theme.dim());
    }
    if below {
        buf.set_string(area.right(), area.bottom() - 1, down, app.theme.dim());
    }
}

/// Rows for what is worth knowing about a partner.
const CARD: usize = 4;

fn draw_roll_call(app: &App, call: &RollCall, area: Rect, buf: &mut Buffer) {
    let all = call.asked.len() + call.queue.len();
    let columns = area.width.saturating_sub(6).min(100);
    let card = if call.card.is_some() { CARD } else { 0 };
    let about = about(app, call, columns.saturating_sub(4).into());
    let said = about.len();
    let rows = u16::try_from(said + all + call.keys.len().div_ceil(2) + 6 + card).unwrap_or(area.height);
    let mut rest = boxed(app, &call.title, columns, rows.min(area.height), area, buf);
    for line in about {
        put(buf, rest, &line);
        rest = Rect { y: rest.y + 1.min(rest.height), height: rest.height.saturating_sub(1), ..rest };
    }
    for (place, code) in call.asked.iter().chain(&call.queue).enumerate() {
        let now = place == call.asked.len();
        let sign = if now { app.theme.sign(Sign::Cursor) } else { " " };
        let text = format!("{sign} {:<6} {}", on_one_line(code.as_str()), (call.state)(app, code));
        let style = if now { app.theme.strong() } else { app.theme.dim() };
        if rest.height == 0 {
            break;
        }
        put(buf, rest, &Line::styled(app.theme.fit(&text, rest.width.into()), style));
        rest = Rect { y: rest.y + 1, height: rest.height - 1, ..rest };
    }
    rest = Rect { y: rest.y + 1.min(rest.height), height: rest.height.saturating_sub(1), ..rest };
    let keys: Vec<Span<'_>> = call
        .keys
        .iter()
        .flat_map(|key| {
            let label = app.theme.text(&key.label).replace(' ', "\u{a0}");
            [Span::styled(key.key.to_string(), app.theme.key()), Span::raw(format!("\u{a0}{label}   "))]
        })
        .collect();
    for line in wrapped(&keys, rest.width.into(), 0) {
        put(buf, rest, &line);
        rest = Rect { y: rest.y + 1.min(rest.height), height: rest.height.saturating_sub(1), ..rest };
    }
    if let Some(error) = &call.error {
        rest = stack(app, error, app.theme.bad(), rest, buf);
    }
    let asked = call.queue.first().zip(call.card.as_ref());
    for line in asked.map(|(code, card)| card(app, code)).unwrap_or_default() {
        rest = stack(app, &line, app.theme.dim(), rest, buf);
    }
}

/// What a roll call is about, in at most two lines: the partners have to fit under it.
fn about(app: &App, call: &RollCall, columns: usize) -> Vec<Line<'static>> {
    if call.about.is_empty() {
        return Vec::new();
    }
    let text = app.theme.cut(&call.about, 2 * columns);
    wrapped(&[Span::styled(text, app.theme.strong())], columns, 0).into_iter().take(2).collect()
}

fn draw_details(app: &App, details: &Details, area: Rect, buf: &mut Buffer) {
    let Some(found) = app.view().and_then(|view| details.subject.details(&view)) else { return };
    let columns = area.width.saturating_sub(4).min(116);
    let inner = boxed(app, &found.title, columns, area.height, area, buf);
    let mut page: Page<usize> = Page::default();
    let label_width = found.fields.iter().map(|field| width(&field.label)).max().unwrap_or(0).min(28);
    for (place, field) in found.fields.iter().enumerate() {
        let style = if field.warns { app.theme.warn() } else { Style::new() };
        let label = app.theme.fit(&field.label, label_width + 2);
        let spans = vec![Span::styled(label, app.theme.dim()), Span::styled(field.value.clone(), style)];
        page.push(Some(place), spans, label_width + 2);
    }
    for note in &found.notes {
        page.blank();
        page.text(note.clone());
    }
    page.laid_out(inner.width, app.theme).render(inner, buf, Some(&details.cursor), 0);
}

fn draw_reader(app: &App, reader: &Reader, area: Rect, buf: &mut Buffer) {
    let columns = area.width.saturating_sub(4).min(110);
    let inner = boxed(app, &reader.title, columns, area.height, area, buf);
    let mut rest = inner;
    for (text, tone) in reader.lines.iter().skip(reader.scroll) {
        if rest.height == 0 {
            break;
        }
        let style = match tone {
            Tone::Plain | Tone::Key => Style::new(),
            Tone::Heading => app.theme.heading(),
        };
        rest = if text.is_empty() {
            Rect { y: rest.y + 1, height: rest.height - 1, ..rest }
        } else {
            stack(app, text, style, rest, buf)
        };
    }
}
