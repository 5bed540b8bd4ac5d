//! Registering equipment, and looking it up.

use yakusho_accounts::directory;
use yakusho_kernel::{
    Audit, Conflict, Cursor, Cx, Fault, Invalid, Page, Reading, Reason, Saved, UnitId,
};

use super::model::{Asset, AssetForm, Filter};
use super::{policy, store};
use crate::ids::AssetId;
use crate::inventory;
use crate::text::folded;

/// Registers something.
///
/// # Errors
/// The fields of the form.
pub async fn add(cx: &Cx, form: AssetForm) -> Result<Saved<AssetId>, Fault> {
    let permit = policy::may_add(cx, form.section)?;
    let asset = form.parse(cx.new_id(), 1)?;
    let tx = cx.begin().await?;
    admit(&tx, cx, &asset, true).await?;
    store::insert(&tx, &permit, std::slice::from_ref(&asset)).await?;
    let version = tx.keep_first_version(&asset.id, &asset)?;
    let entry = Audit::of(permit, &asset.id).version(&version);
    Ok(tx.commit(entry, asset.id).await?)
}

/// Changes an entry. To another section it passes by whoever keeps the entries of both.
///
/// # Errors
/// The fields of the form.
pub async fn change(
    cx: &Cx,
    id: AssetId,
    revision: i32,
    form: AssetForm,
) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let known = store::find(&tx, id).await?;
    let known = known.filter(|known| policy::scope(cx).sees(known.section));
    let known = known.ok_or(Fault::NotFound)?;
    let permit = policy::may_change(cx, &known)?;
    Conflict::CHANGED.unless(known.revision == revision)?;
    let asset = form.parse(id, revision)?;
    if asset.section != known.section && !policy::keeps(cx, asset.section).holds() {
        return Err(Invalid::field("section", Reason::Code("not_section_manager")).into());
    }
    let renumbered = asset.number_key() != known.number_key();
    admit(&tx, cx, &asset, renumbered).await?;
    store::save(&tx, &permit, &asset).await?;
    let version = tx.keep_version(&id, &asset).await?;
    let entry = Audit::of(permit, &id).version(&version);
    Ok(tx.commit(entry, ()).await?)
}

/// That its section and system exist, and no other has its number.
async fn admit(on: &impl Reading, cx: &Cx, asset: &Asset, numbered: bool) -> Result<(), Fault> {
    let mut invalid = Invalid::default();
    let units = directory::units(on, cx.today()).await?;
    if !units.iter().any(|unit| unit.id == asset.section) {
        invalid.push("section", Reason::Unknown);
    }
    if let Some(system) = asset.system
        && inventory::store::system(on, system).await?.is_none()
    {
        invalid.push("system", Reason::Unknown);
    }
    if numbered {
        let taken = store::numbered(on, &[asset.number_key()]).await?;
        if taken.iter().any(|other| other.id != asset.id) {
            invalid.push("number", Reason::Taken);
        }
    }
    Ok(invalid.check()?)
}

/// An entry that the reader may see.
pub async fn show(cx: &Cx, id: AssetId) -> Result<Asset, Fault> {
    let found = store::find(&cx.reader(), id).await?;
    let seen = found.filter(|asset| policy::scope(cx).sees(asset.section));
    seen.ok_or(Fault::NotFound)
}

/// The entries that the reader may see, by their numbers.
pub async fn list(
    cx: &Cx,
    filter: &Filter,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Asset>, Fault> {
    let after: Option<String> = after.map(Cursor::key).transpose()?;
    let scope = policy::scope(cx);
    let found = store::list(&cx.reader(), &scope, filter, after, size + 1).await?;
    Ok(Page::of(found, size, Asset::number_key))
}

/// Whether the reader may change the entry.
pub fn may_keep(cx: &Cx, asset: &Asset) -> bool {
    policy::keeps(cx, asset.section).holds()
}

/// For which sections the reader may register: all of them, or these.
pub fn keeper_of(cx: &Cx) -> Option<Vec<UnitId>> {
    (!policy::keeps_all(cx).holds()).then(|| inventory::own_sections(cx))
}

/// The entry of that number, if the reader may see it; width, case and blanks do not matter.
pub async fn numbered(cx: &Cx, number: &str) -> Result<Option<Asset>, Fault> {
    let found = store::numbered(&cx.reader(), &[folded(number)]).await?;
    let scope = policy::scope(cx);
    Ok(found.into_iter().find(|asset| scope.sees(asset.section)))
}

/// Those of these entries that the reader may see, in no order.
pub async fn several(cx: &Cx, ids: &[AssetId]) -> Result<Vec<Asset>, Fault> {
    let found = store::several(&cx.reader(), ids).await?;
    let scope = policy::scope(cx);
    let seen = found.into_iter().filter(|asset| scope.sees(asset.section));
    Ok(seen.collect())
}
