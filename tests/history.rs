//! A past meeting: read-only and saying so, with its hash and its corrections; back and forth, and two side by side.

use crate::stage::Stage;
use stuurgroep::app::App;
use stuurgroep::app::cover::Cover;
use stuurgroep::desk::access::Access;
use stuurgroep::model::Session;
use stuurgroep::model::agenda::Room;
use stuurgroep::model::carry::carry_over;
use stuurgroep::model::history::compare::{PartOf, standings, with_what_came_later};
use stuurgroep::model::kpi::figures::Rag;
use stuurgroep::model::session::{Adoption, State};
use stuurgroep::store::format;
use stuurgroep::store::seal::sha256;
use stuurgroep::text::Lang;

#[test]
fn one_key_goes_back_and_forth_and_stays_in_the_pane() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("9").keys("[");
    assert_eq!(stage.session().number, 3);
    assert_eq!(stage.app.desk.meeting.as_ref().unwrap().room(), Room::Governance);
    let screen = stage.screen(140, 45);
    assert!(screen.contains("Kompas 3  GESLOTEN"), "{screen}");
    stage.keys("d");
    assert!(stage.screen(140, 45).contains("vastgesteld") || stage.screen(140, 45).contains("gesloten"));
    // What is only read offers nothing to change or to take back.
    stage.keys("<Enter>");
    let footer: Vec<String> = stage.screen(80, 24).lines().skip(22).map(str::to_owned).collect();
    assert!(footer.concat().contains("Esc terug") && !footer.concat().contains("terugnemen"), "{footer:?}");
    stage.keys("<Esc>");
    stage.keys("[[[");
    assert!(stage.screen(140, 45).contains("Er is geen vergadering vóór deze"), "{}", stage.screen(140, 45));
    assert_eq!(stage.session().number, 1);
    stage.keys("]]]]");
    assert!(stage.screen(140, 45).contains("nog geen vergadering na deze"));
    assert_eq!(stage.session().number, 4);
}

#[test]
fn what_was_noted_is_on_disk_when_the_next_meeting_shows() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("nvlak voor het bladeren<Enter>[");
    assert!(stage.on_disk(4).notes.iter().any(|note| note.text == "vlak voor het bladeren"));
}

#[test]
fn a_past_meeting_says_its_state_its_hash_and_who_corrected_what() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    let bytes = std::fs::read(stage.path(3)).unwrap();
    stage.keys("cde datum in punt 7 is 1 oktober<Enter>").keys("<Down><Down><Down><Down><Down><Down><Enter>").settle();
    stage.keys("[");
    let page = stage.page();
    assert!(page.contains("Vastgesteld op 10-12-2026"), "{page}");
    assert!(page.contains(&format!("SHA-256 {}", sha256(&bytes))), "{page}");
    assert!(page.contains("Correctie: JR: de datum in punt 7 is 1 oktober"), "{page}");
    assert_eq!(std::fs::read(stage.path(3)).unwrap(), bytes, "an adopted file is not touched");
    // It is seen as of its own day.
    assert!(!page.contains("A2026-11  OM   Advies FG gegevensdeling school  • 39 dagen te laat"), "{page}");
}

