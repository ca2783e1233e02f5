//! The fields of what is on record about being together: a moment, a café, an activity.

use crate::desk::View;
use crate::desk::form::Read;
use crate::desk::form::{Builder, Edit, Fields};
use crate::desk::layers::Choice;
use crate::model::change::{Change, RelationEdit};
use crate::model::relation::Together;
use crate::panes::relation::attendance_of;
use crate::text::{date_input, notation};
use chrono::NaiveDate;
use std::rc::Rc;

pub fn fields(view: &View<'_>, what: &Together) -> Option<Fields> {
    match what {
        Together::Moment(place) => moment(view, *place),
        Together::Cafe(date) => cafe(view, *date),
        Together::Activity(date, title) => activity(view, *date, title),
    }
}

fn moment(view: &View<'_>, place: usize) -> Option<Fields> {
    let moment = view.session.relation.moments.get(place)?;
    let mut form = Builder::new(view, view.t("details-moment"));
    let (good, text) = (moment.good, moment.text.clone());
    let change = move |good, text| Change::Relation(RelationEdit::CorrectMoment { place, good, text });
    form.line("field-text", &moment.text, move |text| change(good, text));
    let choice = |good, word| (Choice::plain(view.t(word)), change(good, text.clone()));
    let shown = view.t(if good { "moment-good" } else { "moment-hard" });
    let choices = vec![choice(true, "moment-good"), choice(false, "moment-hard")];
    form.field("field-moment", shown, Edit::Choose(choices));
    form.note(view.t("moment-explanation"));
    form.done()
}

fn cafe(view: &View<'_>, date: NaiveDate) -> Option<Fields> {
    let cafe = view.session.relation.cafes.iter().find(|cafe| cafe.date == date)?;
    let mut form = Builder::new(view, view.t("details-cafe"));
    on(&mut form, date, move |to| Change::Relation(RelationEdit::MoveCafe(date, to)));
    let codes: Vec<&str> = cafe.who.iter().map(|code| code.as_str()).collect();
    let start = format!("{} {}", cafe.people, codes.join(" ")).trim_end().to_owned();
    let read: Read = Rc::new(move |text: &str, _| {
        let (people, who) = attendance_of(text).ok_or("number-unclear")?;
        Ok(Change::Relation(RelationEdit::Cafe { date, people, who }))
    });
    let edit = Edit::Write { start: start.clone(), lines: false, hint: "cafe-people-hint", date: false, read };
    form.field("field-who-came", start, edit);
    form.done()
}

fn activity(view: &View<'_>, date: NaiveDate, title: &str) -> Option<Fields> {
    view.session.relation.activities.iter().find(|found| found.date == date && found.title == title)?;
    let mut form = Builder::new(view, view.t("details-activity"));
    let was = (date, title.to_owned());
    let change = move |date, title| Change::Relation(RelationEdit::CorrectActivity { was: was.clone(), date, title });
    let (set, kept) = (change.clone(), title.to_owned());
    on(&mut form, date, move |to| set(to, kept.clone()));
    form.line("field-title", title, move |title| change(date, title));
    form.done()
}

/// A day that can't be left out.
fn on(form: &mut Builder<'_, '_>, date: NaiveDate, make: impl Fn(NaiveDate) -> Change + 'static) {
    let read: Read =
        Rc::new(move |text: &str, today| date_input::parse_date(text, today).map(&make).ok_or("date-unclear"));
    let start = notation::date_short(date, crate::text::Lang::Nl);
    let edit = Edit::Write { start, lines: false, hint: "date-hint", date: true, read };
    form.field("field-date", notation::date_full(date, form.view.lang()), edit);
}
