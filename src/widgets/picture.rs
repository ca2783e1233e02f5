//! A picture among text: half blocks in colour, which every terminal shows; as real pixels where the program was built
//! with them (feature `pictures`).

#[cfg(feature = "pictures")]
use super::pixels::Pixels;
use png::{BitDepth, ColorType, Decoder, DecodingError, Limits, Transformations};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use ratatui::text::Span;
use ratatui::widgets::Widget;
use std::io::Cursor;
use std::rc::Rc;

/// How this terminal shows pictures, if it does.
#[derive(Default)]
pub enum Pictures {
    /// Not at all: without colour they are none.
    #[default]
    None,
    /// As half blocks.
    HalfBlocks,
    /// As real pixels.
    #[cfg(feature = "pictures")]
    Pixels(super::pixels::Terminal),
}

/// A picture, ready for the screen.
#[derive(Debug, Clone)]
pub enum Picture {
    /// As half blocks.
    HalfBlocks(Rc<HalfBlocks>),
    /// As real pixels.
    #[cfg(feature = "pictures")]
    Pixels(Rc<Pixels>),
}

impl PartialEq for Picture {
    /// One and the same: what was read twice is as good as another.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::HalfBlocks(one), Self::HalfBlocks(other)) => Rc::ptr_eq(one, other),
            #[cfg(feature = "pictures")]
            (Self::Pixels(one), Self::Pixels(other)) => Rc::ptr_eq(one, other),
            #[cfg(feature = "pictures")]
            (Self::HalfBlocks(_), Self::Pixels(_)) | (Self::Pixels(_), Self::HalfBlocks(_)) => false,
        }
    }
}

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
const UNPACKED: usize = 64 * 1024 * 1024;

impl Pictures {
    /// Whether this terminal shows pictures at all.
    pub fn are_shown(&self) -> bool {
        !matches!(self, Self::None)
    }

    /// A PNG within so many columns and rows, or why it does not show.
    pub fn of(&self, png: &[u8], columns: u16, rows: u16) -> Result<Picture, NoPicture> {
        let image = Image::read(png)?;
        match self {
            Self::None => Err(NoPicture::NotShown),
            Self::HalfBlocks => Ok(Picture::HalfBlocks(Rc::new(HalfBlocks::of(&image, columns, rows)))),
            #[cfg(feature = "pictures")]
            Self::Pixels(terminal) => {
                let pixels = Pixels::of(terminal, image.width, image.height, image.rgba, (columns, rows));
                pixels.map(Rc::new).map(Picture::Pixels)
            }
        }
    }
}

impl Picture {
    /// Rows that it takes.
    pub fn rows(&self) -> u16 {
        match self {
            Self::HalfBlocks(picture) => picture.rows,
            #[cfg(feature = "pictures")]
            Self::Pixels(picture) => picture.size().height,
        }
    }

    /// Shows it at the top left of `area`, where it fits as a whole.
    pub fn render(&self, area: Rect, buf: &mut Buffer) {
        match self {
            Self::HalfBlocks(picture) => picture.render(area, buf),
            #[cfg(feature = "pictures")]
            Self::Pixels(picture) => picture.render(area, buf),
        }
    }
}

/// An unpacked picture, four bytes a pixel.
struct Image {
    width: u32,
    height: u32,
    rgba: Vec<u8>,
}

impl Image {
    fn read(png: &[u8]) -> Result<Self, NoPicture> {
        let why = |error| match error {
            DecodingError::LimitsExceeded => NoPicture::TooLarge,
            DecodingError::IoError(_) | DecodingError::Format(_) | DecodingError::Parameter(_) => NoPicture::Broken,
        };
        let mut decoder = Decoder::new_with_limits(Cursor::new(png), Limits { bytes: UNPACKED });
        decoder.set_transformations(Transformations::normalize_to_color8() | Transformations::ALPHA);
        let mut reader = decoder.read_info().map_err(why)?;
        let (width, height) = (reader.info().width, reader.info().height);
        if width > SIDE || height > SIDE {
            return Err(NoPicture::TooLarge);
        }
        let size = reader.output_buffer_size().filter(|size| *size <= UNPACKED).ok_or(NoPicture::TooLarge)?;
        let mut bytes = vec![0; size];
        reader.next_frame(&mut bytes).map_err(why)?;
        let rgba = match reader.output_color_type() {
            (ColorType::Rgba, BitDepth::Eight) => bytes,
            (ColorType::GrayscaleAlpha, BitDepth::Eight) => {
                bytes.chunks_exact(2).flat_map(|pixel| [pixel[0], pixel[0], pixel[0], pixel[1]]).collect()
            }
            // Everything else was asked to become one of these two.
            _ => return Err(NoPicture::Broken),
        };
        Ok(Self { width, height, rgba })
    }

