//! Facilities from a file and into one. Rights and posts are no part of it: a facility that a file adds is everyone's to
//! see and to book, and one that it changes keeps its own.

mod cells;
mod column;

use std::collections::{HashMap, HashSet};

use yakusho_kernel::{Audit, Cx, DbError, Fault, Reading, Reason, Saved};
use yakusho_sheet::{Columns, Line, SheetFault};

pub use column::Column;

use self::Column as C;
use super::model::{Category, Facility, FacilitySettings};
use super::store::Asked;
use super::{policy, service, store};
use cells::{enter, fresh, row};

/// The most lines of a file.
const MOST_LINES: usize = 20_000;

/// What importing a file would do.
#[derive(Clone, Debug)]
pub struct Plan {
    /// How many facilities it would add.
    pub added: usize,
    /// How many it would change.
    pub changed: usize,
    /// What is wrong with it, by line; nothing is taken as long as there is anything.
    pub faults: Vec<SheetFault<Column>>,
}

/// A line that can be taken: the facility of that code as it is, if there is one, and as it is to be.
struct Wanted {
    line: u32,
    before: Option<Facility>,
    settings: FacilitySettings,
}

/// Tries a file of facilities out: every fault with its line and column, and nothing changes.
pub async fn try_import(cx: &Cx, file: &[u8]) -> Result<Plan, Fault> {
    let _ = policy::may_import(cx)?;
    let (wanted, faults) = plan(&cx.reader(), file).await?;
    let changed = wanted.iter().filter(|one| one.before.is_some()).count();
    Ok(Plan {
        added: wanted.len() - changed,
        changed,
        faults,
    })
}

/// Takes a file of facilities, all of its lines or none: those of a known code change, the others are added. Says how
/// many lines it took.
///
/// # Errors
/// Where anything is wrong, the fields are `lines.LINE.COLUMN`, as [`try_import`] finds them.
pub async fn import(cx: &Cx, file: &[u8]) -> Result<Saved<usize>, Fault> {
    let permit = policy::may_import(cx)?;
    let tx = cx.begin().await?;
    let (wanted, faults) = plan(&tx, file).await?;
    yakusho_sheet::refused(faults)?;
    let known: Vec<_> = wanted
        .iter()
        .filter_map(|one| Some(one.before.as_ref()?.id))
        .collect();
    let held = store::lock(&tx, &known).await?;
    let held: HashMap<_, _> = held.into_iter().map(|one| (one.id, one)).collect();
    let count = wanted.len();
    for one in wanted {
        let permit = policy::may_import(cx)?;
        let before = one.before.and_then(|before| held.get(&before.id));
        let entry = match before {
            Some(before) => service::update(&tx, permit, before, one.settings).await,
            None => service::insert(&tx, permit, one.settings)
                .await
                .map(|(_, entry)| entry),
        };
        tx.record(entry.map_err(|fault| at_line(fault, one.line))?)
            .await?;
    }
    let entry = Audit::at_large(permit).with("facilities", count);
    Ok(tx.commit(entry, count).await?)
}

/// Every facility, as a file that reads back.
pub async fn export(cx: &Cx) -> Result<Vec<u8>, Fault> {
    let _ = policy::may_import(cx)?;
    let on = cx.reader();
    let asked = Asked {
        retired: true,
        ..Asked::default()
    };
    let facilities = store::list(&on, &asked).await?;
    let categories = store::categories(&on).await?;
    let rows = facilities
        .into_iter()
        .map(|one| row(&categories, &one.settings));
    Ok(yakusho_sheet::table::<Column, _>(rows))
}

/// A file to fill in: the heading alone.
pub fn template() -> Vec<u8> {
    yakusho_sheet::template::<Column>()
}

fn at_line(fault: Fault, line: u32) -> Fault {
    match fault {
        Fault::Invalid(mut invalid) => {
            for error in &mut invalid.errors {
                error.field = format!("lines.{line}.{}", error.field);
            }
            invalid.into()
        }
        other => other,
    }
}

async fn plan(
    on: &impl Reading,
    file: &[u8],
) -> Result<(Vec<Wanted>, Vec<SheetFault<Column>>), DbError> {
    let (lines, flaws) = yakusho_sheet::read::<Column>(file, MOST_LINES);
    let mut faults: Vec<SheetFault<Column>> = flaws.into_iter().map(Into::into).collect();
    let asked = Asked {
        retired: true,
        ..Asked::default()
    };
    let facilities = store::list(on, &asked).await?;
    let mut known: HashMap<String, Facility> = facilities
        .into_iter()
        .map(|one| (one.settings.code.clone(), one))
        .collect();
    let categories = store::categories(on).await?;
    let (mut wanted, mut codes) = (Vec::new(), HashSet::new());
    for line in &lines {
        let code = line.cell(C::Code).unwrap_or_default().to_owned();
        if !code.is_empty() && !codes.insert(code.clone()) {
            faults.push(line.fault(C::Code, Reason::Taken));
            continue;
        }
        let before = known.remove(&code);
        match settings(line, &categories, before.as_ref()) {
            Ok(settings) => wanted.push(Wanted {
                line: line.number,
                before,
                settings,
            }),
            Err(found) => faults.extend(found),
        }
    }
    faults.sort_by_key(|fault| fault.line);
    Ok((wanted, faults))
}

/// What a line asks for, or every fault of it.
fn settings(
    line: &Line<Column>,
    categories: &[Category],
    before: Option<&Facility>,
) -> Result<FacilitySettings, Vec<SheetFault<Column>>> {
    let mut faults = Vec::new();
    let mut form = before.map_or_else(fresh, |known| known.settings.clone().into());
    for column in C::ALL {
        if let Some(text) = line.cell(*column)
            && let Err(reason) = enter(&mut form, *column, text, categories)
        {
            faults.push(line.fault(*column, reason));
        }
    }
    if before.is_some_and(|before| before.settings.kind != form.kind) {
        faults.push(line.fault(C::Kind, Reason::Code("fixed")));
    }
    let parsed = form.parse().map_err(|invalid| {
        for error in invalid.errors {
            let column = C::named(&error.field);
            if faults.iter().all(|known| known.column != column) {
                faults.push(line.fault(column, error.reason));
            }
        }
    });
    match parsed {
        Ok(settings) if faults.is_empty() => Ok(settings),
        _ => Err(faults),
    }
}
