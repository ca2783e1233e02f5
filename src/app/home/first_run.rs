//! The first run: a chain that can meet, in four questions.

use crate::app::App;
use crate::app::clock::Clock;
use crate::app::commands::records::meeting_day_echo;
use crate::app::field::Field;
use crate::app::layer::Layer;
use crate::model::change::{AmbitionEdit, Change, Refusal, apply};
use crate::model::start::first_session;
use crate::model::{PartnerCode, Session, plausible};
use crate::sample;
use crate::text::{Term, date_input, notation};
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// What is asked about a new chain, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Asked {
    /// Its name.
    Name,
    /// Its partners.
    Partners,
    /// Its ambition.
    Ambition,
    /// The day of its first meeting.
    Date,
}

/// Four questions, and the chain can meet: name, partners, ambition, first date. Who leaves with Esc and comes back finds
/// what was answered: each answer is a draft until the chain is on disk.
pub fn new_chain(app: &mut App) {
    question(app, Asked::Name, ["new-chain-name", "new-chain-name-hint"], false, |app, name| {
        if name.is_empty() {
            return Err(app.t("refused-blank"));
        }
        ask_partners(app, name.to_owned());
        Ok(())
    });
}

fn question(
    app: &mut App,
    asked: Asked,
    [title, hint]: [&str; 2],
    lines: bool,
    submit: impl Fn(&mut App, &str) -> Result<(), String> + 'static,
) {
    let (title, hint) = (app.t(title), app.t(hint));
    app.ask(Field::NewChain(asked), title, hint, "", lines, Rc::new(submit));
}

/// Kompas in a scratch copy, on the day it meets.
pub fn sample(app: &mut App) {
    let root = match sample::copy() {
        Ok(root) => root,
        Err(error) => {
            let text = app.trouble(&error);
            return app.say(text);
        }
    };
    app.clock = sample::TODAY.map_or(app.clock, Clock::On);
    (app.roots, app.library) = (vec![root.clone()], None);
    app.enter(&root);
    app.open(4);
    let text = app.with("demo-copy", &[("folder", app.path(&root).into())]);
    app.say(text);
}

fn ask_partners(app: &mut App, name: String) {
    let titles = ["new-chain-partners", "new-chain-partners-hint"];
    question(app, Asked::Partners, titles, true, move |app, text| {
        let found = partners(text).map_err(|line| app.with("new-chain-bad-partner", &[("line", line.into())]))?;
        ask_ambition(app, name.clone(), found);
        Ok(())
    });
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

/// A chain that begins with this sentence, or still without one.
pub fn with_ambition(begun: Session, sentence: &str, now: NaiveDateTime) -> Result<Session, Refusal> {
    if sentence.trim().is_empty() {
        return Ok(begun);
    }
    apply(&begun, &Change::Ambition(AmbitionEdit::Text(sentence.to_owned())), now).map(|applied| applied.session)
}

/// The ambition may wait; most groups have a first sentence for it.
fn ask_ambition(app: &mut App, name: String, partners: Vec<(PartnerCode, String)>) {
    let titles = ["new-chain-ambition", "new-chain-ambition-hint"];
    question(app, Asked::Ambition, titles, false, move |app, ambition| {
        ask_date(app, name.clone(), partners.clone(), ambition.to_owned());
        Ok(())
    });
}

fn ask_date(app: &mut App, name: String, partners: Vec<(PartnerCode, String)>, ambition: String) {
    question(app, Asked::Date, ["new-chain-date", "new-chain-date-hint"], false, move |app, text| {
        let date = date_input::parse_date(text, app.clock.today()).filter(|day| plausible::is_possible(*day));
        let date = date.ok_or_else(|| app.t("date-unclear"))?;
        let begun = first_session(&name, &partners, date, |room| app.t(room.id()));
        let session = with_ambition(begun, &ambition, app.now()).map_err(|refusal| app.refusal(&refusal))?;
        app.folder.prepare(&session).map_err(|error| app.trouble(&error))?;
        app.forget_drafts();
        app.open(1);
        let text = app.with("new-chain-made", &[("date", notation::date_long(date, app.texts.lang).into())]);
        app.say(text);
        Ok(())
    });
    if let Some(Layer::Prompt(prompt)) = app.layers.last_mut() {
        prompt.echo = Some(meeting_day_echo);
    }
}