    /// The mean colour of a part; none where it is mostly transparent.
    fn mean(&self, columns: (u32, u32), rows: (u32, u32)) -> Option<Color> {
        let (mut sum, mut cover, mut count) = ([0_u64; 3], 0, 0);
        for y in rows.0..rows.1 {
            let line = u64::from(y) * u64::from(self.width);
            for x in columns.0..columns.1 {
                let at = usize::try_from(line + u64::from(x)).ok()? * 4;
                let [red, green, blue, alpha] = *self.rgba.get(at..at + 4)? else { return None };
                let alpha = u64::from(alpha);
                for (sum, part) in sum.iter_mut().zip([red, green, blue]) {
                    *sum += u64::from(part) * alpha;
                }
                (cover, count) = (cover + alpha, count + 1);
            }
        }
        let part = |sum: u64| u8::try_from(sum / cover.max(1)).unwrap_or(u8::MAX);
        (2 * cover > count * 255).then(|| Color::Rgb(part(sum[0]), part(sum[1]), part(sum[2])))
    }
}

/// Two colours to a cell, one above the other.
#[derive(Debug)]
pub struct HalfBlocks {
    columns: u16,
    rows: u16,
    /// Row by row; none is transparent.
    cells: Vec<[Option<Color>; 2]>,
}

impl HalfBlocks {
    /// As large as it gets in this room without another shape.
    fn of(image: &Image, columns: u16, rows: u16) -> Self {
        // A half block is about as wide as it is high.
        let (width, height) = (u64::from(image.width.max(1)), u64::from(image.height.max(1)));
        let (most_columns, most_halves) = (u64::from(columns.max(1)), 2 * u64::from(rows.max(1)));
        let by_width = (most_columns, (height * most_columns / width).max(1));
        let by_height = ((width * most_halves / height).max(1), most_halves);
        let (columns, halves) = if by_width.1 <= most_halves { by_width } else { by_height };
        let part = |place: u64, of: u64, whole: u64| {
            let begin = place * whole / of;
            let end = ((place + 1) * whole / of).clamp(begin + 1, whole.max(begin + 1));
            (u32::try_from(begin).unwrap_or(u32::MAX), u32::try_from(end).unwrap_or(u32::MAX))
        };
        let colour = |column: u64, half: u64| {
            let inside = half < halves;
            inside.then(|| image.mean(part(column, columns, width), part(half, halves, height))).flatten()
        };
        let rows = halves.div_ceil(2);
        let cell = |row: u64| (0..columns).map(move |column| [colour(column, 2 * row), colour(column, 2 * row + 1)]);
        let short = |number: u64| u16::try_from(number).unwrap_or(u16::MAX);
        Self { columns: short(columns), rows: short(rows), cells: (0..rows).flat_map(cell).collect() }
    }

