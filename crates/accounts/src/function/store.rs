//! The tables `function_switches` and `grants`.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{
    Expr, ExprTrait as _, JoinType, OnConflict, Query, SelectStatement, UnionType,
};
use sea_orm::{ColumnTrait as _, DbErr, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use time::Date;
use yakusho_kernel::stored::newest;
use yakusho_kernel::{DbError, Permit, PersonId, Reading, Tx};

use super::model::{Function, GrantId, Granted, Grantee, NewGrant, Permission, Switch};
use crate::ledger::store::{holds_on, on_days};

mod switch {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "function_switches")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub function: String,
        pub is_on: bool,
        pub reason: String,
        pub changed_at: Timestamp,
        pub changed_by: PersonId,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp, UnitId};

    use super::super::model::GrantId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "grants")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: GrantId,
        pub permission: String,
        pub grantee: Uuid,
        pub grantee_kind: String,
        pub within: Option<UnitId>,
        pub reason: String,
        pub granted_at: Timestamp,
        pub granted_by: PersonId,
        pub ended_at: Option<Timestamp>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

fn unknown(what: &str) -> DbError {
    DbError::Failed(DbErr::Type(format!("an unknown {what} is stored")))
}

/// A stored switch; none for a function that this version no longer has.
fn read(row: switch::Model) -> Option<Switch> {
    Some(Switch {
        function: Function::from_code(&row.function)?,
        is_on: row.is_on,
        changed_at: Some(row.changed_at),
        changed_by: Some(row.changed_by),
        reason: row.reason,
    })
}

impl TryFrom<row::Model> for Granted {
    type Error = DbError;

    fn try_from(row: row::Model) -> Result<Self, DbError> {
        Ok(Self {
            id: row.id,
            permission: Permission::parse(&row.permission).map_err(|_| unknown("permission"))?,
            grantee: Grantee::from_parts(&row.grantee_kind, row.grantee)
                .ok_or_else(|| unknown("grantee"))?,
            within: row.within,
            reason: row.reason,
            at: row.granted_at,
            by: row.granted_by,
        })
    }
}

pub(super) async fn switches(on: &impl Reading) -> Result<Vec<Switch>, DbError> {
    let rows = switch::Entity::find().all(&on.conn()).await?;
    Ok(rows.into_iter().filter_map(read).collect())
}

/// The functions that are switched off.
pub(super) async fn off(on: &impl Reading) -> Result<Vec<Function>, DbError> {
    let rows = switch::Entity::find()
        .filter(switch::Column::IsOn.eq(false))
        .all(&on.conn())
        .await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| Function::from_code(&row.function))
        .collect())
}

pub(super) async fn set(
    tx: &Tx,
    permit: &Permit,
    function: Function,
    is_on: bool,
    reason: &str,
) -> Result<(), DbError> {
    let row = switch::ActiveModel {
        function: Set(function.code().to_owned()),
        is_on: Set(is_on),
        reason: Set(reason.to_owned()),
        changed_at: Set(tx.cx().now()),
        changed_by: Set(author(tx, permit)?),
    };
    let replace = OnConflict::column(switch::Column::Function)
        .update_columns([
            switch::Column::IsOn,
            switch::Column::Reason,
            switch::Column::ChangedAt,
            switch::Column::ChangedBy,
        ])
        .to_owned();
    switch::Entity::insert(row)
        .on_conflict(replace)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

fn held() -> sea_orm::Select<row::Entity> {
    row::Entity::find().filter(row::Column::EndedAt.is_null())
}

pub(super) async fn is_granted(tx: &Tx, new: &NewGrant) -> Result<bool, DbError> {
    let (kind, id) = new.grantee.parts();
    let within = match new.within {
        Some(unit) => row::Column::Within.eq(unit),
        None => row::Column::Within.is_null(),
    };
    let same = held()
        .filter(row::Column::Permission.eq(new.permission.as_str()))
        .filter(row::Column::Grantee.eq(id))
        .filter(row::Column::GranteeKind.eq(kind))
        .filter(within);
    Ok(same.count(&tx.conn()).await? > 0)
}

pub(super) async fn insert(tx: &Tx, permit: &Permit, new: &NewGrant) -> Result<GrantId, DbError> {
    let id = tx.cx().new_id();
    let (kind, grantee) = new.grantee.parts();
    let row = row::ActiveModel {
        id: Set(id),
        permission: Set(new.permission.as_str().to_owned()),
        grantee: Set(grantee),
        grantee_kind: Set(kind.to_owned()),
        within: Set(new.within),
        reason: Set(new.reason.clone()),
        granted_at: Set(tx.cx().now()),
        granted_by: Set(author(tx, permit)?),
        ended_at: Set(None),
    };
    row::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(id)
}

/// Whether the grant held, and ends now.
pub(super) async fn end(tx: &Tx, _: &Permit, id: GrantId) -> Result<bool, DbError> {
    let ended = row::Entity::update_many()
        .col_expr(row::Column::EndedAt, Expr::value(tx.cx().now()))
        .filter(row::Column::Id.eq(id))
        .filter(row::Column::EndedAt.is_null())
        .exec(&tx.conn())
        .await?;
    Ok(ended.rows_affected == 1)
}

pub(super) async fn page(
    on: &impl Reading,
    after: Option<GrantId>,
    size: usize,
) -> Result<Vec<Granted>, DbError> {
    let find = held();
    let rows = newest(on, find, row::Column::Id, after, size).await?;
    rows.into_iter().map(Granted::try_from).collect()
}

/// Permission and unit of what is granted on that day to the person, to a post held, or to a unit belonged to.
pub(crate) fn granted(person: PersonId, day: Date) -> SelectStatement {
    let seated = |column: (&'static str, &'static str)| {
        let column_of = |table: &'static str, name: &'static str| Expr::col((table, name));
        Query::select()
            .column(column)
            .from_as("appointments", "a")
            .join_as(
                JoinType::InnerJoin,
                "posts",
                "p",
                holds_on("p", day).add(column_of("p", "post").equals(("a", "post"))),
            )
            .join_as(
                JoinType::InnerJoin,
                "unit_paths",
                "w",
                on_days("w", day).add(column_of("w", "unit").equals(("p", "unit"))),
            )
            .cond_where(holds_on("a", day))
            .and_where(column_of("a", "person").eq(person))
            .take()
    };
    let grantees = Query::select()
        .expr(Expr::value(person))
        .union(UnionType::Distinct, seated(("a", "post")))
        .union(UnionType::Distinct, seated(("w", "ancestor")))
        .take();
    Query::select()
        .columns([("g", "permission"), ("g", "within")])
        .from_as("grants", "g")
        .and_where(Expr::col(("g", "ended_at")).is_null())
        .and_where(Expr::col(("g", "grantee")).in_subquery(grantees))
        .take()
}

/// Who did it: the permit is a person's, since it asks for a role.
fn author(tx: &Tx, _: &Permit) -> Result<PersonId, DbError> {
    let person = tx.cx().actor().person();
    person
        .ok_or_else(|| DbError::Failed(DbErr::Custom("permissions are a person's to give".into())))
}
