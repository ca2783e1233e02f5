//! `check`: does everything parse, refer, count and hash as it should?

use super::{Context, End, Failure};
use crate::model::validate::problems;
use crate::store::write::file_name;
use crate::store::{SealState, SessionFile, StoreError, Trouble};
use crate::text::{conflict_words, on_one_line};
use serde_json::json;

/// Something found: in which file, what, and whether it is a mistake or only worth knowing.
struct Finding {
    file: String,
    text: String,
    wrong: bool,
}

pub fn run(context: &Context) -> Result<End, Failure> {
    let files = context.folder.list()?;
    if files.is_empty() {
        return Err(Failure::File(StoreError::new(&context.folder.sessions(), Trouble::NoSessions)));
    }
    let mut found = Vec::new();
    for (place, file) in files.iter().enumerate() {
        one(context, file, files.get(place + 1), &mut found);
        match place.checked_sub(1).map(|before| &files[before]) {
            Some(before) => chain(context, before, file, &mut found),
            None => begin(context, file, &mut found),
        }
    }
    for copy in context.folder.copies()? {
        let text = super::copy_words(context, &copy);
        found.push(Finding { file: copy.name, text, wrong: !copy.is_same });
    }
    if let Some(gone) = super::plan::gone_after_newest(context)? {
        // By the name that it had: that of its revision is not in the folder.
        let file = format!("{:04}", gone.number);
        found.push(Finding { file, text: super::plan::gone_words(context, &gone), wrong: true });
    }
    let wrong = found.iter().any(|finding| finding.wrong);
    if context.json {
        let list = found.iter().map(|one| json!({ "file": one.file, "text": one.text, "wrong": one.wrong }));
        context.print_json(&json!({ "ok": !wrong, "files": files.len(), "findings": list.collect::<Vec<_>>() }))?;
    } else {
        for finding in &found {
            context.print(&format!("{}: {}", on_one_line(&finding.file), on_one_line(&finding.text)))?;
        }
        let key = if wrong { "check-wrong" } else { "check-fine" };
        context.print(&context.texts.named(key, &[("count", files.len().to_string())]))?;
    }
    let unreadable =
        files.iter().any(|file| matches!(&file.content, Err(error) if matches!(error.trouble, Trouble::Io(_))));
    if unreadable {
        for file in files {
            file.content?;
        }
    }
    Ok(if wrong { End::No } else { End::Done })
}

/// What is found in one file; the one after it may have adopted its report.
fn one(context: &Context, file: &SessionFile, after: Option<&SessionFile>, found: &mut Vec<Finding>) {
    let mut say = |text: String, wrong: bool| found.push(Finding { file: file.name(), text, wrong });
    let texts = &context.texts;
    let loaded = match &file.content {
        Ok(loaded) => loaded,
        Err(error) => return say(context.trouble(error), true),
    };
    for problem in problems(&loaded.session) {
        say(texts.named(problem.id(), &problem.args()), true);
    }
    for conflict in loaded.session.conflicts.iter() {
        // In a meeting that was held they are settled by the next one.
        say(conflict_words(texts, conflict), loaded.session.is_open());
    }
    if file.name() != file_name(&loaded.session) {
        say(texts.named("check-name", &[("name", file_name(&loaded.session))]), true);
    }
    // What is still to be held may be edited by hand; in a report that is over somebody has to look, unless the meeting after
    // it holds its hash: that says more, and is compared with it.
    let adoption = after.and_then(|after| after.adoption_of(loaded.session.number));
    let is_over = !loaded.session.is_open() && adoption.is_none();
    match loaded.seal {
        SealState::Intact => {}
        SealState::EditedByHand => {
            say(texts.named("seal-broken", &[("revision", loaded.revision.to_string())]), is_over);
        }
        SealState::Unsealed => say(texts.get("check-unsealed"), is_over),
    }
}

/// The first meeting adopts no report, or the file of that is gone.
fn begin(context: &Context, file: &SessionFile, found: &mut Vec<Finding>) {
    if let Some(adoption) = file.session().and_then(|session| session.adopts.as_ref()) {
        let text = context.texts.named("check-adopts-gone", &[("name", adoption.file.clone())]);
        found.push(Finding { file: file.name(), text, wrong: true });
    }
}

/// The numbers run on, and an adoption names the file before with the hash that it has.
fn chain(context: &Context, before: &SessionFile, file: &SessionFile, found: &mut Vec<Finding>) {
    let (Ok(old), Ok(new)) = (&before.content, &file.content) else { return };
    let texts = &context.texts;
    let mut say = |text: String| found.push(Finding { file: file.name(), text, wrong: true });
    if new.session.number != old.session.number + 1 {
        say(texts.named("check-gap", &[("number", (old.session.number + 1).to_string())]));
    }
    let Some(adoption) = &new.session.adopts else { return };
    if adoption.session != old.session.number || adoption.file != before.name() {
        say(texts.named("check-adopts-other", &[("name", adoption.file.clone())]));
    } else if old.is_altered(adoption) {
        let args = [("name", before.name()), ("expected", adoption.sha256.clone()), ("found", old.sha256.clone())];
        say(texts.named("check-hash", &args));
    }
}
