//! A record with its fields.

use super::form::{self, Fields};
use super::{Layer, boxed, scrollbar};
use crate::desk::Desk;
use crate::desk::subject::Subject;
use crate::widgets::{Page, width};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

/// Fields that a page has.
const PAGE: usize = 8;

/// A record with its fields.
pub struct Details {
    /// Of what.
    pub subject: Subject,
    /// The field that is selected.
    pub cursor: usize,
}

/// Moving and editing is for the details; every other key falls through to the commands.
pub(super) fn press(desk: &mut Desk, key: KeyEvent) -> bool {
    let Some(Layer::Details(open)) = desk.layers.last() else { return false };
    if key.modifiers.contains(KeyModifiers::CONTROL) {
        return false;
    }
    let subject = open.subject.clone();
    let cursor = open.cursor;
    let Some(fields) = desk.form(&subject).map(|found| found.fields.len()) else {
        desk.layers.pop();
        return true;
    };
    let place = |desk: &mut Desk, to: usize| {
        if let Some(Layer::Details(open)) = desk.layers.last_mut() {
            open.cursor = to.min(fields.saturating_sub(1));
        }
    };
    match key.code {
        KeyCode::Esc => {
            desk.layers.pop();
        }
        KeyCode::Down | KeyCode::Char('j') | KeyCode::Tab => place(desk, cursor + 1),
        KeyCode::Up | KeyCode::Char('k') | KeyCode::BackTab => place(desk, cursor.saturating_sub(1)),
        KeyCode::PageDown => place(desk, cursor + PAGE),
        KeyCode::PageUp => place(desk, cursor.saturating_sub(PAGE)),
        KeyCode::Enter | KeyCode::Right | KeyCode::Char('l') => form::edit(desk, &subject, cursor),
        KeyCode::Left | KeyCode::Char('h') => {
            desk.layers.pop();
        }
        _ => return false,
    }
    true
}

/// Columns of the name of a field, at most.
const LABEL: usize = 28;

/// Shows it: as high as what it says.
pub(super) fn draw(desk: &Desk, details: &Details, area: Rect, buf: &mut Buffer) {
    let Some(found) = desk.form(&details.subject) else { return };
    let columns = area.width.saturating_sub(4).min(120);
    let inside = columns.saturating_sub(4);
    let title = found.title.clone();
    let sheet = page(desk, found).laid_out((inside, 0), desk.theme);
    let rows = u16::try_from(sheet.height()).unwrap_or(u16::MAX).saturating_add(2).min(area.height);
    let inner = boxed(desk, &title, columns, rows, area, buf);
    let first = sheet.scroll(inner.height, Some(&details.cursor), 0);
    sheet.render(inner, buf, Some(&details.cursor), 0);
    scrollbar(desk, inner, (first, inner.height.into(), sheet.height()), buf);
}

/// What there is to see, the fields, and what is said under them.
fn page(desk: &Desk, found: Fields) -> Page<usize> {
    let mut page: Page<usize> = found.top;
    if !page.is_empty() {
        page.under();
    }
    let label_width = found.fields.iter().map(|field| width(&field.label)).max().unwrap_or(0).min(LABEL);
    for (place, field) in found.fields.iter().enumerate() {
        let style = if field.warns { desk.theme.warn() } else { Style::new() };
        let label = desk.theme.fit(&field.label, label_width + 2);
        let spans = vec![Span::styled(label, desk.theme.dim()), Span::styled(field.value.clone(), style)];
        page.push(Some(place), spans, label_width + 2);
    }
    for note in &found.notes {
        page.text(note.clone());
    }
    page
}
