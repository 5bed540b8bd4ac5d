//! What is worked out from the ledger: the ways upwards from each unit, and the posts that hold roles.

use std::collections::BTreeMap;

use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use sea_orm::{ConnectionTrait as _, DbErr, QueryResult, Value};
use uuid::Uuid;
use yakusho_kernel::{DbError, PostId, Reading, Tx};

use super::CHUNK;
use super::facts::{rank, role_of};
use crate::ledger::{Days, Ledger, RolePost, UnitPath, bindings, paths};

/// A kind of row that is worked out.
trait Derived: Ord + Sized + Send + Sync {
    const TABLE: &'static str;
    const COLUMNS: &'static [&'static str];

    fn values(&self) -> Vec<Value>;
    fn read(row: &QueryResult, at: usize) -> Result<Self, DbErr>;
}

/// The days that two columns hold.
fn days(row: &QueryResult, at: usize) -> Result<Days, DbErr> {
    Days::between(row.try_get_by_index(at)?, row.try_get_by_index(at + 1)?)
        .ok_or_else(|| DbErr::Type("a row that was worked out holds on no day".into()))
}

impl Derived for UnitPath {
    const TABLE: &'static str = "unit_paths";
    const COLUMNS: &'static [&'static str] = &[
        "unit",
        "ancestor",
        "distance",
        "rank",
        "valid_from",
        "valid_until",
    ];

    fn values(&self) -> Vec<Value> {
        vec![
            self.unit.into(),
            self.ancestor.into(),
            self.distance.into(),
            self.rank.id().into(),
            self.days.first().into(),
            self.days.bound().into(),
        ]
    }

    fn read(row: &QueryResult, at: usize) -> Result<Self, DbErr> {
        Ok(Self {
            unit: row.try_get_by_index(at)?,
            ancestor: row.try_get_by_index(at + 1)?,
            distance: row.try_get_by_index(at + 2)?,
            rank: rank(&row.try_get_by_index::<String>(at + 3)?)?,
            days: days(row, at + 4)?,
        })
    }
}

impl Derived for RolePost {
    const TABLE: &'static str = "role_posts";
    const COLUMNS: &'static [&'static str] = &["role", "post", "unit", "valid_from", "valid_until"];

    fn values(&self) -> Vec<Value> {
        vec![
            self.role.id().into(),
            self.post.into(),
            self.unit.into(),
            self.days.first().into(),
            self.days.bound().into(),
        ]
    }

    fn read(row: &QueryResult, at: usize) -> Result<Self, DbErr> {
        Ok(Self {
            role: role_of(&row.try_get_by_index::<String>(at)?)?,
            post: row.try_get_by_index(at + 1)?,
            unit: row.try_get_by_index(at + 2)?,
            days: days(row, at + 3)?,
        })
    }
}

/// Brings what is worked out into line with the ledger; says whether anything changed.
pub(crate) async fn bring_into_line(tx: &Tx, ledger: &Ledger) -> Result<bool, DbError> {
    let paths = paths(&ledger.units);
    let bindings = bindings(tx.cx().city(), ledger, &paths);
    let changed = replace(tx, paths).await?;
    Ok(replace(tx, bindings).await? || changed)
}

/// The same with the ledger as it is recorded.
pub(crate) async fn refresh(tx: &Tx) -> Result<bool, DbError> {
    let ledger = super::load(tx, &super::Want::default()).await?;
    bring_into_line(tx, &ledger).await
}

/// Every post that holds a role on some day.
pub(crate) async fn role_posts(on: &impl Reading) -> Result<Vec<PostId>, DbError> {
    let rows = stored::<RolePost>(on).await?;
    Ok(rows.into_keys().map(|bound| bound.post).collect())
}

/// Writes the difference between what a table holds and what it should; says whether there was any.
async fn replace<D: Derived>(tx: &Tx, wanted: Vec<D>) -> Result<bool, DbError> {
    let mut stale = stored::<D>(tx).await?;
    let missing: Vec<D> = wanted
        .into_iter()
        .filter(|row| stale.remove(row).is_none())
        .collect();
    let stale: Vec<Uuid> = stale.into_values().collect();
    for ids in stale.chunks(CHUNK) {
        let delete = Query::delete()
            .from_table(D::TABLE)
            .and_where(Expr::col("id").is_in(ids.iter().copied()))
            .take();
        tx.conn().execute(&delete).await?;
    }
    for rows in missing.chunks(CHUNK) {
        let mut insert = Query::insert()
            .into_table(D::TABLE)
            .columns(std::iter::once("id").chain(D::COLUMNS.iter().copied()))
            .take();
        for row in rows {
            let id = tx.cx().env().rng().uuid(tx.cx().now());
            let values = std::iter::once(id.into()).chain(row.values());
            insert.values_panic(values.map(Expr::from));
        }
        tx.conn().execute(&insert).await?;
    }
    Ok(!stale.is_empty() || !missing.is_empty())
}

async fn stored<D: Derived>(on: &impl Reading) -> Result<BTreeMap<D, Uuid>, DbError> {
    let select = Query::select()
        .column("id")
        .columns(D::COLUMNS.iter().copied())
        .from(D::TABLE)
        .take();
    let rows = on.conn().query_all(&select).await?;
    let pairs = rows
        .iter()
        .map(|row| Ok((D::read(row, 1)?, row.try_get_by_index(0)?)));
    Ok(pairs.collect::<Result<_, DbErr>>()?)
}
