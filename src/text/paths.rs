//! Where a file is, for people: on one line whatever its name is, and as long as there is room for.

use super::{on_one_line, width};
use std::path::{Component, Path};

/// Stands for what is left out.
const LEFT_OUT: &str = "…";

/// A path in full, on one line: a name is text from outside.
pub fn whole_path(path: &Path) -> String {
    on_one_line(&path.to_string_lossy()).into_owned()
}

/// A path in at most so many columns. What is left out is in the middle: which disk it is on stands at the beginning, and
/// which file it is at the end.
pub fn short_path(path: &Path, most: usize) -> String {
    let whole = whole_path(path);
    if width(&whole) <= most {
        return whole;
    }
    let mut parts: Vec<String> = Vec::new();
    let mut root = "";
    for part in path.components() {
        match part {
            Component::RootDir => root = "/",
            other => parts.push(on_one_line(&other.as_os_str().to_string_lossy()).into_owned()),
        }
    }
    let Some((name, folders)) = parts.split_last() else { return whole };
    let beginning = folders.first().map(|first| format!("{root}{first}/{LEFT_OUT}/{name}"));
    let (mut shown, mut between) = match beginning {
        Some(long) if width(&long) <= most => (long, &folders[1..]),
        Some(_) | None => (format!("{LEFT_OUT}/{name}"), folders),
    };
    if width(&shown) > most {
        return short_name(name, most);
    }
    // As many of the folders nearest to the file as there is room for.
    let head = shown.len() - LEFT_OUT.len() - 1 - name.len();
    while let Some((nearest, rest)) = between.split_last() {
        let longer =
            format!("{}{nearest}/{}", &shown[..head + LEFT_OUT.len() + 1], &shown[head + LEFT_OUT.len() + 1..]);
        if width(&longer) > most {
            break;
        }
        (shown, between) = (longer, rest);
    }
    shown
}

/// A name of which the beginning says which meeting it is, and the end what kind of file.
fn short_name(name: &str, most: usize) -> String {
    let signs: Vec<char> = name.chars().collect();
    let mut kept = signs.len();
    loop {
        let (before, after) = (kept.div_ceil(2), kept / 2);
        let ends =
            signs[..before].iter().collect::<String>() + LEFT_OUT + &String::from_iter(&signs[signs.len() - after..]);
        if kept == 0 || width(&ends) <= most {
            return ends;
        }
        kept -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_left_whole_where_there_is_room_and_shortened_in_its_middle_where_not() {
        let path = Path::new("/media/annemarie/stick/werk/ketens/kompas/sessions/0004-2026-12-10.ron");
        assert_eq!(short_path(path, 80), path.to_string_lossy());
        assert_eq!(short_path(path, 50), "/media/…/kompas/sessions/0004-2026-12-10.ron");
        assert_eq!(short_path(path, 40), "/media/…/sessions/0004-2026-12-10.ron");
        assert_eq!(short_path(path, 24), "…/0004-2026-12-10.ron");
        assert_eq!(short_path(path, 12), "0004-2…0.ron");
        assert_eq!(short_path(Path::new("0004-2026-12-10.ron"), 12), "0004-2…0.ron");
    }

    #[test]
    fn no_path_is_longer_than_its_room_or_more_than_one_line() {
        for path in
            ["/a\nb/c\u{1b}[31m/een heel lange naam.ron", "/", "", "x", "../../日本語日本語/日本語.ron", "/é/è/ê"]
        {
            for most in 1..60 {
                let shown = short_path(Path::new(path), most);
                assert!(width(&shown) <= most.max(1), "{path:?} in {most}: {shown}");
                assert!(!shown.contains(['\n', '\u{1b}']), "{shown:?}");
            }
        }
    }
}
