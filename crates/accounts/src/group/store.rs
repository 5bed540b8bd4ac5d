//! The tables of groups.

use sea_orm::sea_query::{
    CommonTableExpression, Expr, ExprTrait as _, JoinType, Query, UnionType, WithClause,
};
use sea_orm::{ConnectionTrait as _, DbErr};
use uuid::Uuid;
use yakusho_kernel::{DbError, Reading};

use super::GroupId;
use crate::directory::Audience;

/// Everyone whom groups name, and the groups within them, in one query.
pub(crate) async fn resolved(on: &impl Reading, groups: &[GroupId]) -> Result<Audience, DbError> {
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
    // A union that keeps each group once ends even where groups hold each other.
    reached.union(UnionType::Distinct, within);
    let reached = CommonTableExpression::new()
        .query(reached)
        .column("id")
        .table_name("reached")
        .to_owned();
    let select = Query::select()
        .columns([("m", "kind"), ("m", "member")])
        .from_as("own_group_members", "m")
        .join(
            JoinType::InnerJoin,
            "reached",
            Expr::col(("reached", "id")).equals(("m", "own_group")),
        )
        .take()
        .with(WithClause::new().recursive(true).cte(reached).to_owned());
    let mut members = Audience::default();
    for row in on.conn().query_all(&select).await? {
        let kind: String = row.try_get_by_index(0)?;
        let id: Uuid = row.try_get_by_index(1)?;
        match kind.as_str() {
            "person" => members.people.push(id.into()),
            "post" => members.posts.push(id.into()),
            "unit" => members.units.push(id.into()),
            "group" => {}
            other => return Err(DbErr::Type(format!("unknown member {other:?}")).into()),
        }
    }
    Ok(members)
}
