//! What is selected, in short beside its list, where the screen is very wide.

use crate::desk::layout::detail_area;
use crate::desk::{Desk, Subject};
use crate::widgets::Page;
use ratatui::buffer::Buffer;
use ratatui::style::Style;
use ratatui::text::Span;

/// Shows it.
pub fn detail(desk: &Desk, buf: &mut Buffer) {
    let Some(area) = detail_area(desk.size) else { return };
    let Some(subject) = desk.selected().and_then(Subject::of) else { return };
    let Some(found) = desk.form(&subject) else { return };
    let theme = desk.theme;
    let mut page: Page<usize> = Page::default();
    page.section(theme, found.title, Vec::new(), false);
    for field in found.fields.iter().filter(|field| field.value != desk.t("none")) {
        let style = if field.warns { theme.warn() } else { Style::new() };
        let label = Span::styled(format!("{}  ", field.label), theme.dim());
        page.push(None, vec![label, Span::styled(field.value.clone(), style)], 2);
    }
    for note in found.notes {
        page.blank();
        page.text(note);
    }
    page.laid_out((area.width, area.height), theme).render(area, buf, None, 0);
}
