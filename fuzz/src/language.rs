//! Any text for the check of § 3, stk. 3.

use rehabplan::language::{Voice, recommendation};

/// Any text gets an answer: the same one each time, and places that are in the text.
pub fn language(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for voice in [Voice::Other, Voice::Citizen] {
        let found = recommendation(&text, voice);
        assert_eq!(found, recommendation(&text, voice));
        if let Some(hit) = found {
            let sentence = text.get(hit.sentence.clone()).expect("the place lies between characters of the text");
            assert!(!sentence.trim().is_empty(), "the place is empty");
            assert!(hit.score >= 0, "what does not reach the threshold is no hit");
            for place in hit.words() {
                assert!(text.get(place.clone()).is_some(), "a word lies between characters of the text");
                assert!(
                    hit.sentence.start <= place.start && place.end <= hit.sentence.end,
                    "a word is of the sentence"
                );
            }
        }
    }
}
