//! Adding, changing and retiring facilities.

use yakusho_accounts::directory::{self, Audience};
use yakusho_kernel::{Audit, Conflict, Cx, Denied, Fault, Invalid, Permit, Reason, Saved, Tx};

use super::access::{locked, tied};
use crate::booking;
use crate::facility::model::{Facility, FacilityForm, FacilityId, FacilitySettings};
use crate::facility::{policy, store};

/// That somebody has it, or waits for it, for a time to come.
const STILL_BOOKED: Conflict = Conflict {
    code: "still_booked",
};

/// Whether the actor may add a facility at all.
pub fn adding(cx: &Cx) -> Result<(), Denied> {
    policy::may_add(cx).map(drop)
}

/// Adds a facility.
///
/// # Errors
/// The fields of [`FacilityForm`]; `code` if another one has it.
pub async fn add(cx: &Cx, form: FacilityForm) -> Result<Saved<FacilityId>, Fault> {
    let permit = policy::may_add(cx)?;
    let settings = form.parse()?;
    let tx = cx.begin().await?;
    let (id, entry) = insert(&tx, permit, settings).await?;
    Ok(tx.commit(entry, id).await?)
}

pub(in crate::facility) async fn insert(
    tx: &Tx,
    permit: Permit,
    settings: FacilitySettings,
) -> Result<(FacilityId, Audit), Fault> {
    let settings = admitted(tx, settings).await?;
    let id: FacilityId = tx.cx().new_id();
    store::insert(tx, &permit, id, &settings)
        .await
        .map_err(code_taken)?;
    let version = tx.keep_version(&id, &settings).await?;
    Ok((id, Audit::of(permit, &id).version(&version)))
}

/// Changes a facility that is still at that revision. Where it has more than before, those who wait for it get it.
///
/// # Errors
/// The fields of [`FacilityForm`]: `kind`, which never changes, and `units`, if more are booked already.
pub async fn change(
    cx: &Cx,
    id: FacilityId,
    revision: i32,
    form: FacilityForm,
) -> Result<Saved<FacilityId>, Fault> {
    let settings = form.parse()?;
    let tx = cx.begin().await?;
    let before = locked(&tx, id).await?;
    let ties = tied(&tx, cx, &before).await?;
    let managers = (before.settings.manager, settings.manager);
    let permit = policy::may_change(cx, id, ties, managers)?;
    Conflict::CHANGED.unless(before.revision == revision)?;
    let entry = update(&tx, permit, &before, settings).await?;
    Ok(tx.commit(entry, id).await?)
}

pub(in crate::facility) async fn update(
    tx: &Tx,
    permit: Permit,
    before: &Facility,
    settings: FacilitySettings,
) -> Result<Audit, Fault> {
    let id = before.id;
    if settings.kind != before.settings.kind {
        return Err(Invalid::field("kind", Reason::Code("fixed")).into());
    }
    if settings.units < before.settings.units {
        let most = booking::most_held(tx, id).await?;
        if settings.units < most {
            let (min, max) = (i64::from(most), i64::from(before.settings.units));
            return Err(Invalid::field("units", Reason::OutOfRange { min, max }).into());
        }
    }
    let settings = admitted(tx, settings).await?;
    store::update(tx, &permit, before, &settings)
        .await
        .map_err(code_taken)?;
    let version = tx.keep_version(&id, &settings).await?;
    let after = Facility {
        settings,
        revision: before.revision + 1,
        ..before.clone()
    };
    booking::promote(tx, &after).await?;
    Ok(Audit::of(permit, &id).version(&version))
}

/// Retires a facility that is still at that revision: nobody books it any more. With a reason for it, what is still to
/// come is called off, and those who booked it are told why. Says how many bookings were called off.
///
/// # Errors
/// The conflicts `still_booked`, if no reason is given and somebody has booked it, or waits for it, for a time to come;
/// and `still_lent`, as long as some of it is out.
pub async fn retire(
    cx: &Cx,
    id: FacilityId,
    revision: i32,
    call_off: Option<&str>,
) -> Result<Saved<usize>, Fault> {
    let tx = cx.begin().await?;
    let before = locked(&tx, id).await?;
    let ties = tied(&tx, cx, &before).await?;
    let permit = policy::may_retire(cx, id, ties)?;
    Conflict::CHANGED.unless(before.revision == revision)?;
    let called_off = if let Some(why) = call_off {
        booking::call_off_all(&tx, &permit, &before, ties, why).await?
    } else {
        STILL_BOOKED.unless(!booking::is_wanted(&tx, id).await?)?;
        0
    };
    store::retire(&tx, &permit, &before, true).await?;
    let entry = Audit::of(permit, &id)
        .with("retired", true)
        .with("cancelled", called_off);
    Ok(tx.commit(entry, called_off).await?)
}

/// Takes a facility up again that is still at that revision.
pub async fn take_up(cx: &Cx, id: FacilityId, revision: i32) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let before = locked(&tx, id).await?;
    let ties = tied(&tx, cx, &before).await?;
    let permit = policy::may_retire(cx, id, ties)?;
    Conflict::CHANGED.unless(before.revision == revision)?;
    store::retire(&tx, &permit, &before, false).await?;
    let entry = Audit::of(permit, &id).with("retired", false);
    Ok(tx.commit(entry, ()).await?)
}

fn code_taken(error: impl Into<Fault>) -> Fault {
    match error.into() {
        Fault::Conflict(Conflict {
            code: "already_there",
        }) => Invalid::field("code", Reason::Taken).into(),
        other => other,
    }
}

/// The settings, if the units, posts and people in them are there.
async fn admitted(tx: &Tx, set: FacilitySettings) -> Result<FacilitySettings, Fault> {
    let posts = Audience {
        posts: set.manager.into_iter().chain(set.approval).collect(),
        ..Audience::default()
    };
    if directory::admit(tx.cx(), tx, posts).await.is_err() {
        return Err(Invalid::field("approval", Reason::Unknown).into());
    }
    Ok(FacilitySettings {
        viewers: audience(tx, "viewers", set.viewers).await?,
        bookers: audience(tx, "bookers", set.bookers).await?,
        ..set
    })
}

/// The audience entered in that field, with the members of its groups in their place.
async fn audience(tx: &Tx, field: &'static str, entered: Audience) -> Result<Audience, Fault> {
    match directory::admit_settled(tx.cx(), tx, entered).await {
        Err(Fault::Invalid(_)) => Err(Invalid::field(field, Reason::Unknown).into()),
        other => other,
    }
}
