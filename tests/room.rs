//! What a room sees: every screen at two sizes in both languages, and that nothing is on it that the room may not see.

use crate::stage::{Stage, lay_out_kompas, moment};
use crate::terminal::Terminal;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::Duration;
use stuurgroep::model::agenda::Room;
use stuurgroep::model::balance::EstimateRow;
use stuurgroep::model::change::{
    AgendaEdit, BalanceEdit, Change, DecisionEdit, MeetingEdit, RelationEdit, StoryEdit, apply,
};
use stuurgroep::model::decision::{Position, PositionCode};
use stuurgroep::model::on_table::{About, OnTable, Pause, Written};
use stuurgroep::model::relation::TemperatureRow;
use stuurgroep::model::session::PulseRow;
use stuurgroep::model::story::StoryStatus;
use stuurgroep::model::{PartnerCode, RecordId, RecordKind, Session};
use stuurgroep::room::shown::{RoomSession, Says, Shown};
use stuurgroep::room::{Idle, Moment, draw, idle, of};
use stuurgroep::text::{Lang, Texts};
use stuurgroep::widgets::palette::DARK;
use stuurgroep::widgets::{Colours, Theme};

const SIZES: [(u16, u16); 2] = [(80, 24), (140, 45)];
const LANGS: [(Lang, &str); 2] = [(Lang::Nl, "nl"), (Lang::En, "en")];

/// On the table: a room of the agenda, and nothing selected.
fn table(session: &Session, room: Room) -> OnTable {
    let item = session.agenda.items.iter().find(|item| item.room == room).map(|item| item.no.clone());
    let (about, written, pause) = (None, None, None);
    OnTable { session: session.number, item, room, about, written, gives_row: false, pulse: false, pause }
}

fn looked_at() -> Moment {
    Moment { now: moment(), running: 75 }
}

fn carried_out(session: &Session, change: Change) -> Session {
    apply(session, &change, moment()).unwrap_or_else(|refusal| panic!("{refusal}: {change:?}")).session
}

/// The screen of a room as text.
fn screen(room: &RoomSession, lang: Lang, theme: Theme, (columns, rows): (u16, u16)) -> String {
    let area = Rect::new(0, 0, columns, rows);
    let mut buf = Buffer::empty(area);
    draw(room, &Texts::new(lang), theme, area, &mut buf);
    text(&buf)
}

