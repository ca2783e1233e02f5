//! Ambition: one sentence, what each partner gains, who commits (factor 1, domain §1b).

use super::{Pane, rows};
use crate::desk::Desk;
use crate::desk::command::{Command, Key};
use crate::desk::field::Field;
use crate::desk::layers::{Call, CallKey, Layer, RollCall};
use crate::desk::{Target, View};
use crate::model::PartnerCode;
use crate::model::agenda::Room;
use crate::model::ambition::{Alone, Standing};
use crate::model::change::{AmbitionEdit, Change};
use crate::model::statements::Claim;
use crate::text::{notation, words};
use crate::widgets::theme::Sign;
use crate::widgets::{Cell, Columns, Page};
use ratatui::layout::Constraint;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use std::rc::Rc;

/// This pane.
pub static PANE: Pane = Pane { room: Room::Ambition, heading: "room-ambition", view, commands: &COMMANDS };

static COMMANDS: [Command; 3] = [
    Command::writes("cmd-ambition-text", &[Key::Char('i')], write),
    Command::writes("cmd-commit", &[Key::Char('c')], commit),
    Command::writes("cmd-urgency", &[Key::Char('r')], urgency),
];

fn view(view: &View<'_>) -> Page<Target> {
    let mut page = Page::default();
    sentence(view, &mut page);
    partners(view, &mut page);
    page.under();
    tests(view, &mut page);
    page.beside();
    outings(view, &mut page);
    page
}

fn sentence(view: &View<'_>, page: &mut Page<Target>) {
    let ambition = &view.session.ambition;
    page.blank();
    if ambition.text.is_empty() {
        page.push(Some(Target::Ambition), vec![Span::styled(view.t("ambition-empty"), view.theme.warn())], 0);
        return;
    }
    page.push(Some(Target::Ambition), vec![Span::styled(ambition.text.clone(), view.theme.strong())], 0);
    let since = notation::date_short(ambition.since, view.lang());
    let committed =
        view.session.partners.iter().filter(|partner| ambition.standing(&partner.code) == Standing::Committed);
    let args = [
        ("version", ambition.version.into()),
        ("since", since.into()),
        ("count", committed.count().into()),
        ("all", view.session.partners.len().into()),
    ];
    page.styled(view.with("ambition-version", &args), view.theme.dim());
}

/// Per partner: where it stands, what it gains, and the KPI that shows it.
fn partners(view: &View<'_>, page: &mut Page<Target>) {
    let ambition = &view.session.ambition;
    page.heading(view.theme, view.t("ambition-partners"));
    let columns = Rc::new(Columns::close([
        Constraint::Length(5),
        Constraint::Length(16),
        Constraint::Fill(1),
        Constraint::Length(18),
    ]));
    for partner in view.session.partners.iter() {
        let (standing, style) = view.standing(ambition.standing(&partner.code));
        let mut gains = Vec::new();
        let mut shows = Cell::empty();
        match ambition.benefit(&partner.code) {
            None => gains.push(Span::styled(view.t("no-benefit-yet"), view.theme.bad())),
            Some(benefit) => {
                gains.push(Span::raw(benefit.text.clone()));
                shows = match &benefit.kpi {
                    Some(kpi) => Cell::text(kpi.to_string(), view.theme.dim()),
                    None => Cell::text(format!("{} {}", view.sign(Sign::Amber), view.t("no-kpi")), view.theme.warn()),
                };
            }
        }
        if let Some(note) = ambition.commitment(&partner.code).map(|found| &found.note).filter(|note| !note.is_empty())
        {
            gains.push(Span::styled(format!("; {note}"), view.theme.dim()));
        }
        let cells = vec![
            Cell::text(partner.code.to_string(), view.theme.strong()),
            Cell::text(standing, style),
            Cell::Text(Line::from(gains)),
            shows,
        ];
        page.cells(Some(Target::Partner(partner.code.clone())), &columns, cells);
    }
}

/// Alone-test, urgency from the first session to now, and whether the sentence connects and directs.
fn tests(view: &View<'_>, page: &mut Page<Target>) {
    let ambition = &view.session.ambition;
    page.heading(view.theme, view.t("ambition-tests"));
    let columns = Rc::new(Columns::close([
        Constraint::Length(5),
        Constraint::Length(16),
        Constraint::Fill(1),
        Constraint::Fill(1),
    ]));
    for partner in view.session.partners.iter() {
        let answer = ambition.alone_tests.iter().find(|test| test.partner == partner.code).map(|test| test.answer);
        let style = if answer == Some(Alone::JustAsWell) { view.theme.warn() } else { Style::new() };
        let urgency: Vec<String> = ambition
            .urgency
            .iter()
            .filter_map(|round| ambition.urgency_of(&partner.code, round.session).map(|score| score.to_string()))
            .collect();
        let urgency = view.with("urgency-short", &[("scores", urgency.join(view.arrow()).into())]);
        let cells = vec![
            Cell::text(partner.code.to_string(), view.theme.strong()),
            Cell::text(view.word(answer), style),
            Cell::text(urgency, Style::new()),
            Cell::text(pull(view, &partner.code), view.theme.dim()),
        ];
        page.cells(None, &columns, cells);
    }
    for found in view.raised(Claim::CouldAlone).chain(view.raised(Claim::UrgencySpread)) {
        view.warning(page, words(view.texts, found));
    }
    let (connects, directs) = ambition.pull_means();
    if connects.is_some() || directs.is_some() {
        let args = [("connects", view.number(connects).into()), ("directs", view.number(directs).into())];
        page.text(view.with("pull-means", &args));
    } else {
        page.styled(view.t("pull-empty"), view.theme.dim());
    }
}

