#![allow(clippy::unwrap_used)]

use super::*;
use crate::model::start::first_session;

#[test]
fn a_new_chain_has_nothing_to_go_by_and_says_so() {
    let partners = [("POL".into(), "Politie".to_owned())];
    let session = first_session("Proef", &partners, "2026-12-10".parse().unwrap(), |_| String::new());
    let found = statements(&session, session.date);
    assert!(found.iter().all(|statement| statement.raised != Some(true)), "{found:?}");
    assert!(found[..7].iter().all(|statement| statement.raised.is_none()), "no session to look back on");
}
