//! Permissions to share an account.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::Date;
use uuid::Uuid;
use yakusho_accounts::account::{self, NewSharing, Sharing};
use yakusho_kernel::Cursor;
use yakusho_webkit::{Answer, Visit};

use super::Tag;
use crate::json::{Done, Limit, Listed, Made};

/// A permission that people share an account.
#[derive(Debug, Object)]
struct SharingPermission {
    /// Its id.
    id: Uuid,
    /// Who answers for the account.
    person: Uuid,
    /// Who may use it besides.
    people: Vec<Uuid>,
    /// Why it is necessary.
    reason: String,
    /// The last day on which it holds.
    ends_on: Date,
    /// Who gave it.
    permitted_by: Uuid,
    /// When it was withdrawn, in RFC 3339.
    #[oai(skip_serializing_if_is_none)]
    withdrawn_at: Option<String>,
}

impl From<Sharing> for SharingPermission {
    fn from(sharing: Sharing) -> Self {
        Self {
            id: sharing.id.into(),
            person: sharing.person.into(),
            people: sharing.people.into_iter().map(Into::into).collect(),
            reason: sharing.reason,
            ends_on: sharing.ends_on,
            permitted_by: sharing.permitted_by.into(),
            withdrawn_at: sharing.withdrawn_at.map(|at| at.to_string()),
        }
    }
}

/// A permission to be given.
#[derive(Debug, Object)]
struct SharingRequest {
    /// Who answers for the account.
    person: Uuid,
    /// Who may use it besides, at least one.
    people: Vec<Uuid>,
    /// Why it is necessary: 1 to 500 characters.
    reason: String,
    /// The last day on which it is to hold.
    ends_on: Date,
}

pub(in crate::admin_accounts) struct SharingApi;

#[OpenApi(tag = "Tag::Accounts")]
impl SharingApi {
    /// The permissions that people share an account, the newest first.
    #[oai(
        path = "/account-sharings",
        method = "get",
        operation_id = "listAccountSharings"
    )]
    async fn list(
        &self,
        visit: Visit,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<SharingPermission>>> {
        let after = after.0.as_deref().map(Cursor::from_outside);
        let found = account::sharings(&visit.cx, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(found, SharingPermission::from)))
    }

    /// Permits that people share an account: the information system manager's.
    #[oai(
        path = "/account-sharings",
        method = "post",
        operation_id = "permitAccountSharing"
    )]
    async fn permit(&self, visit: Visit, new: Json<SharingRequest>) -> Answer<Made> {
        let new = NewSharing {
            person: new.0.person.into(),
            people: new.0.people.into_iter().map(Into::into).collect(),
            reason: new.0.reason,
            ends_on: new.0.ends_on,
        };
        Ok(Made::of(
            account::permit_sharing(&visit.cx, new).await?.into_inner(),
        ))
    }

    /// Withdraws a permission; accounts that stand on it close.
    #[oai(
        path = "/account-sharings/:id",
        method = "delete",
        operation_id = "withdrawAccountSharing"
    )]
    async fn withdraw(&self, visit: Visit, id: Path<Uuid>) -> Answer<Done> {
        account::withdraw_sharing(&visit.cx, id.0.into())
            .await?
            .into_inner();
        Ok(Done::Done)
    }
}
