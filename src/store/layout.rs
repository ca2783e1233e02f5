//! Lays RON out for reading: what fits on a line stands on one line.

/// Longest line of a group that is folded into one.
const WIDTH: usize = 116;
const INDENT: usize = 4;

enum Node {
    Leaf(String),
    Group { open: String, inner: Vec<Node>, close: String },
}

impl Node {
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
        match self {
            Self::Leaf(text) => {
                pad(out);
                out.push_str(text);
                out.push('\n');
            }
            Self::Group { open, inner, close } => {
                let mut line = String::new();
                self.inline(&mut line);
                pad(out);
                if depth > 0 && indent + line.chars().count() <= WIDTH {
                    out.push_str(&line);
                    out.push('\n');
                    return;
                }
                out.push_str(open);
                out.push('\n');
                inner.iter().for_each(|node| node.write(depth + 1, out));
                pad(out);
                out.push_str(close);
                out.push('\n');
            }
        }
    }
}

/// One node, from the lines of fully expanded RON. Strings never hold a raw line end, so a line tells what it is by its
/// first and last character.
fn node<'a>(line: &'a str, lines: &mut impl Iterator<Item = &'a str>) -> Node {
    if !line.ends_with(['(', '[', '{']) {
        return Node::Leaf(line.to_owned());
    }
    let mut inner = Vec::new();
    while let Some(next) = lines.next().map(str::trim) {
        if next.starts_with([')', ']', '}']) {
            return Node::Group { open: line.to_owned(), inner, close: next.to_owned() };
        }
        inner.push(node(next, lines));
    }
    Node::Group { open: line.to_owned(), inner, close: String::new() }
}

/// Strings without the escapes that RON does not need: `\'` reads badly in Dutch.
fn plain_quotes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('\'') => out.push('\''),
                Some(next) => out.extend(['\\', next]),
                None => out.push('\\'),
            },
            c => out.push(c),
        }
    }
    out
}

/// Folds expanded RON, and puts a heading above each section of the root.
pub fn fold(expanded: &str, heading: impl Fn(&str) -> Option<&'static str>) -> String {
    let expanded = plain_quotes(expanded);
    let mut lines = expanded.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut out = String::new();
    let Some(first) = lines.next() else { return out };
    match node(first, &mut lines) {
        leaf @ Node::Leaf(_) => leaf.write(0, &mut out),
        Node::Group { open, inner, close } => {
            out.push_str(&open);
            out.push('\n');
            for node in &inner {
                let (Node::Leaf(start) | Node::Group { open: start, .. }) = node;
                let field = start.split(':').next().unwrap_or_default();
                if let Some(words) = heading(field) {
                    out.push_str("\n    // ");
                    out.push_str(words);
                    out.push('\n');
                }
                node.write(1, &mut out);
            }
            out.push_str(&close);
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn apostrophes_stand_as_people_write_them() {
        assert_eq!(plain_quotes(r#""KPI\'s \\' \n""#), r#""KPI's \\' \n""#);
    }

    #[test]
    fn short_groups_fold_and_sections_get_a_heading() {
        let text = "(\n  a: 1,\n  list: [\n    (\n      x: \"(\",\n      y: [\n        1,\n      ],\n    ),\n  ],\n)";
        let folded = fold(text, |field| (field == "list").then_some("The list"));
        assert_eq!(folded, "(\n    a: 1,\n\n    // The list\n    list: [(x: \"(\", y: [1])],\n)\n");
    }
}
