//! Facilities, to be found.

use async_trait::async_trait;
use yakusho_accounts::function::{self, Function};
use yakusho_kernel::{Cx, DbError, Fault, Tx, TypedId as _};
use yakusho_search::{Entry, Searchable, Seen, Which};

use super::model::FacilityId;
use super::service::seen;
use super::store;

/// Rooms, equipment and cars are found by whoever may see them.
#[derive(Clone, Copy, Debug)]
pub struct Facilities;

#[async_trait]
impl Searchable for Facilities {
    fn kind(&self) -> &'static str {
        FacilityId::KIND
    }

    async fn is_offered(&self, cx: &Cx) -> Result<bool, Fault> {
        Ok(function::is_on(cx, Function::FacilityBooking).await?)
    }

    async fn seen(&self, cx: &Cx) -> Result<Option<Seen>, Fault> {
        let rows = seen(&cx.reader(), cx, &store::Asked::default()).await?;
        let seen = rows.into_iter().map(|row| row.facility.id);
        Ok(Some(store::among(seen)))
    }

    async fn entries(&self, tx: &Tx, which: Which) -> Result<Vec<Entry>, DbError> {
        store::entries(tx, which).await
    }
}
