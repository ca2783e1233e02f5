//! What the screen says and finds: what is the matter and why is always to be seen, and what was typed is what is chosen.

use crate::stage::Stage;
use std::fs;
use std::io;
use std::path::Path;
use stuurgroep::app::Incoming;
use stuurgroep::model::agenda::Room;
use stuurgroep::store::StoreError;
use stuurgroep::store::saver::News;
use stuurgroep::store::saver::Outside;
use stuurgroep::text::Lang;

/// Where a network drive of an organisation puts things.
const FAR: &str = "/net/organisatie.example/gedeelde mappen/bestuur en organisatie/ketensamenwerking/zorg en veiligheid/\
                   stuurgroepen/kompas/sessions/0004-2026-12-10.ron";

/// Both which file it is and why stand on a small screen.
fn is_said(stage: &mut Stage, why: &str) -> bool {
    let screen = stage.screen(80, 24);
    let words = screen.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_said = words.contains(why) && words.contains("0004-2026-12-10.ron");
    assert!(is_said, "{why}: {screen}");
    is_said
}

#[test]
fn why_something_failed_is_seen_on_a_small_screen_however_long_the_path_is() {
    for lang in [Lang::Nl, Lang::En] {
        let mut stage = Stage::kompas(lang, 4);
        for error in [
            StoreError::io(Path::new(FAR), io::Error::from(io::ErrorKind::PermissionDenied)),
            StoreError::io(Path::new(FAR), io::Error::other("the drive is asleep")),
            StoreError::io(Path::new(FAR), io::ErrorKind::StorageFull.into()),
            StoreError::new(Path::new(FAR), stuurgroep::store::Trouble::NewerSchema(2)),
        ] {
            let why = match &error.trouble {
                stuurgroep::store::Trouble::NewerSchema(_) => "schema 2".to_owned(),
                _ if error.is_no_room() => if lang == Lang::Nl { "schijf is vol" } else { "disk is full" }.to_owned(),
                stuurgroep::store::Trouble::Io(error) => error.to_string(),
                other => panic!("{other:?}"),
            };
            stage.app.desk.meeting.as_mut().unwrap().disk_trouble = None;
            stage.screen(80, 24);
            let said = stage.app.desk.trouble(&error);
            stage.app.desk.say(said);
            assert!(is_said(&mut stage, &why));
            // The same where it stays until the file is well again.
            stage.app.desk.message = None;
            stage
                .app
                .incoming(Incoming::Desk(stuurgroep::desk::Told::Saver(News::Outside(Outside::Unreadable(error)))));
            assert!(is_said(&mut stage, &why));
        }
    }
}

#[test]
fn a_command_is_found_by_how_its_words_begin() {
    for (lang, typed, found) in [
        (Lang::Nl, "andere ver", "staan geen andere versies"),
        (Lang::En, "other ver", "No other versions stand"),
        (Lang::En, "oth v", "No other versions stand"),
    ] {
        let mut stage = Stage::kompas(lang, 4);
        stage.keys(":").keys(typed).keys("<Enter>");
        let screen = stage.screen(120, 40);
        assert!(screen.contains(found), "{typed}: {screen}");
    }
    // Letters out of the middle of words still find it.
    let mut stage = Stage::kompas(Lang::En, 4);
    stage.keys(":rlier vrsn");
    assert!(stage.screen(120, 40).contains("earlier versions of this meeting"), "{}", stage.screen(120, 40));
}

#[test]
fn a_previous_report_that_can_not_be_read_is_named_and_is_adopted_once_it_is_mended() {
    let mut stage = Stage::kompas(Lang::En, 4);
    let (third, fourth) = (stage.path(3), stage.path(4));
    stage.app.desk.go_home();
    let text = fs::read_to_string(&fourth).unwrap();
    if let Some((before, rest)) = text.split_once("    adopts:") {
        let rest = rest.split_once("\n    decisions:").or_else(|| rest.split_once("\n\n")).unwrap().1;
        fs::write(&fourth, format!("{before}    decisions:{rest}")).unwrap();
    }
    let whole = fs::read_to_string(&third).unwrap();
    fs::write(&third, whole.replacen("decisions: [", "decisons: [", 1)).unwrap();
    stage.app.desk.open(4);
    stage.app.desk.meeting.as_mut().unwrap().show_room(Room::Opening);
    let is_named = |text: &str| {
        text.contains("can't be read, so it can't be adopted")
            && text.contains("0003-2026-09-17.ron")
            && text.contains("decisons")
    };
    assert!(is_named(&stage.page()), "{}", stage.page());
    stage.keys("g");
    let said = stage.app.desk.message.clone().unwrap();
    assert!(is_named(&said), "{said}");
    assert!(stage.session().adopts.is_none());
    fs::write(&third, whole).unwrap();
    stage.keys("g");
    assert!(stage.session().adopts.is_some(), "{:?}", stage.app.desk.message);
}
