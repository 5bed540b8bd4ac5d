//! Accounts, and users who no longer need theirs, for programs.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Enum, Object, OpenApi, Tags};
use time::Date;
use uuid::Uuid;
use yakusho_accounts::account::{
    self, Account, AccountState, Filter, NewAccount, NewSharing, Shared, Sharing, Terms,
};
use yakusho_accounts::leaver::{self, Answer as Answered, Case, CaseState};
use yakusho_accounts::{password, second_factor, session};
use yakusho_kernel::Cursor;
use yakusho_webkit::{Answer, Visit};

use crate::json::{Done, Listed, Made, size};

#[derive(Tags)]
enum Tag {
    /// Accounts of everybody, for the administrator.
    Accounts,
    /// Users who may no longer need their account.
    Leavers,
}

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

pub(super) struct AccountApi;

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
        /// How many a page has; 50 unless told.
        #[oai(validator(minimum(value = "1"), maximum(value = "100")))]
        limit: Query<Option<u16>>,
    ) -> Answer<Json<Listed<AccountItem>>> {
        let filter = Filter {
            state: state.0.map(AccountState::from),
            shared: shared.0,
            login: login.0.unwrap_or_default(),
            people: person.0.map(Into::into).into_iter().collect(),
        };
        let after = after.0.as_deref().map(Cursor::from_outside);
        let found = account::list(&visit.cx, &filter, after.as_ref(), size(limit.0)).await?;
        Ok(Json(Listed::of(found, AccountItem::from)))
    }

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

    /// One account.
    #[oai(path = "/accounts/:id", method = "get", operation_id = "getAccount")]
    async fn account(&self, visit: Visit, id: Path<Uuid>) -> Answer<Json<AccountItem>> {
        Ok(Json(account::get(&visit.cx, id.0.into()).await?.into()))
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

pub(super) struct SharingApi;

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
        /// How many a page has; 50 unless told.
        #[oai(validator(minimum(value = "1"), maximum(value = "100")))]
        limit: Query<Option<u16>>,
    ) -> Answer<Json<Listed<SharingPermission>>> {
        let after = after.0.as_deref().map(Cursor::from_outside);
        let found = account::sharings(&visit.cx, after.as_ref(), size(limit.0)).await?;
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

pub(super) struct LeaverApi;

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
        /// How many a page has; 50 unless told.
        #[oai(validator(minimum(value = "1"), maximum(value = "100")))]
        limit: Query<Option<u16>>,
    ) -> Answer<Json<Listed<LeaverCase>>> {
        let state = state.0.map_or(CaseState::Open, CaseState::from);
        let after = after.0.as_deref().map(Cursor::from_outside);
        let found = leaver::cases(&visit.cx, Some(state), after.as_ref(), size(limit.0)).await?;
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
