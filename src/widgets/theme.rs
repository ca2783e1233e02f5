//! Themes and signs. One meaning per colour and per sign, the worst is the heaviest, and colour never stands alone: every sign
//! has its word beside it.

pub use super::signs::Sign;

use super::palette::{CONTRAST, DARK, LIGHT, Palette, contrast, mixed};
use super::signs::ascii;
use super::wrap::head;
use crate::text::{on_one_line, visible, width};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::border;

/// How the screen looks: in which colours, with Unicode signs or ASCII.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// The colours.
    pub colours: Colours,
    /// Only ASCII signs.
    pub ascii: bool,
}

/// Which colours there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colours {
    /// None (`NO_COLOR`): bold, dim and reversed have to do.
    None,
    /// The sixteen of the terminal, on its own ground. No such palette can be read in all of its colours, so they are for
    /// signs, bars and lines only, and every word is in the terminal's own colour.
    Terminal {
        /// The ground is light.
        light: bool,
    },
    /// For a dark room.
    Dark,
    /// For daylight and projectors.
    Light,
    /// For who sees less, and for bad projectors.
    Contrast,
}

/// What a colour means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Off course, an objection, in the way.
    Red,
    /// To be watched, a reservation.
    Amber,
    /// Done well.
    Green,
    /// A key, and what is here now.
    Accent,
    /// What others see.
    Seen,
    /// A bar or a line without a verdict.
    Plain,
    /// Rules and axes.
    Line,
}

impl Theme {
    /// The colours of the dark theme, with Unicode.
    pub const FULL: Self = Self { colours: Colours::Dark, ascii: false };
    /// No colour, with Unicode.
    pub const PLAIN: Self = Self { colours: Colours::None, ascii: false };
    /// No colour, only ASCII.
    pub const ASCII: Self = Self { colours: Colours::None, ascii: true };

    /// The same for a light or a dark ground.
    pub fn on_ground(self, light: bool) -> Self {
        let colours = match self.colours {
            Colours::None | Colours::Contrast => self.colours,
            Colours::Terminal { .. } => Colours::Terminal { light },
            Colours::Dark | Colours::Light if light => Colours::Light,
            Colours::Dark | Colours::Light => Colours::Dark,
        };
        Self { colours, ..self }
    }

