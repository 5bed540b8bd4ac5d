//! Audiences as they are entered.

use yakusho_accounts::directory::{self, Audience};
use yakusho_kernel::{Fault, FieldError, Invalid, Tx};

/// The audience entered in that field, each part once, if all in it are there and the actor may use its groups. A fault
/// names the part within the field, e.g. `audience.units`.
pub(crate) async fn admit(
    tx: &Tx,
    field: &'static str,
    entered: Audience,
) -> Result<Audience, Fault> {
    match directory::admit(tx.cx(), tx, entered).await {
        Err(Fault::Invalid(invalid)) => {
            let errors = invalid.errors.into_iter().map(|error| FieldError {
                field: format!("{field}.{}", error.field),
                ..error
            });
            Err(Invalid {
                errors: errors.collect(),
            }
            .into())
        }
        other => other,
    }
}
