//! The anonymity guard (casuïstiekwacht): traces of a person in the text of a story (domain §3).
//!
//! It can't prove that a text is anonymous; it only finds what a reader in a hurry would miss.

mod dates;
mod names;
mod numbers;
mod places;
mod words;

use std::ops::Range;

/// What kind of trace of a person a finding is; the list of domain §3, hard ones first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trace {
    /// A citizen service number that passes the eleven test.
    Bsn,
    /// A case number of the prosecution (parketnummer).
    CaseNumber,
    /// A bank account number.
    Iban,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// The number of a vehicle (kenteken).
    LicencePlate,
    /// A full date of birth.
    BirthDate,
    /// A postcode with a house number.
    Address,
    /// A name, or a first name with an initial.
    Name,
    /// An exact age under eighteen.
    Age,
    /// The name of a school.
    School,
    /// A street, a district or a town.
    Place,
}

impl Trace {
    /// Whether this one alone points at one person, so that it stops a story (domain §3: block, against warn).
    pub fn is_hard(self) -> bool {
        self <= Self::Address
    }
}

/// One finding: where in the inspected text, in bytes and on char boundaries, and what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Its first byte.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// What it is a trace of.
    pub trace: Trace,
}

/// What the findings together mean for a story (domain §3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// A hard trace, or so many soft ones that together they point at somebody.
    Blocked,
    /// One or two soft traces: somebody should look.
    Warned,
    /// Nothing was found, which proves nothing.
    Clear,
}

/// So many soft traces weigh as much as a hard one (domain §3: three or more is red).
const SOFT_LIMIT: usize = 3;

/// Stands where an earlier detector already found something, so that a later one can't find it again.
const MASK: char = '\0';

type Detector = fn(&[char]) -> Vec<Range<usize>>;

/// The hard ones come first, so that they win; within them the longer forms, because shorter ones hide in those.
const DETECTORS: [(Trace, Detector); 12] = [
    (Trace::Email, numbers::emails),
    (Trace::Iban, numbers::ibans),
    (Trace::CaseNumber, numbers::case_numbers),
    (Trace::BirthDate, dates::birth_dates),
    (Trace::Address, places::addresses),
    (Trace::Phone, numbers::phones),
    (Trace::Bsn, numbers::bsns),
    (Trace::LicencePlate, numbers::licence_plates),
    (Trace::School, places::schools),
    (Trace::Place, places::places),
    (Trace::Name, names::names),
    (Trace::Age, dates::ages),
];

/// All findings, in order of place and not overlapping (domain §3); a hard one wins over a soft one in the same place.
pub fn inspect(text: &str) -> Vec<Finding> {
    let visible = text.char_indices().filter(|(_, letter)| !is_invisible(*letter));
    let (bytes, mut chars): (Vec<Range<usize>>, Vec<char>) =
        visible.map(|(at, letter)| (at..at + letter.len_utf8(), plain(letter))).unzip();
    let mut findings = Vec::new();
    for (trace, detector) in DETECTORS {
        for range in detector(&chars) {
            let Some(found) = bytes.get(range.clone()) else { continue };
            let (Some(first), Some(last)) = (found.first(), found.last()) else { continue };
            findings.push(Finding { start: first.start, end: last.end, trace });
            if let Some(letters) = chars.get_mut(range) {
                letters.fill(MASK);
            }
        }
    }
    findings.sort_by_key(|finding| finding.start);
    findings
}

/// The text with each finding replaced by what `neutral` gives for its kind (domain §3: offer neutral replacements).
pub fn neutralised(text: &str, neutral: impl Fn(Trace) -> String) -> String {
    let mut result = String::with_capacity(text.len());
    let mut kept = 0;
    for finding in inspect(text) {
        result.push_str(text.get(kept..finding.start).unwrap_or_default());
        result.push_str(&neutral(finding.trace));
        kept = finding.end;
    }
    result.push_str(text.get(kept..).unwrap_or_default());
    result
}

/// What these findings mean: one hard one or three soft ones block, fewer warn (domain §3).
pub fn verdict(findings: &[Finding]) -> Verdict {
    if findings.len() >= SOFT_LIMIT || findings.iter().any(|finding| finding.trace.is_hard()) {
        return Verdict::Blocked;
    }
    if findings.is_empty() { Verdict::Clear } else { Verdict::Warned }
}

