//! Strings as V8 keeps most of them: a byte for each character, which is copied sooner than it is encoded.

/// A text in UTF-8 that stands in Latin-1.
pub(crate) fn to_utf8(latin1: &[u8]) -> Vec<u8> {
    let mut utf8 = Vec::with_capacity(latin1.len() + latin1.len() / 8);
    // Most of a plan is ASCII, and goes over in pieces.
    let (pieces, rest) = latin1.as_chunks::<8>();
    for piece in pieces {
        if piece.is_ascii() { utf8.extend_from_slice(piece) } else { each(piece, &mut utf8) }
    }
    each(rest, &mut utf8);
    utf8
}

fn each(latin1: &[u8], utf8: &mut Vec<u8>) {
    for byte in latin1 {
        utf8.extend_from_slice(char::from(*byte).encode_utf8(&mut [0; 2]).as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::to_utf8;

    #[test]
    fn every_character_becomes_itself() {
        let latin1: Vec<u8> = (0..=255).chain(b"sag".iter().copied()).chain([0xe6, b'b', 0xf8, 0xe5]).collect();
        let text: String = latin1.iter().copied().map(char::from).collect();
        for (start, _) in latin1.iter().enumerate() {
            let part: Vec<u8> = latin1.iter().skip(start).copied().collect();
            assert_eq!(to_utf8(&part), text.chars().skip(start).collect::<String>().as_bytes());
        }
    }
}
