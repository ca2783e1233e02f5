//! What home shows, row by row.

use super::{Row, WINDOW};
use crate::app::App;
use crate::desk::cell;
use crate::index::MeetingRow;
use crate::model::history::compare::{PartOf, Standings};
use crate::model::readiness::{Need, Ready, readiness};
use crate::model::session::{Session, State};
use crate::text::{Term, notation, words};
use crate::widgets::Page;
use crate::widgets::bars::bars;
use crate::widgets::theme::Sign;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Statements that are shown on a low screen and on a high one; the others are counted.
const RAISED: (usize, usize) = (3, 6);
/// From so many rows a screen is high.
const HIGH: u16 = 36;
/// Columns of a meeting in the timeline.
const STEP: usize = 5;
/// Columns of what stands before a line of the timeline.
const NAME: usize = 14;

/// The page of home.
pub fn page(app: &App) -> Page<Row> {
    let mut page = Page::default();
    if app.home.over_chains {
        chains(app, &mut page);
        return page;
    }
    if let Some(session) = &app.home.chain.newest {
        next(app, session, &mut page);
    }
    attention(app, &mut page);
    meetings(app, &mut page);
    page.beside();
    face(app, &mut page);
    timeline(app, &mut page);
    documents(app, &mut page);
    page
}

fn date(app: &App, date: chrono::NaiveDate) -> String {
    notation::date_short(date, app.desk.texts.lang)
}

fn chains(app: &App, page: &mut Page<Row>) {
    let heads = ["col-chain", "col-next", "col-last", "col-meetings", "col-actions", "col-late"];
    let heads = heads.map(|id| app.desk.t(id));
    page.push(None, vec![Span::styled(chain_cells(app, heads), app.desk.theme.dim())], 0);
    for (place, chain) in app.home.chains.iter().enumerate() {
        let next = match chain.next {
            None => app.desk.t("none"),
            Some((day, state)) if passed(app, day, state) => {
                format!("{} {}", date(app, day), app.desk.theme.sign(Sign::Warning))
            }
            Some((day, _)) => date(app, day),
        };
        let name = if chain.name.is_empty() {
            chain.folder.file_name().unwrap_or_default().to_string_lossy().into_owned()
        } else {
            chain.name.clone()
        };
        let last = chain.last.map_or_else(|| app.desk.t("none"), |day| date(app, day));
        let counts = [chain.meetings, chain.open, chain.late].map(|count| count.to_string());
        let [meetings, open, late] = counts;
        let live = matches!(chain.next, Some((_, State::Live)));
        let style = if live { app.desk.theme.good() } else { Style::new() };
        let mut spans = vec![Span::styled(chain_cells(app, [name, next, last, meetings, open, late]), style)];
        if chain.unreadable > 0 {
            let text = app.desk.with("home-unreadable", &[("count", chain.unreadable.into())]);
            spans.push(Span::styled(format!(" {} {text}", app.desk.theme.sign(Sign::Warning)), app.desk.theme.bad()));
        }
        page.push(Some(Row::Chain(place)), spans, 4);
    }
}

fn chain_cells(app: &App, [name, next, last, meetings, open, late]: [String; 6]) -> String {
    let wide = if app.desk.size.0 >= 100 { 24 } else { 14 };
    format!("{} {} {} {meetings:>6} {open:>12} {late:>5}", cell(&name, wide), cell(&next, 13), cell(&last, 11))
}

/// Somebody forgot to move the day of a planned meeting; a live one may well go on past midnight.
fn passed(app: &App, day: chrono::NaiveDate, state: State) -> bool {
    state != State::Live && day < app.desk.clock.today()
}

