//! Help, the ways in, and what stands where there is nothing: that a person finds what to do next, at any width.

use crate::stage::Stage;
use ratatui::style::Color;
use std::collections::BTreeSet;
use std::fs;
use stuurgroep::app::commands;
use stuurgroep::app::home::page;
use stuurgroep::desk::layers::Layer;
use stuurgroep::desk::meeting::Tab;
use stuurgroep::model::agenda::Room;
use stuurgroep::text::{Lang, Texts};
use stuurgroep::widgets::palette::DARK;
use stuurgroep::widgets::{Colours, Theme};

/// Every screen of the help, from its top to its end.
fn turned(stage: &mut Stage, columns: u16, rows: u16) -> String {
    let mut all = String::new();
    loop {
        let screen = stage.screen(columns, rows);
        if all.ends_with(&screen) {
            return all;
        }
        all.push_str(&screen);
        stage.keys("<PgDn>");
    }
}

fn go_to(stage: &mut Stage, room: Room) {
    stage.app.desk.meeting.as_mut().unwrap().go_to(Tab::Room(room));
}

#[test]
fn help_shows_every_command_of_the_pane_with_its_key() {
    for room in Room::ALL {
        let mut stage = Stage::kompas(Lang::Nl, 4);
        go_to(&mut stage, room);
        let all: Vec<_> = commands::entries(&stage.app).into_iter().filter(|one| !one.keys.is_empty()).collect();
        stage.keys("?");
        assert!(matches!(stage.app.desk.layers.last(), Some(Layer::Help(_))));
        let help = turned(&mut stage, 240, 120);
        let texts = Texts::new(Lang::Nl);
        for command in all {
            let keys: Vec<String> = command.keys.iter().map(|key| key.label()).collect();
            let (keys, name) = (keys.join(" "), texts.get(command.name));
            let stands = help.lines().any(|line| {
                let label = format!("{keys} ");
                let mut found = line.match_indices(&label);
                found.any(|(at, _)| line[at + keys.len()..].trim_start().starts_with(&name))
            });
            assert!(stands, "{room:?}: {keys} {name}\n{help}");
        }
        let lead = help.lines().skip_while(|line| !line.contains("Hier telt het meest")).nth(1).unwrap();
        assert!(lead.contains("Enter"), "{lead}");
    }
}

#[test]
fn help_says_what_signs_codes_and_the_factor_mean_and_any_of_four_keys_leaves_it() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("7?");
    let screen = stage.screen(140, 45);
    for part in
        ["Hulp bij 7 Keten-KPI's", "■ rood", "◆ oranje", "● groen", "geen overwegend bezwaar", "Factor 2: Meetbaar"]
    {
        assert!(screen.contains(part), "{part}\n{screen}");
    }
    for (key, room) in
        [("<Esc>", Room::Ambition), ("q", Room::Relation), ("?", Room::Balance), ("<Enter>", Room::Identity)]
    {
        stage.keys(key);
        assert!(
            stage.app.desk.layers.is_empty() && stage.app.desk.meeting.is_some(),
            "{key} closes help, and only that"
        );
        go_to(&mut stage, room);
        stage.keys("<F1>");
        let factor = format!("Factor {}:", room.factor().unwrap());
        assert!(turned(&mut stage, 80, 24).contains(&factor), "{factor}");
    }
    // Where no factor is worked on all eight are told; and it works on what covers the meeting too.
    stage.keys("<Esc>");
    go_to(&mut stage, Room::Opening);
    stage.keys("?");
    let help = turned(&mut stage, 100, 30);
    assert!((1..=8).all(|factor| help.contains(&format!("Factor {factor}:"))), "{help}");
    stage.keys("<Esc><C-f><F1>");
    let screen = stage.screen(80, 24);
    assert!(screen.contains("Op dit scherm") && screen.contains("Ctrl-o"), "{screen}");
}

/// Every word, whatever the width: words are never broken, and lines go on under each other.
#[test]
fn nothing_of_help_is_cut_at_any_width() {
    for lang in [Lang::Nl, Lang::En] {
        let mut stage = Stage::kompas(lang, 4);
        stage.keys("7");
        let texts = Texts::new(lang);
        let names = commands::entries(&stage.app).into_iter().filter(|one| !one.keys.is_empty()).map(|one| one.name);
        let ids = names.chain([
            "factor-told-measurable",
            "means-arrow",
            "help-text",
            "help-digits",
            "position-agree-with-note",
        ]);
        let words: BTreeSet<String> =
            ids.flat_map(|id| texts.get(id).split_whitespace().map(str::to_owned).collect::<Vec<_>>()).collect();
        for columns in (60..=240).step_by(3) {
            stage.app.desk.size = (columns, 30);
            stage.keys("?");
            let help = turned(&mut stage, columns, 30);
            stage.keys("<Esc>");
            for word in &words {
                assert!(help.contains(word), "{word} at {columns}\n{help}");
            }
        }
    }
}

