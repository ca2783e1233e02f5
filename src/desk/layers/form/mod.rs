//! Something with its fields: what each says, and what Enter does on it.

mod editing;

pub use editing::{edit, open_field};

use crate::desk::Desk;
use crate::desk::layers::Choice;
use crate::desk::view::View;
use crate::model::change::Change;
use crate::model::{PartnerCode, Session};
use crate::text::{Term, date_input, notation};
use crate::widgets::Page;
use crate::widgets::theme::Sign;
use chrono::NaiveDate;
use std::collections::HashMap;
use std::rc::Rc;

/// A record opened.
pub struct Fields {
    /// Its heading.
    pub title: String,
    /// What there is to see of it before its fields.
    pub top: Page<usize>,
    /// Its fields.
    pub fields: Vec<FormField>,
    /// What is said under them.
    pub notes: Vec<String>,
}

/// One field.
pub struct FormField {
    /// What it is called among the fields of this thing, in no language.
    pub key: String,
    /// Its name.
    pub label: String,
    /// What it says now.
    pub value: String,
    /// It asks for attention.
    pub warns: bool,
    /// The choice that the list starts on.
    pub start: usize,
    /// What Enter does.
    pub edit: Edit,
}

/// What reading an answer gives: a change, or the message that says why not.
pub type Read = Rc<dyn Fn(&str, NaiveDate) -> Result<Change, &'static str>>;

/// What Enter does on a field.
#[derive(Clone)]
pub enum Edit {
    /// Nothing: it is worked out.
    Shown,
    /// A text, number or date is written.
    Write {
        /// What stands there at the start.
        start: String,
        /// It may hold more lines.
        lines: bool,
        /// The message that says how to answer.
        hint: &'static str,
        /// It is a date, shown in full while typing.
        date: bool,
        /// From the answer to the change.
        read: Read,
    },
    /// One of these is chosen.
    Choose(Vec<(Choice, Change)>),
    /// Each of these goes in or out; the list stays open until it is done.
    Several(Vec<(Choice, Change)>),
    /// Something of its own.
    Run(Rc<dyn Fn(&mut Desk)>),
}

/// Builds the fields of one record.
pub struct Builder<'v, 'a> {
    /// What it is made from.
    pub view: &'v View<'a>,
    title: String,
    top: Page<usize>,
    fields: Vec<FormField>,
    notes: Vec<String>,
}

impl<'v, 'a> Builder<'v, 'a> {
    /// Starts with a heading.
    pub fn new(view: &'v View<'a>, title: String) -> Self {
        Self { view, title, top: Page::default(), fields: Vec::new(), notes: Vec::new() }
    }

    /// What there is to see of it before its fields.
    pub fn top(&mut self, top: Page<usize>) -> &mut Self {
        self.top = top;
        self
    }

    /// A field.
    pub fn field(&mut self, label: &str, value: String, edit: Edit) -> &mut Self {
        let (key, label) = (label.to_owned(), self.view.t(label));
        self.fields.push(FormField { key, label, value, warns: false, start: 0, edit });
        self
    }

    /// The last field is called this among the others, in no language: one that is named after something.
    pub fn keyed(&mut self, key: &str, about: impl std::fmt::Display) -> &mut Self {
        if let Some(field) = self.fields.last_mut() {
            field.key = format!("{key} {about}");
        }
        self
    }

    /// The last field asks for attention when so.
    pub fn warn_if(&mut self, warns: bool) -> &mut Self {
        if let Some(field) = self.fields.last_mut() {
            field.warns = warns;
        }
        self
    }

    /// The list of the last field starts on this choice.
    pub fn start_on(&mut self, place: Option<usize>) -> &mut Self {
        if let Some(field) = self.fields.last_mut() {
            field.start = place.unwrap_or(0);
        }
        self
    }

    /// A field named after a partner.
    pub fn named(&mut self, label: String, value: String, edit: Edit) -> &mut Self {
        self.fields.push(FormField { key: label.clone(), label, value, warns: false, start: 0, edit });
        self
    }

    /// A line of text.
    pub fn line(&mut self, label: &str, value: &str, make: impl Fn(String) -> Change + 'static) -> &mut Self {
        let edit = written(value, false, make);
        self.field(label, self.view.or_none(value), edit)
    }

    /// Text of more lines.
    pub fn lines(&mut self, label: &str, value: &str, make: impl Fn(String) -> Change + 'static) -> &mut Self {
        let edit = written(value, true, make);
        self.field(label, self.view.or_none(value), edit)
    }

    /// A date; an empty answer takes it out.
    pub fn date(
        &mut self,
        label: &str,
        value: Option<NaiveDate>,
        make: impl Fn(Option<NaiveDate>) -> Change + 'static,
    ) -> &mut Self {
        let read = move |text: &str, today: NaiveDate| {
            if text.is_empty() {
                return Ok(make(None));
            }
            date_input::parse_date(text, today).map(|date| make(Some(date))).ok_or("date-unclear")
        };
        let start = value.map(|date| notation::date_short(date, crate::text::Lang::Nl)).unwrap_or_default();
        let edit = Edit::Write { start, lines: false, hint: "date-hint", date: true, read: Rc::new(read) };
        self.field(label, self.view.date(value), edit)
    }

