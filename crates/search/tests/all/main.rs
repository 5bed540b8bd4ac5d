//! The index on both databases, with things of its own.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where what it rests on fails"
)]

mod finding;
mod plans;
mod store;

use std::sync::Arc;

use uuid::Uuid;
use yakusho_kernel::{
    Actor, Cursor, Cx, EmploymentClass, Page, PersonId, Ref, Standing, Timestamp, Via,
};
use yakusho_search::{Asked, Entry, Hit, Query, Sources, catch_up, find, rebuild};
use yakusho_testkit::World;

pub(crate) use store::{KIND, Things};

/// A place that everybody sees.
pub(crate) const OPEN: Uuid = Uuid::from_u128(1);

/// A place that nobody sees.
pub(crate) const CLOSED: Uuid = Uuid::from_u128(2);

/// An index with those things in it, the oldest first, and somebody who asks it.
pub(crate) struct Index {
    pub(crate) world: World,
    pub(crate) sources: Sources,
    pub(crate) cx: Cx,
}

impl Index {
    pub(crate) async fn both(things: &[Entry]) -> Vec<Self> {
        let mut all = Vec::new();
        for world in World::both("model").await {
            let cx = world.cx(somebody());
            let index = Self {
                world,
                sources: Sources::new(),
                cx,
            };
            all.push(index.of(things).await);
        }
        all
    }

    /// The same with those things alone in it.
    pub(crate) async fn of(self, things: &[Entry]) -> Self {
        let sources = Sources::new().with(Things(things.to_vec()));
        let system = self.world.system();
        let _ = rebuild(&system).await.unwrap();
        let caught = catch_up(&system, &sources).await.unwrap();
        assert_eq!(caught.things, things.len() as u64);
        Self { sources, ..self }
    }

    pub(crate) async fn ask(
        &self,
        words: &str,
        asked: &Asked,
        after: Option<&Cursor>,
        size: usize,
    ) -> Page<Hit> {
        let query = Query::of(words);
        let found = find(&self.cx, &self.sources, &query, asked, after, size).await;
        found.unwrap()
    }

    /// The numbers of the things that are found by words.
    pub(crate) async fn found(&self, words: &str) -> Vec<u128> {
        let page = self.ask(words, &Asked::default(), None, 1_000).await;
        page.items.iter().map(number).collect()
    }
}

/// Somebody who is signed in, with no post at all.
fn somebody() -> Actor {
    Actor::Person(Arc::new(Standing {
        person: PersonId::from(Uuid::from_u128(7)),
        class: EmploymentClass::Regular,
        on_behalf: None,
        principal_seats: Vec::new(),
        seats: Vec::new(),
        roles: Vec::new(),
        grants: Vec::new(),
        via: Via::Session,
    }))
}

pub(crate) fn number(hit: &Hit) -> u128 {
    hit.item.id.as_u128()
}

/// The thing of that number, which everybody sees.
pub(crate) fn thing(number: u128, title: &str, text: &str) -> Entry {
    Entry {
        item: Ref {
            kind: KIND.into(),
            id: Uuid::from_u128(number),
        },
        place: Some(OPEN),
        section: None,
        at: Timestamp::from_millis(1_700_000_000_000 + i64::try_from(number).unwrap()),
        title: title.to_owned(),
        text: text.to_owned(),
    }
}
