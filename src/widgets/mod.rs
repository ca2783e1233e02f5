//! What panes and layers share on the screen; none of it knows a meeting.

pub mod arrow;
pub mod bars;
pub mod chart;
pub mod columns;
pub mod editor;
pub mod ink;
pub mod letters;
pub mod page;
pub mod palette;
mod picture;
#[cfg(feature = "pictures")]
pub mod pixels;
mod sheet;
mod signs;
pub mod table;
pub mod theme;
pub mod tiles;
mod wrap;

pub use crate::text::width;
pub use editor::Editor;
pub use page::{Drawn, EmptyState, Page, Row, WIDE, Why};
pub use picture::{NoPicture, Picture, Pictures};
pub use sheet::Sheet;
pub use table::{Cell, Columns};
pub use theme::{Colours, Role, Theme};
pub use tiles::Tile;
pub use wrap::{head, wrapped};
