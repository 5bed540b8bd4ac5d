//! Lists of posts: one query each, whatever the shelf.

use sea_orm::FromQueryResult;
use sea_orm::prelude::Json;
use sea_orm::sea_query::{
    Asterisk, Condition, Expr, ExprTrait as _, Order, Query, SelectStatement, UnionType,
};
use time::Date;
use yakusho_kernel::{DbError, Kind, PersonId, Prepared, Reading, Standing, Timestamp, UnitId};

use super::approval::{Deciding, awaiting, deciding};
use crate::board::model::{Asked, BoardPostId, CategoryId, PostRow, PostState, Shelf};
use crate::board::policy::Shelves;
use crate::{Removal, Words};
use yakusho_attachments::Attachment;
use yakusho_kernel::stored::{from_json, known};

/// The most posts that stand on top at once.
const MOST_PINNED: u64 = 20;

#[derive(FromQueryResult)]
struct Row {
    id: BoardPostId,
    author: PersonId,
    category: CategoryId,
    title: String,
    byline: String,
    section: Option<UnitId>,
    state: String,
    visible_from: Option<Timestamp>,
    ends_at: Option<Timestamp>,
    pinned_until: Option<Timestamp>,
    changed_at: Timestamp,
    files: Json,
    asks: bool,
    due: Option<Date>,
    material_version: i32,
    removed_at: Option<Timestamp>,
    removed_by: Option<PersonId>,
    removed_reason: Option<String>,
    read_at: Option<Timestamp>,
    read_version: Option<i32>,
    confirmed_at: Option<Timestamp>,
    on_top: bool,
}

const COLUMNS: [&str; 18] = [
    "id",
    "author",
    "category",
    "title",
    "byline",
    "section",
    "state",
    "visible_from",
    "ends_at",
    "pinned_until",
    "changed_at",
    "files",
    "asks",
    "due",
    "material_version",
    "removed_at",
    "removed_by",
    "removed_reason",
];

fn post(column: &'static str) -> Expr {
    Expr::col(("p", column))
}

fn read(column: &'static str) -> Expr {
    Expr::col(("r", column))
}

/// Posts, each with what that reader did with it.
pub(super) fn posts(reader: PersonId) -> SelectStatement {
    let own = Condition::all()
        .add(read("post").equals(("p", "id")))
        .add(read("person").eq(reader));
    let mut select = Query::select();
    select.from_as("board_posts", "p").join_as(
        sea_orm::JoinType::LeftJoin,
        "board_reads",
        "r",
        own,
    );
    select
}

/// The categories that somebody may read, up to when all of them count as read, and which of them do so further.
pub(crate) type Readable = (
    Vec<CategoryId>,
    Option<Timestamp>,
    Vec<(CategoryId, Timestamp)>,
);

pub(crate) fn readable(shelves: &Shelves) -> Readable {
    let least = shelves.iter().map(|shelf| shelf.read_upto).min();
    let further = shelves.iter().filter(|shelf| Some(shelf.read_upto) > least);
    (
        shelves.iter().map(|shelf| shelf.category.id).collect(),
        least,
        further
            .map(|shelf| (shelf.category.id, shelf.read_upto))
            .collect(),
    )
}

/// What others see now, in the categories that the reader may read.
pub(super) fn shown((categories, ..): &Readable, now: Timestamp) -> Condition {
    Condition::all()
        .add(post("category").is_in(categories.iter().copied()))
        .add(post("visible_from").lte(now))
        .add(post("ends_at").is_null().or(post("ends_at").gt(now)))
}

/// What the reader has neither read nor let count as read.
pub(super) fn unread((_, least, further): &Readable) -> Condition {
    let mut unread = Condition::all()
        .add(read("post").is_null())
        .add(post("state").eq(PostState::Published.code()))
        .add_option(least.map(|upto| post("visible_from").gt(upto)));
    for (category, upto) in further {
        let later = post("visible_from").gt(*upto);
        unread = unread.add(post("category").ne(*category).or(later));
    }
    unread
}

