//! Home, and looking back from it: the first run, what changes on disk while the program runs, the search that opens what
//! it found, and several chains side by side.

use crate::stage::Stage;
use crate::terminal::Terminal;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use stuurgroep::app::cover::Cover;
use stuurgroep::app::home::page;
use stuurgroep::app::library::{ChainNews, News};
use stuurgroep::app::{App, Incoming};
use stuurgroep::desk::clock::Clock;
use stuurgroep::desk::layers::Layer;
use stuurgroep::generate::{Order, archive};
use stuurgroep::index::Kind;
use stuurgroep::model::agenda::Room;
use stuurgroep::model::history::life::{Event, Life, Step};
use stuurgroep::model::history::trends::{Of, Topic, series};
use stuurgroep::model::readiness::{Need, readiness};
use stuurgroep::model::{RecordId, Session};
use stuurgroep::text::Lang;

fn answered(app: &App) -> bool {
    matches!(app.top_cover(), Some(Cover::Search(open)) if !open.is_waiting())
}

fn found(app: &App) -> bool {
    matches!(app.top_cover(), Some(Cover::Search(open)) if !open.is_waiting() && !open.answer.found.is_empty())
}

fn home(stage: &Stage) -> String {
    page(&stage.app).plain(300)
}

#[test]
fn home_says_what_is_ready_what_needs_attention_and_where_all_stands() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("q").settle();
    let text = home(&stage);
    for part in [
        "Vandaag",
        "Kompas 4   LIVE   donderdag 10 december 2026  Het Anker, Kade 7, Merwestad",
        "● 14 agendapunten  ◆ 2 escalaties zijn niet voorbereid",
        "5 van 7: stilval dreigt",
        "acties 2/6 ja · uitstel 1/3 ja · omhoog 3/5 ja · aanwezig 5/7 ja · relatie 6,6 ja · KPI rood 1/6 nee",
        "1 ■ B2026-09  Een besluit raakt een partner die niet sprak (B2026-09: JR)  punt 8",
        "3 ■ K1  K1 vraagt om bijsturen",
        "Vergaderingen (4)",
        "3  17-09-2026  gesloten  3  8  2  45%  6,6",
        "31-12-2026  mandaat F. Öztürk (POL) eindigt",
        "Verslag van vergadering 3",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    // The first row is the next meeting; the tiles open the signals, and a signal what it rests on.
    stage.keys("<Enter>");
    assert_eq!(stage.session().number, 4);
    stage.keys("q").settle().keys("<Down><Enter>");
    assert!(matches!(stage.app.desk.layers.last(), Some(Layer::Signals(_))));
    stage.keys("<Esc>q").settle().keys("!");
    assert!(matches!(stage.app.desk.layers.last(), Some(Layer::Signals(_))));
    stage.keys("<Esc>q").settle().keys("<Down><Down><Enter>");
    assert!(stage.screen(140, 45).contains("Waar het op rust"), "{}", stage.screen(140, 45));
}

/// The day, the state and what is ready stand in the same place for a meeting that is still to be held; its agenda is to
/// scale in minutes, since nobody opened it yet.
#[test]
fn a_planned_meeting_says_in_how_many_days_and_how_long_it_takes() {
    let mut stage = Stage::new_chain(Lang::Nl);
    stage.app.desk.clock = Clock::On("2026-12-01".parse().unwrap());
    stage.keys("q").settle();
    let screen = stage.screen(80, 24);
    for part in [
        "Over 9 dagen",
        "Proef 1   GEPLAND   donderdag 10 december 2026",
        "0 min",
        "120 min",
        "Enter opent en bereidt voor",
    ] {
        assert!(screen.contains(part), "{part}\n{screen}");
    }
}

#[test]
fn a_planned_meeting_whose_day_has_passed_says_so() {
    let mut stage = Stage::new_chain(Lang::Nl);
    stage.keys("q").settle();
    assert!(home(&stage).contains("Vandaag") && !home(&stage).contains("voorbij"), "{}", home(&stage));
    let tomorrow = stage.app.desk.clock.today().succ_opt().unwrap();
    stage.app.desk.clock = Clock::On(tomorrow);
    let text = home(&stage);
    assert!(text.contains("GEPLAND   donderdag 10 december 2026  ◆ deze dag is voorbij"), "{text}");
}

#[test]
fn readiness_follows_the_meeting() {
    let stage = Stage::kompas(Lang::Nl, 4);
    let session = stage.session();
    let of = |need| readiness(session, session.date).into_iter().find(|ready| ready.need == need).unwrap();
    assert_eq!((of(Need::Papers).met, of(Need::Papers).count), (Some(true), 5));
    assert_eq!((of(Need::Escalations).met, of(Need::Escalations).count), (Some(false), 2));
    assert_eq!(of(Need::LateActions).count, 5);
    let mut session = session.clone();
    session.papers_sent = None;
    assert_eq!(readiness(&session, session.date)[1].met, None);
}

