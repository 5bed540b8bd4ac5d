//! The seal of the audit trail for programs.

use poem::Body;
use poem_openapi::param::Query;
use poem_openapi::payload::{Binary, Json};
use poem_openapi::{ApiResponse, Object, OpenApi};
use time::Date;
use uuid::Uuid;
use yakusho_audit::seal;
use yakusho_webkit::{Answer, Visit};

use super::api::{Tag, Wanted};
use super::export::trail;
use crate::json::{Limit, Listed, place};

/// How far the trail is sealed.
#[derive(Debug, Object)]
struct Seal {
    /// The number of the last entry that is sealed; 0 before the first.
    sealed: u64,
    /// How many entries wait to be sealed.
    pending: u64,
    /// When the oldest of them began, in RFC 3339.
    #[oai(skip_serializing_if_is_none)]
    pending_since: Option<String>,
}

/// A head that was signed: to be kept where the system cannot reach it.
#[derive(Debug, Object)]
struct Head {
    /// Its id, ordered by time.
    id: Uuid,
    /// The number of the last entry that it vouches for.
    seq: i64,
    /// When it was signed, in RFC 3339.
    at: String,
    /// The name of the key that signed it.
    key: String,
    /// The line to keep.
    line: String,
}

pub(super) struct SealApi;

#[OpenApi(tag = "Tag::Audit")]
impl SealApi {
    /// How far the trail is sealed.
    #[oai(path = "/audit/seal", method = "get", operation_id = "getAuditSeal")]
    async fn seal(&self, visit: Visit) -> Answer<Json<Seal>> {
        let pending = seal::pending(&visit.cx).await?;
        Ok(Json(Seal {
            sealed: seal::head(&visit.cx).await?.seq,
            pending: pending.entries,
            pending_since: pending.since.map(|at| at.to_string()),
        }))
    }

    /// The heads that were signed, the newest first. To look at them is an entry itself.
    #[oai(path = "/audit/heads", method = "get", operation_id = "listAuditHeads")]
    async fn heads(
        &self,
        visit: Visit,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<Head>>> {
        let after = place(after.as_deref());
        let page = seal::heads(&visit.cx, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(page.into_inner(), |head| Head {
            id: head.id,
            seq: head.seq,
            at: head.at.to_string(),
            key: head.key,
            line: head.text,
        })))
    }
}

/// The sealed trail.
#[derive(ApiResponse)]
enum Export {
    /// JSON lines that prove themselves: `yakusho-batch audit verify` checks them against a signed head.
    #[oai(status = 200, content_type = "application/jsonl")]
    Trail(Binary<Body>),
}

pub(super) struct SealedExportApi;

#[OpenApi(tag = "Tag::Audit")]
impl SealedExportApi {
    /// The sealed trail from the first entry that fits, the others as digests alone. To take it out is an entry itself.
    #[oai(
        path = "/audit/export-sealed",
        method = "get",
        operation_id = "exportSealedAudit"
    )]
    #[expect(
        clippy::too_many_arguments,
        reason = "a parameter for each way to narrow the search"
    )]
    async fn export(
        &self,
        visit: Visit,
        /// Done by this person, or on their behalf.
        person: Query<Option<Uuid>>,
        /// Done to this: `kind:id`.
        subject: Query<Option<String>>,
        /// Acts whose name begins so: `account.`.
        act: Query<Option<String>>,
        /// Permitted or refused by this rule.
        rule: Query<Option<String>>,
        /// `done`, `refused` or `read`.
        outcome: Query<Option<String>>,
        /// On this day or later.
        from: Query<Option<Date>>,
        /// On this day or earlier.
        until: Query<Option<Date>>,
    ) -> Answer<Export> {
        let wanted = Wanted {
            person: person.0,
            subject: subject.0,
            act: act.0,
            rule: rule.0,
            outcome: outcome.0,
            from: from.0,
            until: until.0,
        };
        let response = trail(&visit, wanted.filter()?).await?;
        Ok(Export::Trail(Binary(response.into_body())))
    }
}
