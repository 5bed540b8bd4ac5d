//! Accounts.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Enum, Object, OpenApi};
use time::Date;
use uuid::Uuid;
use yakusho_accounts::account::{self, Account, AccountState, Filter, Terms};
use yakusho_accounts::{password, second_factor, session};
use yakusho_kernel::Cursor;
use yakusho_webkit::{Answer, Visit};

use super::Tag;
use crate::json::{Done, Limit, Listed};

/// Whether an account can be used.
#[derive(Clone, Copy, Debug, Enum)]
#[oai(rename = "AccountState", rename_all = "snake_case")]
enum StateView {
    /// It can, until its end.
    Open,
    /// The supervisor suspended it.
    Suspended,
    /// It was closed.
    Closed,
}

impl From<StateView> for AccountState {
    fn from(state: StateView) -> Self {
        match state {
            StateView::Open => Self::Open,
            StateView::Suspended => Self::Suspended,
            StateView::Closed => Self::Closed,
        }
    }
}

/// An account.
#[derive(Debug, Object)]
struct AccountItem {
    /// Its id.
    id: Uuid,
    /// Whose it is; of a shared account, who answers for it.
    person: Uuid,
    /// The ID to sign in with.
    login: String,
    /// `open`, `suspended` or `closed`.
    state: String,
    /// Whether several people use it.
    shared: bool,
    /// The last day on which it can be used; none if it has no end.
    #[oai(skip_serializing_if_is_none)]
    ends_on: Option<Date>,
    /// Why an account of anyone but regular staff was approved.
    #[oai(skip_serializing_if_is_none)]
    approval_reason: Option<String>,
    /// By whom.
    #[oai(skip_serializing_if_is_none)]
    approved_by: Option<Uuid>,
    /// When it was opened, in RFC 3339.
    opened_at: String,
    /// When it was closed, in RFC 3339.
    #[oai(skip_serializing_if_is_none)]
    closed_at: Option<String>,
    /// `ended`, `reported` or `administrator`.
    #[oai(skip_serializing_if_is_none)]
    close_cause: Option<String>,
    /// When somebody last signed in with it, in RFC 3339.
    #[oai(skip_serializing_if_is_none)]
    last_sign_in_at: Option<String>,
    /// Counts the changes; to be sent with whatever is done to it.
    revision: i32,
}

impl From<Account> for AccountItem {
    fn from(account: Account) -> Self {
        let closing = account.closing;
        let approved_by = account.approval.as_ref().map(|approval| approval.by.into());
        Self {
            id: account.id.into(),
            person: account.person.into(),
            login: account.login.as_str().to_owned(),
            state: account.state.code().to_owned(),
            shared: account.shared,
            ends_on: account.ends_on,
            approval_reason: account.approval.map(|approval| approval.reason),
            approved_by,
            opened_at: account.opened_at.to_string(),
            closed_at: closing.as_ref().map(|closing| closing.at.to_string()),
            close_cause: closing.map(|closing| closing.cause.code().to_owned()),
            last_sign_in_at: account.last_sign_in_at.map(|at| at.to_string()),
            revision: account.revision,
        }
    }
}

/// New terms.
#[derive(Debug, Object)]
struct TermsChange {
    /// The last day on which it can be used.
    ends_on: Option<Date>,
    /// Why anyone but regular staff needs it.
    #[oai(default)]
    reason: String,
    /// The revision that was read.
    revision: i32,
}

/// Why an account is closed.
#[derive(Debug, Object)]
struct AccountClosing {
    /// Why: 1 to 500 characters.
    reason: String,
    /// The revision that was read.
    revision: i32,
}

/// A one-time password. It is shown once.
#[derive(Debug, Object)]
struct OneTimePassword {
    /// The password, to be handed to its owner.
    password: String,
    /// The first moment at which it cannot be used any more, in RFC 3339.
    expires_at: String,
}

pub(in crate::admin_accounts) struct AccountApi;

