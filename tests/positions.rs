//! Positions in silence and their reveal, consent in rounds, letters of who is absent, trust after dissent, outcomes.

use crate::stage;
use crate::stage::Stage;
use stuurgroep::desk::Subject;
use stuurgroep::desk::meeting::Tab;
use stuurgroep::model::RecordKind;
use stuurgroep::model::agenda::Room;
use stuurgroep::model::attendance::Presence;
use stuurgroep::model::change::{Change, DecisionEdit, MeetingEdit, Refusal, apply};
use stuurgroep::model::decision::{DecisionForm, DecisionOutcome, PositionCode};
use stuurgroep::text::Lang;

#[test]
fn positions_stay_hidden_until_all_are_in_and_show_at_once() {
    let (mut stage, id) = Stage::with_a_proposal("GEM betaalt de werving voor 1 maart");
    stage.keys("p");
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("in stilte") && screen.contains("noodhulp blijft bezet"),
        "the card of who is asked\n{screen}"
    );
    stage.keys("bta");
    let decision = stage.session().decision(&id).unwrap();
    assert_eq!((decision.sealed.len(), decision.positions.len()), (3, 0));
    stage.keys("<Esc>").settle();
    assert!(stage.page().contains("3 van 7 standpunten binnen, nog verborgen"), "{}", stage.page());
    for screen in [stage.screen(140, 45), stage.screen(80, 24), stage.page()] {
        assert!(!screen.contains("[B T A") && !screen.contains("overwegend"), "{screen}");
    }
    stage.app.desk.meeting.as_mut().unwrap().go_to(Tab::Room(Room::Differences));
    let page = stage.page();
    assert!(page.contains("✓ binnen") && !page.contains("B overwegend"), "{page}");
    // No document and no output of the program has them either; an outcome has to wait.
    for output in [stage.program(&["show", "4"]), stage.program(&["export", "4"])] {
        assert!(
            output.contains(id.as_str()) && !output.contains("POL B") && !output.contains("overwegend"),
            "{output}"
        );
    }
    let json: serde_json::Value = serde_json::from_str(&stage.program(&["show", "4", "--json"])).unwrap();
    let shown = json["decisions"].as_array().unwrap().iter().find(|one| one["id"] == id.as_str()).unwrap();
    assert_eq!((shown.get("sealed"), shown.get("positions")), (None, None), "{shown}");
    // Revealing waits for who is at the table.
    stage.keys("g");
    assert!(stage.screen(140, 45).contains("Nog geen standpunt van RVK, HLT, JR, GEM"), "{}", stage.screen(140, 45));

    stage.keys("pg=");
    assert!(stage.screen(140, 45).contains("7 standpunten binnen"), "{}", stage.screen(140, 45));
    stage.keys("y");
    assert!(stage.screen(140, 45).contains("POL: B overwegend bezwaar. Waarom?"), "{}", stage.screen(140, 45));
    stage.keys("<Esc>").settle();
    let on_disk = stage.on_disk(4);
    let decision = on_disk.decision(&id).unwrap();
    assert!(decision.sealed.is_empty());
    let letters: String = decision.positions.iter().map(|position| position.code.letter()).collect();
    assert_eq!(letters, "BTAGIII", "in the order of the partners");
    assert!(stage.page().contains("■ B bezwaar"), "{}", stage.page());
}

