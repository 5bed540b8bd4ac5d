//! Reporting designations and releases of a business-side system on form 5 (shiroishi:12-2), and who owes it.

use std::collections::BTreeMap;

use serde_json::json;
use yakusho_accounts::role;
use yakusho_kernel::{
    Audit, Authorship, Conflict, Cursor, Cx, Fault, Notice, Page, Reading, Saved,
};
use yakusho_koyomi::FiscalYear;
use yakusho_regulation::Role;

use super::model::{Designation, Owed, Place, Report, ReportId, Target};
use super::service::seen;
use super::store::Of;
use super::{place, policy, rules, store};
use crate::asset::policy::scope;
use crate::ids::SystemId;
use crate::{inventory, notices, procedure};

/// The register in which the reports are numbered.
pub const REGISTER: &str = "operator_report";

/// That nothing is to be reported.
const NOTHING_OWED: Conflict = Conflict {
    code: "nothing_to_report",
};

/// Reports every designation and release of a business-side system that is yet to be reported, as one form of today: they
/// have effect from then on.
pub async fn report(cx: &Cx, system: SystemId) -> Result<Saved<ReportId>, Fault> {
    let tx = cx.begin().await?;
    let place = seen(&tx, cx, Target::System(system)).await?;
    let permit = policy::may_report(cx, &place)?;
    let by = Authorship::of(cx)?;
    let owing = store::owing(&tx, Some(system)).await?;
    let lines: Vec<_> = owing
        .iter()
        .filter_map(|one| rules::line(one, cx.today()))
        .collect();
    NOTHING_OWED.unless(!lines.is_empty())?;
    let year = FiscalYear::of(cx.today());
    let number = procedure::next_number(&tx, &permit, REGISTER, year).await?;
    let report = Report {
        id: cx.new_id(),
        system,
        section: place.section,
        year,
        number: number.number,
        on: cx.today(),
        at: cx.now(),
        by,
        lines,
    };
    store::insert_report(&tx, &permit, &report).await?;
    for one in owing {
        store::supersede(&tx, &permit, one.row, one.by_order).await?;
        if let Some(days) = rules::reported(&one, cx.today()) {
            let next = Designation {
                row: cx.new_id(),
                days,
                owes: None,
                recorded_at: cx.known_from(),
                ..one
            };
            store::insert(&tx, &permit, &next).await?;
        }
    }
    let told = role::people(&tx, Role::InformationSystemManager, cx.today()).await?;
    tx.notify(
        &told,
        &told_of(notices::OPERATORS_REPORTED, &report, &place),
    )
    .await?;
    let entry = Audit::of(permit, &report.id)
        .with("number", report.number)
        .with("lines", report.lines.len());
    Ok(tx.commit(entry, report.id).await?)
}

fn told_of(kind: &'static str, report: &Report, place: &Place) -> Notice {
    Notice::new(kind, &report.id).params(json!({
        "target": place.name,
        "year": report.year.year(),
        "number": report.number,
    }))
}

/// A report, for those who see who operates the system.
pub async fn report_of(cx: &Cx, id: ReportId) -> Result<(Report, Place), Fault> {
    let on = cx.reader();
    let report = store::report(&on, id).await?.ok_or(Fault::NotFound)?;
    let place = seen(&on, cx, Target::System(report.system)).await?;
    Ok((report, place))
}

/// The reports of one system, the last first, for those who see who operates it.
pub async fn reports(
    cx: &Cx,
    system: SystemId,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Report>, Fault> {
    let on = cx.reader();
    let _ = seen(&on, cx, Target::System(system)).await?;
    let after = after.map(Cursor::key).transpose()?;
    let found = store::reports(&on, Of::System(system), after, size + 1).await?;
    Ok(Page::of(found, size, |one| (one.year.year(), one.number)))
}

/// The reports of the sections that the reader sees, of every system, the last first.
pub async fn register(cx: &Cx, after: Option<&Cursor>, size: usize) -> Result<Page<Report>, Fault> {
    let after = after.map(Cursor::key).transpose()?;
    let of = Of::Sections(&scope(cx));
    let found = store::reports(&cx.reader(), of, after, size + 1).await?;
    Ok(Page::of(found, size, |one| (one.year.year(), one.number)))
}

/// What is owed of reports, of every system.
pub async fn owed(on: &impl Reading, cx: &Cx) -> Result<Vec<Owed>, Fault> {
    let mut of_system: BTreeMap<Target, Vec<Designation>> = BTreeMap::new();
    for one in store::owing(on, None).await? {
        of_system.entry(one.target).or_default().push(one);
    }
    let ids: Vec<SystemId> = of_system
        .keys()
        .filter_map(|target| match target {
            Target::System(id) => Some(*id),
            Target::Asset(_) => None,
        })
        .collect();
    let mut owed = Vec::new();
    for system in inventory::store::several_systems(on, &ids).await? {
        let place = place::of_system(on, cx, &system).await?;
        let lines = of_system.remove(&place.target).unwrap_or_default();
        let firsts = lines.iter().filter_map(|one| rules::line(one, cx.today()));
        let by = firsts.map(|line| line.from).min();
        owed.push(Owed {
            system: system.id,
            name: system.name,
            section: place.section,
            by: by.unwrap_or(cx.today()),
            lines: lines.len(),
        });
    }
    Ok(owed)
}

/// Reminds the managers who owe a report, every night; says how many were not reminded today before.
pub async fn remind(cx: &Cx) -> Result<usize, Fault> {
    let permit = policy::may_remind(cx)?;
    let tx = cx.begin().await?;
    let mut told = Vec::new();
    for one in owed(&tx, cx).await? {
        let notice = Notice::new(notices::REPORT_OWED, &one.system)
            .keyed(cx.today().to_string())
            .params(json!({ "target": one.name, "lines": one.lines, "by": one.by.to_string() }));
        let leaders = role::leaders(&tx, cx.today(), &[one.section]).await?;
        told.extend(leaders.into_iter().map(|person| (person, notice.clone())));
    }
    let told = tx.notify_each(&told).await?;
    let entry = Audit::at_large(permit).with("told", told);
    Ok(*tx.commit(entry, told).await?)
}
