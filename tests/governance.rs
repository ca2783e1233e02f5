//! The covenant from a proposal to signatures, the process map, bodies with mandates, who waits for whom, and who
//! joins or leaves: by keys, then read from the file.

use crate::stage;
use crate::stage::Stage;
use stuurgroep::desk::Subject;
use stuurgroep::desk::Target;
use stuurgroep::desk::meeting::Tab;
use stuurgroep::model::PartnerCode;
use stuurgroep::model::agenda::Room;
use stuurgroep::model::ambition::Standing;
use stuurgroep::model::change::{Change, CovenantEdit, DecisionEdit, GovernanceEdit, Refusal, apply};
use stuurgroep::model::decision::DecisionOutcome;
use stuurgroep::model::decision::position::PositionCode::Agree;
use stuurgroep::model::decision::position::{Position, PositionCode};
use stuurgroep::model::validate::problems;
use stuurgroep::text::Lang;

fn at_governance() -> Stage {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("*9");
    stage.app.desk.meeting.as_mut().unwrap().go_to(Tab::Room(Room::Governance));
    stage
}

fn covenant(stage: &mut Stage, edit: CovenantEdit) -> Result<(), Refusal> {
    let change = Change::Covenant(edit);
    apply(stage.session(), &change, stage::moment())?;
    stage.app.desk.commit(vec![change]).map(|_| ()).map_err(|why| panic!("{why}"))
}

/// What is raised about the pane, in full.
fn warnings(stage: &mut Stage) -> String {
    stage.keys("z");
    let screen = stage.screen(140, 45);
    stage.keys("<Esc>");
    screen
}

/// Moves to the field that starts so, and opens it.
fn open_field(stage: &mut Stage, label: &str) {
    for _ in 0..60 {
        let screen = stage.screen(140, 45);
        if screen.lines().any(|line| line.contains("┃ ▌") && line.contains(label)) {
            stage.keys("<Enter>");
            return;
        }
        stage.keys("<Down>");
    }
    panic!("no field {label}\n{}", stage.screen(140, 45));
}

