//! The report of a meeting, from the live data, in the order of domain §2.4.

use crate::stage::Stage;
use std::process::Command;
use stuurgroep::model::change::{BalanceEdit, Change, CovenantEdit, DifferenceEdit, MeetingEdit};
use stuurgroep::model::difference::DifferenceStatus;
use stuurgroep::model::statements::Claim;
use stuurgroep::model::{RecordId, RecordKind};
use stuurgroep::text::Lang;

fn export(number: &str, lang: &str) -> String {
    let program = env!("CARGO_BIN_EXE_stuurgroep");
    let folder = env!("CARGO_MANIFEST_DIR");
    let output = Command::new(program)
        .env_clear()
        .args(["export", number, "--format", "md", "--lang", lang, "--dir", folder])
        .output()
        .unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_report_in_both_languages() {
    for lang in ["nl", "en"] {
        for number in ["2", "4"] {
            insta::assert_snapshot!(format!("{number}-{lang}"), export(number, lang));
        }
    }
}

#[test]
fn a_minority_stands_verbatim_under_its_decision_and_stories_come_before_figures() {
    let text = export("2", "nl");
    let place = |what: &str| text.find(what).unwrap_or_else(|| panic!("{what} in\n{text}"));
    assert!(place("## Verhalen") < place("## Stand en koers"));
    assert!(place("## Stand en koers") < place("## Besluiten"));
    let minority = place("meldingen horen bij de ketenplanner; de meldkamer mist zicht op de zorgvraag.");
    assert!(place("B2026-06 Weekendmeldingen") < minority && minority < place("## Verschillen"));
    assert!(text.contains("Voert het besluit uit: ja."));
}

#[test]
fn a_blocked_story_is_in_no_report() {
    let text = export("4", "nl");
    assert!(!text.contains("123456782") && !text.contains("Ayoub"), "{text}");
    assert!(text.contains("Vrijdag verhoor"));
}

#[test]
fn a_file_that_exists_is_not_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("verslag.md");
    std::fs::write(&target, "mine").unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_stuurgroep"))
        .env_clear()
        .args(["export", "2", "--dir", env!("CARGO_MANIFEST_DIR"), "--lang", "en", "--output"])
        .arg(&target)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(std::fs::read_to_string(&target).unwrap(), "mine");
}

/// Kompas in session 4 after changes, as `show` gives it.
fn shown_after(changes: Vec<Change>) -> String {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.app.desk.commit(changes).unwrap();
    stage.settle();
    shown(&stage)
}

fn shown(stage: &Stage) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_stuurgroep"))
        .env_clear()
        .args(["show", "4", "--lang", "nl", "--today", "2026-12-10", "--dir"])
        .arg(stage.folder.path())
        .output()
        .unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

fn has(text: &str, wanted: &[&str]) {
    for said in wanted {
        assert!(text.contains(said), "{said}\n{text}");
    }
}

#[test]
fn how_a_decision_came_about_is_told() {
    has(
        &export("1", "nl"),
        &[
            "- Ronde 1: Gedeelde werkplek Het Anker, twee vaste dagen per week – standpunten: POL B, OM G",
            "- Ronde 1, POL – overwegend bezwaar: Twee vaste dagen kost 0,4 fte noodhulp.",
            "- Voor 1 mei 2026",
        ],
    );
    has(
        &export("2", "nl"),
        &[
            "(aangenomen, stemmen: voor 5, tegen 1, onthouding 1)",
            "- Vertrouwen na de tegenspraak: gemiddeld 7,6, laagste 6",
            "- RB – onthouding\n",
        ],
    );
    has(&export("3", "nl"), &["JR G (schriftelijk 16-09-2026)", "werkdagen. Voorbehoud opgeheven op 24 juni 2026"]);
    // What a partner wrote after a meeting stands in the report of the next one.
    has(
        &export("4", "nl"),
        &["B2026-07 Ketenplanner: 60% GEM, 40% OM (herneming B2026-04). JR A (schriftelijk 24-09-2026)"],
    );
}