#[test]
fn a_report_becomes_a_document_that_is_never_overwritten() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("q").settle().keys("<Down><Down>e").settle();
    let path = stage.app.desk.folder.documents().join("verslag-0003.md");
    assert!(fs::read_to_string(&path).unwrap().contains("B2026-07"));
    fs::write(&path, "van mij").unwrap();
    stage.keys("e").settle();
    assert_eq!(fs::read_to_string(&path).unwrap(), "van mij");
    assert!(home(&stage).contains("verslag-0003.md"));
}

#[test]
fn four_questions_and_the_chain_can_meet() {
    let mut stage = Stage::empty(Lang::Nl);
    assert!(stage.screen(80, 24).contains("Hier staan nog geen vergaderingen"), "{}", stage.screen(80, 24));
    stage.keys("nProefketen<Enter>").paste("POL Politie\nOM Parket").keys("<Enter>");
    stage.keys("Elk kind binnen een week thuis<Enter>10-12-2026<Enter>").settle();
    let session = stage.on_disk(1);
    assert_eq!((session.chain.name.as_str(), session.partners.len()), ("Proefketen", 2));
    assert_eq!((session.ambition.text.as_str(), session.ambition.version), ("Elk kind binnen een week thuis", 1));
    stage.keys("q").settle();
    assert!(home(&stage).contains("Proefketen 1   GEPLAND   donderdag 10 december 2026"), "{}", home(&stage));
}

#[test]
fn a_first_run_can_look_at_the_sample_first() {
    let mut stage = Stage::empty(Lang::Nl);
    stage.app.read_home();
    stage.settle();
    // The way in that can do no harm is the one that Enter takes.
    let screen = stage.screen(80, 24);
    assert!(screen.contains("▌ Enter   Kijk rond in Kompas") && screen.contains("v voorbeeld bekijken"), "{screen}");
    stage.keys("<Enter>").settle();
    let copy = stage.app.desk.folder.root().to_owned();
    assert!(stage.screen(80, 24).contains("Kompas 4  LIVE"), "{}", stage.screen(80, 24));
    stage.keys("q").settle();
    assert_eq!(stage.app.home.chain.meetings.len(), 4);
    assert!(home(&stage).contains("Kompas"), "{}", home(&stage));
    fs::remove_dir_all(copy).unwrap();
}

#[test]
fn files_that_come_change_and_go_are_noticed() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("q").settle();
    let look = |stage: &mut Stage, test: fn(&App) -> bool| {
        stage.app.library.as_ref().unwrap().look();
        stage.wait_until(test);
    };
    fs::write(stage.folder.path().join("sessions/0009-2030-01-01.ron"), "(schema: 1, onzin").unwrap();
    look(&mut stage, |app| app.home.chain.meetings.len() == 5);
    let text = home(&stage);
    assert!(text.contains("0009-2030-01-01.ron") && text.contains("onzin"), "{text}");
    fs::remove_file(stage.folder.path().join("sessions/0009-2030-01-01.ron")).unwrap();
    fs::remove_file(stage.path(1)).unwrap();
    look(&mut stage, |app| app.home.chain.meetings.len() == 3);
    assert!(!home(&stage).contains("12-03-2026"));
    fs::remove_dir_all(stage.folder.path().join("sessions")).unwrap();
    look(&mut stage, |app| app.home.is_empty());
    assert!(stage.screen(80, 24).contains("Hier staan nog geen vergaderingen"), "{}", stage.screen(80, 24));
}

#[test]
fn a_report_that_changed_after_its_adoption_stands_out_at_home_and_in_the_list() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("q").settle();
    assert!(!home(&stage).contains("gewijzigd"), "{}", home(&stage));
    let text = fs::read_to_string(stage.path(2)).unwrap();
    fs::write(stage.path(2), text.replacen("Weekendmeldingen", "Weekendmelding", 1)).unwrap();
    stage.app.library.as_ref().unwrap().look();
    stage.wait_until(|app| app.home.chain.meetings[1].altered);
    assert!(!stage.app.home.chain.meetings[0].altered);
    for (columns, rows) in [(80, 24), (140, 45)] {
        let screen = stage.screen(columns, rows);
        assert!(screen.contains("■ Vergadering 2: het bestand is na de vaststelling gewijzigd"), "{screen}");
    }
    let line = home(&stage).lines().find(|line| line.contains("11-06-2026")).unwrap().to_owned();
    assert!(line.contains("■ gewijzigd") && !line.contains("vastgesteld"), "{line}");
    // It is the first thing under the next meeting and the tiles, and opens what it is about.
    stage.keys("<Down><Down><Enter>").settle();
    assert_eq!(stage.session().number, 2);
    let list = stage.program(&["list"]);
    let states: Vec<bool> = list.lines().skip(1).map(|line| line.contains("gewijzigd na vaststelling")).collect();
    assert_eq!(states, [false, true, false, false], "{list}");
    let json: serde_json::Value = serde_json::from_str(&stage.program(&["list", "--json"])).unwrap();
    let altered: Vec<_> = json.as_array().unwrap().iter().map(|row| row["altered"].as_bool().unwrap()).collect();
    assert_eq!((altered, json[1]["state"].as_str()), (vec![false, true, false, false], Some("Adopted")));
}

