//! How wide letters are in the fonts that every reader of PDF has, whose widths a file need not say. They are known closely
//! enough to tell the gap between two cells from that between two words.

/// The width of a letter in a font by its name, in thousandths of its size.
pub(super) fn of(font: &str, is_bold: bool, letter: char) -> f64 {
    const FIXED: f64 = 600.0;
    let factor = match font {
        font if font.contains("courier") => return FIXED,
        font if font.contains("times") => 0.9,
        _ => 1.0,
    };
    upright(letter) * if is_bold { factor * 1.09 } else { factor }
}

/// The width of a letter in a font without serifs.
fn upright(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | '\'' => 222.0,
        ' ' | 'f' | 't' | 'I' | '.' | ',' | ':' | ';' | '!' | '/' | '[' | ']' | '\u{a0}' => 278.0,
        'r' | '-' | '(' | ')' | '"' | '·' => 333.0,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'J' => 500.0,
        'F' | 'T' | 'Z' | 'ø' => 611.0,
        'A' | 'B' | 'E' | 'K' | 'P' | 'S' | 'V' | 'X' | 'Y' | 'Å' | 'É' | '&' => 667.0,
        'C' | 'D' | 'H' | 'N' | 'R' | 'U' | 'w' => 722.0,
        'G' | 'O' | 'Q' | 'Ø' => 778.0,
        'm' | 'M' => 833.0,
        'æ' | '%' => 889.0,
        'W' | 'Æ' | '—' => 1_000.0,
        _ => 556.0,
    }
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn a_word_is_as_wide_as_it_is_drawn() {
        let width = |font: &str, text: &str| text.chars().map(|letter| of(font, false, letter)).sum::<f64>();
        // Measured as Helvetica, Courier and Times draw it.
        assert!((width("helvetica", "Erfaringer og ressourcer") - 10_781.0).abs() < 200.0);
        assert!((width("courier", "Familie") - 4_200.0).abs() < 1.0);
        assert!((width("times-roman", "Erfaringer og ressourcer") - 9_718.0).abs() < 200.0);
    }
}
