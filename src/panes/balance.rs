//! Benefit balance: the blind round, what each sees of the others, and setting right what is uneven (factor 4, §6.1).

use super::{Pane, Target, View, cell, rows};
use crate::app::App;
use crate::app::command::{Command, Key};
use crate::model::PartnerCode;
use crate::model::agenda::Room;
use crate::model::balance::{BalanceLabel, BenefitRound, EstimateRow, SPREAD_HIGH, buddy};
use crate::model::change::{BalanceEdit, Change};
use crate::model::statements::Claim;
use crate::text::notation;
use crate::widgets::Page;
use crate::widgets::theme::Sign;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use std::rc::Rc;

/// This pane.
pub static PANE: Pane = Pane { room: Room::Balance, heading: "room-balance", view, commands: &COMMANDS };

static COMMANDS: [Command; 3] = [
    Command::writes("cmd-round-row", &[Key::Char('r')], enter_row),
    Command::writes("cmd-reveal", &[Key::Char('g')], reveal),
    Command::writes("cmd-rebalance", &[Key::Char('b')], rebalance),
];

fn view(view: &View<'_>) -> Page<Target> {
    let mut page = Page::default();
    // Old scores beside a round that is being filled would be an anchor for the new ones.
    if let Some(round) = view.session.round_at_hand().filter(|round| !round.revealed) {
        filling(view, &mut page, round);
        buddies(view, &mut page);
        return page;
    }
    let rounds: Vec<&BenefitRound> = view.session.benefit_rounds.iter().filter(|round| round.revealed).collect();
    let Some(last) = rounds.last() else {
        page.blank();
        page.styled(view.t("balance-empty"), view.theme.warn());
        buddies(view, &mut page);
        return page;
    };
    partners(view, &mut page, last, rounds.iter().rev().nth(1).copied());
    let mark = page.main.len();
    heatmap(view, &mut page, last);
    slope(view, &mut page, &rounds);
    buddies(view, &mut page);
    page.aside(mark);
    page
}

/// While a round is filled only who is in is shown, never what (projector!).
fn filling(view: &View<'_>, page: &mut Page<Target>, round: &BenefitRound) {
    let args =
        [("number", round.session.into()), ("count", round.rows.len().into()), ("all", round.about.len().into())];
    let key = if round.session == view.session.number { "round-filling" } else { "round-filling-left" };
    page.heading(view.theme, view.with(key, &args));
    page.styled(view.t("round-old-hidden"), view.theme.dim());
    for code in &round.about {
        let (sign, word) =
            if round.row(code).is_some() { (Sign::Done, "round-row-in") } else { (Sign::Todo, "round-row-open") };
        let spans = vec![
            Span::styled(cell(code.as_str(), 5), view.theme.strong()),
            Span::raw(format!("{} {}", view.sign(sign), view.t(word))),
        ];
        page.push(Some(Target::Partner(code.clone())), spans, 5);
    }
}

/// Per partner: the dumbbell, the sentence, and what it amounts to.
fn partners(view: &View<'_>, page: &mut Page<Target>, round: &BenefitRound, before: Option<&BenefitRound>) {
    let date = notation::date_short(round.date, view.lang());
    page.heading(view.theme, view.with("balance-round", &[("number", round.session.into()), ("date", date.into())]));
    let signs = [
        ("effort", view.sign(Sign::Red).into()),
        ("own", view.sign(Sign::Green).into()),
        ("seen", view.sign(Sign::Baseline).into()),
    ];
    page.styled(view.with("dumbbell-legend", &signs), view.theme.dim());
    for code in &round.about {
        let found = round.of(code);
        let effort = round.row(code).and_then(|row| row.effort).map(f64::from);
        let net = view.signed(found.net, 0);
        let spans = vec![
            Span::styled(cell(code.as_str(), 5), view.theme.strong()),
            Span::raw(dumbbell(view, effort, found.own, found.seen)),
            Span::raw(format!("  {}", view.with("balance-net", &[("net", net.into())]))),
        ];
        page.push(Some(Target::Partner(code.clone())), spans, 5);
        let args = [
            ("partner", code.as_str().into()),
            ("seen", view.grade(found.seen).into()),
            ("own", view.grade(found.own).into()),
        ];
        page.push(None, vec![Span::raw(format!("     {}", view.with("balance-sentence", &args)))], 5);
        let net_before = before.and_then(|before| before.of(code).net);
        for label in found.labels(net_before) {
            let claim = match label {
                BalanceLabel::QuietWorry => Some(Claim::QuietWorry),
                BalanceLabel::RebalanceDue => Some(Claim::RebalanceDue),
                _ => None,
            };
            if claim.is_some_and(|claim| view.is_aside(claim, Some(code.as_str()))) {
                continue;
            }
            let sign = view.sign(Sign::Warning);
            page.push(
                None,
                vec![Span::styled(format!("     {sign} {}", view.texts.term(label)), view.theme.warn())],
                7,
            );
        }
    }
    totals(view, page, round);
}

