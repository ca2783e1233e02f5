//! One file per pane: from the meeting to a page, and the commands that hold on it.
//!
//! A new pane is a file and a line in [`PANES`].

pub mod ambition;
pub mod balance;
mod balance_plot;
mod chain_map;
pub mod closing;
pub mod covenant;
pub mod details;
pub mod differences;
pub mod governance;
mod identity;
mod item;
mod kpi_plot;
pub mod kpis;
pub mod opening;
pub mod records;
pub mod relation;
pub mod rows;
mod shown;
pub mod successes;

pub use shown::{Shown, Tracked};

use crate::app::command::Command;
use crate::app::logo::Logo;
use crate::app::meeting::{Held, Previous, Stated};
use crate::model::agenda::{AgendaItem, Room};
use crate::model::ambition::Standing;
use crate::model::change::IdentityField;
use crate::model::kpi_figures::Rag;
use crate::model::relation::Together;
use crate::model::signals::StallSignal;
use crate::model::statements::{Claim, Statement};
use crate::model::{ItemNo, KpiId, PartnerCode, RecordId, Session};
use crate::store::Reason;
use crate::text::{Lang, Term, Texts, notation, words};
use crate::widgets::theme::Sign;
use crate::widgets::{Page, Theme, head, width};
use chrono::{NaiveDate, NaiveDateTime};
use fluent_bundle::FluentValue;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use std::cell::OnceCell;
use std::rc::Rc;

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
    /// What is raised about the pane.
    Warnings,
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

/// A pane.
pub struct Pane {
    /// The room it shows.
    pub room: Room,
    /// The message with its name, for help.
    pub heading: &'static str,
    /// What it shows.
    pub view: fn(&View<'_>) -> Page<Target>,
    /// The commands that hold on it.
    pub commands: &'static [Command],
}

/// Every pane, in the order of the rooms.
pub static PANES: [&Pane; 11] = [
    &opening::PANE,
    &successes::PANE,
    &ambition::PANE,
    &kpis::PANE,
    &governance::PANE,
    &differences::PANE,
    &balance::PANE,
    &relation::PANE,
    &identity::PANE,
    &closing::PANE,
    &item::PANE,
];

/// The pane of a room; a room without one is shown as a free item.
pub fn pane(room: Room) -> &'static Pane {
    PANES.into_iter().find(|pane| pane.room == room).unwrap_or(&item::PANE)
}

/// The page of a room: its heading, what the pane shows, and what is on record under the item.
pub fn page(view: &View<'_>, room: Room) -> Page<Target> {
    let mut page = Page::default();
    title(view, room, &mut page);
    warnings(view, room, &mut page);
    let mut body = (pane(room).view)(view);
    page.main.append(&mut body.main);
    page.side.append(&mut body.side);
    if room != Room::Closing {
        records::under_item(view, &mut page);
    }
    page
}

fn title(view: &View<'_>, room: Room, page: &mut Page<Target>) {
    let name = view.texts.term(room);
    let factor = room.factor().map(|factor| view.with("factor", &[("number", factor.into())]));
    let mut spans = vec![Span::styled(name, view.theme.heading())];
    spans.extend(factor.map(|factor| Span::styled(format!("  {factor}"), view.theme.dim())));
    if let Some(item) = view.item {
        let purpose = view.texts.term(item.purpose);
        spans.push(Span::styled(format!("  {purpose}"), view.theme.dim()));
        spans.extend(
            item.outcome
                .map(|outcome| Span::raw(format!("  {} {}", view.sign(Sign::Bullet), view.texts.term(outcome)))),
        );
    }
    page.push(None, spans, 0);
    if let Some(item) = view.item {
        page.push(Some(Target::Item(item.no.clone())), vec![Span::styled(item.title.clone(), view.theme.strong())], 0);
    }
}

/// Warnings that a pane shows beside what they are about.
const SHOWN_IN_PLACE: [Claim; 11] = [
    Claim::NoTrustCheck,
    Claim::Stall(StallSignal::Temperature),
    Claim::UnevenLevels,
    Claim::MandateEnds,
    Claim::Unanchored,
    Claim::CouldAlone,
    Claim::UrgencySpread,
    Claim::CornerWithoutKpi,
    Claim::RebalanceDue,
    Claim::QuietWorry,
    Claim::CafeMissed,
];

/// The first of what is raised about this pane, and how many more there are.
fn warnings(view: &View<'_>, room: Room, page: &mut Page<Target>) {
    let mut here: Vec<&Statement> = view
        .statements()
        .iter()
        .filter(|found| found.claim.room() == room && found.counts(view.session))
        .filter(|found| !SHOWN_IN_PLACE.contains(&found.claim))
        .collect();
    // What is on the table now comes before what has been so for a while.
    here.sort_by_key(|found| found.claim != Claim::RedLine);
    let narrow = view.width < 90;
    let rows = if narrow { 1 } else { 3 };
    for (place, found) in here.iter().take(rows).enumerate() {
        let text = format!("{} {}", view.sign(Sign::Warning), words(view.texts, found));
        let rest = here.len() - rows.min(here.len());
        let more = if place + 1 == rows && rest > 0 {
            format!("  {}", view.with("warnings-more", &[("count", rest.into())]))
        } else {
            String::new()
        };
        // On a small screen two lines say it; z and Enter show it in full.
        let room = (2 * usize::from(view.width)).saturating_sub(10 + width(&more));
        let text = if narrow && width(&text) > room { view.theme.cut(&text, room) } else { text };
        let target = (place == 0).then_some(Target::Warnings);
        page.push(target, vec![Span::styled(format!("{text}{more}"), view.theme.warn())], 2);
    }
}

/// The logo of the chain: as a picture, as text art, or by the name of its file.
fn logo(view: &View<'_>, page: &mut Page<Target>) {
    let identity = &view.session.identity;
    let logo = view.logo;
    if let Some(picture) = &logo.picture {
        page.pixels(picture.clone());
    } else if let Some(trouble) = logo.trouble {
        page.styled(view.with(trouble.id(), &[("file", logo.file.as_str().into())]), view.theme.dim());
    } else if !logo.lines.is_empty() {
        let style = view.theme.own(&identity.colour);
        let art = |line: &String| Line::from(Span::styled(view.theme.text(line), style));
        page.picture(None, logo.lines.iter().map(art).collect());
    }
}

impl View<'_> {
    /// Signals and warnings, each once.
    pub fn statements(&self) -> &[Statement] {
        self.statements.get_or_init(|| self.stated.on(self.session, self.today()))
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

    /// Traffic light with its word.
    pub fn light(&self, rag: Rag) -> (String, Style) {
        let (sign, style) = match rag {
            Rag::Green => (Sign::Green, self.theme.good()),
            Rag::Amber => (Sign::Amber, self.theme.warn()),
            Rag::Red => (Sign::Red, self.theme.bad()),
        };
        (format!("{} {}", self.sign(sign), self.texts.term(rag)), style)
    }

    /// A warning in words, with its sign.
    pub fn warning(&self, page: &mut Page<Target>, text: String) {
        let sign = self.sign(Sign::Warning);
        page.push(None, vec![Span::styled(format!("{sign} {text}"), self.theme.warn())], 2);
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

/// A cell of a table: the text cut or filled to so many columns.
pub fn cell(text: &str, columns: usize) -> String {
    let text = crate::text::on_one_line(text);
    let (text, used) = head(&text, columns);
    format!("{text}{}", " ".repeat(columns - used))
}
