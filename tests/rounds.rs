//! Rounds of any size: two to fifteen partners, rows missing, everybody *don't know*, one that joins or leaves between.
#![allow(clippy::unwrap_used)]

mod stage;

use proptest::prelude::*;
use stage::{Stage, moment};
use stuurgroep::app::meeting::Tab;
use stuurgroep::model::agenda::Room;
use stuurgroep::model::balance::{BenefitRound, EstimateRow};
use stuurgroep::model::carry::carry_over;
use stuurgroep::model::change::{BalanceEdit, Change, MembershipEdit, RelationEdit, apply};
use stuurgroep::model::relation::TemperatureRow;
use stuurgroep::model::statements::{Claim, statements};
use stuurgroep::model::validate::problems;
use stuurgroep::model::{PartnerCode, Session, start};
use stuurgroep::text::Lang;

/// What a partner gives each, and its own effort; none where it gave no row.
type Row = (Vec<Option<u8>>, Option<u8>);
type Rows = Vec<Option<Row>>;

fn chain(partners: usize) -> Session {
    let partners: Vec<(PartnerCode, String)> =
        (1..=partners).map(|place| (PartnerCode(format!("P{place}")), format!("Partner {place}"))).collect();
    start::first_session("Proef", &partners, moment().date(), |_| "Punt".to_owned())
}

fn score() -> impl Strategy<Value = Option<u8>> {
    prop_oneof![3 => (1u8..=10).prop_map(Some), 1 => Just(None)]
}

/// Rows for so many partners; some partners give none.
fn rows(partners: usize) -> impl Strategy<Value = Rows> {
    let row = (prop::collection::vec(score(), partners), score());
    prop::collection::vec(prop::option::weighted(0.8, row), partners)
}

fn sized() -> impl Strategy<Value = (usize, Rows)> {
    (2usize..=15).prop_flat_map(|partners| (Just(partners), rows(partners)))
}

fn commit(session: &Session, change: Change) -> Session {
    apply(session, &change, moment()).unwrap_or_else(|refusal| panic!("{refusal}: {change:?}")).session
}

/// A round as its rows say, revealed; as it is where nobody gave a row.
fn held(session: &Session, rows: &[Option<Row>]) -> Session {
    let codes: Vec<PartnerCode> = session.partners.iter().map(|partner| partner.code.clone()).collect();
    let mut session = session.clone();
    for (by, row) in codes.iter().zip(rows) {
        let Some((scores, effort)) = row else { continue };
        let scores = scores.iter().copied().chain(std::iter::repeat(None)).take(codes.len()).collect();
        let row = EstimateRow { by: by.clone(), scores, effort: *effort };
        session = commit(&session, Change::Balance(BalanceEdit::Row(row)));
    }
    match session.round_at_hand() {
        Some(_) => commit(&session, Change::Balance(BalanceEdit::Reveal)),
        None => session,
    }
}

fn sound(round: &BenefitRound) {
    for found in round.all() {
        let about = &found.partner;
        let others = round.about.iter().filter(|by| *by != about);
        let views = others.filter_map(|by| round.estimate(by, about)).count();
        assert_eq!(found.seen.is_some(), views >= 3, "seen needs three views: {found:?}");
        assert_eq!(found.own.map(|own| own as u8), round.estimate(about, about));
        assert_eq!(found.gap, found.own.zip(found.seen).map(|(own, seen)| own - seen));
        for figure in [found.own, found.seen, found.gap, found.net, found.observer_error].into_iter().flatten() {
            assert!(figure.is_finite() && figure.abs() <= 10.0, "{found:?}");
        }
    }
    assert!(round.spread().is_none_or(|spread| (0.0..=18.0).contains(&spread)));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn figures_hold_for_any_size_and_any_gap((partners, rows) in sized()) {
        let session = held(&chain(partners), &rows);
        if let Some(round) = session.round_at_hand() {
            sound(round);
        }
        assert_eq!(problems(&session), []);
        statements(&session, moment().date());
    }

    #[test]
    fn a_partner_that_joins_or_leaves_between_sessions_breaks_nothing(
        (partners, rows) in sized(), leaver in 0usize..15, joins in any::<bool>(), wide in any::<bool>(),
    ) {
        let first = held(&chain(partners), &rows);
        let mut next = carry_over(&first, moment().date() + chrono::Days::new(90));
        let code = next.partners[leaver % partners].code.clone();
        if joins {
            next = commit(&next, Change::Membership(MembershipEdit::Join("NEW".into(), "Nieuw".to_owned())));
        } else {
            next = commit(&next, Change::Membership(MembershipEdit::Leave(code)));
        }
        let next = held(&next, &rows);
        next.benefit_rounds.iter().for_each(sound);
        assert_eq!(problems(&next), []);
        // Every pane can show it, and the second file too.
        let mut stage = Stage::empty(Lang::Nl);
        stage.app.folder.prepare(&next).unwrap();
        stage.app.open(next.number);
        let (columns, rows) = if wide { (140, 45) } else { (80, 24) };
        for room in Room::ALL {
            stage.app.meeting.as_mut().unwrap().go_to(Tab::Room(room));
            stage.screen(columns, rows);
        }
    }

    #[test]
    fn temperature_holds_for_any_size((partners, rows) in sized()) {
        let mut session = chain(partners);
        let codes: Vec<PartnerCode> = session.partners.iter().map(|partner| partner.code.clone()).collect();
        for (place, (by, row)) in codes.iter().zip(&rows).enumerate() {
            let Some((scores, _)) = row else { continue };
            let mut scores = scores.clone();
            scores[place] = None;
            let row = TemperatureRow { by: by.clone(), scores };
            session = commit(&session, Change::Relation(RelationEdit::Temperature(row)));
        }
        let Some(round) = session.relation.temperatures.last() else { return Ok(()) };
        let ties = round.ties().count();
        assert_eq!(round.mean().is_some(), ties > 0);
        assert!(round.mean().is_none_or(|mean| (1.0..=10.0).contains(&mean)));
        assert!(round.asymmetry().is_none_or(|gap| gap <= 9));
    }
}

#[test]
fn a_round_in_which_nobody_knows_says_nothing_and_warns_of_nothing() {
    for partners in [2, 7, 15] {
        let row = Some((vec![None; partners], None));
        let session = held(&chain(partners), &vec![row; partners]);
        let round = session.round_at_hand().unwrap();
        assert!(round.all().iter().all(|found| found.own.is_none() && found.seen.is_none() && found.net.is_none()));
        assert_eq!((round.spread(), round.mean_gap()), (None, None));
        let found = statements(&session, moment().date());
        let about_the_round = |claim| matches!(claim, Claim::QuietWorry | Claim::RebalanceDue | Claim::BenefitMoved);
        assert!(found.iter().all(|statement| !about_the_round(statement.claim)));
    }
}
