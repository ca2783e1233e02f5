//! Every figure of `kompas.json` comes out, and every value of it stands in the session files.
#![allow(clippy::unwrap_used)]

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use stuurgroep::cli::signals::figures;
use stuurgroep::model::ids::Month;
use stuurgroep::model::kpi_figures::{aggregate, noise_limits};
use stuurgroep::model::{PartnerCode, RecordId, Session};
use stuurgroep::store::format;

fn oracle() -> Value {
    serde_json::from_str(include_str!("fixtures/kompas.json")).unwrap()
}

fn session(number: u32) -> Session {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
    let start = format!("{number:04}-");
    let mut entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let path = entries.find(|path| path.file_name().unwrap().to_string_lossy().starts_with(&start)).unwrap();
    format::parse(&fs::read_to_string(path).unwrap()).unwrap()
}

/// Everything in `expected` stands in `found`; numbers to what is printed.
fn compare(place: &str, expected: &Value, found: &Value, checked: &mut u32) {
    match expected {
        Value::Object(fields) => {
            for (name, value) in fields {
                compare(&format!("{place}.{name}"), value, &found[name], checked);
            }
        }
        Value::Number(number) => {
            let figure = found.as_f64().unwrap_or_else(|| panic!("{place}: expected {number}, found {found}"));
            assert!((figure - number.as_f64().unwrap()).abs() < 1e-9, "{place}: expected {number}, found {figure}");
            *checked += 1;
        }
        other => {
            assert_eq!(other, found, "{place}");
            *checked += 1;
        }
    }
}

#[test]
fn every_expected_figure_comes_out() {
    let oracle = oracle();
    let today = oracle["today"].as_str().unwrap().parse().unwrap();
    let found = figures(&session(4), today);
    for section in
        ["kpi", "benefit", "temperature", "actions", "overdue", "upward", "stall", "unanchored_days", "outings"]
    {
        let mut checked = 0;
        compare(section, &oracle["expected"][section], &found[section], &mut checked);
        assert!(checked > 0, "{section}");
    }
    let sections = oracle["expected"].as_object().unwrap().len();
    assert_eq!(sections, 9, "a section of `expected` is not looked at");
}

#[test]
fn k1_adds_up_and_its_dip_in_august_is_noise() {
    let session = session(4);
    let k1 = &session.kpis[0];
    let (num, den, percent) = aggregate(&k1.values, 12).unwrap();
    assert_eq!((num, den, format!("{percent:.1}").as_str()), (745, 1274, "58.5"));
    let (_, _, quarter) = aggregate(&k1.values, 3).unwrap();
    assert_eq!(format!("{quarter:.1}"), "60.0");
    let (low, high) = noise_limits(k1).unwrap();
    assert_eq!((format!("{low:.1}").as_str(), format!("{high:.1}").as_str()), ("52.1", "64.8"));
    let august = k1.values.iter().find(|value| value.month == Month::parse("2026-08").unwrap()).unwrap().value.unwrap();
    assert!(low < august && august < high);
}

#[test]
fn kpis_stand_there_with_every_value() {
    let session = session(4);
    let oracle = oracle();
    let months = oracle["months"].as_array().unwrap();
    for kpi in oracle["kpis"].as_array().unwrap() {
        let found = session.kpis.iter().find(|found| kpi["id"] == found.id.as_str()).unwrap();
        assert_eq!(
            (json!(found.name), json!(found.unit), json!(found.owner)),
            (kpi["name"].clone(), kpi["unit"].clone(), kpi["owner"].clone())
        );
        assert_eq!(json!(found.tolerance), kpi["tol"]);
        let path: Vec<Value> =
            found.target_path.iter().map(|point| json!([point.month.to_string(), point.value])).collect();
        assert_eq!(json!(path), kpi["path"], "{}", found.id);
        for (place, month) in months.iter().enumerate() {
            let value = found.values.iter().find(|value| *month == value.month.to_string());
            assert_eq!(json!(value.and_then(|value| value.value)), kpi["val"][place], "{} {month}", found.id);
            for (part, held) in [("num", value.and_then(|value| value.num)), ("den", value.and_then(|value| value.den))]
            {
                if kpi.get(part).is_some() {
                    assert_eq!(json!(held), kpi[part][place], "{} {month} {part}", found.id);
                }
            }
        }
    }
}

