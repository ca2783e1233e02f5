//! Numbers and addresses that point at one person: service, case and account numbers, e-mail, telephone, vehicles.

use super::words::{SHORT_MONTHS, lower};
use super::{before, continues_number, dates, digit_at, scan};
use std::ops::Range;

/// One digit of a number that is written in groups.
struct Digit {
    value: u32,
    end: usize,
    /// What stands between it and the digit before it.
    gap: Option<char>,
}

/// The first digits from a place, at most `most`, with at most `widest` separators between two of them.
fn digits(text: &[char], start: usize, most: usize, widest: usize, separators: &str) -> Vec<Digit> {
    let mut found: Vec<Digit> = Vec::new();
    let mut index = start;
    while found.len() < most {
        let gap = text.iter().skip(index).take_while(|letter| separators.contains(**letter)).take(widest + 1).count();
        let Some(value) = text.get(index + gap).and_then(|letter| letter.to_digit(10)).filter(|_| gap <= widest) else {
            break;
        };
        let between = text.get(index).copied().filter(|_| gap > 0);
        index += gap + 1;
        found.push(Digit { value, end: index, gap: between });
    }
    found
}

/// How many digits each group has.
fn groups(digits: &[Digit]) -> Vec<usize> {
    digits.chunk_by(|_, next| next.gap.is_none()).map(<[Digit]>::len).collect()
}

/// Citizen service numbers.
pub(super) fn bsns(text: &[char]) -> Vec<Range<usize>> {
    scan(text, |text, start| bsn_at(text, start).map(|end| start..end))
}

fn bsn_at(text: &[char], start: usize) -> Option<usize> {
    if !digit_at(text, start) || continues_number(text, start) {
        return None;
    }
    let digits = digits(text, start, 9, 1, " .-");
    let end = digits.get(8)?.end;
    let longer = digit_at(text, end) || matches!(text.get(end), Some('-' | '.' | '/')) && digit_at(text, end + 1);
    // Loose small numbers, such as a row of scores, are no number in groups; nor are mixed separators.
    let groups = groups(&digits);
    let mut gaps = digits.iter().filter_map(|digit| digit.gap);
    let first = gaps.next();
    let written = groups.len() <= 4 && groups.iter().all(|group| *group >= 2) && gaps.all(|gap| Some(gap) == first);
    (!longer && written && passes_eleven_test(&digits)).then_some(end)
}

/// Nine times the first, eight times the second … twice the eighth, less the ninth: divisible by eleven.
fn passes_eleven_test(digits: &[Digit]) -> bool {
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, 10]; // 10 is -1 modulo eleven
    let sum: u32 = digits.iter().zip(weights).map(|(digit, weight)| digit.value * weight).sum();
    sum > 0 && sum.is_multiple_of(11)
}

/// Whether the chars from a place have a form in which `9` is a digit, `X` a letter, `|` one of `/.-` and the rest itself.
fn has_form(text: &[char], start: usize, form: &str) -> bool {
    form.chars().enumerate().all(|(index, sign)| {
        text.get(start + index).is_some_and(|letter| match sign {
            '9' => letter.is_ascii_digit(),
            'X' => letter.is_ascii_alphabetic(),
            '|' => matches!(letter, '/' | '.' | '-'),
            _ => *letter == sign,
        })
    })
}

/// Case numbers of the prosecution.
pub(super) fn case_numbers(text: &[char]) -> Vec<Range<usize>> {
    const FORM: &str = "99|999999|99";
    scan(text, |text, start| {
        let end = start + FORM.len();
        let apart = !before(text, start).is_some_and(|letter| letter.is_ascii_digit()) && !digit_at(text, end);
        (apart && has_form(text, start, FORM)).then_some(start..end)
    })
}

/// Bank account numbers.
pub(super) fn ibans(text: &[char]) -> Vec<Range<usize>> {
    scan(text, |text, start| iban_at(text, start).map(|end| start..end))
}

