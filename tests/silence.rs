//! What is given in silence shows nowhere before its reveal: two meetings that differ in hidden scores only look the same.
#![allow(clippy::unwrap_used)]

mod stage;

use stage::{Stage, moment};
use std::process::Command;
use stuurgroep::app::meeting::Tab;
use stuurgroep::model::agenda::Room;
use stuurgroep::model::balance::EstimateRow;
use stuurgroep::model::carry::carry_over;
use stuurgroep::model::change::{
    BalanceEdit, Change, DecisionEdit, MeetingEdit, MembershipEdit, Refusal, RelationEdit, apply,
};
use stuurgroep::model::position::{Position, PositionCode};
use stuurgroep::model::relation::TemperatureRow;
use stuurgroep::model::session::PulseRow;
use stuurgroep::model::silence::Hidden;
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

/// Kompas with six of seven in: benefit, temperature, pulse, and positions on a decision.
fn filled(score: u8, position: PositionCode) -> Stage {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.app.carry_out(vec![Change::Meeting(MeetingEdit::AllMembers)]);
    let record = Change::Record { kind: RecordKind::Decision, item: None, text: "Proef met weekenddienst".into() };
    stage.app.carry_out(vec![record]);
    let id = stage.session().decisions.last().unwrap().id.clone();
    for by in SIX {
        let given = Position { partner: by.into(), code: position, reason: String::new(), written_on: None };
        stage.app.carry_out(vec![
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

/// Every pane, the profile, the closing and the comparison; and every command that tells something.
fn told(stage: &mut Stage) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for room in Room::ALL {
        stage.app.meeting.as_mut().unwrap().go_to(Tab::Room(room));
        found.push((format!("{room:?}"), stage.screen(140, 45)));
    }
    for (name, keys) in [("signals", "!"), ("warnings", "z"), ("compare", "=3<Enter>"), ("search", "/proef")] {
        stage.keys(keys);
        found.push((name.to_owned(), stage.screen(140, 45)));
        stage.keys("<Esc><Esc>");
    }
    let dir = stage.app.folder.root().to_str().unwrap().to_owned();
    for args in [
        vec!["show", "4"],
        vec!["show", "4", "--json"],
        vec!["export", "4"],
        vec!["signals"],
        vec!["signals", "--json"],
        vec!["list", "--json"],
        vec!["search", "proef", "--json"],
        vec!["register", "decisions", "--json"],
        vec!["check"],
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_stuurgroep"));
        command.env_clear().env("XDG_CACHE_HOME", stage.folder.path().join("cache"));
        command.args(&args).args(["--lang", "nl", "--today", "2026-12-10", "--dir", &dir]);
        let output = command.output().unwrap();
        assert!(output.stderr.is_empty(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        found.push((args.join(" "), String::from_utf8(output.stdout).unwrap().replace(&dir, "DIR")));
    }
    found
}

#[test]
fn hidden_scores_change_nothing_that_anybody_can_see() {
    let (mut low, mut high) = (filled(2, PositionCode::Agree), filled(9, PositionCode::Against));
    assert_ne!(format::render(low.session()).unwrap(), format::render(high.session()).unwrap());
    let (one, other) = (told(&mut low), told(&mut high));
    assert_eq!(one.len(), other.len());
    for ((name, one), (_, other)) in one.iter().zip(&other) {
        // Hashes of the two files are all that may differ.
        if name != "list --json" {
            assert_eq!(one, other, "{name}");
        }
        assert!(!one.trim().is_empty(), "{name} says nothing");
    }
}

#[test]
fn what_waits_for_its_reveal_is_said_before_the_meeting_closes() {
    let mut stage = filled(7, PositionCode::Agree);
    let hidden = stage.session().hidden();
    let id = stage.session().decisions.last().unwrap().id.clone();
    assert_eq!(hidden, [Hidden::Benefit(6), Hidden::Temperature(6), Hidden::Pulse(6), Hidden::Positions(id)]);
    stage.app.meeting.as_mut().unwrap().go_to(Tab::Room(Room::Closing));
    stage.keys("C");
    let screen = stage.screen(140, 45);
    for words in ["Opbrengstenronde: 6 rijen nog niet onthuld", "Temperatuur: 6 partners binnen", "Peiling: 6 partners"]
    {
        assert!(screen.contains(words), "{words}\n{screen}");
    }
}

#[test]
fn a_report_says_what_was_begun_and_the_next_meeting_does_not_ask_for_it() {
    let mut stage = filled(7, PositionCode::Agree);
    let report = told(&mut stage).into_iter().find(|(name, _)| name == "show 4").unwrap().1;
    for words in ["Opbrengstenronde: 6 rijen nog niet onthuld", "Temperatuur: 6 partners binnen, nog niet getoond"] {
        assert!(report.contains(words), "{words}\n{report}");
    }
    assert!(!report.contains("niet gepeild") && !report.contains("was geen opbrengstenronde"), "{report}");
    let next = carry_over(stage.session(), "2027-03-11".parse().unwrap());
    let mut later = Stage::empty(Lang::Nl);
    later.app.folder.prepare(&next).unwrap();
    later.app.open(5);
    later.app.meeting.as_mut().unwrap().go_to(Tab::Room(Room::Relation));
    assert!(!later.page().contains("nog verborgen"), "{}", later.page());
}

#[test]
fn who_is_missing_does_not_keep_the_rest_hidden_for_ever() {
    let mut stage = filled(7, PositionCode::Agree);
    stage.app.meeting.as_mut().unwrap().go_to(Tab::Room(Room::Relation));
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
