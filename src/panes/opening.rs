//! Opening: who is at the table, may we decide, the previous report, what is late (factor 3, domain §2.1).

use super::{Pane, adoption, records};
use crate::desk::Desk;
use crate::desk::command::{Command, Key};
use crate::desk::field::Field;
use crate::desk::layers::{Call, CallKey, Layer, RollCall};
use crate::desk::opening::seal_words;
use crate::desk::{Target, View, cell};
use crate::model::PartnerCode;
use crate::model::agenda::Room;
use crate::model::attendance::{MANDATE_NOTICE_DAYS, PAPERS_TERM, Presence, Table, working_days_between};
use crate::model::chain::Partner;
use crate::model::change::{Change, MeetingEdit};
use crate::model::decision::speaks;
use crate::model::difference::{Difference, DifferenceStatus};
use crate::model::session::State;
use crate::model::statements::Claim;
use crate::text::{Term, date_input, notation};
use crate::widgets::{Page, Why};
use crate::widgets::theme::Sign;
use chrono::NaiveDate;
use ratatui::text::Span;
use std::rc::Rc;

/// This pane.
pub static PANE: Pane = Pane { room: Room::Opening, heading: "room-opening", view, commands: &COMMANDS };

static COMMANDS: [Command; 8] = [
    Command::writes("cmd-roll-call", &[Key::Char('r')], roll_call),
    Command::writes("cmd-all-members", &[Key::Char('*')], |desk| change(desk, MeetingEdit::AllMembers)),
    Command::writes("cmd-member", &[Key::Char('m')], |desk| presence(desk, Presence::Member)),
    Command::writes("cmd-deputy", &[Key::Char('v')], |desk| presence(desk, Presence::DeputyWithMandate)),
    Command::writes("cmd-absent", &[Key::Char('b')], |desk| presence(desk, Presence::AbsentWithNotice)),
    Command::writes("cmd-adopt", &[Key::Char('g')], adoption::adopt),
    Command::writes("cmd-correction", &[Key::Char('c')], adoption::correction),
    Command::writes("cmd-papers-sent", &[Key::Char('i')], papers),
];

fn change(desk: &mut Desk, edit: MeetingEdit) {
    desk.carry_out(vec![Change::Meeting(edit)]);
}

fn view(view: &View<'_>) -> Page<Target> {
    let mut page = Page::default();
    report(view, &mut page);
    seats(view, &mut page);
    table(view, &mut page);
    face(view, &mut page);
    page.beside();
    previous(view, &mut page);
    overdue(view, &mut page);
    to_review(view, &mut page);
    other_actions(view, &mut page);
    page
}

/// A meeting that was held: its state, its hash, who corrected what, and what happened to it.
fn report(view: &View<'_>, page: &mut Page<Target>) {
    let Some(report) = view.report else { return };
    page.heading(view.theme, view.t("report-state"));
    match report.adopted_on {
        Some(on) => page.text(view.with("report-adopted", &[("date", view.date(Some(on)).into())])),
        None => page.text(view.t("report-not-adopted")),
    }
    if report.altered {
        page.styled(format!("{} {}", view.sign(Sign::Warning), view.t("report-altered")), view.theme.bad());
    }
    if let Some(words) = seal_words(view.texts, report.seal, report.revision) {
        page.styled(format!("{} {words}", view.sign(Sign::Warning)), view.theme.warn());
    }
    page.styled(view.with("report-hash", &[("hash", report.sha256.as_str().into())]), view.theme.dim());
    for correction in &report.corrections {
        page.text(view.with("report-correction", &[("text", correction.as_str().into())]));
    }
    for entry in view.session.log.iter() {
        let text = super::events::event(view, &entry.event);
        let when = notation::date_short(entry.at.date(), view.lang());
        page.styled(
            format!("{when} {}: {text}", notation::time_of_day(entry.at.time(), view.lang())),
            view.theme.dim(),
        );
    }
}

/// Who the group is: its logo where there is room for it, and what it says of itself (8.2).
fn face(view: &View<'_>, page: &mut Page<Target>) {
    let identity = &view.session.identity;
    let said = [&view.session.chain.name, &identity.slogan, &identity.place];
    let said: Vec<&str> = said.into_iter().map(String::as_str).filter(|text| !text.trim().is_empty()).collect();
    page.blank();
    if view.width >= 90 {
        super::logo(view, page);
    }
    page.styled(said.join(" · "), view.theme.own(&identity.colour));
    if !identity.mascot.is_empty() {
        page.styled(view.with("opening-mascot", &[("mascot", identity.mascot.as_str().into())]), view.theme.dim());
    }
}

