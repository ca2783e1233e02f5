//! The face of the chain: every part can be written where it stands, and what is said of a logo is true.

use crate::picture::png;
use crate::stage::Stage;
use std::fs;
use stuurgroep::desk::Target;
use stuurgroep::desk::meeting::Tab;
use stuurgroep::model::agenda::Room;
use stuurgroep::model::chain::COLOURS;
use stuurgroep::model::change::IdentityField;
use stuurgroep::text::Lang;
use stuurgroep::widgets::Theme;

fn at_the_face(theme: Theme) -> Stage {
    let mut stage = Stage::kompas_in(Lang::Nl, 4, theme);
    stage.app.desk.meeting.as_mut().unwrap().go_to(Tab::Room(Room::Identity));
    stage
}

fn write(stage: &mut Stage, part: IdentityField, text: &str) {
    stage.app.desk.meeting.as_mut().unwrap().select(Target::Identity(part));
    // Every sign that stands there goes first.
    stage.keys("<Enter>").keys(&"<Bs>".repeat(60)).keys(text).keys("<Enter>");
}

const PLAIN: Theme = Theme::PLAIN;

#[test]
fn every_part_of_the_face_is_written_on_its_own_row() {
    let mut stage = at_the_face(PLAIN);
    write(&mut stage, IdentityField::Name, "Kompas Noord");
    write(&mut stage, IdentityField::Slogan, "Samen sneller");
    write(&mut stage, IdentityField::Place, "Het Anker");
    write(&mut stage, IdentityField::Mascot, "Kees de kompasnaald");
    write(&mut stage, IdentityField::Colour, "Light Blue");
    stage.settle();
    let session = stage.on_disk(4);
    assert_eq!((session.chain.name.as_str(), session.identity.slogan.as_str()), ("Kompas Noord", "Samen sneller"));
    assert_eq!((session.identity.place.as_str(), session.identity.colour.as_str()), ("Het Anker", "lightblue"));
    let screen = stage.page();
    assert!(screen.contains("Kompas Noord") && screen.contains("Kees de kompasnaald"), "{screen}");
    stage.app.desk.meeting.as_mut().unwrap().go_to(Tab::Room(Room::Opening));
    assert!(stage.page().contains("Mascotte: Kees de kompasnaald"), "{}", stage.page());
    // Without a name it is no chain, and without a mascot nothing is missing.
    stage.app.desk.meeting.as_mut().unwrap().go_to(Tab::Room(Room::Identity));
    write(&mut stage, IdentityField::Mascot, "");
    write(&mut stage, IdentityField::Name, "");
    assert_eq!(stage.session().chain.name, "Kompas Noord");
    stage.keys("<Esc>");
    assert!(!stage.page().contains("▲ Mascotte"), "{}", stage.page());
}

#[test]
fn a_colour_is_one_that_every_terminal_has() {
    let mut stage = at_the_face(PLAIN);
    write(&mut stage, IdentityField::Colour, "mauve");
    let screen = stage.screen(140, 45);
    assert!(screen.contains("Kies uit: black, red"), "{screen}");
    assert_eq!(stage.session().identity.colour, "cyan");
    for colour in COLOURS {
        assert!(colour.parse::<ratatui::style::Color>().is_ok(), "{colour}");
    }
}

#[test]
fn a_logo_shows_at_once_or_the_true_reason_why_not() {
    let mut stage = at_the_face(Theme::FULL);
    let assets = stage.folder.path().join("assets");
    fs::write(assets.join("nieuw.txt"), "/\\_NIEUW_/\\\n").unwrap();
    fs::write(assets.join("kapot.png"), "geen plaatje").unwrap();
    fs::write(assets.join("brief.doc"), [0xff, 0xfe, 0x00]).unwrap();
    fs::write(assets.join("groot.png"), vec![0; 2 * 1024 * 1024]).unwrap();
    png(&assets.join("goed.png"), (40, 20), [9, 99, 199]);
    write(&mut stage, IdentityField::Logo, "nieuw.txt");
    assert!(stage.page().contains("/\\_NIEUW_/\\"), "{}", stage.page());
    for (file, reason) in [
        ("weg.txt", "weg.txt: bestand niet gevonden in assets/"),
        ("../sessions/0004-2026-12-10.ron", "bestand niet gevonden in assets/"),
        ("kapot.png", "kapot.png is geen goede PNG"),
        ("brief.doc", "brief.doc is geen tekst of PNG"),
        ("groot.png", "groot.png is te groot"),
    ] {
        write(&mut stage, IdentityField::Logo, file);
        let screen = stage.page();
        assert!(screen.contains(reason) && screen.contains("▲ Logo"), "{file}: {screen}");
        assert!(!screen.contains("toont geen plaatjes"), "{file}: {screen}");
    }
    write(&mut stage, IdentityField::Logo, "goed.png");
    assert!(stage.app.desk.meeting.as_ref().unwrap().logo.picture.is_some());
    stage.keys("u");
    assert!(stage.page().contains("groot.png is te groot"), "undo reads the logo of before: {}", stage.page());
    // In black and white no picture shows, and that is what is said; nothing is missing then.
    let mut stage = at_the_face(PLAIN);
    png(&stage.folder.path().join("assets/goed.png"), (8, 8), [0; 3]);
    write(&mut stage, IdentityField::Logo, "goed.png");
    let screen = stage.page();
    assert!(screen.contains("deze terminal toont geen plaatjes") && !screen.contains("▲ Logo"), "{screen}");
}
