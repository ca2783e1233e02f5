//! The benefit round on paper: a page of plain text per partner that survives e-mail, and its way back.

use super::Part;
use crate::model::balance::EstimateRow;
use crate::model::{PartnerCode, Session};
use crate::text::{Lang, Texts, notation, on_one_line, visible};

/// What is wrong with a filled form: line, message, and what stood there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormError {
    /// From 1; the last line for what is missing.
    pub line: usize,
    /// The message that says what is wrong.
    pub problem: &'static str,
    /// What stood there, or what is missing.
    pub found: String,
}

/// Mail programs break longer lines, and quoting makes them longer.
const LINE: usize = 70;
/// So much of the name of a chain tells it from others, and stays on its line when it is quoted a few times.
const CHAIN: usize = 48;

/// What a form is read by, besides the codes of partners.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Chain,
    Round,
    By,
    Effort,
}

/// The words before a colon, in Dutch and in English; grammar of the form, and both are read.
const WORDS: [(Field, &str, &str); 4] = [
    (Field::Chain, "keten", "chain"),
    (Field::Round, "ronde", "round"),
    (Field::By, "door", "by"),
    (Field::Effort, "inspanning", "effort"),
];

/// What people write when they do not know, in both languages.
const DONT_KNOW: [&str; 5] = ["?", "weet niet", "weet ik niet", "don't know", "dont know"];

impl Field {
    fn word(self, lang: Lang) -> &'static str {
        let found = WORDS.iter().find(|(field, ..)| *field == self);
        found.map_or("", |(_, dutch, english)| if lang == Lang::Nl { dutch } else { english })
    }

    fn of(word: &str) -> Option<Self> {
        WORDS.iter().find(|(_, dutch, english)| word == *dutch || word == *english).map(|(field, ..)| *field)
    }
}

/// An empty form for one partner.
pub fn blank(session: &Session, by: &PartnerCode, logo: &[String], texts: &Texts) -> String {
    let date = notation::date_long(session.date, texts.lang);
    let args = [
        ("name", on_one_line(&session.chain.name).into_owned()),
        ("number", session.number.to_string()),
        ("date", date),
        ("partner", named(by)),
    ];
    let word = |field: Field| field.word(texts.lang);
    let mut form = String::new();
    for part in super::face(session, logo) {
        match part {
            Part::Art(lines) => lines.iter().for_each(|line| {
                let line: String = on_one_line(line).chars().take(LINE - 2).collect();
                form.push_str(&format!("# {}\n", line.trim_end()));
            }),
            Part::Text(text) => form.push_str(&format!("{}\n", explained(&visible(&text)))),
            // A form is plain text that is filled in by hand.
            Part::Title(_)
            | Part::Heading(_)
            | Part::List(_)
            | Part::Table(_)
            | Part::Quote(_)
            | Part::Picture { .. } => {}
        }
    }
    texts.named("form-head", &args).lines().for_each(|line| form.push_str(&explained(line)));
    form.push_str(&format!("\n{}: {}\n", word(Field::Chain), chain(session)));
    form.push_str(&format!("{}: {}\n{}: {}\n\n", word(Field::Round), session.number, word(Field::By), named(by)));
    form.push_str(&explained(&texts.get("form-gain")));
    for partner in session.partners.iter() {
        let code = named(&partner.code);
        let line = format!("{code}:        # {}", on_one_line(&partner.name));
        if line.chars().count() <= LINE {
            form.push_str(&format!("{line}\n"));
        } else {
            form.push_str(&format!("{}{}:\n", explained(&visible(&partner.name)), code));
        }
    }
    form.push_str(&format!("\n{}{}:\n", explained(&texts.get("form-effort")), word(Field::Effort)));
    form
}

/// The code of a partner as it stands in a form, where it names a line.
fn named(code: &PartnerCode) -> String {
    on_one_line(code.as_str()).replace([':', '#'], " ").trim().to_owned()
}

/// The name of the chain as it stands in a form.
fn chain(session: &Session) -> String {
    let name = visible(&session.chain.name);
    // After a hash sign comes explanation.
    let words: Vec<&str> = name.split(|sign: char| sign.is_whitespace() || sign == '#').collect();
    let whole = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    whole.chars().take(CHAIN).collect::<String>().trim_end().to_owned()
}

