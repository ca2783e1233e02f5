//! The screen: header, agenda, pane, footer, and the layers over them. Drawing changes nothing.

use super::layer::{Details, Layer, Picker, Prompt, Reader, RollCall, Tone};
use super::meeting::{Access, Meeting, SaveState, Tab};
use super::{App, commands};
use crate::model::agenda::{AgendaItem, ItemOutcome, Room, TimeMark};
use crate::model::session::State;
use crate::panes;
use crate::text::{notation, visible};
use crate::widgets::theme::Sign;
use crate::widgets::{Page, width, wrapped};
use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Clear, Widget};

/// Below this size there is only a request for a larger window.
const SMALLEST: (u16, u16) = (60, 16);
/// The first row of the list of meetings.
pub const HOME_TOP: u16 = 4;
const FOOTER: u16 = 2;
const HEADER: u16 = 1;

fn agenda_width(columns: u16) -> u16 {
    if columns >= 120 { 44 } else { 28 }
}

/// Where the agenda stands on a screen of this size.
pub fn agenda_area((width, height): (u16, u16)) -> Rect {
    Rect::new(0, HEADER + 1, agenda_width(width).min(width), height.saturating_sub(HEADER + 1 + FOOTER))
}

/// Where the pane stands on a screen of this size.
pub fn pane_area((width, height): (u16, u16)) -> Rect {
    let left = agenda_width(width) + 1;
    Rect::new(left, HEADER + 1, width.saturating_sub(left), height.saturating_sub(HEADER + 1 + FOOTER))
}

/// Draws everything.
pub fn draw(app: &App, frame: &mut Frame<'_>) {
    let area = frame.area();
    let buf = frame.buffer_mut();
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        let words = app.t("too-small");
        for (line, y) in
            wrapped(&[Span::raw(app.theme.text(&words))], area.width.into(), 0).iter().zip(area.y..area.bottom())
        {
            line.render(Rect { y, height: 1, ..area }, buf);
        }
        return;
    }
    match &app.meeting {
        Some(meeting) => draw_meeting(app, meeting, area, buf),
        None => draw_home(app, area, buf),
    }
    footer(app, Rect { y: area.bottom() - FOOTER, height: FOOTER, ..area }, buf);
    for layer in &app.layers {
        draw_layer(app, layer, area, buf);
    }
}

fn put(buf: &mut Buffer, area: Rect, line: &Line<'_>) {
    line.render(Rect { height: 1.min(area.height), ..area }, buf);
}

fn draw_meeting(app: &App, meeting: &Meeting, area: Rect, buf: &mut Buffer) {
    header(app, meeting, Rect { height: HEADER, ..area }, buf);
    rule(app, area, buf);
    let size = (area.width, area.height);
    agenda(app, meeting, agenda_area(size), buf);
    let left = agenda_area(size);
    let bar = if app.theme.ascii { "|" } else { "│" };
    for y in left.y..left.bottom() {
        buf.set_string(left.right(), y, bar, app.theme.dim());
    }
    if let Some(view) = app.view() {
        let page = panes::page(&view, meeting.room());
        page.render(pane_area(size), buf, app.theme, app.selected().as_ref(), meeting.offset);
    }
}

fn rule(app: &App, area: Rect, buf: &mut Buffer) {
    let sign = if app.theme.ascii { "-" } else { "─" };
    buf.set_string(area.x, area.y + HEADER, sign.repeat(area.width.into()), app.theme.dim());
}

fn header(app: &App, meeting: &Meeting, area: Rect, buf: &mut Buffer) {
    let session = &meeting.session;
    let lang = app.texts.lang;
    let wide = area.width >= 110;
    let date = if wide { notation::date_full(session.date, lang) } else { notation::date_short(session.date, lang) };
    let title = app.with("header", &[("number", session.number.into()), ("date", date.into())]);
    let state_style = if session.state == State::Live { app.theme.good() } else { app.theme.strong() };
    let name = app.theme.text(&visible(&session.chain.name));
    let mut spans = vec![
        Span::styled(format!(" {name} "), app.theme.heading()),
        Span::raw(app.theme.text(&format!("· {title} · "))),
        Span::styled(app.texts.term(session.state).to_uppercase(), state_style),
    ];
    if meeting.access != Access::Write {
        spans.push(Span::styled(app.theme.text(&format!(" · {}", app.t("read-only"))), app.theme.warn()));
    }
    if wide && !session.identity.slogan.is_empty() {
        spans.push(Span::styled(app.theme.text(&format!(" · {}", visible(&session.identity.slogan))), app.theme.dim()));
    }
    put(buf, area, &Line::from(spans));
    let (text, style) = save_state(app, meeting);
    let columns = u16::try_from(width(&text)).unwrap_or(area.width).min(area.width);
    put(buf, Rect { x: area.right() - columns, width: columns, ..area }, &Line::styled(text, style));
}

