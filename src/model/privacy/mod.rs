//! What is not for everybody: what was given in silence, and words that would say whose they are.

pub mod anonymity;
pub mod mentions;
pub mod redact;
pub mod sealed;
pub mod silence;