/// Signs that take no room on a screen; pasted text holds them, and they would break a number or a name in two.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Word processors write special spaces, dashes and quotes; the detectors know only the plain ones.
fn plain(letter: char) -> char {
    match letter {
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' | '\t' => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{2018}' | '\u{2019}' | '\u{2bc}' | '`' => '\'',
        _ => letter,
    }
}

/// Looks for something at every place, and goes on after what was found.
fn scan(text: &[char], at: impl Fn(&[char], usize) -> Option<Range<usize>>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut index = 0;
    while index < text.len() {
        match at(text, index) {
            Some(range) if range.end > index => {
                // What reaches back into an earlier find, as a street before its postcode can, begins here instead.
                let taken = found.last().is_some_and(|earlier| range.start < earlier.end);
                found.push(if taken { index } else { range.start }..range.end);
                index = range.end;
            }
            _ => index += 1,
        }
    }
    found
}

/// The char before a place.
fn before(text: &[char], index: usize) -> Option<char> {
    text.get(index.checked_sub(1)?).copied()
}

/// Whether there is a digit at a place.
fn digit_at(text: &[char], index: usize) -> bool {
    text.get(index).is_some_and(char::is_ascii_digit)
}

/// Whether what stands at a place goes on from digits before it, as the `26` of `2026` or of `0,26`.
fn continues_number(text: &[char], start: usize) -> bool {
    match before(text, start) {
        Some(letter) if letter.is_ascii_digit() => true,
        Some('-' | '.' | '/' | ',') => start >= 2 && digit_at(text, start - 2),
        _ => false,
    }
}