/// *Recorded* only when it is; plainly when it is not.
fn save_state(app: &App, meeting: &Meeting) -> (String, Style) {
    let theme = app.theme;
    if meeting.access != Access::Write {
        return (String::new(), Style::new());
    }
    match &meeting.save_state {
        SaveState::Untouched => (format!(" {} ", app.t("save-untouched")), theme.dim()),
        SaveState::Saving => (format!(" {} ", app.t("save-saving")), theme.warn()),
        SaveState::Recorded(at) => {
            let time = notation::time_of_day(at.time(), app.texts.lang);
            let text = app.with("save-recorded", &[("time", time.into())]);
            (format!(" {} {text} ", theme.sign(Sign::Done)), theme.good())
        }
        SaveState::Failed(_) => (format!(" {} {} ", theme.sign(Sign::Warning), app.t("save-failed")), theme.bad()),
    }
}

/// The place at row `y` of the agenda.
pub fn tab_at(meeting: &Meeting, area: Rect, y: u16) -> Option<Tab> {
    let rows = agenda_rows(meeting);
    let first = first_row(meeting, &rows, area.height);
    rows.into_iter().nth(first + usize::from(y.checked_sub(area.y)?)).flatten()
}

/// Rows of the agenda column: places, and empty rows between.
fn agenda_rows(meeting: &Meeting) -> Vec<Option<Tab>> {
    let tabs = meeting.tabs();
    let items = tabs.iter().take_while(|tab| matches!(tab, Tab::Item(_))).count();
    let mut rows: Vec<Option<Tab>> = tabs.into_iter().map(Some).collect();
    if rows.len() > items {
        rows.insert(items, None);
    }
    rows
}

fn first_row(meeting: &Meeting, rows: &[Option<Tab>], height: u16) -> usize {
    let here = rows.iter().position(|row| row.as_ref() == Some(&meeting.tab)).unwrap_or(0);
    let height = usize::from(height);
    if rows.len() <= height { 0 } else { here.saturating_sub(height / 2).min(rows.len() - height) }
}

fn agenda(app: &App, meeting: &Meeting, area: Rect, buf: &mut Buffer) {
    let rows = agenda_rows(meeting);
    let first = first_row(meeting, &rows, area.height);
    for (row, y) in rows.iter().skip(first).zip(area.y..area.bottom()) {
        let place = Rect { y, height: 1, ..area };
        match row {
            None => put(buf, place, &Line::styled(format!(" {}", app.t("not-on-agenda")), app.theme.dim())),
            Some(tab) => {
                let (text, style) = agenda_row(app, meeting, tab, area.width.into());
                put(buf, place, &Line::styled(text, style));
                if *tab == meeting.tab {
                    buf.set_style(place, app.theme.selected());
                }
            }
        }
    }
}

fn factor(room: Room) -> String {
    room.factor().map_or_else(String::new, |number| format!("({number})"))
}

fn agenda_row(app: &App, meeting: &Meeting, tab: &Tab, columns: usize) -> (String, Style) {
    let theme = app.theme;
    match tab {
        Tab::Room(room) => {
            let text = format!("     {} {}", app.texts.term(*room), factor(*room));
            (fit(&theme.text(&text), columns), theme.dim())
        }
        Tab::Item(no) => {
            let Some(item) = meeting.session.agenda.item(no) else { return (String::new(), Style::new()) };
            let (sign, style, time) = item_state(app, meeting, item);
            let factor = factor(item.room);
            let head = format!(" {sign} {:<3}", theme.text(&visible(no.as_str())));
            let tail = format!(" {factor}{time:>6} ");
            let room = columns.saturating_sub(width(&head) + width(&tail));
            let title = fit(&theme.text(&visible(&item.title)), room);
            (format!("{head}{title}{tail}"), style)
        }
    }
}

