//! Rounds of any size: two to fifteen partners, rows missing, everybody *don't know*, one that joins or leaves between.

use crate::stage::{Stage, moment};
use proptest::prelude::*;
use stuurgroep::desk::meeting::Tab;
use stuurgroep::documents::round_form::{blank, read};
use stuurgroep::model::agenda::Room;
use stuurgroep::model::balance::{BenefitRound, EstimateRow};
use stuurgroep::model::carry::carry_over;
use stuurgroep::model::change::{BalanceEdit, Change, MembershipEdit, RelationEdit, apply};
use stuurgroep::model::relation::TemperatureRow;
use stuurgroep::model::statements::{Claim, statements};
use stuurgroep::model::validate::problems;
use stuurgroep::model::{PartnerCode, Session, start};
use stuurgroep::text::{Lang, Texts};

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

/// A form as a partner fills it: for each line a name and an answer.
fn filled(session: &Session, by: &PartnerCode, (scores, effort): &Row, lang: Lang) -> String {
    let said = |score: &Option<u8>| score.map_or_else(|| "weet niet".to_owned(), |score| score.to_string());
    let mut form = blank(session, by, &[], &Texts::new(lang));
    for (partner, score) in session.partners.iter().zip(scores) {
        form = form.replace(&format!("\n{}:", partner.code), &format!("\n{}: {}", partner.code, said(score)));
    }
    form.trim_end().to_owned() + " " + &said(effort) + "\n"
}

/// What mail programs do with long lines.
fn wrapped_at_72(text: &str) -> String {
    let mut lines = Vec::new();
    for line in text.lines() {
        let mut rest = line;
        while rest.chars().count() > 72 {
            let Some(cut) = rest.char_indices().take(72).filter(|(_, sign)| *sign == ' ').last() else { break };
            lines.push(&rest[..cut.0]);
            rest = &rest[cut.0 + 1..];
        }
        lines.push(rest);
    }
    lines.join("\n") + "\n"
}

const PROSE: [&str; 4] = [
    "",
    "Beste secretaris,\n\nHierbij mijn cijfers: zie onder.\n\n",
    "\nMet groet,\nTel: 06-12345678\nOp donderdag 10 december 2026 om 10:10 schreef u iets.\n",
    "Van: secretaris <s@example.nl>\nDatum: 10-12-2026 10:10\nOnderwerp: Opbrengstenronde\n",
];

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
        stage.app.desk.folder.prepare(&next).unwrap();
        stage.app.desk.open(next.number);
        let (columns, rows) = if wide { (140, 45) } else { (80, 24) };
        for room in Room::ALL {
            stage.app.desk.meeting.as_mut().unwrap().go_to(Tab::Room(room));
            stage.screen(columns, rows);
        }
    }

    #[test]
    fn a_form_survives_what_mail_does_to_it(
        (partners, rows) in sized(), dutch in any::<bool>(), depth in 0usize..4, crlf in any::<bool>(),
        wraps in any::<bool>(), (above, below) in (0usize..4, 0usize..4), original in any::<bool>(),
    ) {
        let session = chain(partners);
        let (by, lang) = (session.partners[0].code.clone(), if dutch { Lang::Nl } else { Lang::En });
        let Some(Some((scores, effort))) = rows.into_iter().find(Option::is_some) else { return Ok(()) };
        let mut text = filled(&session, &by, &(scores.clone(), effort), lang);
        if original {
            text.push_str(&blank(&session, &by, &[], &Texts::new(lang)));
        }
        text = text.lines().map(|line| format!("{}{line}\n", "> ".repeat(depth))).collect();
        text = format!("{}{text}{}", PROSE[above], PROSE[below]);
        if wraps {
            text = wrapped_at_72(&text);
        }
        if crlf {
            text = text.replace('\n', "\r\n");
        }
        let found = read(&session, &text, lang);
        prop_assert_eq!(found, Ok(EstimateRow { by, scores, effort }), "{}", text);
    }

    #[test]
    fn one_wrong_field_refuses_a_form_with_its_line(
        (partners, rows) in sized(), which in 0usize..19, how in 0usize..6, depth in 0usize..3,
    ) {
        let session = chain(partners);
        let by = session.partners[0].code.clone();
        let Some(Some(row)) = rows.into_iter().find(Option::is_some) else { return Ok(()) };
        let form = filled(&session, &by, &row, Lang::Nl);
        let fields: Vec<usize> =
            (0..form.lines().count()).filter(|place| form.lines().nth(*place).unwrap().contains(": ")).collect();
        prop_assert_eq!(fields.len(), partners + 4);
        let place = fields[which % fields.len()];
        let line = form.lines().nth(place).unwrap();
        let (name, value) = line.split_once(": ").unwrap();
        let wrong = match (name, how) {
            ("keten" | "ronde" | "door", _) => format!("{name}: {value}0{}", how + 1),
            ("inspanning", 5) => format!("{name}:"),
            (_, 5) => format!("X{name}: 7"),
            _ => format!("{name}: {}", ["0", "11", "elf", "7,5", "7 8"][how]),
        };
        let text: String = form.lines().enumerate().map(|(at, old)| {
            format!("{}{}\n", "> ".repeat(depth), if at == place { &wrong } else { old })
        }).collect();
        let found = read(&session, &text, Lang::Nl);
        prop_assert_eq!(found.map_err(|error| error.line), Err(place + 1), "{}", text);
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
        // With too few rows the group does not look at them.
        if let Ok(applied) = apply(&session, &Change::Relation(RelationEdit::RevealTemperature), moment()) {
            session = applied.session;
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
