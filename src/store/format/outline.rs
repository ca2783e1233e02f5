//! Where the parts of a session text stand, found without reading what they say.
//!
//! Only the plain form is known that the program itself writes and most people keep to. Anything else – a raw string, a
//! character, a map, a comment between `/*` and `*/` – has no outline, and is for the parser of the format alone.

use std::ops::Range;

/// Deeper than this no parts are told apart, however deep somebody nests brackets.
const DEPTH: usize = 4;

/// What is known of the text besides its form.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plan<'p> {
    /// May stand before the only value.
    pub extension: &'p str,
    /// The lists whose elements have parts that are told apart.
    pub deep: &'p [&'p str],
}

/// One part.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Node {
    /// The name before it, empty where it has none.
    name: Range<usize>,
    /// What it says, from its first sign to its last.
    value: Range<usize>,
    /// The place of what comes after it and after all that is in it.
    next: usize,
}

/// The parts of a text, each before what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Outline(Vec<Node>);

/// A part of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part<'t> {
    text: &'t str,
    nodes: &'t [Node],
    here: usize,
}

impl Outline {
    /// The outline of a text; none where it is not in the plain form.
    pub fn of(text: &str, plan: Plan<'_>) -> Option<Self> {
        let nodes = Vec::with_capacity(text.len() / 64);
        let mut scan = Scan { text: text.as_bytes(), deep: plan.deep, at: 0, nodes };
        scan.space()?;
        if text.get(scan.at..)?.starts_with(plan.extension) {
            scan.at += plan.extension.len();
            scan.space()?;
        }
        scan.value(0..0, 0)?;
        scan.space()?;
        (scan.at == text.len()).then_some(Self(scan.nodes))
    }

    /// All of the text that it is the outline of.
    pub fn whole<'t>(&'t self, text: &'t str) -> Part<'t> {
        Part { text, nodes: &self.0, here: 0 }
    }
}

impl<'t> Part<'t> {
    /// What it says.
    pub fn text(self) -> &'t str {
        self.text.get(self.nodes[self.here].value.clone()).unwrap_or_default()
    }

    /// The name of a field.
    pub fn name(self) -> &'t str {
        self.text.get(self.nodes[self.here].name.clone()).unwrap_or_default()
    }

    /// What is directly in it.
    pub fn parts(self) -> impl Iterator<Item = Self> {
        let end = self.nodes[self.here].next;
        let mut next = self.here + 1;
        std::iter::from_fn(move || {
            let here = next;
            next = self.nodes.get(here).filter(|_| here < end)?.next;
            Some(Self { here, ..self })
        })
    }

    /// A field by its name.
    pub fn field(self, name: &str) -> Option<Self> {
        self.parts().find(|part| part.name() == name)
    }

    /// It is a list.
    pub fn is_list(self) -> bool {
        self.text().starts_with('[')
    }

    /// Its text with nothing in the lists that have one of these names.
    pub fn without(self, names: &[&str]) -> String {
        let (whole, start) = (self.text(), self.nodes[self.here].value.start);
        let mut out = String::with_capacity(whole.len());
        let mut done = 0;
        for part in self.parts().filter(|part| part.is_list() && names.contains(&part.name())) {
            let value = &self.nodes[part.here].value;
            out.push_str(whole.get(done..value.start - start).unwrap_or_default());
            out.push_str("[]");
            done = value.end - start;
        }
        out.push_str(whole.get(done..).unwrap_or_default());
        out
    }
}

/// Walks through a text. Every step gives none where the text is not in the plain form.
struct Scan<'t> {
    text: &'t [u8],
    deep: &'t [&'t str],
    at: usize,
    nodes: Vec<Node>,
}

/// What a byte can be in the plain form; looked up, as every byte of an archive passes here.
const SPACE: u8 = 1;
/// Nothing of this stands in a name, a number or a word.
const ENDS_WORD: u8 = 2;
/// Ends a run of what says nothing about the form.
const SHAPES: u8 = 4;
/// What each byte is.
const CLASSES: [u8; 256] = classes();

