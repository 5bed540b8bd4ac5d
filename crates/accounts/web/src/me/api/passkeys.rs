//! Passkeys as JSON.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::OffsetDateTime;
use uuid::Uuid;
use yakusho_accounts::second_factor;
use yakusho_accounts::second_factor::passkey::{self, Passkey};
use yakusho_kernel::{Page, Timestamp};
use yakusho_webkit::{Answer, Visit};

use super::Tag;
use super::second_factor::PasswordProof;
use crate::json::{Done, Limit, Listed, place};

/// A passkey. One is added on the pages, by the browser that asks for it.
#[derive(Object)]
struct PasskeyItem {
    id: Uuid,
    /// What its owner calls it.
    name: String,
    /// When it was added.
    made_at: OffsetDateTime,
    /// When somebody last signed in with it.
    #[oai(skip_serializing_if_is_none)]
    used_at: Option<OffsetDateTime>,
}

impl From<Passkey> for PasskeyItem {
    fn from(passkey: Passkey) -> Self {
        Self {
            id: passkey.id.into(),
            name: passkey.name,
            made_at: passkey.made_at.utc(),
            used_at: passkey.used_at.map(Timestamp::utc),
        }
    }
}

/// One's passkeys.
pub(super) struct PasskeysApi;

#[OpenApi(tag = "Tag::Me")]
impl PasskeysApi {
    /// One's passkeys, the newest first.
    #[oai(path = "/me/passkeys", method = "get", operation_id = "listPasskeys")]
    async fn list(
        &self,
        visit: Visit,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<PasskeyItem>>> {
        let passkeys = second_factor::state(&visit.cx).await?.passkeys;
        let after = place(after.as_deref());
        let page = Page::among(passkeys, after.as_ref(), limit.size(), |row| row.id)?;
        Ok(Json(Listed::of(page, PasskeyItem::from)))
    }

    /// Takes one of one's passkeys away.
    #[oai(
        path = "/me/passkeys/:id/removal",
        method = "post",
        operation_id = "removePasskey"
    )]
    async fn remove(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        body: Json<PasswordProof>,
    ) -> Answer<Done> {
        let id = id.0.into();
        passkey::remove(&visit.cx, id, &body.0.password())
            .await?
            .into_inner();
        Ok(Done::Done)
    }
}
