//! The fields of a partner: its people, and how it stands towards the ambition.

use crate::desk::View;
use crate::desk::form::{Builder, Edit, Fields};
use crate::desk::layers::Choice;
use crate::model::PartnerCode;
use crate::model::ambition::{Alone, BenefitState, Standing};
use crate::model::attendance::Presence;
use crate::model::change::{AmbitionEdit, Change, MeetingEdit, PartnerEdit};
use crate::model::decision::speaks;
use std::rc::Rc;

pub fn fields(view: &View<'_>, code: &PartnerCode) -> Option<Fields> {
    let partner = view.session.partner(code)?;
    let own = code.clone();
    let change = move |edit: PartnerEdit| Change::Partner(own.clone(), edit);
    let mut form = Builder::new(view, format!("{code} {}", partner.name));
    let presence = speaks(&view.session.attendance, code);
    form.term("field-presence", Some(presence), Presence::ALL, |presence| {
        Change::Meeting(MeetingEdit::Presence(code.clone(), presence))
    });
    let level = view.session.attendance.iter().find(|seat| seat.partner == *code).and_then(|seat| seat.level);
    let own = code.clone();
    form.score("field-level-today", level, move |level| Change::Meeting(MeetingEdit::Level(own.clone(), level)));
    let set = change.clone();
    form.line("field-name", &partner.name, move |name| set(PartnerEdit::Name(name)));
    let set = change.clone();
    form.line("field-member", &partner.member.name, move |name| set(PartnerEdit::MemberName(name)));
    form.warn_if(partner.member.name.is_empty());
    let set = change.clone();
    form.line("field-function", &partner.member.function, move |text| set(PartnerEdit::MemberFunction(text)));
    let set = change.clone();
    form.score("field-level", Some(partner.member.level), move |level| set(PartnerEdit::MemberLevel(level)));
    let set = change.clone();
    form.date("field-mandate-until", partner.member.mandate_until, move |day| set(PartnerEdit::MemberMandate(day)));
    let deputy = partner.deputy.as_ref();
    let name = deputy.map(|person| person.name.clone()).unwrap_or_default();
    let set = change.clone();
    form.line("field-deputy", &name, move |name| set(PartnerEdit::DeputyName(name)));
    if let Some(deputy) = deputy {
        let set = change.clone();
        form.score("field-deputy-level", Some(deputy.level), move |level| set(PartnerEdit::DeputyLevel(level)));
        let set = change.clone();
        form.date("field-deputy-mandate", deputy.mandate_until, move |day| set(PartnerEdit::DeputyMandate(day)));
    }
    figure(&mut form, "field-hours", code, partner.effort_hours_month, PartnerEdit::Hours);
    figure(&mut form, "field-people", code, partner.people, PartnerEdit::People);
    figure(&mut form, "field-euros", code, partner.euros_year, PartnerEdit::Euros);
    let set = change.clone();
    form.date("field-justified", partner.justified_on, move |day| set(PartnerEdit::Justified(day)));
    let profile = &partner.profile;
    let set = change.clone();
    form.line("field-logic", &profile.logic, move |text| set(PartnerEdit::Logic(text)));
    let set = change.clone();
    form.line("field-law", &profile.law, move |text| set(PartnerEdit::Law(text)));
    let set = change.clone();
    form.line("field-rhythm", &profile.rhythm, move |text| set(PartnerEdit::Rhythm(text)));
    let lines = partner.profile.red_lines.join("\n");
    form.lines("field-red-lines", &lines, move |text| {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
        change(PartnerEdit::RedLines(lines))
    });
    form.done()
}

/// A whole number that a partner puts in; an empty answer takes it out.
fn figure(
    form: &mut Builder<'_, '_>,
    label: &str,
    code: &PartnerCode,
    value: Option<u32>,
    make: fn(Option<u32>) -> PartnerEdit,
) {
    let own = code.clone();
    let read = move |text: &str, _| {
        let value = if text.is_empty() { None } else { Some(text.trim().parse().map_err(|_| "number-unclear")?) };
        Ok(Change::Partner(own.clone(), make(value)))
    };
    let start = value.map(|value| value.to_string()).unwrap_or_default();
    let edit =
        Edit::Write { start: start.clone(), lines: false, hint: "number-hint", date: false, read: Rc::new(read) };
    form.field(label, form.view.or_none(&start), edit);
}

