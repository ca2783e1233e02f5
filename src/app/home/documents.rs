//! Documents of the chain: the report of a meeting as it stands, and files in the folder of documents.

use super::{Row, rows, selected};
use crate::app::App;
use crate::desk::layers::{Layer, Reader, Tone};
use crate::documents::{Part, markdown, plain, report};
use crate::model::State;
use crate::store::{StoreError, read, write};
use crate::widgets::theme::Sign;
use std::fs;
use std::path::Path;

/// A document is read so far.
const LINES: usize = 5000;

fn report_of(app: &App, number: u32) -> Result<Vec<Part>, String> {
    let loaded =
        app.desk.folder.find(number).and_then(|file| file.content).map_err(|error| app.desk.trouble(&error))?;
    let logo = app.desk.folder.logo(&loaded.session.identity.logo).unwrap_or_default();
    Ok(report::report(&loaded.session, loaded.session.date, &logo, &app.desk.texts))
}

pub(super) fn show_report(app: &mut App, number: u32) {
    match report_of(app, number) {
        Ok(parts) => {
            let title = app.desk.with("document-report", &[("number", number.into())]);
            let tone = |heading| if heading { Tone::Heading } else { Tone::Plain };
            let lines = plain::lines(&parts, app.desk.theme.sign(Sign::Bullet));
            let lines = lines.into_iter().map(|line| (line.text, tone(line.heading))).collect();
            app.desk.layers.push(Layer::Reader(Reader { title, lines, scroll: 0 }));
        }
        Err(why) => app.desk.say(why),
    }
}

pub(super) fn show_document(app: &mut App, path: &Path) {
    let title = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    match read::bytes(path).map(String::from_utf8) {
        Ok(Ok(text)) => show_text(app, title, &text),
        Ok(Err(_)) => {
            let text = app.desk.with("document-no-text", &[("file", app.desk.path(path).into())]);
            app.desk.say(text);
        }
        Err(error) => {
            let text = app.desk.trouble(&error);
            app.desk.say(text);
        }
    }
}

fn show_text(app: &mut App, title: String, text: &str) {
    let tone = |line: &str| if line.starts_with('#') { Tone::Heading } else { Tone::Plain };
    let lines = text.lines().take(LINES).map(|line| (line.trim_start_matches('#').trim_start().to_owned(), tone(line)));
    let lines = lines.collect();
    app.desk.layers.push(Layer::Reader(Reader { title, lines, scroll: 0 }));
}

/// The number of the selected meeting, else of the last that was held.
fn meeting_here(app: &App) -> Option<u32> {
    let rows = rows(app);
    let meetings = &app.home.chain.meetings;
    match selected(app, &rows)? {
        Row::Meeting(file) => meetings.iter().find(|row| row.file == file).map(|row| row.number),
        Row::Next(number) | Row::Report(number) => Some(number),
        Row::Chain(_)
        | Row::Altered(_)
        | Row::Copies(_)
        | Row::Choices(_)
        | Row::Gone(_)
        | Row::Stall
        | Row::Statement(_)
        | Row::Sample
        | Row::NewChain
        | Row::OtherFolder
        | Row::Newer
        | Row::Older
        | Row::Document(_) => {
            meetings.iter().rev().find(|row| matches!(row.held, Some((_, State::Closed)))).map(|row| row.number)
        }
    }
}

/// The report of a meeting as a file among the documents; one that is there already stays as it is.
pub(super) fn write_report(app: &mut App) {
    let Some(number) = meeting_here(app) else { return };
    let name = format!("{}-{number:04}.md", app.desk.t("report-file"));
    let path = app.desk.folder.documents().join(name);
    let write = |app: &App| -> Result<(), String> {
        let text = markdown::render(&report_of(app, number)?);
        let said = |error: StoreError| match error.is_there_already() {
            true => app.desk.with("export-exists", &[("file", app.desk.path(&path).into())]),
            false => app.desk.trouble(&error),
        };
        fs::create_dir_all(app.desk.folder.documents()).map_err(|error| said(StoreError::io(&path, error)))?;
        write::create(&path, text.as_bytes()).map_err(said)
    };
    let text = match write(app) {
        Ok(()) => app.desk.with("document-written", &[("file", app.desk.path(&path).into())]),
        Err(why) => why,
    };
    app.desk.say(text);
    app.read_home();
}
