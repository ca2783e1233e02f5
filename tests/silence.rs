//! What is given in silence shows nowhere before its reveal: two meetings that differ in hidden scores only look the same.

use crate::stage::{Stage, moment};
use std::fs;
use std::path::Path;
use std::process::Command;
use stuurgroep::desk::Target;
use stuurgroep::desk::meeting::Tab;
use stuurgroep::model::agenda::Room;
use stuurgroep::model::balance::{BenefitRound, EstimateRow};
use stuurgroep::model::carry::carry_over;
use stuurgroep::model::change::{
    BalanceEdit, Change, DecisionEdit, MeetingEdit, MembershipEdit, Refusal, RelationEdit, apply,
};
use stuurgroep::model::decision::Decision;
use stuurgroep::model::decision::position::{Position, PositionCode};
use stuurgroep::model::privacy::sealed::{Sealed, Shown};
use stuurgroep::model::privacy::silence::Hidden;
use stuurgroep::model::relation::{Relation, TemperatureRound, TemperatureRow};
use stuurgroep::model::session::{FactorPulse, PulseRow};
use stuurgroep::model::validate::problems;
use stuurgroep::model::{PartnerCode, RecordKind, Session};
use stuurgroep::store::format;
use stuurgroep::text::Lang;

const SIX: [&str; 6] = ["POL", "OM", "RB", "RVK", "HLT", "GEM"];

fn estimate(by: &str, score: u8) -> Change {
    let row = EstimateRow { by: by.into(), scores: vec![Some(score); 7], effort: Some(11 - score) };
    Change::Balance(BalanceEdit::Row(row))
}

fn warmth(by: &str, score: u8) -> Change {
    let row = TemperatureRow { by: by.into(), scores: vec![Some(score); 7] };
    Change::Relation(RelationEdit::Temperature(row))
}

fn pulse(by: &str, score: Option<u8>) -> Change {
    Change::Relation(RelationEdit::Pulse(PulseRow { by: by.into(), scores: vec![score; 8] }))
}

/// A word that only a sealed position says: whatever output has it, looked where nobody may look.
const PLANTED: &str = "waterlinie";

/// Kompas with six of seven in: benefit, temperature, pulse, and positions on a decision with their reasons.
fn filled(lang: Lang, score: u8, position: PositionCode) -> Stage {
    let mut stage = Stage::kompas(lang, 4);
    stage.app.desk.carry_out(vec![Change::Meeting(MeetingEdit::AllMembers)]);
    let record = Change::Record { kind: RecordKind::Decision, item: None, text: "Proef met weekenddienst".into() };
    stage.app.desk.carry_out(vec![record]);
    let id = stage.session().decisions.last().unwrap().id.clone();
    for by in SIX {
        let reason = format!("{PLANTED} {score}");
        let given = Position { partner: by.into(), code: position, reason, written_on: None };
        stage.app.desk.carry_out(vec![
            estimate(by, score),
            warmth(by, score),
            pulse(by, Some(score.div_ceil(2))),
            Change::Decision(id.clone(), DecisionEdit::Seal(given)),
        ]);
    }
    assert_eq!(stage.session().round_at_hand().unwrap().rows.len(), 6);
    stage.settle();
    stage
}

/// Every pane, every layer and home.
fn seen(stage: &mut Stage) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for room in Room::ALL {
        stage.app.desk.meeting.as_mut().unwrap().go_to(Tab::Room(room));
        found.push((format!("{room:?}"), stage.screen(140, 45)));
        found.push((format!("page of {room:?}"), stage.page()));
        found.push((format!("{room:?}, first row"), stage.keys("<Enter>").screen(140, 45)));
        stage.keys("<Esc><Esc>");
        found.push((format!("warnings of {room:?}"), stage.keys("z").screen(140, 45)));
        stage.keys("<Esc><Esc>");
    }
    for (name, keys) in [
        ("signals", "!"),
        ("compare", "=3<Enter>"),
        ("search", "/proef"),
        ("pulse", "W"),
        ("closing", "C"),
        ("help", "?"),
    ] {
        stage.app.desk.meeting.as_mut().unwrap().go_to(Tab::Room(Room::Closing));
        found.push((name.to_owned(), stage.keys(keys).screen(140, 45)));
        stage.keys("<Esc><Esc>");
    }
    let id = stage.session().decisions.last().unwrap().id.clone();
    stage.app.desk.meeting.as_mut().unwrap().go_to(Tab::Room(Room::Differences));
    stage.app.desk.meeting.as_mut().unwrap().select(Target::Record(id));
    for (name, keys) in [("details of the decision", "<Enter>"), ("positions", "p")] {
        found.push((name.to_owned(), stage.keys(keys).screen(140, 45)));
        stage.keys("<Esc><Esc>");
    }
    stage.app.desk.go_home();
    stage.settle();
    found.push(("home".to_owned(), stage.screen(140, 45)));
    stage.app.desk.open(4);
    found
}

