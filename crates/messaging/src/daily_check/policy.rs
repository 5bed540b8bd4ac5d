//! Who runs the daily check, and who sees its figures.

use yakusho_kernel::{Act, Cx, Denied, Permit, Standing, UnitId};
use yakusho_regulation::{Role, rule};

const RUN: Act = Act::new("daily_check.run");
const FIGURES: Act = Act::new("daily_check.figures");

/// The sections whose figures somebody may see. Only a policy makes one.
#[derive(Clone, Debug)]
pub(super) enum Sections {
    /// Every section's.
    All,
    /// Those of these sections.
    Of(Vec<UnitId>),
}

/// The check is run by the system, where a rule asks for it.
pub(super) fn may_run(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx
        .judge(RUN)
        .authorised(cx.actor().is_system(), "system")?
        .keeping(rule!(DailyCheck))
        .permit())
}

/// Heads see the figures of their own sections, the administrator those of all.
pub(super) fn may_see_figures(cx: &Cx) -> Result<(Permit, Sections), Denied> {
    let all = cx.actor().by_role(Role::SystemAdministrator);
    let sections = if all.holds() {
        Sections::All
    } else {
        let standing = cx.actor().standing();
        Sections::Of(standing.map(Standing::headed).unwrap_or_default())
    };
    let any = all.or(!matches!(&sections, Sections::Of(units) if units.is_empty()));
    let permit = cx
        .judge(FIGURES)
        .signed_in()?
        .authorised(any, "not_manager")?
        .keeping(rule!(DailyCheck))
        .permit();
    Ok((permit, sections))
}
