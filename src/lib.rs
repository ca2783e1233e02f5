//! A terminal program for the live meetings of a chain steering group.

pub mod model;