/// What asks the reader to confirm, and was not, or not as it stands now; whoever wrote it is not asked.
pub(super) fn owed(reader: PersonId) -> Condition {
    let state = PostState::Published.code();
    // Said, not bound: only so is it seen that the index of those that ask serves.
    let asks = Expr::col("asks").eq(Expr::Constant(true.into()));
    let asking = asks.and(Expr::col("state").eq(state));
    Condition::all()
        .add(few(asking))
        .add(post("author").ne(reader))
        .add(
            read("confirmed_at")
                .is_null()
                .or(read("version").lt(post("material_version"))),
        )
}

/// That a post is one of a few. Asked for by themselves they are found first, whatever else narrows the list down: a
/// database that only guesses how many they are would read all that are shown.
fn few(condition: Expr) -> Expr {
    let ids = Query::select()
        .column("id")
        .from("board_posts")
        .and_where(condition)
        .take();
    post("id").in_subquery(ids)
}

/// Who looks at a shelf, and when.
pub(crate) struct Whose<'a> {
    /// Who is signed in.
    pub(crate) standing: &'a Standing,
    /// As whom they read: themselves, or the one whom they stand in for.
    pub(crate) reader: PersonId,
    pub(crate) now: Timestamp,
}

/// What of all posts the shelf shows, and the column that it is ordered by.
fn on_shelf(
    shelf: Shelf,
    reader: PersonId,
    now: Timestamp,
    readable: &Readable,
    deciding: Deciding,
) -> (Condition, &'static str) {
    let mine = post("author").eq(reader);
    let shown = shown(readable, now);
    match shelf {
        Shelf::All => (shown, "visible_from"),
        Shelf::Category(id) => (shown.add(post("category").eq(id)), "visible_from"),
        Shelf::Unread => (shown.add(unread(readable)), "visible_from"),
        Shelf::Owed => (shown.add(owed(reader)), "visible_from"),
        Shelf::Mine => {
            let hidden = [PostState::Draft, PostState::Withdrawn].map(PostState::code);
            let posted = post("state").is_not_in(hidden);
            (Condition::all().add(mine).add(posted), "changed_at")
        }
        Shelf::Drafts => {
            let draft = post("state").eq(PostState::Draft.code());
            (Condition::all().add(mine).add(draft), "changed_at")
        }
        Shelf::Awaiting => {
            let waiting = post("id").in_subquery(awaiting(deciding));
            let submitted = post("state").eq(PostState::Submitted.code());
            (Condition::all().add(waiting).add(submitted), "changed_at")
        }
        Shelf::Expired => {
            let answers = mine.or(post("section").is_in(deciding.0));
            let over = post("ends_at").lte(now);
            let published = post("state").eq(PostState::Published.code());
            let over = Condition::all().add(answers).add(over).add(published);
            (over, "changed_at")
        }
    }
}

/// Where what is pinned stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Pins {
    /// On top of the first page, in a list of its own.
    OnTop,
    /// In its place by time.
    InPlace,
}

/// Which list it is, who reads it and when, what they may read and decide, after which place, and how many rows.
type Wanted = (
    Kind<(Shelf, Pins)>,
    PersonId,
    Timestamp,
    Readable,
    Deciding,
    Option<(Timestamp, BoardPostId)>,
    u64,
);

