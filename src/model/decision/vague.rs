//! The linter of decisions: words that say neither who, what nor when (domain §2.4).

/// One vague phrase: where it stands in the text, in bytes and on char boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Vague {
    /// Its first byte.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
}

/// Data of the check, not text that is shown: a decision is Dutch or English whatever the language of the screen.
///
/// The Dutch ones are those of domain §2.4 with their inflections; the English ones say the same.
#[rustfmt::skip]
const PHRASES: &[&str] = &[
    "op korte termijn", "op de korte termijn",
    "in principe",
    "waar mogelijk", "waar dat mogelijk is",
    "wordt bezien", "worden bezien", "bezien wordt", "nader bezien",
    "meenemen", "meegenomen", "meeneemt", "mee te nemen", "neemt mee", "nemen mee", "neemt dit mee", "nemen dit mee",
    "oppakken", "opgepakt", "oppakt", "op te pakken", "pakt op", "pakken op", "pakt dit op", "pakken dit op",
    "afstemmen", "afgestemd", "afstemt", "af te stemmen", "stemt af",
    "er wordt gekeken naar", "wordt gekeken naar", "wordt er gekeken naar", "gekeken wordt naar",
    "streven naar", "streeft naar", "streef naar", "gestreefd naar", "te streven naar",
    "in the short term", "in the near term",
    "in principle",
    "where possible", "wherever possible", "where feasible",
    "will be looked at", "will be looked into", "is being looked at", "are being looked at", "being looked into",
    "will be considered", "will look at", "will look into",
    "take along", "takes along", "taken along", "take on board", "takes on board", "taken on board",
    "pick up", "picks up", "picked up", "picking up",
    "align", "aligns", "aligned", "aligning",
    "strive to", "strives to", "striving to", "strive for", "strives for", "striving for",
];

/// The vague phrases of a decision, in order and apart from each other; a hint only, it never blocks (domain §2.4).
pub fn vague_words(text: &str) -> Vec<Vague> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut found = Vec::new();
    let mut index = 0;
    while index < chars.len() {
        let begins = index == 0 || !is_in_word(&chars, index - 1);
        let longest =
            begins.then(|| PHRASES.iter().filter_map(|phrase| phrase_at(&chars, index, phrase)).max()).flatten();
        let Some(last) = longest else {
            index += 1;
            continue;
        };
        let byte = |at: usize| chars.get(at).map_or(text.len(), |(byte, _)| *byte);
        found.push(Vague { start: byte(index), end: byte(last) });
        index = last;
    }
    found
}

fn is_in_word(chars: &[(usize, char)], index: usize) -> bool {
    chars.get(index).is_some_and(|(_, letter)| letter.is_alphanumeric() || matches!(letter, '\u{300}'..='\u{36f}'))
}

/// Where a phrase ends that begins here, in whatever case, and with any white space between its words.
fn phrase_at(chars: &[(usize, char)], start: usize, phrase: &str) -> Option<usize> {
    let mut index = start;
    for sign in phrase.chars() {
        let (_, letter) = chars.get(index)?;
        if sign == ' ' {
            let space = chars.iter().skip(index).take_while(|(_, letter)| letter.is_whitespace()).count();
            if space == 0 {
                return None;
            }
            index += space;
        } else if letter.to_ascii_lowercase() == sign {
            index += 1;
        } else {
            return None;
        }
    }
    (!is_in_word(chars, index)).then_some(index)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        vague_words(text).into_iter().map(|vague| &text[vague.start..vague.end]).collect()
    }

    #[test]
    fn each_phrase_of_the_domain_is_found() {
        let domain = [
            "op korte termijn",
            "in principe",
            "waar mogelijk",
            "wordt bezien",
            "meenemen",
            "oppakken",
            "afstemmen",
            "er wordt gekeken naar",
            "streven naar",
        ];
        for phrase in domain {
            assert_eq!(found(phrase), vec![phrase]);
            assert_eq!(found(&format!("Wij ({phrase}), é.")), vec![phrase]);
        }
    }

    #[test]
    fn inflections_count_too() {
        assert_eq!(found("Dit is meegenomen, opgepakt en afgestemd."), vec!["meegenomen", "opgepakt", "afgestemd"]);
        assert_eq!(found("De gemeente streeft naar rust"), vec!["streeft naar"]);
        assert_eq!(found("De gemeente neemt dit mee"), vec!["neemt dit mee"]);
    }

    #[test]
    fn english_says_the_same() {
        let text =
            "In principle we strive to align where possible; it will be looked at in the short term and picked up.";
        let expected = vec![
            "In principle",
            "strive to",
            "align",
            "where possible",
            "will be looked at",
            "in the short term",
            "picked up",
        ];
        assert_eq!(found(text), expected);
    }

    #[test]
    fn case_and_line_breaks_make_no_difference() {
        assert_eq!(found("IN PRINCIPE en Op  korte\ntermijn"), vec!["IN PRINCIPE", "Op  korte\ntermijn"]);
    }

    #[test]
    fn the_longest_phrase_wins() {
        assert_eq!(found("er wordt gekeken naar huur"), vec!["er wordt gekeken naar"]);
        assert_eq!(found("dit wordt gekeken naar"), vec!["wordt gekeken naar"]);
    }

    #[test]
    fn a_part_of_a_word_is_not_vague() {
        for text in [
            "in principes",
            "alignment",
            "xmeenemen",
            "meenemend",
            "Halt start op 1 maart",
            "mogelijk",
            "",
            "alignée",
            "2align",
        ] {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn a_clear_decision_has_none() {
        let text = "Halt start vóór 01-03-2027 elke zaak binnen 14 dagen, gedekt door 0,4 fte van de gemeente.";
        assert_eq!(found(text), Vec::<&str>::new());
    }

    #[test]
    fn any_text_gives_valid_ranges() {
        for text in [
            "👩‍👩‍👧in principe👧",
            "İn principe",
            "in principe\u{301}",
            "سلام oppakken שלום",
            "in\u{a0}principe",
            "in principe\0",
        ] {
            for vague in vague_words(text) {
                assert!(text.get(vague.start..vague.end).is_some(), "{text:?}");
            }
        }
        assert_eq!(vague_words(&"in ".repeat(10_000)), vec![]);
        assert_eq!(vague_words(&"oppakken ".repeat(10_000)).len(), 10_000);
    }
}
