//! Positions in silence and their reveal, cards beside positions, dissent against trust, and the shop floor.
#![allow(clippy::unwrap_used)]

mod stage;

use stage::Stage;
use std::process::Command;
use stuurgroep::app::meeting::Tab;
use stuurgroep::model::RecordId;
use stuurgroep::model::agenda::Room;
use stuurgroep::model::decision::{DecisionForm, DecisionOutcome, PositionCode};
use stuurgroep::text::Lang;

/// Kompas with everybody there and a proposal on the table.
fn with_a_proposal(text: &str) -> (Stage, RecordId) {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("*9d").keys(text).keys("<Enter>");
    let id = stage.session().decisions.last().unwrap().id.clone();
    (stage, id)
}

/// Moves to the field that starts so.
fn to_field(stage: &mut Stage, label: &str) {
    for _ in 0..40 {
        let screen = stage.screen(140, 60);
        if screen.lines().any(|line| line.contains('›') && line.contains(label)) {
            return;
        }
        stage.keys("<Down>");
    }
    panic!("no field {label}\n{}", stage.screen(140, 60));
}

fn cli(stage: &Stage, args: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_stuurgroep"));
    command.env_clear().args(args).args(["--lang", "nl", "--today", "2026-12-10", "--dir"]).arg(stage.folder.path());
    let output = command.output().unwrap();
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[test]
fn positions_stay_hidden_until_all_are_in_and_show_at_once() {
    let (mut stage, id) = with_a_proposal("GEM betaalt de werving voor 1 maart");
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
    stage.app.meeting.as_mut().unwrap().go_to(Tab::Room(Room::Differences));
    let page = stage.page();
    assert!(page.contains("✓ binnen") && !page.contains("B overwegend"), "{page}");
    // No document and no output of the program has them either; an outcome has to wait.
    for output in [cli(&stage, &["show", "4"]), cli(&stage, &["export", "4"])] {
        assert!(
            output.contains(id.as_str()) && !output.contains("POL B") && !output.contains("overwegend"),
            "{output}"
        );
    }
    let json: serde_json::Value = serde_json::from_str(&cli(&stage, &["show", "4", "--json"])).unwrap();
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
    assert!(stage.page().contains("B overwegend bezw"), "{}", stage.page());
}

#[test]
fn who_differs_says_why_after_the_reveal_and_no_outcome_comes_before_that() {
    let (mut stage, id) = with_a_proposal("OM plant een extra zitting voor 1 maart");
    stage.keys("pt=y<Esc>");
    stage.keys("<Enter>");
    let screen = stage.screen(140, 45);
    assert!(screen.contains("Van POL ontbreekt de reden nog"), "{screen}");
    let rows: Vec<&str> = screen.lines().filter(|line| line.contains("Redenen") || line.contains("Uitkomst")).collect();
    assert_eq!(rows.len(), 2, "{screen}");
    use stuurgroep::model::change::{Change, DecisionEdit, Refusal, apply};
    let adopt = Change::Decision(id.clone(), DecisionEdit::Outcome(DecisionOutcome::Adopted));
    let refused = apply(stage.session(), &adopt, stage::moment()).unwrap_err();
    assert_eq!(refused, Refusal::ReasonOwed("POL".into()));
    stage.keys("<Down><Down><Down><Down><Enter>er is al een zitting te veel<Enter>").settle();
    let decision = stage.on_disk(4).decision(&id).unwrap().clone();
    assert_eq!(decision.positions[0].code, PositionCode::Against);
    assert_eq!(decision.positions[0].reason, "er is al een zitting te veel");
    // Six against one is for a vote to settle: in consensus nobody is overruled.
    assert_eq!(apply(stage.session(), &adopt, stage::moment()), Err(Refusal::ObjectionStands(vec!["POL".into()])));
    stage.app.commit(vec![Change::Decision(id.clone(), DecisionEdit::Form(DecisionForm::Vote))]).unwrap();
    assert!(apply(stage.session(), &adopt, stage::moment()).is_ok());
}

#[test]
fn consent_goes_in_rounds_each_with_its_text_and_in_silence_again() {
    let (mut stage, id) = with_a_proposal("twee vaste dagen op Het Anker");
    use stuurgroep::model::change::{Change, DecisionEdit};
    let consent = Change::Decision(id.clone(), DecisionEdit::Form(DecisionForm::Consent));
    stage.app.commit(vec![consent]).unwrap();
    stage.keys("pb=ytwee dagen kost noodhulp<Enter>");
    stage.keys("<Enter>");
    to_field(&mut stage, "Nieuwe ronde");
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
    let (mut stage, id) = with_a_proposal("twee vaste dagen op Het Anker");
    stage.keys("pb=ytwee dagen kost noodhulp<Enter><Enter>");
    to_field(&mut stage, "Uitkomst");
    stage.keys("<Enter>");
    let screen = stage.screen(140, 45);
    assert!(screen.lines().any(|line| line.contains('›') && line.contains("aangehouden")), "{screen}");
    stage.keys("2");
    assert_eq!(stage.session().decision(&id).unwrap().outcome, None);
    assert!(stage.screen(140, 45).contains("POL heeft een overwegend bezwaar"), "{}", stage.screen(140, 45));
}

#[test]
fn trust_is_asked_hidden_with_one_key_per_partner_at_the_table() {
    let (mut stage, id) = with_a_proposal("OM plant een extra zitting voor 1 maart");
    use stuurgroep::model::attendance::Presence;
    use stuurgroep::model::change::{Change, DecisionEdit, MeetingEdit};
    let away = Change::Meeting(MeetingEdit::Presence("JR".into(), Presence::Absent));
    let vote = Change::Decision(id.clone(), DecisionEdit::Form(DecisionForm::Vote));
    stage.app.commit(vec![away, vote]).unwrap();
    stage.keys("pt=yer is al een zitting te veel<Enter><Enter>");
    assert!(stage.screen(140, 60).contains("voor 5, tegen 1, onthouding 0, afwezig 1"), "{}", stage.screen(140, 60));
    to_field(&mut stage, "Vertrouwen");
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
    let (mut stage, id) = with_a_proposal("OM plant een extra zitting voor 1 maart");
    stage.keys("<Enter>");
    to_field(&mut stage, "Vertrouwen");
    stage.keys("<Enter>78?????");
    assert!(stage.screen(140, 45).contains("minstens 3 cijfers nodig"), "{}", stage.screen(140, 45));
    assert_eq!(stage.session().decision(&id).unwrap().trust, None);
}

#[test]
fn an_absent_partner_counts_by_its_letter_only() {
    use stuurgroep::model::attendance::Presence;
    use stuurgroep::model::change::{Change, MeetingEdit};
    let (mut stage, id) = with_a_proposal("OM plant een extra zitting voor 1 maart");
    let away = |code: &str| Change::Meeting(MeetingEdit::Presence(code.into(), Presence::AbsentWithNotice));
    stage.app.commit(vec![away("JR"), away("HLT")]).unwrap();
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
    assert!(cli(&stage, &["show", "4"]).contains("JR A (schriftelijk 24-09-2026)"));
    // In the open it is the same, with its words at once.
    stage.keys("p<Down><Down><Down><Down>g");
    stage.keys("1-12<Enter>akkoord per mail<Enter><Esc>").settle();
    let on_disk = stage.on_disk(4);
    let hlt = on_disk.decision(&id).unwrap().position(&"HLT".into()).unwrap();
    assert_eq!((hlt.code, hlt.reason.as_str()), (PositionCode::NoObjection, "akkoord per mail"));
    assert_eq!(hlt.written_on, Some("2026-12-01".parse().unwrap()));
}

#[test]
fn an_explore_item_admits_no_decision() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("*8d");
    assert!(stage.screen(140, 45).contains("valt geen besluit"), "{}", stage.screen(140, 45));
    assert!(stage.app.layers.is_empty(), "before anything is typed");
}

