//! Categories, which the administrator sets.

use yakusho_kernel::{Audit, Cx, Fault, Saved};

use crate::facility::model::{Category, CategoryForm, CategoryId};
use crate::facility::{policy, store};

/// The categories, in order.
pub async fn categories(cx: &Cx) -> Result<Vec<Category>, Fault> {
    let _ = policy::may_look_up(cx)?;
    Ok(store::categories(&cx.reader()).await?)
}

/// Adds a category.
pub async fn add_category(cx: &Cx, form: CategoryForm) -> Result<Saved<CategoryId>, Fault> {
    let permit = policy::may_set_categories(cx)?;
    let form = form.parse()?;
    let tx = cx.begin().await?;
    let id: CategoryId = cx.new_id();
    store::insert_category(&tx, &permit, id, &form).await?;
    let version = tx.keep_version(&id, &form).await?;
    let entry = Audit::of(permit, &id).version(&version);
    Ok(tx.commit(entry, id).await?)
}

/// Changes a category that is still at that revision.
pub async fn change_category(
    cx: &Cx,
    id: CategoryId,
    revision: i32,
    form: CategoryForm,
) -> Result<Saved<CategoryId>, Fault> {
    let permit = policy::may_set_categories(cx)?;
    let form = form.parse()?;
    let tx = cx.begin().await?;
    store::update_category(&tx, &permit, id, revision, &form).await?;
    let version = tx.keep_version(&id, &form).await?;
    let entry = Audit::of(permit, &id).version(&version);
    Ok(tx.commit(entry, id).await?)
}
