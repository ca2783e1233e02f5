//! The blind round by keys: hidden until revealed, locked once in; and from a label to a decision.
#![allow(clippy::unwrap_used)]

mod stage;

use stage::Stage;
use stuurgroep::model::RecordId;
use stuurgroep::model::decision::DecisionKind;
use stuurgroep::text::Lang;

/// Kompas at the item of the benefit round, everybody there.
fn at_the_round() -> Stage {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("*11");
    assert!(stage.screen(140, 45).contains("Opbrengstenronde 4"), "{}", stage.screen(140, 45));
    stage
}

#[test]
fn a_row_takes_a_key_per_partner_and_one_for_effort_and_stays_hidden() {
    let mut stage = at_the_round();
    // POL first: seven partners, then its own effort; a question mark is don't know.
    stage.keys("r91919?9");
    let screen = stage.screen(140, 45);
    assert!(screen.contains("eigen inspanning"), "{screen}");
    stage.keys("8");
    let round = stage.session().round_at_hand().unwrap().clone();
    assert_eq!(round.rows[0].scores, [Some(9), Some(1), Some(9), Some(1), Some(9), None, Some(9)]);
    assert_eq!(round.rows[0].effort, Some(8));
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
    assert!(stage.on_disk(4).round_at_hand().unwrap().revealed);
    stage.keys("r");
    assert!(stage.screen(140, 45).contains("al onthuld"));
}

#[test]
fn a_reveal_with_missing_rows_is_asked_about() {
    let mut stage = at_the_round();
    stage.keys("r58667758g");
    assert!(stage.screen(140, 45).contains("Nog niet binnen: OM, RB"), "{}", stage.screen(140, 45));
    stage.keys("<Enter>");
    assert!(!stage.session().round_at_hand().unwrap().revealed, "no is the default");
    stage.keys("g<Down><Enter>");
    assert!(stage.session().round_at_hand().unwrap().revealed);
}

#[test]
fn from_a_label_to_a_rebalance_with_before_and_after() {
    let mut stage = at_the_round();
    for _ in 0..5 {
        stage.keys("<Down>");
    }
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
        assert!(said.contains("0004-JR.txt, line 18") && said.contains("Nothing was taken in"), "{said}");
        assert_eq!(fs::read(&session).unwrap(), before);

        let right = run(folder.path(), &["round", "--read", &pol]);
        assert!(right.status.success(), "{}", String::from_utf8_lossy(&right.stderr));
        let round = load(&session).unwrap().session.round_at_hand().unwrap().clone();
        assert_eq!((round.rows.len(), round.revealed), (1, false));
        assert_eq!(round.rows[0].scores, vec![Some(7); 7]);
    }
}
