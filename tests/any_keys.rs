//! Whatever is typed: nothing panics, what is on record saves and loads to itself, undo goes all the way back.
#![allow(clippy::unwrap_used)]

mod stage;

use proptest::prelude::*;
use stage::Stage;
use stuurgroep::store::format;
use stuurgroep::text::Lang;

/// Keys that do something, texts that people type and texts that nobody should.
fn piece() -> impl Strategy<Value = String> {
    let keys = "dDoOaAnNeEpPfFuUxXsStTmMvVwWbBcCgGrRiIzZyY=*+<>/?:0123456789jkhl".chars().map(String::from);
    let named = [
        "<Enter>",
        "<Enter>",
        "<Enter>",
        "<Enter>",
        "<Esc>",
        "<Tab>",
        "<Tab>",
        "<S-Tab>",
        "<Up>",
        "<Down>",
        "<Down>",
        "<Down>",
        "<Del>",
        "<C-r>",
        "<Bs>",
        "<PgDn>",
        "<A-Enter>",
    ]
    .map(String::from);
    let texts = [
        "Werving ketenplanner @GEM voor 15-01-2027",
        "2026-12 63/106",
        "7 8 6",
        "10-3-2027",
        "5/6",
        "\u{202e}om",
        "é👩‍👧",
        "BSN 123456782",
        "\"quote\" \\ ) ] ,",
        "in principe",
    ]
    .map(String::from);
    prop_oneof![
        5 => prop::sample::select(keys.collect::<Vec<_>>()),
        6 => prop::sample::select(named.to_vec()),
        2 => prop::sample::select(texts.to_vec()),
    ]
}

fn play(mut stage: Stage, pieces: &[String], (columns, rows): (u16, u16)) {
    let first = format::render(stage.session()).unwrap();
    let number = stage.session().number;
    for piece in pieces {
        // Leaving and quitting is for other tests.
        if piece == "q" {
            continue;
        }
        stage.keys(piece);
        // So is going to another meeting: a signal opens the one it rests on.
        if stage.app.session().is_none_or(|session| session.number != number) {
            return;
        }
        stage.screen(columns, rows);
        let text = format::render(stage.session()).unwrap();
        let back = format::parse(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        assert_eq!(&back, stage.session(), "what is on record loads to itself");
        assert_eq!(format::render(&back).unwrap(), text, "saving twice gives the same bytes");
    }
    let meeting = stage.app.meeting.as_mut().unwrap();
    while meeting.undo(stage::moment()) {}
    assert_eq!(format::render(&meeting.session).unwrap(), first, "undo goes all the way back");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn in_a_new_chain(pieces in prop::collection::vec(piece(), 1..60), wide in any::<bool>()) {
        play(Stage::new_chain(Lang::Nl), &pieces, if wide { (140, 45) } else { (80, 24) });
    }

    #[test]
    fn in_kompas(pieces in prop::collection::vec(piece(), 1..60), wide in any::<bool>()) {
        play(Stage::kompas(Lang::En, 4), &pieces, if wide { (140, 45) } else { (80, 24) });
    }
}
