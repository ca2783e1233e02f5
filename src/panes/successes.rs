//! Successes: five stories first, who shines, who told it at home (factor 6, domain §1g, §3).

use super::Pane;
use crate::desk::Desk;
use crate::desk::command::{Command, Key};
use crate::desk::layers::{Call, CallKey, Choice, Layer, RollCall};
use crate::desk::record::new;
use crate::desk::{Target, View};
use crate::model::agenda::Room;
use crate::model::change::{Change, Question, StoryEdit};
use crate::model::privacy::anonymity::{self, Finding, Trace, Verdict};
use crate::model::story::{CREDIT_MONTHS, STORIES_A_MONTH, Story, StoryStatus};
use crate::model::{PartnerCode, RecordId, RecordKind};
use crate::text::{Term, notation};
use crate::widgets::theme::Sign;
use crate::widgets::{Cell, Columns, Page, Role};
use ratatui::layout::Constraint;
use ratatui::text::{Line, Span};
use std::rc::Rc;

/// This pane.
pub static PANE: Pane = Pane { room: Room::Successes, heading: "room-successes", view, commands: &COMMANDS };

static COMMANDS: [Command; 5] = [
    Command::writes("cmd-new-story", &[Key::Char('i')], new_story),
    Command::writes("cmd-guard-story", &[Key::Char('g')], neutralise),
    Command::writes("cmd-release", &[Key::Char('r')], release),
    Command::writes("cmd-told", &[Key::Char('b')], told),
    Command::writes("cmd-withdraw-story", &[], withdraw),
];

/// Asks for a new story.
pub fn new_story(desk: &mut Desk) {
    new(desk, RecordKind::Story);
}

fn view(view: &View<'_>) -> Page<Target> {
    let mut page = Page::default();
    slots(view, &mut page);
    page.under();
    months(view, &mut page);
    page.beside();
    credits(view, &mut page);
    page
}

fn month_name(view: &View<'_>, month: crate::model::Month) -> String {
    notation::month_long(month.year, month.month, view.lang())
}

fn slots(view: &View<'_>, page: &mut Page<Target>) {
    let successes = &view.session.successes;
    let args = [
        ("month", month_name(view, successes.month).into()),
        ("count", successes.released().into()),
        ("target", STORIES_A_MONTH.into()),
    ];
    page.heading(view.theme, view.with("stories-of-month", &args));
    let columns = Rc::new(Columns::close([
        Constraint::Length(2),
        Constraint::Fill(1),
        Constraint::Length(16),
        Constraint::Length(20),
    ]));
    for (place, story) in successes.stories.iter().enumerate() {
        slot(view, page, &columns, place + 1, story);
    }
    for place in successes.stories.len()..STORIES_A_MONTH as usize {
        let text = format!("{}. {}", place + 1, view.t("story-slot-empty"));
        page.push(Some(Target::EmptySlot(place)), vec![Span::styled(text, view.theme.dim())], 3);
    }
}

fn slot(view: &View<'_>, page: &mut Page<Target>, columns: &Rc<Columns>, place: usize, story: &Story) {
    let status = view.texts.term(story.status);
    let status = match story.status {
        StoryStatus::Released => vec![
            Span::styled(format!(" {}", view.sign(Sign::Green)), view.theme.mark(Role::Green)),
            Span::raw(format!(" {status}")),
        ],
        StoryStatus::Draft => vec![
            Span::styled(format!(" {}", view.sign(Sign::Amber)), view.theme.mark(Role::Amber)),
            Span::styled(format!(" {status}"), view.theme.warn()),
        ],
        StoryStatus::Blocked => {
            vec![Span::styled(format!(" {} {status} ", view.sign(Sign::Red)), view.theme.chip(Role::Red))]
        }
    };
    let kpi = story.kpi.as_ref().map_or_else(String::new, |kpi| format!(", {kpi}"));
    page.cells(
        Some(Target::Record(story.id.clone())),
        columns,
        vec![
            Cell::text(place.to_string(), view.theme.key()),
            Cell::text(story.title.clone(), view.theme.strong()),
            Cell::Text(Line::from(status)),
            Cell::text(format!("{}{kpi}", view.codes(&story.partners)), view.theme.dim()),
        ],
    );
    if story.status == StoryStatus::Blocked {
        let found = found_words(view, story);
        page.push(None, vec![Span::styled(format!("   {found}"), view.theme.bad())], 3);
    } else if !story.result.is_empty() {
        page.push(None, vec![Span::raw(format!("   {}", story.result))], 3);
    }
    if !story.told_by.is_empty() {
        let text = view.with("told-by", &[("partners", view.codes(&story.told_by).into())]);
        page.push(None, vec![Span::styled(format!("   {text}"), view.theme.dim())], 3);
    }
}

