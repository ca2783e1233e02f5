//! stub
pub struct Vague { pub start: usize, pub end: usize }
pub fn vague_words(_: &str) -> Vec<Vague> { Vec::new() }
