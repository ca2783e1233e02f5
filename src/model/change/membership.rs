//! A partner that joins the chain, or leaves it (domain §2.5, *toetreding / uittreding*).

use super::{Refusal, log, said};
use crate::model::attendance::{Presence, Seat};
use crate::model::chain::FormerPartner;
use crate::model::ids::PartnerCode;
use crate::model::session::{Event, Session};
use crate::model::start;
use chrono::NaiveDateTime;

/// Who comes and who goes.
#[derive(Debug, Clone, PartialEq)]
pub enum MembershipEdit {
    /// A partner joins, under this code and name.
    Join(PartnerCode, String),
    /// A partner leaves; what it said and did stays on record.
    Leave(PartnerCode),
}

/// Longest code that fits the columns of a screen.
const CODE_LENGTH: usize = 6;

pub(super) fn apply(session: &mut Session, edit: &MembershipEdit, now: NaiveDateTime) -> Result<(), Refusal> {
    // A round that is being filled has a place for every partner of now.
    let filling = session.benefit_rounds.iter().any(|round| !round.is_revealed() && !round.rows.is_empty());
    let asking = session.own_temperature().is_some_and(|round| !round.may_be_shown());
    let silent = session.decisions.iter().any(|decision| !decision.sealed.is_empty());
    if filling || asking || silent {
        return Err(Refusal::RoundOpen);
    }
    let event = match edit {
        MembershipEdit::Join(code, name) => {
            let code = code_of(session, code)?;
            session.partners.push(start::partner(&code, &said(name)?));
            session.attendance.push(Seat { partner: code.clone(), presence: Presence::Unknown, level: None });
            session.chain.former.retain(|former| former.code != code);
            Event::Joined { partner: code }
        }
        MembershipEdit::Leave(code) => {
            leave(session, code, now)?;
            Event::Left { partner: code.clone() }
        }
    };
    log(session, now, event);
    Ok(())
}

fn code_of(session: &Session, code: &PartnerCode) -> Result<PartnerCode, Refusal> {
    let text = code.as_str().trim().to_uppercase();
    if text.is_empty() || text.chars().count() > CODE_LENGTH || !text.chars().all(char::is_alphanumeric) {
        return Err(Refusal::BadCode);
    }
    let code = PartnerCode(text);
    if session.partner(&code).is_some() { Err(Refusal::NameTaken(code.to_string())) } else { Ok(code) }
}

/// It is asked nothing any more; records that name it keep its code, which the chain remembers.
fn leave(session: &mut Session, code: &PartnerCode, now: NaiveDateTime) -> Result<(), Refusal> {
    let name = session.partner(code).map(|partner| partner.name.clone());
    let name = name.ok_or_else(|| Refusal::NoSuchPartner(code.clone()))?;
    if session.partners.len() == 1 {
        return Err(Refusal::LastPartner);
    }
    session.partners.retain(|partner| partner.code != *code);
    session.attendance.retain(|seat| seat.partner != *code);
    session.closing.ratings.retain(|rating| rating.partner != *code);
    // What is not decided yet waits for it no more.
    for decision in session.decisions.iter_mut().filter(|decision| decision.is_undecided()) {
        decision.touches.retain(|touched| touched != code);
    }
    let ambition = &mut *session.ambition;
    ambition.alone_tests.retain(|test| test.partner != *code);
    ambition.pull.retain(|test| test.partner != *code);
    ambition.benefits.retain(|benefit| benefit.partner != *code);
    ambition.commitments.retain(|commitment| commitment.partner != *code);
    ambition.outings.retain(|outings| outings.partner != *code);
    let governance = &mut *session.governance;
    governance.mandates.retain(|mandate| mandate.partner != *code);
    governance.bodies.iter_mut().for_each(|body| body.partners.retain(|partner| partner != code));
    if let Some(amendment) = &mut governance.amendment {
        amendment.impact.retain(|impact| impact.partner != *code);
    }
    let chain = &mut *session.chain;
    chain.links.iter_mut().for_each(|link| link.partners.retain(|partner| partner != code));
    chain.chair.take_if(|chair| chair == code);
    chain.quorum = chain.quorum.min(u32::try_from(session.partners.len()).unwrap_or(u32::MAX));
    chain.former.push(FormerPartner { code: code.clone(), name, left_on: now.date() });
    Ok(())
}
