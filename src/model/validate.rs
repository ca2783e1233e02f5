//! What can be wrong with a session that parses: references, numbering, figures.

use crate::model::action::Origin;
use crate::model::ambition::PartnerScore;
use crate::model::balance::EstimateRow;
use crate::model::ids::{ItemNo, KpiId, PartnerCode, RecordId, RecordKind};
use crate::model::privacy::sealed::{Given, Sealed};
use crate::model::relation::TemperatureRow;
use crate::model::session::{FACTORS, PulseRow, Session};
use std::collections::HashSet;

/// The tops of the two scales.
const TEN: u8 = 10;
const FIVE: u8 = 5;

/// Something in a session that does not fit together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// A partner that is not in the list of partners.
    UnknownPartner {
        /// Where it is named.
        place: String,
        /// The code.
        partner: PartnerCode,
    },
    /// An agenda item that is not on the agenda.
    UnknownItem {
        /// Where it is named.
        place: String,
        /// The number.
        item: ItemNo,
    },
    /// A KPI that is not defined.
    UnknownKpi {
        /// Where it is named.
        place: String,
        /// The code.
        kpi: KpiId,
    },
    /// A number, item, partner or KPI that stands twice.
    Twice(String),
    /// A record number that is none, or is of another kind.
    BadNumber(RecordId),
    /// A record number higher than the last one given.
    AboveLast(RecordId),
    /// A record of a later session.
    FromTheFuture(RecordId),
    /// A figure that is not a number, or outside its scale.
    BadFigure(String),
    /// A row of scores that is longer or shorter than its list of partners.
    BadRow(String),
}

impl Problem {
    /// The message for it in the translation files.
    pub fn id(&self) -> &'static str {
        match self {
            Self::UnknownPartner { .. } => "problem-unknown-partner",
            Self::UnknownItem { .. } => "problem-unknown-item",
            Self::UnknownKpi { .. } => "problem-unknown-kpi",
            Self::Twice(_) => "problem-twice",
            Self::BadNumber(_) => "problem-bad-number",
            Self::AboveLast(_) => "problem-above-last",
            Self::FromTheFuture(_) => "problem-from-the-future",
            Self::BadFigure(_) => "problem-bad-figure",
            Self::BadRow(_) => "problem-bad-row",
        }
    }

    /// The values the message names.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::UnknownPartner { place, partner: PartnerCode(name) }
            | Self::UnknownItem { place, item: ItemNo(name) }
            | Self::UnknownKpi { place, kpi: KpiId(name) } => {
                vec![("place", place.clone()), ("name", name.clone())]
            }
            Self::Twice(name) | Self::BadFigure(name) | Self::BadRow(name) => vec![("name", name.clone())],
            Self::BadNumber(id) | Self::AboveLast(id) | Self::FromTheFuture(id) => vec![("name", id.to_string())],
        }
    }
}

/// Everything that does not fit together; empty for a sound session.
pub fn problems(session: &Session) -> Vec<Problem> {
    let mut found = Vec::new();
    twice(session, &mut found);
    numbering(session, &mut found);
    partners(session, &mut found);
    items_and_kpis(session, &mut found);
    figures(session, &mut found);
    found
}

/// Every record of the session: number, kind it must have, session it comes from.
fn records(session: &Session) -> Vec<(&RecordId, RecordKind, u32)> {
    let decisions = session.decisions.iter().map(|found| (&found.id, RecordKind::Decision, found.session));
    let actions = session.actions.iter().map(|found| (&found.id, RecordKind::Action, found.session));
    let escalations = session.escalations.iter().map(|found| (&found.id, RecordKind::Escalation, found.session));
    let differences = session.differences.iter().map(|found| (&found.id, RecordKind::Difference, found.session));
    let notes = session.notes.iter().map(|found| (&found.id, RecordKind::Note, found.session));
    let stories = session.successes.stories.iter().map(|found| (&found.id, RecordKind::Story, session.number));
    decisions.chain(actions).chain(escalations).chain(differences).chain(notes).chain(stories).collect()
}

fn twice(session: &Session, found: &mut Vec<Problem>) {
    let mut seen = HashSet::new();
    let ids = records(session).into_iter().map(|(id, _, _)| id.as_str());
    let items = session.agenda.items.iter().map(|item| item.no.as_str());
    let codes = session.partners.iter().map(|partner| partner.code.as_str());
    let kpis = session.kpis.iter().map(|kpi| kpi.id.as_str());
    for (list, name) in (ids.map(|id| (0, id)))
        .chain(items.map(|no| (1, no)))
        .chain(codes.map(|code| (2, code)))
        .chain(kpis.map(|kpi| (3, kpi)))
    {
        if !seen.insert((list, name)) {
            found.push(Problem::Twice(name.to_owned()));
        }
    }
}

