//! How the group stands together: balance, relation, pulse, governance, what is pooled.

use super::Report;
use crate::documents::Part;
use crate::model::agenda::Room;
use crate::model::balance::{BalanceLabel, BenefitRound, PartnerBalance};
use crate::model::figures::mean;
use crate::model::governance::covenant::{ArticleChange, Impact, compare};
use crate::model::privacy::silence::Hidden;
use crate::model::relation::TemperatureRound;
use crate::model::session::set_aside::SetAside;
use crate::model::statements::statements;
use crate::text::{balance_sentence, hidden_words, notation, words};
use chrono::NaiveDate;

impl Report<'_> {
    /// What was begun and not shown: that it was, never what.
    fn hidden_rows(&self, which: impl Fn(&Hidden) -> bool) -> Option<String> {
        self.session.hidden().into_iter().find(|hidden| which(hidden)).map(|hidden| hidden_words(self.texts, &hidden))
    }

    /// The last round that was revealed in this session: partner by partner, and how far the group lies apart.
    pub(super) fn balance(&mut self) {
        self.heading("room-balance");
        let number = self.session.number;
        let revealed = || self.session.benefit_rounds.iter().rev().filter(|round| round.is_revealed());
        let Some(round) = revealed().find(|round| round.session == number) else {
            let rows = self.hidden_rows(|hidden| matches!(hidden, Hidden::Benefit(_)));
            return self.text(rows.unwrap_or_else(|| self.t("report-no-round")));
        };
        let before = revealed().find(|round| round.session < number);
        let args = [("number", round.session.into()), ("date", self.date(round.date).into())];
        self.text(self.with("balance-round", &args));
        let lines = round.all().iter().map(|found| self.partner_balance(round, before, found)).collect();
        self.list(lines, "report-no-round");
        let spread = round.spread().map_or_else(|| self.t("none"), |spread| self.grade(Some(spread)));
        let error = mean(round.all().into_iter().filter_map(|found| found.observer_error));
        let spread = self.with("balance-spread", &[("spread", spread.into())]);
        let error = self.with("balance-observers", &[("error", self.number(error).into())]);
        self.text(format!("{spread} {error}"));
    }

    fn partner_balance(&self, round: &BenefitRound, before: Option<&BenefitRound>, found: &PartnerBalance) -> String {
        let mut line = balance_sentence(self.texts, round, found);
        if let Some(net) = found.net {
            let net = notation::signed(net, 0, self.texts.lang);
            line.push_str(&format!(" {}", self.sentence("report-net", &[("net", net.into())])));
        }
        for label in found.labels(before.and_then(|before| before.of(&found.partner).net)) {
            let text = match label {
                // The screen names the key with it.
                BalanceLabel::RebalanceDue => self.t("report-rebalance-due"),
                BalanceLabel::QuietWorry
                | BalanceLabel::UntoldGain
                | BalanceLabel::EffortAboveBenefit
                | BalanceLabel::BigWinner => self.texts.term(label),
            };
            line.push_str(&format!(" {text}"));
        }
        line
    }

    /// Figures of the whole group only: what partners think of each other is theirs.
    pub(super) fn relation(&mut self) {
        self.heading("room-relation");
        let (session, number) = (self.session, self.session.number);
        let round = session.relation.shown().rfind(|round| round.session == number);
        match round.and_then(|round| Some((round, round.mean()?))) {
            Some((round, mean)) => self.temperature(round, mean),
            None => {
                let rows = self.hidden_rows(|hidden| matches!(hidden, Hidden::Temperature(_)));
                self.text(rows.unwrap_or_else(|| self.t("report-no-temperature")));
            }
        }
        let moments = session.relation.moments.iter().filter(|found| found.session == number);
        let mut lines: Vec<String> = moments
            .map(|found| format!("{}: {}", self.t(if found.good { "moment-good" } else { "moment-hard" }), found.text))
            .collect();
        lines.extend(self.met_since());
        if !lines.is_empty() {
            self.parts.push(Part::List(lines));
        }
    }

    fn temperature(&mut self, round: &TemperatureRound, mean: f64) {
        let mut said = vec![self.with("report-temperature", &[("mean", self.number(Some(mean)).into())])];
        let before = self.session.relation.shown().rfind(|before| before.session < round.session);
        if let Some((before, was)) = before.and_then(|before| Some((before, before.mean()?))) {
            let args = [("number", before.session.into()), ("mean", self.number(Some(was)).into())];
            said.push(self.with("report-temperature-was", &args));
        }
        if let Some((lowest, asymmetry)) = round.lowest().zip(round.asymmetry()) {
            let args = [("lowest", lowest.into()), ("asymmetry", asymmetry.into())];
            said.push(self.with("report-ties", &args));
        }
        self.text(said.join(" "));
    }

    /// Cafés and what was done together since the meeting before; what is planned already stands there too.
    fn met_since(&self) -> Vec<String> {
        let session = self.session;
        let since = session.look_back.last().map(|tally| tally.date);
        let fresh = |day: NaiveDate| since.is_none_or(|since| day > since);
        let cafes = session.relation.cafes.iter().filter(|cafe| fresh(cafe.date) && cafe.date <= session.date);
        let cafes = cafes.map(|cafe| {
            let id = if cafe.people == 0 { "cafe-cancelled" } else { "cafe-row" };
            let text = self.with(id, &[("people", cafe.people.into()), ("partners", cafe.partners.into())]);
            self.with("report-cafe", &[("date", self.date(cafe.date).into()), ("text", text.into())])
        });
        let done = session.relation.activities.iter().filter(|found| fresh(found.date));
        let done = done.map(|found| format!("{}: {}", self.date(found.date), found.title));
        cafes.chain(done).collect()
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
        let Some(pulse) = self.session.own_pulse().filter(|pulse| pulse.may_be_shown()) else { return };
        let before = self.session.pulses.iter().rfind(|before| before.session < number && before.may_be_shown());
        self.heading("pulse-profile");
        let lines = pulse.means.shown().iter().zip(1u8..).map(|(mean, factor)| {
            let mut line = format!("{factor} {}: {}", self.texts.term(Room::of_factor(factor)), self.number(*mean));
            if let Some(was) =
                before.and_then(|before| before.means.shown().get(usize::from(factor) - 1).copied().flatten())
            {
                line.push_str(&format!(", {}", self.with("pulse-before", &[("mean", self.number(Some(was)).into())])));
            }
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
                lines.extend(covenant.impact.iter().map(|impact| self.impact(impact)));
                let args = [("count", covenant.signatures.len().into()), ("all", session.partners.len().into())];
                lines.push(self.with("covenant-signed", &args));
            }
        }
        if let Some(amendment) = &session.governance.amendment {
            let args = [("version", amendment.version.as_str().into()), ("reason", amendment.reason.as_str().into())];
            lines.push(self.sentence("report-amendment", &args));
            let now = session.governance.covenant.as_ref().map(|covenant| covenant.articles.as_slice());
            let changes = compare(now.unwrap_or_default(), &amendment.articles);
            lines.extend(changes.into_iter().filter_map(|found| self.article(found)));
            lines.extend(amendment.impact.iter().map(|impact| self.impact(impact)));
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
            let args = [("about", self.warning(aside).into()), ("reason", aside.reason.as_str().into())];
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
        let mut said =
            vec![self.sentence(key, &[("no", article.no.as_str().into()), ("title", article.title.as_str().into())])];
        match change {
            ArticleChange::Changed { before, after } => {
                if before.title != after.title {
                    said.push(self.sentence("article-title-was", &[("title", before.title.as_str().into())]));
                }
                said.push(self.sentence("report-article-was", &[("text", before.text.as_str().into())]));
                said.push(self.sentence("report-article-is", &[("text", after.text.as_str().into())]));
            }
            ArticleChange::Added(article) => said.push(article.text.clone()),
            ArticleChange::Same(_) | ArticleChange::Removed(_) => {}
        }
        Some(said.join(" ").trim_end().to_owned())
    }

    fn impact(&self, impact: &Impact) -> String {
        let args = [("partner", impact.partner.as_str().into()), ("text", impact.text.as_str().into())];
        self.sentence("covenant-impact", &args)
    }

    /// What was set aside, in the words of the warning; by pane and partner once it is not so any more.
    fn warning(&self, aside: &SetAside) -> String {
        let stated = [self.today, aside.on].into_iter().find_map(|day| {
            let all = statements(self.session, day);
            all.into_iter().find(|found| found.claim == aside.warning && found.about == aside.about)
        });
        let text = stated.map_or_else(
            || format!("{} {}", self.texts.term(aside.warning.room()), aside.about),
            |stated| words(self.texts, &stated),
        );
        text.trim().trim_end_matches('.').to_owned()
    }
}
