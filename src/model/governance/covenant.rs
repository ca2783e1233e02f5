//! The covenant: articles with versions, and the way from a proposal to a signed version (3.3, domain §2.5).

use crate::model::ids::{PartnerCode, RecordId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use similar::{ChangeTag, TextDiff};

/// The covenant: the frames the group laid down (3.3).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Covenant {
    /// `1.0`.
    pub version: String,
    /// Since when.
    pub date: NaiveDate,
    /// When it is looked at again.
    pub review: NaiveDate,
    /// When it ends.
    pub ends: NaiveDate,
    /// Its articles.
    pub articles: Vec<CovenantArticle>,
    /// Why this version came; empty where that was not kept.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// What it means for each partner, as it was known when the positions were taken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub impact: Vec<Impact>,
    /// Who signed this version, and when; a version from before signatures were kept has none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signatures: Vec<Signature>,
    /// When this version was made public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_on: Option<NaiveDate>,
    /// Earlier versions, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<CovenantVersion>,
}

/// A version that was replaced.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CovenantVersion {
    /// `1.0`.
    pub version: String,
    /// Since when it held.
    pub date: NaiveDate,
    /// What it said.
    pub articles: Vec<CovenantArticle>,
    /// Why it came.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// What it meant for each partner.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub impact: Vec<Impact>,
}

/// One article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CovenantArticle {
    /// `art. 5`.
    pub no: String,
    /// Its heading.
    pub title: String,
    /// What it says, in short.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The decisions that stand in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<RecordId>,
}

/// A partner signed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    /// Who.
    pub partner: PartnerCode,
    /// When.
    pub on: NaiveDate,
}

/// A version that is being prepared: proposal, impact per partner, positions, version, signatures (domain §2.5).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amendment {
    /// The version it would make.
    pub version: String,
    /// The session in which it was proposed.
    pub session: u32,
    /// Why.
    pub reason: String,
    /// How the covenant would read, in full.
    pub articles: Vec<CovenantArticle>,
    /// What it means for each partner.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub impact: Vec<Impact>,
    /// The decision in which every partner takes its position.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<RecordId>,
}

/// What a version would mean for one partner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Impact {
    /// For whom.
    pub partner: PartnerCode,
    /// What.
    pub text: String,
}

/// What became of an article from one version to the next.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ArticleChange<'a> {
    /// It says what it said.
    Same(&'a CovenantArticle),
    /// It is new.
    Added(&'a CovenantArticle),
    /// It is gone.
    Removed(&'a CovenantArticle),
    /// Its heading or its text is another.
    Changed {
        /// As it was.
        before: &'a CovenantArticle,
        /// As it is now.
        after: &'a CovenantArticle,
    },
}

/// What became of every article: those of now in their order, then those that are gone.
pub fn compare<'a>(before: &'a [CovenantArticle], after: &'a [CovenantArticle]) -> Vec<ArticleChange<'a>> {
    let now = after.iter().map(|article| match before.iter().find(|old| old.no == article.no) {
        None => ArticleChange::Added(article),
        Some(old) if old.title == article.title && old.text == article.text => ArticleChange::Same(article),
        Some(old) => ArticleChange::Changed { before: old, after: article },
    });
    let gone = before.iter().filter(|old| after.iter().all(|article| article.no != old.no));
    now.chain(gone.map(ArticleChange::Removed)).collect()
}

/// A piece of a text that stayed, or that only one of two texts has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// It stands in one of the two only.
    pub differs: bool,
    /// The words.
    pub text: String,
}

/// The old text and the new one in pieces, word by word.
pub fn pieces(before: &str, after: &str) -> (Vec<Piece>, Vec<Piece>) {
    fn add(list: &mut Vec<Piece>, differs: bool, text: &str) {
        match list.last_mut().filter(|last| last.differs == differs) {
            Some(last) => last.text.push_str(text),
            None => list.push(Piece { differs, text: text.to_owned() }),
        }
    }
    let (mut old, mut new) = (Vec::new(), Vec::new());
    for change in TextDiff::from_words(before, after).iter_all_changes() {
        match change.tag() {
            ChangeTag::Equal => {
                add(&mut old, false, change.value());
                add(&mut new, false, change.value());
            }
            ChangeTag::Delete => add(&mut old, true, change.value()),
            ChangeTag::Insert => add(&mut new, true, change.value()),
        }
    }
    (joined(old), joined(new))
}

/// Words that differ with only a space between them are one piece.
fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for piece in pieces {
        match &mut out[..] {
            [.., before, space] if piece.differs && before.differs && space.text.trim().is_empty() => {
                before.text.push_str(&space.text);
                before.text.push_str(&piece.text);
                out.pop();
            }
            _ => out.push(piece),
        }
    }
    out
}

