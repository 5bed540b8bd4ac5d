//! Taking down what is in breach, whichever domain it is of: what a domain does with its own when another decides so.

use async_trait::async_trait;
use uuid::Uuid;

use crate::{Fault, Permit, Tx};

/// A domain's things that can be taken down.
#[async_trait]
pub trait Removable: Send + Sync + 'static {
    /// Their kind, as their ids name it.
    fn kind(&self) -> &'static str;

    /// Takes one down in the transaction of the act that is permitted, for a reason that its author is told: a marker stands
    /// in its place, and its words stay as evidence.
    ///
    /// # Errors
    /// [`Fault::NotFound`] where there is none of that id; [`Fault::Conflict`] where it does not stand any more;
    /// [`Fault::Invalid`] in `reason` where none is given.
    async fn take_down(
        &self,
        tx: &Tx,
        permit: &Permit,
        id: Uuid,
        reason: &str,
    ) -> Result<(), Fault>;
}
