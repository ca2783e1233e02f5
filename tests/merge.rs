//! Two versions of one meeting: whatever two secretaries did from one file, nothing of it is lost.
#![allow(clippy::print_stdout)]

use crate::stage::Stage;
use chrono::NaiveDateTime;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use stuurgroep::model::action::Origin;
use stuurgroep::model::agenda::{Purpose, Room};
use stuurgroep::model::attendance::Presence;
use stuurgroep::model::balance::EstimateRow;
use stuurgroep::model::change::{
    ActionEdit, AgendaEdit, AmbitionEdit, BalanceEdit, Change, DecisionEdit, DifferenceEdit, GovernanceEdit,
    IdentityField, KpiEdit, MeetingEdit, MembershipEdit, PartnerEdit, RelationEdit, StoryEdit, apply,
};
use stuurgroep::model::decision::{DecisionForm, DecisionOutcome, Position, PositionCode};
use stuurgroep::model::difference::DifferenceStatus;
use stuurgroep::model::governance::Level;
use stuurgroep::model::kpi::KpiValue;
use stuurgroep::model::merge::{common, merge3};
use stuurgroep::model::relation::{TemperatureRow, Together};
use stuurgroep::model::session::conflict::Clash;
use stuurgroep::model::session::{Event, PulseRow, Session};
use stuurgroep::model::start::first_session;
use stuurgroep::model::validate::problems;
use stuurgroep::model::{Month, PartnerCode, RecordId, RecordKind};
use stuurgroep::store::seal::Stamp;
use stuurgroep::store::{format, read, write};
use stuurgroep::text::Lang;

fn now() -> NaiveDateTime {
    "2026-12-10T14:00:00".parse().unwrap()
}

fn kompas() -> Session {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions/0004-2026-12-10.ron");
    read::load(&path).unwrap().session
}

fn new_chain() -> Session {
    let partners = ["POL", "OM", "JR"].map(|code| (PartnerCode::from(code), code.to_owned()));
    let session = first_session("Proef", &partners, now().date(), |room| format!("{room:?}"));
    let open = apply(&session, &Change::Meeting(MeetingEdit::Open), now()).unwrap().session;
    apply(&open, &Change::Meeting(MeetingEdit::AllMembers), now()).unwrap().session
}

/// What people write, and what mentions a record that may get another number.
const TEXTS: [&str; 6] = ["nieuw", "anders, zie A2026-15", "naar B2026-12 en K7", "é \"quote\" \\", "kort", "N2026-06"];

/// What to do, to which of several, with which second choice.
type Step = (u8, usize, usize);

fn pick<T: Clone>(list: &[T], which: usize) -> Option<T> {
    (!list.is_empty()).then(|| list[which % list.len()].clone())
}

