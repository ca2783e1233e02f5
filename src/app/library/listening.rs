//! The system tells what happens in the folders of chains, where it does.

use super::TOLD;
use crate::store::Folder;
use crate::store::system_watch::{SystemWatch, Told, Watched};
use std::path::{Path, PathBuf};
use std::sync::Weak;
use std::sync::mpsc::Sender;
use std::time::Instant;

/// Who listens to it.
#[derive(Default)]
pub(super) struct Listening {
    system: Option<SystemWatch>,
    /// What it was asked about last, and when.
    asked: Option<(Vec<Watched>, Instant)>,
}

impl Listening {
    /// The system tells of everything that there was to ask about.
    pub fn hears(&self) -> bool {
        self.system.as_ref().is_some_and(|system| !system.is_over())
    }

    /// Asks the system to ring, unless it does already or declined a moment ago.
    pub fn to(&mut self, roots: &[PathBuf], chains: &[PathBuf], index: Option<PathBuf>, ring: &Weak<Sender<()>>) {
        let mut all = watched(roots, chains);
        // The index may be thrown away at any time, and is made anew then.
        let index = index.filter(|folder| !all.is_empty() && may_be_there(folder));
        all.extend(index.map(|path| Watched { path, told: Told::Place }));
        let is_over = self.system.take_if(|system| system.is_over()).is_some();
        let is_asked = self
            .asked
            .as_ref()
            .is_some_and(|(known, at)| *known == all && (self.system.is_some() || at.elapsed() < TOLD));
        if is_asked && !is_over {
            return;
        }
        let ring = ring.clone();
        let rings = move || {
            // Who asked may have left.
            let _ = ring.upgrade().map(|look| look.send(()));
        };
        self.system = if all.is_empty() { None } else { SystemWatch::over(&all, rings) };
        self.asked = Some((all, Instant::now()));
    }
}

/// What there is to watch. Nothing where a root holds chains instead of being one: any folder in it may become a chain, so that
/// is looked for.
fn watched(roots: &[PathBuf], chains: &[PathBuf]) -> Vec<Watched> {
    if roots != chains {
        return Vec::new();
    }
    let mut all = Vec::new();
    for chain in chains {
        let sessions = Folder::at(chain).sessions();
        all.extend(chain.ancestors().skip(1).map(|path| Watched { path: path.to_owned(), told: Told::Place }));
        all.push(Watched { path: chain.clone(), told: Told::Names });
        if may_be_there(&sessions) {
            all.push(Watched { path: sessions, told: Told::Content });
        }
    }
    all
}

/// What can't be told to be missing can't be watched either, and then it is looked.
fn may_be_there(folder: &Path) -> bool {
    !matches!(folder.try_exists(), Ok(false))
}
