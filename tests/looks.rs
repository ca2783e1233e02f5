//! What a room should see, counted: what is cut says so, the warning colour stays rare, a wide screen is filled, the header
//! never loses state, time and saving, and one row is selected.

use crate::stage::{Stage, lay_out_kompas};
use crate::terminal::Terminal;
use crossterm::event::{Event, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Color;
use std::path::Path;
use stuurgroep::app::Incoming;
use stuurgroep::app::cover::Cover;
use stuurgroep::desk::meeting::Tab;
use stuurgroep::model::agenda::Room;
use stuurgroep::model::history::trends::Topic;
use stuurgroep::text::Lang;
use stuurgroep::widgets::Theme;
use stuurgroep::widgets::palette::{DARK, LIGHT};

fn at(room: Room, theme: Theme) -> Stage {
    let mut stage = Stage::kompas_in(Lang::Nl, 4, theme);
    let meeting = stage.app.desk.meeting.as_mut().unwrap();
    let item = meeting.session.agenda.items.iter().find(|item| item.room == room);
    meeting.tab = item.map_or(Tab::Room(room), |item| Tab::Item(item.no.clone()));
    stage
}

/// What has a sign or a ground of its own.
fn ink(buffer: &Buffer) -> Vec<&Cell> {
    let bare = [Color::Reset, DARK.ground];
    buffer.content().iter().filter(|cell| cell.symbol() != " " || !bare.contains(&cell.bg)).collect()
}

fn share(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

#[test]
fn warnings_are_rare_on_every_screen_at_rest() {
    for room in Room::ALL {
        for (size, most) in [((80, 24), 9.0), ((140, 45), 6.0), ((200, 60), 6.0)] {
            let mut stage = at(room, Theme::FULL);
            let buffer = stage.buffer(size.0, size.1);
            let all = ink(&buffer);
            let amber = all.iter().filter(|cell| cell.fg == DARK.amber || cell.bg == DARK.amber).count();
            let found = share(amber, all.len());
            assert!(found <= most, "{room:?} at {size:?}: {found:.1} % of the ink is amber");
        }
    }
}

#[test]
fn a_wide_screen_is_filled() {
    for room in [Room::Kpis, Room::Balance, Room::Governance] {
        let mut stage = at(room, Theme::PLAIN);
        let screen = stage.screen(200, 60);
        let filled = screen.lines().filter(|line| !line.trim().is_empty()).count();
        assert!(filled >= 50, "{room:?}: {filled} of 60 rows hold something\n{screen}");
    }
}

#[test]
fn the_forecast_is_on_the_screen_at_every_width_and_what_is_cut_says_so() {
    let names = ["Jeugdzaken met afdoeningsbeslissing binnen 120 dagen", "Adviezen tijdig (5 werkdagen voor zitting)"];
    for columns in 60..=240 {
        let mut stage = at(Room::Kpis, Theme::PLAIN);
        let screen = stage.screen(columns, 30);
        let asks = if columns < 68 { "▲" } else { "bijsturen" };
        for part in ["54,8 dit", "73,0 pad", "-18,2", "■ rood", asks] {
            assert!(screen.contains(part), "{part} at {columns}\n{screen}");
        }
        for name in names {
            let row = screen.lines().find(|line| line.contains(&name[..4])).unwrap();
            assert!(row.contains(name) || row.contains('…'), "{name} at {columns}\n{screen}");
        }
    }
}

#[test]
fn no_pane_and_no_layer_breaks_at_any_size() {
    for (columns, rows) in
        [(60, 16), (61, 17), (79, 24), (99, 30), (100, 24), (119, 40), (160, 45), (199, 50), (240, 70)]
    {
        for room in Room::ALL {
            let mut stage = at(room, Theme::FULL);
            for keys in ["", "<Enter>", "?", "<Esc>:", "<Esc><Esc>d"] {
                stage.keys(keys);
                let screen = stage.screen(columns, rows);
                assert!(screen.contains("LIVE"), "{room:?} {keys} at {columns}x{rows}\n{screen}");
            }
        }
    }
}

#[test]
fn the_header_keeps_state_time_and_saving_whatever_the_name() {
    let mut stage = Stage::kompas_in(Lang::Nl, 4, Theme::PLAIN);
    stage.keys("*t");
    stage.settle();
    let meeting = stage.app.desk.meeting.as_mut().unwrap();
    meeting.session.chain.name = "Ketensamenwerking Merwelanden".to_owned();
    for columns in 60..=240 {
        let screen = stage.screen(columns, 16);
        let header = screen.lines().next().unwrap();
        for part in ["Keten", " 4 ", "LIVE", "▶ 1", "05:00", "14.00", "16.00", "✓"] {
            assert!(header.contains(part), "{part} at {columns}: {header}");
        }
    }
    // The strip under it is the agenda: every item has its number there.
    let strip = stage.screen(80, 24).lines().nth(1).unwrap().to_owned();
    for number in ["▶1", "2", "3", "9a", "9b", "13"] {
        assert!(strip.contains(number), "{number}: {strip}");
    }
}

#[test]
fn one_row_is_selected_and_it_has_a_ground_of_its_own() {
    for (theme, selected) in [(Theme::FULL, DARK.selected), (Theme::FULL.on_ground(true), LIGHT.selected)] {
        for room in Room::ALL {
            let mut stage = at(room, theme);
            let buffer = stage.buffer(80, 24);
            let row = |y: u16| (2..22).contains(&y) && buffer[(0, y)].symbol() == "▌" && buffer[(0, y)].bg == selected;
            let targets = stage.app.desk.sheet().unwrap().targets().to_vec();
            if stage.app.desk.selected_of(&targets).is_none() {
                // What was done together is chosen and never presumed.
                continue;
            }
            let rows: Vec<u16> = (0..24).filter(|y| row(*y)).collect();
            let together = rows.windows(2).all(|pair| pair[1] == pair[0] + 1);
            assert!(!rows.is_empty() && together, "{room:?}: {rows:?}\n{}", stage.screen(80, 24));
        }
    }
}

/// Where the terminal keeps its sixteen colours every word is in its own one: signs, bars and lines have the others.
#[test]
fn of_sixteen_colours_no_word_has_one() {
    for light in [false, true] {
        let theme = Theme { colours: stuurgroep::widgets::Colours::Terminal { light }, ascii: false };
        for room in Room::ALL {
            let mut stage = at(room, theme);
            let buffer = stage.buffer(140, 45);
            let coloured = |cell: &&Cell| cell.fg != Color::Reset && cell.symbol().chars().all(char::is_alphanumeric);
            let own = stage.session().identity.colour.parse::<Color>().ok();
            let found: Vec<_> = ink(&buffer).into_iter().filter(coloured).filter(|cell| Some(cell.fg) != own).collect();
            assert!(found.is_empty(), "{room:?}: {found:?}");
        }
    }
}

/// Whatever it hangs on: a room without an item, a decision that is selected, a KPI.
#[test]
fn what_was_just_made_is_selected_and_in_view() {
    for room in Room::ALL {
        for keys in ["nzojuist gezegd<Enter>", "azojuist gezegd<Enter>", "ozojuist gezegd<Enter>"] {
            let mut stage = at(room, Theme::PLAIN);
            stage.keys("*").keys(keys);
            let made = stage.app.desk.message.clone().unwrap();
            let id = made.split_whitespace().next().unwrap().to_owned();
            let selected = stage.app.desk.selected_record().map(|id| id.to_string());
            assert_eq!(selected.as_deref(), Some(id.as_str()), "{room:?} {keys}: {made}");
            let screen = stage.screen(80, 24);
            let row = screen.lines().any(|line| line.starts_with('▌') && line.contains(&id));
            assert!(row, "{room:?} {keys}\n{screen}");
        }
    }
    let (mut stage, id) = Stage::with_a_proposal("GEM betaalt de ketenplanner");
    stage.keys("anog iets doen<Enter>");
    let screen = stage.screen(80, 24);
    let made = stage.session().actions.last().unwrap().clone();
    assert!(format!("{:?}", made.from).contains(id.as_str()), "{made:?}");
    assert!(screen.lines().any(|line| line.starts_with('▌') && line.contains(made.id.as_str())), "{screen}");
}

#[test]
fn a_break_is_in_the_header_and_in_the_expected_end() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    let header = |stage: &mut Stage| stage.screen(80, 24).lines().next().unwrap().to_owned();
    assert!(header(&mut stage).contains("14.00 → 16.00"), "{}", header(&mut stage));
    stage.keys("B30<Enter><Esc>");
    let shown = header(&mut stage);
    assert!(shown.contains("pauze tot 14.30") && shown.contains("→ 16.30"), "{shown}");
    stage.keys("B");
    assert!(header(&mut stage).contains("14.00 → 16.00"), "{}", header(&mut stage));
}

/// What is given in silence is kept nowhere before it is whole, so leaving says it first.
#[test]
fn a_row_that_is_half_given_is_not_dropped_without_a_word() {
    let mut stage = at(Room::Balance, Theme::PLAIN);
    stage.keys("*r123<C-c>");
    assert!(!stage.app.desk.leaving);
    assert!(stage.screen(80, 24).contains("nog niet compleet"), "{}", stage.screen(80, 24));
    stage.keys("<C-c>");
    assert!(stage.app.desk.leaving);
}

/// Of seven signals without a figure nobody says that it runs.
#[test]
fn what_nobody_measured_is_no_verdict() {
    let mut stage = Stage::new_chain(Lang::Nl);
    stage.keys("!");
    let screen = stage.screen(80, 24);
    assert!(screen.contains("nog geen cijfers") && !screen.contains("0 van 7"), "{screen}");
}

/// By the option, or once and for all: the mouse is the terminal's, to select text with.
#[test]
fn the_mouse_is_left_alone_where_that_is_asked() {
    let (home, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    lay_out_kompas(root.path());
    let program = Path::new(env!("CARGO_BIN_EXE_stuurgroep"));
    let dir = root.path().to_str().unwrap();
    let begin = ["meet", "4", "--lang", "en", "--dir", dir];
    for (more, environment, has) in [
        (&[][..], &[][..], true),
        (&["--no-mouse"], &[], false),
        (&[], &[("STUURGROEP_NO_MOUSE", "1")], false),
        (&[], &[("STUURGROEP_NO_MOUSE", "0")], true),
    ] {
        let args = [&begin[..], more].concat();
        let mut terminal = Terminal::start_from(program, &args, (80, 24), home.path(), home.path(), environment);
        terminal.wait_for("LIVE");
        assert_eq!(terminal.modes().contains(&"1000".to_owned()), has, "{more:?} {environment:?}");
        terminal.keys("<C-q>");
        assert_eq!(terminal.wait_exit(), 0);
    }
}

/// A click does what its key does; a click on the meeting to scale goes there.
#[test]
fn hints_and_the_strip_can_be_clicked() {
    let mut stage = Stage::kompas(Lang::En, 4);
    let click = |stage: &mut Stage, text: &str| {
        let screen = stage.screen(80, 24);
        let place = screen.lines().enumerate().find_map(|(y, line)| Some((line.find(text)?, line, y))).unwrap();
        let column = place.1[..place.0].chars().count();
        let mouse = MouseEvent {
            kind: MouseEventKind::Down(MouseButton::Left),
            column: u16::try_from(column).unwrap(),
            row: u16::try_from(place.2).unwrap(),
            modifiers: KeyModifiers::NONE,
        };
        stage.app.incoming(Incoming::Terminal(Event::Mouse(mouse)));
    };
    click(&mut stage, "* all members");
    assert!(stage.session().attendance.iter().all(|seat| seat.presence.is_present()));
    click(&mut stage, "n note");
    stage.keys("by a click<Enter>");
    assert_eq!(stage.session().notes.last().unwrap().text, "by a click");
    click(&mut stage, " 9b");
    assert_eq!(stage.app.desk.meeting.as_ref().unwrap().item().unwrap().no.as_str(), "9b");
    stage
        .keys("<C-t>")
        .wait_until(|app| app.top_cover().and_then(Cover::trends).is_some_and(|open| open.held.is_some()));
    click(&mut stage, "temperature");
    assert_eq!(stage.app.top_cover().and_then(Cover::trends).unwrap().topic, Topic::Temperature);
}
