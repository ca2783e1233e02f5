//! The rules of a meeting: given this meeting and this change, that meeting or that refusal.

mod succession;

use super::*;
use crate::model::agenda::Purpose;
use crate::model::ambition::Standing;
use crate::model::attendance::Presence;
use crate::model::decision::{DecisionForm, DecisionKind, DecisionOutcome, Position, PositionCode};
use crate::model::governance::escalation::{Assignment, EscalationOutcome, EscalationReason};
use crate::model::kpi::KpiValue;
use crate::model::start::first_session;
use crate::model::story::StoryStatus;
use crate::model::{Month, RecordKind};
use chrono::NaiveDate;

fn now() -> NaiveDateTime {
    "2026-12-10T14:00:00".parse().unwrap()
}

/// A chain of three in its first meeting, all members there.
fn meeting() -> Session {
    let partners = ["POL", "OM", "JR"].map(|code| (PartnerCode::from(code), code.to_owned()));
    let session = first_session("Proef", &partners, now().date(), |room| format!("{room:?}"));
    let session = done(&session, Change::Meeting(MeetingEdit::Open));
    done(&session, Change::Meeting(MeetingEdit::AllMembers))
}

fn done(session: &Session, change: Change) -> Session {
    apply(session, &change, now()).unwrap().session
}

fn refused(session: &Session, change: Change) -> Refusal {
    apply(session, &change, now()).unwrap_err()
}

fn obstacle(session: &Session, change: Change) -> Obstacle {
    let Refusal::Obstacle(obstacle) = refused(session, change) else { panic!("no obstacle") };
    obstacle
}

fn record(session: &Session, kind: RecordKind, text: &str) -> (Session, RecordId) {
    let applied =
        apply(session, &Change::Record { kind, item: Some("1".into()), text: text.to_owned() }, now()).unwrap();
    (applied.session, applied.created.unwrap())
}

fn position(partner: &str, code: PositionCode, reason: &str) -> DecisionEdit {
    DecisionEdit::Position(Position { partner: partner.into(), code, reason: reason.to_owned(), written_on: None })
}

#[test]
fn numbers_run_on_per_kind_and_never_come_back() {
    let (session, first) = record(&meeting(), RecordKind::Decision, "een");
    let session = done(&session, Change::Remove(first));
    let (session, second) = record(&session, RecordKind::Decision, "twee");
    assert_eq!(second.as_str(), "B2026-02");
    let (_, action) = record(&session, RecordKind::Action, "drie");
    assert_eq!(action.as_str(), "A2026-01");
    let blank = Change::Record { kind: RecordKind::Note, item: None, text: "  ".to_owned() };
    assert_eq!(refused(&session, blank), Refusal::Blank);
}

#[test]
fn a_position_that_differs_says_why() {
    let (session, id) = record(&meeting(), RecordKind::Decision, "een");
    for code in [PositionCode::AgreeWithNote, PositionCode::Objection, PositionCode::Against, PositionCode::Reserved] {
        let change = Change::Decision(id.clone(), position("POL", code, " "));
        assert_eq!(refused(&session, change), Refusal::ReasonNeeded(code));
        done(&session, Change::Decision(id.clone(), position("POL", code, "daarom")));
    }
}

