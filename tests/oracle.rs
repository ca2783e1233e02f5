//! Every figure of `kompas.json` comes out, and every value of it stands in the session files.

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use stuurgroep::cli::signals::figures;
use stuurgroep::model::ambition::Benefit;
use stuurgroep::model::chain::Partner;
use stuurgroep::model::ids::Month;
use stuurgroep::model::kpi::figures::{aggregate, noise_limits};
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
        let rows: Vec<_> = round.rows.shown().iter().map(|row| row.scores.clone()).collect();
        let effort: Vec<_> = round.rows.shown().iter().map(|row| row.effort).collect();
        assert_eq!(
            (json!(rows), json!(effort)),
            (oracle["benefit_estimates"][&name].clone(), oracle["effort_self"][&name].clone())
        );
    }
    for round in &session.relation.temperatures {
        let rows: Vec<Vec<u8>> =
            round.rows.shown().iter().map(|row| row.scores.iter().map(|score| score.unwrap_or(0)).collect()).collect();
        assert_eq!(json!(rows), oracle["temperature"][format!("S{}", round.session)]);
    }
    for pulse in session.pulses.iter() {
        assert_eq!(json!(pulse.means.shown()), oracle["factor_pulse"][format!("S{}", pulse.session)]);
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
    use stuurgroep::model::privacy::anonymity::inspect;
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

/// What `kompas.json` calls something, by what the program calls it.
fn word(found: impl std::fmt::Debug) -> &'static str {
    let name = format!("{found:?}");
    let words = [
        ("PublicBody", "bestuursorgaan"),
        ("Judicial", "rechterlijk"),
        ("Foundation", "stichting"),
        ("Not", "niet"),
        ("LessWell", "minder goed"),
        ("JustAsWell", "even goed"),
        ("LeadTime", "doorlooptijd"),
        ("Quality", "kwaliteit"),
        ("Cost", "kosten"),
        ("Up", "up"),
        ("Down", "down"),
        ("Month", "month"),
        ("Quarter", "quarter"),
        ("Member", "lid"),
        ("DeputyWithMandate", "plv met mandaat"),
        ("DeputyWithoutMandate", "plv zonder mandaat"),
        ("AbsentWithNotice", "afwezig met bericht"),
        ("Procedure", "procedure"),
        ("Inform", "informeren"),
        ("Discuss", "bespreken"),
        ("Decide", "besluiten"),
        ("Explore", "verkennen"),
        ("Relate", "relatie"),
        ("Consensus", "consensus"),
        ("Consent", "consent"),
        ("Vote", "stemmen"),
        ("Frame", "kader"),
        ("Means", "middelen"),
        ("Covenant", "convenant"),
        ("Rebalance", "bijstelling"),
        ("Application", "toepassing"),
        ("Unanimous", "unaniem aangenomen"),
        ("Adopted", "aangenomen"),
        ("Amended", "geamendeerd aangenomen"),
        ("UnderReservation", "onder voorbehoud aangenomen"),
        ("Deferred", "aangehouden"),
        ("WorkingMethod", "werkwijze"),
        ("Legal", "juridisch"),
        ("Burden", "lasten"),
        ("Yes", "ja"),
        ("Partly", "deels"),
        ("No", "nee"),
        ("Decided", "besloten"),
        ("Returned", "terug met opdracht"),
        ("AdviceAsked", "advies gevraagd"),
        ("Operational", "O"),
        ("Tactical", "T"),
        ("Strategic", "S"),
        ("Released", "vrijgegeven"),
        ("Blocked", "geblokkeerd"),
    ];
    words.into_iter().find(|(known, _)| *known == name).unwrap_or_else(|| panic!("{name} has no word in kompas.json")).1
}

fn list<'a>(oracle: &'a Value, name: &str) -> &'a Vec<Value> {
    oracle[name].as_array().unwrap_or_else(|| panic!("{name} is no list in kompas.json"))
}

/// The number of the session that a record of `kompas.json` names: 3 for `S3`.
fn number_of(record: &Value) -> u32 {
    record["s"].as_str().unwrap().trim_start_matches('S').parse().unwrap()
}

