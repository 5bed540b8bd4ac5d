//! Divisions come into being, and are asked about.

use yakusho_kernel::{Cursor, Cx, Fault, Invalid, Page, Permit, Reason, Tx};
use yakusho_regulation::Rule;

use super::model::{Division, DivisionKind, Part, Standing};
use super::{rules, store};
use crate::ids::SystemId;
use crate::inventory::{self, System};
use crate::procedure::Case;

/// That a case proposes another division for a system that the section which proposes it answers for, from a day that has
/// not passed: with submitting it, its manager agrees.
pub(crate) async fn check_proposed(tx: &Tx, case: &Case) -> Result<(), Fault> {
    let Some(kind) = DivisionKind::of(case.procedure().kind) else {
        return Ok(());
    };
    let proposed = rules::proposed(case, kind)?;
    let today = tx.cx().today();
    let mut invalid = Invalid::default();
    match inventory::store::system(tx, proposed.system).await? {
        Some(system) => {
            let responsible = inventory::responsible(tx, &system, today).await?;
            if responsible != case.content.section {
                invalid.push("answers.system", Reason::Code("not_your_system"));
            }
        }
        None => invalid.push("answers.system", Reason::Unknown),
    }
    if proposed.from < today {
        invalid.push("answers.from", Reason::Past);
    }
    Ok(invalid.check()?)
}

/// A division that all four consented to is in force from its day, and not before the day on which it was granted.
pub(crate) fn take_effect(tx: &Tx, permit: &Permit, case: &Case) -> Result<(), Fault> {
    let Some(kind) = DivisionKind::of(case.procedure().kind) else {
        return Ok(());
    };
    let proposed = rules::proposed(case, kind)?;
    let granted_on = case.decided_on.unwrap_or(tx.cx().today());
    let division = Division {
        id: tx.cx().new_id(),
        case: case.id,
        system: proposed.system,
        kind,
        from: proposed.from.max(granted_on),
        parts: proposed.parts,
        text: proposed.text,
    };
    store::insert(tx, permit, &division)?;
    Ok(())
}

/// Who does the work on a system and bears its cost today. By default the cost is borne on the information side by the
/// section designated to develop and maintain it, on the business side by the one that uses it (shiroishi:23).
pub async fn standing(cx: &Cx, system: &System) -> Result<Standing, Fault> {
    let (on, today) = (cx.reader(), cx.today());
    let work = store::on(&on, system.id, DivisionKind::Work, today).await?;
    let cost = store::on(&on, system.id, DivisionKind::Cost, today).await?;
    if let Some(cost) = cost {
        return Ok(Standing {
            work,
            cost: cost.parts,
        });
    }
    let section = if system.class.is_business() {
        system.section
    } else {
        inventory::responsible(&on, system, today).await?
    };
    let cost = vec![Part {
        section,
        share: Some(100),
    }];
    Ok(Standing { work, cost })
}

/// Whether the city says who bears the cost of systems.
pub fn asked(cx: &Cx) -> bool {
    cx.city().in_force(Rule::CostBorne, cx.today()).is_some()
}

/// A page of the other divisions of a system that all four consented to, the last first.
pub async fn of_system(
    cx: &Cx,
    system: SystemId,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Division>, Fault> {
    if !asked(cx) {
        return Err(Fault::NotFound);
    }
    let _ = inventory::system(cx, system).await?;
    let after = after.map(Cursor::key).transpose()?;
    let found = store::of_system(&cx.reader(), system, after, size + 1).await?;
    Ok(Page::of(found, size, |division| division.id))
}
