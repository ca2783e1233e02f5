//! Pictures for tests.

use std::fs::File;
use std::path::Path;

/// Writes a PNG of one colour.
pub fn png(path: &Path, (width, height): (u32, u32), colour: [u8; 3]) {
    let mut encoder = png::Encoder::new(File::create(path).unwrap(), width, height);
    encoder.set_color(png::ColorType::Rgb);
    let pixels = colour.repeat((width * height) as usize);
    encoder.write_header().unwrap().write_image_data(&pixels).unwrap();
}