/// A change of this session, if there is something to change.
fn change(session: &Session, (what, which, other): Step) -> Option<Change> {
    let text = TEXTS[other % TEXTS.len()].to_owned();
    let partner = pick(&session.codes().cloned().collect::<Vec<_>>(), which)?;
    let item = pick(&session.agenda.items, other).map(|item| item.no);
    let ids = |list: Vec<RecordId>| pick(&list, which);
    let decision = || ids(session.decisions.iter().map(|found| found.id.clone()).collect());
    let action = || ids(session.actions.iter().map(|found| found.id.clone()).collect());
    let difference = || ids(session.differences.iter().map(|found| found.id.clone()).collect());
    let note = || ids(session.notes.iter().map(|found| found.id.clone()).collect());
    let kpi = || pick(&session.kpis, which).map(|found| found.id);
    let score = u8::try_from(other % 10).unwrap() + 1;
    let scores = vec![Some(score); session.partners.len()];
    let day = now().date() + chrono::Days::new(other as u64 % 50);
    let position = |code| Position { partner: partner.clone(), code, reason: text.clone(), written_on: None };
    Some(match what % 40 {
        0..=4 => Change::Record { kind: RecordKind::ALL[usize::from(what % 5)], item, text },
        5 => Change::Record { kind: RecordKind::Story, item: None, text },
        6 => Change::Action(action()?, ActionEdit::Text(text)),
        7 => Change::Action(action()?, ActionEdit::Owner(partner)),
        8 => Change::Action(action()?, ActionEdit::Postpone(day)),
        9 => Change::Action(action()?, ActionEdit::Done(Some(day))),
        10 => Change::Action(action()?, ActionEdit::From(Origin::Record(decision()?))),
        11 => Change::Decision(decision()?, DecisionEdit::Explanation(text)),
        12 => Change::Decision(decision()?, DecisionEdit::Position(position(PositionCode::Against))),
        13 => Change::Decision(decision()?, DecisionEdit::Seal(position(PositionCode::Objection))),
        14 => Change::Decision(decision()?, DecisionEdit::Form(DecisionForm::ALL[other % 5])),
        15 => Change::Decision(decision()?, DecisionEdit::Outcome(DecisionOutcome::ALL[other % 6])),
        16 => Change::Decision(decision()?, DecisionEdit::Reveal),
        17 => Change::Difference(difference()?, DifferenceEdit::Decision(decision())),
        18 => Change::Difference(difference()?, DifferenceEdit::Status(DifferenceStatus::ALL[other % 3])),
        19 => Change::Difference(difference()?, DifferenceEdit::Partner(partner)),
        20 => Change::Note(note()?, text),
        21 => Change::Remove([note(), action(), decision(), difference()].into_iter().flatten().nth(other % 2)?),
        22 => Change::Convert(note()?, RecordKind::ALL[other % 5]),
        23 => Change::Agenda(AgendaEdit::Add { title: text, purpose: Purpose::Discuss, minutes: 5 }),
        24 => Change::Agenda(AgendaEdit::Remove(item?)),
        25 => Change::Agenda(AgendaEdit::Shift { item: item?, down: which % 2 == 0 }),
        26 => Change::Agenda(AgendaEdit::TakeUp(item?)),
        27 => Change::NewKpi(text),
        28 => {
            let month = Month::parse("2026-11").unwrap().plus(i32::try_from(other % 4).unwrap());
            Change::Kpi(kpi()?, KpiEdit::Value(KpiValue::plain(month, f64::from(score))))
        }
        29 => Change::Balance(BalanceEdit::Row(EstimateRow { by: partner, scores, effort: Some(score) })),
        30 if other % 3 == 0 => Change::Balance(BalanceEdit::Reveal),
        30 => Change::Balance(BalanceEdit::Withdraw(partner)),
        31 => Change::Relation(RelationEdit::Temperature(TemperatureRow { by: partner, scores })),
        32 => Change::Relation(RelationEdit::Pulse(PulseRow { by: partner, scores: vec![Some(score.min(5)); 8] })),
        33 if other % 3 == 0 => Change::Relation(RelationEdit::Remove(Together::Moment(which))),
        33 => Change::Relation(RelationEdit::Moment { good: which % 2 == 0, text }),
        34 => Change::Ambition(AmbitionEdit::Text(text)),
        35 => Change::Ambition(AmbitionEdit::Benefit(partner, text)),
        36 => Change::Governance(GovernanceEdit::AddBody(text, Level::Tactical)),
        37 if other % 4 == 0 => Change::Membership(MembershipEdit::Leave(partner)),
        37 => Change::Meeting(MeetingEdit::Presence(partner, Presence::ALL[other % 6])),
        38 => Change::Partner(partner, PartnerEdit::MemberName(text)),
        _ if other % 5 == 0 => Change::Meeting(MeetingEdit::Identity(IdentityField::Slogan, text)),
        _ => {
            let story = pick(&session.successes.stories, which)?;
            Change::Story(story.id, StoryEdit::Situation(text))
        }
    })
}

fn play(base: &Session, steps: &[Step]) -> Session {
    steps.iter().fold(base.clone(), |session, step| {
        let applied = change(&session, *step).and_then(|change| apply(&session, &change, now()).ok());
        applied.map_or(session, |applied| applied.session)
    })
}