fn totals(view: &View<'_>, page: &mut Page<Target>, round: &BenefitRound) {
    page.blank();
    page.text(view.with("balance-spread", &[("spread", view.whole(round.spread()).into())]));
    if round.spread().is_some_and(|spread| spread >= SPREAD_HIGH) {
        view.warning(page, view.t("balance-uneven"));
    }
    // How well each knows the others is shown as a mean of the group only.
    let error = crate::model::figures::mean(round.all().into_iter().filter_map(|found| found.observer_error));
    page.text(view.with("balance-observers", &[("error", view.number(error).into())]));
}

/// Effort and benefit on a line from 1 to 10, with what the others see.
fn dumbbell(view: &View<'_>, effort: Option<f64>, own: Option<f64>, seen: Option<f64>) -> String {
    const COLUMNS: usize = 19;
    let column = |score: f64| (((score - 1.0) * 2.0).round().max(0.0) as usize).min(COLUMNS - 1);
    let rail = if view.theme.ascii { '-' } else { '─' };
    let mut cells: Vec<String> = vec![" ".to_owned(); COLUMNS];
    if let Some((a, b)) = effort.zip(own) {
        let (low, high) = (column(a.min(b)), column(a.max(b)));
        cells[low..=high].iter_mut().for_each(|cell| *cell = rail.to_string());
    }
    for (score, sign) in [(seen, Sign::Baseline), (effort, Sign::Red), (own, Sign::Green)] {
        if let Some(score) = score {
            cells[column(score)] = view.sign(sign).to_owned();
        }
    }
    cells.concat()
}

/// Rows estimate, columns are estimated, the diagonal is what each says of itself.
fn heatmap(view: &View<'_>, page: &mut Page<Target>, round: &BenefitRound) {
    page.heading(view.theme, view.t("heatmap"));
    let mut lines = Vec::new();
    let mut head = vec![Span::raw(" ".repeat(6))];
    head.extend(round.about.iter().map(|code| Span::styled(format!("{:>4}", cut(code)), view.theme.dim())));
    lines.push(Line::from(head));
    for by in &round.about {
        let mut spans = vec![Span::styled(cell(by.as_str(), 6), view.theme.dim())];
        for about in &round.about {
            let score = round.estimate(by, about);
            let text = score.map_or_else(|| "?".to_owned(), |score| score.to_string());
            let text = if by == about { format!("[{text}]") } else { format!(" {text} ") };
            let style = heat(view, score);
            let style = if by == about { style.patch(view.theme.strong()) } else { style };
            spans.push(Span::styled(format!("{text:>4}"), style));
        }
        lines.push(Line::from(spans));
    }
    page.picture(None, lines);
    page.styled(view.t("heatmap-legend"), view.theme.dim());
}

fn cut(code: &PartnerCode) -> String {
    code.as_str().chars().take(3).collect()
}

fn heat(view: &View<'_>, score: Option<u8>) -> Style {
    match score {
        Some(1..=4) => view.theme.bad(),
        Some(5..=6) => view.theme.warn(),
        Some(_) => view.theme.good(),
        None => view.theme.dim(),
    }
}

/// Net balance per round, oldest first.
fn slope(view: &View<'_>, page: &mut Page<Target>, rounds: &[&BenefitRound]) {
    let Some(last) = rounds.last() else { return };
    page.heading(view.theme, view.t("net-slope"));
    let arrow = if view.theme.ascii { " > " } else { " → " };
    for code in &last.about {
        let nets: Vec<Option<f64>> = rounds.iter().map(|round| round.of(code).net).collect();
        let said: Vec<String> = nets.iter().map(|net| view.signed(*net, 0)).collect();
        let fell = nets.first().copied().flatten().zip(nets.last().copied().flatten()).is_some_and(|(a, b)| b < a);
        let style = if fell { view.theme.warn() } else { Style::new() };
        let spans =
            vec![Span::styled(cell(code.as_str(), 6), view.theme.strong()), Span::styled(said.join(arrow), style)];
        page.push(None, spans, 6);
    }
}

