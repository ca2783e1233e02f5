//! Large letters: eight by eight points each, four to a cell or one to a cell, so that a fine grid is as good to read from afar
//! as a coarse one. Where only ASCII may be shown they are letters as they are everywhere.

use super::theme::Theme;
use super::wrap::wrapped;
use crate::text::{on_one_line, width};
use font8x8::{BASIC_FONTS, LATIN_FONTS, UnicodeFonts};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

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
        let row = Rect { y: area.y + area.height.saturating_sub(1) / 2, ..area };
        if row.y < area.bottom() {
            buf.set_string(row.x, row.y, theme.cut(text, area.width.into()), style);
        }
        return;
    }
    for (letter, x) in spelled(text).chars().zip((area.x..area.right()).step_by(LETTER.into())) {
        if x + LETTER > area.right() {
            return;
        }
        let rows = points(letter);
        for (pair, y) in rows.chunks_exact(2).zip(area.y..area.bottom()) {
            for column in 0..LETTER {
                let quarter = |row: u8, point: u16| usize::from(row >> point & 1);
                let (left, right) = (2 * column, 2 * column + 1);
                let filled = quarter(pair[0], left)
                    | quarter(pair[0], right) << 1
                    | quarter(pair[1], left) << 2
                    | quarter(pair[1], right) << 3;
                buf[(x + column, y)].set_symbol(QUARTERS[filled]).set_style(style);
            }
        }
    }
}

/// One line of letters of which each cell is a point, in the middle of an area; in ASCII letters as they are everywhere.
pub fn tall(text: &str, style: Style, area: Rect, buf: &mut Buffer, theme: Theme) {
    let text = if theme.ascii { theme.text(text) } else { spelled(text) };
    let wide = if theme.ascii { width(&text) } else { text.chars().count() * usize::from(TALL) };
    let wide = u16::try_from(wide).unwrap_or(u16::MAX).min(area.width);
    let area = Rect { x: area.x + (area.width - wide) / 2, width: wide, ..area };
    if theme.ascii {
        return line(&text, style, area, buf, theme);
    }
    for (letter, x) in text.chars().zip((area.x..area.right()).step_by(TALL.into())) {
        for (row, y) in points(letter).into_iter().zip(area.y..area.bottom()) {
            for column in (0..TALL).filter(|column| row >> column & 1 == 1 && x + column < area.right()) {
                buf[(x + column, y)].set_symbol("█").set_style(style);
            }
        }
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
