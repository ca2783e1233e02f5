//! Trends over meetings and years, topic by topic, each with its sentence in words.

mod draw;

pub(super) use draw::draw;

use super::App;
use super::cover::Cover;
use super::library::{ChainNews, Question};
use crate::desk::cell;
use crate::desk::layers::Hint;
use crate::model::State;
use crate::model::agenda::Room;
use crate::model::history::compare::Standings;
use crate::model::history::trends::{Of, Series, Topic, binned, period, series};
use crate::text::notation;
use crate::widgets::plot::{Mark, Plot, bars_up_to};
use crate::widgets::theme::Sign;
use crate::widgets::{Page, Sheet};
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use std::cell::RefCell;
use std::path::PathBuf;
use std::rc::Rc;

/// Months that can be looked back on; none is all.
const PERIODS: [Option<u32>; 5] = [Some(12), Some(24), Some(60), Some(120), None];
/// Columns that the axis of a plot takes.
const AXIS: usize = 9;
/// Columns per meeting, at most.
const STEP: usize = 6;
/// Columns of a bar with its figure.
const FIGURE: usize = 7;
/// Rows of a plot.
const ROWS: usize = 6;

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
    /// So many lines the page is turned.
    pub offset: isize,
    /// The page as it was laid out last, and for what: a key that only turns it need not make it again.
    made: RefCell<Option<(Shown, Rc<Sheet<()>>)>>,
}

/// What a page depends on: topic, period, and the size of the screen.
type Shown = (Topic, usize, (u16, u16));

