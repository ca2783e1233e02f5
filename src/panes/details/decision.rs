//! The fields of a decision (domain §2.3, §2.4).

use crate::desk::View;
use crate::desk::form::{Builder, Edit, Fields, written};
use crate::model::change::{Change, DecisionEdit};
use crate::model::decision::vague::vague_words;
use crate::model::decision::{Decision, DecisionForm, DecisionKind, DecisionOutcome};
use crate::model::{PartnerCode, RecordId};
use crate::panes::details::decision_top;
use crate::panes::positions;
use crate::panes::records;
use crate::widgets::theme::Sign;
use std::rc::Rc;

pub fn fields(view: &View<'_>, id: &RecordId) -> Option<Fields> {
    let decision = view.session.decision(id)?;
    let edit = |edit: DecisionEdit| Change::Decision(id.clone(), edit);
    let own = id.clone();
    let change = move |edit: DecisionEdit| Change::Decision(own.clone(), edit);
    let mut form = Builder::new(view, view.with("details-decision", &[("number", id.as_str().into())]));
    form.top(decision_top::top(view, decision));
    let set = change.clone();
    form.line("field-text", &decision.text, move |text| set(DecisionEdit::Text(text)));
    form.term("field-kind", decision.kind, DecisionKind::ALL, |kind| edit(DecisionEdit::Kind(kind)));
    form.term("field-form", decision.form, DecisionForm::ALL, |how| edit(DecisionEdit::Form(how)));
    positions_fields(view, &mut form, decision);
    let proposed = decision.proposed_outcome(&view.session.attendance);
    form.term("field-outcome", decision.outcome, DecisionOutcome::ALL, |outcome| edit(DecisionEdit::Outcome(outcome)));
    let likely = proposed.or(decision.outcome);
    form.start_on(DecisionOutcome::ALL.into_iter().position(|outcome| Some(outcome) == likely));
    form.warn_if(decision.outcome.is_none());
    if let (None, Some(proposed)) = (decision.outcome, proposed) {
        form.note(view.with("proposed-outcome", &[("outcome", view.texts.term(proposed).into())]));
    }
    let set = change.clone();
    form.lines("field-explanation", &decision.explanation, move |text| set(DecisionEdit::Explanation(text)));
    minorities(view, &mut form, decision);
    trust(view, &mut form, decision);
    form.partner("field-owner", decision.owner.as_ref(), |code| edit(DecisionEdit::Owner(code)));
    let set = change.clone();
    form.date("field-due", decision.due, move |due| set(DecisionEdit::Due(due)));
    if let Some(found) = &decision.rebalance {
        let score = |score: Option<u8>| score.map_or_else(|| view.t("none"), |score| score.to_string());
        let args = [
            ("before", score(found.effort_before).into()),
            ("after", found.effort_after.into()),
            ("own", score(found.benefit_before).into()),
        ];
        form.field("field-rebalance", view.with("rebalance-shown", &args), Edit::Shown);
    }
    form.partners("field-touches", &decision.touches, |code| edit(DecisionEdit::Touches(code)));
    covenant(view, &mut form, decision);
    let set = change.clone();
    form.date("field-ratified", decision.ratified_on, move |day| set(DecisionEdit::Ratified(day)));
    let set = change.clone();
    form.date("field-executed", decision.executed_on, move |day| set(DecisionEdit::Executed(day)));
    form.date("field-review", decision.review_on, move |day| change(DecisionEdit::Review(day)));
    resumes(view, &mut form, decision);
    remarks(view, &mut form, decision);
    form.done()
}

fn positions_fields(view: &View<'_>, form: &mut Builder<'_, '_>, decision: &Decision) {
    let id = decision.id.clone();
    for (place, round) in decision.rounds.iter().enumerate() {
        let said = round.positions.iter().map(|found| format!("{} {}", found.partner, found.code.letter()));
        let said = said.collect::<Vec<_>>().join(", ");
        let label = view.with("consent-round", &[("number", (place + 1).into())]);
        form.named(label, format!("{} [{said}]", round.text), Edit::Shown);
    }
    let run = {
        let id = id.clone();
        Edit::Run(Rc::new(move |desk: &mut crate::desk::Desk| positions::roll_call(desk, id.clone())))
    };
    let sealed = decision.sealed.len();
    let all = view.session.partners.len();
    let hidden = view.with("positions-sealed", &[("count", sealed.into()), ("all", all.into())]);
    let votes = crate::text::votes(view.texts, decision).map_or_else(String::new, |votes| format!("  {votes}"));
    let given = format!("{}{votes}", records::letters(view, decision));
    form.field("field-positions", if sealed > 0 { hidden } else { given }, run);
    form.warn_if(decision.positions.is_empty());
    if let Some(owing) = decision.without_reason().next() {
        form.note(view.with("reason-owed", &[("partner", owing.partner.as_str().into())]));
        let id = id.clone();
        let ask = Edit::Run(Rc::new(move |desk: &mut crate::desk::Desk| positions::ask_reason(desk, id.clone())));
        form.field("field-reasons", view.t("reasons-ask"), ask);
        form.warn_if(true);
    }
    let improves = decision.form != Some(DecisionForm::Vote) && !decision.objecting().is_empty();
    if improves && decision.session == view.session.number {
        let ask = Rc::new(move |desk: &mut crate::desk::Desk| positions::ask_new_round(desk, id.clone()));
        form.field("field-new-round", view.t("none"), Edit::Run(ask));
    }
}

