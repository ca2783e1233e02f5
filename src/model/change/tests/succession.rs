//! From one meeting to the next: adopting, closing, moving, carrying over, reopening.

use super::*;
use crate::model::agenda::ItemOutcome;
use crate::model::carry::carry_over;
use crate::model::session::Adoption;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Closed, and the next one is in March.
fn closed(session: &Session) -> Session {
    done(session, Change::Meeting(MeetingEdit::Close(day("2027-03-11"))))
}

#[test]
fn only_the_report_of_the_session_before_is_adopted_and_once() {
    let mut session = meeting();
    session.number = 4;
    let adopt = |number| {
        let (file, sha256) = (String::new(), String::new());
        let adoption = Adoption { session: number, file, sha256, on: now().date(), corrections: Vec::new() };
        Change::Meeting(MeetingEdit::Adopt(adoption))
    };
    assert_eq!(refused(&session, adopt(2)), Refusal::NotThePrevious);
    let session = done(&session, adopt(3));
    assert_eq!(refused(&session, adopt(3)), Refusal::AlreadyAdopted);
    let session = done(&session, Change::Meeting(MeetingEdit::Correction("anders".to_owned())));
    assert_eq!(session.adopts.unwrap().corrections, ["anders"]);
}

#[test]
fn a_closed_session_takes_no_change_but_reopening() {
    let session = closed(&meeting());
    let outcome = session.agenda.items[0].outcome;
    assert_eq!(outcome, Some(ItemOutcome::NotReached), "what was not reached is said so, never dropped");
    assert_eq!(session.agenda.items.last().unwrap().outcome, Some(ItemOutcome::Noted), "the closing was reached");
    assert_eq!(session.closing.next_date, Some(day("2027-03-11")));
    let reopen = |reason: &str| MeetingEdit::Reopen { reason: reason.to_owned(), given: Vec::new() };
    let note = Change::Record { kind: RecordKind::Note, item: None, text: "nog iets".to_owned() };
    assert_eq!(refused(&session, note), Refusal::Closed);
    assert_eq!(refused(&session, Change::Meeting(reopen(""))), Refusal::Blank);
    done(&session, Change::Meeting(reopen("vergissing")));
}

#[test]
fn a_meeting_closes_with_a_day_for_the_next_one_after_it() {
    for early in ["2026-12-10", "2026-09-17"] {
        assert_eq!(refused(&meeting(), Change::Meeting(MeetingEdit::Close(day(early)))), Refusal::NextBeforeThis);
    }
    let planned = carry_over(&closed(&meeting()), day("2027-03-11"));
    assert_eq!(refused(&planned, Change::Meeting(MeetingEdit::Close(day("2027-06-10")))), Refusal::NotLive);
}

#[test]
fn only_a_planned_meeting_moves_and_not_before_the_one_that_was_held() {
    let to = |text| Change::Meeting(MeetingEdit::Date(day(text)));
    assert_eq!(refused(&meeting(), to("2026-12-17")), Refusal::BeingHeld);
    let held = closed(&meeting());
    assert_eq!(refused(&held, to("2026-12-17")), Refusal::Closed);
    let planned = carry_over(&held, day("2027-03-11"));
    assert_eq!(refused(&planned, to("2026-12-10")), Refusal::NotAfterPrevious);
    assert_eq!(done(&planned, to("2026-12-11")).date, day("2026-12-11"));
}

#[test]
fn what_is_open_goes_along_with_its_number_and_the_rest_stays() {
    let add = AgendaEdit::Add { title: "Later".to_owned(), purpose: Purpose::Discuss, minutes: 10 };
    let session = done(&meeting(), Change::Agenda(add));
    let (session, open) = record(&session, RecordKind::Action, "open");
    let (session, finished) = record(&session, RecordKind::Action, "klaar");
    let session = done(&session, Change::Action(finished.clone(), ActionEdit::Done(Some(now().date()))));
    let (session, _) = record(&session, RecordKind::Note, "notitie");
    let session = closed(&session);
    let next = carry_over(&session, "2027-03-11".parse().unwrap());
    assert_eq!((next.number, next.state), (2, State::Planned));
    assert_eq!(next.actions.iter().map(|action| action.id.clone()).collect::<Vec<_>>(), [open]);
    assert!(next.notes.is_empty());
    let titles: Vec<&str> = next.agenda.items.iter().map(|item| item.title.as_str()).collect();
    assert_eq!((titles[0], titles[12], titles[13]), ("Opening", "Later", "Closing"));
    assert_eq!(next.agenda.items[12].first_session, Some(1));
    assert_eq!((next.look_back[0].actions, next.look_back[0].actions_settled), (2, 1));
    let (_, id) = record(
        &done(&done(&next, Change::Meeting(MeetingEdit::Open)), Change::Meeting(MeetingEdit::AllMembers)),
        RecordKind::Action,
        "nieuw",
    );
    assert_eq!(id.as_str(), "A2027-01", "numbers count per year");
}

#[test]
fn a_reopened_session_gives_no_number_twice_and_the_next_takes_in_what_is_new() {
    let held = closed(&meeting());
    let next = carry_over(&held, "2026-12-17".parse().unwrap());
    let (next, theirs) = record(&next, RecordKind::Action, "bij de voorbereiding");
    let given = next.numbering.to_vec();
    let reopened = done(&held, Change::Meeting(MeetingEdit::Reopen { reason: "vergeten".to_owned(), given }));
    let (reopened, ours) = record(&reopened, RecordKind::Action, "vergeten");
    assert_eq!((theirs.as_str(), ours.as_str()), ("A2026-01", "A2026-02"));
    let held = closed(&reopened);
    let carried = carry_over(&held, next.date);
    let (merged, _) = merge::merge3(&merge::common(&next, &carried), &next, &carried);
    let ids: Vec<&str> = merged.actions.iter().map(|action| action.id.as_str()).collect();
    assert_eq!(ids, ["A2026-01", "A2026-02"]);
    assert_eq!(merged.look_back.last().unwrap().actions, 1);
}

#[test]
fn a_meeting_does_not_close_while_a_choice_between_two_versions_is_open() {
    let (base, note) = record(&meeting(), RecordKind::Note, "gezegd");
    let say = |text: &str| done(&base, Change::Note(note.clone(), text.to_owned()));
    let (merged, conflicts) = crate::model::merge::merge3(&base, &say("hier"), &say("daar"));
    let close = Change::Meeting(MeetingEdit::Close(day("2027-03-11")));
    let refusal = refused(&merged, close.clone());
    assert_eq!((refusal.id(), refusal.args()), ("refused-versions-to-choose", vec![("count", "1".to_owned())]));
    let side = crate::model::session::conflict::Side::Theirs;
    let chosen = done(&merged, Change::Choose { conflict: Box::new(conflicts[0].clone()), side });
    assert!(!done(&chosen, close).is_open());
}
