//! Units and their posts.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Enum, Object, OpenApi};
use time::Date;
use uuid::Uuid;
use yakusho_accounts::organisation::{self, Post, Unit};
use yakusho_kernel::Fault;
use yakusho_regulation::{SectionTag, UnitRank};
use yakusho_webkit::{Answer, Visit};

use super::{Ending, Record, Tag, page};
use crate::json::{Done, Limit, Listed, Made};
use crate::orders::Elsewhere;
use crate::organisation_admin::act::go_agreed;

/// The rank of a unit.
#[derive(Clone, Copy, Debug, Enum)]
#[oai(rename = "UnitRank", rename_all = "snake_case")]
enum RankView {
    /// 部, and what ranks as one.
    Department,
    /// 課・室, and what ranks as one.
    Section,
    /// 係, and what ranks as one.
    Unit,
}

/// What a unit is marked with.
#[derive(Clone, Copy, Debug, Enum)]
#[oai(rename = "SectionTag", rename_all = "snake_case")]
enum TagView {
    /// It processes personal information by computer.
    PersonalInformation,
}

/// What a unit is on a day.
#[derive(Debug, Object)]
#[oai(rename = "UnitContent")]
struct UnitView {
    /// The code that personnel orders call it by: 1 to 20 characters.
    code: String,
    /// Its name: 1 to 100 characters.
    name: String,
    /// Its rank.
    rank: RankView,
    /// The unit that it is in; none at the top.
    #[oai(skip_serializing_if_is_none)]
    parent: Option<Uuid>,
    /// Its place among its neighbours, the smallest first.
    position: i32,
    /// What it is marked with.
    #[oai(default)]
    tags: Vec<TagView>,
}

/// A unit to be founded.
#[derive(Debug, Object)]
struct FoundedUnit {
    /// The first day.
    from: Date,
    /// What it is.
    unit: UnitView,
    /// Whether it may leave a role, or something else, without a holder.
    #[oai(default)]
    agreed: bool,
}

/// A unit that is to be otherwise.
#[derive(Debug, Object)]
struct UnitChange {
    /// The record that was read.
    row: Uuid,
    /// The first day on which it is otherwise.
    from: Date,
    /// What it is then.
    unit: UnitView,
    /// Whether it may leave a role, or something else, without a holder.
    #[oai(default)]
    agreed: bool,
}

/// What a post is on a day.
#[derive(Debug, Object)]
#[oai(rename = "PostContent")]
struct PostView {
    /// The unit that it is in.
    unit: Uuid,
    /// Its title: 1 to 100 characters.
    title: String,
    /// Whether it is the head of its unit.
    head: bool,
    /// Its rank, 1 (the highest) to 99.
    rank: i16,
    /// Its place among the posts of its unit, the smallest first.
    position: i32,
}

/// A post to be founded.
#[derive(Debug, Object)]
struct FoundedPost {
    /// The first day.
    from: Date,
    /// What it is.
    post: PostView,
    /// Whether it may leave a role, or something else, without a holder.
    #[oai(default)]
    agreed: bool,
}

/// A post that is to be otherwise.
#[derive(Debug, Object)]
struct PostChange {
    /// The record that was read.
    row: Uuid,
    /// The first day on which it is otherwise.
    from: Date,
    /// What it is then.
    post: PostView,
    /// Whether it may leave a role, or something else, without a holder.
    #[oai(default)]
    agreed: bool,
}

impl From<UnitView> for Unit {
    fn from(view: UnitView) -> Self {
        let tags = view.tags.into_iter().map(|tag| match tag {
            TagView::PersonalInformation => SectionTag::PersonalInformation,
        });
        Self {
            code: view.code,
            name: view.name,
            rank: match view.rank {
                RankView::Department => UnitRank::Department,
                RankView::Section => UnitRank::Section,
                RankView::Unit => UnitRank::Unit,
            },
            parent: view.parent.map(Into::into),
            position: view.position,
            tags: tags.collect(),
        }
    }
}

impl From<Unit> for UnitView {
    fn from(unit: Unit) -> Self {
        let tags = unit.tags.into_iter().map(|tag| match tag {
            SectionTag::PersonalInformation => TagView::PersonalInformation,
        });
        Self {
            code: unit.code,
            name: unit.name,
            rank: match unit.rank {
                UnitRank::Department => RankView::Department,
                UnitRank::Section => RankView::Section,
                UnitRank::Unit => RankView::Unit,
            },
            parent: unit.parent.map(Into::into),
            position: unit.position,
            tags: tags.collect(),
        }
    }
}

impl From<PostView> for Post {
    fn from(view: PostView) -> Self {
        Self {
            unit: view.unit.into(),
            title: view.title,
            head: view.head,
            rank: view.rank,
            position: view.position,
        }
    }
}

