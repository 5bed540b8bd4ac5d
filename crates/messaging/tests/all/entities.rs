//! What stands in tables that the tests look at themselves.

use sea_orm::prelude::Uuid;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use yakusho_kernel::{Cx, Reading as _, audit_entry as entry};

/// The names of the acts of a request, in their order by name.
pub(crate) async fn acts_of(cx: &Cx) -> Vec<String> {
    let entries = entry::Entity::find()
        .filter(entry::Column::Request.eq(Uuid::from(cx.request())))
        .order_by_asc(entry::Column::Act)
        .all(&cx.reader().conn())
        .await
        .unwrap();
    entries.into_iter().map(|entry| entry.act).collect()
}
