//! What can be said of the meeting as it stands, worked out once.

use crate::model::Session;
use crate::model::statements::{Statement, statements};
use chrono::NaiveDate;
use std::cell::RefCell;
use std::rc::Rc;

/// Signals and warnings of a meeting as it stands on a day. They are asked for with every frame and change with the meeting
/// only.
#[derive(Default)]
pub struct Stated(RefCell<Option<(NaiveDate, Rc<[Statement]>)>>);

impl Stated {
    /// Those of this session on this day.
    pub fn on(&self, session: &Session, today: NaiveDate) -> Rc<[Statement]> {
        let mut known = self.0.borrow_mut();
        match known.as_ref().filter(|(day, _)| *day == today) {
            Some((_, found)) => Rc::clone(found),
            None => {
                let found: Rc<[Statement]> = statements(session, today).into();
                *known = Some((today, Rc::clone(&found)));
                found
            }
        }
    }
}
