//! Table `circulation_recipients`, for one circulation.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait as _, Func};
use sea_orm::{Condition, FromQueryResult, QueryOrder, QuerySelect};
use yakusho_kernel::{
    Cursor, DbError, Fault, Page, Permit, PersonId, ProxyKind, Reading, Timestamp, Tx, UnitId,
};

use super::rows::recipient;
use crate::Authorship;
use crate::circulation::model::{
    Addressed, CirculationId, Own, RecipientId, RecipientRow, RecipientState, SectionProgress,
};
use yakusho_kernel::stored::{known, one};

/// Rows in one statement, so that 3,500 people need few statements and none has too many parameters.
const CHUNK: usize = 1_000;

fn state(state: RecipientState) -> Expr {
    Expr::value(state.code())
}

pub(crate) async fn insert(
    tx: &Tx,
    _: &Permit,
    addressed: &[(CirculationId, Addressed)],
) -> Result<(), DbError> {
    for chunk in addressed.chunks(CHUNK) {
        let rows = chunk
            .iter()
            .map(|(circulation, one)| recipient::ActiveModel {
                id: Set(one.id),
                circulation: Set(*circulation),
                person: Set(one.person),
                post: Set(one.post),
                name: Set(one.name.clone()),
                unit: Set(one.unit),
                unit_name: Set(one.unit_name.clone()),
                post_title: Set(one.post_title.clone()),
                position: Set(one.position),
                step: Set(one.step),
                state: Set(one.state.code().to_owned()),
                received_at: Set(one.received_at),
                read_at: Set(None),
                confirmed_at: Set(None),
                confirmed_by: Set(None),
                proxy: Set(None),
                proxy_name: Set(None),
                version: Set(None),
                reply: Set(None),
                passed_from: Set(one.passed_from),
                revision: Set(1),
            });
        recipient::Entity::insert_many(rows)
            .exec_without_returning(&tx.conn())
            .await?;
    }
    Ok(())
}

/// A page of the recipients, in the order of the organisation as it was when it was sent.
pub(crate) async fn page(
    on: &impl Reading,
    circulation: CirculationId,
    only: Option<RecipientState>,
    material: i32,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<RecipientRow>, Fault> {
    let mut find = recipient::Entity::find().filter(recipient::Column::Circulation.eq(circulation));
    if let Some(state) = only {
        find = find.filter(recipient::Column::State.eq(state.code()));
    }
    if let Some(cursor) = after {
        let (position, id) = cursor.key::<(i32, RecipientId)>()?;
        let same = Condition::all()
            .add(recipient::Column::Position.eq(position))
            .add(recipient::Column::Id.gt(id));
        let later = Condition::any().add(recipient::Column::Position.gt(position));
        find = find.filter(later.add(same));
    }
    let rows = find
        .order_by_asc(recipient::Column::Position)
        .order_by_asc(recipient::Column::Id)
        .limit(size as u64 + 1)
        .all(&on.conn())
        .await
        .map_err(DbError::from)?;
    let Page { items, next } = Page::of(rows, size, |row| (row.position, row.id));
    let items: Result<_, DbError> = items.into_iter().map(|row| seen(row, material)).collect();
    Ok(Page {
        items: items?,
        next,
    })
}

/// All recipients in the same order, for a file.
pub(crate) async fn all(
    on: &impl Reading,
    circulation: CirculationId,
    material: i32,
) -> Result<Vec<RecipientRow>, DbError> {
    let rows = recipient::Entity::find()
        .filter(recipient::Column::Circulation.eq(circulation))
        .order_by_asc(recipient::Column::Position)
        .order_by_asc(recipient::Column::Id)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(|row| seen(row, material)).collect()
}

fn seen(row: recipient::Model, material: i32) -> Result<RecipientRow, DbError> {
    let kind = row.proxy.as_deref().and_then(ProxyKind::from_code);
    let by_proxy = match (row.confirmed_by, row.proxy_name, kind) {
        (Some(person), Some(name), Some(kind)) => Some((person, name, kind)),
        _ => None,
    };
    Ok(RecipientRow {
        id: row.id,
        person: row.person,
        name: row.name,
        unit_name: row.unit_name,
        post_title: row.post_title,
        step: row.step,
        state: known(&row.state, RecipientState::from_code)?,
        received_at: row.received_at,
        read_at: row.read_at,
        confirmed_at: row.confirmed_at,
        by_proxy,
        outdated: row.confirmed_at.is_some() && row.version.is_some_and(|seen| seen < material),
        reply: row.reply,
        passed_from: row.passed_from,
    })
}

#[derive(FromQueryResult)]
struct Counted {
    unit: Option<UnitId>,
    unit_name: String,
    total: i64,
    confirmed: i64,
}

/// How far each unit has come, in the same order.
pub(crate) async fn by_section(
    on: &impl Reading,
    circulation: CirculationId,
) -> Result<Vec<SectionProgress>, DbError> {
    let confirmed = Expr::case(
        recipient::Column::State.eq(RecipientState::Confirmed.code()),
        1,
    )
    .finally(0);
    let rows = recipient::Entity::find()
        .select_only()
        .columns([recipient::Column::Unit, recipient::Column::UnitName])
        .column_as(recipient::Column::Id.count(), "total")
        .column_as(Func::sum(confirmed).cast_as("bigint"), "confirmed")
        .filter(recipient::Column::Circulation.eq(circulation))
        .filter(recipient::Column::State.ne(RecipientState::Passed.code()))
        .group_by(recipient::Column::Unit)
        .group_by(recipient::Column::UnitName)
        .order_by_asc(recipient::Column::Position.min())
        .into_model::<Counted>()
        .all(&on.conn())
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| SectionProgress {
            unit: row.unit,
            unit_name: row.unit_name,
            total: row.total,
            confirmed: row.confirmed,
        })
        .collect())
}