#[test]
fn an_amendment_goes_from_proposal_to_signatures() {
    let mut stage = at_governance();
    stage.keys("ctermijnen vastleggen<Enter>");
    let screen = stage.screen(140, 45);
    assert!(screen.contains("Voorstel voor convenant 1.1"), "{screen}");
    let amendment = stage.session().governance.amendment.clone().unwrap();
    let article = amendment.articles.iter().find(|article| article.no == "art. 5").unwrap();
    assert_eq!(article.decisions, ["B2026-05".into()], "the decision that waits for it is put in at once");

    // Nobody takes a position before the impact on each is known.
    let vote = CovenantEdit::PutToVote { item: None, text: "Convenant 1.1".to_owned() };
    assert!(matches!(covenant(&mut stage, vote), Err(Refusal::ImpactOpen(open)) if open.len() == 7));
    assert_eq!(covenant(&mut stage, CovenantEdit::Establish), Err(Refusal::AmendmentNotAdopted));
    open_field(&mut stage, "art. 5");
    stage.keys("<C-u>");
    stage.keys("<Esc>");
    let text = "Advies ligt binnen 5 werkdagen bij de rechter.".to_owned();
    let (no, title) = ("art. 5".to_owned(), "Advies en termijnen".to_owned());
    covenant(&mut stage, CovenantEdit::Article { was: Some(no.clone()), no, title, text }).unwrap();
    for code in ["POL", "OM", "RB", "RVK", "HLT", "JR", "GEM"] {
        open_field(&mut stage, &format!("Gevolg voor {code}"));
        stage.keys("sneller werken<Enter>");
    }
    open_field(&mut stage, "Wat verandert");
    let screen = stage.screen(140, 45);
    assert!(screen.contains("Was:   Advies ligt [op tijd] bij de rechter."), "{screen}");
    assert!(screen.contains("Wordt: Advies ligt [binnen 5 werkdagen] bij de rechter."), "{screen}");
    assert!(screen.contains("11 artikelen blijven gelijk"), "{screen}");
    stage.keys("<Esc>");

    open_field(&mut stage, "Standpunten");
    assert!(stage.screen(140, 45).contains("in stilte"), "{}", stage.screen(140, 45));
    stage.keys("=y");
    let id = stage.session().governance.amendment.as_ref().unwrap().decision.clone().unwrap();
    let late = CovenantEdit::Reason("iets anders".to_owned());
    assert_eq!(covenant(&mut stage, late), Err(Refusal::AmendmentDecided));
    let adopt = Change::Decision(id.clone(), DecisionEdit::Outcome(DecisionOutcome::Unanimous));
    stage.app.desk.commit(vec![adopt]).unwrap();
    stage.keys("<Esc>c");
    open_field(&mut stage, "Vaststellen");
    stage.keys("y").settle();

    let session = stage.on_disk(4);
    let held = session.governance.covenant.as_ref().unwrap();
    assert_eq!((held.version.as_str(), held.date.to_string().as_str()), ("1.1", "2026-12-10"));
    assert_eq!((held.earlier.len(), held.earlier[0].version.as_str()), (1, "1.0"));
    assert_eq!(session.governance.amendment, None);
    assert_eq!(session.decision(&"B2026-05".into()).unwrap().in_covenant, Some(true));
    assert_eq!(session.decision(&id).unwrap().in_covenant, Some(true));
    let changed = held.articles.iter().find(|article| article.no == "art. 5").unwrap();
    assert_eq!(changed.decisions, ["B2026-05".into(), id]);
    for partner in session.partners.iter() {
        assert_eq!(session.ambition.standing(&partner.code), Standing::Stale, "{}", partner.code);
    }
    let raised = warnings(&mut stage);
    assert!(raised.contains("Convenant 1.1 is nog niet ondertekend door POL, OM, RB, RVK"), "{raised}");
    let page = stage.page();
    assert!(page.contains("1.0 (12-03-2026) → 1.1 (10-12-2026)") && page.contains("Handtekeningen: 0 van 7"), "{page}");

    stage.app.desk.meeting.as_mut().unwrap().select(Target::Covenant);
    stage.keys("<Esc><Enter>");
    open_field(&mut stage, "Handtekening JR");
    stage.keys("<Enter><Esc>").settle();
    let held = stage.on_disk(4).governance.covenant.clone().unwrap();
    assert_eq!(held.signatures.len(), 1);
    assert_eq!(held.signatures[0].partner, "JR".into());
    stage.keys("v");
    assert!(stage.screen(140, 45).contains("Wat verandert met convenant 1.1"), "{}", stage.screen(140, 45));
}

#[test]
fn a_reservation_has_to_be_lifted_before_a_version_holds() {
    let mut stage = at_governance();
    covenant(&mut stage, CovenantEdit::Propose("termijnen".to_owned())).unwrap();
    let codes: Vec<PartnerCode> = stage.session().partners.iter().map(|partner| partner.code.clone()).collect();
    for code in codes {
        covenant(&mut stage, CovenantEdit::Impact(code, "geen".to_owned())).unwrap();
    }
    covenant(&mut stage, CovenantEdit::PutToVote { item: None, text: "Convenant 1.1".to_owned() }).unwrap();
    let id = stage.session().governance.amendment.as_ref().unwrap().decision.clone().unwrap();
    let decide = |edit| vec![Change::Decision(id.clone(), edit)];
    let reserves = Position {
        partner: "RB".into(),
        code: PositionCode::Reserved,
        reason: "bestuur van de rechtbank".to_owned(),
        written_on: None,
    };
    stage.app.desk.commit(decide(DecisionEdit::Position(reserves))).unwrap();
    stage.app.desk.commit(decide(DecisionEdit::RestAssents)).unwrap();
    stage.app.desk.commit(decide(DecisionEdit::Outcome(DecisionOutcome::UnderReservation))).unwrap();
    assert_eq!(covenant(&mut stage, CovenantEdit::Establish), Err(Refusal::AmendmentNotAdopted));
    stage.app.desk.commit(decide(DecisionEdit::Ratified(Some(stage::moment().date())))).unwrap();
    assert_eq!(covenant(&mut stage, CovenantEdit::Establish), Ok(()));
}

