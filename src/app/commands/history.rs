//! Back and forth through the meetings of the chain, and two of them side by side.

use crate::desk::Desk;
use crate::desk::layers::{Layer, Reader, Tone};
use crate::model::agenda::Room;
use crate::model::difference::DifferenceStatus;
use crate::model::history::compare::{Standings, standings};
use crate::model::{PartnerCode, RecordId, Session};
use crate::text::{Term, notation};

/// The meeting after this one.
pub fn next(desk: &mut Desk) {
    step(desk, 1);
}

/// The meeting before this one.
pub fn previous(desk: &mut Desk) {
    step(desk, -1);
}

/// Opens the meeting so many further, in the same pane.
fn step(desk: &mut Desk, by: i64) {
    let Some(here) = desk.session().map(|session| session.number) else { return };
    if !desk.may_leave_meeting() {
        return;
    }
    let beside = u32::try_from(i64::from(here) + by).unwrap_or(0);
    // Where a file is missing the next one that is there is meant; only then the folder is looked through.
    let number = match desk.folder.find(beside) {
        Ok(_) => Some(beside),
        Err(_) => desk.folder.nearest(here, by > 0).ok().flatten(),
    };
    let Some(number) = number else {
        let text = desk.t(if by > 0 { "no-next-meeting" } else { "no-previous-meeting" });
        return desk.say(text);
    };
    open_beside(desk, number);
}

/// Opens another meeting in the same pane.
fn open_beside(desk: &mut Desk, number: u32) {
    let room = desk.meeting.as_ref().map(|meeting| meeting.room());
    // Dropping the meeting waits for its saver, so that nothing is left behind.
    desk.meeting = None;
    desk.open(number);
    if let (Some(room), Some(meeting)) = (room, desk.meeting.as_mut()) {
        meeting.show_room(room);
    }
}

/// Opens an earlier meeting, in the same pane; the way back is kept.
pub fn go_to(desk: &mut Desk, number: u32) {
    if !desk.may_leave_meeting() {
        return;
    }
    desk.remember_place();
    open_beside(desk, number);
}

/// Asks with which other meeting this one is compared; the one before it is proposed.
pub fn compare(desk: &mut Desk) {
    let Some(session) = desk.session() else { return };
    let proposal = session.number.saturating_sub(1).max(1).to_string();
    let (title, hint) = (desk.t("compare-with"), desk.t("compare-hint"));
    // Nothing of it goes on record, so nothing of it is kept.
    desk.ask(
        None,
        title,
        hint,
        &proposal,
        false,
        std::rc::Rc::new(|desk, text| {
            let number: u32 = text.trim().parse().map_err(|_| desk.t("number-unclear"))?;
            let other = desk.folder.find(number).and_then(|file| file.content).map_err(|error| desk.trouble(&error))?;
            show(desk, &other.session);
            Ok(())
        }),
    );
    if let Some(Layer::Prompt(prompt)) = desk.layers.last_mut() {
        prompt.replace_on_typing();
    }
}

fn show(desk: &mut Desk, other: &Session) {
    let Some(here) = desk.session() else { return };
    let (old, new) = if other.number <= here.number { (other, here) } else { (here, other) };
    let mut lines = lines(desk, &standings(old), &standings(new));
    lines.extend(came_and_went(desk, old, new));
    let title = desk.with("compare-title", &[("old", old.number.into()), ("new", new.number.into())]);
    desk.layers.push(Layer::Reader(Reader { title, lines, scroll: 0 }));
}

/// Records that are open in a meeting, by their numbers.
fn open_records(session: &Session) -> Vec<RecordId> {
    let actions = session.actions.iter().filter(|found| found.is_open()).map(|found| &found.id);
    let differences = session.differences.iter().filter(|found| found.status != DifferenceStatus::Resolved);
    let escalations = session.escalations.iter().filter(|found| found.is_open()).map(|found| &found.id);
    actions.chain(differences.map(|found| &found.id)).chain(escalations).cloned().collect()
}

/// Which open items came since the old one, and which went.
fn came_and_went(desk: &Desk, old: &Session, new: &Session) -> Vec<(String, Tone)> {
    let (was, is) = (open_records(old), open_records(new));
    let list = |ids: Vec<&RecordId>| {
        let ids: Vec<&str> = ids.into_iter().map(RecordId::as_str).collect();
        if ids.is_empty() { desk.t("none") } else { ids.join(", ") }
    };
    let came = list(is.iter().filter(|id| !was.contains(id)).collect());
    let went = list(was.iter().filter(|id| !is.contains(id)).collect());
    let said = |id, records: String| (desk.with(id, &[("records", records.into())]), Tone::Plain);
    vec![said("compare-came", came), said("compare-went", went)]
}