#[test]
fn what_was_written_after_a_meeting_counts_there_once_however_long_its_decision_goes_along() {
    let stage = Stage::kompas(Lang::Nl, 4);
    let dissent_of_three = |session: &Session| {
        let tally = session.look_back.iter().find(|tally| tally.session == 3).unwrap();
        tally.dissent_with(session.decisions.iter())
    };
    let fourth = stage.on_disk(4);
    assert_eq!(dissent_of_three(&fourth), 1);
    let fifth = carry_over(&fourth, "2027-03-11".parse().unwrap());
    assert_eq!(dissent_of_three(&fifth), 1, "B2026-07 still waits for the covenant");
    let mut sixth = carry_over(&fifth, "2027-06-10".parse().unwrap());
    assert_eq!(dissent_of_three(&sixth), 1);
    sixth.decisions.iter_mut().filter(|found| found.id.as_str() == "B2026-07").for_each(|found| {
        found.in_covenant = Some(true);
    });
    let seventh = carry_over(&sixth, "2027-09-09".parse().unwrap());
    assert!(seventh.decision(&"B2026-07".into()).is_none());
    assert_eq!(dissent_of_three(&seventh), 1, "it went, and its position stays counted");
    // The trends tell the same: three meetings with what came later of them.
    let mut held: Vec<_> = (1..=4).map(|number| standings(&stage.on_disk(number))).collect();
    assert_eq!(held[2].dissent, 0, "on its own day");
    with_what_came_later(held.iter_mut());
    assert_eq!(held[..3].iter().map(|one| one.dissent).collect::<Vec<_>>(), [2, 3, 1]);
    let rates: Vec<_> = held.iter().map(|one| one.on_time.map(|found| (found.on_time, found.total))).collect();
    assert_eq!(rates, [Some((3, 4)), Some((2, 4)), Some((2, 6)), None]);
}

#[test]
fn a_report_that_changed_after_its_adoption_says_so_where_it_is_read() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    let path = stage.path(2);
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replacen("Weekendmeldingen", "Weekendmelding", 1)).unwrap();
    stage.app.desk.open(2);
    let screen = stage.screen(80, 24);
    assert!(screen.contains("GEWIJZIGD  alleen lezen"), "{screen}");
    assert!(stage.page().contains("na de vaststelling gewijzigd"), "{}", stage.page());
    // One line says it, the other still says the keys.
    let footer: Vec<&str> = screen.lines().skip(22).collect();
    assert!(footer[0].contains("meer staat bij Opening.") && footer[1].contains("hulp"), "{screen}");
    stage.app.desk.open(1);
    assert!(!stage.page().contains("na de vaststelling gewijzigd"));
    assert!(stage.screen(80, 24).contains("VASTGESTELD  alleen lezen"));
}

/// What the stage shows after the folders were looked at.
fn look(stage: &mut Stage, test: impl Fn(&App) -> bool) {
    stage.app.library.as_ref().unwrap().look();
    stage.wait_until(test);
}

#[test]
fn a_past_meeting_that_changes_on_disk_while_it_is_read_says_so_and_stays_where_it_was() {
    let mut stage = Stage::kompas(Lang::Nl, 2);
    stage.keys("4<Down>");
    let (path, place) = (stage.path(2), stage.app.desk.meeting.as_ref().unwrap().tab.clone());
    let before = stage.app.desk.selected();
    let altered = |app: &App| app.desk.meeting.as_ref().unwrap().is_altered();
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replacen("Weekendmeldingen", "Weekendmelding", 1)).unwrap();
    look(&mut stage, altered);
    assert!(stage.screen(80, 24).contains("GEWIJZIGD  alleen lezen"), "{}", stage.screen(80, 24));
    assert!(stage.screen(80, 24).contains("meer staat bij Opening."));
    assert_eq!(stage.session(), &stage.on_disk(2));
    assert_eq!((&stage.app.desk.meeting.as_ref().unwrap().tab, stage.app.desk.selected()), (&place, before));
    // The copy that was adopted comes back.
    std::fs::write(&path, text).unwrap();
    look(&mut stage, |app| !altered(app));
    assert!(stage.screen(80, 24).contains("VASTGESTELD  alleen lezen"));
    // And goes altogether: what is on the screen stays, and says why it is not followed.
    std::fs::remove_file(&path).unwrap();
    look(&mut stage, |app| app.desk.message.as_ref().is_some_and(|text| text.contains("geen vergadering 2")));
    let screen = stage.screen(80, 24);
    assert!(screen.contains("vergadering 2"), "{screen}");
}

