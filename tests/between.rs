//! Between meetings: closing taken back, the next one prepared, a closed one opened again.
#![allow(clippy::unwrap_used)]

mod stage;

use stage::Stage;
use stuurgroep::app::meeting::Access;
use stuurgroep::model::session::{Event, State};
use stuurgroep::text::Lang;

/// Kompas, with everybody there, closed.
fn closed() -> Stage {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("*0C<Down><Enter>").settle();
    assert_eq!(stage.on_disk(4).state, State::Closed);
    stage
}

#[test]
fn closing_can_be_taken_back_until_the_meeting_is_left() {
    let mut stage = closed();
    assert_eq!(stage.on_disk(5).state, State::Planned);
    stage.keys("u").settle();
    assert_eq!(stage.on_disk(4).state, State::Live);
    assert_eq!(stage.app.meeting.as_ref().unwrap().access, Access::Write);
    stage.keys("<C-r>").settle();
    assert_eq!(stage.on_disk(4).state, State::Closed);
    assert_eq!(stage.app.meeting.as_ref().unwrap().access, Access::Closed);
}

#[test]
fn the_next_meeting_is_prepared_and_takes_in_what_a_reopened_one_adds() {
    let mut stage = closed();
    stage.keys("q").settle();
    stage.app.open(5);
    stage.keys("aVoorbereiden @om<Enter>").settle();
    assert_eq!(stage.on_disk(5).actions.last().unwrap().id.as_str(), "A2027-01");
    stage.keys("q").settle();
    stage.app.open(4);
    assert_eq!(stage.app.meeting.as_ref().unwrap().access, Access::Closed);
    stage.keys("nte laat<Enter>");
    assert!(stage.session().notes.is_empty(), "a closed meeting takes no note");
    stage.keys("<Esc>:heropen<Enter>vergeten actie<Enter>").settle();
    assert_eq!(stage.on_disk(4).state, State::Live);
    let reopened = Event::Reopened { reason: "vergeten actie".to_owned() };
    assert!(stage.on_disk(4).log.iter().any(|entry| entry.event == reopened));
    stage.keys("aToch nog @pol<Enter>0C<Down><Enter>").settle();
    let next = stage.on_disk(5);
    let ids: Vec<&str> = next.actions.iter().map(|action| action.id.as_str()).collect();
    assert!(ids.contains(&"A2027-01") && ids.contains(&"A2026-15"), "{ids:?}");
    assert_eq!(stage.on_disk(4).actions.last().unwrap().id.as_str(), "A2026-15");
}

#[test]
fn the_next_meeting_adopts_this_one_and_from_then_on_it_is_never_written() {
    let mut stage = closed();
    stage.keys("q").settle();
    stage.app.open(5);
    stage.keys("Sg").settle();
    let bytes = std::fs::read(stage.path(4)).unwrap();
    assert_eq!(stage.on_disk(5).adopts.unwrap().sha256, stuurgroep::store::seal::sha256(&bytes));
    stage.keys("q").settle();
    stage.app.open(4);
    assert!(matches!(stage.app.meeting.as_ref().unwrap().access, Access::Adopted(_)));
    stage.keys(":heropen<Enter>x<Enter>u").settle();
    assert_eq!(std::fs::read(stage.path(4)).unwrap(), bytes);
}

#[test]
fn another_day_for_a_planned_meeting_takes_its_file_along() {
    let mut stage = closed();
    stage.keys("q").settle();
    stage.app.open(5);
    let old = stage.path(5);
    // The first letter takes the place of the old date.
    stage.app.show_details(stuurgroep::panes::details::Subject::Meeting);
    stage.keys("<Enter>");
    stage.keys("18-3-2027<Enter>").settle();
    assert!(!old.exists());
    assert!(stage.path(5).ends_with("0005-2027-03-18.ron"));
    assert_eq!(stage.on_disk(5).date.to_string(), "2027-03-18");
}
