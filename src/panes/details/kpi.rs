//! The fields of a KPI: definition, path, the last values, the four steps.

use crate::desk::View;
use crate::desk::form::{Builder, Edit, Fields};
use crate::model::change::{Change, KpiEdit, KpiField};
use crate::model::kpi::{Angle, Direction, Frequency, Kpi, Milestone};
use crate::model::{KpiId, Month};
use crate::panes::kpis;
use crate::text::notation;
use chrono::NaiveDate;
use std::rc::Rc;

/// So many values are listed; all are in the file.
const LISTED: usize = 13;

pub fn fields(view: &View<'_>, id: &KpiId) -> Option<Fields> {
    let kpi = view.session.kpis.iter().find(|kpi| kpi.id == *id)?;
    let own = id.clone();
    let change = move |field: KpiField| Change::Kpi(own.clone(), KpiEdit::Field(field));
    let mut form = Builder::new(view, format!("{id} {}", kpi.name));
    let set = change.clone();
    form.line("field-name", &kpi.name, move |text| set(KpiField::Name(text)));
    form.term("field-angle", Some(kpi.angle), Angle::ALL, |angle| change(KpiField::Angle(angle)));
    form.term("field-direction", Some(kpi.direction), [Direction::Up, Direction::Down], |way| {
        change(KpiField::Direction(way))
    });
    let set = change.clone();
    form.line("field-unit", &kpi.unit, move |text| set(KpiField::Unit(text)));
    form.term("field-frequency", Some(kpi.frequency), [Frequency::Month, Frequency::Quarter], |often| {
        change(KpiField::Frequency(often))
    });
    form.partner("field-kpi-owner", Some(&kpi.owner), |code| change(KpiField::Owner(code)));
    form.partners("field-kpi-partners", &kpi.partners, |code| change(KpiField::Partner(code)));
    form.warn_if(kpi.partners.len() == 1);
    form.yes_no("field-citizen", Some(kpi.citizen), |yes| change(KpiField::Citizen(yes)));
    form.maybe_partner("field-waits-for", kpi.waits_for.as_ref(), |code| change(KpiField::WaitsFor(code)));
    let set = change.clone();
    form.line("field-source", &kpi.source, move |text| set(KpiField::Source(text)));
    form.warn_if(kpi.source.is_empty());
    numbers(view, &mut form, kpi);
    values(view, &mut form, kpi);
    for sentence in kpis::sentences(view, kpi) {
        form.note(sentence);
    }
    if let Some(found) = view.session.evaluations.iter().find(|found| found.kpi == *id) {
        form.note(view.with("kpi-cause", &[("cause", found.cause.as_str().into())]));
        if let Some(decision) = &found.decision {
            form.note(view.with("kpi-adjusted", &[("number", decision.as_str().into())]));
        }
    }
    form.done()
}

fn point(text: &str) -> Option<Milestone> {
    let (month, value) = text.trim().split_once(char::is_whitespace)?;
    Some(Milestone { month: Month::parse(month)?, value: notation::parse_decimal(value)? })
}

fn write(
    start: String,
    hint: &'static str,
    read: impl Fn(&str, NaiveDate) -> Result<Change, &'static str> + 'static,
) -> Edit {
    Edit::Write { start, lines: false, hint, date: false, read: Rc::new(read) }
}

/// Tolerance, baseline and the milestones of the path.
fn numbers(view: &View<'_>, form: &mut Builder<'_, '_>, kpi: &Kpi) {
    let id = kpi.id.clone();
    let read = move |text: &str, _| {
        let tolerance = notation::parse_decimal(text).ok_or("number-unclear")?;
        Ok(Change::Kpi(id.clone(), KpiEdit::Field(KpiField::Tolerance(tolerance))))
    };
    let shown = notation::decimal(kpi.tolerance, 1, view.lang());
    form.field("field-tolerance", shown.clone(), write(shown, "number-hint", read));
    let said = |point: &Milestone| format!("{} {}", point.month, notation::decimal(point.value, 1, view.lang()));
    let id = kpi.id.clone();
    let read = move |text: &str, _| {
        let point = point(text).ok_or("point-unclear")?;
        Ok(Change::Kpi(id.clone(), KpiEdit::Field(KpiField::Baseline(point))))
    };
    let start = kpi.baseline.as_ref().map(said).unwrap_or_default();
    form.field("field-baseline", view.or_none(&start), write(start, "point-hint", read));
    form.warn_if(kpi.baseline.is_none());
    for milestone in &kpi.target_path {
        let (id, month) = (kpi.id.clone(), milestone.month);
        let read = move |text: &str, _| {
            let field = if text.is_empty() {
                KpiField::RemoveMilestone(month)
            } else {
                KpiField::Milestone(point(text).ok_or("point-unclear")?)
            };
            Ok(Change::Kpi(id.clone(), KpiEdit::Field(field)))
        };
        form.field("field-milestone", said(milestone), write(said(milestone), "point-hint", read));
    }
    let id = kpi.id.clone();
    let read = move |text: &str, _| {
        let point = point(text).ok_or("point-unclear")?;
        Ok(Change::Kpi(id.clone(), KpiEdit::Field(KpiField::Milestone(point))))
    };
    form.field("field-milestone-new", view.t("add"), write(String::new(), "point-hint", read));
}

/// The newest values first; Enter corrects one, an empty answer takes it out.
fn values(view: &View<'_>, form: &mut Builder<'_, '_>, kpi: &Kpi) {
    let id = kpi.id.clone();
    let new = Edit::Run(Rc::new(move |desk: &mut crate::desk::Desk| kpis::ask_value(desk, id.clone())));
    form.field("field-value-new", view.t("add"), new);
    for value in kpi.values.iter().rev().take(LISTED) {
        let figure = value.value.map(|figure| notation::decimal(figure, 1, view.lang()));
        let parts = value.num.zip(value.den).map(|(num, den)| format!("{num}/{den}"));
        let start = format!("{} {}", value.month, parts.clone().or_else(|| figure.clone()).unwrap_or_default());
        let mut shown = figure.unwrap_or_else(|| view.t("kpi-value-hidden"));
        shown.push_str(&parts.map(|parts| format!("  ({parts})")).unwrap_or_default());
        if value.provisional {
            shown.push_str(&format!("  {}", view.t("kpi-value-provisional")));
        }
        if !value.source.is_empty() {
            shown.push_str(&format!("  {}", value.source));
        }
        let (id, month) = (kpi.id.clone(), value.month);
        let read = move |text: &str, _| {
            let edit = if text.is_empty() {
                KpiEdit::RemoveValue(month)
            } else {
                KpiEdit::Value(kpis::read_value(text).ok_or("kpi-value-unclear")?)
            };
            Ok(Change::Kpi(id.clone(), edit))
        };
        form.named(
            notation::month_long(month.year, month.month, view.lang()),
            shown,
            write(start, "kpi-value-hint", read),
        );
        form.keyed("month", month);
    }
}