#[test]
fn a_chain_without_a_covenant_makes_its_first_one_the_same_way() {
    let mut stage = Stage::new_chain(Lang::Nl);
    covenant(&mut stage, CovenantEdit::Propose("wij leggen onze kaders vast".to_owned())).unwrap();
    assert_eq!(stage.session().governance.amendment.as_ref().unwrap().version, "1.0");
    stage.app.desk.meeting.as_mut().unwrap().go_to(Tab::Room(Room::Governance));
    stage.keys("c");
    open_field(&mut stage, "Nieuw artikel");
    stage.keys("art. 1 zonder streep<Enter>");
    assert!(stage.screen(140, 45).contains("een streep | en de kop"), "{}", stage.screen(140, 45));
    stage.keys("<Esc>");
    open_field(&mut stage, "Nieuw artikel");
    // What was typed stands in it again, as a draft.
    stage.keys("<C-g>art. 1 | Partijen<A-Enter>Wie meedoen.<Enter>");
    let articles = stage.session().governance.amendment.as_ref().unwrap().articles.clone();
    assert_eq!((articles[0].no.as_str(), articles[0].text.as_str()), ("art. 1", "Wie meedoen."));
}

#[test]
fn the_chain_is_a_map_with_its_gap_and_links_change_by_keys() {
    let mut stage = at_governance();
    let page = stage.page();
    assert!(page.contains("opsporing → vervolging"), "{page}");
    let raised = warnings(&mut stage);
    assert!(raised.contains("Schakel zonder vertegenwoordiger: slachtofferzorg"), "{raised}");
    stage.app.desk.meeting.as_mut().unwrap().select(Target::Chain);
    stage.keys("<Enter>");
    open_field(&mut stage, "slachtofferzorg");
    open_field(&mut stage, "Partners");
    // The list stays open for more partners.
    stage.keys("7<Esc>").settle();
    let link = stage.on_disk(4).chain.links.last().unwrap().clone();
    assert_eq!((link.name.as_str(), &link.partners[..]), ("slachtofferzorg", &[PartnerCode::from("GEM")][..]));
    stage.keys("<Esc>");
    open_field(&mut stage, "Nieuwe schakel");
    stage.keys("opsporing<Enter>");
    assert!(stage.screen(140, 45).contains("bestaat al"), "{}", stage.screen(140, 45));
    stage.keys("<Esc><Esc>");
    assert!(!warnings(&mut stage).contains("Schakel zonder vertegenwoordiger"));
}

#[test]
fn a_mandate_below_fills_the_gap_in_the_coverage() {
    let mut stage = at_governance();
    let gap = "Tactisch overleg Kompas: 3 van 7 met mandaat. Zonder: POL, RB, HLT, JR.";
    assert!(stage.page().contains(gap), "{}", stage.page());
    stage.app.desk.meeting.as_mut().unwrap().select(Target::Body("Tactisch overleg Kompas".to_owned()));
    stage.keys("<Enter>");
    open_field(&mut stage, "  JR");
    stage.keys("P. Groen; rooster casusoverleg; 30-6-2027<Enter>").settle();
    let mandate = stage.on_disk(4).governance.mandates.last().unwrap().clone();
    assert_eq!((mandate.person.as_str(), mandate.scope.as_str()), ("P. Groen", "rooster casusoverleg"));
    assert_eq!(mandate.until.unwrap().to_string(), "2027-06-30");
    stage.keys("<Esc>");
    assert!(stage.page().contains("4 van 7 met mandaat. Zonder: POL, RB, HLT."), "{}", stage.page());
    stage.keys("b2Werkoverleg<Enter><Esc>");
    assert!(stage.page().contains("Werkoverleg"), "{}", stage.page());
}

#[test]
fn who_waits_for_whom_is_a_grid_and_a_sentence() {
    let mut stage = at_governance();
    let page = stage.page();
    assert!(page.contains("Op JR wachten er 2: A2026-14 (OM), K4 (GEM)"), "{page}");
    assert!(page.contains("Op GEM wachten er 2: A2026-06 (POL), A2026-11 (OM)"), "{page}");
    stage.app.desk.meeting.as_mut().unwrap().go_to(Tab::Room(Room::Actions));
    assert!(warnings(&mut stage).contains("2 zaken wachten op JR"));
}

