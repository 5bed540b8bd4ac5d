//! Who develops and maintains systems, for other programs.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::Date;
use uuid::Uuid;
use yakusho_compliance::inventory::{self, Manager};
use yakusho_webkit::json::{Limit, Listed, place};
use yakusho_webkit::{Access, Answer, Routes, Visit};

use crate::forms::Tag;

pub(super) fn routes() -> Routes {
    Routes::new().api(Access::User, ManagerApi)
}

/// Who develops and maintains a system from a day on.
#[derive(Debug, Object)]
struct ManagerItem {
    id: Uuid,
    section: Uuid,
    from: Date,
    /// The sections that agreed on it.
    agreed: Vec<Uuid>,
    /// In RFC 3339.
    recorded_at: String,
    /// When another was recorded for the same days, in RFC 3339.
    #[oai(skip_serializing_if_is_none)]
    superseded_at: Option<String>,
}

impl From<Manager> for ManagerItem {
    fn from(one: Manager) -> Self {
        Self {
            id: one.id.into(),
            section: one.section.into(),
            from: one.from,
            agreed: one.agreed.into_iter().map(Into::into).collect(),
            recorded_at: one.recorded_at.to_string(),
            superseded_at: one.superseded_at.map(|at| at.to_string()),
        }
    }
}

struct ManagerApi;

#[OpenApi(tag = "Tag::Forms")]
impl ManagerApi {
    /// Who was recorded to develop and maintain a system, the last first.
    #[oai(
        path = "/systems/:id/managers",
        method = "get",
        operation_id = "listSystemManagers"
    )]
    async fn list(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// Where the page begins.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<ManagerItem>>> {
        let system = inventory::system(&visit.cx, id.0.into()).await?.id;
        let after = place(after.as_deref());
        let found = inventory::managers(&visit.cx, system, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(found, ManagerItem::from)))
    }
}
