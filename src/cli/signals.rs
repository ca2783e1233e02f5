//! `signals`: the figures of domain §6, under the keys of `expected` in `kompas.json`.

use super::{Context, End, Failure};
use crate::model::Session;
use crate::model::figures::rounded;
use crate::model::governance::escalation::Upward;
use crate::model::history::dissent::points;
use crate::model::kpi::figures::{Course, Rag, evaluate};
use crate::model::materiality::Materiality;
use crate::model::session::tally::Tally;
use crate::model::statements::stall::{overdue, stall, unanchored};
use crate::model::statements::{Statement, statements};
use crate::text::{Texts, words};
use chrono::NaiveDate;
use serde_json::{Map, Value, json};

pub(super) fn run(context: &Context) -> Result<End, Failure> {
    // What is given in silence is not told here either.
    let session = super::newest(context)?.session;
    let today = context.clock.today();
    if context.json {
        let mut value = figures(&session, today);
        value["dissent"] = dissent(&session);
        value["materiality"] = materiality(&session);
        value["statements"] = stated(&session, today, &context.texts);
        context.print_json(&value)?;
    } else {
        let found = statements(&session, today);
        let rows: Vec<Vec<String>> = found.iter().map(|statement| row(context, &session, statement)).collect();
        context.print_table(&rows)?;
        let late = overdue(&session, today);
        let late: Vec<String> = late.iter().map(|(id, days)| format!("{id} {days}")).collect();
        context.print(&context.texts.named("signals-overdue", &[("list", listed(&late))]))?;
        let waiting: Vec<String> =
            unanchored(&session, today).iter().map(|(id, days)| format!("{id} {days}")).collect();
        context.print(&context.texts.named("signals-unanchored", &[("list", listed(&waiting))]))?;
    }
    Ok(End::Done)
}

/// Records with their days; `none` where there are none, for the message to say so.
fn listed(rows: &[String]) -> String {
    if rows.is_empty() { "none".to_owned() } else { rows.join(", ") }
}

/// Yes, no, set aside or unknown; the statement; the records it rests on.
fn row(context: &Context, session: &Session, statement: &Statement) -> Vec<String> {
    let word = match (statement.set_aside(session), statement.raised) {
        (Some(_), Some(true)) => "put-aside",
        (_, Some(true)) => "yes",
        (_, Some(false)) => "no",
        (_, None) => "unknown",
    };
    let grounds: Vec<String> = statement.grounds().iter().map(ToString::to_string).collect();
    let reason = statement.set_aside(session).map_or_else(String::new, |aside| format!(" [{}]", aside.reason));
    vec![context.texts.get(word), format!("{}{reason}", words(&context.texts, statement)), grounds.join(" ")]
}

/// Dissent per decision against trust, per session.
fn dissent(session: &Session) -> Value {
    let points = points(session).into_iter().map(|point| {
        let value = json!({
            "per_decision": rounded(point.dissent, 2),
            "trust": rounded(point.trust, 2),
            "trust_checked": point.checked,
        });
        (format!("S{}", point.session), value)
    });
    map(points)
}

/// What is pooled and carried out (8.4); null where nobody gave it.
fn materiality(session: &Session) -> Value {
    let found = Materiality::of(session);
    json!({
        "people": found.people,
        "hours_month": found.hours,
        "euros_year": found.euros,
        "decisions_adopted": found.adopted,
        "decisions_executed": found.executed,
    })
}

/// Every statement with its words in this language, its records, and why it was set aside.
fn stated(session: &Session, today: NaiveDate, texts: &Texts) -> Value {
    let one = |found: &Statement| {
        json!({
            "claim": found.claim,
            "about": found.about,
            "raised": found.raised,
            "rank": found.claim.row().rank,
            "text": words(texts, found),
            "records": found.grounds().iter().map(ToString::to_string).collect::<Vec<_>>(),
            "set_aside": found.set_aside(session).map(|aside| &aside.reason),
        })
    };
    statements(session, today).iter().map(one).collect()
}

fn light(rag: Rag) -> &'static str {
    match rag {
        Rag::Green => "groen",
        Rag::Amber => "oranje",
        Rag::Red => "rood",
    }
}

