//! The colours of each designed theme, by what they mean. Every pair that can meet on the screen is held to the contrast of
//! WCAG 2.2 by the tests below: a word 4.5, a line or bar 3, and in the theme for high contrast 7 everywhere.

use ratatui::style::Color;

/// The colours of a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// What everything stands on.
    pub ground: Color,
    /// Header, footer, dialogs.
    pub panel: Color,
    /// The selected row.
    pub selected: Color,
    /// Words.
    pub text: Color,
    /// Labels and units.
    pub muted: Color,
    /// Keys, and what is here now.
    pub accent: Color,
    /// Off course, or in the way.
    pub red: Color,
    /// To be watched.
    pub amber: Color,
    /// Done well.
    pub green: Color,
    /// What others see.
    pub seen: Color,
    /// A bar or a line without a verdict.
    pub plain: Color,
    /// Rules and axes.
    pub line: Color,
    /// Letters on a fill.
    pub on: Color,
    /// The ground of what is off course.
    pub red_tint: Color,
    /// The ground of what is to be watched.
    pub amber_tint: Color,
    /// The ground of what is done well.
    pub green_tint: Color,
}

const fn rgb(hex: u32) -> Color {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color::Rgb(red, green, blue)
}

/// For a dark room.
pub const DARK: Palette = Palette {
    ground: rgb(0x11151b),
    panel: rgb(0x1b222b),
    selected: rgb(0x27394f),
    text: rgb(0xedf0f4),
    muted: rgb(0xaeb8c5),
    accent: rgb(0x7cc0ff),
    red: rgb(0xff8077),
    amber: rgb(0xffc857),
    green: rgb(0x62d49c),
    seen: rgb(0xcdafff),
    plain: rgb(0x8e9bac),
    line: rgb(0x7a8799),
    on: rgb(0x0b0e12),
    red_tint: rgb(0x45202a),
    amber_tint: rgb(0x3b2f16),
    green_tint: rgb(0x153a2d),
};

/// For daylight and projectors.
pub const LIGHT: Palette = Palette {
    ground: rgb(0xfcfcf9),
    panel: rgb(0xeef0ec),
    selected: rgb(0xd5e4f6),
    text: rgb(0x171b21),
    muted: rgb(0x46505c),
    accent: rgb(0x0a549f),
    red: rgb(0xb0121b),
    amber: rgb(0x774a00),
    green: rgb(0x0a6636),
    seen: rgb(0x6931b5),
    plain: rgb(0x66707c),
    line: rgb(0x737c87),
    on: rgb(0xffffff),
    red_tint: rgb(0xfad9d6),
    amber_tint: rgb(0xfbe8c0),
    green_tint: rgb(0xd2eedd),
};

/// For who sees less, and for bad projectors.
pub const CONTRAST: Palette = Palette {
    ground: rgb(0x000000),
    panel: rgb(0x141414),
    selected: rgb(0x00274d),
    text: rgb(0xffffff),
    muted: rgb(0xdadada),
    accent: rgb(0x9ad8ff),
    red: rgb(0xffa49c),
    amber: rgb(0xffdc4a),
    green: rgb(0x74ffb6),
    seen: rgb(0xe4ccff),
    plain: rgb(0xb4b4b4),
    line: rgb(0xb4b4b4),
    on: rgb(0x000000),
    red_tint: rgb(0x4a0f12),
    amber_tint: rgb(0x3a2e00),
    green_tint: rgb(0x003a22),
};

/// How much lighter one colour is than another, from 1 to 21 (WCAG 2.2); none for colours that the terminal makes.
pub fn contrast(one: Color, other: Color) -> Option<f64> {
    let (one, other) = (luminance(one)?, luminance(other)?);
    Some((one.max(other) + 0.05) / (one.min(other) + 0.05))
}

fn luminance(colour: Color) -> Option<f64> {
    let Color::Rgb(red, green, blue) = colour else { return None };
    let linear = |channel: u8| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    Some(0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue))
}

/// `share` of a hundred parts of one colour in another, channel by channel.
pub fn mixed(one: Color, other: Color, share: u16) -> Color {
    let (Color::Rgb(r, g, b), Color::Rgb(r2, g2, b2)) = (one, other) else { return one };
    // The mean of two channels lies between them, so it is a channel.
    let mean = |one: u8, other: u8| {
        let parts = u16::from(one) * share + u16::from(other) * (100 - share);
        u8::try_from(parts / 100).unwrap_or(u8::MAX)
    };
    Color::Rgb(mean(r, r2), mean(g, g2), mean(b, b2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at_least(what: &str, one: Color, other: Color, least: f64) {
        let found = contrast(one, other).unwrap_or_default();
        assert!(found >= least, "{what}: {found:.2} of {least}");
    }

    #[test]
    fn every_pair_of_every_theme_can_be_read() {
        for (name, palette, words, lines) in
            [("dark", DARK, 4.5, 3.0), ("light", LIGHT, 4.5, 3.0), ("contrast", CONTRAST, 7.0, 7.0)]
        {
            let Palette {
                ground, panel, selected, text, muted, accent, red, amber, green, seen, plain, line, on, ..
            } = palette;
            for (stands, under) in [("ground", ground), ("panel", panel), ("selected", selected)] {
                for (said, over) in [
                    ("text", text),
                    ("muted", muted),
                    ("accent", accent),
                    ("red", red),
                    ("amber", amber),
                    ("green", green),
                    ("seen", seen),
                ] {
                    at_least(&format!("{name}: {said} on {stands}"), over, under, words);
                }
                for (drawn, over) in [("plain", plain), ("line", line)] {
                    at_least(&format!("{name}: {drawn} on {stands}"), over, under, lines);
                }
            }
            for (fill, under) in
                [("accent", accent), ("red", red), ("amber", amber), ("green", green), ("plain", plain)]
            {
                at_least(&format!("{name}: letters on {fill}"), on, under, words);
            }
            let tints = [(palette.red_tint, red), (palette.amber_tint, amber), (palette.green_tint, green)];
            for (tint, own) in tints {
                at_least(&format!("{name}: text on a tint"), text, tint, words);
                at_least(&format!("{name}: its own colour on a tint"), own, tint, words);
            }
            at_least(&format!("{name}: muted on amber"), muted, palette.amber_tint, words);
        }
    }

    #[test]
    fn contrast_is_that_of_the_standard() {
        let of = |one, other| contrast(rgb(one), rgb(other)).unwrap_or_default();
        assert!((of(0xffffff, 0x000000) - 21.0).abs() < 1e-9);
        assert!((of(0x767676, 0xffffff) - 4.54).abs() < 0.01);
        assert_eq!(mixed(rgb(0x000000), rgb(0x646464), 40), rgb(0x3c3c3c));
    }
}
