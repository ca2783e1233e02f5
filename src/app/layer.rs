//! What lies over the meeting: the top layer takes the key first.

use super::App;
use super::field::Field;
use super::search::Search;
use super::trends::Trends;
use crate::model::PartnerCode;
use crate::model::change::Change;
use crate::panes::details::Subject;
use crate::text::Texts;
use crate::widgets::Editor;
use chrono::NaiveDateTime;
use std::rc::Rc;

/// A layer over the meeting.
pub enum Layer {
    /// A text field with a question.
    Prompt(Prompt),
    /// A choice from a list.
    Picker(Picker),
    /// One key per partner, one partner after the other.
    RollCall(RollCall),
    /// A record with its fields.
    Details(Details),
    /// Text to be read.
    Reader(Reader),
    /// The search over all meetings.
    Search(Box<Search>),
    /// Trends over meetings.
    Trends(Box<Trends>),
}

/// What happens with an answer; an `Err` is shown and the question stays.
pub type Submit = Rc<dyn Fn(&mut App, &str) -> Result<(), String>>;

/// A text field with a question.
pub struct Prompt {
    /// Which field it is, so that its words are kept; none where nothing is to be kept.
    pub field: Option<Field>,
    /// The question.
    pub title: String,
    /// How to answer.
    pub hint: String,
    /// The field.
    pub editor: Editor,
    /// What stands in it before anybody types.
    pub start: String,
    /// What stood in it when its words were kept last.
    pub known: String,
    /// The draft that its words are, once there are any.
    pub id: Option<String>,
    /// Its words are a draft that was offered.
    pub offered: Option<Offered>,
    /// Why the last answer was not accepted.
    pub error: Option<String>,
    /// How the program understands what stands there now.
    pub echo: Option<fn(&App, &str) -> String>,
    /// Its answer was taken, and the group is asked whether it goes on in spite of something.
    pub waits: bool,
    /// What happens with the answer.
    pub submit: Submit,
}

/// A draft that was offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offered {
    /// When it was typed.
    pub at: NaiveDateTime,
}

impl Prompt {
    /// The first letter typed takes the place of what stands there, unless somebody typed that.
    pub fn replace_on_typing(&mut self) {
        if self.offered.is_none() {
            self.editor.replace_on_typing();
        }
    }
}

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
pub type Chosen = Rc<dyn Fn(&mut App, usize)>;

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

/// What one key means in a roll call.
pub enum Call {
    /// A change for the partner.
    Change(Change),
    /// A change that needs a reason first, in this field; the text is a proposal for it.
    Reason(Field, String, Rc<dyn Fn(&str) -> Change>),
    /// More questions over the roll call, which goes on with the next partner after them.
    Ask(Questions),
    /// Something of its own, which takes the place of the roll call.
    Then(Next),
    /// Nothing for this partner.
    Skip,
    /// Why this key can't be taken.
    Refused(String),
}

/// A key of a roll call, and what it stands for.
pub struct CallKey {
    /// The key.
    pub key: char,
    /// What it stands for.
    pub label: String,
}

/// What stands on record for a partner.
pub type StateOf = Rc<dyn Fn(&App, &PartnerCode) -> String>;

/// What is worth knowing about a partner, line by line.
pub type CardOf = Rc<dyn Fn(&App, &PartnerCode) -> Vec<String>>;

/// What follows.
pub type Next = Rc<dyn Fn(&mut App)>;

/// Questions after which something follows.
pub type Questions = Rc<dyn Fn(&mut App, Next)>;

/// What a key means for a partner.
pub type MeaningOf = Rc<dyn Fn(&App, &PartnerCode, char) -> Call>;

/// One key per partner, one partner after the other.
pub struct RollCall {
    /// What is asked.
    pub title: String,
    /// Who is still to be asked, in order; the first is asked now.
    pub queue: Vec<PartnerCode>,
    /// The keys.
    pub keys: Vec<CallKey>,
    /// What stands on record for a partner now.
    pub state: StateOf,
    /// What a key means for a partner.
    pub call: MeaningOf,
    /// Who was asked already.
    pub asked: Vec<PartnerCode>,
    /// Why the last key was not taken.
    pub error: Option<String>,
    /// What it is about, in full above the partners.
    pub about: String,
    /// What is worth knowing about a partner while it is asked.
    pub card: Option<CardOf>,
    /// What follows when the last partner was asked.
    pub then: Option<Next>,
    /// Every answer counts: nobody is passed over, and what was given is not thrown away by one key.
    pub whole: bool,
}

impl RollCall {
    /// A roll call that is about to ask the first of the queue.
    pub fn new(title: String, queue: Vec<PartnerCode>, keys: Vec<CallKey>, state: StateOf, call: MeaningOf) -> Self {
        Self {
            title,
            queue,
            keys,
            state,
            call,
            asked: Vec::new(),
            error: None,
            about: String::new(),
            card: None,
            then: None,
            whole: false,
        }
    }
}

/// A record with its fields.
pub struct Details {
    /// Of what.
    pub subject: Subject,
    /// The field that is selected.
    pub cursor: usize,
}

/// Text to be read.
pub struct Reader {
    /// Its heading.
    pub title: String,
    /// Its lines.
    pub lines: Vec<(String, Tone)>,
    /// The first line on the screen.
    pub scroll: usize,
}

/// How a line of a reader stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Plain.
    Plain,
    /// A heading.
    Heading,
    /// A key and what it does.
    Key,
}
