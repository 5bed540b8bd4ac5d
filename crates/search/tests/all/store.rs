//! Things to be found: those that lie in one place are seen.

use sea_orm::sea_query::ExprTrait as _;
use yakusho_kernel::{Cx, DbError, Fault, Tx};
use yakusho_search::{Column, Entry, Searchable, Seen, Which};

use crate::OPEN;

pub(crate) const KIND: &str = "test.thing";

pub(crate) struct Things(pub(crate) Vec<Entry>);

#[async_trait::async_trait]
impl Searchable for Things {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn seen(&self, _: &Cx) -> Result<Option<Seen>, Fault> {
        Ok(Some(Seen::only(Column::Place.of_entry().eq(OPEN))))
    }

    async fn entries(&self, _: &Tx, which: Which) -> Result<Vec<Entry>, DbError> {
        let meant = |entry: &&Entry| match which {
            Which::After(last, _) => entry.item.id > last,
            Which::One(id) => entry.item.id == id,
        };
        let size = match which {
            Which::After(_, size) => usize::try_from(size).unwrap(),
            Which::One(_) => 1,
        };
        Ok(self.0.iter().filter(meant).take(size).cloned().collect())
    }
}