/// The longest stretch of whole words that passes the check, because a word may follow after a space.
fn iban_at(text: &[char], start: usize) -> Option<usize> {
    if !has_form(text, start, "XX99") || before(text, start).is_some_and(char::is_alphanumeric) {
        return None;
    }
    let dutch = lower(text, start..start + 2) == "nl";
    let (mut signs, mut end, mut found) = (Vec::new(), start, None);
    while signs.len() < 34 {
        let spaced = usize::from(text.get(end) == Some(&' '));
        let Some(value) = text.get(end + spaced).filter(|sign| sign.is_ascii()).and_then(|sign| sign.to_digit(36))
        else {
            break;
        };
        signs.push(value);
        end += spaced + 1;
        let whole = !text.get(end).is_some_and(|sign| sign.is_alphanumeric());
        let long = if dutch { signs.len() == 18 } else { signs.len() >= 15 };
        if whole && long && passes_mod_97(&signs) {
            found = Some(end);
        }
    }
    found
}

/// The check of ISO 13616; with enough digits, so that a sentence can't pass by chance.
fn passes_mod_97(signs: &[u32]) -> bool {
    let enough = signs.iter().filter(|sign| **sign < 10).count() >= 8;
    let (head, tail) = signs.split_at(4.min(signs.len()));
    let rest = tail.iter().chain(head).fold(0, |rest, sign| (rest * if *sign < 10 { 10 } else { 100 } + sign) % 97);
    enough && rest == 1
}

/// E-mail addresses.
pub(super) fn emails(text: &[char]) -> Vec<Range<usize>> {
    scan(text, |text, start| email_at(text, start).map(|end| start..end))
}

fn is_mailbox(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '.' | '_' | '%' | '+' | '-' | '\'')
}

fn email_at(text: &[char], start: usize) -> Option<usize> {
    if before(text, start).is_some_and(is_mailbox) {
        return None;
    }
    let at = start + text.iter().skip(start).take_while(|letter| is_mailbox(**letter)).count();
    if at == start || text.get(at) != Some(&'@') {
        return None;
    }
    let domain = text.iter().skip(at + 1).take_while(|letter| letter.is_alphanumeric() || matches!(letter, '.' | '-'));
    let mut end = at + 1 + domain.count();
    while matches!(before(text, end), Some('.' | '-')) {
        end -= 1;
    }
    let domain = text.get(at + 1..end)?;
    let dot = domain.iter().rposition(|letter| *letter == '.')?;
    (dot > 0 && domain.len() > dot + 2).then_some(end)
}

/// Telephone numbers, in the Dutch forms and those that begin with a plus.
pub(super) fn phones(text: &[char]) -> Vec<Range<usize>> {
    scan(text, |text, start| phone_at(text, start).map(|end| start..end))
}

fn phone_at(text: &[char], start: usize) -> Option<usize> {
    let sticks = before(text, start).is_some_and(char::is_alphanumeric);
    if !matches!(text.get(start)?, '0' | '+' | '(') || sticks || continues_number(text, start) {
        return None;
    }
    let open = usize::from(text.get(start) == Some(&'('));
    let plus = usize::from(text.get(start + open) == Some(&'+'));
    let first = start + open + plus;
    if !digit_at(text, first) || dates::numeric(text, first).is_some_and(|date| date.has_whole_year()) {
        return None;
    }
    let digits = digits(text, first, 16, 3, " -./()");
    let values: Vec<u32> = digits.iter().map(|digit| digit.value).collect();
    let length = match values.as_slice() {
        [0, 0, 3, 1, 0, ..] => 14,
        [0, 0, 3, 1, ..] => 13,
        [3, 1, 0, ..] if plus == 1 => 12,
        [3, 1, ..] if plus == 1 => 11,
        [1..=9, ..] if plus == 1 => foreign_length(&digits)?,
        [0, 1..=9, ..] if plus == 0 && has_area(&digits) => 10,
        _ => return None,
    };
    let end = digits.get(length - 1)?.end;
    // A bracket belongs to the number only when it closes inside it, as in (010).
    let closes = open == 0 || text.get(first..end)?.iter().find(|sign| matches!(sign, '(' | ')')) == Some(&')');
    (closes && !digit_at(text, end)).then_some(end)
}