fn text(buf: &Buffer) -> String {
    let line = |y| (0..buf.area.width).map(|x| buf[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
    (0..buf.area.height).map(line).collect::<Vec<_>>().join("\n")
}

/// The partners of Kompas.
fn codes(session: &Session) -> Vec<PartnerCode> {
    session.codes().cloned().collect()
}

/// A row in which each partner gets a score of its own.
fn scores(session: &Session, from: u8) -> Vec<Option<u8>> {
    (0..codes(session).len()).map(|place| Some(1 + (from + u8::try_from(place).unwrap() * 2) % 10)).collect()
}

fn estimate(session: &Session, by: &PartnerCode, from: u8) -> Change {
    Change::Balance(BalanceEdit::Row(EstimateRow {
        by: by.clone(),
        scores: scores(session, from),
        effort: Some(1 + from % 10),
    }))
}

fn warmth(session: &Session, by: &PartnerCode, from: u8) -> Change {
    let place = codes(session).iter().position(|code| code == by).unwrap();
    let mut scores = scores(session, from);
    scores[place] = None;
    Change::Relation(RelationEdit::Temperature(TemperatureRow { by: by.clone(), scores }))
}

fn pulse(by: &PartnerCode, from: u8) -> Change {
    let scores = (0..8).map(|place| Some(1 + (from + place) % 5)).collect();
    Change::Relation(RelationEdit::Pulse(PulseRow { by: by.clone(), scores }))
}

/// Words that stand where no room may see them.
const PLANTED: [&str; 5] = ["waterlinie", "zegelwoord", "notitiewoord", "conceptwoord", "terloops"];

/// Kompas in session 4 while it is held, with secrets in every place that has some: a decision with sealed positions, a note, a
/// draft of a story. In every round all but the last partner are in; what they gave depends on `score`.
fn played(score: u8, position: PositionCode) -> (Session, RecordId) {
    let stage = Stage::kompas(Lang::Nl, 4);
    let mut session = carried_out(stage.session(), Change::Meeting(MeetingEdit::AllMembers));
    let record = |kind, text: &str| Change::Record { kind, item: Some("9a".into()), text: text.to_owned() };
    session = carried_out(&session, record(RecordKind::Decision, "Proef met weekenddienst"));
    let id = session.decisions.last().unwrap().id.clone();
    session = carried_out(&session, record(RecordKind::Action, "Rooster maken"));
    session = carried_out(&session, record(RecordKind::Note, "notitiewoord"));
    session = carried_out(&session, record(RecordKind::Difference, "terloops"));
    session = carried_out(&session, record(RecordKind::Story, "conceptwoord"));
    let all = codes(&session);
    for (place, by) in all[..all.len() - 1].iter().enumerate() {
        let from = score + u8::try_from(place).unwrap();
        let reason = format!("{} {score}", PLANTED[0]);
        let given = Position { partner: by.clone(), code: position, reason, written_on: None };
        for change in [
            estimate(&session, by, from),
            warmth(&session, by, from),
            pulse(by, from),
            Change::Decision(id.clone(), DecisionEdit::Seal(given)),
        ] {
            session = carried_out(&session, change);
        }
    }
    (session, id)
}

/// Everything that can be on the table of a session.
fn tables(session: &Session) -> Vec<OnTable> {
    let mut found = Vec::new();
    let about = |record: &RecordId| Some(About::Record(record.clone()));
    let records = session
        .decisions
        .iter()
        .map(|found| &found.id)
        .chain(session.actions.iter().map(|found| &found.id))
        .chain(session.notes.iter().map(|found| &found.id))
        .chain(session.differences.iter().map(|found| &found.id))
        .chain(session.escalations.iter().map(|found| &found.id))
        .chain(session.successes.stories.iter().map(|found| &found.id));
    let records: Vec<Option<About>> = records.map(about).collect();
    let kpis = session.kpis.iter().map(|kpi| Some(About::Kpi(kpi.id.clone())));
    let abouts: Vec<Option<About>> = records.into_iter().chain(kpis).chain([None]).collect();
    for room in Room::ALL {
        for about in &abouts {
            found.push(OnTable { about: about.clone(), ..table(session, room) });
        }
        for (gives_row, pulse) in [(true, false), (false, true), (true, true)] {
            found.push(OnTable { gives_row, pulse, ..table(session, room) });
        }
    }
    for item in &session.agenda.items {
        found.push(OnTable { item: Some(item.no.clone()), ..table(session, item.room) });
    }
    let words =
        Written { kind: RecordKind::Decision, about: None, text: "JR neemt aan twee overleggen min".to_owned() };
    found.push(OnTable { written: Some(words), ..table(session, Room::Free) });
    let pause =
        Pause { from: moment() - chrono::TimeDelta::minutes(2), until: moment() + chrono::TimeDelta::minutes(8) };
    found.push(OnTable { pause: Some(pause), ..table(session, Room::Kpis) });
    found
}

/// The states that a meeting goes through: nothing revealed, positions revealed, rounds revealed.
fn states(score: u8, position: PositionCode) -> Vec<Session> {
    let (filled, id) = played(score, position);
    let mut revealed = filled.clone();
    let last = codes(&filled).pop().unwrap();
    let given = Position { partner: last, code: PositionCode::Agree, reason: String::new(), written_on: None };
    for change in [
        Change::Decision(id.clone(), DecisionEdit::Seal(given)),
        Change::Decision(id, DecisionEdit::Reveal),
        Change::Balance(BalanceEdit::Reveal),
        Change::Relation(RelationEdit::RevealTemperature),
        Change::Relation(RelationEdit::RevealPulse),
    ] {
        revealed = carried_out(&revealed, change);
    }
    vec![filled, revealed]
}

#[test]
fn what_was_given_in_silence_and_what_is_not_for_a_room_is_on_none_of_its_screens() {
    for (place, session) in states(1, PositionCode::Objection).into_iter().enumerate() {
        for table in tables(&session) {
            let room = of(&session, &table, looked_at());
            let whole = format!("{room:?}");
            let drawn = screen(&room, Lang::Nl, Theme::ASCII, (200, 60));
            // After the reveal a reason is word for word on the table.
            for secret in &PLANTED[usize::from(place > 0)..] {
                assert!(!whole.contains(secret) && !drawn.contains(secret), "{secret} with {table:?}\n{drawn}");
            }
        }
    }
}

#[test]
fn two_meetings_that_differ_in_hidden_scores_only_look_the_same_to_a_room() {
    let (one, _) = played(1, PositionCode::Agree);
    let (other, _) = played(6, PositionCode::Against);
    assert_ne!(one, other);
    for table in tables(&one) {
        let [one, other] = [&one, &other].map(|session| of(session, &table, looked_at()));
        assert_eq!(one, other, "{table:?}");
    }
}

#[test]
fn who_gave_a_tie_or_an_estimate_is_not_to_be_seen_after_the_reveal_either() {
    let start = carried_out(Stage::kompas(Lang::Nl, 4).session(), Change::Meeting(MeetingEdit::AllMembers));
    let all = codes(&start);
    // The same scores, given by others: each partner gives what the next one gave.
    let held = |shift: usize| {
        let mut session = start.clone();
        for (place, by) in all.iter().enumerate() {
            let from = (place + shift) % all.len();
            let score =
                |about: usize| if about == place { None } else { Some(u8::try_from(1 + (from + about) % 5).unwrap()) };
            let row = TemperatureRow { by: by.clone(), scores: (0..all.len()).map(score).collect() };
            session = carried_out(&session, Change::Relation(RelationEdit::Temperature(row)));
        }
        session
    };
    let mean = |session: &Session| session.own_temperature().unwrap().mean();
    let (one, other) = (held(0), held(5));
    assert_eq!((mean(&one), one.own_temperature() == other.own_temperature()), (mean(&other), false));
    let table = table(&one, Room::Relation);
    assert_eq!(of(&one, &table, looked_at()), of(&other, &table, looked_at()));
    // And of a benefit round the others are a median.
    let gives = |by: &PartnerCode, others: u8| {
        let own = all.iter().position(|code| code == by).unwrap();
        let score = |about: usize| Some(if about == own { 5 } else { others });
        let row = EstimateRow { by: by.clone(), scores: (0..all.len()).map(score).collect(), effort: Some(4) };
        Change::Balance(BalanceEdit::Row(row))
    };
    let held = |first: u8, second: u8| {
        let mut session = start.clone();
        for (place, by) in all.iter().enumerate() {
            let others = match place {
                0 => first,
                1 => second,
                _ => 6,
            };
            session = carried_out(&session, gives(by, others));
        }
        carried_out(&session, Change::Balance(BalanceEdit::Reveal))
    };
    let (one, other) = (held(3, 9), held(9, 3));
    assert_ne!(one.benefit_rounds, other.benefit_rounds);
    let table = self::table(&one, Room::Balance);
    assert_eq!(of(&one, &table, looked_at()), of(&other, &table, looked_at()));
}

#[test]
fn only_a_story_that_was_released_is_told() {
    let stage = Stage::kompas(Lang::Nl, 4);
    let session = stage.session();
    for story in &session.successes.stories {
        let about = Some(About::Record(story.id.clone()));
        let room = of(session, &OnTable { about, ..table(session, Room::Successes) }, looked_at());
        let is_told = matches!(&room.shown, Shown::Story(found) if found.title == story.title);
        assert_eq!(is_told, story.status == StoryStatus::Released, "{}", story.id);
        let told = format!("{room:?}");
        assert!(is_told || !told.contains(&story.title), "{told}");
    }
    // One that is taken back to be changed is not told any more.
    let released = session.successes.stories.iter().find(|story| story.status == StoryStatus::Released).unwrap();
    let about = Some(About::Record(released.id.clone()));
    let withdrawn = carried_out(session, Change::Story(released.id.clone(), StoryEdit::Result("Anders".to_owned())));
    let room = of(&withdrawn, &OnTable { about, ..table(session, Room::Successes) }, looked_at());
    assert!(!matches!(room.shown, Shown::Story(_)));
}

#[test]
fn a_round_says_who_is_in_and_no_figure_of_an_earlier_one_stands_beside_it() {
    let (session, id) = played(1, PositionCode::Agree);
    let room = of(&session, &table(&session, Room::Balance), looked_at());
    let Shown::Round(round) = &room.shown else { panic!("{room:?}") };
    assert_eq!(round.seats.iter().filter(|seat| seat.is_in).count(), 6);
    let shown = screen(&room, Lang::Nl, Theme::ASCII, (80, 24));
    assert!(shown.contains("6 van 7") && shown.contains("Alle cijfers blijven dicht"), "{shown}");
    // Before the first row is in there is only the old one to be seen; while it is given that is gone.
    let fresh = Stage::kompas(Lang::Nl, 4);
    let before = of(fresh.session(), &table(fresh.session(), Room::Balance), looked_at());
    assert!(matches!(before.shown, Shown::Reveal(_)), "{before:?}");
    let gives = OnTable { gives_row: true, ..table(fresh.session(), Room::Balance) };
    assert!(matches!(of(fresh.session(), &gives, looked_at()).shown, Shown::Round(_)));
    let about = Some(About::Record(id));
    let room = of(&session, &OnTable { about, ..table(&session, Room::Free) }, looked_at());
    let Shown::Decision(decision) = &room.shown else { panic!("{room:?}") };
    assert!(decision.stands.iter().all(|stand| stand.says != Says::Position(PositionCode::Agree)));
}

/// A name for each of the screens, and what is on the table on it.
fn looks(lang: Lang) -> Vec<(&'static str, RoomSession)> {
    let (filled, id) = played(3, PositionCode::Agree);
    let revealed = &states(3, PositionCode::Agree)[1];
    let stage = Stage::kompas(lang, 4);
    let kompas = stage.session();
    let of_record = |id: &RecordId| Some(About::Record(id.clone()));
    let mut decided = revealed.clone();
    for (partner, code, reason) in [
        ("POL", PositionCode::Objection, "De casus komen dan bij de noodhulp."),
        ("RB", PositionCode::Reserved, "Plaatsvervanger zonder mandaat."),
        ("GEM", PositionCode::AgreeWithNote, "Zonder extra geld uit de gemeente."),
    ] {
        let position = Position { partner: partner.into(), code, reason: reason.to_owned(), written_on: None };
        decided = carried_out(&decided, Change::Decision(id.clone(), DecisionEdit::Position(position)));
    }
    let item = |no: &str| Some(no.into());
    let words =
        Written { kind: RecordKind::Decision, about: None, text: "JR neemt vanaf 1 februari aan tw".to_owned() };
    let pause =
        Pause { from: moment() - chrono::TimeDelta::minutes(2), until: moment() + chrono::TimeDelta::seconds(522) };
    let kpi = Some(About::Kpi("K1".into()));
    let story = of_record(&kompas.successes.stories[0].id);
    let on = |session: &Session, table: OnTable| of(session, &table, looked_at());
    vec![
        ("kpi", on(kompas, OnTable { about: kpi, ..table(kompas, Room::Kpis) })),
        ("decision", on(&decided, OnTable { about: of_record(&id), item: item("9a"), ..table(&decided, Room::Free) })),
        ("silent", on(&filled, OnTable { about: of_record(&id), item: item("9a"), ..table(&filled, Room::Free) })),
        ("written", on(kompas, OnTable { written: Some(words), item: item("9a"), ..table(kompas, Room::Free) })),
        ("round", on(&filled, table(&filled, Room::Balance))),
        ("reveal", on(kompas, table(kompas, Room::Balance))),
        ("story", on(kompas, OnTable { about: story, ..table(kompas, Room::Successes) })),
        ("ambition", on(kompas, table(kompas, Room::Ambition))),
        ("pulse", on(kompas, OnTable { pulse: true, ..table(kompas, Room::Opening) })),
        ("temperature", on(kompas, table(kompas, Room::Relation))),
        ("break", on(kompas, OnTable { pause: Some(pause), ..table(kompas, Room::Kpis) })),
        ("closing", on(&decided, OnTable { about: of_record(&id), ..table(&decided, Room::Closing) })),
        ("item", on(kompas, OnTable { item: item("8"), ..table(kompas, Room::Differences) })),
    ]
}

#[test]
fn every_screen_of_a_room() {
    for (lang, tag) in LANGS {
        for (name, room) in looks(lang) {
            for size in SIZES {
                let shown = screen(&room, lang, Theme::PLAIN, size);
                insta::assert_snapshot!(format!("room-{name}-{tag}-{}", size.0), shown);
            }
        }
    }
}

#[test]
fn a_second_screen_says_why_there_is_nothing_to_follow() {
    for (lang, tag) in LANGS {
        let texts = Texts::new(lang);
        let planned = Idle::Planned("Kompas".to_owned(), 5, moment().date());
        let mut all = String::new();
        for why in [
            Idle::Nothing,
            planned,
            Idle::Held("Kompas".to_owned(), 4),
            Idle::Left(moment()),
            Idle::Ended,
            Idle::Unread("regel 4".to_owned()),
        ] {
            let area = Rect::new(0, 0, 80, 24);
            let mut buf = Buffer::empty(area);
            idle(&why, &texts, Theme::PLAIN, area, &mut buf);
            all.push_str(&format!("{}\n", text(&buf)));
            let mut buf = Buffer::empty(area);
            idle(&why, &texts, Theme::ASCII, area, &mut buf);
            assert!(text(&buf).is_ascii());
        }
        insta::assert_snapshot!(format!("room-idle-{tag}"), all);
    }
}

#[test]
fn where_only_ascii_may_be_shown_there_is_nothing_else() {
    for (name, room) in looks(Lang::Nl) {
        for size in SIZES {
            let shown = screen(&room, Lang::Nl, Theme::ASCII, size);
            assert!(shown.is_ascii(), "{name}\n{shown}");
        }
    }
}

#[test]
fn the_question_is_always_in_the_last_rows_and_nothing_leaves_a_screen_of_any_size() {
    let themes = [Theme::FULL, Theme::PLAIN, Theme::ASCII, Theme { colours: Colours::Light, ascii: false }];
    for (name, room) in looks(Lang::Nl) {
        for columns in (60..=240).step_by(9) {
            for rows in (16..=70).step_by(5) {
                let theme = themes[usize::from(columns + rows) % themes.len()];
                screen(&room, Lang::Nl, theme, (columns, rows));
            }
        }
        for (columns, rows) in [(60, 16), (80, 24), (119, 40)] {
            let shown = screen(&room, Lang::Nl, Theme::ASCII, (columns, rows));
            let last: Vec<&str> = shown.lines().skip(usize::from(rows) - 2).collect();
            assert!(last[0].trim_start().starts_with("->"), "{name} at {columns}\n{shown}");
        }
    }
    // Nor do they for a chain of fifteen, or words without an end.
    let (mut session, _) = played(2, PositionCode::Against);
    let long = "ketensamenwerkingsovereenkomst ".repeat(40);
    session = carried_out(&session, Change::Record { kind: RecordKind::Decision, item: None, text: long });
    for table in tables(&session) {
        for size in [(60, 16), (60, 70), (240, 16), (140, 45)] {
            screen(&of(&session, &table, looked_at()), Lang::En, Theme::FULL, size);
        }
    }
}

#[test]
fn f5_shows_the_room_and_leaves_it_and_a_break_is_asked_for_in_minutes() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.keys("*7");
    let before = stage.screen(80, 24);
    let room = stage.keys("<F5>").screen(80, 24);
    assert!(room.contains("Wat gaan we anders doen") && !room.contains("LIVE"), "{room}");
    // Nothing that is pressed there does anything else.
    stage.keys("dx/:?");
    assert_eq!(stage.screen(80, 24), room);
    for leave in ["<F5>", "<F5><Esc>", "<F5>q"] {
        assert_eq!(stage.keys(leave).screen(80, 24), before, "{leave}");
        stage.keys("<F5>").keys("<F5>");
    }
    let revision = stage.session().clone();
    stage.keys("B12x<Enter>");
    assert!(stage.screen(80, 24).contains("van 1 tot 120"), "{}", stage.screen(80, 24));
    stage.keys("<Bs><Enter>").app.grant();
    let pause = stage.screen(80, 24);
    assert!(pause.contains("Pauze") && pause.contains("Verder om 14.12"), "{pause}");
    assert_eq!(*stage.session(), revision, "nothing of it is on record");
    assert!(stage.keys("<Esc>").screen(80, 24).contains("pauze tot 14.12"), "{}", stage.screen(80, 24));
    stage.keys("B");
    assert!(stage.screen(80, 24).contains("De pauze is voorbij"), "{}", stage.screen(80, 24));
    // The next item ends it too.
    stage.keys("B<Enter>").app.grant();
    stage.keys("<Esc>t<F5>");
    assert!(!stage.screen(80, 24).contains("Pauze"));
}

#[test]
fn the_clock_is_grey_and_a_red_chip_when_it_is_over() {
    let stage = Stage::kompas(Lang::Nl, 4);
    let session = carried_out(stage.session(), Change::Agenda(AgendaEdit::TakeUp("4".into())));
    let ground = |running, size: (u16, u16)| {
        let room = of(&session, &table(&session, Room::Kpis), Moment { now: moment(), running });
        let area = Rect::new(0, 0, size.0, size.1);
        let mut buf = Buffer::empty(area);
        draw(&room, &Texts::new(Lang::Nl), Theme::FULL, area, &mut buf);
        let cell = &buf[(size.0 - 4, 1)];
        (cell.bg, screen(&room, Lang::Nl, Theme::ASCII, size))
    };
    for size in SIZES.into_iter().chain([(60, 16)]) {
        let (within, shown) = ground(75, size);
        assert!(shown.contains("3:45") && shown.contains("van 5"), "{shown}");
        let (over, shown) = ground(6 * 60, size);
        assert!(shown.contains("+1:00"), "{shown}");
        assert_eq!((within, over), (DARK.ground, DARK.red), "{size:?}");
    }
}

#[test]
fn the_pulse_is_on_the_table_until_the_secretary_goes_on() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    let shown = stage.keys("W<Esc><F5>").screen(140, 30);
    assert!(shown.contains("waar merken we dat?"), "{shown}");
    let shown = stage.keys("<F5>7<F5>").screen(140, 30);
    assert!(!shown.contains("waar merken we dat?"), "{shown}");
}

