//! Text of people is data: what may be stored, and the one door to everything that shows it.
//!
//! What was typed stays as it was typed, in the file and in memory. On its way to a screen, a line on the terminal, a
//! document or a form it goes through [`visible`]; in JSON what can't be seen is escaped, so that the data stays the same.

use std::borrow::Cow;
use std::fmt::Write;
use std::path::Path;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

/// Marks that a base letter may carry in the view: as many as any language writes, and room to spare.
const MARKS: usize = 8;
/// Signs that may make up one that is shown: a family of four in colours of skin has eleven.
const SIGNS: usize = 24;
/// A tabulator in the view.
const TAB: &str = "    ";
/// What carries a mark that has no letter of its own; without it the mark would change what stands before it.
const CIRCLE: char = '\u{25CC}';
/// Joins emoji to one.
const JOINER: char = '\u{200D}';

/// What is stored of typed or pasted text: no control characters but line ends, and those only where asked.
pub fn clean(text: &str, lines: bool) -> String {
    stored(text, lines).trim().to_owned()
}

/// The same with the spaces around it: what is still being typed.
pub fn stored(text: &str, lines: bool) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '\r' if signs.peek() == Some(&'\n') => {}
            '\r' | '\n' if lines => kept.push('\n'),
            '\r' | '\n' | '\t' => kept.push(' '),
            sign if sign.is_control() => {}
            sign => kept.push(sign),
        }
    }
    kept
}

/// Signs that steer a terminal, change the order of others, can't be seen, or mean something only to one program: Cc, Cf,
/// Zl, Zp, what is ignored by default, noncharacters and private use.
pub fn is_hidden(sign: char) -> bool {
    let noncharacter = u32::from(sign) & 0xFFFE == 0xFFFE;
    noncharacter
        || sign.is_control()
        || matches!(sign,
            '\u{00AD}' | '\u{034F}' | '\u{0600}'..='\u{0605}' | '\u{061C}' | '\u{06DD}' | '\u{070F}' | '\u{0890}'
            | '\u{0891}' | '\u{08E2}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}'
            | '\u{E000}'..='\u{F8FF}' | '\u{FDD0}'..='\u{FDEF}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFB}' | '\u{110BD}' | '\u{110CD}' | '\u{13430}'..='\u{1343F}'
            | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}'
            | '\u{F0000}'..='\u{10FFFF}')
}

/// Signs that show as they are and join with nothing beside them: most text has no others.
fn is_plain(sign: char) -> bool {
    matches!(sign,
        '\n' | ' '..='~' | '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{2FF}' | '\u{2010}'..='\u{2027}'
        | '\u{2030}'..='\u{205E}' | '\u{20A0}'..='\u{20C0}' | '\u{2100}'..='\u{218B}' | '\u{2190}'..='\u{23FF}'
        | '\u{2500}'..='\u{27BF}' | '\u{30A0}'..='\u{3163}' | '\u{3165}'..='\u{9FFF}')
}

/// What a terminal or a page may get of a text: control characters as pictures, hidden ones by their code. Line ends stay:
/// who shows it on one line makes them spaces.
pub fn visible(text: &str) -> Cow<'_, str> {
    let plain = text.find(|sign| !is_plain(sign));
    let Some(plain) = plain else { return Cow::Borrowed(text) };
    // The last plain sign may be the letter of a mark that follows it.
    let whole = text[..plain].char_indices().next_back().map_or(0, |(place, _)| place);
    let mut out = String::with_capacity(text.len());
    out.push_str(&text[..whole]);
    text[whole..].graphemes(true).for_each(|cluster| show(cluster, &mut out));
    Cow::Owned(out)
}

/// The same where there is only one line.
pub fn on_one_line(text: &str) -> Cow<'_, str> {
    match visible(text) {
        shown if shown.contains('\n') => Cow::Owned(shown.replace('\n', " ")),
        shown => shown,
    }
}

/// The name of a file without its folder, as it may be shown.
pub fn file_name(path: &Path) -> String {
    on_one_line(&path.file_name().unwrap_or_default().to_string_lossy()).into_owned()
}

