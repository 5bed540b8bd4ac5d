//! Events, to be found.

use async_trait::async_trait;
use yakusho_accounts::function::{self, Function};
use yakusho_kernel::{Cx, DbError, Fault, Tx, TypedId as _};
use yakusho_search::{Entry, Searchable, Seen, Which};

use super::model::EventId;
use super::service::calendars;
use super::store;

/// What stands is found by everybody; what its owner closed, by those whom it concerns.
#[derive(Clone, Copy, Debug)]
pub struct Events;

#[async_trait]
impl Searchable for Events {
    fn kind(&self) -> &'static str {
        EventId::KIND
    }

    async fn seen(&self, cx: &Cx) -> Result<Option<Seen>, Fault> {
        if !function::is_on(cx, Function::Schedule).await? {
            return Ok(None);
        }
        Ok(Some(store::seen(&calendars(&cx.reader(), cx).await?)))
    }

    async fn entries(&self, tx: &Tx, which: Which) -> Result<Vec<Entry>, DbError> {
        store::found(tx, which).await
    }
}
