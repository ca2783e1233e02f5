//! The search and the registers over Kompas as people ask them: numbers, typing errors, filters, what was written where,
//! and files that are in the way.

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Barrier;
use std::thread;
use stuurgroep::generate::{Order, archive};
use stuurgroep::index::{Filter, Index, IndexError, Kind, Sorting};
use stuurgroep::model::Session;
use stuurgroep::store::format;
use stuurgroep::text::{Lang, Texts, code_word, filter_names};
use tempfile::TempDir;

struct Chain {
    root: TempDir,
    cache: TempDir,
    lang: &'static str,
}

impl Chain {
    fn kompas() -> Self {
        let (root, cache) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let to = root.path().join("sessions");
        fs::create_dir(&to).unwrap();
        for entry in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/sessions")).unwrap() {
            let path = entry.unwrap().path();
            fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
        }
        Self { root, cache, lang: "nl" }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.root.path().join("sessions").join(name)
    }

    /// Changes one session on disk.
    fn change(&self, name: &str, how: impl FnOnce(&mut Session)) {
        let path = self.path(name);
        let mut session = format::parse(&fs::read_to_string(&path).unwrap()).unwrap();
        how(&mut session);
        fs::write(&path, format::render(&session).unwrap()).unwrap();
    }

    fn run(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_stuurgroep"));
        command.env_clear().env("XDG_CACHE_HOME", self.cache.path()).args(args);
        command.args(["--lang", self.lang, "--today", "2026-12-10", "--dir"]).arg(self.root.path()).output().unwrap()
    }

    fn text(&self, args: &[&str]) -> String {
        String::from_utf8(self.run(args).stdout).unwrap()
    }

    fn json(&self, args: &[&str]) -> Value {
        let output = self.run(&[args, &["--json", "--limit", "500"]].concat());
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{output:?}"))
    }

    /// The numbers of what is found, best first.
    fn found(&self, args: &[&str]) -> Vec<String> {
        let json = self.json(args);
        json["results"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
    }
}

#[test]
fn a_second_file_of_one_number_that_goes_again_takes_nothing_along() {
    let chain = Chain::kompas();
    let all = chain.found(&["register", "decisions"]);
    assert!(all.len() >= 9, "{all:?}");
    for name in ["0009-2027-05-05.ron", "0002-2026-06-12.ron"] {
        fs::copy(chain.path("0002-2026-06-11.ron"), chain.path(name)).unwrap();
        assert_eq!(chain.found(&["register", "decisions"]), all);
        // Both are named, as in the list, and the answer is there.
        let output = chain.run(&["register", "decisions"]);
        let said = String::from_utf8(output.stderr).unwrap();
        for file in [name, "0002-2026-06-11.ron"] {
            assert!(said.contains(file) && said.contains("nummer 2"), "{said}");
        }
        assert!(output.status.success());
        fs::remove_file(chain.path(name)).unwrap();
        assert!(chain.run(&["register", "decisions"]).stderr.is_empty());
        assert_eq!(chain.found(&["register", "decisions"]), all, "{name}");
    }
}

#[test]
fn a_record_is_found_by_its_number_and_stands_first() {
    let chain = Chain::kompas();
    for number in ["A2026-07", "a2026-07", "B2026-04", "E2026-07", "O2026-01", "K5"] {
        let json = chain.json(&["search", number]);
        assert_eq!(json["results"][0]["id"], number.to_uppercase(), "{number}");
        assert_eq!(json["corrected"].as_array().unwrap().len(), 0, "{number}");
    }
    // A part of a number finds all that begin so, in a register too; a number that is not there finds nothing.
    let actions = chain.found(&["search", "A2026"]);
    assert!(actions.len() >= 10 && actions[0].starts_with("A2026"), "{actions:?}");
    assert_eq!(chain.found(&["register", "actions", "A2026"]).len(), chain.found(&["register", "actions"]).len());
    assert_eq!(chain.found(&["register", "actions", "A2026-07"]), ["A2026-07"]);
    let nothing = chain.json(&["search", "B2016-01"]);
    assert_eq!((nothing["total"].as_u64(), nothing["corrected"].as_array().unwrap().len()), (Some(0), 0));
}

