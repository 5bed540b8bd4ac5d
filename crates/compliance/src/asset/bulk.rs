//! Equipment from a file and into one: a file that was written reads back.

use std::collections::{HashMap, HashSet};

use yakusho_accounts::directory;
use yakusho_kernel::{Audit, Audited, Cx, DbError, Fault, Reading, Reason, Saved, Tx, UnitId};
use yakusho_sheet::Columns as _;

use super::model::{Asset, AssetForm, AssetKind, AssetState, Filter};
use super::sheet::{ImportColumn, ImportFault, Line, kind_heading, state_heading};
use super::{policy, store};
use crate::ids::SystemId;
use crate::inventory;
use crate::text::folded;

/// The most lines of a file.
const MOST_LINES: usize = 50_000;

/// How many systems are known by name.
const MOST_SYSTEMS: u64 = 100_000;

/// What importing a file would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportPlan {
    /// How many entries it would add.
    pub added: usize,
    /// How many it would change.
    pub changed: usize,
    /// What is wrong with it, by line; nothing is done as long as there is anything.
    pub faults: Vec<ImportFault>,
}

/// What a file asks for.
#[derive(Default)]
struct Work {
    added: Vec<Asset>,
    changed: Vec<Asset>,
    faults: Vec<ImportFault>,
}

/// Tries a file out: every fault with its line and column, and nothing changes. The file is CSV in UTF-8 or `Shift_JIS`,
/// with a heading.
pub async fn try_import(cx: &Cx, file: &[u8]) -> Result<ImportPlan, Fault> {
    let _ = policy::may_import(cx)?;
    let work = plan(&cx.reader(), cx, file).await?;
    Ok(ImportPlan {
        added: work.added.len(),
        changed: work.changed.len(),
        faults: work.faults,
    })
}

/// Takes a file in, all of its lines or none; says how many entries it added, and how many it changed.
///
/// # Errors
/// Where anything is wrong, the fields are `lines.LINE.COLUMN`, as [`try_import`] finds them.
pub async fn import(cx: &Cx, file: &[u8]) -> Result<Saved<(usize, usize)>, Fault> {
    let permit = policy::may_import(cx)?;
    let tx = cx.begin().await?;
    let work = plan(&tx, cx, file).await?;
    yakusho_sheet::refused(work.faults)?;
    store::insert(&tx, &permit, &work.added).await?;
    for asset in &work.changed {
        store::save(&tx, &permit, asset).await?;
    }
    record(&tx, work.added.iter().chain(&work.changed)).await?;
    let done = (work.added.len(), work.changed.len());
    let entry = Audit::at_large(permit)
        .with("added", done.0)
        .with("changed", done.1);
    Ok(tx.commit(entry, done).await?)
}

/// An entry and a version for each, as if it had been entered alone.
async fn record(tx: &Tx, assets: impl Iterator<Item = &Asset>) -> Result<(), Fault> {
    for asset in assets {
        let permit = policy::may_import(tx.cx())?;
        let version = tx.keep_version(&asset.id, asset).await?;
        tx.record(Audit::of(permit, &asset.id).version(&version))
            .await?;
    }
    Ok(())
}

/// What lines are judged against: the database, and the lines before.
struct Known<'c> {
    cx: &'c Cx,
    sections: HashMap<String, UnitId>,
    systems: HashMap<String, Option<SystemId>>,
    there: HashMap<String, Asset>,
    seen: HashSet<String>,
}

async fn plan(on: &impl Reading, cx: &Cx, file: &[u8]) -> Result<Work, DbError> {
    let (lines, flaws) = yakusho_sheet::read(file, MOST_LINES);
    let mut work = Work {
        faults: flaws.into_iter().map(Into::into).collect(),
        ..Work::default()
    };
    let keys: Vec<String> = lines
        .iter()
        .map(|line| folded(cell(line, ImportColumn::Number)))
        .collect();
    let there = store::numbered(on, &keys).await?.into_iter();
    let units = directory::units(on, cx.today()).await?;
    let mut known = Known {
        cx,
        sections: units.into_iter().map(|unit| (unit.code, unit.id)).collect(),
        systems: HashMap::new(),
        there: there.map(|asset| (asset.number_key(), asset)).collect(),
        seen: HashSet::new(),
    };
    for system in inventory::store::systems(on, MOST_SYSTEMS).await? {
        // Of two that go by one name, neither is meant.
        let one = known.systems.entry(folded(&system.name));
        one.and_modify(|one| *one = None).or_insert(Some(system.id));
    }
    for line in &lines {
        match known.asset(line) {
            Ok((asset, Some(before))) if asset != before => work.changed.push(asset),
            Ok((_, Some(_))) => {}
            Ok((asset, None)) => work.added.push(asset),
            Err(found) => work.faults.extend(found),
        }
    }
    work.faults.sort_by_key(|fault| fault.line);
    Ok(work)
}

