//! The files of the index: nobody else may read them, and what was removed is in none of their bytes.

use crate::stage;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use stuurgroep::index::{Index, chains};
use tempfile::TempDir;

/// A word that is in no meeting, without its first letter: the index may write that one only once for several words.
const PLANTED: &str = "Xylofoonbeleid";
const TRACE: &[u8] = b"ylofoon";

fn files(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

fn traces(folder: &Path) -> Vec<PathBuf> {
    let has = |path: &PathBuf| {
        let bytes = fs::read(path).unwrap().to_ascii_lowercase();
        bytes.windows(TRACE.len()).any(|found| found == TRACE)
    };
    files(folder).into_iter().filter(has).collect()
}

fn kompas() -> (TempDir, TempDir) {
    let (root, cache) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    stage::lay_out_kompas(root.path());
    (root, cache)
}

fn update(root: &Path, cache: &Path) {
    Index::in_folder(cache).unwrap().update(&chains(root), |_| true).unwrap();
}

/// Puts other words in the place of some in the files of meetings.
fn replace(root: &Path, names: &[&str], old: &str, new: &str) {
    for name in names {
        let path = root.join("sessions").join(name);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(old), "{name}");
        fs::write(&path, text.replace(old, new)).unwrap();
    }
}

const NEWEST: &str = "0004-2026-12-10.ron";

#[test]
fn a_word_that_was_removed_is_in_no_byte_of_the_index() {
    let (root, cache) = kompas();
    update(root.path(), cache.path());
    // In the newest meeting alone, so that the index takes in that file and no other.
    replace(root.path(), &[NEWEST], "Keten-KPI's: K1 en K3 bijsturen", PLANTED);
    replace(root.path(), &[NEWEST], "Weekendmeldingen via meldkamer", PLANTED);
    update(root.path(), cache.path());
    assert!(!traces(cache.path()).is_empty(), "it is found while it is there");
    // Somebody who reads holds nothing up.
    let reader = Index::in_folder(cache.path()).unwrap();
    drop(reader);
    replace(root.path(), &[NEWEST], PLANTED, "iets anders");
    update(root.path(), cache.path());
    assert_eq!(traces(cache.path()), [] as [PathBuf; 0]);
}

#[test]
fn a_chain_that_is_gone_leaves_no_word_behind() {
    let (root, cache) = kompas();
    replace(root.path(), &[NEWEST], "Weekendmeldingen via meldkamer", PLANTED);
    let folders = chains(root.path());
    Index::in_folder(cache.path()).unwrap().update(&folders, |_| true).unwrap();
    assert!(!traces(cache.path()).is_empty());
    fs::remove_dir_all(root.path().join("sessions")).unwrap();
    Index::in_folder(cache.path()).unwrap().update(&[], |_| true).unwrap();
    assert_eq!(traces(cache.path()), [] as [PathBuf; 0]);
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn only_the_user_can_read_the_index_also_where_an_older_one_was_open_to_all() {
    let (root, cache) = kompas();
    let folder = cache.path().join("a/stuurgroep");
    for round in ["new", "open to all"] {
        let index = Index::in_folder(&folder);
        let mut index = index.unwrap();
        index.update(&chains(root.path()), |_| true).unwrap();
        assert_eq!(mode(&folder), 0o700, "{round}");
        let there = files(&folder);
        assert!(there.len() >= 3, "{there:?}");
        for file in there {
            assert_eq!(mode(&file), 0o600, "{round}: {}", file.display());
            fs::set_permissions(&file, Permissions::from_mode(0o644)).unwrap();
        }
        drop(index);
        fs::set_permissions(&folder, Permissions::from_mode(0o755)).unwrap();
    }
}
