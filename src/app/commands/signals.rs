//! The signals as statements, each opening what it rests on; and what they propose for the agenda.

use crate::desk::Desk;
use crate::desk::Subject;
use crate::desk::field::Field;
use crate::desk::layers::{Choice, Layer, SignalRow, Signals};
use crate::desk::stall;
use crate::model::agenda::Room;
use crate::model::change::{AgendaEdit, Change};
use crate::model::claim::StallSignal;
use crate::model::statements::stall::Verdict;
use crate::model::statements::{Claim, Ground, Rank, Statement, statements};
use crate::model::{ItemNo, RecordId, Session};
use crate::text::words;
use crate::widgets::theme::Sign;
use crate::widgets::{Role, Tile};
use std::rc::Rc;

/// So many that ask for something stand in the list at once; what comes after them is below the threshold.
const ASKS: usize = 9;

/// The seven of a stall as tiles, then what asks for something, then the rest; Enter opens what one rests on.
pub fn show(desk: &mut Desk) {
    let Some(view) = desk.view() else { return };
    let session = view.session;
    let seven = stall::tiles(&desk.texts, session, view.today());
    let all = view.statements();
    let is_stall = |found: &&Statement| matches!(found.claim, Claim::Stall(_));
    // In the order of the tiles.
    let stalls: Vec<Statement> = StallSignal::ALL
        .into_iter()
        .filter_map(|signal| all.iter().find(|found| found.claim == Claim::Stall(signal)).cloned())
        .collect();
    let mut others: Vec<Statement> = all.iter().filter(|found| !is_stall(found)).cloned().collect();
    let asks = |found: &Statement| found.counts(session) && found.claim.row().rank < Rank::Background;
    let is_quiet = |found: &Statement| (!asks(found), !found.counts(session));
    others.sort_by_key(|found| (is_quiet(found), found.claim.row().rank));
    let asking = others.iter().filter(|found| asks(found)).count().min(ASKS);
    let raised = stall::raised(&seven);
    let verdict = desk.texts.term(Verdict::of(raised));
    let args = [("raised", raised.into()), ("all", seven.len().into()), ("verdict", verdict.into())];
    let is_known = seven.iter().any(|tile| tile.raised.is_some());
    let title = if is_known { desk.with("signals-title", &args) } else { desk.t("home-stall-unknown") };
    list(desk, title, (seven, stalls), (others, asking));
}

/// What is raised or was set aside about the pane, and about what the meeting recorded under its item.
pub fn show_here(desk: &mut Desk) {
    let Some((view, room)) = desk.view().zip(desk.meeting.as_ref().map(|meeting| meeting.room())) else { return };
    let all = view.statements().iter();
    let made = |id: &RecordId| view.item.is_some_and(|item| is_made_under(view.session, id, &item.no));
    let belongs = |found: &&Statement| found.claim.room() == room || found.records.iter().any(made);
    let here = all.filter(belongs).filter(|found| found.raised == Some(true));
    let here: Vec<Statement> = here.cloned().collect();
    if here.is_empty() {
        let text = desk.t("warnings-none");
        return desk.say(text);
    }
    let title = desk.with("warnings-title", &[("room", desk.texts.term(room).into())]);
    let all = here.len();
    list(desk, title, (Vec::new(), Vec::new()), (here, all));
}

/// A decision of this meeting under an item: what it touches is looked at where it is made.
fn is_made_under(session: &Session, id: &RecordId, item: &ItemNo) -> bool {
    session.own_decisions().any(|found| found.id == *id && found.item.as_ref() == Some(item))
}

fn list(
    desk: &mut Desk,
    title: String,
    (seven, stalls): (Vec<Tile>, Vec<Statement>),
    (others, asks): (Vec<Statement>, usize),
) {
    let Some(session) = desk.session() else { return };
    let rows = others.iter().map(|statement| row(desk, session, statement)).collect();
    let tiles: Vec<(Tile, String)> =
        seven.into_iter().zip(&stalls).map(|(tile, found)| (tile, words(&desk.texts, found))).collect();
    let below = desk.with("signals-below", &[("count", (others.len() - asks).into())]);
    let lead = desk.t(if tiles.is_empty() { "signals-here" } else { "signals-explanation" });
    // What asks for something is what people want to work on; the tiles are one step up.
    let cursor = if asks > 0 { tiles.len() } else { 0 };
    let all: Vec<Statement> = stalls.into_iter().chain(others).collect();
    let chosen = Rc::new(move |desk: &mut Desk, place: usize| {
        if let Some(statement) = all.get(place) {
            open(desk, statement.clone());
        }
    });
    let signals = Signals { title, lead, tiles, rows, asks, below, is_open: false, cursor, chosen };
    desk.layers.push(Layer::Signals(signals));
}