/// Back from each meeting that was found to the one that was left for it, however many there were on the way; and what was
/// said of one is not said of another.
#[test]
fn the_way_back_is_as_long_as_the_way_was() {
    let found = |app: &App| matches!(app.top_cover(), Some(Cover::Search(open)) if !open.is_waiting() && !open.answer.found.is_empty());
    let mut stage = Stage::kompas(Lang::Nl, 4);
    let number = |stage: &Stage| stage.session().number;
    for (line, there) in [("B2026-02", 1), ("A2026-07", 2)] {
        stage.keys("<C-f><Esc><C-f>");
        stage.keys(line).wait_until(found).keys("<Enter><Esc>").settle();
        assert_eq!(number(&stage), there);
    }
    for back in [1, 4] {
        stage.keys("<Bs>").settle();
        assert_eq!(number(&stage), back);
    }
    assert_eq!(stage.app.desk.message, None, "it was about another meeting");
    stage.keys("[");
    assert!(stage.app.desk.message.is_some());
    stage.keys("]");
    assert_eq!((number(&stage), stage.app.desk.message.clone()), (4, None));
}

/// What only reads works in a meeting that is only read: `c` opens what Enter opens.
#[test]
fn what_reads_is_there_in_a_past_meeting_too() {
    let mut stage = Stage::kompas(Lang::Nl, 2);
    stage.app.desk.meeting.as_mut().unwrap().show_room(Room::Kpis);
    for keys in ["c", "<Enter>"] {
        stage.keys(keys);
        let screen = stage.screen(80, 24);
        assert!(screen.contains("┏ K1 Jeugdzaken") && screen.contains("Richting"), "{keys}: {screen}");
        stage.keys("<Esc>");
    }
}

#[test]
fn a_closed_meeting_is_followed_until_it_is_adopted() {
    let mut stage = Stage::kompas(Lang::Nl, 3);
    assert!(stage.screen(80, 24).contains("GESLOTEN  alleen lezen"), "{}", stage.screen(80, 24));
    let text = std::fs::read_to_string(stage.path(3)).unwrap().replacen("Weekendmelding", "Weekeinde", 1);
    std::fs::write(stage.path(3), &text).unwrap();
    let third = stage.on_disk(3);
    assert_ne!(stage.session(), &third);
    look(&mut stage, |app| app.desk.session() == Some(&third));
    let mut fourth = stage.on_disk(4);
    fourth.adopts = third.adopts.map(|adoption| Adoption { session: 3, sha256: sha256(text.as_bytes()), ..adoption });
    std::fs::write(stage.path(4), format::render(&fourth).unwrap()).unwrap();
    look(&mut stage, |app| matches!(app.desk.meeting.as_ref().unwrap().access(), Access::Adopted(_)));
    let screen = stage.screen(80, 24);
    assert!(screen.contains("VASTGESTELD  alleen lezen") && !screen.contains("heropenen kan"), "{screen}");
}

#[test]
fn a_meeting_that_is_adopted_while_the_reason_is_typed_is_not_reopened() {
    let mut stage = Stage::kompas(Lang::Nl, 3);
    let third = stage.on_disk(3);
    let mut fourth = stage.on_disk(4);
    fourth.state = State::Planned;
    std::fs::write(stage.path(4), format::render(&fourth).unwrap()).unwrap();
    stage.keys(":heropenen<Enter>te vroeg gesloten");
    let own = sha256(&std::fs::read(stage.path(3)).unwrap());
    fourth.adopts = third.adopts.map(|adoption| Adoption { session: 3, sha256: own, ..adoption });
    std::fs::write(stage.path(4), format::render(&fourth).unwrap()).unwrap();
    look(&mut stage, |app| matches!(app.desk.meeting.as_ref().unwrap().access(), Access::Adopted(_)));
    stage.keys("<Enter>");
    assert!(matches!(stage.app.desk.meeting.as_ref().unwrap().access(), Access::Adopted(_)));
    assert!(stage.screen(140, 45).contains("die nog niet is vastgesteld"), "{}", stage.screen(140, 45));
}

#[test]
fn a_missing_file_does_not_end_the_way_back() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    std::fs::remove_file(stage.path(2)).unwrap();
    stage.app.desk.open(3);
    stage.keys("[");
    assert_eq!(stage.session().number, 1);
    stage.keys("]");
    assert_eq!(stage.session().number, 3);
}

