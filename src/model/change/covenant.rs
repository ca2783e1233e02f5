//! From a proposal to a signed version of the covenant, step by step (3.3, domain §2.5).

use super::{Refusal, known, put, said};
use crate::model::decision::{Decision, DecisionForm, DecisionKind, DecisionOutcome};
use crate::model::governance::covenant::{
    Amendment, ArticleChange, Covenant, CovenantArticle, CovenantVersion, FIRST_VERSION, Impact, Signature, compare,
    next_version,
};
use crate::model::ids::{ItemNo, PartnerCode, RecordId, RecordKind};
use crate::model::session::Session;
use chrono::{Months, NaiveDate};

/// A change of the covenant, or of the version that is being prepared.
#[derive(Debug, Clone, PartialEq)]
pub enum CovenantEdit {
    /// A new version is proposed, for this reason.
    Propose(String),
    /// Why, set right.
    Reason(String),
    /// The proposal is taken back.
    Withdraw,
    /// An article of the proposal, new or changed.
    Article {
        /// The number of the article that this was; none for a new one.
        was: Option<String>,
        /// Its number.
        no: String,
        /// Its heading.
        title: String,
        /// What it says.
        text: String,
    },
    /// An article that the proposal leaves out.
    RemoveArticle(String),
    /// What it means for a partner.
    Impact(PartnerCode, String),
    /// The group takes its positions: a decision with this text under this item.
    PutToVote {
        /// Under which item.
        item: Option<ItemNo>,
        /// Its text.
        text: String,
    },
    /// The decision was taken: the proposal is the covenant from now on.
    Establish,
    /// A partner signed on this day, or did not sign after all.
    Sign(PartnerCode, Option<NaiveDate>),
    /// Made public on this day, or not yet.
    Publish(Option<NaiveDate>),
    /// When it is looked at again.
    Review(NaiveDate),
    /// When it ends.
    Ends(NaiveDate),
}

/// A first covenant is looked at again after a year and ends after four, until the group says otherwise.
const REVIEW_MONTHS: u32 = 12;
const TERM_MONTHS: u32 = 48;

pub(super) fn apply(session: &mut Session, edit: &CovenantEdit, today: NaiveDate) -> Result<Option<RecordId>, Refusal> {
    match edit {
        CovenantEdit::Propose(reason) => propose(session, said(reason)?)?,
        CovenantEdit::Withdraw => {
            proposal(session)?;
            session.governance.amendment = None;
        }
        CovenantEdit::Reason(reason) => text_of(session)?.reason = said(reason)?,
        CovenantEdit::Article { was, no, title, text } => {
            let (no, title, text) = (said(no)?, said(title)?, text.trim().to_owned());
            let article = CovenantArticle { no, title, text, decisions: Vec::new() };
            write_article(text_of(session)?, was.as_ref(), article)?;
        }
        CovenantEdit::RemoveArticle(no) => text_of(session)?.articles.retain(|article| article.no != *no),
        CovenantEdit::Impact(code, text) => {
            known(session, code)?;
            let impact = Impact { partner: code.clone(), text: text.trim().to_owned() };
            put(&mut proposal(session)?.impact, impact, |old| old.partner == *code);
        }
        CovenantEdit::PutToVote { item, text } => return put_to_vote(session, item.clone(), text).map(Some),
        CovenantEdit::Establish => establish(session, today)?,
        CovenantEdit::Sign(code, on) => sign(session, code, *on, today)?,
        CovenantEdit::Publish(on) => publish(session, *on)?,
        CovenantEdit::Review(day) => covenant(session)?.review = *day,
        CovenantEdit::Ends(day) => covenant(session)?.ends = *day,
    }
    Ok(None)
}

fn covenant(session: &mut Session) -> Result<&mut Covenant, Refusal> {
    session.governance.covenant.as_mut().ok_or(Refusal::NoCovenant)
}

