//! Two versions of one meeting, and what comes of them.

use super::*;
use crate::model::action::{Action, Origin};
use crate::model::balance::EstimateRow;
use crate::model::change::{
    ActionEdit, AgendaEdit, BalanceEdit, Change, DecisionEdit, DifferenceEdit, MeetingEdit, Refusal, StoryEdit, apply,
};
use crate::model::decision::{DecisionOutcome, Position, PositionCode};
use crate::model::ids::{PartnerCode, RecordId, RecordKind};
use crate::model::session::conflict::{Clash, Side};
use crate::model::start::first_session;
use crate::model::validate::problems;

fn now() -> NaiveDateTime {
    "2026-12-10T14:00:00".parse().unwrap()
}

fn done(session: &Session, change: Change) -> Session {
    apply(session, &change, now()).unwrap().session
}

fn record(session: &Session, kind: RecordKind, text: &str) -> (Session, RecordId) {
    let applied = apply(session, &Change::Record { kind, item: Some("1".into()), text: text.to_owned() }, now());
    let applied = applied.unwrap();
    (applied.session, applied.created.unwrap())
}

/// A chain of three in its first meeting, all members there, with one action.
fn meeting() -> Session {
    let partners = ["POL", "OM", "JR"].map(|code| (PartnerCode::from(code), code.to_owned()));
    let session = first_session("Proef", &partners, now().date(), |room| format!("{room:?}"));
    let session = done(&session, Change::Meeting(MeetingEdit::Open));
    let session = done(&session, Change::Meeting(MeetingEdit::AllMembers));
    record(&session, RecordKind::Action, "open").0
}

fn texts(session: &Session) -> Vec<(&str, &str)> {
    session.actions.iter().map(|action| (action.id.as_str(), action.text.as_str())).collect()
}

fn action(session: &Session, id: &str, edit: ActionEdit) -> Session {
    done(session, Change::Action(id.into(), edit))
}

fn text(session: &Session, id: &str, text: &str) -> Session {
    action(session, id, ActionEdit::Text(text.to_owned()))
}

