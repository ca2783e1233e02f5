//! The index over many meetings: it says what a plain fold over all files says, follows what changes on disk, and can be
//! broken or thrown away.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use stuurgroep::generate::{Order, archive};
use stuurgroep::index::{Answer, Filter, Found, Index, Kind, Sorting, chains};
use stuurgroep::model::Session;
use stuurgroep::model::action::Origin;
use stuurgroep::model::agenda::Room;
use stuurgroep::model::decision::Decision;
use stuurgroep::model::history::compare::standings;
use stuurgroep::model::history::trends::{Topic, period, series};
use stuurgroep::model::story::StoryStatus;
use stuurgroep::store::Folder;
use stuurgroep::text::{Lang, Texts, filter_names};
use tempfile::TempDir;

struct Archive {
    root: TempDir,
    cache: TempDir,
}

impl Archive {
    /// Three chains, of which two are read by several workers.
    fn of_300() -> Self {
        Self::of(300, 120)
    }

    fn of(meetings: usize, a_chain: usize) -> Self {
        let (root, cache) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        archive(root.path(), Order { meetings, seed: 7, a_chain }, |_| {}).unwrap();
        Self { root, cache }
    }

    fn folders(&self) -> Vec<PathBuf> {
        chains(self.root.path())
    }

    fn index(&self) -> Index {
        let mut index = Index::in_folder(self.cache.path()).unwrap();
        index.update(&self.folders(), |_| true).unwrap();
        index
    }

    fn ask(&self, line: &str, kind: Option<Kind>) -> Answer {
        let filter = Filter { kind, ..Filter::parse(line, filter_names()).unwrap() };
        self.index().ask(&filter, &self.folders(), "2026-12-10".parse().unwrap(), 1_000_000, Sorting::Best).unwrap()
    }

    /// The file of the index; its name has its version.
    fn index_file(&self) -> PathBuf {
        let mut names = fs::read_dir(self.cache.path()).unwrap().map(|entry| entry.unwrap().path());
        names.find(|path| path.extension().is_some_and(|end| end == "sqlite")).unwrap()
    }

    fn cli(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_stuurgroep"));
        command.env_clear().env("XDG_CACHE_HOME", self.cache.path()).args(args);
        command.args(["--lang", "nl", "--today", "2026-12-10", "--dir"]).arg(self.root.path()).output().unwrap()
    }
}

fn sessions(folder: &Path) -> Vec<Session> {
    Folder::at(folder).list().unwrap().into_iter().map(|file| file.content.unwrap().session).collect()
}

/// The last that is known of every record of a kind: code, state, whether it is open, session that made it.
type Stand = BTreeMap<(PathBuf, String), (String, bool, u32)>;

fn plain_fold(archive: &Archive, each: impl Fn(&Session) -> Vec<(String, String, bool, u32)>) -> Stand {
    let mut stand = Stand::new();
    for folder in archive.folders() {
        for session in sessions(&folder) {
            for (code, state, open, made) in each(&session) {
                stand.insert((folder.clone(), code), (state, open, made));
            }
        }
    }
    stand
}

fn by_index(archive: &Archive, kind: Kind) -> Stand {
    let answer = archive.ask("", Some(kind));
    assert_eq!(answer.total, answer.found.len() as u64);
    let found = answer.found.into_iter();
    found.map(|one| ((one.folder, one.code), (one.state, one.open, one.sessions.0))).collect()
}

#[test]
fn what_is_generated_could_have_happened() {
    let archive = Archive::of(40, 20);
    let (mut postponed, mut done) = (0, 0);
    for folder in archive.folders() {
        let sessions = sessions(&folder);
        let day = |number: u32| sessions.iter().find(|session| session.number == number).map(|session| session.date);
        for action in sessions.iter().flat_map(|session| session.actions.iter()) {
            for later in &action.postponed {
                assert!(later.from.is_none_or(|from| from < later.to), "{action:?}");
                assert!(day(later.session).is_none_or(|decided| decided < later.to), "{action:?}");
                postponed += 1;
            }
            if let Some((at, made)) = action.done.zip(day(action.session)) {
                assert!(made <= at, "{action:?}");
                done += 1;
            }
        }
    }
    assert!(postponed > 20 && done > 100, "{postponed} {done}");
}

