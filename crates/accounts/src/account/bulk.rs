//! Accounts from a file and into one.

use std::collections::{HashMap, HashSet};

use time::Date;
use yakusho_kernel::{
    Audit, Audited, Cx, DbError, EmploymentClass, Fault, Invalid, PersonId, Reading, Reason, Saved,
    Tx,
};
use yakusho_koyomi::parse_date;
use yakusho_sheet::{Columns, SheetFault};

use super::model::{Account, AccountId, Login, Terms};
use super::service::{content, drawn_up};
use super::{policy, rules, store};
use crate::directory::{self, PersonCard};

/// The most lines of a file.
const MOST_LINES: usize = 50_000;

/// A column of a file of accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ImportColumn {
    /// The staff number of whoever gets the account.
    Number,
    /// The ID.
    Login,
    /// The last day, in any way of writing a day.
    EndsOn,
    /// Why somebody other than regular staff needs it.
    Reason,
}

impl Columns for ImportColumn {
    const ALL: &'static [Self] = &[Self::Number, Self::Login, Self::EndsOn, Self::Reason];

    fn code(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Login => "login",
            Self::EndsOn => "ends_on",
            Self::Reason => "reason",
        }
    }

    fn heading(self) -> &'static str {
        match self {
            Self::Number => "職員番号",
            Self::Login => "ID",
            Self::EndsOn => "終期",
            Self::Reason => "理由",
        }
    }

    fn is_required(self) -> bool {
        matches!(self, Self::Number | Self::Login)
    }

    fn is_day(self) -> bool {
        self == Self::EndsOn
    }
}

type Line = yakusho_sheet::Line<ImportColumn>;
type ImportFault = SheetFault<ImportColumn>;

/// What importing a file would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportPlan {
    /// How many accounts it would open.
    pub accounts: usize,
    /// What is wrong with it, by line; nothing is opened as long as there is anything.
    pub faults: Vec<ImportFault>,
}

/// Tries a file of accounts out: every fault with its line and column, and nothing changes. The file is CSV in UTF-8 or
/// `Shift_JIS`, with a heading.
pub async fn try_import(cx: &Cx, file: &[u8]) -> Result<ImportPlan, Fault> {
    let _ = policy::may_import(cx)?;
    let (accounts, faults) = plan(&cx.reader(), cx, file).await?;
    Ok(ImportPlan {
        accounts: accounts.len(),
        faults,
    })
}

/// Opens the accounts of a file, all of them or none; they have no password yet. Gives them in the order of the lines.
///
/// # Errors
/// Where anything is wrong, the fields are `lines.LINE.COLUMN`, as [`try_import`] finds them.
pub async fn import(cx: &Cx, file: &[u8]) -> Result<Saved<Vec<AccountId>>, Fault> {
    let permit = policy::may_import(cx)?;
    let tx = cx.begin().await?;
    let (accounts, faults) = plan(&tx, cx, file).await?;
    yakusho_sheet::refused(faults)?;
    let opened: Vec<(Account, _)> = accounts
        .into_iter()
        .map(|account| (account, None))
        .collect();
    store::insert(&tx, &permit, &opened).await?;
    record(&tx, &opened).await?;
    let ids: Vec<AccountId> = opened.iter().map(|(account, _)| account.id).collect();
    let entry = Audit::at_large(permit).with("accounts", ids.len());
    Ok(tx.commit(entry, ids).await?)
}

/// An entry and a first version for each account, as if it had been opened alone.
async fn record<S>(tx: &Tx, opened: &[(Account, S)]) -> Result<(), Fault> {
    for (account, _) in opened {
        let permit = policy::may_import(tx.cx())?;
        let version = tx.keep_version(&account.id, &content(account)).await?;
        tx.record(Audit::of(permit, &account.id).version(&version))
            .await?;
    }
    Ok(())
}

async fn plan(
    on: &impl Reading,
    cx: &Cx,
    file: &[u8],
) -> Result<(Vec<Account>, Vec<ImportFault>), DbError> {
    let (lines, flaws) = yakusho_sheet::read(file, MOST_LINES);
    let mut faults: Vec<ImportFault> = flaws.into_iter().map(Into::into).collect();
    let numbers: Vec<String> = cells(&lines, ImportColumn::Number);
    let staff = directory::numbered(on, cx.today(), &numbers).await?;
    let people: Vec<PersonId> = staff.values().map(|card| card.id).collect();
    let have: HashSet<PersonId> = store::of_people(on, &people).await?.into_iter().collect();
    let keys: Vec<String> = cells(&lines, ImportColumn::Login)
        .iter()
        .map(|login| Login::key_of(login))
        .collect();
    let mut known = Known {
        staff,
        have,
        taken: store::taken(on, &keys).await?.into_iter().collect(),
    };
    let mut accounts = Vec::new();
    for line in &lines {
        match known.account(cx, line) {
            Ok(account) => accounts.push(account),
            Err(found) => faults.extend(found),
        }
    }
    faults.sort_by_key(|fault| fault.line);
    Ok((accounts, faults))
}

