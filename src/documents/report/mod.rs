//! The report of a meeting, in the order of domain §2.4: stories, stand and course, decisions, balance, relation, ahead.

mod decisions;
mod together;

use super::Part;
use crate::model::action::{Action, Origin};
use crate::model::kpi::figures::{Course, evaluate};
use crate::model::story::StoryStatus;
use crate::model::{PartnerCode, Session};
use crate::text::{Texts, notation};
use chrono::NaiveDate;
use fluent_bundle::FluentValue;

struct Report<'a> {
    session: &'a Session,
    today: NaiveDate,
    texts: &'a Texts,
    parts: Vec<Part>,
}

/// The report of a session, with its figures as they stood on `today`.
pub fn report(session: &Session, today: NaiveDate, logo: &[String], texts: &Texts) -> Vec<Part> {
    let mut report = Report { session, today, texts, parts: super::face(session, logo) };
    report.head();
    report.stories();
    report.kpis();
    report.decisions();
    report.differences();
    report.floor();
    report.balance();
    report.relation();
    report.pulse();
    report.governance();
    report.materiality();
    report.items();
    report.ahead();
    report.parts
}

impl Report<'_> {
    fn t(&self, id: &str) -> String {
        self.texts.get(id)
    }

    fn with(&self, id: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        self.texts.with(id, values)
    }

    /// A message that ends as a sentence, whatever the words in it end with.
    fn sentence(&self, id: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        let text = self.with(id, values);
        if text.ends_with(['.', '!', '?']) { text } else { format!("{text}.") }
    }

    fn heading(&mut self, id: &str) {
        let text = self.t(id);
        self.parts.push(Part::Heading(text));
    }

    fn text(&mut self, text: String) {
        self.parts.push(Part::Text(text));
    }

    fn list(&mut self, items: Vec<String>, empty: &str) {
        let part = if items.is_empty() { Part::Text(self.t(empty)) } else { Part::List(items) };
        self.parts.push(part);
    }

    fn date(&self, date: NaiveDate) -> String {
        notation::date_long(date, self.texts.lang)
    }

    fn number(&self, number: Option<f64>) -> String {
        number.map_or_else(|| self.t("none"), |number| notation::decimal(number, 1, self.texts.lang))
    }

    fn grade(&self, grade: Option<f64>) -> String {
        grade.map_or_else(|| self.t("none"), |grade| notation::grade(grade, self.texts.lang))
    }

    fn codes(codes: &[PartnerCode]) -> String {
        codes.iter().map(PartnerCode::as_str).collect::<Vec<_>>().join(", ")
    }

    /// Name, number, date; who was there.
    fn head(&mut self) {
        let session = self.session;
        let args = [("name", session.chain.name.as_str().into()), ("number", session.number.into())];
        self.parts.push(Part::Title(self.with("report-title", &args)));
        self.text(notation::date_full(session.date, self.texts.lang));
        if !session.ambition.text.is_empty() {
            self.parts.push(Part::Quote(session.ambition.text.clone()));
        }
        self.heading("attendance");
        let mut rows = vec![["col-partner", "col-person", "col-presence"].map(|id| self.t(id)).to_vec()];
        for seat in session.attendance.iter() {
            let Some(partner) = session.partner(&seat.partner) else { continue };
            let person = seat.presence.person(partner).map_or_else(String::new, |person| {
                if person.function.is_empty() {
                    person.name.clone()
                } else {
                    format!("{}, {}", person.name, person.function)
                }
            });
            rows.push(vec![format!("{} ({})", partner.name, partner.code), person, self.texts.term(seat.presence)]);
        }
        self.parts.push(Part::Table(rows));
        if let Some(adoption) = &session.adopts {
            let args = [("number", adoption.session.into()), ("date", self.date(adoption.on).into())];
            self.text(self.with("adopted-on", &args));
            if !adoption.corrections.is_empty() {
                self.parts.push(Part::List(adoption.corrections.clone()));
            }
        }
    }

    /// Only what was released, in full.
    fn stories(&mut self) {
        self.heading("room-successes");
        let stories = &self.session.successes.stories;
        let released: Vec<_> = stories.iter().filter(|story| story.status == StoryStatus::Released).collect();
        if released.is_empty() {
            return self.text(self.t("report-no-stories"));
        }
        for story in released {
            let partners = Self::codes(&story.partners);
            let told: Vec<&str> = [&story.situation, &story.together, &story.result, &story.shines]
                .into_iter()
                .map(|text| text.trim())
                .filter(|text| !text.is_empty())
                .collect();
            self.text(format!("{} ({partners}). {}", story.title, told.join(" ")));
        }
    }

    fn kpis(&mut self) {
        self.heading("report-kpis");
        let mut rows =
            vec![["col-kpi", "col-value", "col-path", "col-stand", "col-course"].map(|id| self.t(id)).to_vec()];
        for kpi in self.session.kpis.iter() {
            let Some(found) = evaluate(kpi, self.today) else { continue };
            let course = match found.course {
                Course::TooFewPoints => self.t("too-few-points"),
                Course::Heading(heading) => self.texts.term(heading.colour),
            };
            rows.push(vec![
                format!("{} {}", kpi.id, kpi.name),
                notation::with_unit(found.last, &kpi.unit, self.texts.lang),
                self.number(Some(found.path)),
                self.texts.term(found.stand),
                course,
            ]);
        }
        if rows.len() == 1 {
            return self.text(self.t("report-no-kpis"));
        }
        self.parts.push(Part::Table(rows));
        for evaluation in self.session.evaluations.iter() {
            let decision = evaluation.decision.as_ref().map_or_else(|| self.t("none"), ToString::to_string);
            let args = [
                ("kpi", evaluation.kpi.as_str().into()),
                ("cause", evaluation.cause.as_str().into()),
                ("decision", decision.into()),
            ];
            self.text(self.with("report-evaluation", &args));
        }
    }

    /// What was treated, with what came of it and what was noted.
    fn items(&mut self) {
        self.heading("report-items");
        let mut lines = Vec::new();
        for item in &self.session.agenda.items {
            let outcome = item.outcome.map_or_else(|| self.t("outcome-open"), |outcome| self.texts.term(outcome));
            let mut line = format!("{} {}: {outcome}.", item.no, item.title);
            for note in self.session.notes.iter().filter(|note| note.item.as_ref() == Some(&item.no)) {
                line.push_str(&format!(" {}", note.text));
            }
            lines.push(line);
        }
        self.list(lines, "none");
    }

    fn ahead(&mut self) {
        self.heading("report-actions");
        let number = self.session.number;
        let open = self.session.actions.iter().filter(|action| action.is_open() || action.session == number);
        let lines = open.map(|action| self.action(action));
        let lines = lines.collect();
        self.list(lines, "report-no-actions");
        self.heading("report-ahead");
        let next = self.session.closing.next_date;
        let text = match next {
            Some(date) => self.with("step-next", &[("date", notation::date_full(date, self.texts.lang).into())]),
            None => self.t("step-next-open"),
        };
        self.text(text);
    }

    /// Who does what by when; what is not known yet is said after it.
    fn action(&self, action: &Action) -> String {
        let owner = action.owner.as_ref().map(|owner| format!(" {owner}")).unwrap_or_default();
        let mut notes = Vec::new();
        if action.owner.is_none() {
            notes.push(self.t("no-owner-yet"));
        }
        notes.push(match (action.done, action.dropped, action.due) {
            (Some(day), _, _) => self.with("done-on", &[("date", self.date(day).into())]),
            (None, Some(day), _) => self.with("dropped-on", &[("date", self.date(day).into())]),
            (None, None, Some(due)) => self.date(due),
            (None, None, None) => self.t("no-date-yet"),
        });
        let from = match &action.from {
            Some(Origin::Record(id)) => format!(" [{id}]"),
            Some(Origin::Item(no)) => format!(" [{no}]"),
            None => String::new(),
        };
        format!("{}{owner}: {} ({}){from}", action.id, action.text, notes.join(", "))
    }
}
