//! What the program does with a clock that can't be right: it goes on by itself, and asks what day it is.

use super::Desk;
use super::access::Access;
use super::clock::Clock;
use super::layers::Choice;
use super::meeting::Meeting;
use crate::model::State;
use crate::model::plausible;
use crate::text::{date_input, notation};
use chrono::NaiveDate;
use std::rc::Rc;

impl Desk {
    /// Looks whether the clock can be believed, and measures the item that runs. Before anything goes on record, and twice a
    /// second.
    pub fn keep_time(&mut self) {
        let held = |meeting: &&Meeting| meeting.access() == Access::Write && meeting.session.state == State::Live;
        let held = self.meeting.as_ref().filter(held).map(|meeting| &meeting.session);
        self.clock = self.watch.look(self.clock, held);
        let (now, gone) = (self.now(), self.clock.gone());
        if let Some(meeting) = self.meeting.as_mut() {
            meeting.measure(now, gone);
        }
    }

    /// Asks once what day it is, when the clock is not believed and nobody is in the middle of something; whether it did.
    pub fn ask_the_time(&mut self) -> bool {
        if !self.layers.is_empty() || !self.may_write() {
            return false;
        }
        let Some(doubted) = self.watch.to_ask() else { return false };
        let day = |desk: &Self, date: NaiveDate| notation::date_short(date, desk.texts.lang);
        let (says, own) = (day(self, doubted.today()), day(self, self.clock.today()));
        let explanation = self.with("clock-asks", &[("date", says.clone().into())]);
        let choices = vec![
            Choice::plain(self.with("clock-keep", &[("date", own.into())])),
            Choice::plain(self.with("clock-right", &[("date", says.into())])),
            Choice::plain(self.t("clock-other")),
        ];
        let chosen = Rc::new(move |desk: &mut Self, place: usize| match place {
            0 => {}
            1 => {
                desk.watch.trust(doubted);
                desk.clock = doubted;
            }
            _ => desk.ask_the_day(doubted),
        });
        self.pick_suddenly(self.t("clock-title"), explanation, choices, chosen);
        true
    }

    /// The day as a person says it, with the time of day of the clock.
    fn ask_the_day(&mut self, doubted: Clock) {
        let today = self.clock.today();
        // What day it is has no use later: no draft is kept of it.
        self.ask_line(None, "clock-other", "clock-hint", move |desk, text| {
            let day = date_input::parse_date(text, today).filter(|day| plausible::is_possible(*day));
            let day = day.ok_or_else(|| desk.t("date-unclear"))?;
            desk.clock = Clock::Own { from: day.and_time(doubted.now().time()), gone: desk.clock.gone() };
            Ok(())
        });
    }
}