#[test]
fn a_rebalance_is_told_with_before_and_after() {
    let rebalance = BalanceEdit::Rebalance {
        partner: "JR".into(),
        effort_after: 6,
        item: None,
        text: "JR geeft het casusoverleg over".to_owned(),
    };
    let text = shown_after(vec![Change::Meeting(MeetingEdit::AllMembers), Change::Balance(rebalance)]);
    has(&text, &["- Bijstelling JR: inspanning 8 → 6, opbrengst was 3"]);
}

#[test]
fn a_difference_says_whose_it_is_and_what_would_settle_it() {
    let id: RecordId = "O2026-01".into();
    let change = |edit| Change::Difference(id.clone(), edit);
    let text = shown_after(vec![
        change(DifferenceEdit::WouldChange("een maand meten".to_owned())),
        change(DifferenceEdit::Review(Some("2027-03-11".parse().unwrap()))),
        change(DifferenceEdit::Status(DifferenceStatus::AgreedToDisagree)),
        Change::Shopfloor { about: Some(id.clone()), people: 12, text: "de melding komt te laat".to_owned() },
    ]);
    has(
        &text,
        &[
            "O2026-01 POL: Weekendmeldingen horen bij de ketenplanner, niet bij de meldkamer. (eens dat we het oneens \
             zijn) Wat zou overtuigen: een maand meten. Opnieuw bekijken op 11 maart 2027. Uit vergadering 2.",
            "## Van de werkvloer\n\n- O2026-01, 12 mensen: de melding komt te laat",
        ],
    );
    assert!(!text.contains("Er is geen verschil vastgelegd"), "{text}");
}

#[test]
fn a_warning_that_was_set_aside_is_named_in_words() {
    let text = shown_after(vec![Change::SetAside {
        warning: Claim::CouldAlone,
        about: "HLT".to_owned(),
        reason: Some("Halt blijft".to_owned()),
    }]);
    has(&text, &["Opzij gezet: HLT kan dit even goed alleen", "Reden: Halt blijft"]);
}

#[test]
fn balance_relation_and_pulse_show_where_they_come_from() {
    let text = export("3", "nl");
    has(
        &text,
        &[
            "Opbrengstenronde van vergadering 3 (17 september 2026)",
            "JR zelf geeft een 3. Netto -5. Stille zorg",
            "Twee keer op rij meer inspanning dan opbrengst: agendeer bijstelling.",
            "Afstand tussen de hoogste en de laagste netto-opbrengst: 9.",
            "Inschattingen van anderen zitten er gemiddeld 1,5 naast.",
            "De relaties krijgen gemiddeld een 6,6. In vergadering 2 was dat 6,9. De laagste relatie krijgt een 3",
            "Ketencafé 3 september 2026: 26 mensen, van 6 partners",
            "- 1 Ambitie: 4,1, was 4,2",
        ],
    );
    let relation = text.split("## Relatie").nth(1).unwrap().split("## ").next().unwrap();
    assert!(!relation.contains("JR") && !relation.contains("POL"), "{relation}");
    assert!(!text.contains("(b)"), "a key means nothing on paper");
}

#[test]
fn an_action_without_owner_or_date_reads_well() {
    let action = Change::Record { kind: RecordKind::Action, item: None, text: "Sleutels regelen".to_owned() };
    has(&shown_after(vec![action]), &["Sleutels regelen (nog geen eigenaar, nog geen datum)"]);
}

#[test]
fn a_new_version_of_the_covenant_shows_what_it_said_before_and_what_it_means() {
    let covenant = |edit| Change::Covenant(edit);
    let mut changes = vec![
        covenant(CovenantEdit::Propose("termijnen vastleggen".to_owned())),
        covenant(CovenantEdit::Article {
            was: Some("art. 5".to_owned()),
            no: "art. 5".to_owned(),
            title: "Advies en termijnen".to_owned(),
            text: "Advies ligt binnen 5 werkdagen bij de rechter.".to_owned(),
        }),
    ];
    changes.push(covenant(CovenantEdit::Impact("RVK".into(), "sneller werken".to_owned())));
    has(
        &shown_after(changes),
        &[
            "In voorbereiding: versie 1.1. Waarom: termijnen vastleggen.",
            "Gewijzigd: art. 5 Advies en termijnen. Was: Advies ligt op tijd bij de rechter. Wordt: Advies ligt binnen 5 \
             werkdagen bij de rechter.",
            "Gevolg voor RVK: sneller werken.",
        ],
    );
}
