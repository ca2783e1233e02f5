//! What a pane sees of the meeting, and what can be selected on a page.

use super::logo::Logo;
use super::report::{Held, Previous};
use super::stated::Stated;
use crate::model::agenda::AgendaItem;
use crate::model::ambition::Standing;
use crate::model::change::IdentityField;
use crate::model::kpi::figures::Rag;
use crate::model::relation::Together;
use crate::model::statements::{Claim, Statement};
use crate::model::{ItemNo, KpiId, PartnerCode, RecordId, Session};
use crate::store::Reason;
use crate::text::{Lang, Term, Texts, notation};
use crate::widgets::theme::Sign;
use crate::widgets::{Page, Role, Theme, WIDE, head};
use chrono::{NaiveDate, NaiveDateTime};
use fluent_bundle::FluentValue;
use ratatui::style::Style;
use ratatui::text::Span;
use std::cell::{Cell, OnceCell};
use std::rc::Rc;

/// A value that changes often and matters to few pages: it knows whether anybody looked at it.
#[derive(Debug)]
pub struct Tracked<T> {
    pub(super) value: T,
    read: Cell<bool>,
}

impl<T: Copy> Tracked<T> {
    /// This value, which nobody looked at yet.
    pub fn of(value: T) -> Self {
        Self { value, read: Cell::new(false) }
    }

    /// The value.
    pub fn get(&self) -> T {
        self.read.set(true);
        self.value
    }

    /// The value, where somebody looked at it.
    pub(super) fn seen(&self) -> Option<T> {
        self.read.get().then_some(self.value)
    }
}

/// What a pane sees. It can't change anything.
pub struct View<'a> {
    /// The meeting.
    pub session: &'a Session,
    /// The agenda item that the secretary is at.
    pub item: Option<&'a AgendaItem>,
    /// Now.
    pub now: NaiveDateTime,
    /// Seconds that the running item took which the session does not hold yet.
    pub running: Tracked<u32>,
    /// Everything a person reads.
    pub texts: &'a Texts,
    /// How the screen looks.
    pub theme: Theme,
    /// The session before this one.
    pub previous: Option<&'a Result<Previous, Reason>>,
    /// Where the report of this meeting stands, when it was held.
    pub report: Option<&'a Held>,
    /// What was selected last on this page.
    pub cursor: Tracked<Option<&'a Target>>,
    /// The logo of the chain.
    pub logo: &'a Logo,
    /// Whether anything can be put on record in it.
    pub may_write: bool,
    /// Columns of the pane.
    pub width: u16,
    /// Rows of the pane.
    pub height: u16,
    /// Signals and warnings, worked out when somebody asks and kept until the meeting changes.
    pub stated: &'a Stated,
    /// Those of them that this view asked for.
    pub statements: OnceCell<Rc<[Statement]>>,
}

/// What can be selected on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A partner.
    Partner(PartnerCode),
    /// A record.
    Record(RecordId),
    /// A KPI.
    Kpi(KpiId),
    /// An agenda item.
    Item(ItemNo),
    /// An article of the covenant, by its number.
    Article(String),
    /// The meeting itself.
    Meeting,
    /// The ambition.
    Ambition,
    /// The covenant as it holds.
    Covenant,
    /// The version of the covenant that is being prepared.
    Amendment,
    /// The process map of the chain.
    Chain,
    /// A consultation below the steering group, by its name.
    Body(String),
    /// Something on record about being together.
    Together(Together),
    /// A part of the face of the chain.
    Identity(IdentityField),
    /// The previous report.
    Previous,
    /// A place for a story that is not there yet.
    EmptySlot(usize),
}