#[test]
fn who_differs_says_why_after_the_reveal_and_no_outcome_comes_before_that() {
    let (mut stage, id) = Stage::with_a_proposal("OM plant een extra zitting voor 1 maart");
    stage.keys("pt=y<Esc>");
    stage.keys("<Enter>");
    let screen = stage.screen(140, 45);
    assert!(screen.contains("Van POL ontbreekt de reden nog"), "{screen}");
    let rows: Vec<&str> = screen.lines().filter(|line| line.contains("Redenen") || line.contains("Uitkomst")).collect();
    assert_eq!(rows.len(), 2, "{screen}");
    let adopt = Change::Decision(id.clone(), DecisionEdit::Outcome(DecisionOutcome::Adopted));
    let refused = apply(stage.session(), &adopt, stage::moment()).unwrap_err();
    assert_eq!(refused, Refusal::ReasonOwed("POL".into()));
    stage.keys("<Down><Down><Down><Down><Enter>er is al een zitting te veel<Enter>").settle();
    let decision = stage.on_disk(4).decision(&id).unwrap().clone();
    assert_eq!(decision.positions[0].code, PositionCode::Against);
    assert_eq!(decision.positions[0].reason, "er is al een zitting te veel");
    // Six against one is for a vote to settle: in consensus nobody is overruled.
    assert_eq!(apply(stage.session(), &adopt, stage::moment()), Err(Refusal::ObjectionStands(vec!["POL".into()])));
    stage.app.desk.commit(vec![Change::Decision(id.clone(), DecisionEdit::Form(DecisionForm::Vote))]).unwrap();
    assert!(apply(stage.session(), &adopt, stage::moment()).is_ok());
}

#[test]
fn consent_goes_in_rounds_each_with_its_text_and_in_silence_again() {
    let (mut stage, id) = Stage::with_a_proposal("twee vaste dagen op Het Anker");
    let consent = Change::Decision(id.clone(), DecisionEdit::Form(DecisionForm::Consent));
    stage.app.desk.commit(vec![consent]).unwrap();
    stage.keys("pb=ytwee dagen kost noodhulp<Enter>");
    stage.keys("<Enter>");
    stage.move_to("Nieuwe ronde");
    stage.keys("<Enter>");
    let screen = stage.screen(140, 45);
    assert!(screen.contains("Verbeterde tekst") && screen.contains("De tekst van nu blijft bewaard"), "{screen}");
    stage.keys(", één dag per week<Enter><Esc>");
    stage.keys("p=y").settle();
    let decision = stage.on_disk(4).decision(&id).unwrap().clone();
    assert_eq!(decision.rounds[0].text, "twee vaste dagen op Het Anker");
    assert_eq!(
        decision.text, "twee vaste dagen op Het Anker, één dag per week",
        "the text of before is there to improve"
    );
    assert_eq!(decision.rounds[0].positions[0].code, PositionCode::Objection);
    assert!(decision.positions.iter().all(|position| position.code == PositionCode::NoObjection));
    assert_eq!(decision.proposed_outcome(&stage.session().attendance), Some(DecisionOutcome::Amended));
    stage.keys("<Enter>");
    assert!(stage.screen(140, 45).contains("twee vaste dagen op Het Anker [POL B"), "{}", stage.screen(140, 45));
}

#[test]
fn the_list_of_outcomes_starts_on_what_the_positions_amount_to() {
    let (mut stage, id) = Stage::with_a_proposal("twee vaste dagen op Het Anker");
    stage.keys("pb=ytwee dagen kost noodhulp<Enter><Enter>");
    stage.move_to("Uitkomst");
    stage.keys("<Enter>");
    let screen = stage.screen(140, 45);
    assert!(screen.lines().any(|line| line.contains('▌') && line.contains("aangehouden")), "{screen}");
    stage.keys("2");
    assert_eq!(stage.session().decision(&id).unwrap().outcome, None);
    assert!(
        stage.screen(140, 45).contains("Er staat nog een bezwaar van POL. Verbeter de tekst"),
        "{}",
        stage.screen(140, 45)
    );
}

