//! The program while it runs: what is on the screen, and what a key does to it.

pub mod access;
mod asking;
pub mod clock;
pub mod command;
pub mod commands;
pub mod drafts;
pub mod draw;
pub mod field;
pub mod home;
mod index_worker;
pub mod input;
pub mod layer;
pub mod library;
pub mod logo;
pub mod meeting;
pub mod opening;
mod outside;
mod overlay;
pub mod run;
mod said;
mod screen;
pub mod search;
mod stopwatch;
#[cfg(feature = "pictures")]
mod terminal;
mod time;
pub mod trends;
mod tty;
mod ways_out;

use crate::model::agenda::Room;
use crate::model::change::{Change, Obstacle, Refusal};

use crate::model::{RecordId, Session};
use crate::panes::details::Subject;
use crate::panes::{Target, Tracked, View};
use crate::store::keeper::Keeper;
use crate::store::saver;
use crate::store::state::StateFolder;
use crate::store::{Folder, StoreError};
use crate::text::{Lang, Texts, Typed};
use crate::widgets::theme::Sign;
use crate::widgets::{Pictures, Sheet, Theme};
use access::{Access, Grip};
use chrono::NaiveDateTime;
use clock::Clock;
use drafts::Drafts;
use fluent_bundle::FluentValue;
use home::Home;
use layer::{Details, Layer};
use library::{Library, News, Question};
use meeting::Meeting;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::mpsc::Sender;

/// What reaches the program from outside.
#[derive(Debug)]
pub enum Incoming {
    /// From the terminal.
    Terminal(crossterm::event::Event),
    /// From the saver.
    Saver(saver::News),
    /// A folder that had no room may have some now.
    TryAgain,
    /// Drafts or steps could not be kept.
    NotKept(StoreError),
    /// From the index.
    Library(News),
    /// A signal, by its number.
    Signal(i32),
    /// The terminal has what was drawn.
    Written,
    /// The terminal is gone.
    Gone,
    /// A thread panicked.
    Panicked,
}

impl Incoming {
    /// Something on the screen may be other than before.
    pub fn may_show(&self) -> bool {
        !matches!(self, Self::Library(News::Current(false, _)) | Self::Written)
    }
}

/// The program while it runs.
pub struct App {
    /// Everything a person reads.
    pub texts: Texts,
    /// How the screen looks.
    pub theme: Theme,
    /// What time it is.
    pub clock: Clock,
    watch: clock::Watch,
    /// The folder of the chain.
    pub folder: Folder,
    /// The folders where chains are looked for.
    pub roots: Vec<PathBuf>,
    typed: Typed,
    /// Where the index is kept; none is the cache folder of the user.
    pub cache: Option<PathBuf>,
    /// What this machine keeps for its user; none where the user has no home.
    pub state: Option<StateFolder>,
    /// The index at work, once anybody asked it something.
    pub library: Option<Library>,
    /// What home shows.
    pub home: Home,
    /// The meeting on the screen; none at home.
    pub meeting: Option<Meeting>,
    /// What lies over it, the top one last.
    pub layers: Vec<Layer>,
    /// What was said last.
    pub message: Option<String>,
    /// It is time to leave.
    pub leaving: bool,
    /// It was said that words are nowhere but on the screen.
    pub leaves_words: bool,
    /// What was typed and is not on record.
    pub drafts: Drafts,
    /// What stands on the terminal may be something else than was drawn: the next frame is whole.
    pub redraw: bool,
    /// How this terminal shows pictures.
    pub pictures: Pictures,
    /// The size of the screen, for pages and for clicks.
    pub size: (u16, u16),
    keeper: Option<Keeper>,
    /// What the group goes on in spite of, until the change that it is about is made.
    going_on: Vec<Change>,
    /// The last change waits for the answer whether the group goes on.
    asks_to_go_on: bool,
    grip: Grip,
    /// The meeting that was left for one that the search found.
    left: Option<(PathBuf, u32, Room)>,
    /// The search that found it, with its line and its cursor.
    left_search: Option<Box<search::Search>>,
    events: Sender<Incoming>,
}