#[test]
fn an_absent_partner_is_never_presumed() {
    let session = done(&meeting(), Change::Meeting(MeetingEdit::Presence("JR".into(), Presence::AbsentWithNotice)));
    let (session, id) = record(&session, RecordKind::Decision, "een");
    let agree = Change::Decision(id.clone(), position("JR", PositionCode::Agree, ""));
    assert_eq!(refused(&session, agree), Refusal::AbsentNeedsWriting("JR".into()));
    let session = done(&session, Change::Decision(id.clone(), DecisionEdit::RestAssents));
    let letters: Vec<char> = session.decision(&id).unwrap().positions.iter().map(|found| found.code.letter()).collect();
    assert_eq!(letters, ['I', 'I', 'X']);
    let session = done(&session, Change::Decision(id.clone(), DecisionEdit::Touches("JR".into())));
    let proposed = session.decision(&id).unwrap().proposed_outcome(&session.attendance);
    assert_eq!(proposed, Some(DecisionOutcome::Deferred));
    let adopt = Change::Decision(id.clone(), DecisionEdit::Outcome(DecisionOutcome::Adopted));
    assert_eq!(refused(&session, adopt), Refusal::TouchesAbsent("JR".into()));
    let written = Position {
        partner: "JR".into(),
        code: PositionCode::NoObjection,
        reason: String::new(),
        written_on: Some(now().date()),
    };
    let session = done(&session, Change::Decision(id.clone(), DecisionEdit::Position(written)));
    done(&session, Change::Decision(id, DecisionEdit::Outcome(DecisionOutcome::Adopted)));
}

#[test]
fn a_deputy_without_mandate_only_reserves_and_the_group_is_asked_once() {
    let mut session = meeting();
    session.partners[2].deputy = Some(session.partners[2].member.clone());
    let session = done(&session, Change::Meeting(MeetingEdit::Presence("JR".into(), Presence::DeputyWithoutMandate)));
    let decide = Change::Record { kind: RecordKind::Decision, item: None, text: "een".to_owned() };
    let obstacle = obstacle(&session, decide.clone());
    assert_eq!(obstacle, Obstacle::WithoutMandate(vec!["JR".into()]));
    let session = done(&session, obstacle.remedy());
    let applied = apply(&session, &decide, now()).unwrap();
    let id = applied.created.unwrap();
    let agree = Change::Decision(id.clone(), position("JR", PositionCode::Agree, ""));
    assert_eq!(refused(&applied.session, agree), Refusal::OnlyReserve("JR".into()));
    let session =
        done(&applied.session, Change::Decision(id.clone(), position("JR", PositionCode::Reserved, "mandaat")));
    let session = done(&session, Change::Decision(id.clone(), DecisionEdit::RestAssents));
    let proposed = session.decision(&id).unwrap().proposed_outcome(&session.attendance);
    assert_eq!(proposed, Some(DecisionOutcome::UnderReservation));
}

#[test]
fn below_the_quorum_the_group_is_asked_once_and_it_is_on_record() {
    let session = done(&meeting(), Change::Meeting(MeetingEdit::Quorum(3)));
    let session = done(&session, Change::Meeting(MeetingEdit::Presence("JR".into(), Presence::Absent)));
    let decide = Change::Record { kind: RecordKind::Decision, item: None, text: "een".to_owned() };
    let obstacle = obstacle(&session, decide.clone());
    assert_eq!(obstacle, Obstacle::BelowQuorum { present: 2, quorum: 3 });
    let session = done(&session, obstacle.remedy());
    assert_eq!(session.log.len(), 2);
    done(&session, decide);
}

#[test]
fn exploring_a_difference_admits_no_decision() {
    let add = AgendaEdit::Add { title: "Verkennen".to_owned(), purpose: Purpose::Explore, minutes: 10 };
    let session = done(&meeting(), Change::Agenda(add));
    let item = session.agenda.items[session.agenda.items.len() - 2].no.clone();
    assert_eq!(item.as_str(), "14", "before the closing, with a number of its own");
    let decide = Change::Record { kind: RecordKind::Decision, item: Some(item.clone()), text: "toch".to_owned() };
    assert_eq!(refused(&session, decide), Refusal::ExploreAdmitsNoDecision);
    let note = Change::Record { kind: RecordKind::Note, item: Some(item), text: "toch".to_owned() };
    let applied = apply(&session, &note, now()).unwrap();
    let convert = Change::Convert(applied.created.unwrap(), RecordKind::Decision);
    assert_eq!(refused(&applied.session, convert), Refusal::ExploreAdmitsNoDecision);
}

