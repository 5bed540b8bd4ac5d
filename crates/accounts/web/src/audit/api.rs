//! The audit trail for programs.

use std::sync::Arc;

use poem::Body;
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::{Binary, Json};
use poem_openapi::{ApiResponse, Object, OpenApi, Tags};
use time::Date;
use uuid::Uuid;
use yakusho_audit::{Entry, Filter};
use yakusho_kernel::{Cursor, Invalid, Reason};
use yakusho_regulation::Rule;
use yakusho_search::Sources;
use yakusho_webkit::{Answer, Visit};

use super::export::csv;
use super::search::subject;
use super::words::OUTCOMES;
use crate::json::{Limit, Listed};

#[derive(Tags)]
pub(super) enum Tag {
    /// The audit trail.
    Audit,
}

/// An entry of the audit trail. It names things by reference; who may know their names looks them up.
#[derive(Debug, Object)]
struct AuditEntry {
    /// Its id, ordered by time.
    id: Uuid,
    /// When the act began, in RFC 3339.
    at: String,
    /// Who acted.
    #[oai(skip_serializing_if_is_none)]
    person: Option<Uuid>,
    /// On whose behalf.
    #[oai(skip_serializing_if_is_none)]
    on_behalf: Option<Uuid>,
    /// By which kind of proxy: `acting_for_post`, `deciding_in_place`, `secretary`, `shared_duties`.
    #[oai(skip_serializing_if_is_none)]
    proxy: Option<String>,
    /// The part of the system that acted, if no person did.
    #[oai(skip_serializing_if_is_none)]
    part: Option<String>,
    /// The role in which it was done.
    #[oai(skip_serializing_if_is_none)]
    role: Option<String>,
    /// The act: `account.open`.
    act: String,
    /// What it was done to, as `kind:id`.
    #[oai(skip_serializing_if_is_none)]
    subject: Option<String>,
    /// The rule that permitted or refused it.
    #[oai(skip_serializing_if_is_none)]
    rule: Option<String>,
    /// The clauses behind the rule, or `house`.
    #[oai(skip_serializing_if_is_none)]
    article: Option<String>,
    /// `done`, `refused` or `read`.
    outcome: String,
    /// Further facts that are no personal data.
    detail: serde_json::Value,
    /// The request that it belongs to.
    request: Uuid,
    /// Its number in the sealed chain; none until it is sealed.
    #[oai(skip_serializing_if_is_none)]
    seq: Option<i64>,
}

impl From<Entry> for AuditEntry {
    fn from(entry: Entry) -> Self {
        let subject = entry.subject_kind.zip(entry.subject_id);
        Self {
            id: entry.id,
            at: entry.at.to_string(),
            person: entry.person.map(Uuid::from),
            on_behalf: entry.on_behalf.map(Uuid::from),
            proxy: entry.proxy,
            part: entry.part,
            role: entry.role,
            act: entry.act,
            subject: subject.map(|(kind, id)| format!("{kind}:{id}")),
            rule: entry.rule,
            article: entry.citation,
            outcome: entry.outcome,
            detail: entry.detail,
            request: entry.request,
            seq: entry.seq,
        }
    }
}

/// What is looked for, as it comes in the query.
pub(super) struct Wanted {
    pub(super) person: Option<Uuid>,
    pub(super) subject: Option<String>,
    pub(super) act: Option<String>,
    pub(super) rule: Option<String>,
    pub(super) outcome: Option<String>,
    pub(super) from: Option<Date>,
    pub(super) until: Option<Date>,
}

impl Wanted {
    /// The filter, if it can be understood.
    pub(super) fn filter(self) -> Result<Filter, Invalid> {
        let mut invalid = Invalid::default();
        let thing = self.subject.as_deref().map(subject);
        if matches!(thing, Some(None)) {
            invalid.push("subject", Reason::Malformed);
        }
        let rule = self.rule.as_deref().map(Rule::from_id);
        if matches!(rule, Some(None)) {
            invalid.push("rule", Reason::Unknown);
        }
        if self
            .outcome
            .as_deref()
            .is_some_and(|code| !OUTCOMES.contains(&code))
        {
            invalid.push("outcome", Reason::Unknown);
        }
        let days = self.from.zip(self.until);
        if days.is_some_and(|(from, until)| until < from) {
            invalid.push("until", Reason::EndBeforeStart);
        }
        invalid.check()?;
        Ok(Filter {
            person: self.person.map(Into::into),
            subject: thing.flatten(),
            act: self.act,
            rule: rule.flatten(),
            outcome: self.outcome,
            from: self.from,
            until: self.until,
        })
    }
}

pub(super) struct AuditApi;

#[OpenApi(tag = "Tag::Audit")]
impl AuditApi {
    /// The entries that fit, the newest first. To look at them is an entry itself.
    #[oai(
        path = "/audit/entries",
        method = "get",
        operation_id = "listAuditEntries"
    )]
    #[expect(
        clippy::too_many_arguments,
        reason = "a parameter for each way to narrow the search"
    )]
    async fn list(
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
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<AuditEntry>>> {
        let wanted = Wanted {
            person: person.0,
            subject: subject.0,
            act: act.0,
            rule: rule.0,
            outcome: outcome.0,
            from: from.0,
            until: until.0,
        };
        let after = after.0.as_deref().map(Cursor::from_outside);
        let filter = wanted.filter()?;
        let found = yakusho_audit::search(&visit.cx, &filter, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(found.into_inner(), AuditEntry::from)))
    }

    /// One entry.
    #[oai(
        path = "/audit/entries/:id",
        method = "get",
        operation_id = "getAuditEntry"
    )]
    async fn entry(&self, visit: Visit, id: Path<Uuid>) -> Answer<Json<AuditEntry>> {
        let entry = yakusho_audit::entry(&visit.cx, id.0).await?;
        Ok(Json(entry.into_inner().into()))
    }
}

/// The trail as CSV.
#[derive(ApiResponse)]
enum Export {
    /// UTF-8 with a byte order mark and headings in the reader's language, times by the clock on the wall, the newest
    /// entry first.
    #[oai(status = 200, content_type = "text/csv; charset=utf-8")]
    Csv(Binary<Body>),
}

pub(super) struct AuditExportApi(pub(super) Arc<Sources>);

#[OpenApi(tag = "Tag::Audit")]
impl AuditExportApi {
    /// The entries that fit, as CSV. To take them out is an entry itself.
    #[oai(path = "/audit/export", method = "get", operation_id = "exportAudit")]
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
        let response = csv(&visit, &self.0, wanted.filter()?).await?;
        Ok(Export::Csv(Binary(response.into_body())))
    }
}
