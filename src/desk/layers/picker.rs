//! A choice from a list: by its place, by a letter, or found by typing.

use super::{Layer, boxed, put, scrollbar, stack};
use crate::desk::Desk;
use crate::desk::meeting::Meeting;
use crate::text::{Texts, YES, on_one_line};
use crate::widgets::theme::Sign;
use crate::widgets::{Editor, ink, width, wrapped};
use crossterm::event::{KeyCode, KeyEvent};
use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use std::cmp::Reverse;
use std::rc::Rc;

/// One choice.
#[derive(Clone)]
pub struct Choice {
    /// A letter that chooses it at once.
    pub letter: Option<char>,
    /// What it says.
    pub label: String,
    /// What stands beside it.
    pub note: String,
}

impl Choice {
    /// A choice with only a label.
    pub fn plain(label: impl Into<String>) -> Self {
        Self { letter: None, label: label.into(), note: String::new() }
    }

    /// The choice that says yes, by the letter of the language.
    pub fn yes(texts: &Texts, label: impl Into<String>) -> Self {
        Self::lettered(texts.yes_key(), label)
    }

    /// A choice with a letter of its own.
    pub fn lettered(letter: char, label: impl Into<String>) -> Self {
        Self { letter: Some(letter), ..Self::plain(label) }
    }
}

/// What happens with the choice: its place in the list.
pub type Chosen = Rc<dyn Fn(&mut Desk, usize)>;

/// A choice from a list, found by typing where the list is long.
pub struct Picker {
    /// The question.
    pub title: String,
    /// What is said above the list.
    pub explanation: String,
    /// What there is to choose.
    pub choices: Vec<Choice>,
    /// Letters search, instead of choosing.
    pub search: Option<Editor>,
    /// The place in what is shown.
    pub cursor: usize,
    /// It came by itself, and somebody may be typing something else: no letter and no digit chooses, only Enter does.
    pub is_sudden: bool,
    /// What happens with the choice.
    pub chosen: Chosen,
}

impl Picker {
    /// The places in `choices` that fit what was typed, best first.
    pub fn shown(&self) -> Vec<usize> {
        let all = || (0..self.choices.len()).collect();
        let Some(search) = &self.search else { return all() };
        let typed = search.text();
        if typed.is_empty() {
            return all();
        }
        let pattern = Pattern::new(&typed, CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut buffer = Vec::new();
        let words = Words::of(&typed);
        let mut scored: Vec<(Beginnings, Reverse<u32>, usize)> = Vec::new();
        for (place, choice) in self.choices.iter().enumerate() {
            let label = Utf32Str::new(&choice.label, &mut buffer);
            if let Some(score) = pattern.score(label, &mut matcher) {
                scored.push((words.begin(&choice.label, &mut matcher), Reverse(score), place));
            }
        }
        scored.sort();
        scored.into_iter().map(|(_, _, place)| place).collect()
    }
}

/// What was typed, word by word.
struct Words(Vec<Atom>);

/// How the words of a label begin as those that were typed: from its first word on before all else, and not in order last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Beginnings {
    InOrder { from: usize, over: usize },
    Other,
}

impl Words {
    fn of(typed: &str) -> Self {
        let atom = |word| Atom::new(word, CaseMatching::Ignore, Normalization::Smart, AtomKind::Prefix, false);
        Self(typed.split_whitespace().map(atom).collect())
    }

    /// Where the words of a label begin as these do, one after the other.
    fn begin(&self, label: &str, matcher: &mut Matcher) -> Beginnings {
        let label = label.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
        let (mut wanted, mut first, mut buffer) = (self.0.iter().peekable(), None, Vec::new());
        for (place, word) in label.enumerate() {
            let begins = |atom: &&Atom| atom.score(Utf32Str::new(word, &mut buffer), matcher).is_some();
            if wanted.next_if(begins).is_some() {
                let from = *first.get_or_insert(place);
                if wanted.peek().is_none() {
                    return Beginnings::InOrder { from, over: place - from };
                }
            }
        }
        Beginnings::Other
    }
}

/// Choices that a page of a list has.
const PAGE: usize = 8;

pub(super) fn press(desk: &mut Desk, key: KeyEvent) {
    let yes = desk.texts.yes_key();
    let Some(Layer::Picker(picker)) = desk.layers.last_mut() else { return };
    let shown = picker.shown();
    let last = shown.len().saturating_sub(1);
    let plain = picker.search.is_none();
    match key.code {
        KeyCode::Esc => {
            desk.layers.pop();
        }
        KeyCode::Enter => choose(desk, None),
        KeyCode::Down | KeyCode::Tab => picker.cursor = (picker.cursor + 1).min(last),
        KeyCode::Up | KeyCode::BackTab => picker.cursor = picker.cursor.saturating_sub(1),
        KeyCode::PageDown => picker.cursor = (picker.cursor + PAGE).min(last),
        KeyCode::PageUp => picker.cursor = picker.cursor.saturating_sub(PAGE),
        KeyCode::Home if plain => picker.cursor = 0,
        KeyCode::End if plain => picker.cursor = last,
        KeyCode::Char(_) if picker.is_sudden => {}
        KeyCode::Char(letter) if plain => {
            let is = |letter: char| move |c: &Choice| c.letter.is_some_and(|own| own.eq_ignore_ascii_case(&letter));
            let lettered = picker.choices.iter().position(is(letter));
            let lettered = lettered.or_else(|| picker.choices.iter().position(is(yes)).filter(|_| letter == YES));
            let number = letter.to_digit(10).and_then(|digit| digit.checked_sub(1)).map(|digit| digit as usize);
            let numbered = number.filter(|place| *place < picker.choices.len());
            match lettered.or(numbered) {
                Some(place) => choose(desk, Some(place)),
                None if letter == 'j' => picker.cursor = (picker.cursor + 1).min(last),
                None if letter == 'k' => picker.cursor = picker.cursor.saturating_sub(1),
                None => {}
            }
        }
        _ => {
            if let Some(search) = &mut picker.search {
                picker.cursor = 0;
                let over = search.key(key);
                desk.say_left_out(over);
            }
        }
    }
}

