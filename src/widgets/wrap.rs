//! Word wrap by clusters: `Paragraph::wrap` can panic on text of people (ratatui #2679).

use crate::text::width;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// In fewer columns than this nobody reads with pleasure.
const READABLE: usize = 16;

/// As much of a text as fits in so many columns, and how many it takes.
pub fn head(text: &str, columns: usize) -> (&str, usize) {
    let mut used = 0;
    for (place, cluster) in text.grapheme_indices(true) {
        let wide = UnicodeWidthStr::width(cluster);
        if used + wide > columns {
            return (&text[..place], used);
        }
        used += wide;
    }
    (text, used)
}

/// A piece that is not broken: a word with the spaces after it.
struct Word {
    clusters: Vec<(String, Style)>,
    width: usize,
    spaces: usize,
    breaks: bool,
}

fn words(spans: &[Span<'_>]) -> Vec<Word> {
    let mut words = vec![Word { clusters: Vec::new(), width: 0, spaces: 0, breaks: false }];
    for span in spans {
        for cluster in span.content.graphemes(true) {
            let Some(last) = words.last_mut() else { continue };
            if cluster == "\n" {
                last.breaks = true;
                words.push(Word { clusters: Vec::new(), width: 0, spaces: 0, breaks: false });
            } else if cluster == " " {
                last.clusters.push((" ".to_owned(), span.style));
                last.spaces += 1;
            } else if last.spaces > 0 {
                let clusters = vec![(cluster.to_owned(), span.style)];
                words.push(Word { clusters, width: cluster.width(), spaces: 0, breaks: false });
            } else {
                last.clusters.push((cluster.to_owned(), span.style));
                last.width += cluster.width();
            }
        }
    }
    words
}

/// A line that is being filled.
struct Filling {
    lines: Vec<Line<'static>>,
    now: Vec<(String, Style)>,
    used: usize,
    limit: usize,
    hang: usize,
}

impl Filling {
    fn push(&mut self, cluster: &str, style: Style) {
        match self.now.last_mut() {
            Some((text, last)) if *last == style => text.push_str(cluster),
            _ => self.now.push((cluster.to_owned(), style)),
        }
        self.used += cluster.width();
    }

    fn next_line(&mut self) {
        let spans = self.now.drain(..).map(|(text, style)| Span::styled(text, style));
        self.lines.push(Line::from(spans.collect::<Vec<_>>()));
        self.now.push((" ".repeat(self.hang), Style::new()));
        self.used = self.hang;
    }

    fn word(&mut self, word: &Word) {
        if self.used + word.width > self.limit && self.used > self.hang {
            self.next_line();
        }
        for (cluster, style) in &word.clusters {
            if self.used + cluster.width() > self.limit {
                // A space at the end of a line is not carried to the next.
                if cluster == " " {
                    continue;
                }
                if self.used > self.hang {
                    self.next_line();
                }
            }
            self.push(cluster, *style);
        }
        if word.breaks {
            self.next_line();
        }
    }
}

/// Lines of at most `columns`; lines after the first begin `hang` columns in, where that leaves room to read.
pub fn wrapped(spans: &[Span<'_>], columns: usize, hang: usize) -> Vec<Line<'static>> {
    // Most rows fit as they are.
    let used: usize = spans.iter().map(|span| width(&span.content)).sum();
    if used <= columns && !spans.iter().any(|span| span.content.contains('\n')) {
        return vec![Line::from_iter(
            spans.iter().map(|span| Span::styled(span.content.clone().into_owned(), span.style)),
        )];
    }
    let hang = if hang + READABLE > columns { hang.min(columns / 4) } else { hang };
    let mut filling = Filling { lines: Vec::new(), now: Vec::new(), used: 0, limit: columns.max(1), hang };
    words(spans).iter().for_each(|word| filling.word(word));
    let spans = filling.now.drain(..).map(|(text, style)| Span::styled(text, style));
    let last = Line::from(spans.collect::<Vec<_>>());
    filling.lines.push(last);
    filling.lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, columns: usize, hang: usize) -> Vec<String> {
        wrapped(&[Span::raw(text.to_owned())], columns, hang).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn words_stay_whole_and_long_ones_break() {
        assert_eq!(lines("een twee drie", 8, 0), ["een twee", "drie"]);
        assert_eq!(lines("abcdefghij", 4, 0), ["abcd", "efgh", "ij"]);
        assert_eq!(lines("a\nb", 10, 2), ["a", "  b"]);
    }

    #[test]
    fn no_line_is_wider_than_asked_whatever_the_text() {
        for text in ["a🌞b👩‍👧cc", "日本語日本語", "x".repeat(500).as_str(), "  lead", "é\u{301}\u{301} z"]
        {
            for columns in 2..12 {
                for line in wrapped(&[Span::raw(text.to_owned())], columns, 1) {
                    assert!(width(&line.to_string()) <= columns + 1, "{text:?} at {columns}");
                }
            }
        }
    }
}