/// Shows what looks like one character.
fn show(cluster: &str, out: &mut String) {
    let (mut marks, mut before) = (0, None);
    for (count, (place, sign)) in cluster.char_indices().enumerate() {
        match sign {
            '\n' => out.push('\n'),
            '\r' if cluster.ends_with('\n') => {}
            '\t' => out.push_str(TAB),
            // Which of two ways to draw a sign: terminals do not agree on how wide it is then.
            '\u{FE0E}' | '\u{FE0F}' if before.is_some() => {}
            '\u{7F}' => out.push('\u{2421}'),
            '\0'..='\u{1F}' => out.push(char::from_u32(0x2400 + u32::from(sign)).unwrap_or('\u{FFFD}')),
            JOINER if count + 1 < SIGNS && joins(before, &cluster[place + sign.len_utf8()..]) => out.push(sign),
            sign if is_hidden(sign) => push_code(sign, out),
            _ if count >= SIGNS => {}
            sign if sign.width() == Some(0) => {
                if before.is_none() && !out.ends_with(CIRCLE) {
                    out.push(CIRCLE);
                }
                marks += 1;
                if marks <= MARKS {
                    out.push(sign);
                }
            }
            sign => out.push(sign),
        }
        if !is_hidden(sign) {
            before = Some(sign);
        }
    }
}

/// Between two pictures a joiner makes one of them; anywhere else it can't be seen.
fn joins(before: Option<char>, rest: &str) -> bool {
    let is_picture = |sign: char| sign >= '\u{2190}' && !sign.is_alphanumeric() && !is_hidden(sign);
    before.is_some_and(is_picture) && rest.chars().next().is_some_and(is_picture)
}

fn push_code(sign: char, out: &mut String) {
    // Writing to a string can't fail.
    let _ = write!(out, "<U+{:04X}>", u32::from(sign));
}

/// A piece of a JSON string as JSON writes it in ASCII wherever it could not be seen: who reads the data gets what was
/// typed, and the terminal between gets none of it.
pub fn json_escaped(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let (mut out, mut marks) = (String::with_capacity(text.len()), 0);
    for sign in text.chars() {
        marks = if sign.width() == Some(0) { marks + 1 } else { 0 };
        if is_hidden(sign) || marks > MARKS {
            for unit in sign.encode_utf16(&mut [0; 2]) {
                // Writing to a string can't fail.
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(sign);
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_steers_a_terminal_comes_through() {
        let shown = visible("ok\u{1b}[31mrood\u{7}\u{9b}2J a\u{202e}b \u{e0041}");
        assert!(!shown.contains(is_hidden), "{shown:?}");
        assert!(shown.contains("<U+202E>") && shown.contains("<U+009B>"), "{shown}");
        assert_eq!(visible("Eén richting – 👩‍👧 ok"), "Eén richting – 👩‍👧 ok");
    }

    #[test]
    fn every_sign_of_unicode_is_shown_or_named_and_shown_once_more_stays_the_same() {
        for sign in '\0'..=char::MAX {
            let text = format!("a{sign}b");
            let shown = visible(&text);
            assert!(shown.chars().all(|sign| sign == '\n' || !is_hidden(sign)), "{sign:?}: {shown:?}");
            let dropped = matches!(sign, '\u{FE0E}' | '\u{FE0F}');
            assert!(dropped || shown.chars().count() >= 3, "{sign:?} is not gone");
            assert_eq!(visible(&shown), shown, "{sign:?}");
        }
    }

    #[test]
    fn marks_are_as_many_as_languages_write_and_never_stand_alone() {
        let heap = format!("e{}f", "\u{301}".repeat(200));
        assert_eq!(visible(&heap).chars().count(), 2 + MARKS);
        assert_eq!(visible("\u{301}a"), "\u{25CC}\u{301}a");
        assert_eq!(visible("e\u{301}"), "e\u{301}");
        let row = visible(&"👩\u{200d}".repeat(500)).into_owned();
        let longest = row.graphemes(true).map(|cluster| cluster.chars().count()).max();
        assert!(longest <= Some(SIGNS + 1), "{longest:?}");
        assert_eq!(visible("a\u{200d}b"), "a<U+200D>b");
        assert_eq!(visible("❤\u{fe0f}x\ty"), "❤x    y");
    }

    #[test]
    fn stored_text_has_line_ends_only_where_asked() {
        assert_eq!(clean(" a\r\nb\tc\u{1b}[0m\u{0} ", false), "a b c[0m");
        assert_eq!(clean("a\rb\r\n", true), "a\nb");
        assert_eq!(stored("woord ", false), "woord ");
    }

    #[test]
    fn json_holds_the_same_data_in_signs_that_can_be_seen() {
        let text = format!("a\u{9b}\u{2028}\u{e0041}é\u{7f}e{}", "\u{301}".repeat(200));
        let written = json_escaped(&text);
        assert!(!written.contains(is_hidden) && written.matches('\u{301}').count() <= MARKS, "{written}");
        let back: String = serde_json::from_str(&format!("\"{written}\"")).unwrap_or_default();
        assert_eq!(back, text);
    }
}
