//! Whatever is typed: nothing panics, what is on record saves and loads to itself, undo goes all the way back.

use crate::stage;
use crate::stage::Stage;
use proptest::prelude::*;
use std::collections::{HashMap, HashSet};
use stuurgroep::model::{RecordId, Session};
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
    let first = stage.session().clone();
    let mut seen = HashMap::new();
    note_numbers(&first, &mut seen, "");
    let known: Vec<RecordId> = seen.keys().cloned().collect();
    let number = stage.session().number;
    for piece in pieces {
        // Leaving and quitting is for other tests.
        if piece == "q" {
            continue;
        }
        stage.keys(piece);
        // So is going to another meeting: a signal opens the one it rests on.
        if stage.app.desk.session().is_none_or(|session| session.number != number) {
            return;
        }
        stage.screen(columns, rows);
        note_numbers(stage.session(), &mut seen, piece);
        let text = format::render(stage.session()).unwrap();
        let back = format::parse(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        assert_eq!(&back, stage.session(), "what is on record loads to itself");
        assert_eq!(format::render(&back).unwrap(), text, "saving twice gives the same bytes");
    }
    let meeting = stage.app.desk.meeting.as_mut().unwrap();
    while meeting.undo(stage::moment()).unwrap().is_some() {}
    // All but the numbering: a number once seen never returns.
    let (last, mut undone) = (meeting.session.numbering.clone(), meeting.session.clone());
    undone.numbering.clone_from(&first.numbering);
    assert_eq!(format::render(&undone).unwrap(), format::render(&first).unwrap(), "undo goes all the way back");
    let highest =
        |kind, year| last.iter().find(|entry| entry.kind == kind && entry.year == year).map(|entry| entry.last);
    for (kind, year, number) in seen.keys().filter(|id| !known.contains(id)).filter_map(RecordId::parts) {
        assert!(highest(kind, year) >= Some(number), "{kind:?} {year} {number} can be given again");
    }
}

/// The numbers that were seen, and whether their record is gone now. A record that is gone comes back by undo and redo, also
/// where their key is a letter of a text; by any other key its number would stand on another record.
fn note_numbers(session: &Session, seen: &mut HashMap<RecordId, bool>, piece: &str) {
    let mut all: HashSet<&RecordId> = session.decisions.iter().map(|found| &found.id).collect();
    all.extend(session.actions.iter().map(|found| &found.id));
    all.extend(session.differences.iter().map(|found| &found.id));
    all.extend(session.escalations.iter().map(|found| &found.id));
    all.extend(session.successes.stories.iter().map(|found| &found.id));
    all.extend(session.notes.iter().map(|found| &found.id));
    for (id, gone) in seen.iter_mut() {
        let there = all.contains(id);
        assert!(!there || !*gone || piece.contains('u') || piece == "<C-r>", "{id} came back by {piece}");
        *gone = !there;
    }
    for id in all {
        seen.entry(id.clone()).or_insert(false);
    }
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
