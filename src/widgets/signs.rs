//! Signs: one meaning each, the worst the heaviest; and what stands for a sign where only ASCII can be shown.

/// A sign with a meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Done, saved.
    Done,
    /// Here now.
    Running,
    /// Passed over.
    Skipped,
    /// No verdict, nothing there yet.
    Todo,
    /// On course, agrees, in order.
    Green,
    /// To be watched, a reservation.
    Amber,
    /// Off course, an objection, in the way.
    Red,
    /// Effort, beside benefit.
    Effort,
    /// The benefit to oneself, above the effort.
    Gains,
    /// The benefit to oneself, below the effort.
    Loses,
    /// What others see.
    Seen,
    /// Not known.
    Unknown,
    /// A warning, at the end of a title.
    Warning,
    /// The selected row.
    Cursor,
    /// A figure that went up.
    Up,
    /// A figure that went down.
    Down,
    /// A proposal, a question.
    Question,
    /// A filled piece of a bar.
    Full,
    /// An empty piece of a bar.
    Empty,
    /// A list mark.
    Bullet,
}

impl Sign {
    /// As text, with Unicode or in ASCII.
    pub fn text(self, ascii: bool) -> &'static str {
        let (unicode, plain) = match self {
            Self::Done => ("✓", "v"),
            Self::Running => ("▶", ">"),
            Self::Skipped => ("–", "-"),
            Self::Todo => ("·", "-"),
            Self::Green => ("●", "+"),
            Self::Amber => ("◆", "!"),
            Self::Red => ("■", "#"),
            Self::Effort => ("▐", "E"),
            Self::Gains => ("▶", ">"),
            Self::Loses => ("◀", "<"),
            Self::Seen => ("▴", "^"),
            Self::Unknown => ("?", "?"),
            Self::Warning => ("▲", "!"),
            Self::Cursor => ("▌", ">"),
            Self::Up => ("▲", "^"),
            Self::Down => ("▼", "v"),
            Self::Question => ("→", "->"),
            Self::Full => ("▄", "#"),
            Self::Empty => ("─", "-"),
            Self::Bullet => ("•", "*"),
        };
        if ascii { plain } else { unicode }
    }
}

/// The nearest ASCII: accents off, dashes and quotes plain, the rest a question mark.
pub(super) fn ascii(text: &str) -> String {
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
            '↑' => out.push('^'),
            '↓' => out.push('v'),
            '±' => out.push_str("+/-"),
            '≥' => out.push_str(">="),
            '≤' => out.push_str("<="),
            '×' => out.push('x'),
            _ => out.push('?'),
        }
    }
    out
}