#[test]
fn an_index_that_breaks_while_the_program_runs_is_made_anew() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("q").settle();
    let mut names = fs::read_dir(stage.app.cache.clone().unwrap()).unwrap().map(|entry| entry.unwrap().path());
    let index = names.find(|path| path.extension().is_some_and(|end| end == "sqlite")).unwrap();
    fs::write(&index, "geen index meer, maar lang genoeg om bekeken te worden".repeat(2000)).unwrap();
    for end in ["-wal", "-shm"] {
        let _ = fs::remove_file(format!("{}{end}", index.display()));
    }
    stage.app.read_home();
    stage.settle();
    assert_eq!((stage.app.home.chain.meetings.len(), &stage.app.home.trouble), (4, &None));
    stage.keys("/urenregistratie").wait_until(found);
}

#[test]
fn the_search_opens_what_it_found_where_it_was_made_and_leads_back() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("9<C-f>urenregistratie casus").wait_until(found).keys("<Enter>").settle();
    assert_eq!(stage.session().number, 2);
    let screen = stage.screen(140, 45);
    assert!(screen.contains("A2026-07") && screen.contains("Urenregistratie casusoverleg"), "{screen}");
    stage.keys("<Esc><Bs>");
    assert_eq!(stage.session().number, 4);
    assert_eq!(stage.app.desk.meeting.as_ref().unwrap().room(), Room::Governance);
    // What is being held is not lost on the way.
    stage.keys("nvlak voor het zoeken<Enter><C-f>urenregist").wait_until(found).keys("<Enter>");
    assert!(stage.on_disk(4).notes.iter().any(|note| note.text == "vlak voor het zoeken"));
}

#[test]
fn hits_are_looked_through_one_by_one() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("q").settle().keys("/weekend").wait_until(found);
    let codes = |stage: &Stage| {
        let Some(Cover::Search(open)) = stage.app.top_cover() else { panic!("the search is closed") };
        (open.line.text(), open.selected().map(|one| one.code.clone()))
    };
    stage.keys("<Down><Down>");
    let here = codes(&stage);
    stage.keys("<Enter>").settle().keys("<Esc><Bs>").wait_until(found);
    assert_eq!(codes(&stage), here, "from home, Backspace leads back to the list, and to the row in it");
    stage.keys("<Down><Enter>").settle().keys("<Esc><C-f>").wait_until(found);
    assert_ne!(codes(&stage).1, here.1);
    stage.keys("urenregistratie").wait_until(found);
    assert_eq!(codes(&stage).0, "urenregistratie", "what is typed is a new question");
}

#[test]
fn registers_filters_and_completion_in_one_line() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("<C-f>eig").wait_until(answered).keys("<Right>JR <Tab><Tab>").wait_until(found);
    let Some(Cover::Search(open)) = stage.app.top_cover() else { panic!("it is closed") };
    assert_eq!((open.line.text().as_str(), open.register), ("eigenaar:JR", Some(Kind::Action)));
    assert!(!open.answer.found.is_empty() && open.answer.found.iter().all(|row| row.owner == "JR"));
    stage.keys("is:opn");
    assert!(stage.screen(140, 45).contains("is geen filter"), "{}", stage.screen(140, 45));
    stage.keys("<Bs>en").wait_until(found);
    let Some(Cover::Search(open)) = stage.app.top_cover() else { panic!("it is closed") };
    let codes: Vec<&str> = open.answer.found.iter().map(|row| row.code.as_str()).collect();
    let expected: Vec<String> = {
        let session = stage.session();
        let open = session
            .actions
            .iter()
            .filter(|one| one.is_open() && one.owner.as_ref().is_some_and(|owner| owner.as_str() == "JR"));
        open.map(|one| one.id.to_string()).collect()
    };
    assert_eq!(codes, expected);
}

fn opened(stage: &Stage) -> &stuurgroep::app::search::Search {
    match stage.app.top_cover() {
        Some(Cover::Search(open)) => open,
        _ => panic!("it is closed"),
    }
}

#[test]
fn owners_are_completed_though_nothing_is_found_yet_in_both_languages() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("<C-f>").wait_until(found);
    for (typed, meant) in
        [("owner:J", "owner:JR"), ("eigenaar:J", "eigenaar:JR"), ("own", "owner:"), ("eig", "eigenaar:")]
    {
        stage.keys(typed).keys("<Right>");
        assert_eq!(opened(&stage).line.text(), meant);
        stage.keys("<Esc>").wait_until(found);
    }
}

