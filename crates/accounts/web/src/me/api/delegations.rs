//! Standing in for others, as JSON.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Enum, Object, OpenApi};
use time::Date;
use uuid::Uuid;
use yakusho_accounts::delegation::{
    self, Concerning, DelegationRow, Duty, NewDelegation, Principal,
};
use yakusho_accounts::session;
use yakusho_kernel::{Invalid, Page, ProxyKind, Reason};
use yakusho_webkit::{Answer, Visit};

use super::Tag;
use crate::authenticator;
use crate::json::{Done, Limit, Listed, place};
use crate::me::delegations;

/// A legal kind of proxy.
#[derive(Clone, Copy, Enum)]
#[oai(rename_all = "snake_case")]
enum Proxy {
    /// 職務代理: acting in a post that is vacant or whose holder is absent.
    ActingForPost,
    /// 代決: deciding in place of the one who would.
    DecidingInPlace,
    /// 秘書代行: a secretary's doing.
    Secretary,
    /// 分担: duties of computing shared out to the head of a section.
    SharedDuties,
}

impl From<ProxyKind> for Proxy {
    fn from(kind: ProxyKind) -> Self {
        match kind {
            ProxyKind::ActingForPost => Self::ActingForPost,
            ProxyKind::DecidingInPlace => Self::DecidingInPlace,
            ProxyKind::Secretary => Self::Secretary,
            ProxyKind::SharedDuties => Self::SharedDuties,
        }
    }
}

impl From<Proxy> for ProxyKind {
    fn from(kind: Proxy) -> Self {
        match kind {
            Proxy::ActingForPost => Self::ActingForPost,
            Proxy::DecidingInPlace => Self::DecidingInPlace,
            Proxy::Secretary => Self::Secretary,
            Proxy::SharedDuties => Self::SharedDuties,
        }
    }
}

/// That somebody stands in for a person or a post.
#[derive(Object)]
struct DelegationItem {
    id: Uuid,
    /// To be sent back to end it.
    row: Uuid,
    kind: Proxy,
    /// The person for whom; none where it is for a post.
    #[oai(skip_serializing_if_is_none)]
    person: Option<Uuid>,
    /// The post for which; none where it is for a person.
    #[oai(skip_serializing_if_is_none)]
    post: Option<Uuid>,
    /// Who stands in.
    delegate: Uuid,
    /// The duties shared out; none for any other kind.
    duties: Vec<String>,
    /// The first day.
    first: Date,
    /// The last day; none for no end.
    #[oai(skip_serializing_if_is_none)]
    last: Option<Date>,
}

/// Somebody who is to stand in for oneself, or for a post.
#[derive(Object)]
struct DelegationWanted {
    kind: Proxy,
    /// The post for which; oneself if none.
    post: Option<Uuid>,
    /// Who is to stand in.
    delegate: Uuid,
    /// The duties shared out, for that kind alone.
    #[oai(default, validator(max_items = 10))]
    duties: Vec<String>,
    /// The first day.
    first: Date,
    /// The last day; none for no end.
    last: Option<Date>,
}

/// That a delegation was set up.
#[derive(ApiResponse)]
enum SetUp {
    /// Set up.
    #[oai(status = 201)]
    SetUp(Json<DelegationMade>),
}

/// A delegation that was just set up.
#[derive(Object)]
struct DelegationMade {
    id: Uuid,
}

/// Somebody on whose behalf one may act today.
#[derive(Object)]
struct BehalfItem {
    /// The one who is stood in for.
    person: Uuid,
    kind: Proxy,
}

/// On whose behalf one acts from now on.
#[derive(Object)]
struct Acting {
    /// The one who is stood in for; oneself if none.
    person: Option<Uuid>,
    /// By which kind of proxy; to be said with a person.
    kind: Option<Proxy>,
}