#[test]
fn registers_equal_a_plain_fold_over_all_files() {
    let archive = Archive::of_300();
    let actions = plain_fold(&archive, |session| {
        let state = |one: &stuurgroep::model::action::Action| match (one.done, one.dropped) {
            (Some(_), _) => "Done",
            (None, Some(_)) => "Dropped",
            _ => "Open",
        };
        let all = session.actions.iter();
        all.map(|one| (one.id.to_string(), state(one).to_owned(), one.is_open(), one.session)).collect()
    });
    assert!(actions.len() > 1000);
    assert_eq!(by_index(&archive, Kind::Action), actions);
    let decisions = plain_fold(&archive, |session| {
        let open = |one: &Decision| one.is_open_among(&session.decisions);
        let all = session.decisions.iter();
        all.map(|one| (one.id.to_string(), format!("{:?}", one.outcome.unwrap()), open(one), one.session)).collect()
    });
    assert_eq!(by_index(&archive, Kind::Decision), decisions);
    let differences = plain_fold(&archive, |session| {
        let open = |one: &stuurgroep::model::difference::Difference| format!("{:?}", one.status) != "Resolved";
        let all = session.differences.iter();
        all.map(|one| (one.id.to_string(), format!("{:?}", one.status), open(one), one.session)).collect()
    });
    assert_eq!(by_index(&archive, Kind::Difference), differences);

    // Values of KPIs: the last that any file says of a month.
    let mut values: BTreeMap<(PathBuf, String), f64> = BTreeMap::new();
    for folder in archive.folders() {
        for session in sessions(&folder) {
            for kpi in session.kpis.iter() {
                for value in kpi.values.iter().filter(|value| value.value.is_some()) {
                    values.insert((folder.clone(), format!("{} {}", kpi.id, value.month)), value.value.unwrap());
                }
            }
        }
    }
    let found = archive.ask("", Some(Kind::KpiValue)).found.into_iter();
    assert_eq!(found.map(|one| ((one.folder, one.code), one.value.unwrap())).collect::<BTreeMap<_, _>>(), values);
}

/// What one row has to say, worked out from the files themselves.
#[derive(Debug, Clone, PartialEq)]
struct Told {
    text: String,
    owner: String,
    state: String,
    sort: String,
    open: bool,
    due: Option<String>,
    factor: Option<u8>,
    made: u32,
    last: u32,
    date: String,
}

/// The factor of a room, by hand.
fn factor_of(room: Room) -> Option<u8> {
    use Room::*;
    let order = [Ambition, Kpis, Governance, Balance, Relation, Successes, Differences, Identity];
    order.iter().position(|other| *other == room).map(|place| place as u8 + 1)
}

fn by_item(session: &Session, made: u32, item: Option<&stuurgroep::model::ItemNo>) -> Option<u8> {
    let item = session.agenda.items.iter().find(|one| Some(&one.no) == item)?;
    if made == session.number { factor_of(item.room) } else { None }
}

/// Takes in what one meeting says of one record: the last word counts, who made it and under which factor the first.
fn tell(all: &mut BTreeMap<(Kind, String), Told>, kind: Kind, code: &str, told: Told) {
    let key = (kind, code.to_owned());
    let before = all.get(&key);
    let factor = before.and_then(|before| before.factor).or(told.factor);
    let made = before.map_or(told.made, |before| before.made.min(told.made));
    let date = before.map_or_else(|| told.date.clone(), |before| before.date.clone());
    all.insert(key, Told { factor, made, date, ..told });
}

