//! Sessions on disk: read strictly, write so that nothing is ever lost.

pub mod again;
pub mod archive;
pub mod drafts;
pub mod error;
pub mod format;
pub mod keeper;
mod layout;
pub mod lock;
mod outline;
pub mod place;
pub mod read;
pub mod saver;
pub mod seal;
pub mod state;
pub mod steps;
pub mod write;

pub use archive::{Beside, Folder, Numbered, SessionFile};
pub use error::{StoreError, Trouble};
pub use read::{Loaded, SealState};
