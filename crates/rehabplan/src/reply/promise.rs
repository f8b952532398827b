//! Promises that something will be found (A49).

use super::beginnings::Seconds;
use super::lists::{LATER, LATER_BESIDE};
use super::words::{IS_SMALL, is_one_of, next_word};
use crate::markup;

/// Whether `text` says no more than that it is put off: »afklares løbende«, »tilbud aftales på næste møde«. As a reference, a
/// promise is known by its form, and a single word more, such as what is to be found, makes it an answer.
pub(crate) fn is_later(text: &str) -> bool {
    /// Nobody puts off at such length without saying what.
    const MOST: usize = 12;
    // (Nearly all are out by two letters. Small before fast in a browser.)
    let is_out = |word: &str| !IS_SMALL && BEGIN.iter().all(|begin| begin.leave_out(word));
    let begins = next_word(&mut { text }).is_some_and(|word| is_out(word) || !is_of_a_promise(word));
    if begins && !markup::is_in(text) {
        return false;
    }
    let plain = markup::removed(text);
    let (mut rest, mut puts_off) = (&*plain, false);
    for _ in 0..MOST {
        match next_word(&mut rest) {
            None => return puts_off,
            Some(word) if is_one_of(word, LATER) => puts_off = true,
            Some(word) if is_one_of(word, LATER_BESIDE) => {}
            Some(_) => return false,
        }
    }
    false
}

/// How the words of a promise begin.
static BEGIN: [Seconds; 2] = [Seconds::of(LATER), Seconds::of(LATER_BESIDE)];

fn is_of_a_promise(word: &str) -> bool {
    is_one_of(word, LATER) || is_one_of(word, LATER_BESIDE)
}

#[cfg(test)]
mod tests {
    use super::is_later;

    #[test]
    fn a_promise_is_known_by_its_form() {
        for text in [
            "afklares senere",
            "Afklares løbende.",
            "Aftales senere",
            "Fastlægges på mødet",
            "under udarbejdelse",
            "Drøftes nærmere",
            "Det drøftes nærmere på næste møde med borgeren",
            "Tilbud og aktiviteter aftales ved første opfølgning",
            "Endnu ikke fastlagt",
            "Indsatsen er ikke planlagt endnu",
            "<p>Bliver aftalt senere</p>",
            "AFTALES LOEBENDE",
            "Bliver fastlagt på næste møde",
            "Fastsættes på mødet",
            "Aftales med borger",
            "Indsatser aftales",
            "Bestemmes i samarbejde med borgeren",
            "Er endnu uafklaret",
        ] {
            assert!(is_later(text), "{text}");
        }
        for text in [
            "",
            "Virksomhedspraktik aftales senere",
            "Mentor fastlægges på mødet",
            "Løbende opfølgning",
            "Samtale med borgeren",
            "Aftalt med borgeren",
            "Borgeren bliver i sin praktik",
            "Møde med sagsbehandleren",
            "Afklares i virksomhedspraktik",
            "Indsatsen fastlægges nærmere, men begynder med et træningsforløb",
            "Det er ikke muligt for borgeren at møde før kl. 10",
        ] {
            assert!(!is_later(text), "{text}");
        }
        assert!(!is_later(&"aftales ".repeat(13)));
    }
}