#[test]
fn a_filter_that_is_still_being_typed_is_no_mistake() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("<C-f>is:aang").wait_until(answered);
    assert!(!stage.screen(80, 24).contains("is geen filter"), "{}", stage.screen(80, 24));
    stage.keys("x");
    let screen = stage.screen(140, 45);
    assert!(screen.contains("is geen filter") && screen.contains("eigenaar:JR"), "{screen}");
    // At once, and without the rows that an earlier question gave.
    assert!(opened(&stage).answer.found.is_empty() && !opened(&stage).is_waiting());
    let screen = stage.screen(80, 24);
    assert!(screen.contains("\"is:aangx\" is geen filter.") && screen.contains("keten:Kompas"), "{screen}");
    stage.keys("<Esc>vanaf:2026-0");
    assert!(!stage.screen(140, 45).contains("geen datum"), "{}", stage.screen(140, 45));
    stage.keys("<Bs>13-45");
    assert!(stage.screen(140, 45).contains("is geen datum"), "{}", stage.screen(140, 45));
    stage.keys("<Esc>factor:9");
    assert!(stage.screen(140, 45).contains("1 tot en met 8"), "{}", stage.screen(140, 45));
}

#[test]
fn every_register_with_its_count_is_on_a_small_screen() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("<C-f>").wait_until(found);
    let screen = stage.screen(80, 24);
    for name in
        ["[alles", "besluiten 9", "acties 14", "verschillen 2", "escalaties", "artikelen 12", "mandaten 3", "teksten"]
    {
        assert!(screen.contains(name), "{name}\n{screen}");
    }
    assert!(screen.contains("KPI-waarden 62"), "{screen}");
    // Cells that are cut off say so, and the order by due date shows that date.
    stage.keys("is:te-laat<C-o><C-o><C-o>").wait_until(found);
    let screen = stage.screen(80, 24);
    assert!(screen.contains("uiterlijk") && screen.contains("15-07-2026"), "{screen}");
    stage.keys("<Esc>weekendmeldingen is:open").wait_until(found);
    let screen = stage.screen(80, 24);
    assert!(screen.lines().any(|line| line.contains("horen bij de") && line.ends_with('…')), "{screen}");
    stage.keys("<Esc>is:geamendeerd-aangenomen").wait_until(found);
    assert!(stage.screen(80, 24).contains("geamendee…"), "{}", stage.screen(80, 24));
}

#[test]
fn enter_puts_the_cursor_on_what_was_found() {
    use stuurgroep::desk::Target;
    let cursor = |stage: &Stage| (stage.app.desk.meeting.as_ref().unwrap().room(), stage.app.desk.selected());
    for (line, register, room, target) in [
        ("geschillen", Some(Kind::Article), Room::Governance, Some(Target::Article("art. 10".into()))),
        ("k5", None, Room::Kpis, Some(Target::Kpi("K5".into()))),
        ("kerstontbijt", None, Room::Relation, None),
        ("verkennen", None, Room::Differences, None),
        ("", Some(Kind::KpiValue), Room::Kpis, Some(Target::Kpi("K6".into()))),
        ("hoekstra", Some(Kind::Mandate), Room::Governance, None),
    ] {
        let mut stage = Stage::kompas(Lang::Nl, 4);
        stage.keys("<C-f>").keys(line);
        while opened(&stage).register != register {
            stage.keys("<Tab>");
        }
        stage.wait_until(found).keys("<Enter>").settle();
        let (here, selected) = cursor(&stage);
        assert_eq!(here, room, "{line}");
        match target {
            Some(target) => assert_eq!(selected, Some(target), "{line}"),
            None if register == Some(Kind::Mandate) => {
                assert!(matches!(selected, Some(Target::Body(_))), "{selected:?}")
            }
            None => {}
        }
    }
}

/// A folder that is renamed while the program runs is no chain to be made, from home and from a meeting alike.
#[test]
fn a_folder_that_went_while_home_is_shown_is_no_place_for_a_new_chain() {
    for at_home in [true, false] {
        let mut stage = Stage::kompas(Lang::Nl, 4);
        if at_home {
            stage.keys("q").settle();
        }
        let folder = stage.app.desk.folder.root().to_owned();
        let moved = folder.with_file_name("anders");
        fs::rename(&folder, &moved).unwrap();
        if !at_home {
            stage.keys("q").settle();
        }
        stage.app.library.as_ref().unwrap().look();
        stage.wait_until(|app| app.home.is_gone());
        let screen = stage.screen(80, 24);
        assert!(screen.contains("is er niet meer") && !screen.contains("nog geen keten"), "{screen}");
        stage.keys("<Enter>");
        assert!(stage.app.desk.layers.is_empty(), "nobody is asked for a new chain");
        fs::rename(&moved, &folder).unwrap();
        stage.app.library.as_ref().unwrap().look();
        stage.wait_until(|app| !app.home.chain.meetings.is_empty());
    }
}

#[test]
fn home_leads_to_the_newest_meeting_where_it_can_not_be_read() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    fs::write(stage.path(4), "kapot").unwrap();
    stage.keys("q").settle();
    let screen = stage.screen(80, 24);
    assert!(screen.contains("0004-2026-12-10.ron is niet te lezen") && !screen.contains("plan --date"), "{screen}");
    stage.keys("<Enter>");
    let screen = stage.screen(80, 24);
    assert!(screen.contains("┏ 0004-2026-12-10.ron is niet te lezen"), "{screen}");
}

