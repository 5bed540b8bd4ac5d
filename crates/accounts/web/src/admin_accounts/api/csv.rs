//! Accounts from a file and into one.

use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};
use uuid::Uuid;
use yakusho_accounts::account;
use yakusho_webkit::csv::{Given, Sent};
use yakusho_webkit::sheet::SheetFaultItem;
use yakusho_webkit::{Answer, Visit};

use super::Tag;
use crate::admin_accounts::import;

/// What a file of accounts would do.
#[derive(Debug, Object)]
struct AccountImportPlan {
    /// How many accounts it would open.
    accounts: usize,
    /// How many of its accounts are there already, just as the file has them: they are passed over.
    there: usize,
    /// Every fault; nothing is opened as long as there is one.
    faults: Vec<SheetFaultItem>,
}

/// The accounts that a file opened.
#[derive(Debug, Object)]
struct OpenedAccounts {
    /// Their ids, in the order of the lines. They can be signed in to once one-time passwords were issued.
    accounts: Vec<Uuid>,
}

/// That accounts were opened.
#[derive(ApiResponse)]
enum Opened {
    /// All of the file's.
    #[oai(status = 201)]
    Opened(Json<OpenedAccounts>),
}

/// Accounts from a file: CSV with the columns `number`, `login`, `ends_on` and `reason`, or as the template names them in
/// either language. What else an export has is passed over.
pub(in crate::admin_accounts) struct AccountCsvApi;

#[OpenApi(tag = "Tag::Accounts")]
impl AccountCsvApi {
    /// Tries a file out: every fault by line and column, and nothing is opened.
    #[oai(
        path = "/accounts/csv/dry-run",
        method = "post",
        operation_id = "dryRunAccountCsv"
    )]
    async fn dry_run(&self, visit: Visit, file: Sent) -> Answer<Json<AccountImportPlan>> {
        let plan = account::try_import(&visit.cx, &file.content()).await?;
        Ok(Json(AccountImportPlan {
            accounts: plan.accounts,
            there: plan.there,
            faults: SheetFaultItem::all(&visit, &plan.faults),
        }))
    }

    /// Opens the accounts of a file, all of them or none; faults are refused by `lines.LINE.COLUMN`.
    #[oai(
        path = "/accounts/csv",
        method = "post",
        operation_id = "openAccountsCsv"
    )]
    async fn open(&self, visit: Visit, file: Sent) -> Answer<Opened> {
        let opened = account::import(&visit.cx, &file.content()).await?;
        let accounts = opened.into_inner().into_iter().map(Into::into).collect();
        Ok(Opened::Opened(Json(OpenedAccounts { accounts })))
    }
}

/// Accounts as files.
pub(in crate::admin_accounts) struct AccountFileApi;

#[OpenApi(tag = "Tag::Accounts")]
impl AccountFileApi {
    /// Everything that is kept of accounts, but no secrets. To take it out is an entry of the audit trail.
    #[oai(
        path = "/accounts/csv",
        method = "get",
        operation_id = "exportAccounts"
    )]
    async fn export(&self, visit: Visit) -> Answer<Given> {
        Ok(Given::of(import::everything(&visit).await?))
    }

    /// A file to fill in: the heading alone.
    #[oai(
        path = "/accounts/csv/template",
        method = "get",
        operation_id = "getAccountTemplate"
    )]
    #[expect(clippy::unused_async, reason = "operations are called as futures")]
    async fn template(&self, visit: Visit) -> Answer<Given> {
        Ok(Given::of(import::blank(&visit)))
    }
}
