//! Places in the regulation.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::json::{Json, Members};

/// A place in the regulation.
///
/// Shown as in `§ 3, stk. 1, nr. 5`, `§ 5, stk. 1, nr. 1, 2. pkt.` or `§ 2, stk. 2 (1. led)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Provision {
    /// § (paragraf).
    pub paragraf: u8,
    /// Stykke; `None` in a paragraph that has only one.
    pub stk: Option<u8>,
    /// Number in a list.
    pub nr: Option<u8>,
    /// Sentence (punktum).
    pub pkt: Option<u8>,
    /// A part of a sentence that the regulation does not number itself.
    pub led: Option<&'static str>,
}

impl Provision {
    /// A paragraph.
    #[must_use]
    pub const fn p(paragraf: u8) -> Self {
        Self { paragraf, stk: None, nr: None, pkt: None, led: None }
    }

    /// A stykke of the paragraph.
    #[must_use]
    pub const fn stk(mut self, stk: u8) -> Self {
        self.stk = Some(stk);
        self
    }

    pub(super) const fn is_same_stk(self, other: Self) -> bool {
        let is_same = match (self.stk, other.stk) {
            (Some(one), Some(another)) => one == another,
            (None, None) => true,
            _ => false,
        };
        self.paragraf == other.paragraf && is_same
    }

    /// Whether another provision is this one or a part of it.
    pub(super) fn holds(self, other: Self) -> bool {
        let is_at = |own: Option<u8>, other| own.is_none() || own == other;
        self.paragraf == other.paragraf
            && is_at(self.stk, other.stk)
            && is_at(self.nr, other.nr)
            && is_at(self.pkt, other.pkt)
            && (self.led.is_none() || self.led == other.led)
    }

    /// A number of the list.
    #[must_use]
    pub const fn nr(mut self, nr: u8) -> Self {
        self.nr = Some(nr);
        self
    }

    /// A sentence.
    #[must_use]
    pub const fn pkt(mut self, pkt: u8) -> Self {
        self.pkt = Some(pkt);
        self
    }

    /// A part of the sentence.
    #[must_use]
    pub const fn led(mut self, led: &'static str) -> Self {
        self.led = Some(led);
        self
    }
}

impl fmt::Display for Provision {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "§ {}", self.paragraf)?;
        if let Some(stk) = self.stk {
            write!(formatter, ", stk. {stk}")?;
        }
        if let Some(nr) = self.nr {
            write!(formatter, ", nr. {nr}")?;
        }
        if let Some(pkt) = self.pkt {
            write!(formatter, ", {pkt}. pkt.")?;
        }
        if let Some(led) = self.led {
            write!(formatter, " ({led})")?;
        }
        Ok(())
    }
}

impl Serialize for Provision {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Json::Object(&|members: &mut Members<'_>| self.write(members)).serialize(serializer)
    }
}

impl Provision {
    pub(crate) fn write(&self, members: &mut Members<'_>) {
        members.number("paragraf", self.paragraf.into());
        members.number_or_null("stk", self.stk);
        members.number_or_null("nr", self.nr);
        members.number_or_null("pkt", self.pkt);
        members.text_or_null("led", self.led);
    }
}
