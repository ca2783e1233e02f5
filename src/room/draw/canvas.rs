//! What all of these screens are drawn with: text that grows where there is room, cards of partners, bars.

use crate::text::Texts;
use crate::widgets::theme::Sign;
use crate::widgets::{Role, Theme, ink, letters, width, wrapped};
use fluent_bundle::FluentValue;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::symbols::border;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, LineGauge, Widget};

/// What they are drawn with.
#[derive(Clone, Copy)]
pub struct Canvas<'a> {
    /// Words.
    pub texts: &'a Texts,
    /// Colours and signs.
    pub theme: Theme,
    /// The grid is so fine that running text is set in large letters.
    pub big: bool,
}

/// A paragraph, with what it is of before it.
pub struct Para {
    /// A sign before that, with its style.
    pub sign: Option<(&'static str, Style)>,
    /// What or whose it is.
    pub lead: String,
    /// How that is written.
    pub lead_style: Style,
    /// The words.
    pub text: String,
    /// How they are written.
    pub style: Style,
    /// Rows above it.
    pub gap: u16,
    /// It grows before those with a higher number; none never grows.
    pub grows: Option<u8>,
}

impl Para {
    /// A paragraph that is of nobody.
    pub fn of(text: String, style: Style) -> Self {
        let (sign, lead, lead_style, gap, grows) = (None, String::new(), style, 0, Some(0));
        Self { sign, lead, lead_style, text, style, gap, grows }
    }

    fn large(&self) -> String {
        if self.lead.is_empty() { self.text.clone() } else { format!("{}: {}", self.lead, self.text) }
    }
}

/// How a card looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// A thin border.
    Thin,
    /// A heavy border of this meaning.
    Heavy(Role),
    /// A ground of this meaning.
    Filled(Role),
}

/// The card of a partner.
pub struct Card {
    /// Whose.
    pub partner: String,
    /// Its sign.
    pub sign: Sign,
    /// What the sign means.
    pub role: Role,
    /// The word for it.
    pub word: String,
    /// How it looks.
    pub look: Look,
}

/// Columns of a card at least, and at most.
const CARD: (u16, u16) = (10, 22);

/// How cards stand: so many beside each other, of so many columns and rows.
struct Deck {
    beside: u16,
    columns: u16,
    rows: u16,
}

fn length(many: usize) -> u16 {
    u16::try_from(many).unwrap_or(u16::MAX)
}

