//! Whose words something is.

use serde::{Deserialize, Serialize};

use crate::{Cx, Fault, PersonId, ProxyKind};

/// Whose words something is, and who wrote them down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Authorship {
    /// Whose words they are: the one who wrote them, or the one on whose behalf they were written.
    pub author: PersonId,
    /// Who wrote them down.
    pub hand: PersonId,
    /// By which kind of proxy, where the two differ.
    pub proxy: Option<ProxyKind>,
}

/// That a part of the system was asked to speak for itself, which it cannot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("only a person is the author of anything")]
pub struct NoAuthor;

impl Authorship {
    /// The authorship of what is written in this act.
    pub fn of(cx: &Cx) -> Result<Self, NoAuthor> {
        let standing = cx.actor().standing().ok_or(NoAuthor)?;
        let behalf = standing.on_behalf.as_ref();
        Ok(Self {
            author: standing.acts_as(),
            hand: standing.person,
            proxy: behalf.map(|behalf| behalf.kind),
        })
    }
}

impl From<NoAuthor> for Fault {
    fn from(error: NoAuthor) -> Self {
        Self::internal(error)
    }
}
