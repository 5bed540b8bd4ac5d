//! The tables of groups.

use sea_orm::sea_query::{
    CommonTableExpression, Cond, Expr, ExprTrait as _, JoinType, Order, Query, SelectStatement,
    UnionType, WithClause,
};
use sea_orm::{ConnectionTrait as _, DbErr, QueryResult};
use uuid::Uuid;
use yakusho_kernel::{DbError, Permit, Reading, Tx};

use super::model::{GroupId, GroupRow, Member};
use super::policy::Scope;
use crate::directory::Audience;

/// Members in one statement: below the databases' limits on parameters.
const CHUNK: usize = 1_000;

/// Keeps a new group.
pub(super) async fn insert(
    tx: &Tx,
    _: &Permit,
    row: &GroupRow,
    members: &[Member],
) -> Result<(), DbError> {
    let insert = Query::insert()
        .into_table("own_groups")
        .columns(["id", "owner", "unit", "name", "revision"])
        .values_panic([
            row.id.into(),
            row.owner.into(),
            row.unit.into(),
            row.name.clone().into(),
            row.revision.into(),
        ])
        .take();
    tx.conn().execute(&insert).await?;
    insert_members(tx, row.id, members).await
}

/// Puts a group in place of the one of that id and revision; false if it changed since it was read.
pub(super) async fn replace(
    tx: &Tx,
    _: &Permit,
    row: &GroupRow,
    members: &[Member],
) -> Result<bool, DbError> {
    let update = Query::update()
        .table("own_groups")
        .value("unit", row.unit)
        .value("name", row.name.clone())
        .value("revision", row.revision + 1)
        .and_where(Expr::col("id").eq(row.id))
        .and_where(Expr::col("revision").eq(row.revision))
        .take();
    if tx.conn().execute(&update).await?.rows_affected() == 0 {
        return Ok(false);
    }
    delete_members(tx, row.id).await?;
    insert_members(tx, row.id, members).await?;
    Ok(true)
}

/// Deletes a group, from the groups that it is within too; false if it changed since it was read.
pub(super) async fn delete(
    tx: &Tx,
    _: &Permit,
    id: GroupId,
    revision: i32,
) -> Result<bool, DbError> {
    let delete = Query::delete()
        .from_table("own_groups")
        .and_where(Expr::col("id").eq(id))
        .and_where(Expr::col("revision").eq(revision))
        .take();
    if tx.conn().execute(&delete).await?.rows_affected() == 0 {
        return Ok(false);
    }
    let elsewhere = Query::delete()
        .from_table("own_group_members")
        .and_where(Expr::col("kind").eq("group"))
        .and_where(Expr::col("member").eq(id))
        .take();
    tx.conn().execute(&elsewhere).await?;
    delete_members(tx, id).await?;
    Ok(true)
}

async fn delete_members(tx: &Tx, id: GroupId) -> Result<(), DbError> {
    let delete = Query::delete()
        .from_table("own_group_members")
        .and_where(Expr::col("own_group").eq(id))
        .take();
    tx.conn().execute(&delete).await?;
    Ok(())
}

async fn insert_members(tx: &Tx, id: GroupId, members: &[Member]) -> Result<(), DbError> {
    for members in members.chunks(CHUNK) {
        let mut insert = Query::insert()
            .into_table("own_group_members")
            .columns(["id", "own_group", "kind", "member"])
            .take();
        for member in members {
            let row = tx.cx().env().rng().uuid(tx.cx().now());
            let (kind, member) = parts(*member);
            insert.values_panic([row.into(), id.into(), kind.into(), member.into()]);
        }
        tx.conn().execute(&insert).await?;
    }
    Ok(())
}

fn parts(member: Member) -> (&'static str, Uuid) {
    match member {
        Member::Person(id) => ("person", id.into()),
        Member::Post(id) => ("post", id.into()),
        Member::Unit(id) => ("unit", id.into()),
        Member::Group(id) => ("group", id.into()),
    }
}

fn from_parts(kind: &str, id: Uuid) -> Result<Member, DbErr> {
    match kind {
        "person" => Ok(Member::Person(id.into())),
        "post" => Ok(Member::Post(id.into())),
        "unit" => Ok(Member::Unit(id.into())),
        "group" => Ok(Member::Group(id.into())),
        other => Err(DbErr::Type(format!("unknown member {other:?}"))),
    }
}

/// The groups that the reader may use.
fn in_scope(scope: &Scope) -> SelectStatement {
    let shared = Expr::col("unit").is_in(scope.units.iter().copied());
    Query::select()
        .columns(["id", "owner", "unit", "name", "revision"])
        .from("own_groups")
        .cond_where(
            Cond::any()
                .add(Expr::col("owner").eq(scope.owner))
                .add(shared),
        )
        .take()
}

fn read(row: &QueryResult) -> Result<GroupRow, DbErr> {
    Ok(GroupRow {
        id: row.try_get_by_index(0)?,
        owner: row.try_get_by_index(1)?,
        unit: row.try_get_by_index(2)?,
        name: row.try_get_by_index(3)?,
        revision: row.try_get_by_index(4)?,
    })
}

