//! What panes and layers share on the screen; none of it knows a meeting.

pub mod editor;
pub mod page;
mod picture;
pub mod plot;
pub mod theme;
mod wrap;

pub use editor::Editor;
pub use page::{Page, Row};
pub use picture::{Picture, Pictures};
pub use plot::bars;
pub use theme::Theme;
pub use wrap::{head, width, wrapped};