/// A text stands there whole, or wrapped, or ends in dots.
fn stands_or_ends_in_dots(screen: &str, text: &str) -> bool {
    let cut = |until: usize| text.get(..until).is_some_and(|head| screen.contains(&format!("{}…", head.trim_end())));
    screen.contains(text) || (1..text.len()).any(cut) || text.split_whitespace().all(|word| screen.contains(word))
}

#[test]
fn nothing_of_home_is_cut_without_a_mark_at_any_width() {
    for lang in [Lang::Nl, Lang::En] {
        let mut stage = Stage::kompas(lang, 4);
        stage.keys("q").settle();
        let texts = Texts::new(lang);
        for columns in 60..=240 {
            let screen = stage.screen(columns, 120);
            let mut wanted: Vec<String> =
                ["tile-actions", "tile-deferred", "tile-kpi", "tile-stories", "home-all-signals"]
                    .into_iter()
                    .chain(["col-state", "col-decisions", "factor-governance", "home-dates", "home-date-covenant"])
                    .map(|id| texts.get(id))
                    .collect();
            wanted.extend(stage.app.home.chain.newest.iter().map(|session| session.ambition.text.clone()));
            wanted.extend(stage.app.home.raised.iter().take(2).map(|found| stuurgroep::text::words(&texts, found)));
            wanted.push("B2026-09".to_owned());
            for text in wanted {
                assert!(stands_or_ends_in_dots(&screen, &text), "{text} at {columns}\n{screen}");
            }
        }
    }
}

#[test]
fn there_are_three_ways_in_and_the_language_and_the_colours_are_at_hand() {
    let mut stage = Stage::empty(Lang::Nl);
    let text = page(&stage.app).plain(200);
    let at = |way: &str| text.find(way).unwrap_or_else(|| panic!("{way}\n{text}"));
    assert!(at("Kijk rond in Kompas") < at("Begin een keten") && at("Begin een keten") < at("Open een map"));
    assert!(text.contains("--lang") && text.contains("--theme"), "{text}");
    for columns in 60..=240 {
        let screen = stage.screen(columns, 24);
        for id in ["way-sample-does", "way-new-chain-does", "way-folder-does", "first-looked"] {
            assert!(stands_or_ends_in_dots(&screen, &Texts::new(Lang::Nl).get(id)), "{id} at {columns}\n{screen}");
        }
    }
    // The second way in asks its first question; the third for a folder, and a folder that is not there is said so.
    stage.keys("<Down><Enter>");
    assert!(stage.screen(80, 24).contains("Hoe heet"), "{}", stage.screen(80, 24));
    stage.keys("<Esc><Down><Enter>/is/er/niet<Enter>");
    assert!(matches!(stage.app.desk.layers.last(), Some(Layer::Prompt(prompt)) if prompt.error.is_some()));
    stage.keys("<Esc>L");
    assert!(stage.screen(80, 24).contains("Look around in Kompas"), "{}", stage.screen(80, 24));
    stage.app.desk.theme = Theme::FULL;
    stage.keys("T");
    assert_eq!(stage.app.desk.theme.colours, Colours::Light);
    // Who asked for no colour gets none.
    stage.app.desk.theme = Theme::PLAIN;
    stage.keys("T");
    assert_eq!(stage.app.desk.theme, Theme::PLAIN);
}

#[test]
fn another_folder_is_opened_from_the_first_run_and_from_home() {
    let mut stage = Stage::empty(Lang::Nl);
    let other = tempfile::tempdir().unwrap();
    crate::stage::lay_out_kompas(other.path());
    let file = other.path().join("assets/logo.txt");
    stage.keys("o").paste(file.to_str().unwrap()).keys("<Enter>");
    assert!(stage.screen(140, 45).contains("is een bestand, geen map"), "{}", stage.screen(140, 45));
    stage.keys("<Esc>o").paste(other.path().to_str().unwrap()).keys("<Enter>").settle();
    assert!(page(&stage.app).plain(200).contains("Vergaderingen (4)"), "{}", page(&stage.app).plain(200));
    let empty = tempfile::tempdir().unwrap();
    stage.keys("o").paste(empty.path().to_str().unwrap()).keys("<Enter>").settle();
    assert!(stage.app.home.is_empty());
    assert!(page(&stage.app).plain(200).contains("Kijk rond in Kompas"));
}

