//! The signals of Kompas as statements, and what they propose.

use crate::stage::{Stage, moment};
use stuurgroep::model::Session;
use stuurgroep::model::agenda::Room;
use stuurgroep::model::attendance::Presence;
use stuurgroep::model::carry::carry_over;
use stuurgroep::model::change::{Change, apply};
use stuurgroep::model::claim::StallSignal;
use stuurgroep::model::statements::{Claim, Ground, Rank, Value, statements};
use stuurgroep::text::Lang;

#[test]
fn kompas_has_the_statements_of_the_domain_paper() {
    let stage = Stage::kompas(Lang::Nl, 4);
    let found = statements(stage.session(), moment().date());
    let of = |claim: Claim| found.iter().find(|statement| statement.claim == claim).unwrap();
    let ids = |claim: Claim| of(claim).records.iter().map(|id| id.as_str().to_owned()).collect::<Vec<_>>();
    let raised: Vec<bool> =
        StallSignal::ALL.into_iter().map(|signal| of(Claim::Stall(signal)).raised.unwrap()).collect();
    assert_eq!(raised, [true, true, true, true, true, false, false], "5 of 7, each by itself");
    assert_eq!(ids(Claim::Stall(StallSignal::Actions)), ["A2026-09", "A2026-11", "A2026-13", "A2026-14"]);
    assert_eq!(ids(Claim::Stall(StallSignal::Deferred)), ["B2026-09"]);
    assert_eq!(of(Claim::SilentDissent).raised, Some(true), "dissent falls and so does the temperature");
    assert_eq!(ids(Claim::AbsentTouched), ["B2026-09"]);
    assert_eq!(of(Claim::BenefitWithoutKpi).values, [("partners", Value::Partners(vec!["JR".into()]))]);
    assert_eq!(of(Claim::BenefitWithoutKpi).grounds(), [Ground::Partner("JR".into())]);
    assert_eq!(
        ids(Claim::Stall(StallSignal::Upward)),
        ["E2026-07", "E2026-08"],
        "of the last session, where still here"
    );
    let grounds = |claim: Claim| of(claim).grounds();
    assert_eq!(grounds(Claim::Stall(StallSignal::Kpi)), [Ground::Kpi("K1".into())]);
    assert_eq!(grounds(Claim::Stall(StallSignal::Attendance)), [Ground::Meeting(3)]);
    assert_eq!(ids(Claim::Unanchored), ["B2026-05", "B2026-07"]);
    assert!(of(Claim::CovenantReview).values.contains(&("days", Value::Count(92))));
    assert_eq!(grounds(Claim::CovenantReview), [Ground::Covenant("1.0".to_owned())]);
    assert_eq!(of(Claim::UnevenLevels).raised, Some(true), "3 against 5 in the session before");
    assert_eq!(of(Claim::MandateEnds).raised, Some(true));
    assert_eq!(of(Claim::OldRound).raised, Some(false));
    assert_eq!(of(Claim::FalseConsensus).raised, Some(false));
    let quiet: Vec<u8> = found
        .iter()
        .filter_map(|found| match found.claim {
            Claim::QuietFactor(factor) => Some(factor),
            _ => None,
        })
        .collect();
    assert_eq!(quiet, [5], "relation: never an outcome, and no item today");
}

/// Of all that is true few things ask for something now, and they come before what is only worth knowing.
#[test]
fn what_asks_for_something_now_stands_before_what_is_only_worth_knowing() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    let found = statements(stage.session(), moment().date());
    let raised = |rank| found.iter().filter(|one| one.raised == Some(true) && one.claim.row().rank == rank).count();
    assert_eq!([raised(Rank::Stall), raised(Rank::Now)], [5, 7]);
    stage.keys("!");
    let screen = stage.screen(140, 90);
    assert!(screen.contains("Signalen: 5 van 7, stilval dreigt"), "{screen}");
    let at = |words: &str| screen.rfind(words).unwrap_or_else(|| panic!("{words} is not in {screen}"));
    let order = [
        "De helft of meer van de KPI's is rood",
        "K1 vraagt om bijsturen",
        "2 zaken wachten op JR",
        "Schakel zonder vertegenwoordiger",
    ];
    assert!(order.windows(2).all(|pair| at(pair[0]) < at(pair[1])), "{screen}");
}

/// A fall of a few hundredths, or one outing, says nothing.
#[test]
fn what_may_be_chance_is_not_raised() {
    let stage = Stage::kompas(Lang::Nl, 4);
    let found = statements(stage.session(), moment().date());
    let falls: Vec<u8> = (1..=8).filter(|no| found.iter().any(|one| one.claim == Claim::FactorFalls(*no))).collect();
    assert_eq!(falls, [3, 4, 5], "by 1.0, 0.8 and 0.5, and 1 only by 0.2");
    let outings: Vec<&str> =
        found.iter().filter(|one| one.claim == Claim::OutingsWithout).map(|one| one.about.as_str()).collect();
    assert_eq!(outings, ["POL"], "1 of 4, and RB had only one");
}

