//! The security methods that the general manager sets for each system (shiroishi:29).

use yakusho_kernel::{Audit, Authorship, Conflict, Cursor, Cx, Fault, Page, Saved};

use super::model::{Methods, MethodsForm, MethodsId};
use super::service::seen;
use super::{policy, rules, store};
use crate::doer::Doer;
use crate::ids::SystemId;
use crate::inventory::{self, System};

/// Sets the security methods of a system, as it was read, from a day on; what was set for that day or later is superseded.
///
/// # Errors
/// The fields `text` and `from`.
pub async fn set_methods(
    cx: &Cx,
    id: SystemId,
    revision: i32,
    form: MethodsForm,
) -> Result<Saved<MethodsId>, Fault> {
    let tx = cx.begin().await?;
    let (system, _) = seen(&tx, cx, id).await?;
    if !policy::asks_methods(cx) {
        return Err(Fault::NotFound);
    }
    let permit = policy::may_set_methods(cx, &system)?;
    Conflict::CHANGED.unless(system.revision == revision)?;
    let methods = Methods {
        id: cx.new_id(),
        system: id,
        text: rules::methods(&form, cx.today())?,
        from: form.from,
        set: Doer::of(&tx, Authorship::of(cx)?).await?,
        recorded_at: cx.known_from(),
        superseded_at: None,
    };
    store::set_methods(&tx, &permit, &methods).await?;
    // Whoever sets others meanwhile has read of other methods.
    inventory::store::save_system(&tx, &permit, &system).await?;
    let version = tx.keep_first_version(&methods.id, &methods)?;
    let entry = Audit::of(permit, &methods.id)
        .with("system", system.id.to_string())
        .version(&version);
    Ok(tx.commit(entry, methods.id).await?)
}

/// A system for whoever sets its security methods: refused to others as the act is.
pub async fn system_to_secure(cx: &Cx, id: SystemId) -> Result<System, Fault> {
    let (system, _) = seen(&cx.reader(), cx, id).await?;
    if !policy::asks_methods(cx) {
        return Err(Fault::NotFound);
    }
    drop(policy::may_set_methods(cx, &system)?);
    Ok(system)
}

/// The security methods of a system that are in force today.
pub async fn methods_in_force(cx: &Cx, id: SystemId) -> Result<Option<Methods>, Fault> {
    let on = cx.reader();
    let _ = seen(&on, cx, id).await?;
    Ok(store::methods_on(&on, id, cx.today()).await?)
}

/// A page of everything that was set for a system, the last first.
pub async fn methods(
    cx: &Cx,
    id: SystemId,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Methods>, Fault> {
    let on = cx.reader();
    let _ = seen(&on, cx, id).await?;
    let after = after.map(Cursor::key).transpose()?;
    let found = store::methods(&on, id, after, size + 1).await?;
    Ok(Page::of(found, size, |methods| methods.id))
}