    /// The sign as text.
    pub fn sign(self, sign: Sign) -> &'static str {
        sign.text(self.ascii)
    }

    fn palette(self) -> Option<Palette> {
        match self.colours {
            Colours::None | Colours::Terminal { .. } => None,
            Colours::Dark => Some(DARK),
            Colours::Light => Some(LIGHT),
            Colours::Contrast => Some(CONTRAST),
        }
    }

    /// There are no colours.
    pub fn is_plain(self) -> bool {
        self.colours == Colours::None
    }

    /// A designed theme, which says of every cell what it stands on.
    pub fn is_designed(self) -> bool {
        self.palette().is_some()
    }

    fn of(self, role: Role) -> Color {
        let Some(palette) = self.palette() else { return self.of_terminal(role) };
        match role {
            Role::Red => palette.red,
            Role::Amber => palette.amber,
            Role::Green => palette.green,
            Role::Accent => palette.accent,
            Role::Seen => palette.seen,
            Role::Plain => palette.plain,
            Role::Line => palette.line,
        }
    }

    /// Of the sixteen those that can be seen on most grounds; yellow on white can't.
    fn of_terminal(self, role: Role) -> Color {
        let light = self.colours == Colours::Terminal { light: true };
        match (role, light) {
            _ if self.is_plain() => Color::Reset,
            (Role::Red, true) => Color::Indexed(1),
            (Role::Green, true) => Color::Indexed(2),
            (Role::Seen, true) => Color::Indexed(5),
            (Role::Red, false) => Color::Indexed(9),
            (Role::Amber, false) => Color::Indexed(11),
            (Role::Green, false) => Color::Indexed(10),
            (Role::Seen, false) => Color::Indexed(13),
            (Role::Amber, true) | (Role::Accent | Role::Plain | Role::Line, _) => Color::Reset,
        }
    }

    /// What everything begins with.
    pub fn base(self) -> Style {
        self.palette().map_or_else(Style::new, |palette| Style::new().fg(palette.text).bg(palette.ground))
    }

    /// Header, footer and dialogs.
    pub fn panel(self) -> Style {
        self.palette().map_or_else(Style::new, |palette| Style::new().fg(palette.text).bg(palette.panel))
    }

    /// A sign, a bar, a line with a meaning.
    pub fn mark(self, role: Role) -> Style {
        let style = if self.is_plain() { Style::new() } else { Style::new().fg(self.of(role)) };
        match role {
            Role::Red => style.add_modifier(Modifier::BOLD),
            Role::Amber | Role::Accent if !self.is_designed() => style.add_modifier(Modifier::BOLD),
            Role::Amber | Role::Green | Role::Accent | Role::Seen | Role::Plain | Role::Line => style,
        }
    }

    /// Words with a meaning.
    pub fn word(self, role: Role) -> Style {
        let style = if self.is_designed() { Style::new().fg(self.of(role)) } else { Style::new() };
        match role {
            Role::Red => style.add_modifier(Modifier::BOLD),
            Role::Amber | Role::Accent if !self.is_designed() => style.add_modifier(Modifier::BOLD),
            Role::Amber | Role::Green | Role::Accent | Role::Seen | Role::Plain | Role::Line => style,
        }
    }

    /// Letters on a fill: what is worst, or here now.
    pub fn chip(self, role: Role) -> Style {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        match self.palette() {
            Some(palette) => bold.fg(palette.on).bg(self.of(role)),
            None => bold.add_modifier(Modifier::REVERSED),
        }
    }

    /// The ground of something with a meaning; nothing where there is no designed theme.
    pub fn tint(self, role: Role) -> Style {
        let Some(palette) = self.palette() else { return Style::new() };
        Style::new().bg(match role {
            Role::Red => palette.red_tint,
            Role::Amber => palette.amber_tint,
            Role::Green => palette.green_tint,
            Role::Accent | Role::Seen | Role::Plain | Role::Line => palette.selected,
        })
    }

    /// Lines behind a picture, that are only seen by who looks for them.
    pub fn grid(self) -> Style {
        self.palette().map_or_else(|| self.mark(Role::Line), |palette| Style::new().fg(palette.selected))
    }

    /// Words that have no colour of their own, on whatever they stand.
    pub fn plain(self) -> Style {
        self.palette().map_or_else(Style::new, |palette| Style::new().fg(palette.text))
    }

    /// Good news.
    pub fn good(self) -> Style {
        self.word(Role::Green)
    }

    /// Worth a look.
    pub fn warn(self) -> Style {
        self.word(Role::Amber)
    }

    /// Bad news.
    pub fn bad(self) -> Style {
        self.word(Role::Red)
    }

    /// Less important.
    pub fn dim(self) -> Style {
        self.palette().map_or_else(Style::new, |palette| Style::new().fg(palette.muted))
    }

    /// A heading.
    pub fn heading(self) -> Style {
        self.strong()
    }

    /// The colour that a chain chose for itself, where the terminal knows its name and it can be read here; else that of what
    /// is here now.
    pub fn own(self, colour: &str) -> Style {
        let bold = self.word(Role::Accent).add_modifier(Modifier::BOLD);
        let Some(chosen) = colour.trim().parse::<Color>().ok().filter(|_| !self.is_plain()) else { return bold };
        let Some(palette) = self.palette() else { return bold.fg(chosen) };
        // What a terminal makes of a name can't be held to anything: the colour of the theme that is nearest to it can.
        let named = match chosen {
            Color::Red | Color::LightRed => palette.red,
            Color::Yellow | Color::LightYellow => palette.amber,
            Color::Green | Color::LightGreen => palette.green,
            Color::Magenta | Color::LightMagenta => palette.seen,
            Color::Blue | Color::LightBlue | Color::Cyan | Color::LightCyan => palette.accent,
            Color::Gray | Color::DarkGray => palette.muted,
            Color::Black | Color::White | Color::Reset => palette.text,
            Color::Rgb(..) | Color::Indexed(_) => chosen,
        };
        let reads = contrast(named, palette.ground).is_some_and(|found| found >= 4.5);
        if reads { bold.fg(named) } else { bold }
    }

    /// What counts.
    pub fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// A key.
    pub fn key(self) -> Style {
        self.word(Role::Accent).add_modifier(Modifier::BOLD)
    }

    /// The selected row: on a ground of its own, or reversed, so that it shows on every palette.
    pub fn selected(self) -> Style {
        self.palette()
            .map_or_else(|| Style::new().add_modifier(Modifier::REVERSED), |palette| Style::new().bg(palette.selected))
    }

    /// What lies under a dialog is not meant to be read.
    pub fn shade(self, area: Rect, buf: &mut Buffer) {
        let Some(palette) = self.palette() else {
            return buf.set_style(area, Style::new().remove_modifier(Modifier::BOLD | Modifier::REVERSED).dim());
        };
        for y in area.top()..area.bottom() {
            for x in area.left()..area.right() {
                let cell = &mut buf[(x, y)];
                cell.fg = mixed(cell.fg, palette.ground, 40);
                cell.bg = mixed(cell.bg, palette.ground, 40);
                cell.modifier.remove(Modifier::BOLD);
            }
        }
    }

    /// The line of a section: heavy where it is the one that keys work on.
    pub fn rule(self, heavy: bool) -> &'static str {
        match (self.ascii, heavy) {
            (true, true) => "=",
            (true, false) => "-",
            (false, true) => "━",
            (false, false) => "─",
        }
    }

    /// Lines of boxes.
    pub fn border(self) -> border::Set<'static> {
        if !self.ascii {
            return border::THICK;
        }
        border::Set {
            top_left: "+",
            top_right: "+",
            bottom_left: "+",
            bottom_right: "+",
            vertical_left: "|",
            vertical_right: "|",
            horizontal_top: "-",
            horizontal_bottom: "-",
        }
    }

    /// A text as it may be shown here: nothing in it steers the terminal or hides, and everything outside ASCII is replaced
    /// where only ASCII may be shown.
    pub fn text(self, text: &str) -> String {
        let text = visible(text);
        if self.ascii { ascii(&text) } else { text.into_owned() }
    }

    /// As much of a text as fits on one line of so many columns, with dots where the rest is missing.
    pub fn cut(self, text: &str, columns: usize) -> String {
        let (text, dots) = (self.text(&on_one_line(text)), self.text("…"));
        if width(&text) <= columns {
            return text;
        }
        let (head, _) = head(&text, columns.saturating_sub(width(&dots)));
        format!("{}{dots}", head.trim_end())
    }

    /// The same, filled with spaces to exactly so many columns.
    pub fn fit(self, text: &str, columns: usize) -> String {
        let text = self.cut(text, columns);
        format!("{text}{}", " ".repeat(columns.saturating_sub(width(&text))))
    }
}
