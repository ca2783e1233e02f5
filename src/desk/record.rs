//! Anything on record by one line.

use super::Desk;
use super::field::Field;
use super::layers::Layer;
use crate::model::action::Origin;
use crate::model::agenda::Purpose;
use crate::model::change::{ActionEdit, Change, DifferenceEdit, Refusal};
use crate::model::decision::vague::vague_words;
use crate::model::{ItemNo, PartnerCode, RecordId, RecordKind, Session};
use crate::text::{date_input, notation};
use chrono::NaiveDate;
use std::rc::Rc;

fn title_of(kind: RecordKind) -> (&'static str, &'static str) {
    match kind {
        RecordKind::Decision => ("new-decision", "new-decision-hint"),
        RecordKind::Difference => ("new-disagreement", "new-line-hint"),
        RecordKind::Action => ("new-action", "new-action-hint"),
        RecordKind::Note => ("new-note", "new-line-hint"),
        RecordKind::Escalation => ("new-escalation", "new-line-hint"),
        RecordKind::Story => ("new-story", "new-line-hint"),
    }
}

/// One line and Enter is on record. An action or a disagreement made on a decision belongs to that decision.
pub fn new(desk: &mut Desk, kind: RecordKind) {
    let item = desk.meeting.as_ref().and_then(|meeting| meeting.item());
    if kind == RecordKind::Decision && item.is_some_and(|item| item.purpose == Purpose::Explore) {
        let why = desk.refusal(&Refusal::ExploreAdmitsNoDecision);
        return desk.say(why);
    }
    let item = item.map(|item| item.no.clone());
    let decision = desk.selected_record().filter(|id| id.kind() == Some(RecordKind::Decision));
    let decision = decision.filter(|_| matches!(kind, RecordKind::Action | RecordKind::Difference));
    ask(desk, kind, item, decision);
}

/// Asks for the line itself.
pub fn ask(desk: &mut Desk, kind: RecordKind, item: Option<ItemNo>, decision: Option<RecordId>) {
    let (title, hint) = title_of(kind);
    let mut title = desk.t(title);
    if let Some(id) = &decision {
        title = desk.with("new-about", &[("title", title.into()), ("number", id.as_str().into())]);
    }
    let hint = desk.t(hint);
    let field = Field::Record { kind, item: item.clone(), about: decision.clone() };
    desk.ask(
        field,
        title,
        hint,
        "",
        false,
        Rc::new(move |desk, text| on_record(desk, kind, item.clone(), decision.clone(), text)),
    );
    if let Some(Layer::Prompt(prompt)) = desk.layers.last_mut() {
        prompt.echo = match kind {
            RecordKind::Action => Some(action_echo),
            RecordKind::Decision => Some(decision_echo),
            RecordKind::Difference | RecordKind::Note | RecordKind::Story | RecordKind::Escalation => None,
        };
    }
}

fn on_record(
    desk: &mut Desk,
    kind: RecordKind,
    item: Option<ItemNo>,
    decision: Option<RecordId>,
    text: &str,
) -> Result<(), String> {
    let Some(session) = desk.session() else { return Ok(()) };
    let line = if kind == RecordKind::Action { ActionLine::read(desk, session, text) } else { ActionLine::plain(text) };
    let Some(id) = desk.commit(vec![Change::Record { kind, item, text: line.text.clone() }])? else { return Ok(()) };
    let action = |edit| Change::Action(id.clone(), edit);
    let mut more = Vec::new();
    more.extend(line.owner.map(|owner| action(ActionEdit::Owner(owner))));
    more.extend(line.due.map(|due| action(ActionEdit::Due(Some(due)))));
    more.extend(decision.and_then(|decision| match kind {
        RecordKind::Action => Some(action(ActionEdit::From(Origin::Record(decision)))),
        RecordKind::Difference => Some(Change::Difference(id.clone(), DifferenceEdit::Decision(Some(decision)))),
        RecordKind::Decision | RecordKind::Note | RecordKind::Story | RecordKind::Escalation => None,
    }));
    if !more.is_empty() {
        desk.commit_with_last(more)?;
    }
    desk.created(&id);
    Ok(())
}

/// What one line says about an action: `@GEM` for whom, `voor 15-11` at the end by when.
struct ActionLine {
    text: String,
    owner: Option<PartnerCode>,
    due: Option<NaiveDate>,
}

/// The words before a date in an action line; grammar of the input in both languages.
const BEFORE: [&str; 3] = [" voor ", " vóór ", " by "];

impl ActionLine {
    fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), owner: None, due: None }
    }

    fn read(desk: &Desk, session: &Session, text: &str) -> Self {
        let mut line = Self::plain(text);
        for word in text.split_whitespace().filter_map(|word| word.strip_prefix('@')) {
            let code = word.trim_end_matches([',', '.', ':', ';']);
            let partner = session.partners.iter().find(|partner| partner.code.as_str().eq_ignore_ascii_case(code));
            if let Some(partner) = partner {
                line.owner = Some(partner.code.clone());
                line.text = line.text.replacen(&format!("@{word}"), "", 1);
            }
        }
        for word in BEFORE {
            let Some(at) = line.text.rfind(word) else { continue };
            let rest = line.text[at + word.len()..].trim().trim_start_matches("de ");
            if let Some(due) = date_input::parse_date(rest, desk.clock.today()) {
                line.due = Some(due);
                line.text.truncate(at);
                break;
            }
        }
        line.text = line.text.split_whitespace().collect::<Vec<_>>().join(" ");
        line.text = line.text.trim_end_matches([',', ';']).to_owned();
        line
    }
}

fn action_echo(desk: &Desk, text: &str) -> String {
    let Some(session) = desk.session() else { return String::new() };
    let line = ActionLine::read(desk, session, text);
    let owner = line.owner.map_or_else(|| desk.t("echo-nobody"), |owner| owner.to_string());
    let due = line.due.map_or_else(|| desk.t("echo-no-date"), |due| notation::date_full(due, desk.texts.lang));
    desk.with("action-echo", &[("owner", owner.into()), ("due", due.into())])
}

/// Hints at vague words and at red lines, and never blocks (domain §2.4).
fn decision_echo(desk: &Desk, text: &str) -> String {
    let found: Vec<&str> = vague_words(text).into_iter().filter_map(|vague| text.get(vague.start..vague.end)).collect();
    let vague = (!found.is_empty()).then(|| desk.with("vague-hint", &[("words", found.join(", ").into())]));
    vague.into_iter().chain(red_lines(desk, text)).collect::<Vec<_>>().join(" ")
}

/// The red lines that a text comes near, each in a sentence (7.1).
pub fn red_lines(desk: &Desk, text: &str) -> Vec<String> {
    let Some(session) = desk.session() else { return Vec::new() };
    let near = session
        .partners
        .iter()
        .flat_map(|partner| partner.profile.red_lines_near(text).into_iter().map(|line| (partner.code.as_str(), line)));
    near.map(|(code, line)| desk.with("red-line-near", &[("partner", code.into()), ("line", line.into())])).collect()
}
