//! Things that people ask about and report: a domain of the tests, of which everybody sees what lies in an open place.

mod store;

use std::sync::Arc;

use async_trait::async_trait;
use uuid::Uuid;
use yakusho_compliance::Items;
use yakusho_kernel::{Cx, DbError, Fault, Permit, Ref, Removable, Tx, UnitId};
use yakusho_search::{Entry, Searchable, Seen, Sources, Which, catch_up, forget, rebuild};

use crate::Hall;

const KIND: &str = "test.thing";
const OPEN: Uuid = Uuid::from_u128(1);
const CLOSED: Uuid = Uuid::from_u128(2);

struct Things(Vec<Entry>);

#[async_trait]
impl Searchable for Things {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn seen(&self, _: &Cx) -> Result<Option<Seen>, Fault> {
        Ok(Some(Seen::only(store::lying_in(OPEN))))
    }

    async fn entries(&self, _: &Tx, which: Which) -> Result<Vec<Entry>, DbError> {
        let meant = |entry: &&Entry| match which {
            Which::After(last, _) => entry.item.id > last,
            Which::One(id) => entry.item.id == id,
        };
        Ok(self.0.iter().filter(meant).cloned().collect())
    }
}

/// What is taken down is not seen any more.
struct Down;

#[async_trait]
impl Removable for Down {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn take_down(&self, tx: &Tx, permit: &Permit, id: Uuid, _: &str) -> Result<(), Fault> {
        forget(tx, permit, &thing(id.as_u128()));
        Ok(())
    }
}

/// A thing of the town's.
pub(crate) fn thing(number: u128) -> Ref {
    Ref {
        kind: KIND.into(),
        id: Uuid::from_u128(number),
    }
}

/// What the section of the citizens registered.
pub(crate) const OFFICIAL: u128 = 11;
/// What somebody registered for themselves.
pub(crate) const PERSONAL: u128 = 12;
/// What nobody sees.
pub(crate) const HIDDEN: u128 = 13;
/// What a unit of the section for information systems registered.
pub(crate) const OF_UNIT: u128 = 14;

impl Hall {
    /// Those things, to be asked about; taken down from here if `removable`.
    pub(crate) async fn items(&self, removable: bool) -> Items {
        let entry = |number, place, section: Option<UnitId>, title: &str| Entry {
            item: thing(number),
            place: Some(place),
            section,
            at: self.world.clock.now(),
            title: title.to_owned(),
            text: String::new(),
        };
        let citizens = Some(self.town.unit("citizens"));
        let unit = Some(self.town.unit("information"));
        let sources = Sources::new().with(Things(vec![
            entry(OFFICIAL, OPEN, citizens, "窓口の混雑予想"),
            entry(PERSONAL, OPEN, None, "昼食の予定"),
            entry(HIDDEN, CLOSED, citizens, "部内の案"),
            entry(OF_UNIT, OPEN, unit, "端末の手引"),
        ]));
        let system = self.town.system();
        let _ = rebuild(&system).await.unwrap();
        let _ = catch_up(&system, &sources).await.unwrap();
        let down: Option<Arc<dyn Removable>> = removable.then(|| Arc::new(Down) as _);
        Items::of(&Arc::new(sources), down)
    }
}
