//! A secretary takes Kompas from opening to closing, by keys, in a real terminal. Then the files are read.

use crate::stage::Stage;
use crate::terminal::Terminal;
use std::fs;
use std::path::{Path, PathBuf};
use stuurgroep::model::agenda::ItemOutcome;
use stuurgroep::model::decision::{DecisionKind, DecisionOutcome, PositionCode};
use stuurgroep::model::governance::escalation::EscalationOutcome;
use stuurgroep::model::session::{Event, State};
use stuurgroep::model::story::StoryStatus;
use stuurgroep::model::{PartnerCode, RecordId, Session};
use stuurgroep::store::read::load;
use stuurgroep::store::seal::sha256;
use stuurgroep::text::Lang;

fn demo(home: &Path, lang: &str, size: (u16, u16)) -> Terminal {
    let program = Path::new(env!("CARGO_BIN_EXE_stuurgroep"));
    Terminal::start(program, &["demo", "--lang", lang], size, home)
}

/// Where the demo said that its copy is.
fn copy_in(home: &Path) -> PathBuf {
    let entries = fs::read_dir(home).unwrap().map(|entry| entry.unwrap().path());
    entries.into_iter().find(|path| path.join("sessions").exists()).unwrap().join("sessions")
}

fn code(text: &str) -> PartnerCode {
    PartnerCode::from(text)
}

/// Moves down until the cursor stands at `what`.
fn select(terminal: &mut Terminal, what: &str) {
    for _ in 0..40 {
        let screen = terminal.screen();
        let here = |line: &str| line.contains('▌') && line.contains(what);
        if screen.lines().any(here) {
            return;
        }
        terminal.keys("<Down>");
        terminal.wait_until("the cursor has moved", |now| now != screen || now.lines().any(here));
    }
    panic!("{what} can't be selected on\n{}", terminal.screen());
}

/// A wide screen has room for three warnings, before any key is pressed.
/// What README says of Ctrl-q holds wherever somebody is, a question that came by itself included.
#[test]
fn the_program_is_left_from_everywhere() {
    for keys in ["", ":", "?", "r", "<Enter>", "d", "dwoorden", "/", "<C-f>", "<C-t>", "!", "!<Enter>", "q", "q?"] {
        for quit in ["<C-q>", "<C-c>"] {
            let mut stage = Stage::kompas(Lang::Nl, 4);
            stage.keys(keys);
            assert!(!stage.app.desk.leaving, "{keys}");
            stage.keys(quit);
            assert!(stage.app.desk.leaving, "{keys} {quit}");
        }
    }
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.app.desk.pick_suddenly(String::new(), String::new(), Vec::new(), std::rc::Rc::new(|_, _| {}));
    stage.keys("<C-q>");
    assert!(stage.app.desk.leaving);
}

#[test]
fn the_first_screen_is_laid_out_for_the_terminal_it_is_on() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = demo(home.path(), "nl", (140, 45));
    terminal.wait_for("geen quorum");
    terminal.keys("<C-q>");
    assert_eq!(terminal.wait_exit(), 0);
}

#[test]
fn kompas_from_opening_to_closing() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = demo(home.path(), "nl", (140, 45));
    opening(&mut terminal);
    stories(&mut terminal);
    kpis(&mut terminal);
    difference(&mut terminal);
    decision(&mut terminal);
    escalation(&mut terminal);
    closing(&mut terminal);
    terminal.keys("<C-q>");
    assert_eq!(terminal.wait_exit(), 0);

    let sessions = copy_in(home.path());
    let held = load(&sessions.join("0004-2026-12-10.ron")).unwrap().session;
    let next = load(&sessions.join("0005-2027-03-11.ron")).unwrap().session;
    what_was_held(&held, &sessions);
    what_comes_next(&held, &next);
}

fn opening(terminal: &mut Terminal) {
    terminal.wait_for("geen quorum");
    terminal.keys("r").wait_for("Politie-eenheid");
    // POL and the others are there themselves; RB sends its deputy without a mandate.
    terminal.keys("mmwmmmm").wait_for("Zonder mandaat aan tafel: RB");
    terminal.keys("g").wait_for("Verslag van vergadering 3 vastgesteld");
    terminal.keys("t").wait_for("▶ 1");
    // Going on in spite of a missing mandate asks once and is on record.
    terminal.keys("x").wait_for("Doorgaan?");
    terminal.keys("<Down><Enter>").wait_for("▶ 2");
}

