//! The table `mail_boxes`.

use std::collections::{BTreeMap, HashMap};

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait as _, EntityTrait as _, ExprTrait as _, QueryFilter as _};
use time::{Duration, Time};
use yakusho_kernel::{DbError, Permit, PersonId, Reading, Timestamp, Tx, stored};

use crate::account::known;
use crate::mailing::Group;
use crate::mailing::model::{Address, Asked, Hour, MailBox, Preferences, Quiet, Way};
use crate::mailing::rules::Asking;

/// How often a code may be tried.
pub(in crate::mailing) const TRIES: i16 = 5;

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp};

    #[derive(Clone, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "mail_boxes")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub person: PersonId,
        pub address: Option<String>,
        pub asked: Option<String>,
        pub code: Option<Vec<u8>>,
        pub asked_at: Option<Timestamp>,
        pub tries: i16,
        pub asks: Option<i16>,
        pub ways: Json,
        pub digest_hour: i16,
        pub quiet_from: Option<i16>,
        pub quiet_until: Option<i16>,
        pub quiet_closed_days: bool,
        pub revision: i32,
    }

    impl std::fmt::Debug for Model {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("mail_boxes").finish_non_exhaustive()
        }
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use row::{Column, Entity};

/// Ways by the codes of their groups. What a later version wrote is left out.
type Ways = BTreeMap<String, String>;

impl TryFrom<row::Model> for MailBox {
    type Error = DbError;

    fn try_from(row: row::Model) -> Result<Self, DbError> {
        let ways: Ways = stored::from_json(row.ways)?;
        let ways = ways
            .iter()
            .filter_map(|(group, way)| Group::from_code(group).zip(Way::from_code(way)))
            .collect();
        let asked = row.asked.zip(row.asked_at);
        let digest = u8::try_from(row.digest_hour).ok().and_then(Hour::of);
        let hours = row.quiet_from.zip(row.quiet_until);
        Ok(Self {
            address: row.address.map(Address::stored),
            asked: asked.map(|(address, at)| Asked {
                address: Address::stored(address),
                at,
                tries_left: u8::try_from(TRIES - row.tries).unwrap_or(0),
            }),
            preferences: Preferences {
                ways,
                digest: known("hour", digest)?,
                quiet: Quiet {
                    hours: hours.map(|(from, until)| (time(from), time(until))),
                    closed_days: row.quiet_closed_days,
                },
            },
            revision: row.revision,
        })
    }
}

/// A time of day out of minutes since midnight, and back.
fn time(minutes: i16) -> Time {
    Time::MIDNIGHT + Duration::minutes(minutes.into())
}

fn minutes(time: Time) -> i16 {
    i16::from(time.hour()) * 60 + i16::from(time.minute())
}

/// Somebody's box; as it is before they chose anything, where there is none.
pub(in crate::mailing) async fn of(
    on: &impl Reading,
    person: PersonId,
) -> Result<MailBox, DbError> {
    let row = Entity::find_by_id(person).one(&on.conn()).await?;
    row.map_or_else(|| Ok(MailBox::default()), MailBox::try_from)
}

/// The boxes of these people with an address.
pub(in crate::mailing) async fn with_address(
    on: &impl Reading,
    people: &[PersonId],
) -> Result<HashMap<PersonId, MailBox>, DbError> {
    let rows = Entity::find()
        .filter(Column::Person.is_in(people.iter().copied()))
        .filter(Column::Address.is_not_null())
        .all(&on.conn())
        .await?;
    rows.into_iter()
        .map(|row| Ok((row.person, row.try_into()?)))
        .collect()
}

