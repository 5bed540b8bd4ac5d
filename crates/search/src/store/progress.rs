//! Table `search_progress`: of each edition of the index, up to which thing what was there before was brought in.

use sea_orm::ConnectionTrait as _;
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict, Query, SelectStatement};
use uuid::Uuid;
use yakusho_kernel::{DbError, Permit, Reading, Tx};

/// The edition: counted up when what is kept of things changes, or other things can be found.
const EDITION: i32 = 4;

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Progress {
    /// The last thing that was looked at.
    pub(crate) upto: Uuid,
    /// Whether there is no other.
    pub(crate) done: bool,
}

fn of_edition() -> SelectStatement {
    Query::select()
        .columns(["upto", "done"])
        .from("search_progress")
        .and_where(Expr::col("edition").eq(EDITION))
        .take()
}

/// Whether something that was there before may still be missing.
pub(crate) async fn is_behind(on: &impl Reading) -> Result<bool, DbError> {
    let row = on.conn().query_one(&of_edition()).await?;
    let done: Option<bool> = row.map(|row| row.try_get_by_index(1)).transpose()?;
    Ok(done != Some(true))
}

/// How far it has come; nobody else brings it on until the act ends.
pub(crate) async fn hold(tx: &Tx, _: &Permit) -> Result<Progress, DbError> {
    let mut begin = Query::insert();
    begin
        .into_table("search_progress")
        .columns(["edition", "upto", "done"])
        .values_panic([EDITION.into(), Uuid::nil().into(), false.into()])
        .on_conflict(OnConflict::column("edition").do_nothing().to_owned());
    tx.conn().execute(&begin).await?;
    let mut select = of_edition();
    select.lock_exclusive();
    let row = tx.conn().query_one(&select).await?;
    let row = row.map(|row| {
        Ok::<_, sea_orm::DbErr>(Progress {
            upto: row.try_get_by_index(0)?,
            done: row.try_get_by_index(1)?,
        })
    });
    let none = Progress {
        upto: Uuid::nil(),
        done: false,
    };
    Ok(row.transpose()?.unwrap_or(none))
}

/// Says how far it has come.
pub(crate) async fn advance(tx: &Tx, _: &Permit, to: Progress) -> Result<(), DbError> {
    let update = Query::update()
        .table("search_progress")
        .value("upto", to.upto)
        .value("done", to.done)
        .and_where(Expr::col("edition").eq(EDITION))
        .take();
    tx.conn().execute(&update).await?;
    Ok(())
}

/// Has everything be brought in anew.
pub(crate) async fn begin_anew(tx: &Tx, _: &Permit) -> Result<(), DbError> {
    let delete = Query::delete().from_table("search_progress").take();
    tx.conn().execute(&delete).await?;
    Ok(())
}
