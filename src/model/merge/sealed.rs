//! What was given in silence, out of three versions: it stays unseen until the group looks at all of it together.
//!
//! Rows and positions are taken from either side; of two that one partner gave, none shows, and the partner is asked
//! again. This is the one place of the merge that knows them.

use super::conflict::replaced;
use super::fields::order;
use super::records::{Merge, changed, tree as tree_of};
use crate::model::balance::{BenefitRound, EstimateRow};
use crate::model::decision::{Decision, Position};
use crate::model::ids::{PartnerCode, RecordId};
use crate::model::privacy::sealed::{Given, Sealed};
use crate::model::refusal::Refusal;
use crate::model::relation::{TemperatureRound, TemperatureRow};
use crate::model::session::conflict::Clash;
use crate::model::session::{Event, FactorPulse, LogEntry, Session};
use chrono::NaiveDateTime;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// One answer of a partner at most. What both sides saw already may be told; what nobody saw may not.
fn answers<T>(merge: &mut Merge, at: &[String], [base, ours, theirs]: [&[T]; 3], seen: bool) -> Vec<T>
where
    T: Given + Clone + PartialEq + Serialize,
{
    let codes = |rows: &[T]| rows.iter().map(|row| row.by().to_string()).collect::<Vec<_>>();
    let find = |rows: &[T], code: &str| rows.iter().find(|row| row.by().as_str() == code).cloned();
    let mut merged = Vec::new();
    for code in order(&codes(base), &codes(ours), &codes(theirs)) {
        let path = [at, std::slice::from_ref(&code)].concat();
        let one = match (find(base, &code), find(ours, &code), find(theirs, &code)) {
            (_, Some(ours), Some(theirs)) if ours == theirs => Some(ours),
            (Some(base), Some(ours), Some(theirs)) if base == theirs => Some(ours),
            (Some(base), Some(ours), Some(theirs)) if base == ours => Some(theirs),
            (_, Some(ours), Some(theirs)) => {
                let clash = if seen { changed(&ours, &theirs) } else { Clash::Hidden };
                merge.clash(&path, clash);
                Some(ours)
            }
            (base, ours, theirs) => merge.on_one_side(&path, base, ours, theirs),
        };
        merged.extend(one);
    }
    merged
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

fn estimates(round: &BenefitRound, to: &[PartnerCode]) -> Sealed<EstimateRow> {
    round.rows.each(|row| EstimateRow { scores: aligned(&row.scores, &round.about, to), ..row.clone() })
}

fn temperatures(round: &TemperatureRound, to: &[PartnerCode]) -> Sealed<TemperatureRow> {
    round.rows.each(|row| TemperatureRow { scores: aligned(&row.scores, &round.about, to), ..row.clone() })
}

/// A decision as a tree, without what was given in silence on it.
pub(super) fn tree(decision: &Decision) -> Value {
    tree_of(&without(decision).as_shown())
}

fn without(decision: &Decision) -> Decision {
    Decision { sealed: Sealed::default(), ..decision.clone() }
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
        let key = |round: &BenefitRound| json!({ "session": round.session });
        self.list_with(steps, [base, ours, theirs], key, |merge, path, base, ours, theirs| {
            let about = about(&ours.about, &theirs.about);
            let (here, there) = (estimates(ours, &about), estimates(theirs, &about));
            let before = base.map(|base| estimates(base, &about)).unwrap_or_default();
            let shown = (ours.is_revealed(), theirs.is_revealed());
            let rows = Sealed::three(&before, &here, &there, |all| {
                let rows = answers(merge, &at(path, "rows"), all, shown.0 && shown.1);
                let seen = is_seen(&rows, (all[1], shown.0), (all[2], shown.1));
                (rows, seen)
            });
            let date = merge.field(&at(path, "date"), &base.unwrap_or(ours).date, &ours.date, &theirs.date);
            BenefitRound { session: ours.session, date, about, rows }
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
        let key = |round: &TemperatureRound| json!({ "session": round.session });
        self.list_with(steps, [base, ours, theirs], key, |merge, path, base, ours, theirs| {
            let about = about(&ours.about, &theirs.about);
            let (here, there) = (temperatures(ours, &about), temperatures(theirs, &about));
            let before = base.map(|base| temperatures(base, &about)).unwrap_or_default();
            let both = ours.may_be_shown() && theirs.may_be_shown();
            let mut revealed = false;
            let rows = Sealed::three(&before, &here, &there, |all| {
                let rows = answers(merge, &at(path, "rows"), all, both);
                revealed = is_seen(&rows, (all[1], ours.revealed), (all[2], theirs.revealed));
                // The last row shows them all.
                let open = revealed || rows.len() >= about.len();
                (rows, open)
            });
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
        let key = |pulse: &FactorPulse| json!({ "session": pulse.session });
        self.list_with(steps, [base, ours, theirs], key, |merge, path, base, ours, theirs| {
            if ours == theirs || base == Some(theirs) {
                return ours.clone();
            }
            if base == Some(ours) {
                return theirs.clone();
            }
            if ours.rows.is_empty() && theirs.rows.is_empty() {
                merge.clash(&at(path, "means"), changed(&ours.means.shown(), &theirs.means.shown()));
                return ours.clone();
            }
            let none = Sealed::default();
            let before = base.map_or(&none, |base| &base.rows);
            let both = ours.may_be_shown() && theirs.may_be_shown();
            let mut pulse = FactorPulse::new(ours.session);
            let mut revealed = false;
            pulse.rows = Sealed::three(before, &ours.rows, &theirs.rows, |all| {
                let rows = answers(merge, &at(path, "rows"), all, both);
                revealed = is_seen(&rows, (all[1], ours.revealed), (all[2], theirs.revealed));
                (rows, revealed)
            });
            pulse.revealed = revealed;
            pulse.follow();
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
        self.list_with(steps, [base, ours, theirs], tree, |merge, path, base, ours, theirs| {
            let none = Sealed::default();
            let before = base.map_or(&none, |base| &base.sealed);
            let sealed = Sealed::three(before, &ours.sealed, &theirs.sealed, |all| {
                (answers(merge, &at(path, "sealed"), all, false), false)
            });
            let open = base.map(without);
            let merged = merge.record_of(path, open.as_ref(), &without(ours), &without(theirs), tree);
            Decision { sealed, ..merged }
        })
    }
}

/// A decision with other words; those of what was given in silence on it are changed where nobody sees them.
pub(super) fn reworded(
    decision: &Decision,
    words: impl Fn(&str) -> String,
    walk: impl Fn(&mut Value) -> bool,
) -> Decision {
    let sealed = decision.sealed.each(|given| Position { reason: words(&given.reason), ..given.clone() });
    let mut changed = tree(decision);
    let open = Some(changed.clone()).filter(|_| walk(&mut changed));
    let read = open.and_then(|_| serde_json::from_value(changed).ok()).unwrap_or_else(|| without(decision));
    Decision { sealed, ..read }
}

/// Puts a value in its place in a decision, or takes the decision out; what was given in silence on it stays with it.
pub(super) fn put_in_decision(
    decisions: &mut Vec<Decision>,
    rest: &[String],
    values: &[Option<Value>],
) -> Result<(), Refusal> {
    let (id, further) = rest.split_first().ok_or(Refusal::NoSuchRecord)?;
    let here = decisions.iter().position(|found| found.id.as_str() == id).ok_or(Refusal::NoSuchRecord)?;
    if further.is_empty() && values.contains(&None) {
        decisions.remove(here);
        return Ok(());
    }
    let read: Decision = replaced(&tree(&decisions[here]), "", further, values)?;
    let sealed = std::mem::take(&mut decisions[here].sealed);
    decisions[here] = Decision { sealed, ..read };
    Ok(())
}

/// Puts a value in its place in what was given in silence and was seen since; a round that one side took out goes.
pub(super) fn put_in_round(session: &mut Session, at: &[String], text: Option<&str>) -> Result<(), Refusal> {
    fn read<T: DeserializeOwned>(text: Option<&str>) -> Result<T, Refusal> {
        text.and_then(|text| serde_json::from_str(text).ok()).ok_or(Refusal::NoSuchRecord)
    }
    let steps: Vec<&str> = at.iter().map(String::as_str).collect();
    let number = |text: &str| text.parse::<u32>().map_err(|_| Refusal::NoSuchRecord);
    match steps[..] {
        ["benefit_rounds", round] => {
            let round = number(round)?;
            session.benefit_rounds.retain(|found| found.session != round);
        }
        ["relation", "temperatures", round] => {
            let round = number(round)?;
            session.relation.temperatures.retain(|found| found.session != round);
        }
        ["pulses", round] => {
            let round = number(round)?;
            session.pulses.retain(|found| found.session != round);
        }
        ["benefit_rounds", round, "date"] => {
            let day = text.and_then(|day| day.parse().ok()).ok_or(Refusal::NoSuchRecord)?;
            benefit_round(session, number(round)?)?.date = day;
        }
        ["benefit_rounds", round, "rows", _] => benefit_round(session, number(round)?)?.rows.put(read(text)?),
        ["relation", "temperatures", round, "rows", _] => {
            temperature(session, number(round)?)?.rows.put(read(text)?);
        }
        ["pulses", round, "rows", _] => pulse(session, number(round)?)?.put(read(text)?),
        ["pulses", round, "means"] => {
            let number = number(round)?;
            *pulse(session, number)? = FactorPulse::of_means(number, read(text)?);
        }
        _ => return Err(Refusal::NoSuchRecord),
    }
    Ok(())
}

fn benefit_round(session: &mut Session, number: u32) -> Result<&mut BenefitRound, Refusal> {
    session.benefit_rounds.iter_mut().find(|found| found.session == number).ok_or(Refusal::NoSuchRecord)
}

fn temperature(session: &mut Session, number: u32) -> Result<&mut TemperatureRound, Refusal> {
    session.relation.temperatures.iter_mut().find(|found| found.session == number).ok_or(Refusal::NoSuchRecord)
}

fn pulse(session: &mut Session, number: u32) -> Result<&mut FactorPulse, Refusal> {
    session.pulses.iter_mut().find(|found| found.session == number).ok_or(Refusal::NoSuchRecord)
}

/// Takes back an answer that one partner gave twice, so that it is asked again; that it went is on record.
pub(super) fn ask_again(session: &mut Session, at: &[String], now: NaiveDateTime) -> Result<(), Refusal> {
    let code = at.last().map(|code| PartnerCode(code.clone())).ok_or(Refusal::NoSuchRecord)?;
    let steps: Vec<&str> = at.iter().map(String::as_str).collect();
    let number = |text: &str| text.parse::<u32>().map_err(|_| Refusal::NoSuchRecord);
    let unseen = |shown: bool| if shown { Err(Refusal::Revealed) } else { Ok(()) };
    let found = match steps[..] {
        ["decisions", id, "sealed", _] => {
            let id = RecordId::from(id);
            let found = session.decisions.iter_mut().find(|found| found.id == id);
            found.ok_or(Refusal::NoSuchRecord)?.sealed.withdraw(&code)
        }
        ["benefit_rounds", round, "rows", _] => {
            let round = benefit_round(session, number(round)?)?;
            unseen(round.is_revealed())?;
            round.rows.withdraw(&code)
        }
        ["relation", "temperatures", round, "rows", _] => {
            let number = number(round)?;
            let round = temperature(session, number)?;
            unseen(round.may_be_shown())?;
            let found = round.rows.withdraw(&code);
            session.relation.temperatures.retain(|round| round.session != number || !round.rows.is_empty());
            found
        }
        ["pulses", round, "rows", _] => {
            let number = number(round)?;
            let pulse = pulse(session, number)?;
            unseen(pulse.may_be_shown())?;
            let found = pulse.withdraw(&code);
            session.pulses.retain(|pulse| pulse.session != number || !pulse.rows.is_empty());
            found
        }
        _ => false,
    };
    if !found {
        return Err(Refusal::NoSuchRecord);
    }
    session.log.push(LogEntry { at: now, event: Event::RowWithdrawn { partner: code } });
    Ok(())
}
