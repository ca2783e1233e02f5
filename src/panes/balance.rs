//! Benefit balance: the blind round, what each sees of the others, and setting right what is uneven (factor 4, §6.1).

use super::{Pane, balance_plot, rows};
use crate::desk::Desk;
use crate::desk::command::{Command, Key};
use crate::desk::field::Field;
use crate::desk::{Target, View, cell};
use crate::model::PartnerCode;
use crate::model::agenda::Room;
use crate::model::balance::{BenefitRound, EstimateRow, SPREAD_HIGH, buddy};
use crate::model::change::{BalanceEdit, Change};
use crate::text::{balance_sentence, notation};
use crate::widgets::theme::Sign;
use crate::widgets::{Page, Role};
use ratatui::text::Span;
use std::rc::Rc;

/// This pane.
pub static PANE: Pane = Pane { room: Room::Balance, heading: "room-balance", view, commands: &COMMANDS };

static COMMANDS: [Command; 4] = [
    Command::writes("cmd-round-row", &[Key::Char('r')], enter_row),
    Command::writes("cmd-reveal", &[Key::Char('g')], reveal),
    Command::writes("cmd-rebalance", &[Key::Char('b')], rebalance),
    Command::writes("cmd-withdraw-row", &[Key::Char('v')], withdraw),
];

fn view(view: &View<'_>) -> Page<Target> {
    let mut page = Page::default();
    // Old scores beside a round that is being filled would be an anchor for the new ones.
    if let Some(round) = view.session.round_at_hand().filter(|round| !round.is_revealed()) {
        filling(view, &mut page, round);
        buddies(view, &mut page);
        return page;
    }
    let rounds: Vec<&BenefitRound> = view.session.benefit_rounds.iter().filter(|round| round.is_revealed()).collect();
    let Some(last) = rounds.last() else {
        page.blank();
        page.styled(view.t("balance-empty"), view.theme.warn());
        buddies(view, &mut page);
        return page;
    };
    balance_plot::picture(view, &mut page, &rounds);
    page.fold();
    totals(view, &mut page, last);
    page.under();
    selected(view, &mut page, &rounds);
    page.beside();
    balance_plot::heatmap(view, &mut page, last);
    page.under();
    buddies(view, &mut page);
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
            if round.rows.has(code) { (Sign::Done, "round-row-in") } else { (Sign::Todo, "round-row-open") };
        let spans = vec![
            Span::styled(cell(code.as_str(), 7), view.theme.strong()),
            Span::raw(format!("{} {}", view.sign(sign), view.t(word))),
        ];
        page.push(Some(Target::Partner(code.clone())), spans, 5);
    }
}

/// Of the selected partner: what the others say and what it says itself, what that amounts to, and how its balance moved.
fn selected(view: &View<'_>, page: &mut Page<Target>, rounds: &[&BenefitRound]) {
    let Some(last) = rounds.last() else { return };
    let chosen = if let Some(Target::Partner(code)) = view.cursor.get() { Some(code.clone()) } else { None };
    let first = || balance_plot::arrows(view.texts, view.theme, rounds, |_| (String::new(), false)).into_iter().next();
    let Some(code) = chosen.filter(|code| last.about.contains(code)).or_else(|| Some(first()?.0)) else { return };
    let name = view.session.partner(&code).map_or_else(String::new, |partner| partner.name.clone());
    page.section(view.theme, format!("{code} {name}"), Vec::new(), true);
    let found = last.of(&code);
    let sentence = balance_sentence(view.texts, last, &found);
    page.push(None, vec![Span::styled(sentence, view.theme.strong())], 0);
    let net_before = rounds.iter().rev().nth(1).and_then(|before| before.of(&code).net);
    for label in found.labels(net_before) {
        if balance_plot::still_holds(view, last, label, &code) {
            view.warning(page, view.texts.term(label));
        }
    }
    let nets: Vec<String> = rounds.iter().map(|round| view.signed(round.of(&code).net, 0)).collect();
    page.push(
        None,
        vec![Span::styled(format!("{}  ", view.t("net-slope")), view.theme.dim()), Span::raw(nets.join(view.arrow()))],
        2,
    );
    for code in &last.about {
        set_right(view, page, last, code);
    }
}

