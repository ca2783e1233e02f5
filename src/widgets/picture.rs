//! Pictures where the terminal can show them: as real pixels, or else as half blocks in colour.

use image::{ImageFormat, ImageReader, Limits};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::widgets::Widget;
use ratatui_image::picker::Picker;
use ratatui_image::picker::cap_parser::QueryStdioOptions;
use ratatui_image::protocol::Protocol;
use ratatui_image::{FilterType, Image, Resize};
use std::fmt;
use std::io::Cursor;
use std::rc::Rc;
use std::time::Duration;

/// How this terminal shows pictures, if it does.
#[derive(Default)]
pub struct Pictures(Option<Picker>);

/// A picture, ready for the screen.
#[derive(Clone)]
pub struct Picture(Rc<Protocol>);

/// So long the terminal gets to say what it can.
const ANSWER: Duration = Duration::from_millis(400);
/// A picture of more pixels than this on a side, or of more bytes when unpacked, is no logo.
const SIDE: u32 = 4096;
const UNPACKED: u64 = 64 * 1024 * 1024;

impl Pictures {
    /// Asks the terminal. Nobody else may be reading from it yet; one that does not answer gets half blocks.
    pub fn ask_terminal() -> Self {
        let options = QueryStdioOptions { timeout: ANSWER, ..QueryStdioOptions::default() };
        Self(Some(Picker::from_query_stdio_with_options(options).unwrap_or_else(|_| Picker::halfblocks())))
    }

    /// Half blocks, without asking.
    pub fn half_blocks() -> Self {
        Self(Some(Picker::halfblocks()))
    }

    /// A PNG within so many columns and rows; none where the terminal shows no pictures or the bytes are no PNG.
    pub fn of(&self, png: &[u8], columns: u16, rows: u16) -> Option<Picture> {
        let picker = self.0.as_ref()?;
        let mut reader = ImageReader::with_format(Cursor::new(png), ImageFormat::Png);
        let mut limits = Limits::default();
        limits.max_image_width = Some(SIDE);
        limits.max_image_height = Some(SIDE);
        limits.max_alloc = Some(UNPACKED);
        reader.limits(limits);
        let image = reader.decode().ok()?;
        picker
            .new_protocol(image, Size::new(columns, rows), Resize::Scale(Some(FilterType::Triangle)))
            .ok()
            .map(Rc::new)
            .map(Picture)
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
    fn what_is_no_png_or_no_logo_is_no_picture() {
        let pictures = Pictures::half_blocks();
        assert!(pictures.of(b"GIF89a", 20, 10).is_none());
        assert!(pictures.of(&png(8, 8)[..20], 20, 10).is_none());
        assert!(pictures.of(&png(SIDE + 1, 1), 20, 10).is_none());
        assert!(Pictures::default().of(&png(8, 8), 20, 10).is_none());
    }
}