fn proposal(session: &mut Session) -> Result<&mut Amendment, Refusal> {
    session.governance.amendment.as_mut().ok_or(Refusal::NoAmendment)
}

/// Starts from the covenant as it is, with the decisions that wait for their place in it.
fn propose(session: &mut Session, reason: String) -> Result<(), Refusal> {
    if session.governance.amendment.is_some() {
        return Err(Refusal::AmendmentPending);
    }
    let covenant = session.governance.covenant.as_ref();
    let version = covenant.map_or_else(|| FIRST_VERSION.to_owned(), |covenant| next_version(&covenant.version));
    let mut articles = covenant.map(|covenant| covenant.articles.clone()).unwrap_or_default();
    let is_adopted = |found: &&Decision| found.outcome.is_some_and(DecisionOutcome::is_adopted);
    let waiting = session.decisions.iter().filter(|found| found.in_covenant == Some(false)).filter(is_adopted);
    for decision in waiting {
        let article = articles.iter_mut().find(|article| Some(&article.no) == decision.article.as_ref());
        if let Some(article) = article.filter(|article| !article.decisions.contains(&decision.id)) {
            article.decisions.push(decision.id.clone());
        }
    }
    let session_number = session.number;
    session.governance.amendment =
        Some(Amendment { version, session: session_number, reason, articles, impact: Vec::new(), decision: None });
    Ok(())
}

/// The proposal, to change its text. After the positions were taken that lies still: another text is another proposal.
fn text_of(session: &mut Session) -> Result<&mut Amendment, Refusal> {
    let decision = proposal(session)?.decision.clone();
    let decided = decision
        .and_then(|id| session.decision(&id))
        .is_some_and(|found| !found.positions.is_empty() || !found.sealed.is_empty() || found.outcome.is_some());
    if decided { Err(Refusal::AmendmentDecided) } else { proposal(session) }
}

/// An article in the place of the one with the number `was`, whose decisions it keeps, or a new one.
fn write_article(amendment: &mut Amendment, was: Option<&String>, mut article: CovenantArticle) -> Result<(), Refusal> {
    if was != Some(&article.no) && amendment.articles.iter().any(|other| other.no == article.no) {
        return Err(Refusal::NameTaken(article.no));
    }
    match amendment.articles.iter_mut().find(|other| Some(&other.no) == was) {
        Some(old) => {
            article.decisions = std::mem::take(&mut old.decisions);
            *old = article;
        }
        None => amendment.articles.push(article),
    }
    Ok(())
}

/// Nobody takes a position before it is known what the change means for each (NORA: all information on the table).
fn put_to_vote(session: &mut Session, item: Option<ItemNo>, text: &str) -> Result<RecordId, Refusal> {
    let text = said(text)?;
    let partners: Vec<PartnerCode> = session.codes().cloned().collect();
    let amendment = proposal(session)?;
    if amendment.decision.is_some() {
        return Err(Refusal::AmendmentDecided);
    }
    let open: Vec<PartnerCode> = partners.into_iter().filter(|code| amendment.impact_on(code).is_none()).collect();
    if !open.is_empty() {
        return Err(Refusal::ImpactOpen(open));
    }
    if let Some(obstacle) = session.obstacle_to_deciding() {
        return Err(obstacle.into());
    }
    let id = session.next_id(RecordKind::Decision);
    let mut decision = Decision::new(id.clone(), session.number, session.date, item, &text);
    decision.kind = Some(DecisionKind::Covenant);
    decision.form = Some(DecisionForm::Consensus);
    decision.in_covenant = Some(false);
    session.decisions.push(decision);
    proposal(session)?.decision = Some(id.clone());
    Ok(id)
}

/// The decision is there and nothing about it is open any more.
fn is_final(decision: &Decision) -> bool {
    decision.outcome.is_some_and(DecisionOutcome::is_adopted)
        && (decision.outcome != Some(DecisionOutcome::UnderReservation) || decision.ratified_on.is_some())
}