/// What was asked before the index was up to date may be answered after it was told that it is: home waits for the answer
/// to what it asked then, and does not say for a moment that there is no chain.
#[test]
fn an_answer_from_before_the_index_was_up_to_date_does_not_make_home_empty() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    let folder = stage.app.desk.folder.root().to_owned();
    stage.keys("q");
    stage.app.grant();
    stage.app.incoming(Incoming::Library(News::Current(true, u64::MAX)));
    stage.app.incoming(Incoming::Library(News::Chain(Box::new(ChainNews { folder, ..ChainNews::default() }))));
    assert!(stage.app.home.reading, "{}", stage.screen(80, 24));
    assert!(!stage.screen(80, 24).contains("Hier is nog geen keten"), "{}", stage.screen(80, 24));
}

#[test]
fn the_cursor_stays_on_its_row_when_others_come_before_it() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("q").settle().keys("/<Tab><Tab>").wait_until(found).keys("<Down><Down><Down>");
    let before = opened(&stage).selected().unwrap().code.clone();
    let mut session = stage.on_disk(4);
    for number in 91..94 {
        let id = RecordId(format!("A2026-{number}"));
        session.actions.push(stuurgroep::model::action::Action::new(id, 4, None, "Komt ervoor"));
    }
    fs::write(stage.path(4), stuurgroep::store::format::render(&session).unwrap()).unwrap();
    stage.app.library.as_ref().unwrap().look();
    stage.wait_until(|app| {
        matches!(app.top_cover(), Some(Cover::Search(open)) if !open.is_waiting()
            && open.answer.found.iter().any(|row| row.code == "A2026-93"))
    });
    assert_eq!(opened(&stage).selected().unwrap().code, before);
    assert!(opened(&stage).cursor > 3);
}

/// The folder of the index may be deleted at any time, as README says: nobody has to look again for it to be made anew.
#[test]
fn a_folder_of_the_index_that_is_thrown_away_is_made_anew_by_itself() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("<C-f>urenregistratie").wait_until(found).keys("<Esc><Esc>");
    fs::remove_dir_all(stage.app.cache.clone().unwrap()).unwrap();
    stage.keys("<C-f>urenregistratie").wait_until(found);
}

#[test]
fn an_index_that_is_thrown_away_while_the_program_runs_comes_back() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("q").settle();
    stage.keys("/urenregistratie").wait_until(found).keys("<Esc><Esc>");
    let cache = stage.app.cache.clone().unwrap();
    for entry in fs::read_dir(&cache).unwrap() {
        match fs::remove_file(entry.unwrap().path()) {
            // The journal goes by itself when nobody reads.
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            removed => removed.unwrap(),
        }
    }
    // A meeting that is moved away meanwhile is gone from the answers too.
    let moved = stage.path(2);
    fs::rename(&moved, moved.with_extension("weg")).unwrap();
    let start = Instant::now();
    stage.wait_until(|app| app.home.chain.meetings.len() == 3);
    assert!(start.elapsed() < Duration::from_secs(10));
    stage.keys("/urenregistratie").wait_until(found);
}

#[cfg(unix)]
#[test]
fn a_folder_that_can_not_be_read_offers_no_first_run() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("q").settle();
    let sessions = stage.folder.path().join("sessions");
    fs::rename(&sessions, stage.folder.path().join("elders")).unwrap();
    std::os::unix::fs::symlink("sessions", &sessions).unwrap();
    stage.app.library.as_ref().unwrap().look();
    stage.wait_until(|app| app.home.trouble.is_some());
    assert!(stage.app.home.trouble.as_ref().unwrap().contains("sessions"));
    assert_eq!(stage.app.home.chain.meetings.len(), 4);
    assert!(!stage.app.home.is_empty());
    fs::remove_file(&sessions).unwrap();
    fs::rename(stage.folder.path().join("elders"), &sessions).unwrap();
    stage.app.library.as_ref().unwrap().look();
    stage.wait_until(|app| app.home.trouble.is_none());
}

/// The life of a record in these sessions, oldest first.
fn life(sessions: &[Session], id: &RecordId) -> Vec<Step> {
    let mut life = Life::of(id.clone());
    sessions.iter().for_each(|session| life.add(session.clone()));
    life.steps()
}