#[test]
fn partners_stand_there_with_their_people_and_what_they_gain() {
    let session = session(4);
    for partner in oracle()["partners"].as_array().unwrap() {
        let code = PartnerCode::from(partner["code"].as_str().unwrap());
        let found = session.partner(&code).unwrap();
        assert_eq!(
            (json!(found.name), json!(found.member.name), json!(found.member.level)),
            (partner["name"].clone(), partner["member"].clone(), partner["level"].clone())
        );
        assert!(partner["function"].as_str().unwrap().starts_with(&found.member.function), "{code}");
        let deputy = found.deputy.as_ref();
        assert_eq!(json!(deputy.map_or("-", |person| &person.name)), partner["deputy"]);
        assert_eq!(json!(deputy.map(|person| person.level)), partner["deputy_level"]);
        assert_eq!(json!(deputy.and_then(|person| person.mandate_until)), partner["deputy_mandate_until"]);
        assert_eq!(json!(found.effort_hours_month), partner["effort_hours_month"]);
        assert_eq!(json!(found.profile.red_lines), json!([partner["red_line"]]));
        let benefit = session.ambition.benefit(&code).unwrap();
        assert_eq!(
            (json!(benefit.text), json!(benefit.kpi)),
            (partner["benefit"].clone(), partner["benefit_kpi"].clone())
        );
        let commitment = session.ambition.commitment(&code).unwrap();
        assert_eq!(json!(commitment.ambition_version), partner["commitment"]["ambition_version"]);
        assert_eq!(json!(commitment.date), partner["commitment"]["date"]);
        for (number, name) in [(1, "S1"), (3, "S3")] {
            assert_eq!(json!(session.ambition.urgency_of(&code, number)), partner["urgency"][name], "{code} {name}");
        }
    }
}

/// The newest file that holds a record tells how it stands.
fn newest<T>(of: impl Fn(&Session) -> Vec<(RecordId, T)>) -> BTreeMap<RecordId, T> {
    (1..=4).map(session).flat_map(|session| of(&session)).collect()
}

#[test]
fn decisions_stand_there_with_every_position() {
    let found = newest(|session| session.decisions.iter().map(|found| (found.id.clone(), found.clone())).collect());
    let oracle = oracle();
    let order: Vec<PartnerCode> = oracle["benefit_order"]
        .as_array()
        .unwrap()
        .iter()
        .map(|code| PartnerCode::from(code.as_str().unwrap()))
        .collect();
    let letters = |positions: &[stuurgroep::model::decision::Position]| {
        let letter = |code: &PartnerCode| {
            positions.iter().find(|found| found.partner == *code).map_or('-', |found| found.code.letter())
        };
        order.iter().map(|code| letter(code).to_string()).collect::<Vec<_>>().join(" ")
    };
    for decision in oracle["decisions"].as_array().unwrap() {
        let id = decision["id"].as_str().unwrap();
        let held = &found[&RecordId::from(id)];
        assert_eq!(
            (json!(held.text), json!(letters(&held.positions))),
            (decision["title"].clone(), decision["pos"].clone()),
            "{id}"
        );
        assert_eq!(json!(format!("S{}", held.session)), decision["s"], "{id}");
        assert_eq!(
            (json!(held.article), json!(held.in_covenant)),
            (decision["covenant_article"].clone(), decision["in_covenant"].clone()),
            "{id}"
        );
        if let Some(note) = decision["note"].as_str() {
            assert_eq!(held.explanation, note, "{id}");
        }
        if let Some(round) = decision["round1"].as_str() {
            assert_eq!(letters(&held.rounds[0].positions), round, "{id}");
        }
        let trust = held.trust.as_ref().map(|trust| json!({ "mean": trust.mean, "min": trust.min }));
        assert_eq!(trust.unwrap_or_default(), decision["trust"], "{id}");
        for position in held.positions.iter().filter(|position| position.code.needs_reason()) {
            assert!(!position.reason.is_empty(), "{id} {}", position.partner);
        }
    }
    assert_eq!(found.len(), oracle["decisions"].as_array().unwrap().len());
}

#[test]
fn actions_and_escalations_stand_there_as_they_ended() {
    let oracle = oracle();
    let actions = newest(|session| session.actions.iter().map(|found| (found.id.clone(), found.clone())).collect());
    for action in oracle["actions"].as_array().unwrap() {
        let held = &actions[&RecordId::from(action["id"].as_str().unwrap())];
        assert_eq!(
            (json!(held.text), json!(held.owner), json!(held.due), json!(held.done)),
            (action["title"].clone(), action["owner"].clone(), action["due"].clone(), action["done"].clone()),
            "{}",
            held.id
        );
        assert_eq!(json!(format!("S{}", held.session)), action["s"], "{}", held.id);
    }
    let escalations =
        newest(|session| session.escalations.iter().map(|found| (found.id.clone(), found.clone())).collect());
    for escalation in oracle["escalations"].as_array().unwrap() {
        let held = &escalations[&RecordId::from(escalation["id"].as_str().unwrap())];
        assert_eq!(
            (json!(held.title), json!(held.raised), json!(held.closed)),
            (escalation["title"].clone(), escalation["raised"].clone(), escalation["closed"].clone()),
            "{}",
            held.id
        );
        assert_eq!(json!(held.within_lower_mandate), escalation["within_lower_mandate"], "{}", held.id);
        assert_eq!(held.path.len(), escalation["path"].as_array().unwrap().len(), "{}", held.id);
    }
    assert_eq!((actions.len(), escalations.len()), (14, 12));
}