/// Explanation in lines that mail programs leave as they are.
fn explained(text: &str) -> String {
    let mut lines = vec![String::from("#")];
    for word in text.split_whitespace() {
        let last = lines.last().map_or(0, |line| line.chars().count());
        if last > 1 && last + 1 + word.chars().count() > LINE {
            lines.push(String::from("#"));
        }
        if let Some(line) = lines.last_mut() {
            line.push(' ');
            line.push_str(word);
        }
    }
    lines.join("\n") + "\n"
}

/// A score as people write it: 1 to 10, or that they do not know.
fn score(text: &str) -> Option<Option<u8>> {
    let plain = text.to_lowercase().replace('\u{2019}', "'");
    if DONT_KNOW.contains(&plain.trim_end_matches('.')) {
        return Some(None);
    }
    let score: u8 = text.parse().ok()?;
    // A time ends in 05, a score does not.
    ((1..=10).contains(&score) && !text.starts_with(['0', '+'])).then_some(Some(score))
}

/// What stands before the colon of a time: `op 10 december om 10`.
fn is_hour(name: &str) -> bool {
    let last = name.split_whitespace().next_back().unwrap_or_default();
    !last.is_empty() && last.chars().all(|sign| sign.is_ascii_digit())
}

/// What stands behind a name, and on which line; none yet, or nothing behind it yet.
#[derive(Debug, Clone)]
struct Entry<T> {
    name: String,
    filled: Option<(T, usize)>,
    /// Where it stands without an answer.
    empty: Option<usize>,
}

impl<T: PartialEq> Entry<T> {
    fn new(name: &str) -> Self {
        Self { name: name.to_owned(), filled: None, empty: None }
    }

    /// Twice the same is what quoting does; two different answers are a mistake.
    fn fill(&mut self, value: T, line: usize) -> Result<(), FormError> {
        match &self.filled {
            Some((before, _)) if *before != value => {
                Err(FormError { line, problem: "form-twice", found: self.name.clone() })
            }
            Some(_) => Ok(()),
            None => {
                self.filled = Some((value, line));
                Ok(())
            }
        }
    }

    /// The answer and its line; `last` is the last line of the form.
    fn take(self, last: usize) -> Result<(T, usize), FormError> {
        let (line, problem) = self.empty.map_or((last, "form-missing"), |line| (line, "form-empty"));
        self.filled.ok_or(FormError { line, problem, found: self.name })
    }
}

/// A form while it is read.
struct Reading<'a> {
    session: &'a Session,
    chain: Entry<String>,
    number: Entry<String>,
    by: Entry<String>,
    effort: Entry<Option<u8>>,
    scores: Vec<Entry<Option<u8>>>,
}

impl<'a> Reading<'a> {
    fn new(session: &'a Session, lang: Lang) -> Self {
        let scores = session.partners.iter().map(|partner| Entry::new(partner.code.as_str())).collect();
        Self {
            session,
            chain: Entry::new(Field::Chain.word(lang)),
            number: Entry::new(Field::Round.word(lang)),
            by: Entry::new(Field::By.word(lang)),
            effort: Entry::new(Field::Effort.word(lang)),
            scores,
        }
    }

    fn partner(&self, name: &str) -> Option<usize> {
        self.session.partners.iter().position(|partner| named(&partner.code).eq_ignore_ascii_case(name))
    }

