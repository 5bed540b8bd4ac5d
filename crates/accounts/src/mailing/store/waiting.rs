//! The table `notice_mails`: notices that may be mailed, until they are or need not be.

use sea_orm::sea_query::{
    Expr, ExprTrait as _, InsertStatement, JoinType, LockBehavior, LockType, OnConflict, Order,
    Query,
};
use sea_orm::{ConnectionTrait as _, DbErr};
use yakusho_kernel::{Cx, DbError, NoticeId, Permit, PersonId, Reading, Timestamp, Tx};

use crate::mailing::model::MailId;

/// A notice whose time to be looked at has come.
#[derive(Clone, Debug)]
pub(in crate::mailing) struct Waiting {
    pub(in crate::mailing) notice: NoticeId,
    pub(in crate::mailing) person: PersonId,
    pub(in crate::mailing) kind: String,
    pub(in crate::mailing) told: Timestamp,
    pub(in crate::mailing) seen: bool,
}

/// Where a notice goes from there: into a mail, or on waiting.
#[derive(Clone, Copy, Debug)]
pub(in crate::mailing) struct Placed {
    pub(in crate::mailing) notice: NoticeId,
    pub(in crate::mailing) person: PersonId,
    pub(in crate::mailing) due: Timestamp,
    pub(in crate::mailing) mail: Option<MailId>,
}

/// Lays those of the notices aside that were told now, to people with a box for mail: what every program hands to
/// [`Env::new`](yakusho_kernel::Env::new).
pub fn lay_aside(ids: &[NoticeId]) -> Result<InsertStatement, DbError> {
    let notice = |name| Expr::col(("n", name));
    let boxed = Expr::col(("b", "person")).equals(("n", "person"));
    let told = Query::select()
        .columns([("n", "id"), ("n", "person"), ("n", "at")])
        .from_as("notices", "n")
        .join_as(JoinType::InnerJoin, "mail_boxes", "b", boxed)
        .and_where(notice("id").is_in(ids.iter().copied()))
        .and_where(Expr::col(("b", "address")).is_not_null())
        .take();
    let mut laid = Query::insert()
        .into_table("notice_mails")
        .columns(["notice", "person", "due_at"])
        .take();
    laid.select_from(told)
        .map_err(|error| DbErr::Custom(error.to_string()))?;
    Ok(laid)
}

/// Whether there is a notice to be looked at.
pub(in crate::mailing) async fn any_due(cx: &Cx) -> Result<bool, DbError> {
    let select = Query::select()
        .expr(Expr::value(1))
        .from("notice_mails")
        .and_where(Expr::col("mail").is_null())
        .and_where(Expr::col("due_at").lte(cx.now()))
        .limit(1)
        .take();
    Ok(cx.reader().conn().query_one(&select).await?.is_some())
}

/// Notices to be looked at, at most `limit`, those of one person and time together. They are this transaction's: another
/// server passes over them.
pub(in crate::mailing) async fn due(tx: &Tx, limit: u64) -> Result<Vec<Waiting>, DbError> {
    let same = Expr::col(("n", "id")).equals(("q", "notice"));
    let select = Query::select()
        .columns([("q", "notice"), ("q", "person")])
        .columns([("n", "kind"), ("n", "at"), ("n", "seen_at")])
        .from_as("notice_mails", "q")
        .join_as(JoinType::InnerJoin, "notices", "n", same)
        .and_where(Expr::col(("q", "mail")).is_null())
        .and_where(Expr::col(("q", "due_at")).lte(tx.cx().now()))
        .order_by(("q", "due_at"), Order::Asc)
        .order_by(("q", "person"), Order::Asc)
        .limit(limit)
        .lock_with_tables_behavior(LockType::Update, ["q"], LockBehavior::SkipLocked)
        .take();
    let rows = tx.conn().query_all(&select).await?;
    let rows = rows.iter().map(|row| {
        Ok(Waiting {
            notice: row.try_get_by_index(0)?,
            person: row.try_get_by_index(1)?,
            kind: row.try_get_by_index(2)?,
            told: row.try_get_by_index(3)?,
            seen: row.try_get_by_index::<Option<Timestamp>>(4)?.is_some(),
        })
    });
    Ok(rows.collect::<Result<_, DbErr>>()?)
}

/// Writes where notices go, in one statement.
pub(in crate::mailing) async fn place(tx: &Tx, placed: &[Placed]) -> Result<(), DbError> {
    if placed.is_empty() {
        return Ok(());
    }
    let mut insert = Query::insert()
        .into_table("notice_mails")
        .columns(["notice", "person", "due_at", "mail"])
        .take();
    for one in placed {
        insert.values_panic([
            one.notice.into(),
            one.person.into(),
            one.due.into(),
            one.mail.into(),
        ]);
    }
    let over = OnConflict::column("notice")
        .update_columns(["due_at", "mail"])
        .to_owned();
    tx.conn().execute(insert.on_conflict(over)).await?;
    Ok(())
}

/// Takes notices out that are not mailed.
pub(in crate::mailing) async fn forget(tx: &Tx, notices: &[NoticeId]) -> Result<(), DbError> {
    if notices.is_empty() {
        return Ok(());
    }
    let delete = Query::delete()
        .from_table("notice_mails")
        .and_where(Expr::col("notice").is_in(notices.iter().copied()))
        .take();
    tx.conn().execute(&delete).await?;
    Ok(())
}

/// Has everything looked at anew that waits for a person.
pub(in crate::mailing) async fn look_again(
    tx: &Tx,
    _: &Permit,
    person: PersonId,
) -> Result<(), DbError> {
    let update = Query::update()
        .table("notice_mails")
        .value("due_at", tx.cx().now())
        .and_where(Expr::col("person").eq(person))
        .and_where(Expr::col("mail").is_null())
        .take();
    tx.conn().execute(&update).await?;
    Ok(())
}

/// Takes out what belongs to mails that ended.
pub(in crate::mailing) async fn forget_of(tx: &Tx, mails: &[MailId]) -> Result<(), DbError> {
    if mails.is_empty() {
        return Ok(());
    }
    let delete = Query::delete()
        .from_table("notice_mails")
        .and_where(Expr::col("mail").is_in(mails.iter().copied()))
        .take();
    tx.conn().execute(&delete).await?;
    Ok(())
}

/// Takes out what should have been looked at before that moment: nobody mails anything. Says how much it was.
pub(in crate::mailing) async fn forget_before(tx: &Tx, moment: Timestamp) -> Result<u64, DbError> {
    let delete = Query::delete()
        .from_table("notice_mails")
        .and_where(Expr::col("mail").is_null())
        .and_where(Expr::col("due_at").lt(moment))
        .take();
    Ok(tx.conn().execute(&delete).await?.rows_affected())
}