/// Those of the recipients who are in one of these states.
pub(crate) async fn people(
    on: &impl Reading,
    circulation: CirculationId,
    states: &[RecipientState],
) -> Result<Vec<PersonId>, DbError> {
    Ok(recipient::Entity::find()
        .select_only()
        .column(recipient::Column::Person)
        .filter(recipient::Column::Circulation.eq(circulation))
        .filter(recipient::Column::State.is_in(states.iter().map(|state| state.code())))
        .into_tuple()
        .all(&on.conn())
        .await?)
}

/// Notes that a recipient has this version before them; the time of the first reading stays, and so does what was
/// confirmed and is owed again.
pub(crate) async fn see(tx: &Tx, own: &Own, version: i32) -> Result<(), DbError> {
    recipient::Entity::update_many()
        .col_expr(
            recipient::Column::ReadAt,
            Expr::value(own.read_at.unwrap_or(tx.cx().now())),
        )
        .col_expr(recipient::Column::Version, Expr::value(version))
        .filter(recipient::Column::Id.eq(own.id))
        .filter(recipient::Column::ConfirmedAt.is_null())
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Has everybody who has confirmed a circulation owe it again. What they confirmed, and when, stays.
pub(crate) async fn reopen(tx: &Tx, _: &Permit, circulation: CirculationId) -> Result<(), DbError> {
    recipient::Entity::update_many()
        .col_expr(recipient::Column::State, state(RecipientState::Pending))
        .filter(recipient::Column::Circulation.eq(circulation))
        .filter(recipient::Column::State.eq(RecipientState::Confirmed.code()))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// A confirmation.
pub(crate) struct Confirmation<'a> {
    /// Whose it is, and who gives it.
    pub(crate) by: Authorship,
    /// The name of whoever gives it in another's place.
    pub(crate) proxy_name: Option<String>,
    /// What is confirmed.
    pub(crate) version: i32,
    /// The words that go with it.
    pub(crate) reply: Option<&'a str>,
}

/// Confirms; false if it was confirmed before.
pub(crate) async fn confirm(
    tx: &Tx,
    _: &Permit,
    own: &Own,
    given: Confirmation<'_>,
) -> Result<bool, DbError> {
    let Confirmation {
        by,
        proxy_name,
        version,
        reply,
    } = given;
    let now: Timestamp = tx.cx().now();
    let confirmed = recipient::Entity::update_many()
        .col_expr(recipient::Column::State, state(RecipientState::Confirmed))
        .col_expr(recipient::Column::ConfirmedAt, Expr::value(now))
        .col_expr(recipient::Column::ConfirmedBy, Expr::value(by.hand))
        .col_expr(
            recipient::Column::Proxy,
            Expr::value(by.proxy.map(|kind| kind.code().to_owned())),
        )
        .col_expr(recipient::Column::ProxyName, Expr::value(proxy_name))
        .col_expr(recipient::Column::Version, Expr::value(version))
        .col_expr(
            recipient::Column::Reply,
            Expr::value(reply.map(str::to_owned)),
        )
        .col_expr(recipient::Column::Revision, Expr::value(own.revision + 1))
        .filter(recipient::Column::Id.eq(own.id))
        .filter(recipient::Column::State.eq(RecipientState::Pending.code()))
        .exec(&tx.conn())
        .await?;
    Ok(confirmed.rows_affected == 1)
}

/// Changes the words of a confirmation that is still at that revision.
pub(crate) async fn reword(
    tx: &Tx,
    _: &Permit,
    own: RecipientId,
    revision: i32,
    reply: &str,
) -> Result<(), Fault> {
    let changed = recipient::Entity::update_many()
        .col_expr(recipient::Column::Reply, Expr::value(reply))
        .col_expr(recipient::Column::Revision, Expr::value(revision + 1))
        .filter(recipient::Column::Id.eq(own))
        .filter(recipient::Column::Revision.eq(revision))
        .exec(&tx.conn())
        .await
        .map_err(DbError::from)?;
    one(changed.rows_affected)
}

/// The last place in the list of recipients; -1 where there are none.
pub(crate) async fn last_position(
    on: &impl Reading,
    circulation: CirculationId,
) -> Result<i32, DbError> {
    let last: Option<Option<i32>> = recipient::Entity::find()
        .select_only()
        .column_as(recipient::Column::Position.max(), "position")
        .filter(recipient::Column::Circulation.eq(circulation))
        .into_tuple()
        .one(&on.conn())
        .await?;
    Ok(last.flatten().unwrap_or(-1))
}
