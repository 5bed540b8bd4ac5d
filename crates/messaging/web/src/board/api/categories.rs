//! Categories: those that one may read, and all of them for whoever sets them.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use uuid::Uuid;
use yakusho_kernel::{Invalid, Page};
use yakusho_messaging::board::{self, Approval, Category, CategoryForm, ShelfRow};
use yakusho_messaging::text::Label;
use yakusho_webkit::{Answer, Visit};

use super::Tag;
use crate::json::{AudienceItem, Done, Limit, Listed, WrittenItem, known, place};

/// A category of the board.
#[derive(Debug, Object)]
struct CategoryItem {
    id: Uuid,
    /// Its name, in the reader's language.
    name: String,
    /// Whether one may post to it.
    writable: bool,
    /// How many of its posts one has not read.
    unread: u64,
}

/// What is set of a category.
#[derive(Debug, Object)]
struct CategoryWanted {
    name_ja: String,
    /// The Japanese name stands in for it where it is empty.
    #[oai(default)]
    name_en: String,
    /// Its place among the categories, from the top.
    #[oai(default)]
    position: i32,
    readers: AudienceItem,
    writers: AudienceItem,
    /// Whether its posts may take comments.
    #[oai(default)]
    comments: bool,
    /// `none`, `section_head`, or the id of a role; `none` unless told.
    approval: Option<String>,
    /// Whether it takes no new posts.
    #[oai(default)]
    closed: bool,
}

/// A category with what is set of it.
#[derive(Debug, Object)]
struct CategorySet {
    id: Uuid,
    /// To be given back with a change.
    revision: i32,
    settings: CategoryWanted,
}

/// A category to be changed.
#[derive(Debug, Object)]
struct CategoryChange {
    /// As it was read.
    revision: i32,
    settings: CategoryWanted,
}

impl From<Category> for CategorySet {
    fn from(category: Category) -> Self {
        let settings = category.settings;
        Self {
            id: category.id.into(),
            revision: category.revision,
            settings: CategoryWanted {
                name_ja: settings.name_ja.into_inner(),
                name_en: settings.name_en.map_or_else(String::new, Label::into_inner),
                position: settings.position,
                readers: settings.readers.into(),
                writers: settings.writers.into(),
                comments: settings.comments,
                approval: Some(settings.approval.code().to_owned()),
                closed: settings.closed,
            },
        }
    }
}

impl CategoryWanted {
    fn form(self) -> Result<CategoryForm, Invalid> {
        let approval = known("approval", self.approval.as_deref(), Approval::from_code)?;
        Ok(CategoryForm {
            name_ja: self.name_ja,
            name_en: self.name_en,
            position: self.position,
            readers: self.readers.into(),
            writers: self.writers.into(),
            comments: self.comments,
            approval: approval.unwrap_or_default(),
            closed: self.closed,
        })
    }
}

pub(super) struct CategoryApi;

#[OpenApi(tag = "Tag::Board")]
impl CategoryApi {
    /// The categories that one may read, in order.
    #[oai(
        path = "/board/categories",
        method = "get",
        operation_id = "listBoardCategories"
    )]
    async fn categories(
        &self,
        visit: Visit,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<CategoryItem>>> {
        let shelves = board::overview(&visit.cx).await?;
        let item = |shelf: ShelfRow| CategoryItem {
            id: shelf.category.id.into(),
            name: shelf.category.name(visit.lang).to_owned(),
            writable: shelf.writable,
            unread: shelf.unread,
        };
        let after = place(after.as_deref());
        let name = |shelf: &ShelfRow| shelf.category.id;
        let page = Page::among(shelves, after.as_ref(), limit.size(), name)?;
        Ok(Json(Listed::of(page, item)))
    }

    /// Every category there is, with what is set of it.
    #[oai(
        path = "/board/category-settings",
        method = "get",
        operation_id = "listBoardCategorySettings"
    )]
    async fn list(
        &self,
        visit: Visit,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<CategorySet>>> {
        let after = place(after.as_deref());
        let all = board::all_categories(&visit.cx).await?;
        let page = Page::among(all, after.as_ref(), limit.size(), |one| one.id)?;
        Ok(Json(Listed::of(page, CategorySet::from)))
    }

    /// Adds a category.
    #[oai(
        path = "/board/categories",
        method = "post",
        operation_id = "addBoardCategory"
    )]
    async fn add(&self, visit: Visit, wanted: Json<CategoryWanted>) -> Answer<Json<WrittenItem>> {
        let id = *board::add_category(&visit.cx, wanted.0.form()?).await?;
        Ok(WrittenItem::of(id))
    }

    /// Changes a category.
    #[oai(
        path = "/board/categories/:id",
        method = "put",
        operation_id = "changeBoardCategory"
    )]
    async fn change(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        change: Json<CategoryChange>,
    ) -> Answer<Done> {
        let CategoryChange { revision, settings } = change.0;
        let _ = board::change_category(&visit.cx, id.0.into(), revision, settings.form()?).await?;
        Ok(Done::Done)
    }
}