/// Opens the trends of the chain.
pub fn open(app: &mut App) {
    let folder = super::home::folder_at_hand(app);
    app.ask_library(Question::Chain(folder.clone()));
    let trends = Trends {
        folder,
        held: None,
        topic: Topic::Kpis,
        period: PERIODS.len() - 1,
        offset: 0,
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
    let area = draw::area_on(app.desk.size);
    let page_rows = isize::try_from(area.height).unwrap_or(1).max(2) - 1;
    let Some((Cover::Trends(trends), _)) = app.covers.last_mut() else { return };
    let by: isize = match key.code {
        KeyCode::Char('?') => return super::commands::everywhere::help(app),
        KeyCode::Esc | KeyCode::Char('q') => return drop(app.uncover()),
        KeyCode::Tab | KeyCode::Right | KeyCode::Char('l') => return trends.step(1),
        KeyCode::BackTab | KeyCode::Left | KeyCode::Char('h') => return trends.step(-1),
        KeyCode::Char('+') => return trends.zoom(-1),
        KeyCode::Char('-') => return trends.zoom(1),
        KeyCode::Down | KeyCode::Char('j') => 1,
        KeyCode::Up | KeyCode::Char('k') => -1,
        KeyCode::PageDown => page_rows,
        KeyCode::PageUp => -page_rows,
        _ => return,
    };
    let wanted = trends.offset + by;
    let Some(Cover::Trends(trends)) = app.top_cover() else { return };
    let offset = sheet(app, trends).offset_within(area.height, None, wanted);
    if let Some((Cover::Trends(trends), _)) = app.covers.last_mut() {
        trends.offset = offset;
    }
}

impl Trends {
    fn step(&mut self, by: isize) {
        let here = Topic::ALL.iter().position(|topic| *topic == self.topic).unwrap_or(0);
        let all = Topic::ALL.len();
        self.topic = Topic::ALL[here.checked_add_signed(by).unwrap_or(all - 1) % all];
        self.offset = 0;
    }

    fn zoom(&mut self, by: isize) {
        self.period = self.period.saturating_add_signed(by).min(PERIODS.len() - 1);
        self.offset = 0;
    }
}

/// The page of the topic on this screen.
pub fn sheet(app: &App, trends: &Trends) -> Rc<Sheet<()>> {
    let shown = (trends.topic, trends.period, app.desk.size);
    let mut made = trends.made.borrow_mut();
    match &*made {
        Some((of, sheet)) if *of == shown => Rc::clone(sheet),
        _ => {
            let width = draw::area_on(app.desk.size).width;
            let sheet = Rc::new(new_page(app, trends).laid_out(width, app.desk.theme));
            *made = Some((shown, Rc::clone(&sheet)));
            sheet
        }
    }
}

fn new_page(app: &App, trends: &Trends) -> Page<()> {
    let mut page = Page::default();
    let Some(held) = &trends.held else {
        page.text(app.desk.t("home-reading"));
        return page;
    };
    let months = PERIODS.get(trends.period).copied().flatten();
    let shown = period(held, months);
    page.heading(app.desk.theme, app.desk.texts.term(trends.topic));
    page.styled(said_of_period(app, shown, months), app.desk.theme.dim());
    if trends.topic == Topic::Kpis {
        let signs =
            [("point", app.desk.theme.sign(Sign::Point).into()), ("path", app.desk.theme.sign(Sign::Path).into())];
        page.styled(app.desk.with("trends-legend", &signs), app.desk.theme.dim());
    }
    let found = series(trends.topic, shown);
    if found.is_empty() {
        page.blank();
        page.text(app.desk.t("trends-nothing"));
    }
    let columns = usize::from(draw::area_on(app.desk.size).width).saturating_sub(4);
    let plotted = matches!(trends.topic, Topic::Kpis | Topic::Temperature | Topic::Outcomes | Topic::Stories);
    // Partners and factors are set beside each other, so their bars have one scale.
    let beside = matches!(trends.topic, Topic::Net | Topic::Pulse);
    let all = || found.iter().flat_map(|series| series.values.iter().flatten().copied());
    let scale = beside.then(|| (all().fold(0.0, f64::min), all().fold(0.0, f64::max)));
    for series in &found {
        page.blank();
        page.text(sentence(app, series));
        if plotted {
            plot(app, series, shown, columns, &mut page);
        } else {
            row(app, series, shown, (columns, scale), &mut page);
        }
    }
    page
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

/// A series against its path, a column per meeting or per run of meetings.
fn plot(app: &App, series: &Series, shown: &[Standings], columns: usize, page: &mut Page<()>) {
    let room = columns.saturating_sub(AXIS).max(1);
    let values = binned(&series.values, room);
    let path = binned(&series.path, room);
    let step = (room / values.len().max(1)).clamp(1, STEP);
    let mark = |sign: Sign, style: Style| {
        move |(column, value): (usize, &Option<f64>)| value.map(|value| Mark { column, value, sign, style })
    };
    let marks: Vec<Mark> = path
        .iter()
        .enumerate()
        .filter_map(mark(Sign::Path, app.desk.theme.dim()))
        .chain(values.iter().enumerate().filter_map(mark(Sign::Point, app.desk.theme.key())))
        .collect();
    let size = shown.len().div_ceil(values.len().max(1)).max(1);
    // A label needs room: the number of the meeting where there is, else none.
    let every = STEP.div_ceil(step);
    let labels: Vec<String> = shown
        .chunks(size)
        .enumerate()
        .map(|(place, piece)| {
            piece.first().filter(|_| place % every == 0).map_or_else(String::new, |found| found.session.to_string())
        })
        .collect();
    let labels = if step >= 4 { labels } else { spread(&labels, step) };
    let axis = |value: f64| notation::decimal(value, 1, app.desk.texts.lang);
    let plot = Plot { marks: &marks, labels: &labels, step, rows: ROWS, axis: &axis };
    page.picture(None, plot.lines(app.desk.theme));
}

/// Labels that are wider than their column take the columns after it, which have none.
fn spread(labels: &[String], step: usize) -> Vec<String> {
    let mut line: Vec<char> = vec![' '; labels.len() * step];
    for (place, label) in labels.iter().enumerate() {
        for (offset, sign) in label.chars().enumerate() {
            if let Some(cell) = line.get_mut(place * step + offset) {
                *cell = sign;
            }
        }
    }
    line.chunks(step).map(|piece| piece.iter().collect()).collect()
}

/// A row of bars, a sign per meeting or per run of meetings; with the figures where there is room for them.
fn row(
    app: &App,
    series: &Series,
    shown: &[Standings],
    (columns, scale): (usize, Option<(f64, f64)>),
    page: &mut Page<()>,
) {
    let room = columns.max(1);
    let values = binned(&series.values, room);
    if values.len() == shown.len() && values.len() * FIGURE <= room {
        let numbers: String = shown.iter().map(|found| cell(&format!(" {}", found.session), FIGURE)).collect();
        page.styled(numbers, app.desk.theme.dim());
    }
    let own = || values.iter().flatten().copied();
    let (low, high) = scale.unwrap_or_else(|| (own().fold(0.0, f64::min), own().fold(0.0, f64::max)));
    let lifted: Vec<Option<f64>> = values.iter().map(|value| value.map(|value| value - low)).collect();
    let mut spans = Vec::new();
    let figures = values.len() * FIGURE <= room;
    for (bar, value) in bars_up_to(app.desk.theme, &lifted, high - low).into_iter().zip(&values) {
        spans.push(Span::styled(bar, app.desk.theme.key()));
        if let (true, Some(value)) = (figures, value) {
            spans.push(Span::raw(cell(&notation::decimal(*value, 1, app.desk.texts.lang), FIGURE - 1)));
        } else if figures {
            spans.push(Span::raw(" ".repeat(FIGURE - 1)));
        }
    }
    page.picture(None, vec![Line::from(spans)]);
}
