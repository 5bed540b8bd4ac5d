//! Sessions and sign-in history as JSON.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::OffsetDateTime;
use uuid::Uuid;
use yakusho_accounts::session::{self, SessionRow, SignInRow};
use yakusho_kernel::Page;
use yakusho_webkit::{Answer, Visit};

use super::Tag;
use crate::authenticator;
use crate::json::{Done, Limit, Listed, place};

/// An open session.
#[derive(Object)]
struct SessionItem {
    id: Uuid,
    /// Whether it is the one that asks.
    current: bool,
    started_at: OffsetDateTime,
    /// When it was last used, to the minute.
    seen_at: OffsetDateTime,
    /// When it ends in any case.
    ends_at: OffsetDateTime,
    /// The address it began from.
    address: String,
    /// The program, in few words.
    agent: String,
}

/// A line of the sign-in history.
#[derive(Object)]
struct SignInItem {
    id: Uuid,
    at: OffsetDateTime,
    /// What came of it: `done`, `done_by_provider`, `code_needed`, `wrong_password`, `wrong_code`, `wrong_passkey`,
    /// `held_off`, `suspended`, `closed`, `expired`.
    result: String,
    /// The address it came from.
    address: String,
    /// The program, in few words.
    agent: String,
}

/// How many sessions ended.
#[derive(Object)]
struct SessionsEnded {
    ended: u64,
}

impl From<SignInRow> for SignInItem {
    fn from(row: SignInRow) -> Self {
        Self {
            id: row.id.into(),
            at: row.at.utc(),
            result: row.result.code().to_owned(),
            address: row.address,
            agent: row.agent,
        }
    }
}

/// Where one is signed in.
pub(super) struct SessionsApi;

#[OpenApi(tag = "Tag::Me")]
impl SessionsApi {
    /// One's open sessions, the newest first.
    #[oai(path = "/me/sessions", method = "get", operation_id = "listSessions")]
    async fn sessions(
        &self,
        visit: Visit,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<SessionItem>>> {
        let this = visit.me()?.session;
        let item = |row: SessionRow| SessionItem {
            current: this == Some(row.id.into()),
            id: row.id.into(),
            started_at: row.started_at.utc(),
            seen_at: row.seen_at.utc(),
            ends_at: row.ends_at.utc(),
            address: row.address,
            agent: row.agent,
        };
        let sessions = session::list(&visit.cx).await?;
        let after = place(after.as_deref());
        let page = Page::among(sessions, after.as_ref(), limit.size(), |row| row.id)?;
        Ok(Json(Listed::of(page, item)))
    }

    /// Ends all of one's sessions but the one that asks.
    #[oai(
        path = "/me/sessions",
        method = "delete",
        operation_id = "endOtherSessions"
    )]
    async fn end_others(&self, visit: Visit) -> Answer<Json<SessionsEnded>> {
        let this = authenticator::session(&visit)?;
        let ended = session::end_others(&visit.cx, this).await?.into_inner();
        Ok(Json(SessionsEnded { ended }))
    }

    /// Ends one of one's sessions.
    #[oai(
        path = "/me/sessions/:id",
        method = "delete",
        operation_id = "endSession"
    )]
    async fn end(&self, visit: Visit, id: Path<Uuid>) -> Answer<Done> {
        session::end(&visit.cx, id.0.into()).await?.into_inner();
        Ok(Done::Done)
    }

    /// Sign-ins with one's ID, and attempts that failed, the newest first.
    #[oai(path = "/me/sign-ins", method = "get", operation_id = "listSignIns")]
    async fn history(
        &self,
        visit: Visit,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<SignInItem>>> {
        let after = place(after.as_deref());
        let page = session::history(&visit.cx, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(page, SignInItem::from)))
    }
}
