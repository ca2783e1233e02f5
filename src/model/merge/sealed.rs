//! What was given in silence, out of three versions: it stays unseen until the group looks at all of it together.
//!
//! Rows and positions are taken from either side; of two that one partner gave, none shows, and the partner is asked
//! again. This is the one place of the merge that knows them.

use super::conflict::Clash;
use super::fields::order;
use super::records::{Merge, changed};
use crate::model::balance::{BenefitRound, EstimateRow};
use crate::model::change::Refusal;
use crate::model::decision::{Decision, Position};
use crate::model::ids::{PartnerCode, RecordId};
use crate::model::relation::{TemperatureRound, TemperatureRow};
use crate::model::session::{Event, FactorPulse, LogEntry, PulseRow, Session};
use crate::model::shared::Shared;
use chrono::NaiveDateTime;
use serde::Serialize;
use std::collections::BTreeMap;

/// An answer of one partner.
trait Answer: Clone + PartialEq + Serialize {
    fn by(&self) -> &PartnerCode;
}

impl Answer for Position {
    fn by(&self) -> &PartnerCode {
        &self.partner
    }
}

impl Answer for EstimateRow {
    fn by(&self) -> &PartnerCode {
        &self.by
    }
}

impl Answer for TemperatureRow {
    fn by(&self) -> &PartnerCode {
        &self.by
    }
}

impl Answer for PulseRow {
    fn by(&self) -> &PartnerCode {
        &self.by
    }
}

/// One answer of a partner at most. What both sides saw already may be told; what nobody saw may not.
fn answers<T: Answer>(merge: &mut Merge, at: &[String], base: &[T], ours: &[T], theirs: &[T], seen: bool) -> Vec<T> {
    let codes = |rows: &[T]| rows.iter().map(|row| row.by().to_string()).collect::<Vec<_>>();
    let find = |rows: &[T], code: &str| rows.iter().find(|row| row.by().as_str() == code).cloned();
    let mut merged = Vec::new();
    for code in order(&codes(base), &codes(ours), &codes(theirs)) {
        let path = [at, std::slice::from_ref(&code)].concat();
        let one = match (find(base, &code), find(ours, &code), find(theirs, &code)) {
            (base, Some(ours), Some(theirs)) => Some(both(merge, &path, base.as_ref(), ours, theirs, seen)),
            (base, ours, theirs) => merge.on_one_side(&path, base, ours, theirs),
        };
        merged.extend(one);
    }
    merged
}

/// Two answers of one partner: ours stays. What everybody saw is told; of what nobody saw, neither is.
fn both<T: Answer>(merge: &mut Merge, path: &[String], base: Option<&T>, ours: T, theirs: T, seen: bool) -> T {
    if ours == theirs || base == Some(&theirs) {
        return ours;
    }
    if base == Some(&ours) {
        return theirs;
    }
    let clash = if seen { changed(&ours, &theirs) } else { Clash::Hidden };
    merge.clash(path, clash);
    ours
}

/// Whether the group saw every row of a merged round: it did on one side, or it saw both halves.
fn is_seen<T: PartialEq>(merged: &[T], ours: (&[T], bool), theirs: (&[T], bool)) -> bool {
    let all_of = |(rows, shown): (&[T], bool)| shown && merged.iter().all(|row| rows.contains(row));
    (ours.1 && theirs.1) || all_of(ours) || all_of(theirs)
}

/// The partners that a round is about: those of ours, then whom theirs has more.
fn about(ours: &[PartnerCode], theirs: &[PartnerCode]) -> Vec<PartnerCode> {
    ours.iter().chain(theirs.iter().filter(|code| !ours.contains(code))).cloned().collect()
}

/// Scores in the order of another list of partners; of whom nothing was asked, nothing is known.
fn aligned(scores: &[Option<u8>], from: &[PartnerCode], to: &[PartnerCode]) -> Vec<Option<u8>> {
    if from == to {
        return scores.to_vec();
    }
    let score = |code| from.iter().position(|known| known == code).and_then(|here| scores.get(here).copied().flatten());
    to.iter().map(score).collect()
}

fn at(path: &[String], field: &str) -> Vec<String> {
    [path, &[field.to_owned()]].concat()
}

