//! The table `mails`: those on their way, and those that were given up. What was sent leaves no row.

use std::collections::HashMap;

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{
    CaseStatement, Expr, ExprTrait as _, JoinType, LockBehavior, LockType, Order, Query,
};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait as _, DbErr, EntityTrait as _, FromQueryResult as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use time::Duration;
use yakusho_kernel::stored::newest;
use yakusho_kernel::{Cx, DbError, NoticeRow, PersonId, Reading, Timestamp, Tx, stored};
use yakusho_regulation::Lang;

use crate::account::usable_on;
use crate::ledger::store::holds_on;
use crate::mailing::model::{Address, FailedMail, MailId};
use crate::staff::Status;

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp};

    use crate::mailing::model::MailId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "mails")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: MailId,
        pub person: PersonId,
        pub kind: String,
        pub state: String,
        pub at: Timestamp,
        pub due_at: Timestamp,
        pub attempts: i32,
        pub why: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use row::{Column, Entity};

/// What a mail is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::mailing) enum Kind {
    /// It bears notices.
    Notices,
    /// It bears the code that confirms its address.
    Confirmation,
}

yakusho_kernel::codes! {
    Kind {
        Notices = "notices",
        Confirmation = "confirmation",
    }
}

const WAITING: &str = "waiting";
const FAILED: &str = "failed";

/// A mail that was taken up, with what is known of where it goes.
pub(in crate::mailing) struct Taken {
    pub(in crate::mailing) id: MailId,
    pub(in crate::mailing) person: PersonId,
    pub(in crate::mailing) kind: Kind,
    pub(in crate::mailing) at: Timestamp,
    pub(in crate::mailing) attempts: i32,
    pub(in crate::mailing) address: Option<Address>,
    pub(in crate::mailing) asked: Option<Address>,
    pub(in crate::mailing) code: Option<Vec<u8>>,
    pub(in crate::mailing) lang: Option<Lang>,
}

/// How a mail goes on that was not sent.
pub(in crate::mailing) struct Unsent {
    pub(in crate::mailing) id: MailId,
    /// When it is tried again; none if it is given up.
    pub(in crate::mailing) again: Option<Timestamp>,
    pub(in crate::mailing) why: String,
}

/// Has mails of a kind go to these people, as soon as somebody takes them up.
pub(in crate::mailing) async fn insert(
    tx: &Tx,
    kind: Kind,
    mails: &[(MailId, PersonId)],
) -> Result<(), DbError> {
    if mails.is_empty() {
        return Ok(());
    }
    let now = tx.cx().now();
    let rows = mails.iter().map(|(id, person)| row::ActiveModel {
        id: Set(*id),
        person: Set(*person),
        kind: Set(kind.code().to_owned()),
        state: Set(WAITING.to_owned()),
        at: Set(now),
        due_at: Set(now),
        attempts: Set(0),
        why: Set(None),
    });
    Entity::insert_many(rows)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Takes mails up that are due, at most `limit`, until `until`: no other server takes them up before.
pub(in crate::mailing) async fn take_up(
    cx: &Cx,
    limit: u64,
    until: Timestamp,
) -> Result<Vec<MailId>, DbError> {
    let due = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::State.eq(WAITING))
        .filter(Column::DueAt.lte(cx.now()))
        .order_by_asc(Column::DueAt)
        .order_by_asc(Column::Id)
        .limit(limit);
    // Asked first, so that the one who writes is left alone where nothing is due.
    let some = due.clone().limit(1).into_tuple::<MailId>();
    if some.one(&cx.reader().conn()).await?.is_none() {
        return Ok(Vec::new());
    }
    let tx = cx.begin().await?;
    let ids: Vec<MailId> = due
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .into_tuple()
        .all(&tx.conn())
        .await?;
    if ids.is_empty() {
        tx.rollback().await;
        return Ok(ids);
    }
    Entity::update_many()
        .col_expr(Column::DueAt, Expr::value(until))
        .col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1))
        .filter(Column::Id.is_in(ids.iter().copied()))
        .exec(&tx.conn())
        .await?;
    tx.commit_unaudited().await?;
    Ok(ids)
}

/// Those of the mails whose reader has an account that can be used.
pub(in crate::mailing) async fn readable(cx: &Cx, ids: &[MailId]) -> Result<Vec<Taken>, DbError> {
    let (day, own) = (cx.today(), Expr::col(("m", "person")));
    let boxed = own.clone().equals(("b", "person"));
    let held = own.clone().equals(("accounts", "person"));
    let employed = holds_on("s", day)
        .add(own.equals(("s", "person")))
        .add(Expr::col(("s", "status")).ne(Status::Left.code()));
    let select = Query::select()
        .columns(["id", "person", "kind", "at", "attempts"].map(|name| ("m", name)))
        .columns(["address", "asked", "code"].map(|name| ("b", name)))
        .column(("accounts", "lang"))
        .from_as("mails", "m")
        .join_as(JoinType::InnerJoin, "mail_boxes", "b", boxed)
        .join(JoinType::InnerJoin, "accounts", held)
        .join_as(JoinType::InnerJoin, "staff", "s", employed)
        .and_where(Expr::col(("m", "id")).is_in(ids.iter().copied()))
        .and_where(Expr::col(("accounts", "shared")).eq(false))
        .cond_where(usable_on(day))
        .take();
    let rows = cx.reader().conn().query_all(&select).await?;
    let taken = rows.iter().map(|row| {
        let kind: String = row.try_get_by_index(2)?;
        let lang: Option<String> = row.try_get_by_index(8)?;
        let address = |index| -> Result<Option<Address>, DbErr> {
            let text: Option<String> = row.try_get_by_index(index)?;
            Ok(text.map(Address::stored))
        };
        Ok(Taken {
            id: row.try_get_by_index(0)?,
            person: row.try_get_by_index(1)?,
            kind: stored::known(&kind, Kind::from_code)?,
            at: row.try_get_by_index(3)?,
            attempts: row.try_get_by_index(4)?,
            address: address(5)?,
            asked: address(6)?,
            code: row.try_get_by_index(7)?,
            lang: lang.and_then(|lang| lang.parse().ok()),
        })
    });
    taken.collect()
}

