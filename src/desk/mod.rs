//! The desk at which a meeting is done: the meeting, what lies over it, what was typed and not entered, and the folder that it
//! is kept in. Commands of panes get it, and nothing above it; what only the whole program can do is wished for here.

pub mod access;
mod asking;
mod broken;
pub mod clock;
pub mod command;
mod commit;
pub mod drafts;
pub mod echo;
pub mod field;
pub mod layers;
pub mod layout;
pub mod leaving;
pub mod logo;
pub mod meeting;
mod on_table;
pub mod opening;
mod outside;
pub mod record;
pub mod report;
mod said;
mod shown;
pub mod stall;
mod stated;
mod stopwatch;
pub mod subject;
mod time;
pub mod timing;
pub mod versions;
pub mod view;

pub use layers::form;
pub use subject::Subject;
pub use view::{Target, Tracked, View, cell};

use crate::model::agenda::Room;
use crate::model::change::{Change, Refusal};
use crate::model::on_table::Pause;
use crate::model::{RecordId, Session, State};
use crate::store::keeper::Keeper;
use crate::store::saver;
use crate::store::state::StateFolder;
use crate::store::{Folder, StoreError};
use crate::text::{Lang, Texts, Typed};
use crate::widgets::{Page, Pictures, Sheet, Theme};
use access::{Access, Grip};
use chrono::NaiveDateTime;
use clock::Clock;
use drafts::Drafts;
use fluent_bundle::FluentValue;
use form::Fields;
use layers::{Details, Layer};
use meeting::{Meeting, Tab};
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;

/// What the threads that work for the desk tell.
#[derive(Debug)]
pub enum Told {
    /// From the saver.
    Saver(saver::News),
    /// A folder that had no room may have some now.
    TryAgain,
    /// Drafts or steps could not be kept.
    NotKept(StoreError),
}

/// Where they tell it.
pub type Tell = Arc<dyn Fn(Told) + Send + Sync>;

/// What only the program around the desk can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// The meeting was left: home is read again.
    Home,
    /// A meeting is looked at that somebody else may write: the index follows the files.
    Index,
    /// The desk stands at a folder that was asked for: that is where chains are looked for from now on.
    Elsewhere,
    /// The command with this name is run.
    Command(&'static str),
}

