//! Keys of the layers over the meeting.

use super::App;
use super::drafts::THROW_AWAY;
use super::layer::{Call, Choice, Layer, Picker, Prompt, RollCall};
use super::meeting::Meeting;
use crate::panes::details;
use crate::text::YES;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use std::cmp::Reverse;
use std::rc::Rc;

/// Gives the key to the top layer; false when it is not for a layer.
pub fn press(app: &mut App, key: KeyEvent) -> bool {
    match app.layers.last_mut() {
        None => false,
        Some(Layer::Prompt(_)) => {
            prompt(app, key);
            true
        }
        Some(Layer::Picker(_)) => {
            picker(app, key);
            true
        }
        Some(Layer::RollCall(_)) => {
            roll_call(app, key);
            true
        }
        Some(Layer::Search(_)) => {
            super::search::press(app, key);
            true
        }
        Some(Layer::Trends(_)) => {
            super::trends::press(app, key);
            true
        }
        Some(Layer::Reader(_)) => reader(app, key),
        Some(Layer::Details(_)) => details(app, key),
    }
}

fn prompt(app: &mut App, key: KeyEvent) {
    let Some(Layer::Prompt(prompt)) = app.layers.last_mut() else { return };
    prompt.waits = false;
    let new_line = key.modifiers.intersects(KeyModifiers::ALT | KeyModifiers::SHIFT);
    let over = match key.code {
        KeyCode::Esc => {
            if let Some(Layer::Prompt(prompt)) = app.layers.pop() {
                app.left_words(&prompt);
            }
            return;
        }
        _ if THROW_AWAY.is(key) => return app.throw_words_away(),
        KeyCode::Enter if new_line && prompt.editor.has_lines() => {
            let over = prompt.editor.newline();
            app.keep_words();
            over
        }
        KeyCode::Enter => return submit(app),
        _ => {
            prompt.error = None;
            let over = prompt.editor.key(key);
            app.keep_words();
            over
        }
    };
    app.say_left_out(over);
}

/// The question goes away, and comes back with the reason when its answer is not accepted. While the group is asked
/// whether it goes on in spite of something it waits under that.
fn submit(app: &mut App) {
    let Some(depth) = app.layers.len().checked_sub(1) else { return };
    let ticket = app.meeting.as_ref().map(Meeting::ticket);
    let Some(Layer::Prompt(prompt)) = app.layers.pop() else { return };
    let text = prompt.editor.text();
    let then = Rc::clone(&prompt.submit);
    app.asks_to_go_on = false;
    let again = match then(app, &text) {
        Err(why) => Prompt { error: Some(why), ..prompt },
        Ok(()) if std::mem::take(&mut app.asks_to_go_on) => Prompt { waits: true, ..prompt },
        Ok(()) => return app.entered_words(&prompt, ticket, depth),
    };
    app.layers.insert(depth.min(app.layers.len()), Layer::Prompt(again));
}

/// The group goes on: the answer that waited for it is given again. False when none waits.
pub fn submit_again(app: &mut App) -> bool {
    let waits = matches!(app.layers.last(), Some(Layer::Prompt(prompt)) if prompt.waits);
    if waits {
        submit(app);
    }
    waits
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

fn picker(app: &mut App, key: KeyEvent) {
    let yes = app.texts.yes_key();
    let Some(Layer::Picker(picker)) = app.layers.last_mut() else { return };
    let shown = picker.shown();
    let last = shown.len().saturating_sub(1);
    let plain = picker.search.is_none();
    match key.code {
        KeyCode::Esc => {
            app.layers.pop();
        }
        KeyCode::Enter => choose(app, None),
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
                Some(place) => choose(app, Some(place)),
                None if letter == 'j' => picker.cursor = (picker.cursor + 1).min(last),
                None if letter == 'k' => picker.cursor = picker.cursor.saturating_sub(1),
                None => {}
            }
        }
        _ => {
            if let Some(search) = &mut picker.search {
                picker.cursor = 0;
                let over = search.key(key);
                app.say_left_out(over);
            }
        }
    }
}

fn choose(app: &mut App, place: Option<usize>) {
    let Some(Layer::Picker(picker)) = app.layers.pop() else { return };
    let place = place.or_else(|| picker.shown().get(picker.cursor).copied());
    if let Some(place) = place {
        let ticket = app.meeting.as_ref().map(Meeting::ticket);
        (picker.chosen)(app, place);
        app.settle_begun(ticket, false);
    }
}

fn roll_call(app: &mut App, key: KeyEvent) {
    let (stop, which) = (app.t("row-stop"), row_keys(app));
    let Some(Layer::RollCall(call)) = app.layers.last_mut() else { return };
    match key.code {
        KeyCode::Esc if call.whole && !call.asked.is_empty() && call.error.as_ref() != Some(&stop) => {
            call.error = Some(stop);
        }
        KeyCode::Esc => {
            let said = call.whole && !call.asked.is_empty();
            app.layers.pop();
            if said {
                let text = app.t("row-dropped");
                app.say(text);
            }
        }
        KeyCode::Enter | KeyCode::Down | KeyCode::Char(' ') if call.whole => call.error = Some(which),
        KeyCode::Enter | KeyCode::Down | KeyCode::Char(' ') => advance(app),
        KeyCode::Up | KeyCode::Backspace => {
            call.error = None;
            if let Some(before) = call.asked.pop() {
                call.queue.insert(0, before);
            }
        }
        KeyCode::Char(letter) => answer(app, letter),
        _ => {}
    }
}