impl Known<'_> {
    /// The entry as a line asks for it, with what it is now; or every fault of the line.
    fn asset(&mut self, line: &Line) -> Result<(Asset, Option<Asset>), Vec<ImportFault>> {
        let mut faults = Vec::new();
        let mut fault = |column, reason| faults.push(line.fault(column, reason));
        let kind = coded(line, ImportColumn::Kind, &AssetKind::ALL, |kind| {
            (kind.code(), kind_heading(kind))
        });
        let kind = kind.unwrap_or_else(|reason| {
            fault(ImportColumn::Kind, reason);
            None
        });
        if kind.is_none() && cell(line, ImportColumn::Kind).is_empty() {
            fault(ImportColumn::Kind, Reason::Required);
        }
        let state = coded(line, ImportColumn::State, &AssetState::ALL, |state| {
            (state.code(), state_heading(state))
        });
        let state = state.unwrap_or_else(|reason| {
            fault(ImportColumn::State, reason);
            None
        });
        let key = folded(cell(line, ImportColumn::Number));
        let before = self.there.get(&key).cloned();
        // What the file has no column for stays as it is.
        let system = match (line.cell(ImportColumn::System), &before) {
            (None, Some(before)) => before.system,
            (None | Some(""), _) => None,
            (Some(name), _) => {
                let found = self.systems.get(&folded(name)).copied().flatten();
                if found.is_none() {
                    fault(ImportColumn::System, Reason::Unknown);
                }
                found
            }
        };
        let section = self.section(line);
        let section = section
            .map_err(|reason| fault(ImportColumn::Section, reason))
            .ok();
        let own = before
            .as_ref()
            .is_none_or(|before| policy::keeps(self.cx, before.section).holds());
        if !key.is_empty() && (!self.seen.insert(key) || !own) {
            fault(ImportColumn::Number, Reason::Taken);
        }
        let (Some(kind), Some(section)) = (kind, section) else {
            return Err(faults);
        };
        let text = |column, of: fn(&Asset) -> &String| {
            let now = || before.as_ref().map(of).cloned();
            line.cell(column)
                .map(str::to_owned)
                .or_else(now)
                .unwrap_or_default()
        };
        let form = AssetForm {
            kind,
            number: cell(line, ImportColumn::Number).to_owned(),
            name: cell(line, ImportColumn::Name).to_owned(),
            section,
            place: text(ImportColumn::Place, |before| &before.place),
            system,
            state: match &before {
                Some(before) if line.cell(ImportColumn::State).is_none() => before.state,
                _ => state.unwrap_or(AssetState::InUse),
            },
            about: text(ImportColumn::About, |before| &before.about),
        };
        let (id, revision) = match &before {
            Some(before) => (before.id, before.revision),
            None => (self.cx.new_id(), 1),
        };
        match form.parse(id, revision) {
            Ok(asset) if faults.is_empty() => Ok((asset, before)),
            Ok(_) => Err(faults),
            Err(invalid) => {
                faults.extend(
                    invalid
                        .errors
                        .into_iter()
                        .map(|error| line.fault(ImportColumn::named(&error.field), error.reason)),
                );
                Err(faults)
            }
        }
    }

    fn section(&self, line: &Line) -> Result<UnitId, Reason> {
        let code = cell(line, ImportColumn::Section);
        if code.is_empty() {
            return Err(Reason::Required);
        }
        let section = *self.sections.get(code).ok_or(Reason::Unknown)?;
        if policy::keeps(self.cx, section).holds() {
            Ok(section)
        } else {
            Err(Reason::Code("not_section_manager"))
        }
    }
}

fn cell(line: &Line, column: ImportColumn) -> &str {
    line.cell(column).unwrap_or_default()
}

/// The one whose code or name stands in a cell; none where it is empty.
fn coded<T: Copy>(
    line: &Line,
    column: ImportColumn,
    all: &[T],
    names: impl Fn(T) -> (&'static str, &'static str),
) -> Result<Option<T>, Reason> {
    let text = cell(line, column);
    if text.is_empty() {
        return Ok(None);
    }
    let named = |one: &&T| {
        let (code, heading) = names(**one);
        text == code || folded(text) == folded(heading)
    };
    let found = all.iter().find(named).copied();
    found.map(Some).ok_or(Reason::Unknown)
}

/// A file to fill in: the heading alone.
pub fn import_template() -> Vec<u8> {
    yakusho_sheet::template::<ImportColumn>()
}

/// The entries that the reader sees, as CSV in UTF-8 with a byte order mark.
pub async fn export(cx: &Cx) -> Result<Audited<Vec<u8>>, Fault> {
    let permit = policy::may_export(cx)?;
    let on = cx.reader();
    let scope = policy::scope(cx);
    let assets = store::list(&on, &scope, &Filter::default(), None, MOST_LINES).await?;
    let units = directory::units(&on, cx.today()).await?;
    let codes: HashMap<UnitId, String> = units.into_iter().map(|one| (one.id, one.code)).collect();
    let systems = inventory::store::systems(&on, MOST_SYSTEMS).await?;
    let systems: HashMap<SystemId, String> =
        systems.into_iter().map(|one| (one.id, one.name)).collect();
    let rows: Vec<[String; 8]> = assets
        .into_iter()
        .map(|asset| {
            let system = asset.system.and_then(|id| systems.get(&id));
            [
                asset.number,
                kind_heading(asset.kind).to_owned(),
                asset.name,
                codes.get(&asset.section).cloned().unwrap_or_default(),
                asset.place,
                system.cloned().unwrap_or_default(),
                state_heading(asset.state).to_owned(),
                asset.about,
            ]
        })
        .collect();
    Ok(cx
        .disclose(permit, None, yakusho_sheet::table::<ImportColumn, _>(&rows))
        .await?)
}
