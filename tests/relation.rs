//! Temperature, moments, cafés and the pulse, by keys.

use crate::stage;
use crate::stage::Stage;
use stuurgroep::desk::Target;
use stuurgroep::desk::meeting::Tab;
use stuurgroep::model::PartnerCode;
use stuurgroep::model::agenda::Room;
use stuurgroep::model::attendance::Presence;
use stuurgroep::model::change::{Change, MeetingEdit};
use stuurgroep::model::relation::Together;
use stuurgroep::model::session::Event;
use stuurgroep::text::Lang;

fn at_the_relation() -> Stage {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.app.desk.meeting.as_mut().unwrap().go_to(Tab::Room(Room::Relation));
    stage
}

/// These are there, all others are not.
fn attend(stage: &mut Stage, present: &[&str]) {
    let codes = stage.session().partners.iter().map(|partner| partner.code.clone());
    let changes: Vec<Change> = codes
        .map(|code| {
            let there = present.contains(&code.as_str());
            let presence = if there { Presence::Member } else { Presence::Absent };
            Change::Meeting(MeetingEdit::Presence(code, presence))
        })
        .collect();
    stage.app.desk.commit(changes).unwrap();
}

#[test]
fn temperature_is_shown_as_a_mean_when_all_are_in_and_never_who_gave_what() {
    let mut stage = at_the_relation();
    stage.keys("r777777");
    let round = stage.session().relation.temperatures.last().unwrap().clone();
    assert_eq!(round.session, 4);
    assert_eq!((round.rows.len(), round.rows.shown()), (1, &[][..]));
    assert!(stage.page().contains("1 van 7 partners binnen, nog verborgen"), "{}", stage.page());
    for row in ["777777", "777777", "777777", "777777", "333333", "777777"] {
        stage.keys("r").keys(row);
    }
    let screen = stage.page();
    assert!(screen.contains("V4  6,4  3"), "{screen}");
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
    stage.keys("isJR kwam te laat, zei M. Terpstra (POL)<Enter>");
    let screen = stage.screen(140, 45);
    assert!(screen.contains("In de tekst staat: JR, M. Terpstra, POL") && screen.contains("een partner"), "{screen}");
    assert_eq!(stage.session().relation.moments.len(), 1);
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
    assert!(screen.contains("19 mensen, van 5 partners (POL, OM, RVK, HLT, GEM)"), "{screen}");
    assert_eq!(stage.session().relation.cafes.len(), 13, "a correction takes the place of the café of that day");
    stage.keys("b16-12-2026<Enter>Kerstontbijt<Enter>");
    assert!(stage.screen(140, 45).contains("Kerstontbijt"));
}

#[test]
fn attendance_at_a_cafe_is_what_it_can_be() {
    let mut stage = at_the_relation();
    stage.keys("c3-12-2026<Enter>19 pol pol om<Enter>");
    assert_eq!(stage.session().relation.cafes.last().unwrap().partners, 2);
    stage.keys("c3-12-2026<Enter>1 pol om<Enter>");
    assert!(stage.screen(140, 45).contains("minder mensen dan partners"), "{}", stage.screen(140, 45));
    // What was typed before is a draft, and stands there again.
    stage.keys("<Esc>c<C-g>7-1-2027<Enter><C-g>9 pol<Enter>");
    assert!(stage.screen(140, 45).contains("moet nog komen"), "{}", stage.screen(140, 45));
    assert_eq!(stage.session().relation.cafes.last().unwrap().people, 19);
    // One that is cancelled beforehand is not proposed again.
    stage.keys("<Esc>c<C-g>7-1-2027<Enter><C-g>0<Enter>");
    assert!(stage.page().contains("donderdag 4 februari 2027"), "{}", stage.page());
}

#[test]
fn the_pane_begins_at_its_beginning_and_the_arrows_reach_what_was_done_together() {
    let mut stage = at_the_relation();
    let screen = stage.screen(80, 24);
    assert!(screen.contains("Relatie") && screen.contains("Temperatuur"), "{screen}");
    stage.keys("<Del>");
    assert_eq!(stage.session().relation.cafes.len(), 13, "nothing was chosen yet");
    stage.keys("<Down><Down><Enter>");
    assert!(stage.screen(140, 45).contains("Mensen en partners"), "{}", stage.screen(140, 45));
}

