//! The values that are written as one JSON scalar, and how each is read.

use super::anything::Anything;
use super::date::Date;
use super::number::{Count, Number};
use super::scalar::Scalar;
use super::state::{Leaves, State};
use super::stated::States;
use super::text::{Text, TextOrNumber};
use crate::input::InputCode;
use crate::plan::FieldKind;
use crate::reply::{self, Reply};

/// A value that is written as one JSON scalar.
pub(crate) trait Leaf<'a>: States<'a> + Sized {
    /// Whether a value makes the part that holds it present (A7: a § 12 mark does not).
    const COUNTS: bool = true;

    /// What a field with such a value holds.
    const KIND: FieldKind;

    /// Reads the value from what stands in its place, `null` apart. `Ok(None)` when that is an empty answer.
    fn parse(scalar: Scalar<'a>) -> Result<Option<Self>, InputCode>;

    /// In which state it is, as parts and lists see it.
    #[inline]
    fn leaves(&self) -> Leaves {
        Leaves::of(State::Present)
    }

    /// The value as free text, if it is such.
    fn as_text(&self) -> Option<&Text<'a>> {
        None
    }
}

impl<'a> Leaf<'a> for Text<'a> {
    const KIND: FieldKind = FieldKind::Text;

    fn parse(scalar: Scalar<'a>) -> Result<Option<Self>, InputCode> {
        scalar.into_text().map(|text| Some(text.into())).ok_or(InputCode::NotText)
    }

    #[inline]
    fn leaves(&self) -> Leaves {
        Text::leaves(self)
    }

    fn as_text(&self) -> Option<&Text<'a>> {
        Some(self)
    }
}

impl<'a> Leaf<'a> for Date {
    const KIND: FieldKind = FieldKind::Date;

    fn parse(scalar: Scalar<'a>) -> Result<Option<Self>, InputCode> {
        let text = scalar.into_text().ok_or(InputCode::NotADate)?;
        match Self::parse(&text).or_else(|| Self::parse(text.trim())) {
            // What programs write for no date (0001-01-01, 1900-01-01, 9999-12-31) is none that anything in a case can have.
            Some(date) if !(1901..9999).contains(&date.year()) => Err(InputCode::NotADate),
            Some(date) => Ok(Some(date)),
            None if reply::is_placeholder_alone(&text) => Ok(None),
            None => Err(InputCode::NotADate),
        }
    }

    #[inline]
    fn leaves(&self) -> Leaves {
        Leaves::DAY
    }
}

impl<'a> Leaf<'a> for bool {
    const KIND: FieldKind = FieldKind::Boolean;

    fn parse(scalar: Scalar<'a>) -> Result<Option<Self>, InputCode> {
        match scalar {
            Scalar::Boolean(value) => Ok(Some(value)),
            other if other.is_nothing(reply::is_no_value) => Ok(None),
            _ => Err(InputCode::NotABoolean),
        }
    }
}

/// A number between two bounds, once for all bounds.
fn number_within(scalar: &Scalar<'_>, min: u32, max: u32) -> Result<Option<f64>, InputCode> {
    match scalar {
        Scalar::Number(value) if (f64::from(min)..=f64::from(max)).contains(value) => Ok(Some(*value)),
        Scalar::Number(_) => Err(InputCode::OutOfRange { min, max }),
        other if other.is_nothing(reply::is_placeholder_alone) => Ok(None),
        _ => Err(InputCode::NotANumber { min, max }),
    }
}

impl<'a, const MIN: u32, const MAX: u32> Leaf<'a> for Number<MIN, MAX> {
    const KIND: FieldKind = FieldKind::Number;

    fn parse(scalar: Scalar<'a>) -> Result<Option<Self>, InputCode> {
        Ok(number_within(&scalar, MIN, MAX)?.and_then(Self::new))
    }
}

impl<'a, const MIN: u32, const MAX: u32> Leaf<'a> for Count<MIN, MAX> {
    const KIND: FieldKind = FieldKind::Number;

    fn parse(scalar: Scalar<'a>) -> Result<Option<Self>, InputCode> {
        if matches!(scalar, Scalar::Number(value) if value.fract() != 0.0) {
            return Err(InputCode::NotWhole { min: MIN, max: MAX });
        }
        // The bounds are those of `u32`, so the conversion is exact.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        Ok(number_within(&scalar, MIN, MAX)?.and_then(|value| Self::new(value as u32)))
    }
}

impl<'a> Leaf<'a> for TextOrNumber<'a> {
    const KIND: FieldKind = FieldKind::Text;

    fn parse(scalar: Scalar<'a>) -> Result<Option<Self>, InputCode> {
        match scalar {
            Scalar::Text(text) => Ok(Some(Self::Text(text.into()))),
            Scalar::Number(_) => Ok(Number::parse(scalar)?.map(Self::Number)),
            _ => Err(InputCode::NotText),
        }
    }

    #[inline]
    fn leaves(&self) -> Leaves {
        self.as_text().map_or(Leaves::of(State::Present), Text::leaves)
    }

    fn as_text(&self) -> Option<&Text<'a>> {
        match self {
            Self::Text(text) => Some(text),
            Self::Number(_) => None,
        }
    }
}

impl<'a> Leaf<'a> for Anything {
    const KIND: FieldKind = FieldKind::Anything;

    fn parse(scalar: Scalar<'a>) -> Result<Option<Self>, InputCode> {
        let is_empty = match &scalar {
            Scalar::Text(text) => matches!(reply::reply(text), Reply::Blank | Reply::Nothing),
            Scalar::Boolean(value) => !value,
            Scalar::Composite { empty } => *empty,
            _ => false,
        };
        Ok((!is_empty).then_some(Self))
    }
}
