//! Trends over meetings and years, topic by topic, each with its sentence in words.

mod draw;

pub(super) use draw::draw;

use super::App;
use super::cover::Cover;
use super::library::{ChainNews, Question};
use crate::desk::layers::Hint;
use crate::model::State;
use crate::model::agenda::Room;
use crate::model::history::compare::Standings;
use crate::model::history::trends::{Of, Series, Topic, binned, period, series};
use crate::text::notation;
use crate::widgets::chart::{self, Chart, Stroke, Tick};
use crate::widgets::columns::Bars;
use crate::widgets::page::Draw;
use crate::widgets::{Drawn, EmptyState, Page, Role, Sheet, WIDE, Why};
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::text::Span;
use std::cell::RefCell;
use std::path::PathBuf;
use std::rc::Rc;

/// Months that can be looked back on; none is all.
const PERIODS: [Option<u32>; 5] = [Some(12), Some(24), Some(60), Some(120), None];
/// Rows of a small plot with its name: what it needs, and what it can use.
const ROWS: (u16, u16) = (8, 14);
/// Meetings that a line under a plot names.
const NAMED: usize = 6;

/// The keys that matter on it.
pub(super) const HINTS: [Hint; 5] =
    [("Tab", "hint-topic"), ("+", "hint-zoom-in"), ("-", "hint-zoom-out"), ("Esc", "hint-close"), ("?", "cmd-help")];

/// The trends on the screen.
pub struct Trends {
    /// Whose.
    pub folder: PathBuf,
    /// The meetings that were held; none while they are not known yet.
    pub held: Option<Vec<Standings>>,
    /// What is looked at.
    pub topic: Topic,
    /// The place in the list of periods.
    pub period: usize,
    /// The series whose sentence is said.
    pub cursor: usize,
    /// The page as it was laid out last, and for what: a key that only turns it need not make it again.
    made: RefCell<Option<(Shown, Rc<Sheet<usize>>)>>,
}

/// What a page depends on: topic, period, and the size of the screen.
type Shown = (Topic, usize, (u16, u16));

/// Opens the trends of the chain.
pub fn open(app: &mut App) {
    let folder = super::home::folder_at_hand(app);
    app.ask_library(Question::Chain(folder.clone(), app.home.is_current()));
    let trends = Trends {
        folder,
        held: None,
        topic: Topic::Kpis,
        period: PERIODS.len() - 1,
        cursor: 0,
        made: RefCell::default(),
    };
    app.cover(Cover::Trends(Box::new(trends)));
}

/// Takes in what is known of the chain.
pub fn heard(app: &mut App, news: &ChainNews) {
    for (cover, _) in &mut app.covers {
        if let Cover::Trends(trends) = cover
            && trends.folder == news.folder
        {
            // A meeting that is going on has no figures yet to be set beside the others.
            let held = news.meetings.iter().filter(|row| matches!(row.held, Some((_, State::Closed))));
            trends.made.take();
            trends.held = Some(held.filter_map(|row| row.standings.clone()).collect());
        }
    }
}

/// One key.
pub(super) fn press(app: &mut App, key: KeyEvent) {
    let Some(Cover::Trends(trends)) = app.top_cover() else { return };
    let last = found(trends).len().saturating_sub(1);
    let Some((Cover::Trends(trends), _)) = app.covers.last_mut() else { return };
    let by: isize = match key.code {
        KeyCode::Char('?') | KeyCode::F(1) => return super::commands::help::help(app),
        KeyCode::Esc | KeyCode::Char('q') => return drop(app.uncover()),
        KeyCode::Tab | KeyCode::Right | KeyCode::Char('l') => return trends.step(1),
        KeyCode::BackTab | KeyCode::Left | KeyCode::Char('h') => return trends.step(-1),
        KeyCode::Char('+') => return trends.zoom(-1),
        KeyCode::Char('-') => return trends.zoom(1),
        KeyCode::Down | KeyCode::Char('j') => 1,
        KeyCode::Up | KeyCode::Char('k') => -1,
        KeyCode::PageDown => PAGE,
        KeyCode::PageUp => -PAGE,
        _ => return,
    };
    trends.cursor = trends.cursor.saturating_add_signed(by).min(last);
}

/// A click: on a topic, or on a series.
pub(super) fn click(app: &mut App, at: (u16, u16)) {
    let Some(Cover::Trends(trends)) = app.top_cover() else { return };
    let topic = draw::topic_at(app, at);
    let series = sheet(app, trends).target_at(draw::area_on(app.desk.size), Some(&trends.cursor), 0, at);
    let Some((Cover::Trends(trends), _)) = app.covers.last_mut() else { return };
    if let Some(topic) = topic {
        (trends.topic, trends.cursor) = (topic, 0);
    } else if let Some(series) = series {
        trends.cursor = series;
    }
}