fn stories(terminal: &mut Terminal) {
    terminal.keys("3").wait_for("3 van 5 verhalen");
    select(terminal, "Concept");
    terminal.keys("r").wait_for("burgerservicenummer");
    let screen = terminal.screen();
    assert!(screen.contains("123456782") && screen.contains("niet bewijzen dat een verhaal anoniem is"), "{screen}");
    terminal.keys("<Down><Enter>");
    terminal.wait_until("nothing blocks", |screen| !screen.contains("geblokkeerd"));
    terminal.keys("r").wait_for("Herkent de jongere zichzelf?");
    terminal.keys("n").wait_for("Herkent de buurt");
    terminal.keys("n").wait_for("elders nieuws");
    terminal.keys("n").wait_for("toestemming");
    terminal.keys("y").wait_for("4 van 5 verhalen");
}

fn kpis(terminal: &mut Terminal) {
    terminal.keys("7").wait_for("Driehoek");
    select(terminal, "K1 Jeugdzaken");
    terminal.keys("v").wait_for("Maand en waarde");
}

fn difference(terminal: &mut Terminal) {
    terminal.keys("64/107 voorlopig<Enter>").wait_for("59,8");
    terminal.keys("b").wait_for("wat is de oorzaak?");
    terminal.keys("wachttijd bij zitting<Enter>").wait_for("wat gaan we bijsturen?");
    terminal.keys("OM plant twee extra zittingen voor 1 maart<Enter>").wait_for("B2026-10");
    terminal.keys("8").wait_for("Verschil verkennen");
    terminal.keys("d").wait_for("valt geen besluit");
    terminal.keys("o").wait_for("Oneens");
    terminal.keys("de meldkamer mist zicht op de zorgvraag<Enter>").wait_for("O2026-03");
}

fn decision(terminal: &mut Terminal) {
    terminal.keys("9").wait_for("B2026-09");
    terminal.keys("d").wait_for("gedekt door");
    terminal.keys("JR neemt vanaf 1 februari aan twee overleggen minder deel<Enter>").wait_for("B2026-11");
    terminal.keys("p").wait_for("Standpunten bij B2026-11, in stilte");
    terminal.wait_for("noodhulp blijft bezet");
    // POL objects; OM agrees; RB has no mandate and can only reserve; the rest goes along. Nothing shows yet.
    terminal.keys("bi").wait_for("onafhankelijk oordelen");
    terminal.keys("i").wait_for("kan alleen een voorbehoud geven");
    terminal.keys("v=").wait_for("7 standpunten binnen");
    terminal.keys("n").wait_for("nog verborgen");
    terminal.wait_until("no position shows", |screen| !screen.contains("[B I V"));
    terminal.keys("py").wait_for("POL: B overwegend bezwaar. Waarom?");
    terminal.keys("<Enter>").wait_for("Er staat nog niets");
    terminal.keys("de casus komen dan bij de noodhulp<Enter>").wait_for("RB: V voorbehoud. Waarom?");
    terminal.keys("<Enter>").wait_for("[B I V I I I I]");
    terminal.keys("<Enter>").wait_for("Besluitvorm");
    terminal.keys("<Down><Enter>").wait_for("kader");
    terminal.keys("<Down><Down><Down><Down><Down><Enter>").wait_for("bijstelling");
    terminal.keys("<Esc>a").wait_for("Wat moet er gebeuren?");
    terminal.keys("Rooster aanpassen @jr voor 15-1-2027");
    terminal.wait_for("vrijdag 15 januari 2027");
    terminal.keys("<Enter>").wait_for("A2026-15");
    // A note becomes an action with one key, and with u a note again.
    terminal.keys("nGEM belt de school<Enter>").wait_for("belt de school");
    terminal.keys("A").wait_for("A2026-16");
    terminal.keys("u").wait_for("Teruggenomen: actie A2026-16");
}