/// What stands per factor: was, and is; with a mark where it changed.
fn lines(desk: &Desk, old: &Standings, new: &Standings) -> Vec<(String, Tone)> {
    let mut sheet = Sheet { desk, lines: Vec::new() };
    let day = |found: &Standings| notation::date_short(found.date, desk.texts.lang);
    sheet.row("compare-date", day(old), day(new));
    let of = |(part, all): (usize, usize)| format!("{part}/{all}");
    sheet.room(Room::Ambition);
    sheet.row("compare-ambition", old.ambition.to_string(), new.ambition.to_string());
    sheet.row("compare-committed", of(old.committed), of(new.committed));
    sheet.room(Room::Kpis);
    let gone = old.kpis.iter().filter(|kpi| new.kpis.iter().all(|known| known.id != kpi.id));
    for kpi in new.kpis.iter().chain(gone) {
        let before = old.kpis.iter().find(|known| known.id == kpi.id);
        let now = new.kpis.iter().find(|known| known.id == kpi.id);
        let said = |value: Option<f64>, stand: Option<crate::model::kpi::figures::Rag>| {
            stand.map_or_else(|| desk.t("none"), |stand| format!("{} {}", sheet.number(value), desk.texts.term(stand)))
        };
        let was = before.map_or_else(|| desk.t("none"), |before| said(before.value, before.stand));
        let is = now.map_or_else(|| desk.t("none"), |now| said(now.value, now.stand));
        sheet.named(format!("{} {}", kpi.id, kpi.name), was, is);
    }
    sheet.room(Room::Governance);
    let upward = |found: &Standings| format!("{}/{}", found.upward.within_mandate, found.upward.n);
    sheet.row("compare-upward", upward(old), upward(new));
    sheet.row("compare-unanchored", old.unanchored.to_string(), new.unanchored.to_string());
    let version = |found: &Standings| found.covenant.clone().unwrap_or_else(|| desk.t("none"));
    sheet.row("compare-covenant", version(old), version(new));
    sheet.room(Room::Balance);
    let gone = old.net.iter().filter(|(code, _)| new.net.iter().all(|(known, _)| known != code));
    for (code, _) in new.net.iter().chain(gone) {
        let of = |list: &[(PartnerCode, Option<f64>)]| list.iter().find(|(known, _)| known == code)?.1;
        let (before, net) = (of(&old.net), of(&new.net));
        let said =
            |net: Option<f64>| net.map_or_else(|| desk.t("none"), |net| notation::signed(net, 0, desk.texts.lang));
        sheet.named(desk.with("compare-net", &[("partner", code.as_str().into())]), said(before), said(net));
    }
    sheet.room(Room::Relation);
    let (was, is) = (sheet.number(old.temperature.0), sheet.number(new.temperature.0));
    sheet.row("compare-temperature", was, is);
    let lowest = |found: &Standings| found.temperature.1.map_or_else(|| desk.t("none"), |lowest| lowest.to_string());
    sheet.row("compare-lowest", lowest(old), lowest(new));
    sheet.room(Room::Successes);
    sheet.row("compare-stories", old.stories.to_string(), new.stories.to_string());
    sheet.room(Room::Differences);
    sheet.row("compare-differences", old.differences.0.to_string(), new.differences.0.to_string());
    sheet.row("compare-agreed", old.differences.1.to_string(), new.differences.1.to_string());
    sheet.room(Room::Identity);
    sheet.row("compare-outcomes", of(old.outcomes), of(new.outcomes));
    sheet.heading(desk.t("compare-open"));
    sheet.row("compare-actions", old.actions.0.to_string(), new.actions.0.to_string());
    sheet.row("compare-late", old.actions.1.to_string(), new.actions.1.to_string());
    sheet.lines
}

/// Rows of a comparison.
struct Sheet<'a> {
    desk: &'a Desk,
    lines: Vec<(String, Tone)>,
}

/// Columns of the name, and of what it was.
const NAME: usize = 40;
const WAS: usize = 16;

impl Sheet<'_> {
    fn heading(&mut self, text: String) {
        self.lines.push((String::new(), Tone::Plain));
        self.lines.push((text, Tone::Heading));
    }

    fn room(&mut self, room: Room) {
        self.heading(self.desk.t(room.id()));
    }

    fn number(&self, value: Option<f64>) -> String {
        value.map_or_else(|| self.desk.t("none"), |value| notation::decimal(value, 1, self.desk.texts.lang))
    }

    fn row(&mut self, id: &str, was: String, is: String) {
        self.named(self.desk.t(id), was, is);
    }

    fn named(&mut self, name: String, was: String, is: String) {
        use crate::desk::cell;
        let arrow = if self.desk.theme.ascii { ">" } else { "→" };
        let text = if was == is {
            format!("  {} {is}", cell(&name, NAME))
        } else {
            format!("{arrow} {} {} {arrow} {is}", cell(&name, NAME), cell(&was, WAS).trim_end())
        };
        self.lines.push((text, Tone::Plain));
    }
}