#[OpenApi(tag = "Tag::Accounts")]
impl AccountApi {
    /// Accounts in the order of their IDs.
    #[oai(path = "/accounts", method = "get", operation_id = "listAccounts")]
    #[expect(
        clippy::too_many_arguments,
        reason = "a parameter for each way to narrow the list"
    )]
    async fn list(
        &self,
        visit: Visit,
        /// In this state.
        state: Query<Option<StateView>>,
        /// Shared or not.
        shared: Query<Option<bool>>,
        /// Whose ID holds this.
        login: Query<Option<String>>,
        /// Of this person.
        person: Query<Option<Uuid>>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<AccountItem>>> {
        let filter = Filter {
            state: state.0.map(AccountState::from),
            shared: shared.0,
            login: login.0.unwrap_or_default(),
            people: person.0.map(Into::into).into_iter().collect(),
        };
        let after = after.0.as_deref().map(Cursor::from_outside);
        let found = account::list(&visit.cx, &filter, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(found, AccountItem::from)))
    }

    /// One account.
    #[oai(path = "/accounts/:id", method = "get", operation_id = "getAccount")]
    async fn account(&self, visit: Visit, id: Path<Uuid>) -> Answer<Json<AccountItem>> {
        Ok(Json(account::get(&visit.cx, id.0.into()).await?.into()))
    }

    /// Sets how long an account lasts.
    #[oai(
        path = "/accounts/:id/terms",
        method = "put",
        operation_id = "setAccountTerms"
    )]
    async fn terms(&self, visit: Visit, id: Path<Uuid>, to: Json<TermsChange>) -> Answer<Done> {
        let (terms, revision) = terms(to.0);
        account::set_terms(&visit.cx, id.0.into(), terms, revision)
            .await?
            .into_inner();
        Ok(Done::Done)
    }

    /// Closes an account: its sessions and tokens end at once.
    #[oai(
        path = "/accounts/:id/close",
        method = "post",
        operation_id = "closeAccount"
    )]
    async fn close(&self, visit: Visit, id: Path<Uuid>, why: Json<AccountClosing>) -> Answer<Done> {
        let AccountClosing { reason, revision } = why.0;
        account::close(&visit.cx, id.0.into(), &reason, revision)
            .await?
            .into_inner();
        Ok(Done::Done)
    }

    /// Opens a closed account again.
    #[oai(
        path = "/accounts/:id/reopen",
        method = "post",
        operation_id = "reopenAccount"
    )]
    async fn reopen(&self, visit: Visit, id: Path<Uuid>, to: Json<TermsChange>) -> Answer<Done> {
        let (terms, revision) = terms(to.0);
        account::reopen(&visit.cx, id.0.into(), terms, revision)
            .await?
            .into_inner();
        Ok(Done::Done)
    }

    /// Issues a one-time password; the present one stops working.
    #[oai(
        path = "/accounts/:id/password",
        method = "post",
        operation_id = "issueAccountPassword"
    )]
    async fn password(&self, visit: Visit, id: Path<Uuid>) -> Answer<Json<OneTimePassword>> {
        let issued = password::issue(&visit.cx, id.0.into()).await?.into_inner();
        Ok(Json(OneTimePassword {
            password: issued.password.reveal().to_owned(),
            expires_at: issued.expires_at.to_string(),
        }))
    }

    /// Turns an account's second factor off.
    #[oai(
        path = "/accounts/:id/second-factor",
        method = "delete",
        operation_id = "removeAccountSecondFactor"
    )]
    async fn second_factor(&self, visit: Visit, id: Path<Uuid>) -> Answer<Done> {
        second_factor::remove_for(&visit.cx, id.0.into())
            .await?
            .into_inner();
        Ok(Done::Done)
    }

    /// Ends every session of an account.
    #[oai(
        path = "/accounts/:id/sessions",
        method = "delete",
        operation_id = "endAccountSessions"
    )]
    async fn sessions(&self, visit: Visit, id: Path<Uuid>) -> Answer<Done> {
        session::end_all_of(&visit.cx, id.0.into())
            .await?
            .into_inner();
        Ok(Done::Done)
    }
}

fn terms(change: TermsChange) -> (Terms, i32) {
    let terms = Terms {
        ends_on: change.ends_on,
        reason: change.reason,
    };
    (terms, change.revision)
}
