//! Documents, to be found.

use async_trait::async_trait;
use yakusho_accounts::function::{self, Function};
use yakusho_kernel::{Cx, DbError, Fault, Tx, TypedId as _};
use yakusho_search::{Entry, Searchable, Seen, Which};

use super::model::DocumentId;
use super::store;
use crate::cabinet::service::reached;

/// What is registered is found by whoever may see what lies in its folder.
#[derive(Clone, Copy, Debug)]
pub struct Documents;

#[async_trait]
impl Searchable for Documents {
    fn kind(&self) -> &'static str {
        DocumentId::KIND
    }

    async fn is_offered(&self, cx: &Cx) -> Result<bool, Fault> {
        Ok(function::is_on(cx, Function::Documents).await?)
    }

    async fn seen(&self, cx: &Cx) -> Result<Option<Seen>, Fault> {
        Ok(Some(store::seen(&reached(cx))))
    }

    async fn entries(&self, tx: &Tx, which: Which) -> Result<Vec<Entry>, DbError> {
        store::entries(tx, which).await
    }
}