#[test]
fn whatever_a_register_calls_a_row_finds_that_row() {
    let chain = Chain::kompas();
    let folders = [chain.root.path().canonicalize().unwrap()];
    let mut index = Index::in_folder(chain.cache.path()).unwrap();
    index.update(&folders, |_| true).unwrap();
    let day = "2026-12-10".parse().unwrap();
    let ask = |filter: &Filter| index.ask(filter, &folders, day, 1000, Sorting::Best).unwrap();
    for lang in [Lang::Nl, Lang::En] {
        let texts = Texts::new(lang);
        for kind in Kind::ALL {
            let register = Filter { kind: Some(kind), ..Filter::default() };
            let rows = ask(&register).found;
            assert!(!rows.is_empty(), "{kind:?}");
            for row in rows.iter().filter(|row| row.code.chars().count() > 1) {
                let shown = code_word(&texts, row);
                let typed = Filter::parse(&shown, filter_names()).unwrap();
                let answer = ask(&Filter { kind: Some(kind), ..typed.clone() });
                assert!(answer.corrected.is_empty(), "{shown}");
                assert!(answer.found.iter().any(|found| found.code == row.code), "{shown} in {kind:?}");
                // Among all registers too; a number stands before what only names it.
                let first = &ask(&typed.typing()).found[0];
                if matches!(kind, Kind::KpiValue | Kind::Article | Kind::Decision | Kind::Action | Kind::Escalation) {
                    assert_eq!(first.code, row.code, "{shown}");
                }
            }
        }
    }
    // A KPI finds its values; they do not stand before what is said of it.
    assert_eq!(chain.found(&["register", "kpi_values", "K1"]).len(), 12);
    assert_eq!(chain.found(&["search", "K1"])[0], "K1");
    assert_eq!(chain.found(&["register", "kpi_values", "K1", "2026-10"]), ["K1 2026-10"]);
}

#[test]
fn what_is_typed_wrong_finds_what_was_meant_and_shows_it() {
    let chain = Chain::kompas();
    let right = chain.found(&["search", "weekend"]);
    assert!(right.len() >= 8, "{right:?}");
    assert_eq!(chain.found(&["search", "wekend"]), right);
    let text = chain.text(&["search", "wekend"]);
    assert!(text.contains("\"wekend\" komt niet voor") && text.to_lowercase().contains("[weekend"), "{text}");
    // What is said to be looked for instead is a word that somebody wrote, or a word that begins so.
    let all = fs::read_dir(chain.path("")).unwrap().map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap());
    let all = all.collect::<String>().to_lowercase();
    for typed in ["wekend", "contactpersoom", "blaans", "gezamelijke", "meldnigen", "afspraaken"] {
        let json = chain.json(&["search", typed]);
        for corrected in json["corrected"].as_array().unwrap() {
            let word = corrected["nearest"].as_str().unwrap();
            let whole = all.split(|c: char| !c.is_alphanumeric()).any(|other| other == word);
            assert!(whole, "{typed} became {word}");
            assert!(json["total"].as_u64().unwrap() > 0, "{typed} became {word} and finds nothing");
        }
    }
    for typed in ["stapelen", "table"] {
        assert_eq!(chain.json(&["search", typed])["corrected"].as_array().unwrap().len(), 0, "{typed}");
    }
}

#[test]
fn common_typing_errors_find_as_much_as_the_word_itself() {
    let chain = Chain::kompas();
    fs::remove_dir_all(chain.path("")).unwrap();
    archive(chain.root.path(), Order { meetings: 60, seed: 7, a_chain: 60 }, |_| {}).unwrap();
    for (typed, meant) in [
        ("gezamelijke", "gezamenlijke"),
        ("weekendmelidngen", "weekendmeldingen"),
        ("weekendmeldignen", "weekendmeldingen"),
    ] {
        let total = |word: &str| chain.json(&["search", word])["total"].as_u64().unwrap();
        assert!(total(meant) > 0, "{meant}");
        assert_eq!(total(typed), total(meant), "{typed}");
    }
}

