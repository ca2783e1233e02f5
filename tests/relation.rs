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
    let pulse = stage.session().pulses.last().unwrap();
    assert_eq!((pulse.session, pulse.means[0], pulse.means[7]), (4, 4.5, 2.0));
    let screen = stage.screen(140, 45);
    assert!(screen.contains("4,5  was 4,1  van 4 tot 5") && screen.contains("2,0  was 3,9  van 1 tot 3"), "{screen}");
    assert!(screen.contains("geen eindcijfer"));
}
