//! The first line: which meeting, how far it is, what is on the table, how long that may still take, and whether what was said
//! is recorded. What there is no room for goes from the right to the left, and never the state, the time or the saving.

use crate::app::App;
use crate::desk::access::Access;
use crate::desk::layout::put;
use crate::desk::meeting::{Meeting, SaveState, Tab};
use crate::desk::timing::{ItemTime, Timing};
use crate::model::agenda::TimeMark;
use crate::model::readiness::readiness;
use crate::model::session::State;
use crate::text::{notation, on_one_line};
use crate::widgets::theme::Sign;
use crate::widgets::{Role, width};
use chrono::NaiveDateTime;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// From so many columns on a word stands beside what goes without on a projector.
const ROOMY: u16 = 130;
/// From so many columns on the day is said.
const DATED: u16 = 110;
/// Below so many columns only figures are left.
const NARROW: u16 = 80;
/// Columns that the name of a chain keeps.
const NAME: usize = 8;

/// Shows it.
pub fn header(app: &App, meeting: &Meeting, area: Rect, buf: &mut Buffer) {
    let theme = app.desk.theme;
    buf.set_style(area, theme.panel());
    let state = state(app, meeting);
    let number = format!(" {} ", meeting.session.number);
    let fixed = wide(&state) + width(&number);
    let name = theme.text(&on_one_line(&meeting.session.chain.name));
    let item = item(app, meeting);
    // The number of the item before all of the name; the title only where there is room for more than its beginning.
    let short = item.as_ref().map_or(0, |(short, _)| width(short) + 2);
    let keeps = fixed + short + NAME.min(width(&name)) + 2;
    let right = right(app, meeting, area.width, usize::from(area.width).saturating_sub(keeps));
    let room = usize::from(area.width).saturating_sub(wide(&right) + 1);
    let name_room = room.saturating_sub(fixed + short + 1).max(NAME);
    let mut spans =
        vec![Span::styled(format!(" {}", theme.cut(&name, name_room)), theme.own(&meeting.session.identity.colour))];
    spans.push(Span::styled(number, theme.strong()));
    spans.extend(state);
    if area.width >= DATED {
        let (date, lang) = (meeting.session.date, app.desk.texts.lang);
        let dates = [notation::date_full(date, lang), notation::date_short(date, lang)];
        let fits = |date: &&String| wide(&spans) + width(date) + 1 + short < room;
        let date = dates.iter().skip(usize::from(area.width < ROOMY)).find(fits);
        spans.extend(date.map(|date| Span::styled(format!(" {}", theme.text(date)), theme.dim())));
    }
    if let Some((short, title)) = item {
        let left = room.saturating_sub(wide(&spans) + width(&short) + 3);
        spans.push(Span::styled(format!("  {short}"), theme.strong()));
        if left >= NAME {
            spans.push(Span::styled(format!(" {}", theme.cut(&title, left)), theme.strong()));
        }
    }
    put(buf, area, &Line::from(spans));
    put_right(buf, area, right);
}

fn wide(spans: &[Span<'_>]) -> usize {
    spans.iter().map(|span| width(&span.content)).sum()
}

/// At the right end of a line, over what stands there.
pub fn put_right(buf: &mut Buffer, area: Rect, spans: Vec<Span<'static>>) {
    let line = Line::from(spans);
    let columns = u16::try_from(line.width()).unwrap_or(area.width).min(area.width);
    put(buf, Rect { x: area.right() - columns, width: columns, ..area }, &line);
}

/// How far the meeting is, and whether it may be written.
fn state(app: &App, meeting: &Meeting) -> Vec<Span<'static>> {
    let theme = app.desk.theme;
    let access = meeting.access();
    let (word, style) = match &access {
        Access::Adopted(_) if meeting.is_altered() => (app.desk.t("state-altered-short"), theme.chip(Role::Red)),
        Access::Adopted(_) => (app.desk.t("state-adopted"), theme.chip(Role::Plain)),
        Access::Write
        | Access::Closed
        | Access::Unclear(_)
        | Access::Locked(_)
        | Access::NoPermission
        | Access::NoRoom => {
            let role = if meeting.session.state == State::Live { Role::Accent } else { Role::Plain };
            (app.desk.texts.term(meeting.session.state), theme.chip(role))
        }
    };
    let mut spans = vec![Span::styled(theme.text(&format!(" {} ", word.to_uppercase())), style)];
    if access != Access::Write {
        spans.push(Span::styled(format!(" {}", theme.text(&app.desk.t("read-only"))), theme.warn()));
    }
    spans
}

