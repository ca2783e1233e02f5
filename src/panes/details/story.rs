//! The fields of a story, with what the anonymity guard says of it.

use crate::desk::View;
use crate::desk::form::{Builder, Edit, Fields};
use crate::desk::layers::Choice;
use crate::model::RecordId;
use crate::model::change::{Change, Question, StoryEdit};
use crate::model::story::StoryStatus;
use crate::panes::successes;
use crate::text::Term;

pub fn fields(view: &View<'_>, id: &RecordId) -> Option<Fields> {
    let story = view.session.successes.stories.iter().find(|story| story.id == *id)?;
    let own = id.clone();
    let change = move |edit: StoryEdit| Change::Story(own.clone(), edit);
    let mut form = Builder::new(view, view.with("details-story", &[("number", id.as_str().into())]));
    let set = change.clone();
    form.line("field-title", &story.title, move |text| set(StoryEdit::Title(text)));
    let set = change.clone();
    form.lines("field-situation", &story.situation, move |text| set(StoryEdit::Situation(text)));
    let set = change.clone();
    form.lines("field-together", &story.together, move |text| set(StoryEdit::Together(text)));
    let set = change.clone();
    form.lines("field-result", &story.result, move |text| set(StoryEdit::Result(text)));
    let set = change.clone();
    form.line("field-shines", &story.shines, move |text| set(StoryEdit::Shines(text)));
    let mut kpis = vec![(Choice::plain(view.t("no-kpi")), change(StoryEdit::Kpi(None)))];
    kpis.extend(view.session.kpis.iter().map(|kpi| {
        (Choice::plain(format!("{:<4} {}", kpi.id, kpi.name)), change(StoryEdit::Kpi(Some(kpi.id.clone()))))
    }));
    let shown = story.kpi.as_ref().map_or_else(|| view.t("none"), ToString::to_string);
    form.field("field-kpi", shown, Edit::Choose(kpis));
    form.partners("field-partners", &story.partners, |code| change(StoryEdit::Partner(code)));
    form.partners("field-told-by", &story.told_by, |code| change(StoryEdit::Told(code)));
    form.field("field-status", view.texts.term(story.status), Edit::Shown);
    form.warn_if(story.status != StoryStatus::Released);
    for question in Question::ALL {
        form.yes_no(question.id(), question.answer(story.answers), |yes| change(StoryEdit::Answer(question, yes)));
    }
    for finding in successes::findings(view, story) {
        form.note(finding);
    }
    form.note(view.t("guard-limits"));
    form.note(view.t("story-keys"));
    form.done()
}