#[test]
fn a_proposal_near_a_red_line_says_so_where_positions_are_taken() {
    let (mut stage, id) = with_a_proposal("De noodhulp levert twee dagen aan Het Anker");
    stage.app.meeting.as_mut().unwrap().go_to(Tab::Room(Room::Differences));
    stage.screen(140, 45);
    let page = stage.page();
    assert!(page.contains(&format!("{id} raakt misschien een rode lijn van POL: noodhulp blijft bezet")), "{page}");
    assert!(page.contains("▲ rode lijn: noodhulp blijft bezet"), "{page}");
    assert!(page.contains("• rode lijn: veilig werken"), "{page}");
}

#[test]
fn sessions_stand_in_the_quadrant_of_dissent_and_trust() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("8");
    let page = stage.page();
    for said in [
        "Vergadering 1: 0,7 per besluit bij vertrouwen 7,2 (temperatuur): gezond verschil",
        "Vergadering 2: 1,0 per besluit bij vertrouwen 6,9 (gepeild): strijd",
        "Vergadering 3: 0,3 per besluit bij vertrouwen 6,6 (temperatuur): schijnvrede",
        "Vraag wat niet gezegd wordt",
    ] {
        assert!(page.contains(said), "{said}\n{page}");
    }
}

#[test]
fn a_dialogue_card_names_nobody_and_what_comes_back_is_kept() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("8");
    stage.app.meeting.as_mut().unwrap().select(stuurgroep::panes::Target::Record("O2026-01".into()));
    stage.keys("c");
    let screen = stage.screen(140, 45);
    assert!(screen.contains("Dialoogkaart O2026-01") && screen.contains("de meldkamer mist zicht"), "{screen}");
    stage.keys("<Esc>i12 de melding komt te laat<Enter>").settle();
    assert!(stage.screen(140, 45).contains("Vastgelegd: wat 12 mensen op de werkvloer zeggen"));
    let signal = stage.on_disk(4).shopfloor.last().unwrap().clone();
    assert_eq!((signal.people, signal.text.as_str()), (12, "de melding komt te laat"));
    assert_eq!(signal.about, Some("O2026-01".into()));
    assert!(!stage.page().contains("Geen signaal van de werkvloer"), "{}", stage.page());
    stage.keys("izonder getal<Enter>");
    assert!(stage.screen(140, 45).contains("Begin met het aantal mensen"));

    let card = cli(&stage, &["card", "o2026-01"]);
    let text = card.split("Dialoogkaart").nth(1).unwrap();
    assert!(text.contains("Wat herkent u hiervan"), "{card}");
    assert!(text.contains("Standpunten, zonder namen: 5 × instemmen, 1 × tegen, 1 × onthouding"), "{card}");
    for partner in stage.session().partners.iter() {
        let code = partner.code.as_str();
        assert!(!text.split(|c: char| !c.is_alphanumeric()).any(|word| word == code), "{code} in {text}");
    }
    assert!(cli(&stage, &["card", "O2026-99"]).contains("geen verschil of besluit O2026-99"));
}

