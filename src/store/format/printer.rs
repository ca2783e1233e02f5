//! Writing a session again and again. A change touches few parts of it; the others keep their text.

use super::outline::Part;
use super::reader::Reader;
use crate::model::Session;
use crate::model::privacy::sealed::Parts;
use crate::store::format;
use serde::Serialize;

/// Prints a session, reads it back, and remembers it for the next time.
#[derive(Debug, Default)]
pub struct Printer {
    reader: Reader,
}

impl Printer {
    /// The text of a session without its seal, the same as that of [`format::render`].
    pub fn print(&self, session: &Session) -> Result<String, ron::Error> {
        let before = self.reader.whole();
        let session_before = before.map(|(_, session)| session);
        let mut print = Print { before: before.map(|(part, _)| part), out: format::begin() };
        session.on_file().parts(session_before, &mut print)?;
        format::end(&mut print.out);
        Ok(print.out)
    }

    /// Whether a text holds this session and nothing else. Parts that it was asked about before are not parsed again.
    pub fn is_faithful(&mut self, body: String, session: &Session) -> bool {
        self.reader.confirm(body, session)
    }
}

struct Print<'t> {
    before: Option<Part<'t>>,
    out: String,
}

impl Parts for Print<'_> {
    type Error = ron::Error;

    fn part<T: Serialize>(&mut self, name: &'static str, same: bool, value: &T) -> Result<(), ron::Error> {
        match self.before.filter(|_| same).and_then(|before| before.field(name)) {
            Some(part) => format::field_as_it_was(&mut self.out, name, part.text()),
            None => format::field(&mut self.out, name, value)?,
        }
        Ok(())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::generate::{Order, archive};
    use crate::store::format::{parse, render};
    use std::fs;

    /// The sessions of a chain, from the first meeting to the last.
    fn sessions() -> Vec<Session> {
        let root = tempfile::tempdir().unwrap();
        archive(root.path(), Order { meetings: 12, seed: 5, a_chain: 12 }, |_| {}).unwrap();
        let mut files: Vec<_> =
            fs::read_dir(root.path().join("sessions")).unwrap().map(|file| file.unwrap().path()).collect();
        files.sort();
        files.iter().map(|file| parse(&fs::read_to_string(file).unwrap()).unwrap()).collect()
    }

    #[test]
    fn what_is_printed_again_is_what_is_printed_anew() {
        let (sessions, mut printer) = (sessions(), Printer::default());
        for session in sessions.iter().chain(sessions.iter().rev()) {
            let text = printer.print(session).unwrap();
            assert_eq!(text, render(session).unwrap());
            assert!(printer.is_faithful(text, session));
        }
    }

    #[test]
    fn a_text_that_says_something_else_is_not_faithful_and_nothing_is_taken_over_from_it() {
        let (sessions, mut printer) = (sessions(), Printer::default());
        let (first, second) = (&sessions[3], &sessions[4]);
        let text = printer.print(first).unwrap();
        assert!(printer.is_faithful(text, first));
        let text = printer.print(second).unwrap();
        let wrong = text.replacen("number: 5", "number: 6", 1);
        assert!(!printer.is_faithful(wrong, second) && !printer.is_faithful("(".to_owned(), second));
        assert_eq!(printer.print(second).unwrap(), text);
        assert!(printer.is_faithful(text, second));
    }
}
