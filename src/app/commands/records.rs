//! Anything on record in a few keys, from any pane; any record becomes another kind with one.

use crate::app::App;
use crate::app::command::{Command, Key};
use crate::app::field::Field;
use crate::app::layer::Layer;
use crate::model::action::Origin;
use crate::model::agenda::Purpose;
use crate::model::change::{ActionEdit, Change, DecisionEdit, DifferenceEdit, Refusal};
use crate::model::decision::DecisionOutcome;
use crate::model::{ItemNo, RecordId, RecordKind, Session};
use crate::panes::Target;
use crate::panes::details::Subject;
use crate::text::{date_input, notation};
use crossterm::event::KeyCode;
use std::rc::Rc;

/// The commands of this group.
pub static COMMANDS: [Command; 13] = [
    Command::writes("cmd-decision", &[Key::Char('d')], |app| new(app, RecordKind::Decision)),
    Command::writes("cmd-disagreement", &[Key::Char('o')], |app| new(app, RecordKind::Difference)),
    Command::writes("cmd-action", &[Key::Char('a')], |app| new(app, RecordKind::Action)),
    Command::writes("cmd-note", &[Key::Char('n')], |app| new(app, RecordKind::Note)),
    Command::writes("cmd-positions", &[Key::Char('p')], positions),
    Command::writes("cmd-finished", &[Key::Char('f')], finished),
    Command::writes("cmd-postpone", &[Key::Char('P')], postpone),
    Command::writes("cmd-to-decision", &[Key::Char('D')], |app| convert(app, RecordKind::Decision)),
    Command::writes("cmd-to-disagreement", &[Key::Char('O')], |app| convert(app, RecordKind::Difference)),
    Command::writes("cmd-to-action", &[Key::Char('A')], |app| convert(app, RecordKind::Action)),
    Command::writes("cmd-to-note", &[Key::Char('N')], |app| convert(app, RecordKind::Note)),
    Command::writes("cmd-to-escalation", &[Key::Char('E')], |app| convert(app, RecordKind::Escalation)),
    Command::writes("cmd-remove", &[Key::Named(KeyCode::Delete)], remove),
];

fn title_of(kind: RecordKind) -> (&'static str, &'static str) {
    match kind {
        RecordKind::Decision => ("new-decision", "new-decision-hint"),
        RecordKind::Difference => ("new-disagreement", "new-line-hint"),
        RecordKind::Action => ("new-action", "new-action-hint"),
        RecordKind::Note => ("new-note", "new-line-hint"),
        RecordKind::Escalation => ("new-escalation", "new-line-hint"),
        RecordKind::Story => ("new-story", "new-line-hint"),
    }
}

/// One line and Enter is on record. An action or a disagreement made on a decision belongs to that decision.
pub fn new(app: &mut App, kind: RecordKind) {
    let item = app.meeting.as_ref().and_then(|meeting| meeting.item());
    if kind == RecordKind::Decision && item.is_some_and(|item| item.purpose == Purpose::Explore) {
        let why = app.refusal(&Refusal::ExploreAdmitsNoDecision);
        return app.say(why);
    }
    let item = item.map(|item| item.no.clone());
    let decision = app.selected_record().filter(|id| id.kind() == Some(RecordKind::Decision));
    let decision = decision.filter(|_| matches!(kind, RecordKind::Action | RecordKind::Difference));
    ask(app, kind, item, decision);
}

/// Asks for the line itself.
pub fn ask(app: &mut App, kind: RecordKind, item: Option<ItemNo>, decision: Option<RecordId>) {
    let (title, hint) = title_of(kind);
    let mut title = app.t(title);
    if let Some(id) = &decision {
        title = app.with("new-about", &[("title", title.into()), ("number", id.as_str().into())]);
    }
    let hint = app.t(hint);
    let field = Field::Record { kind, item: item.clone(), about: decision.clone() };
    app.ask(
        field,
        title,
        hint,
        "",
        false,
        Rc::new(move |app, text| on_record(app, kind, item.clone(), decision.clone(), text)),
    );
    if let Some(Layer::Prompt(prompt)) = app.layers.last_mut() {
        prompt.echo = match kind {
            RecordKind::Action => Some(action_echo),
            RecordKind::Decision => Some(decision_echo),
            RecordKind::Difference | RecordKind::Note | RecordKind::Story | RecordKind::Escalation => None,
        };
    }
}