/// A meeting in one terminal, and who follows it in another, both with one home.
struct Both {
    folder: tempfile::TempDir,
    first: Terminal,
    second: Terminal,
}

fn start(folder: &Path, args: &[&str]) -> Terminal {
    let dir = folder.join("kompas");
    let args = [args, &["--lang", "nl", "--ascii", "--today", "2026-12-10", "--dir", dir.to_str().unwrap()]].concat();
    Terminal::start(Path::new(env!("CARGO_BIN_EXE_stuurgroep")), &args, (80, 24), &folder.join("home"))
}

impl Both {
    fn begin() -> Self {
        let folder = tempfile::tempdir().unwrap();
        lay_out_kompas(&folder.path().join("kompas"));
        fs::create_dir(folder.path().join("home")).unwrap();
        let mut second = start(folder.path(), &["follow"]);
        second.wait_for("Er wordt nu niets behandeld");
        let mut first = start(folder.path(), &["meet", "4"]);
        first.wait_for("LIVE");
        Self { folder, first, second }
    }
}

#[test]
fn who_follows_sees_what_is_on_the_table_and_hears_when_the_first_is_left() {
    let Both { folder, mut first, mut second } = Both::begin();
    second.wait_for("Opening, presentie, mandaat");
    first.keys("7");
    second.wait_for("Wat gaan we anders doen");
    first.keys("<Down>");
    second.wait_until("the next KPI", |screen| screen.contains("K2") || screen.contains("K3"));
    // The words of a decision are for everybody from the first letter on; those of a note are for nobody.
    first.keys("9dJR neemt aan twee overleg");
    second.wait_for("JR neemt aan twee overleg");
    first.keys("<Esc>");
    second.wait_until("the item again", |screen| !screen.contains("JR neemt aan twee overleg"));
    first.keys("nNiet voor de zaal");
    first.keys("<Enter>B<Enter>");
    second.wait_for("Pauze");
    assert!(!String::from_utf8_lossy(&second.output()).contains("Niet voor de zaal"));
    first.keys("<Esc>8");
    second.wait_for("Pauze");
    // Reading is enough: nothing in the folder of the chain is to be written by who follows.
    let before: Vec<_> =
        fs::read_dir(folder.path().join("kompas")).unwrap().map(|entry| entry.unwrap().path()).collect();
    first.keys("<C-q>");
    assert_eq!(first.wait_exit(), 0);
    let left = second.wait_for("is gestopt om");
    assert!(!left.contains("Pauze"), "{left}");
    let after = fs::read_dir(folder.path().join("kompas")).unwrap().count();
    assert!(after <= before.len(), "who follows leaves nothing there");
    second.keys("q");
    assert_eq!(second.wait_exit(), 0);
}

