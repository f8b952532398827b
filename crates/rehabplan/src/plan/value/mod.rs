//! What a field of the plan can hold, and how it is read: leniently, and only once.

mod anything;
mod date;
mod field;
mod fill;
mod key;
mod leaf;
mod number;
mod owned;
mod scalar;
#[cfg(feature = "schema")]
mod schema;
mod state;
mod stated;
mod text;
mod tree;

pub use anything::Anything;
pub use date::Date;
pub use field::{Field, List};
pub(crate) use key::Key;
pub(crate) use leaf::Leaf;
pub use number::{Count, Number};
pub(crate) use owned::IntoOwned;
pub(crate) use scalar::{Scalar, code, spelt};
pub use state::State;
pub(crate) use state::{Given, Leaves};
pub(crate) use stated::{Stated, States};
pub use text::{Text, TextOrNumber};
#[cfg(any(not(target_arch = "wasm32"), feature = "profiles"))]
pub(crate) use tree::leaves_of;
pub(crate) use tree::{Entries, HasKind, Part, Shape, Step, Value, View};
