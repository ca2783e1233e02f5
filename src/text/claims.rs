//! Signals and warnings in words.

use super::{Term, Texts, notation};
use crate::model::statements::{Claim, Statement, Value};

/// The statement in words, with its values as they are written in this language.
pub fn words(texts: &Texts, statement: &Statement) -> String {
    let values: Vec<(&str, String)> =
        statement.values.iter().map(|(name, value)| (*name, written(texts, value))).collect();
    let text = texts.named(statement.claim.id(), &values);
    match (statement.claim, statement.values.first()) {
        (Claim::Stall(_), Some((_, Value::Text(of)))) if !of.is_empty() => format!("{text} ({of})"),
        _ => text,
    }
}

fn written(texts: &Texts, value: &Value) -> String {
    match value {
        Value::Text(text) if text.is_empty() => texts.get("none"),
        Value::Text(text) => text.clone(),
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