/// `06`, or an area of three or four digits; other small groups are times, dates and scores.
fn has_area(digits: &[Digit]) -> bool {
    match groups(digits).first() {
        Some(2) => digits.get(1).is_some_and(|digit| digit.value == 6),
        length => length.is_some_and(|length| *length > 2),
    }
}

/// The most whole groups that still make a number of another country.
fn foreign_length(digits: &[Digit]) -> Option<usize> {
    let ends = groups(digits).into_iter().scan(0, |sum, group| {
        *sum += group;
        Some(*sum)
    });
    ends.filter(|length| (10..=15).contains(length)).last()
}

/// The forms in which the Netherlands has issued numbers for vehicles (side codes 1 to 14 of the RDW).
const SIDE_CODES: [&str; 14] = [
    "XX-99-99", "99-99-XX", "99-XX-99", "XX-99-XX", "XX-XX-99", "99-XX-XX", "99-XXX-9", "9-XXX-99", "XX-999-X",
    "X-999-XX", "XXX-99-X", "X-99-XXX", "9-XX-999", "999-XX-9",
];

/// Numbers of vehicles.
pub(super) fn licence_plates(text: &[char]) -> Vec<Range<usize>> {
    scan(text, |text, start| {
        let end = start + 8;
        let plate = text.get(start..end)?;
        let sticks = |letter: char| letter.is_alphanumeric() || letter == '-';
        if before(text, start).is_some_and(sticks) || text.get(end).copied().is_some_and(sticks) {
            return None;
        }
        let mixed = plate.iter().any(char::is_ascii_uppercase) && plate.iter().any(char::is_ascii_lowercase);
        let written = lower(text, start..end);
        let month = written.split('-').any(|part| SHORT_MONTHS.contains(&part));
        let known = SIDE_CODES.iter().any(|form| has_form(text, start, form));
        (known && !mixed && !month).then_some(start..end)
    })
}

#[cfg(test)]
mod tests {
    use crate::model::privacy::anonymity::{Trace, inspect};

    fn found(text: &str) -> Vec<(Trace, &str)> {
        inspect(text).into_iter().map(|one| (one.trace, &text[one.start..one.end])).collect()
    }

    fn all(trace: Trace, texts: &[&str]) {
        for text in texts {
            assert_eq!(found(&format!("Zie {text} in het dossier.")), vec![(trace, *text)], "{text}");
            assert_eq!(found(text), vec![(trace, *text)], "{text}");
            assert_eq!(found(&format!("({text}),")), vec![(trace, *text)], "({text}),");
        }
    }

    fn none(texts: &[&str]) {
        for text in texts {
            assert_eq!(found(text), vec![], "{text}");
        }
    }

    #[test]
    fn a_service_number_passes_the_eleven_test() {
        all(
            Trace::Bsn,
            &["123456782", "111222333", "1234.56.782", "123 456 782", "123-456-782", "1234 56 782", "12 34 56 782"],
        );
        assert_eq!(found("BSN:123456782."), vec![(Trace::Bsn, "123456782")]);
        assert_eq!(found("in 2026 123456782 15"), vec![(Trace::Bsn, "123456782")]);
        assert_eq!(found("op 12 123456782"), vec![(Trace::Bsn, "123456782")]);
        assert_eq!(found("123\u{a0}456\u{a0}782"), vec![(Trace::Bsn, "123\u{a0}456\u{a0}782")]);
        assert_eq!(found("1234\u{200b}56782"), vec![(Trace::Bsn, "1234\u{200b}56782")]);
    }

    #[test]
    fn other_digits_are_no_service_number() {
        none(&[
            "123456789",
            "000000000",
            "12345678",
            "1234567820",
            "9123456782",
            "123456782-1",
            "0,123456782",
            "1 2 3 4 5 6 7 8 2",
            "123.456 782",
            "55 60 55 69 65 62 74 58 46 67 71 63",
            "104 112 98 121 109 101 117 93 84 110 119 106",
        ]);
    }

