//! Temperature, moments, cafés and the pulse, by keys.
#![allow(clippy::unwrap_used)]

mod stage;

use stage::Stage;
use stuurgroep::app::meeting::Tab;
use stuurgroep::model::agenda::Room;
use stuurgroep::text::Lang;

fn at_the_relation() -> Stage {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.app.meeting.as_mut().unwrap().go_to(Tab::Room(Room::Relation));
    stage
}

#[test]
fn temperature_is_shown_as_a_mean_when_all_are_in_and_never_who_gave_what() {
    let mut stage = at_the_relation();
    stage.keys("r777777");
    let round = stage.session().relation.temperatures.last().unwrap().clone();
    assert_eq!(round.session, 4);
    assert_eq!(round.rows[0].scores[0], None, "nobody rates itself");
    assert_eq!(round.rows[0].scores[1..], [Some(7); 6]);
    assert!(stage.page().contains("1 van 7 partners binnen, nog verborgen"), "{}", stage.page());
    for row in ["777777", "777777", "777777", "777777", "333333", "777777"] {
        stage.keys("r").keys(row);
    }
    let screen = stage.page();
    assert!(screen.contains("6,4 (vergadering 4), laagste 3"), "{screen}");
    assert!(screen.contains("een 4 of lager"), "{screen}");
    assert!(!screen.contains("JR 3") && !screen.contains("JR: 3"));
    stage.keys("r");
    assert!(stage.screen(140, 45).contains("Alle partners hebben"));
}

#[test]
fn a_moment_keeps_the_behaviour_and_no_name() {
    let mut stage = at_the_relation();
    stage.keys("isde bel werd niet opgenomen<Enter>").settle();
    let moment = stage.on_disk(4).relation.moments[0].clone();
    assert_eq!((moment.good, moment.text.as_str()), (false, "de bel werd niet opgenomen"));
}

#[test]
fn cafes_know_the_next_day_and_who_stayed_away() {
    let mut stage = at_the_relation();
    assert!(stage.page().contains("donderdag 7 januari 2027"), "{}", stage.page());
    for day in ["1-10-2026", "5-11-2026", "3-12-2026"] {
        stage.keys(&format!("c{day}<Enter>19 pol om rvk hlt gem<Enter>"));
    }
    let screen = stage.page();
    assert!(screen.contains("Drie keer niet bij het ketencafé: RB, JR"), "{screen}");
    assert_eq!(stage.session().relation.cafes.len(), 13, "a correction takes the place of the café of that day");
    stage.keys("b16-12-2026<Enter>Kerstontbijt<Enter>");
    assert!(stage.screen(140, 45).contains("Kerstontbijt"));
}

#[test]
fn the_pulse_is_a_profile_of_eight_against_the_one_before() {
    let mut stage = at_the_relation();
    stage.keys("w43333333w53333331W");
    let screen = stage.screen(140, 45);
    assert!(screen.contains("2 van 7 partners binnen, nog verborgen") && !screen.contains("4,5"), "{screen}");
    stage.keys("<Esc>w53333332W");
    assert!(stage.screen(140, 45).contains("Nog niet binnen: RVK, HLT, JR, GEM"));
    stage.keys("<Down><Enter>");
    let pulse = stage.session().pulses.last().unwrap();
    assert_eq!((pulse.session, pulse.means[0], pulse.means[7]), (4, Some(4.7), Some(2.0)));
    let screen = stage.screen(140, 45);
    assert!(screen.contains("4,7  was 4,1  van 4 tot 5") && screen.contains("2,0  was 3,9  van 1 tot 3"), "{screen}");
    assert!(screen.contains("geen eindcijfer"));
}

#[test]
fn a_tie_shows_only_when_two_are_named_and_goes_in_no_document() {
    let mut stage = at_the_relation();
    stage.keys("vjr<Enter>");
    assert!(stage.screen(140, 45).contains("precies twee codes"));
    stage.keys("<Esc>vjr jr<Enter>");
    assert!(stage.screen(140, 45).contains("tussen twee partners"));
    stage.keys("<Esc>vjr pol<Enter>").settle();
    let said = "JR geeft POL een 3; POL geeft JR een 4 (met instemming van beide)";
    assert!(stage.page().contains(said), "{}", stage.page());
    let texts = stuurgroep::text::Texts::new(Lang::Nl);
    let parts = stuurgroep::documents::report::report(&stage.on_disk(4), stage::moment().date(), &[], &texts);
    let report = stuurgroep::documents::markdown::render(&parts);
    assert!(!report.contains("geeft POL"), "{report}");
    stage.keys("vPOL JR<Enter>");
    assert!(!stage.page().contains("geeft POL"), "{}", stage.page());
}

#[test]
fn the_cafe_follows_any_rule_that_comes_out_on_days() {
    let mut stage = at_the_relation();
    stage.keys("y");
    assert!(stage.screen(140, 45).contains("donderdag 7 januari 2027"), "{}", stage.screen(140, 45));
    stage.keys("<C-u>elke week<Enter>");
    assert!(stage.screen(140, 45).contains("geen regel die op dagen uitkomt"), "{}", stage.screen(140, 45));
    stage.keys("<Esc>y");
    // The whole field is replaced: every sign of the rule that stands there goes first.
    for _ in 0..40 {
        stage.keys("<Bs>");
    }
    stage.keys("FREQ=MONTHLY;BYDAY=-1FR<Enter>").settle();
    assert_eq!(stage.on_disk(4).relation.cafe_rule, "FREQ=MONTHLY;BYDAY=-1FR");
    // The last Friday is Christmas, the one after that New Year's Day.
    assert!(stage.page().contains("vrijdag 8 januari 2027"), "{}", stage.page());
}

#[test]
fn the_palette_leads_to_every_room_by_its_name() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    for (typed, room) in [("naar relatie", Room::Relation), ("identiteit", Room::Identity), ("naar keten", Room::Kpis)]
    {
        stage.keys(":").keys(typed).keys("<Enter>");
        assert_eq!(stage.app.meeting.as_ref().unwrap().room(), room, "{typed}");
    }
    stage.keys(":rondvraag<Enter>");
    assert!(stage.screen(80, 24).contains("› Rondvraag"), "{}", stage.screen(80, 24));
}
