//! What somebody sent from a session that had ended waits in their browser until they have signed in again, sealed for
//! them alone: whoever else signs in there cannot read it.

use data_encoding::BASE64URL_NOPAD;
use yakusho_kernel::{Cx, Fault, PersonId};

use super::store;
use crate::{Secret, account};

/// Seals what was sent from the session that has, or had, this secret and this token against forged requests. None where
/// there was no such session.
pub async fn seal(
    cx: &Cx,
    secret: &Secret,
    csrf: &str,
    sent: &[u8],
) -> Result<Option<String>, Fault> {
    let on = cx.reader();
    let Some(account) = store::owner(&on, secret, csrf).await? else {
        return Ok(None);
    };
    let Some(account) = account::store::get(&on, account).await? else {
        return Ok(None);
    };
    let sealed = cx.env().keys();
    let sealed = sealed.seal(cx.env().rng(), sent, &account.person)?;
    Ok(Some(BASE64URL_NOPAD.encode(&sealed)))
}

/// Opens what [`seal`] sealed, for the person who sent it; none for anybody else.
pub fn unseal(cx: &Cx, sealed: &str, person: PersonId) -> Option<Vec<u8>> {
    let sealed = BASE64URL_NOPAD.decode(sealed.as_bytes()).ok()?;
    let sent = cx.env().keys().open(&sealed, &person).ok()?;
    Some(sent.to_vec())
}
