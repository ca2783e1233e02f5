//! The covenant: its articles, the version that is being prepared, and what changed (3.3, domain §2.5).

use crate::desk::Desk;
use crate::desk::Subject;
use crate::desk::field::Field;
use crate::desk::layers::{Choice, Layer, Reader, Tone};
use crate::desk::{Target, View, cell};
use crate::model::RecordId;
use crate::model::change::{Change, CovenantEdit};
use crate::model::decision::DecisionOutcome;
use crate::model::governance::covenant::{Amendment, ArticleChange, Covenant, CovenantArticle, Piece, compare, pieces};
use crate::text::notation;
use crate::widgets::theme::Sign;
use crate::widgets::{Page, Why};
use ratatui::text::Span;
use std::rc::Rc;

/// The covenant as it holds, with its articles.
pub fn covenant(view: &View<'_>, page: &mut Page<Target>) {
    page.heading(view.theme, view.t("covenant"));
    let Some(covenant) = &view.session.governance.covenant else {
        return view.nothing(page, Why::NotYet, "covenant-none");
    };
    let days = (covenant.review - view.today()).num_days();
    let text = view.with(
        "covenant-version",
        &[
            ("version", covenant.version.as_str().into()),
            ("date", notation::date_short(covenant.date, view.lang()).into()),
            ("review", notation::date_short(covenant.review, view.lang()).into()),
            ("days", days.into()),
            ("ends", notation::date_short(covenant.ends, view.lang()).into()),
        ],
    );
    page.push(Some(Target::Covenant), vec![Span::raw(text)], 2);
    timeline(view, page, covenant);
    for article in &covenant.articles {
        let decisions: Vec<&str> = article.decisions.iter().map(RecordId::as_str).collect();
        let spans = vec![
            Span::styled(cell(&article.no, 8), view.theme.key()),
            Span::raw(article.title.clone()),
            Span::styled(format!("  {}", decisions.join(", ")), view.theme.dim()),
        ];
        page.push(Some(Target::Article(article.no.clone())), spans, 8);
    }
}

/// The versions in a row, and how many signed the last.
fn timeline(view: &View<'_>, page: &mut Page<Target>, covenant: &Covenant) {
    if covenant.earlier.is_empty() && covenant.signatures.is_empty() {
        return;
    }
    let dated = |version: &str, date| format!("{version} ({})", notation::date_short(date, view.lang()));
    let mut versions: Vec<String> =
        covenant.earlier.iter().map(|earlier| dated(&earlier.version, earlier.date)).collect();
    versions.push(dated(&covenant.version, covenant.date));
    page.text(versions.join(view.arrow()));
    let all = view.session.partners.len();
    let unsigned = covenant.unsigned(view.session.codes()).len();
    let args = [("count", (all - unsigned).into()), ("all", all.into())];
    page.text(view.with("covenant-signed", &args));
}

/// How far the proposal is, step by step.
pub fn amendment(view: &View<'_>, page: &mut Page<Target>) {
    let Some(amendment) = &view.session.governance.amendment else { return };
    page.heading(view.theme, view.with("amendment", &[("version", amendment.version.as_str().into())]));
    page.push(Some(Target::Amendment), vec![Span::raw(amendment.reason.clone())], 2);
    for (done, text) in steps(view, amendment) {
        let (sign, style) = if done { (Sign::Done, view.theme.good()) } else { (Sign::Todo, view.theme.dim()) };
        page.push(None, vec![Span::styled(format!("{} {text}", view.sign(sign)), style)], 2);
    }
}

/// Proposal, impact per partner, positions, version; signing comes after it is established.
fn steps(view: &View<'_>, amendment: &Amendment) -> Vec<(bool, String)> {
    let session = view.session;
    let before = session.governance.covenant.as_ref().map(|covenant| covenant.articles.as_slice()).unwrap_or_default();
    let changes = compare(before, &amendment.articles);
    let changed = changes.iter().filter(|change| !matches!(change, ArticleChange::Same(_))).count();
    let told = session.partners.iter().filter(|partner| amendment.impact_on(&partner.code).is_some()).count();
    let all = session.partners.len();
    let decision = amendment.decision.as_ref().and_then(|id| session.decision(id));
    let given = decision.map_or(0, |found| found.positions.len());
    let adopted = decision.and_then(|found| found.outcome).is_some_and(DecisionOutcome::is_adopted);
    let number = decision.map_or_else(|| view.t("none"), |found| found.id.to_string());
    vec![
        (changed > 0, view.with("amendment-articles", &[("count", changed.into())])),
        (told == all, view.with("amendment-impact", &[("count", told.into()), ("all", all.into())])),
        (
            given == all,
            view.with(
                "amendment-positions",
                &[("number", number.into()), ("count", given.into()), ("all", all.into())],
            ),
        ),
        (adopted, view.with("amendment-establish", &[("version", amendment.version.as_str().into())])),
    ]
}

