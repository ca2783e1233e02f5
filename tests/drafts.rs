//! What was typed and not entered is there again, in its own field; and undo is there again after a restart.

use crate::stage;
use crate::stage::Stage;
use crate::terminal::Terminal;
use crate::ways::{Ground, WAYS, Way};
use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;
use stuurgroep::desk::layers::Layer;
use stuurgroep::model::change::Change;
use stuurgroep::model::{RecordKind, Session};
use stuurgroep::store::read::load;
use stuurgroep::text::Lang;

const OFFERED: &str = "Ctrl-g empties the field";
const FILE: &str = "0004-2026-12-10.ron";

/// The title and the words of the field on top.
fn field(stage: &Stage) -> (String, String) {
    match stage.app.desk.layers.last() {
        Some(Layer::Prompt(prompt)) => (prompt.title.clone(), prompt.editor.text()),
        _ => panic!("no field is open"),
    }
}

fn is_offered(stage: &Stage) -> bool {
    matches!(stage.app.desk.layers.last(), Some(Layer::Prompt(prompt)) if prompt.offered.is_some())
}

/// The files of drafts below a folder, hidden ones not.
fn kept(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else { return found };
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            found.extend(kept(&path));
        } else if path.parent().is_some_and(|parent| parent.ends_with("drafts")) {
            found.push(path);
        }
    }
    found
}

/// The same program again, over the folder and the state that it left.
fn again(stage: Stage, number: u32) -> Stage {
    let lang = stage.app.desk.texts.lang;
    let next = stage.start_again(lang);
    open(next, number)
}

/// Opens a meeting, once whoever had the folder before has let go of it.
fn open(mut stage: Stage, number: u32) -> Stage {
    for _ in 0..1000 {
        stage.app.desk.open(number);
        if stage.app.desk.meeting.as_ref().is_none_or(|meeting| meeting.saves()) {
            return stage;
        }
        sleep(Duration::from_millis(20));
    }
    panic!("the folder is never let go of");
}

// Fields of every kind.

/// Keys to a field from a meeting that was just opened, everybody there.
const FIELDS: [(&str, &str); 31] = [
    ("a new decision", "*9d"),
    ("a new disagreement", "*9o"),
    ("a new action", "*9a"),
    ("a new note", "*9n"),
    ("a note under another item", "*{Opening}n"),
    ("a new story", "*3i"),
    ("a new agenda item to decide", "*+1"),
    ("a new agenda item to explore", "*+4"),
    ("the ambition", "*{Ambition}i"),
    ("a new KPI", "*7i"),
    ("a value of a KPI", "*7v"),
    ("the cause of a KPI", "*7b"),
    ("a new escalation", "*{Governance}i"),
    ("a body", "*{Governance}b1"),
    ("a body of another level", "*{Governance}b2"),
    ("a moment that went well", "*{Relation}ig"),
    ("a moment that grated", "*{Relation}is"),
    ("the rule of the café", "*{Relation}y"),
    ("the day of a café", "*{Relation}c"),
    ("the day of an activity", "*{Relation}b"),
    ("the next date", "*{Closing}v"),
    ("papers sent", "*{Opening}i"),
    ("a correction", "*{Opening}gc"),
    ("a signal from the shop floor", "*8i"),
    ("a partner that joins", "*:partner joins<Enter>"),
    ("the text of a decision", "*8!<Esc>9d{decision}"),
    ("a name of the chain", "*{Identity}<Enter>"),
    ("an action of a decision", "*{made}a"),
    ("a disagreement on a decision", "*{made}o"),
    ("the title of an item", "*5e<Enter>"),
    ("the title of another item", "*6e<Enter>"),
];

fn room(stage: &mut Stage, name: &str) {
    use stuurgroep::model::agenda::Room;
    let room = match name {
        "Opening" => Room::Opening,
        "Ambition" => Room::Ambition,
        "Governance" => Room::Governance,
        "Relation" => Room::Relation,
        "Closing" => Room::Closing,
        _ => Room::Identity,
    };
    stage.app.desk.meeting.as_mut().unwrap().show_room(room);
}

