//! Registering sets of data, and looking them up.

use yakusho_accounts::directory;
use yakusho_kernel::{
    Audit, Conflict, Cursor, Cx, Denied, Fault, Invalid, Page, Reading, Reason, Saved, UnitId,
};

use super::model::{DataSet, DataSetForm};
use super::{Connection, System, SystemFilter, policy, store};
use crate::ids::{DataSetId, SystemId};

/// Registers a set of data of a section.
pub async fn add_data_set(cx: &Cx, form: DataSetForm) -> Result<Saved<DataSetId>, Fault> {
    let permit = policy::may_add_data_set(cx, form.section)?;
    let data = form.parse(cx.new_id(), 1)?;
    let tx = cx.begin().await?;
    let units = directory::units(&tx, cx.today()).await?;
    if !units.iter().any(|unit| unit.id == data.section) {
        return Err(Invalid::field("section", Reason::Unknown).into());
    }
    admit(&tx, &data).await?;
    store::insert_data_set(&tx, &permit, &data).await?;
    let version = tx.keep_first_version(&data.id, &data)?;
    let entry = Audit::of(permit, &data.id).version(&version);
    Ok(tx.commit(entry, data.id).await?)
}

/// Changes an entry. To another section it passes only by an order of the organisation, and not here.
pub async fn change_data_set(
    cx: &Cx,
    id: DataSetId,
    revision: i32,
    form: DataSetForm,
) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let known = store::data_set(&tx, id).await?.ok_or(Fault::NotFound)?;
    let permit = policy::may_change_data_set(cx, known.section)?;
    if form.section != known.section {
        return Err(Invalid::field("section", Reason::Unknown).into());
    }
    Conflict::CHANGED.unless(known.revision == revision)?;
    let data = form.parse(id, revision)?;
    admit(&tx, &data).await?;
    store::save_data_set(&tx, &permit, &data).await?;
    let version = tx.keep_version(&id, &data).await?;
    Ok(tx
        .commit(Audit::of(permit, &id).version(&version), ())
        .await?)
}

/// That the system which holds the data is there.
async fn admit(on: &impl Reading, data: &DataSet) -> Result<(), Fault> {
    if let Some(system) = data.system
        && store::system(on, system).await?.is_none()
    {
        return Err(Invalid::field("system", Reason::Unknown).into());
    }
    Ok(())
}

/// An entry.
pub async fn data_set(cx: &Cx, id: DataSetId) -> Result<DataSet, Fault> {
    let found = store::data_set(&cx.reader(), id).await?;
    found.ok_or(Fault::NotFound)
}

/// A page of the register by name; of all sections, or of one.
pub async fn data_sets(
    cx: &Cx,
    section: Option<UnitId>,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<DataSet>, Fault> {
    let after = after.map(Cursor::key).transpose()?;
    let found = store::data_sets(&cx.reader(), section, after, size + 1).await?;
    Ok(Page::of(found, size, |data| (data.name.clone(), data.id)))
}

/// The sections whose entries the one who acts keeps today.
pub fn own_sections(cx: &Cx) -> Vec<UnitId> {
    policy::own_sections(cx)
}

/// The sections whose systems the one who acts enters.
///
/// # Errors
/// Refused to those who answer for none.
pub fn registering_systems(cx: &Cx) -> Result<Vec<UnitId>, Denied> {
    policy::registering_systems(cx)
}

/// The sections whose data the one who acts registers; with `of`, that one alone.
///
/// # Errors
/// Refused to those who answer for none.
pub fn registering_data(cx: &Cx, of: Option<UnitId>) -> Result<Vec<UnitId>, Denied> {
    policy::registering_data(cx, of)
}

/// A system of the register.
pub async fn system(cx: &Cx, id: SystemId) -> Result<System, Fault> {
    let found = store::system(&cx.reader(), id).await?;
    found.ok_or(Fault::NotFound)
}

/// The systems of the register by name, at most `size`.
pub async fn systems(cx: &Cx, size: u64) -> Result<Vec<System>, Fault> {
    Ok(store::systems(&cx.reader(), size).await?)
}

/// A page of the systems of the register by name.
pub async fn find_systems(
    cx: &Cx,
    filter: &SystemFilter,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<System>, Fault> {
    let after = after.map(Cursor::key).transpose()?;
    let found = store::find_systems(&cx.reader(), filter, after, size + 1).await?;
    Ok(Page::of(found, size, |system| {
        (system.name.clone(), system.id)
    }))
}

/// A page of the connections, of one system or of all, the first entered first.
pub async fn connections(
    cx: &Cx,
    of: Option<SystemId>,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Connection>, Fault> {
    let after = after.map(Cursor::key).transpose()?;
    let found = store::connections(&cx.reader(), of, after, size + 1).await?;
    Ok(Page::of(found, size, |one| one.id))
}

/// The sets of data that a system holds.
pub async fn data_of_system(cx: &Cx, system: SystemId) -> Result<Vec<DataSet>, Fault> {
    Ok(store::data_of_system(&cx.reader(), system).await?)
}