#[test]
fn who_follows_notices_a_program_that_was_killed_and_goes_on_with_the_next() {
    let Both { folder, mut first, mut second } = Both::begin();
    second.wait_for("Opening, presentie, mandaat");
    first.signal("KILL");
    // Until somebody asked how it ended it is still there to the system.
    first.wait_exit();
    second.wait_for("gestopt zonder dat te zeggen");
    let mut again = start(folder.path(), &["meet", "4"]);
    again.wait_for("LIVE");
    second.wait_for("Opening, presentie, mandaat");
    again.keys("q");
    second.wait_for("Er wordt nu niets behandeld");
    again.keys("<C-q>");
    assert_eq!(again.wait_exit(), 0);
}

#[test]
fn following_takes_no_lock_and_needs_no_right_to_write() {
    let folder = tempfile::tempdir().unwrap();
    let kompas = folder.path().join("kompas");
    lay_out_kompas(&kompas);
    fs::create_dir(folder.path().join("home")).unwrap();
    for path in [kompas.join("sessions"), kompas.clone()] {
        fs::set_permissions(path, fs::Permissions::from_mode(0o555)).unwrap();
    }
    let mut second = start(folder.path(), &["follow"]);
    second.wait_for("Er wordt nu niets behandeld");
    std::thread::sleep(Duration::from_millis(300));
    let names = |path: &Path| fs::read_dir(path).unwrap().count();
    assert_eq!((names(&kompas), names(&kompas.join("sessions"))), (2, 4), "nothing is made there");
    second.keys("<Esc>");
    assert_eq!(second.wait_exit(), 0);
    for path in [kompas.clone(), kompas.join("sessions")] {
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    }
}
