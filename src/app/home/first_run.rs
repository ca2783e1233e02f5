//! The first run: a chain that can meet, in four questions.

use crate::app::App;
use crate::desk::clock::Clock;
use crate::desk::echo::meeting_day_echo;
use crate::desk::field::{Asked, Field};
use crate::desk::layers::Layer;
use crate::desk::{Desk, Wish};
use crate::model::change::{AmbitionEdit, Change, Refusal, apply};
use crate::model::start::first_session;
use crate::model::{PartnerCode, Session, plausible};
use crate::sample;
use crate::store::StoreError;
use crate::text::{Lang, Term, Texts, date_input, notation, whole_path};
use crate::widgets::Colours;
use chrono::NaiveDateTime;
use std::path::Path;
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

/// Another folder, by its name: a chain that is there already, here or on a disk.
pub fn other_folder(desk: &mut Desk) {
    let here = whole_path(desk.folder.root());
    let hint = desk.with("other-folder-hint", &[("folder", here.into())]);
    let title = desk.t("other-folder-title");
    let submit = |desk: &mut Desk, text: &str| {
        let path = Path::new(text.trim());
        match path.metadata() {
            Ok(found) if found.is_dir() => {
                let whole = path.canonicalize().map_err(|error| desk.trouble(&StoreError::io(path, error)))?;
                desk.enter(&whole);
                desk.wish(Wish::Elsewhere);
                Ok(())
            }
            Ok(_) => Err(desk.with("other-folder-is-file", &[("folder", desk.path(path).into())])),
            Err(error) => Err(desk.trouble(&StoreError::io(path, error))),
        }
    };
    desk.ask(None, title, hint, "", false, Rc::new(submit));
}

/// The other language, for as long as the program runs.
pub fn other_language(app: &mut App) {
    let mut texts = Texts::new(match app.desk.texts.lang {
        Lang::Nl => Lang::En,
        Lang::En => Lang::Nl,
    });
    texts.dir = std::mem::take(&mut app.desk.texts.dir);
    app.desk.texts = texts;
    let text = app.desk.t("language-chosen");
    app.desk.say(text);
}

/// The next of the colour themes, for as long as the program runs.
pub fn other_colours(app: &mut App) {
    let (colours, id) = match app.desk.theme.colours {
        Colours::None => return app.desk.say(app.desk.t("colours-none")),
        Colours::Dark => (Colours::Light, "colours-light"),
        Colours::Light => (Colours::Contrast, "colours-contrast"),
        Colours::Contrast => (Colours::Terminal { light: false }, "colours-terminal"),
        Colours::Terminal { .. } => (Colours::Dark, "colours-dark"),
    };
    app.desk.theme.colours = colours;
    let text = app.desk.t(id);
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
