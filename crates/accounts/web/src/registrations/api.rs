//! Approvals for programs.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Enum, Object, OpenApi, Tags};
use uuid::Uuid;
use yakusho_accounts::registration::{self, Approval, ApprovalState};
use yakusho_kernel::Cursor;
use yakusho_webkit::{Answer, Visit};

use crate::json::{Done, Limit, Listed};

#[derive(Tags)]
enum Tag {
    /// What needs the administrator's approval to be shown to others.
    Registrations,
}

/// How a request stands.
#[derive(Clone, Copy, Debug, Enum)]
#[oai(rename = "ApprovalState", rename_all = "snake_case")]
enum StateView {
    /// It waits.
    Requested,
    /// It was found necessary.
    Approved,
    /// It was not.
    Refused,
}

impl From<StateView> for ApprovalState {
    fn from(state: StateView) -> Self {
        match state {
            StateView::Requested => Self::Requested,
            StateView::Approved => Self::Approved,
            StateView::Refused => Self::Refused,
        }
    }
}

/// A request for approval.
#[derive(Debug, Object)]
struct RegistrationApproval {
    /// Its id.
    id: Uuid,
    /// What is to be shown, as `kind:id`.
    subject: String,
    /// Its title.
    label: String,
    /// Who asked.
    requested_by: Uuid,
    /// When, in RFC 3339.
    requested_at: String,
    /// `requested`, `approved` or `refused`.
    state: String,
    /// Who decided.
    #[oai(skip_serializing_if_is_none)]
    decided_by: Option<Uuid>,
    /// When, in RFC 3339.
    #[oai(skip_serializing_if_is_none)]
    decided_at: Option<String>,
    /// What was said to it.
    decision: String,
}

impl From<Approval> for RegistrationApproval {
    fn from(approval: Approval) -> Self {
        Self {
            id: approval.id.into(),
            subject: format!("{}:{}", approval.subject.kind, approval.subject.id),
            label: approval.label,
            requested_by: approval.requested_by.into(),
            requested_at: approval.requested_at.to_string(),
            state: approval.state.code().to_owned(),
            decided_by: approval.decided_by.map(Into::into),
            decided_at: approval.decided_at.map(|at| at.to_string()),
            decision: approval.decision,
        }
    }
}

/// The decision on a request.
#[derive(Debug, Object)]
struct ApprovalDecision {
    /// Whether it is approved.
    approve: bool,
    /// A word to whoever asked; a refusal must give one. Up to 500 characters.
    #[oai(default)]
    decision: String,
}

pub(super) struct RegistrationApi;

#[OpenApi(tag = "Tag::Registrations")]
impl RegistrationApi {
    /// The requests in a state (those that wait unless told), the newest first.
    #[oai(
        path = "/registrations",
        method = "get",
        operation_id = "listRegistrations"
    )]
    async fn list(
        &self,
        visit: Visit,
        /// In this state.
        state: Query<Option<StateView>>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<RegistrationApproval>>> {
        let state = state.0.map_or(ApprovalState::Requested, Into::into);
        let after = after.0.as_deref().map(Cursor::from_outside);
        let found = registration::list(&visit.cx, state, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(found, RegistrationApproval::from)))
    }

    /// Approves a request, or does not.
    #[oai(
        path = "/registrations/:id/decision",
        method = "post",
        operation_id = "decideRegistration"
    )]
    async fn decide(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        decision: Json<ApprovalDecision>,
    ) -> Answer<Done> {
        let ApprovalDecision { approve, decision } = decision.0;
        registration::decide(&visit.cx, id.0.into(), approve, &decision)
            .await?
            .into_inner();
        Ok(Done::Done)
    }
}
