//! The blind round by keys: hidden until revealed, locked once in; and from a label to a decision.

use crate::stage;
use crate::stage::Stage;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use stuurgroep::desk::meeting::Tab;
use stuurgroep::model::agenda::Room;
use stuurgroep::model::balance::{BenefitRound, EstimateRow};
use stuurgroep::model::change::{BalanceEdit, Change, apply};
use stuurgroep::model::decision::DecisionKind;
use stuurgroep::model::session::Event;
use stuurgroep::model::{PartnerCode, RecordId, Session};
use stuurgroep::text::Lang;

/// Kompas at the item of the benefit round, everybody there.
fn at_the_round() -> Stage {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("*11");
    assert!(stage.screen(140, 45).contains("Opbrengstenronde 4"), "{}", stage.screen(140, 45));
    stage
}

/// The rows of the round as they would be after its reveal: nothing reads them before.
fn revealed(session: &Session) -> Vec<EstimateRow> {
    let after = apply(session, &Change::Balance(BalanceEdit::Reveal), stage::moment()).unwrap().session;
    after.round_at_hand().unwrap().rows.shown().to_vec()
}

#[test]
fn a_row_takes_a_key_per_partner_and_one_for_effort_and_stays_hidden() {
    let mut stage = at_the_round();
    // POL first: seven partners, then its own effort; a question mark is don't know.
    stage.keys("r91919?9");
    let screen = stage.screen(140, 45);
    assert!(screen.contains("eigen inspanning"), "{screen}");
    stage.keys("8");
    let row = &revealed(stage.session())[0];
    assert_eq!(row.scores, [Some(9), Some(1), Some(9), Some(1), Some(9), None, Some(9)]);
    assert_eq!(row.effort, Some(8));
    let screen = stage.screen(140, 45);
    assert!(screen.contains("1 van 7 rijen binnen") && !screen.contains("9,0") && !screen.contains("[9]"), "{screen}");
    // The next key is for the next partner: the row of POL is locked.
    stage.keys("r");
    assert!(stage.screen(140, 45).contains("OM: wat levert het"), "{}", stage.screen(140, 45));
}

#[test]
fn all_are_shown_together_and_say_what_they_amount_to() {
    let mut stage = at_the_round();
    // The scores of the third round of Kompas, once more.
    for row in ["58667758", "78678757", "78567654", "78678666", "78678754", "79779368", "78678785"] {
        stage.keys("r").keys(row);
    }
    assert_eq!(stage.session().round_at_hand().unwrap().rows.len(), 7);
    stage.keys("g").settle();
    let screen = stage.page();
    assert!(screen.contains("Anderen schatten de opbrengst van JR op 7. JR zelf geeft een 3."), "{screen}");
    assert!(screen.contains("Stille zorg") && screen.contains("Twee keer op rij"), "{screen}");
    assert!(screen.contains("-2 → -4 → -5 → -5"), "{screen}");
    assert!(stage.on_disk(4).round_at_hand().unwrap().is_revealed());
    stage.keys("r");
    assert!(stage.screen(140, 45).contains("al onthuld"));
}

#[test]
fn a_reveal_with_missing_rows_is_asked_about() {
    let mut stage = at_the_round();
    stage.keys("r58667758g");
    assert!(stage.screen(140, 45).contains("Nog niet binnen: OM, RB"), "{}", stage.screen(140, 45));
    stage.keys("<Enter>");
    assert!(!stage.session().round_at_hand().unwrap().is_revealed(), "no is the default");
    stage.keys("g<Down><Enter>");
    assert!(stage.session().round_at_hand().unwrap().is_revealed());
}

