//! Who does the work on systems and bears its cost, for other programs.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::Date;
use uuid::Uuid;
use yakusho_compliance::division::{self, Division, Part};
use yakusho_webkit::json::{Limit, Listed, place};
use yakusho_webkit::{Access, Answer, Routes, Visit};

use crate::forms::Tag;

pub(super) fn routes() -> Routes {
    Routes::new().api(Access::User, DivisionApi)
}

/// A section's part in a division.
#[derive(Debug, Object)]
struct PartItem {
    section: Uuid,
    /// Its share of a cost, in per cent.
    #[oai(skip_serializing_if_is_none)]
    share: Option<u32>,
}

impl From<Part> for PartItem {
    fn from(part: Part) -> Self {
        Self {
            section: part.section.into(),
            share: part.share,
        }
    }
}

/// Another division of the work on a system, or of its cost, that all four consented to.
#[derive(Debug, Object)]
struct DivisionItem {
    id: Uuid,
    /// `work`, `cost`.
    kind: String,
    /// The form that was granted, with the four consents.
    case: Uuid,
    from: Date,
    parts: Vec<PartItem>,
    text: String,
}

impl From<Division> for DivisionItem {
    fn from(one: Division) -> Self {
        Self {
            id: one.id.into(),
            kind: one.kind.code().to_owned(),
            case: one.case.into(),
            from: one.from,
            parts: one.parts.into_iter().map(PartItem::from).collect(),
            text: one.text,
        }
    }
}

struct DivisionApi;

#[OpenApi(tag = "Tag::Forms")]
impl DivisionApi {
    /// The other divisions of the work on a system and of its cost, the last granted first.
    #[oai(
        path = "/systems/:id/divisions",
        method = "get",
        operation_id = "listDivisions"
    )]
    async fn list(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// Where the page begins.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<DivisionItem>>> {
        let after = place(after.as_deref());
        let id = id.0.into();
        let found = division::of_system(&visit.cx, id, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(found, DivisionItem::from)))
    }
}