/// Series that a page of keys goes on.
const PAGE: isize = 4;

impl Trends {
    fn step(&mut self, by: isize) {
        let here = Topic::ALL.iter().position(|topic| *topic == self.topic).unwrap_or(0);
        let all = Topic::ALL.len();
        self.topic = Topic::ALL[here.checked_add_signed(by).unwrap_or(all - 1) % all];
        self.cursor = 0;
    }

    fn zoom(&mut self, by: isize) {
        self.period = self.period.saturating_add_signed(by).min(PERIODS.len() - 1);
        self.cursor = 0;
    }

    fn months(&self) -> Option<u32> {
        PERIODS.get(self.period).copied().flatten()
    }
}

/// The series of the topic, over the period.
fn found(trends: &Trends) -> Vec<Series> {
    let shown = trends.held.as_deref().map(|held| period(held, trends.months()));
    shown.map(|shown| series(trends.topic, shown)).unwrap_or_default()
}

/// The page of the topic on this screen.
pub fn sheet(app: &App, trends: &Trends) -> Rc<Sheet<usize>> {
    let shown = (trends.topic, trends.period, app.desk.size);
    let mut made = trends.made.borrow_mut();
    match &*made {
        Some((of, sheet)) if *of == shown => Rc::clone(sheet),
        _ => {
            let area = draw::area_on(app.desk.size);
            let sheet = Rc::new(new_page(app, trends).laid_out((area.width, area.height), app.desk.theme));
            *made = Some((shown, Rc::clone(&sheet)));
            sheet
        }
    }
}

fn new_page(app: &App, trends: &Trends) -> Page<usize> {
    let mut page = Page::default();
    let theme = app.desk.theme;
    let Some(held) = &trends.held else {
        page.nothing(theme, EmptyState::of(Why::Soon, &app.desk.t("home-reading")));
        return page;
    };
    let shown = period(held, trends.months());
    let found = series(trends.topic, shown);
    let period = Span::styled(said_of_period(app, shown, trends.months()), theme.dim());
    let title = vec![Span::styled(app.desk.texts.term(trends.topic), theme.strong())];
    if draw::area_on(app.desk.size).width < WIDE {
        page.push(None, title, 0);
        page.push(None, vec![period], 0);
    } else {
        page.ends(None, title, vec![period]);
    }
    if found.is_empty() {
        page.blank();
        page.nothing(theme, EmptyState::of(Why::NotYet, &app.desk.t("trends-nothing")));
        return page;
    }
    // Partners and factors are set beside each other, so they have one scale.
    let all = || found.iter().flat_map(|series| series.values.iter().flatten().copied());
    let scale = (all().fold(0.0, f64::min), all().fold(0.0, f64::max));
    let width = draw::area_on(app.desk.size).width;
    let beside = match width {
        0..WIDE => 1,
        WIDE..150 => 2,
        150.. => 3,
    };
    for (places, row) in found.chunks(beside).zip(0..) {
        page.under();
        for (series, place) in places.iter().zip(0..) {
            if place > 0 {
                page.beside();
            }
            let target = row * beside + place;
            page.push(Some(target), name_line(app, series), 0);
            page.drawn(Some(target), small(app, trends.topic, series, (shown, scale)));
        }
    }
    page
}

/// The name of a series, with its last figure.
fn name_line(app: &App, series: &Series) -> Vec<Span<'static>> {
    let theme = app.desk.theme;
    let figure = |value: f64| notation::decimal(value, 1, app.desk.texts.lang);
    let mut spans = vec![Span::styled(name(app, &series.of), theme.strong())];
    if let Some((_, last)) = series.ends() {
        spans.push(Span::styled(format!("  {}", figure(last)), theme.word(role(series)).patch(theme.strong())));
    }
    if let Some(path) = series.path.iter().flatten().next_back() {
        spans.push(Span::styled(
            format!("  {}", app.desk.with("trend-path-short", &[("path", figure(*path).into())])),
            theme.dim(),
        ));
    }
    spans
}

/// What the last figure of a series means: that of a partner by its sign, any other has no verdict here.
fn role(series: &Series) -> Role {
    let is_partner = matches!(series.of, Of::Partner(_));
    match series.ends().map(|(_, last)| last).filter(|_| is_partner) {
        Some(last) if last < 0.0 => Role::Red,
        Some(last) if last > 0.0 => Role::Green,
        Some(_) | None => Role::Accent,
    }
}

