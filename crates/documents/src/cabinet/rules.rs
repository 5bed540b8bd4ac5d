//! What holds of the tree of folders, and what a hand-over changes: pure.

use yakusho_kernel::{Conflict, Invalid, Key, Reason, UnitId};

use super::model::{Folder, Grant, Level, MOST_DEPTH, RightsChange, Side};

/// Whether a folder with so many levels below it may lie in that one.
pub(super) fn fits(parent: &Folder, levels_below: i32) -> Result<(), Invalid> {
    if parent.depth + 1 + levels_below > MOST_DEPTH {
        return Err(Invalid::field("parent", Reason::Code("too_deep")));
    }
    Ok(())
}

/// Whether a folder may be moved into that one, whose way from its cabinet is `path`: not into itself.
pub(super) fn not_into_itself(folder: &Folder, path: &[Folder]) -> Result<(), Invalid> {
    if path.iter().any(|above| above.id == folder.id) {
        return Err(Invalid::field("parent", Reason::Code("within_itself")));
    }
    Ok(())
}

/// A cabinet is handed over, and not moved into a folder.
pub(super) fn is_folder(folder: &Folder) -> Result<(), Conflict> {
    let cabinet = Conflict { code: "is_cabinet" };
    cabinet.unless(folder.parent.is_some())
}

/// The rights of a place once what one section and its head had is another's: of those that both have, the higher holds.
fn passed_on(grants: &[Grant], from: UnitId, to: UnitId) -> Vec<Grant> {
    let renamed = |key: Key| match key {
        Key::Unit(unit) if unit == from => Key::Unit(to),
        Key::Head(unit) if unit == from => Key::Head(to),
        other => other,
    };
    grants
        .iter()
        .map(|(key, level)| (renamed(*key), *level))
        .collect()
}

/// What the people of a unit may do by rights, or those who lead it; `above` are the unit and those that it is in.
fn level_of(grants: &[Grant], above: &[UnitId], leads: bool) -> Option<Level> {
    let theirs = grants.iter().filter(|(key, _)| match key {
        Key::Everyone => true,
        Key::Unit(unit) => above.contains(unit),
        Key::Head(unit) => leads && above.first() == Some(unit),
        Key::Post(_) | Key::Person(_) => false,
    });
    theirs.map(|(_, level)| *level).max()
}

/// Whose rights in a place a hand-over changes; each section stands first of the units that it is in.
pub(super) fn changes(
    place: &Folder,
    grants: &[Grant],
    from: &[UnitId],
    to: &[UnitId],
) -> Vec<RightsChange> {
    let (Some(old), Some(new)) = (from.first(), to.first()) else {
        return Vec::new();
    };
    let later = passed_on(grants, *old, *new);
    let sides = [
        (Side::HeadBefore, from, true),
        (Side::PeopleBefore, from, false),
        (Side::HeadAfter, to, true),
        (Side::PeopleAfter, to, false),
    ];
    let changes = sides.map(|(whose, above, leads)| RightsChange {
        place_name: place.name.clone(),
        whose,
        before: level_of(grants, above, leads),
        after: level_of(&later, above, leads),
    });
    let changed = changes.into_iter();
    changed
        .filter(|change| change.before != change.after)
        .collect()
}
