//! Between meetings: closing taken back, the next one prepared, a closed one opened again.

use crate::stage::Stage;
use stuurgroep::desk::access::Access;
use stuurgroep::model::balance::EstimateRow;
use stuurgroep::model::change::ActionEdit;
use stuurgroep::model::change::{BalanceEdit, Change};
use stuurgroep::model::session::{Event, State};
use stuurgroep::model::validate::problems;
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
    assert_eq!(stage.app.desk.meeting.as_ref().unwrap().access(), Access::Write);
    stage.keys("<C-r>").settle();
    assert_eq!(stage.on_disk(4).state, State::Closed);
    assert_eq!(stage.app.desk.meeting.as_ref().unwrap().access(), Access::Closed);
}

#[test]
fn the_next_meeting_is_prepared_and_takes_in_what_a_reopened_one_adds() {
    let mut stage = closed();
    stage.keys("q").settle();
    stage.app.desk.open(5);
    stage.keys("aVoorbereiden @om<Enter>").settle();
    assert_eq!(stage.on_disk(5).actions.last().unwrap().id.as_str(), "A2027-01");
    stage.keys("q").settle();
    stage.app.desk.open(4);
    assert_eq!(stage.app.desk.meeting.as_ref().unwrap().access(), Access::Closed);
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
fn a_reopened_meeting_and_the_prepared_one_keep_the_work_of_both() {
    let mut stage = closed();
    stage.keys("q").settle();
    stage.app.desk.open(5);
    stage.keys("+<Down><Enter>Onze eigen vraag<Enter>").settle();
    let own = stage.on_disk(5).agenda.items.iter().find(|item| item.title == "Onze eigen vraag").unwrap().no.clone();
    let id = "A2026-06".into();
    stage.app.desk.carry_out(vec![Change::Action(id, ActionEdit::Owner("GEM".into()))]);
    stage.settle();
    stage.keys("q").settle();
    stage.app.desk.open(4);
    stage.keys(":heropen<Enter>vergeten<Enter>").settle();
    assert!(stage.path(4).with_file_name(".0004.closed").exists(), "what the next one was made from is kept");
    // An action is done after all, a benefit round is held, an item is added and not reached.
    let day = "2026-12-10".parse().unwrap();
    stage.app.desk.carry_out(vec![Change::Action("A2026-07".into(), ActionEdit::Done(Some(day)))]);
    for by in ["POL", "OM", "RB", "RVK", "HLT", "JR", "GEM"] {
        let row = EstimateRow { by: by.into(), scores: vec![Some(6); 7], effort: Some(5) };
        stage.app.desk.carry_out(vec![Change::Balance(BalanceEdit::Row(row))]);
    }
    stage.app.desk.carry_out(vec![Change::Balance(BalanceEdit::Reveal)]);
    stage.keys("+<Down><Enter>Blijft liggen<Enter>").settle();
    stage.keys("0C<Down><Enter>").settle();
    let next = stage.on_disk(5);
    assert!(!next.actions.iter().any(|action| action.id.as_str() == "A2026-07"), "done is done");
    let moved = next.actions.iter().find(|action| action.id.as_str() == "A2026-06").unwrap();
    assert_eq!(moved.owner, Some("GEM".into()), "the work on the prepared one stays");
    assert_eq!(next.benefit_rounds.last().map(|round| (round.session, round.is_revealed())), Some((4, true)));
    let numbers = |title: &str| -> Vec<_> {
        next.agenda.items.iter().filter(|item| item.title == title).map(|item| item.no.clone()).collect()
    };
    assert_eq!(numbers("Onze eigen vraag"), std::slice::from_ref(&own));
    let other = numbers("Blijft liggen");
    assert!(other.len() == 1 && other[0] != own, "{other:?}");
    assert!(!stage.path(4).with_file_name(".0004.closed").exists());
    assert!(problems(&next).is_empty(), "{:?}", problems(&next));
}

#[test]
fn a_meeting_is_not_reopened_once_the_next_has_begun() {
    let mut stage = closed();
    stage.keys("q").settle();
    stage.app.desk.open(5);
    stage.keys("S").settle();
    stage.keys("q").settle();
    let bytes = std::fs::read(stage.path(5)).unwrap();
    stage.app.desk.open(4);
    stage.keys(":heropen<Enter>").settle();
    assert!(stage.screen(140, 45).contains("De volgende vergadering is al begonnen"), "{}", stage.screen(140, 45));
    assert_eq!(stage.on_disk(4).state, State::Closed);
    // Nor does anything else write it as if it were still to come.
    let late = stuurgroep::model::carry::carry_over(&stage.on_disk(4), "2027-03-11".parse().unwrap());
    stage.app.desk.folder.prepare(&late).unwrap();
    assert_eq!(std::fs::read(stage.path(5)).unwrap(), bytes);
}

#[test]
fn the_next_meeting_adopts_this_one_and_from_then_on_it_is_never_written() {
    let mut stage = closed();
    stage.keys("q").settle();
    stage.app.desk.open(5);
    stage.keys("Sg").settle();
    let bytes = std::fs::read(stage.path(4)).unwrap();
    assert_eq!(stage.on_disk(5).adopts.unwrap().sha256, stuurgroep::store::seal::sha256(&bytes));
    stage.keys("q").settle();
    stage.app.desk.open(4);
    assert!(matches!(stage.app.desk.meeting.as_ref().unwrap().access(), Access::Adopted(_)));
    stage.keys(":heropen<Enter>x<Enter>u").settle();
    assert_eq!(std::fs::read(stage.path(4)).unwrap(), bytes);
}

#[test]
fn another_day_for_a_planned_meeting_takes_its_file_along() {
    let mut stage = closed();
    stage.keys("q").settle();
    stage.app.desk.open(5);
    let old = stage.path(5);
    // The first letter takes the place of the old date.
    stage.app.desk.show_details(stuurgroep::desk::Subject::Meeting);
    stage.keys("<Enter>");
    stage.keys("18-3-2027<Enter>").settle();
    assert!(!old.exists());
    assert!(stage.path(5).ends_with("0005-2027-03-18.ron"));
    assert_eq!(stage.on_disk(5).date.to_string(), "2027-03-18");
}
