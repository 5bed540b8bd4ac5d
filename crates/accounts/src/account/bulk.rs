//! Accounts from a file and into one.

use std::collections::{HashMap, HashSet};

use time::Date;
use yakusho_kernel::{
    Audit, Audited, Cx, DbError, EmploymentClass, Fault, Invalid, PersonId, Reading, Reason, Saved,
    Tx,
};
use yakusho_koyomi::parse_date;
use yakusho_regulation::Lang;
use yakusho_sheet::{Columns, SheetFault};

use super::model::{Account, AccountId, Exported, Login, Terms};
use super::service::{content, drawn_up};
use super::{policy, rules, store};
use crate::directory::{self, PersonCard};

/// The most lines of a file.
const MOST_LINES: usize = 50_000;

/// A column of a file of accounts. What is only told of an account is passed over where a file is read.
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
    /// Whose it is.
    Name,
    /// Their employment class.
    Class,
    /// Whether it can be used.
    State,
    /// Whether several people use it.
    Shared,
    /// When it was opened.
    OpenedOn,
    /// When somebody last signed in with it.
    LastSignIn,
    /// When it was closed.
    ClosedOn,
    /// Why it was closed.
    CloseReason,
    /// What the identity management calls it.
    ExternalId,
}

impl Columns for ImportColumn {
    const ALL: &'static [Self] = &[
        Self::Number,
        Self::Login,
        Self::EndsOn,
        Self::Reason,
        Self::Name,
        Self::Class,
        Self::State,
        Self::Shared,
        Self::OpenedOn,
        Self::LastSignIn,
        Self::ClosedOn,
        Self::CloseReason,
        Self::ExternalId,
    ];

    fn code(self) -> &'static str {
        self.names().0
    }

    fn heading(self) -> &'static str {
        self.names().1
    }

    fn english(self) -> &'static str {
        self.names().2
    }

    fn is_required(self) -> bool {
        matches!(self, Self::Number | Self::Login)
    }

    fn is_day(self) -> bool {
        self == Self::EndsOn
    }

    fn has_lines(self) -> bool {
        matches!(self, Self::Reason | Self::CloseReason)
    }
}

impl ImportColumn {
    /// What an account is opened by.
    const ASKED: [Self; 4] = [Self::Number, Self::Login, Self::EndsOn, Self::Reason];

    /// The code, and the heading in Japanese and English.
    const fn names(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Number => ("number", "職員番号", "Staff number"),
            Self::Login => ("login", "ID", "ID"),
            Self::EndsOn => ("ends_on", "終期", "Last day"),
            Self::Reason => ("reason", "理由", "Reason"),
            Self::Name => ("name", "氏名", "Name"),
            Self::Class => ("class", "区分", "Employment"),
            Self::State => ("state", "状態", "State"),
            Self::Shared => ("shared", "共用", "Shared"),
            Self::OpenedOn => ("opened_on", "開設", "Opened"),
            Self::LastSignIn => ("last_sign_in", "最終ログイン", "Last sign-in"),
            Self::ClosedOn => ("closed_on", "閉鎖", "Closed"),
            Self::CloseReason => ("close_reason", "閉鎖の理由", "Reason for closing"),
            Self::ExternalId => (
                "external_id",
                "ID管理システムでの番号",
                "ID in the identity management",
            ),
        }
    }
}

type Line = yakusho_sheet::Line<ImportColumn>;
type ImportFault = SheetFault<ImportColumn>;

/// What importing a file would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportPlan {
    /// How many accounts it would open.
    pub accounts: usize,
    /// How many of its accounts are there already, just as the file has them.
    pub there: usize,
    /// What is wrong with it, by line; nothing is opened as long as there is anything.
    pub faults: Vec<ImportFault>,
}

/// What a file asks for.
struct Work {
    accounts: Vec<Account>,
    there: usize,
    faults: Vec<ImportFault>,
}

