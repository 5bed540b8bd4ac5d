//! Who has which ID.

use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::Date;
use uuid::Uuid;
use yakusho_accounts::account::{self, NewAccount, Shared};
use yakusho_webkit::{Answer, Visit};

use super::Tag;
use crate::json::{Done, Made};

/// An account to be opened.
#[derive(Debug, Object)]
struct AccountRequest {
    /// Whose it is to be.
    person: Uuid,
    /// The ID to sign in with: 1 to 64 characters.
    login: String,
    /// The last day on which it can be used; anyone but regular staff needs one where the city's regulation says so.
    ends_on: Option<Date>,
    /// Why anyone but regular staff needs it.
    #[oai(default)]
    reason: String,
    /// The permission that it is shared by; none for one person's own.
    sharing: Option<Uuid>,
}

/// A new ID.
#[derive(Debug, Object)]
struct LoginChange {
    /// The new ID: 1 to 64 characters.
    login: String,
    /// The revision that was read.
    revision: i32,
}

pub(in crate::admin_accounts) struct IdApi;

#[OpenApi(tag = "Tag::Accounts")]
impl IdApi {
    /// Opens an account. It can be signed in to once a one-time password was issued.
    #[oai(path = "/accounts", method = "post", operation_id = "openAccount")]
    async fn open(&self, visit: Visit, new: Json<AccountRequest>) -> Answer<Made> {
        let new = NewAccount {
            person: new.0.person.into(),
            login: new.0.login,
            ends_on: new.0.ends_on,
            reason: new.0.reason,
            shared: new
                .0
                .sharing
                .map_or(Shared::No, |id| Shared::By(Some(id.into()))),
        };
        Ok(Made::of(account::open(&visit.cx, new).await?.into_inner()))
    }

    /// Changes an ID.
    #[oai(
        path = "/accounts/:id/login",
        method = "put",
        operation_id = "setAccountLogin"
    )]
    async fn login(&self, visit: Visit, id: Path<Uuid>, to: Json<LoginChange>) -> Answer<Done> {
        let LoginChange { login, revision } = to.0;
        account::set_login(&visit.cx, id.0.into(), &login, revision)
            .await?
            .into_inner();
        Ok(Done::Done)
    }
}