#[test]
fn rounds_temperatures_pulses_cafes_and_stories_stand_there() {
    let session = session(4);
    let oracle = oracle();
    for round in session.benefit_rounds.iter() {
        let name = format!("S{}", round.session);
        let rows: Vec<_> = round.rows.iter().map(|row| row.scores.clone()).collect();
        let effort: Vec<_> = round.rows.iter().map(|row| row.effort).collect();
        assert_eq!(
            (json!(rows), json!(effort)),
            (oracle["benefit_estimates"][&name].clone(), oracle["effort_self"][&name].clone())
        );
    }
    for round in &session.relation.temperatures {
        let rows: Vec<Vec<u8>> =
            round.rows.iter().map(|row| row.scores.iter().map(|score| score.unwrap_or(0)).collect()).collect();
        assert_eq!(json!(rows), oracle["temperature"][format!("S{}", round.session)]);
    }
    for pulse in session.pulses.iter() {
        assert_eq!(json!(pulse.means), oracle["factor_pulse"][format!("S{}", pulse.session)]);
    }
    assert_eq!((session.benefit_rounds.len(), session.relation.temperatures.len(), session.pulses.len()), (3, 3, 3));
    assert_eq!(json!(session.relation.cafes), oracle["cafe"]);
    let months: BTreeMap<String, u32> =
        session.successes.per_month().into_iter().map(|(month, released)| (month.to_string(), released)).collect();
    assert_eq!(json!(months), oracle["stories_per_month"]);
    assert_eq!(session.successes.credits(&"JR".into()), 1, "JR figures in one story in six months");
    for (story, expected) in session.successes.stories.iter().zip(oracle["stories_november"].as_array().unwrap()) {
        assert_eq!(
            (json!(story.title), json!(story.partners)),
            (expected["title"].clone(), expected["partners"].clone())
        );
    }
    for (number, expected) in (1..).zip(oracle["sessions"].as_array().unwrap()) {
        assert_eq!(json!(self::session(number).date), expected["date"]);
    }
    for (item, expected) in session.agenda.items.iter().zip(oracle["agenda_S4"].as_array().unwrap()) {
        assert_eq!(
            (json!(item.no), json!(item.title), json!(item.minutes)),
            (expected["no"].clone(), expected["title"].clone(), expected["minutes"].clone())
        );
    }
    assert_eq!(session.agenda.items.len(), oracle["agenda_S4"].as_array().unwrap().len());
    assert_eq!(json!(session.ambition.text), oracle["chain"]["ambition"]);
}

#[test]
fn the_guard_finds_two_hard_and_four_soft_traces_in_the_blocked_story() {
    use stuurgroep::model::anonymity::inspect;
    let oracle = oracle();
    let story = &oracle["stories_november"][3];
    let found = inspect(story["body"].as_str().unwrap());
    let hard = found.iter().filter(|trace| trace.trace.is_hard()).count();
    assert_eq!(
        (json!(hard), json!(found.len() - hard)),
        (story["expected"]["hard"].clone(), story["expected"]["soft"].clone())
    );
}

#[test]
fn each_file_carries_over_into_the_next() {
    use stuurgroep::model::carry::carry_over;
    for number in 1..4 {
        let (old, new) = (session(number), session(number + 1));
        let next = carry_over(&old, new.date);
        for decision in next.decisions.iter() {
            assert!(new.decision(&decision.id).is_some(), "{} in {}", decision.id, new.number);
        }
        for action in next.actions.iter() {
            assert!(new.actions.iter().any(|found| found.id == action.id), "{} in {}", action.id, new.number);
        }
        for escalation in next.escalations.iter() {
            assert!(
                new.escalations.iter().any(|found| found.id == escalation.id),
                "{} in {}",
                escalation.id,
                new.number
            );
        }
        assert_eq!(next.look_back, new.look_back, "the tallies of session {}", new.number);
    }
}
