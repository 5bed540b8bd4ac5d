//! What holds, and what is to be reported: pure.

use std::collections::HashSet;

use time::Date;
use yakusho_accounts::ledger::Days;
use yakusho_kernel::{Invalid, PersonId, Reason, UnitId};

use super::model::{Designation, DesignationForm, Manner, Owes, ReportLine, TargetKind, Who};

/// The days on which a designation is to hold, none of them passed.
pub(super) fn days(form: &DesignationForm, today: Date) -> Result<Days, Invalid> {
    let mut invalid = Invalid::default();
    if form.first < today {
        invalid.push("first", Reason::Past);
    }
    if form.manner == Manner::Approved && form.last.is_none() {
        invalid.push("last", Reason::Required);
    }
    let days = Days::through(form.first, form.last);
    if days.is_none() {
        invalid.push("last", Reason::EndBeforeStart);
    }
    match days {
        Some(days) if invalid.errors.is_empty() => Ok(days),
        _ => Err(invalid),
    }
}

/// Whether that is somebody who can be designated for what is operated by that rule.
pub(super) fn fits(kind: TargetKind, who: Who) -> bool {
    matches!(who, Who::Section(_)) == (kind == TargetKind::InformationSystem)
}

/// The designation by which a person who belongs to these units may operate on that day, if one holds.
pub(crate) fn held_by<'d>(
    found: impl IntoIterator<Item = &'d Designation>,
    person: PersonId,
    units: &HashSet<UnitId>,
    day: Date,
) -> Option<&'d Designation> {
    found.into_iter().find(|one| {
        let own = one.person.is_none_or(|of| of == person);
        own && one.holds_on(day) && units.contains(&one.section)
    })
}

/// The same days up to before that one; none where no day is left.
pub(super) fn until(days: Days, day: Date) -> Option<Days> {
    let end = days.until().map_or(day, |end| end.min(day));
    Days::between(days.first(), end)
}

/// What a report of that day says of a designation of which something is owed; none where nothing is, or nobody is named.
pub(super) fn line(one: &Designation, today: Date) -> Option<ReportLine> {
    let what = one.owes?;
    let from = match what {
        Owes::Designation => one.days.first().max(today),
        Owes::Release => one.release_from.unwrap_or(today),
    };
    Some(ReportLine {
        designation: one.id,
        person: one.person?,
        what,
        from,
    })
}

/// The days of a designation once what is owed of it was reported on that day; none where it ends before it begins.
pub(super) fn reported(one: &Designation, today: Date) -> Option<Days> {
    match one.owes {
        None => Some(one.days),
        Some(Owes::Designation) => {
            let rest = Days::from(one.days.first().max(today));
            one.days.and(rest)
        }
        Some(Owes::Release) => {
            let end = one.release_from.unwrap_or(today).max(today);
            until(one.days, end)
        }
    }
}