#[test]
fn what_was_done_together_is_corrected_and_removed_with_undo() {
    let mut stage = at_the_relation();
    stage.keys("isde bel werd niet opgenomen<Enter>b9-12-2026<Enter>Lunch<Enter>c3-12-2026<Enter>19 pol om<Enter>");
    let select = |stage: &mut Stage, what: Together| {
        stage.app.desk.meeting.as_mut().unwrap().select(Target::Together(what));
    };
    let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
    select(&mut stage, Together::Moment(0));
    stage.keys("<Enter><Enter> op tijd<Enter>");
    assert_eq!(stage.session().relation.moments[0].text, "de bel werd niet opgenomen op tijd");
    stage.keys("<Down><Enter><Enter><Esc>");
    assert!(stage.session().relation.moments[0].good);
    select(&mut stage, Together::Cafe(day("2026-12-03")));
    stage.keys("<Enter><Down><Enter> gem<Enter><Esc>");
    assert_eq!(stage.session().relation.cafes.last().unwrap().partners, 3);
    let lunch = Together::Activity(day("2026-12-09"), "Lunch".to_owned());
    select(&mut stage, lunch.clone());
    stage.keys("<Enter><Down><Enter> bij Halt<Enter><Esc>");
    assert!(stage.session().relation.activities.iter().any(|done| done.title == "Lunch bij Halt"));
    let before = stage.session().relation.clone();
    let lunch = Together::Activity(day("2026-12-09"), "Lunch bij Halt".to_owned());
    for what in [Together::Moment(0), Together::Cafe(day("2026-12-03")), lunch] {
        select(&mut stage, what);
        stage.keys("<Del>");
        assert_ne!(stage.session().relation, before);
        stage.keys("u");
        assert_eq!(stage.session().relation, before);
    }
}

#[test]
fn the_pulse_is_a_profile_of_eight_against_the_one_before() {
    let mut stage = at_the_relation();
    stage.keys("w43333333");
    assert!(stage.screen(140, 45).contains("Peiling OM (2 van 7)"), "{}", stage.screen(140, 45));
    stage.keys("53333331<Esc>W");
    let screen = stage.screen(140, 45);
    assert!(screen.contains("2 van 7 partners binnen, nog verborgen") && !screen.contains("4,5"), "{screen}");
    stage.keys("<Esc>w53333332<Esc>W");
    assert!(stage.screen(140, 45).contains("Nog niet binnen: RVK, HLT, JR, GEM"));
    stage.keys("<Down><Enter>");
    let pulse = stage.session().pulses.last().unwrap();
    assert_eq!((pulse.session, pulse.means.shown()[0], pulse.means.shown()[7]), (4, Some(4.7), Some(2.0)));
    let screen = stage.screen(140, 45);
    assert!(screen.contains("4,7  was 4,1  van 4 tot 5") && screen.contains("2,0  was 3,9  van 1 tot 3"), "{screen}");
    assert!(screen.contains("geen eindcijfer") && screen.contains("3 van 7 partners vulden de peiling in"), "{screen}");
}

#[test]
fn the_pulse_asks_who_is_there_and_shows_itself_when_they_are_in() {
    let mut stage = at_the_relation();
    attend(&mut stage, &["POL", "OM", "GEM"]);
    stage.keys("w6");
    assert!(stage.screen(80, 24).contains("Een cijfer van 1 tot 5, of ?"), "{}", stage.screen(80, 24));
    stage.keys("44?44444");
    assert!(stage.screen(140, 45).contains("Peiling OM (2 van 3)"), "{}", stage.screen(140, 45));
    // Halfway through a row nothing of it is kept, and that is said.
    stage.keys("44<Esc><Esc>");
    assert!(stage.screen(140, 45).contains("De rij is niet vastgelegd"), "{}", stage.screen(140, 45));
    assert_eq!(stage.session().pulses.last().unwrap().rows.len(), 1);
    stage.keys("w44544444");
    assert!(stage.screen(140, 45).contains("Peiling GEM (3 van 3)"), "{}", stage.screen(140, 45));
    stage.keys("44444444");
    let pulse = stage.session().pulses.last().unwrap();
    assert!(pulse.may_be_shown() && pulse.rows.len() == 3);
    // Of the two that gave the third factor a score a mean would show who gave what.
    assert_eq!((pulse.means.shown()[2], pulse.spread(2), pulse.means.shown()[3]), (None, None, Some(4.0)));
    let screen = stage.screen(140, 45);
    assert!(screen.contains("Vergadering 4, gemiddelde") && screen.contains("2 cijfers"), "{screen}");
}

