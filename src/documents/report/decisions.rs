//! Decisions with how they came about, differences with what would settle them, and the voice of the shop floor.

use super::Report;
use crate::documents::Part;
use crate::model::decision::{ConsentRound, Decision, Position};
use crate::model::difference::Difference;
use crate::text::{notation, votes};
use chrono::NaiveDate;

impl Report<'_> {
    /// Each with the positions that differ and their reasons; a minority under its decision, word for word.
    pub(super) fn decisions(&mut self) {
        self.heading("report-decisions");
        let own: Vec<&Decision> = self.session.own_decisions().collect();
        if own.is_empty() {
            self.text(self.t("report-no-decisions"));
        }
        own.into_iter().for_each(|decision| self.decision(decision));
        self.since_then();
    }

    fn decision(&mut self, decision: &Decision) {
        let outcome = decision.outcome.map_or_else(|| self.t("no-outcome-yet"), |outcome| self.texts.term(outcome));
        let form = decision.form.map_or_else(String::new, |form| format!(", {}", self.texts.term(form)));
        let votes = votes(self.texts, decision).map_or_else(String::new, |votes| format!(": {votes}"));
        self.text(format!("{} {} ({outcome}{form}{votes})", decision.id, decision.text));
        let mut lines = Vec::new();
        for (place, round) in decision.rounds.iter().enumerate() {
            self.round(place + 1, round, &mut lines);
        }
        if !decision.positions.is_empty() {
            lines.push(self.with("report-positions", &[("positions", self.letters(&decision.positions).into())]));
        }
        lines.extend(self.owner(decision));
        if !decision.explanation.is_empty() {
            lines.push(decision.explanation.clone());
        }
        lines.extend(self.reasons(&decision.positions));
        lines.extend(self.set_right(decision));
        if let Some(trust) = &decision.trust {
            let args = [("mean", self.number(Some(trust.mean)).into()), ("min", trust.min.into())];
            lines.push(self.with("report-trust", &args));
        }
        if let Some(day) = decision.ratified_on {
            lines.push(self.with("report-ratified", &[("date", self.date(day).into())]));
        }
        if !lines.is_empty() {
            self.parts.push(Part::List(lines));
        }
        self.minorities(decision);
    }

    /// An earlier round: the text as it was, where each stood, and why.
    fn round(&self, number: usize, round: &ConsentRound, lines: &mut Vec<String>) {
        let args = [
            ("number", number.into()),
            ("text", round.text.as_str().into()),
            ("positions", self.letters(&round.positions).into()),
        ];
        lines.push(self.with("report-round", &args));
        let label = self.with("consent-round", &[("number", number.into())]);
        lines.extend(self.reasons(&round.positions).into_iter().map(|line| format!("{label}, {line}")));
    }

    /// `POL I, OM G, JR A (schriftelijk 24-09-2026)`.
    fn letters(&self, positions: &[Position]) -> String {
        let each = positions.iter().map(|found| {
            let day = found.written_on.map(|day| notation::date_short(day, self.texts.lang));
            let written = day.map(|day| format!(" ({})", self.with("in-writing", &[("date", day.into())])));
            format!("{} {}{}", found.partner, found.code.letter(), written.unwrap_or_default())
        });
        each.collect::<Vec<_>>().join(", ")
    }

    fn reasons(&self, positions: &[Position]) -> Vec<String> {
        let told = positions.iter().filter(|found| !found.reason.is_empty() || found.code.is_dissent());
        told.map(|found| {
            let args = [
                ("partner", found.partner.as_str().into()),
                ("position", self.texts.term(found.code).into()),
                ("reason", found.reason.as_str().into()),
            ];
            self.with(if found.reason.is_empty() { "reason-none" } else { "reason-line" }, &args)
        })
        .collect()
    }

    /// Who sees to it and by when, as far as it is known.
    fn owner(&self, decision: &Decision) -> Option<String> {
        let owner = decision.owner.as_ref().map(|owner| owner.as_str().into());
        let due = decision.due.map(|due| self.date(due).into());
        match (owner, due) {
            (Some(owner), Some(due)) => Some(self.with("report-owner", &[("owner", owner), ("due", due)])),
            (Some(owner), None) => Some(self.with("report-owner-only", &[("owner", owner)])),
            (None, Some(due)) => Some(self.with("report-due-only", &[("due", due)])),
            (None, None) => None,
        }
    }

    /// Effort before and after, where the decision sets a balance right.
    fn set_right(&self, decision: &Decision) -> Option<String> {
        let found = decision.rebalance.as_ref()?;
        let score = |score: Option<u8>| score.map_or_else(|| self.t("none"), |score| score.to_string());
        let args = [
            ("partner", found.partner.as_str().into()),
            ("before", score(found.effort_before).into()),
            ("after", found.effort_after.into()),
            ("own", score(found.benefit_before).into()),
        ];
        Some(self.with("report-rebalance", &args))
    }

    fn minorities(&mut self, decision: &Decision) {
        for minority in &decision.minorities {
            let args = [("partner", minority.partner.as_str().into()), ("text", minority.text.as_str().into())];
            let mut text = self.with("minority-line", &args);
            if let Some(carries) = minority.carries_out {
                let id = if carries { "minority-carries-out" } else { "minority-does-not" };
                text.push_str(&format!(" {}", self.t(id)));
            }
            self.parts.push(Part::Quote(text));
        }
    }

    /// What came of earlier decisions since the meeting before: positions in writing, reservations that were lifted.
    fn since_then(&mut self) {
        let session = self.session;
        let before = session.look_back.last().map(|tally| tally.date);
        let fresh = |day: NaiveDate| before.is_none_or(|before| day > before);
        let mut lines = Vec::new();
        for found in session.decisions.iter().filter(|found| found.session < session.number) {
            let written = found.positions.iter().filter(|position| position.written_on.is_some_and(fresh));
            let written: Vec<Position> = written.cloned().collect();
            let mut said = Vec::new();
            if !written.is_empty() {
                said.push(self.letters(&written));
                said.extend(self.reasons(&written));
            }
            if let Some(day) = found.ratified_on.filter(|day| fresh(*day)) {
                said.push(self.with("report-ratified", &[("date", self.date(day).into())]));
            }
            lines.extend(said.into_iter().map(|text| format!("{} {}. {text}", found.id, found.text)));
        }
        if !lines.is_empty() {
            self.parts.push(Part::List(lines));
        }
    }

    /// Everything that is on the table, this meeting's own first.
    pub(super) fn differences(&mut self) {
        self.heading("report-differences");
        let number = self.session.number;
        let (own, earlier): (Vec<&Difference>, Vec<&Difference>) =
            self.session.differences.iter().partition(|found| found.session == number);
        let lines = own.into_iter().chain(earlier).map(|found| self.difference(found)).collect();
        self.list(lines, "report-no-differences");
    }

    /// Whose it is, where it stands, what would change their mind and when it is looked at again.
    fn difference(&self, found: &Difference) -> String {
        let whose =
            if found.partners.is_empty() { String::new() } else { format!(" {}", Self::codes(&found.partners)) };
        let mut line = format!("{}{whose}: {} ({})", found.id, found.text, self.texts.term(found.status));
        let mut add = |text: String| line.push_str(&format!(" {text}"));
        if !found.would_change.trim().is_empty() {
            add(self.sentence("would-change", &[("text", found.would_change.trim().into())]));
        }
        if let Some(day) = found.review_on {
            add(self.with("report-review", &[("date", self.date(day).into())]));
        }
        if found.session != self.session.number {
            add(self.with("report-from-session", &[("number", found.session.into())]));
        }
        line
    }

    /// What came back from the shop floor, without names.
    pub(super) fn floor(&mut self) {
        let number = self.session.number;
        let told = self.session.shopfloor.iter().filter(|signal| signal.session == number);
        let lines: Vec<String> = told
            .map(|signal| {
                let about = signal.about.as_ref().map(|id| format!("{id}, ")).unwrap_or_default();
                let people = self.with("report-people", &[("people", signal.people.into())]);
                format!("{about}{people}: {}", signal.text)
            })
            .collect();
        if !lines.is_empty() {
            self.heading("shopfloor");
            self.parts.push(Part::List(lines));
        }
    }
}
