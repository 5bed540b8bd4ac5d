//! Who reports, who sees reports, and who handles them.

use yakusho_kernel::{Act, Cx, Denied, Permit, PersonId};
use yakusho_regulation::{Role, Rule, rule};
use yakusho_search::Known;

use super::model::{Outcome, Rights, View, Violation};
use crate::duty;

const REPORT: Act = Act::new("violation.report");
const HANDLE: Act = Act::new("violation.handle");
const TAKE_DOWN: Act = Act::new("violation.take_down");

/// What of all reports the reader sees. Only a policy makes one.
#[derive(Clone, Debug)]
pub(super) struct Scope {
    /// Who reads: what they reported.
    pub(super) person: PersonId,
    /// Whether they see all.
    pub(super) oversees: bool,
}

impl Scope {
    /// Whether the reader sees that report.
    pub(super) fn sees(&self, violation: &Violation) -> bool {
        self.oversees || violation.reported.by.author == self.person
    }

    /// Whether the view says anything to the reader.
    pub(super) const fn has(&self, view: View) -> bool {
        match view {
            View::Open | View::Handled => self.oversees,
            View::Mine => true,
        }
    }
}

/// What the one who acts sees; none where nobody is signed in, or the city has no such reports.
pub(super) fn scope(cx: &Cx) -> Option<Scope> {
    cx.city().in_force(Rule::ViolationsReported, cx.today())?;
    let standing = cx.actor().standing()?;
    let behalf = standing.on_behalf.as_ref();
    Some(Scope {
        person: behalf.map_or(standing.person, |behalf| behalf.person),
        oversees: duty::oversees(cx),
    })
}

/// Everybody reports what they see.
pub(super) fn may_report(cx: &Cx, item: &Known) -> Result<Permit, Denied> {
    let judgement = cx.judge(REPORT).on(&item.item).signed_in()?;
    Ok(judgement.keeping(rule!(ViolationsReported)).permit())
}

/// A report is handled by the administrator; so is what is in breach taken down, by nobody else (nogata:12).
pub(super) fn may_handle(
    cx: &Cx,
    violation: &Violation,
    outcome: Outcome,
) -> Result<Permit, Denied> {
    let (act, takes_down) = match outcome {
        Outcome::TakenDown => (TAKE_DOWN, true),
        Outcome::Settled | Outcome::NoBreach => (HANDLE, false),
    };
    let judgement = cx.judge(act).on(&violation.id).signed_in()?;
    let judgement = if takes_down {
        judgement.role(rule!(TakenDownByAdministrator), Role::SystemAdministrator)?
    } else {
        judgement
    };
    Ok(judgement
        .authorised_role(Role::SystemAdministrator)?
        .keeping(rule!(ViolationsReported))
        .permit())
}

/// What the one who acts may do, for the page to offer.
pub(super) fn rights(cx: &Cx, violation: &Violation) -> Rights {
    let handled = violation.handled.as_ref();
    let taken_down = handled.is_some_and(|handled| handled.outcome == Outcome::TakenDown);
    Rights {
        handle: handled.is_none() && cx.actor().holds(Role::SystemAdministrator),
        evidence: taken_down && cx.actor().holds(Role::SystemSupervisor),
    }
}
