//! Who speaks for a section.

use yakusho_kernel::{PersonId, Standing, UnitId};

/// The units in whose name one may write: those of one's posts and the sections that these are in, that of the main post
/// first. Whoever acts on another's behalf writes in the name of the other's sections, and of none of their own.
pub fn sections(standing: &Standing) -> Vec<UnitId> {
    sections_of(standing, standing.acts_as())
}

/// Whether one may write in the name of the unit.
pub(crate) fn may_speak_for(standing: &Standing, unit: UnitId) -> bool {
    sections(standing).contains(&unit)
}

/// The units in whose name that person may write, who acts or on whose behalf somebody acts.
pub(crate) fn sections_of(standing: &Standing, author: PersonId) -> Vec<UnitId> {
    let mut sections = Vec::new();
    for seat in standing.seats_of(author) {
        for unit in [seat.section, seat.unit] {
            if !sections.contains(&unit) {
                sections.push(unit);
            }
        }
    }
    sections
}

/// Whether what that author wrote in the name of the section is the actor's own today, or that of the one on whose behalf
/// they act: its author still belongs to the section.
pub(crate) fn owns(standing: &Standing, author: PersonId, section: Option<UnitId>) -> bool {
    standing.stands_for(author)
        && section.is_none_or(|unit| sections_of(standing, author).contains(&unit))
}