impl App {
    /// The program at the home of a folder.
    pub fn new(folder: Folder, lang: Lang, theme: Theme, clock: Clock, events: Sender<Incoming>) -> Self {
        Self {
            texts: Texts::new(lang),
            theme,
            clock,
            watch: clock::Watch::default(),
            roots: vec![folder.root().to_owned()],
            typed: Typed::default(),
            cache: None,
            state: None,
            library: None,
            folder,
            home: Home::default(),
            meeting: None,
            layers: Vec::new(),
            message: None,
            leaving: false,
            leaves_words: false,
            redraw: false,
            drafts: Drafts::default(),
            pictures: Pictures::default(),
            size: (80, 24),
            keeper: None,
            going_on: Vec::new(),
            asks_to_go_on: false,
            grip: Grip::None,
            left: None,
            left_search: None,
            events,
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

    /// What the clock shows on the screen: the day, and the seconds while an item runs.
    pub fn face(&self) -> (chrono::NaiveDate, Option<i64>) {
        let now = self.now();
        let runs = self.session().is_some_and(|session| session.agenda.running.is_some());
        (now.date(), runs.then(|| now.and_utc().timestamp()))
    }

    /// Says something at the bottom of the screen.
    pub fn say(&mut self, text: impl Into<String>) {
        self.message = Some(text.into());
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
            width: draw::pane_area(self.size).width,
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
        Some(meeting.shown.sheet(&self.view()?, meeting.room()))
    }

    /// What is selected of the rows of the page.
    pub fn selected_of(&self, targets: &[Target]) -> Option<Target> {
        if let Some(Layer::Details(details)) = self.layers.last() {
            return Some(details.subject.target());
        }
        let meeting = self.meeting.as_ref()?;
        let chosen = meeting.cursor().filter(|target| targets.contains(target));
        // The title of the item comes last: what it is about is what people want to work on.
        let content = |target: &&Target| !matches!(target, Target::Item(_) | Target::Warnings | Target::Together(_));
        // What is only on record to look back on, far down the page, is chosen and never presumed.
        let there = |target: &&Target| !matches!(target, Target::Together(_));
        chosen.or_else(|| targets.iter().find(content)).or_else(|| targets.iter().find(there)).cloned()
    }

    /// The record that is selected.
    pub fn selected_record(&self) -> Option<RecordId> {
        if let Some(Target::Record(id)) = self.selected() { Some(id) } else { None }
    }

    /// Changes the meeting. What stands in the way is said, or asked about when the group may go on in spite of it.
    pub fn commit(&mut self, changes: Vec<Change>) -> Result<Option<RecordId>, String> {
        self.keep_time();
        let (now, gone) = (self.now(), self.clock.gone());
        let mut going_on = std::mem::take(&mut self.going_on);
        let Some(meeting) = self.meeting.as_mut() else { return Ok(None) };
        let may = match meeting.access() {
            Access::Write => true,
            Access::Closed => changes.iter().all(Change::reopens),
            Access::Adopted(_) | Access::Unclear(_) | Access::Locked(_) | Access::NoPermission | Access::NoRoom => {
                false
            }
        };
        if !may {
            return Err(self.why_read_only());
        }
        let all: Vec<Change> = going_on.iter().chain(&changes).cloned().collect();
        match meeting.change(&all, now, gone) {
            Ok(applied) => {
                meeting.measure(now, gone);
                self.message = None;
                self.close_lost_details();
                Ok(applied.created)
            }
            Err(Refusal::Obstacle(obstacle)) => {
                going_on.insert(0, obstacle.remedy());
                self.ask_to_go_on(obstacle, going_on, changes);
                Ok(None)
            }
            Err(refusal) => Err(self.refusal(&refusal)),
        }
    }

    /// Details of what is not there any more close by themselves.
    pub fn close_lost_details(&mut self) {
        let Some(view) = self.view() else { return };
        let lost = |layer: &Layer| matches!(layer, Layer::Details(open) if open.subject.details(&view).is_none());
        let kept: Vec<bool> = self.layers.iter().map(|layer| !lost(layer)).collect();
        drop(view);
        let mut kept = kept.into_iter();
        self.layers.retain(|_| kept.next().unwrap_or(true));
    }

    /// Changes the meeting as a part of the change before: one `u` takes both back.
    pub fn commit_with_last(&mut self, changes: Vec<Change>) -> Result<(), String> {
        let steps = |app: &Self| app.meeting.as_ref().map_or(0, Meeting::steps);
        let before = steps(self);
        self.commit(changes)?;
        if let (true, Some(meeting)) = (steps(self) > before, self.meeting.as_mut()) {
            meeting.join_last();
        }
        Ok(())
    }

    /// Changes the meeting and says at the bottom what stands in the way.
    pub fn carry_out(&mut self, changes: Vec<Change>) -> Option<RecordId> {
        self.commit(changes).unwrap_or_else(|why| {
            self.say(why);
            None
        })
    }

    /// Asks whether the group goes on, with these changes first. A field whose answer waits for that gives it again: what
    /// belongs to it is done as if nothing had been in the way.
    fn ask_to_go_on(&mut self, obstacle: Obstacle, remedies: Vec<Change>, changes: Vec<Change>) {
        let explanation = self.refusal(&obstacle.into());
        let title = self.t("go-on-title");
        self.confirm(title, explanation, "go-on-yes", "go-on-no", move |app| {
            app.going_on.clone_from(&remedies);
            if !overlay::submit_again(app)
                && let Some(id) = app.carry_out(changes.clone())
            {
                app.created(&id);
            }
            app.going_on.clear();
        });
        self.asks_to_go_on = true;
    }

    /// Says that a record came into being, and selects it.
    pub fn created(&mut self, id: &RecordId) {
        if let Some(meeting) = self.meeting.as_mut() {
            meeting.select(Target::Record(id.clone()));
        }
        let mut text = self.with("created", &[("number", id.as_str().into())]);
        let decided = self.session().and_then(|session| session.decision(id)).map(|found| found.text.clone());
        for near in decided.map(|decided| commands::records::red_lines(self, &decided)).unwrap_or_default() {
            text.push_str(&format!(" {} {near}", self.theme.sign(Sign::Warning)));
        }
        self.say(text);
    }

    /// The meeting on the screen may be written.
    pub fn may_write(&self) -> bool {
        self.meeting.as_ref().is_some_and(|meeting| meeting.access() == Access::Write)
    }

    /// Shows a record with its fields.
    pub fn show_details(&mut self, subject: Subject) {
        self.layers.push(Layer::Details(Details { subject, cursor: 0 }));
    }

    /// Reads what home shows, on threads of their own.
    pub fn read_home(&mut self) {
        self.follow_chain(false);
        let place = self.state.as_ref().map(|state| state.of_home(self.folder.root()));
        self.keep_drafts_at(place);
        home::read(self);
    }

    /// Asks the index; the answer comes with the events.
    pub fn ask_library(&mut self, question: Question) {
        self.start_library();
        if let Some(library) = &self.library {
            library.ask(question);
        }
    }

    /// Sets the index to work, where it is not yet.
    pub fn start_library(&mut self) {
        if self.library.is_none() {
            self.library =
                Some(Library::start(self.roots.clone(), self.cache.clone(), self.state.clone(), self.events.clone()));
        }
    }

    fn heard(&mut self, news: News) {
        match &news {
            News::Found(..) | News::Answered(..) | News::Life(..) => return search::heard(self, news),
            News::Chain(chain) => trends::heard(self, chain),
            News::Current(true, wish) => {
                self.follow();
                search::heard(self, News::Current(true, *wish));
            }
            News::Unreadable(_, true) => {
                self.follow();
                search::heard(self, News::Current(true, 0));
            }
            News::Progress(progress) => search::heard(self, News::Progress(*progress)),
            News::Current(false, _) | News::Trouble(_) | News::Unreadable(_, false) | News::Chains(_) => {}
        }
        home::heard(self, news);
    }

    /// The program was stopped and goes on: whatever is on disk may have changed in the meantime.
    pub fn came_back(&mut self) {
        self.redraw = true;
        self.follow();
        if let Some(library) = &self.library {
            library.look();
        }
    }

    /// Takes in what came from outside.
    pub fn incoming(&mut self, incoming: Incoming) {
        self.keep_time();
        self.take_in(incoming);
        self.follow_logo();
        self.ask_the_time();
    }

    fn take_in(&mut self, incoming: Incoming) {
        match incoming {
            Incoming::Terminal(event) => input::terminal(self, event),
            Incoming::Saver(saver::News::Tried(report)) => {
                let now = self.now();
                if report.result.is_ok() {
                    self.recorded_words(report.ticket);
                }
                if let Some(meeting) = self.meeting.as_mut() {
                    meeting.reported(report, now);
                }
            }
            Incoming::Saver(saver::News::Outside(outside)) => self.heard_outside(outside),
            Incoming::TryAgain => self.try_again(),
            Incoming::NotKept(error) => {
                let text = self.with("drafts-not-kept", &[("why", self.trouble(&error).into())]);
                self.say(text);
            }
            Incoming::Library(news) => self.heard(news),
            Incoming::Signal(_) | Incoming::Gone | Incoming::Panicked => self.leaving = true,
            Incoming::Written => {}
        }
    }
}