/// What panes make: the page of a room, and the fields of what can be opened on it.
#[derive(Clone, Copy)]
pub struct Panes {
    /// The page of a room.
    pub page: fn(&View<'_>, Room) -> Page<Target>,
    /// The fields of something; none when it is not there any more.
    pub fields: fn(&Subject, &View<'_>) -> Option<Fields>,
}

/// The desk.
pub struct Desk {
    /// Everything a person reads.
    pub texts: Texts,
    /// How the screen looks.
    pub theme: Theme,
    /// What time it is.
    pub clock: Clock,
    /// The folder of the chain.
    pub folder: Folder,
    /// What this machine keeps for its user; none where the user has no home.
    pub state: Option<StateFolder>,
    /// The meeting on the screen; none at home.
    pub meeting: Option<Meeting>,
    /// What lies over it, the top one last.
    pub layers: Vec<Layer>,
    /// What was said last.
    pub message: Option<String>,
    /// What was said last is that something is done.
    pub is_done: bool,
    /// It is time to leave.
    pub leaving: bool,
    /// What was typed and is not on record.
    pub drafts: Drafts,
    /// What stands on the terminal may be something else than was drawn: the next frame is whole.
    pub redraw: bool,
    /// How this terminal shows pictures.
    pub pictures: Pictures,
    /// The size of the screen, for pages and for clicks.
    pub size: (u16, u16),
    /// The meetings that were left, each for one that was found from it, the last one last.
    pub left: Vec<(PathBuf, u32, Room)>,
    /// The break, while there is one.
    pub pause: Option<Pause>,
    /// Where the secretary was when the pulse came to the table.
    pulse_at: Option<(Tab, Option<Target>)>,
    watch: clock::Watch,
    typed: Typed,
    panes: Panes,
    tell: Tell,
    wishes: Vec<Wish>,
    /// It was said that words are nowhere but on the screen.
    leaves_words: bool,
    keeper: Option<Keeper>,
    /// What the group goes on in spite of, until the change that it is about is made.
    going_on: Vec<Change>,
    /// The last change waits for the answer whether the group goes on.
    asks_to_go_on: bool,
    grip: Grip,
}

impl Desk {
    /// The desk at the folder of a chain, without a meeting.
    pub fn new(folder: Folder, lang: Lang, theme: Theme, clock: Clock, panes: Panes, tell: Tell) -> Self {
        Self {
            texts: Texts::new(lang),
            theme,
            clock,
            folder,
            state: None,
            meeting: None,
            layers: Vec::new(),
            message: None,
            is_done: false,
            leaving: false,
            drafts: Drafts::default(),
            redraw: false,
            pictures: Pictures::default(),
            size: (80, 24),
            left: Vec::new(),
            pause: None,
            pulse_at: None,
            watch: clock::Watch::default(),
            typed: Typed::default(),
            panes,
            tell,
            wishes: Vec::new(),
            leaves_words: false,
            keeper: None,
            going_on: Vec::new(),
            asks_to_go_on: false,
            grip: Grip::None,
        }
    }

    /// Asks the program around the desk for something.
    pub fn wish(&mut self, wish: Wish) {
        self.wishes.push(wish);
    }

    /// What was wished for since this was asked last.
    pub fn wishes(&mut self) -> Vec<Wish> {
        std::mem::take(&mut self.wishes)
    }

    /// The fields of something; none when it is not there any more.
    pub fn form(&self, subject: &Subject) -> Option<Fields> {
        (self.panes.fields)(subject, &self.view()?)
    }

    /// Takes in what a thread told.
    pub fn heard(&mut self, told: Told) {
        match told {
            Told::Saver(saver::News::Tried(report)) => {
                let now = self.now();
                if report.result.is_ok() {
                    self.recorded_words(report.ticket);
                }
                if let Some(meeting) = self.meeting.as_mut() {
                    meeting.reported(report, now);
                }
            }
            Told::Saver(saver::News::Outside(outside)) => self.heard_outside(outside),
            Told::TryAgain => self.try_again(),
            Told::NotKept(error) => {
                let text = self.with("drafts-not-kept", &[("why", self.trouble(&error).into())]);
                self.say(text);
            }
        }
    }

    /// The message `id`.
    pub fn t(&self, id: &str) -> String {
        self.texts.get(id)
    }

    /// The message `id` with its values.
    pub fn with(&self, id: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        self.texts.with(id, values)
    }

    /// Now.
    pub fn now(&self) -> NaiveDateTime {
        self.clock.now()
    }

    /// What the clock shows on the screen: the day, and of a meeting that is being held the minute, or the second while an
    /// item runs.
    pub fn face(&self) -> (chrono::NaiveDate, Option<i64>) {
        let now = self.now();
        let second = now.and_utc().timestamp();
        let shown = match self.session() {
            Some(session) if session.agenda.running.is_some() => Some(second),
            Some(session) => (session.state == State::Live).then_some(second / 60),
            // At home the hour stands in the first line.
            None => Some(second / 60),
        };
        (now.date(), shown)
    }

    /// Says something at the bottom of the screen.
    pub fn say(&mut self, text: impl Into<String>) {
        (self.message, self.is_done) = (Some(text.into()), false);
    }

    /// Says at the bottom of the screen that something is done.
    pub fn say_done(&mut self, text: impl Into<String>) {
        (self.message, self.is_done) = (Some(text.into()), true);
    }

    /// The meeting on the screen is not being held: it has not begun, or is over.
    pub fn is_still(&self) -> bool {
        self.session().is_some_and(|session| session.state != State::Live)
    }

    /// Why a change was refused.
    pub fn refusal(&self, refusal: &Refusal) -> String {
        self.texts.named(refusal.id(), &refusal.args())
    }

    /// The session on the screen.
    pub fn session(&self) -> Option<&Session> {
        self.meeting.as_ref().map(|meeting| &meeting.session)
    }

    /// What panes see.
    pub fn view(&self) -> Option<View<'_>> {
        let meeting = self.meeting.as_ref()?;
        Some(View {
            session: &meeting.session,
            item: meeting.item(),
            now: self.moment_of(&meeting.session),
            running: Tracked::of(meeting.running_seconds(self.now(), self.clock.gone())),
            texts: &self.texts,
            theme: self.theme,
            previous: meeting.previous.as_ref(),
            report: meeting.report.as_ref(),
            cursor: Tracked::of(meeting.cursor()),
            logo: &meeting.logo,
            may_write: meeting.access() == Access::Write,
            width: layout::pane_area(self.size).width,
            height: layout::pane_area(self.size).height,
            stated: &meeting.stated,
            statements: std::cell::OnceCell::new(),
        })
    }

    /// A meeting that was held is seen as of its own day; any other as of now.
    fn moment_of(&self, session: &Session) -> NaiveDateTime {
        let now = self.now();
        if session.is_open() { now } else { session.date.and_time(now.time()) }
    }

    /// What is selected: the subject of the details on top, or the row under the cursor.
    pub fn selected(&self) -> Option<Target> {
        if let Some(Layer::Details(details)) = self.layers.last() {
            return Some(details.subject.target());
        }
        self.selected_of(self.sheet()?.targets())
    }

    /// The page of the meeting as it stands on the screen.
    pub fn sheet(&self) -> Option<Rc<Sheet<Target>>> {
        let meeting = self.meeting.as_ref()?;
        Some(meeting.shown.sheet(&self.view()?, meeting.room(), self.panes.page))
    }

    /// What is selected of the rows of the page.
    pub fn selected_of(&self, targets: &[Target]) -> Option<Target> {
        if let Some(Layer::Details(details)) = self.layers.last() {
            return Some(details.subject.target());
        }
        let meeting = self.meeting.as_ref()?;
        let chosen = meeting.cursor().filter(|target| targets.contains(target));
        // The title of the item comes last: what it is about is what people want to work on.
        let content = |target: &&Target| !matches!(target, Target::Item(_) | Target::Together(_));
        // What is only on record to look back on, far down the page, is chosen and never presumed.
        let there = |target: &&Target| !matches!(target, Target::Together(_));
        chosen.or_else(|| targets.iter().find(content)).or_else(|| targets.iter().find(there)).cloned()
    }

    /// The record that is selected.
    pub fn selected_record(&self) -> Option<RecordId> {
        if let Some(Target::Record(id)) = self.selected() { Some(id) } else { None }
    }

    /// Details of what is not there any more close by themselves.
    pub fn close_lost_details(&mut self) {
        if self.meeting.is_none() {
            return;
        }
        let lost = |layer: &Layer| matches!(layer, Layer::Details(open) if self.form(&open.subject).is_none());
        let kept: Vec<bool> = self.layers.iter().map(|layer| !lost(layer)).collect();
        let mut kept = kept.into_iter();
        self.layers.retain(|_| kept.next().unwrap_or(true));
    }

    /// The meeting on the screen may be written.
    pub fn may_write(&self) -> bool {
        self.meeting.as_ref().is_some_and(|meeting| meeting.access() == Access::Write)
    }

    /// Shows a record with its fields.
    pub fn show_details(&mut self, subject: Subject) {
        self.layers.push(Layer::Details(Details { subject, cursor: 0 }));
    }
}