/// A statement as a row: its weight, what it is about, what it says, what else it rests on, where, and what it proposes.
fn row(desk: &Desk, session: &Session, statement: &Statement) -> SignalRow {
    let declared = statement.claim.row();
    let aside = statement.set_aside(session).is_some();
    let (sign, role, word) = match statement.raised {
        Some(true) if aside => (Sign::Skipped, Role::Plain, Some("put-aside")),
        Some(true) => match declared.rank {
            Rank::Stall | Rank::Now => (Sign::Red, Role::Red, None),
            Rank::Soon => (Sign::Amber, Role::Amber, None),
            Rank::Background => (Sign::Todo, Role::Plain, None),
        },
        Some(false) => (Sign::Green, Role::Green, Some("no")),
        None => (Sign::Todo, Role::Plain, Some("unknown")),
    };
    let text = words(&desk.texts, statement);
    let mut grounds = statement.grounds().into_iter().map(|ground| ground.to_string());
    let about = grounds.next().unwrap_or_else(|| desk.texts.term(declared.room));
    let item = session.agenda.items.iter().find(|item| item.room == declared.room);
    let proposal = match declared.proposal {
        _ if !statement.counts(session) => String::new(),
        Some(about) => desk.t(about),
        None => desk.with("signals-go", &[("room", desk.texts.term(declared.room).into())]),
    };
    SignalRow {
        sign,
        role,
        about,
        says: word.map_or_else(|| text.clone(), |word| format!("{}: {text}", desk.t(word))),
        rests: grounds.take(2).collect::<Vec<_>>().join(" "),
        item: item.map(|item| item.no.to_string()).unwrap_or_default(),
        proposal,
    }
}

/// One statement: the records it rests on, the pane where the meeting looks into it, and setting it aside.
pub fn open(desk: &mut Desk, statement: Statement) {
    let Some(session) = desk.session() else { return };
    let known: Vec<(RecordId, String)> = desk.view().map(|view| crate::panes::records::all(&view)).unwrap_or_default();
    let label = |id: &RecordId| known.iter().find(|(other, _)| other == id).map(|(_, text)| text.clone());
    let mut explanation = words(&desk.texts, &statement);
    let aside = statement.set_aside(session).cloned();
    if let Some(aside) = &aside {
        let args = [("number", aside.session.into()), ("reason", aside.reason.as_str().into())];
        explanation = format!("{explanation}\n{}", desk.with("set-aside-because", &args));
    }
    let grounds = statement.grounds();
    let mut choices: Vec<Choice> = grounds
        .iter()
        .map(|ground| {
            let known = match ground {
                Ground::Record(id) => label(id),
                Ground::Partner(code) => session.partner(code).map(|partner| partner.name.clone()),
                Ground::Kpi(id) => session.kpis.iter().find(|kpi| kpi.id == *id).map(|kpi| kpi.name.clone()),
                Ground::Covenant(_) => Some(desk.t("covenant")),
                Ground::Body(_) | Ground::Link(_) => None,
                Ground::Meeting(number) => Some(desk.with("ground-meeting", &[("number", (*number).into())])),
            };
            Choice::plain(format!("{ground}  {}", known.unwrap_or_default()))
        })
        .collect();
    choices.push(Choice::lettered(
        'g',
        desk.with("signals-go", &[("room", desk.texts.term(statement.claim.room()).into())]),
    ));
    if statement.raised == Some(true) && desk.may_write() {
        choices.push(Choice::lettered('z', desk.t(if aside.is_some() { "set-aside-undo" } else { "set-aside-do" })));
    }
    let title = desk.t("signals-rests-on");
    desk.pick(
        title,
        format!("{explanation}\n"),
        choices,
        Rc::new(move |desk, place| match place.checked_sub(grounds.len()) {
            None => show_ground(desk, &grounds[place]),
            Some(0) => go_to(desk, statement.claim.room()),
            Some(_) if aside.is_some() => {
                desk.carry_out(vec![set_aside(&statement, None)]);
            }
            Some(_) => ask_reason(desk, statement.clone()),
        }),
    );
}

