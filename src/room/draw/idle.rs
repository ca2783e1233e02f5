//! What a second screen shows while there is nothing to follow.

use super::canvas::{Canvas, Para, below};
use crate::text::{Texts, notation};
use crate::widgets::{Role, Theme, letters};
use chrono::{NaiveDate, NaiveDateTime};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Why there is nothing to follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Idle {
    /// No program has a meeting of this chain on its screen.
    Nothing,
    /// It is still to be held.
    Planned(String, u32, NaiveDate),
    /// It was held.
    Held(String, u32),
    /// The program that was followed was left at this moment.
    Left(NaiveDateTime),
    /// It ended without a word.
    Ended,
    /// What is to be followed can't be read, and why.
    Unread(String),
}

/// Shows it.
pub fn idle(found: &Idle, texts: &Texts, theme: Theme, area: Rect, buf: &mut Buffer) {
    let canvas = Canvas { texts, theme, big: false };
    buf.set_style(area, theme.base());
    let meeting = |chain: &str, number: u32| [("chain", chain.to_owned()), ("number", number.to_string())];
    let (word, text, style) = match found {
        Idle::Nothing => ("hall-idle", texts.get("hall-idle-nothing"), theme.key()),
        Idle::Planned(chain, number, date) => {
            let [chain, number] = meeting(chain, *number);
            let args = [chain, number, ("date", notation::date_full(*date, texts.lang))];
            ("hall-idle", texts.named("hall-idle-planned", &args), theme.key())
        }
        Idle::Held(chain, number) => {
            ("hall-idle", texts.named("hall-idle-held", &meeting(chain, *number)), theme.key())
        }
        Idle::Left(at) => {
            let time = notation::time_of_day(at.time(), texts.lang);
            ("hall-left", texts.named("hall-idle-left", &[("time", time)]), theme.warn())
        }
        Idle::Ended => ("hall-left", texts.get("hall-idle-ended"), theme.warn()),
        Idle::Unread(why) => ("hall-unread", texts.named("hall-idle-unread", &[("why", why.clone())]), theme.bad()),
    };
    let inner = Rect { x: area.x + 2, width: area.width.saturating_sub(4), ..area };
    let rest = below(inner, (area.height / 4).max(1));
    let word = texts.get(word);
    let large = !theme.ascii && letters::columns(&word, theme) <= inner.width;
    let rows = if large { letters::LETTER } else { 1 };
    if large {
        letters::line(&word, style.patch(theme.strong()), Rect { height: rows.min(rest.height), ..rest }, buf, theme);
    } else {
        canvas.write(theme.cut(&word, rest.width.into()), style.patch(theme.strong()), (rest.x, rest.y), rest, buf);
    }
    let rest = below(rest, rows);
    canvas.write(theme.rule(true).repeat(area.width.into()), theme.mark(Role::Accent), (area.x, rest.y), area, buf);
    let said = Para::of(text, theme.plain().patch(theme.strong()));
    let how = Para { gap: 1, ..Para::of(texts.get("hall-idle-how"), theme.dim()) };
    canvas.stack(&[said, how], below(rest, 2), buf);
}
