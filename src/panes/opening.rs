//! Opening: who is at the table, may we decide, the previous report, what is late (factor 3, domain §2.1).

use super::{Pane, actions, adoption};
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
use crate::model::session::State;
use crate::model::statements::Claim;
use crate::text::{Term, date_input, notation};
use crate::widgets::page::Draw;
use crate::widgets::theme::Sign;
use crate::widgets::{Cell, Columns, Drawn, Page, Role, Theme, ink, width};
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
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
    quorum(view, &mut page);
    seats(view, &mut page);
    levels(view, &mut page);
    page.fold();
    table(view, &mut page);
    page.beside();
    actions::late(view, &mut page);
    previous(view, &mut page);
    page.under();
    face(view, &mut page);
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

/// How many sit there, how many of them may decide, and whether that is enough.
fn quorum(view: &View<'_>, page: &mut Page<Target>) {
    let session = view.session;
    let theme = view.theme;
    let found = Table::of(&session.attendance);
    let mandated = found.present.saturating_sub(u32::try_from(found.without_mandate.len()).unwrap_or(0));
    let args = [
        ("present", found.present.into()),
        ("seats", found.seats.into()),
        ("mandated", mandated.into()),
        ("quorum", session.chain.quorum.into()),
    ];
    let met = found.present >= session.chain.quorum;
    let (sign, word, role) = match met {
        true => (Sign::Green, "quorum-short", Role::Green),
        false => (Sign::Amber, "quorum-short-missing", Role::Amber),
    };
    let right = vec![
        Span::styled(format!("{} ", view.sign(sign)), theme.mark(role)),
        Span::styled(view.t(word), if met { Style::new() } else { theme.warn().patch(theme.strong()) }),
    ];
    page.ends(None, vec![Span::raw(view.with("table-short", &args))], right);
}

/// Who speaks for each partner, on which level, as what, and how long the mandate lasts.
fn seats(view: &View<'_>, page: &mut Page<Target>) {
    let theme = view.theme;
    let columns = Rc::new(Columns::close([
        Constraint::Length(5),
        Constraint::Fill(1),
        Constraint::Length(6),
        Constraint::Length(2),
        Constraint::Length(24),
        Constraint::Length(16),
    ]));
    let heads = ["", "seat-person", "seat-level", "", "seat-as", "seat-mandate"];
    let head = |id: &str| Cell::text(if id.is_empty() { String::new() } else { view.t(id) }, theme.dim());
    page.cells(None, &columns, heads.map(head).to_vec());
    let uneven = Table::of(&view.session.attendance);
    let lowest = uneven.levels.filter(|_| uneven.is_uneven()).map(|(low, _)| low);
    for partner in view.session.partners.iter() {
        let presence = speaks(&view.session.attendance, &partner.code);
        let (sign, role) = match presence {
            Presence::Member | Presence::DeputyWithMandate => (Sign::Green, Role::Green),
            Presence::DeputyWithoutMandate => (Sign::Amber, Role::Amber),
            Presence::AbsentWithNotice | Presence::Absent => (Sign::Skipped, Role::Plain),
            Presence::Unknown => (Sign::Todo, Role::Plain),
        };
        let person = presence.person(partner).unwrap_or(&partner.member);
        let level =
            view.session.attendance.iter().find(|seat| seat.partner == partner.code).and_then(|seat| seat.level);
        let bar = match level {
            Some(level) => {
                let role = if Some(level) == lowest { Role::Amber } else { Role::Plain };
                Cell::Bar { part: level.into(), whole: 5.0, role }
            }
            None => Cell::empty(),
        };
        let until = presence.person(partner).and_then(|person| person.mandate_until);
        let mandate = match presence {
            Presence::DeputyWithoutMandate => Cell::text(view.t("seat-no-mandate"), theme.strong()),
            Presence::Member
            | Presence::DeputyWithMandate
            | Presence::AbsentWithNotice
            | Presence::Absent
            | Presence::Unknown => {
                let text = until.map(|until| view.with("seat-until", &[("date", view.date(Some(until)).into())]));
                Cell::text(text.unwrap_or_default(), theme.dim())
            }
        };
        page.cells(
            Some(Target::Partner(partner.code.clone())),
            &columns,
            vec![
                Cell::text(partner.code.to_string(), theme.strong()),
                Cell::text(person.name.clone(), Style::new()),
                bar,
                Cell::text(level.map_or_else(String::new, |level| level.to_string()), theme.strong()),
                Cell::Text(Line::from(vec![
                    Span::styled(format!("{} ", view.sign(sign)), theme.mark(role)),
                    Span::styled(
                        view.texts.term(presence),
                        if role == Role::Amber { theme.warn() } else { Style::new() },
                    ),
                ])),
                mandate,
            ],
        );
    }
}

