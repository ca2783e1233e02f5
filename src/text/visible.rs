//! Text of people is data: what may be stored, and what may reach a terminal.

use unicode_segmentation::UnicodeSegmentation;

/// The longest text that goes into one field.
const LONGEST: usize = 20_000;

/// What is stored of typed or pasted text: no control characters but line ends, and those only where asked.
pub fn clean(text: &str, lines: bool) -> String {
    let unified = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    let kept = unified.chars().filter_map(|c| match c {
        '\n' if lines => Some('\n'),
        '\n' => Some(' '),
        c if c.is_control() => None,
        c => Some(c),
    });
    kept.take(LONGEST).collect::<String>().trim().to_owned()
}

/// Characters that change the order of others, or can't be seen (`reliability.md` H14).
fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180E}'
        | '\u{200B}' | '\u{200C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Marks that a base letter may carry in the view.
const MARKS: usize = 4;

/// What a terminal or a page may get of a text: control characters as pictures, hidden ones by their code.
pub fn visible(text: &str) -> String {
    let plain = |c: char| !c.is_control() && !is_hidden(c) && c != '\u{FE0F}';
    if text.chars().all(plain) && text.len() < 200 {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for cluster in text.graphemes(true) {
        let mut marks = 0;
        for c in cluster.chars() {
            match c {
                '\n' => out.push('\n'),
                '\t' => out.push(' '),
                '\u{FE0F}' => {}
                '\u{7F}' => out.push('\u{2421}'),
                c if (c as u32) < 0x20 => out.push(char::from_u32(0x2400 + c as u32).unwrap_or('\u{FFFD}')),
                c if c.is_control() => out.push('\u{FFFD}'),
                c if is_hidden(c) => out.push_str(&format!("<U+{:04X}>", c as u32)),
                c => {
                    marks += 1;
                    if marks <= MARKS + 1 {
                        out.push(c);
                    }
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_steers_a_terminal_comes_through() {
        let shown = visible("ok\u{1b}[31mrood\u{7}\u{9b}2J a\u{202e}b \u{e0041}");
        assert!(shown.chars().all(|c| !c.is_control() && !is_hidden(c)), "{shown:?}");
        assert!(shown.contains("<U+202E>"), "{shown}");
        assert_eq!(visible("Eén richting – 👩‍👧 ok"), "Eén richting – 👩‍👧 ok");
    }

    #[test]
    fn stored_text_has_line_ends_only_where_asked() {
        assert_eq!(clean(" a\r\nb\tc\u{1b}[0m\u{0} ", false), "a b c[0m");
        assert_eq!(clean("a\rb", true), "a\nb");
        assert_eq!(clean(&"x".repeat(30_000), false).len(), LONGEST);
    }
}