#[test]
fn a_consent_round_keeps_the_text_and_the_objection_before_it() {
    let (session, id) = record(&meeting(), RecordKind::Decision, "twee dagen");
    let session = done(&session, Change::Decision(id.clone(), DecisionEdit::Form(DecisionForm::Consent)));
    let session = done(&session, Change::Decision(id.clone(), position("POL", PositionCode::Objection, "noodhulp")));
    let session = done(&session, Change::Decision(id.clone(), DecisionEdit::RestAssents));
    let proposed = |session: &Session| session.decision(&id).unwrap().proposed_outcome(&session.attendance);
    assert_eq!(proposed(&session), Some(DecisionOutcome::Deferred));
    let session = done(&session, Change::Decision(id.clone(), DecisionEdit::NewRound("één dag".to_owned())));
    assert_eq!(proposed(&session), None, "nobody has spoken on the new text");
    let session = done(&session, Change::Decision(id.clone(), DecisionEdit::RestAssents));
    assert_eq!(proposed(&session), Some(DecisionOutcome::Amended));
    let decision = session.decision(&id).unwrap();
    assert_eq!((decision.text.as_str(), decision.rounds[0].text.as_str()), ("één dag", "twee dagen"));
    assert_eq!(decision.rounds[0].positions[0].reason, "noodhulp");
}

#[test]
fn a_vote_counts_and_dissent_asks_for_trust() {
    let (session, id) = record(&meeting(), RecordKind::Decision, "een");
    let session = done(&session, Change::Decision(id.clone(), DecisionEdit::Form(DecisionForm::Vote)));
    let session = done(&session, Change::Decision(id.clone(), position("POL", PositionCode::Against, "nee")));
    let session = done(&session, Change::Decision(id.clone(), DecisionEdit::RestAssents));
    let decision = session.decision(&id).unwrap();
    assert_eq!(decision.proposed_outcome(&session.attendance), Some(DecisionOutcome::Adopted));
    assert!(decision.lacks_trust_check());
    let session = done(&session, Change::Decision(id.clone(), position("OM", PositionCode::Against, "nee")));
    let decision = session.decision(&id).unwrap();
    assert_eq!(decision.proposed_outcome(&session.attendance), Some(DecisionOutcome::Rejected));
}

#[test]
fn an_outcome_goes_when_positions_contradict_it_or_a_new_round_begins() {
    let (session, id) = record(&meeting(), RecordKind::Decision, "een");
    let decide = |edit| Change::Decision(id.clone(), edit);
    let session = done(&session, decide(DecisionEdit::RestAssents));
    let adopted = done(&session, decide(DecisionEdit::Outcome(DecisionOutcome::Adopted)));
    let outcome = |session: &Session| session.decision(&id).unwrap().outcome;
    let objected = done(&adopted, decide(position("POL", PositionCode::Objection, "noodhulp")));
    assert_eq!(outcome(&objected), None);
    let again = decide(DecisionEdit::Outcome(DecisionOutcome::Adopted));
    assert_eq!(refused(&objected, again), Refusal::ObjectionStands(vec!["POL".into()]));
    let noted = done(&adopted, decide(position("POL", PositionCode::AgreeWithNote, "mits")));
    assert_eq!(outcome(&noted), Some(DecisionOutcome::Adopted));
    let round = done(&adopted, decide(DecisionEdit::NewRound("beter".to_owned())));
    assert_eq!(outcome(&round), None);
}

#[test]
fn who_is_at_the_table_is_not_absent() {
    let (session, id) = record(&meeting(), RecordKind::Decision, "een");
    let absent =
        Position { partner: "POL".into(), code: PositionCode::Absent, reason: String::new(), written_on: None };
    for edit in [DecisionEdit::Position(absent.clone()), DecisionEdit::Seal(absent)] {
        assert_eq!(refused(&session, Change::Decision(id.clone(), edit)), Refusal::IsAtTheTable("POL".into()));
    }
}

