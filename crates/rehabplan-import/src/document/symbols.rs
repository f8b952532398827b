//! Signs of fonts that draw signs instead of letters.

use super::flow::LOST;

/// Text in a font that draws signs instead of letters.
pub(super) fn symbols(text: &str) -> String {
    text.chars().map(|letter| symbol(&format!("{:04X}", letter as u32 & 0xFF | 0xF000))).collect()
}

/// Text with the signs that such a font left among its letters.
pub(super) fn private(text: &str) -> String {
    let sign = |letter: char| match letter {
        '\u{f020}'..='\u{f0ff}' => symbols(letter.encode_utf8(&mut [0; 4])),
        letter => letter.to_string(),
    };
    text.chars().map(sign).collect()
}

/// Signs of the font that has letters of Greek and of mathematics.
pub(super) fn letter(code: &str) -> &'static str {
    match code.to_ascii_uppercase().as_str() {
        "F0A3" => "≤",
        "F0AE" => "→",
        "F0B0" => "°",
        "F0B1" => "±",
        "F0B3" => "≥",
        "F0B4" => "×",
        "F0B7" => "•",
        "F0B9" => "≠",
        "F0BB" => "≈",
        _ => LOST,
    }
}

/// Signs of the fonts that draw boxes to tick.
pub(super) fn symbol(code: &str) -> &'static str {
    match code.to_ascii_uppercase().as_str() {
        "F0FE" | "F0FD" | "F078" | "F054" | "F052" | "F053" => "☒",
        "F0A8" | "F06F" | "F0A3" | "F071" | "F030" => "☐",
        "F0FC" | "F050" => "✓",
        _ => " ",
    }
}