impl View<'_> {
    /// Signals and warnings, each once.
    pub fn statements(&self) -> &[Statement] {
        self.statements.get_or_init(|| self.stated.on(self.session, self.today()))
    }

    /// What is raised of a kind, and not set aside.
    pub fn raised(&self, claim: Claim) -> impl Iterator<Item = &Statement> {
        self.statements().iter().filter(move |found| found.claim == claim && found.counts(self.session))
    }

    /// What is raised of a kind was set aside: all of it, or that about one partner.
    pub fn is_aside(&self, claim: Claim, about: Option<&str>) -> bool {
        let mut raised = self.statements().iter().filter(|found| found.claim == claim && found.raised == Some(true));
        let same = |found: &Statement| about.is_none_or(|about| found.about.split(' ').next() == Some(about));
        raised.any(|found| same(found) && found.set_aside(self.session).is_some())
    }

    /// The message with the name of a part of the face of the chain.
    pub fn face_part(&self, part: IdentityField) -> &'static str {
        match part {
            IdentityField::Name => "identity-name",
            IdentityField::Slogan => "identity-slogan",
            IdentityField::Place => "identity-place",
            IdentityField::Logo => "identity-logo",
            IdentityField::Colour => "identity-colour",
            IdentityField::Mascot => "identity-mascot",
        }
    }

    /// Between what was and what came after it.
    pub fn arrow(&self) -> &'static str {
        if self.theme.ascii { " > " } else { " → " }
    }

    /// The message `id`.
    pub fn t(&self, id: &str) -> String {
        self.texts.get(id)
    }

    /// The message `id` with its values.
    pub fn with(&self, id: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        self.texts.with(id, values)
    }

    /// The word for a term, or a dash for none.
    pub fn word<T: Term>(&self, term: Option<T>) -> String {
        term.map_or_else(|| self.t("none"), |term| self.t(term.id()))
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.texts.lang
    }

    /// Today.
    pub fn today(&self) -> NaiveDate {
        self.now.date()
    }

    /// Columns for what stands beside something else, or under it on a narrow screen.
    pub fn columns_beside(&self) -> usize {
        let columns = if self.width < WIDE { self.width } else { self.width / 2 };
        columns.saturating_sub(5).into()
    }

    /// A date in short, or a dash for none.
    pub fn date(&self, date: Option<NaiveDate>) -> String {
        date.map_or_else(|| self.t("none"), |date| notation::date_short(date, self.lang()))
    }

    /// A number with one decimal, or a dash for none.
    pub fn number(&self, number: Option<f64>) -> String {
        number.map_or_else(|| self.t("none"), |number| notation::decimal(number, 1, self.lang()))
    }

    /// A grade as people say it: 7, or 6,5.
    pub fn grade(&self, grade: Option<f64>) -> String {
        grade.map_or_else(|| self.t("none"), |grade| notation::grade(grade, self.lang()))
    }

    /// A whole number, or a dash for none.
    pub fn whole(&self, number: Option<f64>) -> String {
        number.map_or_else(|| self.t("none"), |number| notation::decimal(number, 0, self.lang()))
    }

    /// A signed number with so many decimals, or a dash for none.
    pub fn signed(&self, number: Option<f64>, places: usize) -> String {
        number.map_or_else(|| self.t("none"), |number| notation::signed(number, places, self.lang()))
    }

    /// A sign.
    pub fn sign(&self, sign: Sign) -> &'static str {
        self.theme.sign(sign)
    }

    /// Codes with commas between, or a dash for none.
    pub fn codes<'c>(&self, codes: impl IntoIterator<Item = &'c PartnerCode>) -> String {
        let codes: Vec<&str> = codes.into_iter().map(PartnerCode::as_str).collect();
        if codes.is_empty() { self.t("none") } else { codes.join(", ") }
    }

    /// That nothing is on record, with the keys for it where they work.
    pub fn nothing_on_record(&self) -> String {
        self.t(if self.may_write { "nothing-on-record" } else { "nothing-was-on-record" })
    }

    /// A text, or a dash for none.
    pub fn or_none(&self, text: &str) -> String {
        if text.trim().is_empty() { self.t("none") } else { text.to_owned() }
    }

    /// Traffic light with its word; the worst is the heaviest.
    pub fn light(&self, rag: Rag) -> Vec<Span<'static>> {
        let (sign, word) = (self.sign(light_sign(rag)), self.texts.term(rag));
        match rag {
            Rag::Red => vec![Span::styled(format!(" {sign} {word} "), self.theme.chip(Role::Red))],
            Rag::Amber => vec![
                Span::styled(format!(" {sign}"), self.theme.mark(Role::Amber)),
                Span::styled(format!(" {word}"), self.theme.warn().patch(self.theme.strong())),
            ],
            Rag::Green => {
                vec![Span::styled(format!(" {sign}"), self.theme.mark(Role::Green)), Span::raw(format!(" {word}"))]
            }
        }
    }

    /// A warning in words, with its sign.
    pub fn warning(&self, page: &mut Page<Target>, text: String) {
        // The sign calls; the words are to be read.
        let sign = Span::styled(format!("{} ", self.sign(Sign::Warning)), self.theme.mark(Role::Amber));
        page.push(None, vec![sign, Span::raw(text)], 2);
    }

    /// How a partner stands, with its sign.
    pub fn standing(&self, standing: Standing) -> (String, Style) {
        let (sign, style) = match standing {
            Standing::Committed => (Sign::Done, self.theme.good()),
            Standing::Stale => (Sign::Warning, self.theme.warn()),
            Standing::Open => (Sign::Todo, Style::new()),
            Standing::Blocked => (Sign::Skipped, self.theme.bad()),
        };
        (format!("{} {}", self.sign(sign), self.texts.term(standing)), style)
    }
}

/// The sign of a traffic light.
pub fn light_sign(rag: Rag) -> Sign {
    match rag {
        Rag::Green => Sign::Green,
        Rag::Amber => Sign::Amber,
        Rag::Red => Sign::Red,
    }
}

/// A cell of a table: the text cut or filled to so many columns.
pub fn cell(text: &str, columns: usize) -> String {
    let text = crate::text::on_one_line(text);
    let (text, used) = head(&text, columns);
    format!("{text}{}", " ".repeat(columns - used))
}
