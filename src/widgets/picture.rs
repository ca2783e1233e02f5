//! Pictures where the terminal can show them: as real pixels, or else as half blocks in colour.

use image::{ImageError, ImageFormat, ImageReader, Limits};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::widgets::Widget;
use ratatui_image::picker::cap_parser::{Parser, QueryStdioOptions, Response};
use ratatui_image::picker::{Picker, ProtocolType};
use ratatui_image::protocol::Protocol;
use ratatui_image::{FilterType, Image, Resize};
use std::fmt;
use std::io::Cursor;
use std::rc::Rc;

/// How this terminal shows pictures, if it does.
#[derive(Default)]
pub struct Pictures(Option<Picker>);

/// A picture, ready for the screen.
#[derive(Clone)]
pub struct Picture(Rc<Protocol>);

/// Why a picture does not show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoPicture {
    /// The terminal shows none.
    NotShown,
    /// It is no sound PNG.
    Broken,
    /// It has too many pixels for a logo.
    TooLarge,
}

/// A picture of more pixels than this on a side, or of more bytes when unpacked, is no logo.
const SIDE: u32 = 4096;
const UNPACKED: u64 = 64 * 1024 * 1024;

/// What these terminals say that they can, and can't do well; their own way (iTerm2) is known by their name.
fn not_here() -> Vec<ProtocolType> {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if set("WEZTERM_EXECUTABLE") || set("KONSOLE_VERSION") {
        vec![ProtocolType::Kitty, ProtocolType::Sixel]
    } else {
        Vec::new()
    }
}

impl Pictures {
    /// What to ask a terminal; its answer ends with `ESC [ 0 n`.
    pub fn question() -> String {
        Parser::query(false, QueryStdioOptions { blacklist_protocols: not_here(), ..QueryStdioOptions::default() })
    }

    /// As the terminal answered. Without the size of a cell in pixels, which `cell` may know too, it is half blocks.
    pub fn of_answer(answer: &[u8], cell: Option<(u16, u16)>) -> Self {
        let mut parser = Parser::new();
        let responses: Vec<Response> =
            String::from_utf8_lossy(answer).chars().flat_map(|sign| parser.push(sign)).collect();
        let told = responses.iter().find_map(|response| match response {
            Response::CellSize(size) => *size,
            _ => None,
        });
        let Some(cell) = told.or(cell) else { return Self::half_blocks() };
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
        Self(Some(picker))
    }

    /// Half blocks, without asking.
    pub fn half_blocks() -> Self {
        Self(Some(Picker::halfblocks()))
    }

    /// Whether this terminal shows pictures at all.
    pub fn are_shown(&self) -> bool {
        self.0.is_some()
    }

    /// A PNG within so many columns and rows, or why it does not show.
    pub fn of(&self, png: &[u8], columns: u16, rows: u16) -> Result<Picture, NoPicture> {
        let mut reader = ImageReader::with_format(Cursor::new(png), ImageFormat::Png);
        let mut limits = Limits::default();
        limits.max_image_width = Some(SIDE);
        limits.max_image_height = Some(SIDE);
        limits.max_alloc = Some(UNPACKED);
        reader.limits(limits);
        let image = reader.decode().map_err(|error| match error {
            ImageError::Limits(_) => NoPicture::TooLarge,
            _ => NoPicture::Broken,
        })?;
        let picker = self.0.as_ref().ok_or(NoPicture::NotShown)?;
        let shown = picker.new_protocol(image, Size::new(columns, rows), Resize::Scale(Some(FilterType::Triangle)));
        shown.map(Rc::new).map(Picture).map_err(|_| NoPicture::NotShown)
    }
}

impl Picture {
    /// Rows that it takes.
    pub fn rows(&self) -> u16 {
        self.0.size().height
    }

    /// Shows it at the top left of `area`, where it fits as a whole.
    pub fn render(&self, area: Rect, buf: &mut Buffer) {
        let size = self.0.size();
        if size.width <= area.width && size.height <= area.height {
            Image::new(&self.0).render(Rect { width: size.width, height: size.height, ..area }, buf);
        }
    }
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Picture({:?})", self.0.size())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        image::RgbImage::from_pixel(width, height, image::Rgb([10, 200, 30]))
            .write_to(&mut bytes, ImageFormat::Png)
            .unwrap();
        bytes.into_inner()
    }

    #[test]
    fn a_png_becomes_coloured_cells_within_its_room() {
        let picture = Pictures::half_blocks().of(&png(200, 100), 20, 10).unwrap();
        assert!(picture.rows() <= 10);
        let area = Rect::new(0, 0, 20, 10);
        let mut buf = Buffer::empty(area);
        picture.render(area, &mut buf);
        assert_eq!(buf[(1, 1)].fg, ratatui::style::Color::Rgb(10, 200, 30));
    }

    #[test]
    fn the_terminal_gets_pictures_in_a_way_that_it_said_it_speaks() {
        let way = |answer: &str, cell| Pictures::of_answer(answer.as_bytes(), cell).0.map(|way| way.protocol_type());
        assert!(Pictures::question().ends_with("\x1b[5n"));
        assert_eq!(way("\x1b_Gi=31;OK\x1b\\\x1b[?62;4c\x1b[6;14;7t\x1b[0n", None), Some(ProtocolType::Kitty));
        assert_eq!(way("\x1b[?62;4c\x1b[0n", Some((7, 14))), Some(ProtocolType::Sixel));
        assert_eq!(way("\x1b[?62;4c\x1b[0n", None), Some(ProtocolType::Halfblocks));
        assert_eq!(way("", Some((7, 14))), Some(ProtocolType::Halfblocks));
    }

    #[test]
    fn what_is_no_png_or_no_logo_is_no_picture() {
        let pictures = Pictures::half_blocks();
        assert_eq!(pictures.of(b"GIF89a", 20, 10).unwrap_err(), NoPicture::Broken);
        assert_eq!(pictures.of(&png(8, 8)[..20], 20, 10).unwrap_err(), NoPicture::Broken);
        assert_eq!(pictures.of(&png(SIDE + 1, 1), 20, 10).unwrap_err(), NoPicture::TooLarge);
        assert_eq!(Pictures::default().of(&png(8, 8), 20, 10).unwrap_err(), NoPicture::NotShown);
    }
}
