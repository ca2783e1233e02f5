//! The fields of the covenant, and of the version that is being prepared (domain §2.5).

use crate::desk::Desk;
use crate::desk::Subject;
use crate::desk::View;
use crate::desk::form::{Builder, Edit, Fields, written as as_written};
use crate::desk::layers::{Choice, Layer};
use crate::model::change::{Change, CovenantEdit};
use crate::model::governance::covenant::{Amendment, CovenantArticle};
use crate::model::{PartnerCode, RecordId};
use crate::panes::covenant as pane;
use crate::panes::positions;
use crate::text::{date_input, notation};
use chrono::NaiveDate;
use std::rc::Rc;

fn change(edit: CovenantEdit) -> Change {
    Change::Covenant(edit)
}

/// The covenant as it holds: dates, signatures, publication, earlier versions.
pub fn covenant(view: &View<'_>) -> Option<Fields> {
    let covenant = view.session.governance.covenant.as_ref()?;
    let mut form = Builder::new(view, view.with("details-covenant", &[("version", covenant.version.as_str().into())]));
    let day = covenant.review;
    form.date("field-review", Some(day), move |date| change(CovenantEdit::Review(date.unwrap_or(day))));
    let day = covenant.ends;
    form.date("field-ends", Some(day), move |date| change(CovenantEdit::Ends(date.unwrap_or(day))));
    form.date("field-published", covenant.published_on, |date| change(CovenantEdit::Publish(date)));
    for partner in view.session.partners.iter() {
        signature(view, &mut form, &partner.code);
    }
    let show = Edit::Run(Rc::new(|desk: &mut Desk| pane::show_changes(desk)));
    form.field(
        "field-changes",
        view.with("covenant-versions", &[("count", (covenant.earlier.len() + 1).into())]),
        show,
    );
    if !covenant.reason.is_empty() {
        form.note(view.with("covenant-because", &[("reason", covenant.reason.as_str().into())]));
    }
    for impact in &covenant.impact {
        let args = [("partner", impact.partner.as_str().into()), ("text", impact.text.as_str().into())];
        form.note(view.with("covenant-impact", &args));
    }
    form.done()
}

fn signature(view: &View<'_>, form: &mut Builder<'_, '_>, code: &PartnerCode) {
    let signed = view.session.governance.covenant.iter().flat_map(|covenant| &covenant.signatures);
    let signed = signed.filter(|signed| signed.partner == *code).map(|signed| signed.on).next();
    let own = code.clone();
    let today = view.today();
    let read = move |text: &str, now: NaiveDate| {
        let on = if text.is_empty() { None } else { Some(date_input::parse_date(text, now).ok_or("date-unclear")?) };
        Ok(change(CovenantEdit::Sign(own.clone(), on)))
    };
    let start = notation::date_short(signed.unwrap_or(today), crate::text::Lang::Nl);
    let edit = Edit::Write { start, lines: false, hint: "signature-hint", date: true, read: Rc::new(read) };
    let label = view.with("field-signature", &[("partner", code.as_str().into())]);
    form.named(label, signed.map_or_else(|| view.t("signature-none"), |on| view.date(Some(on))), edit);
    form.keyed("signature", code);
}

/// The proposal: reason, articles, what it means for each, and the steps that follow.
pub fn amendment(view: &View<'_>) -> Option<Fields> {
    let amendment = view.session.governance.amendment.as_ref()?;
    let title = view.with("amendment", &[("version", amendment.version.as_str().into())]);
    let mut form = Builder::new(view, title);
    form.line("field-reason", &amendment.reason, |text| change(CovenantEdit::Reason(text)));
    for article in &amendment.articles {
        let edit = written(Some(article));
        form.named(article.no.clone(), format!("{}. {}", article.title, article.text), edit);
    }
    form.field("field-article-new", view.t("add"), written(None));
    for partner in view.session.partners.iter() {
        let (own, told) = (partner.code.clone(), amendment.impact_on(&partner.code).unwrap_or_default());
        let label = view.with("field-impact", &[("partner", partner.code.as_str().into())]);
        let edit = as_written(told, false, move |text| change(CovenantEdit::Impact(own.clone(), text)));
        form.named(label, view.or_none(told), edit);
        form.keyed("impact", &partner.code).warn_if(told.is_empty());
    }
    let show = Edit::Run(Rc::new(|desk: &mut Desk| pane::show_changes(desk)));
    form.field("field-changes", view.t("amendment-see"), show);
    next_steps(view, &mut form, amendment);
    form.done()
}

fn next_steps(view: &View<'_>, form: &mut Builder<'_, '_>, amendment: &Amendment) {
    match &amendment.decision {
        None => {
            let run = Edit::Run(Rc::new(put_to_vote));
            form.field("field-positions", view.t("amendment-vote"), run);
        }
        Some(id) => {
            let (own, found) = (id.clone(), view.session.decision(id));
            let run = Edit::Run(Rc::new(move |desk: &mut Desk| desk.show_details(Subject::Record(own.clone()))));
            let outcome = found.and_then(|found| found.outcome);
            form.field("field-positions", format!("{id}: {}", view.word(outcome)), run);
        }
    }
    let yes = |edit| vec![(Choice::yes(view.texts, view.t("yes")), change(edit))];
    let establish = view.with("amendment-becomes", &[("version", amendment.version.as_str().into())]);
    form.field("field-establish", establish, Edit::Choose(yes(CovenantEdit::Establish)));
    form.field("field-withdraw", String::new(), Edit::Choose(yes(CovenantEdit::Withdraw)));
    form.note(view.t("amendment-note"));
}

/// First line: number and heading; the rest is the text. An empty answer leaves the article out.
fn written(article: Option<&CovenantArticle>) -> Edit {
    let was = article.map(|article| article.no.clone());
    let start = article.map(|found| format!("{} | {}\n{}", found.no, found.title, found.text)).unwrap_or_default();
    let read = move |text: &str, _: NaiveDate| {
        if text.trim().is_empty() {
            return Ok(change(CovenantEdit::RemoveArticle(was.clone().ok_or("article-unclear")?)));
        }
        let (head, text) = text.split_once('\n').unwrap_or((text, ""));
        let (no, title) = head.split_once('|').ok_or("article-unclear")?;
        let (no, title) = (no.trim().to_owned(), title.trim().to_owned());
        if no.is_empty() || title.is_empty() {
            return Err("article-unclear");
        }
        Ok(change(CovenantEdit::Article { was: was.clone(), no, title, text: text.trim().to_owned() }))
    };
    Edit::Write { start, lines: true, hint: "article-hint", date: false, read: Rc::new(read) }
}

/// A decision on the version; the roll call of positions follows at once.
fn put_to_vote(desk: &mut Desk) {
    let Some(view) = desk.view() else { return };
    let Some(amendment) = &view.session.governance.amendment else { return };
    let args = [("version", amendment.version.as_str().into()), ("reason", amendment.reason.as_str().into())];
    let text = view.with("amendment-decision", &args);
    let item = view.item.map(|item| item.no.clone());
    match desk.commit(vec![change(CovenantEdit::PutToVote { item, text })]) {
        Ok(Some(id)) => open_decision(desk, id),
        Ok(None) => {}
        Err(why) => desk.say(why),
    }
}

fn open_decision(desk: &mut Desk, id: RecordId) {
    if matches!(desk.layers.last(), Some(Layer::Details(_))) {
        desk.layers.pop();
    }
    desk.show_details(Subject::Record(id.clone()));
    positions::roll_call(desk, id);
}