fn seats(view: &View<'_>, page: &mut Page<Target>) {
    page.heading(view.theme, view.t("attendance"));
    for partner in view.session.partners.iter() {
        let presence = speaks(&view.session.attendance, &partner.code);
        let (sign, style) = match presence {
            Presence::Member | Presence::DeputyWithMandate => (Sign::Done, view.theme.good()),
            Presence::DeputyWithoutMandate => (Sign::Warning, view.theme.warn()),
            Presence::AbsentWithNotice | Presence::Absent => (Sign::Skipped, view.theme.bad()),
            Presence::Unknown => (Sign::Unknown, view.theme.dim()),
        };
        let person = presence.person(partner).unwrap_or(&partner.member);
        let level =
            view.session.attendance.iter().find(|seat| seat.partner == partner.code).and_then(|seat| seat.level);
        let level = level.map_or_else(String::new, |level| view.with("level-short", &[("level", level.into())]));
        let until = presence.person(partner).and_then(|person| person.mandate_until);
        let mandate = until.map_or_else(String::new, |until| {
            let date = notation::date_short(until, view.lang());
            format!(", {}", view.with("mandate-until", &[("date", date.into())]))
        });
        let spans = vec![
            Span::styled(format!("{} {}", view.sign(sign), cell(partner.code.as_str(), 5)), style),
            Span::styled(cell(&view.texts.term(presence), 19), style),
            Span::raw(cell(&person.name, 16)),
            Span::styled(format!("{level}{mandate}"), view.theme.dim()),
        ];
        page.push(Some(Target::Partner(partner.code.clone())), spans, 8);
    }
}

/// Quorum, level strip, mandates and papers: each in words, a warning where one is due.
fn table(view: &View<'_>, page: &mut Page<Target>) {
    let session = view.session;
    let table = Table::of(&session.attendance);
    page.blank();
    let quorum =
        [("present", table.present.into()), ("quorum", session.chain.quorum.into()), ("seats", table.seats.into())];
    if table.present >= session.chain.quorum {
        page.styled(format!("{} {}", view.sign(Sign::Done), view.with("quorum-met", &quorum)), view.theme.good());
    } else {
        view.warning(page, view.with("quorum-missing", &quorum));
    }
    let strip: Vec<String> = (1..=5u8)
        .map(|level| {
            let dots = session
                .attendance
                .iter()
                .filter(|seat| seat.presence.is_present() && seat.level == Some(level))
                .count();
            format!("{level}{}", view.sign(Sign::Green).repeat(dots))
        })
        .collect();
    page.text(view.with("level-strip", &[("strip", strip.join(" ").into())]));
    let aside = view.is_aside(Claim::UnevenLevels, None);
    if let (true, Some((low, high))) = (table.is_uneven() && !aside, table.levels) {
        view.warning(page, view.with("levels-uneven", &[("low", low.into()), ("high", high.into())]));
    }
    if !table.without_mandate.is_empty() {
        view.warning(page, view.with("without-mandate", &[("partners", view.codes(&table.without_mandate).into())]));
    }
    let aside = view.is_aside(Claim::MandateEnds, None);
    for (partner, person, until) in session.mandates_ending(view.today(), MANDATE_NOTICE_DAYS) {
        if aside {
            break;
        }
        let days = (until - view.today()).num_days();
        let args = [("partner", partner.as_str().into()), ("person", person.into()), ("days", days.into())];
        view.warning(page, view.with(if days < 0 { "mandate-ended" } else { "mandate-ends" }, &args));
    }
    match session.papers_sent {
        None => page.styled(view.t("papers-unknown"), view.theme.dim()),
        Some(sent) => {
            let days = working_days_between(sent, session.date);
            let args = [("date", notation::date_short(sent, view.lang()).into()), ("days", days.into())];
            if days >= PAPERS_TERM {
                page.styled(
                    format!("{} {}", view.sign(Sign::Done), view.with("papers-in-time", &args)),
                    view.theme.good(),
                );
            } else {
                view.warning(page, view.with("papers-late", &args));
            }
        }
    }
    if session.state == State::Planned {
        page.styled(view.t("meeting-not-started"), view.theme.warn());
    }
    page.push(Some(Target::Meeting), vec![Span::styled(view.t("meeting-details"), view.theme.dim())], 0);
}

fn previous(view: &View<'_>, page: &mut Page<Target>) {
    page.heading(view.theme, view.t("previous-report"));
    let target = Some(Target::Previous);
    match (&view.session.adopts, view.previous) {
        (Some(adoption), _) => {
            let date = notation::date_short(adoption.on, view.lang());
            let text = view.with("adopted-on", &[("number", adoption.session.into()), ("date", date.into())]);
            page.push(target, vec![Span::styled(format!("{} {text}", view.sign(Sign::Done)), view.theme.good())], 2);
            page.styled(format!("SHA-256 {}…", adoption.sha256.get(..16).unwrap_or_default()), view.theme.dim());
            for correction in &adoption.corrections {
                page.push(None, vec![Span::raw(format!("{} {correction}", view.sign(Sign::Bullet)))], 2);
            }
        }
        (None, Some(Ok(previous))) => {
            let date = notation::date_short(previous.date, view.lang());
            let key = if previous.closed { "previous-to-adopt" } else { "previous-not-closed" };
            let text = view.with(key, &[("number", previous.session.into()), ("date", date.into())]);
            if let Some(words) = seal_words(view.texts, previous.seal, previous.revision) {
                page.styled(format!("{} {words}", view.sign(Sign::Warning)), view.theme.warn());
            }
            page.push(target, vec![Span::styled(text, view.theme.warn())], 0);
        }
        (None, Some(Err(why))) => {
            let text = view.with("previous-unread", &[("why", view.texts.reason(why).into())]);
            page.push(target, vec![Span::styled(format!("{} {text}", view.sign(Sign::Warning)), view.theme.warn())], 2);
        }
        (None, None) => page.styled(view.t("no-previous"), view.theme.dim()),
    }
}

