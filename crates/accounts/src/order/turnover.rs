//! A difference in ids: who goes where with an order.

use std::collections::BTreeSet;

use time::Date;
use yakusho_kernel::{PersonId, PostId};

use super::model::{Moved, OrderApplied, OrderId};
use super::{Difference, Side, Turnover};

impl Difference {
    /// The same in ids, for those whose things hang on posts and people.
    pub(super) fn turnover(&self, day: Date) -> Turnover {
        let moved = self.people.iter().filter_map(|change| {
            let main = |side: &Option<Side>| {
                let seat = side.as_ref()?.posts.iter().find(|seat| seat.main)?;
                Some((seat.post, seat.unit))
            };
            let (from, to) = (main(&change.from), main(&change.to));
            (from != to).then(|| Moved {
                person: change.person,
                from: from.map(|(post, _)| post),
                from_unit: from.map(|(_, unit)| unit),
                to: to.map(|(post, _)| post),
                to_unit: to.map(|(_, unit)| unit),
            })
        });
        let employed =
            |side: &Option<Side>| side.as_ref().is_some_and(|side| side.status.is_employed());
        let who = |was: bool, is: bool| {
            let people = self.people.iter();
            people
                .filter(move |change| (employed(&change.from), employed(&change.to)) == (was, is))
                .map(|change| change.person)
                .collect()
        };
        Turnover {
            day,
            moved: moved.collect(),
            left: who(true, false),
            joined: who(false, true),
            closed_units: self
                .units
                .iter()
                .filter(|change| change.to.is_none())
                .map(|change| change.unit)
                .collect(),
            merged_units: self.merged_units.clone(),
            changed_posts: self.changed_posts(),
            came: self.came(),
        }
    }

    fn changed_posts(&self) -> Vec<PostId> {
        let mut posts = BTreeSet::new();
        for change in &self.people {
            let (from, to) = (held(change.from.as_ref()), held(change.to.as_ref()));
            posts.extend(from.symmetric_difference(&to).copied());
        }
        posts.into_iter().collect()
    }

    fn came(&self) -> Vec<(PostId, PersonId)> {
        let mut came = Vec::new();
        for change in &self.people {
            let (from, to) = (held(change.from.as_ref()), held(change.to.as_ref()));
            came.extend(to.difference(&from).map(|post| (*post, change.person)));
        }
        came
    }
}

/// The posts that somebody holds on that side of a difference.
fn held(side: Option<&Side>) -> BTreeSet<PostId> {
    let seats = side.into_iter().flat_map(|side| side.posts.iter());
    seats.map(|seat| seat.post).collect()
}

impl Turnover {
    /// The event that tells of it.
    pub(super) fn event(self, order: OrderId) -> OrderApplied {
        OrderApplied {
            order,
            day: self.day,
            moved: self.moved,
            left: self.left,
            joined: self.joined,
            closed_units: self.closed_units,
            merged_units: self.merged_units,
            changed_posts: self.changed_posts,
            came: self.came,
        }
    }
}