#[test]
fn who_looks_on_sees_what_another_instance_puts_on_record() {
    let mut writer = Stage::kompas(Lang::Nl, 4);
    let mut other = Stage::at(writer.folder.path(), Lang::Nl);
    other.app.desk.open(4);
    assert!(other.screen(140, 45).contains("in gebruik"), "{}", other.screen(140, 45));
    writer.keys("nGiraffen tellen<Enter>").settle();
    other.wait_until(|app| {
        app.desk.session().is_some_and(|one| one.notes.iter().any(|note| note.text == "Giraffen tellen"))
    });
    // Whoever looks on does not become the writer when the other leaves.
    writer.keys("nNog een giraf<Enter>").settle();
    let root = writer.leave();
    look(&mut other, |app| {
        app.desk.session().is_some_and(|one| one.notes.iter().any(|note| note.text == "Nog een giraf"))
    });
    assert!(matches!(other.app.desk.meeting.as_ref().unwrap().access(), Access::Locked(_)));
    let mut back = Stage::at(root.path(), Lang::Nl);
    back.app.desk.open(4);
    assert_eq!(back.app.desk.meeting.as_ref().unwrap().access(), Access::Write);
}

#[test]
fn closing_can_be_taken_back_after_the_index_saw_it() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.app.start_library();
    stage.keys("*0C<Down><Enter>").settle();
    assert!(!stage.session().is_open(), "{}", stage.screen(80, 24));
    look(&mut stage, |app| app.desk.meeting.as_ref().unwrap().report.is_some());
    stage.keys("u");
    assert!(stage.session().is_open(), "{}", stage.screen(80, 24));
}

#[test]
fn two_meetings_are_compared_per_factor() {
    let stage = Stage::kompas(Lang::Nl, 4);
    let (old, new) = (standings(&stage.on_disk(2)), standings(&stage.on_disk(3)));
    let net = |found: &stuurgroep::model::history::compare::Standings, code: &str| {
        found.net.iter().find(|(known, _)| known.as_str() == code).unwrap().1
    };
    assert_eq!((net(&old, "JR"), net(&new, "JR")), (Some(-4.0), Some(-5.0)));
    assert_eq!((old.upward.within_mandate, old.upward.n, new.upward.within_mandate, new.upward.n), (1, 3, 3, 5));
    let part = |found: PartOf| (found.part, found.whole);
    assert_eq!((part(old.outcomes), part(new.outcomes)), ((6, 10), (5, 11)));
    assert_eq!((old.lowest_tie, new.lowest_tie), (Some(5), Some(3)));
    assert_eq!(new.kpis[0].stand, Some(Rag::Red));

    let mut stage = Stage::kompas(Lang::Nl, 3);
    stage.keys("=<Enter>");
    let screen = stage.screen(140, 50);
    for said in ["Vergadering 2 en 3 vergeleken", "1/3 → 3/5", "-4 → -5", "6/10 → 5/11", "6,9 → 6,6"] {
        assert!(screen.contains(said), "{said}\n{screen}");
    }
    stage.keys("<Esc>=9<Enter>");
    assert!(stage.screen(140, 45).contains("vergadering 9"), "{}", stage.screen(140, 45));
    stage.keys("<Esc>=twee<Enter>");
    assert!(stage.screen(140, 45).contains("getal"), "{}", stage.screen(140, 45));
}

#[test]
fn a_meeting_that_was_held_stands_in_its_own_pictures() {
    let mut stage = Stage::kompas(Lang::Nl, 3);
    let points: Vec<u32> =
        stuurgroep::model::history::dissent::points(stage.session()).iter().map(|one| one.session).collect();
    assert_eq!(points, [1, 2, 3]);
    stage.app.desk.meeting.as_mut().unwrap().show_room(Room::Identity);
    assert!(stage.page().contains("Vergadering 3: 5 van 11"), "{}", stage.page());
    let live = Stage::kompas(Lang::Nl, 4);
    let points: Vec<u32> =
        stuurgroep::model::history::dissent::points(live.session()).iter().map(|one| one.session).collect();
    assert_eq!(points, [1, 2, 3], "one that goes on is not held yet");
}
