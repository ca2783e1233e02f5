//! How the folders of this run were named when it was started, so that a command that is advised finds them again when it
//! is typed as it stands, from the same place.

use super::on_one_line;
use std::path::{Path, PathBuf};

/// Folders as they were typed.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// The full name of each, and how it was typed.
    folders: Vec<(PathBuf, PathBuf)>,
    /// The first is found without being named: it is where the person is, or in the environment.
    finds_first: bool,
}

impl Typed {
    /// Folders by their full name, with what was typed for each. The first may be found without it.
    pub fn new(folders: Vec<(PathBuf, PathBuf)>, finds_first: bool) -> Self {
        Self { folders, finds_first }
    }

    /// What has to stand behind a command for it to find the chain at `root`; nothing where it finds that by itself.
    pub fn option(&self, root: &Path) -> String {
        if self.finds_first && self.folders.first().is_some_and(|(full, _)| full == root) {
            return String::new();
        }
        let within = self.folders.iter().find_map(|(full, typed)| Some((typed, root.strip_prefix(full).ok()?)));
        let folder = match within {
            Some((typed, rest)) if rest.as_os_str().is_empty() => typed.clone(),
            Some((typed, rest)) if typed == Path::new(".") => rest.to_owned(),
            Some((typed, rest)) => typed.join(rest),
            None => root.to_owned(),
        };
        format!(" --dir {}", quoted(&on_one_line(&folder.to_string_lossy())))
    }
}

/// A word as a shell takes it for one.
pub fn quoted(word: &str) -> String {
    let is_plain = |sign: char| sign.is_alphanumeric() || "/._-+,:@%=".contains(sign);
    // A word that begins with this sign is the name of a program to some shells.
    if !word.is_empty() && !word.starts_with('=') && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(folders: &[(&str, &str)], finds_first: bool) -> Typed {
        Typed::new(folders.iter().map(|(full, typed)| (full.into(), typed.into())).collect(), finds_first)
    }

    #[test]
    fn a_folder_is_named_as_it_was_typed_and_only_where_it_has_to_be() {
        let here = typed(&[("/werk/kompas", ".")], true);
        assert_eq!(here.option(Path::new("/werk/kompas")), "");
        assert_eq!(here.option(Path::new("/werk/kompas/noord")), " --dir noord");
        assert_eq!(
            typed(&[("/werk/kompas", "../kompas")], false).option(Path::new("/werk/kompas")),
            " --dir ../kompas"
        );
        let two = typed(&[("/a", "a"), ("/b", "b c")], false);
        assert_eq!(two.option(Path::new("/b/x")), " --dir 'b c/x'");
        assert_eq!(two.option(Path::new("/tmp/l'or")), r" --dir '/tmp/l'\''or'");
    }
}