/// What is on the table: its number, and its title. The item that runs, else the place where the secretary is.
fn item(app: &App, meeting: &Meeting) -> Option<(String, String)> {
    let theme = app.desk.theme;
    let agenda = &meeting.session.agenda;
    if let Some(item) = agenda.running.as_ref().and_then(|running| agenda.item(&running.item)) {
        let number = format!("{} {}", theme.sign(Sign::Running), theme.text(item.no.as_str()));
        return Some((number, item.title.clone()));
    }
    match &meeting.tab {
        Tab::Item(no) => agenda.item(no).map(|item| (theme.text(item.no.as_str()), item.title.clone())),
        Tab::Room(_) => None,
    }
}

/// Warnings about the file, the time, and whether all is recorded; of a meeting that is over as much as there is room for.
fn right(app: &App, meeting: &Meeting, columns: u16, room: usize) -> Vec<Span<'static>> {
    let mut parts: Vec<Vec<Span<'static>>> = Vec::new();
    let waits: Vec<Span<'static>> =
        choices(app, meeting).into_iter().chain(copies(app, meeting)).chain(drafts(app)).collect();
    parts.push(waits);
    match meeting.session.state {
        State::Live => parts.extend(live(app, meeting, columns)),
        State::Planned => parts.extend(planned(app, meeting)),
        State::Closed => parts.extend(held(app, meeting)),
    }
    parts.extend(saved(app, meeting, columns).map(|span| vec![span]));
    parts.retain(|part| !part.is_empty());
    let is_over = meeting.session.state == State::Closed;
    while is_over && wide(&joined(app, &parts)) > room && parts.len() > 1 {
        parts.remove(0);
    }
    joined(app, &parts)
}

/// Parts with a bar between them.
fn joined(app: &App, parts: &[Vec<Span<'static>>]) -> Vec<Span<'static>> {
    let theme = app.desk.theme;
    let bar = Span::styled(if theme.ascii { " | " } else { " │ " }, theme.mark(Role::Line));
    let mut spans: Vec<Span<'static>> = parts.join(&[bar][..]);
    spans.push(Span::raw(" "));
    spans
}

/// What the item has left of what it was given, and when the meeting will be over.
fn live(app: &App, meeting: &Meeting, columns: u16) -> Vec<Vec<Span<'static>>> {
    let theme = app.desk.theme;
    let timing = Timing::of(&app.desk, meeting);
    let mut parts = Vec::new();
    match app.desk.running_pause() {
        Some(pause) => {
            let time = notation::hour(pause.until.time(), app.desk.texts.lang);
            let text = app.desk.with("header-pause", &[("time", time.into())]);
            parts.push(vec![Span::styled(theme.text(&format!(" {text} ")), theme.chip(Role::Amber))]);
        }
        None => parts.extend(timing.item.as_ref().map(|item| left(app, item, columns))),
    }
    let hour = |moment: NaiveDateTime| notation::hour(moment.time(), app.desk.texts.lang);
    let Some(end) = timing.end else { return parts };
    let mut spans = vec![
        Span::styled(hour(timing.now), theme.strong()),
        Span::styled(if theme.ascii { " > " } else { " → " }, theme.dim()),
    ];
    if columns >= ROOMY {
        spans.push(Span::styled(format!("{} ", theme.text(&app.desk.t("header-end"))), theme.dim()));
    }
    spans.push(Span::styled(hour(end), theme.strong()));
    if timing.late > 0 {
        spans.push(Span::styled(format!(" +{}", timing.late), theme.warn().patch(theme.strong())));
    }
    parts.push(spans);
    parts
}

fn left(app: &App, item: &ItemTime, columns: u16) -> Vec<Span<'static>> {
    let theme = app.desk.theme;
    let clock = |seconds: u32| notation::clock(seconds.into());
    let planned = (columns >= NARROW).then(|| {
        let text = app.desk.with("header-of", &[("minutes", (item.planned / 60).into())]);
        Span::styled(format!(" {}", theme.text(&text)), theme.dim())
    });
    let mut spans = if item.mark == TimeMark::Over {
        let text = app.desk.with("header-over", &[("time", clock(item.spent - item.planned.min(item.spent)).into())]);
        vec![Span::styled(format!(" {} ", theme.text(&text)), theme.chip(Role::Red))]
    } else {
        let style = if item.mark == TimeMark::Nearly { theme.warn() } else { Style::new() };
        let text = app.desk.t("header-left");
        vec![
            Span::styled(format!("{} ", theme.text(&text)), theme.dim()),
            Span::styled(clock(item.planned.saturating_sub(item.spent)), style.patch(theme.strong())),
        ]
    };
    spans.extend(planned);
    spans
}