const fn classes() -> [u8; 256] {
    let mut classes = [0; 256];
    let marks: [(&[u8], u8); 3] =
        [(b" \n\r\t", SPACE | ENDS_WORD), (b",:", ENDS_WORD), (b"()[]{}\"'/#", ENDS_WORD | SHAPES)];
    let mut mark = 0;
    while mark < marks.len() {
        let mut place = 0;
        while place < marks[mark].0.len() {
            classes[marks[mark].0[place] as usize] = marks[mark].1;
            place += 1;
        }
        mark += 1;
    }
    classes
}

fn is(byte: u8, class: u8) -> bool {
    CLASSES[usize::from(byte)] & class != 0
}

impl Scan<'_> {
    fn here(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    /// To the first byte that fits, or the end of the text.
    fn find(&mut self, fits: impl Fn(u8) -> bool) {
        let rest = self.text.get(self.at..).unwrap_or_default();
        self.at += rest.iter().position(|byte| fits(*byte)).unwrap_or(rest.len());
    }

    /// Past spaces and comments.
    fn space(&mut self) -> Option<()> {
        loop {
            self.find(|byte| !is(byte, SPACE));
            if self.here() != Some(b'/') {
                return Some(());
            }
            self.comment()?;
        }
    }

    fn comment(&mut self) -> Option<()> {
        if self.text.get(self.at + 1) != Some(&b'/') {
            return None;
        }
        self.find(|byte| byte == b'\n');
        Some(())
    }

    fn word(&mut self) -> Range<usize> {
        let start = self.at;
        self.find(|byte| is(byte, ENDS_WORD));
        start..self.at
    }

    /// Past a string; one with a letter before it is not in the plain form.
    fn string(&mut self) -> Option<()> {
        let before = self.at.checked_sub(1).and_then(|before| self.text.get(before));
        if before.is_some_and(|byte| !is(*byte, ENDS_WORD) || *byte == b'#') {
            return None;
        }
        self.at += 1;
        loop {
            self.find(|byte| matches!(byte, b'"' | b'\\'));
            match self.here()? {
                b'"' => break,
                _ => self.at += 2,
            }
        }
        self.at += 1;
        Some(())
    }

    /// One value, with its parts as far as they are told apart.
    fn value(&mut self, name: Range<usize>, depth: usize) -> Option<()> {
        let (place, start) = (self.nodes.len(), self.at);
        let deep = depth < DEPTH && self.is_deep(&name);
        self.nodes.push(Node { name, value: start..start, next: 0 });
        if self.here()? == b'"' {
            self.string()?;
        } else {
            self.word();
            match self.here() {
                Some(b'(') if depth < DEPTH => self.fields(depth)?,
                Some(b'[') if depth < DEPTH => self.elements(deep, depth)?,
                Some(b'(' | b'[') => self.skip_group()?,
                _ if self.at == start => return None,
                _ => {}
            }
        }
        let next = self.nodes.len();
        let node = self.nodes.get_mut(place)?;
        (node.value.end, node.next) = (self.at, next);
        Some(())
    }

    /// The elements of the list with this name have parts.
    fn is_deep(&self, name: &Range<usize>) -> bool {
        self.deep.iter().any(|deep| self.text.get(name.clone()) == Some(deep.as_bytes()))
    }

    /// The fields between two brackets.
    fn fields(&mut self, depth: usize) -> Option<()> {
        self.group(b')', |scan| {
            let name = scan.field_name()?;
            scan.value(name, depth + 1)
        })
    }

    /// The elements of a list.
    fn elements(&mut self, deep: bool, depth: usize) -> Option<()> {
        // What is not told apart is as deep as can be.
        let depth = if deep { depth + 1 } else { DEPTH };
        self.group(b']', |scan| scan.value(0..0, depth))
    }

    /// What stands between two brackets, with commas between.
    fn group(&mut self, close: u8, mut one: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.at += 1;
        self.space()?;
        while self.here()? != close {
            one(self)?;
            self.space()?;
            match self.here()? {
                b',' => self.at += 1,
                byte if byte == close => break,
                _ => return None,
            }
            self.space()?;
        }
        self.at += 1;
        Some(())
    }

    /// The name of a field, where there is one.
    fn field_name(&mut self) -> Option<Range<usize>> {
        let start = self.at;
        let name = self.word();
        self.space()?;
        if name.is_empty() || self.here()? != b':' {
            self.at = start;
            return Some(0..0);
        }
        self.at += 1;
        self.space()?;
        Some(name)
    }

    /// Past two brackets and all that is between them.
    fn skip_group(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            self.find(|byte| is(byte, SHAPES));
            match self.here()? {
                b'(' | b'[' => depth += 1,
                b')' | b']' => depth = depth.checked_sub(1)?,
                b'"' => {
                    self.string()?;
                    continue;
                }
                b'/' => {
                    self.comment()?;
                    continue;
                }
                _ => return None,
            }
            self.at += 1;
            if depth == 0 {
                return Some(());
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const PLAN: Plan<'_> = Plan { extension: "#![x]\n", deep: &["deep"] };

    fn shown(part: Part<'_>) -> Vec<(String, String)> {
        part.parts().map(|part| (part.name().to_owned(), part.text().to_owned())).collect()
    }

    #[test]
    fn parts_stand_where_they_stand() {
        let text = "// een (\n#![x]\n( a: 1, b : [\"]\\\"\", // ]\n None, Some(2)], c: Up, d: (1, \"é\"), )\n// slot";
        let outline = Outline::of(text, PLAN).unwrap();
        let whole = outline.whole(text);
        let expected = [("a", "1"), ("b", "[\"]\\\"\", // ]\n None, Some(2)]"), ("c", "Up"), ("d", "(1, \"é\")")];
        assert_eq!(shown(whole), expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
        let list = whole.field("b").unwrap();
        let elements: Vec<&str> = list.parts().map(Part::text).collect();
        assert_eq!(elements, ["\"]\\\"\"", "None", "Some(2)"]);
        assert_eq!(whole.without(&["b", "c"]), "( a: 1, b : [], c: Up, d: (1, \"é\"), )");
    }

    #[test]
    fn only_deep_lists_have_elements_with_parts() {
        let text = "(flat: [(a: [1, 2]), (a: [3])], deep: [(a: [1, 2]), (a: [3])])";
        let outline = Outline::of(text, PLAN).unwrap();
        let parts = |name| outline.whole(text).field(name).unwrap().parts().map(shown).collect::<Vec<_>>();
        assert_eq!(parts("flat"), [vec![], vec![]]);
        let lists = ["[1, 2]", "[3]"].map(|list| vec![("a".to_owned(), list.to_owned())]);
        assert_eq!(parts("deep"), lists);
        let second = outline.whole(text).field("deep").unwrap().parts().last().unwrap();
        assert_eq!(shown(second.field("a").unwrap()), [(String::new(), "3".to_owned())]);
    }

    #[test]
    fn what_is_not_plain_has_no_outline() {
        for text in [
            "",
            "(",
            "(a: 1",
            "(a: 1))",
            "(a: [1)]",
            "(a: r\"x\")",
            "(a: r#\"x\"#)",
            "(a: 'x')",
            "(a: {1: 2})",
            "(a: /* x */ 1)",
            "(a: 1 b: 2)",
            "(a: \"open)",
            "(a: ,)",
            "(a: 1) 2",
            "#![other] (a: 1)",
            "((((([(r\"\")])))))",
        ] {
            assert_eq!(Outline::of(text, PLAN), None, "{text}");
        }
    }
}