    /// A whole number in a range.
    pub fn score(&mut self, label: &str, value: Option<u8>, make: impl Fn(u8) -> Change + 'static) -> &mut Self {
        let read = move |text: &str, _| text.trim().parse::<u8>().map(&make).map_err(|_| "number-unclear");
        let shown = value.map(|value| value.to_string()).unwrap_or_default();
        let edit =
            Edit::Write { start: shown.clone(), lines: false, hint: "number-hint", date: false, read: Rc::new(read) };
        self.field(label, self.view.or_none(&shown), edit)
    }

    /// One word of a list.
    pub fn term<T: Term + Copy + 'static>(
        &mut self,
        label: &str,
        value: Option<T>,
        all: impl IntoIterator<Item = T>,
        make: impl Fn(T) -> Change,
    ) -> &mut Self {
        let choices = all.into_iter().map(|term| (Choice::plain(self.view.t(term.id())), make(term))).collect();
        self.field(label, self.view.word(value), Edit::Choose(choices))
    }

    /// One partner of the chain.
    pub fn partner(
        &mut self,
        label: &str,
        value: Option<&PartnerCode>,
        make: impl Fn(PartnerCode) -> Change,
    ) -> &mut Self {
        let choices = partner_choices(self.view, make);
        self.field(label, self.view.codes(value), Edit::Choose(choices))
    }

    /// One partner of the chain, or none.
    pub fn maybe_partner(
        &mut self,
        label: &str,
        value: Option<&PartnerCode>,
        make: impl Fn(Option<PartnerCode>) -> Change,
    ) -> &mut Self {
        let nobody = (Choice::plain(self.view.t("nobody")), make(None));
        let mut choices = vec![nobody];
        choices.extend(partner_choices(self.view, |code| make(Some(code))));
        self.field(label, self.view.codes(value), Edit::Choose(choices))
    }

    /// Partners of the chain, each of which a choice puts in or takes out.
    pub fn partners(&mut self, label: &str, value: &[PartnerCode], make: impl Fn(PartnerCode) -> Change) -> &mut Self {
        let view = self.view;
        let choices = view.session.partners.iter().map(|partner| {
            let sign = view.sign(if value.contains(&partner.code) { Sign::Done } else { Sign::Todo });
            (Choice::plain(format!("{sign} {:<6} {}", partner.code, partner.name)), make(partner.code.clone()))
        });
        self.field(label, view.codes(value), Edit::Several(choices.collect()))
    }

    /// Yes or no.
    pub fn yes_no(&mut self, label: &str, value: Option<bool>, make: impl Fn(bool) -> Change) -> &mut Self {
        let choices = vec![
            (Choice::yes(self.view.texts, self.view.t("yes")), make(true)),
            (Choice::lettered('n', self.view.t("no")), make(false)),
        ];
        let shown = value.map_or_else(|| self.view.t("none"), |yes| self.view.t(if yes { "yes" } else { "no" }));
        self.field(label, shown, Edit::Choose(choices))
    }

    /// Something said under the fields.
    pub fn note(&mut self, text: String) -> &mut Self {
        self.notes.push(text);
        self
    }

    /// Everything together.
    pub fn done(&mut self) -> Option<Fields> {
        let (title, mut fields, notes) =
            (std::mem::take(&mut self.title), std::mem::take(&mut self.fields), std::mem::take(&mut self.notes));
        // Two mandates of one partner are two fields of one name.
        let mut seen: HashMap<String, u32> = HashMap::new();
        for field in &mut fields {
            let times = seen.entry(field.key.clone()).or_default();
            *times += 1;
            if *times > 1 {
                field.key = format!("{} {times}", field.key);
            }
        }
        Some(Fields { title, top: std::mem::take(&mut self.top), fields, notes })
    }
}

/// A text that is written as it is.
pub fn written(start: &str, lines: bool, make: impl Fn(String) -> Change + 'static) -> Edit {
    let read = Rc::new(move |text: &str, _: NaiveDate| Ok(make(text.to_owned())));
    Edit::Write {
        start: start.to_owned(),
        lines,
        hint: if lines { "text-hint" } else { "line-hint" },
        date: false,
        read,
    }
}

/// The partners as choices, by code and name.
pub fn partner_choices(view: &View<'_>, make: impl Fn(PartnerCode) -> Change) -> Vec<(Choice, Change)> {
    partners_to_choose(view.session).into_iter().zip(view.session.codes().cloned().map(make)).collect()
}

/// The partners to choose from, by code and name, in the order of the chain.
pub fn partners_to_choose(session: &Session) -> Vec<Choice> {
    session.partners.iter().map(|partner| Choice::plain(format!("{:<6} {}", partner.code, partner.name))).collect()
}
