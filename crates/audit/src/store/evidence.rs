//! Table `audit_citations`, and when rules were last seen at work.
//!
//! An entry names the rule that it cites first in a column with an index, and others in its facts. Of those, the sealer
//! notes the last entry of each day by rule, so that writers have nothing to do for it.

use std::collections::BTreeMap;

use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait as _, FromQueryResult};
use time::Date;
use uuid::Uuid;
use yakusho_kernel::{DbError, Outcome, Reading, Timestamp, Tx};
use yakusho_regulation::Rule;

use crate::{Entry, Evidence};

#[derive(FromQueryResult)]
struct Last {
    rule: String,
    outcome: String,
    at: Option<Timestamp>,
    entry: Option<Uuid>,
    beside_at: Option<Timestamp>,
    beside_entry: Option<Uuid>,
}

/// A look into each of two indexes for every rule and outcome, all in one statement.
pub(crate) async fn evidence(
    on: &impl Reading,
    before: Timestamp,
) -> Result<Vec<Evidence>, DbError> {
    let sought = Rule::ALL
        .iter()
        .flat_map(|rule| OUTCOMES.map(|outcome| (rule.id(), outcome.code())));
    let first = |column| last("audit_entries", column, before);
    let beside = |column| last("audit_citations", column, before);
    let all = Query::select()
        .expr_as(Expr::col((SOUGHT, "column1")), "rule")
        .expr_as(Expr::col((SOUGHT, "column2")), "outcome")
        .expr_as(first("at"), "at")
        .expr_as(first("id"), "entry")
        .expr_as(beside("at"), "beside_at")
        .expr_as(beside("entry"), "beside_entry")
        .from_values(sought, SOUGHT)
        .take();
    let rows = on.conn().query_all(&all).await?;
    let rows: Vec<Last> = rows
        .iter()
        .map(|row| Last::from_query_result(row, ""))
        .collect::<Result<_, _>>()?;
    let seen = |rule: Rule, outcome: Outcome| {
        let row = rows
            .iter()
            .find(|row| row.rule == rule.id() && row.outcome == outcome.code())?;
        row.at
            .zip(row.entry)
            .max(row.beside_at.zip(row.beside_entry))
    };
    let each = Rule::ALL.iter().map(|rule| {
        let (done, refused) = (seen(*rule, Outcome::Done), seen(*rule, Outcome::Refused));
        Evidence {
            rule: *rule,
            last_done: done.map(|(at, _)| at),
            last_refused: refused.map(|(at, _)| at),
            entry: done.max(refused).map(|(_, entry)| entry),
        }
    });
    Ok(each.collect())
}

/// What counts as a rule at work.
const OUTCOMES: [Outcome; 2] = [Outcome::Done, Outcome::Refused];

/// What the rules and outcomes that are looked for are called in the query.
const SOUGHT: &str = "sought";

/// What stands in that column of the last row that is of the rule and outcome sought and older than that.
fn last(table: &'static str, column: &'static str, before: Timestamp) -> SelectStatement {
    Query::select()
        .column((table, column))
        .from(table)
        .and_where(Expr::col((table, "rule")).equals((SOUGHT, "column1")))
        .and_where(Expr::col((table, "outcome")).equals((SOUGHT, "column2")))
        .and_where(Expr::col((table, "at")).lt(before))
        .order_by((table, "at"), Order::Desc)
        .limit(1)
        .take()
}

/// Notes what these entries, which are sealed now, cite beside their first rule.
pub(crate) async fn note(tx: &Tx, entries: &[Entry]) -> Result<(), DbError> {
    let mut cited: BTreeMap<(&str, &str, Date), (Timestamp, Uuid)> = BTreeMap::new();
    for entry in entries {
        let also = entry.detail["also"].as_array().into_iter().flatten();
        let rules = also.filter_map(|also| also.as_str()?.split(' ').next());
        for rule in rules {
            let key = (rule, entry.outcome.as_str(), entry.at.date());
            let seen = (entry.at, entry.id);
            let last = cited.entry(key).or_insert(seen);
            *last = seen.max(*last);
        }
    }
    if cited.is_empty() {
        return Ok(());
    }
    let new = |column: &'static str| Expr::col(("excluded", column));
    let later = OnConflict::columns(["rule", "outcome", "day"])
        .update_columns(["at", "entry"])
        .action_and_where(new("at").gt(Expr::col(("audit_citations", "at"))))
        .to_owned();
    let mut insert = Query::insert();
    insert
        .into_table("audit_citations")
        .columns(["rule", "outcome", "day", "at", "entry"])
        .on_conflict(later);
    for ((rule, outcome, day), (at, entry)) in cited {
        let row = [
            rule.into(),
            outcome.into(),
            day.into(),
            at.into(),
            entry.into(),
        ];
        insert
            .values(row)
            .map_err(|error| DbError::Failed(sea_orm::DbErr::Custom(error.to_string())))?;
    }
    tx.conn().execute(&insert).await?;
    Ok(())
}
