//! The plan as a tree of parts, lists and fields, which the reader, and whoever asks what is filled in, knows as one kind of
//! value.

use super::key::Key;
use super::scalar::Scalar;
use super::state::{Given, Leaves, State};
#[cfg(feature = "profiles")]
use super::stated::Stated;
use super::text::Text;
use crate::input::InputCode;
use crate::plan::FieldKind;

/// One step on the way to a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    Key(&'static str),
    /// Any entry of a list.
    Each,
}

/// A type that a field of the plan can have.
pub(crate) trait HasKind {
    /// What such a field holds.
    const KIND: FieldKind;
}

/// In which states the leaves of a field are, as its part sees them: a day below a part or a list in it is an answer like any other.
#[inline]
pub(crate) fn leaves_of<'a>(field: &(impl Value<'a> + ?Sized)) -> Leaves {
    let leaves = field.leaves();
    if field.is_leaf() { leaves } else { leaves.outside() }
}

/// A field, a list or a part: what the reader can fill. The reader knows it as `dyn Value`, so that the parser is compiled
/// once, and not for each type of the plan.
pub(crate) trait Value<'a> {
    /// How the value is filled. A list begins anew.
    fn shape(&mut self) -> Shape<'_, 'a>;

    /// The same, to go on in what stands there: a list keeps its entries.
    fn within(&mut self) -> Shape<'_, 'a> {
        self.shape()
    }

    /// Whether the value is filled from one scalar, whatever stands there.
    fn is_leaf(&self) -> bool {
        false
    }

    /// Takes what stands in the value's place, when that is not the list or the object that belongs there. `null` makes
    /// the value absent. An error says why the value is unreadable.
    fn take(&mut self, scalar: Scalar<'a>) -> Result<(), InputCode>;

    /// Something stands here, but it cannot be read.
    fn set_unreadable(&mut self);

    /// What there is to look at.
    fn view(&self) -> View<'_, 'a>;

    /// What a field that can be read states; `None` for parts and lists, too.
    #[cfg(feature = "profiles")]
    fn stated(&self) -> Option<Stated<'_, 'a>> {
        None
    }

    /// In which states the leaves of the value are. Rules ask for little else.
    fn leaves(&self) -> Leaves;

    /// Whether anything is filled in.
    fn state(&self) -> State
    where
        Self: Sized,
    {
        self.leaves().state()
    }

    /// What the value amounts to as an answer: a list what its best entry does, so that one that only says "ingen" changes nothing
    /// beside another (A49). Code of its own for each type, since rules ask for little else.
    #[cfg(any(not(target_arch = "wasm32"), feature = "profiles"))]
    fn amounts_to(&self) -> Given {
        self.leaves().given()
    }

    /// The same of what is no `dyn Value`.
    fn given(&self) -> Given
    where
        Self: Sized,
    {
        (self as &dyn Value<'a>).amounts_to()
    }

    /// Changes what stands right below the value: the fields of a part, the entries of a list. A leaf has nothing below.
    #[cfg(feature = "profiles")]
    fn below(&mut self, _change: &mut dyn FnMut(Step, &mut dyn Value<'a>)) {}

    /// Makes the texts absent that stand for nothing.
    #[cfg(feature = "profiles")]
    fn forget(&mut self, stands_for_nothing: &dyn Fn(&str) -> bool);
}

/// A value as something to look at.
pub(crate) enum View<'v, 'a> {
    /// Free text.
    Text(&'v Text<'a>),
    /// Another value, or none, and in which state it is.
    Other(State),
    /// A list.
    List(&'v dyn Entries<'a>),
    /// An object.
    Part(&'v dyn Part<'a>),
}

/// How a value is filled.
pub(crate) enum Shape<'v, 'a> {
    /// From one scalar.
    Leaf,
    /// From a list, entry by entry.
    List(&'v mut dyn Entries<'a>),
    /// From an object, field by field.
    Part(&'v mut dyn Part<'a>),
}

/// The entries of a list.
pub(crate) trait Entries<'a> {
    /// Adds an empty entry, which is always there.
    fn add(&mut self) -> Option<&mut dyn Value<'a>>;

    /// The entry at a place.
    fn entry(&self, place: usize) -> Option<&dyn Value<'a>>;

    /// The same, to be changed; behind the last one it is an empty one that is added.
    fn entry_mut(&mut self, place: usize) -> Option<&mut dyn Value<'a>>;
}

/// An object of the plan. Implemented by `part!` alone.
pub(crate) trait Part<'a> {
    /// In which states the leaves of the fields are: code of its own for each type of the plan, without a branch or a call for each
    /// field.
    #[cfg(any(not(target_arch = "wasm32"), feature = "profiles"))]
    fn leaves_of_fields(&self) -> Leaves;

    /// The keys of the fields, in the order of the declaration.
    fn keys(&self) -> &'static [Key];

    /// The place of a key.
    #[cfg(not(target_arch = "wasm32"))]
    fn place(&self, key: &str) -> Option<usize>;

    /// The field that has the key at this place.
    fn field(&self, place: usize) -> Option<&dyn Value<'a>>;

    /// The same, to be filled.
    fn field_mut(&mut self, place: usize) -> Option<&mut dyn Value<'a>>;
}

impl<'a> dyn Value<'a> + '_ {
    /// Makes the value absent.
    pub(crate) fn clear(&mut self) {
        // `null` can be read everywhere.
        let _ = self.take(Scalar::Null);
    }
}

impl<'a> dyn Entries<'a> + '_ {
    pub(crate) fn all(&self) -> impl Iterator<Item = &dyn Value<'a>> {
        (0..).map_while(|place| self.entry(place))
    }
}

#[cfg(not(any(not(target_arch = "wasm32"), feature = "profiles")))]
impl<'a> dyn Value<'a> + '_ {
    /// What the value amounts to as an answer. Small before fast in a browser: once for all types.
    pub(crate) fn amounts_to(&self) -> Given {
        let View::List(list) = self.view() else { return self.leaves().given() };
        (0..).map_while(|place| list.entry(place)).map(<dyn Value<'a>>::amounts_to).max().unwrap_or(Given::Blank)
    }
}

impl<'a> dyn Part<'a> + '_ {
    /// The place of a key. Small before fast in a browser: once for all parts.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn place(&self, key: &str) -> Option<usize> {
        self.keys().iter().position(|known| known.name == key)
    }

    /// In which states the leaves of the fields are. Small before fast in a browser: once for all parts.
    #[cfg(not(any(not(target_arch = "wasm32"), feature = "profiles")))]
    pub(crate) fn leaves_of_fields(&self) -> Leaves {
        self.fields().map(leaves_of).fold(Leaves::NONE, Leaves::or)
    }

    pub(crate) fn fields(&self) -> impl Iterator<Item = &dyn Value<'a>> {
        (0..).map_while(|place| self.field(place))
    }

    /// Whether nothing is filled in but fields with these keys.
    pub(crate) fn holds_only(&self, keys: &[&str]) -> bool {
        self.keys()
            .iter()
            .zip(self.fields())
            .all(|(key, field)| keys.contains(&key.name) || field.leaves().state() == State::Missing)
    }
    /// What is filled in at a place below, and of a list in all of it. No place at all is empty.
    pub(crate) fn state_at<'k>(&self, mut keys: impl Iterator<Item = &'k str>) -> State {
        let field = keys.next().and_then(|key| self.field(self.place(key)?));
        match field.map(|field| (field, field.view())) {
            Some((_, View::Part(part))) => part.state_at(keys),
            Some((field, _)) => field.leaves().state(),
            None => State::Missing,
        }
    }
}