/// The meeting that is still to be held, with what is ready and what is not.
fn next(app: &App, session: &Session, page: &mut Page<Row>) {
    page.heading(app.desk.theme, app.desk.t("home-next"));
    if session.state == State::Closed {
        let newest = app.home.chain.meetings.iter().max_by_key(|row| row.number);
        let broken = newest.filter(|row| row.trouble.is_some() && row.number > session.number);
        if let Some(row) = broken {
            let text = app.desk.with("home-newest-unreadable", &[("file", row.file.as_str().into())]);
            let text = format!("{} {text}", app.desk.theme.sign(Sign::Warning));
            page.push(Some(Row::Meeting(row.file.clone())), vec![Span::styled(text, app.desk.theme.bad())], 2);
            return;
        }
        // A meeting of which the file is gone was planned.
        if app.home.chain.gone.is_none() {
            page.styled(app.desk.t("home-no-next"), app.desk.theme.dim());
        } else {
            gone(app, page);
        }
        return;
    }
    let days = (session.date - app.desk.clock.today()).num_days();
    let passed = passed(app, session.date, session.state);
    let style = match session.state {
        State::Live => app.desk.theme.good(),
        State::Planned | State::Closed if passed => app.desk.theme.warn(),
        State::Planned | State::Closed => app.desk.theme.strong(),
    };
    let day = notation::date_full(session.date, app.desk.texts.lang);
    let mut text = app.desk.with(
        "home-next-meeting",
        &[
            ("number", session.number.into()),
            ("date", day.into()),
            ("state", app.desk.texts.term(session.state).into()),
            ("days", days.into()),
        ],
    );
    if passed {
        text.push_str(&format!(" · {} {}", app.desk.theme.sign(Sign::Warning), app.desk.t("home-day-passed")));
    }
    page.push(Some(Row::Next(session.number)), vec![Span::styled(text, style)], 2);
    for ready in readiness(session, app.desk.clock.today()) {
        page.push(None, vec![need(app, ready)], 4);
    }
}

fn need(app: &App, ready: Ready) -> Span<'static> {
    let (sign, style) = match ready.met {
        Some(true) => (Sign::Done, app.desk.theme.good()),
        Some(false) => (Sign::Warning, app.desk.theme.warn()),
        None => (Sign::Unknown, app.desk.theme.dim()),
    };
    let is_without = ready.need == Need::KpiValues && ready.met.is_none();
    let id = if is_without { "need-no-kpi" } else { ready.need.id() };
    let text = app.desk.with(id, &[("count", ready.count.into())]);
    Span::styled(format!("{} {text}", app.desk.theme.sign(sign)), style)
}

/// The newest meeting, where it was on this machine and its file is gone.
fn gone(app: &App, page: &mut Page<Row>) {
    let (target, text) = match &app.home.chain.gone {
        None => return,
        Some(Ok(gone)) => (Some(Row::Gone(gone.number)), app.desk.with("home-gone", &[("number", gone.number.into())])),
        Some(Err(reason)) => (None, app.desk.with("home-gone-unread", &[("why", app.desk.reason(reason).into())])),
    };
    let text = format!("{} {text}", app.desk.theme.sign(Sign::Warning));
    page.push(target, vec![Span::styled(text, app.desk.theme.bad())], 2);
}

