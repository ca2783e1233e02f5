//! Back and forth through the meetings of the chain, and two of them side by side.

use crate::app::App;
use crate::app::layer::{Layer, Reader, Tone};
use crate::model::agenda::Room;
use crate::model::difference::DifferenceStatus;
use crate::model::history::compare::{Standings, standings};
use crate::model::{PartnerCode, RecordId, Session};
use crate::text::{Term, notation};

/// The meeting after this one.
pub fn next(app: &mut App) {
    step(app, 1);
}

/// The meeting before this one.
pub fn previous(app: &mut App) {
    step(app, -1);
}

/// Opens the meeting so many further, in the same pane.
fn step(app: &mut App, by: i64) {
    let Some(here) = app.session().map(|session| session.number) else { return };
    if !app.may_leave_meeting() {
        return;
    }
    let beside = u32::try_from(i64::from(here) + by).unwrap_or(0);
    // Where a file is missing the next one that is there is meant; only then the folder is looked through.
    let number = match app.folder.find(beside) {
        Ok(_) => Some(beside),
        Err(_) => app.folder.nearest(here, by > 0).ok().flatten(),
    };
    let Some(number) = number else {
        let text = app.t(if by > 0 { "no-next-meeting" } else { "no-previous-meeting" });
        return app.say(text);
    };
    open_beside(app, number);
}

/// Opens another meeting in the same pane.
fn open_beside(app: &mut App, number: u32) {
    let room = app.meeting.as_ref().map(|meeting| meeting.room());
    // Dropping the meeting waits for its saver, so that nothing is left behind.
    app.meeting = None;
    app.open(number);
    if let (Some(room), Some(meeting)) = (room, app.meeting.as_mut()) {
        meeting.show_room(room);
    }
}

/// Opens an earlier meeting, in the same pane; the way back is kept.
pub fn go_to(app: &mut App, number: u32) {
    if !app.may_leave_meeting() {
        return;
    }
    app.remember_place();
    open_beside(app, number);
}

/// Asks with which other meeting this one is compared; the one before it is proposed.
pub fn compare(app: &mut App) {
    let Some(session) = app.session() else { return };
    let proposal = session.number.saturating_sub(1).max(1).to_string();
    let (title, hint) = (app.t("compare-with"), app.t("compare-hint"));
    // Nothing of it goes on record, so nothing of it is kept.
    app.ask(
        None,
        title,
        hint,
        &proposal,
        false,
        std::rc::Rc::new(|app, text| {
            let number: u32 = text.trim().parse().map_err(|_| app.t("number-unclear"))?;
            let other = app.folder.find(number).and_then(|file| file.content).map_err(|error| app.trouble(&error))?;
            show(app, &other.session);
            Ok(())
        }),
    );
    if let Some(Layer::Prompt(prompt)) = app.layers.last_mut() {
        prompt.replace_on_typing();
    }
}

fn show(app: &mut App, other: &Session) {
    let Some(here) = app.session() else { return };
    let (old, new) = if other.number <= here.number { (other, here) } else { (here, other) };
    let mut lines = lines(app, &standings(old), &standings(new));
    lines.extend(came_and_went(app, old, new));
    let title = app.with("compare-title", &[("old", old.number.into()), ("new", new.number.into())]);
    app.layers.push(Layer::Reader(Reader { title, lines, scroll: 0 }));
}

/// Records that are open in a meeting, by their numbers.
fn open_records(session: &Session) -> Vec<RecordId> {
    let actions = session.actions.iter().filter(|found| found.is_open()).map(|found| &found.id);
    let differences = session.differences.iter().filter(|found| found.status != DifferenceStatus::Resolved);
    let escalations = session.escalations.iter().filter(|found| found.is_open()).map(|found| &found.id);
    actions.chain(differences.map(|found| &found.id)).chain(escalations).cloned().collect()
}

/// Which open items came since the old one, and which went.
fn came_and_went(app: &App, old: &Session, new: &Session) -> Vec<(String, Tone)> {
    let (was, is) = (open_records(old), open_records(new));
    let list = |ids: Vec<&RecordId>| {
        let ids: Vec<&str> = ids.into_iter().map(RecordId::as_str).collect();
        if ids.is_empty() { app.t("none") } else { ids.join(", ") }
    };
    let came = list(is.iter().filter(|id| !was.contains(id)).collect());
    let went = list(was.iter().filter(|id| !is.contains(id)).collect());
    let said = |id, records: String| (app.with(id, &[("records", records.into())]), Tone::Plain);
    vec![said("compare-came", came), said("compare-went", went)]
}

