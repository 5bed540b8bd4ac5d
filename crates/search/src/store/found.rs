//! Finding entries: by rank or the newest first, with the rights of whoever asks in the query itself.

use sea_orm::sea_query::extension::postgres::PgExpr;
use sea_orm::sea_query::extension::sqlite::SqliteExpr;
use sea_orm::sea_query::{
    Condition, Expr, ExprTrait as _, JoinType, Order, Query, SelectStatement,
};
use sea_orm::{ConnectionTrait as _, DbBackend, FromQueryResult};
use uuid::Uuid;
use yakusho_kernel::{DbError, Reading, Timestamp, UnitId};

use super::{ITEMS, Seen};
use crate::query::{Phrase, Query as Question};

/// Where somebody is in what was found: the rank, none where it is the newest first, and the number of the entry.
pub(crate) type Place = (Option<i64>, i64);

/// What is sought.
pub(crate) struct Sought<'a> {
    pub(crate) question: &'a Question,
    /// Of each kind that is sought, which may be seen.
    pub(crate) seen: &'a [(&'static str, Seen)],
    pub(crate) sections: &'a [UnitId],
    pub(crate) from: Option<Timestamp>,
    /// Before which it is.
    pub(crate) before: Option<Timestamp>,
    /// Whether it is answered by rank, and not the newest first.
    pub(crate) ranked: bool,
}

/// An entry that was found.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Row {
    pub(crate) id: i64,
    pub(crate) kind: String,
    pub(crate) item: Uuid,
    pub(crate) place: Option<Uuid>,
    pub(crate) section: Option<UnitId>,
    pub(crate) at: Timestamp,
    pub(crate) title: String,
    pub(crate) body: String,
}

fn item(column: &'static str) -> Expr {
    Expr::col((ITEMS, column))
}

/// What was found after a place, at most so many, each with its own place.
pub(crate) async fn page(
    on: &impl Reading,
    sought: &Sought<'_>,
    after: Option<Place>,
    size: usize,
) -> Result<Vec<(Place, Row)>, DbError> {
    let select = places(on.conn().get_database_backend(), sought, after, size);
    let found = on.conn().query_all(&select).await?;
    let places = found
        .iter()
        .map(|row| Ok((row.try_get_by_index(1)?, row.try_get_by_index(0)?)))
        .collect::<Result<Vec<Place>, DbError>>()?;
    if places.is_empty() {
        return Ok(Vec::new());
    }
    let select = Query::select()
        .columns([
            "id", "kind", "item", "place", "section", "at", "title", "body",
        ])
        .from("search_items")
        .and_where(Expr::col("id").is_in(places.iter().map(|place| place.1)))
        .take();
    let rows = on.conn().query_all(&select).await?;
    let rows = rows.iter().map(|row| Row::from_query_result(row, ""));
    let rows = rows.collect::<Result<Vec<Row>, _>>()?;
    let whole = |place: Place| {
        let row = rows.iter().find(|row| row.id == place.1)?;
        Some((place, row.clone()))
    };
    Ok(places.into_iter().filter_map(whole).collect())
}

/// The numbers and ranks of what is found, in its order. The texts are read of those alone that are on the page.
fn places(
    backend: DbBackend,
    sought: &Sought<'_>,
    after: Option<Place>,
    size: usize,
) -> SelectStatement {
    let asked = if backend == DbBackend::Sqlite {
        on_sqlite(sought.question)
    } else {
        on_postgres(sought.question)
    };
    let id = if backend == DbBackend::Sqlite {
        Expr::col(("search_words", "rowid"))
    } else {
        item("id")
    };
    let rank = match (sought.ranked, backend) {
        (false, _) => Expr::val(None::<i64>).cast_as("bigint"),
        (true, DbBackend::Sqlite) => {
            Expr::cust("CAST(-1000000000 * bm25(search_words, 8.0, 1.0) AS integer)")
        }
        (true, _) => Expr::cust_with_exprs(
            "CAST(1000000000 * ts_rank($1, $2) AS bigint)",
            [item("words"), query(&asked)],
        ),
    };
    let mut select = Query::select();
    select.expr(id.clone()).expr(rank.clone());
    if backend == DbBackend::Sqlite {
        // In that order: the other would ask the full-text table anew for every entry there is.
        select
            .from("search_words")
            .join_as(JoinType::CrossJoin, "search_items", ITEMS, Condition::all())
            .and_where(item("id").eq(id.clone()))
            .and_where(SqliteExpr::matches(
                Expr::col(("search_words", "search_words")),
                asked,
            ));
    } else {
        select
            .from_as("search_items", ITEMS)
            .and_where(PgExpr::matches(item("words"), query(&asked)));
    }
    select.cond_where(allowed(sought));
    if let Some((before, last)) = after {
        let further = id.clone().lt(last);
        select.and_where(match before {
            Some(before) => {
                let same = rank.clone().eq(before).and(further);
                rank.clone().lt(before).or(same)
            }
            None => further,
        });
    }
    if sought.ranked {
        select.order_by_expr(rank, Order::Desc);
    }
    select.order_by_expr(id, Order::Desc).limit(size as u64);
    select
}

fn query(asked: &str) -> Expr {
    Expr::val(asked).cast_as("tsquery")
}

/// What the reader may see, and asked for beside the words.
fn allowed(sought: &Sought<'_>) -> Condition {
    let mut kinds = Condition::any();
    for (kind, Seen(seen)) in sought.seen {
        let of_kind = Condition::all().add(item("kind").eq(*kind));
        kinds = kinds.add(of_kind.add(seen.clone()));
    }
    let sections = sought.sections.iter().copied();
    let sections = (!sought.sections.is_empty()).then(|| item("section").is_in(sections));
    Condition::all()
        .add(kinds)
        .add_option(sections)
        .add_option(sought.from.map(|from| item("at").gte(from)))
        .add_option(sought.before.map(|before| item("at").lt(before)))
}

/// A question in the words of SQLite's full-text tables. Terms are letters and digits alone.
fn on_sqlite(question: &Question) -> String {
    let phrase = |phrase: &Phrase| {
        let star = if phrase.begins { " *" } else { "" };
        format!("\"{}\"{star}", phrase.terms.join(" "))
    };
    let wanted: Vec<String> = question.wanted.iter().map(phrase).collect();
    let unwanted: Vec<String> = question.unwanted.iter().map(phrase).collect();
    let wanted = wanted.join(" AND ");
    if unwanted.is_empty() {
        wanted
    } else {
        format!("({wanted}) NOT ({})", unwanted.join(" OR "))
    }
}

/// The same in PostgreSQL's.
fn on_postgres(question: &Question) -> String {
    let phrase = |phrase: &Phrase| {
        let terms: Vec<String> = phrase
            .terms
            .iter()
            .map(|term| format!("'{term}'"))
            .collect();
        let star = if phrase.begins { ":*" } else { "" };
        format!("({}{star})", terms.join(" <-> "))
    };
    let wanted = question.wanted.iter().map(phrase);
    let unwanted = question.unwanted.iter().map(phrase);
    let all = wanted.chain(unwanted.map(|phrase| format!("!{phrase}")));
    all.collect::<Vec<_>>().join(" & ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_put_to_each_database_in_its_own_words() {
        let question = Question::of("会議室 税 -案文");
        assert_eq!(
            on_sqlite(&question),
            r#"("会議 議室" AND "税" *) NOT ("案文")"#
        );
        assert_eq!(
            on_postgres(&question),
            "('会議' <-> '議室') & ('税':*) & !('案文')"
        );
    }
}
