//! Any text as a form that came back by mail: a row with an answer for each partner, or the line that is wrong.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::OnceLock;
use stuurgroep::documents::round_form::{blank, read};
use stuurgroep::model::start::first_session;
use stuurgroep::model::{PartnerCode, Session};
use stuurgroep::text::{Lang, Texts};

fn session() -> &'static Session {
    static SESSION: OnceLock<Session> = OnceLock::new();
    SESSION.get_or_init(|| {
        let partners = ["POL", "OM", "JR"].map(|code| (PartnerCode::from(code), code.to_owned()));
        let date = "2026-12-10".parse().expect("a day");
        first_session("Proef", &partners, date, |_| String::new())
    })
}

fuzz_target!(|text: &str| {
    for lang in [Lang::Nl, Lang::En] {
        match read(session(), text, lang) {
            Ok(row) => {
                assert_eq!(row.scores.len(), session().partners.len());
                assert!(row.scores.iter().flatten().chain(&row.effort).all(|score| (1..=10).contains(score)));
            }
            Err(error) => {
                assert!((1..=text.lines().count().max(1)).contains(&error.line));
                assert!(!Texts::new(lang).named(error.problem, &[("found", error.found)]).is_empty());
            }
        }
    }
    // A chain and a partner may be called anything: what that says is explanation, and the form comes back as one that was
    // not filled in.
    let mut named = session().clone();
    named.chain.name = text.to_owned();
    named.partners[0].name = text.to_owned();
    let form = blank(&named, &"JR".into(), &text.lines().map(str::to_owned).collect::<Vec<_>>(), &Texts::new(Lang::Nl));
    assert!(form.chars().all(|sign| sign == '\n' || !sign.is_control()));
    let error = read(&named, &form, Lang::Nl).expect_err("nothing is filled in");
    assert!(["form-empty", "form-missing"].contains(&error.problem), "{error:?}\n{form}");
});
