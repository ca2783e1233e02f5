//! Changes of the process map, the bodies and their mandates (factor 3, domain §1a, §1d).

use super::{Refusal, find, known, put, said, toggle};
use crate::model::chain::ChainLink;
use crate::model::governance::{Body, Level, Mandate};
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
    /// A mandate on a level: one per person and level, the new one takes the place of the old.
    Mandate(Mandate),
    /// A mandate that is taken back.
    RemoveMandate(PartnerCode, Level, String),
}

pub(super) fn apply(session: &mut Session, edit: &GovernanceEdit) -> Result<(), Refusal> {
    if let GovernanceEdit::LinkPartner(_, code) | GovernanceEdit::BodyPartner(_, code) = edit {
        known(session, code)?;
    }
    match edit {
        GovernanceEdit::AddLink(_)
        | GovernanceEdit::RenameLink(..)
        | GovernanceEdit::LinkPartner(..)
        | GovernanceEdit::LinkForward(_)
        | GovernanceEdit::RemoveLink(_) => links(&mut session.chain.links, edit),
        GovernanceEdit::Mandate(mandate) => {
            known(session, &mandate.partner)?;
            said(&mandate.person)?;
            let same = |old: &Mandate| {
                (&old.partner, old.level, &old.person) == (&mandate.partner, mandate.level, &mandate.person)
            };
            put(&mut session.governance.mandates, mandate.clone(), same);
            Ok(())
        }
        GovernanceEdit::RemoveMandate(partner, level, person) => {
            let gone = |held: &Mandate| held.partner == *partner && held.level == *level && held.person == *person;
            session.governance.mandates.retain(|held| !gone(held));
            Ok(())
        }
        _ => bodies(&mut session.governance.bodies, edit),
    }
}

fn links(links: &mut Vec<ChainLink>, edit: &GovernanceEdit) -> Result<(), Refusal> {
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
        _ => {}
    }
    Ok(())
}

fn bodies(bodies: &mut Vec<Body>, edit: &GovernanceEdit) -> Result<(), Refusal> {
    match edit {
        GovernanceEdit::AddBody(name, level) => {
            let name = free(said(name)?, bodies.iter().map(|body| body.name.as_str()))?;
            bodies.push(Body { name, level: *level, partners: Vec::new() });
            bodies.sort_by_key(|body| std::cmp::Reverse(body.level));
        }
        GovernanceEdit::RenameBody(name, new) => {
            let new = free(said(new)?, bodies.iter().map(|body| body.name.as_str()).filter(|other| other != name))?;
            find(bodies, |body| body.name == *name)?.name = new;
        }
        GovernanceEdit::BodyPartner(name, code) => toggle(&mut find(bodies, |body| body.name == *name)?.partners, code),
        GovernanceEdit::RemoveBody(name) => bodies.retain(|body| body.name != *name),
        _ => {}
    }
    Ok(())
}

/// A name that nothing else of its kind has: it is what the others are found by.
fn free<'a>(name: String, mut taken: impl Iterator<Item = &'a str>) -> Result<String, Refusal> {
    if taken.any(|other| other.eq_ignore_ascii_case(&name)) { Err(Refusal::NameTaken(name)) } else { Ok(name) }
}