fn cell(line: &Line, column: ImportColumn) -> &str {
    line.cell(column).unwrap_or_default()
}

fn cells(lines: &[Line], column: ImportColumn) -> Vec<String> {
    lines
        .iter()
        .map(|line| cell(line, column).to_owned())
        .collect()
}

/// What a line is judged against: the database, and the lines before.
struct Known {
    staff: HashMap<String, PersonCard>,
    have: HashSet<PersonId>,
    taken: HashSet<String>,
}

impl Known {
    /// The account that a line asks for, or every fault of the line.
    fn account(&mut self, cx: &Cx, line: &Line) -> Result<Account, Vec<ImportFault>> {
        let mut faults = Vec::new();
        let login = self.login(line).map_err(|fault| faults.push(fault)).ok();
        let ends_on = ends_on(line).map_err(|fault| faults.push(fault)).ok();
        let staff = self.staff(line).map_err(|fault| faults.push(fault)).ok();
        if let (Some((person, class)), Some(ends_on)) = (staff, ends_on) {
            let terms = Terms {
                ends_on,
                reason: cell(line, ImportColumn::Reason).to_owned(),
            };
            if let Err(invalid) = rules::terms(cx.city(), cx.today(), class, &terms) {
                faults.extend(of_terms(line, invalid));
            }
            if let (Some(login), true) = (login, faults.is_empty()) {
                return Ok(drawn_up(cx, person, class, login, terms, false));
            }
        }
        Err(faults)
    }

    fn login(&mut self, line: &Line) -> Result<Login, ImportFault> {
        let column = ImportColumn::Login;
        let typed = cell(line, column);
        let reason = if typed.is_empty() {
            Reason::Required
        } else {
            Reason::Code("not_an_id")
        };
        let login = Login::parse(typed).map_err(|_| line.fault(column, reason))?;
        if self.taken.insert(login.key()) {
            Ok(login)
        } else {
            Err(line.fault(column, Reason::Taken))
        }
    }

    fn staff(&mut self, line: &Line) -> Result<(PersonId, EmploymentClass), ImportFault> {
        let column = ImportColumn::Number;
        let number = cell(line, column);
        if number.is_empty() {
            return Err(line.fault(column, Reason::Required));
        }
        let found = self.staff.get(number);
        let card = found.ok_or_else(|| line.fault(column, Reason::Code("unknown_staff_number")))?;
        if self.have.insert(card.id) {
            Ok((card.id, card.class))
        } else {
            Err(line.fault(column, Reason::Code("has_account")))
        }
    }
}

fn ends_on(line: &Line) -> Result<Option<Date>, ImportFault> {
    let typed = cell(line, ImportColumn::EndsOn);
    if typed.is_empty() {
        return Ok(None);
    }
    parse_date(typed)
        .map(Some)
        .map_err(|_| line.fault(ImportColumn::EndsOn, Reason::Malformed))
}

fn of_terms(line: &Line, invalid: Invalid) -> Vec<ImportFault> {
    let faults = invalid.errors.into_iter().map(|error| ImportFault {
        basis: error.basis,
        ..line.fault(ImportColumn::named(&error.field), error.reason)
    });
    faults.collect()
}

/// A file to fill in: the heading alone.
pub fn import_template() -> Vec<u8> {
    yakusho_sheet::template::<ImportColumn>()
}

/// Everything that is kept of accounts, as CSV in UTF-8 with a byte order mark; passwords and secrets are no part of it.
pub async fn export(cx: &Cx) -> Result<Audited<Vec<u8>>, Fault> {
    let permit = policy::may_export(cx)?;
    let rows = store::everything(&cx.reader(), cx.today()).await?;
    let heading = [
        "ID",
        "職員番号",
        "氏名",
        "区分",
        "状態",
        "共用",
        "開設",
        "終期",
        "承認の理由",
        "最終ログイン",
        "閉鎖",
        "閉鎖の理由",
        "ID管理システムでの番号",
    ];
    let file = yakusho_sheet::file(heading, &rows);
    Ok(cx.disclose(permit, None, file).await?)
}