#[test]
fn a_partner_joins_and_another_leaves_and_the_file_still_fits_together() {
    let mut stage = at_governance();
    stage.keys(":treedt toe<Enter>");
    stage.keys("Slachtofferhulp<Enter>");
    assert!(stage.screen(140, 45).contains("eerst een korte code"), "{}", stage.screen(140, 45));
    stage.keys("<Esc>:treedt toe<Enter><C-g>shn Slachtofferhulp<Enter>");
    stage.keys(":treedt uit<Enter>5<Down><Enter>").settle();
    let session = stage.on_disk(4);
    let codes: Vec<&str> = session.partners.iter().map(|partner| partner.code.as_str()).collect();
    assert_eq!(codes, ["POL", "OM", "RB", "RVK", "JR", "GEM", "SHN"]);
    assert_eq!(session.chain.former[0].code, "HLT".into());
    assert_eq!(problems(&session), [], "records that name HLT still stand");
    assert_eq!(session.attendance.len(), 7);
    for room in Room::ALL {
        stage.app.desk.meeting.as_mut().unwrap().go_to(Tab::Room(room));
        stage.screen(80, 24);
        stage.screen(140, 45);
    }
    // A round of now asks the partners of now.
    stage.keys("11r77777778");
    let round = stage.session().round_at_hand().unwrap().clone();
    assert_eq!(round.about.len(), 7);
    stage.keys(":treedt uit<Enter>1<Down><Enter>");
    assert!(stage.screen(140, 45).contains("Rond dat eerst af"), "{}", stage.screen(140, 45));
}

#[test]
fn a_decision_is_laid_down_only_in_an_article_whose_text_says_something_new() {
    let mut stage = at_governance();
    covenant(&mut stage, CovenantEdit::Propose("termijnen".to_owned())).unwrap();
    let article = |was: Option<&str>, no: &str, text: &str| CovenantEdit::Article {
        was: was.map(str::to_owned),
        no: no.to_owned(),
        title: "Advies en termijnen".to_owned(),
        text: text.to_owned(),
    };
    covenant(&mut stage, article(Some("art. 5"), "art. 5", "Advies ligt binnen 5 werkdagen bij de rechter.")).unwrap();
    // Another number is another number, never a copy or somebody else's article.
    assert_eq!(covenant(&mut stage, article(Some("art. 5"), "art. 7", "x")), Err(Refusal::NameTaken("art. 7".into())));
    let count = stage.session().governance.amendment.as_ref().unwrap().articles.len();
    covenant(&mut stage, article(Some("art. 5"), "art. 5a", "Advies ligt binnen 5 werkdagen bij de rechter.")).unwrap();
    covenant(&mut stage, article(Some("art. 5a"), "art. 5", "Advies ligt binnen 5 werkdagen bij de rechter.")).unwrap();
    assert_eq!(stage.session().governance.amendment.as_ref().unwrap().articles.len(), count);
    stage.keys("v");
    let screen = stage.screen(140, 45);
    assert!(screen.contains("Legt vast: B2026-05"), "{screen}");
    assert!(screen.contains("verandert niet: B2026-07 (art. 7)"), "{screen}");
    stage.keys("<Esc>");
    let codes: Vec<PartnerCode> = stage.session().partners.iter().map(|partner| partner.code.clone()).collect();
    for code in &codes {
        covenant(&mut stage, CovenantEdit::Impact(code.clone(), format!("2 uur extra voor {code}"))).unwrap();
    }
    covenant(&mut stage, CovenantEdit::PutToVote { item: None, text: "Convenant 1.1".to_owned() }).unwrap();
    let id = stage.session().governance.amendment.as_ref().unwrap().decision.clone().unwrap();
    stage.keys("<Esc>");
    for code in &codes {
        let given = Position { partner: code.clone(), code: Agree, reason: String::new(), written_on: None };
        stage.app.desk.commit(vec![Change::Decision(id.clone(), DecisionEdit::Position(given))]).unwrap();
    }
    stage.app.desk.commit(vec![Change::Decision(id, DecisionEdit::Outcome(DecisionOutcome::Unanimous))]).unwrap();
    covenant(&mut stage, CovenantEdit::Establish).unwrap();
    stage.settle();
    let session = stage.on_disk(4);
    assert_eq!(session.decision(&"B2026-05".into()).unwrap().in_covenant, Some(true));
    assert_eq!(session.decision(&"B2026-07".into()).unwrap().in_covenant, Some(false), "its text is not in yet");
    let held = session.governance.covenant.as_ref().unwrap();
    assert!(held.articles.iter().find(|one| one.no == "art. 7").unwrap().decisions.is_empty());
    assert_eq!(held.reason, "termijnen");
    assert_eq!(held.impact.len(), 7, "what it means for each stays with the version");

    // Signatures lie between the version and today, and publication comes after the last.
    let sign = |code: &str, day: &str| CovenantEdit::Sign(code.into(), Some(day.parse().unwrap()));
    for day in ["2026-12-09", "2027-12-31"] {
        assert_eq!(covenant(&mut stage, sign("POL", day)), Err(Refusal::SignedOutside));
    }
    let publish = || CovenantEdit::Publish(Some("2026-12-10".parse().unwrap()));
    for code in &codes[1..] {
        covenant(&mut stage, sign(code.as_str(), "2026-12-10")).unwrap();
    }
    assert_eq!(covenant(&mut stage, publish()), Err(Refusal::Unsigned(vec![codes[0].clone()])));
    stage.keys("c");
    assert!(stage.screen(140, 45).contains("handtekeningen onder deze versie"), "{}", stage.screen(140, 45));
    stage.keys("<Esc>");
    covenant(&mut stage, sign("POL", "2026-12-10")).unwrap();
    covenant(&mut stage, publish()).unwrap();
}