#[test]
fn before_the_meeting_only_what_came_in_writing_decides() {
    let mut session = meeting();
    session.state = State::Planned;
    let (session, id) = record(&session, RecordKind::Decision, "een");
    let adopt = Change::Decision(id.clone(), DecisionEdit::Outcome(DecisionOutcome::Adopted));
    assert_eq!(refused(&session, adopt.clone()), Refusal::NotAtTheTable);
    let written = Position {
        partner: "JR".into(),
        code: PositionCode::Agree,
        reason: String::new(),
        written_on: Some(now().date()),
    };
    let session = done(&session, Change::Decision(id.clone(), DecisionEdit::Position(written)));
    assert_eq!(done(&session, adopt.clone()).decision(&id).unwrap().outcome, Some(DecisionOutcome::Adopted));
    let mut earlier = session.clone();
    earlier.number += 1;
    earlier.decisions[0].positions.clear();
    done(&earlier, adopt);
}

#[test]
fn a_frame_waits_for_its_place_in_the_covenant() {
    let (session, id) = record(&meeting(), RecordKind::Decision, "een");
    let session = done(&session, Change::Decision(id.clone(), DecisionEdit::Kind(DecisionKind::Frame)));
    let session = done(&session, Change::Decision(id.clone(), DecisionEdit::Outcome(DecisionOutcome::Adopted)));
    let later = "2027-01-09".parse().unwrap();
    assert_eq!(session.decision(&id).unwrap().unanchored_days(later), Some(30));
    let anchor = Change::Decision(id.clone(), DecisionEdit::InCovenant(true));
    assert_eq!(refused(&session, anchor), Refusal::NoCovenant);
    let session = done(&session, Change::Decision(id.clone(), DecisionEdit::Kind(DecisionKind::Application)));
    assert_eq!(session.decision(&id).unwrap().unanchored_days(later), None);
}

#[test]
fn any_record_becomes_another_kind_and_keeps_what_it_can() {
    let (session, id) = record(&meeting(), RecordKind::Action, "GEM belt");
    let session = done(&session, Change::Action(id.clone(), ActionEdit::Owner("OM".into())));
    let session = done(&session, Change::Action(id.clone(), ActionEdit::Due(Some(now().date()))));
    let applied = apply(&session, &Change::Convert(id.clone(), RecordKind::Decision), now()).unwrap();
    let decision = applied.session.decision(&applied.created.unwrap()).unwrap();
    assert_eq!(
        (decision.text.as_str(), &decision.owner, decision.due),
        ("GEM belt", &Some("OM".into()), Some(now().date()))
    );
    assert_eq!(decision.item, Some("1".into()));
    assert!(applied.session.actions.is_empty());
    assert_eq!(refused(&session, Change::Convert(id, RecordKind::Action)), Refusal::CannotBecome);
}

#[test]
fn postponing_is_counted_and_does_not_make_on_time() {
    let (session, id) = record(&meeting(), RecordKind::Action, "een");
    let date = |text: &str| text.parse().unwrap();
    let session = done(&session, Change::Action(id.clone(), ActionEdit::Due(Some(date("2026-12-01")))));
    assert_eq!(session.actions[0].overdue_days(now().date()), Some(9));
    let session = done(&session, Change::Action(id.clone(), ActionEdit::Postpone(date("2027-01-15"))));
    let session = done(&session, Change::Action(id.clone(), ActionEdit::Done(Some(date("2027-01-10")))));
    let action = &session.actions[0];
    assert_eq!((action.postponed.len(), action.was_on_time(), action.is_open()), (1, false, false));
}

