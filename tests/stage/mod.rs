//! A meeting played by keys without a terminal: keys in, screen and session out.

use chrono::NaiveDateTime;
use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};
use stuurgroep::app::{App, Incoming, draw};
use stuurgroep::desk::clock::Clock;
use stuurgroep::model::{PartnerCode, RecordId, Session, start};
use stuurgroep::store::Folder;
use stuurgroep::store::state::StateFolder;
use stuurgroep::text::{Lang, Texts};
use stuurgroep::widgets::Theme;
use tempfile::TempDir;

/// The program on a stage: a folder of its own, a clock that stands still.
pub struct Stage {
    pub app: App,
    pub folder: TempDir,
    inbox: Receiver<Incoming>,
    _cache: TempDir,
}

/// The moment of every test.
pub fn moment() -> NaiveDateTime {
    "2026-12-10T14:00:00".parse().unwrap()
}

/// Copies the sample sessions to `root`.
pub fn lay_out_kompas(root: &Path) {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
    let to = root.join("sessions");
    fs::create_dir_all(&to).unwrap();
    fs::create_dir_all(root.join("assets")).unwrap();
    let logo = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/logo.txt");
    fs::copy(logo, root.join("assets/logo.txt")).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
    }
}

impl Stage {
    fn on(folder: TempDir, lang: Lang, theme: Theme) -> Self {
        let (events, inbox) = mpsc::channel();
        let mut app = App::new(Folder::at(folder.path()), lang, theme, Clock::Fixed(moment()), events);
        let cache = tempfile::tempdir().unwrap();
        app.cache = Some(cache.path().join("cache"));
        app.desk.state = Some(StateFolder::at(&cache.path().join("state")));
        Self { app, folder, inbox, _cache: cache }
    }

    /// Kompas in session `number`.
    pub fn kompas(lang: Lang, number: u32) -> Self {
        Self::kompas_in(lang, number, Theme::PLAIN)
    }

    /// Kompas in session `number`, in a theme.
    pub fn kompas_in(lang: Lang, number: u32, theme: Theme) -> Self {
        let folder = tempfile::tempdir().unwrap();
        lay_out_kompas(folder.path());
        let mut stage = Self::on(folder, lang, theme);
        stage.app.desk.open(number);
        stage
    }

    /// An empty folder, at home.
    pub fn empty(lang: Lang) -> Self {
        let mut stage = Self::on(tempfile::tempdir().unwrap(), lang, Theme::PLAIN);
        stage.app.read_home();
        stage.settle();
        stage
    }

    /// A chain of three that was just made.
    pub fn new_chain(lang: Lang) -> Self {
        let mut stage = Self::empty(lang);
        let partners = ["POL Politie", "OM Parket", "GEM Gemeente"].map(|line| {
            let (code, name) = line.split_once(' ').unwrap();
            (PartnerCode::from(code), name.to_owned())
        });
        let texts = Texts::new(lang);
        let session = start::first_session("Proef", &partners, moment().date(), |room| texts.term(room));
        stage.app.desk.folder.prepare(&session).unwrap();
        stage.app.desk.open(1);
        stage
    }

    /// A second instance over a folder that another stage has.
    pub fn at(root: &Path, lang: Lang) -> Self {
        let mut stage = Self::on(tempfile::tempdir().unwrap(), lang, Theme::PLAIN);
        stage.app.desk.folder = Folder::at(root);
        stage.app.roots = vec![root.to_owned()];
        stage
    }

    /// Kompas with everybody there and a proposal on the table.
    pub fn with_a_proposal(text: &str) -> (Self, RecordId) {
        let mut stage = Self::kompas(Lang::Nl, 4);
        stage.keys("*9d").keys(text).keys("<Enter>");
        let id = stage.session().decisions.last().unwrap().id.clone();
        (stage, id)
    }

    /// Moves to the field of the details that has this name.
    pub fn move_to(&mut self, label: &str) {
        for _ in 0..40 {
            if self.screen(140, 60).lines().any(|line| line.contains("┃ ▌") && line.contains(label)) {
                return;
            }
            self.keys("<Down>");
        }
        panic!("no field {label}\n{}", self.screen(140, 60));
    }

