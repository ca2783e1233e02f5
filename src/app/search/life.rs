//! The life of a record from meeting to meeting, in words.

use crate::app::App;
use crate::app::library::Question;
use crate::desk::Desk;
use crate::desk::layers::{Layer, Reader, Tone};
use crate::model::RecordId;
use crate::model::history::life::{Event, Step};
use crate::text::notation;
use chrono::NaiveDate;

/// The life of the record that is selected in the meeting.
pub fn life_of_selected(app: &mut App) {
    let Some(id) = app.desk.selected_record() else {
        let text = app.desk.t("life-no-record");
        return app.desk.say(text);
    };
    app.ask_library(Question::Life(app.desk.folder.root().to_owned(), id));
}

pub(super) fn show(desk: &mut Desk, id: &RecordId, steps: &[Step]) {
    let title = desk.with("life-title", &[("number", id.as_str().into())]);
    let mut lines: Vec<(String, Tone)> = Vec::new();
    let mut session = None;
    for step in steps {
        if session != Some(step.session) {
            let day = notation::date_long(step.date, desk.texts.lang).into();
            lines.push((desk.with("life-session", &[("number", step.session.into()), ("date", day)]), Tone::Heading));
            session = Some(step.session);
        }
        lines.push((format!("  {}", said(desk, &step.event)), Tone::Plain));
    }
    if lines.is_empty() {
        lines.push((desk.t("life-none"), Tone::Plain));
    }
    desk.layers.push(Layer::Reader(Reader { title, lines, scroll: 0 }));
}

fn said(desk: &Desk, event: &Event) -> String {
    let day = |date: NaiveDate| notation::date_short(date, desk.texts.lang);
    let on = |id, date| desk.with(id, &[("date", day(date).into())]);
    let with = |id, name, value: String| desk.with(id, &[(name, value.into())]);
    match event {
        Event::Made => desk.t("life-made"),
        Event::Reworded(text) => with("life-reworded", "text", text.clone()),
        Event::Postponed { from, to } => {
            let from = from.map_or_else(|| desk.t("none"), day);
            desk.with("life-postponed", &[("from", from.into()), ("to", day(*to).into())])
        }
        Event::Done(date) => on("life-done", *date),
        Event::Dropped(date) => on("life-dropped", *date),
        Event::Ratified(date) => on("life-ratified", *date),
        Event::Executed(date) => on("life-executed", *date),
        Event::Outcome(outcome) => with("life-now", "state", desk.texts.term(*outcome)),
        Event::Status(status) => with("life-now", "state", desk.texts.term(*status)),
        Event::Answered(outcome) => with("life-now", "state", desk.texts.term(*outcome)),
        Event::Story(status) => with("life-now", "state", desk.texts.term(*status)),
        Event::Resumes(id) => with("life-resumes", "number", id.to_string()),
        Event::ResumedAs(id) => with("life-resumed-as", "number", id.to_string()),
        Event::Repeats(id) => with("life-repeats", "number", id.to_string()),
        Event::RepeatedAs(id) => with("life-repeated-as", "number", id.to_string()),
        Event::Open => desk.t("life-open"),
    }
}
