//! How the group stands together: balance, relation, pulse, governance, what is pooled.

use super::Report;
use crate::documents::Part;
use crate::model::agenda::Room;
use crate::model::covenant::{ArticleChange, compare};

impl Report<'_> {
    /// One sentence per partner of the last round that was revealed in this session.
    pub(super) fn balance(&mut self) {
        self.heading("room-balance");
        let number = self.session.number;
        let round = self.session.benefit_rounds.iter().rev().find(|round| round.revealed && round.session == number);
        let Some(round) = round else { return self.text(self.t("report-no-round")) };
        let lines = round.all().into_iter().map(|found| {
            let args = [
                ("partner", found.partner.as_str().into()),
                ("seen", self.grade(found.seen).into()),
                ("own", self.grade(found.own).into()),
            ];
            self.with("balance-sentence", &args)
        });
        let lines = lines.collect();
        self.list(lines, "report-no-round");
    }

    /// Only the mean: what partners think of each other is theirs.
    pub(super) fn relation(&mut self) {
        self.heading("room-relation");
        let number = self.session.number;
        let round = self.session.relation.shown().rfind(|round| round.session == number);
        let mean = round.and_then(crate::model::relation::TemperatureRound::mean);
        let text = match mean {
            Some(mean) => self.with("report-temperature", &[("mean", self.number(Some(mean)).into())]),
            None => self.t("report-no-temperature"),
        };
        self.text(text);
        let moments = self.session.relation.moments.iter().filter(|found| found.session == number);
        let lines: Vec<String> = moments
            .map(|found| format!("{}: {}", self.t(if found.good { "moment-good" } else { "moment-hard" }), found.text))
            .collect();
        if !lines.is_empty() {
            self.parts.push(Part::List(lines));
        }
    }

    /// What is really pooled, and what was carried out: no talking shop (8.4).
    pub(super) fn materiality(&mut self) {
        self.heading("materiality");
        let lines = crate::documents::pooled(self.session, self.texts);
        self.list(lines, "none");
    }

    /// Eight means side by side, and never one number.
    pub(super) fn pulse(&mut self) {
        let number = self.session.number;
        let pulse = self.session.pulses.iter().find(|pulse| pulse.session == number && pulse.may_be_shown());
        let Some(pulse) = pulse else { return };
        self.heading("pulse-profile");
        let lines = pulse.means.iter().zip(1u8..).map(|(mean, factor)| {
            let room = Room::ALL.into_iter().find(|room| room.factor() == Some(factor)).unwrap_or(Room::Free);
            let mut line = format!("{factor} {}: {}", self.texts.term(room), self.number(*mean));
            if let Some((low, high)) = pulse.spread(usize::from(factor) - 1) {
                line.push_str(&format!(
                    " ({})",
                    self.with("pulse-spread", &[("low", low.into()), ("high", high.into())])
                ));
            }
            line
        });
        let lines = lines.collect();
        self.list(lines, "none");
    }

    /// The covenant and what changed in it, who may decide below, what was set aside and why.
    pub(super) fn governance(&mut self) {
        let session = self.session;
        let mut lines = Vec::new();
        if let Some(covenant) = &session.governance.covenant {
            let args = [
                ("version", covenant.version.as_str().into()),
                ("date", self.date(covenant.date).into()),
                ("review", self.date(covenant.review).into()),
                ("days", (covenant.review - self.today).num_days().into()),
                ("ends", self.date(covenant.ends).into()),
            ];
            lines.push(self.with("covenant-version", &args));
            if covenant.date == session.date && !covenant.earlier.is_empty() {
                lines.extend(
                    compare(covenant.before(), &covenant.articles).into_iter().filter_map(|found| self.article(found)),
                );
                let args = [("count", covenant.signatures.len().into()), ("all", session.partners.len().into())];
                lines.push(self.with("covenant-signed", &args));
            }
        }
        for body in &session.governance.bodies {
            let without = session.governance.without_mandate(body, self.today);
            let names: Vec<&str> = without.iter().map(|code| code.as_str()).collect();
            let args = [
                ("body", body.name.as_str().into()),
                ("with", (body.partners.len() - without.len()).into()),
                ("all", body.partners.len().into()),
                ("without", if names.is_empty() { self.t("none") } else { names.join(", ") }.into()),
            ];
            lines.push(self.with(if without.is_empty() { "body-covered" } else { "body-coverage" }, &args));
        }
        for aside in session.set_aside.iter().filter(|aside| aside.session == session.number) {
            let about = format!("{} {}", self.texts.term(aside.warning.room()), aside.about);
            let args = [("about", about.trim().to_owned().into()), ("reason", aside.reason.as_str().into())];
            lines.push(self.with("report-set-aside", &args));
        }
        if !lines.is_empty() {
            self.heading("report-governance");
            self.parts.push(Part::List(lines));
        }
    }

    fn article(&self, change: ArticleChange<'_>) -> Option<String> {
        let (key, article) = match change {
            ArticleChange::Same(_) => return None,
            ArticleChange::Added(article) => ("article-added", article),
            ArticleChange::Removed(article) => ("article-removed", article),
            ArticleChange::Changed { after, .. } => ("article-changed", after),
        };
        let args = [("no", article.no.as_str().into()), ("title", article.title.as_str().into())];
        let text = if key == "article-removed" { String::new() } else { format!(". {}", article.text) };
        Some(format!("{}{text}", self.with(key, &args)))
    }
}
