//! What is done with functions and permissions.

use time::Date;
use yakusho_kernel::{
    Audit, Conflict, Cursor, Cx, DbError, Fault, Invalid, Page, Reader, Reading, Reason, Ref,
    Reference, Saved, Tx,
};
use yakusho_regulation::City;

use super::model::{Function, Functions, GrantId, Granted, Grantee, NewGrant, Switch};
use super::{policy, store};
use crate::directory::{self, Audience};

/// The functions that are on today: those in force in the city and not switched off.
pub async fn functions(on: &impl Reading, city: &City, day: Date) -> Result<Functions, DbError> {
    Ok(Functions::without(city, day, &store::off(on).await?))
}

/// The functions that are switched off: kept while no switch changes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct SwitchedOff;

impl Reference for SwitchedOff {
    type Answer = Vec<Function>;

    async fn read(&self, on: &Reader<'_>) -> Result<Self::Answer, DbError> {
        store::off(on).await
    }
}

/// Whether one function is on today.
pub async fn is_on(cx: &Cx, function: Function) -> Result<bool, DbError> {
    let off = cx.reference(SwitchedOff).await?;
    Ok(Functions::without(cx.city(), cx.today(), &off).is_on(function))
}

/// Every function that the city has, and how it is switched.
pub async fn switches(cx: &Cx) -> Result<Vec<Switch>, Fault> {
    let _ = policy::may_look_up(cx)?;
    let stored = store::switches(&cx.reader()).await?;
    let switch = |function: Function| {
        let stored = stored.iter().find(|switch| switch.function == function);
        stored.cloned().unwrap_or(Switch {
            function,
            is_on: true,
            changed_at: None,
            changed_by: None,
            reason: String::new(),
        })
    };
    let there = |function: &Function| function.is_given(cx.city(), cx.today());
    Ok(Function::ALL
        .into_iter()
        .filter(there)
        .map(switch)
        .collect())
}

/// Switches a function on or off.
///
/// # Errors
/// The field `reason`; the conflicts `already_so` and `not_in_the_city`.
pub async fn switch(
    cx: &Cx,
    function: Function,
    is_on: bool,
    reason: &str,
) -> Result<Saved<()>, Fault> {
    let permit = policy::may_switch(cx)?;
    let reason = given(reason)?;
    if !function.is_given(cx.city(), cx.today()) {
        return Err(Conflict {
            code: "not_in_the_city",
        }
        .into());
    }
    let tx = cx.begin().await?;
    if store::off(&tx).await?.contains(&function) != is_on {
        return Err(Conflict { code: "already_so" }.into());
    }
    store::set(&tx, &permit, function, is_on, &reason).await?;
    let entry = Audit::at_large(permit)
        .with("function", function.code())
        .with("on", is_on);
    Ok(tx.commit(entry, ()).await?)
}

/// Grants a permission.
///
/// # Errors
/// The fields `reason`, `grantee` and `within` (who and what are not there today); the conflict `already_so` where the
/// same is granted already.
pub async fn grant(cx: &Cx, new: NewGrant) -> Result<Saved<GrantId>, Fault> {
    let (kind, id) = new.grantee.parts();
    let permit = policy::may_grant(
        cx,
        &Ref {
            kind: kind.into(),
            id,
        },
    )?;
    let new = NewGrant {
        reason: given(&new.reason)?,
        ..new
    };
    let tx = cx.begin().await?;
    admit(cx, &tx, &new).await?;
    if store::is_granted(&tx, &new).await? {
        return Err(Conflict { code: "already_so" }.into());
    }
    let id = store::insert(&tx, &permit, &new).await?;
    let entry = Audit::of(permit, &id)
        .with("permission", new.permission.as_str())
        .with("to", format!("{kind} {}", new.grantee.parts().1));
    Ok(tx.commit(entry, id).await?)
}

/// Whoever gets a permission must be there today, and so must the unit to which it is limited.
async fn admit(cx: &Cx, tx: &Tx, new: &NewGrant) -> Result<(), Fault> {
    let mut grantee = Audience::default();
    match new.grantee {
        Grantee::Person(id) => grantee.people.push(id),
        Grantee::Post(id) => grantee.posts.push(id),
        Grantee::Unit(id) => grantee.units.push(id),
    }
    let within = Audience {
        units: new.within.into_iter().collect(),
        ..Audience::default()
    };
    for (field, audience) in [("grantee", grantee), ("within", within)] {
        match directory::admit(cx, tx, audience).await {
            Ok(_) => {}
            Err(Fault::Invalid(_)) => return Err(Invalid::field(field, Reason::Unknown).into()),
            Err(other) => return Err(other),
        }
    }
    Ok(())
}

/// Ends a grant.
pub async fn end_grant(cx: &Cx, id: GrantId) -> Result<Saved<()>, Fault> {
    let permit = policy::may_end_grant(cx, id)?;
    let tx = cx.begin().await?;
    if !store::end(&tx, &permit, id).await? {
        return Err(Fault::NotFound);
    }
    Ok(tx.commit(Audit::of(permit, &id), ()).await?)
}

/// The grants that hold, the newest first.
pub async fn grants(cx: &Cx, after: Option<&Cursor>, size: usize) -> Result<Page<Granted>, Fault> {
    let _ = policy::may_look_up(cx)?;
    let after = after.map(Cursor::key).transpose()?;
    let found = store::page(&cx.reader(), after, size + 1).await?;
    Ok(Page::of(found, size, |granted| granted.id))
}

fn given(reason: &str) -> Result<String, Invalid> {
    let reason = reason.trim();
    let max = NewGrant::LONGEST_REASON;
    match reason.chars().count() {
        0 => Err(Invalid::field("reason", Reason::Required)),
        length if length > max => Err(Invalid::field("reason", Reason::TooLong { max })),
        _ => Ok(reason.to_owned()),
    }
}
