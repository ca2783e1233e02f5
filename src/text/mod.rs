//! Everything a person reads, in Dutch and English, from translation files.

mod claims;
mod columns;
pub mod date_input;
mod filters;
mod limits;
pub mod notation;
pub mod past_date;
mod paths;
mod steps;
mod terms;
mod typed;
mod versions;
mod visible;
mod votes;

pub use claims::{balance_sentence, hidden_words, words};
pub use columns::{table, width};
pub use filters::{code_word, complete, day_word, figure, filter_names, filter_trouble, half_typed, state_word};
pub use limits::{Limit, PASTE, head_of};
pub use paths::{short_path, whole_path};
pub use steps::{beginning, step_in_words};
pub use terms::Term;
pub use typed::{Typed, quoted};
pub use versions::{conflict_words, side_words};
pub use visible::{clean, file_name, is_hidden, json_escaped, on_one_line, stored, visible};
pub use votes::votes;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::collections::HashMap;
use std::sync::{PoisonError, RwLock, RwLockReadGuard};
use unic_langid::LanguageIdentifier;

/// The two languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lang {
    /// Nederlands.
    Nl,
    /// English.
    En,
}

impl Lang {
    /// From `nl`, `en_GB.UTF-8` and the like.
    pub fn of(locale: &str) -> Option<Self> {
        match locale.get(..2)?.to_ascii_lowercase().as_str() {
            "nl" => Some(Self::Nl),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// What the machine prefers; Dutch where that is neither.
    pub fn of_machine() -> Self {
        sys_locale::get_locale().as_deref().and_then(Self::of).unwrap_or(Self::Nl)
    }

    fn source(self) -> &'static str {
        match self {
            Self::Nl => include_str!("../../assets/nl.ftl"),
            Self::En => include_str!("../../assets/en.ftl"),
        }
    }

    fn tag(self) -> &'static str {
        match self {
            Self::Nl => "nl-NL",
            Self::En => "en-GB",
        }
    }
}

/// The messages of one language.
pub struct Texts {
    /// Which language.
    pub lang: Lang,
    /// What stands behind a command that is advised, so that it finds the chain that this is about: `{ $dir }` in every
    /// message.
    pub dir: String,
    /// Where each message stands in the file. A screen needs a tenth of them, and reading all takes longer than drawing it: a
    /// message is read when somebody asks for it.
    places: HashMap<&'static str, &'static str>,
    bundle: RwLock<FluentBundle<FluentResource>>,
}

/// This letter says yes in every language, beside the one of the language itself.
pub const YES: char = 'y';

impl Texts {
    /// A language.
    pub fn new(lang: Lang) -> Self {
        let tag: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        Self { lang, dir: String::new(), places: places(lang.source()), bundle: RwLock::new(bundle) }
    }

    /// The bundle with this message in it. One that can't be read is left out; a test sees to it that there is none.
    fn with_message(&self, id: &str) -> RwLockReadGuard<'_, FluentBundle<FluentResource>> {
        let known = self.bundle.read().unwrap_or_else(PoisonError::into_inner);
        if known.has_message(id) {
            return known;
        }
        let Some(text) = self.places.get(id) else { return known };
        drop(known);
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, _)| resource);
        // Somebody else may have read it in the meantime, and then it stays as it is.
        let _ = self.bundle.write().unwrap_or_else(PoisonError::into_inner).add_resource(resource);
        self.bundle.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// The message `id`.
    pub fn get(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// The letter that says yes: `j` in Dutch.
    pub fn yes_key(&self) -> char {
        self.get("key-yes").chars().next().unwrap_or(YES)
    }

    /// The message `id` with its values filled in.
    pub fn with(&self, id: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        let bundle = self.with_message(id);
        let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let mut args = FluentArgs::new();
        args.set("dir", self.dir.as_str());
        for (name, value) in values {
            args.set(*name, value.clone());
        }
        let mut errors = Vec::new();
        bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned()
    }

    /// The message `id` with values that are all text; one that is a number counts as one where there is a plural.
    pub fn named(&self, id: &str, values: &[(&str, String)]) -> String {
        let values: Vec<(&str, FluentValue<'_>)> = values.iter().map(|(name, value)| (*name, counted(value))).collect();
        self.with(id, &values)
    }

    /// Why something went wrong, in words. The values are text from outside, and the sentence is one line.
    pub fn reason(&self, (id, args): &(String, Vec<(String, String)>)) -> String {
        let args = args.iter().map(|(name, value)| (name.as_str(), on_one_line(value).into_owned()));
        self.named(id, &args.collect::<Vec<_>>())
    }

    /// The word for a term of the field.
    pub fn term(&self, term: impl Term) -> String {
        self.get(term.id())
    }
}

/// Each message of a file by its name: from the line that it begins on to the next line that is not indented.
fn places(file: &'static str) -> HashMap<&'static str, &'static str> {
    let begins = |place: &usize| file[*place..].starts_with(|sign: char| sign.is_ascii_alphabetic());
    let lines = std::iter::once(0).chain(file.match_indices('\n').map(|(place, _)| place + 1));
    let mut found = HashMap::with_capacity(file.len() / 80);
    let mut lines = lines.filter(|place| !file[*place..].starts_with([' ', '\n', '}'])).peekable();
    while let Some(place) = lines.next() {
        let text = &file[place..lines.peek().copied().unwrap_or(file.len())];
        if let Some((name, _)) = text.split_once(" =").filter(|_| begins(&place)) {
            found.insert(name, text);
        }
    }
    found
}

/// A whole number that is written as a message writes it is that number, and any other text is text.
fn counted(value: &str) -> FluentValue<'_> {
    match value.parse::<u32>() {
        Ok(number) if number.to_string() == value => number.into(),
        Ok(_) | Err(_) => value.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Message by message the same is read as from the file as a whole.
    #[test]
    fn a_message_by_itself_is_what_it_is_in_its_file() {
        for lang in [Lang::Nl, Lang::En] {
            let tag: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
            let mut whole = FluentBundle::new_concurrent(vec![tag]);
            let resource = FluentResource::try_new(lang.source().to_owned()).unwrap_or_else(|(resource, _)| resource);
            assert!(whole.add_resource(resource).is_ok());
            let texts = Texts::new(lang);
            let lines = lang.source().lines().filter(|line| line.starts_with(|sign: char| sign.is_ascii_alphabetic()));
            let names: Vec<&str> = lines.filter_map(|line| Some(line.split_once(" =")?.0)).collect();
            assert_eq!((names.len(), texts.places.len()), (texts.places.len(), names.len()), "{lang:?}");
            for name in names {
                let one = texts.with_message(name);
                let (one, all) = (one.get_message(name), whole.get_message(name));
                let value =
                    |message: Option<fluent_bundle::FluentMessage<'_>>| format!("{:?}", message.map(|one| one.value()));
                assert_eq!(value(one), value(all), "{name} in {lang:?}");
            }
        }
    }
}
