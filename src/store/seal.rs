//! The last line of a session file: which revision it is, and a checksum of all above it.
//!
//! A hand edit shows as a checksum that does not match. The checksum is no proof against bad will; the chain of hashes
//! over adopted files is (domain §3, Archiefwet).

use sha2::{Digest, Sha256};
use std::fmt::Write;

const MARK: &str = "// stuurgroep revision ";
const SUM: &str = " sha256 ";

/// What the last line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// How often the program wrote the file.
    pub revision: u32,
    /// SHA-256 of everything above the line, with `\n` line ends.
    pub sha256: String,
}

/// SHA-256 in hex, as `sha256sum` prints it.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

fn sum(body: &str) -> String {
    sha256(body.replace("\r\n", "\n").as_bytes())
}

/// The body with its seal under it.
pub fn sealed(body: &str, revision: u32) -> String {
    format!("{body}{MARK}{revision}{SUM}{}\n", sum(body))
}

/// Body and seal; no seal where the last line is none.
pub fn split(text: &str) -> (&str, Option<Seal>) {
    let end = text.trim_end();
    let start = end.rfind('\n').map_or(0, |newline| newline + 1);
    let seal = end[start..].trim().strip_prefix(MARK).and_then(|rest| {
        let (revision, sha256) = rest.split_once(SUM)?;
        Some(Seal { revision: revision.trim().parse().ok()?, sha256: sha256.trim().to_owned() })
    });
    if seal.is_some() { (&text[..start], seal) } else { (text, None) }
}

/// Whether the body is as the seal says.
pub fn matches(body: &str, seal: &Seal) -> bool {
    sum(body) == seal.sha256
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_holds_over_line_ends_and_breaks_over_a_letter() {
        let text = sealed("(a: 1)\n", 7);
        let (body, seal) = split(&text);
        let seal = seal.unwrap();
        assert_eq!((body, seal.revision), ("(a: 1)\n", 7));
        assert!(matches(body, &seal));
        assert!(matches("(a: 1)\r\n", &seal));
        assert!(!matches("(a: 2)\n", &seal));
        assert_eq!(split("(a: 1)"), ("(a: 1)", None));
        assert_eq!(split(""), ("", None));
    }

    #[test]
    fn the_hash_is_that_of_sha256sum() {
        assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