/// The number of at most `most` digits at a place, and where it ends; none when there are more digits.
fn number(text: &[char], start: usize, most: usize) -> Option<(u32, usize)> {
    let digits = text.iter().skip(start).take(most + 1).map_while(|letter| letter.to_digit(10));
    let (value, length) =
        digits.fold((0_u32, 0), |(value, length), digit| (value.saturating_mul(10).saturating_add(digit), length + 1));
    (1..=most).contains(&length).then_some((value, start + length))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORACLE: &str =
        "Ayoub K. (15) uit de Tulpstraat, leerling van het Vechtcollege, BSN 123456782, parketnr 10/123456-26";

    fn kinds(text: &str) -> Vec<Trace> {
        inspect(text).into_iter().map(|finding| finding.trace).collect()
    }

    #[test]
    fn the_oracle_has_two_hard_and_four_soft_traces() {
        let parts: Vec<_> = inspect(ORACLE).into_iter().map(|one| (one.trace, &ORACLE[one.start..one.end])).collect();
        let expected = vec![
            (Trace::Name, "Ayoub K."),
            (Trace::Age, "15"),
            (Trace::Place, "Tulpstraat"),
            (Trace::School, "Vechtcollege"),
            (Trace::Bsn, "123456782"),
            (Trace::CaseNumber, "10/123456-26"),
        ];
        assert_eq!(parts, expected);
        assert_eq!(verdict(&inspect(ORACLE)), Verdict::Blocked);
    }

    #[test]
    fn eight_kinds_are_hard() {
        assert!([Trace::Bsn, Trace::CaseNumber, Trace::Iban, Trace::Email].iter().all(|trace| trace.is_hard()));
        assert!(
            [Trace::Phone, Trace::LicencePlate, Trace::BirthDate, Trace::Address].iter().all(|trace| trace.is_hard())
        );
        assert!(![Trace::Name, Trace::Age, Trace::School, Trace::Place].iter().any(|trace| trace.is_hard()));
    }

    #[test]
    fn neutral_words_replace_what_was_found() {
        let text = neutralised("Ayoub K. (15) uit de Tulpstraat 3 é mailt a@b.nl!", |trace| format!("<{trace:?}>"));
        assert_eq!(text, "<Name> (<Age>) uit de <Place> é mailt <Email>!");
        assert_eq!(neutralised("Niets é", |_| String::new()), "Niets é");
        assert_eq!(neutralised("", |_| String::new()), "");
        let again = neutralised(ORACLE, |_| "een jongere".to_owned());
        assert_eq!(inspect(&again), vec![], "{again}");
    }

    #[test]
    fn the_verdict_counts_soft_and_refuses_hard() {
        let finding = |trace| Finding { start: 0, end: 1, trace };
        assert_eq!(verdict(&[]), Verdict::Clear);
        assert_eq!(verdict(&[finding(Trace::Name)]), Verdict::Warned);
        assert_eq!(verdict(&[finding(Trace::Name), finding(Trace::Age)]), Verdict::Warned);
        assert_eq!(verdict(&[finding(Trace::Name), finding(Trace::Age), finding(Trace::Name)]), Verdict::Blocked);
        assert_eq!(verdict(&[finding(Trace::Email)]), Verdict::Blocked);
    }

    #[test]
    fn hard_wins_in_the_same_place() {
        assert_eq!(kinds("M. Terpstra, Tulpstraat 12, 1234 AB"), vec![Trace::Name, Trace::Address]);
        assert_eq!(kinds("IBAN NL91 ABNA 0417 1643 00, bel 06-12345678"), vec![Trace::Iban, Trace::Phone]);
        assert_eq!(kinds("geboren 3 maart 2011, 15 jaar"), vec![Trace::BirthDate, Trace::Age]);
    }

    #[test]
    fn what_the_group_writes_itself_is_clear() {
        let text = "B2026-10 aangenomen op 10-12-2026; A2026-12 is van OM, E2026-07 ging terug in 0004-2026. K1 staat op \
            59,4% (745/1274) tegen 66,0 op 2026-11; zie S-1, art. 5, 182 dagen, 0,4 fte en 120 dagen. In 2026 OM en RB samen. \
            Vergadering 13.30-15.00 uur in Het Anker. Quorum 5 van 7. Ketenplanner 60% GEM / 40% OM. K5 9/11 · 7/9.";
        assert_eq!(inspect(text), vec![]);
    }

    /// Findings lie inside the text, on boundaries, in order, apart from each other.
    fn check(text: &str) {
        let mut free = 0;
        for finding in inspect(text) {
            assert!(finding.start >= free && finding.end > finding.start, "{finding:?} in {text:?}");
            assert!(text.get(finding.start..finding.end).is_some(), "{finding:?} in {text:?}");
            free = finding.end;
        }
        let _ = neutralised(text, |_| "x".to_owned());
    }

    #[test]
    fn hostile_text_gives_valid_ranges() {
        #[rustfmt::skip]
        let pieces = [
            "Ayoub K.", "(15)", "15 jaar", "123456782", "1234", "AB", "12", "é", "e\u{301}", "👩‍👩‍👧", "🇳🇱",
            "\u{202e}", "سلام", "שלום", "İ", "ß", "ǅ", "@", "a@b.nl", ".", "-", "/", " ", "\n", "\0",
            "+31", "06", "(", ")", "'", "'t", "van der", "Tulpstraat", "school De", "NL91", "geboren",
            "3 maart 2011", "M.", "de heer", "٣", "１２３", "10/123456-26", "XX-999-X", "\u{feff}", "\u{a0}",
            "–", "’", "wijk", "X", ",", "College",
        ];
        let mut state = 1_u64;
        for _ in 0..5_000 {
            let mut text = String::new();
            for _ in 0..12 {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let pick = usize::try_from(state >> 33).unwrap_or(0);
                text.push_str(pieces[pick % pieces.len()]);
                if pick % 3 == 0 {
                    text.push(' ');
                }
            }
            check(&text);
        }
    }

    /// Reading that took the square of the length would take hours here.
    #[test]
    fn a_long_text_is_read_at_once() {
        #[rustfmt::skip]
        let pieces = [
            "1", "12 ", "a", "A", "A ", "Aa ", "A.", "Aa van ", " ", "@", "a@", "a.", "a-", "0", "0 ", "+",
            "(", "NL91 ", "1234 AB ", "school ", "wijk De ", "verdachte ", "'", "\"", "\u{301}", "👧", "1-",
            "15 ", "Tulpstraat 1, ", "AB12CD ",
        ];
        for piece in pieces {
            check(&piece.repeat(10_000));
        }
    }
}
