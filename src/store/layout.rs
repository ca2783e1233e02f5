//! Lays RON out for reading: what fits on a line stands on one line.

use std::borrow::Cow;

/// Longest line of a group that is folded into one.
const WIDTH: usize = 116;
const INDENT: usize = 4;

/// Lines that belong together.
enum Node<'t> {
    Leaf(&'t str),
    Group { open: &'t str, inner: Vec<Node<'t>>, close: &'t str },
}

impl<'t> Node<'t> {
    /// From the lines of fully expanded RON. Strings never hold a raw line end, so a line tells what it is by its first and
    /// last character.
    fn read(line: &'t str, lines: &mut impl Iterator<Item = &'t str>) -> Self {
        if !line.ends_with(['(', '[', '{']) {
            return Self::Leaf(line);
        }
        let mut inner = Vec::new();
        while let Some(next) = lines.next() {
            if next.starts_with([')', ']', '}']) {
                return Self::Group { open: line, inner, close: next };
            }
            inner.push(Self::read(next, lines));
        }
        Self::Group { open: line, inner, close: "" }
    }

    /// It fits on one line of this many characters; counts no further than that.
    fn fits(&self, room: usize) -> bool {
        self.left_of(room).is_some()
    }

    /// What is left of this many characters beside it, at least what it takes for itself.
    fn left_of(&self, room: usize) -> Option<usize> {
        match self {
            Self::Leaf(text) => room.checked_sub(text.chars().count()),
            Self::Group { open, inner, close } => {
                let spaces = inner.len().saturating_sub(1);
                // The comma after the last of them goes.
                let comma = usize::from(inner.last().is_some_and(Self::has_comma));
                let around = open.chars().count() + close.chars().count() + spaces;
                // A comma is given back only at the end, so that nothing is refused that fits.
                let room = (room + comma).checked_sub(around)?;
                inner.iter().try_fold(room, |room, node| node.left_of(room))
            }
        }
    }

    fn has_comma(&self) -> bool {
        let (Self::Leaf(end) | Self::Group { close: end, .. }) = self;
        end.ends_with(',')
    }

    fn inline(&self, out: &mut String) {
        match self {
            Self::Leaf(text) => out.push_str(text),
            Self::Group { open, inner, close } => {
                out.push_str(open);
                for (place, node) in inner.iter().enumerate() {
                    if place > 0 {
                        out.push(' ');
                    }
                    node.inline(out);
                }
                if out.ends_with(',') {
                    out.pop();
                }
                out.push_str(close);
            }
        }
    }

    fn write(&self, depth: usize, out: &mut String) {
        let indent = depth * INDENT;
        let pad = |out: &mut String| out.extend(std::iter::repeat_n(' ', indent));
        pad(out);
        match self {
            Self::Leaf(text) => out.push_str(text),
            Self::Group { .. } if self.fits(WIDTH.saturating_sub(indent)) => self.inline(out),
            Self::Group { open, inner, close } => {
                out.push_str(open);
                out.push('\n');
                inner.iter().for_each(|node| node.write(depth + 1, out));
                pad(out);
                out.push_str(close);
            }
        }
        out.push('\n');
    }
}

/// Strings without the escapes that RON does not need: `\'` reads badly in Dutch.
fn plain_quotes(text: &str) -> Cow<'_, str> {
    if !text.contains("\\'") {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        let escaped = after.chars().next();
        if escaped != Some('\'') {
            out.push('\\');
        }
        out.extend(escaped);
        rest = &after[escaped.map_or(0, char::len_utf8)..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Lays out one field of the outermost group, from fully expanded RON.
pub(super) fn field(expanded: &str, out: &mut String) {
    let expanded = plain_quotes(expanded);
    let mut lines = expanded.lines().map(str::trim).filter(|line| !line.is_empty());
    if let Some(first) = lines.next() {
        Node::read(first, &mut lines).write(1, out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn apostrophes_stand_as_people_write_them() {
        assert_eq!(plain_quotes(r#""KPI\'s \\' \n""#), r#""KPI's \\' \n""#);
    }

    #[test]
    fn what_fits_stands_on_one_line() {
        let laid_out = |text: &str| {
            let mut out = String::new();
            field(text, &mut out);
            out
        };
        let list = "list: [\n  (\n    x: \"(\",\n    y: [\n      1,\n    ],\n  ),\n],";
        assert_eq!(laid_out("a: 1,"), "    a: 1,\n");
        assert_eq!(laid_out(list), "    list: [(x: \"(\", y: [1])],\n");
        // A hundred and sixteen characters, whatever they take in bytes, and one more.
        let long = |signs: usize| format!("list: [\n  (\n    x: \"{}\",\n  ),\n  2,\n],", "é".repeat(signs));
        assert_eq!(laid_out(&long(93)).lines().next().map(|line| line.chars().count()), Some(WIDTH));
        let apart = format!("    list: [\n        (x: \"{}\"),\n        2,\n    ],\n", "é".repeat(94));
        assert_eq!(laid_out(&long(94)), apart);
    }
}
