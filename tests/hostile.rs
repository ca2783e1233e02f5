//! Hostile text: whatever stands in a file or is typed, the bytes that reach a terminal, a stream, a document or a form are
//! text, line ends, and the sequences that draw.

use crate::stage::{Stage, lay_out_kompas};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};
use serde_json::Value;
use std::cell::RefCell;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::rc::Rc;
use stuurgroep::app::draw;
use stuurgroep::model::agenda::Room;
use stuurgroep::store::{Folder, format};
use stuurgroep::text::Lang;
use stuurgroep::widgets::Theme;

/// Signs that no terminal may get, as Unicode names them and not as the program does: Cc, Cf, Zl, Zp, what is ignored by
/// default, noncharacters, private use.
const NEVER: [std::ops::RangeInclusive<u32>; 39] = [
    0x00..=0x09,
    0x0b..=0x1f,
    0x7f..=0x9f,
    0xad..=0xad,
    0x34f..=0x34f,
    0x600..=0x605,
    0x61c..=0x61c,
    0x6dd..=0x6dd,
    0x70f..=0x70f,
    0x890..=0x891,
    0x8e2..=0x8e2,
    0x115f..=0x1160,
    0x17b4..=0x17b5,
    0x180b..=0x180f,
    0x200b..=0x200c,
    0x200e..=0x200f,
    0x2028..=0x202e,
    0x2060..=0x206f,
    0x3164..=0x3164,
    0xe000..=0xf8ff,
    0xfdd0..=0xfdef,
    0xfe00..=0xfe0f,
    0xfeff..=0xfeff,
    0xffa0..=0xffa0,
    0xfff0..=0xfffb,
    0xfffe..=0xffff,
    0x110bd..=0x110bd,
    0x110cd..=0x110cd,
    0x13430..=0x1343f,
    0x1bca0..=0x1bca3,
    0x1d173..=0x1d17a,
    0x1fffe..=0x1ffff,
    0x2fffe..=0x2ffff,
    0x3fffe..=0x3ffff,
    0xe0000..=0xe0fff,
    0xf0000..=0xfffff,
    0x100000..=0x10ffff,
    0xdfffe..=0xdffff,
    0xefffe..=0xeffff,
];

fn is_never(sign: char) -> bool {
    NEVER.iter().any(|range| range.contains(&u32::from(sign)))
}

/// What people and files bring: sequences that steer, signs that hide or turn the order, heaps of marks, and every sign
/// that no terminal may get, thirty at a time.
fn payloads() -> Vec<String> {
    let marks = "\u{301}".repeat(200);
    let mut all: Vec<String> = [
        "\u{1b}[31mrood",
        "\u{1b}]0;titel\u{7}",
        "\u{1b}]52;c;Z2VoZWlt\u{7}",
        "\u{1b}]8;;http://x\u{1b}\\y",
        "\u{9b}2J",
        "\u{9d}0;t\u{9c}",
        "\u{1b}P+q\u{1b}\\",
        "\u{1b}[6n",
        "\u{1b}c",
        "goed\rfout",
        "een\ttwee",
        "een\u{8}\u{8}twee",
        "een\u{b}twee",
        "een\ntwee",
        "\u{0}nul",
        "\u{7f}weg",
        "\u{202e}100 neog",
        "\u{2067}om\u{2069}",
        "\u{200f}\u{200e}",
        "\u{61c}x",
        "a\u{200b}b",
        "a\u{200c}b",
        "a\u{200d}b",
        "a\u{2060}b",
        "\u{feff}bom",
        "af\u{ad}breken",
        "\u{3164}\u{ffa0}leeg",
        "\u{2028}regel",
        "\u{2029}alinea",
        "\u{e0041}\u{e007f}",
        "\u{fff9}a\u{fffa}b\u{fffb}",
        "\u{e000}\u{f8ff}",
        "\u{ffff}\u{fdd0}",
        "\u{10fffd}",
        "\u{fe00}\u{fe0d}",
        "❤\u{fe0f}",
        "👩\u{200d}👩\u{200d}👧\u{200d}👦",
        "日本語ｱﾞ",
        "\u{301}los",
        "ﷺ\u{1d173}",
        "\u{180e}\u{115f}",
        "שלום ‏abc",
    ]
    .map(str::to_owned)
    .into();
    all.push(format!("e{marks}"));
    all.push(format!("👩{}", "\u{200d}👩".repeat(200)));
    all.push(marks);
    let every: Vec<char> = NEVER.iter().cloned().flat_map(|range| range.take(300)).filter_map(char::from_u32).collect();
    all.extend(every.chunks(30).map(|signs| signs.iter().map(|sign| format!("x{sign}")).collect()));
    all
}