fn fold(sessions: &[Session]) -> BTreeMap<(Kind, String), Told> {
    let mut all = BTreeMap::new();
    let dates: BTreeMap<u32, String> = sessions.iter().map(|one| (one.number, one.date.to_string())).collect();
    let joined = |codes: &[stuurgroep::model::PartnerCode]| {
        codes.iter().map(|code| code.0.clone()).collect::<Vec<_>>().join(", ")
    };
    let word = |debug: Option<String>, none: &str| debug.unwrap_or_else(|| none.to_owned());
    for session in sessions {
        let base = |text: &str, made: u32| Told {
            text: text.to_owned(),
            owner: String::new(),
            state: String::new(),
            sort: String::new(),
            open: false,
            due: None,
            factor: None,
            made,
            last: session.number,
            date: dates[&made].clone(),
        };
        let day = |date: Option<chrono::NaiveDate>| date.map(|date| date.to_string());
        let mut add = |kind, code: &str, told| tell(&mut all, kind, code, told);
        for one in session.decisions.iter() {
            let told = Told {
                owner: one.owner.iter().map(|owner| owner.0.clone()).collect(),
                state: word(one.outcome.map(|outcome| format!("{outcome:?}")), "Open"),
                sort: word(one.kind.map(|kind| format!("{kind:?}")), ""),
                open: one.is_open_among(&session.decisions),
                due: day(one.due.or(one.review_on)),
                factor: by_item(session, one.session, one.item.as_ref()),
                ..base(&one.text, one.session)
            };
            add(Kind::Decision, &one.id.0, told);
        }
        for one in session.actions.iter() {
            let factor = match &one.from {
                Some(Origin::Item(item)) => by_item(session, one.session, Some(item)),
                Some(Origin::Record(id)) => {
                    let origin = session.decisions.iter().find(|other| other.id == *id);
                    origin.and_then(|origin| by_item(session, origin.session, origin.item.as_ref()))
                }
                None => None,
            };
            let told = Told {
                owner: one.owner.iter().map(|owner| owner.0.clone()).collect(),
                state: if one.done.is_some() {
                    "Done"
                } else if one.dropped.is_some() {
                    "Dropped"
                } else {
                    "Open"
                }
                .to_owned(),
                open: one.done.is_none() && one.dropped.is_none(),
                due: day(one.due),
                factor: factor.filter(|_| one.session == session.number),
                ..base(&one.text, one.session)
            };
            add(Kind::Action, &one.id.0, told);
        }
        for one in session.differences.iter() {
            let told = Told {
                owner: joined(&one.partners),
                state: format!("{:?}", one.status),
                open: format!("{:?}", one.status) != "Resolved",
                due: day(one.review_on),
                factor: match &one.item {
                    None => Some(7),
                    item => by_item(session, one.session, item.as_ref()),
                },
                ..base(&one.text, one.session)
            };
            add(Kind::Difference, &one.id.0, told);
        }
        for one in session.escalations.iter() {
            let told = Told {
                owner: one.assignment.iter().map(|given| given.owner.0.clone()).collect(),
                state: word(one.outcome.map(|outcome| format!("{outcome:?}")), "Open"),
                open: one.closed.is_none(),
                due: day(one.assignment.as_ref().and_then(|given| given.due)),
                factor: Some(3),
                ..base(&one.title, one.session)
            };
            add(Kind::Escalation, &one.id.0, told);
        }
        for one in &session.successes.stories {
            let told = Told {
                owner: joined(&one.partners),
                state: format!("{:?}", one.status),
                open: one.status != StoryStatus::Released,
                factor: Some(6),
                ..base(&one.title, session.number)
            };
            add(Kind::Story, &one.id.0, told);
        }
        for one in session.notes.iter() {
            let factor = by_item(session, one.session, one.item.as_ref());
            add(Kind::Note, &one.id.0, Told { factor, ..base(&one.text, one.session) });
        }
        let covenant = session.governance.covenant.as_ref().unwrap();
        for one in &covenant.articles {
            let told = Told { sort: covenant.version.clone(), factor: Some(3), ..base(&one.title, session.number) };
            add(Kind::Article, &one.no, told);
        }
        for one in &session.governance.mandates {
            let told = Told {
                owner: one.partner.0.clone(),
                sort: format!("{:?}", one.level),
                open: one.until.is_none_or(|until| until >= session.date),
                due: day(one.until),
                factor: Some(3),
                ..base(&one.person, session.number)
            };
            add(Kind::Mandate, &format!("{} {:?} {}", one.partner, one.level, one.person), told);
        }
    }
    all
}

const FOLDED: [Kind; 8] = [
    Kind::Decision,
    Kind::Action,
    Kind::Difference,
    Kind::Escalation,
    Kind::Story,
    Kind::Note,
    Kind::Article,
    Kind::Mandate,
];

#[test]
fn every_column_of_every_register_equals_a_plain_fold() {
    let archive = Archive::of(60, 30);
    let folders = archive.folders();
    let expected: Vec<_> = folders.iter().map(|folder| fold(&sessions(folder))).collect();
    for kind in FOLDED {
        let found = archive.ask("", Some(kind)).found;
        let all: usize = expected.iter().map(|told| told.keys().filter(|key| key.0 == kind).count()).sum();
        assert!(all > 0, "{kind:?}");
        assert_eq!(found.len(), all, "{kind:?}");
        for one in found {
            let place = folders.iter().position(|folder| *folder == one.folder).unwrap();
            let told = Told {
                text: one.text.clone(),
                owner: one.owner.clone(),
                state: one.state.clone(),
                sort: one.sort.clone(),
                open: one.open,
                due: one.due.clone(),
                factor: one.factor,
                made: one.sessions.0,
                last: one.sessions.1,
                date: one.date.clone().unwrap(),
            };
            let mut wanted = expected[place][&(kind, one.code.clone())].clone();
            if kind == Kind::Action && wanted.factor.is_none() {
                // What comes from a record of an earlier meeting has the factor of that record.
                let origin = sessions(&one.folder).into_iter().find_map(|session| {
                    let action = session.actions.iter().find(|other| other.id.0 == one.code)?.from.clone();
                    match action {
                        Some(Origin::Record(id)) => Some(id.0),
                        _ => None,
                    }
                });
                let of = |kind| origin.as_ref().and_then(|id| expected[place].get(&(kind, id.clone())));
                wanted.factor = FOLDED.into_iter().find_map(|kind| of(kind)?.factor);
            }
            assert_eq!(told, wanted, "{kind:?} {}", one.code);
        }
    }
}