impl From<DelegationRow> for DelegationItem {
    fn from(row: DelegationRow) -> Self {
        let what = row.delegation;
        let (person, post) = match what.principal {
            Principal::Person(id) => (Some(id.into()), None),
            Principal::Post(id) => (None, Some(id.into())),
        };
        Self {
            id: row.id.into(),
            row: row.row.into(),
            kind: what.kind.into(),
            person,
            post,
            delegate: what.delegate.into(),
            duties: what
                .duties
                .iter()
                .map(|duty| duty.code().to_owned())
                .collect(),
            first: row.days.first(),
            last: row.days.last(),
        }
    }
}

/// Who stands in for whom.
pub(super) struct DelegationsApi;

#[OpenApi(tag = "Tag::Me")]
impl DelegationsApi {
    /// Who stands in for oneself and one's posts, and for whom one stands in, today or later.
    #[oai(
        path = "/me/delegations",
        method = "get",
        operation_id = "listDelegations"
    )]
    async fn list(
        &self,
        visit: Visit,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<DelegationItem>>> {
        let me = visit.me()?.standing.person;
        let (reader, today) = (visit.cx.reader(), visit.cx.today());
        let after = place(after.as_deref());
        let page = delegation::list(
            &reader,
            today,
            Concerning::Person(me),
            after.as_ref(),
            limit.size(),
        )
        .await?;
        Ok(Json(Listed::of(page, DelegationItem::from)))
    }

    /// Has somebody stand in.
    #[oai(
        path = "/me/delegations",
        method = "post",
        operation_id = "setUpDelegation"
    )]
    async fn set_up(&self, visit: Visit, body: Json<DelegationWanted>) -> Answer<SetUp> {
        let me = visit.me()?.standing.person;
        let wanted = body.0;
        let duties: Option<_> = wanted
            .duties
            .iter()
            .map(|code| Duty::from_code(code))
            .collect();
        let new = NewDelegation {
            kind: wanted.kind.into(),
            principal: wanted
                .post
                .map_or(Principal::Person(me), |post| Principal::Post(post.into())),
            delegate: wanted.delegate.into(),
            duties: duties.ok_or_else(|| Invalid::field("duties", Reason::Unknown))?,
            first: wanted.first,
            last: wanted.last,
        };
        let id = delegation::set_up(&visit.cx, new)
            .await?
            .into_inner()
            .into();
        Ok(SetUp::SetUp(Json(DelegationMade { id })))
    }

    /// Ends it at once.
    #[oai(
        path = "/me/delegations/:id",
        method = "delete",
        operation_id = "endDelegation"
    )]
    async fn end(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// The `row` of the delegation as it was read.
        row: Query<Uuid>,
    ) -> Answer<Done> {
        delegation::revoke(&visit.cx, id.0.into(), row.0.into())
            .await?
            .into_inner();
        Ok(Done::Done)
    }

    /// Those on whose behalf one may act today.
    #[oai(path = "/me/behalves", method = "get", operation_id = "listBehalves")]
    async fn behalves(
        &self,
        visit: Visit,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<BehalfItem>>> {
        let me = visit.me()?.standing.person;
        let behalves = delegation::behalves(&visit.cx.reader(), me, visit.cx.today()).await?;
        let behalves = behalves
            .into_iter()
            .filter_map(|behalf| Some((behalf.delegation, behalf.person?, behalf.kind)));
        let after = place(after.as_deref());
        let page = Page::among(behalves, after.as_ref(), limit.size(), |(id, ..)| *id)?;
        Ok(Json(Listed::of(page, |(_, person, kind)| BehalfItem {
            person: person.into(),
            kind: kind.into(),
        })))
    }

    /// Acts on somebody's behalf in this session from now on, or for oneself again.
    #[oai(path = "/me/acting", method = "put", operation_id = "act")]
    async fn act(&self, visit: Visit, body: Json<Acting>) -> Answer<Done> {
        let session = authenticator::session(&visit)?;
        let Acting { person, kind } = body.0;
        let whom = delegations::whom(person.map(Into::into), kind.map(Into::into))?;
        session::act_for(&visit.cx, session, whom)
            .await?
            .into_inner();
        Ok(Done::Done)
    }
}
