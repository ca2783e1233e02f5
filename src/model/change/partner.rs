//! Changes of a partner and of the people who speak for it.

use super::{Refusal, find, said, within};
use crate::model::chain::{Partner, Person};
use crate::model::ids::PartnerCode;
use crate::model::session::Session;
use chrono::NaiveDate;

/// A change of a partner.
#[derive(Debug, Clone, PartialEq)]
pub enum PartnerEdit {
    /// Name in full.
    Name(String),
    /// Who sits in the group.
    MemberName(String),
    /// In which function.
    MemberFunction(String),
    /// On which level.
    MemberLevel(u8),
    /// Who replaces; an empty name takes the deputy out.
    DeputyName(String),
    /// On which level.
    DeputyLevel(u8),
    /// Until when the deputy may decide.
    DeputyMandate(Option<NaiveDate>),
    /// Until when the member may decide.
    MemberMandate(Option<NaiveDate>),
    /// Hours a month.
    Hours(Option<u32>),
    /// People it puts in.
    People(Option<u32>),
    /// Euros a year it puts in.
    Euros(Option<u32>),
    /// When it last accounted for its hours at home.
    Justified(Option<NaiveDate>),
    /// What it steers by.
    Logic(String),
    /// The law it stands on.
    Law(String),
    /// Its planning rhythm.
    Rhythm(String),
    /// What it can't give up.
    RedLines(Vec<String>),
}

pub(super) fn apply(session: &mut Session, code: &PartnerCode, edit: &PartnerEdit) -> Result<(), Refusal> {
    let partner = find(&mut session.partners, |partner| partner.code == *code)?;
    match edit {
        PartnerEdit::Name(name) => partner.name = said(name)?,
        PartnerEdit::MemberName(name) => partner.member.name = said(name)?,
        PartnerEdit::MemberFunction(function) => function.trim().clone_into(&mut partner.member.function),
        PartnerEdit::MemberLevel(level) => partner.member.level = within(*level, 1, 5)?,
        PartnerEdit::MemberMandate(until) => partner.member.mandate_until = *until,
        PartnerEdit::DeputyName(name) => rename_deputy(partner, name.trim()),
        PartnerEdit::DeputyLevel(level) => deputy(partner)?.level = within(*level, 1, 5)?,
        PartnerEdit::DeputyMandate(until) => deputy(partner)?.mandate_until = *until,
        PartnerEdit::Hours(hours) => partner.effort_hours_month = *hours,
        PartnerEdit::People(people) => partner.people = *people,
        PartnerEdit::Euros(euros) => partner.euros_year = *euros,
        PartnerEdit::Justified(day) => partner.justified_on = *day,
        PartnerEdit::Logic(text) => text.trim().clone_into(&mut partner.profile.logic),
        PartnerEdit::Law(text) => text.trim().clone_into(&mut partner.profile.law),
        PartnerEdit::Rhythm(text) => text.trim().clone_into(&mut partner.profile.rhythm),
        PartnerEdit::RedLines(lines) => partner.profile.red_lines.clone_from(lines),
    }
    Ok(())
}

fn deputy(partner: &mut Partner) -> Result<&mut Person, Refusal> {
    let code = partner.code.clone();
    partner.deputy.as_mut().ok_or(Refusal::NoDeputy(code))
}

fn rename_deputy(partner: &mut Partner, name: &str) {
    if name.is_empty() {
        partner.deputy = None;
        return;
    }
    let level = partner.member.level;
    let fresh = || Person { name: String::new(), function: String::new(), level, mandate_until: None };
    name.clone_into(&mut partner.deputy.get_or_insert_with(fresh).name);
}