/// Pasted text goes into the line that searches; gives how much of it found no room.
pub(super) fn paste(desk: &mut Desk, text: &str) -> usize {
    let Some(Layer::Picker(Picker { search: Some(search), cursor, .. })) = desk.layers.last_mut() else { return 0 };
    *cursor = 0;
    search.paste(text)
}

fn choose(desk: &mut Desk, place: Option<usize>) {
    let Some(Layer::Picker(picker)) = desk.layers.pop() else { return };
    let place = place.or_else(|| picker.shown().get(picker.cursor).copied());
    if let Some(place) = place {
        let ticket = desk.meeting.as_ref().map(Meeting::ticket);
        (picker.chosen)(desk, place);
        desk.settle_begun(ticket, false);
    }
}

/// Shows it.
pub(super) fn draw(desk: &Desk, picker: &Picker, area: Rect, buf: &mut Buffer) {
    let columns = area.width.saturating_sub(6).min(90);
    let shown = picker.shown();
    let room = usize::from(columns.saturating_sub(4));
    let all: Vec<Vec<Line<'static>>> = shown.iter().map(|place| choice(desk, &picker.choices[*place], room)).collect();
    let said = wrapped(&[Span::raw(desk.theme.text(&picker.explanation))], room, 0).len();
    let extra = said + usize::from(picker.search.is_some()) + 3;
    let rows = u16::try_from(all.iter().map(Vec::len).sum::<usize>() + extra).unwrap_or(area.height);
    let inner = boxed(desk, &picker.title, columns, rows.min(area.height), area, buf);
    let mut rest = stack(desk, &picker.explanation, Style::new(), inner, buf);
    if let Some(search) = &picker.search {
        ink::sign(buf, (rest.x, rest.y), ">", desk.theme.key());
        search.render(Rect { x: rest.x + 2, width: rest.width.saturating_sub(2), height: 1, ..rest }, buf, desk.theme);
        rest = Rect { y: rest.y + 1, height: rest.height.saturating_sub(1), ..rest };
    }
    if all.is_empty() {
        stack(desk, &desk.t("nothing-found"), desk.theme.dim(), rest, buf);
    }
    // As many choices above the chosen one as leave room for all of it.
    let height = usize::from(rest.height);
    let mut first = picker.cursor.min(all.len().saturating_sub(1));
    let mut used = all.get(first).map_or(0, Vec::len);
    while first > 0 && used + all[first - 1].len() <= height {
        first -= 1;
        used += all[first].len();
    }
    let lines = all.iter().enumerate().skip(first);
    let lines = lines.flat_map(|(place, lines)| lines.iter().enumerate().map(move |(part, line)| (place, part, line)));
    for ((place, part, line), y) in lines.zip(rest.y..rest.bottom()) {
        let row = Rect { y, height: 1, ..rest };
        put(buf, row, line);
        if place == picker.cursor {
            if part == 0 {
                ink::sign(buf, (row.x, row.y), desk.theme.sign(Sign::Cursor), desk.theme.key());
            }
            buf.set_style(row, desk.theme.selected().add_modifier(Modifier::BOLD));
        }
    }
    let count: usize = all.iter().map(Vec::len).sum();
    scrollbar(desk, rest, (all.iter().take(first).map(Vec::len).sum(), height, count), buf);
}

/// Columns before the label of a choice: the mark of the chosen one, and its letter.
const LETTER: usize = 4;

/// A choice as lines: its letter, what it says, and what stands beside it.
fn choice(desk: &Desk, choice: &Choice, columns: usize) -> Vec<Line<'static>> {
    let letter = choice.letter.map_or_else(|| " ".repeat(LETTER), |letter| format!("  {letter} "));
    let label = desk.theme.text(&choice.label);
    let mut spans = vec![Span::styled(letter, desk.theme.key()), Span::raw(label)];
    if !choice.note.is_empty() {
        // What stands beside it stands at the right edge, where there is room.
        let note = desk.theme.text(&on_one_line(&choice.note));
        let used = LETTER + width(&spans[1].content) + width(&note) + 1;
        spans.push(Span::raw(" ".repeat(columns.saturating_sub(used) + 1)));
        spans.push(Span::styled(note, desk.theme.key()));
    }
    wrapped(&spans, columns, LETTER)
}