/// The kind of trace in words.
pub fn trace_word(trace: Trace) -> &'static str {
    match trace {
        Trace::Bsn => "trace-bsn",
        Trace::CaseNumber => "trace-case-number",
        Trace::Iban => "trace-iban",
        Trace::Email => "trace-email",
        Trace::Phone => "trace-phone",
        Trace::LicencePlate => "trace-licence-plate",
        Trace::BirthDate => "trace-birth-date",
        Trace::Address => "trace-address",
        Trace::Name => "trace-name",
        Trace::Age => "trace-age",
        Trace::School => "trace-school",
        Trace::Place => "trace-place",
    }
}

/// What stands in the place of a trace when the proposal is taken.
pub fn neutral_word(trace: Trace) -> &'static str {
    match trace {
        Trace::Name => "neutral-name",
        Trace::Age => "neutral-age",
        Trace::School => "neutral-school",
        Trace::Place | Trace::Address => "neutral-place",
        Trace::BirthDate => "neutral-date",
        Trace::Bsn | Trace::CaseNumber | Trace::Iban | Trace::Email | Trace::Phone | Trace::LicencePlate => {
            "neutral-number"
        }
    }
}

/// The words that the guard found in a story, with what each is and what may stand there instead.
pub fn findings(view: &View<'_>, story: &Story) -> Vec<String> {
    let texts = story.texts();
    let of = |text: &str, found: &Finding| {
        let word = text.get(found.start..found.end).unwrap_or_default().to_owned();
        let weight = if found.trace.is_hard() { "guard-hard" } else { "guard-soft" };
        let args = [
            ("word", word.into()),
            ("kind", view.t(trace_word(found.trace)).into()),
            ("instead", view.t(neutral_word(found.trace)).into()),
        ];
        view.with(weight, &args)
    };
    texts
        .iter()
        .flat_map(|text| anonymity::inspect(text).into_iter().map(|found| of(text, &found)).collect::<Vec<_>>())
        .collect()
}

fn found_words(view: &View<'_>, story: &Story) -> String {
    let all: Vec<Finding> = story.texts().into_iter().flat_map(anonymity::inspect).collect();
    let hard = all.iter().filter(|found| found.trace.is_hard()).count();
    view.with("guard-count", &[("hard", hard.into()), ("soft", (all.len() - hard).into())])
}

fn months(view: &View<'_>, page: &mut Page<Target>) {
    page.heading(view.theme, view.t("stories-per-month"));
    let columns = Rc::new(Columns::close([Constraint::Length(10), Constraint::Fill(1), Constraint::Length(4)]));
    for (month, released) in
        view.session.successes.per_month().into_iter().rev().take(12).collect::<Vec<_>>().into_iter().rev()
    {
        let role = if released < STORIES_A_MONTH { Role::Amber } else { Role::Green };
        let name = notation::month_short(month.year, month.month, view.lang());
        let cells = vec![
            Cell::text(name, view.theme.dim()),
            Cell::Bar { part: f64::from(released), whole: f64::from(STORIES_A_MONTH), role },
            Cell::right(released.to_string(), view.theme.strong()),
        ];
        page.cells(None, &columns, cells);
    }
    if let Some(mean) = view.session.successes.recent_mean() {
        page.text(view.with("stories-mean", &[("mean", view.number(Some(mean)).into())]));
    }
}

fn credits(view: &View<'_>, page: &mut Page<Target>) {
    page.heading(view.theme, view.with("credits", &[("months", CREDIT_MONTHS.into())]));
    let counts: Vec<(&PartnerCode, usize)> = view
        .session
        .partners
        .iter()
        .map(|partner| (&partner.code, view.session.successes.credits(&partner.code)))
        .collect();
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(0);
    let columns = Rc::new(Columns::close([Constraint::Length(10), Constraint::Fill(1), Constraint::Length(4)]));
    for (code, count) in counts {
        let role = if count * 4 <= most { Role::Amber } else { Role::Plain };
        let cells = vec![
            Cell::text(code.to_string(), view.theme.strong()),
            Cell::Bar { part: count as f64, whole: most as f64, role },
            Cell::right(count.to_string(), view.theme.strong()),
        ];
        page.cells(None, &columns, cells);
    }
}