/// Every record that has a number, as serde writes it.
fn records(session: &Session) -> BTreeMap<String, serde_json::Value> {
    let tree = serde_json::to_value(session.as_shown()).unwrap();
    let lists = ["decisions", "differences", "actions", "escalations", "notes", "kpis"].map(|name| &tree[name]);
    let all = lists.into_iter().chain([&tree["successes"]["stories"]]).flat_map(|list| list.as_array().unwrap());
    all.map(|record| (record["id"].as_str().unwrap().to_owned(), record.clone())).collect()
}

fn renumbered(merged: &Session, versions: [&Session; 2]) -> BTreeMap<String, String> {
    let new = merged.log.iter().filter(|entry| versions.iter().all(|session| !session.log.contains(entry)));
    let pairs = new.filter_map(|entry| match &entry.event {
        Event::Merged { renumbered } => Some(renumbered.clone()),
        _ => None,
    });
    pairs.flatten().collect()
}

/// The words of a record by which a person would miss it.
fn words(record: &serde_json::Value) -> String {
    ["text", "title", "name"].iter().filter_map(|field| record[field].as_str()).collect()
}

fn renamed(text: &str, names: &BTreeMap<String, String>) -> String {
    names.iter().fold(text.to_owned(), |text, (old, new)| text.replace(old.as_str(), new))
}

/// What one side added or changed is there, under its new number where it got one.
fn nothing_is_missing(base: &Session, side: &Session, merged: &Session, names: &BTreeMap<String, String>) {
    let (before, after) = (records(base), records(merged));
    let conflicted: BTreeSet<&str> = merged.conflicts.iter().map(|conflict| conflict.about()).collect();
    for (id, record) in records(side) {
        if before.get(&id) == Some(&record) {
            continue;
        }
        let new = names.get(&id).filter(|_| !before.contains_key(&id)).unwrap_or(&id);
        let found = after.get(new).unwrap_or_else(|| panic!("{id} is missing"));
        // What it mentions may have got another number too.
        let said = renamed(&words(&record), names);
        let same = words(found) == words(&record) || words(found) == said;
        let reworded = before.get(&id).is_some_and(|old| words(old) == words(&record));
        assert!(same || reworded || conflicted.contains(new.as_str()), "{id} says {found}, and said {record}");
    }
    for item in side.agenda.items.iter().filter(|item| base.agenda.item(&item.no).is_none()) {
        let new = names.get(item.no.as_str()).map_or(item.no.clone(), |no| no.as_str().into());
        let found = merged.agenda.item(&new).map(|found| found.title.as_str());
        assert!(found == Some(&item.title) || found == Some(&renamed(&item.title, names)), "{item:?} is {found:?}");
    }
}

/// Records that a record of this session refers to and that are there.
fn resolved(session: &Session) -> usize {
    let known = records(session);
    let actions = session.actions.iter().filter_map(|action| match &action.from {
        Some(Origin::Record(id)) => Some(id.as_str()),
        _ => None,
    });
    let differences = session.differences.iter().filter_map(|found| Some(found.decision.as_ref()?.as_str()));
    actions.chain(differences).filter(|id| !known.contains_key(*id)).count()
}

/// Nothing that was given in silence stands where it can be read.
fn nothing_shows(base: &Session, ours: &Session, theirs: &Session, merged: &Session) {
    let before = [base, ours, theirs].map(|session| session.benefit_rounds.clone());
    for round in merged.benefit_rounds.iter().filter(|round| round.is_revealed()) {
        let shown =
            before.iter().flat_map(|list| list.iter()).filter(|old| old.session == round.session && old.is_revealed());
        let seen: Vec<&EstimateRow> = shown.flat_map(|old| old.rows.shown()).collect();
        assert!(round.rows.shown().iter().all(|row| seen.contains(&row)), "a row that nobody saw is shown");
    }
    for conflict in merged.conflicts.iter().filter(|conflict| conflict.path.iter().any(|step| step == "sealed")) {
        assert!(!matches!(conflict.clash, Clash::Changed { .. }), "{conflict:?}");
    }
}

