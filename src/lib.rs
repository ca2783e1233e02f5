//! A terminal program for the live meetings of a chain steering group (*ketenstuurgroep*).
//!
//! Rooms, and which way the arrows run: `cli` and `app` know everything; `panes`, `documents` and `store` know the
//! `model`; the `index` is made from what the `store` reads; `text` gives words to its values; `widgets` know no meeting; the
//! `room` sees of one what a room may see; the `model` knows nobody.

pub mod app;
pub mod cli;
pub mod desk;
pub mod documents;
pub mod faults;
pub mod generate;
pub mod index;
pub mod model;
pub mod panes;
pub mod room;
pub mod sample;
pub mod store;
pub mod text;
pub mod widgets;
