//! A document as it is read on the screen.

use super::Part;
use crate::text::table;

/// A line to be read, and whether it is a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it says.
    pub text: String,
    /// It stands above others.
    pub heading: bool,
}

/// The document line by line; `bullet` stands before what is listed.
pub fn lines(parts: &[Part], bullet: &str) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    for part in parts {
        let (heading, texts) = match part {
            Part::Title(text) | Part::Heading(text) => (true, vec![text.clone()]),
            Part::Text(text) => (false, vec![text.clone()]),
            Part::Quote(text) => (false, vec![format!("  \u{201c}{text}\u{201d}")]),
            Part::List(items) => (false, items.iter().map(|item| format!("{bullet} {item}")).collect()),
            Part::Table(rows) => (false, table(rows)),
            Part::Art(lines) => (false, lines.clone()),
            Part::Picture { alt, .. } => (false, vec![alt.clone()]),
        };
        if !out.is_empty() {
            out.push(Line { text: String::new(), heading: false });
        }
        out.extend(texts.into_iter().map(|text| Line { text, heading }));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_reads_without_signs_of_a_format() {
        let parts = [
            Part::Title("Verslag".into()),
            Part::Text("Sociaal & Veilig".into()),
            Part::Table(vec![vec!["KPI".into(), "stand".into()], vec!["K1".into(), "rood".into()]]),
            Part::List(vec!["een".into()]),
        ];
        let found = lines(&parts, "-");
        let text: Vec<&str> = found.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(text, ["Verslag", "", "Sociaal & Veilig", "", "KPI  stand", "K1   rood", "", "- een"]);
        assert!(found[0].heading && !found[2].heading);
    }
}