/// Types the keys of a field; what stands in braces is a place to go to.
fn go(stage: &mut Stage, keys: &str) {
    let mut rest = keys;
    while let Some((before, tail)) = rest.split_once('{') {
        let (name, after) = tail.split_once('}').unwrap();
        stage.keys(before);
        match name {
            "decision" => {
                stage.keys("Een voorstel<Enter><Enter><Enter>");
            }
            "made" => {
                stage.keys("9dEen voorstel<Enter>");
            }
            name => room(stage, name),
        }
        rest = after;
    }
    stage.keys(rest);
}

#[test]
fn every_field_gets_its_own_words_back_and_no_others() {
    for (place, (name, keys)) in FIELDS.iter().enumerate() {
        let words = format!("woorden nummer {place}");
        let mut stage = Stage::kompas(Lang::En, 4);
        go(&mut stage, keys);
        let (title, start) = field(&stage);
        assert!(!is_offered(&stage), "{name}");
        stage.keys(&words).keys("<Esc>");
        let mut stage = again(stage, 4);
        assert_eq!(stage.app.desk.drafts_waiting(), 1, "{name}");
        // The list opens it, wherever the secretary is.
        stage.keys(":drafts<Enter><Enter>");
        assert_eq!(field(&stage).0, title, "{name} from the list");
        assert!(field(&stage).1.ends_with(&words) && is_offered(&stage), "{name} from the list: {:?}", field(&stage));
        assert!(stage.screen(80, 24).contains(OFFERED), "{name}\n{}", stage.screen(80, 24));
        // Thrown away it is as if nobody had typed in it.
        stage.keys("<C-g>");
        assert_eq!(field(&stage).1, start, "{name}");
        stage.keys("<Esc>");
        assert_eq!(stage.app.desk.drafts_waiting(), 0, "{name}");
    }
}

#[test]
fn words_of_one_field_are_offered_in_no_other() {
    let mut stage = Stage::kompas(Lang::En, 4);
    stage.keys("*");
    // What needs something that is made first would be made twice.
    let fields = FIELDS.iter().filter(|(_, keys)| !keys.contains("{made}") && !keys.contains("{decision}"));
    // Everybody is there and the report is adopted from the first time on.
    let fields: Vec<(&str, String)> =
        fields.map(|(name, keys)| (*name, keys.trim_start_matches('*').replace("gc", "c"))).collect();
    for (place, (name, keys)) in fields.iter().enumerate() {
        go(&mut stage, keys);
        assert!(!is_offered(&stage), "{name}: {:?}", field(&stage));
        stage.keys(&format!("woorden nummer {place}")).keys("<Esc>");
        while !stage.app.desk.layers.is_empty() {
            stage.keys("<Esc>");
        }
        assert_eq!(stage.app.desk.drafts_waiting(), place + 1, "{name}");
    }
    for (place, (name, keys)) in fields.iter().enumerate() {
        go(&mut stage, keys);
        assert!(is_offered(&stage) && field(&stage).1.ends_with(&format!("woorden nummer {place}")), "{name}");
        while !stage.app.desk.layers.is_empty() {
            stage.keys("<Esc>");
        }
    }
}

#[test]
fn a_line_says_that_there_are_drafts_and_the_list_shows_them() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("nEen half woord<Esc>");
    assert!(stage.screen(80, 24).lines().next().unwrap().contains("1 concept"), "{}", stage.screen(80, 24));
    assert!(stage.screen(80, 24).contains("Bewaard als concept"), "{}", stage.screen(80, 24));
    stage.keys("aNog een<Esc>");
    assert!(stage.screen(80, 24).lines().next().unwrap().contains("2 concepten"), "{}", stage.screen(80, 24));
    stage.keys(":concepten<Enter>");
    let screen = stage.screen(80, 24);
    assert!(screen.contains("Een half woord") && screen.contains("Nog een"), "{screen}");
}

#[test]
fn a_field_that_is_emptied_leaves_no_draft() {
    let mut stage = Stage::kompas(Lang::En, 4);
    stage.keys("nab<Bs><Bs><Esc>");
    assert_eq!(stage.app.desk.drafts_waiting(), 0);
    // What stands there already is no draft either.
    stage.keys("5e<Enter>x<Bs><Esc><Esc>");
    assert_eq!(stage.app.desk.drafts_waiting(), 0);
}

