//! What stands in tables that tests look at themselves.

use sea_orm::prelude::Uuid;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use yakusho_kernel::{Cx, Reading as _, audit_entry as entry};

/// The names of the acts that a request left in the audit trail, in their order by name.
pub async fn acts_of(cx: &Cx) -> Vec<String> {
    let entries = entry::Entity::find()
        .filter(entry::Column::Request.eq(Uuid::from(cx.request())))
        .order_by_asc(entry::Column::Act)
        .all(&cx.reader().conn())
        .await
        .expect("the audit trail is there to read");
    entries.into_iter().map(|entry| entry.act).collect()
}
