//! Records as rows: what is on record under an item, and everything for the search.

use crate::desk::{Target, View};
use crate::model::action::{Action, Origin};
use crate::model::agenda::Room;
use crate::model::decision::Decision;
use crate::model::difference::Difference;
use crate::model::statements::Claim;
use crate::model::{ItemNo, RecordId};
use crate::text::{notation, words};
use crate::widgets::theme::Sign;
use crate::widgets::{Page, Role};
use ratatui::style::Style;
use ratatui::text::Span;

/// The positions as letters in the order of the partners: `I I A I I I I`.
pub fn letters(view: &View<'_>, decision: &Decision) -> String {
    let letter = |code| decision.position(code).map_or("-".to_owned(), |position| position.code.letter().to_string());
    let letters: Vec<String> = view.session.partners.iter().map(|partner| letter(&partner.code)).collect();
    letters.join(" ")
}

/// A decision: number, outcome, positions, text.
pub fn decision(view: &View<'_>, page: &mut Page<Target>, decision: &Decision) {
    let mut spans =
        vec![Span::styled(format!("{}  ", decision.id), view.theme.key()), Span::raw(decision.text.clone())];
    let outcome = decision.outcome.map(|outcome| view.texts.term(outcome)).unwrap_or_else(|| view.t("no-outcome-yet"));
    spans.push(Span::styled(format!("  {} {outcome}", view.sign(Sign::Bullet)), view.theme.dim()));
    if !decision.sealed.is_empty() {
        let args = [("count", decision.sealed.len().into()), ("all", view.session.partners.len().into())];
        spans.push(Span::styled(format!("  {}", view.with("positions-sealed", &args)), view.theme.warn()));
    }
    if !decision.positions.is_empty() {
        spans.push(Span::styled(format!("  [{}]", letters(view, decision)), view.theme.dim()));
    }
    if let Some(votes) = crate::text::votes(view.texts, decision) {
        spans.push(Span::styled(format!("  {votes}"), view.theme.dim()));
    }
    if let Some(day) = decision.executed_on {
        let date = notation::date_short(day, view.lang());
        spans
            .push(Span::styled(format!("  {}", view.with("executed-on", &[("date", date.into())])), view.theme.good()));
    }
    page.push(Some(Target::Record(decision.id.clone())), spans, 10);
    for minority in &decision.minorities {
        let text = view.with(
            "minority-line",
            &[("partner", minority.partner.as_str().into()), ("text", minority.text.as_str().into())],
        );
        page.push(None, vec![Span::raw(format!("          {text}"))], 10);
    }
    for found in view.raised(Claim::NoTrustCheck).filter(|found| found.records.contains(&decision.id)) {
        view.warning(page, words(view.texts, found));
    }
}

/// How long a decision waits for its place in the covenant.
pub fn unanchored(view: &View<'_>, decision: &Decision, days: i64) -> String {
    match decision.article.as_deref().filter(|article| !article.trim().is_empty()) {
        Some(article) => view.with("unanchored-days", &[("article", article.into()), ("days", days.into())]),
        None => view.with("unanchored-nowhere", &[("days", days.into())]),
    }
}

/// An action: number, owner, text, date, days late, times postponed, from what.
pub fn action(view: &View<'_>, page: &mut Page<Target>, action: &Action) {
    let owner = action.owner.as_ref().map_or("?".to_owned(), ToString::to_string);
    let mut spans = vec![
        Span::styled(format!("{}  ", action.id), view.theme.key()),
        Span::styled(format!("{owner:<4} "), view.theme.strong()),
        Span::raw(action.text.clone()),
    ];
    if let Some(code) = action.waits_for.as_ref().filter(|_| action.is_open()) {
        let text = view.with("waits-for", &[("partner", code.as_str().into())]);
        spans.push(Span::styled(format!("  {text}"), view.theme.warn()));
    }
    let (text, style) = action_state(view, action);
    spans.push(Span::styled(format!("  {} {text}", view.sign(Sign::Bullet)), style));
    if !action.postponed.is_empty() {
        let times = view.with("postponed-times", &[("count", action.postponed.len().into())]);
        spans.push(Span::styled(format!(", {times}"), view.theme.warn()));
    }
    if let Some(Origin::Record(from)) = &action.from {
        spans.push(Span::styled(
            format!(", {}", view.with("from-record", &[("number", from.as_str().into())])),
            view.theme.dim(),
        ));
    }
    let age = view.session.age(action.session);
    if age > 1 {
        spans.push(Span::styled(format!(", {}", view.with("age", &[("count", age.into())])), view.theme.dim()));
    }
    page.push(Some(Target::Record(action.id.clone())), spans, 10);
}

fn action_state(view: &View<'_>, action: &Action) -> (String, Style) {
    if let Some(done) = action.done {
        let date = notation::date_short(done, view.lang());
        return (view.with("done-on", &[("date", date.into())]), view.theme.good());
    }
    if let Some(dropped) = action.dropped {
        let date = notation::date_short(dropped, view.lang());
        return (view.with("dropped-on", &[("date", date.into())]), view.theme.dim());
    }
    match (action.overdue_days(view.today()), action.due) {
        (Some(days), _) => (view.with("days-late", &[("count", days.into())]), view.theme.bad()),
        (None, Some(due)) => {
            (view.with("due-on", &[("date", notation::date_short(due, view.lang()).into())]), Style::new())
        }
        (None, None) => (view.t("no-date-yet"), view.theme.warn()),
    }
}