#[test]
fn what_was_thrown_away_comes_back_with_undo_in_the_field() {
    let mut stage = Stage::kompas(Lang::En, 4);
    stage.keys("nEen half woord<Esc>n<C-g>");
    assert_eq!(field(&stage).1, "");
    for _ in 0..3 {
        stage.keys("<C-u>");
    }
    assert_eq!(field(&stage).1, "Een half woord");
    stage.keys("<Esc>n");
    assert_eq!(field(&stage).1, "Een half woord");
}

#[test]
fn a_draft_goes_when_its_words_are_recorded_and_not_before() {
    let mut stage = Stage::kompas(Lang::En, 4);
    stage.keys("nEen woord<Enter>");
    stage.keys("n");
    assert!(!is_offered(&stage) && field(&stage).1.is_empty(), "what was entered is not offered");
    stage.keys("<Esc>");
    stage.wait_kept();
    assert_eq!(kept(&stage.state_folder()).len(), 1, "and kept until it is on disk");
    stage.settle();
    stage.wait_kept();
    assert_eq!(kept(&stage.state_folder()), Vec::<PathBuf>::new());
    assert_eq!(stage.on_disk(4).notes.last().unwrap().text, "Een woord");
}

#[test]
fn no_on_a_question_brings_the_field_back_with_its_words() {
    for no in ["<Enter>", "<Esc>"] {
        let mut stage = Stage::kompas(Lang::En, 4);
        // Nobody is there yet.
        stage.keys("9dEen besluit zonder quorum<Enter>");
        assert!(stage.screen(100, 30).contains("solve it first"), "{}", stage.screen(100, 30));
        stage.keys(no);
        assert_eq!(field(&stage).1, "Een besluit zonder quorum");
        assert!(stage.session().own_decisions().all(|found| found.text != "Een besluit zonder quorum"));
        stage.keys("<Esc>d");
        assert_eq!(field(&stage).1, "Een besluit zonder quorum");
        // Yes puts it on record in one step.
        stage.keys("<Enter>2");
        let made = stage.session().own_decisions().any(|found| found.text == "Een besluit zonder quorum");
        assert!(made && stage.app.desk.layers.is_empty(), "{}", stage.screen(100, 30));
        let steps = stage.app.desk.meeting.as_ref().unwrap().steps();
        assert_eq!(steps, 1);
        stage.settle().wait_kept();
        assert_eq!(stage.app.desk.drafts_waiting(), 0);
        assert_eq!(kept(&stage.state_folder()), Vec::<PathBuf>::new());
    }
}

#[test]
fn questions_in_a_row_are_drafts_until_the_last_is_on_record() {
    let mut stage = Stage::kompas(Lang::En, 4);
    stage.keys("*");
    room(&mut stage, "Relation");
    stage.keys("b10-11-2026<Enter>Een lunch");
    let mut stage = again(stage, 4);
    assert_eq!(stage.app.desk.drafts_waiting(), 2);
    room(&mut stage, "Relation");
    stage.keys("b");
    assert_eq!(field(&stage).1, "10-11-2026");
    stage.keys("<Enter>");
    assert_eq!(field(&stage).1, "Een lunch");
    stage.keys("<Enter>").settle().wait_kept();
    assert_eq!((stage.app.desk.drafts_waiting(), kept(&stage.state_folder()).len()), (0, 0));
}

