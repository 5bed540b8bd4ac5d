//! How a database answers a statement.

use sea_orm::{ConnectionTrait as _, DbBackend, Statement, TransactionTrait as _};

use crate::World;

impl World {
    /// The lines of the plan by which the database answers a statement. On PostgreSQL, of that which it takes if any index
    /// serves: of the few rows of a test it may well prefer to read all.
    pub async fn plan(&self, sql: &str) -> Vec<String> {
        let backend = self.env.db().backend();
        let tx = self.env.db().for_migrations().begin().await;
        let tx = tx.expect("a transaction");
        let (explain, column) = if backend == DbBackend::Sqlite {
            (format!("EXPLAIN QUERY PLAN {sql}"), "detail")
        } else {
            let prepare = format!(
                "SET LOCAL enable_seqscan = off; SET LOCAL plan_cache_mode = force_generic_plan; PREPARE asked AS {sql}"
            );
            let prepared = tx.execute_unprepared(&prepare).await;
            prepared.expect("a statement that can be prepared");
            (
                format!("EXPLAIN EXECUTE asked {}", nulls(sql)),
                "QUERY PLAN",
            )
        };
        let rows = tx.query_all_raw(Statement::from_string(backend, explain));
        let rows = rows.await.expect("a plan");
        let lines = rows.iter().map(|row| row.try_get("", column));
        let lines = lines.collect::<Result<_, _>>().expect("lines of text");
        // What is prepared outlives its transaction.
        if backend != DbBackend::Sqlite {
            let released = tx.execute_unprepared("DEALLOCATE asked").await;
            released.expect("the statement that was prepared");
        }
        tx.rollback().await.expect("a transaction");
        lines
    }
}

/// A NULL for each place of a statement, in brackets; nothing where it has none.
fn nulls(sql: &str) -> String {
    let places = sql.split('$').skip(1).filter_map(|rest| {
        let end = rest.find(|digit: char| !digit.is_ascii_digit());
        rest[..end.unwrap_or(rest.len())].parse::<usize>().ok()
    });
    match places.max() {
        Some(places) => format!("({})", vec!["NULL"; places].join(", ")),
        None => String::new(),
    }
}
