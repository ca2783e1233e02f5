//! What can go wrong with a file, in words that the translation files know.

use super::format::TOO_LONG;
use ron::error::{Error, SpannedError};
use std::io;
use std::path::{Path, PathBuf};

/// Trouble with one file.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {trouble:?}")]
pub struct StoreError {
    /// Which file or folder.
    pub file: PathBuf,
    /// What is the matter.
    pub trouble: Trouble,
}

/// What is the matter, as a message with its values: it can be kept, and said in any language.
pub type Reason = (String, Vec<(String, String)>);

/// What is the matter with a file.
#[derive(Debug)]
pub enum Trouble {
    /// The system says no.
    Io(io::Error),
    /// A folder, a device, a link out of the folder.
    NotAFile,
    /// More than the 16 MiB a session may have.
    TooLarge,
    /// Not UTF-8, from this byte on.
    NotUtf8(usize),
    /// It does not parse.
    Syntax {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What was expected.
        what: Syntax,
    },
    /// Written by a newer version of the program.
    NewerSchema(u32),
    /// What would be written could not be read back as the same.
    NotFaithful,
    /// Another file has the same session number.
    SameNumber(u32),
    /// A folder without sessions.
    NoSessions,
    /// There is no session with this number.
    NoSuchSession(u32),
    /// The name that a file is to have is that of another one.
    NameTaken,
    /// The meeting after it adopted its report: it is never written again.
    Adopted,
    /// What stands after it can't be read, and may have adopted its report.
    MayBeAdopted,
}

/// What the parser expected.
#[derive(Debug)]
pub enum Syntax {
    /// A field that does not exist here.
    UnknownField {
        /// As it stands there.
        found: String,
        /// What may stand there.
        expected: &'static [&'static str],
    },
    /// A word that does not exist here.
    UnknownWord {
        /// As it stands there.
        found: String,
        /// What may stand there.
        expected: &'static [&'static str],
    },
    /// A field that must be there.
    MissingField(&'static str),
    /// A field that stands twice.
    TwiceField(&'static str),
    /// The file ends too soon.
    End,
    /// A text that is longer than any may be begins here.
    TooLong,
    /// Something else has to stand here.
    Wanted(Wanted),
    /// Anything else, in the words of the parser.
    Other(String),
}

/// What has to stand in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A text between quotes.
    Text,
    /// A number.
    Number,
    /// `true` or `false`.
    YesOrNo,
    /// `Some(…)` or `None`.
    Maybe,
    /// A comma between two fields.
    Comma,
    /// A colon between a name and its value.
    Colon,
    /// A bracket that opens.
    Opening,
    /// A bracket that closes.
    Closing,
    /// The name of a field or a value.
    Name,
    /// Nothing more.
    Nothing,
}

impl Wanted {
    fn of(error: &Error) -> Option<Self> {
        Some(match error {
            Error::ExpectedString | Error::ExpectedStringEnd | Error::ExpectedChar => Self::Text,
            Error::ExpectedInteger
            | Error::ExpectedFloat
            | Error::FloatUnderscore
            | Error::IntegerOutOfBounds
            | Error::InvalidIntegerDigit { .. }
            | Error::UnderscoreAtBeginning => Self::Number,
            Error::ExpectedBoolean => Self::YesOrNo,
            Error::ExpectedOption => Self::Maybe,
            Error::ExpectedComma => Self::Comma,
            Error::ExpectedMapColon => Self::Colon,
            Error::ExpectedArray
            | Error::ExpectedMap
            | Error::ExpectedStructLike
            | Error::ExpectedNamedStructLike(_)
            | Error::ExpectedUnit => Self::Opening,
            Error::ExpectedArrayEnd
            | Error::ExpectedMapEnd
            | Error::ExpectedStructLikeEnd
            | Error::ExpectedOptionEnd
            | Error::UnclosedBlockComment => Self::Closing,
            Error::ExpectedIdentifier | Error::InvalidIdentifier(_) => Self::Name,
            Error::TrailingCharacters => Self::Nothing,
            _ => return None,
        })
    }

    /// The message for it in the translation files.
    fn id(self) -> &'static str {
        match self {
            Self::Text => "file-wants-text",
            Self::Number => "file-wants-number",
            Self::YesOrNo => "file-wants-yes-or-no",
            Self::Maybe => "file-wants-maybe",
            Self::Comma => "file-wants-comma",
            Self::Colon => "file-wants-colon",
            Self::Opening => "file-wants-opening",
            Self::Closing => "file-wants-closing",
            Self::Name => "file-wants-name",
            Self::Nothing => "file-wants-nothing",
        }
    }
}

impl StoreError {
    /// Trouble with this file.
    pub fn new(file: &Path, trouble: Trouble) -> Self {
        Self { file: file.to_owned(), trouble }
    }