#[test]
fn goed_and_stroef_stand_in_the_report_without_a_name() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.app.meeting.as_mut().unwrap().go_to(Tab::Room(Room::Relation));
    stage.keys("isde bel werd niet opgenomen<Enter>igwe werden vooraf gebeld<Enter>").settle();
    let report = cli(&stage, &["show", "4"]);
    assert!(report.contains("- stroef: de bel werd niet opgenomen\n- goed: we werden vooraf gebeld"), "{report}");
}

#[test]
fn a_card_leaves_names_out_of_what_was_said() {
    let (mut stage, id) = with_a_proposal("OM plant een extra zitting voor 1 maart");
    stage.keys("pt=jPOL en M. Terpstra van de politie zien dit anders<Enter>").settle();
    let card = cli(&stage, &["card", id.as_str()]);
    assert!(card.contains("Een partner en een partner van een partner zien dit anders"), "{card}");
    stage.app.meeting.as_mut().unwrap().go_to(Tab::Room(Room::Differences));
    stage.keys("c");
    let screen = stage.screen(140, 45);
    assert!(screen.contains("Een partner en een partner") && !screen.contains("Terpstra"), "{screen}");
}

#[test]
fn a_red_line_is_seen_where_the_decision_is_made_and_where_each_speaks() {
    let (mut stage, id) = with_a_proposal("De noodhulp levert twee dagen aan Het Anker");
    let screen = stage.screen(140, 45);
    let warned = "▲ Dit raakt misschien een rode lijn van POL: noodhulp blijft bezet";
    assert!(screen.contains(&format!("{id} staat vast")) && screen.contains(warned), "{screen}");
    stage.keys("p");
    for size in [(140, 45), (80, 24)] {
        let screen = stage.screen(size.0, size.1);
        let (_, call) = screen.split_once("in stilte").unwrap();
        assert!(call.contains("De noodhulp levert twee dagen aan Het Anker"), "{screen}");
        assert!(call.contains("Rode lijnen: ▲ noodhulp blijft bezet"), "{screen}");
    }
    stage.keys("<Esc>z");
    let screen = stage.screen(140, 45);
    assert!(screen.contains(&format!("{id} raakt misschien een rode lijn van POL")), "{screen}");
    stage.keys("<Esc>7z");
    let screen = stage.screen(140, 45);
    assert!(!screen.contains(&format!("{id} raakt misschien")), "only where it was made\n{screen}");
}