fn on_record(
    app: &mut App,
    kind: RecordKind,
    item: Option<ItemNo>,
    decision: Option<RecordId>,
    text: &str,
) -> Result<(), String> {
    let Some(session) = app.session() else { return Ok(()) };
    let line = if kind == RecordKind::Action { ActionLine::read(app, session, text) } else { ActionLine::plain(text) };
    let Some(id) = app.commit(vec![Change::Record { kind, item, text: line.text.clone() }])? else { return Ok(()) };
    let action = |edit| Change::Action(id.clone(), edit);
    let mut more = Vec::new();
    more.extend(line.owner.map(|owner| action(ActionEdit::Owner(owner))));
    more.extend(line.due.map(|due| action(ActionEdit::Due(Some(due)))));
    more.extend(decision.and_then(|decision| match kind {
        RecordKind::Action => Some(action(ActionEdit::From(Origin::Record(decision)))),
        RecordKind::Difference => Some(Change::Difference(id.clone(), DifferenceEdit::Decision(Some(decision)))),
        RecordKind::Decision | RecordKind::Note | RecordKind::Story | RecordKind::Escalation => None,
    }));
    if !more.is_empty() {
        app.commit_with_last(more)?;
    }
    app.created(&id);
    Ok(())
}

/// What one line says about an action: `@GEM` for whom, `voor 15-11` at the end by when.
struct ActionLine {
    text: String,
    owner: Option<crate::model::PartnerCode>,
    due: Option<chrono::NaiveDate>,
}

/// The words before a date in an action line; grammar of the input in both languages.
const BEFORE: [&str; 3] = [" voor ", " vóór ", " by "];

impl ActionLine {
    fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), owner: None, due: None }
    }

    fn read(app: &App, session: &Session, text: &str) -> Self {
        let mut line = Self::plain(text);
        for word in text.split_whitespace().filter_map(|word| word.strip_prefix('@')) {
            let code = word.trim_end_matches([',', '.', ':', ';']);
            let partner = session.partners.iter().find(|partner| partner.code.as_str().eq_ignore_ascii_case(code));
            if let Some(partner) = partner {
                line.owner = Some(partner.code.clone());
                line.text = line.text.replacen(&format!("@{word}"), "", 1);
            }
        }
        for word in BEFORE {
            let Some(at) = line.text.rfind(word) else { continue };
            let rest = line.text[at + word.len()..].trim().trim_start_matches("de ");
            if let Some(due) = date_input::parse_date(rest, app.clock.today()) {
                line.due = Some(due);
                line.text.truncate(at);
                break;
            }
        }
        line.text = line.text.split_whitespace().collect::<Vec<_>>().join(" ");
        line.text = line.text.trim_end_matches([',', ';']).to_owned();
        line
    }
}

fn action_echo(app: &App, text: &str) -> String {
    let Some(session) = app.session() else { return String::new() };
    let line = ActionLine::read(app, session, text);
    let owner = line.owner.map_or_else(|| app.t("echo-nobody"), |owner| owner.to_string());
    let due = line.due.map_or_else(|| app.t("echo-no-date"), |due| notation::date_full(due, app.texts.lang));
    app.with("action-echo", &[("owner", owner.into()), ("due", due.into())])
}

/// Hints at vague words and at red lines, and never blocks (domain §2.4).
fn decision_echo(app: &App, text: &str) -> String {
    let found: Vec<&str> = crate::model::vague::vague_words(text)
        .into_iter()
        .filter_map(|vague| text.get(vague.start..vague.end))
        .collect();
    let vague = (!found.is_empty()).then(|| app.with("vague-hint", &[("words", found.join(", ").into())]));
    vague.into_iter().chain(red_lines(app, text)).collect::<Vec<_>>().join(" ")
}

/// The red lines that a text comes near, each in a sentence (7.1).
pub fn red_lines(app: &App, text: &str) -> Vec<String> {
    let Some(session) = app.session() else { return Vec::new() };
    let near = session
        .partners
        .iter()
        .flat_map(|partner| partner.profile.red_lines_near(text).into_iter().map(|line| (partner.code.as_str(), line)));
    near.map(|(code, line)| app.with("red-line-near", &[("partner", code.into()), ("line", line.into())])).collect()
}

fn convert(app: &mut App, to: RecordKind) {
    let Some(id) = app.selected_record() else {
        let text = app.t("select-a-record");
        return app.say(text);
    };
    if let Some(new) = app.carry_out(vec![Change::Convert(id.clone(), to)]) {
        if let Some(Layer::Details(details)) = app.layers.last_mut() {
            details.subject = Subject::Record(new.clone());
            details.cursor = 0;
        }
        app.created(&new);
        let text = app.with("converted", &[("old", id.as_str().into()), ("new", new.as_str().into())]);
        app.say(text);
    }
}

