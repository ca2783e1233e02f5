//! Where the meeting is in its time: what the item still has, and when all of it will be over.

use super::Desk;
use super::meeting::{Meeting, Tab};
use crate::model::ItemNo;
use crate::model::agenda::{Agenda, AgendaItem, Expected, TimeMark};
use chrono::NaiveDateTime;

/// The item that runs, in seconds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemTime {
    /// Which.
    pub no: ItemNo,
    /// What it was given.
    pub planned: u32,
    /// What it took.
    pub spent: u32,
    /// The mark that it has reached.
    pub mark: TimeMark,
}

/// Where a meeting that is being held is in its time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timing {
    /// Now, by the clock.
    pub now: NaiveDateTime,
    /// The item that runs.
    pub item: Option<ItemTime>,
    /// When it will be over, when every item that waits takes what it was given; none where that is beyond the calendar.
    pub end: Option<NaiveDateTime>,
    /// Minutes that this is later than planned, where that is known.
    pub late: i64,
}

impl Timing {
    /// Of a meeting that is being held.
    pub fn of(desk: &Desk, meeting: &Meeting) -> Self {
        let (session, now) = (&meeting.session, desk.now());
        let agenda = &session.agenda;
        let seconds = meeting.running_seconds(now, desk.clock.gone());
        let running = agenda.running.as_ref().and_then(|running| agenda.item(&running.item));
        let item = running.map(|item| ItemTime {
            no: item.no.clone(),
            planned: item.minutes.saturating_mul(60),
            spent: agenda.spent(item, seconds),
            mark: agenda.mark(item, seconds),
        });
        let Expected { end, late } = agenda.expected(session.opened_at(), desk.goes_on_at(), seconds);
        Self { now, item, end, late }
    }
}

/// One item of the meeting to scale.
#[derive(Debug, Clone)]
pub struct Segment<'a> {
    /// The item.
    pub item: &'a AgendaItem,
    /// Its columns.
    pub columns: std::ops::Range<u16>,
    /// Columns of them that are spent, where it runs.
    pub spent: u16,
    /// It runs.
    pub runs: bool,
}

/// The meeting to scale on so many columns: an item takes what it took, and one that waits what it was given. Each has room for
/// its number. And the column from which on the meeting is longer than it was to be.
pub fn segments<'a>(desk: &Desk, meeting: &'a Meeting, width: u16) -> (Vec<Segment<'a>>, Option<u16>) {
    segments_of(&meeting.session.agenda, meeting.running_seconds(desk.now(), desk.clock.gone()), width)
}

/// The same of an agenda that need not lie on the desk; `seconds` are those that its clock holds.
pub fn segments_of(agenda: &Agenda, seconds: u32, width: u16) -> (Vec<Segment<'_>>, Option<u16>) {
    let long = |item: &AgendaItem| {
        let (spent, planned) = (agenda.spent(item, seconds), item.minutes.saturating_mul(60));
        u64::from(if item.outcome.is_some() { spent } else { planned.max(spent) })
    };
    let total: u64 = agenda.items.iter().map(long).sum();
    let number = |item: &AgendaItem| item.no.as_str().chars().count() as u64 + 2;
    let numbers: u64 = agenda.items.iter().map(number).sum();
    let columns = u64::from(width);
    // Where the numbers alone do not fit, all of it is to scale.
    let (room, with_numbers) = match columns.checked_sub(numbers) {
        Some(room) => (room, true),
        None => (columns, false),
    };
    let planned_total = u64::from(agenda.planned_minutes()) * 60;
    let (mut begins, mut time, mut least) = (0u16, 0u64, 0u64);
    let (mut found, mut beyond) = (Vec::new(), None);
    for item in &agenda.items {
        let takes = long(item);
        (time, least) = (time + takes, least + if with_numbers { number(item) } else { 0 });
        let end = least + (room * time).checked_div(total).unwrap_or(0);
        // Never beyond the width, which is a u16.
        let end = u16::try_from(end.min(columns)).unwrap_or(width);
        let runs = agenda.running.as_ref().is_some_and(|running| running.item == item.no);
        let share = |part: u64| (u64::from(end - begins) * part.min(takes)).checked_div(takes).unwrap_or(0);
        let spent = if runs { share(agenda.spent(item, seconds).into()) } else { 0 };
        if time > planned_total && beyond.is_none() && total > 0 {
            let over = share(takes.saturating_sub(time - planned_total));
            beyond = Some(begins + u16::try_from(over).unwrap_or(0));
        }
        found.push(Segment { item, columns: begins..end, spent: u16::try_from(spent).unwrap_or(0), runs });
        begins = end;
    }
    (found, beyond)
}

/// The place at a column of the meeting to scale.
pub fn tab_at(desk: &Desk, meeting: &Meeting, width: u16, column: u16) -> Option<Tab> {
    let (segments, _) = segments(desk, meeting, width);
    segments.iter().find(|segment| segment.columns.contains(&column)).map(|segment| Tab::Item(segment.item.no.clone()))
}
