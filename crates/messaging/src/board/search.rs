//! Posts, to be found.

use std::collections::HashSet;

use async_trait::async_trait;
use uuid::Uuid;
use yakusho_accounts::function::{self, Function};
use yakusho_kernel::{Cx, DbError, Fault, Tx, TypedId as _};
use yakusho_search::{Entry, Searchable, Seen, Which};

use super::model::BoardPostId;
use super::service::own_shelves;
use super::store;

/// What others see now is found by whoever may read its category; at any time, drafts too, by its author and by the head of
/// the section in whose name it stands.
#[derive(Clone, Copy, Debug)]
pub struct Posts;

#[async_trait]
impl Searchable for Posts {
    fn kind(&self) -> &'static str {
        BoardPostId::KIND
    }

    async fn is_offered(&self, cx: &Cx) -> Result<bool, Fault> {
        Ok(function::is_on(cx, Function::Board).await?)
    }

    async fn drafts(&self, cx: &Cx, items: &[Uuid]) -> Result<HashSet<Uuid>, Fault> {
        Ok(store::drafts(&cx.reader(), items).await?)
    }

    async fn seen(&self, cx: &Cx) -> Result<Option<Seen>, Fault> {
        let shelves = own_shelves(cx).await?;
        let standing = cx.actor().standing();
        Ok(standing.map(|standing| store::seen(&shelves, standing, cx.now())))
    }

    async fn entries(&self, tx: &Tx, which: Which) -> Result<Vec<Entry>, DbError> {
        store::entries(tx, which).await
    }
}