/// What the mails bear that its reader has not seen yet, the oldest first.
pub(in crate::mailing) async fn notices(
    cx: &Cx,
    ids: &[MailId],
) -> Result<HashMap<MailId, Vec<NoticeRow>>, DbError> {
    let same = Expr::col(("n", "id")).equals(("q", "notice"));
    let select = Query::select()
        .column(("q", "mail"))
        .expr(Expr::col(("n", sea_orm::sea_query::Asterisk)))
        .from_as("notice_mails", "q")
        .join_as(JoinType::InnerJoin, "notices", "n", same)
        .and_where(Expr::col(("q", "mail")).is_in(ids.iter().copied()))
        .and_where(Expr::col(("n", "seen_at")).is_null())
        .order_by(("n", "id"), Order::Asc)
        .take();
    let mut found: HashMap<MailId, Vec<NoticeRow>> = HashMap::new();
    for row in cx.reader().conn().query_all(&select).await? {
        let mail = row.try_get("", "mail")?;
        let notice = NoticeRow::from_query_result(&row, "")?;
        found.entry(mail).or_default().push(notice);
    }
    Ok(found)
}

/// Takes mails out that were sent, or that nobody is to read.
pub(in crate::mailing) async fn forget(tx: &Tx, ids: &[MailId]) -> Result<(), DbError> {
    if ids.is_empty() {
        return Ok(());
    }
    Entity::delete_many()
        .filter(Column::Id.is_in(ids.iter().copied()))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Takes out what waits to confirm an address of a person.
pub(in crate::mailing) async fn forget_confirmations(
    tx: &Tx,
    person: PersonId,
) -> Result<(), DbError> {
    Entity::delete_many()
        .filter(Column::Person.eq(person))
        .filter(Column::Kind.eq(Kind::Confirmation.code()))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Writes how mails go on that were not sent, in one statement.
pub(in crate::mailing) async fn go_on(tx: &Tx, unsent: &[Unsent]) -> Result<(), DbError> {
    if unsent.is_empty() {
        return Ok(());
    }
    let (mut state, mut due, mut why) = (
        CaseStatement::new(),
        CaseStatement::new(),
        CaseStatement::new(),
    );
    for one in unsent {
        let this = Column::Id.eq(one.id);
        let next = if one.again.is_some() { WAITING } else { FAILED };
        state = state.case(this.clone(), next);
        due = due.case(this.clone(), one.again.unwrap_or(tx.cx().now()));
        why = why.case(this, one.why.as_str());
    }
    Entity::update_many()
        .col_expr(Column::State, state.into())
        .col_expr(Column::DueAt, due.into())
        .col_expr(Column::Why, why.into())
        .filter(Column::Id.is_in(unsent.iter().map(|one| one.id)))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// How many mails are in a state, and since when the oldest of them is.
async fn count(on: &impl Reading, state: &str) -> Result<(u64, Option<Timestamp>), DbError> {
    let row: Option<(i64, Option<Timestamp>)> = Entity::find()
        .select_only()
        .column_as(Column::Id.count(), "mails")
        .column_as(Column::At.min(), "since")
        .filter(Column::State.eq(state))
        .into_tuple()
        .one(&on.conn())
        .await?;
    let (mails, since) = row.unwrap_or_default();
    Ok((mails.unsigned_abs(), since))
}

pub(in crate::mailing) async fn waiting(
    on: &impl Reading,
) -> Result<(u64, Option<Timestamp>), DbError> {
    count(on, WAITING).await
}

pub(in crate::mailing) async fn given_up(on: &impl Reading) -> Result<u64, DbError> {
    Ok(count(on, FAILED).await?.0)
}

/// Mails that were given up, the newest first.
pub(in crate::mailing) async fn failed(
    on: &impl Reading,
    after: Option<MailId>,
    size: usize,
) -> Result<Vec<FailedMail>, DbError> {
    let find = Entity::find().filter(Column::State.eq(FAILED));
    let rows = newest(on, find, Column::Id, after, size).await?;
    let failed = rows.into_iter().map(|row| FailedMail {
        id: row.id,
        person: row.person,
        at: row.at,
        attempts: row.attempts.unsigned_abs(),
        why: row.why.unwrap_or_default(),
    });
    Ok(failed.collect())
}

/// Takes out what was made so long ago; says how much it was.
pub(in crate::mailing) async fn forget_older(tx: &Tx, age: Duration) -> Result<u64, DbError> {
    let gone = Entity::delete_many()
        .filter(Column::At.lt(tx.cx().now().plus(-age)))
        .exec(&tx.conn())
        .await?;
    Ok(gone.rows_affected)
}
