//! This server as passkeys know it.

use yakusho_accounts::second_factor::passkey::RelyingParty;
use yakusho_kernel::{Conflict, Fault};
use yakusho_regulation::Lang;
use yakusho_webkit::{Problem, Visit};

/// Nobody can use passkeys: the operator has not said by what address browsers know the server.
const NOT_SET_UP: Conflict = Conflict {
    code: "passkeys_not_set_up",
};

/// Passkeys are bound to the name in the address that the operator named, and this is asked under another.
const ELSEWHERE: Conflict = Conflict {
    code: "passkeys_elsewhere",
};

/// Where passkeys can be used.
pub(crate) enum Passkeys<'v> {
    /// Here.
    Here(RelyingParty),
    /// At this address alone.
    At(&'v str),
    /// Nowhere: the operator has named no address.
    Nowhere,
}

impl<'v> Passkeys<'v> {
    /// Where they can be used, seen from where the visitor is.
    pub(crate) fn of(visit: &'v Visit) -> Result<Self, Problem> {
        let Some(address) = &visit.site().settings().address else {
            return Ok(Self::Nowhere);
        };
        if !visit.is_at(address) {
            return Ok(Self::At(address));
        }
        let name = visit.cx.city().name(Lang::Ja);
        let party = RelyingParty::at(address, name).map_err(Fault::from)?;
        Ok(Self::Here(party))
    }

    /// Who asks them here.
    pub(crate) fn here(&self) -> Option<&RelyingParty> {
        match self {
            Self::Here(party) => Some(party),
            Self::At(_) | Self::Nowhere => None,
        }
    }

    /// The address at which they can be used instead.
    pub(crate) fn elsewhere(&self) -> Option<&'v str> {
        match self {
            Self::At(address) => Some(address),
            Self::Here(_) | Self::Nowhere => None,
        }
    }
}

/// This server where there is nothing to be done without passkeys.
///
/// # Errors
/// The conflicts `passkeys_elsewhere` and `passkeys_not_set_up`.
pub(crate) fn needed_party(visit: &Visit) -> Result<RelyingParty, Problem> {
    match Passkeys::of(visit)? {
        Passkeys::Here(party) => Ok(party),
        Passkeys::At(_) => Err(Fault::from(ELSEWHERE).into()),
        Passkeys::Nowhere => Err(Fault::from(NOT_SET_UP).into()),
    }
}
