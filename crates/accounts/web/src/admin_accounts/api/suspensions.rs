//! Suspensions.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Enum, Object, OpenApi};
use uuid::Uuid;
use yakusho_accounts::suspension::{self, Breach, Suspension};
use yakusho_kernel::Cursor;
use yakusho_webkit::{Answer, Visit};

use super::Tag;
use crate::json::{Done, Limit, Listed, Made};

/// What users must not do.
#[derive(Clone, Copy, Debug, Enum)]
#[oai(rename = "Breach", rename_all = "snake_case")]
enum BreachView {
    /// Tampering with information, damaging or losing it, or registering what is false.
    Tampering,
    /// Harming somebody's name.
    Defamation,
    /// Misusing an ID or a password.
    Misuse,
    /// Letting a password leak.
    Leak,
    /// Use against the law or public order.
    Unlawful,
    /// Deleting particular words at will.
    Deletion,
    /// Hindering the running otherwise.
    Hindrance,
}

impl From<BreachView> for Breach {
    fn from(breach: BreachView) -> Self {
        match breach {
            BreachView::Tampering => Self::Tampering,
            BreachView::Defamation => Self::Defamation,
            BreachView::Misuse => Self::Misuse,
            BreachView::Leak => Self::Leak,
            BreachView::Unlawful => Self::Unlawful,
            BreachView::Deletion => Self::Deletion,
            BreachView::Hindrance => Self::Hindrance,
        }
    }
}

/// A suspension, and whether it was lifted.
#[derive(Debug, Object)]
#[oai(rename = "Suspension")]
struct SuspensionItem {
    /// Its id.
    id: Uuid,
    /// The account.
    account: Uuid,
    /// What its owner did.
    breach: String,
    /// The clause that forbids it.
    #[oai(skip_serializing_if_is_none)]
    clause: Option<String>,
    /// The clauses under which it was suspended, or `house`.
    article: String,
    /// What happened, in the supervisor's words.
    reason: String,
    /// When, in RFC 3339.
    at: String,
    /// By which supervisor.
    by: Uuid,
    /// When it was lifted, in RFC 3339.
    #[oai(skip_serializing_if_is_none)]
    lifted_at: Option<String>,
    /// By which supervisor.
    #[oai(skip_serializing_if_is_none)]
    lifted_by: Option<Uuid>,
    /// Why.
    #[oai(skip_serializing_if_is_none)]
    lift_reason: Option<String>,
}

impl From<Suspension> for SuspensionItem {
    fn from(one: Suspension) -> Self {
        let lifting = one.lifting;
        Self {
            id: one.id.into(),
            account: one.account.into(),
            breach: one.breach.code().to_owned(),
            clause: one.clause,
            article: one.citation,
            reason: one.reason,
            at: one.at.to_string(),
            by: one.by.into(),
            lifted_at: lifting.as_ref().map(|lifting| lifting.at.to_string()),
            lifted_by: lifting.as_ref().map(|lifting| lifting.by.into()),
            lift_reason: lifting.map(|lifting| lifting.reason),
        }
    }
}

/// A suspension to be made.
#[derive(Debug, Object)]
struct SuspensionRequest {
    /// What its owner did.
    breach: BreachView,
    /// What happened; the owner is told: 1 to 500 characters.
    reason: String,
}

/// Why a suspension is lifted.
#[derive(Debug, Object)]
struct LiftRequest {
    /// Why: 1 to 500 characters.
    reason: String,
}

pub(in crate::admin_accounts) struct SuspensionApi;

#[OpenApi(tag = "Tag::Suspensions")]
impl SuspensionApi {
    /// All suspensions, the newest first.
    #[oai(
        path = "/suspensions",
        method = "get",
        operation_id = "listSuspensions"
    )]
    async fn list(
        &self,
        visit: Visit,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<SuspensionItem>>> {
        let after = after.0.as_deref().map(Cursor::from_outside);
        let found = suspension::list(&visit.cx, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(found, SuspensionItem::from)))
    }

    /// Suspends an account: the supervisor, and nobody else. Its sessions and tokens end at once.
    #[oai(
        path = "/accounts/:id/suspension",
        method = "post",
        operation_id = "suspendAccount"
    )]
    async fn suspend(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        new: Json<SuspensionRequest>,
    ) -> Answer<Made> {
        let SuspensionRequest { breach, reason } = new.0;
        let made = suspension::suspend(&visit.cx, id.0.into(), breach.into(), &reason).await?;
        Ok(Made::of(made.into_inner()))
    }

    /// Lifts the suspension of an account: the supervisor, and nobody else.
    #[oai(
        path = "/accounts/:id/suspension/lift",
        method = "post",
        operation_id = "liftSuspension"
    )]
    async fn lift(&self, visit: Visit, id: Path<Uuid>, why: Json<LiftRequest>) -> Answer<Done> {
        suspension::lift(&visit.cx, id.0.into(), &why.0.reason)
            .await?
            .into_inner();
        Ok(Done::Done)
    }
}
