//! The meeting as words: plain data and pure functions.
//!
//! Nothing here knows a screen, a disk or a clock; `tests/house.rs` holds it to that.
//!
//! Two kinds of numbers in comments, here and in every other room, point at `docs/domain.md`: `§2.3` or *domain §2.3* is
//! a chapter of it, and a number in brackets, (5.6) or (I14), is a sentence of the model of eight factors, in its §1.

pub mod action;
pub mod agenda;
pub mod ambition;
pub mod attendance;
pub mod balance;
pub mod calendar;
pub mod carry;
pub mod chain;
pub mod change;
pub mod claim;
pub mod decision;
pub mod dialogue_card;
pub mod difference;
pub mod figures;
pub mod governance;
pub mod history;
pub mod ids;
pub mod kpi;
pub mod materiality;
pub mod merge;
pub mod on_table;
pub mod outcome;
pub mod plausible;
pub mod privacy;
pub mod readiness;
pub mod refusal;
pub mod relation;
pub mod session;
pub mod shared;
pub mod start;
pub mod statements;
pub mod story;
pub mod validate;

pub use ids::{ItemNo, KpiId, Month, PartnerCode, RecordId, RecordKind};
pub use session::{Session, State};
