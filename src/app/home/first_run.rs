//! The first run: a chain that can meet, in four questions.

use crate::app::App;
use crate::desk::Desk;
use crate::desk::clock::Clock;
use crate::desk::echo::meeting_day_echo;
use crate::desk::field::{Asked, Field};
use crate::desk::layers::Layer;
use crate::model::change::{AmbitionEdit, Change, Refusal, apply};
use crate::model::start::first_session;
use crate::model::{PartnerCode, Session, plausible};
use crate::sample;
use crate::text::{Term, date_input, notation};
use chrono::NaiveDateTime;
use std::rc::Rc;

/// Four questions, and the chain can meet: name, partners, ambition, first date. Who leaves with Esc and comes back finds
/// what was answered: each answer is a draft until the chain is on disk.
pub fn new_chain(desk: &mut Desk) {
    question(desk, Asked::Name, ["new-chain-name", "new-chain-name-hint"], false, |desk, name| {
        if name.is_empty() {
            return Err(desk.t("refused-blank"));
        }
        ask_partners(desk, name.to_owned());
        Ok(())
    });
}

fn question(
    desk: &mut Desk,
    asked: Asked,
    [title, hint]: [&str; 2],
    lines: bool,
    submit: impl Fn(&mut Desk, &str) -> Result<(), String> + 'static,
) {
    let (title, hint) = (desk.t(title), desk.t(hint));
    desk.ask(Field::NewChain(asked), title, hint, "", lines, Rc::new(submit));
}

/// Kompas in a scratch copy, on the day it meets.
pub fn sample(app: &mut App) {
    let root = match sample::copy() {
        Ok(root) => root,
        Err(error) => {
            let text = app.desk.trouble(&error);
            return app.desk.say(text);
        }
    };
    app.desk.clock = sample::TODAY.map_or(app.desk.clock, Clock::On);
    (app.roots, app.library) = (vec![root.clone()], None);
    app.desk.enter(&root);
    app.desk.open(4);
    let text = app.desk.with("demo-copy", &[("folder", app.desk.path(&root).into())]);
    app.desk.say(text);
}

fn ask_partners(desk: &mut Desk, name: String) {
    let titles = ["new-chain-partners", "new-chain-partners-hint"];
    question(desk, Asked::Partners, titles, true, move |desk, text| {
        let found = partners(text).map_err(|line| desk.with("new-chain-bad-partner", &[("line", line.into())]))?;
        ask_ambition(desk, name.clone(), found);
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
fn ask_ambition(desk: &mut Desk, name: String, partners: Vec<(PartnerCode, String)>) {
    let titles = ["new-chain-ambition", "new-chain-ambition-hint"];
    question(desk, Asked::Ambition, titles, false, move |desk, ambition| {
        ask_date(desk, name.clone(), partners.clone(), ambition.to_owned());
        Ok(())
    });
}

fn ask_date(desk: &mut Desk, name: String, partners: Vec<(PartnerCode, String)>, ambition: String) {
    question(desk, Asked::Date, ["new-chain-date", "new-chain-date-hint"], false, move |desk, text| {
        let date = date_input::parse_date(text, desk.clock.today()).filter(|day| plausible::is_possible(*day));
        let date = date.ok_or_else(|| desk.t("date-unclear"))?;
        let begun = first_session(&name, &partners, date, |room| desk.t(room.id()));
        let session = with_ambition(begun, &ambition, desk.now()).map_err(|refusal| desk.refusal(&refusal))?;
        desk.folder.prepare(&session).map_err(|error| desk.trouble(&error))?;
        desk.forget_drafts();
        desk.open(1);
        let text = desk.with("new-chain-made", &[("date", notation::date_long(date, desk.texts.lang).into())]);
        desk.say(text);
        Ok(())
    });
    if let Some(Layer::Prompt(prompt)) = desk.layers.last_mut() {
        prompt.echo = Some(meeting_day_echo);
    }
}