fn sound(base: &Session, ours: &Session, theirs: &Session) {
    let (merged, conflicts) = merge3(base, ours, theirs);
    let names = renumbered(&merged, [ours, theirs]);
    nothing_is_missing(base, ours, &merged, &BTreeMap::new());
    nothing_is_missing(base, theirs, &merged, &names);
    nothing_shows(base, ours, theirs, &merged);
    assert!(resolved(&merged) <= resolved(base) + resolved(ours) + resolved(theirs), "a reference leads nowhere");
    let known: Vec<_> = [base, ours, theirs].into_iter().flat_map(problems).collect();
    let new: Vec<_> = problems(&merged).into_iter().filter(|problem| !known.contains(problem)).collect();
    assert_eq!(new, []);
    assert!(conflicts.iter().all(|conflict| merged.conflicts.contains(conflict)));
    let text = format::render(&merged).unwrap();
    assert_eq!(format::parse(&text).unwrap(), merged, "it loads to itself");
    assert_eq!(merge3(&merged, &merged, &merged).0, merged);
    assert_eq!(merge3(base, &merged, &merged).0, merged);
    let again = merge3(base, &merged, theirs).0;
    assert_eq!(records(&again).len(), records(&merged).len(), "what was taken in before is not taken in twice");
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec((any::<u8>(), 0usize..30, 0usize..60), 0..14)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, max_shrink_iters: 400, ..ProptestConfig::default() })]

    #[test]
    fn whatever_two_did_from_one_file_is_there(ours in steps(), theirs in steps(), first in any::<bool>()) {
        let base = if first { new_chain() } else { kompas() };
        let (ours, theirs) = (play(&base, &ours), play(&base, &theirs));
        sound(&base, &ours, &theirs);
        prop_assert_eq!(&merge3(&base, &ours, &base).0, &ours);
        prop_assert_eq!(&merge3(&base, &base, &theirs).0, &theirs);
        sound(&common(&ours, &theirs), &ours, &theirs);
    }
}

fn stuurgroep(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_stuurgroep"));
    command.current_dir(folder).args(["--lang", "nl"]).args(args).output().unwrap()
}

fn put(path: &Path, session: &Session, revision: u32) {
    let stamp = Stamp { revision, after: None };
    fs::write(path, write::text(path, session, &stamp).unwrap()).unwrap();
}

fn record(session: &Session, kind: RecordKind, text: &str) -> Session {
    apply(session, &Change::Record { kind, item: None, text: text.to_owned() }, now()).unwrap().session
}

fn edit(session: &Session, id: &str, text: &str) -> Session {
    let edit = ActionEdit::Text(text.to_owned());
    apply(session, &Change::Action(id.into(), edit), now()).unwrap().session
}

#[test]
fn the_command_merges_two_files_and_says_what_it_did() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let base = kompas();
    put(&at("base.ron"), &base, 3);
    put(&at("a.ron"), &record(&edit(&base, "A2026-07", "hier"), RecordKind::Action, "van A"), 4);
    put(&at("b.ron"), &record(&edit(&base, "A2026-07", "daar"), RecordKind::Action, "van B"), 9);
    let args = ["merge", "a.ron", "b.ron", "--base", "base.ron", "--output", "uit.ron"];
    let out = stuurgroep(folder.path(), &args);
    let said = String::from_utf8(out.stderr).unwrap();
    assert_eq!(out.status.code(), Some(1), "{said}");
    assert!(said.contains("A2026-15 heet nu A2026-16"), "{said}");
    assert!(said.contains("A2026-07, Tekst: \"hier\" of \"daar\""), "{said}");
    let merged = read::load(&at("uit.ron")).unwrap();
    assert_eq!((merged.revision, merged.session.conflicts.len()), (10, 1));
    let texts: Vec<&str> = merged.session.actions.iter().rev().take(2).map(|action| action.text.as_str()).collect();
    assert_eq!(texts, ["van B", "van A"]);
    let out = stuurgroep(folder.path(), &["merge", "a.ron", "base.ron", "--base", "base.ron"]);
    assert_eq!(out.status.code(), Some(0));
    let text = String::from_utf8(out.stdout).unwrap();
    assert_eq!(format::parse(&text).unwrap(), read::load(&at("a.ron")).unwrap().session);
    put(&at("ander.ron"), &Session { number: 5, ..base.clone() }, 1);
    put(&at("keten.ron"), &new_chain(), 1);
    fs::write(at("kapot.ron"), "(schema").unwrap();
    for (other, status) in [("ander.ron", 2), ("keten.ron", 2), ("kapot.ron", 3), ("geen.ron", 3)] {
        assert_eq!(stuurgroep(folder.path(), &["merge", "a.ron", other]).status.code(), Some(status), "{other}");
    }
}

