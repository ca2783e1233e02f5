//! Pictures as real pixels, in terminals that say that they show them.

use super::picture::{NoPicture, Pictures};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::widgets::Widget;
use ratatui_image::picker::cap_parser::{Parser, QueryStdioOptions, Response};
use ratatui_image::picker::{Picker, ProtocolType};
use ratatui_image::protocol::Protocol;
use ratatui_image::{FilterType, Image, Resize};
use std::fmt;

/// A terminal that shows pixels, and how.
pub struct Terminal(Picker);

/// A picture as this terminal takes it.
pub struct Pixels(Protocol);

/// What these terminals say that they can, and can't do well; their own way (iTerm2) is known by their name.
fn not_here() -> Vec<ProtocolType> {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if set("WEZTERM_EXECUTABLE") || set("KONSOLE_VERSION") {
        vec![ProtocolType::Kitty, ProtocolType::Sixel]
    } else {
        Vec::new()
    }
}

/// What to ask a terminal; its answer ends with `ESC [ 0 n`.
pub fn question() -> String {
    Parser::query(false, QueryStdioOptions { blacklist_protocols: not_here(), ..QueryStdioOptions::default() })
}

/// As the terminal answered. Without the size of a cell in pixels, which `cell` may know too, it is half blocks.
pub fn of_answer(answer: &[u8], cell: Option<(u16, u16)>) -> Pictures {
    let mut parser = Parser::new();
    let responses: Vec<Response> = String::from_utf8_lossy(answer).chars().flat_map(|sign| parser.push(sign)).collect();
    let told = responses.iter().find_map(|response| match response {
        Response::CellSize(size) => *size,
        _ => None,
    });
    let Some(cell) = told.or(cell) else { return Pictures::HalfBlocks };
    // The other ways to make one read from the terminal themselves, and take keys.
    #[expect(deprecated, reason = "the only way without a reader on the terminal")]
    let mut picker = Picker::from_fontsize(cell.into());
    let barred = not_here();
    let speaks = |response, protocol| responses.contains(&response) && !barred.contains(&protocol);
    if speaks(Response::Kitty, ProtocolType::Kitty) {
        picker.set_protocol_type(ProtocolType::Kitty);
    } else if speaks(Response::Sixel, ProtocolType::Sixel) {
        picker.set_protocol_type(ProtocolType::Sixel);
    }
    match picker.protocol_type() {
        ProtocolType::Halfblocks => Pictures::HalfBlocks,
        ProtocolType::Kitty | ProtocolType::Sixel | ProtocolType::Iterm2 => Pictures::Pixels(Terminal(picker)),
    }
}

impl Pixels {
    /// A picture of four bytes a pixel, within so many columns and rows.
    pub(super) fn of(
        terminal: &Terminal,
        width: u32,
        height: u32,
        rgba: Vec<u8>,
        (columns, rows): (u16, u16),
    ) -> Result<Self, NoPicture> {
        let image = image::RgbaImage::from_raw(width, height, rgba).ok_or(NoPicture::Broken)?;
        let room = Size::new(columns, rows);
        let shown = terminal.0.new_protocol(image.into(), room, Resize::Scale(Some(FilterType::Triangle)));
        shown.map(Self).map_err(|_| NoPicture::NotShown)
    }

    /// Columns and rows that it takes.
    pub fn size(&self) -> Size {
        self.0.size()
    }

    /// Shows it at the top left of `area`, where it fits as a whole.
    pub fn render(&self, area: Rect, buf: &mut Buffer) {
        let size = self.size();
        if size.width <= area.width && size.height <= area.height {
            Image::new(&self.0).render(Rect { width: size.width, height: size.height, ..area }, buf);
        }
    }
}

impl fmt::Debug for Pixels {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pixels({:?})", self.size())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_terminal_gets_pictures_in_a_way_that_it_said_it_speaks() {
        let way = |answer: &str, cell| match of_answer(answer.as_bytes(), cell) {
            Pictures::None | Pictures::HalfBlocks => None,
            Pictures::Pixels(terminal) => Some(terminal.0.protocol_type()),
        };
        assert!(question().ends_with("\x1b[5n"));
        assert_eq!(way("\x1b_Gi=31;OK\x1b\\\x1b[?62;4c\x1b[6;14;7t\x1b[0n", None), Some(ProtocolType::Kitty));
        assert_eq!(way("\x1b[?62;4c\x1b[0n", Some((7, 14))), Some(ProtocolType::Sixel));
        assert_eq!(way("\x1b[?62;4c\x1b[0n", None), None);
        assert_eq!(way("", Some((7, 14))), None);
    }
}
