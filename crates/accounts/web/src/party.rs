//! This server as passkeys know it.

use yakusho_accounts::second_factor::passkey::RelyingParty;
use yakusho_kernel::{Conflict, Fault};
use yakusho_regulation::Lang;
use yakusho_webkit::{Problem, Visit};

/// Nobody can use passkeys: the operator has not said by what address browsers know the server.
const NOT_SET_UP: Conflict = Conflict {
    code: "passkeys_not_set_up",
};

/// This server by the address that its configuration names, if it names one.
pub(crate) fn party(visit: &Visit) -> Result<Option<RelyingParty>, Problem> {
    let Some(address) = &visit.site().settings().address else {
        return Ok(None);
    };
    let name = visit.cx.city().name(Lang::Ja);
    let party = RelyingParty::at(address, name).map_err(Fault::from)?;
    Ok(Some(party))
}

/// The same where there is nothing to be done without.
///
/// # Errors
/// The conflict `passkeys_not_set_up`.
pub(crate) fn needed_party(visit: &Visit) -> Result<RelyingParty, Problem> {
    party(visit)?.ok_or_else(|| Fault::from(NOT_SET_UP).into())
}
