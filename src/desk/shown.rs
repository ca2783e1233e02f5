//! The page that is on the screen, kept until something changes of what it shows: a letter that is typed over it, or another
//! row that is selected on it, need not make it again.

use super::report::{Held, Previous};
use super::view::{Target, View};
use crate::desk::logo::Logo;
use crate::model::agenda::Room;
use crate::model::{ItemNo, Session};
use crate::store::error::Reason;
use crate::text::Lang;
use crate::widgets::{Page, Sheet, Theme};
use chrono::NaiveDate;
use std::cell::RefCell;
use std::rc::Rc;

/// Everything that a page is made of.
struct Made {
    session: Session,
    room: Room,
    item: Option<ItemNo>,
    today: NaiveDate,
    lang: Lang,
    theme: Theme,
    previous: Option<Result<Previous, Reason>>,
    report: Option<Held>,
    logo: Logo,
    may_write: bool,
    size: (u16, u16),
}

impl Made {
    fn of(view: &View<'_>, room: Room) -> Self {
        Self {
            session: view.session.clone(),
            room,
            item: view.item.map(|item| item.no.clone()),
            today: view.today(),
            lang: view.lang(),
            theme: view.theme,
            previous: view.previous.cloned(),
            report: view.report.cloned(),
            logo: view.logo.clone(),
            may_write: view.may_write,
            size: (view.width, view.height),
        }
    }

    /// It is made of the same as what there is now. Asked with every frame, so nothing is copied for it.
    fn is_of(&self, view: &View<'_>, room: Room) -> bool {
        let Self { session, room: shown, item, today, lang, theme, previous, report, logo, may_write, size } = self;
        session == view.session
            && *shown == room
            && item.as_ref() == view.item.map(|item| &item.no)
            && *today == view.today()
            && *lang == view.lang()
            && *theme == view.theme
            && previous.as_ref() == view.previous
            && report.as_ref() == view.report
            && logo == view.logo
            && *may_write == view.may_write
            && *size == (view.width, view.height)
    }
}

/// The page that was made last.
#[derive(Default)]
pub struct Shown(RefCell<Option<Kept>>);

struct Kept {
    made: Made,
    /// What was selected, and how long the item runs, where the page says something of it.
    selected: Option<Option<Target>>,
    running: Option<u32>,
    sheet: Rc<Sheet<Target>>,
}

impl Kept {
    fn is_of(&self, view: &View<'_>, room: Room) -> bool {
        let selected = self.selected.as_ref().is_none_or(|selected| selected.as_ref() == view.cursor.value);
        let running = self.running.is_none_or(|running| running == view.running.value);
        selected && running && self.made.is_of(view, room)
    }
}

impl Shown {
    /// The page of a room on the screen.
    pub fn sheet(&self, view: &View<'_>, room: Room, page: fn(&View<'_>, Room) -> Page<Target>) -> Rc<Sheet<Target>> {
        let mut kept = self.0.borrow_mut();
        if let Some(kept) = kept.as_ref().filter(|kept| kept.is_of(view, room)) {
            return Rc::clone(&kept.sheet);
        }
        let sheet = Rc::new(page(view, room).laid_out((view.width, view.height), view.theme));
        let selected = view.cursor.seen().map(|target| target.cloned());
        *kept =
            Some(Kept { made: Made::of(view, room), selected, running: view.running.seen(), sheet: Rc::clone(&sheet) });
        sheet
    }
}
