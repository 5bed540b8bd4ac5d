//! Pledges as JSON.

use poem_openapi::param::Query;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::{Date, OffsetDateTime};
use uuid::Uuid;
use yakusho_compliance::pledge::{self, NewText, Occasion, Pledge, PledgeKind, Pledged};
use yakusho_kernel::{Invalid, Page, Reason};
use yakusho_webkit::json::{Limit, Listed, Made, known, place};
use yakusho_webkit::{Access, Answer, Routes, Visit};

use crate::forms::Tag;

pub(super) fn routes() -> Routes {
    Routes::new().api(Access::User, PledgesApi)
}

/// What one is asked to pledge.
#[derive(Debug, Object)]
struct AskedItem {
    /// The version of the text: to be pledged by this id.
    text: Uuid,
    /// `secrecy`, `observance`.
    kind: String,
    /// `start`, `leaving`.
    occasion: String,
    version: i32,
    body: String,
    /// The SHA-256 of the text.
    sha256: String,
    /// One's last day, where one is about to leave.
    #[oai(skip_serializing_if_is_none)]
    last: Option<Date>,
    /// When one pledged it.
    #[oai(skip_serializing_if_is_none)]
    given_at: Option<OffsetDateTime>,
}

impl From<Pledged> for AskedItem {
    fn from(one: Pledged) -> Self {
        Self {
            text: one.text.id.into(),
            kind: one.text.kind.code().to_owned(),
            occasion: one.occasion.code().to_owned(),
            version: one.text.version,
            body: one.text.body,
            sha256: one.text.digest,
            last: one.last,
            given_at: one.given.map(|given| given.at.utc()),
        }
    }
}

/// A pledge that somebody gave.
#[derive(Debug, Object)]
struct PledgeItem {
    id: Uuid,
    text: Uuid,
    kind: String,
    occasion: String,
    version: i32,
    sha256: String,
    person: Uuid,
    name: String,
    given_at: OffsetDateTime,
}

impl From<Pledge> for PledgeItem {
    fn from(one: Pledge) -> Self {
        Self {
            id: one.id.into(),
            text: one.text.into(),
            kind: one.kind.code().to_owned(),
            occasion: one.occasion.code().to_owned(),
            version: one.version,
            sha256: one.digest,
            person: one.person.into(),
            name: one.name,
            given_at: one.at.utc(),
        }
    }
}

/// That one pledges a text.
#[derive(Debug, Object)]
struct GivePledge {
    text: Uuid,
    /// `start` unless told; `leaving` before one leaves.
    occasion: Option<String>,
}

/// A version of what is pledged, to be set.
#[derive(Debug, Object)]
struct NewPledgeText {
    /// `secrecy`, `observance`.
    kind: String,
    effective_on: Date,
    body: String,
}

struct PledgesApi;

#[OpenApi(tag = "Tag::Forms")]
impl PledgesApi {
    /// What one is asked to pledge, given or not.
    #[oai(path = "/pledges", method = "get", operation_id = "listMyPledges")]
    async fn asked(
        &self,
        visit: Visit,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<AskedItem>>> {
        let after = place(after.as_deref());
        let asked = pledge::asked(&visit.cx).await?;
        let name = |one: &Pledged| (one.text.id, one.occasion.code().to_owned());
        let page = Page::among(asked, after.as_ref(), limit.size(), name)?;
        Ok(Json(Listed::of(page, AskedItem::from)))
    }

    /// Pledges the version in force.
    #[oai(path = "/pledges", method = "post", operation_id = "givePledge")]
    async fn give(&self, visit: Visit, given: Json<GivePledge>) -> Answer<Made> {
        let GivePledge { text, occasion } = given.0;
        let occasion = known("occasion", occasion.as_deref(), Occasion::from_code)?;
        let occasion = occasion.unwrap_or(Occasion::Start);
        let id = pledge::give(&visit.cx, text.into(), occasion).await?;
        Ok(Made::of(*id))
    }

    /// What everybody pledged, the last first: for those who look after the whole.
    #[oai(path = "/pledges/given", method = "get", operation_id = "listPledges")]
    async fn given(
        &self,
        visit: Visit,
        /// Where the page begins.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<PledgeItem>>> {
        let after = place(after.as_deref());
        let listed = pledge::given(&visit.cx, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(listed, PledgeItem::from)))
    }

    /// Sets another version of what is pledged.
    #[oai(
        path = "/pledges/texts",
        method = "post",
        operation_id = "setPledgeText"
    )]
    async fn publish(&self, visit: Visit, new: Json<NewPledgeText>) -> Answer<Made> {
        let new = new.0;
        let kind = known("kind", Some(&*new.kind), PledgeKind::from_code)?;
        let new = NewText {
            kind: kind.ok_or_else(|| Invalid::field("kind", Reason::Required))?,
            effective_on: new.effective_on,
            body: new.body,
        };
        let id = pledge::publish(&visit.cx, new).await?;
        Ok(Made::of(*id))
    }
}
