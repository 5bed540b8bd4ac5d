//! Which lines of an order bring about what does not fit together, and in which column it shows.

use yakusho_kernel::{PersonId, PostId, UnitId};

use super::Column;
use crate::ledger::{Breach, BreachKind, Place};

/// What a line changes, by which what does not fit together is traced to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Changed {
    /// A unit, or where it lies.
    Unit(UnitId),
    /// Whether the unit above it is there.
    Above(UnitId),
    /// A post, or whether it is there.
    Post(PostId),
    /// Whether somebody is employed.
    Employed(PersonId),
    /// Which main post somebody has, or until when.
    Main(PersonId),
    /// Whether somebody holds a post.
    Held(PersonId, PostId),
}

/// What brings a breach about, the nearest first.
pub(super) fn causes(breach: &Breach) -> Vec<Changed> {
    match (breach.kind, breach.at) {
        (BreachKind::ParentMissing, Place::Unit(unit)) => {
            vec![Changed::Above(unit), Changed::Unit(unit)]
        }
        (_, Place::Unit(unit)) => vec![Changed::Unit(unit)],
        (_, Place::Post(post)) => vec![Changed::Post(post)],
        (BreachKind::NoMainPost, Place::Person(person, post)) => {
            let main = [Changed::Main(person)].into_iter();
            let held = post.map(|post| Changed::Held(person, post));
            main.chain(held).collect()
        }
        (BreachKind::NotEmployed, Place::Person(person, Some(post))) => {
            vec![Changed::Held(person, post), Changed::Employed(person)]
        }
        (_, Place::Person(person, Some(post))) => {
            vec![Changed::Held(person, post), Changed::Post(post)]
        }
        (_, Place::Person(person, None)) => vec![Changed::Employed(person)],
    }
}

/// The column in which a breach shows.
pub(super) const fn column_of(breach: BreachKind) -> Column {
    match breach {
        BreachKind::ParentRank | BreachKind::Circle => Column::Parent,
        BreachKind::CodeTaken | BreachKind::UnitMissing | BreachKind::ParentMissing => Column::Unit,
        BreachKind::TwoHeadPosts => Column::Head,
        BreachKind::NotEmployed | BreachKind::NumberTaken => Column::Number,
        BreachKind::TitleTaken
        | BreachKind::PostMissing
        | BreachKind::TwoMainPosts
        | BreachKind::NoMainPost
        | BreachKind::HeldTwice
        | BreachKind::TwoHolders => Column::Post,
    }
}