#[test]
fn rows_come_in_the_order_that_is_asked() {
    let archive = Archive::of(60, 30);
    let (index, folders) = (archive.index(), archive.folders());
    let ask = |kind, order| {
        let filter = Filter { kind: Some(kind), ..Filter::default() };
        index.ask(&filter, &folders, "2026-12-10".parse().unwrap(), 1_000_000, order).unwrap().found
    };
    let chain = |one: &Found| folders.iter().position(|folder| *folder == one.folder).unwrap();
    for kind in FOLDED {
        let all = ask(kind, Sorting::Code);
        let check = |order: Sorting, less: &dyn Fn(&Found, &Found) -> std::cmp::Ordering| {
            let mut wanted = all.clone();
            wanted.sort_by(|one, other| less(one, other));
            let codes = |rows: &[Found]| rows.iter().map(|one| (chain(one), one.code.clone())).collect::<Vec<_>>();
            assert_eq!(codes(&ask(kind, order)), codes(&wanted), "{kind:?} {order:?}");
        };
        let number = |one: &Found| match kind {
            Kind::Article => one.code.trim_start_matches("art. ").parse::<u32>().unwrap(),
            _ => 0,
        };
        let code = |one: &Found, other: &Found| number(one).cmp(&number(other)).then(one.code.cmp(&other.code));
        let newest = |one: &Found, other: &Found| {
            let by_code = if kind == Kind::Article { code(one, other) } else { other.code.cmp(&one.code) };
            other.date.cmp(&one.date).then(chain(one).cmp(&chain(other))).then(by_code)
        };
        check(Sorting::Newest, &newest);
        check(Sorting::Best, &newest);
        check(Sorting::Oldest, &|one, other| {
            one.date.cmp(&other.date).then(chain(one).cmp(&chain(other))).then(code(one, other))
        });
        check(Sorting::Code, &|one, other| code(one, other).then(chain(one).cmp(&chain(other))));
        check(Sorting::Due, &|one, other| {
            let key = |one: &Found| (one.due.is_none(), one.due.clone(), chain(one), one.code.clone());
            key(one).cmp(&key(other))
        });
        if kind == Kind::Action {
            check(Sorting::Owner, &|one, other| {
                let key = |one: &Found| (one.owner.is_empty(), one.owner.clone());
                let rest = other.date.cmp(&one.date).then(chain(one).cmp(&chain(other)));
                key(one).cmp(&key(other)).then(rest).then(one.code.cmp(&other.code))
            });
        }
    }
}