/// Which keys count: the scores, and *don't know*.
fn row_keys(app: &App) -> String {
    let keys = if let Some(Layer::RollCall(call)) = app.layers.last() { call.keys.len() } else { 0 };
    app.with("row-keys", &[("top", keys.saturating_sub(1).into())])
}

/// On to the next partner; the roll call ends after the last.
fn advance(app: &mut App) {
    let Some(Layer::RollCall(call)) = app.layers.last_mut() else { return };
    call.error = None;
    if !call.queue.is_empty() {
        let asked = call.queue.remove(0);
        call.asked.push(asked);
    }
    if call.queue.is_empty() {
        let then = call.then.clone();
        app.layers.pop();
        if let Some(then) = then {
            then(app);
        }
    }
}

fn answer(app: &mut App, letter: char) {
    let Some(Layer::RollCall(RollCall { queue, call, keys, .. })) = app.layers.last() else { return };
    let Some(partner) = queue.first().cloned() else { return };
    let key = |letter: char| keys.iter().map(|known| known.key).find(|known| known.eq_ignore_ascii_case(&letter));
    let known = key(letter).or_else(|| key(app.texts.yes_key()).filter(|_| letter == YES));
    let Some(letter) = known else {
        if app.layers.last().is_some_and(|layer| matches!(layer, Layer::RollCall(call) if call.whole)) {
            let which = row_keys(app);
            refuse(app, which);
        }
        return;
    };
    let meaning = Rc::clone(call)(app, &partner, letter);
    match meaning {
        Call::Skip => advance(app),
        Call::Then(run) => {
            app.layers.pop();
            run(app);
        }
        Call::Ask(run) => run(app, Rc::new(advance)),
        Call::Refused(why) => refuse(app, why),
        Call::Change(change) => match app.commit(vec![change]) {
            Ok(_) => advance(app),
            Err(why) => refuse(app, why),
        },
        Call::Reason(field, proposal, make) => {
            let title = app.with("reason-of", &[("partner", partner.as_str().into())]);
            let hint = app.t("reason-hint");
            app.ask(
                field,
                title,
                hint,
                &proposal,
                false,
                Rc::new(move |app, reason| {
                    app.commit(vec![make(reason)])?;
                    advance(app);
                    Ok(())
                }),
            );
        }
    }
}

fn refuse(app: &mut App, why: String) {
    if let Some(Layer::RollCall(call)) = app.layers.last_mut() {
        call.error = Some(why);
    }
}

fn reader(app: &mut App, key: KeyEvent) -> bool {
    let page = usize::from(app.size.1.saturating_sub(8)).max(1);
    let Some(Layer::Reader(reader)) = app.layers.last_mut() else { return false };
    let last = reader.lines.len().saturating_sub(1);
    match key.code {
        KeyCode::Down | KeyCode::Char('j') => reader.scroll = (reader.scroll + 1).min(last),
        KeyCode::Up | KeyCode::Char('k') => reader.scroll = reader.scroll.saturating_sub(1),
        KeyCode::PageDown | KeyCode::Char(' ') => reader.scroll = (reader.scroll + page).min(last),
        KeyCode::PageUp => reader.scroll = reader.scroll.saturating_sub(page),
        KeyCode::Esc | KeyCode::Enter | KeyCode::Char('q' | '?') => {
            app.layers.pop();
        }
        _ => {}
    }
    true
}

/// Moving and editing is for the details; every other key falls through to the commands.
fn details(app: &mut App, key: KeyEvent) -> bool {
    let Some(Layer::Details(open)) = app.layers.last() else { return false };
    if key.modifiers.contains(KeyModifiers::CONTROL) {
        return false;
    }
    let subject = open.subject.clone();
    let cursor = open.cursor;
    let Some(fields) = app.view().and_then(|view| subject.details(&view)).map(|found| found.fields.len()) else {
        app.layers.pop();
        return true;
    };
    let place = |app: &mut App, to: usize| {
        if let Some(Layer::Details(open)) = app.layers.last_mut() {
            open.cursor = to.min(fields.saturating_sub(1));
        }
    };
    match key.code {
        KeyCode::Esc => {
            app.layers.pop();
        }
        KeyCode::Down | KeyCode::Char('j') | KeyCode::Tab => place(app, cursor + 1),
        KeyCode::Up | KeyCode::Char('k') | KeyCode::BackTab => place(app, cursor.saturating_sub(1)),
        KeyCode::PageDown => place(app, cursor + PAGE),
        KeyCode::PageUp => place(app, cursor.saturating_sub(PAGE)),
        KeyCode::Enter | KeyCode::Right | KeyCode::Char('l') => details::edit(app, &subject, cursor),
        KeyCode::Left | KeyCode::Char('h') => {
            app.layers.pop();
        }
        _ => return false,
    }
    true
}
