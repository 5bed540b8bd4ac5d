//! Loading the ledger.

use sea_orm::sea_query::{Cond, Expr, ExprTrait as _, Query, SelectStatement};
use sea_orm::{ConnectionTrait as _, DbErr, QueryResult};
use yakusho_kernel::{DbError, PersonId, PostId, Reading, Timestamp};

use super::CHUNK;
use super::facts::Fact;
use super::history::known_at;
use crate::appointment::Appointment;
use crate::delegation::Delegation;
use crate::ledger::{Days, Ledger, Line, RowId};
use crate::organisation::{Post, Unit};
use crate::staff::Staff;

/// The columns before those of the state.
pub(super) const BOOKKEEPING: usize = 5;

/// What to load besides the units and posts, which are always loaded whole.
#[derive(Clone, Debug, Default)]
pub(crate) struct Want {
    /// These people, with their appointments, and the delegations from and to them.
    pub(crate) people: Vec<PersonId>,
    /// The people with these staff numbers, likewise.
    pub(crate) numbers: Vec<String>,
    /// The appointments to these posts, and the delegations for them.
    pub(crate) posts: Vec<PostId>,
}

impl Want {
    /// These people.
    pub(crate) fn people(people: Vec<PersonId>) -> Self {
        Self {
            people,
            ..Self::default()
        }
    }

    /// The holders of these posts.
    pub(crate) fn holders(posts: Vec<PostId>) -> Self {
        Self {
            posts,
            ..Self::default()
        }
    }

    /// The same, each thing once.
    pub(crate) fn distinct(mut self) -> Self {
        fn once<T: Ord>(things: &mut Vec<T>) {
            things.sort_unstable();
            things.dedup();
        }
        once(&mut self.people);
        once(&mut self.numbers);
        once(&mut self.posts);
        self
    }
}

/// Loads what is known now.
pub(crate) async fn load(on: &impl Reading, want: &Want) -> Result<Ledger, DbError> {
    load_as(on, want, None).await
}

/// Loads what was known at a time; now, if none is given.
pub(crate) async fn load_as(
    on: &impl Reading,
    want: &Want,
    known: Option<Timestamp>,
) -> Result<Ledger, DbError> {
    let mut ledger = Ledger::default();
    fetch::<Unit>(on, &mut ledger, known, Cond::all()).await?;
    fetch::<Post>(on, &mut ledger, known, Cond::all()).await?;
    add_as(on, &mut ledger, want, known).await?;
    Ok(ledger)
}

/// Loads more into a ledger.
pub(crate) async fn add(
    on: &impl Reading,
    ledger: &mut Ledger,
    want: &Want,
) -> Result<(), DbError> {
    add_as(on, ledger, want, None).await
}

/// Loads more of what was known at a time into a ledger; now, if none is given.
pub(crate) async fn add_as(
    on: &impl Reading,
    ledger: &mut Ledger,
    want: &Want,
    known: Option<Timestamp>,
) -> Result<(), DbError> {
    for numbers in want.numbers.chunks(CHUNK) {
        let numbers = numbers.iter().map(String::as_str);
        fetch::<Staff>(on, ledger, known, among("number", numbers)).await?;
    }
    for people in want.people.chunks(CHUNK) {
        fetch::<Staff>(on, ledger, known, among("person", people.iter().copied())).await?;
    }
    let loaded: Vec<PersonId> = ledger.staff.keys().collect();
    for people in loaded.chunks(CHUNK) {
        let ids = || people.iter().copied();
        fetch::<Appointment>(on, ledger, known, among("person", ids())).await?;
        let concerned = Cond::any()
            .add(among("person", ids()))
            .add(among("delegate", ids()));
        fetch::<Delegation>(on, ledger, known, concerned).await?;
    }
    for posts in want.posts.chunks(CHUNK) {
        let ids = || posts.iter().copied();
        fetch::<Appointment>(on, ledger, known, among("post", ids())).await?;
        fetch::<Delegation>(on, ledger, known, among("post", ids())).await?;
    }
    Ok(())
}

fn among<V: Into<Expr>>(column: &'static str, values: impl IntoIterator<Item = V>) -> Cond {
    Cond::all().add(Expr::col(column).is_in(values))
}

async fn fetch<F: Fact>(
    on: &impl Reading,
    ledger: &mut Ledger,
    known: Option<Timestamp>,
    filter: Cond,
) -> Result<(), DbError> {
    let known = known.map_or_else(current, |known| known_at(F::TABLE, known));
    let select = select_lines::<F>()
        .cond_where(known)
        .cond_where(filter)
        .take();
    let rows = on.conn().query_all(&select).await?;
    let timeline = F::of_mut(ledger);
    for row in &rows {
        let (key, _, line) = read_line::<F>(row)?;
        timeline.load(key, line);
    }
    Ok(())
}

/// That a row is known now.
pub(crate) fn current() -> Cond {
    Cond::all().add(Expr::col("superseded_at").is_null())
}

/// The columns of a fact's table, as [`read_line`] reads them.
pub(crate) fn select_lines<F: Fact>() -> SelectStatement {
    Query::select()
        .columns(["id", "cause", "valid_from", "valid_until", F::KEY])
        .columns(F::STATE.iter().copied())
        .from(F::TABLE)
        .take()
}

/// What a row is about, its id, and what it says.
pub(crate) fn read_line<F: Fact>(row: &QueryResult) -> Result<(F::Key, RowId, Line<F>), DbErr> {
    let id: RowId = row.try_get_by_index(0)?;
    let days = Days::between(row.try_get_by_index(2)?, row.try_get_by_index(3)?)
        .ok_or_else(|| DbErr::Type("a row of the ledger holds on no day".into()))?;
    let line = Line {
        row: Some(id),
        cause: row.try_get_by_index(1)?,
        days,
        state: F::read(row, BOOKKEEPING)?,
    };
    Ok((row.try_get_by_index(4)?, id, line))
}
