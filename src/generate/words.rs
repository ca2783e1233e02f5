//! Dutch sentences of some variety, from a file of choices.

use crate::model::PartnerCode;
use fastrand::Rng;
use std::collections::HashMap;

const WORDS: &str = include_str!("../../assets/generate-nl.txt");

/// Deeper than this no choice refers to another.
const DEPTH: usize = 6;

/// The choices by section.
pub struct Words(HashMap<&'static str, Vec<&'static str>>);

impl Words {
    /// Reads the file of choices.
    pub fn new() -> Self {
        let mut sections: HashMap<&str, Vec<&str>> = HashMap::new();
        let mut here = "";
        for line in WORDS.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            match line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                Some(name) => here = name,
                None => sections.entry(here).or_default().push(line),
            }
        }
        Self(sections)
    }

    /// All choices of a section.
    pub fn all(&self, section: &str) -> &[&'static str] {
        self.0.get(section).map_or(&[], Vec::as_slice)
    }

    /// A choice of a section, with what it refers to filled in; `{code}` is one of the partners.
    pub fn say(&self, rng: &mut Rng, section: &str, partners: &[PartnerCode]) -> String {
        let mut text = self.pick(rng, section).to_owned();
        for _ in 0..DEPTH {
            let Some((before, rest)) = text.split_once('{') else { break };
            let Some((name, after)) = rest.split_once('}') else { break };
            let filled = match name {
                "code" => rng.choice(partners).map_or("", PartnerCode::as_str),
                other => self.pick(rng, other),
            };
            text = format!("{before}{filled}{after}");
        }
        let mut letters = text.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }

    fn pick(&self, rng: &mut Rng, section: &str) -> &'static str {
        rng.choice(self.all(section)).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reference_is_filled_in() {
        let words = Words::new();
        let partners = [PartnerCode::from("POL"), PartnerCode::from("OM")];
        let mut rng = Rng::with_seed(7);
        for section in words.0.keys() {
            assert!(!words.all(section).is_empty(), "{section}");
            for _ in 0..200 {
                let text = words.say(&mut rng, section, &partners);
                assert!(!text.is_empty() && !text.contains(['{', '}']), "{section}: {text}");
            }
        }
    }
}
