//! Changes of the process map, the bodies and their mandates (factor 3, domain §1a, §1d).

use super::{Refusal, find, known, put, said, toggle};
use crate::model::chain::ChainLink;
use crate::model::governance::{Body, Governance, Level, Mandate};
use crate::model::ids::PartnerCode;
use crate::model::session::Session;

/// A change of how the chain is organised.
#[derive(Debug, Clone, PartialEq)]
pub enum GovernanceEdit {
    /// A new link at the end of the process.
    AddLink(String),
    /// A link gets another name.
    RenameLink(String, String),
    /// A partner does this link, or not any more.
    LinkPartner(String, PartnerCode),
    /// A link goes one place to the front.
    LinkForward(String),
    /// A link that is not there any more.
    RemoveLink(String),
    /// A consultation on a level.
    AddBody(String, Level),
    /// A consultation gets another name.
    RenameBody(String, String),
    /// A partner takes part in it, or not any more.
    BodyPartner(String, PartnerCode),
    /// A consultation that is not there any more.
    RemoveBody(String),
    /// A mandate, in the place of one that was, or a new one.
    Mandate {
        /// The one that was.
        was: Option<Mandate>,
        /// As it is now.
        now: Mandate,
    },
    /// A mandate that is taken back.
    RemoveMandate(Mandate),
}

pub(super) fn apply(session: &mut Session, edit: &GovernanceEdit) -> Result<(), Refusal> {
    if let GovernanceEdit::LinkPartner(_, code) | GovernanceEdit::BodyPartner(_, code) = edit {
        known(session, code)?;
    }
    if let GovernanceEdit::Mandate { now, .. } = edit {
        known(session, &now.partner)?;
        said(&now.person)?;
    }
    let links = &mut session.chain.links;
    let Governance { bodies, mandates, .. } = &mut *session.governance;
    match edit {
        GovernanceEdit::AddLink(name) => {
            let name = free(said(name)?, links.iter().map(|link| link.name.as_str()))?;
            links.push(ChainLink { name, partners: Vec::new() });
        }
        GovernanceEdit::RenameLink(name, new) => {
            let new = free(said(new)?, links.iter().map(|link| link.name.as_str()).filter(|other| other != name))?;
            find(links, |link| link.name == *name)?.name = new;
        }
        GovernanceEdit::LinkPartner(name, code) => toggle(&mut find(links, |link| link.name == *name)?.partners, code),
        GovernanceEdit::LinkForward(name) => {
            let here = links.iter().position(|link| link.name == *name).ok_or(Refusal::NoSuchRecord)?;
            links.swap(here, here.checked_sub(1).ok_or(Refusal::AtTheEdge)?);
        }
        GovernanceEdit::RemoveLink(name) => links.retain(|link| link.name != *name),
        GovernanceEdit::AddBody(name, level) => {
            let name = free(said(name)?, bodies.iter().map(|body| body.name.as_str()))?;
            bodies.push(Body { name, level: *level, partners: Vec::new() });
            bodies.sort_by_key(|body| std::cmp::Reverse(body.level));
        }
        GovernanceEdit::RenameBody(name, new) => rename_body(bodies, mandates, name, new)?,
        GovernanceEdit::BodyPartner(name, code) => {
            let partners = &mut find(bodies, |body| body.name == *name)?.partners;
            toggle(partners, code);
            if !partners.contains(code) {
                mandates.retain(|held| held.body != *name || held.partner != *code);
            }
        }
        // The mandates that were given for a consultation go where it goes.
        GovernanceEdit::RemoveBody(name) => {
            bodies.retain(|body| body.name != *name);
            mandates.retain(|held| held.body != *name);
        }
        GovernanceEdit::Mandate { was, now } => put(mandates, now.clone(), |old| Some(old) == was.as_ref()),
        GovernanceEdit::RemoveMandate(gone) => mandates.retain(|held| held != gone),
    }
    Ok(())
}

/// The mandates that were given for it follow its name.
fn rename_body(bodies: &mut [Body], mandates: &mut [Mandate], name: &str, new: &str) -> Result<(), Refusal> {
    let new = free(said(new)?, bodies.iter().map(|body| body.name.as_str()).filter(|other| *other != name))?;
    find(bodies, |body| body.name == name)?.name.clone_from(&new);
    mandates.iter_mut().filter(|held| held.body == name).for_each(|held| held.body.clone_from(&new));
    Ok(())
}

/// A name that nothing else of its kind has: it is what the others are found by.
fn free<'a>(name: String, mut taken: impl Iterator<Item = &'a str>) -> Result<String, Refusal> {
    if taken.any(|other| other.eq_ignore_ascii_case(&name)) { Err(Refusal::NameTaken(name)) } else { Ok(name) }
}