/// A small plot of a series: bars around zero where partners are set beside each other, else its line against its path.
fn small(app: &App, topic: Topic, series: &Series, (shown, scale): (&[Standings], (f64, f64))) -> Drawn {
    let theme = app.desk.theme;
    let said = vec![sentence(app, series)];
    let columns = usize::from(draw::area_on(app.desk.size).width).max(1);
    let draw: Draw = match topic {
        Topic::Net | Topic::Pulse => {
            let values = binned(&series.values, columns);
            let roles = if topic == Topic::Net { (Role::Green, Role::Red) } else { (Role::Plain, Role::Plain) };
            let bars = Bars { values, scale, roles };
            Rc::new(move |area, buf| bars.draw(area, buf, theme))
        }
        Topic::Kpis | Topic::Temperature | Topic::Upward | Topic::Dissent | Topic::Outcomes | Topic::Stories => {
            let chart = lines(app, series, shown, columns);
            Rc::new(move |area, buf| chart.draw(area, buf, theme))
        }
    };
    // Four marks of an axis stand on even rows of 3k+1, and one row is under.
    let ((least, most), step) = if matches!(topic, Topic::Net | Topic::Pulse) { ((3, 6), 1) } else { (ROWS, 3) };
    Drawn { least, most, step, draw, said }
}

/// A series against its path, a place per meeting or per run of meetings.
fn lines(app: &App, series: &Series, shown: &[Standings], columns: usize) -> Chart {
    let line = |values: &[Option<f64>], role, stroke| chart::Series {
        points: binned(values, columns).into_iter().enumerate().map(|(x, value)| (x as f64, value)).collect(),
        role,
        stroke,
    };
    let places = binned(&series.values, columns).len().max(1);
    let size = shown.len().div_ceil(places).max(1);
    let every = places.div_ceil(NAMED).max(1);
    let named = shown.chunks(size).enumerate().filter(|(place, _)| place % every == 0);
    let ticks = named.filter_map(|(place, piece)| {
        let text = piece.first()?.session.to_string();
        Some(Tick { x: place as f64, text, strong: false })
    });
    let lang = app.desk.texts.lang;
    let known = series.values.iter().flatten().count();
    // One point is no line.
    let stroke = if known > 1 { Stroke::Measured } else { Stroke::Points };
    Chart {
        series: vec![line(&series.path, Role::Plain, Stroke::Path), line(&series.values, role(series), stroke)],
        reach: Vec::new(),
        ticks: ticks.collect(),
        now: None,
        gap: None,
        ends: Vec::new(),
        figure: Rc::new(move |value| notation::decimal(value, 1, lang)),
    }
}

fn said_of_period(app: &App, shown: &[Standings], months: Option<u32>) -> String {
    let Some((first, last)) = shown.first().zip(shown.last()) else { return app.desk.t("trends-no-meeting") };
    let day = |found: &Standings| notation::date_short(found.date, app.desk.texts.lang);
    let period = months.map_or_else(
        || app.desk.t("period-all"),
        |months| app.desk.with("period-years", &[("years", (months / 12).into())]),
    );
    app.desk.with(
        "trends-period",
        &[
            ("period", period.into()),
            ("count", shown.len().into()),
            ("first", day(first).into()),
            ("last", day(last).into()),
        ],
    )
}

fn name(app: &App, of: &Of) -> String {
    match of {
        Of::Kpi(id, name) => format!("{id} {name}"),
        Of::Partner(code) => code.clone(),
        Of::Factor(factor) => app.desk.texts.term(Room::of_factor(*factor)),
        Of::MeanTie => app.desk.t("series-mean-tie"),
        Of::LowestTie => app.desk.t("series-lowest-tie"),
        Of::UpwardRate => app.desk.t("series-upward"),
        Of::OnTime => app.desk.t("series-on-time"),
        Of::OnPath => app.desk.t("series-on-path"),
        Of::Dissent => app.desk.t("series-dissent"),
        Of::Trust => app.desk.t("series-trust"),
        Of::Outcomes => app.desk.t("series-outcomes"),
        Of::Stories => app.desk.t("series-stories"),
    }
}

/// What the series does, in words: from where to where, and where it should be.
fn sentence(app: &App, series: &Series) -> String {
    let Some((first, last)) = series.ends() else { return String::new() };
    let figure = |value: f64| notation::decimal(value, 1, app.desk.texts.lang);
    let id = match last.total_cmp(&first) {
        std::cmp::Ordering::Greater => "trend-up",
        std::cmp::Ordering::Less => "trend-down",
        std::cmp::Ordering::Equal if series.count() == 1 => "trend-one",
        std::cmp::Ordering::Equal if series.is_level() => "trend-level",
        std::cmp::Ordering::Equal => "trend-back",
    };
    let (low, high) = series.bounds();
    let values = [
        ("name", name(app, &series.of).into()),
        ("first", figure(first).into()),
        ("last", figure(last).into()),
        ("count", series.count().into()),
        ("low", figure(low).into()),
        ("high", figure(high).into()),
    ];
    let said = app.desk.with(id, &values);
    match series.path.iter().flatten().next_back() {
        Some(path) => format!("{said} {}", app.desk.with("trend-path", &[("path", figure(*path).into())])),
        None => said,
    }
}