#[test]
fn a_row_that_was_entered_wrong_is_withdrawn_on_record_until_the_reveal() {
    let mut stage = at_the_relation();
    stage.keys(":temperatuur van een partner<Enter>");
    assert!(stage.screen(140, 45).contains("geen verborgen rij"), "{}", stage.screen(140, 45));
    stage.keys("r777777r666666:temperatuur van een partner<Enter><Down><Enter>");
    let round = stage.session().relation.temperatures.last().unwrap();
    assert_eq!(round.rows.given_by().map(PartnerCode::as_str).collect::<Vec<_>>(), ["POL"]);
    stage.keys("w44444444<Esc>:peiling van een partner<Enter><Enter>").settle();
    let session = stage.on_disk(4);
    assert!(session.pulses.iter().all(|pulse| pulse.session != 4));
    let withdrawn: Vec<&Event> = session.log.iter().map(|entry| &entry.event).collect();
    assert!(withdrawn.contains(&&Event::RowWithdrawn { partner: "OM".into() }), "{withdrawn:?}");
    assert!(withdrawn.contains(&&Event::RowWithdrawn { partner: "POL".into() }), "{withdrawn:?}");
    stage.keys("u");
    assert_eq!(stage.session().pulses.last().unwrap().rows.len(), 1);
    for row in ["666666"; 6] {
        stage.keys("r").keys(row);
    }
    stage.keys(":temperatuur van een partner<Enter>");
    assert!(stage.screen(140, 45).contains("geen verborgen rij"), "{}", stage.screen(140, 45));
}

#[test]
fn who_is_absent_is_asked_last_and_marked() {
    let mut stage = at_the_relation();
    attend(&mut stage, &["OM", "RB", "RVK", "HLT", "JR", "GEM"]);
    stage.keys("r");
    assert!(stage.screen(140, 45).contains("OM: hoe gaan"), "{}", stage.screen(140, 45));
    for row in ["777777"; 6] {
        stage.keys(row).keys("r");
    }
    assert!(stage.screen(140, 45).contains("POL (afwezig): hoe gaan"), "{}", stage.screen(140, 45));
}

#[test]
fn a_tie_shows_only_when_two_are_named_and_goes_in_no_document() {
    let mut stage = at_the_relation();
    stage.keys("vjr<Enter>");
    assert!(stage.screen(140, 45).contains("precies twee codes"));
    // What was typed before is a draft, and stands there again.
    stage.keys("<Esc>v<C-g>jr jr<Enter>");
    assert!(stage.screen(140, 45).contains("tussen twee partners"));
    stage.keys("<Esc>v<C-g>jr pol<Enter>").settle();
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
    let page = stage.page();
    assert!(page.contains("Het volgende ketencafé is op") && !page.contains("Eerste donderdag"), "{page}");
    // The last Friday is Christmas, the one after that New Year's Day.
    assert!(stage.page().contains("vrijdag 8 januari 2027"), "{}", stage.page());
}

#[test]
fn the_palette_leads_to_every_room_by_its_name() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    for (typed, room) in [("naar relatie", Room::Relation), ("identiteit", Room::Identity), ("naar keten", Room::Kpis)]
    {
        stage.keys(":").keys(typed).keys("<Enter>");
        assert_eq!(stage.app.desk.meeting.as_ref().unwrap().room(), room, "{typed}");
    }
    stage.keys(":rondvraag<Enter>");
    assert!(stage.screen(80, 24).contains("12 Rondvraag"), "{}", stage.screen(80, 24));
}