/// One scale with everybody on it, and how far they lie apart.
fn levels(view: &View<'_>, page: &mut Page<Target>) {
    let seats = view.session.attendance.iter().filter(|seat| seat.presence.is_present());
    let mut at: [Vec<String>; 5] = Default::default();
    for seat in seats {
        if let Some(place) = seat.level.and_then(|level| level.checked_sub(1))
            && let Some(codes) = at.get_mut(usize::from(place))
        {
            codes.push(seat.partner.to_string());
        }
    }
    if at.iter().all(Vec::is_empty) {
        return;
    }
    let table = Table::of(&view.session.attendance);
    let (theme, name) = (view.theme, view.t("seat-level"));
    let spread = table.levels.filter(|_| table.is_uneven());
    let said = at.iter().zip(1..).filter(|(codes, _)| !codes.is_empty());
    let said = said.map(|(codes, level)| format!("{level}: {}", codes.join(" "))).collect::<Vec<_>>().join("  ");
    let said = vec![format!("{name} {said}")];
    page.blank();
    let draw: Draw = Rc::new(move |area, buf| scale(&name, &at, spread, area, buf, theme));
    page.drawn(None, Drawn { least: 2, most: 2, step: 1, draw, said });
}

/// The levels from 1 to 5 on a line, heavy and amber where they lie apart, with the codes under them.
fn scale(name: &str, at: &[Vec<String>; 5], spread: Option<(u8, u8)>, area: Rect, buf: &mut Buffer, theme: Theme) {
    const NAME: u16 = 9;
    let room = area.width.saturating_sub(NAME + 8);
    if room < 20 || area.height < 2 {
        return;
    }
    // Five places, the first at the left and the last at the right end.
    let column = |level: u8| area.x + NAME + room * u16::from(level - 1) / 4;
    ink::text(buf, Rect { width: NAME, ..area }, name, theme.dim(), theme);
    for x in column(1)..column(5) {
        let apart = spread.is_some_and(|(low, high)| (column(low)..column(high)).contains(&x));
        let style = theme.mark(if apart { Role::Amber } else { Role::Line });
        ink::sign(buf, (x, area.y), theme.rule(apart), style);
    }
    let mut free = area.x;
    for (codes, level) in at.iter().zip(1u8..) {
        let figure = theme.plain().patch(theme.strong());
        ink::text(buf, ink::from(area, column(level), area.y), &level.to_string(), figure, theme);
        let text = codes.join(" ");
        let wide = u16::try_from(width(&text)).unwrap_or(u16::MAX);
        let x = column(level).saturating_sub(wide / 2).max(free).min(area.right().saturating_sub(wide).max(free));
        let low = spread.is_some_and(|(low, _)| low == level);
        let style = if low { theme.warn() } else { Style::new() };
        ink::text(buf, ink::from(area, x, area.y + 1), &text, style, theme);
        free = x.saturating_add(wide + 1);
    }
}

/// Levels, mandates and papers: each in words, a warning where one is due.
fn table(view: &View<'_>, page: &mut Page<Target>) {
    let session = view.session;
    let table = Table::of(&session.attendance);
    page.section(view.theme, view.t("opening-more"), Vec::new(), false);
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

/// Where the report of the meeting before stands, in one line; its own page has the rest.
fn previous(view: &View<'_>, page: &mut Page<Target>) {
    page.push(Some(Target::Previous), adoption::standing(view), 2);
    if let Some(Ok(previous)) = view.previous
        && let Some(words) = seal_words(view.texts, previous.seal, previous.revision)
    {
        view.warning(page, words);
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
        let wide = desk.size.0 >= 100;
        let name = |partner: &Partner| {
            let organisation = cell(&partner.name, if wide { 30 } else { 20 });
            format!("{organisation}  {}", cell(&partner.member.name, 16))
        };
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