#[test]
fn from_a_label_to_a_rebalance_with_before_and_after() {
    // Who gains least stands first.
    let mut stage = at_the_round();
    stage.keys("b");
    assert!(stage.screen(140, 45).contains("inspanning 8, opbrengst 3"), "{}", stage.screen(140, 45));
    stage.keys("JR neemt aan één casusoverleg minder deel<Enter>5<Enter>").settle();
    let session = stage.on_disk(4);
    let decision = session.decision(&RecordId::from("B2026-10")).unwrap();
    let found = decision.rebalance.as_ref().unwrap();
    assert_eq!((found.effort_before, found.benefit_before, found.effort_after), (Some(8), Some(3), 5));
    assert_eq!((decision.kind, decision.touches.clone()), (Some(DecisionKind::Rebalance), vec!["JR".into()]));
}

mod paper {
    use std::fs;
    use std::path::Path;
    use std::process::{Command, Output};
    use stuurgroep::store::read::load;

    fn run(folder: &Path, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_stuurgroep"));
        command.env_clear().args(args).args(["--lang", "en", "--today", "2026-12-10"]).arg("--dir").arg(folder);
        command.output().unwrap()
    }

    #[test]
    fn forms_go_out_and_come_in_all_or_none() {
        let folder = tempfile::tempdir().unwrap();
        super::stage::lay_out_kompas(folder.path());
        let forms = folder.path().join("forms");
        let out = run(folder.path(), &["round", "--blank", "--output", forms.to_str().unwrap()]);
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
        assert_eq!(fs::read_dir(&forms).unwrap().count(), 7);
        let again = run(folder.path(), &["round", "--blank", "--output", forms.to_str().unwrap()]);
        assert_eq!(again.status.code(), Some(2), "forms that exist are not overwritten");

        let file = folder.path().join("assets/logo.txt");
        let nowhere = run(folder.path(), &["round", "--blank", "--output", file.to_str().unwrap()]);
        let said = String::from_utf8_lossy(&nowhere.stderr).into_owned();
        assert!(said.contains("is no folder"), "{said}");

        let fill = |code: &str, score: &str| {
            let path = forms.join(format!("0004-{code}.txt"));
            let text = fs::read_to_string(&path).unwrap();
            let codes = ["POL", "OM", "RB", "RVK", "HLT", "JR", "GEM", "effort"];
            let filled = codes
                .iter()
                .fold(text, |text, code| text.replace(&format!("\n{code}:"), &format!("\n{code}: {score}")));
            fs::write(&path, filled).unwrap();
            path.to_str().unwrap().to_owned()
        };
        let (pol, jr) = (fill("POL", "7"), fill("JR", "twaalf"));
        let session = folder.path().join("sessions/0004-2026-12-10.ron");
        let before = fs::read(&session).unwrap();
        let wrong = run(folder.path(), &["round", "--read", &pol, &jr]);
        let said = String::from_utf8_lossy(&wrong.stderr).into_owned();
        assert_eq!(wrong.status.code(), Some(2));
        let text = fs::read_to_string(forms.join("0004-JR.txt")).unwrap();
        let line = text.lines().position(|line| line.starts_with("POL:")).unwrap() + 1;
        assert!(
            said.contains(&format!("0004-JR.txt, line {line}:")) && said.contains("Nothing was taken in"),
            "{said}"
        );
        assert_eq!(fs::read(&session).unwrap(), before);

        let right = run(folder.path(), &["round", "--read", &pol]);
        assert!(right.status.success(), "{}", String::from_utf8_lossy(&right.stderr));
        let loaded = load(&session).unwrap().session;
        let round = loaded.round_at_hand().unwrap();
        assert_eq!((round.rows.len(), round.is_revealed()), (1, false));
        assert_eq!(super::revealed(&loaded)[0].scores, vec![Some(7); 7]);
        let said = String::from_utf8_lossy(&right.stdout).into_owned();
        assert!(said.contains("1 row taken"), "{said}");

        // A folder is all its text files; what is in already is named, without a line that is not wrong.
        let jr = fs::read_to_string(&jr).unwrap().replace("twaalf", "");
        fs::write(forms.join("0004-JR.txt"), jr).unwrap();
        fill("JR", "8");
        let twice = run(folder.path(), &["round", "--read", forms.to_str().unwrap()]);
        let said = String::from_utf8_lossy(&twice.stderr).into_owned();
        assert!(said.contains("nothing stands after") && said.contains("0004-GEM.txt"), "{said}");
        let twice = run(folder.path(), &["round", "--read", &pol]);
        let said = String::from_utf8_lossy(&twice.stderr).into_owned();
        assert!(said.contains("0004-POL.txt: The row of POL is in") && !said.contains("line"), "{said}");
        for code in ["OM", "RB", "RVK", "HLT", "GEM"] {
            fill(code, "6");
        }
        fs::remove_file(forms.join("0004-POL.txt")).unwrap();
        fs::write(forms.join("note.md"), "no form").unwrap();
        let folder_read = run(folder.path(), &["round", "--read", forms.to_str().unwrap()]);
        let said = String::from_utf8_lossy(&folder_read.stdout).into_owned();
        assert!(said.contains("6 rows taken"), "{said} {}", String::from_utf8_lossy(&folder_read.stderr));
        let empty = run(folder.path(), &["round", "--read", folder.path().join("sessions").to_str().unwrap()]);
        assert_eq!(empty.status.code(), Some(2), "{}", String::from_utf8_lossy(&empty.stderr));
    }

