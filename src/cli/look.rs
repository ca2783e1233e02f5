//! The colours that the screen is in: chosen by a person, by the environment, or by what the terminal says of itself.

use crate::widgets::Colours;

/// The colours, and whether the terminal is still to be asked on which ground it writes.
pub fn chosen(theme: Option<&str>) -> (Colours, bool) {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    colours(theme, set("NO_COLOR").is_some(), set("COLORTERM").as_deref(), set("COLORFGBG").as_deref())
}

fn colours(theme: Option<&str>, plain: bool, depth: Option<&str>, ground: Option<&str>) -> (Colours, bool) {
    let light = ground.and_then(is_light);
    let known = light.unwrap_or(false);
    match theme {
        _ if plain => (Colours::None, false),
        Some("dark") => (Colours::Dark, false),
        Some("light") => (Colours::Light, false),
        Some("contrast") => (Colours::Contrast, false),
        Some("terminal") => (Colours::Terminal { light: known }, light.is_none()),
        // Whoever does not say that it has all colours may show others for them.
        Some(_) | None if !matches!(depth, Some("truecolor" | "24bit")) => {
            (Colours::Terminal { light: known }, light.is_none())
        }
        Some(_) | None if known => (Colours::Light, false),
        Some(_) | None => (Colours::Dark, light.is_none()),
    }
}

/// From `15;0`, letters and ground by their place among the sixteen, to whether the ground is light.
fn is_light(ground: &str) -> Option<bool> {
    let place: u8 = ground.rsplit(';').next()?.parse().ok()?;
    Some(matches!(place, 7 | 9..=15))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_comes_before_the_environment_and_that_before_the_terminal() {
        let all = Some("truecolor");
        assert_eq!(colours(Some("light"), true, all, None), (Colours::None, false));
        assert_eq!(colours(Some("contrast"), false, None, Some("0;15")), (Colours::Contrast, false));
        assert_eq!(colours(None, false, all, Some("0;15")), (Colours::Light, false));
        assert_eq!(colours(None, false, all, Some("15;0")), (Colours::Dark, false));
        assert_eq!(colours(Some("auto"), false, all, None), (Colours::Dark, true));
        assert_eq!(colours(None, false, None, Some("15;default;0")), (Colours::Terminal { light: false }, false));
        assert_eq!(colours(Some("terminal"), false, all, None), (Colours::Terminal { light: false }, true));
    }
}
