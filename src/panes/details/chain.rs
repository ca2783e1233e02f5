//! The fields of the process map, of a link, and of a consultation with its mandates.

use crate::desk::Desk;
use crate::desk::Subject;
use crate::desk::View;
use crate::desk::form::{Builder, Edit, Fields};
use crate::desk::layers::Choice;
use crate::model::PartnerCode;
use crate::model::change::{Change, GovernanceEdit};
use crate::model::governance::{Body, Mandate};
use crate::text::{date_input, notation};
use chrono::NaiveDate;
use std::rc::Rc;

/// All links, each opening its own fields, and one more.
pub fn chain(view: &View<'_>) -> Option<Fields> {
    let mut form = Builder::new(view, view.t("chain-map"));
    for (place, link) in view.session.chain.links.iter().enumerate() {
        let name = link.name.clone();
        let open = Edit::Run(Rc::new(move |desk: &mut Desk| desk.show_details(Subject::Link(name.clone()))));
        form.named((place + 1).to_string(), format!("{}: {}", link.name, view.codes(&link.partners)), open);
        form.warn_if(link.partners.is_empty());
    }
    form.line("field-link-new", "", |name| Change::Governance(GovernanceEdit::AddLink(name)));
    form.done()
}

/// One link: its name, who does it.
pub fn link(view: &View<'_>, name: &str) -> Option<Fields> {
    let link = view.session.chain.links.iter().find(|link| link.name == name)?;
    let mut form = Builder::new(view, view.with("details-link", &[("name", name.into())]));
    let own = name.to_owned();
    form.line("field-name", name, move |new| Change::Governance(GovernanceEdit::RenameLink(own.clone(), new)));
    form.partners("field-partners", &link.partners, |code| {
        Change::Governance(GovernanceEdit::LinkPartner(name.to_owned(), code))
    });
    form.warn_if(link.partners.is_empty());
    let change = |edit| vec![(Choice::yes(view.texts, view.t("yes")), Change::Governance(edit))];
    form.field("field-link-forward", String::new(), Edit::Choose(change(GovernanceEdit::LinkForward(name.to_owned()))));
    form.field("field-remove", String::new(), Edit::Choose(change(GovernanceEdit::RemoveLink(name.to_owned()))));
    form.done()
}

/// One consultation: its name, who takes part, and per partner who may decide what until when.
pub fn body(view: &View<'_>, name: &str) -> Option<Fields> {
    let body = view.session.governance.bodies.iter().find(|body| body.name == name)?;
    let title = format!("{} ({})", body.name, view.texts.term(body.level));
    let mut form = Builder::new(view, title);
    let own = name.to_owned();
    form.line("field-name", name, move |new| Change::Governance(GovernanceEdit::RenameBody(own.clone(), new)));
    form.partners("field-partners", &body.partners, |code| {
        Change::Governance(GovernanceEdit::BodyPartner(name.to_owned(), code))
    });
    for code in &body.partners {
        mandates(view, &mut form, body, code);
    }
    let gone = Change::Governance(GovernanceEdit::RemoveBody(name.to_owned()));
    form.field("field-remove", String::new(), Edit::Choose(vec![(Choice::yes(view.texts, view.t("yes")), gone)]));
    form.note(view.t("mandate-hint"));
    form.done()
}

fn mandates(view: &View<'_>, form: &mut Builder<'_, '_>, body: &Body, code: &PartnerCode) {
    let held: Vec<&Mandate> = view.session.governance.mandates_in(body, code).collect();
    for found in &held {
        let edit = write(view, code, body, Some(found));
        form.named(format!("  {code}"), line(view, found), edit);
        form.warn_if(found.until.is_some_and(|until| until < view.today()));
    }
    if held.is_empty() {
        let edit = write(view, code, body, None);
        form.named(format!("  {code}"), view.t("mandate-none"), edit);
        form.warn_if(true);
    }
}

/// As [`write`] reads it: what is left out in the middle keeps its place.
fn line(view: &View<'_>, held: &Mandate) -> String {
    let until = held.until.map(|until| notation::date_short(until, view.lang())).unwrap_or_default();
    let line = format!("{}; {}; {until}", held.person, held.scope);
    line.trim_end_matches([';', ' ']).to_owned()
}

/// `T. Hoekstra; verdeling van zaken; 30-06-2027`: an empty answer takes the mandate back.
fn write(view: &View<'_>, code: &PartnerCode, body: &Body, held: Option<&Mandate>) -> Edit {
    let (partner, before) = (code.clone(), held.cloned());
    // A new mandate is for this consultation; one for the whole level stays so.
    let (level, name) = (body.level, held.map_or_else(|| body.name.clone(), |held| held.body.clone()));
    let read = move |text: &str, today: NaiveDate| {
        if text.trim().is_empty() {
            let gone = before.clone().ok_or("mandate-unclear")?;
            return Ok(Change::Governance(GovernanceEdit::RemoveMandate(gone)));
        }
        let parts: Vec<&str> = text.split(';').map(str::trim).collect();
        let (person, scope, until) = match parts[..] {
            [person] => (person, "", ""),
            [person, scope] => (person, scope, ""),
            [person, scope, until] => (person, scope, until),
            _ => return Err("mandate-unclear"),
        };
        if person.is_empty() {
            return Err("mandate-unclear");
        }
        let until = match until {
            "" => None,
            until => Some(date_input::parse_date(until, today).ok_or("date-unclear")?),
        };
        let (person, scope, body) = (person.to_owned(), scope.to_owned(), name.clone());
        let now = Mandate { partner: partner.clone(), person, level, body, scope, until };
        Ok(Change::Governance(GovernanceEdit::Mandate { was: before.clone(), now }))
    };
    let start = held.map(|held| line(view, held)).unwrap_or_default();
    Edit::Write { start, lines: false, hint: "mandate-hint", date: false, read: Rc::new(read) }
}