#[cfg(unix)]
#[test]
fn the_command_writes_through_no_link() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    put(&at("a.ron"), &kompas(), 1);
    put(&at("b.ron"), &record(&kompas(), RecordKind::Note, "nieuw"), 2);
    fs::write(at("slachtoffer"), "van een ander").unwrap();
    std::os::unix::fs::symlink(at("slachtoffer"), at("uit.ron")).unwrap();
    let out = stuurgroep(folder.path(), &["merge", "a.ron", "b.ron", "--output", "uit.ron"]);
    assert_eq!(out.status.code(), Some(3));
    assert_eq!(fs::read_to_string(at("slachtoffer")).unwrap(), "van een ander");
}

#[test]
fn git_brings_two_branches_together_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let git = |args: &[&str]| -> Option<Output> {
        let mut command = Command::new("git");
        command.current_dir(folder.path()).args(["-c", "user.name=t", "-c", "user.email=t@localhost"]).args(args);
        command.env("GIT_CONFIG_GLOBAL", "").env("GIT_CONFIG_NOSYSTEM", "1").output().ok()
    };
    let Some(version) = git(&["--version"]) else {
        println!("git is not installed: the merge driver is not tested");
        return;
    };
    assert!(version.status.success());
    let done = |args: &[&str]| assert!(git(args).unwrap().status.success(), "{args:?}");
    let path = folder.path().join("sessions/0004-2026-12-10.ron");
    fs::create_dir(folder.path().join("sessions")).unwrap();
    let base = kompas();
    put(&path, &base, 1);
    fs::write(folder.path().join(".gitattributes"), "sessions/*.ron merge=stuurgroep\n").unwrap();
    done(&["init", "-q", "-b", "main"]);
    let driver = format!("'{}' merge --base %O %A %B --output %A --name %P", env!("CARGO_BIN_EXE_stuurgroep"));
    done(&["config", "merge.stuurgroep.driver", &driver]);
    done(&["add", "."]);
    done(&["commit", "-qm", "base"]);
    done(&["switch", "-qc", "other"]);
    put(&path, &record(&record(&base, RecordKind::Action, "van B"), RecordKind::Note, "n van B"), 2);
    done(&["commit", "-qam", "theirs"]);
    done(&["switch", "-q", "main"]);
    put(&path, &record(&record(&base, RecordKind::Action, "van A"), RecordKind::Note, "n van A"), 2);
    done(&["commit", "-qam", "ours"]);
    let said = git(&["merge", "-q", "--no-edit", "other"]).unwrap();
    assert!(said.status.success(), "{said:?}");
    // People know the file by the name it has in the folder, and not by that of the moment.
    let named = |output: &Output| {
        let said = [&output.stdout[..], &output.stderr].concat();
        let said = String::from_utf8_lossy(&said).into_owned();
        assert!(said.contains("stuurgroep: sessions/0004-2026-12-10.ron") && !said.contains(".merge_file"), "{said}");
        said
    };
    assert!(named(&said).contains("A2026-"), "what got another number: {said:?}");
    let merged = read::load(&path).unwrap();
    assert_eq!(merged.revision, 3);
    let actions: Vec<&str> = merged.session.actions.iter().rev().take(2).map(|action| action.text.as_str()).collect();
    let notes: Vec<&str> = merged.session.notes.iter().rev().take(2).map(|note| note.text.as_str()).collect();
    assert_eq!((actions, notes), (vec!["van B", "van A"], vec!["n van B", "n van A"]));
    done(&["switch", "-qc", "broken"]);
    fs::write(&path, "kapot").unwrap();
    done(&["commit", "-qam", "broken"]);
    done(&["switch", "-q", "main"]);
    put(&path, &record(&merged.session, RecordKind::Note, "verder"), 4);
    done(&["commit", "-qam", "on"]);
    let said = git(&["merge", "--no-edit", "broken"]).unwrap();
    assert!(!said.status.success());
    assert!(named(&said).contains("(de versie die erbij komt)") || named(&said).contains("that comes in"), "{said:?}");
}

