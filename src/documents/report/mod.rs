//! The report of a meeting, in the order of domain §2.4: stories, stand and course, decisions, balance, relation, ahead.

mod together;

use super::Part;
use crate::model::decision::Decision;
use crate::model::kpi_figures::{Course, evaluate};
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

    /// Each with the positions that differ and their reasons; a minority under its decision, word for word.
    fn decisions(&mut self) {
        self.heading("report-decisions");
        let own: Vec<&Decision> = self.session.own_decisions().collect();
        if own.is_empty() {
            self.text(self.t("report-no-decisions"));
        }
        own.into_iter().for_each(|decision| self.decision(decision));
    }

    fn decision(&mut self, decision: &Decision) {
        let outcome = decision.outcome.map_or_else(|| self.t("no-outcome-yet"), |outcome| self.texts.term(outcome));
        let form = decision.form.map_or_else(String::new, |form| format!(", {}", self.texts.term(form)));
        self.text(format!("{} {} ({outcome}{form})", decision.id, decision.text));
        let mut lines = Vec::new();
        if !decision.positions.is_empty() {
            let each: Vec<String> =
                decision.positions.iter().map(|found| format!("{} {}", found.partner, found.code.letter())).collect();
            lines.push(self.with("report-positions", &[("positions", each.join(", ").into())]));
        }
        if let Some(due) = decision.due {
            let owner = decision.owner.as_ref().map_or_else(|| self.t("none"), ToString::to_string);
            lines.push(self.with("report-owner", &[("owner", owner.into()), ("due", self.date(due).into())]));
        }
        if !decision.explanation.is_empty() {
            lines.push(decision.explanation.clone());
        }
        for position in &decision.positions {
            if position.reason.is_empty() && !position.code.is_dissent() {
                continue;
            }
            lines.push(self.with(
                "reason-line",
                &[
                    ("partner", position.partner.as_str().into()),
                    ("position", self.texts.term(position.code).into()),
                    ("reason", position.reason.as_str().into()),
                ],
            ));
        }
        if !lines.is_empty() {
            self.parts.push(Part::List(lines));
        }
        for minority in &decision.minorities {
            let args = [("partner", minority.partner.as_str().into()), ("text", minority.text.as_str().into())];
            let mut text = self.with("minority-line", &args);
            if let Some(carries) = minority.carries_out {
                text.push_str(&format!(
                    " {}",
                    self.t(if carries { "minority-carries-out" } else { "minority-does-not" })
                ));
            }
            self.parts.push(Part::Quote(text));
        }
    }

    fn differences(&mut self) {
        self.heading("report-differences");
        let number = self.session.number;
        let own = self.session.differences.iter().filter(|found| found.session == number);
        let lines = own.map(|found| {
            format!("{} {}: {} ({})", found.id, Self::codes(&found.partners), found.text, self.texts.term(found.status))
        });
        self.list(lines.collect(), "report-no-differences");
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
        let lines = open.map(|action| {
            let owner = action.owner.as_ref().map_or_else(|| self.t("none"), ToString::to_string);
            let due = action.due.map_or_else(|| self.t("no-date-yet"), |due| self.date(due));
            let from = match &action.from {
                Some(crate::model::action::Origin::Record(id)) => format!(" [{id}]"),
                Some(crate::model::action::Origin::Item(no)) => format!(" [{no}]"),
                None => String::new(),
            };
            format!("{} {owner}: {} ({due}){from}", action.id, action.text)
        });
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
}