/// Who watches over whom, and what is asked of the buddy (4.3).
fn buddies(view: &View<'_>, page: &mut Page<Target>) {
    page.heading(view.theme, view.t("buddies"));
    let codes: Vec<PartnerCode> = view.session.partners.iter().map(|partner| partner.code.clone()).collect();
    for code in &codes {
        let Some(watcher) = buddy(&codes, code, view.session.number) else { continue };
        let args = [("buddy", watcher.as_str().into()), ("partner", code.as_str().into())];
        page.push(None, vec![Span::raw(view.with("buddy-asks", &args))], 2);
    }
}

fn selected_partner(app: &mut App) -> Option<PartnerCode> {
    match app.selected() {
        Some(Target::Partner(code)) => Some(code),
        _ => None,
    }
}

/// The next partner without a row; the selected one when it has none.
fn next_to_enter(app: &mut App) -> Option<PartnerCode> {
    let selected = selected_partner(app);
    let session = app.session()?;
    let is_open = |code: &PartnerCode| session.round_at_hand().is_none_or(|round| round.row(code).is_none());
    let first = session.partners.iter().map(|partner| &partner.code).find(|code| is_open(code)).cloned();
    selected.filter(|code| is_open(code) && session.round_at_hand().is_some()).or(first)
}

fn enter_row(app: &mut App) {
    if app.session().and_then(|session| session.round_at_hand()).is_some_and(|round| round.revealed) {
        let text = app.t("round-is-revealed");
        return app.say(text);
    }
    let Some(by) = next_to_enter(app) else {
        let text = app.t("round-all-in");
        return app.say(text);
    };
    let title = app.with("round-row-title", &[("partner", by.as_str().into())]);
    let about = rows::partners(app);
    let then = Rc::new(move |app: &mut App, scores| ask_effort(app, by.clone(), scores));
    rows::ask_row(app, title, about, 10, then);
}

/// One key more: the partner's own effort.
fn ask_effort(app: &mut App, by: PartnerCode, scores: Vec<Option<u8>>) {
    let title = app.with("round-effort-title", &[("partner", by.as_str().into())]);
    let about = vec![by.clone()];
    let then = Rc::new(move |app: &mut App, effort: Vec<Option<u8>>| {
        let effort = effort.first().copied().flatten();
        let row = EstimateRow { by: by.clone(), scores: scores.clone(), effort };
        app.carry_out(vec![Change::Balance(BalanceEdit::Row(row))]);
    });
    rows::ask_row(app, title, about, 10, then);
}

/// All rows at once; when some are missing that is asked about first.
fn reveal(app: &mut App) {
    let Some(round) = app.session().and_then(|session| session.round_at_hand()) else {
        let text = app.t("refused-no-round");
        return app.say(text);
    };
    let missing: Vec<PartnerCode> = round.about.iter().filter(|code| round.row(code).is_none()).cloned().collect();
    rows::reveal(app, &missing, |app| drop(app.carry_out(vec![Change::Balance(BalanceEdit::Reveal)])));
}

/// From a label to a decision: what changes, and to which effort.
fn rebalance(app: &mut App) {
    let Some(partner) = selected_partner(app) else {
        let text = app.t("select-a-partner");
        return app.say(text);
    };
    let Some(session) = app.session() else { return };
    let Some(round) = session.benefit_rounds.iter().rev().find(|round| round.revealed) else {
        let text = app.t("refused-no-round");
        return app.say(text);
    };
    let score = |score: Option<u8>| score.map_or_else(|| app.t("none"), |score| score.to_string());
    let args = [
        ("effort", score(round.row(&partner).and_then(|row| row.effort)).into()),
        ("own", score(round.estimate(&partner, &partner)).into()),
    ];
    let title = app.with("rebalance-title", &[("partner", partner.as_str().into())]);
    let hint = app.with("rebalance-hint", &args);
    app.ask(
        title,
        hint,
        "",
        false,
        Rc::new(move |app, text| {
            if text.is_empty() {
                return Err(app.t("refused-blank"));
            }
            ask_effort_after(app, partner.clone(), text.to_owned());
            Ok(())
        }),
    );
}

fn ask_effort_after(app: &mut App, partner: PartnerCode, text: String) {
    let title = app.with("rebalance-after", &[("partner", partner.as_str().into())]);
    let hint = app.t("rebalance-after-hint");
    app.ask(
        title,
        hint,
        "",
        false,
        Rc::new(move |app, answer| {
            let effort_after = answer.parse().map_err(|_| app.t("number-unclear"))?;
            let edit = BalanceEdit::Rebalance { partner: partner.clone(), text: text.clone(), effort_after };
            if let Some(id) = app.commit(vec![Change::Balance(edit)])? {
                app.created(&id);
            }
            Ok(())
        }),
    );
}