fn show_ground(desk: &mut Desk, ground: &Ground) {
    let subject = match ground.clone() {
        Ground::Record(id) => Subject::Record(id),
        Ground::Partner(code) => Subject::Partner(code),
        Ground::Kpi(id) => Subject::Kpi(id),
        Ground::Body(name) => Subject::Body(name),
        Ground::Link(name) => Subject::Link(name),
        Ground::Covenant(_) => Subject::Covenant,
        Ground::Meeting(number) => return super::history::go_to(desk, number),
    };
    desk.show_details(subject);
}

fn set_aside(statement: &Statement, reason: Option<&str>) -> Change {
    let (warning, about) = (statement.claim, statement.about.clone());
    Change::SetAside { warning, about, reason: reason.map(str::to_owned) }
}

/// Asks why a statement is set aside.
pub fn ask_reason(desk: &mut Desk, statement: Statement) {
    let (title, hint) = (words(&desk.texts, &statement), desk.t("set-aside-hint"));
    desk.ask(
        Field::Reason(statement.claim, statement.about.clone()),
        title,
        hint,
        "",
        false,
        Rc::new(move |desk, reason| desk.commit(vec![set_aside(&statement, Some(reason))]).map(|_| ())),
    );
}

fn go_to(desk: &mut Desk, room: Room) {
    if let Some(meeting) = desk.meeting.as_mut() {
        meeting.show_room(room);
    }
}

/// One item that is proposed, with the statements it comes from.
#[derive(Clone)]
struct Proposal {
    title: String,
    room: Room,
    from: Vec<Statement>,
}

/// What the raised signals propose for the agenda: the chair takes an item or leaves it, one by one.
pub fn propose(desk: &mut Desk) {
    let today = desk.clock.today();
    let Some(session) = desk.session() else { return };
    let on_agenda = |title: &str| session.agenda.items.iter().any(|item| item.title == title);
    let declined =
        |found: &Statement| session.declined.iter().any(|old| old.claim == found.claim && old.about == found.about);
    let raised =
        statements(session, today).into_iter().filter(|found| found.claim.is_signal() && found.counts(session));
    let mut proposals: Vec<Proposal> = Vec::new();
    for found in raised.filter(|found| !declined(found)) {
        let Some(title) = title(desk, found.claim).filter(|title| !on_agenda(title)) else { continue };
        // Two statements about one thing are one item.
        match proposals.iter_mut().find(|known| known.title == title) {
            Some(known) => known.from.push(found),
            None => proposals.push(Proposal { title, room: found.claim.room(), from: vec![found] }),
        }
    }
    if proposals.is_empty() {
        let text = desk.t("propose-none");
        return desk.say(text);
    }
    ask(desk, proposals, 0);
}

fn title(desk: &Desk, claim: Claim) -> Option<String> {
    let about = desk.t(claim.row().proposal?).into();
    Some(desk.with("propose-item", &[("room", desk.texts.term(claim.room()).into()), ("about", about)]))
}

fn ask(desk: &mut Desk, proposals: Vec<Proposal>, place: usize) {
    let Some(proposal) = proposals.get(place).cloned() else { return };
    let heading = desk.with("propose-title", &[("place", (place + 1).into()), ("all", proposals.len().into())]);
    let why: Vec<String> = proposal.from.iter().map(|found| words(&desk.texts, found)).collect();
    let explanation = format!("{}\n{}\n", proposal.title, why.join("\n"));
    let choices = vec![Choice::yes(&desk.texts, desk.t("propose-yes")), Choice::lettered('n', desk.t("propose-no"))];
    desk.pick(
        heading,
        explanation,
        choices,
        Rc::new(move |desk, choice| {
            desk.carry_out(answer(&proposal, choice == 0));
            ask(desk, proposals.clone(), place + 1);
        }),
    );
}

/// Taken or left, either is on record.
fn answer(proposal: &Proposal, taken: bool) -> Vec<Change> {
    if taken {
        let mut about: Vec<RecordId> = proposal.from.iter().flat_map(|found| found.records.clone()).collect();
        about.sort();
        about.dedup();
        let (title, room) = (proposal.title.clone(), proposal.room);
        return vec![Change::Agenda(AgendaEdit::Propose { title, room, about })];
    }
    let decline = |found: &Statement| AgendaEdit::Decline { claim: found.claim, about: found.about.clone() };
    proposal.from.iter().map(|found| Change::Agenda(decline(found))).collect()
}
