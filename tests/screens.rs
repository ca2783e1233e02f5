//! Every screen at three sizes in both languages, as text. A change of a screen is a change to be looked at.

use crate::stage::Stage;
use stuurgroep::app::App;
use stuurgroep::app::cover::Cover;
use stuurgroep::app::search::Search;
use stuurgroep::app::trends::Trends;
use stuurgroep::desk::layers::Layer;
use stuurgroep::desk::meeting::Tab;
use stuurgroep::model::agenda::Room;
use stuurgroep::text::Lang;
use stuurgroep::widgets::Theme;

const SIZES: [(u16, u16); 3] = [(80, 24), (140, 45), (200, 60)];
const LANGS: [(Lang, &str); 2] = [(Lang::Nl, "nl"), (Lang::En, "en")];

/// Goes to the first place of a room.
fn go_to(stage: &mut Stage, room: Room) {
    let meeting = stage.app.desk.meeting.as_mut().unwrap();
    let item = meeting.session.agenda.items.iter().find(|item| item.room == room);
    meeting.tab = item.map_or(Tab::Room(room), |item| Tab::Item(item.no.clone()));
}

/// The screen after these keys, at every size and in every language.
fn look(name: &str, room: Option<Room>, keys: &str) {
    for (lang, tag) in LANGS {
        for size in SIZES {
            let mut stage = Stage::kompas(lang, 4);
            stage.app.desk.size = size;
            if let Some(room) = room {
                go_to(&mut stage, room);
            }
            stage.keys(keys).settle();
            let screen = stage.screen(size.0, size.1);
            let raw = screen.split_whitespace().find(|word| {
                word.contains('-')
                    && stuurgroep::text::Texts::new(Lang::Nl).get(word) != *word
                    && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
            });
            assert_eq!(raw, None, "the name of a message is no text");
            insta::assert_snapshot!(format!("{name}-{tag}-{}", size.0), screen);
        }
    }
}

#[test]
fn every_pane() {
    for (room, name) in [
        (Room::Opening, "opening"),
        (Room::Successes, "successes"),
        (Room::Ambition, "ambition"),
        (Room::Kpis, "kpis"),
        (Room::Governance, "governance"),
        (Room::Differences, "differences"),
        (Room::Balance, "balance"),
        (Room::Relation, "relation"),
        (Room::Identity, "identity"),
        (Room::Closing, "closing"),
        (Room::Free, "free"),
    ] {
        look(name, Some(room), "");
    }
}

#[test]
fn the_table_is_taken_and_something_is_on_record() {
    look("on-record", None, "*4dGEM betaalt de ketenplanner in principe<Enter><Down><Enter>");
    look("opening-after", None, "rmmwmbmm");
}

#[test]
fn layers() {
    look("help", None, "?");
    look("palette", None, ":");
    look("search", None, "/planner");
    look("decision", Some(Room::Governance), "/B2026-06<Enter>");
    look("positions", None, "*4dGEM betaalt<Enter>pi");
    look("guard-story", Some(Room::Successes), "<Down><Down><Down>g");
    look("guard-escalation", Some(Room::Governance), "g");
    look("close", Some(Room::Closing), "C");
}

#[test]
fn details() {
    look("partner", None, "<Enter>");
    look("ambition-partner", Some(Room::Ambition), "<Down><Enter>");
    look("kpi", Some(Room::Kpis), "<Enter>");
    look("escalation", Some(Room::Governance), "<Enter>");
    look("story", Some(Room::Successes), "<Enter>");
    look("action", None, "/A2026-06<Enter>");
    look("item", None, "e");
}

#[test]
fn home_and_the_first_run() {
    for (lang, tag) in LANGS {
        for size in SIZES {
            let mut stage = Stage::kompas(lang, 4);
            stage.app.desk.size = size;
            stage.keys("q").settle();
            insta::assert_snapshot!(format!("home-{tag}-{}", size.0), stage.screen(size.0, size.1));
            let mut stage = Stage::new_chain(lang);
            let screen = stage.screen(size.0, size.1);
            insta::assert_snapshot!(format!("new-chain-{tag}-{}", size.0), screen);
        }
    }
}

#[test]
fn looking_back() {
    for (lang, tag) in LANGS {
        for size in SIZES {
            let look = |name: &str, keys: &str, done: fn(&App) -> bool| {
                let mut stage = Stage::kompas(lang, 4);
                stage.app.desk.size = size;
                stage.keys("q").settle().keys(keys).wait_until(done);
                insta::assert_snapshot!(format!("{name}-{tag}-{}", size.0), stage.screen(size.0, size.1));
            };
            look("archive", "/weekend", |app| archive(app).is_some_and(|open| !open.is_waiting()));
            look("archive-empty", "/xyzzyx", |app| archive(app).is_some_and(|open| !open.is_waiting()));
            look("trends-kpis", "<C-t>", |app| trends(app).is_some_and(|open| open.held.is_some()));
            look("trends-upward", "<C-t><Tab>", |app| trends(app).is_some_and(|open| open.held.is_some()));
            let mut stage = Stage::kompas(lang, 4);
            stage.app.desk.size = size;
            stage
                .keys("/A2026-06<Enter><C-l>")
                .wait_until(|app| matches!(app.desk.layers.last(), Some(Layer::Reader(_))));
            insta::assert_snapshot!(format!("life-{tag}-{}", size.0), stage.screen(size.0, size.1));
        }
    }
}

fn archive(app: &App) -> Option<&Search> {
    match app.top_cover() {
        Some(Cover::Search(archive)) => Some(archive),
        _ => None,
    }
}

fn trends(app: &App) -> Option<&Trends> {
    match app.top_cover() {
        Some(Cover::Trends(trends)) => Some(trends),
        _ => None,
    }
}

#[test]
fn looking_back_needs_no_unicode() {
    let mut stage = Stage::kompas_in(Lang::En, 4, Theme::ASCII);
    stage.app.desk.size = (140, 45);
    stage.keys("q").settle();
    for keys in ["", "/is:op", "<Esc><Esc><C-t>", "<Tab>", "<Tab>", "<Tab>"] {
        stage.keys(keys).wait_until(|app| archive(app).is_none_or(|open| !open.is_waiting()));
        let screen = stage.screen(140, 45);
        // What people wrote is theirs; signs of the program are not.
        let signs = screen.chars().filter(|c| matches!(c, '\u{2500}'..='\u{28ff}')).count();
        assert_eq!(signs, 0, "{keys}\n{screen}");
    }
}

#[test]
fn only_ascii_where_that_is_asked() {
    for room in Room::ALL {
        let mut stage = Stage::kompas_in(Lang::Nl, 4, Theme::ASCII);
        go_to(&mut stage, room);
        for keys in ["", "?", "<Esc><Enter>"] {
            stage.keys(keys);
            let screen = stage.screen(140, 45);
            let other: String = screen.chars().filter(|c| !c.is_ascii()).collect();
            assert_eq!(other, "", "{room:?} {keys}");
        }
    }
}

#[test]
fn an_adopted_meeting_is_read_only_and_says_so() {
    let mut stage = Stage::kompas(Lang::Nl, 2);
    let screen = stage.screen(140, 45);
    assert!(screen.contains("alleen lezen") && screen.contains("vastgesteld op 17 september 2026"), "{screen}");
    let before = stage.session().clone();
    stage.keys("nprobeer het<Enter>*mx");
    assert_eq!(stage.session(), &before);
    assert!(stage.screen(140, 45).contains("Alleen lezen:"), "{}", stage.screen(140, 45));
}