/// Proposes a version, or opens the one that is being prepared.
pub fn prepare(desk: &mut Desk) {
    let Some(session) = desk.session() else { return };
    let unsigned =
        session.governance.covenant.as_ref().is_some_and(|covenant| !covenant.unsigned(session.codes()).is_empty());
    if !unsigned || session.governance.amendment.is_some() {
        return propose(desk);
    }
    // A version that not everybody signed is looked after first.
    let choices = vec![Choice::plain(desk.t("covenant-sign")), Choice::plain(desk.t("covenant-propose"))];
    let title = desk.t("covenant");
    let chosen =
        Rc::new(|desk: &mut Desk, place| if place == 0 { desk.show_details(Subject::Covenant) } else { propose(desk) });
    desk.pick(title, String::new(), choices, chosen);
}

/// Asks why the covenant is amended, or opens the version that is being prepared.
pub fn propose(desk: &mut Desk) {
    if desk.session().is_some_and(|session| session.governance.amendment.is_some()) {
        return desk.show_details(Subject::Amendment);
    }
    desk.ask_line(Field::Amendment, "amendment-why", "amendment-why-hint", |desk, reason| {
        desk.commit(vec![Change::Covenant(CovenantEdit::Propose(reason.to_owned()))])?;
        if desk.session().is_some_and(|session| session.governance.amendment.is_some()) {
            desk.show_details(Subject::Amendment);
        }
        Ok(())
    });
}

/// What the proposal changes; without one, what the last version changed.
pub fn show_changes(desk: &mut Desk) {
    let Some(view) = desk.view() else { return };
    let governance = &view.session.governance;
    let none: &[CovenantArticle] = &[];
    let now = governance.covenant.as_ref().map_or(none, |covenant| &covenant.articles);
    let (old, new, version) = match (&governance.amendment, &governance.covenant) {
        (Some(amendment), _) => (now, amendment.articles.as_slice(), amendment.version.clone()),
        (None, Some(covenant)) if !covenant.earlier.is_empty() => (covenant.before(), now, covenant.version.clone()),
        _ => {
            let text = desk.t("covenant-one-version");
            return desk.say(text);
        }
    };
    let title = view.with("covenant-changes", &[("version", version.into())]);
    let lines = changed_lines(&view, old, new);
    desk.layers.push(Layer::Reader(Reader { title, lines, scroll: 0 }));
}

/// Article by article: as it was, as it is; words that differ stand in brackets.
pub fn changed_lines(view: &View<'_>, old: &[CovenantArticle], new: &[CovenantArticle]) -> Vec<(String, Tone)> {
    let (mut lines, mut waiting) = (Vec::new(), Vec::new());
    let mut same = 0;
    for change in compare(old, new) {
        let (key, article) = match change {
            ArticleChange::Same(article) => {
                same += 1;
                waiting.extend(waits_for(old, article).map(|id| format!("{id} ({})", article.no)));
                continue;
            }
            ArticleChange::Added(article) => ("article-added", article),
            ArticleChange::Removed(article) => ("article-removed", article),
            ArticleChange::Changed { after, .. } => ("article-changed", after),
        };
        let args = [("no", article.no.as_str().into()), ("title", article.title.as_str().into())];
        lines.push((view.with(key, &args), Tone::Heading));
        match change {
            ArticleChange::Changed { before, after } => {
                if before.title != after.title {
                    lines.push((
                        view.with("article-title-was", &[("title", before.title.as_str().into())]),
                        Tone::Plain,
                    ));
                }
                let (was, is) = pieces(&before.text, &after.text);
                lines.push((view.with("article-was", &[("text", bracketed(&was).into())]), Tone::Plain));
                lines.push((view.with("article-is", &[("text", bracketed(&is).into())]), Tone::Plain));
            }
            ArticleChange::Same(_) | ArticleChange::Added(_) | ArticleChange::Removed(_) => {
                lines.push((article.text.clone(), Tone::Plain));
            }
        }
        let laid_down: Vec<&str> = waits_for(old, article).map(RecordId::as_str).collect();
        if !laid_down.is_empty() {
            lines.push((view.with("article-lays-down", &[("decisions", laid_down.join(", ").into())]), Tone::Plain));
        }
        lines.push((String::new(), Tone::Plain));
    }
    lines.push((view.with("articles-same", &[("count", same.into())]), Tone::Plain));
    if !waiting.is_empty() {
        let text = view.with("articles-waiting", &[("decisions", waiting.join(", ").into())]);
        lines.push((format!("{} {text}", view.sign(Sign::Warning)), Tone::Plain));
    }
    lines
}

/// Decisions that a version would put under an article whose text does not change.
fn waits_for<'a>(old: &'a [CovenantArticle], article: &'a CovenantArticle) -> impl Iterator<Item = &'a RecordId> {
    let known = old.iter().find(|before| before.no == article.no).map_or(&[][..], |before| &before.decisions);
    article.decisions.iter().filter(move |id| !known.contains(id))
}

/// Words that differ in square brackets; spaces at their edge stay outside.
fn bracketed(pieces: &[Piece]) -> String {
    let mut out = String::new();
    for piece in pieces {
        let words = piece.text.trim();
        if !piece.differs || words.is_empty() {
            out.push_str(&piece.text);
            continue;
        }
        let lead = &piece.text[..piece.text.len() - piece.text.trim_start().len()];
        let trail = &piece.text[piece.text.trim_end().len()..];
        out.push_str(&format!("{lead}[{words}]{trail}"));
    }
    out
}
