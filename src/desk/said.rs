//! What is said of files and folders: so short that there is room for what is the matter with them.

use super::Desk;
use crate::store::{Reason, StoreError};
use crate::text::{Typed, short_path};
use std::path::Path;

impl Desk {
    /// A path in a message: so long that there is room for what is said of it.
    pub fn path(&self, path: &Path) -> String {
        short_path(path, usize::from(self.size.0) / 2)
    }

    /// What a file error means.
    pub fn trouble(&self, error: &StoreError) -> String {
        self.reason(&error.reason())
    }

    /// The same, where only the message with its values was kept.
    pub fn reason(&self, (id, args): &Reason) -> String {
        let shown = |name: &str, value: &str| match name {
            "file" => self.path(Path::new(value)),
            _ => value.to_owned(),
        };
        let args = args.iter().map(|(name, value)| (name.clone(), shown(name, value)));
        self.texts.reason(&(id.clone(), args.collect()))
    }

    /// These are the folders of this run, as they were named.
    pub fn name_folders(&mut self, typed: Typed) {
        self.typed = typed;
        self.name_chain();
    }

    /// From now on it is this chain that an advised command finds.
    pub(super) fn name_chain(&mut self) {
        self.texts.dir = self.typed.option(self.folder.root());
    }
}