/// A page of groups by name.
pub(super) async fn list(
    on: &impl Reading,
    scope: &Scope,
    after: Option<(String, GroupId)>,
    limit: usize,
) -> Result<Vec<GroupRow>, DbError> {
    let mut select = in_scope(scope)
        .order_by("name", Order::Asc)
        .order_by("id", Order::Asc)
        .limit(limit as u64)
        .take();
    if let Some((name, id)) = after {
        let same_name = Cond::all()
            .add(Expr::col("name").eq(name.clone()))
            .add(Expr::col("id").gt(id));
        let later = Cond::any().add(Expr::col("name").gt(name)).add(same_name);
        select.cond_where(later);
    }
    let rows = on.conn().query_all(&select).await?;
    Ok(rows.iter().map(read).collect::<Result<_, DbErr>>()?)
}

/// A group that the reader may use.
pub(super) async fn one(
    on: &impl Reading,
    scope: &Scope,
    id: GroupId,
) -> Result<Option<GroupRow>, DbError> {
    let mut select = in_scope(scope);
    select.and_where(Expr::col("id").eq(id));
    let row = on.conn().query_one(&select).await?;
    Ok(row.as_ref().map(read).transpose()?)
}

/// Which of these groups the reader may use.
pub(super) async fn usable(
    on: &impl Reading,
    scope: &Scope,
    groups: &[GroupId],
) -> Result<Vec<GroupId>, DbError> {
    let mut select = in_scope(scope);
    select.and_where(Expr::col("id").is_in(groups.iter().copied()));
    let rows = on.conn().query_all(&select).await?;
    let ids = rows.iter().map(|row| row.try_get_by_index(0));
    Ok(ids.collect::<Result<_, DbErr>>()?)
}

/// Whom a group names.
pub(super) async fn members(on: &impl Reading, id: GroupId) -> Result<Vec<Member>, DbError> {
    let select = Query::select()
        .columns(["kind", "member"])
        .from("own_group_members")
        .and_where(Expr::col("own_group").eq(id))
        .order_by("kind", Order::Asc)
        .order_by("member", Order::Asc)
        .take();
    read_members(on, &select).await
}

/// These groups and all within them.
pub(super) async fn within(on: &impl Reading, groups: &[GroupId]) -> Result<Vec<GroupId>, DbError> {
    let select = Query::select().column("id").from("reached").take();
    let select = select.with(reached(groups));
    let rows = on.conn().query_all(&select).await?;
    let ids = rows.iter().map(|row| row.try_get_by_index(0));
    Ok(ids.collect::<Result<_, DbErr>>()?)
}

/// Everyone whom groups name, and the groups within them, in one query.
pub(crate) async fn resolved(on: &impl Reading, groups: &[GroupId]) -> Result<Audience, DbError> {
    let select = Query::select()
        .columns([("m", "kind"), ("m", "member")])
        .from_as("own_group_members", "m")
        .join(
            JoinType::InnerJoin,
            "reached",
            Expr::col(("reached", "id")).equals(("m", "own_group")),
        )
        .take()
        .with(reached(groups));
    let mut audience = Audience::default();
    for row in on.conn().query_all(&select).await? {
        let kind: String = row.try_get_by_index(0)?;
        match from_parts(&kind, row.try_get_by_index(1)?)? {
            Member::Person(person) => audience.people.push(person),
            Member::Post(post) => audience.posts.push(post),
            Member::Unit(unit) => audience.units.push(unit),
            Member::Group(_) => {}
        }
    }
    Ok(audience)
}

async fn read_members(on: &impl Reading, select: &SelectStatement) -> Result<Vec<Member>, DbError> {
    let rows = on.conn().query_all(select).await?;
    let members = rows.iter().map(|row| {
        let kind: String = row.try_get_by_index(0)?;
        from_parts(&kind, row.try_get_by_index(1)?)
    });
    Ok(members.collect::<Result<_, DbErr>>()?)
}

/// The table `reached`: these groups and all within them. A union that keeps each once ends even in a circle.
fn reached(groups: &[GroupId]) -> WithClause {
    let mut reached = Query::select()
        .column("id")
        .from("own_groups")
        .and_where(Expr::col("id").is_in(groups.iter().copied()))
        .take();
    let within = Query::select()
        .column(("m", "member"))
        .from_as("own_group_members", "m")
        .join(
            JoinType::InnerJoin,
            "reached",
            Expr::col(("reached", "id")).equals(("m", "own_group")),
        )
        .and_where(Expr::col(("m", "kind")).eq("group"))
        .take();
    reached.union(UnionType::Distinct, within);
    let table = CommonTableExpression::new()
        .query(reached)
        .column("id")
        .table_name("reached")
        .to_owned();
    WithClause::new().recursive(true).cte(table).to_owned()
}
