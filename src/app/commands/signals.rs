//! The signals as statements, each opening what it rests on; and what they propose for the agenda.

use crate::app::App;
use crate::app::layer::{Choice, Layer, Picker};
use crate::app::meeting::Tab;
use crate::model::RecordId;
use crate::model::agenda::{Purpose, Room};
use crate::model::change::{AgendaEdit, Change};
use crate::model::signals::StallSignal;
use crate::model::statements::{Claim, Statement, statements};
use crate::panes::details::Subject;
use crate::text::Term;
use crate::widgets::theme::Sign;
use std::rc::Rc;

/// The statement in words.
fn words(app: &App, statement: &Statement) -> String {
    let said =
        |(name, value): &(&'static str, String)| (*name, if value.is_empty() { app.t("none") } else { value.clone() });
    let values: Vec<(&str, String)> = statement.values.iter().map(said).collect();
    let text = app.texts.named(statement.claim.id(), &values);
    match statement.claim {
        Claim::Stall(_) => match statement.values.first() {
            Some((_, of)) if !of.is_empty() => format!("{text} ({of})"),
            _ => text,
        },
        Claim::QuietFactor(_) => format!("{text} ({})", app.texts.term(statement.claim.room())),
        _ => text,
    }
}

/// Yes, no or nothing to go by, with the statement; Enter opens what it rests on.
pub fn show(app: &mut App) {
    let today = app.clock.today();
    let Some(session) = app.session() else { return };
    let all = statements(session, today);
    let choices = all
        .iter()
        .map(|statement| {
            let (sign, word) = match statement.raised {
                Some(true) => (Sign::Warning, "yes"),
                Some(false) => (Sign::Done, "no"),
                None => (Sign::Unknown, "unknown"),
            };
            let label = format!("{} {:<9}{}", app.theme.sign(sign), app.t(word), words(app, statement));
            Choice::plain(label)
        })
        .collect();
    let (title, explanation) = (app.t("signals-title"), app.t("signals-explanation"));
    let chosen = Rc::new(move |app: &mut App, place: usize| {
        if let Some(statement) = all.get(place) {
            open(app, statement);
        }
    });
    app.layers.push(Layer::Picker(Picker { title, explanation, choices, search: None, cursor: 0, chosen }));
}

/// The records of a statement, or the pane where the meeting looks into it.
fn open(app: &mut App, statement: &Statement) {
    if statement.records.is_empty() {
        return go_to(app, statement.claim.room());
    }
    let known: Vec<(RecordId, String)> = app.view().map(|view| crate::panes::records::all(&view)).unwrap_or_default();
    let records = statement.records.clone();
    let label = |id: &RecordId| known.iter().find(|(other, _)| other == id).map(|(_, text)| text.clone());
    let choices = records.iter().map(|id| Choice::plain(format!("{id}  {}", label(id).unwrap_or_default()))).collect();
    let (title, explanation) = (app.t("signals-rests-on"), words(app, statement));
    app.pick(
        title,
        explanation,
        choices,
        Rc::new(move |app, place| {
            if let Some(id) = records.get(place) {
                app.show_details(Subject::Record(id.clone()));
            }
        }),
    );
}

fn go_to(app: &mut App, room: Room) {
    if let Some(meeting) = app.meeting.as_mut() {
        let item = meeting.session.agenda.items.iter().find(|item| item.room == room);
        let tab = item.map_or(Tab::Room(room), |item| Tab::Item(item.no.clone()));
        meeting.go_to(tab);
    }
}

/// What the raised signals propose for the agenda: the chair takes an item or leaves it, one by one.
pub fn propose(app: &mut App) {
    let today = app.clock.today();
    let Some(session) = app.session() else { return };
    let on_agenda = |title: &str| session.agenda.items.iter().any(|item| item.title == title);
    let raised = statements(session, today).into_iter().filter(|statement| statement.raised == Some(true));
    let proposals: Vec<(String, String, Room)> = raised
        .map(|statement| (title(app, statement.claim), words(app, &statement), statement.claim.room()))
        .filter(|(title, _, _)| !on_agenda(title))
        .collect();
    if proposals.is_empty() {
        let text = app.t("propose-none");
        return app.say(text);
    }
    ask(app, proposals, 0);
}

fn title(app: &App, claim: Claim) -> String {
    app.with("propose-item", &[("room", app.texts.term(claim.room()).into()), ("about", app.t(short(claim)).into())])
}

/// What the item would be about, in a few words.
fn short(claim: Claim) -> &'static str {
    match claim {
        Claim::Stall(StallSignal::Actions) => "about-actions",
        Claim::Stall(StallSignal::Deferred) => "about-deferred",
        Claim::Stall(StallSignal::Upward) => "about-upward",
        Claim::Stall(StallSignal::Attendance) => "about-attendance",
        Claim::Stall(StallSignal::Temperature) => "about-temperature",
        Claim::Stall(StallSignal::Kpi) => "about-kpi",
        Claim::Stall(StallSignal::Stories) => "about-stories",
        Claim::SilentDissent | Claim::FalseConsensus => "about-dissent",
        Claim::AbsentTouched => "about-absent",
        Claim::UnevenLevels | Claim::MandateEnds => "about-mandate",
        Claim::BenefitWithoutKpi | Claim::StaleCommitment => "about-commitment",
        Claim::OldRound => "about-round",
        Claim::Unanchored | Claim::CovenantReview => "about-covenant",
        Claim::QuietFactor(_) => "about-quiet",
    }
}

fn ask(app: &mut App, proposals: Vec<(String, String, Room)>, place: usize) {
    let Some((title, why, room)) = proposals.get(place).cloned() else { return };
    let heading = app.with("propose-title", &[("place", (place + 1).into()), ("all", proposals.len().into())]);
    let explanation = format!("{title}\n{why}\n");
    let choices = vec![Choice::lettered('y', app.t("propose-yes")), Choice::lettered('n', app.t("propose-no"))];
    app.pick(
        heading,
        explanation,
        choices,
        Rc::new(move |app, choice| {
            if choice == 0 {
                let add = AgendaEdit::Propose { title: title.clone(), room, purpose: Purpose::Discuss, minutes: 10 };
                app.carry_out(vec![Change::Agenda(add)]);
            }
            ask(app, proposals.clone(), place + 1);
        }),
    );
}