#[test]
fn the_words_of_the_column_are_words_of_the_filter_in_both_languages() {
    let mut chain = Chain::kompas();
    for (register, dutch, english) in [
        ("actions", "is:gedaan", "is:done"),
        ("kpi_values", "is:rood", "is:red"),
        ("kpi_values", "is:groen", "is:green"),
        ("decisions", "is:aangehouden", "is:deferred"),
        ("mandates", "is:tactisch", "is:tactical"),
    ] {
        let found = chain.found(&["register", register, dutch]);
        assert!(!found.is_empty(), "{dutch}");
        assert_eq!(found, chain.found(&["register", register, english]), "{english}");
    }
    assert_eq!(chain.run(&["register", "actions", "is:vervallen"]).status.code(), Some(1));
    for lang in ["nl", "en"] {
        chain.lang = lang;
        for register in ["decisions", "actions", "differences", "escalations", "stories", "mandates", "kpi_values"] {
            let text = chain.text(&["register", register, "--limit", "500"]);
            let head = text.lines().next().unwrap();
            let column = head.find(if lang == "nl" { "stand" } else { "state" }).unwrap_or_else(|| panic!("{head}"));
            for line in text.lines().skip(1).take_while(|line| !line.contains(": ")) {
                let cell = line.chars().skip(column).collect::<String>();
                let word = cell.split("  ").next().unwrap().trim().to_lowercase().replace(' ', "-");
                let asked = format!("is:{word}");
                assert_eq!(chain.run(&["register", register, &asked]).status.code(), Some(0), "{asked} in {register}");
            }
        }
    }
}

#[test]
fn a_filter_that_can_not_be_says_why() {
    let chain = Chain::kompas();
    for (part, said) in [
        ("factor:9", "1 tot en met 8"),
        ("factor:0", "1 tot en met 8"),
        ("since:2026-02-31", "is geen datum"),
        ("since:-------", "is geen datum"),
        ("since:2026-99", "is geen datum"),
        ("tot:2026-13-45", "is geen datum"),
        ("is:wat", "eigenaar:JR"),
    ] {
        let output = chain.run(&["register", "decisions", part]);
        let text = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.code() == Some(2) && text.contains(said), "{part}: {text}");
    }
    let since = chain.found(&["register", "decisions", "since:2026-06-11"]);
    assert!(!since.is_empty());
    assert_eq!(chain.found(&["register", "decisions", "vanaf:11-6-2026"]), since);
    assert_eq!(chain.found(&["register", "decisions", "vanaf:11-06-2026"]), since);
}

#[test]
fn the_factor_is_that_of_the_item_or_of_the_record_it_comes_from() {
    let chain = Chain::kompas();
    // A difference under an item counts with that item, one under none is what factor 7 is about.
    assert_eq!(chain.found(&["register", "differences", "factor:3"]), ["O2026-02", "O2026-01"]);
    for entry in fs::read_dir(chain.path("")).unwrap() {
        chain.change(entry.unwrap().file_name().to_str().unwrap(), |session| {
            session.differences.iter_mut().filter(|one| one.id.0 == "O2026-01").for_each(|one| one.item = None);
        });
    }
    assert_eq!(chain.found(&["register", "differences", "factor:7"]), ["O2026-01"]);
    assert!(!chain.found(&["register", "actions", "factor:3"]).is_empty());
    // An action from a decision of an earlier meeting: the agenda of that meeting tells.
    chain.change("0002-2026-06-11.ron", |session| {
        let item = session.agenda.items.iter().find(|item| item.room.factor() == Some(5)).unwrap().no.clone();
        session.decisions.iter_mut().find(|one| one.session == 2).unwrap().item = Some(item);
    });
    let first = format::parse(&fs::read_to_string(chain.path("0002-2026-06-11.ron")).unwrap()).unwrap();
    let decision = first.decisions.iter().find(|one| one.session == 2).unwrap().id.clone();
    chain.change("0004-2026-12-10.ron", |session| {
        use stuurgroep::model::action::{Action, Origin};
        let id = "A2026-90".into();
        session.actions.push(Action::new(id, 4, Some(Origin::Record(decision)), "Navragen"));
    });
    assert!(chain.found(&["register", "actions", "factor:5"]).contains(&"A2026-90".to_owned()));
    let json = chain.json(&["register", "actions", "navragen"]);
    assert_eq!(json["results"][0]["factor"], 5);
}

