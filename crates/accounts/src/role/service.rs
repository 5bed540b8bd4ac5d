//! Who stands how, and who holds which role.

use time::Date;
use yakusho_kernel::{DbError, PersonId, Reading, Standing};
use yakusho_regulation::Role;

use super::RoleHolder;
use super::store;
use crate::function;

/// How a person stands on a day: class, posts, roles, the duties shared out to them and the permissions granted. None for
/// somebody who is not employed. They came in by a session and act on nobody's behalf until whoever signs them in says
/// otherwise.
pub async fn standing(
    on: &impl Reading,
    person: PersonId,
    day: Date,
) -> Result<Option<Standing>, DbError> {
    let Some(mut standing) = store::seated(on, person, day).await? else {
        return Ok(None);
    };
    let (roles, grants) = store::roles(on, person, day).await?;
    standing.roles = roles;
    standing.grants = grants;
    let granted = function::grants_of(on, &standing).await?;
    standing.grants.extend(granted);
    Ok(Some(standing))
}

/// The posts that hold a role on a day, with their holders; empty where the city has no such role then, or no such post.
pub async fn holders(on: &impl Reading, role: Role, day: Date) -> Result<Vec<RoleHolder>, DbError> {
    store::holders(on, role, day).await
}
