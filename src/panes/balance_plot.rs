//! The pictures of a benefit round: effort against benefit, who estimates what, and how net balances moved.

use crate::desk::{Target, View, cell};
use crate::model::PartnerCode;
use crate::model::balance::BenefitRound;
use crate::widgets::theme::Sign;
use crate::widgets::{Page, bars_up_to, side_columns};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Columns of a score in the heatmap, brackets included.
const SCORE: usize = 4;
/// Columns of the code before a row of the heatmap.
const CODE: usize = 7;

/// Effort and benefit on a line from 1 to 10, with what the others see. Where two fall together the own benefit shows.
pub fn dumbbell(view: &View<'_>, effort: Option<f64>, own: Option<f64>, seen: Option<f64>) -> String {
    const COLUMNS: usize = 19;
    let column = |score: f64| (((score - 1.0) * 2.0).round().max(0.0) as usize).min(COLUMNS - 1);
    let rail = if view.theme.ascii { '-' } else { '─' };
    let mut cells: Vec<String> = vec![" ".to_owned(); COLUMNS];
    if let Some((a, b)) = effort.zip(own) {
        let (low, high) = (column(a.min(b)), column(a.max(b)));
        cells[low..=high].iter_mut().for_each(|cell| *cell = rail.to_string());
    }
    for (score, sign) in [(seen, Sign::Baseline), (effort, Sign::Effort), (own, Sign::Green)] {
        if let Some(score) = score {
            cells[column(score)] = view.sign(sign).to_owned();
        }
    }
    cells.concat()
}

/// Rows estimate, columns are estimated, the diagonal is what each says of itself. What does not fit beside each other
/// stands under each other.
pub fn heatmap(view: &View<'_>, page: &mut Page<Target>, round: &BenefitRound) {
    page.heading(view.theme, view.t("heatmap"));
    let short = |code: &PartnerCode| code.as_str().chars().take(SCORE - 1).collect::<String>();
    let mut heads: Vec<String> = round.about.iter().map(short).collect();
    heads.sort();
    heads.dedup();
    // Codes that begin alike are written in full.
    let whole = heads.len() < round.about.len();
    let longest = round.about.iter().map(|code| code.as_str().chars().count()).max().unwrap_or(0);
    let columns = if whole { (longest + 1).max(SCORE) } else { SCORE };
    let fit = (side_columns(view.width).saturating_sub(CODE) / columns).max(1);
    for part in round.about.chunks(fit) {
        let mut head = vec![Span::raw(" ".repeat(CODE))];
        head.extend(part.iter().map(|code| {
            let name = if whole { code.as_str().to_owned() } else { short(code) };
            Span::styled(format!("{name:>columns$}"), view.theme.dim())
        }));
        let rows = round.about.iter().map(|by| row(view, round, by, part, columns));
        page.picture(None, std::iter::once(Line::from(head)).chain(rows).collect());
    }
    page.styled(view.with("heatmap-legend", &[("sign", view.sign(Sign::Todo).into())]), view.theme.dim());
}

fn row(view: &View<'_>, round: &BenefitRound, by: &PartnerCode, part: &[PartnerCode], columns: usize) -> Line<'static> {
    let unknown = view.sign(if round.row(by).is_some() { Sign::Unknown } else { Sign::Todo });
    let mut spans = vec![Span::styled(cell(by.as_str(), CODE), view.theme.dim())];
    for about in part {
        let score = round.estimate(by, about);
        let text = score.map_or_else(|| unknown.to_owned(), |score| score.to_string());
        let text = if by == about { format!("[{text}]") } else { format!(" {text} ") };
        let style = heat(view, score);
        let style = if by == about { style.patch(view.theme.strong()) } else { style };
        spans.push(Span::styled(format!("{text:>columns$}"), style));
    }
    Line::from(spans)
}

fn heat(view: &View<'_>, score: Option<u8>) -> Style {
    match score {
        Some(1..=4) => view.theme.bad(),
        Some(5..=6) => view.theme.warn(),
        Some(_) => view.theme.good(),
        None => view.theme.dim(),
    }
}

/// Net balance per round, oldest first, all partners on one scale.
pub fn slope(view: &View<'_>, page: &mut Page<Target>, rounds: &[&BenefitRound]) {
    let Some(last) = rounds.last() else { return };
    page.heading(view.theme, view.t("net-slope"));
    let nets_of = |code: &PartnerCode| rounds.iter().map(|round| round.of(code).net).collect::<Vec<Option<f64>>>();
    let all = || last.about.iter().flat_map(nets_of).flatten();
    let (low, high) = (all().fold(f64::INFINITY, f64::min), all().fold(f64::NEG_INFINITY, f64::max));
    for code in &last.about {
        let nets = nets_of(code);
        let said: Vec<String> = nets.iter().map(|net| view.signed(*net, 0)).collect();
        let fell = nets.first().copied().flatten().zip(nets.last().copied().flatten()).is_some_and(|(a, b)| b < a);
        let style = if fell { view.theme.warn() } else { Style::new() };
        let lifted: Vec<Option<f64>> = nets.iter().map(|net| net.map(|net| net - low)).collect();
        let drawn = bars_up_to(view.theme, &lifted, high - low);
        let spans = vec![
            Span::styled(cell(code.as_str(), CODE), view.theme.strong()),
            Span::styled(format!("{} ", drawn.concat()), style),
            Span::styled(said.join(view.arrow()), style),
        ];
        page.push(None, spans, CODE);
    }
}
