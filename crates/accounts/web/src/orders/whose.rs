//! The names of the people, posts and units that an order has to do with.

use std::collections::HashMap;

use yakusho_accounts::directory::{self, PersonCard, PostCard};
use yakusho_accounts::order::HeldBy;
use yakusho_kernel::{PersonId, PostId, UnitId};
use yakusho_webkit::{Problem, Visit};

/// The names of some of them.
#[derive(Default)]
pub(super) struct Whose {
    people: HashMap<PersonId, PersonCard>,
    posts: HashMap<PostId, PostCard>,
    units: HashMap<UnitId, String>,
}

impl Whose {
    pub(super) async fn of(visit: &Visit, all: Vec<HeldBy>) -> Result<Self, Problem> {
        let (reader, today) = (visit.cx.reader(), visit.cx.today());
        let (mut people, mut posts, mut units) = (Vec::new(), Vec::new(), Vec::new());
        for one in all {
            match one {
                HeldBy::Person(id) => people.push(id),
                HeldBy::Post(id) => posts.push(id),
                HeldBy::Unit(id) => units.push(id),
            }
        }
        Ok(Self {
            people: directory::people(&reader, today, &people).await?,
            posts: directory::post_cards(&reader, today, &posts).await?,
            units: directory::unit_names(&reader, today, &units).await?,
        })
    }

    /// What it is called; none of what the order itself would bring, or what is not known any more.
    pub(super) fn name(&self, of: HeldBy) -> Option<String> {
        match of {
            HeldBy::Person(id) => self.people.get(&id).map(|card| card.name.clone()),
            HeldBy::Post(id) => self
                .posts
                .get(&id)
                .map(|card| format!("{} {}", card.unit_name, card.title)),
            HeldBy::Unit(id) => self.units.get(&id).cloned(),
        }
    }
}
