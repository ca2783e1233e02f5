//! `list`: the meetings, with state, date and counts.

use super::{Context, End, Failure};
use crate::model::session::Adoption;
use crate::model::{Session, State};
use crate::store::{SessionFile, StoreError, Trouble};
use crate::text::{file_name, notation, on_one_line, table};
use serde_json::{Value, json};

pub fn run(context: &Context) -> Result<End, Failure> {
    let files = context.folder.list()?;
    if files.is_empty() {
        return Err(Failure::File(StoreError::new(&context.folder.sessions(), Trouble::NoSessions)));
    }
    if context.json {
        let rows: Vec<Value> =
            files.iter().enumerate().map(|(place, file)| as_json(context, &files, place, file)).collect();
        context.print_json(&Value::Array(rows))?;
    } else {
        let texts = &context.texts;
        let head =
            ["col-number", "col-date", "col-state", "col-decisions", "col-open-actions", "col-differences", "col-file"];
        let mut rows = vec![head.iter().map(|id| texts.get(id)).collect::<Vec<_>>()];
        rows.extend(files.iter().enumerate().map(|(place, file)| as_row(context, &files, place, file)));
        // The reason is long: under the name of its file it does not push the columns apart.
        let why = std::iter::once(None).chain(files.iter().map(|file| file.content.as_ref().err()));
        for (row, why) in table(&rows).into_iter().zip(why) {
            context.print(&row)?;
            if let Some(error) = why {
                context.print(&format!("   {}", context.trouble(error)))?;
            }
        }
    }
    if !context.json {
        for copy in context.folder.copies()? {
            let text = super::copy_words(context, &copy);
            context.print(&format!("{}: {text}", on_one_line(&copy.name)))?;
        }
    }
    // Two of one number can both be read: which is meant, only people can say.
    let is_unread = |error: &StoreError| !matches!(error.trouble, Trouble::SameNumber(_));
    let troubles: Vec<&StoreError> = files.iter().filter_map(|file| file.content.as_ref().err()).collect();
    Ok(match troubles.iter().any(|error| is_unread(error)) {
        true => End::Unread,
        false if troubles.is_empty() => End::Done,
        false => End::No,
    })
}

/// What the next file says of the report of this one.
fn adoption<'f>(files: &'f [SessionFile], place: usize, session: &Session) -> Option<&'f Adoption> {
    files.get(place + 1)?.adoption_of(session.number)
}

fn as_row(context: &Context, files: &[SessionFile], place: usize, file: &SessionFile) -> Vec<String> {
    let texts = &context.texts;
    match &file.content {
        Err(_) => {
            let empty = std::iter::repeat_n(String::new(), 5);
            std::iter::once("?".to_owned()).chain(empty).chain([file_name(&file.path)]).collect()
        }
        Ok(loaded) => {
            let session = &loaded.session;
            let state = match adoption(files, place, session) {
                Some(adoption) if loaded.is_altered(adoption) => texts.get("state-altered"),
                Some(_) => texts.get("state-adopted"),
                None => texts.term(session.state),
            };
            vec![
                session.number.to_string(),
                notation::date_short(session.date, texts.lang),
                state,
                session.own_decisions().count().to_string(),
                session.actions.iter().filter(|action| action.is_open()).count().to_string(),
                session.differences.len().to_string(),
                file_name(&file.path),
            ]
        }
    }
}

fn state_name(state: State, adopted: bool) -> &'static str {
    match state {
        _ if adopted => "Adopted",
        State::Planned => "Planned",
        State::Live => "Live",
        State::Closed => "Closed",
    }
}

fn as_json(context: &Context, files: &[SessionFile], place: usize, file: &SessionFile) -> Value {
    match &file.content {
        Err(error) => json!({ "file": file.name(), "error": context.trouble(error) }),
        Ok(loaded) => {
            let session = &loaded.session;
            let adoption = adoption(files, place, session);
            json!({
                "number": session.number,
                "date": session.date,
                "state": state_name(session.state, adoption.is_some()),
                "altered": adoption.is_some_and(|adoption| loaded.is_altered(adoption)),
                "decisions": session.own_decisions().count(),
                "open_actions": session.actions.iter().filter(|action| action.is_open()).count(),
                "differences": session.differences.len(),
                "file": file.name(),
                "sha256": loaded.sha256,
                "revision": loaded.revision,
            })
        }
    }
}