/// The version after this one: the last number goes up.
pub fn next_version(version: &str) -> String {
    let (head, last) =
        version.rsplit_once('.').map_or((version, None), |(head, last)| (head, last.parse::<u32>().ok()));
    match last {
        Some(last) => format!("{head}.{}", last.saturating_add(1)),
        None => format!("{version}.1"),
    }
}

/// The first version of all.
pub const FIRST_VERSION: &str = "1.0";

impl Covenant {
    /// Partners that did not sign this version, where signatures are kept.
    pub fn unsigned<'a>(&self, partners: impl Iterator<Item = &'a PartnerCode>) -> Vec<PartnerCode> {
        if self.earlier.is_empty() && self.signatures.is_empty() {
            return Vec::new();
        }
        partners.filter(|code| self.signatures.iter().all(|signed| signed.partner != **code)).cloned().collect()
    }

    /// The articles of the version before this one.
    pub fn before(&self) -> &[CovenantArticle] {
        self.earlier.last().map_or(&[], |version| &version.articles)
    }
}

impl Amendment {
    /// What it means for a partner; none where nobody wrote that down yet.
    pub fn impact_on(&self, partner: &PartnerCode) -> Option<&str> {
        let found = self.impact.iter().find(|impact| impact.partner == *partner)?;
        Some(found.text.as_str()).filter(|text| !text.trim().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(no: &str, text: &str) -> CovenantArticle {
        CovenantArticle { no: no.to_owned(), title: "Termijn".to_owned(), text: text.to_owned(), decisions: Vec::new() }
    }

    #[test]
    fn articles_are_compared_by_their_number() {
        let before = [article("art. 1", "a"), article("art. 2", "b"), article("art. 3", "c")];
        let after = [article("art. 1", "a"), article("art. 3", "d"), article("art. 4", "e")];
        let found = compare(&before, &after);
        assert_eq!(
            found,
            [
                ArticleChange::Same(&after[0]),
                ArticleChange::Changed { before: &before[2], after: &after[1] },
                ArticleChange::Added(&after[2]),
                ArticleChange::Removed(&before[1]),
            ]
        );
    }

    #[test]
    fn words_that_differ_stand_out() {
        let (old, new) = pieces("Advies ligt op tijd klaar.", "Advies ligt binnen 5 werkdagen klaar.");
        let marked = |pieces: &[Piece]| -> Vec<String> {
            pieces.iter().filter(|piece| piece.differs).map(|piece| piece.text.trim().to_owned()).collect()
        };
        assert_eq!(marked(&old), ["op tijd"]);
        assert_eq!(marked(&new), ["binnen 5 werkdagen"]);
        let whole = |pieces: &[Piece]| pieces.iter().map(|piece| piece.text.as_str()).collect::<String>();
        assert_eq!(whole(&old), "Advies ligt op tijd klaar.");
        assert_eq!(whole(&new), "Advies ligt binnen 5 werkdagen klaar.");
    }

    #[test]
    fn the_last_number_of_a_version_goes_up() {
        assert_eq!(next_version("1.0"), "1.1");
        assert_eq!(next_version("2026.9"), "2026.10");
        assert_eq!(next_version("2"), "2.1");
        assert_eq!(next_version("1.b"), "1.b.1");
    }
}