fn escalation(terminal: &mut Terminal) {
    terminal.keys("9").wait_for("Rooster casusoverleg JR");
    select(terminal, "E2026-11");
    terminal.keys("g").wait_for("hoort dit hier?");
    terminal.keys("<Enter>").wait_for("wat mag het lagere niveau");
    terminal.keys("tactisch overleg stelt het rooster zelf vast<Enter>").wait_for("Wie ziet erop toe?");
    terminal.keys("6").wait_for("Wanneer is het opgelost?");
    terminal.keys("over 4 weken<Enter>").wait_for("terug met");
    terminal.wait_for("31 d");
}

fn closing(terminal: &mut Terminal) {
    terminal.keys("0").wait_for("Voorlezen");
    terminal.keys("b").wait_for("✓  Besluiten, standpunten");
    terminal.keys("r").wait_for("Welk cijfer");
    terminal.keys("8877786").wait_for("7 van 7 partners");
    terminal.keys("v").wait_for("Wanneer is de volgende");
    terminal.keys("11-3-2027<Enter>").wait_for("donderdag 11 maart 2027");
    terminal.keys("C").wait_for("Vergadering sluiten?");
    terminal.keys("<Down><Enter>").wait_for("staat klaar");
}

fn what_was_held(held: &Session, sessions: &Path) {
    assert_eq!(held.state, State::Closed);
    let adoption = held.adopts.as_ref().unwrap();
    assert_eq!(adoption.sha256, sha256(&fs::read(sessions.join("0003-2026-09-17.ron")).unwrap()));
    let went_on = Event::WentOnWithoutMandate { partners: vec![code("RB")] };
    assert!(held.log.iter().any(|entry| entry.event == went_on), "{:?}", held.log);
    assert_eq!(held.successes.stories[3].status, StoryStatus::Released);
    assert!(!held.successes.stories[3].situation.contains("123456782"));

    let k1 = &held.kpis[0];
    let value = k1.values.last().unwrap();
    assert_eq!((value.month.to_string().as_str(), value.value, value.provisional), ("2026-12", Some(59.8), true));
    let adjustment = held.decision(&RecordId::from("B2026-10")).unwrap();
    assert_eq!(adjustment.adjusts.as_ref(), Some(&k1.id));
    assert_eq!(held.evaluations[0].cause, "wachttijd bij zitting");

    let explored = held.agenda.item(&"8".into()).unwrap();
    assert_eq!(explored.outcome, Some(ItemOutcome::NotReached), "what was not finished is said so");
    assert!(held.own_decisions().all(|decision| decision.item.as_ref() != Some(&explored.no)));
    let said = held.differences.iter().find(|found| found.id.as_str() == "O2026-03").unwrap();
    assert_eq!(said.text, "de meldkamer mist zicht op de zorgvraag");

    let decision = held.decision(&RecordId::from("B2026-11")).unwrap();
    let letters: String =
        held.partners.iter().map(|partner| decision.position(&partner.code).unwrap().code.letter()).collect();
    assert_eq!(letters, "BIVIIII");
    assert_eq!(decision.position(&code("POL")).unwrap().reason, "de casus komen dan bij de noodhulp");
    assert_eq!(decision.position(&code("RB")).unwrap().code, PositionCode::Reserved);
    assert_eq!((decision.kind, decision.outcome), (Some(DecisionKind::Rebalance), None::<DecisionOutcome>));

    let action = held.actions.iter().find(|found| found.id.as_str() == "A2026-15").unwrap();
    assert_eq!((action.text.as_str(), action.owner.as_ref()), ("Rooster aanpassen", Some(&code("JR"))));
    assert_eq!(action.due.unwrap().to_string(), "2027-01-15");
    assert!(held.notes.iter().any(|note| note.text == "GEM belt de school"), "the note is a note again");

    let returned = held.escalations.iter().find(|found| found.id.as_str() == "E2026-11").unwrap();
    assert_eq!(returned.outcome, Some(EscalationOutcome::Returned));
    assert_eq!(returned.assignment.as_ref().unwrap().owner, code("JR"));
    let scores: Vec<u8> = held.closing.ratings.iter().map(|rating| rating.score).collect();
    assert_eq!(scores, [8, 8, 7, 7, 7, 8, 6]);
}

