//! Changes of the ambition, benefits and commitments.

use super::{Refusal, known, put, said, within};
use crate::model::ambition::{
    Alone, AloneTest, Ambition, AmbitionVersion, Benefit, BenefitState, Commitment, Outings, PartnerScore, PullTest,
    UrgencyRound,
};
use crate::model::ids::{KpiId, PartnerCode};
use crate::model::session::Session;
use chrono::NaiveDate;

/// A change of the ambition.
#[derive(Debug, Clone, PartialEq)]
pub enum AmbitionEdit {
    /// A new sentence: a new version.
    Text(String),
    /// The form of collaboration.
    Form(String),
    /// Could the partner do it alone?
    Alone(PartnerCode, Alone),
    /// Urgency felt in this session, 1 to 10.
    Urgency(PartnerCode, u8),
    /// Verbindt ons, 1 to 5.
    Connects(PartnerCode, u8),
    /// Geeft richting, 1 to 5.
    Directs(PartnerCode, u8),
    /// What the partner gains; empty takes it out.
    Benefit(PartnerCode, String),
    /// The KPI that shows it.
    BenefitKpi(PartnerCode, Option<KpiId>),
    /// What keeps the partner from it.
    Blocker(PartnerCode, String),
    /// How far it is.
    BenefitState(PartnerCode, BenefitState),
    /// The partner commits to the sentence as it stands.
    Commit(PartnerCode, String),
    /// It takes its commitment back.
    Withdraw(PartnerCode),
    /// Outings of the last 90 days.
    Outings {
        /// Whose.
        partner: PartnerCode,
        /// With the ambition.
        carrying: u32,
        /// In all.
        total: u32,
    },
}

impl AmbitionEdit {
    fn partner(&self) -> Option<&PartnerCode> {
        match self {
            Self::Text(_) | Self::Form(_) => None,
            Self::Alone(code, _)
            | Self::Urgency(code, _)
            | Self::Connects(code, _)
            | Self::Directs(code, _)
            | Self::Benefit(code, _)
            | Self::BenefitKpi(code, _)
            | Self::Blocker(code, _)
            | Self::BenefitState(code, _)
            | Self::Commit(code, _)
            | Self::Withdraw(code)
            | Self::Outings { partner: code, .. } => Some(code),
        }
    }
}

pub(super) fn apply(session: &mut Session, edit: &AmbitionEdit, today: NaiveDate) -> Result<(), Refusal> {
    if let Some(code) = edit.partner() {
        known(session, code)?;
    }
    let number = session.number;
    let ambition = &mut *session.ambition;
    match edit {
        AmbitionEdit::Text(text) => renew(ambition, said(text)?, today),
        AmbitionEdit::Form(form) => form.trim().clone_into(&mut ambition.form),
        AmbitionEdit::Alone(code, answer) => {
            let entry = AloneTest { partner: code.clone(), answer: *answer };
            put(&mut ambition.alone_tests, entry, |old| old.partner == *code);
        }
        AmbitionEdit::Urgency(code, score) => {
            let entry = PartnerScore { partner: code.clone(), score: within(*score, 1, 10)? };
            if !ambition.urgency.iter().any(|round| round.session == number) {
                ambition.urgency.push(UrgencyRound { session: number, scores: Vec::new() });
            }
            let round = super::find(&mut ambition.urgency, |round| round.session == number)?;
            put(&mut round.scores, entry, |old| old.partner == *code);
        }
        AmbitionEdit::Connects(code, score) => pull(ambition, code).connects = Some(within(*score, 1, 5)?),
        AmbitionEdit::Directs(code, score) => pull(ambition, code).directs = Some(within(*score, 1, 5)?),
        AmbitionEdit::Benefit(code, text) => text.trim().clone_into(&mut benefit(ambition, code, number).text),
        AmbitionEdit::BenefitKpi(code, kpi) => benefit(ambition, code, number).kpi.clone_from(kpi),
        AmbitionEdit::Blocker(code, text) => text.trim().clone_into(&mut benefit(ambition, code, number).blocker),
        AmbitionEdit::BenefitState(code, state) => benefit(ambition, code, number).state = *state,
        AmbitionEdit::Commit(code, note) => commit(ambition, code, note, today)?,
        AmbitionEdit::Withdraw(code) => ambition.commitments.retain(|old| old.partner != *code),
        AmbitionEdit::Outings { carrying, total, .. } if carrying > total => {
            return Err(Refusal::NumeratorAboveDenominator);
        }
        AmbitionEdit::Outings { partner, carrying, total } => {
            let entry = Outings { partner: partner.clone(), carrying: *carrying, total: *total };
            put(&mut ambition.outings, entry, |old| old.partner == *partner);
        }
    }
    Ok(())
}

/// The old sentence is kept; commitments to it become stale by their version.
fn renew(ambition: &mut Ambition, text: String, today: NaiveDate) {
    if text == ambition.text {
        return;
    }
    if !ambition.text.is_empty() {
        let old = std::mem::take(&mut ambition.text);
        ambition.earlier.push(AmbitionVersion { version: ambition.version, text: old, since: ambition.since });
    }
    ambition.text = text;
    ambition.version = ambition.version.saturating_add(1);
    ambition.since = today;
}

fn pull<'a>(ambition: &'a mut Ambition, code: &PartnerCode) -> &'a mut PullTest {
    let found = ambition.pull.iter().position(|test| test.partner == *code);
    let here = found.unwrap_or_else(|| {
        ambition.pull.push(PullTest { partner: code.clone(), connects: None, directs: None });
        ambition.pull.len() - 1
    });
    &mut ambition.pull[here]
}

fn benefit<'a>(ambition: &'a mut Ambition, code: &PartnerCode, session: u32) -> &'a mut Benefit {
    let found = ambition.benefits.iter().position(|benefit| benefit.partner == *code);
    let here = found.unwrap_or_else(|| {
        ambition.benefits.push(Benefit::new(code.clone(), session));
        ambition.benefits.len() - 1
    });
    &mut ambition.benefits[here]
}

/// First the goal and the benefits, only then the commitment (1.4 before 1.5).
fn commit(ambition: &mut Ambition, code: &PartnerCode, note: &str, today: NaiveDate) -> Result<(), Refusal> {
    if ambition.text.is_empty() {
        return Err(Refusal::NoAmbition);
    }
    if ambition.benefit(code).is_none() {
        return Err(Refusal::NoBenefit(code.clone()));
    }
    let entry = Commitment {
        partner: code.clone(),
        ambition_version: ambition.version,
        date: today,
        outdated: false,
        note: note.trim().to_owned(),
    };
    put(&mut ambition.commitments, entry, |old| old.partner == *code);
    Ok(())
}
