//! What there is to see of a decision: how the table stands, with the reasons beside the red lines that they touch, and whether
//! it can fall (domain §2.4).

use crate::desk::{View, cell};
use crate::model::attendance::Table;
use crate::model::decision::{Decision, PositionCode, speaks};
use crate::panes::differences::{stance, stance_sign};
use crate::text::notation;
use crate::widgets::theme::Sign;
use crate::widgets::{Drawn, Page, Role, Theme, ink, width};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;
use std::rc::Rc;

/// All of it; nothing while nobody said anything.
pub fn top(view: &View<'_>, decision: &Decision) -> Page<usize> {
    let mut page = Page::default();
    page.push(None, vec![Span::styled(decision.text.clone(), view.theme.strong())], 0);
    if decision.positions.is_empty() {
        return page;
    }
    positions(view, &mut page, decision);
    table(view, &mut page, decision);
    checks(view, &mut page, decision);
    page.blank();
    page
}

/// Columns of a code, and of a position with its sign.
const CODE: usize = 5;
const STANCE: usize = 24;

/// Who says what, and why in its own words: those are never cut.
fn positions(view: &View<'_>, page: &mut Page<usize>, decision: &Decision) {
    let theme = view.theme;
    let heads = format!(
        "{}  {}{}",
        cell("", CODE),
        cell(&view.t("positions-position"), STANCE - 1),
        view.t("positions-reason")
    );
    page.push(None, vec![Span::styled(heads, theme.dim())], 0);
    for partner in view.session.partners.iter() {
        let Some(found) = decision.position(&partner.code) else { continue };
        let mut spans = vec![Span::styled(cell(partner.code.as_str(), CODE), theme.strong())];
        let said = stance(view, found.code);
        let used: usize = said.iter().map(|span| width(&span.content)).sum();
        spans.extend(said);
        spans.push(Span::raw(" ".repeat(STANCE.saturating_sub(used) + 1)));
        if !found.reason.is_empty() {
            spans.push(Span::raw(format!("\u{201c}{}\u{201d}", found.reason)));
        }
        if let Some(day) = found.written_on {
            let date = notation::date_short(day, view.lang());
            spans.push(Span::styled(format!(" {}", view.with("in-writing", &[("date", date.into())])), theme.dim()));
        }
        for line in partner.profile.red_lines_near(&decision.text) {
            let text = view.with("red-line", &[("line", line.into())]);
            spans.push(Span::styled(format!(" {} {text}", view.sign(Sign::Warning)), theme.bad()));
        }
        page.push(None, spans, CODE + STANCE + 1);
    }
}

/// How the table stands, to scale: what is in the way first.
fn table(view: &View<'_>, page: &mut Page<usize>, decision: &Decision) {
    let mut parts: Vec<(Role, Style, String, usize)> = Vec::new();
    for role in [Role::Red, Role::Amber, Role::Green, Role::Plain] {
        let own: Vec<PositionCode> =
            decision.positions.iter().map(|found| found.code).filter(|code| stance_sign(*code).1 == role).collect();
        if own.is_empty() {
            continue;
        }
        let mut names: Vec<String> = Vec::new();
        for code in &own {
            let name = format!("{} {}", own.iter().filter(|other| *other == code).count(), view.texts.term(*code));
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let style = if role == Role::Green { view.theme.tint(role) } else { view.theme.chip(role) };
        parts.push((role, style, names.join(", "), own.len()));
    }
    let all: usize = parts.iter().map(|(.., count)| count).sum();
    let said = vec![parts.iter().map(|(_, _, name, _)| name.as_str()).collect::<Vec<_>>().join("; ")];
    let theme = view.theme;
    let draw = move |area: Rect, buf: &mut Buffer| strip(&parts, all, area, buf, theme);
    page.drawn(None, Drawn { least: 1, most: 1, step: 1, draw: Rc::new(draw), said });
}

/// Pieces beside each other with a strip of ground between them, each with its words.
fn strip(parts: &[(Role, Style, String, usize)], all: usize, area: Rect, buf: &mut Buffer, theme: Theme) {
    let mut x = area.x;
    for ((_, style, name, count), place) in parts.iter().zip(1..) {
        let share = usize::from(area.width) * count / all.max(1);
        let wide = if place == parts.len() {
            area.right().saturating_sub(x)
        } else {
            u16::try_from(share).unwrap_or(0).max(6)
        };
        let piece = Rect { x, width: wide.min(area.right().saturating_sub(x)), height: 1, ..area };
        if piece.width < 2 {
            return;
        }
        let fill = Rect { width: piece.width - u16::from(place < parts.len()), ..piece };
        buf.set_style(fill, *style);
        let bar = if theme.is_designed() { " " } else { "|" };
        ink::sign(buf, (fill.x, fill.y), bar, *style);
        ink::text(buf, ink::from(fill, fill.x + 1, fill.y), name, *style, theme);
        x += piece.width;
    }
}

/// Whether it can fall: what stands well, and what is still in the way.
fn checks(view: &View<'_>, page: &mut Page<usize>, decision: &Decision) {
    let seats = Table::of(&view.session.attendance);
    let own = decision.session == view.session.number;
    if !own || decision.outcome.is_some() {
        return;
    }
    let quorum = view.session.chain.quorum;
    let owing: Vec<&str> = decision.without_reason().map(|found| found.partner.as_str()).collect();
    let objecting = decision.objecting().len();
    let absent = decision.touches.iter().filter(|code| !speaks(&view.session.attendance, code).is_present());
    let absent = view.codes(absent);
    let mut all: Vec<(Role, String)> = Vec::new();
    let counts = [("present", seats.present.into()), ("quorum", quorum.into())];
    let met = seats.present >= quorum;
    all.push((if met { Role::Green } else { Role::Red }, view.with("check-quorum", &counts)));
    if !decision.touches.is_empty() {
        let there = absent == view.t("none");
        let text = if there {
            view.t("check-touched")
        } else {
            view.with("check-touched-not", &[("partners", absent.into())])
        };
        all.push((if there { Role::Green } else { Role::Amber }, text));
    }
    if !owing.is_empty() {
        all.push((Role::Red, view.with("check-reasons", &[("partners", owing.join(", ").into())])));
    }
    if objecting > 0 {
        all.push((Role::Red, view.with("check-objections", &[("count", objecting.into())])));
    }
    all.push((Role::Amber, view.t("check-outcome")));
    page.section(view.theme, view.t("check-title"), Vec::new(), false);
    for (role, text) in all {
        let (sign, words) = match role {
            Role::Red => {
                (Span::styled(format!(" {} ", view.sign(Sign::Red)), view.theme.chip(Role::Red)), view.theme.strong())
            }
            Role::Amber => (Span::styled(format!(" {} ", view.sign(Sign::Amber)), view.theme.mark(role)), Style::new()),
            Role::Green | Role::Accent | Role::Seen | Role::Plain | Role::Line => {
                (Span::styled(format!(" {} ", view.sign(Sign::Green)), view.theme.mark(Role::Green)), Style::new())
            }
        };
        page.push(None, vec![sign, Span::styled(format!(" {text}"), words)], 4);
    }
}
