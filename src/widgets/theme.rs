//! Colours and signs. Colour never stands alone: every sign has its word beside it.

use super::wrap::head;
use crate::text::{on_one_line, visible, width};
use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::border;

/// How the screen looks: in colour or not, with Unicode signs or ASCII.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Colours may be used (`NO_COLOR` is not set).
    pub colour: bool,
    /// Only ASCII signs.
    pub ascii: bool,
}

/// A sign with a meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Done.
    Done,
    /// Under way now.
    Running,
    /// Passed over.
    Skipped,
    /// Still to come.
    Todo,
    /// On the path.
    Green,
    /// Behind a little.
    Amber,
    /// Behind.
    Red,
    /// Effort, beside benefit.
    Effort,
    /// Not known.
    Unknown,
    /// A warning.
    Warning,
    /// The selected row.
    Cursor,
    /// A point of a series.
    Point,
    /// A point that must stay hidden.
    Hidden,
    /// The target path.
    Path,
    /// The baseline.
    Baseline,
    /// The forecast.
    Forecast,
    /// A filled piece of a bar.
    Full,
    /// An empty piece of a bar.
    Empty,
    /// A list mark.
    Bullet,
}

impl Theme {
    /// Colour, with Unicode.
    pub const FULL: Self = Self { colour: true, ascii: false };

    /// The sign as text.
    pub fn sign(self, sign: Sign) -> &'static str {
        let (unicode, ascii) = match sign {
            Sign::Done => ("✓", "v"),
            Sign::Running => ("▶", ">"),
            Sign::Skipped => ("–", "-"),
            Sign::Todo => ("·", "."),
            Sign::Green => ("●", "+"),
            Sign::Amber => ("◐", "o"),
            Sign::Red => ("○", "!"),
            Sign::Effort => ("○", "o"),
            Sign::Unknown => ("?", "?"),
            Sign::Warning => ("▲", "!"),
            Sign::Cursor => ("›", ">"),
            Sign::Point => ("●", "*"),
            Sign::Hidden => ("×", "x"),
            Sign::Path => ("·", "."),
            Sign::Baseline => ("◆", "#"),
            Sign::Forecast => ("◌", "o"),
            Sign::Full => ("█", "#"),
            Sign::Empty => ("░", "-"),
            Sign::Bullet => ("•", "*"),
        };
        if self.ascii { ascii } else { unicode }
    }

    fn coloured(self, colour: Color) -> Style {
        if self.colour { Style::new().fg(colour) } else { Style::new() }
    }

    /// Good news.
    pub fn good(self) -> Style {
        self.coloured(Color::Green)
    }

    /// Worth a look.
    pub fn warn(self) -> Style {
        self.coloured(Color::Yellow)
    }

    /// Bad news.
    pub fn bad(self) -> Style {
        self.coloured(Color::Red).add_modifier(Modifier::BOLD)
    }

    /// Less important.
    pub fn dim(self) -> Style {
        self.coloured(Color::DarkGray)
    }

    /// A heading.
    pub fn heading(self) -> Style {
        self.coloured(Color::Cyan).add_modifier(Modifier::BOLD)
    }

    /// The colour that a chain chose for itself, where the terminal knows its name; else that of a heading.
    pub fn own(self, colour: &str) -> Style {
        let chosen = colour.trim().parse().ok().map(|colour| self.coloured(colour).add_modifier(Modifier::BOLD));
        chosen.unwrap_or_else(|| self.heading())
    }

    /// What counts.
    pub fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// A key.
    pub fn key(self) -> Style {
        self.coloured(Color::Cyan).add_modifier(Modifier::BOLD)
    }

    /// The selected row: reversed, so that it shows on every palette.
    pub fn selected(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// Lines of boxes.
    pub fn border(self) -> border::Set<'static> {
        if !self.ascii {
            return border::PLAIN;
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

/// The nearest ASCII: accents off, dashes and quotes plain, the rest a question mark.
fn ascii(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if c.is_ascii() => out.push(c),
            'à' | 'á' | 'â' | 'ä' | 'ã' | 'å' => out.push('a'),
            'è' | 'é' | 'ê' | 'ë' => out.push('e'),
            'ì' | 'í' | 'î' | 'ï' => out.push('i'),
            'ò' | 'ó' | 'ô' | 'ö' | 'õ' | 'ø' => out.push('o'),
            'ù' | 'ú' | 'û' | 'ü' => out.push('u'),
            'À' | 'Á' | 'Â' | 'Ä' => out.push('A'),
            'È' | 'É' | 'Ê' | 'Ë' => out.push('E'),
            'Í' | 'Ï' => out.push('I'),
            'Ó' | 'Ö' => out.push('O'),
            'Ú' | 'Ü' => out.push('U'),
            'ç' => out.push('c'),
            'ñ' => out.push('n'),
            'ß' => out.push_str("ss"),
            '–' | '—' | '−' | '─' => out.push('-'),
            '‘' | '’' => out.push('\''),
            '“' | '”' | '„' | '«' | '»' => out.push('"'),
            '…' => out.push_str("..."),
            '·' | '•' => out.push('.'),
            '€' => out.push_str("EUR"),
            '→' => out.push_str("->"),
            '±' => out.push_str("+/-"),
            '≥' => out.push_str(">="),
            '≤' => out.push_str("<="),
            '×' => out.push('x'),
            _ => out.push('?'),
        }
    }
    out
}