/// What was decided since the round to set its balance right.
fn set_right(view: &View<'_>, page: &mut Page<Target>, round: &BenefitRound, code: &PartnerCode) {
    let Some(decision) = view.session.rebalance_of(code, round.session) else { return };
    let Some(found) = &decision.rebalance else { return };
    let score = |score: Option<u8>| score.map_or_else(|| view.t("none"), |score| score.to_string());
    let args = [
        ("number", decision.id.as_str().into()),
        ("before", score(found.effort_before).into()),
        ("after", found.effort_after.to_string().into()),
    ];
    let text = format!("{} {}", view.sign(Sign::Done), view.with("rebalance-runs", &args));
    page.push(Some(Target::Record(decision.id.clone())), vec![Span::styled(text, view.theme.good())], 2);
}

fn totals(view: &View<'_>, page: &mut Page<Target>, round: &BenefitRound) {
    let date = notation::date_short(round.date, view.lang());
    let spread = view.with("balance-spread", &[("spread", view.whole(round.spread()).into())]);
    let mut spans = vec![
        Span::styled(
            format!("{}. ", view.with("balance-round", &[("number", round.session.into()), ("date", date.into())])),
            view.theme.dim(),
        ),
        Span::raw(spread),
    ];
    if round.spread().is_some_and(|spread| spread >= SPREAD_HIGH) {
        let sign = view.sign(Sign::Warning);
        spans.push(Span::styled(format!(" {sign} "), view.theme.mark(Role::Amber)));
        spans.push(Span::styled(view.t("balance-uneven"), view.theme.strong()));
    }
    page.push(None, spans, 0);
    // How well each knows the others is shown as a mean of the group only.
    let error = crate::model::figures::mean(round.all().into_iter().filter_map(|found| found.observer_error));
    page.text(view.with("balance-observers", &[("error", view.number(error).into())]));
}

/// Who watches over whom, and what is asked of the buddy (4.3).
fn buddies(view: &View<'_>, page: &mut Page<Target>) {
    page.heading(view.theme, view.t("buddies"));
    let codes: Vec<PartnerCode> = view.session.codes().cloned().collect();
    for code in &codes {
        let Some(watcher) = buddy(&codes, code, view.session.number) else { continue };
        let args = [("buddy", watcher.as_str().into()), ("partner", code.as_str().into())];
        page.push(None, vec![Span::raw(view.with("buddy-asks", &args))], 2);
    }
}

fn selected_partner(desk: &mut Desk) -> Option<PartnerCode> {
    if let Some(Target::Partner(code)) = desk.selected() { Some(code) } else { None }
}

/// The next partner without a row; the selected one when it has none.
fn next_to_enter(desk: &mut Desk) -> Option<PartnerCode> {
    let selected = selected_partner(desk);
    let session = desk.session()?;
    let is_open = |code: &PartnerCode| session.round_at_hand().is_none_or(|round| !round.rows.has(code));
    let first = session.codes().find(|code| is_open(code)).cloned();
    selected.filter(|code| is_open(code) && session.round_at_hand().is_some()).or(first)
}

fn enter_row(desk: &mut Desk) {
    if desk.session().and_then(|session| session.round_at_hand()).is_some_and(|round| round.is_revealed()) {
        let text = desk.t("round-is-revealed");
        return desk.say(text);
    }
    let Some(by) = next_to_enter(desk) else {
        let text = desk.t("round-all-in");
        return desk.say(text);
    };
    let title = desk.with("round-row-title", &[("partner", by.as_str().into())]);
    // One key more than there are partners: the partner's own effort comes last.
    let mut about = rows::partners(desk);
    about.push(PartnerCode(desk.t("round-own-effort")));
    let then = Rc::new(move |desk: &mut Desk, mut scores: Vec<Option<u8>>| {
        let effort = scores.pop().flatten();
        desk.carry_out(vec![Change::Balance(BalanceEdit::Row(EstimateRow { by: by.clone(), scores, effort }))]);
    });
    rows::ask_row(desk, title, about, 10, then);
}

