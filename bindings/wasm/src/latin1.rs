//! Strings as V8 keeps most of them: a byte for each character, which is copied sooner than it is encoded.

/// As many bytes go over at a time.
const PIECE: usize = size_of::<u64>();

/// A text in UTF-8 that stands in Latin-1, in room that serves one after the other.
pub(crate) fn to_utf8<'r>(latin1: &[u8], room: &'r mut Vec<u8>) -> &'r [u8] {
    // A character takes two bytes at the most, and of the last piece not all may count.
    let most = 2 * latin1.len() + PIECE;
    if room.len() < most {
        room.resize(most, 0);
    }
    let (mut rest, mut length) = (latin1, 0);
    while let Some((first, _)) = rest.split_first() {
        // What is ASCII in it stays as it is. (Most of a plan is.)
        let piece = rest.first_chunk().copied().unwrap_or([*first, u8::MAX, 0, 0, 0, 0, 0, 0]);
        let ascii = (u64::from_le_bytes(piece) & 0x8080_8080_8080_8080).trailing_zeros() as usize / PIECE;
        put(room, length, piece);
        length += ascii;
        rest = rest.get(ascii..).unwrap_or_default();
        if let [letter, behind @ ..] = rest
            && !letter.is_ascii()
        {
            put(room, length, [0xc0 | letter >> 6, 0x80 | letter & 0x3f]);
            length += 2;
            rest = behind;
        }
    }
    room.get(..length).unwrap_or_default()
}

fn put<const N: usize>(room: &mut [u8], at: usize, bytes: [u8; N]) {
    if let Some(place) = room.get_mut(at..at + N) {
        place.copy_from_slice(&bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::to_utf8;

    #[test]
    fn every_character_becomes_itself() {
        let latin1: Vec<u8> = (0..=255).chain(b"sag".iter().copied()).chain([0xe6, b'b', 0xf8, 0xe5]).collect();
        let mut room = Vec::new();
        let text: String = latin1.iter().copied().map(char::from).collect();
        for (start, _) in latin1.iter().enumerate() {
            let part: Vec<u8> = latin1.iter().skip(start).copied().collect();
            assert_eq!(to_utf8(&part, &mut room), text.chars().skip(start).collect::<String>().as_bytes());
        }
    }
}
