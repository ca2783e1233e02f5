//! Relation: temperature as means only, what goes well and what grates, and being together (factor 5, domain §6.2).

use super::{Pane, rows};
use crate::desk::Desk;
use crate::desk::command::{Command, Key};
use crate::desk::echo::date_echo;
use crate::desk::field::Field;
use crate::desk::layers::{Choice, Layer};
use crate::desk::{Target, View, cell};
use crate::model::PartnerCode;
use crate::model::agenda::Room;
use crate::model::calendar::recurrence::Rule;
use crate::model::calendar::{self, FIRST_THURSDAY};
use crate::model::change::{Change, RelationEdit};
use crate::model::claim::StallSignal;
use crate::model::relation::{COLD_TIE, TemperatureRound, TemperatureRow, Together};
use crate::model::statements::Claim;
use crate::text::{date_input, notation};
use crate::widgets::{Cell, Columns, Page, Role};
use chrono::NaiveDate;
use ratatui::layout::Constraint;
use ratatui::style::Style;
use ratatui::text::Span;
use std::rc::Rc;

/// This pane.
pub static PANE: Pane = Pane { room: Room::Relation, heading: "room-relation", view, commands: &COMMANDS };

static COMMANDS: [Command; 8] = [
    Command::writes("cmd-temperature", &[Key::Char('r')], enter_temperature),
    Command::writes("cmd-reveal-temperature", &[Key::Char('g')], reveal_temperature),
    Command::writes("cmd-withdraw-temperature", &[], withdraw_temperature),
    Command::writes("cmd-moment", &[Key::Char('i')], moment),
    Command::writes("cmd-cafe", &[Key::Char('c')], cafe),
    Command::writes("cmd-activity", &[Key::Char('b')], activity),
    Command::writes("cmd-tie", &[Key::Char('v')], show_tie),
    Command::writes("cmd-cafe-rule", &[Key::Char('y')], cafe_rule),
];

/// So many cafés are shown.
const CAFES: usize = 13;

fn view(view: &View<'_>) -> Page<Target> {
    let mut page = Page::default();
    temperature(view, &mut page);
    moments(view, &mut page);
    page.beside();
    cafes(view, &mut page);
    activities(view, &mut page);
    page
}

/// Means per session, never who gave whom what: ties are for the two alone.
fn temperature(view: &View<'_>, page: &mut Page<Target>) {
    page.heading(view.theme, view.t("temperature"));
    let rounds = &view.session.relation.temperatures;
    if rounds.is_empty() {
        page.styled(view.t("temperature-empty"), view.theme.warn());
    }
    let columns = Rc::new(Columns::close([
        Constraint::Length(4),
        Constraint::Fill(1),
        Constraint::Length(10),
        Constraint::Length(10),
        Constraint::Length(18),
    ]));
    if rounds.iter().any(|round| round.may_be_shown()) {
        let heads = ["temperature-mean", "temperature-lowest", "temperature-apart"];
        let heads = heads.map(|id| Cell::right(view.t(id), view.theme.dim()));
        page.cells(None, &columns, [Cell::empty(), Cell::empty()].into_iter().chain(heads).collect());
    }
    for round in rounds {
        // What was left hidden in an earlier meeting has lapsed: it was of that moment.
        if !round.may_be_shown() && round.session != view.session.number {
            continue;
        }
        if !round.may_be_shown() {
            let args = [("count", round.rows.len().into()), ("all", round.about.len().into())];
            page.text(view.with("temperature-filling", &args));
            continue;
        }
        let figure = |figure: Option<u8>| figure.map_or_else(|| view.t("none"), |figure| figure.to_string());
        let cold = round.lowest().is_some_and(|lowest| lowest <= COLD_TIE);
        let cells = vec![
            Cell::text(view.with("quadrant-mark", &[("number", round.session.into())]), view.theme.dim()),
            Cell::Bar { part: round.mean().unwrap_or(0.0), whole: 10.0, role: Role::Plain },
            Cell::right(view.number(round.mean()), view.theme.strong()),
            Cell::right(figure(round.lowest()), if cold { view.theme.word(Role::Red) } else { Style::new() }),
            Cell::right(figure(round.asymmetry()), Style::new()),
        ];
        page.cells(None, &columns, cells);
    }
    let relation = &view.session.relation;
    let last = relation.shown().next_back();
    open_ties(view, page, last);
    let aside = view.is_aside(Claim::Stall(StallSignal::Temperature), None);
    if relation.is_cooling() && !aside {
        view.warning(page, view.with("temperature-falls", &[("drop", view.number(relation.fall()).into())]));
    }
    if !aside && last.and_then(|round| round.lowest()).is_some_and(|lowest| lowest <= COLD_TIE) {
        view.warning(page, view.t("temperature-cold"));
    }
}

