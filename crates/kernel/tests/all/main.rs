//! The kernel on both databases.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops where what it rests on fails"
)]

mod acts;
mod batch;
mod grouped;
mod jobs;
mod notices;
mod once;
mod outbox;
mod outside_bytes;
mod reference;
mod together;

use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use yakusho_kernel::{Act, Cx, Permit, Reading as _, audit_entry, typed_id};

typed_id! {
    /// Something that acts are done to.
    pub struct ThingId = "test.thing";
}

const TOUCH: Act = Act::new("test.touch");

/// A permit to touch things: tests stand where a policy would.
fn may_touch(cx: &Cx) -> Permit {
    cx.judge(TOUCH).permit()
}

/// How many acts of that name left an entry.
async fn entries(cx: &Cx, act: &str) -> u64 {
    audit_entry::Entity::find()
        .filter(audit_entry::Column::Act.eq(act))
        .count(&cx.reader().conn())
        .await
        .unwrap()
}
