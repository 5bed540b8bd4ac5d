//! API tokens as JSON.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::types::Password;
use poem_openapi::{ApiResponse, Enum, Object, OpenApi};
use time::{Date, OffsetDateTime};
use uuid::Uuid;
use yakusho_accounts::password::PasswordText;
use yakusho_accounts::token::{self, NewToken, Token};
use yakusho_kernel::{Cursor, Scope, Timestamp};
use yakusho_webkit::{Answer, Visit};

use super::Tag;
use crate::json::{Done, Limit, Listed};

/// What a token may be used for.
#[derive(Clone, Copy, Enum)]
#[oai(rename_all = "lowercase")]
enum TokenScope {
    /// Reading what its owner may read.
    Read,
    /// Changing what its owner may change, but for administration.
    Write,
    /// Administration.
    Admin,
    /// Provisioning of accounts by SCIM, and nothing else: the system administrator's to give.
    Scim,
}

impl From<Scope> for TokenScope {
    fn from(scope: Scope) -> Self {
        match scope {
            Scope::Read => Self::Read,
            Scope::Write => Self::Write,
            Scope::Admin => Self::Admin,
            Scope::Scim => Self::Scim,
        }
    }
}

impl From<TokenScope> for Scope {
    fn from(scope: TokenScope) -> Self {
        match scope {
            TokenScope::Read => Self::Read,
            TokenScope::Write => Self::Write,
            TokenScope::Admin => Self::Admin,
            TokenScope::Scim => Self::Scim,
        }
    }
}

/// A token, without its secret.
#[derive(Object)]
struct TokenItem {
    id: Uuid,
    name: String,
    scopes: Vec<TokenScope>,
    made_at: OffsetDateTime,
    /// The last day on which it can be used.
    ends_on: Date,
    /// When it was last used, to the minute.
    #[oai(skip_serializing_if_is_none)]
    used_at: Option<OffsetDateTime>,
    /// When it was revoked, if it was.
    #[oai(skip_serializing_if_is_none)]
    ended_at: Option<OffsetDateTime>,
}

/// A token to be made.
#[derive(Object)]
struct TokenWanted {
    /// What its owner calls it.
    #[oai(validator(max_length = 1000))]
    name: String,
    /// What it may be used for, at least one.
    #[oai(validator(max_items = 4))]
    scopes: Vec<TokenScope>,
    /// The last day on which it can be used.
    ends_on: Date,
    /// The present password, to make sure who it is.
    #[oai(validator(max_length = 1000))]
    password: Password,
}

/// A token that was just made.
#[derive(Object)]
struct TokenMade {
    id: Uuid,
    /// The token, to be sent as `Authorization: Bearer …`. It is shown once.
    token: String,
}

/// That a token was made.
#[derive(ApiResponse)]
enum Made {
    /// Made.
    #[oai(status = 201)]
    Made(Json<TokenMade>),
}

impl From<Token> for TokenItem {
    fn from(token: Token) -> Self {
        Self {
            id: token.id.into(),
            name: token.name,
            scopes: token.scopes.into_iter().map(Into::into).collect(),
            made_at: token.made_at.utc(),
            ends_on: token.ends_on,
            used_at: token.used_at.map(Timestamp::utc),
            ended_at: token.ended_at.map(Timestamp::utc),
        }
    }
}

/// One's tokens.
pub(super) struct TokensApi;

#[OpenApi(tag = "Tag::Me")]
impl TokensApi {
    /// One's tokens, the newest first.
    #[oai(path = "/me/tokens", method = "get", operation_id = "listTokens")]
    async fn tokens(
        &self,
        visit: Visit,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<TokenItem>>> {
        let after = after.0.as_deref().map(Cursor::from_outside);
        let page = token::list(&visit.cx, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(page, TokenItem::from)))
    }

    /// Makes a token.
    #[oai(path = "/me/tokens", method = "post", operation_id = "makeToken")]
    async fn make(&self, visit: Visit, body: Json<TokenWanted>) -> Answer<Made> {
        let new = NewToken {
            name: body.0.name,
            scopes: body.0.scopes.into_iter().map(Into::into).collect(),
            ends_on: body.0.ends_on,
        };
        let password = PasswordText::new(body.0.password.0);
        let made = token::make(&visit.cx, new, &password).await?.into_inner();
        Ok(Made::Made(Json(TokenMade {
            id: made.id.into(),
            token: made.text().to_string(),
        })))
    }

    /// Revokes a token.
    #[oai(
        path = "/me/tokens/:id",
        method = "delete",
        operation_id = "revokeToken"
    )]
    async fn revoke(&self, visit: Visit, id: Path<Uuid>) -> Answer<Done> {
        token::revoke(&visit.cx, id.0.into()).await?.into_inner();
        Ok(Done::Done)
    }
}
