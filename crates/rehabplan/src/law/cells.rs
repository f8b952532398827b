//! Where a rule applies: its row of the matrix.

use std::fmt;

use super::provision::Provision;
use crate::case::Variant;

/// What applies in one case variant: a cell of the matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// `-`: not relevant.
    NotRelevant,
    /// `K`: required.
    Required,
    /// `K°`: required when the rule's own condition is there.
    Conditional,
    /// `U §x,y`: exempt under a provision when the conditions of the exemption are there; otherwise required.
    Exempt(Provision),
    /// `S`: only a person can judge.
    Judgement,
}

impl fmt::Display for Cell {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotRelevant => formatter.write_str("-"),
            Self::Required => formatter.write_str("K"),
            Self::Conditional => formatter.write_str("K°"),
            Self::Judgement => formatter.write_str("S"),
            Self::Exempt(Provision { paragraf, stk: Some(stk), .. }) => write!(formatter, "U §{paragraf},{stk}"),
            Self::Exempt(Provision { paragraf, .. }) => write!(formatter, "U §{paragraf}"),
        }
    }
}

/// A row of the matrix: one cell for each of the 15 variants, a byte each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cells([u8; 15]);

/// What a byte of a row stands for, and from [`EXEMPT`] on an exemption under a provision.
const NOT_RELEVANT: u8 = 0;
const REQUIRED: u8 = 1;
const CONDITIONAL: u8 = 2;
const JUDGEMENT: u8 = 3;
const EXEMPT: u8 = 4;

/// The provisions that exempt.
pub(super) const EXEMPTING: [Provision; 11] = [
    Provision::p(1).stk(2),
    Provision::p(4).stk(2),
    Provision::p(5).stk(2),
    Provision::p(5).stk(3),
    Provision::p(7).stk(1),
    Provision::p(12).stk(1),
    Provision::p(12).stk(2),
    Provision::p(13).stk(1),
    Provision::p(13).stk(2),
    Provision::p(14),
    Provision::p(15).stk(1),
];

impl Cells {
    /// A row in which nothing is relevant yet.
    pub(crate) const NONE: Self = Self([NOT_RELEVANT; 15]);

    const fn set(self, cell: u8, variants: &[Variant]) -> Self {
        let mut cells = self.0;
        let mut rest = variants;
        while let [variant, others @ ..] = rest {
            // The place of a variant is its discriminant, which is below 15.
            #[allow(clippy::indexing_slicing)]
            {
                cells[*variant as usize] = cell;
            }
            rest = others;
        }
        Self(cells)
    }

    /// Required in these variants.
    pub(crate) const fn required(self, variants: &[Variant]) -> Self {
        self.set(REQUIRED, variants)
    }

    /// Required in these variants when the rule's own condition is there.
    pub(crate) const fn conditional(self, variants: &[Variant]) -> Self {
        self.set(CONDITIONAL, variants)
    }

    /// Exempt in these variants under one of the [provisions that exempt](EXEMPTING). Another one does not compile.
    pub(crate) const fn exempt(self, provision: Provision, variants: &[Variant]) -> Self {
        let mut cell = EXEMPT;
        // Rows are made by the compiler.
        #[allow(clippy::indexing_slicing)]
        while !EXEMPTING[(cell - EXEMPT) as usize].is_same_stk(provision) {
            cell += 1;
        }
        self.set(cell, variants)
    }

    /// For a person to judge in these variants.
    pub(crate) const fn judgement(self, variants: &[Variant]) -> Self {
        self.set(JUDGEMENT, variants)
    }

    /// The cell of a variant.
    #[must_use]
    pub fn get(&self, variant: Variant) -> Cell {
        match self.0.get(variant as usize).copied() {
            None | Some(NOT_RELEVANT) => Cell::NotRelevant,
            Some(REQUIRED) => Cell::Required,
            Some(CONDITIONAL) => Cell::Conditional,
            Some(JUDGEMENT) => Cell::Judgement,
            Some(exempt) => {
                EXEMPTING.get(usize::from(exempt - EXEMPT)).map_or(Cell::NotRelevant, |by| Cell::Exempt(*by))
            }
        }
    }
}
