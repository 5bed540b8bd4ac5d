//! Cases, to be found.

use async_trait::async_trait;
use yakusho_accounts::function::{self, Function};
use yakusho_kernel::{Cx, DbError, Fault, Tx, TypedId as _};
use yakusho_search::{Entry, Searchable, Seen, Which};

use super::{CaseId, policy, store};

/// What was submitted is found by those who see it in its register.
#[derive(Clone, Copy, Debug)]
pub struct Cases;

#[async_trait]
impl Searchable for Cases {
    fn kind(&self) -> &'static str {
        CaseId::KIND
    }

    async fn is_offered(&self, cx: &Cx) -> Result<bool, Fault> {
        Ok(function::is_on(cx, Function::Compliance).await?)
    }

    async fn seen(&self, cx: &Cx) -> Result<Option<Seen>, Fault> {
        Ok(policy::scope(cx).map(|scope| store::found_by(&scope)))
    }

    async fn entries(&self, tx: &Tx, which: Which) -> Result<Vec<Entry>, DbError> {
        store::entries(tx, which).await
    }
}
