//! The signals of Kompas as statements, and what they propose.
#![allow(clippy::unwrap_used)]

mod stage;

use stage::{Stage, moment};
use stuurgroep::model::agenda::Room;
use stuurgroep::model::signals::StallSignal;
use stuurgroep::model::statements::{Claim, Value, statements};
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
    assert_eq!(of(Claim::BenefitWithoutKpi).values, [("partners", Value::Text("JR".to_owned()))]);
    assert_eq!(ids(Claim::Unanchored), ["B2026-05", "B2026-07"]);
    assert_eq!(of(Claim::CovenantReview).values, [("days", Value::Text("92".to_owned()))]);
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
    assert_eq!((added.room, items.last().unwrap().room), (Room::Opening, Room::Closing));
    stage.keys("u");
    assert_eq!(stage.session().agenda.items.len(), before);
}