    fn render(&self, area: Rect, buf: &mut Buffer) {
        if self.columns > area.width || self.rows > area.height {
            return;
        }
        let places = (0..self.rows).flat_map(|row| (0..self.columns).map(move |column| (column, row)));
        for ((column, row), colours) in places.zip(&self.cells) {
            let (sign, style) = match *colours {
                [Some(upper), Some(lower)] => ("▀", Style::new().fg(upper).bg(lower)),
                [Some(upper), None] => ("▀", Style::new().fg(upper)),
                [None, Some(lower)] => ("▄", Style::new().fg(lower)),
                [None, None] => continue,
            };
            Span::styled(sign, style).render(Rect { x: area.x + column, y: area.y + row, width: 1, height: 1 }, buf);
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32, pixel: impl Fn(u32, u32) -> [u8; 4]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, width, height);
        encoder.set_color(ColorType::Rgba);
        let pixels: Vec<u8> =
            (0..height).flat_map(|y| (0..width).flat_map(move |x| [(x, y)])).flat_map(|(x, y)| pixel(x, y)).collect();
        encoder.write_header().unwrap().write_image_data(&pixels).unwrap();
        bytes
    }

    fn drawn(picture: &Picture, area: Rect) -> Buffer {
        let mut buf = Buffer::empty(area);
        picture.render(area, &mut buf);
        buf
    }

    const GREEN: [u8; 4] = [10, 200, 30, 255];

    #[test]
    fn a_png_becomes_coloured_cells_within_its_room_and_keeps_its_shape() {
        for (width, height, columns, rows) in [(200, 100, 20, 5), (100, 200, 10, 10), (4, 4, 20, 10), (1000, 10, 20, 1)]
        {
            let picture = Pictures::HalfBlocks.of(&png(width, height, |_, _| GREEN), 20, 10).unwrap();
            let taken = match &picture {
                Picture::HalfBlocks(cells) => (cells.columns, cells.rows),
                #[cfg(feature = "pictures")]
                Picture::Pixels(_) => panic!("not asked for"),
            };
            assert_eq!(taken, (columns, rows), "{width}x{height}");
            let buf = drawn(&picture, Rect::new(0, 0, 20, 10));
            assert_eq!(buf[(0, 0)].fg, Color::Rgb(10, 200, 30));
        }
        let picture = Pictures::HalfBlocks.of(&png(8, 8, |_, _| GREEN), 20, 10).unwrap();
        assert_eq!(drawn(&picture, Rect::new(0, 0, 19, 10)), Buffer::empty(Rect::new(0, 0, 19, 10)), "all or nothing");
    }

    #[test]
    fn what_is_transparent_leaves_the_ground_as_it_is() {
        let upper_half = |_, y| if y < 4 { GREEN } else { [9, 9, 9, 0] };
        let picture = Pictures::HalfBlocks.of(&png(8, 8, upper_half), 8, 4).unwrap();
        let buf = drawn(&picture, Rect::new(0, 0, 8, 4));
        assert_eq!((buf[(0, 1)].symbol(), buf[(0, 1)].fg), ("▀", Color::Rgb(10, 200, 30)));
        assert_eq!((buf[(0, 2)].symbol(), buf[(0, 2)].bg), (" ", Color::Reset));
        let grey = {
            let mut bytes = Vec::new();
            let mut encoder = png::Encoder::new(&mut bytes, 2, 2);
            encoder.set_color(ColorType::Grayscale);
            encoder.write_header().unwrap().write_image_data(&[7; 4]).unwrap();
            bytes
        };
        let picture = Pictures::HalfBlocks.of(&grey, 2, 1).unwrap();
        assert_eq!(drawn(&picture, Rect::new(0, 0, 2, 1))[(1, 0)].bg, Color::Rgb(7, 7, 7));
    }

    #[test]
    fn what_is_no_png_or_no_logo_is_no_picture() {
        let small = png(8, 8, |_, _| GREEN);
        let pictures = Pictures::HalfBlocks;
        assert_eq!(pictures.of(b"GIF89a", 20, 10).unwrap_err(), NoPicture::Broken);
        assert_eq!(pictures.of(&small[..20], 20, 10).unwrap_err(), NoPicture::Broken);
        assert_eq!(pictures.of(&small[..small.len() - 20], 20, 10).unwrap_err(), NoPicture::Broken);
        assert_eq!(pictures.of(&png(SIDE + 1, 1, |_, _| GREEN), 20, 10).unwrap_err(), NoPicture::TooLarge);
        assert_eq!(Pictures::None.of(&small, 20, 10).unwrap_err(), NoPicture::NotShown);
    }
}
