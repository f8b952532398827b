//! The plan as a tree of parts, lists and fields, which the reader, and whoever asks what is filled in, knows as one kind of
//! value.

use super::key::Key;
use super::scalar::Scalar;
use super::state::{Given, State};
#[cfg(feature = "profiles")]
use super::stated::Stated;
use super::text::Text;
use crate::input::InputCode;
use crate::plan::FieldKind;
use crate::reply::Reply;

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

    /// What there is to look at. All that is asked of a value follows from it, and is worked out once for all types.
    fn view(&self) -> View<'_, 'a>;

    /// What a field that can be read states; `None` for parts and lists, too.
    #[cfg(feature = "profiles")]
    fn stated(&self) -> Option<Stated<'_, 'a>> {
        None
    }

    /// Whether anything is filled in.
    fn state(&self) -> State
    where
        Self: Sized,
    {
        state_of(self)
    }

    /// What the value amounts to as an answer.
    fn given(&self) -> Given
    where
        Self: Sized,
    {
        given_of(self)
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
    /// A day that can be read.
    Day,
    /// Another value, or none, and what is to be said of it.
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

/// Whether anything is filled in.
pub(crate) fn state_of<'a>(value: &(dyn Value<'a> + '_)) -> State {
    match value.view() {
        View::Text(text) => match text.reply() {
            Reply::Blank => State::Missing,
            Reply::Nothing => State::Nothing,
            Reply::Reference => State::Reference,
            Reply::Answer => State::Present,
        },
        View::Day => State::Present,
        View::Other(state) => state,
        View::List(entries) => entries.all().fold(State::Missing, |state, entry| state.or_else(|| state_of(entry))),
        View::Part(part) => part.fields().fold(State::Missing, |state, field| state.or_else(|| state_of(field))),
    }
}

/// Whether any field in a value is in this state, whatever the others hold.
fn holds<'a>(value: &(dyn Value<'a> + '_), state: State) -> bool {
    match value.view() {
        View::List(entries) => entries.all().any(|entry| holds(entry, state)),
        View::Part(part) => part.fields().any(|field| holds(field, state)),
        View::Text(_) | View::Day | View::Other(_) => state_of(value) == state,
    }
}

/// The state of a value without its days, where all else in it says that there is nothing or refers to a document: a day beside that
/// says no more, as it does not in a text ("se bilag 2 af 1. maj").
fn in_words<'a>(value: &(dyn Value<'a> + '_)) -> State {
    let View::Part(part) = value.view() else { return state_of(value) };
    let words = part.fields().filter(|field| !matches!(field.view(), View::Day));
    match words.fold(State::Missing, |state, field| state.or_else(|| state_of(field))) {
        state @ (State::Nothing | State::Reference) => state,
        _ => state_of(value),
    }
}

/// What a value amounts to as an answer. It says that there is nothing, or refers to a document, when it does nothing else
/// (A8, A46): beside "ingen", what cannot be read may be an answer. A list amounts to what its best entry does, so that one
/// that only says "ingen" changes nothing beside another (A49).
pub(crate) fn given_of<'a>(value: &(dyn Value<'a> + '_)) -> Given {
    if let View::List(entries) = value.view() {
        return entries.all().map(given_of).max().unwrap_or(Given::Blank);
    }
    match in_words(value) {
        State::Missing => Given::Blank,
        State::Unreadable => Given::Unreadable,
        State::Nothing | State::Reference if holds(value, State::Unreadable) => Given::Unreadable,
        State::Nothing => Given::Nothing,
        State::Reference if !holds(value, State::Nothing) => Given::Reference,
        State::Reference | State::Present => Given::Answer,
    }
}

impl<'a> dyn Entries<'a> + '_ {
    pub(crate) fn all(&self) -> impl Iterator<Item = &dyn Value<'a>> {
        (0..).map_while(|place| self.entry(place))
    }
}

impl<'a> dyn Part<'a> + '_ {
    /// The place of a key. Small before fast in a browser: once for all parts.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn place(&self, key: &str) -> Option<usize> {
        self.keys().iter().position(|known| known.name == key)
    }

    pub(crate) fn fields(&self) -> impl Iterator<Item = &dyn Value<'a>> {
        (0..).map_while(|place| self.field(place))
    }

    /// Whether nothing is filled in but fields with these keys.
    pub(crate) fn holds_only(&self, keys: &[&str]) -> bool {
        self.keys()
            .iter()
            .zip(self.fields())
            .all(|(key, field)| keys.contains(&key.name) || state_of(field) == State::Missing)
    }
}