/// A row that is in is locked; what was entered wrong goes as a whole, on record, and is asked again.
fn withdraw(desk: &mut Desk) {
    let chosen = selected_partner(desk);
    let hidden = desk.session().and_then(|session| session.round_at_hand()).filter(|round| !round.is_revealed());
    let by = hidden.and_then(|round| chosen.filter(|code| round.rows.has(code)));
    let Some(by) = by else {
        let text = desk.t("withdraw-which");
        return desk.say(text);
    };
    let title = desk.with("withdraw-title", &[("partner", by.as_str().into())]);
    let explanation = desk.t("withdraw-explanation");
    desk.confirm(title, explanation, "withdraw-yes", "withdraw-no", move |desk| {
        desk.carry_out(vec![Change::Balance(BalanceEdit::Withdraw(by.clone()))]);
    });
}

/// All rows at once; when some are missing that is asked about first.
fn reveal(desk: &mut Desk) {
    let Some(round) = desk.session().and_then(|session| session.round_at_hand()) else {
        let text = desk.t("refused-no-round");
        return desk.say(text);
    };
    let missing: Vec<PartnerCode> = round.about.iter().filter(|code| !round.rows.has(code)).cloned().collect();
    rows::reveal(desk, &missing, |desk| {
        desk.carry_out(vec![Change::Balance(BalanceEdit::Reveal)]);
        // The room looks at the round from the partner on that gains least by it.
        let round = desk.session().and_then(|session| session.round_at_hand());
        let net = |code: &PartnerCode| round.and_then(|round| round.of(code).net).unwrap_or(f64::MAX);
        let first =
            round.and_then(|round| round.about.iter().min_by(|one, other| net(one).total_cmp(&net(other))).cloned());
        if let (Some(first), Some(meeting)) = (first, desk.meeting.as_mut()) {
            meeting.select(Target::Partner(first));
        }
    });
}

/// From a label to a decision: what changes, and to which effort.
fn rebalance(desk: &mut Desk) {
    let Some(partner) = selected_partner(desk) else {
        let text = desk.t("select-a-partner");
        return desk.say(text);
    };
    ask_rebalance(desk, partner);
}

/// Asks what sets the balance of a partner right, and its effort after that.
pub fn ask_rebalance(desk: &mut Desk, partner: PartnerCode) {
    let Some(session) = desk.session() else { return };
    let Some(round) = session.benefit_rounds.iter().rev().find(|round| round.is_revealed()) else {
        let text = desk.t("refused-no-round");
        return desk.say(text);
    };
    let score = |score: Option<u8>| score.map_or_else(|| desk.t("none"), |score| score.to_string());
    let args = [
        ("effort", score(round.row(&partner).and_then(|row| row.effort)).into()),
        ("own", score(round.estimate(&partner, &partner)).into()),
    ];
    let title = desk.with("rebalance-title", &[("partner", partner.as_str().into())]);
    let hint = desk.with("rebalance-hint", &args);
    desk.ask(
        Field::Rebalance(partner.clone()),
        title,
        hint,
        "",
        false,
        Rc::new(move |desk, text| {
            if text.is_empty() {
                return Err(desk.t("refused-blank"));
            }
            ask_effort_after(desk, partner.clone(), text.to_owned());
            Ok(())
        }),
    );
}

fn ask_effort_after(desk: &mut Desk, partner: PartnerCode, text: String) {
    let title = desk.with("rebalance-after", &[("partner", partner.as_str().into())]);
    let hint = desk.t("rebalance-after-hint");
    desk.ask(
        Field::EffortAfter(partner.clone()),
        title,
        hint,
        "",
        false,
        Rc::new(move |desk, answer| {
            let effort_after = answer.parse().map_err(|_| desk.t("number-unclear"))?;
            let item = desk.meeting.as_ref().and_then(|meeting| meeting.item()).map(|item| item.no.clone());
            let edit = BalanceEdit::Rebalance { partner: partner.clone(), text: text.clone(), effort_after, item };
            if let Some(id) = desk.commit(vec![Change::Balance(edit)])? {
                desk.created(&id);
            }
            Ok(())
        }),
    );
}
