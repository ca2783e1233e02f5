//! Markdown. Text of people is escaped, so that it stays text.

use super::Part;
use crate::text::{on_one_line, visible};

/// Signs that mean something to Markdown or to HTML in it.
const SIGNS: [char; 13] = ['\\', '`', '*', '_', '[', ']', '<', '>', '#', '|', '~', '&', '!'];

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // A line that begins with spaces would be taken for code.
    for c in visible(text).trim_start().chars() {
        match c {
            '\n' => out.push(' '),
            c if SIGNS.contains(&c) => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    // A line that begins as a list or a numbered list would become one.
    let digits = out.chars().take_while(char::is_ascii_digit).count();
    match out.chars().nth(digits) {
        Some('.' | ')') if digits > 0 => out.insert(digits, '\\'),
        Some('-' | '+' | '=') if digits == 0 => out.insert(0, '\\'),
        _ => {}
    }
    out
}

/// The document as Markdown.
pub fn render(parts: &[Part]) -> String {
    let mut out = String::new();
    for part in parts {
        match part {
            Part::Title(text) => out.push_str(&format!("# {}\n\n", escaped(text))),
            Part::Heading(text) => out.push_str(&format!("## {}\n\n", escaped(text))),
            Part::Text(text) => out.push_str(&format!("{}\n\n", escaped(text))),
            Part::Quote(text) => out.push_str(&format!("> {}\n\n", escaped(text))),
            Part::List(items) => {
                items.iter().for_each(|item| out.push_str(&format!("- {}\n", escaped(item))));
                out.push('\n');
            }
            Part::Table(rows) => table(rows, &mut out),
            // Indented text is left as it stands.
            Part::Art(lines) => {
                lines.iter().for_each(|line| out.push_str(&format!("    {}\n", on_one_line(line))));
                out.push('\n');
            }
            Part::Picture { alt, path } => out.push_str(&format!("![{}]({})\n\n", escaped(alt), target(path))),
        }
    }
    format!("{}\n", out.trim_end())
}

/// A path as a link can hold it.
fn target(path: &str) -> String {
    let safe = |c: char| c.is_ascii_alphanumeric() || "/-_.".contains(c);
    path.chars().map(|c| if safe(c) { c.to_string() } else { format!("%{:02X}", u32::from(c)) }).collect()
}

fn table(rows: &[Vec<String>], out: &mut String) {
    for (place, row) in rows.iter().enumerate() {
        let cells: Vec<String> = row.iter().map(|cell| escaped(cell)).collect();
        out.push_str(&format!("| {} |\n", cells.join(" | ")));
        if place == 0 {
            out.push_str(&format!("|{}\n", " --- |".repeat(row.len())));
        }
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_people_stays_text() {
        let parts = [Part::Text("<script>x</script> [a](b) *c*\n# d".to_owned()), Part::Text("1. een".to_owned())];
        let text = render(&parts);
        assert_eq!(text, "\\<script\\>x\\</script\\> \\[a\\](b) \\*c\\* \\# d\n\n1\\. een\n");
    }
}
