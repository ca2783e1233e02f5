//! The list of meetings of a chain, and the first run.

use super::App;
use super::command::{Command, Key};
use crate::model::start::first_session;
use crate::model::{PartnerCode, State};
use crate::store::{SessionFile, StoreError};
use crate::text::{Term, date_input, notation};
use crate::widgets::theme::Sign;
use crossterm::event::KeyCode;
use ratatui::style::Style;
use std::rc::Rc;

/// The list of meetings.
#[derive(Default)]
pub struct Home {
    /// Every session file, oldest first.
    pub files: Vec<SessionFile>,
    /// The selected one.
    pub cursor: usize,
    /// The list is being read.
    pub reading: bool,
    /// The folder could not be read.
    pub trouble: Option<StoreError>,
}

/// What can be done at home.
pub static COMMANDS: [Command; 4] = [
    Command::always(
        "cmd-open-meeting",
        &[Key::Named(KeyCode::Enter), Key::Char('l'), Key::Named(KeyCode::Right)],
        open,
    ),
    Command::always("cmd-down", &[Key::Named(KeyCode::Down), Key::Char('j')], |app| step(app, 1)),
    Command::always("cmd-up", &[Key::Named(KeyCode::Up), Key::Char('k')], |app| step(app, -1)),
    Command::always("cmd-new-chain", &[], new_chain),
];

fn step(app: &mut App, by: isize) {
    let last = app.home.files.len().saturating_sub(1);
    app.home.cursor = app.home.cursor.saturating_add_signed(by).min(last);
}

fn open(app: &mut App) {
    if app.home.files.is_empty() {
        return new_chain(app);
    }
    let Some(file) = app.home.files.get(app.home.cursor) else { return };
    let path = file.path.clone();
    if let Err(error) = &file.content {
        let text = app.trouble(error);
        return app.say(text);
    }
    let content = crate::store::read::load(&path);
    app.open_file(SessionFile { path, content });
}

/// Takes in the list that was read; the newest meeting that is not over is selected.
pub fn listed(app: &mut App, list: Result<Vec<SessionFile>, StoreError>) {
    app.home.reading = false;
    match list {
        Ok(files) => {
            let open = |file: &SessionFile| file.session().is_some_and(|session| session.state != State::Closed);
            app.home.cursor = files.iter().position(open).unwrap_or(files.len().saturating_sub(1));
            (app.home.files, app.home.trouble) = (files, None);
        }
        Err(error) => app.home.trouble = Some(error),
    }
}

/// Three questions, and the chain can meet: name, partners, first date.
fn new_chain(app: &mut App) {
    if !app.home.files.is_empty() {
        let text = app.t("new-chain-exists");
        return app.say(text);
    }
    app.ask_line("new-chain-name", "new-chain-name-hint", |app, name| {
        if name.is_empty() {
            return Err(app.t("refused-blank"));
        }
        ask_partners(app, name.to_owned());
        Ok(())
    });
}

fn ask_partners(app: &mut App, name: String) {
    let (title, hint) = (app.t("new-chain-partners"), app.t("new-chain-partners-hint"));
    app.ask(
        title,
        hint,
        "",
        true,
        Rc::new(move |app, text| {
            let partners =
                partners(text).map_err(|line| app.with("new-chain-bad-partner", &[("line", line.into())]))?;
            ask_date(app, name.clone(), partners);
            Ok(())
        }),
    );
}

/// One partner a line: a short code, then its name. `Err` is the line that is neither.
pub fn partners(text: &str) -> Result<Vec<(PartnerCode, String)>, String> {
    let mut found: Vec<(PartnerCode, String)> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (code, name) = line.split_once([' ', '=', ':', ';']).unwrap_or((line, line));
        let fits = (1..=6).contains(&code.chars().count()) && code.chars().all(char::is_alphanumeric);
        let code = PartnerCode(code.to_uppercase());
        if !fits || found.iter().any(|(known, _)| *known == code) {
            return Err(line.to_owned());
        }
        found.push((code, name.trim().to_owned()));
    }
    if found.is_empty() { Err(String::new()) } else { Ok(found) }
}

fn ask_date(app: &mut App, name: String, partners: Vec<(PartnerCode, String)>) {
    app.ask_line("new-chain-date", "date-hint", move |app, text| {
        let date = date_input::parse_date(text, app.clock.today()).ok_or_else(|| app.t("date-unclear"))?;
        let session = first_session(&name, &partners, date, |room| app.t(room.id()));
        match app.folder.prepare(&session) {
            Ok(_) => {
                app.open(1);
                let text = app.with("new-chain-made", &[("date", notation::date_long(date, app.texts.lang).into())]);
                app.say(text);
                Ok(())
            }
            Err(error) => Err(app.trouble(&error)),
        }
    });
}

/// The heads of the columns.
pub fn head(app: &App) -> String {
    let heads = ["col-number", "col-date", "col-state", "col-decisions", "col-open-actions", "col-differences"];
    let heads = heads.map(|id| app.t(id));
    columns([&heads[0], &heads[1], &heads[2], &heads[3], &heads[4], &heads[5]])
}

fn columns([number, date, state, decisions, actions, differences]: [&str; 6]) -> String {
    format!("   {number:>4}  {date:<12}  {state:<12}  {decisions:>9}  {actions:>12}  {differences:>11}")
}

/// One row of the list: number, date, state, counts; or why a file can't be read.
pub fn row(app: &App, place: usize) -> (String, Style) {
    let Some(file) = app.home.files.get(place) else { return (String::new(), Style::new()) };
    let session = match &file.content {
        Ok(loaded) => &loaded.session,
        Err(error) => {
            let sign = app.theme.sign(Sign::Warning);
            return (format!(" {sign} {}  {}", file.name(), app.trouble(error)), app.theme.bad());
        }
    };
    let next = app.home.files.get(place + 1).and_then(|next| next.session());
    let adopted = next.and_then(|next| next.adopts.as_ref()).is_some_and(|adoption| adoption.session == session.number);
    let state = if adopted { app.t("state-adopted") } else { app.texts.term(session.state) };
    let own = session.own_decisions().count();
    let open = session.actions.iter().filter(|action| action.is_open()).count();
    let differences = session.differences.len();
    let date = notation::date_short(session.date, app.texts.lang);
    let (own, open, differences) = (own.to_string(), open.to_string(), differences.to_string());
    let text = columns([&session.number.to_string(), &date, &state, &own, &open, &differences]);
    let style = match session.state {
        State::Live => app.theme.good(),
        State::Planned => Style::new(),
        State::Closed => app.theme.dim(),
    };
    (text, style)
}
