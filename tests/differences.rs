//! Cards beside positions, dissent against trust, differences that come back, and the shop floor.

use crate::stage::Stage;
use stuurgroep::desk::meeting::Tab;
use stuurgroep::model::agenda::Room;
use stuurgroep::text::Lang;

#[test]
fn an_explore_item_admits_no_decision() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("*8d");
    assert!(stage.screen(140, 45).contains("valt geen besluit"), "{}", stage.screen(140, 45));
    assert!(stage.app.desk.layers.is_empty(), "before anything is typed");
}

#[test]
fn a_proposal_near_a_red_line_says_so_where_positions_are_taken() {
    let (mut stage, id) = Stage::with_a_proposal("De noodhulp levert twee dagen aan Het Anker");
    stage.app.desk.meeting.as_mut().unwrap().go_to(Tab::Room(Room::Differences));
    stage.screen(140, 45);
    let page = stage.page();
    assert!(page.contains("▲ noodhulp blijft bezet"), "{page}");
    assert!(page.contains("  veilig werken") && !page.contains("▲ veilig werken"), "{page}");
    stage.keys("z");
    let said = format!("{id} raakt misschien een rode lijn van POL: noodhulp blijft bezet");
    assert!(stage.screen(140, 45).contains(&said), "{}", stage.screen(140, 45));
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
    stage.app.desk.meeting.as_mut().unwrap().select(stuurgroep::desk::Target::Record("O2026-01".into()));
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

    let card = stage.program(&["card", "o2026-01"]);
    let text = card.split("Dialoogkaart").nth(1).unwrap();
    assert!(text.contains("Wat herkent u hiervan"), "{card}");
    assert!(text.contains("Standpunten, zonder namen: 5 × instemmen, 1 × tegen, 1 × onthouding"), "{card}");
    for partner in stage.session().partners.iter() {
        let code = partner.code.as_str();
        assert!(!text.split(|c: char| !c.is_alphanumeric()).any(|word| word == code), "{code} in {text}");
    }
    assert!(stage.program(&["card", "O2026-99"]).contains("geen verschil of besluit O2026-99"));
}

#[test]
fn goed_and_stroef_stand_in_the_report_without_a_name() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.app.desk.meeting.as_mut().unwrap().go_to(Tab::Room(Room::Relation));
    stage.keys("isde bel werd niet opgenomen<Enter>igwe werden vooraf gebeld<Enter>").settle();
    let report = stage.program(&["show", "4"]);
    assert!(report.contains("- stroef: de bel werd niet opgenomen\n- goed: we werden vooraf gebeld"), "{report}");
}

#[test]
fn a_card_leaves_names_out_of_what_was_said() {
    let (mut stage, id) = Stage::with_a_proposal("OM plant een extra zitting voor 1 maart");
    stage.keys("pt=jPOL en M. Terpstra van de politie zien dit anders<Enter>").settle();
    let card = stage.program(&["card", id.as_str()]);
    assert!(card.contains("Een partner en een partner van een partner zien dit anders"), "{card}");
    stage.app.desk.meeting.as_mut().unwrap().go_to(Tab::Room(Room::Differences));
    stage.keys("c");
    let screen = stage.screen(140, 45);
    assert!(screen.contains("Een partner en een partner") && !screen.contains("Terpstra"), "{screen}");
}

#[test]
fn a_red_line_is_seen_where_the_decision_is_made_and_where_each_speaks() {
    let (mut stage, id) = Stage::with_a_proposal("De noodhulp levert twee dagen aan Het Anker");
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
    let due = "◆ opnieuw bekijken 10-12-2026";
    for room in [Room::Actions, Room::Differences] {
        stage.app.desk.meeting.as_mut().unwrap().go_to(Tab::Room(room));
        let page = stage.page();
        assert!(page.contains(due) && page.contains("Wat zou overtuigen: Cijfers over drie maanden"), "{page}");
    }
    stage.keys("8");
    let page = stage.page();
    assert!(page.contains("0 eens dat we het oneens zijn"), "one word for one thing\n{page}");
}

#[test]
fn a_position_is_never_cut_so_that_it_says_something_else() {
    let (mut stage, _) = Stage::with_a_proposal("OM plant een extra zitting voor 1 maart");
    stage.keys("pgb=jte veel<Enter>");
    stage.app.desk.meeting.as_mut().unwrap().go_to(Tab::Room(Room::Differences));
    let screen = stage.screen(80, 24);
    let all = (0..3).fold(screen, |all, _| all + &stage.keys("<PgDn>").screen(80, 24));
    assert!(all.contains("G geen bezwaar") && !all.contains("G geen overwegend"), "{all}");
}

#[test]
fn partners_go_in_and_out_of_a_list_that_stays_open() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("8ode meldkamer belt te laat<Enter><Enter>");
    stage.move_to("Partners");
    stage.keys("<Enter>12");
    let screen = stage.screen(140, 45);
    assert!(screen.contains("✓ POL") && screen.contains("✓ OM") && screen.contains("· RB"), "{screen}");
    stage.keys("13<Esc>");
    let found = stage.session().differences.last().unwrap().clone();
    assert_eq!(found.partners, ["OM".into(), "RB".into()]);
    stage.keys("<Enter><Down><Down><Down><Down><Down><Down><Down><Enter>");
    assert_eq!(stage.app.desk.layers.len(), 1, "the last line closes the list");
}

#[test]
fn a_meeting_that_was_held_offers_no_keys_that_write() {
    let mut stage = Stage::kompas(Lang::Nl, 3);
    stage.keys("4");
    let page = stage.page();
    assert!(page.contains("Hier is niets vastgelegd.") && !page.contains("Met d, o, a of n"), "{page}");
    stage.keys("1");
    stage.app.desk.show_details(stuurgroep::desk::Subject::Record("A2026-06".into()));
    let screen = stage.screen(140, 45);
    let footer = screen.lines().last().unwrap();
    assert!(footer.contains("Esc") && !footer.contains("wijzigen") && !footer.contains("uitstellen"), "{screen}");
}