#[test]
fn everything_that_happens_to_a_record_is_told() {
    use stuurgroep::model::decision::DecisionOutcome;
    use stuurgroep::model::difference::DifferenceStatus;
    use stuurgroep::model::governance::escalation::EscalationOutcome;
    let stage = Stage::kompas(Lang::Nl, 4);
    let sessions: Vec<Session> = (1..=4).map(|number| stage.on_disk(number)).collect();
    let events = |sessions: &[Session], id: &str| -> Vec<(u32, Event)> {
        life(sessions, &RecordId::from(id)).into_iter().map(|step| (step.session, step.event)).collect()
    };
    let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
    let done =
        sessions.iter().flat_map(|one| one.actions.iter()).find_map(|one| one.done.filter(|_| one.id.0 == "A2026-02"));
    assert!(events(&sessions, "A2026-02").iter().any(|(_, event)| *event == Event::Done(done.unwrap())));
    // The escalation that came back, from both sides.
    let first = events(&sessions, "E2026-04");
    assert!(first.contains(&(3, Event::RepeatedAs("E2026-08".into()))), "{first:?}");
    assert!(first.contains(&(2, Event::Answered(EscalationOutcome::Decided))), "{first:?}");
    let second = events(&sessions, "E2026-08");
    assert_eq!(second[..2], [(3, Event::Made), (3, Event::Repeats("E2026-04".into()))]);
    // What Kompas does not have: dropped, reworded, ratified, carried out, settled.
    let mut changed = sessions.clone();
    let last = changed.last_mut().unwrap();
    let action = last.actions.iter_mut().find(|one| one.is_open()).unwrap();
    action.dropped = Some(day("2026-12-10"));
    action.text = "Anders gezegd".into();
    let action = action.id.0.clone();
    let mut decision = sessions[2].decisions.iter().find(|one| one.session == 3).unwrap().clone();
    (decision.ratified_on, decision.executed_on) = (Some(day("2026-11-01")), Some(day("2026-12-01")));
    decision.outcome = Some(DecisionOutcome::Rejected);
    let id = decision.id.0.clone();
    last.decisions.retain(|one| one.id.0 != id);
    last.decisions.push(decision);
    let difference = last.differences.iter_mut().next().unwrap();
    difference.status = DifferenceStatus::Resolved;
    let difference = difference.id.0.clone();
    let told = events(&changed, &action);
    assert!(told.contains(&(4, Event::Reworded("Anders gezegd".into()))), "{told:?}");
    assert!(told.contains(&(4, Event::Dropped(day("2026-12-10")))), "{told:?}");
    assert!(!told.iter().any(|(_, event)| *event == Event::Open), "{told:?}");
    let told = events(&changed, &id);
    for event in [
        Event::Ratified(day("2026-11-01")),
        Event::Executed(day("2026-12-01")),
        Event::Outcome(DecisionOutcome::Rejected),
    ] {
        assert!(told.contains(&(4, event.clone())), "{event:?} {told:?}");
    }
    let told = events(&changed, &difference);
    assert_eq!(told.last().unwrap(), &(4, Event::Status(DifferenceStatus::Resolved)), "{told:?}");
}

#[test]
fn the_life_of_an_escalation_tells_where_it_came_back() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    let reader = |app: &App| matches!(app.desk.layers.last(), Some(Layer::Reader(_)));
    stage.keys("<C-f>E2026-04").wait_until(found).keys("<C-l>").wait_until(reader);
    let screen = stage.screen(140, 45);
    assert!(screen.contains("komt terug als E2026-08"), "{screen}");
    stage.keys("<Esc><Esc>E2026-08").wait_until(found).keys("<C-l>").wait_until(reader);
    let screen = stage.screen(140, 45);
    assert!(screen.contains("herhaling van E2026-04"), "{screen}");
}

#[test]
fn the_life_of_a_record_from_meeting_to_meeting() {
    let stage = Stage::kompas(Lang::Nl, 4);
    let sessions: Vec<Session> = (1..=4).map(|number| stage.on_disk(number)).collect();
    let of = |id: &str| {
        let steps = life(&sessions, &RecordId::from(id));
        steps.into_iter().map(|step| (step.session, step.event)).collect::<Vec<_>>()
    };
    let b4 = of("B2026-04");
    assert_eq!(b4.first().unwrap(), &(2, Event::Made));
    assert!(b4.contains(&(3, Event::ResumedAs(RecordId::from("B2026-07")))), "{b4:?}");
    assert!(of("B2026-07").contains(&(3, Event::Resumes(RecordId::from("B2026-04")))));
    let mut sessions = sessions.clone();
    sessions[2].actions.iter_mut().find(|one| one.id.as_str() == "A2026-07").unwrap().postponed = vec![
        stuurgroep::model::action::Postponement {
            from: "2026-08-01".parse().ok(),
            to: "2026-10-01".parse().unwrap(),
            session: 3,
        };
        1
    ];
    let steps = life(&sessions, &RecordId::from("A2026-07"));
    assert!(matches!(steps[1].event, Event::Postponed { .. }) && steps[1].session == 3, "{steps:?}");
    assert_eq!(steps.last().unwrap().event, Event::Open);
}

fn three_chains(root: &Path) -> Vec<PathBuf> {
    archive(root, Order { meetings: 300, seed: 7, a_chain: 100 }, |_| {}).unwrap();
    stuurgroep::index::chains(root)
}

