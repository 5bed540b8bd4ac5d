//! Accounts from a file and into one.

use std::collections::{HashMap, HashSet};

use time::Date;
use yakusho_kernel::{
    Audit, Audited, Cx, DbError, EmploymentClass, Fault, Invalid, PersonId, Reading, Reason, Saved,
    Tx, guarded, unguarded,
};
use yakusho_koyomi::parse_date;
use yakusho_regulation::Basis;

use super::model::{Account, AccountId, Login, Terms};
use super::service::{content, drawn_up};
use super::{policy, rules, store};
use crate::directory::{self, PersonCard};
use crate::order::{Lines, decode};

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

impl ImportColumn {
    /// Every column, in the order of the template.
    pub const ALL: [Self; 4] = [Self::Number, Self::Login, Self::EndsOn, Self::Reason];

    /// The name in the API, which a heading may bear too.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Login => "login",
            Self::EndsOn => "ends_on",
            Self::Reason => "reason",
        }
    }

    /// The heading in a file.
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Number => "職員番号",
            Self::Login => "ID",
            Self::EndsOn => "終期",
            Self::Reason => "理由",
        }
    }

    fn named(text: &str) -> Option<Self> {
        let text = text.trim();
        Self::ALL
            .into_iter()
            .find(|column| text == column.code() || text.eq_ignore_ascii_case(column.heading()))
    }
}

/// A fault of a file, and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportFault {
    /// The line, from 1; 0 if it is of the file as a whole.
    pub line: u32,
    /// The column, if it is of a cell.
    pub column: Option<ImportColumn>,
    /// What is wrong.
    pub reason: Reason,
    /// The rule that asks for it, where one does.
    pub basis: Option<Basis>,
}

/// What importing a file would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportPlan {
    /// How many accounts it would open.
    pub accounts: usize,
    /// What is wrong with it, by line; nothing is opened as long as there is anything.
    pub faults: Vec<ImportFault>,
}

/// What came of a file.
#[derive(Debug)]
pub enum Imported {
    /// Every line was taken: the accounts that were opened, in the order of the lines. They have no password yet.
    Done(Saved<Vec<AccountId>>),
    /// Nothing was done.
    Refused(Vec<ImportFault>),
}

/// A line as it is written.
struct Line {
    number: u32,
    cells: HashMap<ImportColumn, String>,
}

impl Line {
    fn cell(&self, column: ImportColumn) -> &str {
        self.cells.get(&column).map_or("", String::as_str)
    }

    fn fault(&self, column: ImportColumn, reason: Reason) -> ImportFault {
        ImportFault {
            line: self.number,
            column: Some(column),
            reason,
            basis: None,
        }
    }
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

/// Opens the accounts of a file, all of them or none.
pub async fn import(cx: &Cx, file: &[u8]) -> Result<Imported, Fault> {
    let permit = policy::may_import(cx)?;
    let tx = cx.begin().await?;
    let (accounts, faults) = plan(&tx, cx, file).await?;
    if !faults.is_empty() {
        tx.rollback().await;
        return Ok(Imported::Refused(faults));
    }
    let opened: Vec<(Account, _)> = accounts
        .into_iter()
        .map(|account| (account, None))
        .collect();
    store::insert(&tx, &permit, &opened).await?;
    record(&tx, &opened).await?;
    let ids: Vec<AccountId> = opened.iter().map(|(account, _)| account.id).collect();
    let entry = Audit::at_large(permit).with("accounts", ids.len());
    Ok(Imported::Done(tx.commit(entry, ids).await?))
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
    let (lines, mut faults) = read(file);
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

fn cells(lines: &[Line], column: ImportColumn) -> Vec<String> {
    lines
        .iter()
        .map(|line| line.cell(column).to_owned())
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
                reason: line.cell(ImportColumn::Reason).to_owned(),
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
        let typed = line.cell(column);
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
        let number = line.cell(column);
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
    let typed = line.cell(ImportColumn::EndsOn);
    if typed.is_empty() {
        return Ok(None);
    }
    parse_date(typed)
        .map(Some)
        .map_err(|_| line.fault(ImportColumn::EndsOn, Reason::Malformed))
}

fn of_terms(line: &Line, invalid: Invalid) -> Vec<ImportFault> {
    let faults = invalid.errors.into_iter().map(|error| ImportFault {
        line: line.number,
        column: ImportColumn::named(&error.field),
        reason: error.reason,
        basis: error.basis,
    });
    faults.collect()
}

/// The lines of a file, blank ones left out, and what is wrong with the file itself.
fn read(file: &[u8]) -> (Vec<Line>, Vec<ImportFault>) {
    let whole = |line, reason| ImportFault {
        line,
        column: None,
        reason,
        basis: None,
    };
    let text = decode(file);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut records = reader.records().flatten();
    let Some(heading) = records.next() else {
        return (Vec::new(), vec![whole(0, Reason::Required)]);
    };
    let columns: Vec<Option<ImportColumn>> = heading.iter().map(ImportColumn::named).collect();
    let mut faults = Vec::new();
    for column in [ImportColumn::Number, ImportColumn::Login] {
        if !columns.contains(&Some(column)) {
            faults.push(ImportFault {
                column: Some(column),
                ..whole(1, Reason::Code("column_missing"))
            });
        }
    }
    let unknown = |(text, column): (&str, &Option<_>)| column.is_none() && !text.trim().is_empty();
    if heading.iter().zip(&columns).any(unknown) {
        faults.push(whole(1, Reason::Code("column_unknown")));
    }
    if !faults.is_empty() {
        return (Vec::new(), faults);
    }
    let mut lines = Vec::new();
    let mut count = Lines::new(&text);
    for record in records {
        let number = count.of(&record);
        if record.len() > columns.len() {
            faults.push(whole(number, Reason::TooMany { max: columns.len() }));
        }
        let cells: HashMap<ImportColumn, String> = columns
            .iter()
            .zip(&record)
            .filter_map(|(column, text)| Some(((*column)?, unguarded(text.trim()).to_owned())))
            .filter(|(_, text)| !text.is_empty())
            .collect();
        if cells.values().any(|text| text.contains('\u{FFFD}')) {
            faults.push(whole(number, Reason::Code("unreadable")));
        } else if !cells.is_empty() {
            lines.push(Line { number, cells });
        }
    }
    if lines.len() > MOST_LINES {
        faults.push(whole(0, Reason::TooMany { max: MOST_LINES }));
        lines.clear();
    } else if lines.is_empty() && faults.is_empty() {
        faults.push(whole(0, Reason::Required));
    }
    (lines, faults)
}

/// A file to fill in: the heading alone.
pub fn import_template() -> Vec<u8> {
    write(
        ImportColumn::ALL.map(ImportColumn::heading),
        &[] as &[[&str; 4]],
    )
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
        "最終サインイン",
        "閉鎖",
        "閉鎖の理由",
    ];
    let file = write(heading, &rows);
    Ok(cx.disclose(permit, None, file).await?)
}

fn write<const N: usize, T: AsRef<str>>(heading: [&str; N], rows: &[[T; N]]) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{FEFF}".as_bytes().to_vec());
    // Writing to memory cannot fail.
    let _ = writer.write_record(heading);
    for row in rows {
        let _ = writer.write_record(row.iter().map(|cell| guarded(cell.as_ref()).into_owned()));
    }
    writer.into_inner().unwrap_or_default()
}