#[test]
fn nothing_is_late_or_unanchored_that_is_not_expected() {
    let oracle = oracle();
    let today = oracle["today"].as_str().unwrap().parse().unwrap();
    let found = figures(&session(4), today);
    let names = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    for section in ["kpi", "benefit", "temperature", "actions", "overdue", "upward", "unanchored_days"] {
        assert_eq!(names(&found[section]), names(&oracle["expected"][section]), "{section}");
    }
    assert_eq!(names(&found["stall"]["signals"]), names(&oracle["expected"]["stall"]["signals"]));
}

#[test]
fn the_chain_stands_in_every_file() {
    let oracle = oracle();
    let chain = &oracle["chain"];
    for session in (1..=4).map(session) {
        let place = format!("session {}", session.number);
        assert_eq!(
            json!([session.chain.name, session.chain.full_name]),
            json!([chain["name"], chain["full"]]),
            "{place}"
        );
        assert_eq!(json!(session.chain.quorum), chain["quorum"], "{place}");
        assert_eq!(
            json!([session.identity.slogan, session.identity.place, session.identity.mascot]),
            json!([chain["slogan"], chain["place"], chain["mascot"]]),
            "{place}"
        );
        assert_eq!(json!(session.ambition.text), chain["ambition"], "{place}");
        let committed = session.ambition.commitments.iter().map(|entry| (entry.ambition_version, entry.date));
        assert!(
            committed.clone().count() == 7
                && committed.clone().all(|entry| entry == (session.ambition.version, session.ambition.since)),
            "{place}: seven commitments to the ambition as it stands"
        );
        let covenant = session.governance.covenant.as_ref().unwrap_or_else(|| panic!("{place} has no covenant"));
        assert_eq!(
            json!([covenant.version, covenant.date, covenant.ends, covenant.review]),
            json!(["version", "date", "ends", "review"].map(|field| &chain["covenant"][field])),
            "{place}"
        );
    }
}

#[test]
fn partners_stand_in_every_file_with_kind_test_outings_and_commitment() {
    let oracle = oracle();
    let order: Vec<Value> = list(&oracle, "partners").iter().map(|partner| partner["code"].clone()).collect();
    assert_eq!(json!(order), oracle["benefit_order"]);
    let newest = session(4);
    for number in 1..=4 {
        let session = session(number);
        let codes: Vec<_> = session.partners.iter().map(|partner| json!(partner.code)).collect();
        assert_eq!(codes, order, "session {number}");
        for (older, newer) in session.partners.iter().zip(newest.partners.iter()) {
            // What they put in and account for grows between meetings; who they are does not.
            let newer = Partner { euros_year: older.euros_year, justified_on: older.justified_on, ..newer.clone() };
            assert_eq!(*older, newer, "partners of session {number}");
        }
    }
    for partner in list(&oracle, "partners") {
        let code = PartnerCode::from(partner["code"].as_str().unwrap());
        let found = newest.partner(&code).unwrap();
        assert_eq!(word(found.kind), partner["kind"], "{code}");
        // The oracle puts the chair in the function; the program keeps it in the chain.
        let chairs = newest.chain.chair.as_ref() == Some(&code);
        let function = format!("{}{}", found.member.function, if chairs { " (voorzitter)" } else { "" });
        assert_eq!(function, partner["function"], "{code}");
        let test = newest.ambition.alone_tests.iter().find(|test| test.partner == code).unwrap();
        assert_eq!(word(test.answer), partner["alone_test"], "{code}");
        let outings = newest.ambition.outings.iter().find(|outings| outings.partner == code).unwrap();
        assert_eq!(
            json!([outings.carrying, outings.total]),
            json!([partner["outings_with_ambition"], partner["outings_total"]]),
            "{code}"
        );
        let (note, expected) =
            (&newest.ambition.commitment(&code).unwrap().note, partner["commitment"]["note"].as_str().unwrap());
        assert!(note.starts_with(expected) && note.is_empty() == expected.is_empty(), "{code}: {note:?}");
    }
}

