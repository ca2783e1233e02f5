//! Help on what is on the screen, from the declarations of the commands: the keys that matter most, every key by its group,
//! what signs and codes mean, and the factor that is worked on.

use super::{Group, active};
use crate::app::App;
use crate::app::draw::first_keys;
use crate::desk::Desk;
use crate::desk::layers::{Entry, Help, Layer, Section};
use crate::model::agenda::Room;
use crate::model::decision::PositionCode;
use crate::model::governance::Level;
use crate::widgets::Role;
use crate::widgets::theme::Sign;

/// Keys that matter most, at most.
const FIRST: usize = 3;

/// Help over whatever is on the screen.
pub fn help(app: &mut App) {
    let desk = &app.desk;
    let keys = match app.top_cover() {
        Some(cover) => {
            let keys = cover.hints().iter().map(|(key, name)| Entry::Keys((*key).to_owned(), desk.t(name), true));
            vec![Section { heading: desk.t("help-here"), entries: keys.collect() }]
        }
        None => active(app).iter().map(|group| keys(app, group)).collect(),
    };
    let room = desk.meeting.as_ref().filter(|_| app.top_cover().is_none()).map(|meeting| meeting.room());
    let [signs, codes, arrow] = meanings(desk);
    let mut meaning = vec![signs];
    // The factor that is worked on before the codes; all eight after them.
    let told = factors(desk, room);
    let (one, all) = if told.len() == 1 { (told, Vec::new()) } else { (Vec::new(), told) };
    meaning.extend(one.into_iter().chain([codes, arrow]).chain(all));
    meaning.push(Section { heading: desk.t("help-good-to-know"), entries: vec![Entry::Text(desk.t("help-text"))] });
    let title =
        place(app).map_or_else(|| desk.t("help-title"), |place| desk.with("help-for", &[("place", place.into())]));
    let first = first_keys(app).into_iter().take(FIRST).collect();
    let lead = desk.t("help-first");
    app.desk.layers.push(Layer::Help(Help { title, lead, first, keys, meaning, scroll: 0 }));
}

/// Where the secretary is: the number and the name of the item.
fn place(app: &App) -> Option<String> {
    let meeting = app.desk.meeting.as_ref().filter(|_| app.top_cover().is_none())?;
    Some(match meeting.item() {
        Some(item) => format!("{} {}", item.no, item.title),
        None => app.desk.texts.term(meeting.room()),
    })
}

/// The keys of a group; what can't be done now is less bright.
fn keys(app: &App, group: &Group) -> Section {
    let commands = group.commands();
    let mut entries: Vec<Entry> = commands
        .iter()
        .filter(|command| !command.keys.is_empty())
        .map(|command| {
            let keys: Vec<String> = command.keys.iter().map(|key| key.label()).collect();
            Entry::Keys(keys.join(" "), app.desk.t(command.name), command.is_of_use(app))
        })
        .collect();
    if group.heading == "group-moving" {
        entries.push(Entry::Keys("0-9".to_owned(), app.desk.t("help-digits"), true));
        entries.push(Entry::Keys("Esc".to_owned(), app.desk.t("help-esc"), true));
    }
    Section { heading: app.desk.t(group.heading), entries }
}

/// What signs and codes mean.
fn meanings(desk: &Desk) -> [Section; 3] {
    let sign = |sign, role, [word, means]: [&str; 2]| Entry::Sign(sign, role, desk.t(word), desk.t(means));
    let signs = vec![
        sign(Sign::Red, Role::Red, ["rag-red", "means-red"]),
        sign(Sign::Amber, Role::Amber, ["rag-amber", "means-amber"]),
        sign(Sign::Green, Role::Green, ["rag-green", "means-green"]),
        Entry::Sign(Sign::Todo, Role::Plain, String::new(), desk.t("means-nothing")),
        Entry::Sign(Sign::Done, Role::Green, String::new(), desk.t("means-done")),
        Entry::Sign(Sign::Running, Role::Accent, String::new(), desk.t("means-running")),
        Entry::Sign(Sign::Question, Role::Accent, String::new(), desk.t("means-question")),
    ];
    let codes = PositionCode::ALL.map(|code| Entry::Keys(code.letter().to_string(), desk.texts.term(code), true));
    let letter = |level| match level {
        Level::Operational => "means-operational",
        Level::Tactical => "means-tactical",
        Level::Strategic => "means-strategic",
    };
    let levels = [Level::Operational, Level::Tactical, Level::Strategic]
        .map(|level| Entry::Keys(desk.t(letter(level)), desk.texts.term(level), true));
    let arrow = vec![
        Entry::Sign(Sign::Effort, Role::Plain, String::new(), desk.t("means-effort")),
        Entry::Sign(Sign::Gains, Role::Green, String::new(), desk.t("means-gains")),
        Entry::Sign(Sign::Loses, Role::Amber, String::new(), desk.t("means-loses")),
        Entry::Sign(Sign::Seen, Role::Seen, String::new(), desk.t("means-seen")),
        Entry::Text(desk.t("means-arrow")),
    ];
    [
        Section { heading: desk.t("help-meaning"), entries: signs },
        Section { heading: desk.t("help-codes"), entries: codes.into_iter().chain(levels).collect() },
        Section { heading: desk.t("help-arrow"), entries: arrow },
    ]
}

/// The factor of a room in two sentences; all eight where none is worked on.
fn factors(desk: &Desk, room: Option<Room>) -> Vec<Section> {
    let one = room.filter(|room| room.factor().is_some());
    let all = (1..=8).map(Room::of_factor).filter(|of| one.is_none_or(|room| room == *of));
    let found = all.filter_map(|room| {
        let number = room.factor()?;
        let name = desk.t(crate::app::home::factor_name(room));
        let heading = desk.with("help-factor", &[("number", number.into()), ("name", name.into())]);
        Some(Section { heading, entries: vec![Entry::Text(desk.t(told(room)?))] })
    });
    found.collect()
}

/// The two sentences.
fn told(room: Room) -> Option<&'static str> {
    match room {
        Room::Ambition => Some("factor-told-ambition"),
        Room::Kpis => Some("factor-told-measurable"),
        Room::Governance => Some("factor-told-governance"),
        Room::Balance => Some("factor-told-all-for-one"),
        Room::Relation => Some("factor-told-relation"),
        Room::Successes => Some("factor-told-successes"),
        Room::Differences => Some("factor-told-difference"),
        Room::Identity => Some("factor-told-identity"),
        Room::Opening | Room::Agenda | Room::Report | Room::Actions | Room::Closing | Room::Free => None,
    }
}