    /// What the system said about this file.
    pub fn io(file: &Path, error: io::Error) -> Self {
        Self::new(file, Trouble::Io(error))
    }

    /// There is nothing of that name; every other trouble is none that says so.
    pub fn is_not_there(&self) -> bool {
        matches!(&self.trouble, Trouble::Io(error) if error.kind() == io::ErrorKind::NotFound)
    }

    /// There is something of that name, which is not replaced.
    pub fn is_there_already(&self) -> bool {
        matches!(&self.trouble, Trouble::Io(error) if error.kind() == io::ErrorKind::AlreadyExists)
    }

    /// The disk is full, or what the user may have of it.
    pub fn is_no_room(&self) -> bool {
        use io::ErrorKind::{QuotaExceeded, StorageFull};
        matches!(&self.trouble, Trouble::Io(error) if matches!(error.kind(), StorageFull | QuotaExceeded))
    }

    /// What the parser said about this file.
    pub fn syntax(file: &Path, error: SpannedError) -> Self {
        let (line, column) = (error.span.start.line, error.span.start.col);
        let what = match error.code {
            Error::NoSuchStructField { expected, found, .. } => Syntax::UnknownField { found, expected },
            Error::NoSuchEnumVariant { expected, found, .. } => Syntax::UnknownWord { found, expected },
            Error::MissingStructField { field, .. } => Syntax::MissingField(field),
            Error::DuplicateStructField { field, .. } => Syntax::TwiceField(field),
            Error::Eof => Syntax::End,
            Error::Message(said) if said == TOO_LONG => Syntax::TooLong,
            other => Wanted::of(&other).map_or_else(|| Syntax::Other(other.to_string()), Syntax::Wanted),
        };
        Self::new(file, Trouble::Syntax { line, column, what })
    }

    /// The message with its values.
    pub fn reason(&self) -> Reason {
        let args = self.args().into_iter().map(|(name, value)| (name.to_owned(), value));
        (self.id().to_owned(), args.collect())
    }

    /// The message for it in the translation files.
    pub fn id(&self) -> &'static str {
        match &self.trouble {
            Trouble::Io(error) => match error.kind() {
                io::ErrorKind::NotFound => "file-not-found",
                io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "file-no-permission",
                io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "file-disk-full",
                _ => "file-io",
            },
            Trouble::NotAFile => "file-not-a-file",
            Trouble::TooLarge => "file-too-large",
            Trouble::NotUtf8(_) => "file-not-utf8",
            Trouble::Syntax { what, .. } => match what {
                Syntax::UnknownField { .. } => "file-unknown-field",
                Syntax::UnknownWord { .. } => "file-unknown-word",
                Syntax::MissingField(_) => "file-missing-field",
                Syntax::TwiceField(_) => "file-twice-field",
                Syntax::End => "file-ends",
                Syntax::TooLong => "file-text-too-long",
                Syntax::Wanted(wanted) => wanted.id(),
                Syntax::Other(_) => "file-syntax",
            },
            Trouble::NewerSchema(_) => "file-newer",
            Trouble::NotFaithful => "file-not-faithful",
            Trouble::SameNumber(_) => "file-same-number",
            Trouble::NoSessions => "file-no-sessions",
            Trouble::NoSuchSession(_) => "file-no-such-session",
            Trouble::NameTaken => "file-name-taken",
            Trouble::Adopted => "file-adopted",
            Trouble::MayBeAdopted => "file-may-be-adopted",
        }
    }

    /// The values the message names.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        let mut args = vec![("file", self.file.display().to_string())];
        match &self.trouble {
            Trouble::Io(error) => args.push(("reason", error.to_string())),
            Trouble::NotUtf8(at) => args.push(("at", at.to_string())),
            Trouble::NewerSchema(number) | Trouble::SameNumber(number) | Trouble::NoSuchSession(number) => {
                args.push(("number", number.to_string()));
            }
            Trouble::Syntax { line, column, what } => {
                args.push(("line", line.to_string()));
                args.push(("column", column.to_string()));
                match what {
                    Syntax::UnknownField { found, expected } | Syntax::UnknownWord { found, expected } => {
                        args.push(("found", found.clone()));
                        args.push(("expected", expected.join(", ")));
                    }
                    Syntax::MissingField(field) | Syntax::TwiceField(field) => {
                        args.push(("found", (*field).to_owned()))
                    }
                    Syntax::Other(reason) => args.push(("reason", reason.clone())),
                    Syntax::End | Syntax::TooLong | Syntax::Wanted(_) => {}
                }
            }
            Trouble::NotAFile
            | Trouble::TooLarge
            | Trouble::NotFaithful
            | Trouble::NoSessions
            | Trouble::NameTaken
            | Trouble::Adopted
            | Trouble::MayBeAdopted => {}
        }
        args
    }
}
