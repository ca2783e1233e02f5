//! Means for a room: the pulse on the eight factors, and the temperature.

use super::canvas::{Canvas, Para, below};
use crate::room::shown::{FactorShown, PulseShown, TemperatureShown};
use crate::text::notation;
use crate::widgets::theme::Sign;
use crate::widgets::{Role, letters};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

/// The highest score of the pulse, and of the temperature.
const TOP: (f64, f64) = (5.0, 10.0);
/// A score of the temperature at which it is in order.
const WARM: f64 = 7.0;
/// Columns of a name, and of what stands behind a bar.
const SIDES: (u16, u16) = (32, 18);
/// The same in large letters.
const LARGE_SIDES: (u16, u16) = (54, 14);

/// A bar with its name before it and figures behind it.
struct Bar {
    name: String,
    share: f64,
    figure: String,
    before: String,
    /// It is what the question is about.
    is_here: bool,
}

fn bars(canvas: &Canvas<'_>, bars: &[Bar], area: Rect, buf: &mut Buffer) {
    let many = u16::try_from(bars.len()).unwrap_or(u16::MAX).max(1);
    if canvas.big && many.saturating_mul(letters::LETTER) <= area.height {
        return large_bars(canvas, bars, area, buf);
    }
    let theme = canvas.theme;
    let each = (area.height / many).clamp(1, 3);
    let (before, behind) = SIDES;
    let room = area.width.saturating_sub(before + behind + 2);
    let mut rest = area;
    for bar in bars.iter().take(usize::from(area.height)) {
        let sign = if bar.is_here { theme.sign(Sign::Running) } else { " " };
        let name = theme.fit(&format!("{sign} {}", bar.name), before.into());
        canvas.write(name, bar.style(canvas), (rest.x, rest.y), rest, buf);
        bar.fill(canvas, Rect { x: rest.x + before, width: room, height: 1, ..rest }, buf);
        let line = Line::from(vec![
            Span::styled(theme.text(&bar.figure), theme.plain().patch(theme.strong())),
            Span::styled(theme.text(&format!("  {}", bar.before)), theme.dim()),
        ]);
        let place = Rect { x: rest.x + before + room + 2, width: behind, height: 1, ..rest };
        line.render(place.intersection(area), buf);
        rest = below(rest, each);
    }
}

/// The same in large letters, with what fits of a name.
fn large_bars(canvas: &Canvas<'_>, bars: &[Bar], area: Rect, buf: &mut Buffer) {
    let theme = canvas.theme;
    let (before, behind) = LARGE_SIDES;
    let room = area.width.saturating_sub(before + behind + 2);
    let mut rest = area;
    for bar in bars {
        let row = Rect { height: letters::LETTER.min(rest.height), ..rest };
        let name = letters::lines(&bar.name, before).into_iter().next().unwrap_or_default();
        letters::line(&name, bar.style(canvas), Rect { width: before.min(row.width), ..row }, buf, theme);
        bar.fill(canvas, Rect { x: row.x + before, width: room, y: row.y + 1, height: 2 }.intersection(area), buf);
        let figure = Rect { x: row.x + before + room + 2, width: behind, ..row }.intersection(area);
        letters::line(&bar.figure, theme.plain().patch(theme.strong()), figure, buf, theme);
        rest = below(rest, letters::LETTER);
    }
}

impl Bar {
    fn style(&self, canvas: &Canvas<'_>) -> Style {
        let theme = canvas.theme;
        if self.is_here { theme.plain().patch(theme.strong()) } else { theme.plain() }
    }

