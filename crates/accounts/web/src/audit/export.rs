//! The trail taken out as a file.

use futures_util::{StreamExt as _, stream};
use poem::{Response, handler};
use yakusho_audit::seal::{self, TrailFile};
use yakusho_audit::{Export, Filter};
use yakusho_kernel::{Fault, Invalid, Reason};
use yakusho_webkit::{Answer, Visit};

use super::search::Asked;

/// What Excel needs to see that a file is UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// `GET /audit/export.csv`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Response> {
    let filter = clear(&visit).await?;
    csv(&visit, filter).await
}

/// `GET /audit/export.jsonl`
#[handler]
pub(super) async fn sealed(visit: Visit) -> Answer<Response> {
    let filter = clear(&visit).await?;
    trail(&visit, filter).await
}

/// What the query asks for, if that is clear.
async fn clear(visit: &Visit) -> Answer<Filter> {
    let asked = Asked::of(visit).await?;
    if asked.is_clear() {
        Ok(asked.filter)
    } else {
        Err(Invalid::field("who", Reason::Unknown).into())
    }
}

/// The entries that fit, as they come out of the database.
pub(super) async fn csv(visit: &Visit, filter: Filter) -> Answer<Response> {
    let name = format!("audit-{}.csv", visit.cx.today());
    let export = yakusho_audit::export(&visit.cx, filter).await?.into_inner();
    let entries = stream::try_unfold(export, async |mut export: Export| {
        let piece = export.next().await?;
        Ok::<_, Fault>(piece.map(|piece| (piece, export)))
    });
    let mark = stream::once(async { Ok(BYTE_ORDER_MARK.to_vec()) });
    Ok(visit.stream(&name, "text/csv; charset=utf-8", mark.chain(entries)))
}

/// The sealed trail with the entries that fit, as `yakusho-batch audit verify` reads it.
pub(super) async fn trail(visit: &Visit, filter: Filter) -> Answer<Response> {
    let name = format!("audit-{}.jsonl", visit.cx.today());
    let file = seal::export(&visit.cx, filter).await?.into_inner();
    let pieces = stream::try_unfold(file, async |mut file: TrailFile| {
        let piece = file.next().await?;
        Ok::<_, Fault>(piece.map(|piece| (piece, file)))
    });
    Ok(visit.stream(&name, "application/jsonl", pieces))
}