/// Tries a file of accounts out: every fault with its line and column, and nothing changes. The file is CSV in UTF-8 or
/// `Shift_JIS`, with a heading in either language, or of codes. Accounts that are there as it has them are passed over, so
/// that what was [taken out](export) can be taken in again with more lines.
pub async fn try_import(cx: &Cx, file: &[u8]) -> Result<ImportPlan, Fault> {
    let _ = policy::may_import(cx)?;
    let work = plan(&cx.reader(), cx, file).await?;
    Ok(ImportPlan {
        accounts: work.accounts.len(),
        there: work.there,
        faults: work.faults,
    })
}

/// Opens the accounts of a file, all of them or none; they have no password yet. Gives them in the order of the lines.
///
/// # Errors
/// Where anything is wrong, the fields are `lines.LINE.COLUMN`, as [`try_import`] finds them.
pub async fn import(cx: &Cx, file: &[u8]) -> Result<Saved<Vec<AccountId>>, Fault> {
    let permit = policy::may_import(cx)?;
    let tx = cx.begin().await?;
    let work = plan(&tx, cx, file).await?;
    yakusho_sheet::refused(work.faults)?;
    let opened: Vec<(Account, _)> = work
        .accounts
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

async fn plan(on: &impl Reading, cx: &Cx, file: &[u8]) -> Result<Work, DbError> {
    let (mut lines, flaws) = yakusho_sheet::read(file, MOST_LINES);
    let mut faults: Vec<ImportFault> = flaws.into_iter().map(Into::into).collect();
    let there = pass_over(on, cx, &mut lines).await?;
    let numbers = cells(&lines, ImportColumn::Number);
    let staff = directory::numbered(on, cx.today(), &numbers).await?;
    let people: Vec<PersonId> = staff.values().map(|card| card.id).collect();
    let have: HashSet<PersonId> = store::of_people(on, &people).await?.into_iter().collect();
    let keys = keys(&lines);
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
    Ok(Work {
        accounts,
        there,
        faults,
    })
}

/// Leaves out the lines whose account is there just as they have it, and says how many they are.
async fn pass_over(on: &impl Reading, cx: &Cx, lines: &mut Vec<Line>) -> Result<usize, DbError> {
    let there = store::exported(on, cx.today(), Some(&keys(lines))).await?;
    let there: HashMap<String, Exported> = there
        .into_iter()
        .map(|account| (Login::key_of(&account.login), account))
        .collect();
    let before = lines.len();
    lines.retain(|line| {
        let login = Login::key_of(cell(line, ImportColumn::Login));
        let account = there.get(&login);
        account.is_none_or(|account| !is_same(line, account))
    });
    Ok(before - lines.len())
}

/// Whether an account is as the line has it; what the file has no column for is not asked.
fn is_same(line: &Line, account: &Exported) -> bool {
    let is = |column, text: &str| line.cell(column).is_none_or(|cell| cell == text);
    is(ImportColumn::Number, &account.number)
        && is(ImportColumn::Reason, account.reason.trim())
        && (line.cell(ImportColumn::EndsOn).is_none() || ends_on(line) == Ok(account.ends_on))
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

fn keys(lines: &[Line]) -> Vec<String> {
    let logins = lines.iter().map(|line| cell(line, ImportColumn::Login));
    logins.map(Login::key_of).collect()
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

/// A file to fill in: the heading of what an account is opened by.
pub fn import_template(lang: Lang) -> Vec<u8> {
    yakusho_sheet::begin(ImportColumn::ASKED.map(|column| column.heading_in(lang)))
}

/// Everything that is kept of accounts, in the order of the IDs; passwords and secrets are no part of it.
pub async fn export(cx: &Cx) -> Result<Audited<Vec<Exported>>, Fault> {
    let permit = policy::may_export(cx)?;
    let accounts = store::exported(&cx.reader(), cx.today(), None).await?;
    Ok(cx.disclose(permit, None, accounts).await?)
}