#[test]
fn a_signal_opens_what_it_rests_on() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("!");
    let screen = stage.screen(140, 45);
    assert!(screen.contains("Minder dan 60% van de acties was op tijd (2/6)"), "{screen}");
    stage.keys("<Down><Enter>");
    assert!(stage.screen(140, 45).contains("Waar het op rust"));
    stage.keys("<Enter>");
    assert!(stage.screen(140, 45).contains("Besluit B2026-09"), "{}", stage.screen(140, 45));
}

#[test]
fn the_chair_takes_or_leaves_each_proposal() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    let before = stage.session().agenda.items.len();
    stage.keys(":agendavoorstel<Enter>");
    assert!(stage.screen(140, 45).contains("Agendavoorstel 1 van"), "{}", stage.screen(140, 45));
    stage.keys("y");
    stage.keys("n");
    stage.keys("<Esc>").settle();
    let items = stage.session().agenda.items.clone();
    assert_eq!(items.len(), before + 1);
    let added = &items[items.len() - 2];
    assert_eq!((added.room, items.last().unwrap().room), (Room::Actions, Room::Closing));
    // What it rests on goes with it, and what was left off is on record and not proposed again.
    assert!(added.about.contains(&"A2026-09".into()), "{added:?}");
    let declined: Vec<Claim> = stage.on_disk(4).declined.iter().map(|entry| entry.claim).collect();
    assert_eq!(declined, [Claim::Stall(StallSignal::Deferred)]);
    stage.keys(":agendavoorstel<Enter>");
    let screen = stage.screen(140, 45);
    assert!(!screen.contains("besluiten worden aangehouden") && screen.contains("Agendavoorstel 1 van"), "{screen}");
    stage.keys("<Esc>uu");
    assert_eq!(stage.session().agenda.items.len(), before);
    assert!(stage.session().declined.is_empty());
}

#[test]
fn two_signals_about_one_thing_are_one_proposal() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys(":agendavoorstel<Enter>");
    stage.keys(&"y".repeat(20)).settle();
    let mut titles: Vec<String> = stage.session().agenda.items.iter().map(|item| item.title.clone()).collect();
    let all = titles.len();
    titles.sort();
    titles.dedup();
    assert_eq!(titles.len(), all, "{titles:?}");
}

#[test]
fn a_warning_that_was_set_aside_is_raised_again_about_another_matter() {
    let stage = Stage::kompas(Lang::Nl, 4);
    let today = moment().date();
    let raised = |session: &Session, claim: Claim, today| {
        statements(session, today).into_iter().any(|found| found.claim == claim && found.counts(session))
    };
    let aside = |session: &Session, claim: Claim, today| {
        let found = statements(session, today).into_iter().find(|found| found.claim == claim).unwrap();
        let change = Change::SetAside { warning: claim, about: found.about, reason: Some("bekend".into()) };
        apply(session, &change, moment()).unwrap().session
    };
    // The levels of the last session; then those of another one, and the reason went along.
    let session = aside(stage.session(), Claim::UnevenLevels, today);
    assert!(!raised(&session, Claim::UnevenLevels, today));
    let mut next = carry_over(&session, "2027-03-11".parse().unwrap());
    assert_eq!(next.set_aside.len(), session.set_aside.len(), "the reason is kept");
    for (seat, level) in next.attendance.iter_mut().zip([5, 3]) {
        (seat.presence, seat.level) = (Presence::Member, Some(level));
    }
    assert!(raised(&next, Claim::UnevenLevels, today));
    // An old round stays set aside until there is another old round.
    let late = "2027-06-01".parse().unwrap();
    assert!(raised(&next, Claim::OldRound, late), "older than six months is said");
    let session = aside(&next, Claim::OldRound, late);
    assert!(!raised(&session, Claim::OldRound, late));
    let mut other = session.clone();
    other.benefit_rounds.last_mut().unwrap().session = 5;
    assert!(raised(&other, Claim::OldRound, late));
    // Ten unanimous decisions in a row, and once more in the next session.
    let mut long = stage.session().clone();
    long.decisions.clear();
    long.look_back.last_mut().unwrap().unanimous_in_a_row = 10;
    assert!(raised(&long, Claim::FalseConsensus, today));
    let session = aside(&long, Claim::FalseConsensus, today);
    assert!(!raised(&session, Claim::FalseConsensus, today));
    let next = carry_over(&session, "2027-03-11".parse().unwrap());
    assert!(raised(&next, Claim::FalseConsensus, today));
}
