//! What a procedure was when a case of it was drawn up.

use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};
use yakusho_kernel::Fault;
use yakusho_regulation::Procedure;

use super::Definition;

impl Definition {
    /// The definition as it is now.
    pub(crate) fn of(procedure: &Procedure) -> Result<Self, Fault> {
        let json = serde_json::to_vec(procedure).map_err(Fault::internal)?;
        Ok(Self {
            digest: HEXLOWER.encode(&Sha256::digest(json)),
            procedure: procedure.clone(),
        })
    }
}