/// What a partner says of the sentence: connects, directs.
fn pull(view: &View<'_>, code: &PartnerCode) -> String {
    let Some(test) = view.session.ambition.pull.iter().find(|test| test.partner == *code) else { return String::new() };
    let score = |score: Option<u8>| score.map_or_else(|| view.t("none"), |score| score.to_string());
    let args = [("connects", score(test.connects).into()), ("directs", score(test.directs).into())];
    view.with("pull-short", &args)
}

fn outings(view: &View<'_>, page: &mut Page<Target>) {
    let ambition = &view.session.ambition;
    page.heading(view.theme, view.t("outings"));
    if ambition.outings.is_empty() {
        return page.styled(view.t("outings-empty"), view.theme.dim());
    }
    let each: Vec<String> =
        ambition.outings.iter().map(|found| format!("{} {}/{}", found.partner, found.carrying, found.total)).collect();
    page.text(each.join(", "));
    let (with, all) = ambition.outings_total();
    let share = notation::percent(f64::from(with) / f64::from(all.max(1)) * 100.0, 0, view.lang());
    page.text(view.with("outings-total", &[("with", with.into()), ("all", all.into()), ("share", share.into())]));
}

/// A new sentence is a new version, and makes commitments stale.
pub fn write(desk: &mut Desk) {
    let Some(now) = desk.session().map(|session| session.ambition.text.clone()) else { return };
    let (title, hint) = (desk.t("ambition-write"), desk.t("ambition-write-hint"));
    desk.ask(
        Field::Ambition,
        title,
        hint,
        &now,
        false,
        Rc::new(|desk, text| desk.commit(vec![Change::Ambition(AmbitionEdit::Text(text.to_owned()))]).map(|_| ())),
    );
}

/// One key per partner: commits, commits with a note, or not. Without a benefit the key is refused, with the reason.
pub fn commit(desk: &mut Desk) {
    let queue = rows::partners(desk);
    let keys = vec![
        CallKey { key: desk.texts.yes_key(), label: desk.t("commits") },
        CallKey { key: 'a', label: desk.t("commits-with-note") },
        CallKey { key: 'n', label: desk.t("commits-not") },
    ];
    let state = Rc::new(|desk: &Desk, code: &PartnerCode| {
        desk.view().map(|view| view.standing(view.session.ambition.standing(code)).0).unwrap_or_default()
    });
    let call = Rc::new(|desk: &Desk, code: &PartnerCode, key: char| {
        let committed = desk.session().is_some_and(|session| session.ambition.standing(code) == Standing::Committed);
        let commits = |code: PartnerCode, note: &str| Change::Ambition(AmbitionEdit::Commit(code, note.to_owned()));
        match key {
            yes if yes == desk.texts.yes_key() => Call::Change(commits(code.clone(), "")),
            'a' => {
                let code = code.clone();
                let field = Field::Commitment(code.clone());
                Call::Reason(field, String::new(), Rc::new(move |note| commits(code.clone(), note)))
            }
            _ if committed => Call::Change(Change::Ambition(AmbitionEdit::Withdraw(code.clone()))),
            _ => Call::Skip,
        }
    });
    let title = desk.t("commit-title");
    desk.layers.push(Layer::RollCall(RollCall::new(title, queue, keys, state, call)));
}

/// Urgency felt, 1 to 10: one digit per partner, 0 for ten.
fn urgency(desk: &mut Desk) {
    let queue = rows::partners(desk);
    let title = desk.t("urgency-title");
    let state = Rc::new(|desk: &Desk, code: &PartnerCode| {
        let score = desk.session().and_then(|session| session.ambition.urgency_of(code, session.number));
        score.map_or_else(|| desk.t("none"), |score| score.to_string())
    });
    let call = Rc::new(|_: &Desk, code: &PartnerCode, key: char| {
        Call::Change(Change::Ambition(AmbitionEdit::Urgency(code.clone(), score_of(key))))
    });
    let keys = score_keys(desk);
    desk.layers.push(Layer::RollCall(RollCall::new(title, queue, keys, state, call)));
}

/// Keys 1 to 9, and 0 for ten.
pub fn score_keys(desk: &Desk) -> Vec<CallKey> {
    "1234567890"
        .chars()
        .map(|key| CallKey { key, label: if key == '0' { desk.t("ten") } else { String::new() } })
        .collect()
}

/// The score of a key of [`score_keys`].
pub fn score_of(key: char) -> u8 {
    let digit = key.to_digit(10).and_then(|digit| u8::try_from(digit).ok()).unwrap_or(0);
    if digit == 0 { 10 } else { digit }
}