/// What stands per factor: was, and is; with a mark where it changed.
fn lines(app: &App, old: &Standings, new: &Standings) -> Vec<(String, Tone)> {
    let mut sheet = Sheet { app, lines: Vec::new() };
    let day = |found: &Standings| notation::date_short(found.date, app.texts.lang);
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
        let said = |value: Option<f64>, stand: Option<crate::model::kpi_figures::Rag>| {
            stand.map_or_else(|| app.t("none"), |stand| format!("{} {}", sheet.number(value), app.texts.term(stand)))
        };
        let was = before.map_or_else(|| app.t("none"), |before| said(before.value, before.stand));
        let is = now.map_or_else(|| app.t("none"), |now| said(now.value, now.stand));
        sheet.named(format!("{} {}", kpi.id, kpi.name), was, is);
    }
    sheet.room(Room::Governance);
    let upward = |found: &Standings| format!("{}/{}", found.upward.within_mandate, found.upward.n);
    sheet.row("compare-upward", upward(old), upward(new));
    sheet.row("compare-unanchored", old.unanchored.to_string(), new.unanchored.to_string());
    let version = |found: &Standings| found.covenant.clone().unwrap_or_else(|| app.t("none"));
    sheet.row("compare-covenant", version(old), version(new));
    sheet.room(Room::Balance);
    let gone = old.net.iter().filter(|(code, _)| new.net.iter().all(|(known, _)| known != code));
    for (code, _) in new.net.iter().chain(gone) {
        let of = |list: &[(PartnerCode, Option<f64>)]| list.iter().find(|(known, _)| known == code)?.1;
        let (before, net) = (of(&old.net), of(&new.net));
        let said = |net: Option<f64>| net.map_or_else(|| app.t("none"), |net| notation::signed(net, 0, app.texts.lang));
        sheet.named(app.with("compare-net", &[("partner", code.as_str().into())]), said(before), said(net));
    }
    sheet.room(Room::Relation);
    let (was, is) = (sheet.number(old.temperature.0), sheet.number(new.temperature.0));
    sheet.row("compare-temperature", was, is);
    let lowest = |found: &Standings| found.temperature.1.map_or_else(|| app.t("none"), |lowest| lowest.to_string());
    sheet.row("compare-lowest", lowest(old), lowest(new));
    sheet.room(Room::Successes);
    sheet.row("compare-stories", old.stories.to_string(), new.stories.to_string());
    sheet.room(Room::Differences);
    sheet.row("compare-differences", old.differences.0.to_string(), new.differences.0.to_string());
    sheet.row("compare-agreed", old.differences.1.to_string(), new.differences.1.to_string());
    sheet.room(Room::Identity);
    sheet.row("compare-outcomes", of(old.outcomes), of(new.outcomes));
    sheet.heading(app.t("compare-open"));
    sheet.row("compare-actions", old.actions.0.to_string(), new.actions.0.to_string());
    sheet.row("compare-late", old.actions.1.to_string(), new.actions.1.to_string());
    sheet.lines
}

/// Rows of a comparison.
struct Sheet<'a> {
    app: &'a App,
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
        self.heading(self.app.t(room.id()));
    }

    fn number(&self, value: Option<f64>) -> String {
        value.map_or_else(|| self.app.t("none"), |value| notation::decimal(value, 1, self.app.texts.lang))
    }

    fn row(&mut self, id: &str, was: String, is: String) {
        self.named(self.app.t(id), was, is);
    }

    fn named(&mut self, name: String, was: String, is: String) {
        use crate::panes::cell;
        let arrow = if self.app.theme.ascii { ">" } else { "→" };
        let text = if was == is {
            format!("  {} {is}", cell(&name, NAME))
        } else {
            format!("{arrow} {} {} {arrow} {is}", cell(&name, NAME), cell(&was, WAS).trim_end())
        };
        self.lines.push((text, Tone::Plain));
    }
}