/// Kompas with something hostile in every text of its last meeting; `round` says what comes first where.
fn hostile_kompas(root: &Path, round: usize) {
    lay_out_kompas(root);
    let folder = Folder::at(root);
    let path = folder.find(4).unwrap().path;
    let payloads = payloads();
    let mut count = round * 7;
    let text = infected(&fs::read_to_string(&path).unwrap(), |text| {
        count += 1;
        let written = |place: usize| payloads[place % payloads.len()].escape_unicode().to_string();
        format!("{} {text} {}", written(count), written(count * 5))
    });
    assert!(count > 200, "{count} texts");
    format::parse(&text).unwrap();
    fs::write(path, text).unwrap();
    fs::write(root.join("assets/logo.txt"), payloads.join("\n")).unwrap();
    fs::create_dir_all(root.join("documents")).unwrap();
    fs::write(root.join("documents/\u{1b}[31m\u{202e}verslag\u{2028}.md"), payloads.join("\n")).unwrap();
}

/// The text of a session with every text of people in it changed: what has a space in it, and names that may have none.
fn infected(session: &str, mut how: impl FnMut(&str) -> String) -> String {
    let mut out = String::new();
    let mut rest = session;
    while let Some(open) = rest.find('"') {
        let name = rest[..open].trim_end_matches(": ").rsplit([' ', '(']).next().unwrap();
        let inside = &rest[open + 1..];
        let ends = inside.match_indices('"').map(|(place, _)| place);
        let end = ends.into_iter().find(|place| !inside[..*place].ends_with('\\')).unwrap();
        let text = &inside[..end];
        let of_people = text.contains(' ') || ["name", "slogan", "mascot", "place"].contains(&name);
        out.push_str(&rest[..=open]);
        out.push_str(&if of_people { how(text) } else { text.to_owned() });
        out.push('"');
        rest = &inside[end + 1..];
    }
    out + rest
}

/// Nothing in it but text that can be seen and line ends.
fn assert_harmless(what: &str, text: &str) {
    let signs: Vec<char> = text.chars().collect();
    let mut marks = 0;
    for (place, sign) in signs.iter().enumerate() {
        let around = || signs[place.saturating_sub(20)..(place + 20).min(signs.len())].iter().collect::<String>();
        assert!(!is_never(*sign), "{what}: {sign:?} in {:?}", around());
        let picture = |sign: Option<&char>| sign.is_some_and(|sign| *sign >= '\u{2190}' && !sign.is_alphanumeric());
        let joins = place > 0 && picture(signs.get(place - 1)) && picture(signs.get(place + 1));
        assert!(*sign != '\u{200d}' || joins, "{what}: a joiner that joins nothing in {:?}", around());
        marks = if ('\u{300}'..='\u{36f}').contains(sign) { marks + 1 } else { 0 };
        assert!(marks <= 8, "{what}: a heap of marks in {:?}", around());
    }
}

/// What the library writes to draw a frame.
#[derive(Clone, Default)]
struct Screen(Rc<RefCell<Vec<u8>>>);

