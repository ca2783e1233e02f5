//! The pulse on the eight factors: a minute at the start or the end, shown as a profile, never as one number.

use crate::desk::Desk;
use crate::desk::cell;
use crate::desk::layers::{Layer, Reader, Tone};
use crate::model::PartnerCode;
use crate::model::agenda::Room;
use crate::model::change::{Change, RelationEdit};
use crate::model::session::PulseRow;
use crate::panes::rows;
use crate::text::{Term, notation};
use crate::widgets::bars;
use std::rc::Rc;

/// The next partner that is there and gave no pulse gives one, a key per factor; the one after it follows by itself.
pub fn enter(desk: &mut Desk) {
    desk.put_pulse_on_table();
    let Some(session) = desk.session() else { return };
    let own = session.own_pulse();
    if own.is_some_and(|pulse| pulse.may_be_shown()) {
        return show(desk);
    }
    let is_in = |code: &PartnerCode| own.is_some_and(|pulse| pulse.rows.has(code));
    let asked: Vec<&PartnerCode> = session.expected().collect();
    let Some((place, by)) = asked.iter().enumerate().find(|(_, code)| !is_in(code)) else {
        return show(desk);
    };
    let by = (*by).clone();
    let args = [("partner", by.as_str().into()), ("place", (place + 1).into()), ("all", asked.len().into())];
    let title = desk.with("pulse-title", &args);
    let factors =
        (1..=8u8).map(|factor| PartnerCode(format!("{factor} {}", desk.t(Room::of_factor(factor).id())))).collect();
    let then = Rc::new(move |desk: &mut Desk, scores| {
        let row = PulseRow { by: by.clone(), scores };
        match desk.commit(vec![Change::Relation(RelationEdit::Pulse(row))]) {
            Ok(_) => enter(desk),
            Err(why) => desk.say(why),
        }
    });
    rows::ask_row(desk, title, factors, 5, then);
}

/// A row of the pulse that was entered wrong.
pub fn withdraw(desk: &mut Desk) {
    let Some(session) = desk.session() else { return };
    let hidden = session.own_pulse().filter(|pulse| !pulse.may_be_shown());
    let given = hidden.map(|pulse| pulse.rows.given_by().cloned().collect()).unwrap_or_default();
    rows::pick_row(desk, given, RelationEdit::WithdrawPulse);
}

/// The profile; a pulse of today that not everybody gave is asked about first.
pub fn show(desk: &mut Desk) {
    let Some(session) = desk.session() else { return };
    let waits = session.own_pulse().filter(|pulse| !pulse.may_be_shown());
    let hidden = waits.filter(|pulse| pulse.rows.len() >= session.rows_needed());
    let Some(hidden) = hidden.filter(|_| desk.may_write()) else { return profile(desk) };
    let missing = session.without_row(hidden.rows.given_by());
    rows::reveal(desk, &missing, |desk| {
        desk.carry_out(vec![Change::Relation(RelationEdit::RevealPulse)]);
        profile(desk);
    });
}

/// Eight bars, now against before, with the spread where it is known.
fn profile(desk: &mut Desk) {
    desk.put_pulse_on_table();
    let Some(session) = desk.session() else { return };
    let partners = session.partners.len();
    let mut pulses = session.pulses.iter().rev().filter(|pulse| pulse.may_be_shown());
    let Some(now) = pulses.next() else {
        let text = desk.t("pulse-empty");
        return desk.say(text);
    };
    let before = pulses.next();
    let hidden = session.pulses.iter().rev().find(|pulse| !pulse.may_be_shown());
    let mut lines: Vec<(String, Tone)> = hidden
        .map(|pulse| desk.with("pulse-filling", &[("count", pulse.rows.len().into()), ("all", partners.into())]))
        .map(|text| (text, Tone::Plain))
        .into_iter()
        .collect();
    lines.push((desk.with("pulse-of", &[("number", now.session.into())]), Tone::Heading));
    if !now.rows.is_empty() {
        let args = [("count", now.rows.len().into()), ("all", partners.into())];
        lines.push((desk.with("pulse-answered", &args), Tone::Plain));
    }
    for factor in 1..=8u8 {
        let place = usize::from(factor) - 1;
        let mean = now.means.shown().get(place).copied().flatten();
        let was = before.and_then(|before| before.means.shown().get(place)).copied().flatten();
        let bar = bars::bar(desk.theme, mean.unwrap_or(0.0), 5.0, 15);
        let number = |value: Option<f64>| {
            value.map_or_else(|| desk.t("none"), |value| notation::decimal(value, 1, desk.texts.lang))
        };
        let mut text = format!("{factor} {} {bar} {}", cell(&desk.t(Room::of_factor(factor).id()), 26), number(mean));
        text.push_str(&format!("  {}", desk.with("pulse-before", &[("mean", number(was).into())])));
        let answers = now.answers(place);
        if !now.rows.is_empty() && answers < now.rows.len() {
            text.push_str(&format!("  {}", desk.with("pulse-answers", &[("count", answers.into())])));
        }
        if let Some((low, high)) = now.spread(place) {
            text.push_str(&format!("  {}", desk.with("pulse-spread", &[("low", low.into()), ("high", high.into())])));
        }
        lines.push((text, Tone::Plain));
    }
    lines.push((String::new(), Tone::Plain));
    lines.push((desk.t("pulse-note"), Tone::Plain));
    let title = desk.t("pulse-profile");
    desk.layers.push(Layer::Reader(Reader { title, lines, scroll: 0 }));
}