    #[test]
    fn a_form_that_comes_after_the_reveal_is_told_so() {
        use stuurgroep::model::change::{BalanceEdit, Change, apply};
        use stuurgroep::store::Folder;
        use stuurgroep::store::place::Place;
        let folder = tempfile::tempdir().unwrap();
        super::stage::lay_out_kompas(folder.path());
        let path = folder.path().join("sessions/0004-2026-12-10.ron");
        let loaded = load(&path).unwrap();
        let about: Vec<_> = loaded.session.partners.iter().map(|partner| partner.code.clone()).collect();
        let mut session = loaded.session.clone();
        let rows = about.iter().skip(1).map(|by| {
            let row = super::EstimateRow { by: by.clone(), scores: vec![Some(6); 7], effort: None };
            Change::Balance(BalanceEdit::Row(row))
        });
        for change in rows.chain([Change::Balance(BalanceEdit::Reveal)]) {
            session = apply(&session, &change, super::stage::moment()).unwrap().session;
        }
        let chain = Folder::at(folder.path());
        chain.write_after(&mut Place::of(&chain, &path).unwrap(), &session, &loaded).unwrap();
        let forms = folder.path().join("forms");
        run(folder.path(), &["round", "--blank", "--output", forms.to_str().unwrap()]);
        let form = forms.join("0004-POL.txt");
        let text = fs::read_to_string(&form).unwrap();
        let text: String = text
            .lines()
            .map(|line| {
                if line.ends_with(':') || line.contains(":  ") {
                    format!("{}: 7\n", line.split(':').next().unwrap())
                } else {
                    format!("{line}\n")
                }
            })
            .collect();
        fs::write(&form, text).unwrap();
        let late = run(folder.path(), &["round", "--read", form.to_str().unwrap()]);
        let said = String::from_utf8_lossy(&late.stderr).into_owned();
        assert!(said.contains("0004-POL.txt: The scores are revealed already"), "{said}");
    }
}

#[test]
fn a_row_is_not_lost_by_one_key_and_can_be_withdrawn_until_the_reveal() {
    let mut stage = at_the_round();
    stage.keys("r9191<Enter>");
    assert!(stage.screen(80, 24).contains("Een cijfer van 1 tot 10"), "{}", stage.screen(80, 24));
    stage.keys("x");
    assert!(stage.screen(80, 24).contains("Een cijfer van 1 tot 10"));
    stage.keys("<Esc>");
    assert!(stage.screen(80, 24).contains("Nog een keer Esc"), "{}", stage.screen(80, 24));
    // Going on is possible, and so is going back from the last question.
    stage.keys("911<Bs>98");
    let row = &revealed(stage.session())[0];
    assert_eq!((row.scores[6], row.effort), (Some(9), Some(8)), "{row:?}");
    stage.keys("r91<Esc><Esc>");
    assert!(stage.screen(140, 45).contains("De rij is niet vastgelegd"), "{}", stage.screen(140, 45));
    assert_eq!(stage.session().round_at_hand().unwrap().rows.len(), 1);
    // What was entered wrong goes as a whole, and that is on record.
    stage.keys("v<Down><Enter>").settle();
    let session = stage.on_disk(4);
    assert!(session.round_at_hand().unwrap().rows.is_empty());
    assert!(session.log.iter().any(|entry| entry.event == Event::RowWithdrawn { partner: "POL".into() }));
    stage.keys("u").settle();
    assert_eq!(stage.on_disk(4).round_at_hand().unwrap().rows.len(), 1);
}

