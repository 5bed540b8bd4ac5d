//! Accounts from a file and into one.

use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};
use uuid::Uuid;
use yakusho_accounts::account::{self, ImportFault, Imported};
use yakusho_kernel::Invalid;
use yakusho_webkit::{Answer, Visit};

use super::Tag;
use crate::admin_accounts::import;
use crate::csv::{Given, Sent};

/// A fault of a file of accounts, and where it is.
#[derive(Debug, Object)]
#[oai(rename = "AccountImportFault")]
struct FaultItem {
    /// The line; 0 for the file as a whole.
    line: u32,
    /// The column, if it is of a cell: `number`, `login`, `ends_on` or `reason`.
    #[oai(skip_serializing_if_is_none)]
    column: Option<String>,
    /// What is wrong, as a code.
    code: String,
    /// What is wrong, in the reader's language.
    message: String,
    /// The rule that asks for it.
    #[oai(skip_serializing_if_is_none)]
    rule: Option<String>,
    /// The clauses behind the rule.
    #[oai(skip_serializing_if_is_none)]
    article: Option<String>,
}

/// What a file of accounts would do.
#[derive(Debug, Object)]
struct AccountImportPlan {
    /// How many accounts it would open.
    accounts: usize,
    /// Every fault; nothing is opened as long as there is one.
    faults: Vec<FaultItem>,
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

/// Accounts from a file: CSV with the columns `number`, `login`, `ends_on` and `reason`, or as the template names them.
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
        let faults = plan.faults.iter().map(|fault| item(&visit, fault));
        Ok(Json(AccountImportPlan {
            accounts: plan.accounts,
            faults: faults.collect(),
        }))
    }

    /// Opens the accounts of a file, all of them or none; faults are refused by `lines.LINE.COLUMN`.
    #[oai(
        path = "/accounts/csv",
        method = "post",
        operation_id = "openAccountsCsv"
    )]
    async fn open(&self, visit: Visit, file: Sent) -> Answer<Opened> {
        match account::import(&visit.cx, &file.content()).await? {
            Imported::Done(opened) => {
                let accounts = opened.into_inner().into_iter().map(Into::into).collect();
                Ok(Opened::Opened(Json(OpenedAccounts { accounts })))
            }
            Imported::Refused(faults) => Err(refusal(faults).into()),
        }
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

fn item(visit: &Visit, fault: &ImportFault) -> FaultItem {
    let basis = fault.basis.as_ref();
    FaultItem {
        line: fault.line,
        column: fault.column.map(|column| column.code().to_owned()),
        code: fault.reason.code().to_owned(),
        message: import::what(visit, fault),
        rule: basis.map(|basis| basis.rule().id().to_owned()),
        article: basis.map(ToString::to_string),
    }
}

/// The faults as those of fields.
fn refusal(faults: Vec<ImportFault>) -> Invalid {
    let mut invalid = Invalid::default();
    for fault in faults {
        let field = match (fault.line, fault.column) {
            (0, _) => "lines".to_owned(),
            (line, None) => format!("lines.{line}"),
            (line, Some(column)) => format!("lines.{line}.{}", column.code()),
        };
        match fault.basis {
            Some(basis) => invalid.push_by(field, fault.reason, basis),
            None => invalid.push(field, fault.reason),
        }
    }
    invalid
}
