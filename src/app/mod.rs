//! The program while it runs: what is on the screen, and what a key does to it.

pub mod commands;
pub mod cover;
pub mod draw;
pub mod fields;
pub mod follow;
pub mod home;
pub mod input;
pub mod library;
mod room;
pub mod run;
mod screen;
pub mod search;
mod terminal;
pub mod trends;
mod tty;
mod ways_out;

use crate::desk::clock::Clock;
use crate::desk::layers::Layer;
use crate::desk::{Desk, Panes, Told, Wish};
use crate::panes::{self, details};
use crate::store::Folder;
use crate::text::Lang;
use crate::widgets::Theme;
use cover::Cover;
use follow::Following;
use home::Home;
use library::{Library, News, Question};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Sender;

/// What reaches the program from outside.
#[derive(Debug)]
pub enum Incoming {
    /// From the terminal.
    Terminal(crossterm::event::Event),
    /// From a thread that works for the desk.
    Desk(Told),
    /// From the index.
    Library(News),
    /// A signal, by its number.
    Signal(i32),
    /// Somebody set the clock of the machine, or the machine slept: it is asked again what time it is.
    ClockSet,
    /// What a second screen follows is another.
    Followed(Box<Following>),
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
    /// The meeting, and all that is done to it.
    pub desk: Desk,
    /// The folders where chains are looked for.
    pub roots: Vec<PathBuf>,
    /// Where the index is kept; none is the cache folder of the user.
    pub cache: Option<PathBuf>,
    /// The index at work, once anybody asked it something.
    pub library: Option<Library>,
    /// What home shows.
    pub home: Home,
    /// What covers home or the meeting, the top one last, each with the layers that lay on the screen before it.
    pub covers: Vec<(Cover, Vec<Layer>)>,
    /// What is followed, where this is a second screen; there is nothing else on it then.
    pub following: Option<Following>,
    /// What was said last to who follows.
    told: Option<room::Told>,
    /// The search that found the meeting on the screen, with its line and its cursor.
    left_search: Option<Box<search::Search>>,
    events: Sender<Incoming>,
}

impl App {
    /// The program at the home of a folder.
    pub fn new(folder: Folder, lang: Lang, theme: Theme, clock: Clock, events: Sender<Incoming>) -> Self {
        let roots = vec![folder.root().to_owned()];
        let had_folder = matches!(folder.root().try_exists(), Ok(true));
        let to_us = events.clone();
        let tell = Arc::new(move |told| {
            // Whoever listened has left.
            let _ = to_us.send(Incoming::Desk(told));
        });
        let panes = Panes { page: panes::page, fields: details::fields };
        Self {
            desk: Desk::new(folder, lang, theme, clock, panes, tell),
            roots,
            cache: None,
            library: None,
            home: Home::of(had_folder),
            covers: Vec::new(),
            following: None,
            told: None,
            left_search: None,
            events,
        }
    }

    /// Reads what home shows, on threads of their own.
    pub fn read_home(&mut self) {
        self.desk.stand_at_home();
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
            let (roots, cache, state) = (self.roots.clone(), self.cache.clone(), self.desk.state.clone());
            self.library = Some(Library::start(roots, cache, state, self.events.clone()));
        }
    }

    fn heard(&mut self, news: News) {
        match &news {
            News::Found(..) | News::Answered(..) | News::Life(..) => return search::heard(self, news),
            News::Chain(chain) => trends::heard(self, chain),
            News::Current(true, wish) => {
                self.desk.follow();
                search::heard(self, News::Current(true, *wish));
            }
            News::Unreadable(_, true) => {
                self.desk.follow();
                search::heard(self, News::Current(true, 0));
            }
            News::Progress(progress) => search::heard(self, News::Progress(*progress)),
            News::Current(false, _) | News::Trouble(_) | News::Unreadable(_, false) | News::Chains(_) => {}
        }
        home::heard(self, news);
    }

    /// The program was stopped and goes on: whatever is on disk may have changed in the meantime.
    pub fn came_back(&mut self) {
        self.desk.redraw = true;
        self.desk.follow();
        if let Some(library) = &self.library {
            library.look();
        }
    }

    /// Takes in what came from outside.
    pub fn incoming(&mut self, incoming: Incoming) {
        self.desk.keep_time();
        self.take_in(incoming);
        self.grant();
        self.desk.follow_logo();
        self.ask_the_time();
    }

    /// Does what was wished for at the desk.
    pub fn grant(&mut self) {
        for wish in self.desk.wishes() {
            match wish {
                Wish::Home => home::read(self),
                Wish::Index => self.start_library(),
                Wish::Elsewhere => home::look_elsewhere(self),
                Wish::Command(name) => commands::run_named(self, name),
            }
        }
    }

    /// Asks once what day it is, where the clock is not believed and nobody is in the middle of something.
    pub fn ask_the_time(&mut self) -> bool {
        self.covers.is_empty() && self.desk.ask_the_time()
    }

    fn take_in(&mut self, incoming: Incoming) {
        match incoming {
            Incoming::Terminal(event) if self.following.is_some() => follow::terminal(self, &event),
            Incoming::Terminal(event) => input::terminal(self, event),
            Incoming::Followed(following) => self.following = Some(*following),
            Incoming::Desk(told) => self.desk.heard(told),
            Incoming::Library(news) => self.heard(news),
            Incoming::Signal(_) | Incoming::Gone | Incoming::Panicked => self.desk.leaving = true,
            Incoming::Written | Incoming::ClockSet => {}
        }
    }

    /// Whether there is a meeting, or a search, to go back to.
    pub fn has_way_back(&self) -> bool {
        !self.desk.left.is_empty() || self.left_search.is_some()
    }

    /// Back to the meeting that was left for one that the search found.
    pub fn go_back(&mut self) {
        if !self.desk.layers.is_empty() || !self.desk.may_leave_meeting() {
            return;
        }
        // Who came from home goes back to the list of what was found.
        let Some((folder, number, room)) = self.desk.left.pop() else {
            return if self.left_search.is_some() {
                search::open(self)
            };
        };
        self.desk.meeting = None;
        self.desk.enter(&folder);
        self.desk.open(number);
        if let Some(meeting) = self.desk.meeting.as_mut() {
            meeting.show_room(room);
        }
    }
}