/// Ties that both partners want the group to see; all others stay between the two.
fn open_ties(view: &View<'_>, page: &mut Page<Target>, last: Option<&TemperatureRound>) {
    let Some(round) = last else { return };
    for (one, other) in &round.open_ties {
        let score = |by, about| round.tie(by, about).map_or_else(|| view.t("none"), |score| score.to_string());
        let args = [
            ("one", one.as_str().into()),
            ("other", other.as_str().into()),
            ("to", score(one, other).into()),
            ("back", score(other, one).into()),
        ];
        page.text(view.with("tie-row", &args));
    }
}

fn moments(view: &View<'_>, page: &mut Page<Target>) {
    page.heading(view.theme, view.t("moments"));
    let own: Vec<_> = view.session.relation.moments.iter().enumerate().rev().take(8).collect();
    if own.is_empty() {
        page.styled(view.t("moments-empty"), view.theme.dim());
    }
    for (place, found) in own {
        let (word, style) =
            if found.good { ("moment-good", view.theme.good()) } else { ("moment-hard", view.theme.warn()) };
        let spans = vec![Span::styled(cell(&view.t(word), 8), style), Span::raw(found.text.clone())];
        // What an earlier meeting put on record stays as it is.
        let target = (found.session == view.session.number).then_some(Target::Together(Together::Moment(place)));
        page.push(target, spans, 8);
    }
}

fn cafes(view: &View<'_>, page: &mut Page<Target>) {
    let relation = &view.session.relation;
    page.heading(view.theme, view.t("cafes"));
    if !relation.cafe_rule.is_empty() {
        page.styled(view.with("cafe-rule", &[("rule", relation.cafe_rule.as_str().into())]), view.theme.dim());
    }
    match relation.next_cafe(view.today()) {
        Some(next) => {
            let date = notation::date_full(next.free, view.lang());
            page.text(view.with(next_cafe(&relation.cafe_rule), &[("date", date.into())]));
        }
        None => page.styled(view.t("cafe-no-next"), view.theme.warn()),
    }
    let partners = view.session.partners.len();
    let columns = Rc::new(Columns::close([Constraint::Length(11), Constraint::Length(10), Constraint::Fill(1)]));
    for cafe in relation.cafes.iter().rev().take(CAFES).rev() {
        let date = notation::date_short(cafe.date, view.lang());
        let key = if cafe.people == 0 { "cafe-cancelled" } else { "cafe-row" };
        let text = view.with(key, &[("people", cafe.people.into()), ("partners", cafe.partners.into())]);
        let who = if cafe.who.is_empty() { String::new() } else { format!(" ({})", view.codes(&cafe.who)) };
        let role = if cafe.people == 0 { Role::Amber } else { Role::Plain };
        let cells = vec![
            Cell::text(date, view.theme.dim()),
            Cell::Bar { part: f64::from(cafe.partners), whole: partners as f64, role },
            Cell::text(format!("{text}{who}"), Style::new()),
        ];
        page.cells(Some(Target::Together(Together::Cafe(cafe.date))), &columns, cells);
    }
    let codes: Vec<PartnerCode> = view.session.codes().cloned().collect();
    let mut missing = relation.missing_at_cafes(&codes);
    missing.retain(|code| !view.is_aside(Claim::CafeMissed, Some(code.as_str())));
    if !missing.is_empty() {
        view.warning(page, view.with("cafe-missing", &[("partners", view.codes(&missing).into())]));
    }
}