    #[test]
    fn a_case_number_has_its_form() {
        all(Trace::CaseNumber, &["10/123456-26", "10-123456-26", "16.654321.21"]);
        assert_eq!(found("parketnr.10/123456-26;"), vec![(Trace::CaseNumber, "10/123456-26")]);
        none(&["10/12345-26", "110/123456-26", "10/123456-267", "10/123456", "10-12-2026", "B2026-10", "2026/27"]);
    }

    #[test]
    fn an_account_passes_its_check() {
        all(
            Trace::Iban,
            &[
                "NL91ABNA0417164300",
                "NL91 ABNA 0417 1643 00",
                "nl91abna0417164300",
                "BE68 5390 0754 7034",
                "GB29 NWBK 6016 1331 9268 19",
                "DE89370400440532013000",
                "NO93 8601 1117 947",
            ],
        );
        assert_eq!(found("op NL91ABNA0417164300 en niet"), vec![(Trace::Iban, "NL91ABNA0417164300")]);
        none(&["NL92ABNA0417164300", "NL91ABNA041716430", "KPI12 en meer", "de12 partners van de keten"]);
    }

    #[test]
    fn an_address_for_mail_has_an_at_and_a_dot() {
        all(Trace::Email, &["ayoub.k@voorbeeld.nl", "a@b.nl", "jan_p+x@mail.politie.nl", "josé@müller.example"]);
        assert_eq!(found("Mail a@b.nl."), vec![(Trace::Email, "a@b.nl")]);
        none(&["@stuurgroep", "om 10 @ kantoor", "a@b", "a@.nl", "a@b.n", "3@4", "a@@b.nl is niets"]);
    }

    #[test]
    fn a_telephone_number_in_each_dutch_form() {
        all(
            Trace::Phone,
            &[
                "06-12345678",
                "0612345678",
                "06 12 34 56 78",
                "06 - 1234 5678",
                "+31 6 12345678",
                "+31612345678",
                "+31 (0)6 12 34 56 78",
                "0031612345678",
                "0031 6 1234 5678",
                "010-1234567",
                "010 123 45 67",
                "0174-123456",
                "088 123 45 67",
                "+32 470 12 34 56",
            ],
        );
        assert_eq!(found("bel (010) 123 45 67 voor"), vec![(Trace::Phone, "(010) 123 45 67")]);
        assert_eq!(found("bel 06-12345678 15 keer"), vec![(Trace::Phone, "06-12345678")]);
        assert_eq!(found("bel +31612345678 15 keer"), vec![(Trace::Phone, "+31612345678")]);
    }

    #[test]
    fn other_digits_are_no_telephone_number() {
        none(&[
            "0004-2026",
            "0004-2026-12-10",
            "0031-2026-12-10",
            "06-12-2026 10:30",
            "03-09-2026 10.30",
            "09.30-11.00 uur, 12 mensen",
            "0,5 fte",
            "112",
            "0900-8844",
            "061234567",
            "06123456789",
            "+5 in 2026",
            "K1 +1,72",
        ]);
    }

    #[test]
    fn a_plate_has_a_side_code() {
        all(
            Trace::LicencePlate,
            &[
                "AB-12-34", "12-34-AB", "12-AB-34", "AB-12-CD", "AB-CD-12", "12-AB-CD", "12-ABC-3", "1-ABC-23",
                "XX-999-X", "A-123-BC", "ABC-12-D", "A-12-BCD", "1-AB-234", "123-AB-4", "xx-999-x",
            ],
        );
    }

    #[test]
    fn codes_of_the_group_are_no_plate() {
        none(&[
            "B2026-10",
            "A2026-12",
            "E2026-07",
            "K1",
            "0004-2026",
            "S-1",
            "10-12-26",
            "1-mei-26",
            "3-JAN-27",
            "Op-12-De",
            "AB-12-CD-3",
            "XAB-12-CD",
            "AB-CD-EF",
            "12-34-56",
            "AB12CD",
            "K1-K2-K3",
            "ZSM-2026",
            "9a-9b",
        ]);
    }
}
