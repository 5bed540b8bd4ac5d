//! Groups as JSON.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};
use uuid::Uuid;
use yakusho_accounts::group::{self, Group, GroupDraft, GroupId, GroupRow};
use yakusho_kernel::{Cursor, Invalid, Reason};
use yakusho_webkit::{Answer, Visit};

use super::members;
use crate::json::{Done, Limit, Listed};
use crate::me::Tag;

/// A group without its members.
#[derive(Object)]
struct GroupItem {
    id: Uuid,
    name: String,
    /// Whose it is.
    owner: Uuid,
    /// The unit that it is shared with; its owner's alone if none.
    #[oai(skip_serializing_if_is_none)]
    unit: Option<Uuid>,
    /// To be sent back with a change.
    revision: i32,
}

/// A group with its members.
#[derive(Object)]
struct GroupDetail {
    group: GroupItem,
    /// Whom it names: `person:…`, `post:…`, `unit:…` (with those below), `group:…`.
    members: Vec<String>,
}

/// A group to be kept.
#[derive(Object)]
struct GroupWanted {
    #[oai(validator(max_length = 1000))]
    name: String,
    /// The unit that it is shared with; its owner's alone if none.
    unit: Option<Uuid>,
    /// Whom it names: `person:…`, `post:…`, `unit:…` (with those below), `group:…`.
    #[oai(validator(max_items = 2000))]
    members: Vec<String>,
}

/// A change of a group.
#[derive(Object)]
struct GroupChange {
    /// That of the group as it was read.
    revision: i32,
    group: GroupWanted,
}

/// That a group was made.
#[derive(ApiResponse)]
enum Made {
    /// Made.
    #[oai(status = 201)]
    Made(Json<GroupDetail>),
}

impl From<GroupRow> for GroupItem {
    fn from(row: GroupRow) -> Self {
        Self {
            id: row.id.into(),
            name: row.name,
            owner: row.owner.into(),
            unit: row.unit.map(Into::into),
            revision: row.revision,
        }
    }
}

impl From<Group> for GroupDetail {
    fn from(group: Group) -> Self {
        let members = group.members.into_iter().map(members::code);
        Self {
            group: group.row.into(),
            members: members.collect(),
        }
    }
}

impl TryFrom<GroupWanted> for GroupDraft {
    type Error = Invalid;

    fn try_from(wanted: GroupWanted) -> Result<Self, Invalid> {
        let members: Option<_> = wanted
            .members
            .iter()
            .map(|code| members::parse(code))
            .collect();
        Ok(Self {
            name: wanted.name,
            unit: wanted.unit.map(Into::into),
            members: members.ok_or_else(|| Invalid::field("members", Reason::Malformed))?,
        })
    }
}

/// Groups of one's own, and those shared with one's units.
pub(super) struct GroupsApi;

#[OpenApi(tag = "Tag::Me")]
impl GroupsApi {
    /// The groups that one may use, by name.
    #[oai(path = "/me/groups", method = "get", operation_id = "listGroups")]
    async fn list(
        &self,
        visit: Visit,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<GroupItem>>> {
        let after = after.0.as_deref().map(Cursor::from_outside);
        let page = group::list(&visit.cx, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(page, GroupItem::from)))
    }

    /// Makes a group.
    #[oai(path = "/me/groups", method = "post", operation_id = "makeGroup")]
    async fn make(&self, visit: Visit, body: Json<GroupWanted>) -> Answer<Made> {
        let id = group::make(&visit.cx, body.0.try_into()?)
            .await?
            .into_inner();
        let made = group::get(&visit.cx, id).await?;
        Ok(Made::Made(Json(made.into())))
    }

    /// A group with its members.
    #[oai(path = "/me/groups/:id", method = "get", operation_id = "getGroup")]
    async fn get(&self, visit: Visit, id: Path<Uuid>) -> Answer<Json<GroupDetail>> {
        let group = group::get(&visit.cx, id.0.into()).await?;
        Ok(Json(group.into()))
    }

    /// Changes a group.
    #[oai(path = "/me/groups/:id", method = "put", operation_id = "editGroup")]
    async fn edit(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        body: Json<GroupChange>,
    ) -> Answer<Json<GroupDetail>> {
        let id: GroupId = id.0.into();
        let GroupChange { revision, group } = body.0;
        group::edit(&visit.cx, id, revision, group.try_into()?)
            .await?
            .into_inner();
        let group = group::get(&visit.cx, id).await?;
        Ok(Json(group.into()))
    }

    /// Deletes a group.
    #[oai(
        path = "/me/groups/:id",
        method = "delete",
        operation_id = "deleteGroup"
    )]
    async fn delete(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// That of the group as it was read.
        revision: Query<i32>,
    ) -> Answer<Done> {
        group::delete(&visit.cx, id.0.into(), revision.0)
            .await?
            .into_inner();
        Ok(Done::Done)
    }
}
