//! The logo of the chain as this terminal can show it, or the true reason why it does not show.

use super::Desk;
use crate::store::folder::NoLogo;
use crate::widgets::{NoPicture, Picture, Pictures};

/// The room that a logo gets, in columns and rows.
const COLUMNS: u16 = 32;
const ROWS: u16 = 12;

/// A logo, read once.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Logo {
    /// The file it was read from; empty where the chain names none.
    pub file: String,
    /// Text art, line by line.
    pub lines: Vec<String>,
    /// A picture, where the terminal shows pictures.
    pub picture: Option<Picture>,
    /// Why nothing shows.
    pub trouble: Option<LogoTrouble>,
}

/// Why a logo does not show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogoTrouble {
    /// The file is no logo.
    File(NoLogo),
    /// The file is a PNG, but not a sound one.
    Picture(NoPicture),
}

impl LogoTrouble {
    /// The message that says it.
    pub fn id(self) -> &'static str {
        match self {
            Self::File(NoLogo::NotThere) => "logo-not-found",
            Self::File(NoLogo::NeitherTextNorPicture) => "logo-neither",
            Self::File(NoLogo::TooLarge) | Self::Picture(NoPicture::TooLarge) => "logo-too-large",
            Self::Picture(NoPicture::Broken) => "logo-broken",
            Self::Picture(NoPicture::NotShown) => "logo-not-shown",
        }
    }

    /// There is nothing to show, in whatever terminal.
    pub fn is_missing(self) -> bool {
        self != Self::Picture(NoPicture::NotShown)
    }
}

impl Desk {
    /// Reads the logo again where the chain named another one since.
    pub fn follow_logo(&mut self) {
        if self.meeting.as_ref().is_some_and(|meeting| meeting.session.identity.logo != meeting.logo.file) {
            self.take_logo();
        }
    }

    /// Reads the logo, and makes it ready for this terminal where it is a picture.
    pub fn take_logo(&mut self) {
        let Some(identity) = self.session().map(|session| session.identity.clone()) else { return };
        let mut logo = Logo { file: identity.logo.clone(), ..Logo::default() };
        if identity.has_picture() {
            match self.picture_of(&identity.logo) {
                Ok(picture) => logo.picture = Some(picture),
                Err(trouble) => logo.trouble = Some(trouble),
            }
        } else if !logo.file.is_empty() {
            match self.folder.art(&identity.logo) {
                Ok(lines) => logo.lines = lines,
                Err(trouble) => logo.trouble = Some(LogoTrouble::File(trouble)),
            }
        }
        if let Some(meeting) = self.meeting.as_mut() {
            meeting.logo = logo;
        }
    }

    fn picture_of(&mut self, name: &str) -> Result<Picture, LogoTrouble> {
        let png = self.folder.picture(name).map_err(LogoTrouble::File)?;
        // The terminal was not asked when there was no picture yet; half blocks it can show in any case.
        if !self.theme.is_plain() && !self.theme.ascii && !self.pictures.are_shown() {
            self.pictures = Pictures::HalfBlocks;
        }
        self.pictures.of(&png, COLUMNS, ROWS).map_err(LogoTrouble::Picture)
    }
}