#[test]
fn a_file_knows_of_a_kpi_what_was_known_that_day() {
    let oracle = oracle();
    let months = list(&oracle, "months");
    for number in 1..=4 {
        let session = session(number);
        let today = Month::of(session.date);
        assert_eq!(session.kpis.len(), list(&oracle, "kpis").len(), "session {number}");
        for (found, kpi) in session.kpis.iter().zip(list(&oracle, "kpis")) {
            let place = format!("{} in session {number}", found.id);
            assert_eq!(found.id.as_str(), kpi["id"], "{place}");
            assert_eq!(found.baseline.as_ref(), found.target_path.first(), "{place}: the path starts at the baseline");
            assert_eq!(
                [word(found.angle), word(found.direction), word(found.frequency)].map(Value::from).to_vec(),
                [kpi["angle"].clone(), kpi["direction"].clone(), kpi["freq"].clone()],
                "{place}"
            );
            let mut expected = Vec::new();
            for (here, month) in months.iter().enumerate() {
                let (value, den) = (&kpi["val"][here], &kpi["den"][here]);
                let known = Month::parse(month.as_str().unwrap()).unwrap() < today;
                if known && !(value.is_null() && den.is_null()) {
                    expected.push(json!([month, value, kpi["num"][here], den]));
                }
            }
            let held = found.values.iter().map(|held| json!([held.month.to_string(), held.value, held.num, held.den]));
            assert_eq!(held.collect::<Vec<_>>(), expected, "{place}");
        }
    }
}

#[test]
fn sessions_took_the_minutes_and_had_the_people_that_are_expected() {
    use stuurgroep::model::State;
    use stuurgroep::model::session::tally::Minutes;
    let oracle = oracle();
    let sessions = list(&oracle, "sessions");
    assert_eq!(sessions.len(), 4);
    for (number, expected) in (1..).zip(sessions) {
        let session = session(number);
        let seats = session.attendance.iter();
        if number == 4 {
            assert_eq!((session.state, session.adopts.as_ref()), (State::Live, None), "session 4");
            assert!(seats.clone().all(|seat| format!("{:?}", seat.presence) == "Unknown"), "session 4");
            continue;
        }
        assert_eq!(session.state, State::Closed, "session {number}");
        let minutes = Minutes::of(&session.agenda);
        assert_eq!(
            json!({
                "procedure": minutes.procedure,
                "informatie": minutes.inform,
                "bespreken": minutes.discuss,
                "besluiten": minutes.decide,
                "relatie": minutes.relate,
            }),
            expected["minutes"],
            "session {number}"
        );
        assert_eq!(json!(session.agenda.items.len()), expected["items"], "session {number}");
        let done = session.agenda.items.iter().filter(|item| item.is_done()).count();
        assert_eq!(json!(done), expected["items_with_outcome"], "session {number}");
        let came: serde_json::Map<_, _> =
            seats.clone().map(|seat| (seat.partner.to_string(), json!(word(seat.presence)))).collect();
        assert_eq!(Value::from(came), expected["attendance"], "session {number}");
        for seat in seats {
            let person = seat.presence.person(session.partner(&seat.partner).unwrap());
            assert_eq!(seat.level, person.map(|person| person.level), "{} in session {number}", seat.partner);
        }
        let next = self::session(number + 1);
        assert_eq!(session.closing.next_date, Some(next.date), "session {number}");
        let tally = next.look_back.iter().find(|tally| tally.session == number).unwrap();
        assert_eq!((&tally.minutes, tally.items), (&minutes, u32::try_from(session.agenda.items.len()).unwrap()));
    }
}

#[test]
fn decisions_stand_in_the_file_of_their_session_as_they_came_out() {
    let oracle = oracle();
    for decision in list(&oracle, "decisions") {
        let id = RecordId::from(decision["id"].as_str().unwrap());
        let number = number_of(decision);
        let held = |number: u32| session(number).decision(&id).cloned();
        assert!(held(number).is_some(), "{id} is not in session {number}");
        assert!((1..number).all(|before| held(before).is_none()), "{id} stands in a file before session {number}");
        for (file, held) in (number..=4).filter_map(|file| Some((file, held(file)?))) {
            assert_eq!((held.session, held.date), (number, session(number).date), "{id} in session {file}");
            assert_eq!(
                json!([held.form.map(word), held.outcome.map(word), held.kind.map(word)]),
                json!([decision["method"], decision["result"], decision["kind"]]),
                "{id} in session {file}"
            );
            let resumed = decision["title"].as_str().unwrap().split("herneming ").nth(1);
            let resumes = held.resumes.as_ref().map(RecordId::as_str);
            assert_eq!(resumes, resumed.map(|title| title.trim_end_matches(')')), "{id} in session {file}");
        }
    }
}

