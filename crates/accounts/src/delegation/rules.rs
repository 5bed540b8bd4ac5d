//! When a delegation loses its ground.

use time::Date;
use yakusho_kernel::ProxyKind;

use super::{Delegation, DelegationId, Principal};
use crate::ledger::{Ledger, Snapshot};

/// Ends, from `day` on, the delegations that what holds from that day takes the ground from; says which.
///
/// A delegation ends when the post that it is for changes hands or is closed, when the person for whom or by whom it is
/// done leaves or gets another main post, and one of shared duties also when its delegate no longer heads a section.
pub(crate) fn end_groundless(ledger: &mut Ledger, day: Date) -> Vec<DelegationId> {
    let Some(eve) = day.previous_day() else {
        return Vec::new();
    };
    let (before, after) = (Snapshot::of(ledger, eve), Snapshot::of(ledger, day));
    let ended: Vec<DelegationId> = ledger
        .delegations
        .on(day)
        .filter(|(_, line)| line.days.contains(eve))
        .filter(|(_, line)| is_groundless(&line.state, &before, &after))
        .map(|(id, _)| id)
        .collect();
    for id in &ended {
        ledger.delegations.end(*id, day);
    }
    ended
}

/// Whoever was not loaded is not concerned by the change.
fn is_groundless(delegation: &Delegation, before: &Snapshot<'_>, after: &Snapshot<'_>) -> bool {
    let delegate = delegation.delegate;
    let moves = |person| before.main(person) != after.main(person);
    let principal_changes = match delegation.principal {
        Principal::Post(post) => before.holders(post).ne(after.holders(post)),
        Principal::Person(person) => moves(person),
    };
    let leaves = after.employed(delegate) == Some(false);
    let loses_section = delegation.kind == ProxyKind::SharedDuties
        && before.heads_a_section(delegate)
        && !after.heads_a_section(delegate);
    principal_changes || leaves || moves(delegate) || loses_section
}