impl Canvas<'_> {
    /// The message `id`.
    pub fn t(&self, id: &str) -> String {
        self.texts.get(id)
    }

    /// The message `id` with its values.
    pub fn with(&self, id: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        self.texts.with(id, values)
    }

    /// A sign.
    pub fn sign(&self, sign: Sign) -> &'static str {
        self.theme.sign(sign)
    }

    /// Text at a place, cut where the area ends.
    pub fn write(&self, text: impl AsRef<str>, style: Style, (x, y): (u16, u16), area: Rect, buf: &mut Buffer) {
        ink::text(buf, ink::from(area, x, y), text.as_ref(), style, self.theme);
    }

    /// Lines of a text in so many columns.
    pub fn lines(&self, text: &str, style: Style, columns: u16) -> Vec<Line<'static>> {
        wrapped(&[Span::styled(self.theme.text(text), style)], columns.into(), 0)
    }

    /// Lines from the top of an area; gives what is left under them.
    pub fn put(&self, lines: &[Line<'_>], area: Rect, buf: &mut Buffer) -> Rect {
        for (line, y) in lines.iter().zip(area.y..area.bottom()) {
            line.render(Rect { y, height: 1, ..area }, buf);
        }
        below(area, length(lines.len()))
    }

    /// Lines of large letters from the top of an area; gives what is left under them.
    pub fn put_large(&self, lines: &[String], style: Style, area: Rect, buf: &mut Buffer) -> Rect {
        let mut rest = area;
        for text in lines {
            let room = Rect { height: letters::LETTER.min(rest.height), ..rest };
            letters::line(text, style, room, buf, self.theme);
            rest = below(rest, letters::LETTER);
        }
        rest
    }

    /// Columns that what the paragraphs are of takes.
    fn lead(&self, paras: &[Para]) -> u16 {
        let wide = |para: &Para| width(&para.lead) + para.sign.map_or(0, |(sign, _)| width(sign) + 1);
        length(paras.iter().map(wide).max().map_or(0, |wide| if wide == 0 { 0 } else { wide + 2 }))
    }

    fn height(&self, para: &Para, lead: u16, columns: u16, large: bool) -> u16 {
        match large {
            true => length(letters::lines(&para.large(), columns).len()).saturating_mul(letters::LETTER),
            false => length(self.lines(&para.text, para.style, columns.saturating_sub(lead)).len()),
        }
    }

    /// Rows that the paragraphs take when none of them grows.
    pub fn rows(&self, paras: &[Para], columns: u16) -> u16 {
        let lead = self.lead(paras);
        paras
            .iter()
            .map(|para| para.gap.saturating_add(self.height(para, lead, columns, false)))
            .fold(0, u16::saturating_add)
    }

    /// Paragraphs under each other, as large as there is room for; how many found none is said in the last row. Gives what is
    /// left under them.
    pub fn stack(&self, paras: &[Para], area: Rect, buf: &mut Buffer) -> Rect {
        let lead = self.lead(paras);
        let mut large = vec![false; paras.len()];
        let total = |large: &[bool]| {
            let rows =
                paras.iter().zip(large).map(|(para, large)| para.gap + self.height(para, lead, area.width, *large));
            rows.fold(0, u16::saturating_add)
        };
        if self.big {
            let mut order: Vec<usize> = (0..paras.len()).filter(|place| paras[*place].grows.is_some()).collect();
            order.sort_by_key(|place| paras[*place].grows);
            for place in order {
                large[place] = true;
                if total(&large) > area.height {
                    large[place] = false;
                }
            }
        }
        let fit = total(&large) <= area.height;
        let mut rest = area;
        for (place, (para, large)) in paras.iter().zip(&large).enumerate() {
            let gap = if place == 0 { 0 } else { para.gap };
            let rows = gap + self.height(para, lead, area.width, *large);
            let left = paras.len() - place;
            // Where not all of them fit, the last row is for how many there are more.
            let spare = u16::from(!fit && left > 1);
            if !fit && place > 0 && rows + spare > rest.height {
                let more = self.with("hall-more", &[("count", left.into())]);
                let text = self.theme.cut(&more, rest.width.into());
                self.write(text, self.theme.dim(), (rest.x, rest.bottom() - 1), rest, buf);
                return below(rest, rest.height);
            }
            let room = below(rest, gap);
            let room = Rect { height: room.height.saturating_sub(spare), ..room };
            let under = self.para(para, lead, room, *large, buf);
            rest = Rect { y: under.y, height: rest.bottom() - under.y, ..rest };
        }
        rest
    }

    fn para(&self, para: &Para, lead: u16, area: Rect, large: bool, buf: &mut Buffer) -> Rect {
        if large {
            return self.put_large(&letters::lines(&para.large(), area.width), para.style, area, buf);
        }
        if area.height > 0 && lead > 0 {
            let mut spans: Vec<Span<'_>> = Vec::new();
            spans.extend(para.sign.map(|(sign, style)| Span::styled(format!("{sign} "), style)));
            spans.push(Span::styled(self.theme.cut(&para.lead, usize::from(lead)), para.lead_style));
            Line::from(spans).render(Rect { height: 1, width: lead.min(area.width), ..area }, buf);
        }
        let text = Rect { x: area.x + lead.min(area.width), width: area.width.saturating_sub(lead), ..area };
        let lines = self.lines(&para.text, para.style, text.width);
        // What has no room is never cut without a mark.
        let (shown, cut) = (usize::from(text.height), lines.len() > usize::from(text.height));
        let rest = self.put(&lines, text, buf);
        if cut && shown > 0 {
            let last = lines[shown - 1].to_string();
            let marked = self.theme.cut(&format!("{last} {}", "…".repeat(usize::from(text.width))), text.width.into());
            self.write(marked, para.style, (text.x, text.bottom() - 1), text, buf);
        }
        Rect { x: area.x, width: area.width, ..rest }
    }

    fn deck(&self, cards: usize, columns: u16, most: u16) -> Deck {
        let cards = length(cards).max(1);
        let beside = ((columns + 1) / (CARD.0 + 1)).clamp(1, cards);
        let wide = ((columns + 1) / beside).saturating_sub(1).min(CARD.1);
        let lines = cards.div_ceil(beside);
        let grows = self.big && wide >= 4 * letters::LETTER && lines * 8 <= most + 1;
        let fits = |rows: &u16| lines * (rows + 1) <= most + 1;
        let rows = if grows { 7 } else { [5, 4].into_iter().find(fits).unwrap_or(2) };
        Deck { beside, columns: wide, rows }
    }

    /// Rows that cards take in so many columns, where there are so many rows at most.
    pub fn deck_rows(&self, cards: usize, columns: u16, most: u16) -> u16 {
        let deck = self.deck(cards, columns, most);
        (length(cards).div_ceil(deck.beside) * (deck.rows + 1)).saturating_sub(1).min(most)
    }

    /// Cards beside and under each other; gives what is left under them.
    pub fn cards(&self, cards: &[Card], area: Rect, buf: &mut Buffer) -> Rect {
        let deck = self.deck(cards.len(), area.width, area.height);
        for (place, card) in (0u16..).zip(cards) {
            let (across, down) = (place % deck.beside, place / deck.beside);
            let x = area.x + across * (deck.columns + 1);
            let y = area.y + down * (deck.rows + 1);
            if y + deck.rows > area.bottom() {
                let more = self.with("hall-more", &[("count", (cards.len() - usize::from(place)).into())]);
                let y = area.bottom().saturating_sub(1);
                self.write(self.theme.fit(&more, area.width.into()), self.theme.dim(), (area.x, y), area, buf);
                break;
            }
            self.card(card, Rect { x, y, width: deck.columns, height: deck.rows }, buf);
        }
        below(area, self.deck_rows(cards.len(), area.width, area.height))
    }

    fn card(&self, card: &Card, area: Rect, buf: &mut Buffer) {
        let theme = self.theme;
        let (words, sign) = match card.look {
            Look::Filled(role) => (theme.chip(role), theme.chip(role)),
            Look::Heavy(role) => (theme.word(role).patch(theme.strong()), theme.mark(role)),
            Look::Thin => (theme.strong(), theme.mark(card.role)),
        };
        let inner = match card.look {
            Look::Filled(role) => {
                buf.set_style(area, theme.chip(role));
                area
            }
            Look::Heavy(_) | Look::Thin if area.height < 4 => area,
            Look::Heavy(_) | Look::Thin => {
                let (set, style) = match card.look {
                    Look::Heavy(role) => (border::THICK, theme.mark(role)),
                    Look::Thin | Look::Filled(_) => (border::PLAIN, theme.mark(Role::Line)),
                };
                let set = if theme.ascii { theme.border() } else { set };
                Block::bordered().border_set(set).border_style(style).render(area, buf);
                Rect { x: area.x + 1, y: area.y + 1, width: area.width - 2, height: area.height - 2 }
            }
        };
        let said = match card.look {
            Look::Thin => theme.plain(),
            Look::Heavy(_) | Look::Filled(_) => words,
        };
        let signed = |text: &str| {
            vec![
                Span::styled(format!("{} ", self.sign(card.sign)), sign),
                Span::styled(theme.cut(text, usize::from(inner.width).saturating_sub(2)), words),
            ]
        };
        let centred = |spans: Vec<Span<'static>>, y: u16, buf: &mut Buffer| {
            Line::from(spans).centered().render(Rect { y, height: 1, ..inner }, buf);
        };
        if area.height >= 7 {
            let top = area.y + 1;
            let wide = letters::columns(&card.partner, theme).min(inner.width);
            let letter = Rect { x: inner.x + (inner.width - wide) / 2, y: top, width: wide, height: letters::LETTER };
            letters::line(&card.partner, words, letter, buf, theme);
            return centred(signed(&card.word), top + letters::LETTER, buf);
        }
        let top = inner.y + inner.height.saturating_sub(2) / 2;
        centred(signed(&card.partner), top, buf);
        if inner.height > 1 {
            let word = Span::styled(theme.cut(&card.word, inner.width.into()), said);
            centred(vec![word], top + 1, buf);
        }
    }

    /// A bar over the whole width, filled so far.
    pub fn gauge(&self, share: f64, area: Rect, buf: &mut Buffer) {
        if area.height == 0 || area.width < 2 {
            return;
        }
        let theme = self.theme;
        // An empty label keeps a column of its own.
        let area = Rect { x: area.x.saturating_sub(1), width: area.width + 1, height: 1, ..area };
        LineGauge::default()
            .label("")
            .ratio(if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 })
            .filled_symbol(theme.sign(Sign::Full))
            .unfilled_symbol(theme.sign(Sign::Empty))
            .filled_style(theme.mark(Role::Accent))
            .unfilled_style(theme.mark(Role::Line))
            .render(area, buf);
    }
}

/// What is left of an area under so many rows.
pub fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}