/// Sign, style and time of an item: planned, or spent of planned with the marks at 70 and 100 %.
fn item_state(app: &App, meeting: &Meeting, item: &AgendaItem) -> (&'static str, Style, String) {
    let theme = app.theme;
    let agenda = &meeting.session.agenda;
    let now = app.now();
    let spent = agenda.spent(item, now) / 60;
    let running = agenda.running.as_ref().is_some_and(|running| running.item == item.no);
    let mark = agenda.mark(item, now);
    let over = if mark == TimeMark::Over { "!" } else { "" };
    let time =
        if running || spent > 0 { format!("{spent}/{}{over}", item.minutes) } else { format!("{}", item.minutes) };
    match item.outcome {
        _ if running => {
            let style = match mark {
                TimeMark::Within => theme.good(),
                TimeMark::Nearly => theme.warn(),
                TimeMark::Over => theme.bad(),
            };
            (theme.sign(Sign::Running), style.patch(theme.strong()), time)
        }
        Some(ItemOutcome::Skipped | ItemOutcome::NotReached | ItemOutcome::Deferred) => {
            (theme.sign(Sign::Skipped), theme.dim(), time)
        }
        Some(_) => (theme.sign(Sign::Done), theme.dim(), time),
        None => (theme.sign(Sign::Todo), Style::new(), time),
    }
}

/// Cut with an ellipsis, or filled with spaces, to exactly so many columns.
fn fit(text: &str, columns: usize) -> String {
    use unicode_segmentation::UnicodeSegmentation;
    if width(text) <= columns {
        return format!("{text}{}", " ".repeat(columns - width(text)));
    }
    let mut out = String::new();
    for cluster in text.graphemes(true) {
        if width(&out) + width(cluster) + 1 > columns {
            break;
        }
        out.push_str(cluster);
    }
    let dots = if text.is_ascii() { "." } else { "…" };
    out.push_str(dots);
    format!("{out}{}", " ".repeat(columns.saturating_sub(width(&out))))
}

fn draw_home(app: &App, area: Rect, buf: &mut Buffer) {
    let theme = app.theme;
    let newest = app.home.files.iter().rev().find_map(|file| file.session());
    let name = newest.map_or_else(|| app.t("program-name"), |session| session.chain.name.clone());
    let slogan = newest.map_or_else(|| app.t("program-slogan"), |session| session.identity.slogan.clone());
    put(
        buf,
        area,
        &Line::from(vec![
            Span::styled(theme.text(&format!(" {} ", visible(&name))), theme.heading()),
            Span::styled(theme.text(&visible(&slogan)), theme.dim()),
        ]),
    );
    rule(app, area, buf);
    let body = Rect { y: area.y + 2, height: area.height.saturating_sub(2 + FOOTER), ..area };
    if app.home.files.is_empty() {
        let text = match &app.home.trouble {
            Some(error) => app.trouble(error),
            None if app.home.reading => app.t("home-reading"),
            None => app.with("home-empty", &[("folder", app.folder.sessions().display().to_string().into())]),
        };
        for (line, y) in wrapped(&[Span::raw(theme.text(&visible(&text)))], body.width.saturating_sub(4).into(), 0)
            .iter()
            .zip(body.y + 1..body.bottom())
        {
            put(buf, Rect { x: body.x + 2, y, width: body.width.saturating_sub(4), height: 1 }, line);
        }
        return;
    }
    put(buf, Rect { y: body.y + 1, ..body }, &Line::styled(format!("   {}", app.t("home-columns")), theme.dim()));
    let height = usize::from(body.height.saturating_sub(2));
    let first = app.home.cursor.saturating_sub(height.saturating_sub(1));
    for (place, y) in (first..app.home.files.len()).zip(HOME_TOP..body.bottom()) {
        let row = Rect { y, height: 1, ..body };
        let (text, style) = super::home::row(app, place);
        put(buf, row, &Line::styled(fit(&theme.text(&visible(&text)), row.width.into()), style));
        if place == app.home.cursor {
            buf.set_style(row, theme.selected());
        }
    }
}

/// What was said last, else the state of the disk; under it the keys that hold now.
fn footer(app: &App, area: Rect, buf: &mut Buffer) {
    let theme = app.theme;
    let failed = app.meeting.as_ref().and_then(|meeting| match &meeting.save_state {
        SaveState::Failed(error) => Some(app.trouble(error)),
        _ => None,
    });
    let aside = app.meeting.as_ref().and_then(|meeting| meeting.set_aside.as_ref());
    let aside = aside.map(|path| app.with("set-aside", &[("file", path.display().to_string().into())]));
    let (text, style) = match (failed, &app.message, aside) {
        (Some(error), _, _) => (app.with("save-failed-why", &[("why", error.into())]), theme.bad()),
        (None, Some(message), _) => (message.clone(), theme.warn()),
        (None, None, Some(aside)) => (aside, theme.warn()),
        (None, None, None) => (String::new(), Style::new()),
    };
    let (first, second) = hints(app);
    if text.is_empty() {
        put(buf, area, &hint_line(app, first, area.width));
    } else {
        let text = theme.text(&visible(&text));
        put(buf, area, &Line::styled(format!(" {}", fit(&text, usize::from(area.width.saturating_sub(2)))), style));
    }
    put(buf, Rect { y: area.y + 1, ..area }, &hint_line(app, second, area.width));
}