impl Write for Screen {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The bytes of a frame from nothing are sequences that place, colour and hide the cursor, and harmless text.
fn assert_frame(what: &str, stage: &mut Stage, (columns, rows): (u16, u16)) {
    stage.app.desk.size = (columns, rows);
    let screen = Screen::default();
    let viewport = Viewport::Fixed(Rect::new(0, 0, columns, rows));
    let backend = CrosstermBackend::new(screen.clone());
    let mut terminal = Terminal::with_options(backend, TerminalOptions { viewport }).unwrap();
    terminal.draw(|frame| draw::draw(&stage.app, frame)).unwrap();
    let bytes = screen.0.borrow().clone();
    let text = String::from_utf8(bytes).unwrap();
    let mut rest = text.as_str();
    let mut plain = String::new();
    while let Some((before, sequence)) = rest.split_once('\u{1b}') {
        plain.push_str(before);
        let end = sequence.find(|sign: char| sign.is_ascii_alphabetic()).unwrap();
        let (body, last) = (&sequence[..end], &sequence[end..=end]);
        let drawn = body.starts_with('[') && body[1..].bytes().all(|byte| byte.is_ascii_digit() || byte == b';');
        assert!(drawn && ["m", "H"].contains(&last) || ["[?25"].contains(&body), "{what}: {body:?}{last}");
        rest = &sequence[end + 1..];
    }
    plain.push_str(rest);
    assert!(!plain.contains('\n'), "{what}: a line end");
    assert_harmless(what, &plain);
}

const SIZES: [(u16, u16); 2] = [(80, 24), (140, 45)];

fn on_stage(root: &tempfile::TempDir, theme: Theme) -> Stage {
    let mut stage = Stage::at(root.path(), Lang::Nl);
    stage.app.desk.theme = theme;
    stage.app.desk.open(4);
    stage
}

#[test]
fn no_screen_of_a_hostile_file_writes_more_than_text() {
    for (round, theme) in [Theme::FULL, Theme::ASCII].into_iter().enumerate() {
        let root = tempfile::tempdir().unwrap();
        hostile_kompas(root.path(), round);
        let mut stage = on_stage(&root, theme);
        for size in SIZES {
            for room in Room::ALL {
                stage.app.desk.meeting.as_mut().unwrap().show_room(room);
                assert_frame(&format!("{room:?}"), &mut stage, size);
                stage.keys("<PgDn>");
                assert_frame(&format!("{room:?} further"), &mut stage, size);
                stage.keys("<Enter>");
                assert_frame(&format!("{room:?} opened"), &mut stage, size);
                stage.keys("<Enter>");
                assert_frame(&format!("{room:?} a field"), &mut stage, size);
                stage.keys("<Esc><Esc><Esc><Esc>");
                stage.app.desk.layers.clear();
            }
        }
    }
}

#[test]
fn no_layer_over_a_hostile_file_writes_more_than_text() {
    let root = tempfile::tempdir().unwrap();
    hostile_kompas(root.path(), 3);
    let mut stage = on_stage(&root, Theme::FULL);
    for keys in [
        "?",
        ":",
        "/",
        "!",
        "z",
        "0b",
        "0r",
        "7v",
        "7c",
        "8g",
        "8c",
        "4*d",
        "w",
        "W",
        "=3<Enter>",
        "<C-l>",
        "1r",
        "1g",
        "2i",
        "2g",
        "3i",
        "+",
        "e",
        "<",
        "9r",
        "p",
        "dbesluit<Enter>p",
        "dbesluit<Enter><Enter>",
        "a@GEM<Enter>",
        "9b",
        "9i",
        "6v",
        "6c",
    ] {
        stage.keys(keys);
        SIZES.iter().for_each(|size| assert_frame(keys, &mut stage, *size));
        stage.keys("<Down><Enter>");
        assert_frame(&format!("{keys} and on"), &mut stage, SIZES[0]);
        stage.app.desk.layers.clear();
        stage.app.desk.message = None;
    }
}

#[test]
fn what_is_typed_or_pasted_anywhere_is_shown_as_text_and_stays_as_typed() {
    let root = tempfile::tempdir().unwrap();
    lay_out_kompas(root.path());
    let mut stage = on_stage(&root, Theme::FULL);
    for payload in payloads() {
        for keys in ["d", "a", "n", "1c", ":", "/", "<C-f>"] {
            stage.app.desk.layers.clear();
            stage.keys(keys);
            stage.paste(&payload);
            assert_frame(&format!("{keys} {payload:?}"), &mut stage, SIZES[0]);
            stage.keys("\u{202e}<Left><Left>\u{e0041}");
            assert_frame(&format!("{keys} {payload:?} typed"), &mut stage, SIZES[0]);
            // What was typed would stand in the field again.
            stage.keys("<C-g>");
        }
        stage.app.desk.layers.clear();
        stage.app.desk.say(payload.clone());
        assert_frame(&format!("said {payload:?}"), &mut stage, SIZES[0]);
    }
    // Words that were typed before would stand in the field again.
    let root = tempfile::tempdir().unwrap();
    lay_out_kompas(root.path());
    let mut stage = on_stage(&root, Theme::FULL);
    stage.keys("n");
    stage.paste("a\u{202e}b\u{2028}c\u{e0041}\u{9b}d").keys("<Enter>");
    assert_eq!(stage.session().notes.last().unwrap().text, "a\u{202e}b\u{2028}c\u{e0041}d");
}

#[test]
fn no_command_writes_more_than_text_and_json_holds_the_data_all_the_same() {
    let root = tempfile::tempdir().unwrap();
    hostile_kompas(root.path(), 1);
    let sessions = root.path().join("sessions");
    fs::write(sessions.join("0005-\u{1b}[2J\u{202e}\u{9b}.ron"), "(schema: 1, \u{1b}[31m\u{2028}: 2)").unwrap();
    let cache = tempfile::tempdir().unwrap();
    let run = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_stuurgroep"));
        command.env_clear().env("XDG_CACHE_HOME", cache.path()).args(args);
        let output =
            command.args(["--lang", "nl", "--today", "2026-12-10", "--dir"]).arg(root.path()).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        assert_harmless(&format!("{args:?}"), &text);
        assert_harmless(&format!("{args:?} on stderr"), &String::from_utf8(output.stderr).unwrap());
        text
    };
    let hostile = "\u{1b}[31m\u{9b}\u{202e}\u{2028}\u{e0041}";
    for args in [
        &["list"][..],
        &["show", "4"],
        &["show", "5"],
        &["signals"],
        &["check"],
        &["search", "urenregistratie"],
        &["search", hostile],
        &["register", "actions"],
        &["register", "decisions"],
        &["register", "stories"],
        &["register", "articles"],
        &["register", hostile],
        &["export", "4"],
        &["card", "B2026-06"],
        &["card", hostile],
        &["plan", "--date", hostile],
        &[hostile],
        &["round", "--read", hostile],
        &["show", hostile],
        &["export", "4", "--format", hostile],
        &["search", &format!("is:{hostile}")],
        &["export", "4", "--output", &format!("/bestaat-niet/{hostile}")],
    ] {
        run(args);
        run(&[args, &["--json"]].concat());
    }
    let shown: Value = serde_json::from_str(&run(&["show", "4", "--json"])).unwrap();
    let there = Folder::at(root.path()).find(4).unwrap().content.unwrap().session;
    assert_eq!(shown["chain"]["name"], there.chain.name.as_str(), "the data is the same");
    let out = tempfile::tempdir().unwrap();
    let (forms, report) = (out.path().join("forms"), out.path().join("verslag.md"));
    run(&["export", "4", "--output", report.to_str().unwrap()]);
    assert_harmless("the report", &fs::read_to_string(report).unwrap());
    fs::remove_file(sessions.join("0005-\u{1b}[2J\u{202e}\u{9b}.ron")).unwrap();
    run(&["round", "--blank", "--output", forms.to_str().unwrap()]);
    for entry in fs::read_dir(&forms).unwrap() {
        let path = entry.unwrap().path();
        assert!(path.file_name().unwrap().to_str().unwrap().bytes().all(|byte| byte.is_ascii_graphic()));
        assert_harmless("a form", &fs::read_to_string(path).unwrap());
    }
}

