//! Categories: set by the administrator.

use std::sync::Arc;

use yakusho_accounts::directory::{self, Audience};
use yakusho_kernel::{Audit, Conflict, Cx, Fault, Invalid, Reason, Saved, Tx};

use super::access::present_shelves;
use crate::audience;
use crate::board::model::{Category, CategoryForm, CategoryId, CategorySettings};
use crate::board::{policy, store};

/// Every category that the reader may read, in order.
pub async fn categories(cx: &Cx) -> Result<Vec<Arc<Category>>, Fault> {
    let shelves = present_shelves(cx).await?;
    let categories = shelves.iter().map(|shelf| Arc::clone(&shelf.category));
    Ok(categories.collect())
}

/// Every category there is, for those who set them.
pub async fn all_categories(cx: &Cx) -> Result<Vec<Category>, Fault> {
    let _ = policy::may_set_categories(cx)?;
    Ok(store::categories(&cx.reader()).await?)
}

/// Adds a category.
pub async fn add_category(cx: &Cx, form: CategoryForm) -> Result<Saved<CategoryId>, Fault> {
    let mut settings = form.parse()?;
    let permit = policy::may_add_category(cx)?;
    let tx = cx.begin().await?;
    is_told_apart(&tx, &settings, None).await?;
    settings.readers = admitted(&tx, "readers", settings.readers).await?;
    settings.writers = admitted(&tx, "writers", settings.writers).await?;
    let id: CategoryId = cx.new_id();
    store::insert_category(&tx, &permit, id, &settings).await?;
    let version = tx.keep_version(&id, &Kept::of(&settings)).await?;
    Ok(tx
        .commit(Audit::of(permit, &id).version(&version), id)
        .await?)
}

/// Changes a category that is still at that revision.
pub async fn change_category(
    cx: &Cx,
    id: CategoryId,
    revision: i32,
    form: CategoryForm,
) -> Result<Saved<CategoryId>, Fault> {
    let mut settings = form.parse()?;
    let tx = cx.begin().await?;
    let before = store::category(&tx, id).await?.ok_or(Fault::NotFound)?;
    Conflict::CHANGED.unless(before.revision == revision)?;
    is_told_apart(&tx, &settings, Some(id)).await?;
    settings.readers = admitted(&tx, "readers", settings.readers).await?;
    settings.writers = admitted(&tx, "writers", settings.writers).await?;
    let permit = policy::may_change_category(cx, &before, &settings)?;
    store::update_category(&tx, &permit, &before, &settings).await?;
    let version = tx.keep_version(&id, &Kept::of(&settings)).await?;
    Ok(tx
        .commit(Audit::of(permit, &id).version(&version), id)
        .await?)
}

/// Whether no other category has its name, in either language.
async fn is_told_apart(
    tx: &Tx,
    settings: &CategorySettings,
    own: Option<CategoryId>,
) -> Result<(), Fault> {
    let others = store::categories(tx).await?.into_iter();
    let others: Vec<_> = others.filter(|other| Some(other.id) != own).collect();
    let mut invalid = Invalid::default();
    if others
        .iter()
        .any(|other| other.settings.name_ja == settings.name_ja)
    {
        invalid.push("name_ja", Reason::Code("category_name"));
    }
    let same = |other: &Category| other.settings.name_en == settings.name_en;
    if settings.name_en.is_some() && others.iter().any(same) {
        invalid.push("name_en", Reason::Code("category_name"));
    }
    Ok(invalid.check()?)
}

/// The audience entered in that field, with the members that its groups have today in place of the groups: rights change
/// by the administrator's act alone, not when somebody changes a group of their own.
async fn admitted(tx: &Tx, field: &'static str, entered: Audience) -> Result<Audience, Fault> {
    let audience = audience::admit(tx, field, entered).await?;
    if audience.groups.is_empty() {
        return Ok(audience);
    }
    let groups = Audience {
        groups: audience.groups.clone(),
        ..Audience::default()
    };
    let members = directory::expand(tx, tx.cx().today(), &groups).await?;
    let mut people = audience.people;
    people.extend(members.into_iter().map(|member| member.person));
    people.sort_unstable();
    people.dedup();
    Ok(Audience {
        people,
        groups: Vec::new(),
        ..audience
    })
}

/// What a version of a category keeps.
#[derive(serde::Serialize)]
struct Kept<'a> {
    name_ja: &'a str,
    name_en: &'a str,
    position: i32,
    readers: &'a Audience,
    writers: &'a Audience,
    comments: bool,
    approval: &'static str,
    closed: bool,
}

impl<'a> Kept<'a> {
    fn of(settings: &'a CategorySettings) -> Self {
        Self {
            name_ja: settings.name_ja.as_str(),
            name_en: settings.name_en.as_ref().map_or("", |name| name.as_str()),
            position: settings.position,
            readers: &settings.readers,
            writers: &settings.writers,
            comments: settings.comments,
            approval: settings.approval.code(),
            closed: settings.closed,
        }
    }
}
