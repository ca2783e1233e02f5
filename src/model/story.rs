//! Success stories, and who shines in them (factor 6, domain §1g).

use crate::model::ids::{KpiId, Month, PartnerCode, RecordId};
use crate::model::privacy::anonymity::{self, Verdict};
use serde::{Deserialize, Serialize};

/// The stories of the month, and the count of the months before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Successes {
    /// The month whose stories are told now.
    pub month: Month,
    /// The stories, in the order of the slots.
    #[serde(default)]
    pub stories: Vec<Story>,
    /// Earlier months, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub months: Vec<StoryMonth>,
}

/// Five stories open every report (6.6).
pub const STORIES_A_MONTH: u32 = 5;
/// Credits are counted over this many months.
pub const CREDIT_MONTHS: i32 = 6;
/// Fewer stories a month than this, over three months, is a signal of stall.
pub const STORIES_LOW: f64 = 3.5;

/// What a month brought.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoryMonth {
    /// Which month.
    pub month: Month,
    /// How many stories were released.
    pub released: u32,
    /// Who figured in them, once per story.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub featured: Vec<PartnerCode>,
}

/// One story.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Story {
    /// `V2026-04`.
    pub id: RecordId,
    /// The month it is told in.
    pub month: Month,
    /// Its title.
    pub title: String,
    /// What was the matter.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub situation: String,
    /// What was done together.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub together: String,
    /// What came of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub result: String,
    /// Who shines.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub shines: String,
    /// The KPI it goes with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kpi: Option<KpiId>,
    /// Whose story it is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<PartnerCode>,
    /// Who told it at home (6.5).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told_by: Vec<PartnerCode>,
    /// How far the anonymity guard is with it.
    pub status: StoryStatus,
    /// What a person answered to the four questions.
    #[serde(default, skip_serializing_if = "GuardAnswers::is_empty")]
    pub answers: GuardAnswers,
}

/// How far a story is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum StoryStatus {
    /// Concept.
    Draft,
    /// Geblokkeerd: the guard found what may not stand in it.
    Blocked,
    /// Vrijgegeven.
    Released,
}

/// The four questions of domain §3, which only a person can answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuardAnswers {
    /// Would the young person recognise himself?
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recognises_self: Option<bool>,
    /// Would the neighbourhood recognise him?
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub neighbourhood: Option<bool>,
    /// Was it in the news?
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_the_news: Option<bool>,
    /// Is consent, or that details were changed, on record?
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<bool>,
}

impl GuardAnswers {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The answers that let a story go: not recognised, not in the news, consent on record.
    pub fn allow_release(self) -> bool {
        let expected = Self {
            recognises_self: Some(false),
            neighbourhood: Some(false),
            in_the_news: Some(false),
            consent: Some(true),
        };
        self == expected
    }
}

impl Story {
    /// A story that has only a title.
    pub fn new(id: RecordId, month: Month, title: &str) -> Self {
        Self {
            id,
            month,
            title: title.to_owned(),
            situation: String::new(),
            together: String::new(),
            result: String::new(),
            shines: String::new(),
            kpi: None,
            partners: Vec::new(),
            told_by: Vec::new(),
            status: StoryStatus::Draft,
            answers: GuardAnswers::default(),
        }
    }

    /// The parts that people read, in order.
    pub fn texts(&self) -> [&str; 5] {
        [&self.title, &self.situation, &self.together, &self.result, &self.shines]
    }

    /// What the anonymity guard says of the whole story.
    pub fn verdict(&self) -> Verdict {
        let findings: Vec<_> = self.texts().into_iter().flat_map(anonymity::inspect).collect();
        anonymity::verdict(&findings)
    }

    /// Back to where the guard looks at it anew.
    pub(super) fn settle(&mut self) {
        let blocked = self.verdict() == Verdict::Blocked;
        self.status = if blocked { StoryStatus::Blocked } else { StoryStatus::Draft };
    }
}

impl Successes {
    /// Stories released in the month that is told now.
    pub fn released(&self) -> u32 {
        let told = self.stories.iter().filter(|story| story.status == StoryStatus::Released);
        u32::try_from(told.filter(|story| story.month == self.month).count()).unwrap_or(u32::MAX)
    }

    /// Released stories per month, oldest first, this month last.
    pub fn per_month(&self) -> Vec<(Month, u32)> {
        let earlier = self.months.iter().map(|month| (month.month, month.released));
        earlier.chain([(self.month, self.released())]).collect()
    }

    /// In how many stories of the last six months a partner figured.
    pub fn credits(&self, partner: &PartnerCode) -> usize {
        let since = self.month.plus(1 - CREDIT_MONTHS);
        let before = self.months.iter().filter(|month| month.month >= since).flat_map(|month| &month.featured);
        let now = self.stories.iter().filter(|story| story.status == StoryStatus::Released);
        before.chain(now.flat_map(|story| &story.partners)).filter(|code| *code == partner).count()
    }

    /// Mean per month over the last three months (domain §6.5, signal 7).
    pub fn recent_mean(&self) -> Option<f64> {
        let months = self.per_month();
        let last = &months[months.len().saturating_sub(3)..];
        crate::model::figures::mean(last.iter().map(|(_, released)| f64::from(*released)))
    }
}