fn estimates(round: Option<&BenefitRound>, about: &[PartnerCode]) -> Vec<EstimateRow> {
    let rows = round.into_iter().flat_map(|round| round.rows.iter().map(move |row| (row, &round.about)));
    rows.map(|(row, from)| EstimateRow { scores: aligned(&row.scores, from, about), ..row.clone() }).collect()
}

fn temperatures(round: Option<&TemperatureRound>, about: &[PartnerCode]) -> Vec<TemperatureRow> {
    let rows = round.into_iter().flat_map(|round| round.rows.iter().map(move |row| (row, &round.about)));
    rows.map(|(row, from)| TemperatureRow { scores: aligned(&row.scores, from, about), ..row.clone() }).collect()
}

impl Merge {
    /// The benefit rounds, each by its session.
    pub(super) fn benefit_rounds(
        &mut self,
        steps: &[&str],
        base: &[BenefitRound],
        ours: &[BenefitRound],
        theirs: &[BenefitRound],
    ) -> Vec<BenefitRound> {
        self.list_with(steps, base, ours, theirs, |merge, path, base, ours, theirs| {
            let about = about(&ours.about, &theirs.about);
            let (here, there) = (estimates(Some(ours), &about), estimates(Some(theirs), &about));
            let seen = ours.revealed && theirs.revealed;
            let rows = answers(merge, &at(path, "rows"), &estimates(base, &about), &here, &there, seen);
            let revealed = is_seen(&rows, (&here, ours.revealed), (&there, theirs.revealed));
            let date = merge.field(&at(path, "date"), &base.unwrap_or(ours).date, &ours.date, &theirs.date);
            BenefitRound { session: ours.session, date, about, rows, revealed }
        })
    }

    /// The rounds of the temperature, each by its session.
    pub(super) fn temperatures(
        &mut self,
        steps: &[&str],
        base: &[TemperatureRound],
        ours: &[TemperatureRound],
        theirs: &[TemperatureRound],
    ) -> Vec<TemperatureRound> {
        self.list_with(steps, base, ours, theirs, |merge, path, base, ours, theirs| {
            let about = about(&ours.about, &theirs.about);
            let (here, there) = (temperatures(Some(ours), &about), temperatures(Some(theirs), &about));
            let seen = ours.may_be_shown() && theirs.may_be_shown();
            let rows = answers(merge, &at(path, "rows"), &temperatures(base, &about), &here, &there, seen);
            let revealed = is_seen(&rows, (&here, ours.revealed), (&there, theirs.revealed));
            let before = base.map_or(&[][..], |base| &base.open_ties);
            let stays = |tie: &&(_, _)| theirs.open_ties.contains(tie) || !before.contains(tie);
            let new = |tie: &&(_, _)| !ours.open_ties.contains(tie) && !before.contains(tie);
            let open_ties = ours.open_ties.iter().filter(stays).chain(theirs.open_ties.iter().filter(new));
            let open_ties = open_ties.cloned().collect();
            TemperatureRound { session: ours.session, about, rows, revealed, open_ties }
        })
    }

    /// The pulses, each by its session; the means follow from the rows where those were kept.
    pub(super) fn pulses(
        &mut self,
        steps: &[&str],
        base: &[FactorPulse],
        ours: &[FactorPulse],
        theirs: &[FactorPulse],
    ) -> Vec<FactorPulse> {
        self.list_with(steps, base, ours, theirs, |merge, path, base, ours, theirs| {
            if ours.rows.is_empty() && theirs.rows.is_empty() {
                return merge.record(path, base, ours, theirs);
            }
            let before = base.map_or(&[][..], |base| &base.rows);
            let seen = ours.may_be_shown() && theirs.may_be_shown();
            let rows = answers(merge, &at(path, "rows"), before, &ours.rows, &theirs.rows, seen);
            let revealed = is_seen(&rows, (&ours.rows, ours.revealed), (&theirs.rows, theirs.revealed));
            let mut pulse = FactorPulse { session: ours.session, means: Vec::new(), rows, revealed };
            pulse.means = pulse.means_of_rows();
            pulse
        })
    }