/// A secretary of three chains: looks for a word over all of them, opens what it finds, reads its life, comes back.
#[test]
fn three_hundred_meetings_in_a_real_terminal() {
    let (home, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let folders = three_chains(root.path());
    let program = Path::new(env!("CARGO_BIN_EXE_stuurgroep"));
    let dir = root.path().to_str().unwrap();
    let args = ["--dir", dir, "--lang", "nl", "--today", "2026-11-23"];
    let mut terminal = Terminal::start(program, &args, (140, 45), home.path());
    let screen =
        terminal.wait_until("three chains with a hundred meetings", |screen| screen.matches("   100 ").count() >= 3);
    assert!(screen.contains("18-12-2026  ") && screen.contains("23-07-2026 ◆"), "a day that has passed: {screen}");
    terminal.keys("<Down><Enter>").wait_for("Vergaderingen (100)");
    terminal.keys("<C-t>").wait_for("KPI's tegen hun pad");
    terminal.wait_for("99 vergaderingen");
    terminal.keys("-+").wait_for("De laatste 10 jaar");
    terminal.keys("<Esc>/weekendmeldnigen").wait_for("komt niet voor");
    let screen = terminal.wait_for("weekendmeldingen");
    assert!(screen.contains("besluiten") && screen.contains("[alles"), "{screen}");
    terminal.keys("<Enter>").wait_for("alleen lezen");
    terminal.keys("<Esc><C-f>is:open ").wait_for("open");
    terminal.keys("<Tab><Tab>").wait_for("[acties");
    terminal.keys("<Esc><Esc>qh").wait_for("volgende");
    // One unreadable file, while the program runs: it is named, and hides nothing.
    fs::write(folders[0].join("sessions/0101-2031-01-01.ron"), "(schema: 1,").unwrap();
    let start = Instant::now();
    terminal.wait_until("the unreadable file", |screen| {
        assert!(start.elapsed() < Duration::from_secs(60));
        screen.contains("1 onleesbaar")
    });
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), 0);
}

#[test]
fn the_answers_about_a_new_chain_survive_esc() {
    let mut stage = Stage::empty(Lang::Nl);
    stage.keys("nZorgketen Noord<Enter>");
    stage.keys("ggd GGD<A-Enter>gem Gemeente<Enter>Samen sneller<Enter><Esc>");
    stage.keys("n");
    assert!(stage.screen(80, 24).contains("Zorgketen Noord"), "{}", stage.screen(80, 24));
    stage.keys("<Enter>");
    assert!(stage.screen(80, 24).contains("gem Gemeente"), "{}", stage.screen(80, 24));
    stage.keys("<Enter><Enter>12-3-2027<Enter>").settle();
    let session = stage.on_disk(1);
    assert_eq!((session.chain.name.as_str(), session.partners.len()), ("Zorgketen Noord", 2));
    assert_eq!(session.ambition.text, "Samen sneller");
}

#[test]
fn a_meeting_that_is_going_on_is_in_no_trend() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("<C-t>").wait_until(|app| {
        matches!(app.top_cover(), Some(Cover::Trends(trends)) if trends.held.as_ref().is_some_and(|held| !held.is_empty()))
    });
    // `?` says here too which keys there are, and leads back.
    let help = stage.keys("?").screen(80, 24);
    assert!(help.contains("Hulp") && help.contains("Tab     onderwerp"), "{help}");
    stage.keys("?");
    assert!(stage.app.desk.layers.is_empty());
    let Some(Cover::Trends(trends)) = stage.app.top_cover() else { panic!("closed") };
    let held: Vec<u32> = trends.held.as_ref().unwrap().iter().map(|one| one.session).collect();
    assert_eq!(held, [1, 2, 3]);
    // By hand from the domain paper: 7 of 9, 6 of 10, 5 of 11 items with an outcome; 0, 33 and 60 % that belonged below.
    let value = |topic, of: Of| {
        let found = series(topic, trends.held.as_ref().unwrap()).into_iter().find(|series| series.of == of).unwrap();
        found.values.into_iter().map(|value| value.map(|value| (value * 10.0).round() / 10.0)).collect::<Vec<_>>()
    };
    assert_eq!(value(Topic::Outcomes, Of::Outcomes), [Some(77.8), Some(60.0), Some(45.5)]);
    assert_eq!(value(Topic::Upward, Of::UpwardRate), [Some(0.0), Some(33.3), Some(60.0)]);
    assert_eq!(value(Topic::Upward, Of::OnTime), [Some(75.0), Some(50.0), Some(33.3)]);
    assert_eq!(value(Topic::Net, Of::Partner("JR".to_owned())), [Some(-2.0), Some(-4.0), Some(-5.0)]);
    assert_eq!(value(Topic::Temperature, Of::LowestTie), [Some(6.0), Some(5.0), Some(3.0)]);
    assert_eq!(value(Topic::Pulse, Of::Factor(4)), [Some(3.4), Some(3.1), Some(2.6)]);
    // Two, three, and one that came in writing, over three decisions each.
    assert_eq!(value(Topic::Dissent, Of::Dissent), [Some(0.7), Some(1.0), Some(0.3)]);
    for (topic, words) in [(Topic::Kpis, "gestegen van"), (Topic::Outcomes, "gedaald van 77,8 naar 45,5")] {
        let Some(Cover::Trends(trends)) = stage.app.covers.last_mut().map(|(cover, _)| cover) else { panic!("closed") };
        trends.topic = topic;
        // The second KPI rose: its sentence is there once it is selected.
        trends.cursor = usize::from(topic == Topic::Kpis);
        let screen = stage.screen(140, 45);
        assert!(screen.contains(words), "{screen}");
    }
    // One measurement goes nowhere, and did not stay where it was.
    let Some(Cover::Trends(trends)) = stage.app.covers.last_mut().map(|(cover, _)| cover) else { panic!("closed") };
    trends.held.as_mut().unwrap().truncate(1);
    let screen = stage.screen(120, 45);
    assert!(screen.contains("77,8. Er is één meting.") && !screen.contains("gelijk gebleven"), "{screen}");
}