#[test]
fn what_changes_on_disk_is_followed_and_ends_where_a_new_index_begins() {
    let archive = Archive::of(24, 12);
    archive.index();
    let folder = archive.folders()[0].join("sessions");
    let mut files: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    // One in the middle says something else, the last one goes, a broken one comes.
    let text = fs::read_to_string(&files[5]).unwrap();
    // A note stays in the meeting in which it was made.
    let notes = text.split_once("\n    notes: ").unwrap().1;
    let own = notes.split("text: \"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    fs::write(&files[5], text.replacen(&own, "Zeldzaamwoord over de brug", 1)).unwrap();
    fs::remove_file(&files[11]).unwrap();
    fs::write(folder.join("0013-2030-01-01.ron"), "(schema: 1,").unwrap();
    let followed = archive.ask("", None);
    assert_eq!(archive.ask("zeldzaamwoord", None).total, 1);
    for entry in fs::read_dir(archive.cache.path()).unwrap() {
        fs::remove_file(entry.unwrap().path()).unwrap();
    }
    let anew = archive.ask("", None);
    assert_eq!(followed.total, anew.total);
    let key = |one: &stuurgroep::index::Found| (one.folder.clone(), one.kind, one.code.clone(), one.state.clone());
    let sorted = |answer: &Answer| {
        let mut all: Vec<_> = answer.found.iter().map(key).collect();
        all.sort();
        all
    };
    assert_eq!(sorted(&followed), sorted(&anew));
}

/// Something that happens to a file between two looks.
fn disturb(rng: &mut fastrand::Rng, path: &Path) {
    let text = fs::read_to_string(path).unwrap();
    let Ok(mut session) = stuurgroep::store::format::parse(&text) else { return };
    match rng.u8(0..11) {
        0 => {
            session.actions.pop();
        }
        1 => {
            if let Some(action) = session.actions.first_mut() {
                action.text = format!("Iets anders {}", rng.u16(..));
            }
        }
        2 => {
            session.decisions.pop();
        }
        3 => {
            if let Some(covenant) = session.governance.covenant.as_mut() {
                covenant.articles.pop();
            }
        }
        4 => session.date = session.date.succ_opt().unwrap(),
        5 => {
            if let Some(kpi) = session.kpis.first_mut() {
                kpi.values.pop();
                kpi.name = "Een andere naam".into();
            }
        }
        6 => return fs::write(path, "(schema: 1, onzin").unwrap(),
        7 => return fs::remove_file(path).unwrap(),
        8 => {
            let (number, owner) = (rng.usize(..session.partners.len()), rng.usize(..session.actions.len().max(1)));
            let code = session.partners[number].code.clone();
            if let Some(action) = session.actions.get_mut(owner) {
                action.owner = Some(code);
            }
        }
        9 => {
            let day = session.date;
            for action in session.actions.iter_mut().filter(|action| action.done.is_none()).take(2) {
                action.done = Some(day);
            }
        }
        _ => return fs::write(path, text).unwrap(),
    }
    let mut text = stuurgroep::store::format::render(&session).unwrap();
    // The stamp of a file is its size and its time; a clock may be too coarse for two writes of one size.
    text.push_str(&format!("// {}\n", rng.u64(..)));
    fs::write(path, text).unwrap();
}

/// What is said of how many there are, is how many rows there are: of all chains, of one, and of none.
fn counts_are_those_of_the_rows(index: &Index, archive: &Archive) {
    let (all, day) = (archive.folders(), "2026-12-10".parse().unwrap());
    for folders in [&all[..], &all[..1], &[]] {
        let ask = |line: &str| {
            let filter = Filter::parse(line, filter_names()).unwrap();
            index.ask(&filter, folders, day, 1_000_000, Sorting::Code).unwrap()
        };
        let mut lines: Vec<String> = ["", "is:open", "is:af", "weekend*", "is:te-laat"].map(str::to_owned).to_vec();
        for code in &ask("").known.partners {
            lines.extend(["", " is:open", " weekend*"].map(|more| format!("owner:{code}{more}")));
        }
        lines.push(ask("").known.partners.iter().map(|code| format!("owner:{code} ")).collect());
        lines.extend(
            ask("")
                .known
                .chains
                .first()
                .map(|chain| format!("chain:{} is:open", chain.chars().take(4).collect::<String>())),
        );
        for line in lines {
            let answer = ask(&line);
            let mut counted: BTreeMap<Kind, u64> = BTreeMap::new();
            answer.found.iter().for_each(|found| *counted.entry(found.kind).or_default() += 1);
            assert_eq!(answer.kinds.iter().copied().collect::<BTreeMap<_, _>>(), counted, "{line} in {folders:?}");
            assert_eq!(answer.total, answer.found.len() as u64, "{line}");
        }
    }
}

#[test]
fn whatever_happens_to_single_files_the_index_ends_where_a_new_one_begins() {
    for seed in 0..12 {
        let archive = Archive::of(16, 8);
        archive.index();
        let mut rng = fastrand::Rng::with_seed(seed);
        for step in 0..6 {
            let folder = archive.folders()[rng.usize(..2)].join("sessions");
            let mut files: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
            files.sort();
            let here = rng.usize(..files.len());
            let path = &files[here];
            disturb(&mut rng, path);
            let followed = archive.index();
            let fresh = tempfile::tempdir().unwrap();
            let mut anew = Index::in_folder(fresh.path()).unwrap();
            anew.update(&archive.folders(), |_| true).unwrap();
            let all = |index: &Index, line: &str| {
                let filter = Filter::parse(line, filter_names()).unwrap();
                let day = "2026-12-10".parse().unwrap();
                index.ask(&filter, &archive.folders(), day, 1_000_000, Sorting::Code).unwrap()
            };
            let (one, other) = (all(&followed, ""), all(&anew, ""));
            for (one, other) in one.found.iter().zip(&other.found) {
                assert_eq!(one, other, "seed {seed}, step {step}, {}", path.display());
            }
            assert_eq!(one, other, "seed {seed}, step {step}");
            for line in ["anders", "weekend*", "naam is:open", "wacht"] {
                assert_eq!(all(&followed, line).total, all(&anew, line).total, "seed {seed}, step {step}, {line}");
            }
            for folder in archive.folders() {
                assert_eq!(followed.meetings(&folder).unwrap(), anew.meetings(&folder).unwrap());
            }
            counts_are_those_of_the_rows(&followed, &archive);
        }
    }
}

#[test]
fn meetings_and_their_figures_equal_a_plain_fold_over_all_files() {
    let archive = Archive::of(60, 20);
    let index = archive.index();
    let today = "2026-12-10".parse().unwrap();
    let chains = index.chains(&archive.folders(), today).unwrap();
    for (folder, chain) in archive.folders().iter().zip(chains) {
        let all = sessions(folder);
        let rows = index.meetings(folder).unwrap();
        assert_eq!(rows.len(), all.len());
        // What was written or done afterwards, the last file that knows the meeting tells.
        let held: Vec<_> = all
            .iter()
            .map(|session| {
                let told = all.iter().rev().find_map(|later| {
                    let tally = later.look_back.iter().find(|tally| tally.session == session.number)?;
                    Some((tally.dissent_with(later.decisions.iter()), tally.actions_with(&later.actions)))
                });
                let mut held = standings(session);
                held.dissent = told.map_or(held.dissent, |(dissent, _)| dissent);
                held.on_time = told.map(|(_, actions)| actions);
                held
            })
            .collect();
        assert!(held.iter().any(|one| one.on_time.is_some_and(|found| found.on_time > 0)));
        for ((row, session), held) in rows.iter().zip(&all).zip(&held) {
            assert_eq!(row.standings.as_ref(), Some(held));
            assert_eq!(row.held, Some((session.date, session.state)));
            let adopted = all.iter().any(|next| next.adopts.as_ref().is_some_and(|one| one.session == session.number));
            assert_eq!((row.adopted, row.altered), (adopted, false), "{}", row.file);
        }
        // Trends are made of these figures, whatever the period.
        let known: Vec<_> = rows.into_iter().filter_map(|row| row.standings).collect();
        for topic in Topic::ALL {
            for months in [None, Some(12)] {
                let (own, other) = (period(&held, months), period(&known, months));
                assert_eq!(series(topic, own), series(topic, other), "{topic:?}");
            }
        }
        let newest = all.last().unwrap();
        let late = newest.actions.iter().filter(|one| one.is_open() && one.due.is_some_and(|due| due < today)).count();
        let open = newest.actions.iter().filter(|one| one.is_open()).count();
        assert_eq!((chain.open as usize, chain.late as usize), (open, late));
        assert_eq!((chain.name.as_str(), chain.meetings as usize), (newest.chain.name.as_str(), all.len()));
    }
}

#[test]
fn what_may_not_be_told_may_not_be_found() {
    let archive = Archive::of(6, 6);
    let folder = archive.folders()[0].join("sessions");
    let path = fs::read_dir(&folder).unwrap().next().unwrap().unwrap().path();
    let mut session = stuurgroep::store::format::parse(&fs::read_to_string(&path).unwrap()).unwrap();
    let story = session.successes.stories.first_mut().unwrap();
    (story.status, story.situation) = (StoryStatus::Blocked, "Zeldzaamgeheim uit de Tulpstraat".into());
    fs::write(&path, stuurgroep::store::format::render(&session).unwrap()).unwrap();
    assert_eq!(archive.ask("zeldzaamgeheim", None).total, 0);
}

#[test]
fn one_unreadable_file_hides_no_other() {
    let archive = Archive::of(10, 10);
    let folder = &archive.folders()[0];
    let path = folder.join("sessions/0011-2030-01-01.ron");
    fs::write(&path, "(schema: 1,\n  number: elf,").unwrap();
    let rows = archive.index().meetings(folder).unwrap();
    assert_eq!(rows.len(), 11);
    assert!(rows[..10].iter().all(|row| row.trouble.is_none() && row.standings.is_some()));
    let (id, args) = rows[10].trouble.as_ref().unwrap();
    let args: Vec<(&str, String)> = args.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
    let said = Texts::new(Lang::Nl).named(id, &args);
    assert!(said.contains("0011-2030-01-01.ron") && said.contains('2'), "{said}");
    let chain = &archive.index().chains(&archive.folders(), "2026-12-10".parse().unwrap()).unwrap()[0];
    assert_eq!((chain.meetings, chain.unreadable), (11, 1));
    // Two files of one number: which is meant, only people can say.
    let files: Vec<_> = rows.iter().map(|row| row.file.clone()).collect();
    fs::copy(folder.join("sessions").join(&files[4]), folder.join("sessions/0005-2031-01-01.ron")).unwrap();
    let rows = archive.index().meetings(folder).unwrap();
    assert_eq!(rows.iter().filter(|row| row.trouble.is_some()).count(), 3);
    // A copy that says by its name that it is one stands in nobody's way.
    fs::copy(folder.join("sessions").join(&files[5]), folder.join("sessions/0006-kopie.ron")).unwrap();
    let rows = archive.index().meetings(folder).unwrap();
    assert_eq!(rows.iter().filter(|row| row.trouble.is_some()).count(), 3);
}

#[test]
fn a_broken_index_is_made_anew_and_two_may_use_it() {
    let archive = Archive::of(20, 20);
    let before = archive.ask("", None).total;
    fs::write(archive.index_file(), "no index at all, but long enough to be looked at".repeat(40)).unwrap();
    assert_eq!(archive.ask("", None).total, before);
    let (root, cache) = (archive.root.path(), archive.cache.path());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(move || {
                let mut index = Index::in_folder(cache).unwrap();
                index.update(&chains(root), |_| true).unwrap();
            });
        }
    });
    assert_eq!(archive.ask("", None).total, before);
}