/// What is raised, each with the records it rests on.
fn attention(app: &App, page: &mut Page<Row>) {
    let Some(newest_session) = &app.home.chain.newest else { return };
    page.heading(app.desk.theme, app.desk.t("home-attention"));
    let mut altered = app.home.chain.meetings.iter().rev().filter(|row| row.altered);
    let newest = altered.next();
    let copies = &app.home.chain.copies;
    let is_gone = newest_session.state != State::Closed && app.home.chain.gone.is_some();
    if is_gone {
        gone(app, page);
    }
    let open = Some(newest_session).filter(|session| !session.conflicts.is_empty());
    if app.home.raised.is_empty() && newest.is_none() && copies.is_empty() && !is_gone && open.is_none() {
        page.styled(app.desk.t("home-all-well"), app.desk.theme.good());
    }
    let shown = if app.desk.size.1 < HIGH { RAISED.0 } else { RAISED.1 };
    if let Some(row) = newest {
        let text = app.desk.with("home-altered", &[("number", row.number.into()), ("others", altered.count().into())]);
        let text = format!("{} {text}", app.desk.theme.sign(Sign::Warning));
        page.push(Some(Row::Altered(row.number)), vec![Span::styled(text, app.desk.theme.bad())], 2);
    }
    if let Some((number, _)) = copies.last() {
        let text = app.desk.with("home-copies", &[("number", (*number).into()), ("count", copies.len().into())]);
        let text = format!("{} {text}", app.desk.theme.sign(Sign::Warning));
        page.push(Some(Row::Copies(*number)), vec![Span::styled(text, app.desk.theme.warn())], 2);
    }
    if let Some(session) = open {
        let args = [("number", session.number.into()), ("count", session.conflicts.len().into())];
        let text = format!("{} {}", app.desk.theme.sign(Sign::Warning), app.desk.with("home-choices", &args));
        page.push(Some(Row::Choices(session.number)), vec![Span::styled(text, app.desk.theme.warn())], 2);
    }
    for (place, statement) in app.home.raised.iter().take(shown).enumerate() {
        let records: Vec<String> = statement.records.iter().map(ToString::to_string).take(4).collect();
        let records = if records.is_empty() { String::new() } else { format!(" ({})", records.join(" ")) };
        let sign = Span::styled(format!("{} ", app.desk.theme.sign(Sign::Warning)), app.desk.theme.warn());
        let text = format!("{}{records}", words(&app.desk.texts, statement));
        page.push(Some(Row::Statement(place)), vec![sign, Span::raw(text)], 2);
    }
    let more = app.home.raised.len().saturating_sub(shown);
    if more > 0 {
        page.styled(app.desk.with("home-more", &[("count", more.into())]), app.desk.theme.dim());
    }
}

/// The meetings, newest first, a window of them at a time.
fn meetings(app: &App, page: &mut Page<Row>) {
    let all = &app.home.chain.meetings;
    if all.is_empty() {
        return;
    }
    page.heading(app.desk.theme, app.desk.with("home-meetings", &[("count", all.len().into())]));
    let heads = ["col-number", "col-date", "col-state", "col-decisions", "col-actions", "col-differences"];
    page.push(None, vec![Span::styled(meeting_cells(heads.map(|id| app.desk.t(id))), app.desk.theme.dim())], 0);
    let passed = app.home.passed.min(all.len().saturating_sub(1));
    let more = |page: &mut Page<Row>, row, id| {
        page.push(Some(row), vec![Span::styled(app.desk.t(id), app.desk.theme.dim())], 2);
    };
    if passed > 0 {
        more(page, Row::Newer, "home-newer");
    }
    for row in all.iter().rev().skip(passed).take(WINDOW) {
        meeting(app, row, page);
    }
    if all.len() > passed + WINDOW {
        more(page, Row::Older, "home-older");
    }
}

fn meeting_cells([number, date, state, decisions, actions, differences]: [String; 6]) -> String {
    format!("{number:>4} {} {} {decisions:>9} {actions:>12} {differences:>11}", cell(&date, 11), cell(&state, 11))
}

fn meeting(app: &App, row: &MeetingRow, page: &mut Page<Row>) {
    let target = Some(Row::Meeting(row.file.clone()));
    if let Some(reason) = &row.trouble {
        let text = format!("{} {}  {}", app.desk.theme.sign(Sign::Warning), row.file, app.desk.reason(reason));
        page.push(target, vec![Span::styled(text, app.desk.theme.bad())], 4);
        return;
    }
    let Some((day, state)) = row.held else { return };
    let word = match row.adopted {
        true if row.altered => format!("{} {}", app.desk.theme.sign(Sign::Warning), app.desk.t("state-altered-short")),
        true => app.desk.t("state-adopted"),
        false => app.desk.texts.term(state),
    };
    let count = |count: fn(&Standings) -> usize| row.standings.as_ref().map_or(0, count).to_string();
    let cells = [
        row.number.to_string(),
        date(app, day),
        word,
        count(|found| usize::try_from(found.decisions).unwrap_or(0)),
        count(|found| found.open_actions),
        count(|found| found.open_differences + found.agreed_to_disagree),
    ];
    let style = match state {
        _ if row.altered => app.desk.theme.bad(),
        State::Live => app.desk.theme.good(),
        State::Planned => Style::new(),
        State::Closed => app.desk.theme.dim(),
    };
    page.push(target, vec![Span::styled(meeting_cells(cells), style)], 4);
}

