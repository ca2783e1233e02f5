//! Changes of a success story, and its release past the anonymity guard.

use super::{Refusal, find, said, toggle};
use crate::model::ids::{KpiId, PartnerCode, RecordId};
use crate::model::privacy::anonymity::Verdict;
use crate::model::session::Session;
use crate::model::story::{GuardAnswers, Story, StoryStatus};

/// A change of one story.
#[derive(Debug, Clone, PartialEq)]
pub enum StoryEdit {
    /// Its title.
    Title(String),
    /// What was the matter.
    Situation(String),
    /// What was done together.
    Together(String),
    /// What came of it.
    Result(String),
    /// Who shines.
    Shines(String),
    /// All five at once, in that order: what the guard proposes.
    Texts([String; 5]),
    /// The KPI it goes with.
    Kpi(Option<KpiId>),
    /// A partner is in it, or not any more.
    Partner(PartnerCode),
    /// A partner told it at home, or did not.
    Told(PartnerCode),
    /// An answer to one of the four questions.
    Answer(Question, bool),
    /// It may be told.
    Release,
    /// Not any more.
    Withdraw,
}

/// The four questions that only a person can answer (domain §3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// Herkent de jongere zichzelf?
    RecognisesSelf,
    /// Herkent de buurt hem?
    Neighbourhood,
    /// Is het verhaal elders nieuws geweest?
    InTheNews,
    /// Is toestemming of dat details veranderd zijn vastgelegd?
    Consent,
}

impl Question {
    /// In the order in which they are asked.
    pub const ALL: [Self; 4] = [Self::RecognisesSelf, Self::Neighbourhood, Self::InTheNews, Self::Consent];

    /// What was answered.
    pub fn answer(self, answers: GuardAnswers) -> Option<bool> {
        match self {
            Self::RecognisesSelf => answers.recognises_self,
            Self::Neighbourhood => answers.neighbourhood,
            Self::InTheNews => answers.in_the_news,
            Self::Consent => answers.consent,
        }
    }
}

pub(super) fn apply(session: &mut Session, id: &RecordId, edit: &StoryEdit) -> Result<(), Refusal> {
    if let StoryEdit::Partner(code) | StoryEdit::Told(code) = edit {
        super::known(session, code)?;
    }
    let story = find(&mut session.successes.stories, |story| story.id == *id)?;
    let before = story.clone();
    match edit {
        StoryEdit::Title(text) => story.title = said(text)?,
        StoryEdit::Situation(text) => text.trim().clone_into(&mut story.situation),
        StoryEdit::Together(text) => text.trim().clone_into(&mut story.together),
        StoryEdit::Result(text) => text.trim().clone_into(&mut story.result),
        StoryEdit::Shines(text) => text.trim().clone_into(&mut story.shines),
        StoryEdit::Texts([title, situation, together, result, shines]) => {
            story.title = said(title)?;
            story.situation.clone_from(situation);
            story.together.clone_from(together);
            story.result.clone_from(result);
            story.shines.clone_from(shines);
        }
        StoryEdit::Kpi(kpi) => story.kpi.clone_from(kpi),
        StoryEdit::Partner(code) => toggle(&mut story.partners, code),
        StoryEdit::Told(code) => toggle(&mut story.told_by, code),
        StoryEdit::Answer(question, yes) => answer(story, *question, *yes),
        StoryEdit::Release => release(story)?,
        StoryEdit::Withdraw => story.settle(),
    }
    // A text that changed must pass the guard anew: a released story goes back to draft.
    if story.texts() != before.texts() {
        story.settle();
    }
    Ok(())
}

fn answer(story: &mut Story, question: Question, yes: bool) {
    *match question {
        Question::RecognisesSelf => &mut story.answers.recognises_self,
        Question::Neighbourhood => &mut story.answers.neighbourhood,
        Question::InTheNews => &mut story.answers.in_the_news,
        Question::Consent => &mut story.answers.consent,
    } = Some(yes);
    if story.status == StoryStatus::Released {
        story.settle();
    }
}

fn release(story: &mut Story) -> Result<(), Refusal> {
    if story.verdict() == Verdict::Blocked {
        return Err(Refusal::GuardBlocks);
    }
    if !story.answers.allow_release() {
        return Err(Refusal::QuestionsOpen);
    }
    story.status = StoryStatus::Released;
    Ok(())
}
