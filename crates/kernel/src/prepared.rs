//! Queries whose text is built once: what pages ask is long, and the same each time but for a few values.

mod given;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};

use sea_orm::sea_query::SelectStatement;
use sea_orm::{
    ConnectionTrait as _, DbBackend, DbErr, FromQueryResult, QueryResult, Statement, Value, Values,
};

use crate::Reading;

pub use given::{Given, Kind, Marks};

/// The most texts of one query that are kept; others are built each time.
const MOST: usize = 1_000;

/// A query that is the same each time but for what is given to it: a tuple of values, of lists of them, and of what there
/// may be or not. For stores alone.
///
/// It is built with marks in place of the values, which are put in afterwards: so it may neither look at what is given, but
/// for how many values there are, nor reckon with it.
/// ```text
/// static OF_OWNERS: Prepared<(Vec<PersonId>, Timestamp)> = Prepared::new(|(owners, since)| {
///     Query::select()
///         .column("id")
///         .from("things")
///         .and_where(Expr::col("owner").is_in(owners))
///         .and_where(Expr::col("since").gt(since))
///         .take()
/// });
/// let rows = OF_OWNERS.all(on, (owners, cx.now())).await?;
/// ```
pub struct Prepared<G: Given> {
    build: fn(G) -> SelectStatement,
    sqlite: Texts<G::Shape>,
    postgres: Texts<G::Shape>,
}

/// By how many values there are, and where there are none.
type Texts<S> = RwLock<BTreeMap<S, Arc<Built>>>;

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

impl<G: Given> fmt::Debug for Prepared<G> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Prepared").finish_non_exhaustive()
    }
}

impl<G: Given> Prepared<G> {
    /// A query as `build` makes it.
    pub const fn new(build: fn(G) -> SelectStatement) -> Self {
        Self {
            build,
            sqlite: RwLock::new(BTreeMap::new()),
            postgres: RwLock::new(BTreeMap::new()),
        }
    }

    /// What it finds.
    pub async fn all(&self, on: &impl Reading, given: G) -> Result<Vec<QueryResult>, DbErr> {
        let on = on.conn();
        let asked = self.with(on.get_database_backend(), given);
        on.query_all_raw(asked).await
    }

    /// What it finds, each as a row of that type.
    pub async fn models<M: FromQueryResult>(
        &self,
        on: &impl Reading,
        given: G,
    ) -> Result<Vec<M>, DbErr> {
        let rows = self.all(on, given).await?;
        rows.iter()
            .map(|row| M::from_query_result(row, ""))
            .collect()
    }

    /// The first of what it finds.
    pub async fn one(&self, on: &impl Reading, given: G) -> Result<Option<QueryResult>, DbErr> {
        let on = on.conn();
        let asked = self.with(on.get_database_backend(), given);
        on.query_one_raw(asked).await
    }

    fn with(&self, backend: DbBackend, given: G) -> Statement {
        let built = self.built(backend, &given.shape());
        let mut values = Vec::new();
        given.values(&mut values);
        let values = built.places.iter().map(|place| match place {
            Place::Fixed(value) => value.clone(),
            Place::Given(number) => values[*number].clone(),
        });
        Statement::from_sql_and_values(backend, &built.text, values)
    }

    fn built(&self, backend: DbBackend, shape: &G::Shape) -> Arc<Built> {
        let texts = match backend {
            DbBackend::Sqlite => &self.sqlite,
            _ => &self.postgres,
        };
        let kept = texts.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(built) = kept.get(shape) {
            return Arc::clone(built);
        }
        drop(kept);
        let built = Arc::new(self.build(backend, shape));
        let mut kept = texts.write().unwrap_or_else(PoisonError::into_inner);
        if kept.len() < MOST {
            kept.insert(shape.clone(), Arc::clone(&built));
        }
        built
    }

    fn build(&self, backend: DbBackend, shape: &G::Shape) -> Built {
        let marked = || G::marks(shape, &mut Marks::default());
        let mut marks = Vec::new();
        marked().values(&mut marks);
        let Statement { sql, values, .. } = backend.build(&(self.build)(marked()));
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
    use crate::Timestamp;

    type Asked = (i64, Vec<Timestamp>, Option<String>);

    static ASKED: Prepared<Asked> = Prepared::new(|(owner, times, maker)| {
        let mut select = Query::select();
        select
            .column("id")
            .from("things")
            .and_where(Expr::col("owner").eq(owner))
            .and_where(Expr::col("state").eq("open"))
            .and_where(Expr::col("since").is_in(times))
            .and_where(Expr::col("keeper").eq(owner));
        if let Some(maker) = maker {
            select.and_where(Expr::col("maker").eq(maker));
        }
        select
    });

    #[test]
    fn the_values_stand_where_the_marks_stood() {
        for (backend, place) in [(DbBackend::Sqlite, "?"), (DbBackend::Postgres, "$5")] {
            for (owner, since) in [(7_i64, 1_i64), (8, i64::MIN)] {
                let times = vec![Timestamp::from_millis(since), Timestamp::from_millis(2)];
                let asked = ASKED.with(backend, (owner, times, None));
                assert!(asked.sql.ends_with(&format!("\"keeper\" = {place}")));
                let values: [Value; 5] = [
                    owner.into(),
                    "open".into(),
                    since.into(),
                    2_i64.into(),
                    owner.into(),
                ];
                assert_eq!(asked.values, Some(Values(values.to_vec())));
            }
        }
    }

    #[test]
    fn there_is_a_text_for_each_number_of_values() {
        let asked = |many, maker: Option<&str>| {
            let times = vec![Timestamp::from_millis(3); many];
            let asked = (1, times, maker.map(str::to_owned));
            ASKED.with(DbBackend::Sqlite, asked)
        };
        for many in [1, 3, 1] {
            let places = asked(many, None).sql.matches('?').count();
            let with_maker = asked(many, Some("x"));
            assert_eq!(
                (places, with_maker.sql.matches('?').count()),
                (3 + many, 4 + many)
            );
            let values = with_maker
                .values
                .map_or(Vec::new(), |Values(values)| values);
            assert_eq!(values.last(), Some(&"x".into()));
        }
    }
}