fn what_comes_next(held: &Session, next: &Session) {
    assert_eq!((next.number, next.state), (5, State::Planned));
    let has = |id: &str| next.actions.iter().any(|found| found.id.as_str() == id);
    assert!(has("A2026-15") && has("A2026-06"), "open actions go along with their numbers");
    assert!(!has("A2026-12"), "a finished one stays behind");
    assert!(next.decision(&RecordId::from("B2026-09")).is_some(), "a deferred decision comes back");
    let old = next.actions.iter().find(|found| found.id.as_str() == "A2026-06").unwrap();
    assert_eq!(next.age(old.session), 4, "4th meeting in a row");
    assert!(
        next.agenda.items.iter().any(|item| item.title.contains("weekendmeldingen")),
        "what was not reached comes back"
    );
    assert!(next.notes.is_empty() && next.adopts.is_none() && next.closing.ratings.is_empty());
    assert_eq!(next.look_back.last().unwrap().session, held.number);
}

#[test]
fn english_at_eighty_columns() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = demo(home.path(), "en", (80, 24));
    terminal.wait_for("no quorum");
    terminal.keys("*").wait_for("● quorum");
    terminal.keys("7").wait_for("■ red");
    terminal.keys("<PgDn>").wait_for("Triangle");
    terminal.keys("?").wait_for("What matters here first");
    terminal.keys("<Esc>:").wait_for("What would you like to do?");
    terminal.keys("decision<Enter>").wait_for("Who does what");
    terminal.keys("OM pays for 1 March<Enter>").wait_for("B2026-10");
    terminal.keys("/").wait_for("Search this meeting");
    terminal.keys("ketenplanner<Enter>").wait_for("no objection");
    terminal.keys("<Esc>q").wait_for("Meetings (4)");
    select(&mut terminal, "17 Sep 2026");
    terminal.keys("<Enter>").wait_for("read-only");
    terminal.keys("d").wait_for("Closed: read-only");
    terminal.keys("qq");
    assert_eq!(terminal.wait_exit(), 0);
    let held = load(&copy_in(home.path()).join("0004-2026-12-10.ron")).unwrap().session;
    assert_eq!(held.decision(&RecordId::from("B2026-10")).unwrap().text, "OM pays for 1 March");
}

#[test]
fn the_blind_round_is_on_no_screen_and_in_no_document_before_its_reveal() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = demo(home.path(), "nl", (80, 24));
    terminal.wait_for("geen quorum");
    terminal.keys("*").wait_for("● quorum");
    terminal.keys("11").wait_for("Opbrengstenronde 4");
    // A score that stands nowhere else on that screen: everybody gives nines, and effort one.
    for row in 1..=7 {
        terminal.keys("r").wait_for("wat levert het");
        terminal.keys("99999991");
        if row < 7 {
            terminal.wait_for(&format!("{row} van 7 rijen binnen"));
            terminal.wait_until("no score shows", |screen| !screen.contains("netto +8") && !screen.contains("op 9"));
        }
    }
    terminal.wait_for("7 van 7 rijen binnen");
    terminal.wait_until("it is on disk", |screen| screen.contains("vastgelegd"));
    let sessions = copy_in(home.path());
    let output = |args: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_stuurgroep"));
        command.env_clear().args(args).args(["--lang", "nl", "--dir"]).arg(sessions.parent().unwrap());
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    for hidden in [output(&["show", "4"]), output(&["export", "4"]), output(&["signals", "--today", "2026-12-10"])] {
        assert!(!hidden.is_empty() && !hidden.contains("op 9") && !hidden.contains("opbrengst 9"), "{hidden}");
    }
    let json: serde_json::Value = serde_json::from_str(&output(&["show", "4", "--json"])).unwrap();
    let round = json["benefit_rounds"].as_array().unwrap().iter().find(|round| round["session"] == 4).unwrap();
    assert_eq!(round["rows"], serde_json::json!([]), "{round}");

    terminal.keys("g").wait_for("Opbrengstenronde van vergadering 4");
    terminal.wait_for("+8 ▲");
    terminal.keys("<C-q>");
    assert_eq!(terminal.wait_exit(), 0);
    let held = load(&sessions.join("0004-2026-12-10.ron")).unwrap().session;
    assert!(held.round_at_hand().unwrap().is_revealed());
    assert!(output(&["show", "4"]).contains("Anderen schatten de opbrengst van JR op 9. JR zelf geeft een 9."));
}