    /// The decisions; what was given in silence on them never becomes part of a conflict.
    pub(super) fn decisions(
        &mut self,
        steps: &[&str],
        base: &[Decision],
        ours: &[Decision],
        theirs: &[Decision],
    ) -> Vec<Decision> {
        let open = |decision: &Decision| Decision { sealed: Vec::new(), ..decision.clone() };
        self.list_with(steps, base, ours, theirs, |merge, path, base, ours, theirs| {
            let before = base.map_or(&[][..], |base| &base.sealed);
            let sealed = answers(merge, &at(path, "sealed"), before, &ours.sealed, &theirs.sealed, false);
            let merged = merge.record(path, base.map(open).as_ref(), &open(ours), &open(theirs));
            Decision { sealed, ..merged }
        })
    }
}

/// Does something to decisions without what was given in silence on them, which is put back after that.
pub(super) fn aside<R>(decisions: &mut Shared<Vec<Decision>>, work: impl FnOnce(&mut Vec<Decision>) -> R) -> R {
    let taken = decisions.iter_mut().map(|decision| (decision.id.clone(), std::mem::take(&mut decision.sealed)));
    let mut taken: BTreeMap<RecordId, Vec<Position>> = taken.collect();
    let done = work(decisions);
    for decision in decisions.iter_mut() {
        decision.sealed = taken.remove(&decision.id).unwrap_or_default();
    }
    done
}

/// Changes the words of a decision; those of what was given in silence on it are changed where nobody sees them.
pub(super) fn reword(
    decision: &Decision,
    words: impl Fn(&str) -> String,
    work: impl Fn(&Decision) -> Decision,
) -> Decision {
    let given = decision.sealed.iter();
    let sealed = given.map(|position| Position { reason: words(&position.reason), ..position.clone() }).collect();
    Decision { sealed, ..work(&Decision { sealed: Vec::new(), ..decision.clone() }) }
}

/// Takes back an answer that one partner gave twice, so that it is asked again; that it went is on record.
pub(super) fn ask_again(session: &mut Session, at: &[String], now: NaiveDateTime) -> Result<(), Refusal> {
    let code = at.last().map(|code| PartnerCode(code.clone())).ok_or(Refusal::NoSuchRecord)?;
    let steps: Vec<&str> = at.iter().map(String::as_str).collect();
    let number = |text: &str| text.parse::<u32>().map_err(|_| Refusal::NoSuchRecord);
    match steps[..] {
        ["decisions", id, "sealed", _] => {
            let found = session.decisions.iter_mut().find(|found| found.id.as_str() == id);
            take(&mut found.ok_or(Refusal::NoSuchRecord)?.sealed, &code)?;
        }
        ["benefit_rounds", round, "rows", _] => {
            let round = number(round)?;
            let found = session.benefit_rounds.iter_mut().find(|found| found.session == round);
            let found = found.ok_or(Refusal::NoSuchRecord)?;
            if found.revealed {
                return Err(Refusal::Revealed);
            }
            take(&mut found.rows, &code)?;
        }
        ["relation", "temperatures", round, "rows", _] => {
            let round = number(round)?;
            let found = session.relation.temperatures.iter_mut().find(|found| found.session == round);
            let found = found.ok_or(Refusal::NoSuchRecord)?;
            if found.may_be_shown() {
                return Err(Refusal::Revealed);
            }
            take(&mut found.rows, &code)?;
            session.relation.temperatures.retain(|found| found.session != round || !found.rows.is_empty());
        }
        ["pulses", round, "rows", _] => {
            let round = number(round)?;
            let found = session.pulses.iter_mut().find(|found| found.session == round);
            let found = found.ok_or(Refusal::NoSuchRecord)?;
            if found.revealed {
                return Err(Refusal::Revealed);
            }
            take(&mut found.rows, &code)?;
            found.means = found.means_of_rows();
            session.pulses.retain(|found| found.session != round || !found.rows.is_empty());
        }
        _ => return Err(Refusal::NoSuchRecord),
    }
    session.log.push(LogEntry { at: now, event: Event::RowWithdrawn { partner: code } });
    Ok(())
}

fn take<T: Answer>(rows: &mut Vec<T>, code: &PartnerCode) -> Result<(), Refusal> {
    let here = rows.iter().position(|row| row.by() == code).ok_or(Refusal::NoSuchRecord)?;
    rows.remove(here);
    Ok(())
}
