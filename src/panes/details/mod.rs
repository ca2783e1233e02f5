//! Records with their fields: what each says, and what Enter does on it.

pub mod chain;
pub mod covenant;
mod decision;
mod editing;
mod escalation;
mod kpi;
mod others;
mod partner;
pub mod positions;
mod relation;
mod story;

pub use editing::{edit, open_field};
pub use others::event;

use super::{Target, View, rows};
use crate::app::App;
use crate::app::layer::Choice;
use crate::model::agenda::Room;
use crate::model::change::{Change, IdentityField};
use crate::model::relation::Together;
use crate::model::{ItemNo, KpiId, PartnerCode, RecordId, RecordKind};
use crate::text::{Term, date_input, notation};
use crate::widgets::theme::Sign;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::rc::Rc;

/// What details are of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Subject {
    /// A record.
    Record(RecordId),
    /// A KPI.
    Kpi(KpiId),
    /// A partner and its people.
    Partner(PartnerCode),
    /// A partner towards the ambition.
    Ambition(PartnerCode),
    /// An agenda item.
    Item(ItemNo),
    /// The meeting itself.
    Meeting,
    /// The ambition.
    AmbitionText,
    /// The covenant as it holds.
    Covenant,
    /// The version of the covenant that is being prepared.
    Amendment,
    /// The process map.
    Chain,
    /// A link of the chain, by its name.
    Link(String),
    /// A consultation below the steering group, by its name.
    Body(String),
    /// Something on record about being together.
    Together(Together),
    /// The face of the chain.
    Identity,
}

impl Subject {
    /// What is opened for a target; none where Enter has nothing to open.
    pub fn of(target: Target) -> Option<Self> {
        match target {
            Target::Partner(code) => Some(Self::Partner(code)),
            Target::Record(id) => Some(Self::Record(id)),
            Target::Kpi(id) => Some(Self::Kpi(id)),
            Target::Item(no) => Some(Self::Item(no)),
            Target::Meeting => Some(Self::Meeting),
            Target::Ambition => Some(Self::AmbitionText),
            Target::Chain => Some(Self::Chain),
            Target::Covenant => Some(Self::Covenant),
            Target::Amendment => Some(Self::Amendment),
            Target::Body(name) => Some(Self::Body(name)),
            Target::Together(what) => Some(Self::Together(what)),
            Target::Identity(_) => Some(Self::Identity),
            Target::Previous | Target::Article(_) | Target::EmptySlot(_) | Target::Warnings => None,
        }
    }

    /// In the ambition pane a partner is shown with its benefit and its commitment.
    pub fn seen_from(self, room: Room) -> Self {
        if let (Self::Partner(code), Room::Ambition) = (&self, room) { Self::Ambition(code.clone()) } else { self }
    }

    /// What is selected while these details are on top.
    pub fn target(&self) -> Target {
        match self {
            Self::Record(id) => Target::Record(id.clone()),
            Self::Kpi(id) => Target::Kpi(id.clone()),
            Self::Partner(code) | Self::Ambition(code) => Target::Partner(code.clone()),
            Self::Item(no) => Target::Item(no.clone()),
            Self::Meeting => Target::Meeting,
            Self::AmbitionText => Target::Ambition,
            Self::Chain | Self::Link(_) => Target::Chain,
            Self::Covenant => Target::Covenant,
            Self::Amendment => Target::Amendment,
            Self::Body(name) => Target::Body(name.clone()),
            Self::Together(what) => Target::Together(what.clone()),
            Self::Identity => Target::Identity(IdentityField::Name),
        }
    }

    /// The fields; none when the thing is not there any more.
    pub fn details(&self, view: &View<'_>) -> Option<Fields> {
        match self {
            Self::Record(id) => match id.kind()? {
                RecordKind::Decision => decision::fields(view, id),
                RecordKind::Action => others::action(view, id),
                RecordKind::Difference => others::difference(view, id),
                RecordKind::Note => others::note(view, id),
                RecordKind::Escalation => escalation::fields(view, id),
                RecordKind::Story => story::fields(view, id),
            },
            Self::Kpi(id) => kpi::fields(view, id),
            Self::Partner(code) => partner::fields(view, code),
            Self::Ambition(code) => partner::ambition(view, code),
            Self::Item(no) => others::item(view, no),
            Self::Meeting => others::meeting(view),
            Self::AmbitionText => others::ambition(view),
            Self::Covenant => covenant::covenant(view),
            Self::Amendment => covenant::amendment(view),
            Self::Chain => chain::chain(view),
            Self::Link(name) => chain::link(view, name),
            Self::Body(name) => chain::body(view, name),
            Self::Together(what) => relation::fields(view, what),
            Self::Identity => others::identity(view),
        }
    }
}

/// A record opened.
pub struct Fields {
    /// Its heading.
    pub title: String,
    /// Its fields.
    pub fields: Vec<Field>,
    /// What is said under them.
    pub notes: Vec<String>,
}

/// One field.
pub struct Field {
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
    Run(Rc<dyn Fn(&mut App)>),
}

/// Builds the fields of one record.
pub struct Builder<'v, 'a> {
    view: &'v View<'a>,
    title: String,
    fields: Vec<Field>,
    notes: Vec<String>,
}

impl<'v, 'a> Builder<'v, 'a> {
    /// Starts with a heading.
    pub fn new(view: &'v View<'a>, title: String) -> Self {
        Self { view, title, fields: Vec::new(), notes: Vec::new() }
    }

    /// A field.
    pub fn field(&mut self, label: &str, value: String, edit: Edit) -> &mut Self {
        let (key, label) = (label.to_owned(), self.view.t(label));
        self.fields.push(Field { key, label, value, warns: false, start: 0, edit });
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
        self.fields.push(Field { key: label.clone(), label, value, warns: false, start: 0, edit });
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
        Some(Fields { title, fields, notes })
    }
}

fn written(start: &str, lines: bool, make: impl Fn(String) -> Change + 'static) -> Edit {
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
    rows::choices(view.session).into_iter().zip(view.session.codes().cloned().map(make)).collect()
}