/// Who is against says it in its own words, and whether it carries the decision out.
fn minorities(view: &View<'_>, form: &mut Builder<'_, '_>, decision: &Decision) {
    let weighty = decision.positions.iter().filter(|found| found.code.is_weighty()).map(|found| found.partner.clone());
    let told = decision.minorities.iter().map(|minority| minority.partner.clone());
    let mut partners: Vec<PartnerCode> = weighty.chain(told).collect();
    partners.sort();
    partners.dedup();
    for code in partners {
        let found = decision.minorities.iter().find(|minority| minority.partner == code);
        let none = || format!("{} {}", view.sign(Sign::Warning), view.t("minority-none"));
        // The reason it gave is where its words start.
        let reason = decision.position(&code).map(|position| position.reason.clone()).unwrap_or_default();
        let start = found.map_or(reason, |found| found.text.clone());
        let (id, who) = (decision.id.clone(), code.clone());
        let make = move |text| Change::Decision(id.clone(), DecisionEdit::Minority(who.clone(), text));
        let label = view.with("field-minority-of", &[("partner", code.as_str().into())]);
        form.named(label, found.map_or_else(none, |found| found.text.clone()), written(&start, true, make));
        form.keyed("minority", &code).warn_if(found.is_none());
        if let Some(found) = found {
            form.yes_no("field-carries-out", found.carries_out, |yes| {
                Change::Decision(decision.id.clone(), DecisionEdit::CarriesOut(code.clone(), yes))
            });
        }
    }
}

fn trust(view: &View<'_>, form: &mut Builder<'_, '_>, decision: &Decision) {
    let shown = decision.trust.as_ref().map(|trust| {
        view.with("trust-shown", &[("mean", view.number(Some(trust.mean)).into()), ("min", trust.min.into())])
    });
    let id = decision.id.clone();
    let ask = Edit::Run(Rc::new(move |desk: &mut crate::desk::Desk| positions::ask_trust(desk, id.clone())));
    form.field("field-trust", shown.unwrap_or_else(|| view.t("none")), ask);
    form.warn_if(decision.lacks_trust_check());
}

fn covenant(view: &View<'_>, form: &mut Builder<'_, '_>, decision: &Decision) {
    let id = decision.id.clone();
    let articles = view.session.governance.covenant.iter().flat_map(|covenant| &covenant.articles);
    let choices: Vec<_> = articles
        .map(|article| {
            let choice = crate::desk::layers::Choice::plain(format!("{:<8} {}", article.no, article.title));
            (choice, Change::Decision(id.clone(), DecisionEdit::Article(article.no.clone())))
        })
        .collect();
    let shown = view.or_none(decision.article.as_deref().unwrap_or_default());
    if choices.is_empty() {
        form.line("field-article", decision.article.as_deref().unwrap_or_default(), move |text| {
            Change::Decision(id.clone(), DecisionEdit::Article(text))
        });
    } else {
        form.field("field-article", shown, Edit::Choose(choices));
    }
    form.yes_no("field-in-covenant", decision.in_covenant, |yes| {
        Change::Decision(decision.id.clone(), DecisionEdit::InCovenant(yes))
    });
    form.warn_if(decision.unanchored_days(view.today()).is_some());
}

fn resumes(view: &View<'_>, form: &mut Builder<'_, '_>, decision: &Decision) {
    let choices: Vec<_> = view
        .session
        .decisions
        .iter()
        .filter(|other| other.id != decision.id)
        .map(|other| {
            let choice = crate::desk::layers::Choice::plain(format!("{}  {}", other.id, other.text));
            (choice, Change::Decision(decision.id.clone(), DecisionEdit::Resumes(Some(other.id.clone()))))
        })
        .collect();
    let shown = decision.resumes.as_ref().map_or_else(|| view.t("none"), ToString::to_string);
    form.field("field-resumes", shown, if choices.is_empty() { Edit::Shown } else { Edit::Choose(choices) });
}

/// Red lines nearby, vague words, how long it waits, since when it is on the table.
fn remarks(view: &View<'_>, form: &mut Builder<'_, '_>, decision: &Decision) {
    for partner in view.session.partners.iter() {
        for line in partner.profile.red_lines_near(&decision.text) {
            let args = [("partner", partner.code.as_str().into()), ("line", line.into())];
            form.note(view.with("red-line-near", &args));
        }
    }
    let words: Vec<&str> =
        vague_words(&decision.text).into_iter().filter_map(|found| decision.text.get(found.start..found.end)).collect();
    if !words.is_empty() {
        form.note(view.with("vague-hint", &[("words", words.join(", ").into())]));
    }
    if let Some(days) = decision.unanchored_days(view.today()) {
        form.note(records::unanchored(view, decision, days));
    }
    let age = view.session.age(decision.session);
    if age > 1 {
        form.note(view.with("age", &[("count", age.into())]));
    }
}