/// Who the group is.
fn face(app: &App, page: &mut Page<Row>) {
    let Some(session) = &app.home.chain.newest else { return };
    let identity = &session.identity;
    page.heading(app.desk.theme, app.desk.t("home-face"));
    if app.desk.size.0 >= 120 {
        let lines = app.home.chain.logo.iter();
        let art = lines.map(|line| Line::styled(app.desk.theme.text(line), app.desk.theme.own(&identity.colour)));
        page.picture(None, art.collect());
    }
    let said = [&session.chain.name, &identity.slogan, &identity.place];
    let said: Vec<&str> = said.into_iter().map(String::as_str).filter(|text| !text.trim().is_empty()).collect();
    page.styled(said.join(" · "), app.desk.theme.own(&identity.colour));
    if !session.ambition.text.is_empty() {
        page.text(session.ambition.text.clone());
    }
}

/// Decisions, dissent, outcome ratio and temperature, meeting by meeting.
fn timeline(app: &App, page: &mut Page<Row>) {
    let held = app.home.chain.meetings.iter().filter(|row| matches!(row.held, Some((_, State::Closed))));
    let held: Vec<&Standings> = held.filter_map(|row| row.standings.as_ref()).collect();
    // On a wide screen the timeline stands in the right half.
    let columns = usize::from(if app.desk.size.0 >= 90 { app.desk.size.0 * 2 / 5 } else { app.desk.size.0 - 4 });
    let shown = &held[held.len().saturating_sub(columns.saturating_sub(NAME) / STEP)..];
    if shown.is_empty() {
        return;
    }
    page.heading(app.desk.theme, app.desk.t("home-timeline"));
    let numbers: String = shown.iter().map(|found| cell(&found.session.to_string(), STEP)).collect();
    page.styled(format!("{}{numbers}", cell("", NAME)), app.desk.theme.dim());
    let share = |found: PartOf| (found.whole > 0).then(|| found.part as f64 / found.whole as f64 * 100.0);
    let lines: [(&str, usize, Vec<Option<f64>>); 4] = [
        ("timeline-decisions", 0, shown.iter().map(|found| Some(f64::from(found.decisions))).collect()),
        ("timeline-dissent", 0, shown.iter().map(|found| Some(f64::from(found.dissent))).collect()),
        ("timeline-outcomes", 0, shown.iter().map(|found| share(found.outcomes)).collect()),
        (
            "timeline-temperature",
            1,
            shown.iter().map(|found| found.mean_tie.filter(|_| found.temperature_here)).collect(),
        ),
    ];
    for (id, places, values) in lines {
        let mut spans = vec![Span::styled(cell(&app.desk.t(id), NAME), app.desk.theme.dim())];
        for (bar, value) in bars(app.desk.theme, &values).into_iter().zip(&values) {
            let text = value.map_or_else(String::new, |value| notation::decimal(value, places, app.desk.texts.lang));
            spans.push(Span::styled(bar, app.desk.theme.good()));
            spans.push(Span::raw(cell(&text, STEP - 1)));
        }
        page.picture(None, vec![Line::from(spans)]);
    }
}

fn documents(app: &App, page: &mut Page<Row>) {
    let meetings = app.home.chain.meetings.iter().rev();
    let last = meetings.clone().find(|row| matches!(row.held, Some((_, State::Closed))));
    if last.is_none() && app.home.chain.documents.is_empty() {
        return;
    }
    page.heading(app.desk.theme, app.desk.t("home-documents"));
    if let Some(row) = last {
        let text = app.desk.with("document-report", &[("number", row.number.into())]);
        page.push(Some(Row::Report(row.number)), vec![Span::raw(text)], 2);
    }
    for path in &app.home.chain.documents {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        page.push(Some(Row::Document(path.clone())), vec![Span::raw(name)], 2);
    }
}