fn remove(app: &mut App) {
    let change = match app.selected() {
        Some(Target::Record(id)) => Change::Remove(id),
        Some(Target::Item(no)) => Change::Agenda(crate::model::change::AgendaEdit::Remove(no)),
        Some(Target::Together(what)) => Change::Relation(crate::model::change::RelationEdit::Remove(what)),
        Some(
            Target::Partner(_)
            | Target::Kpi(_)
            | Target::Article(_)
            | Target::Meeting
            | Target::Ambition
            | Target::Warnings
            | Target::Covenant
            | Target::Amendment
            | Target::Chain
            | Target::Body(_)
            | Target::Identity(_)
            | Target::Previous
            | Target::EmptySlot(_),
        )
        | None => {
            let text = app.t("select-a-record");
            return app.say(text);
        }
    };
    match app.commit(vec![change]) {
        Ok(_) => {
            if matches!(app.layers.last(), Some(Layer::Details(_))) {
                app.layers.pop();
            }
            let text = app.t("removed");
            app.say(text);
        }
        Err(why) => app.say(why),
    }
}

fn selected_of(app: &mut App, kind: RecordKind, otherwise: &str) -> Option<RecordId> {
    let found = app.selected_record().filter(|id| id.kind() == Some(kind));
    if found.is_none() {
        let text = app.t(otherwise);
        app.say(text);
    }
    found
}

fn positions(app: &mut App) {
    let selected = app.selected_record().filter(|id| id.kind() == Some(RecordKind::Decision));
    match selected.or_else(|| only_open(app)) {
        Some(id) => crate::panes::details::positions::roll_call(app, id),
        None => {
            let text = app.t("select-a-decision");
            app.say(text);
        }
    }
}

/// The decision under the item that nothing came of yet, where there is one and no other.
fn only_open(app: &App) -> Option<RecordId> {
    let (session, item) = app.session().zip(app.meeting.as_ref()?.item())?;
    let here = session.own_decisions().filter(|found| found.item.as_ref() == Some(&item.no));
    let mut open = here.filter(|found| found.outcome.is_none()).map(|found| found.id.clone());
    open.next().filter(|_| open.next().is_none())
}

/// Done today, or not done after all; a returned escalation is solved, a decision ratified.
fn finished(app: &mut App) {
    let today = app.clock.today();
    let Some(id) = app.selected_record() else {
        let text = app.t("select-an-action");
        return app.say(text);
    };
    let change = match id.kind() {
        Some(RecordKind::Action) => {
            let open =
                app.session().is_some_and(|session| session.actions.iter().any(|a| a.id == id && a.done.is_none()));
            Change::Action(id, ActionEdit::Done(open.then_some(today)))
        }
        Some(RecordKind::Escalation) => Change::Escalation(id, crate::model::change::EscalationEdit::Solved(today)),
        Some(RecordKind::Decision) => decision_finished(app, id, today),
        Some(RecordKind::Difference | RecordKind::Note | RecordKind::Story) | None => {
            let text = app.t("select-an-action");
            return app.say(text);
        }
    };
    app.carry_out(vec![change]);
}

/// A reservation that is lifted; after that, or without one, the decision is carried out, or not after all.
fn decision_finished(app: &App, id: RecordId, today: chrono::NaiveDate) -> Change {
    let found = app.session().and_then(|session| session.decision(&id));
    let reserved = found
        .is_some_and(|found| found.outcome == Some(DecisionOutcome::UnderReservation) && found.ratified_on.is_none());
    if reserved {
        return Change::Decision(id, DecisionEdit::Ratified(Some(today)));
    }
    let open = found.is_some_and(|found| found.executed_on.is_none());
    Change::Decision(id, DecisionEdit::Executed(open.then_some(today)))
}

fn postpone(app: &mut App) {
    if let Some(id) = selected_of(app, RecordKind::Action, "select-an-action") {
        ask_postponed(app, id);
    }
}

/// Asks for the day to which an action is postponed.
pub fn ask_postponed(app: &mut App, id: RecordId) {
    let (title, hint) = (app.with("postpone", &[("number", id.as_str().into())]), app.t("date-hint"));
    app.ask(
        Field::Postponed(id.clone()),
        title,
        hint,
        "",
        false,
        Rc::new(move |app, text| {
            let date = date_input::parse_date(text, app.clock.today()).ok_or_else(|| app.t("date-unclear"))?;
            app.commit(vec![Change::Action(id.clone(), ActionEdit::Postpone(date))])?;
            Ok(())
        }),
    );
    if let Some(Layer::Prompt(prompt)) = app.layers.last_mut() {
        prompt.echo = Some(date_echo);
    }
}

/// The day of a meeting, in full; that it has passed is said before it is taken, as it may be a slip.
pub fn meeting_day_echo(app: &App, text: &str) -> String {
    let today = app.clock.today();
    let passed = date_input::parse_date(text, today).is_some_and(|day| day < today);
    let day = date_echo(app, text);
    if passed { format!("{day}: {}", app.t("home-day-passed")) } else { day }
}

/// The date as the program understands it, in full.
pub fn date_echo(app: &App, text: &str) -> String {
    let date = date_input::parse_date(text, app.clock.today());
    date.map_or_else(String::new, |date| notation::date_full(date, app.texts.lang))
}
