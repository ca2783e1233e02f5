//! Sessions on disk: read strictly, write so that nothing is ever lost.

pub mod dir;
pub mod drafts;
pub mod error;
pub mod folder;
pub mod format;
pub mod gone;
pub mod history;
pub mod keeper;
mod layout;
pub mod left_out;
pub mod leftovers;
pub mod lock;
pub mod names;
pub mod notice;
pub mod place;
pub mod read;
pub mod salvage;
pub mod saver;
pub mod seal;
pub mod state;
pub mod steps;
pub mod successor;
pub mod system_watch;
pub mod write;

pub use error::{Reason, StoreError, Syntax, Trouble};
pub use folder::{Beside, Copied, Folder, Numbered, SessionFile};
pub use read::{Loaded, SealState};
pub use successor::After;
