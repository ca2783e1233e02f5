//! The last line of a session file: which revision it is, and a checksum of all above it.
//!
//! A hand edit shows as a checksum that does not match. The checksum is no proof against bad will; the chain of hashes
//! over adopted files is (domain §3, Archiefwet).

use sha2::{Digest, Sha256};
use std::fmt::Write;

const MARK: &str = "// stuurgroep revision ";
const SUM: &str = " sha256 ";
const AFTER: &str = " after ";
/// So many signs of a hash tell a revision from others of the same session.
const AFTER_SIGNS: usize = 16;

/// What the last line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// How often the program wrote the file.
    pub revision: u32,
    /// SHA-256 of everything above the line, with `\n` line ends.
    pub sha256: String,
    /// The first signs of the hash that the revision before it has; none where the file began with this one.
    pub after: Option<String>,
}

impl Seal {
    /// The revision whose body has the hash `before` was edited by hand to one that has the hash `now`, under its old seal.
    pub fn is_edited_from(&self, before: &str, now: &str) -> bool {
        self.sha256 == before && before != now
    }

    /// It was made from the revision whose body has this hash.
    pub fn is_after(&self, body: &str) -> bool {
        self.after.as_ref().is_some_and(|after| !after.is_empty() && body.starts_with(after.as_str()))
    }
}

/// Which revision is written, and from which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// How often the program wrote the file, this time included.
    pub revision: u32,
    /// The hash of the body of the revision before it.
    pub after: Option<String>,
}

impl Stamp {
    /// Of a file that begins.
    pub fn first() -> Self {
        Self { revision: 1, after: None }
    }

    /// Of the revision after this one.
    pub fn next(revision: u32, body: &str) -> Self {
        Self { revision: revision.saturating_add(1), after: Some(body.to_owned()) }
    }
}

fn hex(digest: Sha256) -> String {
    digest.finalize().iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// SHA-256 in hex, as `sha256sum` prints it.
pub fn sha256(bytes: &[u8]) -> String {
    hex(Sha256::new_with_prefix(bytes))
}

fn digest(body: &str) -> Sha256 {
    if body.contains('\r') {
        Sha256::new_with_prefix(body.replace("\r\n", "\n"))
    } else {
        Sha256::new_with_prefix(body)
    }
}

/// SHA-256 of a body, with `\n` line ends.
pub fn sum(body: &str) -> String {
    hex(digest(body))
}

/// A session as it stands in its file, with the two hashes that tell it from others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedText {
    /// All of it.
    pub text: String,
    /// SHA-256 of all of it.
    pub sha256: String,
    /// SHA-256 of what stands above the seal.
    pub body: String,
}

/// The body with its seal under it. It has the line ends of this program: `\n`.
pub fn sealed(body: &str, stamp: &Stamp) -> SealedText {
    let after = stamp
        .after
        .as_ref()
        .map_or_else(String::new, |hash| format!("{AFTER}{}", hash.get(..AFTER_SIGNS).unwrap_or(hash)));
    // The whole begins with the body, which is hashed once for both.
    let above = digest(body);
    let sum = hex(above.clone());
    let last = format!("{MARK}{}{SUM}{sum}{after}\n", stamp.revision);
    let sha256 = hex(above.chain_update(&last));
    SealedText { text: format!("{body}{last}"), sha256, body: sum }
}

/// Body and seal; no seal where the last line is none.
pub fn split(text: &str) -> (&str, Option<Seal>) {
    let end = text.trim_end();
    let start = end.rfind('\n').map_or(0, |newline| newline + 1);
    let seal = end[start..].trim().strip_prefix(MARK).and_then(|rest| {
        let (revision, sums) = rest.split_once(SUM)?;
        let (sha256, after) = sums.split_once(AFTER).map_or((sums, None), |(sum, after)| (sum, Some(after)));
        let after = after.map(|after| after.trim().to_owned());
        Some(Seal { revision: revision.trim().parse().ok()?, sha256: sha256.trim().to_owned(), after })
    });
    if seal.is_some() { (&text[..start], seal) } else { (text, None) }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_holds_over_line_ends_and_breaks_over_a_letter() {
        let SealedText { text, sha256: whole, body: above } = sealed("(a: 1)\n", &Stamp::next(6, &sum("(a: 0)\n")));
        assert_eq!((whole, above), (sha256(text.as_bytes()), sum("(a: 1)\n")));
        let (body, seal) = split(&text);
        let seal = seal.unwrap();
        assert!(seal.is_after(&sum("(a: 0)\n")) && !seal.is_after(&sum("(a: 1)\n")));
        assert_eq!(split(&sealed("(a: 1)\n", &Stamp::first()).text).1.unwrap().after, None);
        let nothing = Seal { after: Some(String::new()), ..seal.clone() };
        assert!(!nothing.is_after(&sum("(a: 0)\n")), "after nothing is after no revision");
        assert_eq!((body, seal.revision), ("(a: 1)\n", 7));
        assert_eq!(seal.sha256, sum(body));
        assert_eq!(seal.sha256, sum("(a: 1)\r\n"));
        assert_ne!(seal.sha256, sum("(a: 2)\n"));
        assert_eq!(split("(a: 1)"), ("(a: 1)", None));
        assert_eq!(split(""), ("", None));
    }

    #[test]
    fn the_hash_is_that_of_sha256sum() {
        assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