fn map<T: Into<Value>>(pairs: impl IntoIterator<Item = (String, T)>) -> Value {
    Value::Object(pairs.into_iter().map(|(key, value)| (key, value.into())).collect::<Map<String, Value>>())
}

/// Every figure there is, with numbers as numbers, rounded as they are reported.
pub fn figures(session: &Session, today: NaiveDate) -> Value {
    let answers = stall(session, today);
    let raised = answers.iter().filter(|answer| answer.raised == Some(true)).count();
    let signals = map(answers.iter().map(|answer| (answer.signal.key().to_owned(), answer.raised)));
    let (with, total) = session.ambition.outings_total();
    json!({
        "kpi": kpis(session, today),
        "benefit": benefit(session),
        "temperature": temperature(session),
        "actions": map(session.look_back.iter().map(|tally| (label(tally), actions(session, tally)))),
        "overdue": map(overdue(session, today).into_iter().map(|(id, days)| (id.to_string(), days))),
        "upward": upwards(session),
        "stall": { "signals": signals, "count": raised, "of": answers.len() },
        "unanchored_days": map(unanchored(session, today).into_iter().map(|(id, days)| (id.to_string(), days))),
        "outings": { "with_ambition": with, "total": total },
    })
}

fn label(tally: &Tally) -> String {
    format!("S{}", tally.session)
}

fn actions(session: &Session, tally: &Tally) -> Value {
    let found = tally.actions_with(&session.actions);
    json!({ "total": found.total, "on_time": found.on_time })
}

fn upwards(session: &Session) -> Value {
    let one =
        |found: Upward| json!({ "n": found.n, "within_mandate": found.within_mandate, "unprepared": found.unprepared });
    let own = Upward::of(&session.escalations, session.number);
    let earlier = session.look_back.iter().map(|tally| (label(tally), one(tally.upward())));
    map(earlier.chain([(format!("S{}", session.number), one(own))]))
}

fn kpis(session: &Session, today: NaiveDate) -> Value {
    let one = |found: crate::model::kpi::figures::Evaluation| {
        let mut value = json!({
            "last": found.last,
            "last_month": found.last_month.to_string(),
            "path": rounded(found.path, 1),
            "gap": rounded(found.gap, 1),
            "stand": light(found.stand),
            "bijsturen": found.needs_adjustment,
        });
        match found.course {
            Course::TooFewPoints => value["koers"] = json!("te weinig meetpunten"),
            Course::Heading(heading) => {
                value["slope"] = json!(rounded(heading.slope, 2));
                value["needed"] = json!(found.needed.map(|needed| rounded(needed, 2)));
                value["forecast_month"] = json!(heading.month.to_string());
                value["forecast"] = json!(rounded(heading.forecast, 1));
                value["forecast_path"] = json!(rounded(heading.path, 1));
                value["fgap"] = json!(rounded(heading.gap, 1));
                value["koers"] = json!(light(heading.colour));
            }
        }
        value
    };
    let found = session.kpis.iter().filter_map(|kpi| Some((kpi.id.to_string(), one(evaluate(kpi, today)?))));
    map(found)
}

fn benefit(session: &Session) -> Value {
    let rounds = session.benefit_rounds.iter().filter(|round| round.is_revealed()).map(|round| {
        let all = round.all();
        let of = |figure: fn(&crate::model::balance::PartnerBalance) -> Option<f64>| {
            map(all.iter().filter_map(|found| Some((found.partner.to_string(), rounded(figure(found)?, 2)))))
        };
        let value = json!({
            "self": of(|found| found.own),
            "seen": of(|found| found.seen),
            "gap": of(|found| found.gap),
            "net": of(|found| found.net),
            "accuracy_error": of(|found| found.observer_error),
            "mean_abs_gap": round.mean_gap().map(|gap| rounded(gap, 2)),
            "spread": round.spread(),
        });
        (format!("S{}", round.session), value)
    });
    map(rounds)
}

fn temperature(session: &Session) -> Value {
    let rounds = session.relation.shown().map(|round| {
        let received =
            round.about.iter().filter_map(|code| Some((code.to_string(), rounded(round.received(code)?, 2))));
        let value = json!({
            "mean": round.mean().map(|mean| rounded(mean, 2)),
            "min_tie": round.lowest(),
            "received": map(received),
        });
        (format!("S{}", round.session), value)
    });
    map(rounds)
}
