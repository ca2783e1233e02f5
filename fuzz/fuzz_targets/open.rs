//! Any bytes as the file of a meeting: it opens or is refused with a place; what opens says the same after every saving,
//! and every document of it can be written.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;
use stuurgroep::documents::{markdown, report};
use stuurgroep::model::validate::problems;
use stuurgroep::store::{format, read};
use stuurgroep::text::{Lang, Texts};

fn place() -> &'static PathBuf {
    static PLACE: OnceLock<PathBuf> = OnceLock::new();
    PLACE.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a folder to try in").keep();
        folder.join("0004-2026-12-10.ron")
    })
}

fn texts() -> &'static Texts {
    static TEXTS: OnceLock<Texts> = OnceLock::new();
    TEXTS.get_or_init(|| Texts::new(Lang::Nl))
}

fuzz_target!(|bytes: &[u8]| {
    fs::write(place(), bytes).expect("the file to try");
    let loaded = match read::load(place()) {
        Ok(loaded) => loaded,
        Err(error) => {
            assert!(!texts().named(error.id(), &error.args()).is_empty());
            return;
        }
    };
    let text = format::render(&loaded.session).expect("what opened can be written");
    let back = format::parse(&text).expect("what was written can be read");
    assert_eq!(back, loaded.session);
    assert_eq!(format::render(&back).expect("it can be written again"), text);
    for problem in problems(&loaded.session) {
        assert!(!texts().named(problem.id(), &problem.args()).is_empty());
    }
    let session = &loaded.session;
    let shown = markdown::render(&report::report(session, session.date, &[], texts()));
    assert!(shown.chars().all(|sign| sign == '\n' || !sign.is_control()));
});