/// The partner towards the ambition: alone-test, urgency, benefit, commitment, outings.
pub fn ambition(view: &View<'_>, code: &PartnerCode) -> Option<Fields> {
    let partner = view.session.partner(code)?;
    let ambition = &view.session.ambition;
    let mut form = Builder::new(view, format!("{code} {}", partner.name));
    let benefit = ambition.benefits.iter().find(|benefit| benefit.partner == *code);
    let own = code.clone();
    form.line("field-benefit", benefit.map_or("", |found| &found.text), move |text| {
        Change::Ambition(AmbitionEdit::Benefit(own.clone(), text))
    });
    form.warn_if(ambition.benefit(code).is_none());
    benefit_kpi(view, &mut form, code);
    let own = code.clone();
    form.line("field-blocker", benefit.map_or("", |found| &found.blocker), move |text| {
        Change::Ambition(AmbitionEdit::Blocker(own.clone(), text))
    });
    let state = benefit.map(|benefit| benefit.state);
    form.term("field-benefit-state", state, BenefitState::ALL, |state| {
        Change::Ambition(AmbitionEdit::BenefitState(code.clone(), state))
    });
    let standing = ambition.standing(code);
    let own = code.clone();
    let note = ambition.commitment(code).map(|found| found.note.clone()).unwrap_or_default();
    let read = move |text: &str, _| Ok(Change::Ambition(AmbitionEdit::Commit(own.clone(), text.to_owned())));
    let edit = Edit::Write { start: note, lines: false, hint: "commit-hint", date: false, read: Rc::new(read) };
    form.field("field-commitment", view.standing(standing).0, edit);
    form.warn_if(standing != Standing::Committed);
    if standing == Standing::Blocked {
        form.note(view.with("refused-no-benefit", &[("partner", code.as_str().into())]));
    }
    let answer = ambition.alone_tests.iter().find(|test| test.partner == *code).map(|test| test.answer);
    form.term("field-alone", answer, Alone::ALL, |answer| Change::Ambition(AmbitionEdit::Alone(code.clone(), answer)));
    let own = code.clone();
    form.score("field-urgency", ambition.urgency_of(code, view.session.number), move |score| {
        Change::Ambition(AmbitionEdit::Urgency(own.clone(), score))
    });
    let pull = ambition.pull.iter().find(|test| test.partner == *code);
    let own = code.clone();
    form.score("field-connects", pull.and_then(|test| test.connects), move |score| {
        Change::Ambition(AmbitionEdit::Connects(own.clone(), score))
    });
    let own = code.clone();
    form.score("field-directs", pull.and_then(|test| test.directs), move |score| {
        Change::Ambition(AmbitionEdit::Directs(own.clone(), score))
    });
    outings(view, &mut form, code);
    form.done()
}

fn benefit_kpi(view: &View<'_>, form: &mut Builder<'_, '_>, code: &PartnerCode) {
    let now = view.session.ambition.benefit(code).and_then(|benefit| benefit.kpi.clone());
    let change = |kpi| Change::Ambition(AmbitionEdit::BenefitKpi(code.clone(), kpi));
    let mut choices = vec![(Choice::plain(view.t("no-kpi")), change(None))];
    choices.extend(
        view.session
            .kpis
            .iter()
            .map(|kpi| (Choice::plain(format!("{:<4} {}", kpi.id, kpi.name)), change(Some(kpi.id.clone())))),
    );
    let shown = now.as_ref().map_or_else(|| view.t("none"), ToString::to_string);
    form.field("field-kpi", shown, Edit::Choose(choices));
    form.warn_if(now.is_none());
}

fn outings(view: &View<'_>, form: &mut Builder<'_, '_>, code: &PartnerCode) {
    let found = view.session.ambition.outings.iter().find(|outing| outing.partner == *code);
    let shown = found.map(|found| format!("{}/{}", found.carrying, found.total)).unwrap_or_default();
    let own = code.clone();
    let read = move |text: &str, _| {
        let (carrying, total) = text.split_once('/').ok_or("outings-unclear")?;
        let number = |text: &str| text.trim().parse().map_err(|_| "outings-unclear");
        let (carrying, total) = (number(carrying)?, number(total)?);
        Ok(Change::Ambition(AmbitionEdit::Outings { partner: own.clone(), carrying, total }))
    };
    let edit =
        Edit::Write { start: shown.clone(), lines: false, hint: "outings-hint", date: false, read: Rc::new(read) };
    form.field("field-outings", view.or_none(&shown), edit);
}
