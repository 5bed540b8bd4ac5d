//! Events, to be found.

use std::collections::HashMap;

use async_trait::async_trait;
use uuid::Uuid;
use yakusho_accounts::function::{self, Function};
use yakusho_kernel::{Cx, DbError, Fault, PersonId, Timestamp, Tx, TypedId as _};
use yakusho_search::{Entry, Searchable, Seen, Which};

use super::model::EventId;
use super::service::{self, calendars};
use super::store;

/// What stands is found by everybody; what its owner closed, by those whom it concerns.
#[derive(Clone, Copy, Debug)]
pub struct Events;

#[async_trait]
impl Searchable for Events {
    fn kind(&self) -> &'static str {
        EventId::KIND
    }

    async fn is_offered(&self, cx: &Cx) -> Result<bool, Fault> {
        Ok(function::is_on(cx, Function::Schedule).await?)
    }

    async fn seen(&self, cx: &Cx) -> Result<Option<Seen>, Fault> {
        Ok(Some(store::seen(&calendars(&cx.reader(), cx).await?)))
    }

    fn gathers(&self) -> bool {
        true
    }

    async fn next(&self, cx: &Cx, items: &[Uuid]) -> Result<HashMap<Uuid, Timestamp>, Fault> {
        service::next(cx, items).await
    }

    async fn whose(&self, cx: &Cx, items: &[Uuid]) -> Result<HashMap<Uuid, PersonId>, Fault> {
        Ok(store::people_of(&cx.reader(), items).await?)
    }

    async fn entries(&self, tx: &Tx, which: Which) -> Result<Vec<Entry>, DbError> {
        store::found(tx, which).await
    }
}
