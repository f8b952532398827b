//! Pictures within the content of a page of a PDF: their bytes may look like anything, and are passed over.

/// What stands for a picture instead: one drawn by a name that no part has.
const DRAWN: &[u8] = b" /- Do ";

/// The content of a page without the bytes of the pictures in it.
pub(super) fn without_inline(content: &[u8]) -> Vec<u8> {
    let mut kept = Vec::with_capacity(content.len());
    let mut at = 0;
    while let Some(byte) = content.get(at) {
        let rest = content.get(at..).unwrap_or_default();
        let length = match byte {
            b'(' => string(rest),
            b'%' => rest.iter().position(|byte| matches!(byte, b'\r' | b'\n')).unwrap_or(rest.len()),
            b'B' if ends_before(&kept) => match picture(rest) {
                Some(length) => {
                    kept.extend(DRAWN);
                    at += length;
                    continue;
                }
                None => 1,
            },
            _ => 1,
        };
        kept.extend(rest.get(..length).unwrap_or(rest));
        at += length;
    }
    kept
}

fn ends_before(kept: &[u8]) -> bool {
    kept.last().is_none_or(u8::is_ascii_whitespace)
}

/// How long a string is, with those in it.
fn string(rest: &[u8]) -> usize {
    let mut open = 0_usize;
    let mut bytes = rest.iter().enumerate();
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'\\' => drop(bytes.next()),
            b'(' => open += 1,
            b')' if open == 1 => return at + 1,
            b')' => open -= 1,
            _ => {}
        }
    }
    rest.len()
}

/// How long a picture is: what it is like, `ID`, its bytes, `EI`.
fn picture(rest: &[u8]) -> Option<usize> {
    let is_apart = |at: usize| rest.get(at).is_none_or(u8::is_ascii_whitespace);
    let word = |word: &[u8], from: usize| {
        let found = rest
            .get(from..)?
            .windows(word.len() + 1)
            .position(|window| matches!(window, [before, own @ ..] if before.is_ascii_whitespace() && own == word));
        found.map(|at| from + at + 1 + word.len())
    };
    if !rest.starts_with(b"BI") || !is_apart(2) {
        return None;
    }
    let data = word(b"ID", 2).filter(|at| is_apart(*at))?;
    let mut end = word(b"EI", data)?;
    while !is_apart(end) {
        end = word(b"EI", end)?;
    }
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::without_inline;

    #[test]
    fn the_bytes_of_a_picture_are_passed_over_and_those_of_a_text_are_not() {
        let content = b"q BI /W 1 /F /AHx ID \x00) EIx > EI Q (BI ID EI \\) (x)) Tj";
        assert_eq!(without_inline(content), b"q  /- Do  Q (BI ID EI \\) (x)) Tj");
        for content in [&b"BI"[..], b"BI ID", b"(BI", b"BT ET"] {
            assert_eq!(without_inline(content), content);
        }
    }
}