#[test]
fn a_difference_that_is_due_comes_back_with_what_would_settle_it() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    let due = "▲ opnieuw bekijken 10-12-2026";
    for room in [Room::Opening, Room::Differences] {
        stage.app.meeting.as_mut().unwrap().go_to(Tab::Room(room));
        let page = stage.page();
        assert!(page.contains(due) && page.contains("Wat zou overtuigen: Cijfers over drie maanden"), "{page}");
    }
    stage.keys("8");
    let page = stage.page();
    assert!(page.contains("0 eens dat we het oneens zijn"), "one word for one thing\n{page}");
}

#[test]
fn a_minority_starts_from_the_reason_and_is_missed_until_it_is_there() {
    let (mut stage, id) = with_a_proposal("OM plant een extra zitting voor 1 maart");
    stage.keys("pt=jer is al een zitting te veel<Enter><Enter>");
    let screen = stage.screen(140, 60);
    assert!(screen.contains("Minderheid POL") && screen.contains("▲ nog geen minderheidsstandpunt"), "{screen}");
    to_field(&mut stage, "Minderheid POL");
    stage.keys("<Enter>, en dat blijft zo<Enter>");
    let minority = stage.session().decision(&id).unwrap().minorities[0].clone();
    assert_eq!(minority.text, "er is al een zitting te veel, en dat blijft zo");
    assert!(!stage.screen(140, 60).contains("nog geen minderheidsstandpunt"));
}

#[test]
fn a_position_is_never_cut_so_that_it_says_something_else() {
    let (mut stage, _) = with_a_proposal("OM plant een extra zitting voor 1 maart");
    stage.keys("pgb=jte veel<Enter>");
    stage.app.meeting.as_mut().unwrap().go_to(Tab::Room(Room::Differences));
    let screen = stage.screen(80, 24);
    let all = (0..3).fold(screen, |all, _| all + &stage.keys("<PgDn>").screen(80, 24));
    assert!(all.contains("G geen bezwaar") && !all.contains("G geen overwegend"), "{all}");
}

#[test]
fn partners_go_in_and_out_of_a_list_that_stays_open() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("8ode meldkamer belt te laat<Enter><Enter>");
    to_field(&mut stage, "Partners");
    stage.keys("<Enter>12");
    let screen = stage.screen(140, 45);
    assert!(screen.contains("✓ POL") && screen.contains("✓ OM") && screen.contains("· RB"), "{screen}");
    stage.keys("13<Esc>");
    let found = stage.session().differences.last().unwrap().clone();
    assert_eq!(found.partners, ["OM".into(), "RB".into()]);
    stage.keys("<Enter><Down><Down><Down><Down><Down><Down><Down><Enter>");
    assert_eq!(stage.app.layers.len(), 1, "the last line closes the list");
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
fn a_meeting_that_was_held_offers_no_keys_that_write() {
    let mut stage = Stage::kompas(Lang::Nl, 3);
    stage.keys("4");
    let page = stage.page();
    assert!(page.contains("Hier is niets vastgelegd.") && !page.contains("Met d, o, a of n"), "{page}");
    stage.keys("1");
    stage.app.show_details(stuurgroep::panes::details::Subject::Record("A2026-06".into()));
    let screen = stage.screen(140, 45);
    let footer = screen.lines().last().unwrap();
    assert!(footer.contains("Esc") && !footer.contains("wijzigen") && !footer.contains("uitstellen"), "{screen}");
}

#[test]
fn positions_are_asked_on_the_one_open_decision_and_undo_names_what_it_took_back() {
    let (mut stage, id) = with_a_proposal("OM plant een extra zitting voor 1 maart");
    let item = stage.session().agenda.item(&"9a".into()).unwrap().no.clone();
    stage.app.meeting.as_mut().unwrap().select(stuurgroep::panes::Target::Item(item));
    stage.keys("p");
    assert!(stage.screen(140, 45).contains(&format!("Standpunten bij {id}")), "{}", stage.screen(140, 45));
    stage.keys("<Esc>u");
    assert!(stage.screen(140, 45).contains(&format!("Teruggenomen: {id}.")), "{}", stage.screen(140, 45));
}