#[test]
fn an_update_that_is_stopped_keeps_what_it_has_and_goes_on_later() {
    let archive = Archive::of(40, 10);
    let mut index = Index::in_folder(archive.cache.path()).unwrap();
    let mut heard = 0;
    index
        .update(&archive.folders(), |progress| {
            heard += 1;
            assert!(progress.done <= progress.all && progress.all == 40);
            heard < 2
        })
        .unwrap();
    let filter = Filter::default();
    let some = index.ask(&filter, &archive.folders(), "2026-12-10".parse().unwrap(), 1, Sorting::Best).unwrap().total;
    let all = archive.ask("", None).total;
    assert!(some > 0 && some < all, "{some} of {all}");
}

#[test]
fn counts_hold_wherever_an_update_stops_and_when_a_chain_goes() {
    let archive = Archive::of(24, 8);
    for stop in 1..4 {
        Index::discard(Some(archive.cache.path())).unwrap();
        let mut index = Index::in_folder(archive.cache.path()).unwrap();
        let mut heard = 0;
        let mut go_on = |_| {
            heard += 1;
            heard < stop
        };
        index.update(&archive.folders(), &mut go_on).unwrap();
        counts_are_those_of_the_rows(&index, &archive);
        // What changed meanwhile is taken in with the rest.
        let folder = archive.folders()[0].join("sessions");
        let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        disturb(&mut fastrand::Rng::with_seed(stop), &files[3]);
        index.update(&archive.folders(), |_| true).unwrap();
        counts_are_those_of_the_rows(&index, &archive);
        assert!(!index.update(&archive.folders(), |_| true).unwrap(), "nothing is left to be read");
    }
    let mut index = archive.index();
    fs::remove_dir_all(&archive.folders()[1]).unwrap();
    assert!(index.update(&archive.folders(), |_| true).unwrap());
    counts_are_those_of_the_rows(&index, &archive);
}