static PAGE: Prepared<Wanted> = Prepared::new(
    |(Kind((shelf, pins)), reader, now, readable, deciding, after, size)| {
        let (belongs, order) = on_shelf(shelf, reader, now, &readable, deciding);
        let mut shelved = posts(reader);
        shelved
            .cond_where(belongs)
            .order_by(("p", order), Order::Desc)
            .order_by(("p", "id"), Order::Desc);
        let mut top = shelved.clone();
        top.and_where(few(Expr::col("pinned_until").gt(now)))
            .limit(MOST_PINNED);
        let mut page = columns(shelved, false);
        page.limit(size);
        let has_pins = pins == Pins::OnTop && shelf.has_pins();
        if has_pins {
            let ids = top.clone().column(("p", "id")).take();
            page.and_where(post("id").not_in_subquery(ids));
        }
        if let Some((at, id)) = after {
            let same = post(order).eq(at).and(post("id").lt(id));
            page.and_where(post(order).lt(at).or(same));
        } else if has_pins {
            page = both(columns(top, true), page);
        }
        page
    },
);

/// What stands on top of a shelf, and the rows below it after a place in it, at most `size`.
pub(crate) async fn page(
    on: &impl Reading,
    whose: &Whose<'_>,
    shelves: &Shelves,
    shelf: Shelf,
    pins: Pins,
    after: Option<(Timestamp, BoardPostId)>,
    size: usize,
) -> Result<(Vec<PostRow>, Vec<PostRow>), DbError> {
    let Whose {
        standing,
        reader,
        now,
    } = *whose;
    let asked = (
        Kind((shelf, pins)),
        reader,
        now,
        readable(shelves),
        deciding(standing),
        after,
        size as u64,
    );
    let found: Vec<Row> = PAGE.models(on, asked).await?;
    let (mut pinned, mut others) = (Vec::new(), Vec::new());
    for row in found {
        let part = if row.on_top { &mut pinned } else { &mut others };
        part.push(row.seen(reader, shelves, now)?);
    }
    Ok((pinned, others))
}

/// The same posts with what a [`Row`] holds.
fn columns(mut posts: SelectStatement, on_top: bool) -> SelectStatement {
    posts
        .columns(COLUMNS.map(|column| ("p", column)))
        .expr_as(read("at"), "read_at")
        .expr_as(read("version"), "read_version")
        .column(("r", "confirmed_at"))
        .expr_as(Expr::Constant(on_top.into()), "on_top");
    posts
}

/// What is pinned, and the others, in one query.
fn both(pinned: SelectStatement, others: SelectStatement) -> SelectStatement {
    let whole = |rows, name| {
        Query::select()
            .column(Asterisk)
            .from_subquery(rows, name)
            .take()
    };
    let mut both = whole(pinned, "pinned");
    both.union(UnionType::All, whole(others, "others"));
    both
}

impl Row {
    /// As its reader gets it.
    fn seen(self, reader: PersonId, shelves: &Shelves, now: Timestamp) -> Result<PostRow, DbError> {
        let state = known(&self.state, PostState::from_code)?;
        let removal = Removal::stored(self.removed_at, self.removed_by, self.removed_reason);
        let title = match (state, removal) {
            (PostState::Removed, Some(removal)) => Words::Removed(removal),
            (PostState::Withdrawn, _) => Words::Withdrawn(self.changed_at),
            _ => Words::Shown(self.title),
        };
        let changed = self
            .read_version
            .is_some_and(|read| read < self.material_version);
        let unread = shelves.get(self.category).is_some_and(|shelf| {
            state == PostState::Published
                && self.read_at.is_none()
                && self
                    .visible_from
                    .is_some_and(|from| from <= now && from > shelf.read_upto)
        });
        Ok(PostRow {
            id: self.id,
            category: self.category,
            title,
            byline: self.byline,
            section: self.section,
            state,
            visible_from: self.visible_from,
            ends_at: self.ends_at,
            changed_at: self.changed_at,
            files: from_json::<Vec<Attachment>>(self.files)?.len(),
            pinned: self.pinned_until.is_some_and(|until| until > now),
            unread,
            changed,
            confirmation: self.asks.then_some(Asked {
                due: self.due,
                confirmed_at: self.confirmed_at,
                outdated: changed && self.confirmed_at.is_some(),
                own: self.author == reader,
            }),
        })
    }
}