#[test]
fn home_and_the_search_of_a_hostile_chain_write_no_more_than_text() {
    let root = tempfile::tempdir().unwrap();
    hostile_kompas(root.path(), 2);
    let mut stage = Stage::at(root.path(), Lang::Nl);
    stage.app.read_home();
    stage.settle();
    SIZES.iter().for_each(|size| assert_frame("home", &mut stage, *size));
    stage.keys("/urenregistratie");
    stage.wait_until(|app| {
        let open = app.covers.iter().find_map(|(cover, _)| match cover {
            stuurgroep::app::cover::Cover::Search(archive) => Some(archive),
            _ => None,
        });
        open.is_some_and(|archive| !archive.is_waiting() && !archive.answer.found.is_empty())
    });
    for keys in ["", "<Down><Down>", " chain:", "<Tab>"] {
        stage.keys(keys);
        SIZES.iter().for_each(|size| assert_frame(&format!("search {keys}"), &mut stage, *size));
    }
}

#[test]
fn a_text_that_is_longer_than_any_may_be_is_refused_where_it_begins_and_hides_no_other_meeting() {
    let root = tempfile::tempdir().unwrap();
    lay_out_kompas(root.path());
    let path = root.path().join("sessions/0004-2026-12-10.ron");
    let text = fs::read_to_string(&path).unwrap();
    let long = text.replacen("name: \"Kompas", &format!("name: \"{}", "Lange naam ".repeat(30_000)), 1);
    assert_ne!(long, text);
    fs::write(&path, &long).unwrap();
    let cache = tempfile::tempdir().unwrap();
    for args in [
        &["list"][..],
        &["show", "4"],
        &["check"],
        &["signals"],
        &["search", "planner"],
        &["export", "4"],
        &["card", "O2026-01"],
        &["round", "--blank"],
        &["meet", "4"],
        &["list", "--json"],
        &["check", "--json"],
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_stuurgroep"));
        command.env_clear().env("XDG_CACHE_HOME", cache.path()).current_dir(cache.path()).args(args);
        let output = command.args(["--lang", "nl", "--dir"]).arg(root.path()).output().unwrap();
        let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(said.contains("langer is dan 256 KiB") && said.contains("regel 15, kolom 15"), "{args:?}: {said}");
        assert!(said.len() < 20_000, "{args:?}");
        let status = if args[0] == "check" { 1 } else { 3 };
        assert_eq!(output.status.code(), Some(status), "{args:?}");
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), long);
    assert!(Folder::at(root.path()).find(3).unwrap().content.is_ok());
}

#[test]
fn what_a_field_leaves_out_is_said_and_what_it_had_stays() {
    let root = tempfile::tempdir().unwrap();
    lay_out_kompas(root.path());
    let mut stage = on_stage(&root, Theme::FULL);
    stage.keys("nbegin ").paste(&"x".repeat(20_000));
    let left_out = 20_000 + "begin ".len() - 16 * 1024;
    assert!(stage.screen(140, 45).contains(&format!("{left_out} tekens pasten er niet bij")));
    stage.keys("<Enter>");
    let text = stage.session().notes.last().unwrap().text.clone();
    assert!(text.starts_with("begin xxx") && text.len() == 16 * 1024);
    for keys in [":", "/", "<C-f>"] {
        stage.keys(keys).paste(&"woord ".repeat(4000));
        let screen = stage.screen(140, 45);
        assert!(
            screen.contains("Dit veld is vol. 23744 tekens") || screen.contains("Dit veld is vol. 23743 tekens"),
            "{keys}: {screen}"
        );
        stage.app.desk.layers.clear();
        stage.app.desk.message = None;
    }
}
