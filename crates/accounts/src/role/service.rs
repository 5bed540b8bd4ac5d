//! Who stands how, and who holds which role.

use std::collections::BTreeSet;

use time::Date;
use yakusho_kernel::{
    Audit, Cx, DbError, Fault, PersonId, Reader, Reading, Reference, Standing, UnitId,
};
use yakusho_regulation::Role;

use super::store::Bound;
use super::{RoleHolder, RoleOverview, policy, store};
use crate::directory;
use crate::ledger::store as ledger_store;

/// How a person stands on a day: class, posts, roles, permissions, and the duties of computing that they have. None for
/// somebody who is not employed. They came in by a session and act on nobody's behalf until whoever signs them in says
/// otherwise. One query.
pub async fn standing(
    on: &impl Reading,
    person: PersonId,
    day: Date,
) -> Result<Option<Standing>, DbError> {
    let placed = store::standing(on, person, day).await?;
    Ok(placed.map(|(standing, _)| standing))
}

/// How somebody stands on a day, with unit and title of their main post in words: kept while nothing of it changes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Placed {
    pub(crate) person: PersonId,
    pub(crate) day: Date,
}

impl Reference for Placed {
    type Answer = Option<(Standing, String)>;

    async fn read(&self, on: &Reader<'_>) -> Result<Self::Answer, DbError> {
        store::standing(on, self.person, self.day).await
    }
}

/// The posts that hold a role on a day, with their holders; empty where the city has no such role then, or no such post.
pub async fn holders(on: &impl Reading, role: Role, day: Date) -> Result<Vec<RoleHolder>, DbError> {
    let found = store::holders(on, Bound::Role(role), day).await?;
    Ok(found.into_iter().map(|(_, holder)| holder).collect())
}

/// The same of the posts whose powers end at one of these units.
pub async fn holders_for(
    on: &impl Reading,
    role: Role,
    day: Date,
    units: &[UnitId],
) -> Result<Vec<RoleHolder>, DbError> {
    let found = store::holders(on, Bound::For(role, units), day).await?;
    Ok(found.into_iter().map(|(_, holder)| holder).collect())
}

/// Who is told of what a role is to do on a day: its holders and whoever stands in for them, each once.
pub async fn people(on: &impl Reading, role: Role, day: Date) -> Result<Vec<PersonId>, DbError> {
    let holders = holders(on, role, day).await?;
    Ok(each(holders.iter().flat_map(RoleHolder::people)))
}

/// Who is told of what is for whoever leads one of these units ([`Standing::leads`]): its heads, the managers of its
/// information, and whoever stands in for these, each once.
pub async fn leaders(
    on: &impl Reading,
    day: Date,
    units: &[UnitId],
) -> Result<Vec<PersonId>, DbError> {
    let heads = directory::heads(on, day, units).await?;
    let managers = holders_for(on, Role::InformationManager, day, units).await?;
    let heads = heads.into_iter().map(|(_, head)| head);
    let managers = managers.iter().flat_map(RoleHolder::people);
    Ok(each(heads.chain(managers)))
}

fn each(people: impl Iterator<Item = PersonId>) -> Vec<PersonId> {
    people.collect::<BTreeSet<_>>().into_iter().collect()
}

/// Every role that the city has on a day, with its posts and holders: also those to which no post is bound.
pub async fn overview(cx: &Cx, day: Date) -> Result<Vec<RoleOverview>, DbError> {
    let mut found = store::holders(&cx.reader(), Bound::All, day).await?;
    let roles = cx.city().roles(day).map(|binding| {
        let role = binding.role();
        let own = found.extract_if(.., |(of, _)| *of == role);
        RoleOverview {
            role,
            holders: own.map(|(_, holder)| holder).collect(),
        }
    });
    Ok(roles.collect())
}

/// Resolves the roles anew where the city's profile has changed since; says whether any changed. To be called when a
/// program starts.
pub async fn refresh(cx: &Cx) -> Result<bool, Fault> {
    let tx = cx.begin().await?;
    let permit = policy::may_refresh(cx)?;
    ledger_store::lock(&tx).await?;
    let changed = ledger_store::refresh(&tx).await?;
    if changed {
        let _ = tx.commit(Audit::at_large(permit), ()).await?;
    }
    Ok(changed)
}
