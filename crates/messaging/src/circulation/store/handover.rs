//! Duties that follow a post, when its holder changes.

use std::collections::HashMap;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait as _, Func, JoinType, Query, SelectStatement};
use sea_orm::{Condition, FromQueryResult};
use yakusho_kernel::{DbError, Permit, PersonId, PostId, Reading, Timestamp, Tx};

use super::rows::{circulation, recipient};
use crate::circulation::model::{
    CirculationId, CirculationState, Follows, RecipientId, RecipientState,
};
use yakusho_kernel::stored::known;

/// Rows in one statement.
const CHUNK: usize = 1_000;

/// An open duty that follows a post.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Following {
    pub(crate) id: RecipientId,
    pub(crate) circulation: CirculationId,
    pub(crate) person: PersonId,
    pub(crate) author: PersonId,
    pub(crate) post: PostId,
    pub(crate) position: i32,
    pub(crate) step: i32,
    pub(crate) state: String,
    pub(crate) title: String,
    pub(crate) byline: String,
    pub(crate) due: Option<time::Date>,
    pub(crate) received_at: Option<Timestamp>,
}

impl Following {
    /// How far it has come.
    pub(crate) fn state(&self) -> Result<RecipientState, DbError> {
        known(&self.state, RecipientState::from_code)
    }
}

fn open_states() -> [&'static str; 2] {
    [RecipientState::Waiting, RecipientState::Pending].map(RecipientState::code)
}

fn duties() -> SelectStatement {
    rows()
        .and_where(Expr::col(("r", "state")).is_in(open_states()))
        .take()
}

/// Recipients of what is open.
fn rows() -> SelectStatement {
    Query::select()
        .from_as("circulation_recipients", "r")
        .join_as(
            JoinType::InnerJoin,
            "circulations",
            "c",
            Expr::col(("c", "id")).equals(("r", "circulation")),
        )
        .and_where(Expr::col(("c", "state")).eq(CirculationState::Open.code()))
        .take()
}

/// The open duties that follow one of these posts.
pub(crate) async fn following(
    on: &impl Reading,
    posts: &[PostId],
) -> Result<Vec<Following>, DbError> {
    let mut found = Vec::new();
    for posts in posts.chunks(CHUNK) {
        let of_posts = Expr::col(("r", "post")).is_in(posts.iter().copied());
        found.extend(follow(on, duties(), of_posts).await?);
    }
    Ok(found)
}

/// The duties that followed one of these posts, and passed from those people.
pub(crate) async fn passed_from(
    on: &impl Reading,
    people: &[(PostId, PersonId)],
) -> Result<Vec<Following>, DbError> {
    let passed = Expr::col(("r", "state")).eq(RecipientState::Passed.code());
    let mut found = Vec::new();
    for people in people.chunks(CHUNK) {
        let of_posts = Expr::col(("r", "post")).is_in(people.iter().map(|(post, _)| *post));
        let which = of_posts.and(passed.clone());
        found.extend(follow(on, rows(), which).await?);
    }
    found.retain(|duty| people.contains(&(duty.post, duty.person)));
    Ok(found)
}

/// To whom these duties passed, and how far each has come there.
pub(crate) async fn heirs(
    on: &impl Reading,
    passed: &[Following],
) -> Result<HashMap<RecipientId, Vec<(RecipientId, RecipientState)>>, DbError> {
    let mut heirs: HashMap<_, Vec<_>> = HashMap::new();
    for passed in passed.chunks(CHUNK) {
        let circulations = passed.iter().map(|duty| duty.circulation);
        let ids = passed.iter().map(|duty| duty.id);
        let rows = recipient::Entity::find()
            .filter(recipient::Column::Circulation.is_in(circulations))
            .filter(recipient::Column::PassedFrom.is_in(ids))
            .all(&on.conn())
            .await?;
        for row in rows {
            if let Some(from) = row.passed_from {
                let state = known(&row.state, RecipientState::from_code)?;
                heirs.entry(from).or_default().push((row.id, state));
            }
        }
    }
    Ok(heirs)
}

/// Those of one circulation.
pub(crate) async fn following_of(
    on: &impl Reading,
    circulation: CirculationId,
) -> Result<Vec<Following>, DbError> {
    let held = Expr::col(("r", "post")).is_not_null();
    let of_it = Expr::col(("c", "id")).eq(circulation);
    follow(on, duties(), of_it.and(held)).await
}

async fn follow(
    on: &impl Reading,
    mut select: SelectStatement,
    which: Expr,
) -> Result<Vec<Following>, DbError> {
    let columns = [
        "id",
        "circulation",
        "person",
        "post",
        "position",
        "step",
        "state",
        "received_at",
    ];
    select
        .columns(columns.map(|column| ("r", column)))
        .columns(["author", "title", "byline", "due"].map(|column| ("c", column)))
        .and_where(Expr::col(("c", "follows")).eq(Follows::Post.code()))
        .and_where(which);
    let rows = on.conn().query_all(&select).await?;
    rows.iter()
        .map(|row| Ok(Following::from_query_result(row, "")?))
        .collect()
}

