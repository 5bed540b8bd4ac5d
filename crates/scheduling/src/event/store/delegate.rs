//! Table `schedule_delegates`.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{QueryOrder, QuerySelect, QueryTrait as _};
use yakusho_kernel::{DbError, Permit, PersonId, Prepared, Reading, Standing, Tx};

use super::rows::delegate::{self, Column, Entity};
use crate::event::model::{Delegate, DelegateId, DelegateRow};

impl Delegate {
    fn parts(self) -> (&'static str, Uuid) {
        match self {
            Self::Person(id) => ("person", id.into()),
            Self::Post(id) => ("post", id.into()),
        }
    }
}

impl From<delegate::Model> for DelegateRow {
    fn from(row: delegate::Model) -> Self {
        Self {
            id: row.id,
            owner: row.owner,
            delegate: match row.delegate_kind.as_str() {
                "post" => Delegate::Post(row.delegate.into()),
                _ => Delegate::Person(row.delegate.into()),
            },
            given_at: row.given_at,
            given_by: row.given_by,
        }
    }
}

static OWNERS: Prepared<(Vec<Uuid>,)> = Prepared::new(|(delegates,)| {
    Entity::find()
        .select_only()
        .column(Column::Owner)
        .filter(Column::Delegate.is_in(delegates))
        .filter(Column::Holds.eq(true))
        .into_query()
});

/// Those who let somebody write in their calendars, themselves or by a post of theirs.
pub(crate) async fn owners(
    on: &impl Reading,
    standing: &Standing,
) -> Result<Vec<PersonId>, DbError> {
    let person = Uuid::from(standing.person);
    let posts = standing.seats.iter().map(|seat| Uuid::from(seat.post));
    let delegates = std::iter::once(person).chain(posts).collect();
    let rows = OWNERS.all(on, (delegates,)).await?;
    rows.iter()
        .map(|row| Ok(row.try_get_by_index(0)?))
        .collect()
}

/// Whom the owner lets, the longest first.
pub(crate) async fn list(on: &impl Reading, owner: PersonId) -> Result<Vec<DelegateRow>, DbError> {
    let rows = Entity::find()
        .filter(Column::Owner.eq(owner))
        .filter(Column::Holds.eq(true))
        .order_by_asc(Column::GivenAt)
        .all(&on.conn())
        .await?;
    Ok(rows.into_iter().map(DelegateRow::from).collect())
}

pub(crate) async fn find(
    on: &impl Reading,
    id: DelegateId,
) -> Result<Option<DelegateRow>, DbError> {
    let row = Entity::find_by_id(id)
        .filter(Column::Holds.eq(true))
        .one(&on.conn())
        .await?;
    Ok(row.map(DelegateRow::from))
}

/// Whether somebody is let who was not before.
pub(crate) async fn give(tx: &Tx, _: &Permit, row: &DelegateRow) -> Result<bool, DbError> {
    let (kind, delegate) = row.delegate.parts();
    let fresh = delegate::ActiveModel {
        id: Set(row.id),
        owner: Set(row.owner),
        delegate_kind: Set(kind.to_owned()),
        delegate: Set(delegate),
        given_at: Set(row.given_at),
        given_by: Set(row.given_by),
        holds: Set(true),
        revoked_at: Set(None),
        revoked_by: Set(None),
    };
    let known = Entity::find()
        .filter(Column::Owner.eq(row.owner))
        .filter(Column::Delegate.eq(delegate))
        .filter(Column::Holds.eq(true))
        .count(&tx.conn())
        .await?;
    if known > 0 {
        return Ok(false);
    }
    // Two at once are told apart by the unique index: the second is a conflict.
    Entity::insert(fresh)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(true)
}

/// Whether it held until now.
pub(crate) async fn revoke(tx: &Tx, _: &Permit, id: DelegateId) -> Result<bool, DbError> {
    let by = tx.cx().actor().person().map(Uuid::from);
    let revoked = Entity::update_many()
        .col_expr(Column::Holds, Expr::value(false))
        .col_expr(Column::RevokedAt, Expr::value(tx.cx().now()))
        .col_expr(Column::RevokedBy, Expr::value(by))
        .filter(Column::Id.eq(id))
        .filter(Column::Holds.eq(true))
        .exec(&tx.conn())
        .await?;
    Ok(revoked.rows_affected == 1)
}