fn numbering(session: &Session, found: &mut Vec<Problem>) {
    for (id, kind, since) in records(session) {
        match id.parts() {
            Some((of, year, number)) if of == kind => {
                let last = session.numbering.iter().find(|entry| entry.kind == kind && entry.year == year);
                if last.is_none_or(|entry| entry.last < number) {
                    found.push(Problem::AboveLast(id.clone()));
                }
            }
            _ => found.push(Problem::BadNumber(id.clone())),
        }
        if since > session.number {
            found.push(Problem::FromTheFuture(id.clone()));
        }
    }
}

fn partners(session: &Session, found: &mut Vec<Problem>) {
    let mut check = |place: &str, code: &PartnerCode| {
        let left = session.chain.former.iter().any(|former| former.code == *code);
        if session.partner(code).is_none() && !left {
            found.push(Problem::UnknownPartner { place: place.to_owned(), partner: code.clone() });
        }
    };
    session.attendance.iter().for_each(|seat| check("attendance", &seat.partner));
    for decision in session.decisions.iter() {
        let place = decision.id.as_str();
        let spoken = decision.positions.iter().map(|position| &position.partner);
        spoken.chain(decision.sealed.given_by()).for_each(|code| check(place, code));
        decision.minorities.iter().for_each(|minority| check(place, &minority.partner));
        decision.touches.iter().chain(&decision.owner).for_each(|code| check(place, code));
    }
    for action in session.actions.iter() {
        action.owner.iter().chain(&action.waits_for).for_each(|code| check(action.id.as_str(), code));
    }
    for difference in session.differences.iter() {
        difference.partners.iter().for_each(|code| check(difference.id.as_str(), code));
    }
    for story in &session.successes.stories {
        story.partners.iter().chain(&story.told_by).for_each(|code| check(story.id.as_str(), code));
    }
    for kpi in session.kpis.iter() {
        kpi.partners.iter().chain(&kpi.waits_for).chain([&kpi.owner]).for_each(|code| check(kpi.id.as_str(), code));
    }
    governance(session, &mut check);
    session.ambition.benefits.iter().for_each(|benefit| check("ambition.benefits", &benefit.partner));
    session.ambition.commitments.iter().for_each(|entry| check("ambition.commitments", &entry.partner));
    session.closing.ratings.iter().for_each(|rating| check("closing.ratings", &rating.partner));
    session.chain.chair.iter().for_each(|code| check("chain.chair", code));
    for round in session.benefit_rounds.iter() {
        round.about.iter().chain(round.rows.given_by()).for_each(|code| check("benefit_rounds", code));
    }
    for round in &session.relation.temperatures {
        round.about.iter().chain(round.rows.given_by()).for_each(|code| check("temperatures", code));
    }
    session.pulses.iter().flat_map(|pulse| pulse.rows.given_by()).for_each(|code| check("pulses", code));
}

/// Links, bodies, mandates, signatures and impacts name partners too.
fn governance(session: &Session, check: &mut impl FnMut(&str, &PartnerCode)) {
    session.chain.links.iter().flat_map(|link| &link.partners).for_each(|code| check("chain.links", code));
    let governance = &session.governance;
    governance.bodies.iter().flat_map(|body| &body.partners).for_each(|code| check("governance.bodies", code));
    governance.mandates.iter().for_each(|held| check("governance.mandates", &held.partner));
    let signed = governance.covenant.iter().flat_map(|covenant| &covenant.signatures);
    signed.for_each(|signature| check("governance.covenant", &signature.partner));
    let impact = governance.amendment.iter().flat_map(|amendment| &amendment.impact);
    impact.for_each(|impact| check("governance.amendment", &impact.partner));
}

