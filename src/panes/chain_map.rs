//! The chain as a map: its links, who may decide below the steering group, and who waits for whom
//! (domain §1a I1 and I6, §1d 3.6).

use crate::desk::{Target, View, cell};
use crate::model::governance::{Body, Level};
use crate::model::{PartnerCode, RecordId};
use crate::widgets::theme::Sign;
use crate::widgets::{Page, Why, width};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Columns of a code in a grid, with the space after it.
const CODE: usize = 4;
/// Columns of the name before a grid, at least and at most.
const NAME: (usize, usize) = (9, 24);

/// The letter of a level in papers.
pub fn short(level: Level) -> char {
    match level {
        Level::Operational => 'O',
        Level::Tactical => 'T',
        Level::Strategic => 'S',
    }
}

/// The process link by link, from left to right; a link that nobody represents stands out.
pub fn links(view: &View<'_>, page: &mut Page<Target>) {
    page.heading(view.theme, view.t("chain-map"));
    let links = &view.session.chain.links;
    if links.is_empty() {
        page.nothing_at(Some(Target::Chain), view.theme, view.empty(Why::NotYet, "chain-map-empty"));
        return;
    }
    let mut rows: Vec<[Vec<Span<'static>>; 2]> = vec![Default::default()];
    let mut used = 0;
    for (place, link) in links.iter().enumerate() {
        let nobody = link.partners.is_empty();
        let who = if nobody {
            format!("{} {}", view.sign(Sign::Warning), view.t("chain-map-nobody"))
        } else {
            view.codes(&link.partners)
        };
        let arrow = if place + 1 == links.len() { "" } else { view.arrow() };
        let columns = width(&link.name).max(width(&who));
        if used > 0 && used + columns + width(arrow) > view.columns_beside() {
            rows.push(Default::default());
            used = 0;
        }
        let style = if nobody { view.theme.warn() } else { Style::new() };
        let Some([names, partners]) = rows.last_mut() else { continue };
        names.push(Span::styled(view.theme.text(&cell(&link.name, columns)), view.theme.strong()));
        names.push(Span::styled(arrow, view.theme.dim()));
        partners.push(Span::styled(
            format!("{}{}", view.theme.text(&cell(&who, columns)), " ".repeat(width(arrow))),
            style,
        ));
        used += columns + width(arrow);
    }
    for row in rows {
        page.picture(None, row.into_iter().map(Line::from).collect());
    }
    page.push(Some(Target::Chain), vec![Span::styled(view.t("chain-map-change"), view.theme.dim())], 2);
}

/// Columns for the name before a grid; none where the partners are too many for one.
fn grid(view: &View<'_>) -> Option<usize> {
    let left = view.columns_beside().saturating_sub(CODE * view.session.partners.len());
    (left >= NAME.0).then_some(left.min(NAME.1))
}

/// A name before a grid, with a space after it.
fn named(view: &View<'_>, name: &str, columns: usize) -> String {
    format!("{} ", view.theme.fit(name, columns - 1))
}

fn codes_row(view: &View<'_>, name: &str, columns: usize) -> Vec<Span<'static>> {
    let codes = view.session.partners.iter().map(|partner| format!("{} ", cell(partner.code.as_str(), CODE - 1)));
    vec![Span::styled(format!("{}{}", named(view, name, columns), codes.collect::<String>()), view.theme.dim())]
}

/// Every consultation below with who takes part, and who may decide there.
pub fn bodies(view: &View<'_>, page: &mut Page<Target>) {
    page.heading(view.theme, view.t("bodies"));
    let governance = &view.session.governance;
    if governance.bodies.is_empty() {
        return view.nothing(page, Why::NotYet, "bodies-empty");
    }
    if let Some(columns) = grid(view) {
        page.push(None, codes_row(view, "", columns), 0);
        (1..).zip(&governance.bodies).for_each(|(number, body)| coverage(view, page, (number, body), columns));
        let signs = [
            ("mandate", view.sign(Sign::Green).into()),
            ("part", view.sign(Sign::Amber).into()),
            ("none", view.sign(Sign::Skipped).into()),
        ];
        page.styled(view.with("bodies-legend", &signs), view.theme.dim());
    }
    for (number, body) in (1..).zip(&governance.bodies) {
        let without = governance.without_mandate(body, view.today());
        let args = [
            ("body", body.name.as_str().into()),
            ("with", (body.partners.len() - without.len()).into()),
            ("all", body.partners.len().into()),
            ("without", view.codes(without.iter().copied()).into()),
        ];
        let key = match (body.partners.is_empty(), without.is_empty()) {
            (true, _) => "body-nobody",
            (false, true) => "body-covered",
            (false, false) => "body-coverage",
        };
        let text = view.with(key, &args);
        page.push(Some(Target::Body(body.name.clone())), vec![Span::raw(format!("{number} {text}"))], 2);
    }
}

/// The number before a name that may be cut is the number of its sentence below.
fn coverage(view: &View<'_>, page: &mut Page<Target>, (number, body): (usize, &Body), columns: usize) {
    let name = format!("{number} {} {}", short(body.level), body.name);
    let mut spans = vec![Span::styled(named(view, &name, columns), view.theme.strong())];
    for partner in view.session.partners.iter() {
        let (sign, style) = match (
            view.session.governance.holds_mandate(&partner.code, body, view.today()),
            body.partners.contains(&partner.code),
        ) {
            (true, _) => (Sign::Green, view.theme.good()),
            (false, true) => (Sign::Amber, view.theme.warn()),
            (false, false) => (Sign::Skipped, view.theme.dim()),
        };
        spans.push(Span::styled(format!("{} ", cell(view.sign(sign), CODE - 1)), style));
    }
    page.push(None, spans, columns);
}

/// One partner waits for another, with what for.
struct Wait<'a> {
    from: Option<&'a PartnerCode>,
    on: &'a PartnerCode,
    what: String,
    record: Option<&'a RecordId>,
}

fn waits<'a>(view: &View<'a>) -> Vec<Wait<'a>> {
    let session = view.session;
    let actions = session.actions.iter().filter(|action| action.is_open()).filter_map(|action| {
        let on = action.waits_for.as_ref()?;
        Some(Wait { from: action.owner.as_ref(), on, what: action.id.to_string(), record: Some(&action.id) })
    });
    let kpis = session.kpis.iter().filter_map(|kpi| {
        Some(Wait { from: Some(&kpi.owner), on: kpi.waits_for.as_ref()?, what: kpi.id.to_string(), record: None })
    });
    actions.chain(kpis).collect()
}

