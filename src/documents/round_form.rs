//! The benefit round on paper: a page of plain text per partner that survives e-mail, and its way back.

use super::Part;
use crate::model::balance::EstimateRow;
use crate::model::{PartnerCode, Session};
use crate::text::{Texts, notation, visible};

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

/// The words before a colon that a form is read by, the same in both languages.
const SESSION: &str = "round";
const BY: &str = "by";
const EFFORT: &str = "effort";

/// An empty form for one partner.
pub fn blank(session: &Session, by: &PartnerCode, logo: &[String], texts: &Texts) -> String {
    let date = notation::date_long(session.date, texts.lang);
    let args = [
        ("name", session.chain.name.clone()),
        ("number", session.number.to_string()),
        ("date", date),
        ("partner", by.to_string()),
    ];
    let mut form = String::new();
    for part in super::face(session, logo) {
        match part {
            Part::Art(lines) => {
                lines.iter().for_each(|line| form.push_str(&format!("# {}\n", visible(line).trim_end())))
            }
            Part::Text(text) => form.push_str(&format!("# {}\n\n", visible(&text).replace('\n', " "))),
            _ => {}
        }
    }
    for line in texts.named("form-head", &args).lines() {
        form.push_str(&format!("# {line}\n"));
    }
    form.push_str(&format!("\n{SESSION}: {}\n{BY}: {by}\n\n", session.number));
    form.push_str(&format!("# {}\n", texts.get("form-gain")));
    for partner in session.partners.iter() {
        form.push_str(&format!("{}:        # {}\n", partner.code, partner.name.replace('\n', " ")));
    }
    form.push_str(&format!("\n# {}\n{EFFORT}:\n", texts.get("form-effort")));
    form
}

/// A score as people write it: 1 to 10, or `?`.
fn score(text: &str, line: usize) -> Result<Option<u8>, FormError> {
    match text {
        "?" => Ok(None),
        _ => {
            let wrong = || FormError { line, problem: "form-score", found: text.to_owned() };
            let score: u8 = text.parse().map_err(|_| wrong())?;
            if (1..=10).contains(&score) { Ok(Some(score)) } else { Err(wrong()) }
        }
    }
}

/// The row of a filled form. Quoting marks of e-mail, comments and line ends of any kind are no mistake.
pub fn read(session: &Session, text: &str) -> Result<EstimateRow, FormError> {
    let about: Vec<PartnerCode> = session.partners.iter().map(|partner| partner.code.clone()).collect();
    let mut scores: Vec<Option<Option<u8>>> = vec![None; about.len()];
    let (mut by, mut effort, mut number) = (None, None, None);
    let mut last = 1;
    for (place, raw) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        last = place + 1;
        let line = raw.trim_start_matches(['>', ' ', '\t']).split('#').next().unwrap_or_default().trim();
        if line.is_empty() {
            continue;
        }
        let unknown = || FormError { line: last, problem: "form-unknown", found: line.to_owned() };
        let (name, value) = line.split_once(':').ok_or_else(unknown)?;
        let (name, value) = (name.trim(), value.trim());
        if value.is_empty() {
            return Err(FormError { line: last, problem: "form-empty", found: name.to_owned() });
        }
        let partner = about.iter().position(|code| code.as_str().eq_ignore_ascii_case(name));
        match (name.to_ascii_lowercase().as_str(), partner) {
            (_, Some(place)) => {
                if scores[place].replace(score(value, last)?).is_some() {
                    return Err(FormError { line: last, problem: "form-twice", found: name.to_owned() });
                }
            }
            (SESSION, None) => number = Some((value.to_owned(), last)),
            (BY, None) => by = Some((PartnerCode(value.to_uppercase()), last)),
            (EFFORT, None) => effort = Some(score(value, last)?),
            _ => return Err(unknown()),
        }
    }
    let missing = |name: &str| FormError { line: last, problem: "form-missing", found: name.to_owned() };
    let (number, line) = number.ok_or_else(|| missing(SESSION))?;
    if number != session.number.to_string() {
        return Err(FormError { line, problem: "form-other-round", found: number });
    }
    let (by, line) = by.ok_or_else(|| missing(BY))?;
    let by = about
        .iter()
        .find(|code| code.as_str().eq_ignore_ascii_case(by.as_str()))
        .cloned()
        .ok_or_else(|| FormError { line, problem: "form-unknown-partner", found: by.to_string() })?;
    let open = scores.iter().position(Option::is_none);
    if let Some(open) = open {
        return Err(missing(about[open].as_str()));
    }
    let effort = effort.ok_or_else(|| missing(EFFORT))?;
    Ok(EstimateRow { by, scores: scores.into_iter().map(Option::flatten).collect(), effort })
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

    fn filled() -> String {
        let form = blank(&session(), &"JR".into(), &["~~".to_owned()], &Texts::new(Lang::Nl));
        form.replace("POL:", "POL: 7")
            .replace("OM:", "OM: ?")
            .replace("JR:  ", "JR: 10")
            .replace("effort:", "effort: 8")
    }

    #[test]
    fn a_filled_form_comes_back_through_e_mail() {
        let quoted: String = filled().lines().map(|line| format!("> {line}\r\n")).collect();
        let row = read(&session(), &quoted).unwrap();
        assert_eq!(row, EstimateRow { by: "JR".into(), scores: vec![Some(7), None, Some(10)], effort: Some(8) });
    }

    #[test]
    fn a_wrong_form_names_its_line_and_reason() {
        let wrong = |from: &str, to: &str| read(&session(), &filled().replace(from, to)).unwrap_err();
        assert_eq!(wrong("POL: 7", "POL: 11").problem, "form-score");
        assert_eq!(wrong("POL: 7", "POL:").problem, "form-empty");
        assert_eq!(wrong("POL: 7", "XYZ: 7").problem, "form-unknown");
        assert_eq!(wrong("POL: 7", "OM: 7").problem, "form-twice");
        assert_eq!(wrong("round: 1", "round: 3").problem, "form-other-round");
        assert_eq!(wrong("by: JR", "by: ABC").problem, "form-unknown-partner");
        assert_eq!(wrong("effort: 8", "").problem, "form-missing");
        let error = wrong("POL: 7", "POL: elf");
        assert_eq!(filled().lines().nth(error.line - 1).unwrap().split(':').next(), Some("POL"));
    }
}