/// As many keys with their names as fit.
fn hint_line(app: &App, hints: Hints, columns: u16) -> Line<'static> {
    let mut spans = vec![Span::raw(" ")];
    let mut used = 1;
    for (key, name) in hints {
        let name = app.theme.text(&name);
        let wanted = width(&key) + width(&name) + 3;
        if used + wanted > usize::from(columns) {
            break;
        }
        used += wanted;
        spans.push(Span::styled(key, app.theme.key()));
        spans.push(Span::styled(format!(" {name}  "), app.theme.dim()));
    }
    Line::from(spans)
}

/// Keys with their names.
type Hints = Vec<(String, String)>;

/// Two lines of keys: those of the pane with those of the agenda, and help with those that hold everywhere.
fn hints(app: &App) -> (Hints, Hints) {
    if !app.layers.is_empty() {
        return (Vec::new(), layer_hints(app));
    }
    let moving = ["cmd-down", "cmd-up", "cmd-page-down", "cmd-page-up"];
    let hint = |command: &crate::app::command::Command| (command.label().unwrap_or_default(), app.t(command.name));
    let of_group = |group: &commands::Group| -> Hints {
        let shown = |command: &&crate::app::command::Command| {
            commands::is_of_use(app, command) && !command.keys.is_empty() && !moving.contains(&command.name)
        };
        group.commands.iter().filter(shown).map(hint).collect()
    };
    let groups = commands::active(app);
    let help = groups.iter().flat_map(|group| group.commands).find(|command| command.name == "cmd-help").map(hint);
    let named =
        |heading: &str| groups.iter().filter(|group| group.heading == heading).flat_map(of_group).collect::<Vec<_>>();
    let (records, agenda, everywhere) = (named("group-records"), named("group-agenda"), named("group-everywhere"));
    let pane: Vec<_> = groups.first().map(of_group).unwrap_or_default();
    // Four ways to put something on record come before all else, then help.
    let (record, more) = records.split_at(records.len().min(4));
    let first = pane.into_iter().chain(agenda).collect();
    let second = help.into_iter().chain(record.to_vec()).chain(everywhere).chain(more.to_vec()).collect();
    (first, second)
}

fn layer_hints(app: &App) -> Hints {
    let pairs: &[(&str, &str)] = match app.layers.last() {
        Some(Layer::Prompt(prompt)) if prompt.editor.has_lines() => {
            &[("Enter", "hint-save"), ("Alt-Enter", "hint-new-line"), ("Esc", "hint-cancel")]
        }
        Some(Layer::Prompt(_)) => &[("Enter", "hint-save"), ("Esc", "hint-cancel")],
        Some(Layer::Picker(_)) => &[("Enter", "hint-choose"), ("Esc", "hint-cancel")],
        Some(Layer::RollCall(_)) => &[("Enter", "hint-next"), ("Backspace", "hint-back"), ("Esc", "hint-stop")],
        Some(Layer::Details(_)) => &[
            ("Enter", "hint-edit"),
            ("Esc", "hint-close"),
            ("p", "cmd-positions"),
            ("u", "cmd-undo"),
            ("?", "cmd-help"),
        ],
        Some(Layer::Reader(_)) | None => &[("Esc", "hint-close")],
    };
    pairs.iter().map(|(key, name)| ((*key).to_owned(), app.t(name))).collect()
}

fn boxed(app: &App, title: &str, columns: u16, rows: u16, area: Rect, buf: &mut Buffer) -> Rect {
    let rect = area.centered(Constraint::Length(columns.min(area.width)), Constraint::Length(rows.min(area.height)));
    Clear.render(rect, buf);
    let title = fit(&app.theme.text(&visible(title)), usize::from(rect.width.saturating_sub(4)));
    let block = Block::bordered()
        .border_set(app.theme.border())
        .title(Span::styled(format!(" {} ", title.trim_end()), app.theme.heading()));
    let inner = block.inner(rect);
    block.render(rect, buf);
    Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner }
}

fn draw_layer(app: &App, layer: &Layer, area: Rect, buf: &mut Buffer) {
    let body = Rect { height: area.height.saturating_sub(FOOTER), ..area };
    match layer {
        Layer::Prompt(prompt) => draw_prompt(app, prompt, body, buf),
        Layer::Picker(picker) => draw_picker(app, picker, body, buf),
        Layer::RollCall(call) => draw_roll_call(app, call, body, buf),
        Layer::Details(details) => draw_details(app, details, body, buf),
        Layer::Reader(reader) => draw_reader(app, reader, body, buf),
    }
}

