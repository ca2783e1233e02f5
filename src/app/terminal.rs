//! What the terminal can show and on which ground, asked so that no key is ever lost: this reads only what is there, stops at
//! a time limit, and hands on what was no answer.

use super::tty::Tty;
#[cfg(feature = "pictures")]
use crate::widgets::{Pictures, pixels};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
#[cfg(feature = "pictures")]
use crossterm::terminal::window_size;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use std::io;
use std::time::{Duration, Instant};

/// Every real terminal says what it is (DA1) in a moment.
const WHAT_ARE_YOU: &str = "\x1b[c";
/// So long one that answered once may take for its ground, also over a slow line.
const SHORT: Duration = Duration::from_millis(700);
/// So long an answer may come behind the one that should be the last.
const LITTLE: Duration = Duration::from_millis(30);
/// Which ground it writes on (OSC 11), and then what it is: who knows only the second answers that at once.
const WHICH_GROUND: &str = "\x1b]11;?\x1b\\\x1b[c";
const MOMENT: Duration = Duration::from_millis(300);
/// So long one that did may take to say what it can show, also over a slow line.
#[cfg(feature = "pictures")]
const WHILE: Duration = Duration::from_secs(2);

/// Whether the terminal writes on a light ground, where it says so, and the keys that were pressed meanwhile. Nobody else may be
/// reading from it yet. As with pictures, only a terminal that answers a question whose answer harms nobody is asked the other.
pub(super) fn is_light(tty: &Tty) -> (Ground, Vec<KeyEvent>) {
    let is_whole = |answer: &[u8]| answer.ends_with(b"c");
    let (answer, mut typed) = split(&exchange(tty, WHAT_ARE_YOU, MOMENT, is_whole));
    if answer.is_empty() {
        return (Ground::Unknown, keys(&typed));
    }
    let (mut answer, more) = split(&exchange(tty, WHICH_GROUND, SHORT, is_whole));
    typed.extend(more);
    if ground_of(&answer).is_none() {
        // Who answers in another order is about to say it; who can't has said all there is.
        let (rest, more) = split(&exchange(tty, "", LITTLE, |rest| ground_of(rest).is_some()));
        answer.extend(rest);
        typed.extend(more);
    }
    (ground_of(&answer).map_or(Ground::Owed, Ground::Light), keys(&typed))
}

/// What the terminal said of its ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ground {
    /// It is light, or dark.
    Light(bool),
    /// It does not say.
    Unknown,
    /// It may still say it, among the keys.
    Owed,
}

/// Takes an answer that came too late out of the keys: who reads them would take its letters for commands.
#[derive(Debug, Default)]
pub(super) struct LateAnswer {
    owed: bool,
    inside: bool,
}

impl LateAnswer {
    /// An answer may still come.
    pub fn expect(&mut self) {
        self.owed = true;
    }

    /// Whether this key is part of it: from `Alt-]`, which nobody has a use for here, to what ends a string.
    pub fn takes(&mut self, key: KeyEvent) -> bool {
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        if !self.inside {
            self.inside = self.owed && alt && key.code == KeyCode::Char(']');
            return self.inside;
        }
        let ends = (alt && key.code == KeyCode::Char('\\')) || (control && key.code == KeyCode::Char('g'));
        let goes_on = matches!(key.code, KeyCode::Char(sign) if sign.is_ascii_hexdigit() || ";:/rgb".contains(sign));
        if ends || !goes_on {
            (self.inside, self.owed) = (false, false);
        }
        ends || goes_on
    }
}

/// From `ESC ] 11 ; rgb:fcfc/fcfc/f9f9` to whether that is light: more than half as bright as white.
fn ground_of(answer: &[u8]) -> Option<bool> {
    let text = String::from_utf8_lossy(answer);
    let (_, rest) = text.split_once("]11;rgb")?;
    let channels = rest.split_once(':')?.1;
    let ends = |sign: char| !(sign.is_ascii_hexdigit() || sign == '/');
    let channels = channels.split(ends).next()?;
    let share = |hex: &str| {
        let most = 16u32.checked_pow(u32::try_from(hex.len()).ok()?)?.checked_sub(1).filter(|most| *most > 0)?;
        Some(f64::from(u32::from_str_radix(hex, 16).ok()?) / f64::from(most))
    };
    let shares: Vec<f64> = channels.split('/').take(3).map(share).collect::<Option<_>>()?;
    let [red, green, blue] = shares[..] else { return None };
    Some(0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.5)
}