/// What is ready for a meeting that is still to come, and when it is.
fn planned(app: &App, meeting: &Meeting) -> Vec<Vec<Span<'static>>> {
    let (session, today) = (&meeting.session, app.desk.clock.today());
    let needs = readiness(session, today);
    let ready = needs.iter().filter(|need| need.met == Some(true)).count();
    let text = app.desk.with("header-ready", &[("count", ready.into()), ("all", needs.len().into())]);
    let days = (session.date - today).num_days();
    let when = app.desk.with("header-days", &[("days", days.into())]);
    let theme = app.desk.theme;
    vec![
        vec![Span::styled(theme.text(&text), theme.strong())],
        vec![Span::styled(theme.text(&when), if days < 0 { theme.warn() } else { theme.dim() })],
    ]
}

/// What a meeting that was held took, and when its report was adopted.
fn held(app: &App, meeting: &Meeting) -> Vec<Vec<Span<'static>>> {
    let theme = app.desk.theme;
    let agenda = &meeting.session.agenda;
    let spent: u32 = agenda.items.iter().map(|item| item.spent / 60).sum();
    let args = [("spent", spent.into()), ("planned", agenda.planned_minutes().into())];
    let mut parts = vec![vec![Span::styled(theme.text(&app.desk.with("header-took", &args)), theme.dim())]];
    if let Access::Adopted(on) = meeting.access() {
        let date = notation::date_short(on, app.desk.texts.lang);
        let text = app.desk.with("header-adopted", &[("date", date.into())]);
        parts.push(vec![Span::styled(theme.text(&text), theme.strong())]);
    }
    parts
}

/// That there are drafts.
pub fn drafts(app: &App) -> Option<Span<'static>> {
    app.desk
        .drafts_in_words()
        .map(|text| Span::styled(app.desk.theme.text(&format!(" {text} ")), app.desk.theme.warn()))
}

/// That other versions stand beside the meeting, until a person decided about each: what was said of it once is gone with
/// the next message.
fn copies(app: &App, meeting: &Meeting) -> Option<Span<'static>> {
    warning(app, "copies-sign", meeting.copies_to_settle())
}

/// That a person still has to choose between two versions, until all is chosen.
fn choices(app: &App, meeting: &Meeting) -> Option<Span<'static>> {
    warning(app, "choices-sign", meeting.session.conflicts.len())
}

fn warning(app: &App, id: &str, count: usize) -> Option<Span<'static>> {
    let text = (count > 0).then(|| app.desk.with(id, &[("count", count.into())]))?;
    let sign = app.desk.theme.sign(Sign::Warning);
    Some(Span::styled(app.desk.theme.text(&format!(" {sign} {text} ")), app.desk.theme.warn()))
}

/// *Recorded* only when it is; plainly when it is not.
fn saved(app: &App, meeting: &Meeting, columns: u16) -> Option<Span<'static>> {
    let theme = app.desk.theme;
    let saves = matches!(meeting.access(), Access::Write)
        || (meeting.access() == Access::Closed && !matches!(meeting.save_state, SaveState::Untouched));
    let failed = || {
        let text = format!(" {} {} ", theme.sign(Sign::Warning), app.desk.t("save-failed"));
        Span::styled(theme.text(&text), theme.chip(Role::Red))
    };
    if !saves {
        return None;
    }
    Some(match &meeting.save_state {
        // What is on record is not to be found where it belongs.
        _ if meeting.disk_trouble.is_some() => failed(),
        SaveState::Failed(_) => failed(),
        SaveState::Untouched if columns < DATED => return None,
        SaveState::Untouched => Span::styled(theme.text(&app.desk.t("save-untouched")), theme.dim()),
        SaveState::Saving => Span::styled(theme.text(&app.desk.t("save-saving")), theme.warn()),
        SaveState::Recorded(_) if columns < NARROW => Span::styled(theme.sign(Sign::Done), theme.good()),
        SaveState::Recorded(at) => {
            let time = notation::time_of_day(at.time(), app.desk.texts.lang);
            let text = match columns >= DATED {
                true => app.desk.with("save-recorded", &[("time", time.into())]),
                false => app.desk.t("save-recorded-short"),
            };
            Span::styled(theme.text(&format!("{} {text}", theme.sign(Sign::Done))), theme.good())
        }
    })
}
