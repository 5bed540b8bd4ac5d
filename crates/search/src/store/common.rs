//! Table `search_common`: the terms that stand in over one of a hundred entries. A night counts them.

use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use sea_orm::{ConnectionTrait as _, DbBackend, DbErr, Statement};
use yakusho_kernel::{DbError, Permit, Reading, Tx};

/// Of one of how many entries a term is common.
const OF: i64 = 100;

/// Fewer entries than this are ranked, however many a term stands in.
const FEW: i64 = 1_000;

/// On PostgreSQL, of how many entries about the terms are counted.
const SAMPLE: i64 = 20_000;

/// Rows in one statement.
const CHUNK: usize = 1_000;

/// The terms that are common now.
pub(crate) async fn count(on: &impl Reading) -> Result<Vec<String>, DbError> {
    let conn = on.conn();
    let backend = conn.get_database_backend();
    let all = Statement::from_string(backend, "SELECT count(*) FROM search_items");
    let all = conn.query_one_raw(all).await?;
    let all: i64 = all.map_or(Ok(0), |row| row.try_get_by_index(0))?;
    if all < FEW {
        return Ok(Vec::new());
    }
    let common = if backend == DbBackend::Sqlite {
        let asked = "SELECT term FROM search_vocabulary WHERE doc > ?";
        Statement::from_sql_and_values(backend, asked, [(all / OF).into()])
    } else {
        let share = (100 * SAMPLE / all).clamp(1, 100);
        let sample = format!("search_items TABLESAMPLE SYSTEM ({share}) REPEATABLE (1)");
        let asked = format!(
            "SELECT word FROM ts_stat('SELECT words FROM {sample}') WHERE ndoc * {OF} > (SELECT count(*) FROM {sample})"
        );
        Statement::from_string(backend, asked)
    };
    let rows = conn.query_all_raw(common).await?;
    let terms = rows.iter().map(|row| row.try_get_by_index(0));
    Ok(terms.collect::<Result<_, DbErr>>()?)
}

/// Puts terms in place of those that were common.
pub(crate) async fn replace(tx: &Tx, _: &Permit, terms: &[String]) -> Result<(), DbError> {
    let before = Query::delete().from_table("search_common").take();
    tx.conn().execute(&before).await?;
    for terms in terms.chunks(CHUNK) {
        let mut insert = Query::insert();
        insert.into_table("search_common").columns(["term"]);
        for term in terms {
            insert.values_panic([term.as_str().into()]);
        }
        tx.conn().execute(&insert).await?;
    }
    Ok(())
}

/// Whether each of these terms is common.
pub(crate) async fn are_common(on: &impl Reading, terms: &[&str]) -> Result<bool, DbError> {
    let mut terms = terms.to_vec();
    terms.sort_unstable();
    terms.dedup();
    let select = Query::select()
        .column("term")
        .from("search_common")
        .and_where(Expr::col("term").is_in(terms.iter().copied()))
        .take();
    Ok(on.conn().query_all(&select).await?.len() == terms.len())
}
