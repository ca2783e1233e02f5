//! Changes of KPIs: definition, values, interim evaluation.

use super::{Refusal, find, put, said};
use crate::model::decision::{Decision, DecisionKind};
use crate::model::ids::{KpiId, Month, PartnerCode, RecordId, RecordKind};
use crate::model::kpi::{Angle, Direction, Frequency, InterimEvaluation, Kpi, KpiValue, Milestone};
use crate::model::session::Session;

/// A change of one KPI.
#[derive(Debug, Clone, PartialEq)]
pub enum KpiEdit {
    /// A part of its definition.
    Field(KpiField),
    /// A value, new or corrected.
    Value(KpiValue),
    /// A value goes.
    RemoveValue(Month),
    /// What the group says the cause is.
    Cause(String),
    /// The adjustment, as a decision.
    Adjust(String),
}

/// A part of the definition.
#[derive(Debug, Clone, PartialEq)]
pub enum KpiField {
    /// What is measured.
    Name(String),
    /// Corner of the triangle.
    Angle(Angle),
    /// Which way is better.
    Direction(Direction),
    /// Unit.
    Unit(String),
    /// How often.
    Frequency(Frequency),
    /// Who answers for it.
    Owner(PartnerCode),
    /// A partner works on it, or not any more.
    Partner(PartnerCode),
    /// It says what the citizen notices.
    Citizen(bool),
    /// The partner that its owner waits for; none is nobody.
    WaitsFor(Option<PartnerCode>),
    /// Where the figures come from.
    Source(String),
    /// How far behind is still orange.
    Tolerance(f64),
    /// The start.
    Baseline(Milestone),
    /// A value to be reached.
    Milestone(Milestone),
    /// It need not be reached any more.
    RemoveMilestone(Month),
}

pub(super) fn create(session: &mut Session, name: &str) -> Result<(), Refusal> {
    let name = said(name)?;
    let taken = session.kpis.iter().filter_map(|kpi| kpi.id.as_str().strip_prefix('K')?.parse::<u32>().ok());
    let id = KpiId(format!("K{}", taken.max().unwrap_or(0) + 1));
    let owner = session.partners.first().map(|partner| partner.code.clone()).ok_or(Refusal::NoSuchRecord)?;
    session.kpis.push(Kpi {
        id,
        name,
        angle: Angle::LeadTime,
        direction: Direction::Up,
        unit: "%".to_owned(),
        frequency: Frequency::Month,
        owner,
        partners: Vec::new(),
        citizen: false,
        waits_for: None,
        source: String::new(),
        baseline: None,
        target_path: Vec::new(),
        tolerance: 0.0,
        values: Vec::new(),
    });
    Ok(())
}

pub(super) fn apply(session: &mut Session, id: &KpiId, edit: &KpiEdit) -> Result<Option<RecordId>, Refusal> {
    let number = session.number;
    if let KpiEdit::Field(KpiField::Owner(code) | KpiField::Partner(code) | KpiField::WaitsFor(Some(code))) = edit {
        super::known(session, code)?;
    }
    match edit {
        KpiEdit::Field(field) => define(find(&mut session.kpis, |kpi| kpi.id == *id)?, field)?,
        KpiEdit::Value(value) => {
            check(value)?;
            let kpi = find(&mut session.kpis, |kpi| kpi.id == *id)?;
            put(&mut kpi.values, value.clone(), |old| old.month == value.month);
            kpi.values.sort_by_key(|value| value.month);
        }
        KpiEdit::RemoveValue(month) => {
            find(&mut session.kpis, |kpi| kpi.id == *id)?.values.retain(|value| value.month != *month);
        }
        KpiEdit::Cause(cause) => evaluation(session, id, number).cause = said(cause)?,
        KpiEdit::Adjust(text) => return adjust(session, id, &said(text)?).map(Some),
    }
    Ok(None)
}

fn define(kpi: &mut Kpi, field: &KpiField) -> Result<(), Refusal> {
    match field {
        KpiField::Name(name) => kpi.name = said(name)?,
        KpiField::Angle(angle) => kpi.angle = *angle,
        KpiField::Direction(direction) => kpi.direction = *direction,
        KpiField::Unit(unit) => kpi.unit = said(unit)?,
        KpiField::Frequency(frequency) => kpi.frequency = *frequency,
        KpiField::Owner(owner) => kpi.owner = owner.clone(),
        KpiField::Partner(code) => super::toggle(&mut kpi.partners, code),
        KpiField::Citizen(citizen) => kpi.citizen = *citizen,
        KpiField::WaitsFor(code) => kpi.waits_for.clone_from(code),
        KpiField::Source(source) => source.trim().clone_into(&mut kpi.source),
        KpiField::Tolerance(tolerance) => {
            if !tolerance.is_finite() || *tolerance < 0.0 {
                return Err(Refusal::NotANumber);
            }
            kpi.tolerance = *tolerance;
        }
        KpiField::Baseline(point) => kpi.baseline = Some(finite(point)?),
        KpiField::Milestone(point) => {
            let point = finite(point)?;
            let month = point.month;
            put(&mut kpi.target_path, point, |old| old.month == month);
            kpi.target_path.sort_by_key(|point| point.month);
        }
        KpiField::RemoveMilestone(month) => kpi.target_path.retain(|point| point.month != *month),
    }
    Ok(())
}

fn finite(point: &Milestone) -> Result<Milestone, Refusal> {
    if point.value.is_finite() { Ok(point.clone()) } else { Err(Refusal::NotANumber) }
}

fn check(value: &KpiValue) -> Result<(), Refusal> {
    if value.value.is_some_and(|value| !value.is_finite()) || value.den == Some(0) {
        return Err(Refusal::NotANumber);
    }
    if value.num.zip(value.den).is_some_and(|(num, den)| num > den) {
        return Err(Refusal::NumeratorAboveDenominator);
    }
    Ok(())
}

fn evaluation<'a>(session: &'a mut Session, id: &KpiId, number: u32) -> &'a mut InterimEvaluation {
    let same = |found: &InterimEvaluation| found.kpi == *id && found.session == number;
    let found = session.evaluations.iter().position(same);
    let here = found.unwrap_or_else(|| {
        let fresh = InterimEvaluation { kpi: id.clone(), session: number, cause: String::new(), decision: None };
        session.evaluations.push(fresh);
        session.evaluations.len() - 1
    });
    &mut session.evaluations[here]
}

/// The fourth step: an adjustment is a decision, with a number like any other.
fn adjust(session: &mut Session, id: &KpiId, text: &str) -> Result<RecordId, Refusal> {
    if let Some(obstacle) = session.obstacle_to_deciding() {
        return Err(obstacle.into());
    }
    let number = session.number;
    let item = session.agenda.running.as_ref().map(|running| running.item.clone());
    let new = session.next_id(RecordKind::Decision);
    let mut decision = Decision::new(new.clone(), number, session.date, item, text);
    decision.kind = Some(DecisionKind::Rebalance);
    decision.adjusts = Some(id.clone());
    session.decisions.push(decision);
    evaluation(session, id, number).decision = Some(new.clone());
    Ok(new)
}