/// How this terminal shows pictures, and the keys that were pressed meanwhile. Nobody else may be reading from it yet.
///
/// Two questions: the answer to the first harms nobody when it comes late; that to the second would come in as keys,
/// so it is asked only of a terminal that answers. tmux and screen answer for themselves, not for the terminal around
/// them, so there nothing is asked.
#[cfg(feature = "pictures")]
pub(super) fn ask(tty: &Tty) -> (Pictures, Vec<KeyEvent>) {
    if inside_another() {
        return (Pictures::HalfBlocks, Vec::new());
    }
    let (answer, mut typed) = split(&exchange(tty, WHAT_ARE_YOU, MOMENT, |answer| answer.ends_with(b"c")));
    if answer.is_empty() {
        return (Pictures::HalfBlocks, keys(&typed));
    }
    let (answer, more) = split(&exchange(tty, &pixels::question(), WHILE, |answer| answer.ends_with(b"\x1b[0n")));
    typed.extend(more);
    let cell = window_size().ok().and_then(|size| {
        let side = |pixels: u16, cells: u16| pixels.checked_div(cells).filter(|side| *side > 0);
        Some((side(size.width, size.columns)?, side(size.height, size.rows)?))
    });
    (pixels::of_answer(&answer, cell), keys(&typed))
}

/// A terminal in a terminal.
#[cfg(feature = "pictures")]
fn inside_another() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let term = std::env::var("TERM").unwrap_or_default();
    set("TMUX") || set("STY") || term.starts_with("tmux") || term.starts_with("screen")
}

/// Asks, and reads until what came, without the keys in it, is the whole answer, or until the time is up.
fn exchange(tty: &Tty, question: &str, patience: Duration, whole: impl Fn(&[u8]) -> bool) -> Vec<u8> {
    let mut came = Vec::new();
    if !matches!(tty.write_within(question.as_bytes(), patience), Ok(true)) {
        return came;
    }
    let end = Instant::now() + patience;
    while !whole(&split(&came).0) {
        let left = end.saturating_duration_since(Instant::now());
        let Ok(left) = Timespec::try_from(left) else { return came };
        let input = io::stdin();
        let mut watched = [PollFd::new(&input, PollFlags::IN)];
        if !matches!(poll(&mut watched, Some(&left)), Ok(ready) if ready > 0) {
            return came;
        }
        let mut bytes = [0; 256];
        // Not by way of `io::stdin()`, which would keep what it read too much.
        match rustix::io::read(&input, &mut bytes) {
            Ok(0) | Err(_) => return came,
            Ok(read) => came.extend_from_slice(&bytes[..read]),
        }
    }
    came
}

/// What is the answer of a terminal, and what was typed.
fn split(came: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let (mut answers, mut typed) = (Vec::new(), Vec::new());
    let mut rest = came;
    while !rest.is_empty() {
        let (length, is_answer) = match rest {
            [0x1b, b']', ..] => {
                let end = until(rest, |tail| tail.starts_with(b"\x1b\\") || tail[0] == 0x07);
                (end + if rest.get(end) == Some(&0x07) { 1 } else { 2 }, true)
            }
            [0x1b, b'_', ..] => (until(rest, |tail| tail.starts_with(b"\x1b\\")) + 2, true),
            [0x1b, b'[', ..] => {
                let last = 2 + until(&rest[2..], |tail| (0x40..=0x7e).contains(&tail[0]));
                // A click that nobody can take yet is no key.
                (last + 1, rest.get(2) == Some(&b'<') || matches!(rest.get(last), Some(b'c' | b'n' | b't')))
            }
            [0x1b, b'O', _, ..] => (3, false),
            _ => (1, false),
        };
        let (part, tail) = rest.split_at(length.min(rest.len()));
        if is_answer {
            answers.extend_from_slice(part)
        } else {
            typed.extend_from_slice(part)
        }
        rest = tail;
    }
    (answers, typed)
}

/// The first place where `test` holds, or the end.
fn until(bytes: &[u8], test: impl Fn(&[u8]) -> bool) -> usize {
    (0..bytes.len()).find(|place| test(&bytes[*place..])).unwrap_or(bytes.len())
}

/// Bytes as the keys that they were.
fn keys(typed: &[u8]) -> Vec<KeyEvent> {
    let mut found = Vec::new();
    let text = String::from_utf8_lossy(typed);
    let mut rest: &str = &text;
    while let Some(first) = rest.chars().next() {
        let named = SEQUENCES.iter().find(|(sequence, _)| rest.starts_with(sequence));
        let (length, key) = match named {
            Some((sequence, code)) => (sequence.len(), KeyEvent::new(*code, KeyModifiers::NONE)),
            None => (first.len_utf8(), key(first)),
        };
        found.push(key);
        rest = &rest[length..];
    }
    found
}

