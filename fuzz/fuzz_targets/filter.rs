//! Any line as a question: it is understood and answered, or the part that says nothing known is named.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::cell::OnceCell;
use std::fs;
use std::path::{Path, PathBuf};
use stuurgroep::index::{Filter, Index, Known, Sorting, chains};
use stuurgroep::text::{Lang, Texts, complete, filter_names, filter_trouble, half_typed};
use tempfile::TempDir;

struct Ground {
    _folder: TempDir,
    folders: Vec<PathBuf>,
    index: Index,
    texts: Texts,
}

/// The sample chain, indexed.
fn ground() -> Ground {
    let folder = tempfile::tempdir().expect("a folder to try in");
    let sessions = folder.path().join("chain/sessions");
    fs::create_dir_all(&sessions).expect("its folder of meetings");
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../sessions");
    for entry in fs::read_dir(own).expect("the sample") {
        let path = entry.expect("a meeting of it").path();
        fs::copy(&path, sessions.join(path.file_name().expect("its name"))).expect("a copy of it");
    }
    let folders = chains(folder.path());
    let mut index = Index::in_folder(folder.path()).expect("an index");
    index.update(&folders, |_| true).expect("an index of the sample");
    Ground { _folder: folder, folders, index, texts: Texts::new(Lang::Nl) }
}

thread_local! {
    static GROUND: OnceCell<Ground> = const { OnceCell::new() };
}

fuzz_target!(|line: &str| {
    GROUND.with(|cell| {
        let ground = cell.get_or_init(ground);
        let known = Known { partners: vec!["JR".to_owned(), "GEM".to_owned()], chains: vec!["Kompas zuid".to_owned()] };
        if let Some(begun) = half_typed(&ground.texts, line, &known) {
            assert!(line.is_char_boundary(begun));
        }
        if let Some(rest) = complete(&ground.texts, line, &known) {
            assert!(!rest.is_empty());
        }
        let today = "2026-12-10".parse().expect("a day");
        match Filter::parse(line, filter_names()) {
            Err(part) => assert!(filter_trouble(&ground.texts, &part).iter().all(|said| !said.is_empty())),
            Ok(whole) => {
                for filter in [whole.clone(), whole.typing()] {
                    for order in Sorting::ALL {
                        let answer = ground.index.ask(&filter, &ground.folders, today, 20, order).expect("an answer");
                        for found in &answer.found {
                            let _ = found.snippet(&answer.filter, 40);
                        }
                    }
                }
            }
        }
    });
});