#[test]
fn a_line_of_filters_asks_the_same_as_people_mean() {
    let archive = Archive::of(30, 30);
    let all = archive.ask("", Some(Kind::Action));
    let owner = all.found[0].owner.clone();
    let open = archive.ask(&format!("is:open owner:{owner}"), Some(Kind::Action));
    assert!(open.found.iter().all(|one| one.open && one.owner == owner));
    let expected = all.found.iter().filter(|one| one.open && one.owner == owner).count() as u64;
    assert_eq!(open.total, expected);
    assert_eq!(archive.ask(&format!("is:open partner:{owner}"), Some(Kind::Action)).total, expected);
    let since = archive.ask("since:2017 until:2017-06", Some(Kind::Decision));
    assert!(!since.found.is_empty());
    assert!(since.found.iter().all(|one| one.date.as_deref().is_some_and(|day| ("2017".."2017-07").contains(&day))));
    let dutch = archive.ask("kind:kader", Some(Kind::Decision));
    assert!(!dutch.found.is_empty() && dutch.found.iter().all(|one| one.sort == "Frame"));
    assert_eq!(dutch.total, archive.ask("kind:frame", Some(Kind::Decision)).total);
    assert_eq!(Filter::parse("is:nietbestaand", filter_names()), Err("is:nietbestaand".to_owned()));
    // A filter beside a word takes away what does not fit, and nothing else.
    let word = archive.ask("over", None).found;
    for (line, kind) in [("over is:open", None), ("over is:late", None), ("over", Some(Kind::Action))] {
        let fits = |one: &&Found| match (line, kind) {
            (_, Some(kind)) => one.kind == kind,
            ("over is:open", _) => one.open,
            _ => one.open && one.due.as_deref().is_some_and(|due| due < "2026-12-10"),
        };
        let codes = |all: Vec<&Found>| all.iter().map(|one| one.code.clone()).collect::<BTreeSet<_>>();
        let expected = codes(word.iter().filter(fits).collect());
        let answer = archive.ask(line, kind);
        assert!(!expected.is_empty(), "{line}");
        assert_eq!((answer.total, codes(answer.found.iter().collect())), (expected.len() as u64, expected), "{line}");
    }
    // Other forms of a word, a mistake in it, and the head of a longer one.
    let plural = archive.ask("weekendmeldingen", None).total;
    assert!(plural > 0);
    assert_eq!(archive.ask("weekendmelding", None).total, plural);
    let typo = archive.ask("weekendmeldnigen", None);
    assert_eq!((typo.total, typo.corrected.len()), (plural, 1));
    assert!(archive.ask("weekendmeld", None).total >= plural);
    // The newest of all, whatever else falls on the day of the last of them.
    let newest = |rows: usize| {
        let index = archive.index();
        let day = "2026-12-10".parse().unwrap();
        let (answer, _) = index.rows(&Filter::default(), &archive.folders(), day, rows, Sorting::Newest).unwrap();
        answer.found.into_iter().map(|one| (one.date, one.code)).collect::<Vec<_>>()
    };
    let all = newest(100_000);
    for rows in [1, 7, 100, all.len(), all.len() + 1] {
        assert_eq!(newest(rows), all[..rows.min(all.len())], "{rows}");
    }
    assert_eq!(archive.ask("financien", None).total, archive.ask("financiën", None).total);
}