#[test]
fn texts_that_have_no_number_do_not_push_each_other_out() {
    let chain = Chain::kompas();
    chain.change("0004-2026-12-10.ron", |session| {
        use stuurgroep::model::difference::shopfloor::ShopfloorSignal;
        use stuurgroep::model::relation::RelationActivity;
        for word in ["appelboom", "perenboom", "kersenboom"] {
            session.shopfloor.push(ShopfloorSignal { session: 4, about: None, people: 3, text: word.into() });
            let date = "2026-12-01".parse().unwrap();
            session.relation.activities.push(RelationActivity { date, title: format!("{word} planten") });
            let mut mandate = session.governance.mandates[0].clone();
            mandate.scope = format!("alles over de {word}");
            session.governance.mandates.push(mandate);
        }
    });
    for word in ["appelboom", "perenboom", "kersenboom"] {
        assert_eq!(chain.found(&["search", word]).len(), 3, "{word}");
    }
}

#[test]
fn everything_that_anyone_wrote_is_found() {
    let chain = Chain::kompas();
    chain.change("0004-2026-12-10.ron", |session| {
        use stuurgroep::model::decision::{ConsentRound, Position, PositionCode};
        use stuurgroep::model::kpi::InterimEvaluation;
        let reason = "redenwoord".to_owned();
        let position = Position { partner: "OM".into(), code: PositionCode::Objection, reason, written_on: None };
        let round = ConsentRound { text: "rondewoord".into(), positions: vec![position] };
        session.decisions.iter_mut().next_back().unwrap().rounds.push(round);
        let cause = InterimEvaluation { kpi: "K1".into(), session: 4, cause: "oorzaakwoord".into(), decision: None };
        session.evaluations.push(cause);
        session.adopts = Some(stuurgroep::model::session::Adoption {
            session: 3,
            file: "0003-2026-09-17.ron".into(),
            sha256: String::new(),
            on: session.date,
            corrections: vec!["verbeterwoord".into()],
        });
        session.set_aside.push(stuurgroep::model::session::set_aside::SetAside {
            warning: stuurgroep::model::statements::Claim::SilentDissent,
            about: String::new(),
            reason: "terzijdewoord".into(),
            session: 4,
            on: session.date,
        });
        let returned = session.escalations.iter_mut().next().unwrap();
        returned.assignment = Some(stuurgroep::model::governance::escalation::Assignment {
            mandate: "opdrachtwoord".into(),
            owner: "OM".into(),
            due: None,
        });
        let mut article = session.governance.covenant.as_ref().unwrap().articles[0].clone();
        article.text = "artikelwoord".into();
        session.governance.amendment = Some(stuurgroep::model::governance::covenant::Amendment {
            version: "1.1".into(),
            session: 4,
            reason: "wijzigwoord".into(),
            articles: vec![article],
            impact: vec![stuurgroep::model::governance::covenant::Impact {
                partner: "OM".into(),
                text: "gevolgwoord".into(),
            }],
            decision: None,
        });
        let partner = session.partners.iter_mut().next().unwrap();
        partner.member.name = "Persoonwoord".into();
        partner.profile.logic = "logicawoord".into();
        partner.profile.red_lines = vec!["grenswoord".into()];
        session.identity.slogan = "leuswoord".into();
        session.identity.place = "plekwoord".into();
        session.chain.secretary = "secretariswoord".into();
    });
    for word in [
        "verbeterwoord",
        "terzijdewoord",
        "opdrachtwoord",
        "artikelwoord",
        "wijzigwoord",
        "gevolgwoord",
        "redenwoord",
        "rondewoord",
        "oorzaakwoord",
        "persoonwoord",
        "logicawoord",
        "grenswoord",
        "leuswoord",
        "plekwoord",
        "secretariswoord",
    ] {
        assert!(!chain.found(&["search", word]).is_empty(), "{word}");
    }
}

