//! Plans that are being written, as forms show them.

use rehabplan::{Draft, Lang};

use crate::thrown;
use crate::{Chosen, beside, codes, required, said};

/// Each with its number and the language of its report. A page has few of them.
#[derive(Default)]
pub(crate) struct Drafts(Vec<(u32, Draft, Lang)>);

impl Drafts {
    pub(crate) fn begin(&mut self, number: u32, Chosen { checker, lang }: &Chosen, plan: &[u8]) -> String {
        match checker.draft_slice(plan) {
            Ok(draft) => {
                let begun = said(draft.report(), *lang);
                self.0.push((number, draft, *lang));
                begun
            }
            Err(error) => thrown(error.code(), &beside::message(plan, &error, *lang)),
        }
    }

    pub(crate) fn set(&mut self, number: u32, pointer: &str, value: &str) -> String {
        let Some((_, draft, lang)) = self.numbered(number) else { return gone() };
        match draft.set(pointer, value) {
            Ok(change) if !change.is_checked => String::new(),
            Ok(change) => {
                let report = draft.report();
                codes::changed(report, &change).unwrap_or_else(|| beside::json(report, *lang))
            }
            Err(error) => thrown(error.code(), &error.message(*lang)),
        }
    }

    pub(crate) fn needs(&self, number: u32) -> String {
        let draft = self.0.iter().find(|(own, ..)| *own == number);
        draft.map_or_else(gone, |(_, draft, _)| required(draft.report()).unwrap_or_else(|error| error))
    }

    pub(crate) fn end(&mut self, number: u32) {
        self.0.retain(|(own, ..)| *own != number);
    }

    fn numbered(&mut self, number: u32) -> Option<&mut (u32, Draft, Lang)> {
        self.0.iter_mut().find(|(own, ..)| *own == number)
    }
}

/// What becomes of a draft when it is ended, or the module has begun anew.
fn gone() -> String {
    thrown("noDraft", "this draft is no more; begin it again from the plan")
}