fn items_and_kpis(session: &Session, found: &mut Vec<Problem>) {
    let own_items = session.own_decisions().map(|decision| (&decision.id, &decision.item));
    let notes = session.notes.iter().map(|note| (&note.id, &note.item));
    let own_differences = session.differences.iter().filter(|found| found.session == session.number);
    let differences = own_differences.map(|found| (&found.id, &found.item));
    for (id, item) in own_items.chain(notes).chain(differences) {
        if let Some(item) = item.as_ref().filter(|no| session.agenda.item(no).is_none()) {
            found.push(Problem::UnknownItem { place: id.to_string(), item: item.clone() });
        }
    }
    for action in session.actions.iter().filter(|action| action.session == session.number) {
        if let Some(Origin::Item(item)) = &action.from
            && session.agenda.item(item).is_none()
        {
            found.push(Problem::UnknownItem { place: action.id.to_string(), item: item.clone() });
        }
    }
    let running = session.agenda.running.as_ref().filter(|running| session.agenda.item(&running.item).is_none());
    found.extend(
        running.map(|running| Problem::UnknownItem { place: "agenda.running".to_owned(), item: running.item.clone() }),
    );
    let benefits = session
        .ambition
        .benefits
        .iter()
        .filter_map(|benefit| Some((benefit.partner.to_string(), benefit.kpi.as_ref()?)));
    let stories =
        session.successes.stories.iter().filter_map(|story| Some((story.id.to_string(), story.kpi.as_ref()?)));
    for (place, kpi) in benefits.chain(stories) {
        if !session.kpis.iter().any(|known| known.id == *kpi) {
            found.push(Problem::UnknownKpi { place, kpi: kpi.clone() });
        }
    }
}

fn figures(session: &Session, found: &mut Vec<Problem>) {
    for kpi in session.kpis.iter() {
        let values = kpi.values.iter().filter_map(|value| value.value);
        let mut figures = values.chain(kpi.target_path.iter().map(|point| point.value)).chain([kpi.tolerance]);
        if !figures.all(f64::is_finite) {
            found.push(Problem::BadFigure(kpi.id.to_string()));
        }
    }
    for decision in session.decisions.iter() {
        if decision.trust.as_ref().is_some_and(|trust| !trust.mean.is_finite()) {
            found.push(Problem::BadFigure(decision.id.to_string()));
        }
    }
    rows(session, found);
}

/// Scores from 1 to `high`, or none.
fn in_scale(scores: &[Option<u8>], high: u8) -> bool {
    scores.iter().flatten().all(|score| (1..=high).contains(score))
}

/// Rows of one round, which may still be sealed: as long as they should be, and every score within its scale.
fn sound<T: Given>(
    round: &str,
    rows: &Sealed<T>,
    has_length: impl Fn(&T) -> bool,
    is_in_scale: impl Fn(&T) -> bool,
    found: &mut Vec<Problem>,
) {
    found.extend(rows.unsound(has_length).map(|by| Problem::BadRow(format!("{round} {by}"))));
    found.extend(rows.unsound(is_in_scale).map(|by| Problem::BadFigure(format!("{round} {by}"))));
}

fn rows(session: &Session, found: &mut Vec<Problem>) {
    for round in session.benefit_rounds.iter() {
        let is_in_scale = |row: &EstimateRow| in_scale(&row.scores, TEN) && in_scale(&[row.effort], TEN);
        let name = format!("benefit_rounds S{}", round.session);
        sound(&name, &round.rows, |row| row.scores.len() == round.about.len(), is_in_scale, found);
    }
    for round in &session.relation.temperatures {
        let name = format!("temperatures S{}", round.session);
        let has_length = |row: &TemperatureRow| row.scores.len() == round.about.len();
        sound(&name, &round.rows, has_length, |row| in_scale(&row.scores, TEN), found);
    }
    for pulse in session.pulses.iter() {
        let name = format!("pulses S{}", pulse.session);
        let has_length = |row: &PulseRow| row.scores.len() == FACTORS;
        sound(&name, &pulse.rows, has_length, |row| in_scale(&row.scores, FIVE), found);
        if !pulse.means.all(|mean| mean.is_none_or(|mean| (1.0..=f64::from(FIVE)).contains(&mean))) {
            found.push(Problem::BadFigure(name));
        }
    }
    let scored = |list: &[PartnerScore], high: u8| list.iter().any(|one| !(1..=high).contains(&one.score));
    if scored(&session.closing.ratings, TEN) {
        found.push(Problem::BadFigure("closing.ratings".to_owned()));
    }
    if session.ambition.urgency.iter().any(|round| scored(&round.scores, TEN)) {
        found.push(Problem::BadFigure("ambition.urgency".to_owned()));
    }
    let people = session.partners.iter().flat_map(|partner| std::iter::once(&partner.member).chain(&partner.deputy));
    let levels = people.map(|person| person.level).chain(session.attendance.iter().filter_map(|seat| seat.level));
    if levels.into_iter().any(|level| !(1..=FIVE).contains(&level)) {
        found.push(Problem::BadFigure("level".to_owned()));
    }
}