impl From<Post> for PostView {
    fn from(post: Post) -> Self {
        Self {
            unit: post.unit.into(),
            title: post.title,
            head: post.head,
            rank: post.rank,
            position: post.position,
        }
    }
}

/// Units and posts, edited by the system administrator.
pub(in crate::organisation_admin) struct UnitsApi(pub(in crate::organisation_admin) Elsewhere);

#[OpenApi(tag = "Tag::Organisation")]
impl UnitsApi {
    /// Founds a unit, from a day on.
    #[oai(path = "/units", method = "post", operation_id = "foundUnit")]
    async fn found(&self, visit: Visit, new: Json<FoundedUnit>) -> Answer<Made> {
        let FoundedUnit { from, unit, agreed } = new.0;
        let edit = organisation::found_unit(&visit.cx, from, unit.into()).await?;
        Ok(Made::of(go_agreed(&visit, &self.0, agreed, edit).await?))
    }

    /// Has a unit be otherwise, from a day on.
    #[oai(path = "/units/:id", method = "put", operation_id = "editUnit")]
    async fn edit(&self, visit: Visit, id: Path<Uuid>, edit: Json<UnitChange>) -> Answer<Done> {
        let UnitChange {
            row,
            from,
            unit,
            agreed,
        } = edit.0;
        let (id, row) = (id.0.into(), row.into());
        let edit = organisation::edit_unit(&visit.cx, id, row, from, unit.into()).await?;
        go_agreed(&visit, &self.0, agreed, edit).await?;
        Ok(Done::Done)
    }

    /// Closes a unit with its posts, from a day on.
    #[oai(
        path = "/units/:id/closing",
        method = "post",
        operation_id = "closeUnit"
    )]
    async fn close(&self, visit: Visit, id: Path<Uuid>, ending: Json<Ending>) -> Answer<Done> {
        let Ending { row, from, agreed } = ending.0;
        let edit = organisation::close_unit(&visit.cx, id.0.into(), row.into(), from).await?;
        go_agreed(&visit, &self.0, agreed, edit).await?;
        Ok(Done::Done)
    }

    /// Everything that was ever recorded of a unit.
    #[oai(
        path = "/units/:id/records",
        method = "get",
        operation_id = "listUnitRecords"
    )]
    async fn records(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<Record<UnitView>>>> {
        let records = organisation::unit_history(&visit.cx.reader(), id.0.into()).await?;
        if records.is_empty() {
            return Err(Fault::NotFound.into());
        }
        let records = records.into_iter().map(|record| record.map(UnitView::from));
        page(records, after.as_deref(), *limit)
    }

    /// Founds a post, from a day on.
    #[oai(path = "/posts", method = "post", operation_id = "foundPost")]
    async fn found_post(&self, visit: Visit, new: Json<FoundedPost>) -> Answer<Made> {
        let FoundedPost { from, post, agreed } = new.0;
        let edit = organisation::found_post(&visit.cx, from, post.into()).await?;
        Ok(Made::of(go_agreed(&visit, &self.0, agreed, edit).await?))
    }

    /// Has a post be otherwise, from a day on.
    #[oai(path = "/posts/:id", method = "put", operation_id = "editPost")]
    async fn edit_post(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        edit: Json<PostChange>,
    ) -> Answer<Done> {
        let PostChange {
            row,
            from,
            post,
            agreed,
        } = edit.0;
        let (id, row) = (id.0.into(), row.into());
        let edit = organisation::edit_post(&visit.cx, id, row, from, post.into()).await?;
        go_agreed(&visit, &self.0, agreed, edit).await?;
        Ok(Done::Done)
    }

    /// Closes a post, from a day on.
    #[oai(
        path = "/posts/:id/closing",
        method = "post",
        operation_id = "closePost"
    )]
    async fn close_post(&self, visit: Visit, id: Path<Uuid>, ending: Json<Ending>) -> Answer<Done> {
        let Ending { row, from, agreed } = ending.0;
        let edit = organisation::close_post(&visit.cx, id.0.into(), row.into(), from).await?;
        go_agreed(&visit, &self.0, agreed, edit).await?;
        Ok(Done::Done)
    }

    /// Everything that was ever recorded of a post.
    #[oai(
        path = "/posts/:id/records",
        method = "get",
        operation_id = "listPostRecords"
    )]
    async fn post_records(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<Record<PostView>>>> {
        let records = organisation::post_history(&visit.cx.reader(), id.0.into()).await?;
        if records.is_empty() {
            return Err(Fault::NotFound.into());
        }
        let records = records.into_iter().map(|record| record.map(PostView::from));
        page(records, after.as_deref(), *limit)
    }
}