/// How these people already stand to these circulations.
pub(crate) async fn known_to(
    on: &impl Reading,
    circulations: &[CirculationId],
    people: &[PersonId],
) -> Result<HashMap<(CirculationId, PersonId), (RecipientId, RecipientState)>, DbError> {
    let rows = recipient::Entity::find()
        .filter(recipient::Column::Circulation.is_in(circulations.iter().copied()))
        .filter(recipient::Column::Person.is_in(people.iter().copied()))
        .all(&on.conn())
        .await?;
    rows.into_iter()
        .map(|row| {
            let state = known(&row.state, RecipientState::from_code)?;
            Ok(((row.circulation, row.person), (row.id, state)))
        })
        .collect()
}

/// Takes the duty off those from whom it passed.
pub(crate) async fn step_aside(
    tx: &Tx,
    permit: &Permit,
    ids: &[RecipientId],
) -> Result<(), DbError> {
    set(tx, permit, ids, RecipientState::Passed).await
}

/// How a duty comes to somebody who is a recipient already: with which post, how far it has come, and from whose, if it
/// passed from another.
pub(crate) type Arrival = (PostId, RecipientState, Option<RecipientId>);

/// Gives the duty to those who had it before.
pub(crate) async fn arrive(
    tx: &Tx,
    permit: &Permit,
    ids: &[RecipientId],
    (post, state, from): Arrival,
) -> Result<(), DbError> {
    set(tx, permit, ids, state).await?;
    let mut follow = recipient::Entity::update_many()
        .col_expr(recipient::Column::Post, Expr::value(post))
        .filter(recipient::Column::Id.is_in(ids.iter().copied()));
    if let Some(from) = from {
        follow = follow.col_expr(recipient::Column::PassedFrom, Expr::value(from));
    }
    follow.exec(&tx.conn()).await?;
    if state == RecipientState::Pending {
        recipient::Entity::update_many()
            .col_expr(recipient::Column::ReceivedAt, Expr::value(tx.cx().now()))
            .filter(recipient::Column::Id.is_in(ids.iter().copied()))
            .filter(recipient::Column::ReceivedAt.is_null())
            .exec(&tx.conn())
            .await?;
    }
    Ok(())
}

async fn set(
    tx: &Tx,
    _: &Permit,
    ids: &[RecipientId],
    state: RecipientState,
) -> Result<(), DbError> {
    for ids in ids.chunks(CHUNK) {
        recipient::Entity::update_many()
            .col_expr(recipient::Column::State, Expr::value(state.code()))
            .filter(recipient::Column::Id.is_in(ids.iter().copied()))
            .exec(&tx.conn())
            .await?;
    }
    Ok(())
}

/// Counts anew how many are to confirm these circulations.
pub(crate) async fn recount(tx: &Tx, _: &Permit, ids: &[CirculationId]) -> Result<(), DbError> {
    let total = Query::select()
        .expr(Func::count(Expr::col(("r", "id"))))
        .from_as("circulation_recipients", "r")
        .and_where(Expr::col(("r", "circulation")).equals(("circulations", "id")))
        .and_where(Expr::col(("r", "state")).ne(RecipientState::Passed.code()))
        .take();
    let total = Expr::expr(total).cast_as("integer");
    circulation::Entity::update_many()
        .col_expr(circulation::Column::Total, total)
        .filter(circulation::Column::Id.is_in(ids.iter().copied()))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// How many open duties hang on each of these posts, and on each of these people themselves.
pub(crate) async fn held(
    on: &impl Reading,
    posts: &[PostId],
    people: &[PersonId],
) -> Result<(Vec<(PostId, i64)>, Vec<(PersonId, i64)>), DbError> {
    let by_post = counted("post", Follows::Post, posts.iter().copied());
    let by_person = counted("person", Follows::Person, people.iter().copied());
    let mut of_posts = Vec::new();
    for row in on.conn().query_all(&by_post).await? {
        of_posts.push((row.try_get("", "post")?, row.try_get("", "count")?));
    }
    let mut of_people = Vec::new();
    for row in on.conn().query_all(&by_person).await? {
        of_people.push((row.try_get("", "person")?, row.try_get("", "count")?));
    }
    Ok((of_posts, of_people))
}

fn counted<T: Into<sea_orm::Value>>(
    by: &'static str,
    follows: Follows,
    which: impl IntoIterator<Item = T>,
) -> SelectStatement {
    let which = which.into_iter().map(|id| Expr::value(id.into()));
    let mut select = duties();
    select
        .column(("r", by))
        .expr_as(Func::count(Expr::col(("r", "id"))), "count")
        .and_where(Expr::col(("c", "follows")).eq(follows.code()))
        .cond_where(Condition::all().add(Expr::col(("r", by)).is_in(which)))
        .group_by_col(("r", by));
    select
}