#[test]
fn nothing_given_in_silence_is_kept() {
    let mut stage = Stage::kompas(Lang::En, 4);
    stage.keys("*9dEen voorstel<Enter>");
    let id = stage.session().decisions.last().unwrap().id.clone();
    // The first partner is absent: its position is in a letter, and the day of that is asked in silence.
    room(&mut stage, "Opening");
    stage.keys("b");
    stage.app.desk.meeting.as_mut().unwrap().show_room(stuurgroep::model::agenda::Room::Governance);
    stage.app.desk.meeting.as_mut().unwrap().select(stuurgroep::desk::Target::Record(id));
    stage.keys("pt");
    let Some(Layer::Prompt(prompt)) = stage.app.desk.layers.last() else { panic!("{}", stage.screen(100, 30)) };
    assert!(prompt.field.is_none() && prompt.title.contains("letter"), "{}", prompt.title);
    stage.keys("3-12<Esc>").settle().wait_kept();
    assert_eq!((stage.app.desk.drafts_waiting(), kept(&stage.state_folder()).len()), (0, 0));
}

#[test]
fn a_draft_of_something_that_is_gone_is_shown_and_can_be_thrown_away() {
    let mut stage = Stage::kompas(Lang::En, 4);
    stage.keys("*9dEen voorstel<Enter>aBel de school<Esc>u");
    stage.keys(":drafts<Enter><Enter>");
    let screen = stage.screen(100, 30);
    assert!(screen.contains("is gone") && screen.contains("Bel de school"), "{screen}");
    stage.keys("<Enter>");
    assert_eq!(stage.app.desk.drafts_waiting(), 1, "kept unless somebody says otherwise");
    stage.keys(":drafts<Enter><Enter>2");
    assert_eq!(stage.app.desk.drafts_waiting(), 0);
}

#[test]
fn drafts_survive_undo_another_meeting_and_a_file_that_changed() {
    let mut stage = Stage::kompas(Lang::En, 4);
    stage.keys("nEen half woord<Esc>aEen actie<Enter>u");
    stage.keys("[]");
    assert_eq!(stage.session().number, 4);
    stage.settle();
    let path = stage.path(4);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("Rondvraag", "Wat verder ter tafel komt")).unwrap();
    let mut stage = again(stage, 4);
    stage.keys("n");
    assert_eq!(field(&stage).1, "Een half woord");
}

#[test]
fn what_is_only_read_has_no_drafts_and_touches_none() {
    let mut stage = Stage::kompas(Lang::En, 4);
    stage.keys("nEen half woord<Esc>").wait_kept();
    let before: Vec<Vec<u8>> = kept(&stage.state_folder()).iter().map(|path| fs::read(path).unwrap()).collect();
    let mut second = Stage::at(stage.folder.path(), Lang::En);
    second.app.desk.state = stage.app.desk.state.clone();
    second.app.desk.open(4);
    assert!(!second.app.desk.may_write());
    assert_eq!(second.app.desk.drafts_waiting(), 0);
    second.wait_kept();
    let after: Vec<Vec<u8>> = kept(&stage.state_folder()).iter().map(|path| fs::read(path).unwrap()).collect();
    assert_eq!(before, after);
}

#[test]
fn the_answers_about_a_new_chain_are_there_again_after_a_restart() {
    let mut stage = Stage::empty(Lang::En);
    stage.keys("nProef<Enter>POL Politie<A-Enter>OM Parket");
    let mut stage = again(stage, 1);
    stage.app.read_home();
    stage.settle();
    stage.keys("n");
    assert_eq!(field(&stage).1, "Proef");
    stage.keys("<Enter>");
    assert_eq!(field(&stage).1, "POL Politie\nOM Parket");
    stage.keys("<Enter><Enter>12-3-2027<Enter>");
    assert_eq!(stage.session().chain.name, "Proef");
    stage.wait_kept();
    assert_eq!(kept(&stage.state_folder()), Vec::<PathBuf>::new());
}

#[test]
fn an_unreadable_draft_is_said_until_somebody_throws_it_away() {
    let mut stage = Stage::kompas(Lang::En, 4);
    stage.keys("nEen half woord<Esc>").wait_kept();
    let path = kept(&stage.state_folder()).remove(0);
    fs::write(&path, "{ half").unwrap();
    let mut stage = again(stage, 4);
    assert_eq!(stage.app.desk.drafts_waiting(), 1);
    stage.keys("nEen ander woord<Esc>").wait_kept();
    assert_eq!(fs::read_to_string(path.with_extension("unreadable")).unwrap(), "{ half");
    stage.keys(":drafts<Enter><Down><Enter>");
    assert!(stage.screen(100, 30).contains("can't be read"), "{}", stage.screen(100, 30));
    stage.keys("2");
    assert!(!path.with_extension("unreadable").exists());
}

