//! What this machine recorded and the file that is opened does not hold.

use super::worker::SaveWorker;
use super::{Outside, Theirs};
use crate::store::error::StoreError;
use crate::store::left_out::Found;

impl SaveWorker {
    /// Keeps apart what this machine recorded last, where what was opened leaves it out.
    pub fn set_left_out_apart(&self) -> Result<bool, StoreError> {
        match self.left_out.as_ref().zip(self.opened.as_deref()) {
            Some((left_out, opened)) => left_out.set_apart(opened),
            None => Ok(false),
        }
    }

    /// Tells what this machine recorded and the file lacks.
    pub fn find_left_out(&mut self) {
        let Some((left_out, opened)) = self.left_out.as_ref().zip(self.opened.take()) else { return };
        match left_out.found(&opened) {
            Ok(found) => found.into_iter().for_each(|Found { loaded, base, path }| {
                self.say(Outside::LeftOut(Box::new(Theirs { loaded, base, kept: Some(path) })));
            }),
            Err(error) => self.no_history(error),
        }
    }
}