/// What keys without a sign of their own send.
const SEQUENCES: [(&str, KeyCode); 14] = [
    ("\x1b[A", KeyCode::Up),
    ("\x1b[B", KeyCode::Down),
    ("\x1b[C", KeyCode::Right),
    ("\x1b[D", KeyCode::Left),
    ("\x1b[H", KeyCode::Home),
    ("\x1b[F", KeyCode::End),
    ("\x1b[Z", KeyCode::BackTab),
    ("\x1b[3~", KeyCode::Delete),
    ("\x1b[5~", KeyCode::PageUp),
    ("\x1b[6~", KeyCode::PageDown),
    ("\x1bOA", KeyCode::Up),
    ("\x1bOB", KeyCode::Down),
    ("\x1bOC", KeyCode::Right),
    ("\x1bOD", KeyCode::Left),
];

fn key(sign: char) -> KeyEvent {
    let plain = |code| KeyEvent::new(code, KeyModifiers::NONE);
    match sign {
        '\r' | '\n' => plain(KeyCode::Enter),
        '\t' => plain(KeyCode::Tab),
        '\x7f' | '\x08' => plain(KeyCode::Backspace),
        '\x1b' => plain(KeyCode::Esc),
        '\x01'..='\x1a' => KeyEvent::new(KeyCode::Char(char::from(sign as u8 - 1 + b'a')), KeyModifiers::CONTROL),
        _ => plain(KeyCode::Char(sign)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_told_from_keys_wherever_they_come() {
        let came = b":\x1b[?1;2cn\x1b[A\x1b_Gi=31;OK\x1b\\a\x1b[6;14;7t\x1b[0n\r";
        let (answers, typed) = split(came);
        assert_eq!(answers, b"\x1b[?1;2c\x1b_Gi=31;OK\x1b\\\x1b[6;14;7t\x1b[0n");
        let codes: Vec<KeyCode> = keys(&typed).iter().map(|key| key.code).collect();
        let expected = [KeyCode::Char(':'), KeyCode::Char('n'), KeyCode::Up, KeyCode::Char('a'), KeyCode::Enter];
        assert_eq!(codes, expected);
    }

    #[test]
    fn an_answer_that_comes_late_is_no_keys() {
        let plain = |sign| KeyEvent::new(KeyCode::Char(sign), KeyModifiers::NONE);
        let alt = |sign| KeyEvent::new(KeyCode::Char(sign), KeyModifiers::ALT);
        let answer = || std::iter::once(alt(']')).chain("11;rgb:1818/1818/1c1c".chars().map(plain)).chain([alt('\\')]);
        let mut late = LateAnswer::default();
        assert!(!answer().any(|key| late.takes(key)), "nobody asked");
        late.expect();
        assert!(!late.takes(plain('d')), "a key before it is a key");
        assert!(answer().all(|key| late.takes(key)));
        assert!(!answer().any(|key| late.takes(key)), "it comes once");
        // What is no answer after all is not swallowed any longer.
        late.expect();
        assert!(late.takes(alt(']')) && !late.takes(KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE)));
        assert!(!late.takes(plain('1')));
    }

    #[test]
    fn the_ground_is_what_the_terminal_says_and_else_nothing() {
        for (answer, light) in [
            (&b"\x1b]11;rgb:fcfc/fcfc/f9f9\x1b\\\x1b[?62c"[..], Some(true)),
            (b"\x1b]11;rgb:11/15/1b\x07\x1b[?1;2c", Some(false)),
            (b"\x1b]11;rgba:0000/0000/0000/ffff\x07\x1b[c", Some(false)),
            (b"\x1b[?1;2c", None),
            (b"\x1b]11;rgb:zz/1/2\x07", None),
            (b"\x1b]11;rgb:\x07", None),
        ] {
            assert_eq!(ground_of(answer), light, "{}", String::from_utf8_lossy(answer));
        }
        let (answers, typed) = split(b"a\x1b]11;rgb:0/0/0\x07b\x1b]11;rgb:0/0/0\x1b\\c");
        assert_eq!((answers.len(), &typed[..]), (31, &b"abc"[..]));
    }

    #[test]
    fn a_click_that_nobody_can_take_yet_is_no_key() {
        let (answers, typed) = split(b"\x1b[<0;20;2M\x1b[<0;20;2md");
        assert_eq!((answers.is_empty(), &typed[..]), (false, &b"d"[..]));
    }

    #[test]
    fn half_an_answer_ends_nothing_and_harms_nothing() {
        let whole = b"\x1b_Gi=31;OK\x1b\\\x1b[?62;4c\x1b[0n";
        for end in 0..=whole.len() {
            let (answers, typed) = split(&whole[..end]);
            assert_eq!(answers.len() + typed.len(), end);
            assert_eq!(answers.ends_with(b"\x1b[0n"), end == whole.len());
        }
        assert_eq!(keys("é\x03".as_bytes()).len(), 2);
    }
}