/// The rule is said in words where it is the usual one; of any other the date says enough.
fn next_cafe(rule: &str) -> &'static str {
    if rule.is_empty() || rule.eq_ignore_ascii_case(FIRST_THURSDAY) { "cafe-next" } else { "cafe-next-date" }
}

/// How many people came, and from which partners: `17 POL OM`.
pub fn attendance_of(text: &str) -> Option<(u32, Vec<PartnerCode>)> {
    let mut words = text.split([' ', ',']).filter(|word| !word.is_empty());
    let people = words.next()?.parse().ok()?;
    Some((people, words.map(|word| PartnerCode(word.to_uppercase())).collect()))
}

fn activities(view: &View<'_>, page: &mut Page<Target>) {
    page.heading(view.theme, view.t("activities"));
    let activities = &view.session.relation.activities;
    if activities.is_empty() {
        page.styled(view.t("activities-empty"), view.theme.dim());
    }
    for found in activities {
        let date = notation::date_short(found.date, view.lang());
        let target = Target::Together(Together::Activity(found.date, found.title.clone()));
        page.push(Some(target), vec![Span::raw(format!("{} {}", cell(&date, 11), found.title))], 12);
    }
}

/// The next partner without a row; how it rates the behaviour of each other, one key each.
fn enter_temperature(desk: &mut Desk) {
    let all = rows::partners(desk);
    let filled: Vec<PartnerCode> = desk
        .session()
        .and_then(|session| session.own_temperature())
        .map(|round| round.rows.given_by().cloned().collect())
        .unwrap_or_default();
    // Who is not there is asked last.
    let there: Vec<PartnerCode> =
        desk.session().map(|session| session.expected().cloned().collect()).unwrap_or_default();
    let mut order = there.iter().chain(all.iter().filter(|code| !there.contains(code)));
    let Some(by) = order.find(|code| !filled.contains(code)).cloned() else {
        let text = desk.t("temperature-all-in");
        return desk.say(text);
    };
    let title = if there.contains(&by) { "temperature-title" } else { "temperature-title-absent" };
    let title = desk.with(title, &[("partner", by.as_str().into())]);
    let others: Vec<PartnerCode> = all.iter().filter(|code| **code != by).cloned().collect();
    let then = Rc::new(move |desk: &mut Desk, scores: Vec<Option<u8>>| {
        let mut given = scores.into_iter();
        let scores = all.iter().map(|code| if *code == by { None } else { given.next().flatten() }).collect();
        desk.carry_out(vec![Change::Relation(RelationEdit::Temperature(TemperatureRow { by: by.clone(), scores }))]);
    });
    rows::ask_row(desk, title, others, 10, then);
}

/// The temperature of today, though somebody is missing: who is absent gives none.
fn reveal_temperature(desk: &mut Desk) {
    let Some(session) = desk.session() else { return };
    let Some(round) = session.own_temperature().filter(|round| !round.may_be_shown()) else {
        let text = desk.t("temperature-none-hidden");
        return desk.say(text);
    };
    let missing = session.without_row(round.rows.given_by());
    rows::reveal(desk, &missing, |desk| {
        desk.carry_out(vec![Change::Relation(RelationEdit::RevealTemperature)]);
    });
}

/// A row of the temperature that was entered wrong.
fn withdraw_temperature(desk: &mut Desk) {
    let Some(session) = desk.session() else { return };
    let hidden = session.own_temperature().filter(|round| !round.may_be_shown());
    let given = hidden.map(|round| round.rows.given_by().cloned().collect()).unwrap_or_default();
    rows::pick_row(desk, given, RelationEdit::WithdrawTemperature);
}

/// Goed or stroef, with one concrete behaviour; nobody's name is kept with it.
fn moment(desk: &mut Desk) {
    let choices = vec![Choice::lettered('g', desk.t("moment-good")), Choice::lettered('s', desk.t("moment-hard"))];
    let (title, explanation) = (desk.t("moment-title"), desk.t("moment-explanation"));
    desk.pick(title, explanation, choices, Rc::new(|desk, place| ask_moment(desk, place == 0)));
}