#[test]
fn what_was_written_or_ratified_later_stands_in_later_files_only() {
    use stuurgroep::model::decision::PositionCode;
    let held = |number: u32, id: &str| session(number).decision(&id.into()).unwrap().clone();
    let date = |text: &str| Some(text.parse().unwrap());
    assert_eq!(held(2, "B2026-05").ratified_on, None);
    for number in [3, 4] {
        assert_eq!(held(number, "B2026-05").ratified_on, date("2026-06-24"), "session {number}");
    }
    let jr = |number, id| held(number, id).position(&"JR".into()).unwrap().clone();
    assert_eq!((jr(3, "B2026-07").code, jr(3, "B2026-07").written_on), (PositionCode::Absent, None));
    let later = jr(4, "B2026-07");
    assert_eq!((later.code, later.written_on), (PositionCode::AgreeWithNote, date("2026-09-24")));
    assert_eq!(jr(3, "B2026-08").written_on, date("2026-09-16"));
    assert_eq!(held(3, "B2026-07").resumes, Some("B2026-04".into()));
    assert_eq!(held(4, "B2026-09").touches, ["JR".into()]);
    for number in [2, 3, 4] {
        let found = held(number, "B2026-06");
        let (minority, place) = (&found.minorities[0], format!("session {number}"));
        assert_eq!((minority.partner.as_str(), minority.carries_out), ("POL", Some(true)), "{place}");
        assert!(found.explanation.contains(&minority.text), "{place}: the minority is not word for word");
        assert_eq!(found.review_on, date("2026-09-11"), "{place}");
    }
}

#[test]
fn actions_and_escalations_stand_in_the_file_of_their_session_as_they_were_then() {
    let oracle = oracle();
    for action in list(&oracle, "actions") {
        let (id, number) = (RecordId::from(action["id"].as_str().unwrap()), number_of(action));
        let session = session(number);
        let held = session.actions.iter().find(|held| held.id == id);
        let held = held.unwrap_or_else(|| panic!("{id} is not in session {number}"));
        assert_eq!(json!([held.owner, held.due]), json!([action["owner"], action["due"]]), "{id}");
        let owner = held.owner.as_ref().and_then(|code| session.partner(code));
        assert_eq!(owner.map(|owner| &owner.member.name), Some(&held.person), "{id}");
        assert!(held.done.is_none_or(|done| done <= session.date), "{id} is done after the meeting of its file");
    }
    for escalation in list(&oracle, "escalations") {
        let (id, number) = (RecordId::from(escalation["id"].as_str().unwrap()), number_of(escalation));
        let files: Vec<Session> = (number..=4).map(session).collect();
        let found: Vec<_> =
            files.iter().filter_map(|file| Some((file, file.escalations.iter().find(|held| held.id == id)?))).collect();
        assert!(found.first().is_some_and(|(file, _)| file.number == number), "{id} is not in session {number}");
        for (file, held) in &found {
            let place = format!("{id} in session {}", file.number);
            let path: Vec<_> = held.path.iter().map(word).collect();
            assert_eq!(
                json!([word(held.from), word(held.to), path, held.reason.map(word), held.prepared.map(word)]),
                json!([
                    escalation["from"],
                    escalation["to"],
                    escalation["path"],
                    escalation["reason"],
                    escalation["prepared"]
                ]),
                "{place}"
            );
            assert!(held.raised <= file.date, "{place} is raised after the meeting");
            assert!(held.closed.is_none_or(|closed| closed <= file.date), "{place} is closed after the meeting");
            let repeats = escalation["title"].as_str().unwrap().split("herhaling ").nth(1);
            assert_eq!(
                held.repeats.as_ref().map(RecordId::as_str),
                repeats.map(|theme| theme.trim_end_matches(')')),
                "{place}"
            );
        }
        let (_, last) = found.last().unwrap();
        assert_eq!(json!(last.outcome.map_or("open", word)), escalation["outcome"], "{id}");
    }
}

