//! Back and forth through the meetings of the chain, and two of them side by side.

use crate::app::App;
use crate::app::layer::{Layer, Reader, Tone};
use crate::app::meeting::SaveState;
use crate::model::agenda::Room;
use crate::model::compare::{Standings, standings};
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
    let Some(meeting) = &app.meeting else { return };
    if !meeting.is_recorded() && matches!(meeting.save_state, SaveState::Failed(_)) {
        let text = app.t("leave-unsaved");
        return app.say(text);
    }
    let room = meeting.room();
    let number = u32::try_from(i64::from(meeting.session.number) + by).unwrap_or(0);
    if app.folder.find(number).is_err() {
        let text = app.t(if by > 0 { "no-next-meeting" } else { "no-previous-meeting" });
        return app.say(text);
    }
    // Dropping the meeting waits for its saver, so that nothing is left behind.
    app.meeting = None;
    app.open(number);
    if let Some(meeting) = app.meeting.as_mut() {
        meeting.show_room(room);
    }
}

/// Opens an earlier meeting, in the same pane; the way back is kept.
pub fn go_to(app: &mut App, number: u32) {
    if !app.may_leave_meeting() {
        return;
    }
    app.remember_place();
    let room = app.meeting.as_ref().map(|meeting| meeting.room());
    app.meeting = None;
    app.open(number);
    if let (Some(room), Some(meeting)) = (room, app.meeting.as_mut()) {
        meeting.show_room(room);
    }
}

/// Asks with which other meeting this one is compared; the one before it is proposed.
pub fn compare(app: &mut App) {
    let Some(session) = app.session() else { return };
    let proposal = session.number.saturating_sub(1).max(1).to_string();
    let (title, hint) = (app.t("compare-with"), app.t("compare-hint"));
    app.ask(
        title,
        hint,
        &proposal,
        false,
        std::rc::Rc::new(|app, text| {
            let number: u32 = text.trim().parse().map_err(|_| app.t("number-unclear"))?;
            let other = app.folder.find(number).and_then(|file| file.content).map_err(|error| app.trouble(&error))?;
            show(app, &standings(&other.session));
            Ok(())
        }),
    );
    if let Some(Layer::Prompt(prompt)) = app.layers.last_mut() {
        prompt.editor.replace_on_typing();
    }
}

fn show(app: &mut App, other: &Standings) {
    let Some(here) = app.session().map(standings) else { return };
    let (old, new) = if other.session <= here.session { (other, &here) } else { (&here, other) };
    let lines = lines(app, old, new);
    let title = app.with("compare-title", &[("old", old.session.into()), ("new", new.session.into())]);
    app.layers.push(Layer::Reader(Reader { title, lines, scroll: 0 }));
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
    for kpi in &new.kpis {
        let before = old.kpis.iter().find(|known| known.id == kpi.id);
        let said = |value: Option<f64>, stand: Option<crate::model::kpi_figures::Rag>| {
            stand.map_or_else(|| app.t("none"), |stand| format!("{} {}", sheet.number(value), app.texts.term(stand)))
        };
        let was = before.map_or_else(|| app.t("none"), |before| said(before.value, before.stand));
        sheet.named(kpi.id.to_string(), was, said(kpi.value, kpi.stand));
    }
    sheet.room(Room::Governance);
    let upward = |found: &Standings| format!("{}/{}", found.upward.within_mandate, found.upward.n);
    sheet.row("compare-upward", upward(old), upward(new));
    sheet.row("compare-unanchored", old.unanchored.to_string(), new.unanchored.to_string());
    let version = |found: &Standings| found.covenant.clone().unwrap_or_else(|| app.t("none"));
    sheet.row("compare-covenant", version(old), version(new));
    sheet.room(Room::Balance);
    for (code, net) in &new.net {
        let before = old.net.iter().find(|(known, _)| known == code).and_then(|(_, net)| *net);
        let said = |net: Option<f64>| net.map_or_else(|| app.t("none"), |net| notation::signed(net, 0, app.texts.lang));
        sheet.named(app.with("compare-net", &[("partner", code.as_str().into())]), said(before), said(*net));
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
