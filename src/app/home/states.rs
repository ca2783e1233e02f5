//! Home where there is nothing to show: the first run with its three ways in, and why else a folder shows no meetings.

use super::Row;
use crate::app::App;
use crate::text::whole_path;
use crate::widgets::{EmptyState, Page, Why, width};
use ratatui::text::Span;

/// Columns for a key of the first run.
const KEY: usize = 8;
/// Columns of a page where there is nothing to show.
pub const COLUMNS: u16 = 72;

/// A way in: its key, what it is, what it does.
type WayIn = (Row, &'static str, &'static str, &'static str);

/// The ways in, the one that can do no harm first.
const WAYS: [WayIn; 3] = [
    (Row::Sample, "v", "way-sample", "way-sample-does"),
    (Row::NewChain, "n", "way-new-chain", "way-new-chain-does"),
    (Row::OtherFolder, "o", "way-folder", "way-folder-does"),
];

/// Nothing is known of any meeting here.
pub fn is_bare(app: &App) -> bool {
    !app.home.over_chains && app.home.chain.meetings.is_empty() && app.home.chain.newest.is_none()
}

/// What to do then.
pub fn page(app: &App) -> Page<Row> {
    let mut page = Page::default();
    let desk = &app.desk;
    let folder = || whole_path(desk.folder.root());
    let leave = || ("q".to_owned(), desk.t("home-leave-does"));
    let other = || ("o".to_owned(), desk.t("home-other-folder-does"));
    page.blank();
    let state = match &app.home.trouble {
        Some(why) => {
            let says = desk.with("home-index-unusable", &[("reason", why.as_str().into())]);
            let open = desk.with("home-meet", &[]);
            EmptyState { why: Why::Wrong, says, next: vec![(open, desk.t("home-meet-does")), leave()] }
        }
        None if app.home.is_gone() && !app.home.reading => {
            let says = desk.with("home-folder-gone", &[("folder", folder().into())]);
            EmptyState { why: Why::Wrong, says, next: vec![other(), leave()] }
        }
        None if app.home.reading => {
            EmptyState { why: Why::Soon, says: desk.t("home-reading"), next: vec![(String::new(), folder())] }
        }
        None => {
            first_run(app, &mut page);
            return page;
        }
    };
    page.nothing(desk.theme, state);
    page
}

/// The name of the program, the ways in, where it looked, and how to have it otherwise.
fn first_run(app: &App, page: &mut Page<Row>) {
    let (desk, theme) = (&app.desk, app.desk.theme);
    page.push(None, vec![Span::styled(desk.t("program-name"), theme.key())], 0);
    page.push(None, vec![Span::raw(desk.t("first-promise"))], 0);
    page.blank();
    let here = super::selected(app, &WAYS.map(|(row, ..)| row));
    for (row, key, name, does) in WAYS {
        let key = if here.as_ref() == Some(&row) { "Enter" } else { key };
        let filled = " ".repeat(KEY.saturating_sub(width(key)));
        let spans = vec![
            Span::styled(format!("{key}{filled}"), theme.key()),
            Span::styled(format!("{}\n", desk.t(name)), theme.strong()),
            Span::styled(desk.t(does), theme.dim()),
        ];
        page.push(Some(row), spans, KEY);
        page.blank();
    }
    page.styled(desk.t("first-looked"), theme.dim());
    page.push(None, vec![Span::raw(whole_path(&desk.folder.sessions()))], 0);
    page.blank();
    for (key, does) in [("L", "first-language"), ("T", "first-colours")] {
        let filled = " ".repeat(KEY.saturating_sub(width(key)));
        page.push(
            None,
            vec![Span::styled(format!("{key}{filled}"), theme.key()), Span::styled(desk.t(does), theme.dim())],
            KEY,
        );
    }
}