    /// One line, without the marks of e-mail. What has no name of a field before a colon is prose.
    fn line(&mut self, text: &str, line: usize) -> Result<(), FormError> {
        let wrong = |problem, found: &str| FormError { line, problem, found: found.to_owned() };
        let Some((name, value)) = text.split_once(':') else {
            return if self.forgot_colon(text) { Err(wrong("form-unknown", text)) } else { Ok(()) };
        };
        let (name, value) = (name.trim(), value.trim());
        let partner = self.partner(name);
        // A partner may be called as a field is; fields are written small, codes in capitals.
        let field = Field::of(name).or_else(|| Field::of(&name.to_lowercase()).filter(|_| partner.is_none()));
        let scored = |value: &str| score(value).ok_or_else(|| wrong("form-score", value));
        match (field, partner) {
            (Some(field), _) if value.is_empty() => {
                match field {
                    Field::Chain => self.chain.empty = Some(line),
                    Field::Round => self.number.empty = Some(line),
                    Field::By => self.by.empty = Some(line),
                    Field::Effort => self.effort.empty = Some(line),
                }
                Ok(())
            }
            (Some(Field::Chain), _) => self.chain.fill(value.to_owned(), line),
            (Some(Field::Round), _) => self.number.fill(value.to_owned(), line),
            (Some(Field::By), _) => self.by.fill(value.to_uppercase(), line),
            (Some(Field::Effort), _) => self.effort.fill(scored(value)?, line),
            (None, Some(place)) if value.is_empty() => {
                self.scores[place].empty = Some(line);
                Ok(())
            }
            (None, Some(place)) => self.scores[place].fill(scored(value)?, line),
            (None, None) if score(value).is_some() && !is_hour(name) => Err(wrong("form-unknown-partner", name)),
            (None, None) => Ok(()),
        }
    }

    /// `POL 7`: a code and a score, and nothing else.
    fn forgot_colon(&self, text: &str) -> bool {
        let split = text.split_once(char::is_whitespace);
        split.is_some_and(|(name, value)| {
            let known = self.session.partners.iter().any(|partner| named(&partner.code) == name);
            (known || Field::of(name) == Some(Field::Effort)) && score(value.trim()).is_some()
        })
    }

    fn row(self, last: usize) -> Result<EstimateRow, FormError> {
        let (chain, line) = self.chain.take(last)?;
        if chain.to_lowercase() != self::chain(self.session).to_lowercase() {
            return Err(FormError { line, problem: "form-other-chain", found: chain });
        }
        let (number, line) = self.number.take(last)?;
        if number != self.session.number.to_string() {
            return Err(FormError { line, problem: "form-other-round", found: number });
        }
        let (by, line) = self.by.take(last)?;
        let by = self.session.codes().find(|code| named(code).eq_ignore_ascii_case(&by)).cloned().ok_or(FormError {
            line,
            problem: "form-unknown-partner",
            found: by,
        })?;
        let scores = self.scores.into_iter().map(|entry| entry.take(last).map(|(score, _)| score));
        let scores = scores.collect::<Result<_, _>>()?;
        Ok(EstimateRow { by, scores, effort: self.effort.take(last)?.0 })
    }
}