/// A list of actions by number and text, merged.
fn merge(ours: &[(u32, &str)], theirs: &[(u32, &str)], base: &[(u32, &str)]) -> (Vec<(String, String)>, Vec<Conflict>) {
    let list = |list: &[(u32, &str)]| -> Vec<Action> {
        let action =
            |(no, text): &(u32, &str)| Action::new(RecordId::new(RecordKind::Action, 2026, *no), 1, None, text);
        list.iter().map(action).collect()
    };
    let mut merge = Merge::default();
    let merged = merge.list(&["actions"], &list(base), &list(ours), &list(theirs));
    let merged = merged.into_iter().map(|action| (action.id.0[6..].to_owned(), action.text));
    (merged.collect(), merge.conflicts)
}

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(no, text)| ((*no).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn the_side_that_changed_a_record_has_the_say() {
    let first = &[(1, "open"), (2, "open"), (3, "open"), (4, "open")][..];
    // The reopened session finished 1 and reworded 2; the next one reworded 3, took out 4 and added 9.
    let carried = &[(2, "anders"), (3, "open"), (4, "open"), (5, "nieuw")][..];
    let planned = &[(1, "open"), (2, "open"), (3, "voorbereid"), (9, "eigen")][..];
    let (merged, conflicts) = merge(planned, carried, first);
    assert_eq!(merged, pairs(&[("02", "anders"), ("03", "voorbereid"), ("09", "eigen"), ("05", "nieuw")]));
    assert_eq!(conflicts, []);
}

#[test]
fn what_both_changed_stays_as_it_was_here_and_asks() {
    let first = &[(1, "open")][..];
    let (merged, conflicts) = merge(&[(1, "hier")], &[(1, "daar")], first);
    assert_eq!(merged, pairs(&[("01", "hier")]));
    assert_eq!((conflicts[0].about(), conflicts[0].field().as_str()), ("A2026-01", "text"));
    let both = Clash::Changed { ours: Some("hier".to_owned()), theirs: Some("daar".to_owned()) };
    assert_eq!(conflicts[0].clash, both);
    let (merged, conflicts) = merge(&[(1, "hier")], &[], first);
    assert_eq!(merged, pairs(&[("01", "hier")]), "finished there, reworded here: nothing is lost");
    assert_eq!(conflicts[0].clash, Clash::Removed { by: Side::Theirs });
    let (merged, conflicts) = merge(&[], &[(1, "open")], first);
    assert_eq!((merged, conflicts), (Vec::new(), Vec::new()), "taken out, and untouched on the other side");
}

#[test]
fn without_the_first_nothing_is_changed_or_taken_out() {
    let base = meeting();
    let ours = text(&base, "A2026-01", "hier");
    let theirs = record(&text(&base, "A2026-01", "daar"), RecordKind::Note, "nieuw").0;
    let (merged, conflicts) = merge3(&common(&ours, &theirs), &ours, &theirs);
    assert_eq!(merged.notes.len(), 1);
    // One of the two texts may be that of another action: both stand there.
    assert_eq!(texts(&merged), [("A2026-01", "hier"), ("A2026-02", "daar")]);
    assert_eq!(conflicts, []);
    let (merged, conflicts) = merge3(
        &common(&ours, &action(&ours, "A2026-01", ActionEdit::Owner("POL".into()))),
        &action(&ours, "A2026-01", ActionEdit::Owner("OM".into())),
        &action(&ours, "A2026-01", ActionEdit::Owner("POL".into())),
    );
    assert_eq!(
        (merged.actions[0].owner.clone(), conflicts.len()),
        (Some("OM".into()), 1),
        "one action in two versions"
    );
    let (ours, theirs) = (done(&base, quorum(3)), done(&base, quorum(1)));
    assert_eq!(merge3(&common(&ours, &theirs), &ours, &theirs).1.len(), 1, "nobody knows which is newer");
}

fn quorum(quorum: u32) -> Change {
    Change::Meeting(MeetingEdit::Quorum(quorum))
}

#[test]
fn two_secretaries_each_add_an_action_and_a_note_and_all_four_are_there() {
    let base = meeting();
    let ours = record(&record(&base, RecordKind::Action, "a hier").0, RecordKind::Note, "n hier").0;
    let (theirs, there) = record(&base, RecordKind::Action, "a daar");
    let (theirs, note) = record(&theirs, RecordKind::Note, "n daar, zie A2026-02 en niet A2026-021");
    let theirs = action(&theirs, "A2026-01", ActionEdit::From(Origin::Record(note.clone())));
    assert_eq!((there.as_str(), note.as_str()), ("A2026-02", "N2026-01"));
    let (merged, conflicts) = merge3(&base, &ours, &theirs);
    assert_eq!(conflicts, []);
    assert_eq!(texts(&merged), [("A2026-01", "open"), ("A2026-02", "a hier"), ("A2026-03", "a daar")]);
    let notes: Vec<_> = merged.notes.iter().map(|note| (note.id.as_str(), note.text.as_str())).collect();
    assert_eq!(notes, [("N2026-01", "n hier"), ("N2026-02", "n daar, zie A2026-03 en niet A2026-021")]);
    assert_eq!(merged.actions[0].from, Some(Origin::Record("N2026-02".into())), "what refers to it goes along");
    let renumbered = vec![("A2026-02", "A2026-03"), ("N2026-01", "N2026-02")];
    let renumbered = renumbered.into_iter().map(|(old, new)| (old.to_owned(), new.to_owned())).collect();
    assert_eq!(merged.log.last().unwrap().event, Event::Merged { renumbered }, "on record");
    let (_, next) = record(&merged, RecordKind::Action, "hierna");
    assert_eq!(next.as_str(), "A2026-04");
    // The same version comes in once more, and from both sides: nothing is there twice.
    assert_eq!(merge3(&base, &merged, &theirs).0, merged);
    let (other, _) = merge3(&base, &theirs, &ours);
    let (both, conflicts) = merge3(&base, &merged, &other);
    assert_eq!((texts(&both), both.notes.len(), conflicts), (texts(&merged), 2, Vec::new()));
}

#[test]
fn a_number_that_one_side_gave_and_took_back_stays_with_the_record_that_the_other_side_gave_it_to() {
    let base = meeting();
    let (ours, id) = record(&base, RecordKind::Action, "vergissing");
    let ours = done(&ours, Change::Remove(id));
    let (theirs, _) = record(&base, RecordKind::Action, "daar");
    let (merged, _) = merge3(&base, &ours, &theirs);
    assert_eq!(texts(&merged), [("A2026-01", "open"), ("A2026-02", "daar")]);
    assert_eq!(record(&merged, RecordKind::Action, "hierna").1.as_str(), "A2026-03");
}

#[test]
fn items_and_kpis_of_one_number_are_two_with_what_hangs_on_them() {
    let add = |title: &str| AgendaEdit::Add {
        title: title.to_owned(),
        purpose: crate::model::agenda::Purpose::Discuss,
        minutes: 5,
    };
    let make = |title: &str| done(&done(&meeting(), Change::Agenda(add(title))), Change::NewKpi(title.to_owned()));
    let (ours, theirs) = (make("hier"), make("daar"));
    let no = theirs.agenda.items.iter().find(|item| item.title == "daar").unwrap().no.clone();
    let note = Change::Record { kind: RecordKind::Note, item: Some(no.clone()), text: "K1 daalt".to_owned() };
    let theirs = done(&theirs, note);
    let (merged, _) = merge3(&meeting(), &ours, &theirs);
    let kpis: Vec<_> = merged.kpis.iter().map(|kpi| (kpi.id.as_str(), kpi.name.as_str())).collect();
    assert_eq!(kpis, [("K1", "hier"), ("K2", "daar")]);
    assert_eq!(merged.notes[0].text, "K2 daalt");
    assert_eq!(merged.agenda.item(&no).unwrap().title, "hier");
    let item = merged.notes[0].item.as_ref().and_then(|no| merged.agenda.item(no));
    assert_eq!(item.map(|item| item.title.as_str()), Some("daar"));
    assert_eq!(problems(&merged), []);
    assert_eq!(merge3(&meeting(), &merged, &theirs).0, merged, "once more brings nothing");
}

#[test]
fn what_the_other_side_still_refers_to_does_not_go() {
    let (base, id) = record(&meeting(), RecordKind::Decision, "een");
    let ours = done(&base, Change::Remove(id.clone()));
    let (theirs, difference) = record(&base, RecordKind::Difference, "anders");
    let theirs = done(&theirs, Change::Difference(difference, DifferenceEdit::Decision(Some(id.clone()))));
    let (merged, conflicts) = merge3(&base, &ours, &theirs);
    assert!(merged.decision(&id).is_some());
    assert_eq!(conflicts[0].clash, Clash::Removed { by: Side::Ours });
    let chosen = done(&merged, Change::Choose { conflict: Box::new(conflicts[0].clone()), side: Side::Ours });
    assert!(chosen.decision(&id).is_none() && chosen.conflicts.is_empty(), "a person may take it out all the same");
}

#[test]
fn a_choice_puts_the_version_in_place_and_asks_no_more() {
    let base = meeting();
    let edit = |session: &Session, words: &str, owner: &str| {
        action(&text(session, "A2026-01", words), "A2026-01", ActionEdit::Owner(owner.into()))
    };
    let (merged, conflicts) = merge3(&base, &edit(&base, "hier", "POL"), &edit(&base, "daar", "OM"));
    assert_eq!(*merged.conflicts, conflicts);
    assert_eq!(conflicts.len(), 2);
    let choose = |conflict: &Conflict, side| Change::Choose { conflict: Box::new(conflict.clone()), side };
    let mut chosen = merged.clone();
    for conflict in &conflicts {
        chosen = done(&chosen, choose(conflict, Side::Theirs));
        assert_eq!(apply(&chosen, &choose(conflict, Side::Theirs), now()), Err(Refusal::NoSuchConflict));
    }
    assert_eq!((chosen.actions[0].text.as_str(), chosen.actions[0].owner.clone()), ("daar", Some("OM".into())));
    assert!(chosen.conflicts.is_empty());
    let kept = done(&merged, choose(&conflicts[0], Side::Ours));
    assert_eq!((kept.actions[0].text.as_str(), kept.conflicts.len()), ("hier", 1));
    // Chosen on one side is chosen, and what is open goes along to the next meeting.
    let elsewhere = record(&merged, RecordKind::Note, "later").0;
    assert_eq!(merge3(&merged, &chosen, &elsewhere).0.conflicts.len(), 0);
    assert_eq!(crate::model::carry::carry_over(&merged, now().date()).conflicts.len(), 2);
}

#[test]
fn another_meeting_is_not_taken_in_and_a_closed_one_takes_in_nothing() {
    let base = meeting();
    let take_in = |theirs: &Session| Change::TakeIn { base: Box::new(base.clone()), theirs: Box::new(theirs.clone()) };
    let theirs = record(&base, RecordKind::Note, "daar").0;
    assert_eq!(done(&base, take_in(&theirs)).notes.len(), 1);
    let other = Session { number: 2, ..theirs.clone() };
    assert_eq!(apply(&base, &take_in(&other), now()), Err(Refusal::OtherMeeting));
    let closed = done(&base, Change::Meeting(MeetingEdit::Close("2027-03-11".parse().unwrap())));
    assert_eq!(apply(&closed, &take_in(&theirs), now()), Err(Refusal::Closed));
}

fn row(by: &str, score: u8) -> Change {
    Change::Balance(BalanceEdit::Row(EstimateRow { by: by.into(), scores: vec![Some(score); 3], effort: Some(score) }))
}

#[test]
fn a_round_that_one_side_saw_is_unseen_with_a_row_that_it_did_not_see() {
    let base = done(&meeting(), row("POL", 7));
    let ours = done(&base, Change::Balance(BalanceEdit::Reveal));
    let theirs = done(&base, row("OM", 3));
    let (merged, conflicts) = merge3(&base, &ours, &theirs);
    assert_eq!((merged.benefit_rounds[0].rows.len(), merged.benefit_rounds[0].is_revealed()), (2, false));
    assert_eq!(conflicts, []);
    let (merged, _) = merge3(&base, &ours, &record(&base, RecordKind::Note, "daar").0);
    assert!(merged.benefit_rounds[0].is_revealed(), "nothing came that was not seen");
}

#[test]
fn of_two_rows_of_one_partner_nothing_is_told_and_it_is_asked_again() {
    let base = meeting();
    let (ours, theirs) = (done(&base, row("POL", 7)), done(&base, row("POL", 3)));
    let (merged, conflicts) = merge3(&base, &ours, &theirs);
    let hidden = conflicts.iter().find(|found| found.clash == Clash::Hidden).unwrap();
    assert_eq!(hidden.path, ["benefit_rounds", "1", "rows", "POL"]);
    let again = done(&merged, Change::Choose { conflict: Box::new(hidden.clone()), side: Side::Theirs });
    assert!(again.benefit_rounds[0].rows.is_empty());
    assert_eq!(again.log.last().unwrap().event, Event::RowWithdrawn { partner: "POL".into() });
}

#[test]
fn positions_in_silence_stay_so_and_stand_in_no_conflict() {
    let (base, id) = record(&meeting(), RecordKind::Decision, "een");
    let seal = |session: &Session, partner: &str, reason: &str| {
        let code = PositionCode::Against;
        let position = Position { partner: partner.into(), code, reason: reason.to_owned(), written_on: None };
        done(session, Change::Decision(id.clone(), DecisionEdit::Seal(position)))
    };
    let ours = seal(&seal(&base, "POL", "geheim hier"), "JR", "ook geheim");
    let theirs = seal(&seal(&base, "POL", "geheim daar"), "OM", "geheim van OM");
    let theirs = done(&theirs, Change::Decision(id.clone(), DecisionEdit::Explanation("uitleg".to_owned())));
    let ours = done(&ours, Change::Decision(id.clone(), DecisionEdit::Explanation("toelichting".to_owned())));
    let (merged, conflicts) = merge3(&base, &ours, &theirs);
    assert_eq!(merged.decisions[0].sealed.len(), 3);
    assert!(merged.decisions[0].positions.is_empty());
    assert_eq!(conflicts.len(), 2);
    assert!(!format!("{conflicts:?}").contains("geheim"));
    let explained = conflicts.iter().find(|found| found.field() == "explanation").unwrap();
    let chosen = done(&merged, Change::Choose { conflict: Box::new(explained.clone()), side: Side::Theirs });
    assert_eq!((chosen.decisions[0].explanation.as_str(), chosen.decisions[0].sealed.len()), ("uitleg", 3));
}

#[test]
fn an_outcome_that_the_other_side_contradicts_is_open_again() {
    let (base, id) = record(&meeting(), RecordKind::Decision, "een");
    let decide = |edit| Change::Decision(id.clone(), edit);
    let base = done(&base, decide(DecisionEdit::RestAssents));
    let ours = done(&base, decide(DecisionEdit::Outcome(DecisionOutcome::Unanimous)));
    let code = PositionCode::Objection;
    let against = Position { partner: "POL".into(), code, reason: "noodhulp".to_owned(), written_on: None };
    let theirs = done(&base, decide(DecisionEdit::Position(against)));
    let (merged, conflicts) = merge3(&base, &ours, &theirs);
    assert_eq!((merged.decisions[0].outcome, conflicts.len()), (None, 1));
    let again = Change::Choose { conflict: Box::new(conflicts[0].clone()), side: Side::Theirs };
    assert!(apply(&merged, &again, now()).is_err(), "it still does not fit");
}

#[test]
fn a_story_that_was_released_here_and_reworded_there_passes_the_guard_anew() {
    let (base, id) = record(&meeting(), RecordKind::Story, "Verhaal");
    let edit = |session: &Session, edit| done(session, Change::Story(id.clone(), edit));
    let mut ours = base.clone();
    for question in crate::model::change::Question::ALL {
        ours = edit(&ours, StoryEdit::Answer(question, question == crate::model::change::Question::Consent));
    }
    let ours = edit(&ours, StoryEdit::Release);
    let theirs = edit(&base, StoryEdit::Situation("BSN 123456782".to_owned()));
    let (merged, _) = merge3(&base, &ours, &theirs);
    assert_eq!(merged.successes.stories[0].status, StoryStatus::Blocked);
}

#[test]
fn the_further_state_counts_and_what_was_opened_again_is_open() {
    let base = meeting();
    let closed = done(&base, Change::Meeting(MeetingEdit::Close("2027-03-11".parse().unwrap())));
    let noted = record(&base, RecordKind::Note, "nog").0;
    let (merged, _) = merge3(&base, &noted, &closed);
    assert_eq!((merged.state, merged.notes.len()), (State::Closed, 1));
    let reopen = MeetingEdit::Reopen { reason: "vergeten".to_owned(), given: Vec::new() };
    let reopened = done(&closed, Change::Meeting(reopen));
    assert_eq!(merge3(&closed, &reopened, &merged).0.state, State::Live);
    assert_eq!(merge3(&common(&reopened, &merged), &merged, &reopened).0.state, State::Live);
}

#[test]
fn a_choice_about_what_stays_behind_does_not_go_along_to_the_next_meeting() {
    let (base, note) = record(&meeting(), RecordKind::Note, "gezegd");
    let (base, gone) = record(&base, RecordKind::Action, "klaar");
    let say = |word: &str| {
        let session = done(&text(&base, "A2026-01", word), Change::Note(note.clone(), word.to_owned()));
        let next = MeetingEdit::NextDate(now().date() + chrono::Days::new(word.len() as u64));
        let session = done(&text(&session, gone.as_str(), word), Change::Meeting(next));
        done(&session, row("POL", u8::try_from(word.len()).unwrap()))
    };
    let (merged, conflicts) = merge3(&base, &say("hier"), &say("ginds"));
    assert!(conflicts.iter().any(|found| found.clash == Clash::Hidden), "{conflicts:?}");
    let merged = action(&merged, gone.as_str(), ActionEdit::Done(Some(now().date())));
    let next = crate::model::carry::carry_over(&merged, now().date());
    let about: Vec<String> = next.conflicts.iter().map(|found| found.path.join(" ")).collect();
    assert_eq!(about, ["actions A2026-01 text", "benefit_rounds 1 rows POL"]);
}

#[test]
fn only_what_clashes_gets_another_number_whichever_version_takes_the_other_in() {
    let base = meeting();
    let noted = |session: &Session, words: &[&str]| {
        words.iter().fold(session.clone(), |session, word| record(&session, RecordKind::Note, word).0)
    };
    let ours = noted(&base, &["een", "twee", "drie"]);
    let ours = ["N2026-01", "N2026-02"].iter().fold(ours, |ours, id| done(&ours, Change::Remove((*id).into())));
    let theirs = noted(&base, &["vier", "vijf"]);
    let all = [("N2026-01", "vier"), ("N2026-02", "vijf"), ("N2026-03", "drie")];
    for (one, other) in [(&ours, &theirs), (&theirs, &ours)] {
        let (merged, _) = merge3(&base, one, other);
        let mut notes: Vec<_> = merged.notes.iter().map(|note| (note.id.as_str(), note.text.as_str())).collect();
        notes.sort_unstable();
        assert_eq!(notes, all);
        assert_eq!(record(&merged, RecordKind::Note, "hierna").1.as_str(), "N2026-04");
    }
}

#[test]
fn without_the_first_what_had_its_number_in_an_earlier_session_is_one_record() {
    let (ours, theirs) =
        (record(&meeting(), RecordKind::Note, "hier").0, record(&meeting(), RecordKind::Note, "daar").0);
    let (merged, conflicts) = merge3(&common(&ours, &theirs), &ours, &theirs);
    assert_eq!((merged.notes.len(), conflicts.len()), (2, 0), "made in the same second on either side");
    let carried = Session { number: 2, ..meeting() };
    let (ours, theirs) = (text(&carried, "A2026-01", "hier"), text(&carried, "A2026-01", "daar"));
    let (merged, conflicts) = merge3(&common(&ours, &theirs), &ours, &theirs);
    assert_eq!((merged.actions.len(), conflicts.len()), (1, 1), "it had this number before the two parted");
}
