//! Statements whose text is built once: what every request asks is long, and the same each time but for a few values.

use std::sync::OnceLock;

use sea_orm::sea_query::SelectStatement;
use sea_orm::{DbBackend, Statement, Value, Values};

/// A query that is the same each time but for `N` values. For stores alone.
#[derive(Debug)]
pub struct Prepared<const N: usize> {
    build: fn() -> ([Value; N], SelectStatement),
    sqlite: OnceLock<Built>,
    postgres: OnceLock<Built>,
}

#[derive(Debug)]
struct Built {
    text: String,
    places: Vec<Place>,
}

/// What stands at a place of the text.
#[derive(Debug)]
enum Place {
    /// The same each time.
    Fixed(Value),
    /// The one of that number of the values that are given each time.
    Given(usize),
}

impl<const N: usize> Prepared<N> {
    /// A query as `build` makes it, with marks in place of the values that are given each time: values that it has nowhere
    /// else.
    pub const fn new(build: fn() -> ([Value; N], SelectStatement)) -> Self {
        Self {
            build,
            sqlite: OnceLock::new(),
            postgres: OnceLock::new(),
        }
    }

    /// The query with these values in place of the marks.
    pub fn with(&self, backend: DbBackend, given: &[Value; N]) -> Statement {
        let built = match backend {
            DbBackend::Sqlite => &self.sqlite,
            _ => &self.postgres,
        };
        let Built { text, places } = built.get_or_init(|| self.built(backend));
        let values = places.iter().map(|place| match place {
            Place::Fixed(value) => value.clone(),
            Place::Given(number) => given[*number].clone(),
        });
        Statement::from_sql_and_values(backend, text, values)
    }

    fn built(&self, backend: DbBackend) -> Built {
        let (marks, select) = (self.build)();
        let Statement { sql, values, .. } = backend.build(&select);
        let Values(values) = values.unwrap_or_else(|| Values(Vec::new()));
        let place = |value| match marks.iter().position(|mark| *mark == value) {
            Some(number) => Place::Given(number),
            None => Place::Fixed(value),
        };
        Built {
            text: sql,
            places: values.into_iter().map(place).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use sea_orm::sea_query::{Expr, ExprTrait as _, Query};

    use super::*;

    static ASKED: Prepared<2> = Prepared::new(|| {
        let select = Query::select()
            .column("id")
            .from("things")
            .and_where(Expr::col("owner").eq(-1))
            .and_where(Expr::col("state").eq("open"))
            .and_where(Expr::col("since").gt("mark"))
            .and_where(Expr::col("maker").eq(-1))
            .take();
        ([(-1).into(), "mark".into()], select)
    });

    #[test]
    fn the_values_stand_where_the_marks_stood() {
        for (backend, place) in [(DbBackend::Sqlite, "?"), (DbBackend::Postgres, "$4")] {
            for (owner, since) in [(7, "a"), (8, "b")] {
                let asked = ASKED.with(backend, &[owner.into(), since.into()]);
                assert!(asked.sql.ends_with(&format!("\"maker\" = {place}")));
                let values: [Value; 4] = [owner.into(), "open".into(), since.into(), owner.into()];
                assert_eq!(asked.values, Some(Values(values.to_vec())));
            }
        }
    }
}