#[test]
fn who_gave_no_row_is_told_from_who_did_not_know() {
    let mut stage = at_the_round();
    for row in ["58667758", "7????757", "78567654", "78678666", "78678754", "79779368"] {
        stage.keys("r").keys(row);
    }
    stage.keys("g<Down><Enter>");
    let page = stage.page();
    assert!(page.contains("GEM vulde niets in.") && page.contains("OM weet het zelf niet."), "{page}");
    assert!(!page.contains("op –") && !page.contains("een –"), "{page}");
    let row = |code: &str| {
        let words = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        page.lines().map(words).rfind(|words| words.len() == 8 && words[0] == code).unwrap()
    };
    assert_eq!(row("GEM"), ["GEM", "·", "·", "·", "·", "·", "·", "[·]"], "{page}");
    assert_eq!(row("OM"), ["OM", "7", "[?]", "?", "?", "?", "7", "5"], "{page}");
}

#[test]
fn a_rebalance_belongs_to_its_item_and_answers_the_label() {
    let mut stage = at_the_round();
    assert!(stage.page().contains("agendeer bijstelling (b)"));
    stage.keys("bMinder overleg<Enter>6<Enter>").settle();
    let session = stage.on_disk(4);
    let decision = session.decisions.last().unwrap();
    assert_eq!(decision.item.as_ref().map(|item| item.as_str()), Some("11"));
    let partner = decision.rebalance.as_ref().unwrap().partner.to_string();
    let page = stage.page();
    assert!(page.contains(&format!("{} stelt dit bij: inspanning", decision.id)), "{partner}\n{page}");
}

#[test]
fn fifteen_partners_fit_on_a_small_screen_block_by_block() {
    let partners: Vec<_> = (1..=15).map(|n| (format!("PAR{n}").as_str().into(), format!("Partner {n}"))).collect();
    let mut session =
        stuurgroep::model::start::first_session("Proef", &partners, stage::moment().date(), |_| "Punt".to_owned());
    let codes: Vec<PartnerCode> = session.partners.iter().map(|partner| partner.code.clone()).collect();
    let row = |by: &PartnerCode| EstimateRow { by: by.clone(), scores: vec![Some(10); 15], effort: Some(3) };
    let rows = codes.iter().map(row).collect();
    session.benefit_rounds.push(BenefitRound::held(1, stage::moment().date(), codes.clone(), rows));
    let mut stage = Stage::empty(Lang::Nl);
    stage.app.desk.folder.prepare(&session).unwrap();
    stage.app.desk.open(1);
    stage.app.desk.meeting.as_mut().unwrap().go_to(Tab::Room(Room::Balance));
    for size in [(80, 24), (140, 45)] {
        stage.app.desk.size = size;
        let view = stage.app.desk.view().unwrap();
        let area = Rect::new(0, 0, view.width, 200);
        let mut buf = Buffer::empty(area);
        let sheet = stuurgroep::panes::page(&view, Room::Balance).laid_out((area.width, area.height), view.theme);
        sheet.render(area, &mut buf, None, 0);
        let page: String = area.positions().map(|at| buf[at].symbol().to_owned()).collect();
        assert_eq!(page.matches("[10]").count(), 15, "{page}");
        assert!(page.contains("PAR10") && page.contains("PAR15"));
    }
}
