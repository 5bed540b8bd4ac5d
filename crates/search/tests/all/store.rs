//! Things to be found: those that lie in one place are seen.

use sea_orm::sea_query::ExprTrait as _;
use uuid::Uuid;
use yakusho_kernel::{Cx, DbError, Fault, Tx};
use yakusho_search::{Column, Entry, Searchable, Seen};

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

    async fn entries(&self, _: &Tx, after: Uuid, size: u64) -> Result<Vec<Entry>, DbError> {
        let later = self.0.iter().filter(|entry| entry.item.id > after);
        let size = usize::try_from(size).unwrap();
        Ok(later.take(size).cloned().collect())
    }
}
