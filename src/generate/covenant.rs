//! What a made-up chain lays down: a covenant that gets a new version every five years, and mandates that end.

use super::held::Chain;
use crate::model::Session;
use crate::model::governance::covenant::{Covenant, CovenantArticle, CovenantVersion, next_version};
use crate::model::governance::{Level, Mandate};
use chrono::{Days, NaiveDate};
use fastrand::Rng;

/// Days that a covenant, and a mandate, holds.
const COVENANT: u64 = 4 * 365;
const MANDATE: u64 = 2 * 365;
/// Articles of a covenant: enough to search in, few enough that a session stays as large as real ones.
const ARTICLES: usize = 5;
/// A new version comes with every so many meetings.
const VERSION: u32 = 60;

impl Chain {
    /// The covenant and the mandates as they stand in this meeting.
    pub(super) fn lay_down(&self, rng: &mut Rng, session: &mut Session) {
        let (number, today) = (session.number, session.date);
        match &mut session.governance.covenant {
            None => session.governance.covenant = Some(self.covenant(rng, today)),
            Some(covenant) if number % VERSION == 0 => self.renew(rng, covenant, today),
            Some(_) => {}
        }
        let has_ended = |held: &Mandate| held.until.is_some_and(|until| until < today);
        session.governance.mandates.retain(|held| !has_ended(held));
        for partner in session.partners.iter() {
            let mut held = session.governance.mandates.iter().filter(|held| held.partner == partner.code);
            if held.next().is_none() {
                session.governance.mandates.push(Mandate {
                    partner: partner.code.clone(),
                    person: partner.member.name.clone(),
                    level: if rng.bool() { Level::Strategic } else { Level::Tactical },
                    body: String::new(),
                    scope: self.say(rng, "mandate"),
                    until: Some(today + Days::new(MANDATE + rng.u64(0..120))),
                });
            }
        }
    }

    fn covenant(&self, rng: &mut Rng, today: NaiveDate) -> Covenant {
        let article = |(place, title): (usize, &&str)| CovenantArticle {
            no: format!("art. {}", place + 1),
            title: (*title).to_owned(),
            text: self.say(rng, "article_text"),
            decisions: Vec::new(),
        };
        Covenant {
            version: "1.0".to_owned(),
            date: today,
            review: today + Days::new(365),
            ends: today + Days::new(COVENANT),
            articles: self.all("article").iter().take(ARTICLES).enumerate().map(article).collect(),
            reason: String::new(),
            impact: Vec::new(),
            signatures: Vec::new(),
            published_on: None,
            earlier: Vec::new(),
        }
    }

    /// One article says something else from now on.
    fn renew(&self, rng: &mut Rng, covenant: &mut Covenant, today: NaiveDate) {
        covenant.earlier.push(CovenantVersion {
            version: covenant.version.clone(),
            date: covenant.date,
            articles: covenant.articles.clone(),
            reason: covenant.reason.clone(),
            impact: covenant.impact.clone(),
        });
        let place = rng.usize(..covenant.articles.len().max(1));
        if let Some(article) = covenant.articles.get_mut(place) {
            article.text = self.say(rng, "article_text");
        }
        covenant.version = next_version(&covenant.version);
        covenant.reason = self.say(rng, "reason");
        (covenant.date, covenant.review, covenant.ends) = (today, today + Days::new(365), today + Days::new(COVENANT));
    }
}