/// A disagreement: number, partners, text, where it stands.
pub fn difference(view: &View<'_>, page: &mut Page<Target>, difference: &Difference) {
    let mut spans = vec![
        Span::styled(format!("{}  ", difference.id), view.theme.key()),
        Span::styled(format!("{} ", view.codes(&difference.partners)), view.theme.strong()),
        Span::raw(difference.text.clone()),
        Span::styled(format!("  {} {}", view.sign(Sign::Bullet), view.texts.term(difference.status)), view.theme.dim()),
    ];
    if let Some(review) = difference.review_on {
        let date = notation::date_short(review, view.lang());
        let due = review <= view.today() && difference.status != crate::model::difference::DifferenceStatus::Resolved;
        let text = view.with("review-on", &[("date", date.into())]);
        match due {
            true => spans.extend([
                Span::styled(format!("  {} ", view.sign(Sign::Amber)), view.theme.mark(Role::Amber)),
                Span::raw(text),
            ]),
            false => spans.push(Span::styled(format!(", {text}"), view.theme.dim())),
        }
    }
    page.push(Some(Target::Record(difference.id.clone())), spans, 10);
}

/// A disagreement with what would settle it.
pub fn difference_in_full(view: &View<'_>, page: &mut Page<Target>, found: &Difference) {
    difference(view, page, found);
    if !found.would_change.trim().is_empty() {
        let text = view.with("would-change", &[("text", found.would_change.as_str().into())]);
        page.push(None, vec![Span::styled(format!("          {text}"), view.theme.dim())], 10);
    }
}

fn note(view: &View<'_>, page: &mut Page<Target>, id: &RecordId, text: &str) {
    let spans = vec![Span::styled(format!("{id}  "), view.theme.key()), Span::raw(text.to_owned())];
    page.push(Some(Target::Record(id.clone())), spans, 10);
}

/// What is on record under the item of the page, of this session, and what hangs on that; what the item is about; and on the
/// page of a room without an item what hangs on none.
pub fn under_item(view: &View<'_>, page: &mut Page<Target>) {
    let session = view.session;
    let no = view.item.map(|item| &item.no);
    let shown = page.targets();
    let mut rows = Page::default();
    let own = |since: u32| since == session.number;
    let here = |found: &Option<ItemNo>, since: u32| own(since) && found.as_ref() == no;
    let fresh = |id: &RecordId| !shown.contains(&Target::Record(id.clone()));
    let about = |id: &RecordId| view.item.is_some_and(|item| item.about.contains(id));
    let decisions = session.decisions.iter().filter(|found| here(&found.item, found.session) || about(&found.id));
    decisions.filter(|found| fresh(&found.id)).for_each(|found| decision(view, &mut rows, found));
    let differences = session.differences.iter().filter(|found| here(&found.item, found.session));
    differences.filter(|found| fresh(&found.id)).for_each(|found| difference(view, &mut rows, found));
    // An action that follows from a record stands where that record does.
    let there = rows.targets();
    let hangs = |from: &Option<Origin>| match from {
        None => no.is_none(),
        Some(Origin::Item(item)) => Some(item) == no,
        Some(Origin::Record(id)) => {
            let record = Target::Record(id.clone());
            shown.contains(&record) || there.contains(&record)
        }
    };
    let actions = session.actions.iter().filter(|found| own(found.session) && hangs(&found.from) && fresh(&found.id));
    actions.for_each(|found| action(view, &mut rows, found));
    let escalations = session.escalations.iter().filter(|found| about(&found.id) && fresh(&found.id));
    escalations.for_each(|found| note(view, &mut rows, &found.id, &found.title));
    let notes = session.notes.iter().filter(|found| here(&found.item, found.session) && fresh(&found.id));
    notes.for_each(|found| note(view, &mut rows, &found.id, &found.text));
    // The closing reads everything back in any case.
    if rows.is_empty() && view.item.is_none_or(|item| item.room == Room::Closing) {
        return;
    }
    page.heading(view.theme, view.t("on-record-here"));
    if rows.is_empty() {
        view.nothing_on_record(page);
    } else {
        page.go_on_with(rows);
    }
}

/// Every record of the session with its words.
pub fn all(view: &View<'_>) -> Vec<(RecordId, String)> {
    let session = view.session;
    let decisions = session.decisions.iter().map(|found| (found.id.clone(), found.text.clone()));
    let actions = session.actions.iter().map(|found| (found.id.clone(), found.text.clone()));
    let differences = session.differences.iter().map(|found| (found.id.clone(), found.text.clone()));
    let escalations = session.escalations.iter().map(|found| (found.id.clone(), found.title.clone()));
    let stories = session.successes.stories.iter().map(|found| (found.id.clone(), found.title.clone()));
    let notes = session.notes.iter().map(|found| (found.id.clone(), found.text.clone()));
    decisions.chain(actions).chain(differences).chain(escalations).chain(stories).chain(notes).collect()
}
