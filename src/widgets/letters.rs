//! Large letters: eight by eight points each, four to a cell or one to a cell, so that a fine grid is as good to read from afar
//! as a coarse one. Where only ASCII may be shown they are letters as they are everywhere.

use super::theme::Theme;
use super::wrap::wrapped;
use crate::text::{on_one_line, width};
use font8x8::{BASIC_FONTS, LATIN_FONTS, UnicodeFonts};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

/// Columns and rows of a letter of which each cell holds four points.
pub const LETTER: u16 = 4;
/// Columns and rows of a letter of which each cell holds one point.
pub const TALL: u16 = 8;

/// Which quarters of a cell are filled, as bits: upper left, upper right, lower left, lower right.
const QUARTERS: [&str; 16] = [" ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█"];

/// The rows of a letter, the leftmost point in the lowest bit. What has none is written in the nearest ASCII.
fn points(letter: char) -> [u8; 8] {
    let found = |letter| BASIC_FONTS.get(letter).or_else(|| LATIN_FONTS.get(letter));
    found(letter).unwrap_or_else(|| found('?').unwrap_or_default())
}

/// A text in signs that have a large letter.
fn spelled(text: &str) -> String {
    let has = |letter: char| letter.is_ascii() || LATIN_FONTS.get(letter).is_some();
    on_one_line(text)
        .chars()
        .map(|letter| if has(letter) { letter.to_string() } else { Theme::ASCII.text(&letter.to_string()) })
        .collect()
}

/// Columns that a text takes in large letters.
pub fn columns(text: &str, theme: Theme) -> u16 {
    let wide = if theme.ascii { width(&theme.text(text)) } else { spelled(text).chars().count() * usize::from(LETTER) };
    u16::try_from(wide).unwrap_or(u16::MAX)
}

/// A text in lines of large letters, in so many columns.
pub fn lines(text: &str, columns: u16) -> Vec<String> {
    let letters = usize::from(columns / LETTER);
    let lines = wrapped(&[Span::raw(spelled(text))], letters, 0);
    lines.iter().map(|line| line.to_string().trim_end().to_owned()).collect()
}

/// One line of large letters at the top left of an area; what has no room is left out. In ASCII it is a line of that height.
pub fn line(text: &str, style: Style, area: Rect, buf: &mut Buffer, theme: Theme) {
    if theme.ascii {
        let row = Rect { y: area.y + area.height.saturating_sub(1) / 2, height: area.height.min(1), ..area };
        return Span::styled(theme.cut(text, area.width.into()), style).render(row, buf);
    }
    let letters: Vec<[u8; 8]> = spelled(text).chars().take(usize::from(area.width / LETTER)).map(points).collect();
    for (pair, y) in (0usize..4).zip(area.y..area.bottom()) {
        let quarter = |letter: &[u8; 8], row: usize, point: u16| usize::from(letter[2 * pair + row] >> point & 1);
        let cell = |letter: &[u8; 8], column: u16| {
            let (left, right) = (2 * column, 2 * column + 1);
            let upper = quarter(letter, 0, left) | quarter(letter, 0, right) << 1;
            QUARTERS[upper | quarter(letter, 1, left) << 2 | quarter(letter, 1, right) << 3]
        };
        let row: String = letters.iter().flat_map(|letter| (0..LETTER).map(|column| cell(letter, column))).collect();
        Span::styled(row, style).render(Rect { y, height: 1, ..area }, buf);
    }
}

/// One line of letters of which each cell is a point, in the middle of an area; in ASCII letters as they are everywhere.
pub fn tall(text: &str, style: Style, area: Rect, buf: &mut Buffer, theme: Theme) {
    if theme.ascii {
        let text = theme.cut(text, area.width.into());
        let row = Rect { y: area.y + area.height.saturating_sub(1) / 2, height: area.height.min(1), ..area };
        return Line::from(Span::styled(text, style)).centered().render(row, buf);
    }
    let letters: Vec<[u8; 8]> = spelled(text).chars().take(usize::from(area.width / TALL)).map(points).collect();
    for (row, y) in (0usize..8).zip(area.y..area.bottom()) {
        let cell = |letter: &[u8; 8], column: u16| if letter[row] >> column & 1 == 1 { "█" } else { " " };
        let line: String = letters.iter().flat_map(|letter| (0..TALL).map(|column| cell(letter, column))).collect();
        Line::from(Span::styled(line, style)).centered().render(Rect { y, height: 1, ..area }, buf);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str, (columns, rows): (u16, u16), theme: Theme) -> Vec<String> {
        let area = Rect::new(0, 0, columns, rows);
        let mut buf = Buffer::empty(area);
        line(text, Style::new(), area, &mut buf, theme);
        (0..rows).map(|y| (0..columns).map(|x| buf[(x, y)].symbol().to_owned()).collect()).collect()
    }

    #[test]
    fn a_letter_is_four_cells_wide_and_high() {
        assert_eq!(drawn("1", (4, 4), Theme::FULL), ["▗█  ", " █  ", " █  ", "▀▀▀ "]);
        assert_eq!(drawn("1", (4, 4), Theme::ASCII)[1], "1   ");
    }

    #[test]
    fn every_sign_of_a_text_has_a_letter_and_lines_are_wrapped_between_words() {
        assert_eq!(spelled("één – ‘nee’ → 漢"), "één - 'nee' -> ?");
        assert_eq!(lines("JR neemt aan twee overleggen deel", 80), ["JR neemt aan twee", "overleggen deel"]);
        assert_eq!(columns("B2026-10", Theme::FULL), 32);
    }

    #[test]
    fn what_has_no_room_is_left_out() {
        for columns in 0..40 {
            for rows in 0..9 {
                drawn("B2026-10", (columns, rows), Theme::FULL);
                drawn("B2026-10", (columns, rows), Theme::ASCII);
                let area = Rect::new(0, 0, columns, rows);
                tall("8:42", Style::new(), area, &mut Buffer::empty(area), Theme::FULL);
            }
        }
    }
}