// Undo.

fn notes(session: &Session) -> Vec<String> {
    session.notes.iter().map(|note| note.text.clone()).collect()
}

#[test]
fn undo_says_what_it_takes_back_and_redo_what_is_there_again() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("aRooster aanpassen @JR<Enter>");
    let id = stage.session().actions.last().unwrap().id.clone();
    stage.keys("u");
    let said = format!("Teruggenomen: actie {id} \"Rooster aanpassen\"");
    assert!(stage.screen(140, 45).contains(&said), "{}", stage.screen(140, 45));
    stage.keys("<C-r>");
    let said = format!("Weer terug: actie {id} \"Rooster aanpassen\"");
    assert!(stage.screen(140, 45).contains(&said), "{}", stage.screen(140, 45));
    stage.keys("*u");
    assert!(stage.screen(140, 45).contains("Teruggenomen: de aanwezigheid van"), "{}", stage.screen(140, 45));
    stage.keys("4xu");
    assert!(stage.screen(140, 45).contains("agendapunt"), "{}", stage.screen(140, 45));
}

#[test]
fn undo_never_names_what_was_given_in_silence() {
    let mut stage = Stage::kompas(Lang::En, 4);
    stage.keys("*9dEen voorstel<Enter>p").keys("t<Esc><Esc>");
    let sealed = stage.session().decisions.last().unwrap().sealed.clone();
    assert_eq!(sealed.len(), 1, "{}", stage.screen(140, 45));
    stage.keys("u");
    let screen = stage.screen(140, 45);
    assert!(
        screen.contains(&format!("Taken back: what {} gave in silence", sealed.given_by().next().unwrap())),
        "{screen}"
    );
}

#[test]
fn a_number_once_seen_never_returns_and_redo_brings_the_same_record() {
    let mut stage = Stage::kompas(Lang::En, 4);
    stage.keys("aEerste<Enter>");
    let first = stage.session().actions.last().unwrap().clone();
    stage.keys("u<C-r>");
    assert_eq!(stage.session().actions.last().unwrap(), &first);
    stage.keys("uaTweede<Enter>");
    let second = stage.session().actions.last().unwrap().clone();
    assert_ne!(first.id, second.id);
    stage.keys("u").settle();
    // Over a restart too.
    let mut stage = again(stage, 4);
    stage.keys("aDerde<Enter>");
    let third = stage.session().actions.last().unwrap().clone();
    assert!(third.id > second.id && second.id > first.id, "{} {} {}", first.id, second.id, third.id);
}

#[test]
fn undo_is_there_again_after_a_restart_and_so_is_redo() {
    let mut stage = Stage::kompas(Lang::En, 4);
    for text in ["een", "twee", "drie"] {
        stage.keys("n").keys(text).keys("<Enter>");
    }
    stage.keys("u").settle();
    let mut stage = again(stage, 4);
    let before = notes(stage.session());
    stage.keys("u");
    assert!(stage.screen(140, 45).contains("\"twee\""), "{}", stage.screen(140, 45));
    stage.keys("u");
    assert_eq!(notes(stage.session()), before[..before.len() - 2], "{}", stage.screen(140, 45));
    stage.keys("u");
    assert!(stage.screen(140, 45).contains("nothing to undo"), "{}", stage.screen(140, 45));
    stage.keys("<C-r><C-r><C-r>");
    assert!(notes(stage.session()).ends_with(&["een".into(), "twee".into(), "drie".into()]));
    // And again, with steps of before and of after.
    stage.settle();
    let mut stage = again(stage, 4);
    stage.keys("nvier<Enter>uu");
    assert!(notes(stage.session()).ends_with(&["een".into(), "twee".into()]), "{:?}", notes(stage.session()));
    assert_eq!(stage.settle().on_disk(4), *stage.session());
}

