//! How much goes into a field. What is over is left out and said; what was in the field stays.

use unicode_segmentation::UnicodeSegmentation;

/// The most that one paste brings, in bytes.
pub const PASTE: usize = 64 * 1024;

/// What a field holds at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// A question: more words than this narrow nothing down.
    Search,
    /// One line on record: a statement read out, and no document.
    Line,
    /// Text of several lines.
    Lines,
}

impl Limit {
    /// In bytes of UTF-8, as the file holds it.
    pub const fn bytes(self) -> usize {
        match self {
            Self::Search => 256,
            Self::Line => 16 * 1024,
            Self::Lines => 64 * 1024,
        }
    }
}

/// As much of a text as fits in so many bytes, whole characters only, and how many characters are left out.
pub fn head_of(text: &str, bytes: usize) -> (&str, usize) {
    if text.len() <= bytes {
        return (text, 0);
    }
    // What looks like one character may be any number of bytes, so one that does not fit ends it.
    let whole = text.grapheme_indices(true).map(|(place, cluster)| place + cluster.len());
    let end = whole.take_while(|end| *end <= bytes).last().unwrap_or(0);
    (&text[..end], text[end..].chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_characters_are_taken_and_the_rest_is_counted() {
        assert_eq!(head_of("kort", 4), ("kort", 0));
        assert_eq!(head_of("té lang", 2), ("t", 6));
        assert_eq!(head_of("a👩\u{200d}👧b", 8), ("a", 4));
    }
}
