//! Users who may no longer need their account.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Enum, Object, OpenApi};
use time::Date;
use uuid::Uuid;
use yakusho_accounts::leaver::{self, Answer as Answered, Case, CaseState};
use yakusho_kernel::Cursor;
use yakusho_webkit::{Answer, Visit};

use super::Tag;
use crate::json::{Done, Limit, Listed, Made};

/// How a question stands.
#[derive(Clone, Copy, Debug, Enum)]
#[oai(rename = "LeaverState", rename_all = "snake_case")]
enum CaseStateView {
    /// It waits for an answer.
    Open,
    /// The account is still needed.
    Kept,
    /// It was not, and is closed.
    Closed,
}

impl From<CaseStateView> for CaseState {
    fn from(state: CaseStateView) -> Self {
        match state {
            CaseStateView::Open => Self::Open,
            CaseStateView::Kept => Self::Kept,
            CaseStateView::Closed => Self::Closed,
        }
    }
}

/// A question whether an account is still needed.
#[derive(Debug, Object)]
struct LeaverCase {
    /// Its id.
    id: Uuid,
    /// The account.
    account: Uuid,
    /// Whose it is.
    person: Uuid,
    /// Its ID.
    login: String,
    /// The section whose manager is asked.
    #[oai(skip_serializing_if_is_none)]
    unit: Option<Uuid>,
    /// `reported`, `left`, `moved` or `unused`.
    finding: String,
    /// Since when it is so.
    since: Date,
    /// `open`, `kept` or `closed`.
    state: String,
    /// On which day it was asked, or asked again.
    asked_on: Date,
    /// How many times it was asked again.
    reminders: i32,
    /// Why it was answered so.
    #[oai(skip_serializing_if_is_none)]
    reason: Option<String>,
    /// By whom.
    #[oai(skip_serializing_if_is_none)]
    answered_by: Option<Uuid>,
}

impl From<Case> for LeaverCase {
    fn from(case: Case) -> Self {
        let answered_by = case.answered.as_ref().map(|answered| answered.by.into());
        Self {
            id: case.id.into(),
            account: case.account.into(),
            person: case.person.into(),
            login: case.login,
            unit: case.unit.map(Into::into),
            finding: case.finding.code().to_owned(),
            since: case.since,
            state: case.state.code().to_owned(),
            asked_on: case.asked_on,
            reminders: case.reminders,
            reason: case.answered.map(|answered| answered.reason),
            answered_by,
        }
    }
}

/// The answer to a question.
#[derive(Debug, Object)]
struct LeaverAnswer {
    /// Whether the account is still needed; if not, it is closed.
    keep: bool,
    /// Why: 1 to 500 characters.
    reason: String,
}

/// A report that an account is no longer needed.
#[derive(Debug, Object)]
struct LeaverReport {
    /// The account.
    account: Uuid,
    /// Why: 1 to 500 characters.
    reason: String,
}

pub(in crate::admin_accounts) struct LeaverApi;

#[OpenApi(tag = "Tag::Leavers")]
impl LeaverApi {
    /// The questions that concern the visitor, in a state (those that wait unless told).
    #[oai(path = "/leavers", method = "get", operation_id = "listLeavers")]
    async fn list(
        &self,
        visit: Visit,
        /// In this state.
        state: Query<Option<CaseStateView>>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<LeaverCase>>> {
        let state = state.0.map_or(CaseState::Open, CaseState::from);
        let after = after.0.as_deref().map(Cursor::from_outside);
        let found = leaver::cases(&visit.cx, Some(state), after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(found, LeaverCase::from)))
    }

    /// Reports that somebody of one's section no longer needs their account: it is closed.
    #[oai(path = "/leavers", method = "post", operation_id = "reportLeaver")]
    async fn report(&self, visit: Visit, report: Json<LeaverReport>) -> Answer<Made> {
        let LeaverReport { account, reason } = report.0;
        Ok(Made::of(
            leaver::report(&visit.cx, account.into(), &reason)
                .await?
                .into_inner(),
        ))
    }

    /// Answers whether an account is still needed.
    #[oai(
        path = "/leavers/:id/answer",
        method = "post",
        operation_id = "answerLeaver"
    )]
    async fn answer(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        answer: Json<LeaverAnswer>,
    ) -> Answer<Done> {
        let LeaverAnswer { keep, reason } = answer.0;
        let answer = if keep {
            Answered::Keep
        } else {
            Answered::Close
        };
        leaver::answer(&visit.cx, id.0.into(), answer, &reason)
            .await?
            .into_inner();
        Ok(Done::Done)
    }
}