#[test]
fn a_mandate_keeps_what_it_says_when_it_is_opened_and_counts_in_its_own_consultation() {
    let mut stage = at_governance();
    let body = stage.session().governance.bodies[0].name.clone();
    stage.app.desk.show_details(Subject::Body(body.clone()));
    let kept =
        |stage: &Stage| stage.session().governance.mandates.iter().find(|held| held.person == "A. de Boer").cloned();
    let without = stage.session().governance.bodies[0].partners.iter().find(|code| {
        !stage.session().governance.holds_mandate(code, &stage.session().governance.bodies[0], stage::moment().date())
    });
    let code = without.unwrap().clone();
    open_field(&mut stage, &format!("▌   {code}"));
    stage.keys("A. de Boer; ; 01-12-2027<Enter>");
    let written = kept(&stage).unwrap();
    assert_eq!((written.scope.as_str(), written.until), ("", "2027-12-01".parse().ok()));
    assert_eq!(written.body, body);
    stage.keys("<Enter><Enter>");
    assert_eq!(kept(&stage).unwrap(), written, "opened and left as it was");
    stage.keys("<Enter>; te veel; delen<Enter>");
    assert!(stage.screen(140, 45).contains("met puntkomma"), "{}", stage.screen(140, 45));
    stage.keys("<Esc>");
    // Another consultation of the same level asks for its own mandate.
    let level = stage.session().governance.bodies[0].level;
    let more = |edit| vec![Change::Governance(edit)];
    stage.app.desk.commit(more(GovernanceEdit::AddBody("Halt-overleg".into(), level))).unwrap();
    stage.app.desk.commit(more(GovernanceEdit::BodyPartner("Halt-overleg".into(), code.clone()))).unwrap();
    let governance = stage.session().governance.clone();
    let other = governance.bodies.iter().find(|one| one.name == "Halt-overleg").unwrap();
    assert!(!governance.holds_mandate(&code, other, stage::moment().date()));
    stage.app.desk.commit(more(GovernanceEdit::RemoveBody(body))).unwrap();
    assert_eq!(kept(&stage), None, "it goes with its consultation");
}
