//! Opening, attendance, adoption and closing.

use super::{Obstacle, Refusal, find, known, log, said, within};
use crate::model::agenda::{ItemOutcome, Room};
use crate::model::ambition::PartnerScore;
use crate::model::attendance::{Presence, Seat, Table};
use crate::model::chain::COLOURS;
use crate::model::ids::PartnerCode;
use crate::model::session::{Adoption, Event, LastNumber, Session, State};
use chrono::{NaiveDate, NaiveDateTime};

/// A change of the meeting itself.
#[derive(Debug, Clone, PartialEq)]
pub enum MeetingEdit {
    /// Planned becomes Live.
    Open,
    /// The day of a planned meeting.
    Date(NaiveDate),
    /// Who chairs it.
    Chair(Option<PartnerCode>),
    /// Who keeps the record.
    Secretary(String),
    /// How many partners are needed to decide.
    Quorum(u32),
    /// When the papers went out.
    PapersSent(Option<NaiveDate>),
    /// Who came for a partner.
    Presence(PartnerCode, Presence),
    /// The level of the person who is there.
    Level(PartnerCode, u8),
    /// Every member is there.
    AllMembers,
    /// The group goes on below the quorum.
    GoOnBelowQuorum,
    /// The group goes on with people who have no mandate.
    GoOnWithoutMandate,
    /// The previous report is adopted.
    Adopt(Adoption),
    /// A correction of the previous report, added to its adoption.
    Correction(String),
    /// What a partner gives the meeting.
    Rating(PartnerCode, u8),
    /// The day of the next one.
    NextDate(NaiveDate),
    /// The record was read back.
    ReadBack(bool),
    /// Live becomes Closed, and the next one is on this day.
    Close(NaiveDate),
    /// Closed becomes Live again, on record.
    Reopen {
        /// Why.
        reason: String,
        /// The last numbers that the next session gave in the meantime.
        given: Vec<LastNumber>,
    },
    /// The file was changed by hand and accepted so.
    EditedByHand(u32),
    /// The slogan, place, mascot of the chain.
    Identity(IdentityField, String),
}

/// A part of the identity that is a line of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdentityField {
    /// The name of the chain.
    Name,
    /// Slogan.
    Slogan,
    /// Place.
    Place,
    /// The name of a file in `assets/` of the chain: text, or a PNG.
    Logo,
    /// The name of a terminal colour.
    Colour,
    /// Mascot.
    Mascot,
}

impl IdentityField {
    /// In the order in which they are asked.
    pub const ALL: [Self; 6] = [Self::Name, Self::Slogan, Self::Place, Self::Logo, Self::Colour, Self::Mascot];

    /// Its place in that order.
    pub fn place(self) -> usize {
        Self::ALL.iter().position(|part| *part == self).unwrap_or(0)
    }

    /// What is on record.
    pub fn of(self, session: &Session) -> &str {
        match self {
            Self::Name => &session.chain.name,
            Self::Slogan => &session.identity.slogan,
            Self::Place => &session.identity.place,
            Self::Logo => &session.identity.logo,
            Self::Colour => &session.identity.colour,
            Self::Mascot => &session.identity.mascot,
        }
    }
}

/// A part of the face of the chain.
fn identify(session: &mut Session, field: IdentityField, text: &str) -> Result<(), Refusal> {
    let text = text.trim();
    match field {
        IdentityField::Name => session.chain.name = said(text)?,
        IdentityField::Slogan => text.clone_into(&mut session.identity.slogan),
        IdentityField::Place => text.clone_into(&mut session.identity.place),
        IdentityField::Mascot => text.clone_into(&mut session.identity.mascot),
        IdentityField::Logo => text.clone_into(&mut session.identity.logo),
        IdentityField::Colour if text.is_empty() => session.identity.colour.clear(),
        IdentityField::Colour => {
            let plain = text.to_lowercase().replace([' ', '-', '_'], "").replace("grey", "gray");
            let known = COLOURS.contains(&plain.as_str());
            session.identity.colour = Some(plain).filter(|_| known).ok_or(Refusal::NoSuchColour)?;
        }
    }
    Ok(())
}

pub(super) fn apply(session: &mut Session, edit: &MeetingEdit, now: NaiveDateTime) -> Result<(), Refusal> {
    match edit {
        MeetingEdit::Open => open(session, now)?,
        MeetingEdit::Date(date) => move_to(session, *date)?,
        MeetingEdit::Chair(code) => session.chain.chair.clone_from(code),
        MeetingEdit::Secretary(name) => name.trim().clone_into(&mut session.chain.secretary),
        MeetingEdit::Quorum(quorum) => session.chain.quorum = *quorum,
        MeetingEdit::PapersSent(date) => session.papers_sent = *date,
        MeetingEdit::Presence(code, presence) => seat(session, code, *presence)?,
        MeetingEdit::Level(code, level) => {
            let level = within(*level, 1, 5)?;
            find(&mut session.attendance, |seat| seat.partner == *code)?.level = Some(level);
        }
        MeetingEdit::AllMembers => {
            let codes: Vec<PartnerCode> = session.codes().cloned().collect();
            codes.iter().try_for_each(|code| seat(session, code, Presence::Member))?;
        }
        MeetingEdit::GoOnBelowQuorum => {
            let present = Table::of(&session.attendance).present;
            let quorum = session.chain.quorum;
            log(session, now, Event::WentOnBelowQuorum { present, quorum });
        }
        MeetingEdit::GoOnWithoutMandate => {
            let partners = Table::of(&session.attendance).without_mandate;
            log(session, now, Event::WentOnWithoutMandate { partners });
        }
        MeetingEdit::Adopt(adoption) => adopt(session, adoption)?,
        MeetingEdit::Correction(text) => {
            let text = said(text)?;
            session.adopts.as_mut().ok_or(Refusal::NotThePrevious)?.corrections.push(text);
        }
        MeetingEdit::Rating(code, score) => rate(session, code, *score)?,
        MeetingEdit::NextDate(date) => session.closing.next_date = Some(session.day_after(*date)?),
        MeetingEdit::ReadBack(done) => session.closing.read_back = *done,
        MeetingEdit::Close(next) => close(session, *next, now)?,
        MeetingEdit::Reopen { reason, given } => reopen(session, reason, given, now)?,
        MeetingEdit::EditedByHand(revision) => log(session, now, Event::EditedByHand { revision: *revision }),
        MeetingEdit::Identity(field, text) => identify(session, *field, text)?,
    }
    Ok(())
}