#[test]
fn what_two_versions_say_otherwise_is_said_and_chosen_on_the_screen() {
    let mut stage = with_a_choice();
    assert_eq!(stage.on_disk(4).conflicts.len(), 1, "it survives saving");
    let check = stage.program(&["check"]);
    assert!(check.contains("A2026-07, Tekst: \"Zo zeggen wij het\" of \"Zo zegt de ander het\""), "{check}");
    stage.app.desk.meeting.as_mut().unwrap().show_room(Room::Opening);
    stage.keys("z");
    let screen = stage.screen(140, 45);
    assert!(screen.contains("Twee versies zeggen iets anders (A2026-07)"), "{screen}");
    stage.keys("<Esc>:versies kiezen<Enter>");
    let screen = stage.screen(140, 45);
    assert!(screen.contains("Zo zegt de ander het"), "{screen}");
    stage.keys("<Enter><Down><Enter>").settle();
    let action =
        |session: &Session| session.actions.iter().find(|found| found.id.as_str() == "A2026-07").unwrap().text.clone();
    assert_eq!(action(&stage.on_disk(4)), "Zo zegt de ander het");
    assert!(stage.on_disk(4).conflicts.is_empty());
    stage.keys("u").settle();
    assert_eq!((action(&stage.on_disk(4)).as_str(), stage.on_disk(4).conflicts.len()), ("Zo zeggen wij het", 1));
}

/// Meeting 4 of Kompas with one choice that is open.
fn with_a_choice() -> Stage {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    let base = stage.session().clone();
    let theirs = edit(&base, "A2026-07", "Zo zegt de ander het");
    stage.app.desk.carry_out(vec![Change::Action("A2026-07".into(), ActionEdit::Text("Zo zeggen wij het".to_owned()))]);
    stage.app.desk.carry_out(vec![Change::TakeIn { base: Box::new(base), theirs: Box::new(theirs) }]);
    stage.settle();
    stage
}

#[test]
fn an_open_choice_stands_in_the_first_line_and_at_home_and_a_meeting_does_not_close_over_it() {
    let mut stage = with_a_choice();
    let screen = stage.screen(140, 45);
    assert!(screen.lines().next().unwrap().contains("▲ 1 keuze"), "{screen}");
    stage.app.desk.meeting.as_mut().unwrap().show_room(Room::Closing);
    let screen = stage.keys("C").screen(140, 45);
    assert!(screen.contains("Kies eerst, met : versies kiezen"), "{screen}");
    assert!(stage.session().is_open());
    let folder = stage.leave();
    let mut home = Stage::at(folder.path(), Lang::Nl);
    home.app.read_home();
    let screen = home.settle().screen(140, 45);
    assert!(screen.contains("▲ In vergadering 4 is nog 1 keuze te maken tussen twee versies"), "{screen}");
    assert!(!screen.contains("Twee versies zeggen iets anders"), "said once: {screen}");
}

#[test]
fn a_report_in_which_a_choice_is_open_is_not_adopted() {
    let stage = with_a_choice();
    let (fourth, path) = (stage.session().clone(), stage.path(4));
    let folder = stage.leave();
    let closed = Session { state: stuurgroep::model::State::Closed, ..fourth };
    let day = "2027-03-11".parse().unwrap();
    put(&path, &closed, 9);
    put(&path.with_file_name("0005-2027-03-11.ron"), &stuurgroep::model::carry::carry_over(&closed, day), 1);
    let mut stage = Stage::at(folder.path(), Lang::Nl);
    stage.app.desk.open(5);
    stage.app.desk.meeting.as_mut().unwrap().show_room(Room::Opening);
    let screen = stage.keys("g").screen(140, 45);
    assert!(screen.contains("is nog niet gekozen tussen twee versies"), "{screen}");
    assert_eq!(stage.session().adopts, None);
}