#[test]
fn rounds_and_cafes_stand_in_the_files_since_they_were_held() {
    let oracle = oracle();
    for number in 1..=4 {
        let session = session(number);
        let held: Vec<u32> = (1..=number.min(3)).collect();
        let sessions = |found: Vec<u32>, what| assert_eq!(found, held, "{what} in session {number}");
        sessions(session.benefit_rounds.iter().map(|round| round.session).collect(), "benefit rounds");
        for round in session.benefit_rounds.iter() {
            assert_eq!(round.date, self::session(round.session).date, "round {} in session {number}", round.session);
            assert!(round.is_revealed(), "round {} in session {number}", round.session);
        }
        sessions(session.relation.temperatures.iter().map(|round| round.session).collect(), "temperatures");
        sessions(session.pulses.iter().map(|pulse| pulse.session).collect(), "pulses");
        for (about, by) in (session.benefit_rounds.iter())
            .map(|round| (&round.about, round.rows.given_by().collect::<Vec<_>>()))
            .chain(session.relation.temperatures.iter().map(|round| (&round.about, round.rows.given_by().collect())))
        {
            assert_eq!((json!(about), json!(by)), (oracle["benefit_order"].clone(), oracle["benefit_order"].clone()));
        }
        let date = session.date.to_string();
        let before = list(&oracle, "cafe").iter().filter(|cafe| cafe["date"].as_str().unwrap() < date.as_str());
        assert_eq!(json!(session.relation.cafes), json!(before.collect::<Vec<_>>()), "cafés in session {number}");
        let urgency: Vec<_> = session.ambition.urgency.iter().map(|round| round.session).collect();
        assert_eq!(urgency, if number < 3 { vec![1] } else { vec![1, 3] }, "urgency in session {number}");
    }
}

#[test]
fn stories_stand_there_by_month_and_the_blocked_one_word_for_word() {
    let oracle = oracle();
    for number in 1..=4 {
        let session = session(number);
        assert_eq!(session.successes.month, Month::of(session.date).plus(-1), "session {number}");
        let per_month = session.successes.per_month();
        for (month, released) in &per_month {
            assert_eq!(json!(released), oracle["stories_per_month"][month.to_string()], "{month} in session {number}");
        }
        let months: Vec<_> = per_month.iter().map(|(month, _)| month.to_string()).collect();
        let all = list(&oracle, "months").iter().map(|month| month.as_str().unwrap().to_owned());
        assert_eq!(months, all.take(months.len()).collect::<Vec<_>>(), "session {number}");
        for story in session.successes.stories.iter().filter(|story| word(story.status) == "vrijgegeven") {
            assert!(story.answers.allow_release(), "{} is released without the four answers", story.id);
            assert!((1..=3).contains(&story.partners.len()), "{} has {} partners", story.id, story.partners.len());
        }
    }
    let session = session(4);
    let november = list(&oracle, "stories_november");
    assert_eq!(session.successes.stories.len(), november.len());
    for (story, expected) in session.successes.stories.iter().zip(november) {
        assert_eq!(word(story.status), expected["status"], "{}", story.id);
        match expected["body"].as_str() {
            Some(body) => assert_eq!(story.situation, body, "{}", story.id),
            None => assert!(story.texts().iter().all(|text| !text.is_empty()), "{} is not written out", story.id),
        }
    }
}

#[test]
fn the_agenda_of_the_fourth_session_asks_what_is_expected() {
    let (session, oracle) = (session(4), oracle());
    let asked: Vec<_> = session.agenda.items.iter().map(|item| json!([item.no, word(item.purpose)])).collect();
    let expected = list(&oracle, "agenda_S4").iter().map(|item| json!([item["no"], item["purpose"]]));
    assert_eq!(asked, expected.collect::<Vec<_>>());
}

#[test]
fn the_next_numbers_follow_on_those_of_kompas() {
    use stuurgroep::model::RecordKind;
    let mut session = session(4);
    let next = [RecordKind::Decision, RecordKind::Action, RecordKind::Escalation].map(|kind| session.next_id(kind));
    assert_eq!(next.map(|id| id.to_string()), ["B2026-10", "A2026-15", "E2026-13"]);
}