#[test]
fn the_command_line_gives_the_same_answers() {
    let archive = Archive::of(24, 12);
    let output = archive.cli(&["search", "weekendmelding", "--json", "--limit", "3"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let typed = Filter::parse("weekendmelding", filter_names()).unwrap().typing();
    let day = "2026-12-10".parse().unwrap();
    let on_screen = archive.index().ask(&typed, &archive.folders(), day, 3, Sorting::Best).unwrap();
    assert_eq!(json["total"], on_screen.total);
    let codes = |json: &serde_json::Value| {
        json["results"].as_array().unwrap().iter().map(|row| row["id"].to_string()).collect::<Vec<_>>()
    };
    assert_eq!(codes(&json), on_screen.found.iter().map(|row| format!("{:?}", row.code)).collect::<Vec<_>>());
    assert_eq!(json["results"].as_array().unwrap().len(), 3);
    let text = String::from_utf8(archive.cli(&["search", "weekendmelding"]).stdout).unwrap();
    assert!(text.to_lowercase().contains("[weekendmeldingen]"), "{text}");
    let register = String::from_utf8(archive.cli(&["register", "acties", "is:open"]).stdout).unwrap();
    assert!(register.contains("acties: "), "{register}");
    let nothing = archive.cli(&["search", "xyzzyx"]);
    assert_eq!(
        (nothing.status.code(), String::from_utf8(nothing.stdout).unwrap().trim()),
        (Some(1), "Niets gevonden.")
    );
    // Folders side by side are asked together, and each alone.
    let dirs: Vec<String> = archive.folders().iter().map(|folder| folder.display().to_string()).collect();
    let total = |dirs: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_stuurgroep"));
        command.env_clear().env("XDG_CACHE_HOME", archive.cache.path()).args(["search", "weekendmelding", "--json"]);
        let output = command.args(dirs.iter().flat_map(|dir| ["--dir", dir])).output().unwrap();
        serde_json::from_slice::<serde_json::Value>(&output.stdout).unwrap()["total"].as_u64().unwrap()
    };
    assert_eq!(total(&[&dirs[0]]) + total(&[&dirs[1]]), total(&[&dirs[0], &dirs[1]]));
    assert_eq!(total(&[&dirs[1], &dirs[0]]), json["total"].as_u64().unwrap());
    let wrong = archive.cli(&["register", "vlaggen"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("is geen register. Kies uit: decisions"));
    assert_eq!(archive.cli(&["search", "is:wat"]).status.code(), Some(2));
}
