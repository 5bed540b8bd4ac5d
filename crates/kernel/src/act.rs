//! Names of acts and of the things they are done to.

use uuid::Uuid;

use crate::TypedId;

/// The name of an act, as the audit trail writes it: `capability.verb`, e.g. `"board.publish"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Act(&'static str);

impl Act {
    /// Names an act.
    pub const fn new(name: &'static str) -> Self {
        Self(name)
    }

    /// The name.
    pub const fn name(self) -> &'static str {
        self.0
    }
}

/// A reference to anything that has an id.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Ref {
    /// The kind of thing: [`TypedId::KIND`].
    pub kind: std::borrow::Cow<'static, str>,
    /// Its id.
    pub id: Uuid,
}

/// What an act can be done to.
pub trait Subject {
    /// The reference that the audit trail keeps.
    fn reference(&self) -> Ref;
}

impl<T: TypedId> Subject for T {
    fn reference(&self) -> Ref {
        Ref {
            kind: T::KIND.into(),
            id: (*self).into(),
        }
    }
}

impl Subject for Ref {
    fn reference(&self) -> Ref {
        self.clone()
    }
}