#[test]
fn where_nothing_can_be_shown_no_key_does_anything_but_leave() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    let before = stage.session().clone();
    stage.screen(40, 10);
    stage.keys("*nblind<Enter>").paste("blind");
    assert_eq!((stage.session(), stage.app.desk.layers.len()), (&before, 0));
    stage.keys("<C-q>");
    assert!(stage.app.desk.leaving);
}

#[test]
fn a_filter_that_is_begun_asks_nothing_yet_and_hides_nothing() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("<C-f>").wait_until(found);
    let all = opened(&stage).answer.total;
    for begun in ["is:", "is:op", "eigenaar:J", "soort:", "vanaf:2026-0", "partner:"] {
        stage.keys(begun).wait_until(answered);
        assert_eq!(opened(&stage).answer.total, all, "{begun}");
        stage.keys("<Esc>").wait_until(answered);
    }
    stage.keys("is:op<Tab>").wait_until(answered);
    assert!(opened(&stage).answer.found.iter().all(|row| row.kind == Kind::Decision));
    stage.keys("<Tab><S-Tab><S-Tab><Esc>eigenaar:JR").wait_until(answered);
    assert!((1..all).contains(&opened(&stage).answer.total));
}

#[test]
fn a_register_leaves_the_counts_of_the_others_in_sight() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("<C-f>weekend").wait_until(found);
    let (total, kinds) = (opened(&stage).answer.total, opened(&stage).answer.kinds.clone());
    stage.keys("<Tab>").wait_until(answered);
    assert_eq!(opened(&stage).answer.kinds, kinds);
    let own = kinds.iter().find(|(kind, _)| *kind == Kind::Decision).unwrap().1;
    assert_eq!(opened(&stage).answer.total, own);
    let screen = stage.screen(80, 24);
    assert!(screen.contains(&format!("alles {total} [besluiten {own}]")), "{screen}");
}

#[test]
fn whoever_presses_enter_before_the_rows_are_there_gets_the_row_that_was_asked() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("<C-f>").wait_until(found);
    stage.keys("A2026-07<Enter>").wait_until(|app| matches!(app.desk.layers.last(), Some(Layer::Details(_))));
    assert_eq!(stage.session().number, 2);
    assert!(stage.screen(140, 45).contains("Urenregistratie casusoverleg"), "{}", stage.screen(140, 45));
    stage
        .keys("<Esc><Bs><C-f><Esc>A2026-07<C-l>")
        .wait_until(|app| matches!(app.desk.layers.last(), Some(Layer::Reader(_))));
    assert!(stage.screen(80, 24).contains("A2026-07"), "{}", stage.screen(80, 24));
}

#[test]
fn what_was_found_stands_in_sight_on_a_small_screen() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("<C-f>meldkamer").wait_until(found);
    let screen = stage.screen(80, 24);
    let rows = screen.lines().skip(7).take(opened(&stage).answer.found.len().min(11));
    let unmarked: Vec<&str> = rows.filter(|line| !line.to_lowercase().contains("[meldkamer")).collect();
    assert!(unmarked.is_empty(), "{screen}");
}

#[test]
fn trends_from_the_list_of_chains_are_of_the_chain_under_the_cursor() {
    let root = tempfile::tempdir().unwrap();
    archive(root.path(), Order { meetings: 6, seed: 3, a_chain: 3 }, |_| {}).unwrap();
    let mut stage = Stage::at(root.path(), Lang::Nl);
    stage.app.read_home();
    stage.settle().wait_until(|app| app.home.over_chains && app.home.chains.len() == 2);
    stage.keys("<Down><C-t>").wait_until(|app| {
        matches!(app.top_cover(), Some(Cover::Trends(trends)) if trends.held.as_ref().is_some_and(|held| !held.is_empty()))
    });
    let Some(Cover::Trends(trends)) = stage.app.top_cover() else { panic!("closed") };
    assert_eq!(trends.folder, stage.app.home.chains[1].folder);
}

#[test]
fn that_somebody_else_changed_the_file_comes_before_what_was_said_of_the_last_key() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    let text = fs::read_to_string(stage.path(4)).unwrap();
    fs::write(stage.path(4), text.replacen("hamerstukken", "HAMERSTUKKEN", 1)).unwrap();
    stage.keys("nIets anders<Enter>").settle();
    assert!(stage.screen(140, 45).contains("Iemand anders wijzigde het bestand"), "{}", stage.screen(140, 45));
}
