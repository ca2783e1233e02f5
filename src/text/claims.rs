//! Signals and warnings in words.

use super::{Term, Texts, notation};
use crate::model::balance::{BenefitRound, PartnerBalance};
use crate::model::privacy::silence::Hidden;
use crate::model::statements::{Claim, Statement, Value};
use fluent_bundle::FluentValue;

/// The statement in words, with its values as they are written in this language.
pub fn words(texts: &Texts, statement: &Statement) -> String {
    let values: Vec<(&str, FluentValue<'_>)> = statement
        .values
        .iter()
        .map(|(name, value)| match value {
            // A count as a number, so that one day is not *1 days*.
            Value::Count(number) => (*name, (*number).into()),
            Value::Text(_)
            | Value::Partners(_)
            | Value::Kpis(_)
            | Value::Body(_)
            | Value::Link(_)
            | Value::Covenant(_)
            | Value::Meeting(_)
            | Value::Figure(_)
            | Value::Grade(_)
            | Value::Day(_)
            | Value::Month(_)
            | Value::Face(_)
            | Value::Corner(_)
            | Value::Room(_) => (*name, written(texts, value).into()),
        })
        .collect();
    let text = texts.with(statement.claim.id(), &values);
    if let (Claim::Stall(_), Some((_, Value::Text(of)))) = (statement.claim, statement.values.first())
        && !of.is_empty()
    {
        return format!("{text} ({of})");
    }
    // What is not so has nothing to name.
    if statement.raised == Some(true) { text } else { without_nothing(&text, &texts.get("none")) }
}

/// A text without the brackets in which something is missing.
fn without_nothing(text: &str, none: &str) -> String {
    let Some((head, rest)) = text.split_once(" (") else { return text.to_owned() };
    match rest.split_once(')') {
        Some((held, tail)) if held.contains(none) => format!("{head}{}", without_nothing(tail, none)),
        Some((held, tail)) => format!("{head} ({held}){}", without_nothing(tail, none)),
        None => text.to_owned(),
    }
}

/// What waits for its reveal, in words.
pub fn hidden_words(texts: &Texts, hidden: &Hidden) -> String {
    let rows = |id, rows: usize| texts.with(id, &[("count", rows.into())]);
    match hidden {
        Hidden::Benefit(count) => rows("hidden-benefit", *count),
        Hidden::Temperature(count) => rows("hidden-temperature", *count),
        Hidden::Pulse(count) => rows("hidden-pulse", *count),
        Hidden::Positions(id) => texts.with("hidden-positions", &[("number", id.as_str().into())]),
    }
}

/// What the others and the partner itself say of its benefit, also where somebody says nothing.
pub fn balance_sentence(texts: &Texts, round: &BenefitRound, found: &PartnerBalance) -> String {
    let partner = found.partner.as_str();
    let grade = |value: Option<f64>| value.map_or_else(String::new, |value| notation::grade(value, texts.lang));
    let given = if round.row(&found.partner).is_some() { "yes" } else { "no" };
    let id = match (found.seen, found.own) {
        (Some(_), Some(_)) => "balance-sentence",
        (None, Some(_)) => "balance-sentence-own",
        (Some(_), None) => "balance-sentence-seen",
        (None, None) => "balance-sentence-none",
    };
    let args = [
        ("partner", partner.into()),
        ("seen", grade(found.seen).into()),
        ("own", grade(found.own).into()),
        ("given", given.into()),
    ];
    texts.with(id, &args)
}

fn written(texts: &Texts, value: &Value) -> String {
    match value {
        Value::Text(text) if text.is_empty() => texts.get("none"),
        Value::Text(text) => text.clone(),
        Value::Partners(codes) if codes.is_empty() => texts.get("none"),
        Value::Partners(codes) => codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        Value::Kpis(ids) => ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        Value::Body(name) | Value::Link(name) | Value::Covenant(name) => name.clone(),
        Value::Meeting(number) => number.to_string(),
        Value::Count(number) => number.to_string(),
        Value::Figure(figure) => notation::decimal(*figure, 1, texts.lang),
        Value::Grade(grade) => notation::grade(*grade, texts.lang),
        Value::Day(day) => notation::date_short(*day, texts.lang),
        Value::Month(month) => notation::month_long(month.year, month.month, texts.lang),
        Value::Corner(angle) => texts.term(*angle),
        Value::Room(room) => texts.term(*room),
        Value::Face(part) => texts.term(*part),
    }
}