#[test]
fn a_partner_is_found_where_it_stood_otherwise_and_several_owners_are_either() {
    let chain = Chain::kompas();
    let jr = chain.found(&["register", "decisions", "partner:JR"]);
    assert!(!jr.is_empty() && chain.found(&["register", "decisions", "owner:JR"]).is_empty());
    for json in chain.json(&["register", "decisions"])["results"].as_array().unwrap() {
        let id = json["id"].as_str().unwrap();
        let sessions =
            fs::read_dir(chain.path("")).unwrap().map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap());
        let mut sessions: Vec<Session> = sessions.map(|text| format::parse(&text).unwrap()).collect();
        sessions.sort_by_key(|session| session.number);
        let last = sessions.iter().rev().find_map(|session| session.decision(&id.into())).unwrap();
        let all = last.rounds.iter().flat_map(|round| &round.positions).chain(&last.positions);
        let mut otherwise = all.filter(|one| !matches!(one.code.letter(), 'I' | 'G' | 'X'));
        let touches = last.touches.contains(&"JR".into()) || last.minorities.iter().any(|one| one.partner.0 == "JR");
        let about = last.rebalance.as_ref().is_some_and(|one| one.partner.0 == "JR");
        let expected = otherwise.any(|one| one.partner.0 == "JR") || touches || about;
        assert_eq!(jr.contains(&id.to_owned()), expected, "{id}");
    }
    assert_eq!(chain.found(&["register", "differences", "partner:JR"]), ["O2026-02"]);
    let (jr, om) =
        (chain.found(&["register", "actions", "owner:JR"]), chain.found(&["register", "actions", "owner:OM"]));
    let both = chain.found(&["register", "actions", "owner:JR", "eigenaar:OM"]);
    assert!(!both.is_empty());
    assert_eq!(both.len(), jr.len() + om.len());
}

#[test]
fn a_folder_that_can_not_be_read_is_not_an_empty_one() {
    let chain = Chain::kompas();
    let folder = chain.root.path().canonicalize().unwrap();
    let mut index = Index::in_folder(chain.cache.path()).unwrap();
    index.update(std::slice::from_ref(&folder), |_| true).unwrap();
    let known = index.meetings(&folder).unwrap().len();
    assert_eq!(known, 4);
    // A link to itself can't be looked into, whoever asks.
    fs::rename(folder.join("sessions"), folder.join("elders")).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink("sessions", folder.join("sessions")).unwrap();
    let other = tempfile::tempdir().unwrap();
    archive(other.path(), Order { meetings: 2, seed: 7, a_chain: 2 }, |_| {}).unwrap();
    let others = stuurgroep::index::chains(other.path());
    let folders = [&[folder.clone()][..], &others].concat();
    let error = index.update(&folders, |_| true).unwrap_err();
    assert!(matches!(&error, IndexError::Chain(error, true) if error.file.ends_with("sessions")), "{error:?}");
    assert_eq!(index.meetings(&folder).unwrap().len(), known);
    assert_eq!(index.meetings(&others[0]).unwrap().len(), 2);
    let output = chain.run(&["register", "decisions"]);
    let text = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(3) && text.contains("sessions"), "{text}");
    fs::remove_file(folder.join("sessions")).unwrap();
    fs::rename(folder.join("elders"), folder.join("sessions")).unwrap();
    assert!(!index.update(&[folder], |_| true).unwrap());
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_whose_name_is_no_text_is_read_or_named() {
    use std::os::unix::ffi::OsStrExt;
    let chain = Chain::kompas();
    let name = std::ffi::OsStr::from_bytes(b"0004-\xff.ron");
    fs::rename(chain.path("0004-2026-12-10.ron"), chain.root.path().join("sessions").join(name)).unwrap();
    let folder = chain.root.path().canonicalize().unwrap();
    let mut index = Index::in_folder(chain.cache.path()).unwrap();
    index.update(std::slice::from_ref(&folder), |_| true).unwrap();
    let meetings = index.meetings(&folder).unwrap();
    assert_eq!(meetings.len(), 4);
    assert!(meetings[3].held.is_some(), "{:?}", meetings[3]);
}

/// The names of all indexes in a folder.
fn indexes(cache: &Path) -> Vec<String> {
    let names = fs::read_dir(cache).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| name.ends_with(".sqlite")).collect();
    names.sort();
    names
}