#[test]
fn what_somebody_else_changed_is_never_undone() {
    let mut stage = Stage::kompas(Lang::En, 4);
    stage.keys("neen<Enter>").settle();
    let path = stage.path(4);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("Rondvraag", "Wat verder ter tafel komt")).unwrap();
    let mut stage = again(stage, 4);
    // Only that the edit is taken in is a step.
    stage.keys("uu");
    assert!(stage.screen(140, 45).contains("nothing to undo"), "{}", stage.screen(140, 45));
    assert!(notes(stage.session()).contains(&"een".to_owned()));
    assert!(stage.session().agenda.items.iter().any(|item| item.title == "Wat verder ter tafel komt"));
}

#[test]
fn a_closed_meeting_is_not_opened_by_undo_after_a_restart() {
    let mut stage = Stage::kompas(Lang::En, 4);
    room(&mut stage, "Closing");
    stage.keys("C2").settle();
    assert!(!stage.session().is_open(), "{}", stage.screen(140, 45));
    let mut stage = again(stage, 4);
    stage.keys("u");
    assert!(!stage.session().is_open(), "opening it again asks for a reason");
}

#[test]
fn no_more_than_a_hundred_steps_are_kept() {
    let mut stage = Stage::kompas(Lang::En, 4);
    let start = stage.session().notes.len();
    for number in 0..103 {
        let change = Change::Record { kind: RecordKind::Note, item: None, text: format!("nummer {number}") };
        stage.app.desk.commit(vec![change]).unwrap();
    }
    stage.settle();
    let mut stage = again(stage, 4);
    assert_eq!(stage.app.desk.meeting.as_ref().unwrap().steps(), 100);
    while stage.app.desk.meeting.as_mut().unwrap().undo(stage::moment()).unwrap().is_some() {}
    assert_eq!(stage.session().notes.len(), start + 3);
}

#[test]
fn a_state_that_is_damaged_ends_undo_and_says_so() {
    let mut stage = Stage::kompas(Lang::En, 4);
    stage.keys("neen<Enter>ntwee<Enter>").settle().wait_kept();
    let steps = fs::read_dir(stage.state_folder()).unwrap().map(|entry| entry.unwrap().path());
    let steps = steps.map(|path| path.join("0004/steps")).find(|path| path.exists()).unwrap();
    for entry in fs::read_dir(steps).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|end| end == "ron") {
            fs::write(path, "iets anders").unwrap();
        }
    }
    let mut stage = again(stage, 4);
    stage.keys("u");
    assert!(stage.screen(140, 45).contains("Undo goes back no further"), "{}", stage.screen(140, 45));
    assert!(notes(stage.session()).contains(&"twee".to_owned()));
}

// The real program in a real terminal.

fn start(ground: &Ground, way: Way) -> Terminal {
    let mut terminal = ground.start(way, &["meet", "4"]);
    terminal.wait_for("LIVE");
    terminal
}

fn type_words(terminal: &mut Terminal, key: &str, hint: &str, words: &str) {
    terminal.keys(key).wait_for(hint);
    terminal.keys(words).wait_for(words);
}

const NOTE: &str = "One line and Enter";

fn comes_back(ground: &Ground, way: Way, words: &str, what: &str) {
    let mut terminal = start(ground, way);
    terminal.wait_until(&format!("a draft after {what}, {}", way.name), |screen| screen.contains("1 draft"));
    terminal.keys("n").wait_for(OFFERED);
    assert!(terminal.wait_for(words).contains(words), "{what}, {}", way.name);
    // Thrown away, so that the next one starts anew.
    terminal.keys("<C-g><Esc>").wait_until("no drafts", |screen| !screen.contains("1 draft"));
    terminal.keys("<C-q>");
    assert_eq!(terminal.wait_exit(), 0);
}

fn disk(ground: &Ground) -> Session {
    load(&ground.chain().join("sessions").join(FILE)).unwrap().session
}

#[test]
fn words_come_back_after_every_kill() {
    let ground = Ground::kompas(false);
    for (kill, way) in WAYS.into_iter().enumerate() {
        let words = format!("halve zin nummer {kill}");
        let mut terminal = start(&ground, way);
        type_words(&mut terminal, "n", NOTE, &words);
        // Within two seconds, at several moments of them.
        sleep(Duration::from_millis(1000 + 50 * kill as u64));
        terminal.signal("KILL");
        terminal.wait_exit();
        comes_back(&ground, way, &words, "kill -9");
    }
}