/// Has a box be there.
async fn ensure(tx: &Tx, person: PersonId) -> Result<(), DbError> {
    let usual = Preferences::default();
    let fresh = row::ActiveModel {
        person: Set(person),
        address: Set(None),
        asked: Set(None),
        code: Set(None),
        asked_at: Set(None),
        tries: Set(0),
        asks: Set(None),
        ways: Set(stored::to_json(&Ways::new())?),
        digest_hour: Set(usual.digest.number().into()),
        quiet_from: Set(None),
        quiet_until: Set(None),
        quiet_closed_days: Set(false),
        revision: Set(0),
    };
    let once = OnConflict::column(Column::Person).do_nothing().to_owned();
    Entity::insert(fresh)
        .on_conflict(once)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Writes what somebody chose; false if it changed since it was read.
pub(in crate::mailing) async fn prefer(
    tx: &Tx,
    _: &Permit,
    person: PersonId,
    revision: i32,
    chosen: &Preferences,
) -> Result<bool, DbError> {
    ensure(tx, person).await?;
    let ways: Ways = chosen
        .ways
        .iter()
        .map(|(group, way)| (group.code().to_owned(), way.code().to_owned()))
        .collect();
    let (from, until) = chosen.quiet.hours.unzip();
    let row = row::ActiveModel {
        ways: Set(stored::to_json(&ways)?),
        digest_hour: Set(chosen.digest.number().into()),
        quiet_from: Set(from.map(minutes)),
        quiet_until: Set(until.map(minutes)),
        quiet_closed_days: Set(chosen.quiet.closed_days),
        revision: Set(revision + 1),
        ..Default::default()
    };
    let written = Entity::update_many()
        .set(row)
        .filter(Column::Person.eq(person))
        .filter(Column::Revision.eq(revision))
        .exec(&tx.conn())
        .await?;
    Ok(written.rows_affected == 1)
}

/// What was sent to somebody before to have an address confirmed; their box is there afterwards.
pub(in crate::mailing) async fn asking(tx: &Tx, person: PersonId) -> Result<Asking, DbError> {
    ensure(tx, person).await?;
    let row = Entity::find_by_id(person).one(&tx.conn()).await?;
    Ok(row.map_or_else(Asking::default, |row| Asking {
        address: row.asked.or(row.address).map(Address::stored),
        at: row.asked_at,
        asks: row.asks.unwrap_or_default(),
    }))
}

/// Keeps an address to be confirmed, with its sealed code, in place of one that waited before, as the code of that number in
/// a row; false where another was asked for meanwhile.
pub(in crate::mailing) async fn ask(
    tx: &Tx,
    _: &Permit,
    person: PersonId,
    address: &Address,
    code: Vec<u8>,
    (before, asks): (&Asking, i16),
) -> Result<bool, DbError> {
    let row = row::ActiveModel {
        asked: Set(Some(address.as_str().to_owned())),
        code: Set(Some(code)),
        asked_at: Set(Some(tx.cx().now())),
        tries: Set(0),
        asks: Set(Some(asks)),
        ..Default::default()
    };
    let unchanged = match before.at {
        Some(at) => Column::AskedAt.eq(at),
        None => Column::AskedAt.is_null(),
    };
    let written = Entity::update_many()
        .set(row)
        .filter(Column::Person.eq(person))
        .filter(unchanged)
        .exec(&tx.conn())
        .await?;
    Ok(written.rows_affected == 1)
}

/// Counts a try of a code; the sealed code, if it may be tried.
pub(in crate::mailing) async fn tried(
    tx: &Tx,
    person: PersonId,
    since: Timestamp,
) -> Result<Option<Vec<u8>>, DbError> {
    let counted = Entity::update_many()
        .col_expr(Column::Tries, Expr::col(Column::Tries).add(1))
        .filter(Column::Person.eq(person))
        .filter(Column::Tries.lt(TRIES))
        .filter(Column::AskedAt.gt(since))
        .filter(Column::Code.is_not_null())
        .exec(&tx.conn())
        .await?;
    if counted.rows_affected == 0 {
        return Ok(None);
    }
    let row = Entity::find_by_id(person).one(&tx.conn()).await?;
    Ok(row.and_then(|row| row.code))
}

/// Has mail go to the address whose code that is; false where another was asked for meanwhile.
pub(in crate::mailing) async fn confirm(
    tx: &Tx,
    _: &Permit,
    person: PersonId,
    code: Vec<u8>,
) -> Result<bool, DbError> {
    let confirmed = Entity::update_many()
        .col_expr(Column::Address, Expr::col(Column::Asked))
        .col_expr(Column::Asked, Expr::value(None::<String>))
        .col_expr(Column::Code, Expr::value(None::<Vec<u8>>))
        .filter(Column::Person.eq(person))
        .filter(Column::Code.eq(code))
        .exec(&tx.conn())
        .await?;
    Ok(confirmed.rows_affected == 1)
}

/// Has mail go nowhere; false where it went nowhere and was to go nowhere.
pub(in crate::mailing) async fn remove(
    tx: &Tx,
    _: &Permit,
    person: PersonId,
) -> Result<bool, DbError> {
    let there = Column::Address
        .is_not_null()
        .or(Column::Asked.is_not_null());
    let removed = Entity::update_many()
        .col_expr(Column::Address, Expr::value(None::<String>))
        .col_expr(Column::Asked, Expr::value(None::<String>))
        .col_expr(Column::Code, Expr::value(None::<Vec<u8>>))
        .filter(Column::Person.eq(person))
        .filter(there)
        .exec(&tx.conn())
        .await?;
    Ok(removed.rows_affected == 1)
}