#[test]
fn trust_is_asked_hidden_with_one_key_per_partner_at_the_table() {
    let (mut stage, id) = Stage::with_a_proposal("OM plant een extra zitting voor 1 maart");
    let away = Change::Meeting(MeetingEdit::Presence("JR".into(), Presence::Absent));
    let vote = Change::Decision(id.clone(), DecisionEdit::Form(DecisionForm::Vote));
    stage.app.desk.commit(vec![away, vote]).unwrap();
    stage.keys("pt=yer is al een zitting te veel<Enter><Enter>");
    assert!(stage.screen(140, 60).contains("voor 5, tegen 1, onthouding 0, afwezig 1"), "{}", stage.screen(140, 60));
    stage.move_to("Vertrouwen");
    stage.keys("<Enter>");
    assert!(stage.screen(140, 45).contains("hoeveel vertrouwen"), "{}", stage.screen(140, 45));
    stage.keys("73");
    let screen = stage.screen(140, 45);
    for row in ["POL    binnen  ", "OM     binnen  ", "RB     –  "] {
        assert!(screen.contains(row), "{row}\n{screen}");
    }
    stage.keys("08?9").settle();
    let trust = stage.on_disk(4).decision(&id).unwrap().trust.clone().unwrap();
    assert_eq!((trust.mean, trust.min), (7.4, 3), "five of six gave one, JR was not asked");
}

#[test]
fn trust_of_two_would_show_who_gave_what() {
    let (mut stage, id) = Stage::with_a_proposal("OM plant een extra zitting voor 1 maart");
    stage.keys("<Enter>");
    stage.move_to("Vertrouwen");
    stage.keys("<Enter>78?????");
    assert!(stage.screen(140, 45).contains("minstens 3 cijfers nodig"), "{}", stage.screen(140, 45));
    assert_eq!(stage.session().decision(&id).unwrap().trust, None);
}

#[test]
fn an_absent_partner_counts_by_its_letter_only() {
    let (mut stage, id) = Stage::with_a_proposal("OM plant een extra zitting voor 1 maart");
    let away = |code: &str| Change::Meeting(MeetingEdit::Presence(code.into(), Presence::AbsentWithNotice));
    stage.app.desk.commit(vec![away("JR"), away("HLT")]).unwrap();
    stage.keys("piiii");
    stage.keys("i");
    let screen = stage.screen(140, 45);
    assert!(screen.contains("HLT is afwezig. Van welke datum is de brief?"), "{screen}");
    stage.keys("<Enter>a");
    assert!(stage.screen(140, 45).contains("JR is afwezig"), "{}", stage.screen(140, 45));
    stage.keys("morgen<Enter>");
    assert!(stage.screen(140, 45).contains("Schrijf een datum tot en met vandaag"), "{}", stage.screen(140, 45));
    stage.keys("<Bs><Bs><Bs><Bs><Bs><Bs>24-09");
    let screen = stage.screen(140, 45);
    assert!(screen.contains("24 september 2026") && !screen.contains("aantekening"), "{screen}");
    stage.keys("<Enter>iy");
    let screen = stage.screen(140, 45);
    assert!(screen.contains("Brief van JR: A instemmen met aantekening. Wat staat erin?"), "{screen}");
    stage.keys("geen extra uren<Enter>").settle();
    let on_disk = stage.on_disk(4);
    let decision = on_disk.decision(&id).unwrap();
    let (hlt, jr) = (decision.position(&"HLT".into()).unwrap(), decision.position(&"JR".into()).unwrap());
    assert_eq!((hlt.code, hlt.written_on), (PositionCode::Absent, None), "no letter, no position");
    assert_eq!((jr.code, jr.reason.as_str()), (PositionCode::AgreeWithNote, "geen extra uren"));
    assert_eq!(jr.written_on, Some("2026-09-24".parse().unwrap()));
    assert!(stage.program(&["show", "4"]).contains("JR A (schriftelijk 24-09-2026)"));
    // In the open it is the same, with its words at once.
    stage.keys("p<Down><Down><Down><Down>g");
    stage.keys("1-12<Enter>akkoord per mail<Enter><Esc>").settle();
    let on_disk = stage.on_disk(4);
    let hlt = on_disk.decision(&id).unwrap().position(&"HLT".into()).unwrap();
    assert_eq!((hlt.code, hlt.reason.as_str()), (PositionCode::NoObjection, "akkoord per mail"));
    assert_eq!(hlt.written_on, Some("2026-12-01".parse().unwrap()));
}

