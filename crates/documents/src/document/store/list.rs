//! Lists of documents: one query each, whatever the view.

use sea_orm::prelude::Json;
use sea_orm::sea_query::{Condition, Expr, ExprTrait as _, Func, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait as _, FromQueryResult};
use time::Date;
use yakusho_attachments::Attachment;
use yakusho_kernel::stored::{from_json, known};
use yakusho_kernel::{DbError, PersonId, Reading, Timestamp, UnitId};

use super::document::{lock, number, removal};
use crate::cabinet::policy::Reach;
use crate::cabinet::store::seen_in;
use crate::cabinet::{FolderId, Level};
use crate::document::model::{Category, DocumentId, DocumentRow, Filter, State, View};

const COLUMNS: [&str; 22] = [
    "id",
    "folder",
    "title",
    "category",
    "state",
    "fiscal_year",
    "retention",
    "numbered_by",
    "numbered_as",
    "number",
    "valid_until",
    "review_on",
    "files",
    "locked_by",
    "locked_at",
    "locked_until",
    "changed_at",
    "removed_at",
    "removed_by",
    "removed_reason",
    "version",
    "revision",
];

#[derive(FromQueryResult)]
struct Row {
    id: DocumentId,
    folder: FolderId,
    folder_name: String,
    title: String,
    category: String,
    state: String,
    fiscal_year: i32,
    numbered_by: Option<UnitId>,
    numbered_as: Option<String>,
    number: Option<i32>,
    valid_until: Option<Date>,
    review_on: Option<Date>,
    files: Json,
    locked_by: Option<PersonId>,
    locked_at: Option<Timestamp>,
    locked_until: Option<Timestamp>,
    changed_at: Timestamp,
    removed_at: Option<Timestamp>,
    removed_by: Option<PersonId>,
    removed_reason: Option<String>,
}

impl Row {
    fn seen(self, now: Timestamp) -> Result<DocumentRow, DbError> {
        let lock = lock(self.locked_by, self.locked_at, self.locked_until);
        Ok(DocumentRow {
            id: self.id,
            folder: self.folder,
            folder_name: self.folder_name,
            title: self.title,
            category: known(&self.category, Category::from_code)?,
            state: known(&self.state, State::from_code)?,
            fiscal_year: self.fiscal_year,
            number: number(self.numbered_by, self.numbered_as, self.number),
            valid_until: self.valid_until,
            review_on: self.review_on,
            files: from_json::<Vec<Attachment>>(self.files)?.len(),
            lock: lock.filter(|lock| lock.until > now),
            changed_at: self.changed_at,
            removal: removal(self.removed_at, self.removed_by, self.removed_reason),
        })
    }
}

fn document(column: &'static str) -> Expr {
    Expr::col(("d", column))
}

/// Who looks at a list, and when.
pub(crate) struct Whose<'a> {
    pub(crate) reach: &'a Reach,
    /// As whom they read: themselves, or the one whom they stand in for.
    pub(crate) reader: PersonId,
    /// Who is signed in.
    pub(crate) hand: PersonId,
    pub(crate) now: Timestamp,
}

impl Whose<'_> {
    /// What lies in folders where the actor has at least that right.
    fn has(&self, level: Level) -> Condition {
        let mut places = seen_in(self.reach);
        let levels = Level::ALL.iter().filter(|one| **one >= level);
        places.and_where(Expr::col("level").is_in(levels.map(|one| one.code())));
        Condition::all().add(Expr::col(("f", "rights")).in_subquery(places))
    }

    /// What of all documents the view shows.
    fn shown(&self, view: View) -> Condition {
        let state = |state: State| document("state").eq(state.code());
        let own = document("author").eq(self.reader);
        let draft = state(State::Draft).and(own);
        let public = [State::Registered, State::Removed].map(State::code);
        let public = document("state").is_in(public);
        let today = self.now.date();
        match view {
            View::Folder(folder) => self
                .has(Level::Read)
                .add(document("folder").eq(folder))
                .add(public.or(draft)),
            View::All => self.has(Level::Read).add(state(State::Registered)),
            View::Drafts => self.has(Level::Read).add(draft),
            View::Locked => self
                .has(Level::Read)
                .add(document("locked_by").eq(self.hand))
                .add(document("locked_until").gt(self.now)),
            View::Stale => self
                .has(Level::Write)
                .add(state(State::Registered))
                .add(document("review_on").lte(today)),
            View::Expired => self.has(Level::Manage).add(public).add(expired(today)),
        }
    }
}

/// What is kept no longer on that day.
fn expired(today: Date) -> Condition {
    use crate::document::model::{Retention, kept_until};
    use yakusho_koyomi::FiscalYear;
    let year = FiscalYear::of(today).year();
    let classes = Retention::ALL.iter().filter_map(|class| {
        let years = class.years()?;
        // The last fiscal year of which what is of that class is kept no longer.
        let last = year - years - 1;
        debug_assert!(kept_until(last, *class).is_some_and(|until| until < today));
        let retention = document("retention").eq(class.code());
        Some(retention.and(document("fiscal_year").lte(last)))
    });
    classes.fold(Condition::any(), Condition::add)
}

fn filtered(filter: &Filter) -> Condition {
    // A tag stands in the JSON of all of them, in quotes.
    let tag = filter.tag.as_ref().map(|tag| {
        let quoted = serde_json::Value::from(tag.as_str()).to_string();
        let pattern = format!("%{}%", escaped(&quoted));
        let tags = Func::cast_as(document("tags"), "text");
        Expr::from(tags).like(sea_orm::sea_query::LikeExpr::new(pattern).escape('!'))
    });
    let category = filter
        .category
        .map(|category| document("category").eq(category.code()));
    Condition::all()
        .add_option(category)
        .add_option(
            filter
                .fiscal_year
                .map(|year| document("fiscal_year").eq(year)),
        )
        .add_option(tag)
}

fn escaped(text: &str) -> String {
    text.replace('!', "!!")
        .replace('%', "!%")
        .replace('_', "!_")
}

fn documents() -> SelectStatement {
    Query::select()
        .columns(COLUMNS.map(|column| ("d", column)))
        .expr_as(Expr::col(("f", "name")), "folder_name")
        .from_as("documents", "d")
        .join_as(
            sea_orm::JoinType::InnerJoin,
            "document_folders",
            "f",
            Expr::col(("f", "id")).equals(("d", "folder")),
        )
        .take()
}

/// The rows of a view after a place in it, at most `size`, those changed last first.
pub(crate) async fn page(
    on: &impl Reading,
    whose: &Whose<'_>,
    view: View,
    filter: &Filter,
    after: Option<(Timestamp, DocumentId)>,
    size: usize,
) -> Result<Vec<DocumentRow>, DbError> {
    let mut page = documents();
    page.cond_where(whose.shown(view))
        .cond_where(filtered(filter))
        .order_by(("d", "changed_at"), Order::Desc)
        .order_by(("d", "id"), Order::Desc)
        .limit(size as u64);
    if let Some((at, id)) = after {
        let same = document("changed_at").eq(at).and(document("id").lt(id));
        page.and_where(document("changed_at").lt(at).or(same));
    }
    let found = on.conn().query_all(&page).await?;
    found
        .iter()
        .map(|row| Row::from_query_result(row, "")?.seen(whose.now))
        .collect()
}
