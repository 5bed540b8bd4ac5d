//! Queries over the trail.

use sea_orm::sea_query::{Expr, ExprTrait as _, Query, SelectStatement, UnionType};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait as _, EntityTrait as _, FromQueryResult,
    QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use time::Duration;
use uuid::Uuid;
use yakusho_kernel::audit_entry::{Column, Entity};
use yakusho_kernel::{Cursor, DbError, Fault, Outcome, Page, Reading, Timestamp};
use yakusho_regulation::Rule;

use crate::{Entry, Evidence, Filter};

pub(crate) async fn page(
    on: &impl Reading,
    filter: &Filter,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Entry>, Fault> {
    let mut find = Entity::find().filter(condition(filter));
    if let Some(cursor) = after {
        find = find.filter(Column::Id.lt(cursor.key::<Uuid>()?));
    }
    let rows = find
        .order_by_desc(Column::Id)
        .limit(size as u64 + 1)
        .all(&on.conn())
        .await
        .map_err(DbError::from)?;
    Ok(Page::of(rows, size, |entry| entry.id))
}

pub(crate) async fn get(on: &impl Reading, id: Uuid) -> Result<Option<Entry>, DbError> {
    Ok(Entity::find_by_id(id).one(&on.conn()).await?)
}

pub(crate) fn condition(filter: &Filter) -> Condition {
    let mut all = Condition::all();
    if let Some(person) = filter.person {
        all = all.add(
            Condition::any()
                .add(Column::Person.eq(person))
                .add(Column::OnBehalf.eq(person)),
        );
    }
    if let Some(subject) = &filter.subject {
        all = all
            .add(Column::SubjectKind.eq(subject.kind.as_ref()))
            .add(Column::SubjectId.eq(subject.id));
    }
    if let Some(act) = &filter.act {
        // A range instead of LIKE: it uses the index, and nothing in it needs escaping.
        all = all
            .add(Column::Act.gte(act.as_str()))
            .add(Column::Act.lt(format!("{act}\u{10ffff}")));
    }
    if let Some(rule) = filter.rule {
        all = all.add(Column::Rule.eq(rule.id()));
    }
    if let Some(outcome) = &filter.outcome {
        all = all.add(Column::Outcome.eq(outcome.as_str()));
    }
    if let Some(from) = filter.from {
        all = all.add(Column::At.gte(Timestamp::start_of(from)));
    }
    if let Some(until) = filter.until {
        all = all.add(Column::At.lt(Timestamp::start_of(until).plus(Duration::DAY)));
    }
    all
}

#[derive(FromQueryResult)]
struct Last {
    rule: String,
    outcome: String,
    at: Option<Timestamp>,
}

/// One look into the index for each rule and outcome, all in one statement.
pub(crate) async fn evidence(on: &impl Reading) -> Result<Vec<Evidence>, DbError> {
    let mut looks = Rule::ALL
        .iter()
        .flat_map(|rule| [last(*rule, Outcome::Done), last(*rule, Outcome::Refused)]);
    let Some(mut all) = looks.next() else {
        return Ok(Vec::new());
    };
    for look in looks {
        all.union(UnionType::All, look);
    }
    let conn = on.conn();
    let rows = Last::find_by_statement(conn.get_database_backend().build(&all))
        .all(&conn)
        .await?;
    let at = |rule: Rule, outcome: Outcome| {
        let row = rows
            .iter()
            .find(|row| row.rule == rule.id() && row.outcome == outcome.code());
        row.and_then(|row| row.at)
    };
    Ok(Rule::ALL
        .iter()
        .map(|rule| Evidence {
            rule: *rule,
            last_done: at(*rule, Outcome::Done),
            last_refused: at(*rule, Outcome::Refused),
        })
        .collect())
}

fn last(rule: Rule, outcome: Outcome) -> SelectStatement {
    Query::select()
        .expr_as(Expr::value(rule.id()), "rule")
        .expr_as(Expr::value(outcome.code()), "outcome")
        .expr_as(Expr::col(Column::At).max(), "at")
        .from(Entity)
        .and_where(Column::Rule.eq(rule.id()))
        .and_where(Column::Outcome.eq(outcome.code()))
        .take()
}