#[test]
fn a_minority_starts_from_the_reason_and_is_missed_until_it_is_there() {
    let (mut stage, id) = Stage::with_a_proposal("OM plant een extra zitting voor 1 maart");
    stage.keys("pt=jer is al een zitting te veel<Enter><Enter>");
    let screen = stage.screen(140, 60);
    assert!(screen.contains("Minderheid POL") && screen.contains("▲ nog geen minderheidsstandpunt"), "{screen}");
    stage.move_to("Minderheid POL");
    stage.keys("<Enter>, en dat blijft zo<Enter>");
    let minority = stage.session().decision(&id).unwrap().minorities[0].clone();
    assert_eq!(minority.text, "er is al een zitting te veel, en dat blijft zo");
    assert!(!stage.screen(140, 60).contains("nog geen minderheidsstandpunt"));
}

#[test]
fn yes_is_the_letter_of_the_language() {
    for (lang, letter, label) in [(Lang::Nl, "j", "j onthul ze nu"), (Lang::En, "y", "y reveal them now")] {
        let mut stage = Stage::kompas(lang, 4);
        stage.keys("*9dOM plant een zitting<Enter>p=");
        assert!(stage.screen(140, 45).contains(label), "{}", stage.screen(140, 45));
        stage.keys(letter);
        assert_eq!(stage.session().decisions.last().unwrap().positions.len(), 7, "{lang:?}");
    }
}

#[test]
fn positions_are_asked_on_the_one_open_decision_and_undo_names_what_it_took_back() {
    let (mut stage, id) = Stage::with_a_proposal("OM plant een extra zitting voor 1 maart");
    let item = stage.session().agenda.item(&"9a".into()).unwrap().no.clone();
    stage.app.desk.meeting.as_mut().unwrap().select(stuurgroep::desk::Target::Item(item));
    stage.keys("p");
    assert!(stage.screen(140, 45).contains(&format!("Standpunten bij {id}")), "{}", stage.screen(140, 45));
    stage.keys("<Esc>u");
    assert!(stage.screen(140, 45).contains(&format!("Teruggenomen: besluit {id}")), "{}", stage.screen(140, 45));
}

#[test]
fn before_the_meeting_a_decision_is_taken_in_writing_or_not_at_all() {
    let mut stage = Stage::new_chain(Lang::Nl);
    let record = Change::Record { kind: RecordKind::Decision, item: None, text: "Samen één loket".to_owned() };
    let decided = apply(stage.session(), &record, stage::moment()).unwrap();
    assert!(stage.app.desk.commit(vec![record]).unwrap().is_some());
    let id = decided.created.unwrap();
    let adopt = Change::Decision(id.clone(), DecisionEdit::Outcome(DecisionOutcome::Adopted));
    assert_eq!(apply(stage.session(), &adopt, stage::moment()), Err(Refusal::NotAtTheTable));
    stage.app.desk.show_details(Subject::Record(id.clone()));
    stage.keys("pi");
    assert!(stage.screen(140, 45).contains("Van welke datum is de brief van POL?"), "{}", stage.screen(140, 45));
    stage.keys("1-12<Enter>i2-12<Enter>x");
    stage.keys("j<Enter><Enter>").settle();
    let decision = stage.on_disk(1).decision(&id).unwrap().clone();
    let letters: String = decision.positions.iter().map(|position| position.code.letter()).collect();
    assert_eq!((letters.as_str(), decision.positions[0].written_on), ("IIX", Some("2026-12-01".parse().unwrap())));
    assert!(apply(stage.session(), &adopt, stage::moment()).is_ok());
}