#[test]
fn a_folder_that_went_and_an_index_that_can_not_be_used_say_what_to_do() {
    let mut stage = Stage::empty(Lang::Nl);
    stage.app.home.trouble = Some("de schijf is vol".to_owned());
    let text = page(&stage.app).plain(200);
    for part in ["■ De index doet het niet (de schijf is vol)", "stuurgroep meet", "q  sluit het programma"] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    stage.app.home.trouble = None;
    stage.app.home.had_folder = true;
    stage.app.home.chain.is_there = false;
    let text = page(&stage.app).plain(200);
    for part in ["■ De map", "Er is niets gewist", "o  opent een andere map"] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    let screen = stage.screen(80, 24);
    assert!(screen.contains("o andere map") && !screen.contains("n naar de volgende"), "{screen}");
    stage.app.home.reading = true;
    assert!(page(&stage.app).plain(200).contains("▶ De vergaderingen worden gelezen"));
}

/// In a new chain there is hardly anything: whatever is missing says so with a sign, and the key that it names does something
/// there.
#[test]
fn where_there_is_nothing_a_key_says_what_to_do() {
    let mut stage = Stage::new_chain(Lang::Nl);
    for (room, part, key) in [
        (Room::Kpis, "· Er is nog geen keten-KPI.", "i"),
        (Room::Ambition, "· Er is nog geen ambitie", "i"),
        (Room::Balance, "· Er is nog geen opbrengstenronde gehouden", "r"),
        (Room::Governance, "Er kwam niets omhoog.   i  legt een escalatie vast", "i"),
        (Room::Relation, "· De temperatuur is nog niet gepeild", "r"),
    ] {
        go_to(&mut stage, room);
        let text = stage.page();
        assert!(text.contains(part), "{part}\n{text}");
        let known = commands::entries(&stage.app).into_iter().any(|one| one.label().as_deref() == Some(key));
        assert!(known, "{key} does nothing in {room:?}");
    }
    // Where nothing may be written no key is named.
    let mut stage = Stage::kompas(Lang::Nl, 2);
    let mut session = stage.on_disk(2);
    session.kpis.clear();
    fs::write(stage.path(2), stuurgroep::store::format::render(&session).unwrap()).unwrap();
    stage.app.desk.open(2);
    go_to(&mut stage, Room::Kpis);
    let text = stage.page();
    assert!(text.contains("Er is nog geen keten-KPI.") && !text.contains("maakt er een"), "{text}");
}

/// On home, in help and in the list of signals nothing is in the colour of a warning but signs, bars and few words, and of the
/// sixteen colours of a terminal no word has one.
#[test]
fn the_warning_colour_is_rare_and_words_keep_the_colour_of_the_terminal() {
    let screens = [("q", ""), ("", "?"), ("", "!"), ("", "<C-f>")];
    for (leave, keys) in screens {
        for size in [(80, 24), (140, 45), (200, 60)] {
            let mut stage = Stage::kompas_in(Lang::Nl, 4, Theme::FULL);
            stage.app.desk.size = size;
            stage.keys(leave).settle().keys(keys);
            let buffer = stage.buffer(size.0, size.1);
            let ink: Vec<_> = buffer.content().iter().filter(|cell| cell.symbol() != " ").collect();
            let amber = ink.iter().filter(|cell| cell.fg == DARK.amber || cell.bg == DARK.amber).count();
            assert!(amber * 100 <= ink.len() * 5, "{keys:?} at {size:?}: {amber} of {}", ink.len());
        }
        for light in [false, true] {
            let theme = Theme { colours: Colours::Terminal { light }, ascii: false };
            let mut stage = Stage::kompas_in(Lang::Nl, 4, theme);
            stage.app.desk.size = (140, 45);
            stage.keys(leave).settle().keys(keys);
            // The chain chose a colour for its own name.
            let own = stage.on_disk(4).identity.colour.parse::<Color>().ok();
            let buffer = stage.buffer(140, 45);
            let wrong: Vec<_> = buffer
                .content()
                .iter()
                .filter(|cell| cell.fg != Color::Reset && cell.symbol().chars().all(char::is_alphanumeric))
                .filter(|cell| Some(cell.fg) != own)
                .collect();
            assert!(wrong.is_empty(), "{keys:?}: {wrong:?}");
        }
    }
}
