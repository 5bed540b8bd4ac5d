//! What stands in tables that tests look at themselves.

use sea_orm::prelude::{Json, Uuid};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use yakusho_kernel::{Cx, Reading as _, audit_entry as entry};

/// The names of the acts that a request left in the audit trail, in their order by name.
pub async fn acts_of(cx: &Cx) -> Vec<String> {
    let entries = entries_of(cx).await;
    entries.into_iter().map(|entry| entry.act).collect()
}

/// The facts of those acts, in the same order.
pub async fn facts_of(cx: &Cx) -> Vec<Json> {
    let entries = entries_of(cx).await;
    entries.into_iter().map(|entry| entry.detail).collect()
}

/// The entries of those acts themselves, in the same order.
pub async fn entries_of(cx: &Cx) -> Vec<entry::Model> {
    entry::Entity::find()
        .filter(entry::Column::Request.eq(Uuid::from(cx.request())))
        .order_by_asc(entry::Column::Act)
        .all(&cx.reader().conn())
        .await
        .expect("the audit trail is there to read")
}