#[test]
fn the_guard_comes_before_content_and_returns_with_an_assignment() {
    let (session, id) = record(&meeting(), RecordKind::Escalation, "rooster");
    let outcome = |outcome| Change::Escalation(id.clone(), EscalationEdit::Outcome(outcome));
    assert_eq!(refused(&session, outcome(EscalationOutcome::Decided)), Refusal::GuardFirst);
    let admit = Change::Escalation(id.clone(), EscalationEdit::Admit(EscalationReason::Frame));
    let admitted = done(&done(&session, admit), outcome(EscalationOutcome::Decided));
    assert_eq!(admitted.escalations[0].closed, Some(now().date()));
    let assignment = Assignment { mandate: "zelf".to_owned(), owner: "JR".into(), due: None };
    let returned = done(&session, Change::Escalation(id.clone(), EscalationEdit::Return(assignment)));
    let found = &returned.escalations[0];
    assert_eq!((found.outcome, found.within_lower_mandate), (Some(EscalationOutcome::Returned), Some(true)));
    assert!(found.is_open(), "until it is solved below");
}

#[test]
fn a_story_passes_the_guard_and_four_questions_or_stays() {
    let (session, id) = record(&meeting(), RecordKind::Story, "Verhaal");
    let edit = |edit| Change::Story(id.clone(), edit);
    let blocked = done(&session, edit(StoryEdit::Situation("BSN 123456782".to_owned())));
    assert_eq!(blocked.successes.stories[0].status, StoryStatus::Blocked);
    assert_eq!(refused(&blocked, edit(StoryEdit::Release)), Refusal::GuardBlocks);
    assert_eq!(refused(&session, edit(StoryEdit::Release)), Refusal::QuestionsOpen);
    let mut answered = session;
    for question in Question::ALL {
        answered = done(&answered, edit(StoryEdit::Answer(question, question == Question::Consent)));
    }
    let released = done(&answered, edit(StoryEdit::Release));
    assert_eq!(released.successes.released(), 1);
    let changed = done(&released, edit(StoryEdit::Result("anders".to_owned())));
    assert_eq!(changed.successes.stories[0].status, StoryStatus::Draft, "a text that changed is looked at anew");
}

#[test]
fn a_new_sentence_makes_commitments_stale_and_keeps_the_old_one() {
    let write = |text: &str| Change::Ambition(AmbitionEdit::Text(text.to_owned()));
    let commit = Change::Ambition(AmbitionEdit::Commit("POL".into(), String::new()));
    assert_eq!(refused(&meeting(), commit.clone()), Refusal::NoAmbition);
    let session = done(&meeting(), write("Samen"));
    assert_eq!(refused(&session, commit.clone()), Refusal::NoBenefit("POL".into()));
    let session = done(&session, Change::Ambition(AmbitionEdit::Benefit("POL".into(), "rust".to_owned())));
    let session = done(&done(&session, commit), write("Samen sneller"));
    assert_eq!(session.ambition.standing(&"POL".into()), Standing::Stale);
    assert_eq!((session.ambition.version, session.ambition.earlier[0].text.as_str()), (2, "Samen"));
}

#[test]
fn a_kpi_takes_values_and_hides_small_numbers() {
    let session = done(&meeting(), Change::NewKpi("Op tijd".to_owned()));
    let month = Month::parse("2026-11").unwrap();
    let value = |value| Change::Kpi("K1".into(), KpiEdit::Value(value));
    let session = done(&session, value(KpiValue::ratio(month, 7, 9)));
    assert!(session.kpis[0].values[0].is_hidden());
    let session = done(&session, value(KpiValue::ratio(month, 19, 21)));
    assert_eq!(session.kpis[0].values.len(), 1, "a correction takes the place of the value");
    assert_eq!(session.kpis[0].values[0].value, Some(90.5));
    assert_eq!(refused(&session, value(KpiValue::ratio(month, 9, 7))), Refusal::NumeratorAboveDenominator);
    assert_eq!(refused(&session, value(KpiValue::plain(month, f64::NAN))), Refusal::NotANumber);
}
