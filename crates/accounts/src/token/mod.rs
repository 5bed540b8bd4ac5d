//! API tokens: for programs of their owner, with scopes and an end.

mod model;

pub use model::{Token, TokenId};