#[test]
fn only_what_carries_over_is_old_in_the_next_file() {
    use stuurgroep::model::carry::carry_over;
    fn old<'a>(records: impl Iterator<Item = (&'a RecordId, u32)>, up_to: u32) -> Vec<String> {
        records.filter(|(_, since)| *since <= up_to).map(|(id, _)| id.to_string()).collect()
    }
    for number in 1..4 {
        let new = session(number + 1);
        let next = carry_over(&session(number), new.date);
        let ids = |found: &Session| {
            [
                old(found.decisions.iter().map(|record| (&record.id, record.session)), number),
                old(found.actions.iter().map(|record| (&record.id, record.session)), number),
                old(found.escalations.iter().map(|record| (&record.id, record.session)), number),
                old(found.differences.iter().map(|record| (&record.id, record.session)), number),
            ]
        };
        assert_eq!(ids(&new), ids(&next), "from session {number} to the next");
    }
}

#[test]
fn what_does_not_change_reads_the_same_in_every_file() {
    let newest = session(4);
    for number in 1..4 {
        let session = session(number);
        let place = format!("session {number}");
        assert_eq!(session.chain, newest.chain, "{place}");
        assert_eq!(session.governance, newest.governance, "{place}");
        for (older, newer) in session.ambition.benefits.iter().zip(&newest.ambition.benefits) {
            assert_eq!(*older, Benefit { state: older.state, ..newer.clone() }, "{place}");
        }
        assert_eq!(session.ambition.alone_tests, newest.ambition.alone_tests, "{place}");
        assert_eq!(session.ambition.commitments, newest.ambition.commitments, "{place}");
        for (older, newer) in session.kpis.iter().zip(newest.kpis.iter()) {
            let mut newer = newer.clone();
            newer.values.truncate(older.values.len());
            newer.waits_for.clone_from(&older.waits_for);
            assert_eq!(*older, newer, "{} in {place}", older.id);
        }
        let (older, newer) = (&session.benefit_rounds, &newest.benefit_rounds);
        assert_eq!(older[..], newer[..older.len()], "benefit rounds in {place}");
        let (older, newer) = (&session.relation.temperatures, &newest.relation.temperatures);
        assert_eq!(older[..], newer[..older.len()], "temperatures in {place}");
        let (older, newer) = (&session.pulses, &newest.pulses);
        assert_eq!(older[..], newer[..older.len()], "pulses in {place}");
        let (older, newer) = (&session.ambition.urgency, &newest.ambition.urgency);
        assert_eq!(older[..], newer[..older.len()], "urgency in {place}");
    }
}

#[test]
fn a_record_goes_along_as_it_was_but_for_what_happened_since() {
    for number in 1..4 {
        let (old, new) = (session(number), session(number + 1));
        for newer in new.decisions.iter() {
            let Some(older) = old.decision(&newer.id) else { continue };
            let mut newer = newer.clone();
            newer.ratified_on = older.ratified_on;
            assert!(
                newer.executed_on.is_none_or(|day| older.executed_on == Some(day) || day > old.date),
                "{}",
                newer.id
            );
            newer.executed_on = older.executed_on;
            for (was, is) in older.positions.iter().zip(&mut newer.positions) {
                if is.written_on.is_some_and(|written| written > old.date) {
                    is.clone_from(was);
                }
            }
            if older.explanation.is_empty() {
                newer.explanation.clear();
            }
            assert_eq!(newer, *older, "from session {number} to the next");
        }
        for newer in new.actions.iter() {
            let Some(older) = old.actions.iter().find(|older| older.id == newer.id) else { continue };
            let mut newer = newer.clone();
            assert!(newer.done.is_none_or(|done| done > old.date), "{} was open in session {number}", newer.id);
            newer.done = None;
            newer.waits_for.clone_from(&older.waits_for);
            assert_eq!(newer, *older, "from session {number} to the next");
        }
        for newer in new.escalations.iter() {
            let Some(older) = old.escalations.iter().find(|older| older.id == newer.id) else { continue };
            let mut newer = newer.clone();
            if newer.closed.take().is_some() && older.outcome.map(word) == Some("aangehouden") {
                newer.outcome = older.outcome;
            }
            assert_eq!(newer, *older, "from session {number} to the next");
        }
    }
}

#[test]
fn a_session_adopts_the_report_of_the_one_before_it() {
    for number in 2..4 {
        let (before, session) = (session(number - 1), session(number));
        let adoption = session.adopts.as_ref().unwrap_or_else(|| panic!("session {number} adopts nothing"));
        let file = format!("{:04}-{}.ron", before.number, before.date);
        assert_eq!((adoption.session, &adoption.file, adoption.on), (before.number, &file, session.date));
    }
}