/// What every command says that says something of a meeting, and what stands in the index and in the forms after that.
fn said(stage: &Stage, lang: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let (root, id) = (stage.folder.path(), stage.session().decisions.last().unwrap().id.to_string());
    let (dir, forms) = (root.to_str().unwrap(), root.join("forms"));
    let run = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_stuurgroep"));
        command.env_clear().env("XDG_CACHE_HOME", root.join("cache"));
        command.args(args).args(["--lang", lang, "--today", "2026-12-10", "--dir", dir]);
        let output = command.output().unwrap();
        assert!(output.stderr.is_empty(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap().replace(dir, "DIR")
    };
    let registers = ["decisions", "actions", "differences", "escalations", "stories", "notes", "articles", "mandates"];
    let mut commands: Vec<Vec<&str>> = ["signals", "list", "check"].map(|name| vec![name]).into();
    commands.extend([vec!["show", "4"], vec!["export", "4"], vec!["card", &id], vec!["search", "proef"]]);
    commands.extend([vec!["search", PLANTED], vec!["register", "kpi_values"], vec!["register", "texts"]]);
    commands.extend(registers.map(|name| vec!["register", name]));
    for args in &commands {
        found.push((args.join(" "), run(args)));
        if !["export", "card", "check"].contains(&args[0]) {
            let args: Vec<&str> = args.iter().copied().chain(["--json"]).collect();
            found.push((args.join(" "), run(&args)));
        }
    }
    run(&["round", "--blank", "--output", forms.to_str().unwrap()]);
    for entry in fs::read_dir(&forms).unwrap() {
        let path = entry.unwrap().path();
        found.push((path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(&path).unwrap()));
    }
    found.sort();
    found.extend(kept(&root.join("cache/stuurgroep")));
    found
}

/// Everything that the index keeps of meetings, but for what it knows a file by.
fn kept(cache: &Path) -> Vec<(String, String)> {
    let files = fs::read_dir(cache).unwrap().map(|entry| entry.unwrap().path());
    let path = files.into_iter().find(|path| path.extension().is_some_and(|end| end == "sqlite")).unwrap();
    let index = rusqlite::Connection::open(path).unwrap();
    let tables = [
        ("file", "number, date, state, adopts, standings, trouble"),
        ("record", "code, made, last, owner, partners, follows, state, sort, open, due, factor, value, text, body"),
        ("spelling", "word, stem"),
    ];
    let rows = |(table, columns): (&str, &str)| {
        let mut all = index.prepare(&format!("SELECT json_array({columns}) FROM {table} ORDER BY 1")).unwrap();
        let rows: Vec<String> = all.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        (format!("index: {table}"), rows.join("\n"))
    };
    tables.map(rows).into()
}

#[test]
fn hidden_scores_change_nothing_that_anybody_can_see() {
    for (lang, name) in [(Lang::Nl, "nl"), (Lang::En, "en")] {
        let mut low = filled(lang, 2, PositionCode::Agree);
        let mut high = filled(lang, 9, PositionCode::Against);
        let files = [low.session(), high.session()].map(|session| format::render(session).unwrap());
        assert_ne!(files[0], files[1]);
        assert!(files.iter().all(|text| text.matches(PLANTED).count() == 6), "the file keeps it");
        let told = |stage: &mut Stage| {
            let printed = vec![("debug".to_owned(), format!("{:?}", stage.session()))];
            let (seen, said) = (seen(stage), said(stage, name));
            [printed, seen, said].concat()
        };
        let (one, other) = (told(&mut low), told(&mut high));
        assert_eq!(one.len(), other.len());
        for ((name, one), (other_name, other)) in one.iter().zip(&other) {
            assert_eq!(name, other_name);
            assert!(!one.contains(PLANTED) || name.starts_with("search"), "{name}: {one}");
            assert!(!one.trim().is_empty() || name.starts_with("search"), "{name} says nothing");
            // Hashes of the two files are all that may differ.
            if name != "list --json" {
                assert_eq!(one, other, "{name}");
            }
        }
    }
}

#[test]
fn data_says_how_many_wait_for_their_reveal() {
    let stage = filled(Lang::Nl, 7, PositionCode::Against);
    let json = serde_json::to_value(stage.session().as_shown()).unwrap();
    let last = |list: &serde_json::Value| list.as_array().unwrap().last().unwrap().clone();
    for (name, part) in [
        ("benefit", last(&json["benefit_rounds"])),
        ("temperature", last(&json["relation"]["temperatures"])),
        ("pulse", last(&json["pulses"])),
        ("positions", last(&json["decisions"])),
    ] {
        assert_eq!(part["hidden"], 6, "{name}: {part}");
        assert!(part.get("sealed").is_none() && part.get("rows").is_none_or(|rows| rows == &serde_json::json!([])));
        assert!(part.get("means").is_none_or(|means| means == &serde_json::json!([])), "{name}: {part}");
    }
    // After the reveal it is there, for the other of the two to be worth something.
    let session = done(stage.session(), Change::Balance(BalanceEdit::Reveal));
    let json = serde_json::to_value(session.as_shown()).unwrap();
    let round = last(&json["benefit_rounds"]);
    assert_eq!((round["rows"][0]["scores"][0].as_u64(), round.get("hidden")), (Some(7), None), "{round}");
}

/// Whether a type can be written as it is. The constant of the type itself goes before that of the trait.
struct Probe<T>(std::marker::PhantomData<T>);

trait IsNot {
    const WRITTEN: bool = false;
}

impl<T> IsNot for Probe<T> {}

impl<T: serde::Serialize> Probe<T> {
    const WRITTEN: bool = true;
}

#[test]
fn nothing_that_holds_something_sealed_can_be_written_by_itself() {
    let written = [
        Probe::<Session>::WRITTEN,
        Probe::<Decision>::WRITTEN,
        Probe::<BenefitRound>::WRITTEN,
        Probe::<TemperatureRound>::WRITTEN,
        Probe::<FactorPulse>::WRITTEN,
        Probe::<Relation>::WRITTEN,
        Probe::<Sealed<Position>>::WRITTEN,
    ];
    assert_eq!(written, [false; 7]);
    let control = [Probe::<Position>::WRITTEN, Probe::<EstimateRow>::WRITTEN, Probe::<Shown<'_>>::WRITTEN];
    assert_eq!(control, [true; 3]);
}

#[test]
fn what_waits_for_its_reveal_is_said_before_the_meeting_closes() {
    let mut stage = filled(Lang::Nl, 7, PositionCode::Agree);
    let hidden = stage.session().hidden();
    let id = stage.session().decisions.last().unwrap().id.clone();
    assert_eq!(hidden, [Hidden::Benefit(6), Hidden::Temperature(6), Hidden::Pulse(6), Hidden::Positions(id)]);
    stage.app.desk.meeting.as_mut().unwrap().go_to(Tab::Room(Room::Closing));
    stage.keys("C");
    let screen = stage.screen(140, 45);
    for words in ["Opbrengstenronde: 6 rijen nog niet onthuld", "Temperatuur: 6 partners binnen", "Peiling: 6 partners"]
    {
        assert!(screen.contains(words), "{words}\n{screen}");
    }
}

#[test]
fn a_report_says_what_was_begun_and_the_next_meeting_does_not_ask_for_it() {
    let stage = filled(Lang::Nl, 7, PositionCode::Agree);
    let report = stage.program(&["show", "4"]);
    for words in ["Opbrengstenronde: 6 rijen nog niet onthuld", "Temperatuur: 6 partners binnen, nog niet getoond"] {
        assert!(report.contains(words), "{words}\n{report}");
    }
    assert!(!report.contains("niet gepeild") && !report.contains("was geen opbrengstenronde"), "{report}");
    let next = carry_over(stage.session(), "2027-03-11".parse().unwrap());
    let mut later = Stage::empty(Lang::Nl);
    later.app.desk.folder.prepare(&next).unwrap();
    later.app.desk.open(5);
    later.app.desk.meeting.as_mut().unwrap().go_to(Tab::Room(Room::Relation));
    assert!(!later.page().contains("nog verborgen"), "{}", later.page());
}

#[test]
fn who_is_missing_does_not_keep_the_rest_hidden_for_ever() {
    let mut stage = filled(Lang::Nl, 7, PositionCode::Agree);
    stage.app.desk.meeting.as_mut().unwrap().go_to(Tab::Room(Room::Relation));
    stage.keys("g");
    assert!(stage.screen(140, 45).contains("Nog niet binnen: JR"), "{}", stage.screen(140, 45));
    stage.keys("<Down><Enter>");
    assert!(stage.screen(140, 45).contains("7,0"), "{}", stage.screen(140, 45));
    stage.keys("W<Down><Enter>");
    assert!(stage.screen(140, 45).contains("4,0"), "{}", stage.screen(140, 45));
    assert!(stage.session().hidden().len() == 2, "{:?}", stage.session().hidden());
    // Nobody adapts to what is seen already.
    let session = stage.session().clone();
    for late in [warmth("JR", 1), pulse("JR", Some(1))] {
        assert_eq!(apply(&session, &late, moment()), Err(Refusal::Revealed));
    }
    assert_eq!(problems(&session), []);
}

fn small() -> Session {
    let partners: Vec<(PartnerCode, String)> =
        ["AAA", "BBB", "CCC", "DDD"].map(|code| (code.into(), code.to_owned())).to_vec();
    stuurgroep::model::start::first_session("Proef", &partners, moment().date(), |_| "Punt".to_owned())
}

fn done(session: &Session, change: Change) -> Session {
    apply(session, &change, moment()).unwrap_or_else(|refusal| panic!("{refusal}: {change:?}")).session
}

#[test]
fn a_mean_of_two_would_show_who_gave_what() {
    let row = |by: &str| {
        Change::Relation(RelationEdit::Temperature(TemperatureRow { by: by.into(), scores: vec![Some(5); 4] }))
    };
    let session = done(&done(&small(), row("AAA")), row("BBB"));
    let session = done(&done(&session, pulse("AAA", Some(3))), pulse("BBB", None));
    for edit in [RelationEdit::RevealTemperature, RelationEdit::RevealPulse] {
        assert_eq!(apply(&session, &Change::Relation(edit), moment()), Err(Refusal::TooFewRows(3)));
    }
    let session = done(&done(&session, row("CCC")), pulse("CCC", None));
    let session = done(&session, Change::Relation(RelationEdit::RevealTemperature));
    assert!(session.relation.temperatures[0].may_be_shown());
    assert!(!session.pulses[0].may_be_shown());
    assert!(done(&session, Change::Relation(RelationEdit::RevealPulse)).pulses[0].may_be_shown());
}

#[test]
fn a_factor_on_which_nobody_knows_has_no_mean() {
    let mut session = small();
    for by in ["AAA", "BBB", "CCC", "DDD"] {
        session = done(&session, pulse(by, None));
    }
    assert!(session.pulses[0].may_be_shown());
    assert_eq!(session.pulses[0].means.shown(), [None; 8]);
    let text = format::render(&session).unwrap();
    assert_eq!(format::parse(&text).unwrap(), session);
}

#[test]
fn a_row_that_is_in_is_locked_and_a_newcomer_does_not_fit_in_an_older_round() {
    let row = |by: &str, partners: usize| {
        let row = EstimateRow { by: by.into(), scores: vec![Some(5); partners], effort: None };
        Change::Balance(BalanceEdit::Row(row))
    };
    let session = done(&small(), row("AAA", 4));
    assert_eq!(apply(&session, &row("AAA", 4), moment()), Err(Refusal::RowLocked("AAA".into())));
    // A complete temperature, and then somebody joins.
    let mut session = small();
    let warm = |by: &str, partners: usize| {
        let row = TemperatureRow { by: by.into(), scores: vec![Some(6); partners] };
        Change::Relation(RelationEdit::Temperature(row))
    };
    for by in ["AAA", "BBB", "CCC", "DDD"] {
        session = done(&session, warm(by, 4));
    }
    let session = done(&session, Change::Membership(MembershipEdit::Join("EEE".into(), "Nieuw".into())));
    assert_eq!(apply(&session, &warm("EEE", 5), moment()), Err(Refusal::Revealed));
    assert_eq!(problems(&session), []);
}

#[test]
fn a_round_that_was_not_revealed_goes_on_in_the_next_meeting() {
    let row = |by: &str| {
        let row = EstimateRow { by: by.into(), scores: vec![Some(5); 4], effort: Some(5) };
        Change::Balance(BalanceEdit::Row(row))
    };
    let mut session = small();
    for by in ["AAA", "BBB", "CCC"] {
        session = done(&session, row(by));
    }
    let next = carry_over(&session, "2027-03-11".parse().unwrap());
    let next = done(&next, row("DDD"));
    assert_eq!(next.benefit_rounds.len(), 1, "the same round");
    let next = done(&next, Change::Balance(BalanceEdit::Reveal));
    assert!(next.benefit_rounds[0].is_revealed() && next.hidden().is_empty());
    let again = done(&next, row("AAA"));
    assert_eq!(again.benefit_rounds.len(), 2, "and then one of its own");
}