/// Who waits (rows) for whom (columns): open actions and KPIs, each counted once.
pub fn dependencies(view: &View<'_>, page: &mut Page<Target>) {
    page.heading(view.theme, view.t("dependencies"));
    let waits = waits(view);
    if waits.is_empty() {
        return view.nothing(page, Why::InOrder, "dependencies-empty");
    }
    if let Some(columns) = grid(view) {
        page.push(None, codes_row(view, &view.t("dependencies-corner"), columns), 0);
        counts(view, page, &waits, columns);
    }
    for partner in view.session.partners.iter() {
        let here: Vec<&Wait<'_>> = waits.iter().filter(|wait| *wait.on == partner.code).collect();
        if here.is_empty() {
            continue;
        }
        let each: Vec<String> = here
            .iter()
            .map(|wait| format!("{} ({})", wait.what, wait.from.map_or_else(|| view.t("none"), ToString::to_string)))
            .collect();
        let args =
            [("partner", partner.code.as_str().into()), ("count", here.len().into()), ("what", each.join(", ").into())];
        let target = here.iter().find_map(|wait| wait.record.cloned()).map(Target::Record);
        page.push(target, vec![Span::raw(view.with("dependencies-row", &args))], 2);
    }
}

/// A row per partner that waits: how often for each other.
fn counts(view: &View<'_>, page: &mut Page<Target>, waits: &[Wait<'_>], columns: usize) {
    for partner in view.session.partners.iter() {
        let own: Vec<&Wait<'_>> = waits.iter().filter(|wait| wait.from == Some(&partner.code)).collect();
        if own.is_empty() {
            continue;
        }
        let mut spans = vec![Span::styled(named(view, partner.code.as_str(), columns), view.theme.strong())];
        for on in view.session.partners.iter() {
            let count = own.iter().filter(|wait| *wait.on == on.code).count();
            let (text, style) = match count {
                0 => (view.sign(Sign::Todo).to_owned(), view.theme.dim()),
                count => (count.to_string(), view.theme.warn()),
            };
            spans.push(Span::styled(format!("{} ", cell(&text, CODE - 1)), style));
        }
        page.push(None, spans, columns);
    }
}
