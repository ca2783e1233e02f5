//! A file that is cut, flipped or holed anywhere: refused with its place, or opened with the word that its seal does not match.
//! Never opened as if nothing had happened.

use super::{Progress, at_once, stride};
use std::iter::StepBy;
use std::ops::Range;
use std::path::Path;
use std::sync::Mutex;
use stuurgroep::store::read::{SealState, loaded};

fn sample() -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions/0004-2026-12-10.ron")).unwrap()
}

/// Where the last line begins: it seals what stands above it.
fn seal(whole: &[u8]) -> usize {
    let end = whole.trim_ascii_end().len();
    whole[..end].iter().rposition(|byte| *byte == b'\n').unwrap() + 1
}

/// What is opened without a word.
fn passes(bytes: Vec<u8>) -> bool {
    loaded(Path::new("0004-2026-12-10.ron"), bytes).is_ok_and(|found| found.seal == SealState::Intact)
}

/// Tries every spoiled file, by a place in it, and says how many were refused or told of.
fn none_passes(
    what: &'static str,
    places: StepBy<Range<usize>>,
    spoil: impl Fn(usize) -> Vec<(String, Vec<u8>)> + Sync,
) {
    let progress = Mutex::new(Progress::of(what, places.len()));
    at_once(places, |place| {
        for (how, bytes) in spoil(place) {
            assert!(!passes(bytes), "{how}");
        }
        progress.lock().unwrap().went_on();
    });
    progress.into_inner().unwrap().end("none was opened without a word");
}

#[test]
fn a_file_that_is_cut_anywhere_is_never_opened_without_a_word() {
    let whole = sample();
    assert!(passes(whole.clone()));
    let end = whole.trim_ascii_end().len();
    // At night every byte.
    none_passes("files cut, and zeroed from there", (0..end).step_by(stride(53, 1)), |cut| {
        let mut zeroed = whole.clone();
        zeroed[cut..].fill(0);
        vec![(format!("cut at {cut}"), whole[..cut].to_vec()), (format!("zeroes from {cut}"), zeroed)]
    });
}

#[test]
fn a_flipped_bit_and_a_hole_are_never_opened_without_a_word() {
    let whole = sample();
    let end = seal(&whole);
    none_passes("bits flipped", (0..end * 8).step_by(stride(331, 1)), |place| {
        let mut flipped = whole.clone();
        flipped[place / 8] ^= 1 << (place % 8);
        vec![(format!("bit {} of byte {}", place % 8, place / 8), flipped)]
    });
    none_passes("holes of 1, 16 and 512 bytes", (0..end - 512).step_by(stride(997, 13)), |start| {
        let hole = |length| {
            let mut holed = whole.clone();
            holed[start..start + length].fill(0);
            (format!("{length} zeroes at {start}"), holed)
        };
        [1, 16, 512].map(hole).to_vec()
    });
}

#[test]
fn a_line_that_is_gone_is_never_missed() {
    let text = String::from_utf8(sample()).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    for gone in (0..lines.len() - 1).step_by(stride(7, 1)) {
        let left: Vec<&str> =
            lines.iter().enumerate().filter(|(place, _)| *place != gone).map(|(_, line)| *line).collect();
        assert!(!passes(format!("{}\n", left.join("\n")).into_bytes()), "line {}", gone + 1);
    }
}