/// Decisions and differences whose day to be looked at again has come.
fn to_review(view: &View<'_>, page: &mut Page<Target>) {
    let due = |day: Option<NaiveDate>| day.is_some_and(|day| day <= view.today());
    let session = view.session;
    let decisions: Vec<_> = session.decisions.iter().filter(|found| due(found.review_on)).collect();
    let open = |found: &&Difference| found.status != DifferenceStatus::Resolved && due(found.review_on);
    let differences: Vec<_> = session.differences.iter().filter(open).collect();
    if decisions.is_empty() && differences.is_empty() {
        return;
    }
    page.heading(view.theme, view.t("to-review"));
    decisions.iter().for_each(|found| records::decision(view, page, found));
    differences.iter().for_each(|found| records::difference_in_full(view, page, found));
}

fn overdue(view: &View<'_>, page: &mut Page<Target>) {
    let today = view.today();
    let mut late: Vec<_> = view.session.actions.iter().filter(|action| action.overdue_days(today).is_some()).collect();
    late.sort_by_key(|action| std::cmp::Reverse(action.overdue_days(today)));
    page.heading(view.theme, view.with("overdue-heading", &[("count", late.len().into())]));
    if late.is_empty() {
        view.nothing(page, Why::InOrder, "nothing-overdue");
    }
    late.iter().for_each(|action| records::action(view, page, action));
}

fn other_actions(view: &View<'_>, page: &mut Page<Target>) {
    let today = view.today();
    let rest: Vec<_> = view.session.actions.iter().filter(|action| action.overdue_days(today).is_none()).collect();
    if !rest.is_empty() {
        page.heading(view.theme, view.t("other-actions"));
        rest.iter().for_each(|action| records::action(view, page, action));
    }
}

fn selected_partner(desk: &mut Desk) -> Option<PartnerCode> {
    if let Some(Target::Partner(code)) = desk.selected() {
        return Some(code);
    }
    let text = desk.t("select-a-partner");
    desk.say(text);
    None
}

fn presence(desk: &mut Desk, presence: Presence) {
    if let Some(code) = selected_partner(desk) {
        change(desk, MeetingEdit::Presence(code, presence));
    }
}

/// The letters of the roll call, the same in both languages.
const CALLS: [(char, Presence); 5] = [
    ('m', Presence::Member),
    ('v', Presence::DeputyWithMandate),
    ('w', Presence::DeputyWithoutMandate),
    ('b', Presence::AbsentWithNotice),
    ('z', Presence::Absent),
];

fn roll_call(desk: &mut Desk) {
    let Some(session) = desk.session() else { return };
    let queue = session.codes().cloned().collect();
    let keys = CALLS.iter().map(|(key, presence)| CallKey { key: *key, label: desk.texts.term(*presence) }).collect();
    let state = Rc::new(|desk: &Desk, code: &PartnerCode| {
        let Some(session) = desk.session() else { return String::new() };
        let name = |partner: &Partner| format!("{} {} {}", cell(&partner.name, 30), "", cell(&partner.member.name, 16));
        let presence = desk.t(speaks(&session.attendance, code).id());
        format!("{} {presence}", session.partner(code).map(name).unwrap_or_default())
    });
    let call = Rc::new(|_: &Desk, code: &PartnerCode, key: char| {
        let presence =
            CALLS.iter().find(|(known, _)| *known == key).map_or(Presence::Unknown, |(_, presence)| *presence);
        Call::Change(Change::Meeting(MeetingEdit::Presence(code.clone(), presence)))
    });
    let title = desk.t("attendance");
    desk.layers.push(Layer::RollCall(RollCall::new(title, queue, keys, state, call)));
}

/// The report of the session before is adopted, with the hash of its file; that file is not touched.
/// Asks when the papers went out.
pub fn papers(desk: &mut Desk) {
    desk.ask_line(Field::PapersSent, "papers-sent", "date-hint", |desk, text| {
        let date = date_input::parse_date(text, desk.clock.today()).ok_or_else(|| desk.t("date-unclear"))?;
        desk.commit(vec![Change::Meeting(MeetingEdit::PapersSent(Some(date)))]).map(|_| ())
    });
}
