//! Documents as the items of a batch: each is read when it is its turn.

use std::path::Path;
use std::sync::Arc;

use rehabplan::report::{InputCode, InputFinding};
use rehabplan::text::Wording;
use rehabplan::{Horizon, Lang};
use rehabplan_batch::{Format, Item, Made, Origins, Problem, Reader};

use super::{Document, DocumentError, Documents, is_document};
use crate::items::problem;
use crate::limits::MAX_DOCUMENT_BYTES;
use crate::record::{NameKind, Unread};

/// The names that files of documents have: those that are read, and those of which is said what to do.
const ENDINGS: [&str; 12] = ["docx", "docm", "dotx", "dotm", "odt", "ott", "pdf", "doc", "dot", "rtf", "fodt", "pages"];

impl Format for Documents {
    fn is_called_so(&self, path: &Path) -> bool {
        let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
        // Word writes such a file beside a document that somebody has open.
        ENDINGS.contains(&&*ending) && !name.starts_with("~$")
    }

    fn items(&self, path: &Path) -> Box<dyn Iterator<Item = Item> + Send> {
        let (documents, path) = (self.clone(), path.to_owned());
        Box::new(std::iter::once(Item::made(move || made(documents.open(&path)))))
    }

    fn by_content(&self, first: &[u8]) -> Option<Reader<'_>> {
        let read = |bytes: &[u8]| made(self.read(bytes));
        is_document(first).then(|| Reader { max_bytes: MAX_DOCUMENT_BYTES, read: Box::new(read) })
    }
}

fn made(read: Result<Document, DocumentError>) -> Result<Made, Problem> {
    let document = read.map_err(|error| problem(error.code(), |lang| error.message(lang)))?;
    Ok(Made { plan: document.plan(), origins: Arc::new(document) })
}

impl Document {
    fn is_doubtful(&self, pointer: &str) -> bool {
        self.unplaced_at(pointer).is_some_and(|unplaced| unplaced.kind == NameKind::Line)
    }
}

impl Origins for Document {
    fn origin(&self, pointer: &str, lang: Lang) -> Option<String> {
        let beside = || self.beside.iter().find(|beside| beside.pointer() == pointer);
        match self.unplaced_at(pointer) {
            Some(unplaced) => Some(unplaced.text(lang)),
            None => match beside() {
                Some(beside) => Some(beside.text().get(lang).to_owned()),
                None => Document::origin(self, pointer).map(|origin| origin.text(lang)),
            },
        }
    }

    fn message(&self, finding: &InputFinding) -> Option<Wording> {
        let unread = || Document::origin(self, &finding.path).and_then(|origin| origin.unread).map(Unread::message);
        let is_line = self.is_doubtful(&finding.path);
        is_line.then_some(Wording::new(
            "Linjen kan være en overskrift, som ikke er genkendt; den og teksten under den er læst som en del af svaret ovenfor, så det kan ikke afgøres, om der mangler overskrifter",
            "The line may be a heading that was not recognised; it and the text under it were read as a part of the answer above, so it cannot be determined whether headings are missing",
        )).or_else(unread).or_else(|| match finding.code {
            InputCode::NotAList | InputCode::NotAnObject => Some(Wording::new(
                "Det, der står der, kan ikke læses som en række for hver, og er måske ikke svaret",
                "What stands there cannot be read as one row for each, and may not be the answer",
            )),
            InputCode::NotText => Some(Wording::new(
                "Det, der står der, kan ikke læses som et svar: et billede, skjult tekst, en linje, der kan være en overskrift, eller en henvisning til en side",
                "What stands there cannot be read as an answer: a picture, hidden text, a line that may be a heading, or a reference to a page",
            )),
            _ => None,
        })
    }

    fn remedy(&self, finding: &InputFinding) -> Option<Wording> {
        let unread = || Document::origin(self, &finding.path).and_then(|origin| origin.unread).map(Unread::remedy);
        Some(match finding.code {
            InputCode::Unplaced if self.is_doubtful(&finding.path) => Wording::new(
                "Giv overskrifterne typografi, fed skrift eller nummer; er linjen en overskrift, så giv den en plads i et kort",
                "Give the headings a style, bold type or a number; if the line is a heading, give it a place in a mapping",
            ),
            InputCode::Unplaced => return None,
            _ if unread().is_some() => return unread(),
            InputCode::NotADate => Wording::new(
                "Skriv en mulig dato, som 2. marts 2020, eller lad det stå tomt",
                "Write a possible date, such as 2. marts 2020, or leave it blank",
            ),
            InputCode::NotABoolean => {
                Wording::new("Skriv ja eller nej, eller sæt ét kryds", "Write yes or no, or tick one box")
            }
            InputCode::NotANumber { .. } | InputCode::NotWhole { .. } => Wording::new(
                "Skriv et tal fra {min} til {max}, eller lad det stå tomt",
                "Write a number from {min} to {max}, or leave it blank",
            ),
            InputCode::NotAList | InputCode::NotAnObject => Wording::new(
                "Skriv svaret med ord under overskriften, eller som en tabel med en række for hver",
                "Write the answer in words under the heading, or as a table with one row for each",
            ),
            InputCode::NotText => Wording::new(
                "Skriv svaret som almindelig tekst under overskriften, ved siden af ledeteksten eller i feltet",
                "Write the answer as plain text under the heading, beside the label or in the field",
            ),
            _ => return None,
        })
    }

    fn horizon(&self) -> Option<&Horizon> {
        Some(Document::horizon(self))
    }

    fn unplaced(&self) -> Vec<String> {
        let beside = self.beside.iter().filter(|beside| beside.is_text());
        let unplaced = self.unplaced.iter().filter(|unplaced| unplaced.kind != NameKind::Line);
        unplaced.map(super::Unplaced::pointer).chain(beside.map(|beside| beside.pointer())).collect()
    }

    fn doubtful(&self) -> Vec<String> {
        let lines = self.unplaced.iter().filter(|unplaced| unplaced.kind == NameKind::Line);
        lines.map(super::Unplaced::pointer).collect()
    }

    fn meant(&self) -> Vec<(String, String)> {
        self.meant.clone()
    }

    fn absent(&self) -> Vec<String> {
        self.absent.clone()
    }

    fn shared(&self) -> Vec<(String, String)> {
        self.shared.clone()
    }

    fn blank(&self) -> Vec<String> {
        self.blank.clone()
    }

    fn unread(&self, lang: Lang) -> Vec<&'static str> {
        self.beside.iter().filter(|beside| !beside.is_text()).map(|beside| beside.text().get(lang)).collect()
    }
}
