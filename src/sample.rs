//! The sample chain Kompas, in a scratch copy to try things on.

use crate::store::StoreError;
use chrono::NaiveDate;
use std::fs;
use std::path::{Path, PathBuf};

/// The sample sessions, as they stand in this repository.
const SESSIONS: [(&str, &str); 4] = [
    ("0001-2026-03-12.ron", include_str!("../sessions/0001-2026-03-12.ron")),
    ("0002-2026-06-11.ron", include_str!("../sessions/0002-2026-06-11.ron")),
    ("0003-2026-09-17.ron", include_str!("../sessions/0003-2026-09-17.ron")),
    ("0004-2026-12-10.ron", include_str!("../sessions/0004-2026-12-10.ron")),
];

const LOGO: &str = include_str!("../assets/logo.txt");

/// The day on which Kompas meets.
pub const TODAY: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 12, 10);

/// Writes a new copy; gives its folder.
pub fn copy() -> Result<PathBuf, StoreError> {
    let root = scratch()?;
    write(&root)?;
    Ok(root)
}

/// A new folder of its own, so that two demos do not meet.
fn scratch() -> Result<PathBuf, StoreError> {
    let base = std::env::temp_dir();
    for attempt in 0..1000u32 {
        let root = base.join(format!("stuurgroep-demo-{}-{attempt}", std::process::id()));
        match fs::create_dir(&root) {
            Ok(()) => return Ok(root),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(StoreError::io(&root, error)),
        }
    }
    Err(StoreError::io(&base, std::io::ErrorKind::AlreadyExists.into()))
}

fn write(root: &Path) -> Result<(), StoreError> {
    let folder = root.join("sessions");
    fs::create_dir(&folder).map_err(|error| StoreError::io(&folder, error))?;
    for (name, text) in SESSIONS {
        let path = folder.join(name);
        fs::write(&path, text).map_err(|error| StoreError::io(&path, error))?;
    }
    let assets = root.join("assets");
    let logo = assets.join("logo.txt");
    fs::create_dir(&assets).and_then(|()| fs::write(&logo, LOGO)).map_err(|error| StoreError::io(&logo, error))
}