/// Puts the decision on a version under every article that it changes. Where the text says what it said, what waits for it is
/// not laid down yet.
fn lay_down(articles: &mut [CovenantArticle], before: &[CovenantArticle], decision: &RecordId) {
    let changed: Vec<String> = compare(before, articles)
        .into_iter()
        .filter_map(|change| match change {
            ArticleChange::Added(article) | ArticleChange::Changed { after: article, .. } => Some(article.no.clone()),
            ArticleChange::Same(_) | ArticleChange::Removed(_) => None,
        })
        .collect();
    for article in articles {
        if changed.contains(&article.no) {
            article.decisions.push(decision.clone());
        } else {
            let old = before.iter().find(|old| old.no == article.no);
            article.decisions = old.map(|old| old.decisions.clone()).unwrap_or_default();
        }
    }
}

/// The proposal becomes the covenant: what was is kept, nobody signed yet, commitments are asked for again.
fn establish(session: &mut Session, today: NaiveDate) -> Result<(), Refusal> {
    let amendment = proposal(session)?.clone();
    let decision = amendment.decision.clone().filter(|id| session.decision(id).is_some_and(is_final));
    let decision = decision.ok_or(Refusal::AmendmentNotAdopted)?;
    let mut articles = amendment.articles;
    let old = session.governance.covenant.take();
    let before = old.as_ref().map(|covenant| covenant.articles.clone()).unwrap_or_default();
    lay_down(&mut articles, &before, &decision);
    let laid_down: Vec<RecordId> = articles.iter().flat_map(|article| article.decisions.clone()).collect();
    for found in session.decisions.iter_mut().filter(|found| laid_down.contains(&found.id) || found.id == decision) {
        found.in_covenant = Some(true);
    }
    let after = |months| today.checked_add_months(Months::new(months)).unwrap_or(today);
    let (review, ends) = match &old {
        Some(covenant) if covenant.review > today => (covenant.review, covenant.ends),
        Some(covenant) => (after(REVIEW_MONTHS), covenant.ends),
        None => (after(REVIEW_MONTHS), after(TERM_MONTHS)),
    };
    let mut earlier = old.as_ref().map(|covenant| covenant.earlier.clone()).unwrap_or_default();
    earlier.extend(old.map(|old| CovenantVersion {
        version: old.version,
        date: old.date,
        articles: old.articles,
        reason: old.reason,
        impact: old.impact,
    }));
    session.governance.covenant = Some(Covenant {
        version: amendment.version,
        date: today,
        review,
        ends,
        articles,
        reason: amendment.reason,
        impact: amendment.impact,
        signatures: Vec::new(),
        published_on: None,
        earlier,
    });
    session.governance.amendment = None;
    session.ambition.commitments.iter_mut().for_each(|commitment| commitment.outdated = true);
    Ok(())
}

/// Nobody signs a version before it is there, nor tomorrow.
fn sign(session: &mut Session, code: &PartnerCode, on: Option<NaiveDate>, today: NaiveDate) -> Result<(), Refusal> {
    known(session, code)?;
    let covenant = covenant(session)?;
    match on {
        None => covenant.signatures.retain(|signed| signed.partner != *code),
        Some(on) if on < covenant.date || on > today => return Err(Refusal::SignedOutside),
        Some(on) => {
            put(&mut covenant.signatures, Signature { partner: code.clone(), on }, |old| old.partner == *code);
        }
    }
    Ok(())
}

/// A version is public once everybody signed it.
fn publish(session: &mut Session, on: Option<NaiveDate>) -> Result<(), Refusal> {
    let partners: Vec<PartnerCode> = session.codes().cloned().collect();
    let covenant = covenant(session)?;
    let unsigned = covenant.unsigned(partners.iter());
    if on.is_some() && !unsigned.is_empty() {
        return Err(Refusal::Unsigned(unsigned));
    }
    covenant.published_on = on;
    Ok(())
}
