//! Circulations, to be found.

use std::collections::HashSet;

use async_trait::async_trait;
use uuid::Uuid;
use yakusho_accounts::function::{self, Function};
use yakusho_kernel::{Cx, DbError, Fault, Tx, TypedId as _};
use yakusho_search::{Entry, Searchable, Seen, Which};

use super::model::CirculationId;
use super::store;
use crate::Authorship;

/// What was sent is found by those whom it reached, its author, and the head of the section in whose name it goes; a draft
/// by its author alone.
#[derive(Clone, Copy, Debug)]
pub struct Circulations;

#[async_trait]
impl Searchable for Circulations {
    fn kind(&self) -> &'static str {
        CirculationId::KIND
    }

    async fn is_offered(&self, cx: &Cx) -> Result<bool, Fault> {
        Ok(function::is_on(cx, Function::Circulation).await?)
    }

    async fn drafts(&self, cx: &Cx, items: &[Uuid]) -> Result<HashSet<Uuid>, Fault> {
        Ok(store::drafts(&cx.reader(), items).await?)
    }

    async fn seen(&self, cx: &Cx) -> Result<Option<Seen>, Fault> {
        let reader = Authorship::of(cx)?.author;
        let standing = cx.actor().standing();
        Ok(standing.map(|standing| store::seen(standing, reader)))
    }

    async fn entries(&self, tx: &Tx, which: Which) -> Result<Vec<Entry>, DbError> {
        store::entries(tx, which).await
    }
}