/// Lines under each other from the top of `area`; gives what is left under them.
fn stack(app: &App, text: &str, style: Style, area: Rect, buf: &mut Buffer) -> Rect {
    if text.is_empty() {
        return area;
    }
    let spans = [Span::styled(app.theme.text(&visible(text)), style)];
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
    let rest = stack(app, &prompt.hint, app.theme.dim(), inner, buf);
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
    let said = wrapped(&[Span::raw(picker.explanation.clone())], usize::from(columns.saturating_sub(4)), 0).len();
    let extra = said + usize::from(picker.search.is_some()) + 3;
    let rows = u16::try_from(picker.choices.len() + extra).unwrap_or(area.height);
    let inner = boxed(app, &picker.title, columns, rows.min(area.height), area, buf);
    let mut rest = stack(app, &picker.explanation, Style::new(), inner, buf);
    if let Some(search) = &picker.search {
        buf.set_string(rest.x, rest.y, ">", app.theme.key());
        search.render(Rect { x: rest.x + 2, width: rest.width.saturating_sub(2), height: 1, ..rest }, buf, app.theme);
        rest = Rect { y: rest.y + 1, height: rest.height.saturating_sub(1), ..rest };
    }
    if shown.is_empty() {
        stack(app, &app.t("nothing-found"), app.theme.dim(), rest, buf);
    }
    let height = usize::from(rest.height);
    let first = picker.cursor.saturating_sub(height.saturating_sub(1));
    for ((place, choice), y) in shown.iter().enumerate().skip(first).zip(rest.y..rest.bottom()) {
        let choice = &picker.choices[*choice];
        let row = Rect { y, height: 1, ..rest };
        let letter = choice.letter.map_or_else(|| "  ".to_owned(), |letter| format!("{letter} "));
        let room = usize::from(row.width).saturating_sub(width(&letter) + width(&choice.note) + 1);
        let label = fit(&app.theme.text(&visible(&choice.label)), room);
        put(
            buf,
            row,
            &Line::from(vec![
                Span::styled(letter, app.theme.key()),
                Span::raw(label),
                Span::styled(format!(" {}", choice.note), app.theme.key()),
            ]),
        );
        if place == picker.cursor {
            buf.set_style(row, app.theme.selected());
        }
    }
}

fn draw_roll_call(app: &App, call: &RollCall, area: Rect, buf: &mut Buffer) {
    let all = call.asked.len() + call.queue.len();
    let columns = area.width.saturating_sub(6).min(100);
    let rows = u16::try_from(all + call.keys.len().div_ceil(2) + 6).unwrap_or(area.height);
    let inner = boxed(app, &call.title, columns, rows.min(area.height), area, buf);
    let mut rest = inner;
    for (place, code) in call.asked.iter().chain(&call.queue).enumerate() {
        let now = place == call.asked.len();
        let sign = if now { app.theme.sign(Sign::Cursor) } else { " " };
        let text = format!("{sign} {:<6} {}", visible(code.as_str()), visible(&(call.state)(app, code)));
        let style = if now { app.theme.strong() } else { app.theme.dim() };
        if rest.height == 0 {
            break;
        }
        put(buf, rest, &Line::styled(fit(&app.theme.text(&text), rest.width.into()), style));
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
        stack(app, error, app.theme.bad(), rest, buf);
    }
}

fn draw_details(app: &App, details: &Details, area: Rect, buf: &mut Buffer) {
    let Some(found) = app.view().and_then(|view| details.subject.details(&view)) else { return };
    let columns = area.width.saturating_sub(4).min(116);
    let inner = boxed(app, &found.title, columns, area.height, area, buf);
    let mut page: Page<usize> = Page::default();
    let label_width = found.fields.iter().map(|field| width(&field.label)).max().unwrap_or(0).min(28);
    for (place, field) in found.fields.iter().enumerate() {
        let style = if field.warns { app.theme.warn() } else { Style::new() };
        let label = fit(&field.label, label_width + 2);
        let spans = vec![Span::styled(label, app.theme.dim()), Span::styled(field.value.clone(), style)];
        page.push(Some(place), spans, label_width + 2);
    }
    for note in &found.notes {
        page.blank();
        page.text(note.clone());
    }
    page.render(inner, buf, app.theme, Some(&details.cursor), 0);
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