/// The row of a filled form. Quoting, greetings, explanation and line ends of any kind are no mistake.
pub fn read(session: &Session, text: &str, lang: Lang) -> Result<EstimateRow, FormError> {
    let mut reading = Reading::new(session, lang);
    let mut last = 1;
    for (place, raw) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        last = place + 1;
        let unquoted = raw.trim_start_matches(|sign: char| sign == '>' || sign == '|' || sign.is_whitespace());
        reading.line(unquoted.split('#').next().unwrap_or_default().trim(), last)?;
    }
    reading.row(last)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::start::first_session;
    use crate::text::Lang;

    fn session() -> Session {
        let partners = ["POL", "OM", "JR"].map(|code| (PartnerCode::from(code), code.to_owned()));
        first_session("Proef", &partners, "2026-12-10".parse().unwrap(), |_| String::new())
    }

    fn read(session: &Session, text: &str) -> Result<EstimateRow, FormError> {
        super::read(session, text, Lang::Nl)
    }

    fn empty(lang: Lang) -> String {
        blank(&session(), &"JR".into(), &["~~".to_owned()], &Texts::new(lang))
    }

    fn filled() -> String {
        empty(Lang::Nl)
            .replace("POL:", "POL: 7")
            .replace("OM:", "OM: weet niet")
            .replace("JR:  ", "JR: 10")
            .replace("inspanning:", "inspanning: 8")
    }

    fn row() -> EstimateRow {
        EstimateRow { by: "JR".into(), scores: vec![Some(7), None, Some(10)], effort: Some(8) }
    }

    #[test]
    fn a_filled_form_comes_back_through_e_mail() {
        let quoted: String = filled().lines().map(|line| format!("> {line}\r\n")).collect();
        assert_eq!(read(&session(), &quoted), Ok(row()));
        // The answer of a mail program: greeting above, the original below, empty and quoted once more.
        let original: String = empty(Lang::Nl).lines().map(|line| format!(">> {line}\n")).collect();
        let answer = format!(
            "Beste secretaris,\nhierbij: zie onder.\n\n{quoted}\nGroet,\nTel: 06-12345678\nOp 10-12-2026 om 10:10\n{original}"
        );
        assert_eq!(read(&session(), &answer), Ok(row()));
    }

    #[test]
    fn both_languages_are_read_and_every_way_not_to_know() {
        let english = empty(Lang::En);
        assert!(english.contains("\nround: 1\nby: JR\n") && english.contains("\neffort:\n"), "{english}");
        for unknown in ["?", "weet niet", "Weet niet.", "don't know", "don\u{2019}t know"] {
            let filled = english.replace("POL:", "POL: 7").replace("OM:", &format!("OM: {unknown}"));
            let filled = filled.replace("JR:  ", "JR: 10").replace("effort:", "EFFORT: 8");
            assert_eq!(read(&session(), &filled), Ok(row()), "{unknown}");
        }
    }

    #[test]
    fn no_line_of_its_own_is_longer_than_mail_allows() {
        let mut session = session();
        session.chain.name = "Een lange naam ".repeat(12);
        session.partners[0].name = "Nog een lange naam ".repeat(9);
        for lang in [Lang::Nl, Lang::En] {
            let form = blank(&session, &"JR".into(), &["~".repeat(120)], &Texts::new(lang));
            assert!(form.lines().all(|line| line.chars().count() <= LINE), "{form}");
        }
    }

    #[test]
    fn names_that_steer_or_hide_are_explained_as_text() {
        let mut session = session();
        session.chain.name = "Pr\u{1}\u{1b}[31m\u{202e}oef\nPOL: 9".to_owned();
        session.partners[0].name = session.chain.name.clone();
        let form = blank(&session, &"JR".into(), &[], &Texts::new(Lang::Nl));
        assert!(form.chars().all(|sign| sign == '\n' || !crate::text::is_hidden(sign)), "{form}");
        assert_eq!(read(&session, &form).unwrap_err().problem, "form-empty", "nothing of a name is an answer");
    }

    #[test]
    fn a_wrong_form_names_its_line_and_reason() {
        let wrong = |from: &str, to: &str| read(&session(), &filled().replace(from, to)).unwrap_err();
        assert_eq!(wrong("POL: 7", "POL: 11").problem, "form-score");
        assert_eq!(wrong("POL: 7", "POL:").problem, "form-empty");
        assert_eq!(wrong("POL: 7", "XYZ: 7").problem, "form-unknown-partner");
        assert_eq!(wrong("POL: 7", "POL 7").problem, "form-unknown");
        assert_eq!(wrong("POL: 7", "OM: 7").problem, "form-twice");
        assert_eq!(wrong("ronde: 1", "ronde: 3").problem, "form-other-round");
        assert_eq!(wrong("door: JR", "door: ABC").problem, "form-unknown-partner");
        assert_eq!(wrong("inspanning: 8", "").problem, "form-missing");
        assert_eq!(wrong("inspanning: 8", "inspanning: 8\neffort: 7").problem, "form-twice");
        assert_eq!(wrong("ronde: 1", "ronde: 1\nronde: 2").problem, "form-twice");
        assert_eq!(wrong("door: JR", "door: JR\ndoor: OM").problem, "form-twice");
        assert_eq!(wrong("keten: Proef", "keten: Elders").problem, "form-other-chain");
        assert_eq!(read(&session(), &(filled() + "POL: 7\nOM:\n")), Ok(row()), "the same once more");
        let error = wrong("POL: 7", "POL: elf");
        assert_eq!(filled().lines().nth(error.line - 1).unwrap().split(':').next(), Some("POL"));
    }
}
