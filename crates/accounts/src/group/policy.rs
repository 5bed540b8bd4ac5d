//! Who may use and edit a group.

use yakusho_kernel::{Act, Cx, Denied, Permit, PersonId, UnitId};

use super::{GroupId, GroupRow};

/// Making a group.
pub(super) const MAKE: Act = Act::new("group.make");
/// Editing one.
pub(super) const EDIT: Act = Act::new("group.edit");
/// Deleting one.
pub(super) const DELETE: Act = Act::new("group.delete");

/// Whose groups a reader may use: their own, and those shared with a unit that they belong to.
#[derive(Clone, Debug)]
pub(super) struct Scope {
    pub(super) owner: PersonId,
    pub(super) units: Vec<UnitId>,
}

/// The groups that the actor may use; none for whoever is no person.
pub(super) fn scope(cx: &Cx) -> Option<Scope> {
    cx.actor().standing().map(|standing| Scope {
        owner: standing.person,
        units: standing.units(),
    })
}

/// Whether the actor may make a group that is shared with that unit, or theirs alone.
pub(super) fn may_make(cx: &Cx, id: GroupId, unit: Option<UnitId>) -> Result<Permit, Denied> {
    let belongs = cx
        .actor()
        .standing()
        .is_some_and(|standing| unit.is_none_or(|unit| standing.belongs_to(unit)));
    Ok(cx
        .judge(MAKE)
        .on(&id)
        .signed_in()?
        .authorised(belongs, "unit")?
        .permit())
}

/// Whether the actor may edit or delete a group, which would then be shared with that unit.
pub(super) fn may_edit(
    cx: &Cx,
    act: Act,
    group: &GroupRow,
    unit: Option<UnitId>,
) -> Result<Permit, Denied> {
    let holds = cx.actor().standing().is_some_and(|standing| {
        let own = standing.person == group.owner;
        let heads = group.unit.is_some_and(|unit| standing.heads(unit));
        let stays = unit == group.unit || unit.is_none_or(|unit| standing.belongs_to(unit));
        (own || heads) && stays
    });
    Ok(cx
        .judge(act)
        .on(&group.id)
        .authorised(holds, "owner")?
        .permit())
}