#[test]
fn words_come_back_whichever_way_the_program_ends() {
    let ground = Ground::kompas(false);
    for (place, end) in ["<Esc><C-q>", "<C-c>", "<C-q>", "TERM", "HUP", "INT", "hang up"].into_iter().enumerate() {
        let way = WAYS[place];
        let words = format!("halve zin {place}");
        let mut terminal = start(&ground, way);
        type_words(&mut terminal, "n", NOTE, &words);
        match end {
            "hang up" => terminal.hang_up(),
            keys if keys.starts_with('<') => {
                terminal.keys(keys);
            }
            signal => terminal.signal(signal),
        }
        let status = terminal.wait_exit();
        assert_eq!(kept(&ground.home()).len(), 1, "{end}, {}, status {status}", way.name);
        // The key that wakes the terminal up is typed into the field, and is a word like any other.
        comes_back(&ground, way, &words, end);
    }
}

#[test]
fn no_solve_it_first_and_a_kill_bring_the_decision_back() {
    let ground = Ground::kompas(false);
    let mut terminal = start(&ground, WAYS[1]);
    type_words(&mut terminal, "9d", NOTE, "een besluit zonder quorum");
    terminal.keys("<Enter>").wait_for("solve it first");
    terminal.keys("<Enter>").wait_until("the field", |screen| !screen.contains("solve it first"));
    terminal.wait_for("een besluit zonder quorum");
    sleep(Duration::from_secs(1));
    terminal.signal("KILL");
    terminal.wait_exit();
    let mut terminal = start(&ground, WAYS[3]);
    terminal.keys("9d").wait_for("een besluit zonder quorum");
    terminal.wait_for(OFFERED);
}

#[test]
fn a_kill_right_after_enter_loses_nothing_and_offers_nothing_twice() {
    for (place, wait) in [0, 0, 2, 4, 6, 8, 12, 20, 40].into_iter().enumerate() {
        let ground = Ground::kompas(false);
        let mut terminal = start(&ground, WAYS[place]);
        type_words(&mut terminal, "n", NOTE, "de laatste zin");
        sleep(Duration::from_millis(600));
        terminal.keys("<Enter>");
        sleep(Duration::from_millis(wait));
        terminal.signal("KILL");
        terminal.wait_exit();
        let recorded = notes(&disk(&ground)).contains(&"de laatste zin".to_owned());
        let mut terminal = start(&ground, WAYS[place]);
        terminal.keys("n");
        let screen = terminal.wait_for(NOTE);
        assert!(recorded || screen.contains("de laatste zin"), "{wait} ms: it is nowhere\n{screen}");
        let twice = recorded && screen.contains(OFFERED);
        assert!(!twice, "{wait} ms: what is on record is offered\n{screen}");
    }
}

#[test]
fn undo_goes_on_after_a_kill() {
    let ground = Ground::kompas(false);
    let mut terminal = start(&ground, WAYS[1]);
    for words in ["eerste", "tweede"] {
        type_words(&mut terminal, "n", NOTE, words);
        terminal.keys("<Enter>").wait_for("✓ recorded");
        terminal.wait_for("is on record");
    }
    sleep(Duration::from_millis(500));
    terminal.signal("KILL");
    terminal.wait_exit();
    let mut terminal = start(&ground, WAYS[8]);
    terminal.keys("u").wait_for("Taken back: note N2026-07 \"tweede\"");
    terminal.keys("u").wait_for("\"eerste\"");
    terminal.keys("<C-r>").wait_for("There again: note N2026-06 \"eerste\"");
    terminal.wait_for("✓ recorded");
    type_words(&mut terminal, "n", NOTE, "derde");
    terminal.keys("<Enter>").wait_for("N2026-08");
    terminal.keys("<C-q>").wait_exit();
    assert!(notes(&disk(&ground)).ends_with(&["eerste".into(), "derde".into()]));
}