fn open(session: &mut Session, now: NaiveDateTime) -> Result<(), Refusal> {
    if session.state != State::Planned {
        return Err(Refusal::AlreadyOpen);
    }
    session.state = State::Live;
    log(session, now, Event::Opened);
    Ok(())
}

fn seat(session: &mut Session, code: &PartnerCode, presence: Presence) -> Result<(), Refusal> {
    known(session, code)?;
    let partner = session.partner(code).ok_or(Refusal::NoSuchRecord)?;
    let person = presence.person(partner);
    if presence.is_present() && person.is_none() {
        return Err(Refusal::NoDeputy(code.clone()));
    }
    let entry = Seat { partner: code.clone(), presence, level: person.map(|person| person.level) };
    super::put(&mut session.attendance, entry, |seat| seat.partner == *code);
    Ok(())
}

/// Only a meeting that is still to be held gets another day, and not one on which an earlier meeting was held already.
fn move_to(session: &mut Session, date: NaiveDate) -> Result<(), Refusal> {
    match session.state {
        State::Planned => {}
        State::Live => return Err(Refusal::BeingHeld),
        State::Closed => return Err(Refusal::Closed),
    }
    if session.look_back.last().is_some_and(|before| date <= before.date) {
        return Err(Refusal::NotAfterPrevious);
    }
    session.date = date;
    Ok(())
}

fn adopt(session: &mut Session, adoption: &Adoption) -> Result<(), Refusal> {
    if adoption.session.checked_add(1) != Some(session.number) {
        return Err(Refusal::NotThePrevious);
    }
    if session.adopts.is_some() {
        return Err(Refusal::AlreadyAdopted);
    }
    session.adopts = Some(adoption.clone());
    Ok(())
}

fn rate(session: &mut Session, code: &PartnerCode, score: u8) -> Result<(), Refusal> {
    known(session, code)?;
    let entry = PartnerScore { partner: code.clone(), score: within(score, 1, 10)? };
    super::put(&mut session.closing.ratings, entry, |old| old.partner == *code);
    Ok(())
}

/// What was not reached is said so, never dropped. The closing itself was reached; the next meeting has a day from here on.
fn close(session: &mut Session, next: NaiveDate, now: NaiveDateTime) -> Result<(), Refusal> {
    if session.state != State::Live {
        return Err(Refusal::NotLive);
    }
    session.no_choice_is_open()?;
    session.closing.next_date = Some(session.day_after(next)?);
    session.agenda.stop();
    let closing = session.agenda.items.iter_mut().find(|item| item.room == Room::Closing && item.outcome.is_none());
    if let Some(item) = closing {
        item.outcome = Some(ItemOutcome::Noted);
    }
    for item in &mut session.agenda.items {
        item.outcome.get_or_insert(ItemOutcome::NotReached);
    }
    session.state = State::Closed;
    log(session, now, Event::Closed);
    Ok(())
}

/// Numbers that the next session gave in the meantime are not given again.
fn reopen(session: &mut Session, reason: &str, given: &[LastNumber], now: NaiveDateTime) -> Result<(), Refusal> {
    let reason = said(reason)?;
    if session.state != State::Closed {
        return Err(Refusal::AlreadyOpen);
    }
    session.state = State::Live;
    session.raise_numbering(given);
    log(session, now, Event::Reopened { reason });
    Ok(())
}

impl Session {
    /// A day for the next meeting: after this one, or it is refused.
    pub fn day_after(&self, date: NaiveDate) -> Result<NaiveDate, Refusal> {
        if date > self.date { Ok(date) } else { Err(Refusal::NextBeforeThis) }
    }

    /// Refused while a choice between two versions is open: in a closed meeting nobody can make it, and its report would say
    /// for good what one of the two says.
    pub fn no_choice_is_open(&self) -> Result<(), Refusal> {
        if self.conflicts.is_empty() { Ok(()) } else { Err(Refusal::VersionsToChoose(self.conflicts.len())) }
    }

    /// What stands in the way of deciding and has not been asked about yet (3.1, domain §2.3).
    pub fn obstacle_to_deciding(&self) -> Option<Obstacle> {
        let table = Table::of(&self.attendance);
        let logged = |test: fn(&Event) -> bool| self.log.iter().any(|entry| test(&entry.event));
        if self.state != State::Live {
            None
        } else if table.present < self.chain.quorum && !logged(|event| matches!(event, Event::WentOnBelowQuorum { .. }))
        {
            Some(Obstacle::BelowQuorum { present: table.present, quorum: self.chain.quorum })
        } else if !table.without_mandate.is_empty()
            && !logged(|event| matches!(event, Event::WentOnWithoutMandate { .. }))
        {
            Some(Obstacle::WithoutMandate(table.without_mandate))
        } else {
            None
        }
    }
}
