//! What panes and layers share on the screen; none of it knows a meeting.

pub mod editor;
pub mod page;
mod picture;
#[cfg(feature = "pictures")]
pub mod pixels;
pub mod plot;
mod sheet;
pub mod theme;
mod wrap;

pub use crate::text::width;
pub use editor::Editor;
pub use page::{Page, Row, side_columns};
pub use picture::{NoPicture, Picture, Pictures};
pub use plot::{bars, bars_up_to};
pub use sheet::Sheet;
pub use theme::Theme;
pub use wrap::{head, wrapped};