    /// A thin bar in one row, a thick one in more.
    fn fill(&self, canvas: &Canvas<'_>, area: Rect, buf: &mut Buffer) {
        let theme = canvas.theme;
        let full = (self.share.clamp(0.0, 1.0) * f64::from(area.width)).round() as u16;
        let role = if self.is_here { Role::Amber } else { Role::Plain };
        for y in area.top()..area.bottom() {
            let sign = if area.height == 1 || theme.ascii { theme.sign(Sign::Full) } else { "█" };
            let rest = if y + 1 == area.bottom() { theme.sign(Sign::Empty) } else { " " };
            let line = Line::from(vec![
                Span::styled(sign.repeat(full.into()), theme.mark(role)),
                Span::styled(rest.repeat((area.width - full).into()), theme.mark(Role::Line)),
            ]);
            line.render(Rect { y, height: 1, ..area }, buf);
        }
    }
}

fn figure(canvas: &Canvas<'_>, value: Option<f64>) -> String {
    value.map_or_else(|| canvas.t("none"), |value| notation::decimal(value, 1, canvas.texts.lang))
}

/// The factor with the lowest mean.
fn lowest(pulse: &PulseShown) -> Option<&FactorShown> {
    let known = pulse.factors.iter().filter(|factor| factor.mean.is_some());
    known.min_by(|one, other| one.mean.unwrap_or(0.0).total_cmp(&other.mean.unwrap_or(0.0)))
}

pub fn pulse(canvas: &Canvas<'_>, pulse: &PulseShown, area: Rect, buf: &mut Buffer) {
    let theme = canvas.theme;
    let of = canvas.with("pulse-of", &[("number", pulse.session.into())]);
    let rest = canvas.stack(&[Para { grows: None, ..Para::of(of, theme.dim()) }], area, buf);
    let here = lowest(pulse).map(|factor| factor.no);
    let bar = |factor: &FactorShown| Bar {
        name: format!("{} {}", factor.no, canvas.texts.term(factor.room)),
        share: factor.mean.unwrap_or(0.0) / TOP.0,
        figure: figure(canvas, factor.mean),
        before: factor.before.map_or_else(String::new, |before| {
            canvas.with("pulse-before", &[("mean", figure(canvas, Some(before)).into())])
        }),
        is_here: Some(factor.no) == here,
    };
    let all: Vec<Bar> = pulse.factors.iter().map(bar).collect();
    bars(canvas, &all, below(rest, u16::from(rest.height > 9)), buf);
}

pub fn ask_pulse(canvas: &Canvas<'_>, pulse: &PulseShown) -> String {
    match lowest(pulse) {
        Some(factor) => {
            let args =
                [("factor", canvas.texts.term(factor.room).into()), ("mean", figure(canvas, factor.mean).into())];
            canvas.with("hall-ask-pulse", &args)
        }
        None => canvas.t("pulse-note"),
    }
}

/// The mean of now.
pub fn mean(canvas: &Canvas<'_>, temperature: &TemperatureShown) -> String {
    figure(canvas, temperature.means.last().map(|(_, mean)| *mean))
}

pub fn temperature(canvas: &Canvas<'_>, temperature: &TemperatureShown, area: Rect, buf: &mut Buffer) {
    let theme = canvas.theme;
    let area = below(area, u16::from(area.height > 10));
    let title = Para::of(canvas.t("temperature"), theme.plain().patch(theme.strong()));
    let title = Para { grows: None, ..title };
    let rest = canvas.stack(&[title], area, buf);
    let last = temperature.means.last().map(|(session, _)| *session);
    let bar = |(session, mean): &(u32, f64)| Bar {
        name: canvas.with("hall-meeting", &[("number", (*session).into())]),
        share: mean / TOP.1,
        figure: figure(canvas, Some(*mean)),
        before: String::new(),
        is_here: Some(*session) == last && *mean < WARM,
    };
    let all: Vec<Bar> = temperature.means.iter().map(bar).collect();
    bars(canvas, &all, below(rest, 1), buf);
}

pub fn ask_temperature(canvas: &Canvas<'_>, temperature: &TemperatureShown) -> String {
    let mut means = temperature.means.iter().rev().map(|(_, mean)| *mean);
    let (now, before) = (means.next(), means.next());
    let fell = now.zip(before).is_some_and(|(now, before)| now < before);
    canvas.t(if fell { "hall-ask-colder" } else { "hall-ask-warm" })
}
