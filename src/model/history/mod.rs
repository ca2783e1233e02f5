//! Meetings beside each other: the life of one record, two meetings compared, figures over years.

pub mod compare;
pub mod dissent;
pub mod life;
pub mod look_back;
pub mod step;
pub mod trends;