/// Asks for the behaviour.
pub fn ask_moment(desk: &mut Desk, good: bool) {
    desk.ask_line(Field::Moment(good), "moment-text", "moment-hint", move |desk, text| {
        let edit = RelationEdit::Moment { good, text: text.to_owned() };
        desk.commit(vec![Change::Relation(edit)]).map(|_| ())
    });
}

/// Two partners, each of which agreed out loud; a tie that is shown already is put away again.
pub fn show_tie(desk: &mut Desk) {
    let complete =
        desk.session().is_some_and(|session| session.relation.temperatures.iter().any(|one| one.may_be_shown()));
    if !complete {
        let text = desk.t("tie-no-round");
        return desk.say(text);
    }
    desk.ask_line(Field::Tie, "tie-title", "tie-hint", |desk, text| {
        let codes: Vec<PartnerCode> = text
            .split([' ', ','])
            .filter(|word| !word.is_empty())
            .map(|word| word.to_uppercase().as_str().into())
            .collect();
        let [one, other] = &codes[..] else { return Err(desk.t("tie-unclear")) };
        let edit = RelationEdit::OpenTie(one.clone(), other.clone());
        desk.commit(vec![Change::Relation(edit)]).map(|_| ())
    });
}

/// A rule in words of iCalendar, with the date that follows from it while typing.
pub fn cafe_rule(desk: &mut Desk) {
    let start = desk.session().map(|session| session.relation.cafe_rule.clone()).unwrap_or_default();
    let start = if start.is_empty() { FIRST_THURSDAY.to_owned() } else { start };
    let (title, hint) = (desk.t("cafe-rule-title"), desk.t("cafe-rule-hint"));
    desk.ask(
        Field::CafeRule,
        title,
        hint,
        &start,
        false,
        Rc::new(|desk, text| {
            let rule = if text.eq_ignore_ascii_case(FIRST_THURSDAY) { "" } else { text };
            desk.commit(vec![Change::Relation(RelationEdit::CafeRule(rule.to_owned()))]).map(|_| ())
        }),
    );
    if let Some(Layer::Prompt(prompt)) = desk.layers.last_mut() {
        prompt.echo = Some(|desk, text| {
            let today = desk.clock.today();
            let next = Rule::parse(text).and_then(|rule| calendar::next(&rule, today, today));
            next.map_or_else(String::new, |next| {
                desk.with(next_cafe(text), &[("date", notation::date_full(next.free, desk.texts.lang).into())])
            })
        });
    }
}

fn ask_date(desk: &mut Desk, field: Field, title: String, then: impl Fn(&mut Desk, NaiveDate) + 'static) {
    let hint = desk.t("date-hint");
    desk.ask(
        field,
        title,
        hint,
        "",
        false,
        Rc::new(move |desk, text| {
            let date = date_input::parse_date(text, desk.clock.today()).ok_or_else(|| desk.t("date-unclear"))?;
            then(desk, date);
            Ok(())
        }),
    );
    if let Some(Layer::Prompt(prompt)) = desk.layers.last_mut() {
        prompt.echo = Some(date_echo);
    }
}

/// Asks for the day of a café, and who came.
pub fn cafe(desk: &mut Desk) {
    let title = desk.t("cafe-date");
    ask_date(desk, Field::CafeDate, title, |desk, date| {
        desk.ask_line(Field::CafePeople, "cafe-people", "cafe-people-hint", move |desk, text| {
            let (people, who) = attendance_of(text).ok_or_else(|| desk.t("number-unclear"))?;
            desk.commit(vec![Change::Relation(RelationEdit::Cafe { date, people, who })]).map(|_| ())
        });
    });
}

/// Asks for the day of an activity, and what it was.
pub fn activity(desk: &mut Desk) {
    let title = desk.t("activity-date");
    ask_date(desk, Field::ActivityDate, title, |desk, date| {
        desk.ask_line(Field::Activity, "activity-title", "activity-hint", move |desk, text| {
            let edit = RelationEdit::Activity { date, title: text.to_owned() };
            desk.commit(vec![Change::Relation(edit)]).map(|_| ())
        });
    });
}