    /// What the program itself says about the folder, in Dutch.
    pub fn program(&self, args: &[&str]) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_stuurgroep"));
        command.env_clear().args(args).args(["--lang", "nl", "--today", "2026-12-10", "--dir"]).arg(self.folder.path());
        let output = command.output().unwrap();
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
    }

    /// Types keys: `<Enter>`, `<Esc>`, `<Tab>`, `<S-Tab>`, `<Up>`, `<Down>`, `<Del>`, `<C-r>`; all else as it stands.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        let mut rest = keys;
        while let Some(first) = rest.chars().next() {
            let named = rest
                .strip_prefix('<')
                .and_then(|tail| tail.split_once('>'))
                .and_then(|(name, tail)| Some((key(name)?, tail)));
            let event = match named {
                Some((event, tail)) => {
                    rest = tail;
                    event
                }
                None => {
                    rest = &rest[first.len_utf8()..];
                    KeyEvent::new(KeyCode::Char(first), KeyModifiers::NONE)
                }
            };
            self.app.incoming(Incoming::Terminal(Event::Key(event)));
        }
        self
    }

    /// Pastes text.
    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.app.incoming(Incoming::Terminal(Event::Paste(text.to_owned())));
        self
    }

    /// Waits until the index said something for which `test` holds.
    pub fn wait_until(&mut self, test: impl Fn(&App) -> bool) -> &mut Self {
        let start = Instant::now();
        self.app.grant();
        while !test(&self.app) {
            let incoming = self.inbox.recv_timeout(Duration::from_secs(20)).expect("nothing more comes");
            self.app.incoming(incoming);
            assert!(start.elapsed() < Duration::from_secs(90), "it never comes");
        }
        self
    }

    /// Waits for the saver and for lists, as long as they have something to say.
    pub fn settle(&mut self) -> &mut Self {
        self.app.grant();
        if let Some(meeting) = &self.app.desk.meeting {
            meeting.flush(Duration::from_secs(20));
        }
        while self.app.home.reading || !self.app.desk.meeting.as_ref().is_none_or(|meeting| meeting.is_recorded()) {
            let incoming = self.inbox.recv_timeout(Duration::from_secs(20)).expect("nothing more comes");
            self.app.incoming(incoming);
        }
        // What it told after that the last change is recorded.
        while let Ok(incoming) = self.inbox.try_recv() {
            self.app.incoming(incoming);
        }
        self
    }

    /// The screen, cell by cell.
    pub fn buffer(&mut self, columns: u16, rows: u16) -> Buffer {
        self.app.desk.size = (columns, rows);
        self.app.grant();
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        terminal.draw(|frame| draw::draw(&self.app, frame)).unwrap();
        terminal.backend().buffer().clone()
    }

    /// The screen as text.
    pub fn screen(&mut self, columns: u16, rows: u16) -> String {
        let buffer = self.buffer(columns, rows);
        let line = |y: u16| {
            let mut line = String::new();
            let mut skip = 0;
            for x in 0..columns {
                let symbol = buffer[(x, y)].symbol();
                if skip == 0 {
                    line.push_str(symbol);
                }
                skip = stuurgroep::widgets::width(symbol).max(1).max(skip) - 1;
            }
            line.trim_end().to_owned()
        };
        (0..rows).map(line).collect::<Vec<_>>().join("\n")
    }

    /// The page of the pane as text, so wide that nothing is wrapped.
    pub fn page(&self) -> String {
        let room = self.app.desk.meeting.as_ref().unwrap().room();
        stuurgroep::panes::page(&self.app.desk.view().unwrap(), room).plain(400)
    }

    /// The session on the screen.
    pub fn session(&self) -> &Session {
        self.app.desk.session().expect("a meeting is open")
    }

    /// A session as it stands on disk.
    pub fn on_disk(&self, number: u32) -> Session {
        self.app.desk.folder.find(number).unwrap().content.unwrap().session
    }

    /// Leaves the program as a kill would, and starts it over the same folder with the same state.
    pub fn start_again(mut self, lang: Lang) -> Self {
        self.settle().wait_kept();
        let Self { app, folder, _cache: cache, .. } = self;
        drop(app);
        let mut stage = Self::on(folder, lang, Theme::PLAIN);
        stage.app.cache = Some(cache.path().join("cache"));
        stage.app.desk.state = Some(StateFolder::at(&cache.path().join("state")));
        stage._cache = cache;
        stage
    }

    /// Where this machine keeps what it keeps for its user.
    pub fn state_folder(&self) -> PathBuf {
        self.app.desk.state.as_ref().unwrap().root().to_owned()
    }

    /// Waits until drafts and steps are on disk.
    pub fn wait_kept(&mut self) -> &mut Self {
        if let Some(keeper) = self.app.desk.keeper() {
            assert!(keeper.flush(Duration::from_secs(20)), "it is never kept");
        }
        self
    }

    /// Leaves the program; the folder stays.
    pub fn leave(mut self) -> TempDir {
        self.settle();
        let Self { app, folder, .. } = self;
        drop(app);
        folder
    }

    /// The path of a session file.
    pub fn path(&self, number: u32) -> PathBuf {
        self.app.desk.folder.find(number).unwrap().path
    }
}

fn key(name: &str) -> Option<KeyEvent> {
    if let Some(letter) = name.strip_prefix("C-").and_then(|rest| rest.chars().next()) {
        return Some(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL));
    }
    if name == "A-Enter" {
        return Some(KeyEvent::new(KeyCode::Enter, KeyModifiers::ALT));
    }
    let code = match name {
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Tab" => KeyCode::Tab,
        "S-Tab" => KeyCode::BackTab,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "Del" => KeyCode::Delete,
        "Bs" => KeyCode::Backspace,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        "F1" => KeyCode::F(1),
        "PgDn" => KeyCode::PageDown,
        "PgUp" => KeyCode::PageUp,
        "F5" => KeyCode::F(5),
        _ => return None,
    };
    Some(KeyEvent::new(code, KeyModifiers::NONE))
}
