//! How parts, fields and lists are filled.

use super::field::{Field, List};
use super::leaf::Leaf;
use super::scalar::Scalar;
#[cfg(any(not(target_arch = "wasm32"), feature = "profiles"))]
use super::state::Given;
use super::state::{Leaves, State};
#[cfg(feature = "profiles")]
use super::stated::{Stated, States};
#[cfg(feature = "profiles")]
use super::tree::Step;
use super::tree::{Entries, HasKind, Part, Shape, Value, View};
use crate::input::InputCode;
use crate::plan::FieldKind;
use crate::reply;

impl<'a> dyn Part<'a> + '_ {
    fn change(&mut self, change: impl Fn(&mut dyn Value<'a>)) {
        let mut place = 0;
        while let Some(field) = self.field_mut(place) {
            change(field);
            place += 1;
        }
    }

    fn take(&mut self, scalar: &Scalar<'a>) -> Result<(), InputCode> {
        if !scalar.is_nothing(reply::is_no_value) {
            self.change(|field| field.set_unreadable());
            return Err(InputCode::NotAnObject);
        }
        self.change(|field| field.clear());
        Ok(())
    }
}

impl<'a, P: Part<'a>> Value<'a> for P {
    fn shape(&mut self) -> Shape<'_, 'a> {
        Shape::Part(self)
    }

    fn take(&mut self, scalar: Scalar<'a>) -> Result<(), InputCode> {
        (self as &mut dyn Part<'a>).take(&scalar)
    }

    fn set_unreadable(&mut self) {
        (self as &mut dyn Part<'a>).change(|field| field.set_unreadable());
    }

    #[cfg(feature = "profiles")]
    fn below(&mut self, change: &mut dyn FnMut(Step, &mut dyn Value<'a>)) {
        for (place, key) in self.keys().iter().enumerate() {
            if let Some(field) = self.field_mut(place) {
                change(Step::Key(key.name), field);
            }
        }
    }

    fn leaves(&self) -> Leaves {
        (self as &dyn Part<'a>).leaves_of_fields()
    }

    fn view(&self) -> View<'_, 'a> {
        View::Part(self)
    }

    #[cfg(feature = "profiles")]
    fn forget(&mut self, stands_for_nothing: &dyn Fn(&str) -> bool) {
        (self as &mut dyn Part<'a>).change(|field| field.forget(stands_for_nothing));
    }
}

impl<'a, T: Leaf<'a>> HasKind for Field<T> {
    const KIND: FieldKind = T::KIND;
}

impl<'a, T: Leaf<'a>> Value<'a> for Field<T> {
    fn shape(&mut self) -> Shape<'_, 'a> {
        Shape::Leaf
    }

    #[inline]
    fn is_leaf(&self) -> bool {
        true
    }

    fn take(&mut self, scalar: Scalar<'a>) -> Result<(), InputCode> {
        *self = match scalar {
            Scalar::Null => Self::Absent,
            scalar => match T::parse(scalar) {
                Ok(None) => Self::Absent,
                Ok(Some(value)) => Self::Present(value),
                Err(code) => {
                    *self = Self::Unreadable;
                    return Err(code);
                }
            },
        };
        Ok(())
    }

    fn set_unreadable(&mut self) {
        *self = Self::Unreadable;
    }

    #[inline]
    fn leaves(&self) -> Leaves {
        match self {
            Self::Present(value) if T::COUNTS => value.leaves(),
            Self::Unreadable if T::COUNTS => Leaves::of(State::Unreadable),
            _ => Leaves::NONE,
        }
    }

    fn view(&self) -> View<'_, 'a> {
        match self.get().and_then(Leaf::as_text) {
            Some(text) if T::COUNTS => View::Text(text),
            _ => View::Other(self.state()),
        }
    }

    #[cfg(feature = "profiles")]
    fn stated(&self) -> Option<Stated<'_, 'a>> {
        self.get().map(States::stated)
    }

    #[cfg(feature = "profiles")]
    fn forget(&mut self, stands_for_nothing: &dyn Fn(&str) -> bool) {
        if self.get().and_then(Leaf::as_text).is_some_and(|text| stands_for_nothing(text.as_str())) {
            *self = Self::Absent;
        }
    }
}

impl<T: HasKind> HasKind for List<T> {
    const KIND: FieldKind = FieldKind::List { entry: &T::KIND };
}

impl<'a, T: Value<'a> + Default> Value<'a> for List<T> {
    fn shape(&mut self) -> Shape<'_, 'a> {
        *self = Self::Absent;
        self.within()
    }

    fn within(&mut self) -> Shape<'_, 'a> {
        if !matches!(self, Self::Present(_)) {
            *self = Self::Present(Vec::new());
        }
        match self {
            Self::Present(entries) => Shape::List(entries),
            Self::Absent | Self::Unreadable => Shape::Leaf,
        }
    }

    fn take(&mut self, scalar: Scalar<'a>) -> Result<(), InputCode> {
        *self = if scalar.is_nothing(reply::is_no_value) { Self::Absent } else { Self::Unreadable };
        if self.is_unreadable() { Err(InputCode::NotAList) } else { Ok(()) }
    }

    fn set_unreadable(&mut self) {
        *self = Self::Unreadable;
    }

    #[cfg(feature = "profiles")]
    fn below(&mut self, change: &mut dyn FnMut(Step, &mut dyn Value<'a>)) {
        if let Self::Present(entries) = self {
            entries.iter_mut().for_each(|entry| change(Step::Each, entry));
        }
    }

    fn leaves(&self) -> Leaves {
        match self {
            Self::Present(entries) => entries.iter().fold(Leaves::NONE, |all, entry| all.or(entry.leaves().outside())),
            Self::Absent => Leaves::NONE,
            Self::Unreadable => {
                // As one entry that cannot be read, which may be of a kind that does not count (A7).
                let mut entry = T::default();
                entry.set_unreadable();
                Leaves::of(entry.state())
            }
        }
    }

    #[cfg(any(not(target_arch = "wasm32"), feature = "profiles"))]
    fn amounts_to(&self) -> Given {
        match self {
            Self::Present(entries) => entries.iter().map(Value::amounts_to).max().unwrap_or(Given::Blank),
            Self::Absent | Self::Unreadable => self.leaves().given(),
        }
    }

    fn view(&self) -> View<'_, 'a> {
        match self {
            Self::Present(entries) => View::List(entries),
            _ => View::Other(self.state()),
        }
    }

    #[cfg(feature = "profiles")]
    fn forget(&mut self, stands_for_nothing: &dyn Fn(&str) -> bool) {
        if let Self::Present(entries) = self {
            entries.iter_mut().for_each(|entry| entry.forget(stands_for_nothing));
        }
    }
}

impl<'a, T: Value<'a> + Default> Entries<'a> for Vec<T> {
    fn add(&mut self) -> Option<&mut dyn Value<'a>> {
        self.push(T::default());
        self.last_mut().map(|entry| entry as _)
    }

    fn entry(&self, place: usize) -> Option<&dyn Value<'a>> {
        self.get(place).map(|entry| entry as _)
    }

    fn entry_mut(&mut self, place: usize) -> Option<&mut dyn Value<'a>> {
        if place == self.len() {
            return self.add();
        }
        self.get_mut(place).map(|entry| entry as _)
    }
}
