//! What panes and layers share on the screen; none of it knows a meeting.

pub mod editor;
pub mod page;
pub mod plot;
pub mod theme;
mod wrap;

pub use editor::Editor;
pub use page::{Page, Row};
pub use theme::Theme;
pub use wrap::{width, wrapped};