fn selected_story(desk: &mut Desk) -> Option<Story> {
    let id = desk.selected_record().filter(|id| id.kind() == Some(RecordKind::Story));
    let story = id.and_then(|id| desk.session()?.successes.stories.iter().find(|story| story.id == id).cloned());
    if story.is_none() {
        let text = desk.t("select-a-story");
        desk.say(text);
    }
    story
}

fn edit(desk: &mut Desk, id: &RecordId, edit: StoryEdit) -> bool {
    desk.commit(vec![Change::Story(id.clone(), edit)]).map_err(|why| desk.say(why)).is_ok()
}

/// Shows what the guard found and offers neutral words; it can't prove that a story is anonymous, and says so.
fn neutralise(desk: &mut Desk) {
    let Some(story) = selected_story(desk) else { return };
    let Some(view) = desk.view() else { return };
    let found = findings(&view, &story);
    let limits = view.t("guard-limits");
    if found.is_empty() {
        let text = format!("{} {limits}", desk.t("guard-clear"));
        return desk.say(text);
    }
    let explanation = format!("{}\n\n{limits}", found.join("\n"));
    let (title, id) = (desk.t("guard-title"), story.id.clone());
    let texts = story.texts().map(|text| anonymity::neutralised(text, |trace| desk.t(neutral_word(trace))));
    desk.confirm(title, explanation, "guard-apply", "guard-keep", move |desk| {
        edit(desk, &id, StoryEdit::Texts(texts.clone()));
    });
}

/// The guard first; then four questions to a person; only then a story goes.
fn release(desk: &mut Desk) {
    let Some(story) = selected_story(desk) else { return };
    if story.verdict() == Verdict::Blocked {
        neutralise(desk);
        let text = desk.t("refused-guard-blocks");
        return desk.say(text);
    }
    ask_question(desk, story.id, 0);
}

fn ask_question(desk: &mut Desk, id: RecordId, place: usize) {
    let Some(question) = Question::ALL.get(place).copied() else {
        if edit(desk, &id, StoryEdit::Release) {
            let text = desk.t("story-is-released");
            desk.say(text);
        }
        return;
    };
    let (title, explanation) = (desk.t("guard-questions"), format!("{}\n", desk.t(question.id())));
    let choices = vec![Choice::yes(&desk.texts, desk.t("yes")), Choice::lettered('n', desk.t("no"))];
    desk.pick(
        title,
        explanation,
        choices,
        Rc::new(move |desk, choice| {
            if edit(desk, &id, StoryEdit::Answer(question, choice == 0)) {
                ask_question(desk, id.clone(), place + 1);
            }
        }),
    );
}

fn withdraw(desk: &mut Desk) {
    if let Some(story) = selected_story(desk) {
        edit(desk, &story.id, StoryEdit::Withdraw);
    }
}

/// Who told the story at home: one key per partner.
fn told(desk: &mut Desk) {
    let Some(story) = selected_story(desk) else { return };
    let Some(session) = desk.session() else { return };
    let queue = session.codes().cloned().collect();
    let keys =
        vec![CallKey { key: desk.texts.yes_key(), label: desk.t("yes") }, CallKey { key: 'n', label: desk.t("no") }];
    let id = story.id.clone();
    let has_told = move |desk: &Desk, code: &PartnerCode| {
        let stories = desk.session().map(|session| session.successes.stories.clone()).unwrap_or_default();
        stories.iter().any(|story| story.id == id && story.told_by.contains(code))
    };
    let seen = has_told.clone();
    let state = Rc::new(move |desk: &Desk, code: &PartnerCode| desk.t(if seen(desk, code) { "yes" } else { "none" }));
    let id = story.id;
    let call = Rc::new(move |desk: &Desk, code: &PartnerCode, key: char| {
        if (key == desk.texts.yes_key()) == has_told(desk, code) {
            return Call::Skip;
        }
        Call::Change(Change::Story(id.clone(), StoryEdit::Told(code.clone())))
    });
    let title = desk.t("told-title");
    desk.layers.push(Layer::RollCall(RollCall::new(title, queue, keys, state, call)));
}