#[test]
fn of_all_that_find_the_index_broken_in_one_moment_one_makes_it_anew() {
    const READERS: usize = 6;
    let cache = tempfile::tempdir().unwrap();
    drop(Index::in_folder(cache.path()).unwrap());
    let own = cache.path().join(&indexes(cache.path())[0]);
    for _ in 0..20 {
        fs::write(&own, "geen index meer, maar lang genoeg om bekeken te worden".repeat(200)).unwrap();
        let together = Barrier::new(READERS);
        let open = || {
            together.wait();
            Index::in_folder(cache.path()).unwrap()
        };
        let all: Vec<Index> = thread::scope(|scope| {
            let threads: Vec<_> = (0..READERS).map(|_| scope.spawn(open)).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert!(all.iter().all(Index::is_there));
    }
}

#[test]
fn each_version_has_its_own_index_and_a_new_one_takes_the_older_away() {
    let cache = tempfile::tempdir().unwrap();
    for name in ["index.sqlite", "index.sqlite-wal", "index-3.sqlite", "index-999999.sqlite", "index-mine.sqlite"] {
        fs::write(cache.path().join(name), "").unwrap();
    }
    let index = Index::in_folder(cache.path()).unwrap();
    let names = indexes(cache.path());
    assert_eq!(names.len(), 3, "{names:?}");
    assert!(!names.contains(&"index.sqlite".to_owned()) && names.contains(&"index-mine.sqlite".to_owned()));
    assert!(!cache.path().join("index.sqlite-wal").exists());
    // An index that is there leaves the others alone: an older program may just have made its own.
    fs::write(cache.path().join("index-3.sqlite"), "").unwrap();
    drop(Index::in_folder(cache.path()).unwrap());
    assert!(cache.path().join("index-3.sqlite").exists());
    // One that was put aside, with another in its place, answers no more.
    assert!(index.is_there());
    let own = names.iter().find(|name| !name.contains("999999") && !name.contains("mine")).unwrap();
    fs::rename(cache.path().join(own), cache.path().join("weg")).unwrap();
    assert!(!index.is_there());
    drop(Index::in_folder(cache.path()).unwrap());
    assert!(!index.is_there());
}

#[test]
fn a_table_has_heads_days_and_figures_in_the_language_and_any_order() {
    let mut chain = Chain::kompas();
    let text = chain.text(&["register", "actions", "--sort", "due"]);
    assert!(text.starts_with("nummer    datum       wie  stand   uiterlijk   tekst\n"), "{text}");
    assert!(text.contains("A2026-02  12-03-2026  OM   gedaan  01-04-2026"), "{text}");
    let articles = chain.found(&["register", "articles"]);
    let numbers: Vec<u32> = articles.iter().map(|code| code.trim_start_matches("art. ").parse().unwrap()).collect();
    assert_eq!(numbers, (1..=12).collect::<Vec<_>>());
    assert!(chain.text(&["register", "mandates"]).contains("OM tactisch"));
    assert!(chain.text(&["register", "kpi_values"]).contains(" 90,5"));
    chain.lang = "en";
    assert!(chain.text(&["register", "kpi_values"]).contains(" 90.5"));
    // Each order, as its name says.
    let dates = |order: &str, field: &str| -> Vec<String> {
        let json = chain.json(&["register", "actions", "--sort", order]);
        json["results"].as_array().unwrap().iter().map(|row| row[field].as_str().unwrap().to_owned()).collect()
    };
    for (order, field, rising) in [
        ("due", "due", true),
        ("oldest", "date", true),
        ("newest", "date", false),
        ("best", "date", false),
        ("owner", "owner", true),
        ("code", "id", true),
    ] {
        let found = dates(order, field);
        let mut sorted = found.clone();
        sorted.sort();
        if !rising {
            sorted.reverse();
        }
        assert_eq!(found, sorted, "{order}");
    }
    let json = chain.json(&["search", "weekendmeldingen"]);
    assert!(json["results"][0]["snippet"].as_str().unwrap().to_lowercase().contains("[weekendmeldingen]"));
    for wrong in [["--sort", "rank"], ["--limit", "0"]] {
        let output = chain.run(&[&["search", "weekend"][..], &wrong].concat());
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
    }
}

#[test]
fn a_file_that_can_not_be_read_is_named_beside_the_answer() {
    let chain = Chain::kompas();
    let before = chain.json(&["register", "decisions"]);
    fs::write(chain.path("0002-2026-06-11.ron"), "(schema: 1,\n  number: twee,").unwrap();
    for args in [["register", "decisions"], ["search", "weekend"]] {
        let output = chain.run(&args);
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.code() == Some(3) && said.contains("0002-2026-06-11.ron"), "{said}");
        assert!(!output.stdout.is_empty());
    }
    // What later meetings know of it keeps its day.
    let day = |json: &Value, id: &str| {
        let rows = json["results"].as_array().unwrap();
        rows.iter().find(|row| row["id"] == id).map(|row| row["date"].clone())
    };
    let after = chain.json(&["register", "decisions"]);
    let id = "B2026-04";
    assert_eq!(day(&after, id), day(&before, id));
    assert!(day(&after, id).is_some());
    let list = chain.run(&["list"]);
    let text = String::from_utf8(list.stdout).unwrap();
    assert_eq!(list.status.code(), Some(3));
    assert!(
        text.lines()
            .all(|line| !line.starts_with('1') || line.find("gesloten").or(line.find("vastgesteld")) < Some(30)),
        "{text}"
    );
}

/// The sample data and what it has to come to.
fn fixture() -> Value {
    serde_json::from_str(include_str!("fixtures/kompas.json")).unwrap()
}

/// What the sample says of the first three meetings, one figure of each.
fn of_three(figure: impl Fn(&Value, &str) -> Option<f64>) -> Vec<Option<f64>> {
    let data = fixture();
    ["S1", "S2", "S3"].iter().map(|session| figure(&data, session)).collect()
}

fn near(found: &[Option<f64>], expected: &[Option<f64>], what: &str) {
    assert!(found.len() >= expected.len(), "{what}: {found:?}");
    for (found, expected) in found.iter().zip(expected) {
        // The sample rounds to one decimal.
        let same = found.is_some() == expected.is_some() && found.unwrap_or(0.0) - expected.unwrap_or(0.0) < 0.051;
        assert!(same && expected.unwrap_or(0.0) - found.unwrap_or(0.0) < 0.051, "{what}: {found:?} {expected:?}");
    }
}

#[test]
fn trends_over_kompas_are_what_the_sample_has_to_come_to() {
    use stuurgroep::model::history::trends::{Of, Topic, series};
    let chain = Chain::kompas();
    let folder = chain.root.path().canonicalize().unwrap();
    let mut index = Index::in_folder(chain.cache.path()).unwrap();
    index.update(std::slice::from_ref(&folder), |_| true).unwrap();
    let standings: Vec<_> = index.meetings(&folder).unwrap().into_iter().filter_map(|row| row.standings).collect();
    assert_eq!(standings.len(), 4);
    let of = |topic, of: Of| {
        let all = series(topic, &standings);
        all.into_iter().find(|one| one.of == of).unwrap_or_else(|| panic!("{of:?}")).values
    };
    let expected = |pointer: String| fixture().pointer(&format!("/expected/{pointer}")).unwrap().as_f64();
    let share = |part: Option<f64>, whole: Option<f64>| Some(part? / whole? * 100.0);
    for one in series(Topic::Kpis, &standings) {
        let Of::Kpi(id, _) = &one.of else { panic!("{one:?}") };
        near(&one.values[3..], &[expected(format!("kpi/{id}/last"))], id);
        near(&one.path[3..], &[expected(format!("kpi/{id}/path"))], id);
    }
    for code in fixture()["benefit_order"].as_array().unwrap() {
        let code = code.as_str().unwrap();
        let net = of_three(|_, session| expected(format!("benefit/{session}/net/{code}")));
        near(&of(Topic::Net, Of::Partner(code.to_owned())), &net, code);
    }
    let mean = of_three(|_, session| expected(format!("temperature/{session}/mean")));
    near(&of(Topic::Temperature, Of::MeanTie), &mean, "mean tie");
    let lowest = of_three(|_, session| expected(format!("temperature/{session}/min_tie")));
    near(&of(Topic::Temperature, Of::LowestTie), &lowest, "lowest tie");
    let upward = of_three(|_, session| {
        share(expected(format!("upward/{session}/within_mandate")), expected(format!("upward/{session}/n")))
    });
    near(&of(Topic::Upward, Of::UpwardRate), &upward, "upward");
    let on_time = of_three(|_, session| {
        share(expected(format!("actions/{session}/on_time")), expected(format!("actions/{session}/total")))
    });
    near(&of(Topic::Upward, Of::OnTime), &on_time, "on time");
    let green =
        fixture()["expected"]["kpi"].as_object().unwrap().values().filter(|kpi| kpi["stand"] == "groen").count();
    near(&of(Topic::Upward, Of::OnPath)[3..], &[Some(green as f64 / 6.0 * 100.0)], "on path");
    let outcomes = of_three(|data, session| {
        let one = data["sessions"].as_array().unwrap().iter().find(|one| one["id"] == session)?;
        share(one["items_with_outcome"].as_f64(), one["items"].as_f64())
    });
    near(&of(Topic::Outcomes, Of::Outcomes), &outcomes, "outcomes");
    for factor in 0..8_u8 {
        let pulse = of_three(|data, session| data["factor_pulse"][session][usize::from(factor)].as_f64());
        near(&of(Topic::Pulse, Of::Factor(factor + 1)), &pulse, "pulse");
    }
    let dissent = of_three(|data, session| {
        let decisions: Vec<_> = data["decisions"].as_array()?.iter().filter(|one| one["s"] == session).collect();
        let letters =
            |one: &Value| format!("{} {}", one["pos"].as_str().unwrap_or(""), one["round1"].as_str().unwrap_or(""));
        let count = |one: &&Value| letters(one).chars().filter(|letter| "ABTO".contains(*letter)).count();
        Some(decisions.iter().map(count).sum::<usize>() as f64 / decisions.len() as f64)
    });
    near(&of(Topic::Dissent, Of::Dissent), &dissent, "dissent");
    let stories: Vec<_> = fs::read_dir(chain.path("")).unwrap().map(|entry| entry.unwrap().path()).collect();
    let mut sessions: Vec<Session> =
        stories.iter().map(|path| format::parse(&fs::read_to_string(path).unwrap()).unwrap()).collect();
    sessions.sort_by_key(|session| session.number);
    let months =
        sessions.iter().map(|session| fixture()["stories_per_month"][session.successes.month.to_string()].as_f64());
    near(&of(Topic::Stories, Of::Stories), &months.collect::<Vec<_>>(), "stories");
}

/// Found by `fuzz/fuzz_targets/filter.rs`: a letter that the full-text table does not know broke the word in two, and the
/// whole search answered that its index can't be used.
#[test]
fn a_word_with_letters_that_the_table_does_not_know_is_looked_for_and_found() {
    let chain = Chain::kompas();
    chain.change("0004-2026-12-10.ron", |session| {
        session.actions[0].text = "knop Ⓐb en n\u{6dc}oot met \u{1e900}x en ½kg".to_owned();
    });
    let own = chain.found(&["search", "knop"]);
    assert_eq!(own.len(), 1);
    for word in ["Ⓐb", "n\u{6dc}oot", "\u{1e900}x", "½kg", "Ⓐ"] {
        assert_eq!(chain.found(&["search", word]), own, "{word}");
    }
    assert_eq!(chain.run(&["search", "ptra`n\u{c}n\u{6dc}RRRRR"]).status.code(), Some(1));
}

#[test]
fn words_between_quotes_stand_together_and_signs_alone_find_nothing() {
    let chain = Chain::kompas();
    let apart = chain.found(&["search", "ketenplanner kosten"]);
    let together = chain.found(&["search", "\"kosten gelijk verdeeld\""]);
    assert!(together.contains(&"B2026-04".to_owned()), "{together:?}");
    assert!(chain.found(&["search", "\"verdeeld gelijk kosten\""]).is_empty());
    assert!(!apart.is_empty());
    assert_eq!(chain.found(&["register", "decisions", "\"kosten gelijk verdeeld\"", "is:deferred"]), ["B2026-04"]);
    for signs in ["!!!", "\"\"", "* -"] {
        let output = chain.run(&["search", signs]);
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.code() == Some(1) && text.contains("geen woord of getal"), "{signs}: {text}");
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_may_be_read_again_is_read_again() {
    let chain = Chain::kompas();
    let path = chain.path("0002-2026-06-11.ron");
    let (whole, time) = (fs::read(&path).unwrap(), fs::metadata(&path).unwrap().modified().unwrap());
    let all = chain.found(&["register", "decisions"]);
    // Of the same size and the same time of writing, as a copy from a backup may be.
    let broken = String::from_utf8(whole.clone()).unwrap().replacen("schema:", "schemo:", 1).into_bytes();
    assert_ne!(broken, whole);
    let put = |bytes: &[u8]| {
        fs::write(&path, bytes).unwrap();
        fs::File::options().write(true).open(&path).unwrap().set_modified(time).unwrap();
    };
    put(&broken);
    assert_eq!(chain.run(&["register", "decisions"]).status.code(), Some(3));
    put(&whole);
    assert_eq!(chain.found(&["register", "decisions"]), all);
}
