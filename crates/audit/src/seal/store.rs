//! Links, heads and keys.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict, Query};
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;
use yakusho_audit_chain::{Digest, KeyId, PublicKey, SignedHead, Succession};
use yakusho_kernel::audit_entry::{Column as EntryColumn, Entity as EntryEntity};
use yakusho_kernel::stored::newest;
use yakusho_kernel::{Cx, DbError, Reading, Timestamp, Tx};

use crate::{Entry, Filter};

mod link {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "audit_links")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub seq: i64,
        pub entry: Uuid,
        pub hash: Vec<u8>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

mod head {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::Timestamp;

    /// A head that was signed.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "audit_heads")]
    pub struct Model {
        /// Its id, ordered by time.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        /// The number of the last entry that it vouches for.
        pub seq: i64,
        /// When it was signed.
        pub at: Timestamp,
        /// The name of the key that signed it.
        pub key: String,
        /// The line to keep, as [`yakusho_audit_chain::SignedHead`] writes it.
        pub text: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

mod mail {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::Timestamp;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "audit_head_mails")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub head: Uuid,
        pub at: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

mod key {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::Timestamp;

    /// A key that signs heads, or did.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "audit_keys")]
    pub struct Model {
        /// Its id, ordered by time.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        /// Its name.
        pub key: String,
        /// The key, as 64 hexadecimal digits.
        pub public: String,
        /// Since when it signs.
        pub since: Timestamp,
        /// What the key before it said, as [`yakusho_audit_chain::Succession`] writes it; none for the first.
        pub succession: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A head that was signed.
pub type HeadRow = head::Model;

/// A key that signs heads, or did.
pub type KeyRow = key::Model;

/// An entry's place in the chain.
pub(super) struct Place {
    pub(super) seq: u64,
    pub(super) entry: Uuid,
    pub(super) hash: Digest,
}

impl Place {
    /// Numbers are those that the sealer gave out, and hashes have the size that it wrote.
    fn of(row: link::Model) -> Result<Self, DbError> {
        let broken = || DbError::Failed(sea_orm::DbErr::Custom("a broken link".to_owned()));
        Ok(Self {
            seq: u64::try_from(row.seq).map_err(|_| broken())?,
            entry: row.entry,
            hash: Digest::from_bytes(row.hash.try_into().map_err(|_| broken())?),
        })
    }
}

fn number(seq: u64) -> i64 {
    i64::try_from(seq).unwrap_or(i64::MAX)
}

/// Entries that are committed and stand in no place yet, at most so many, by their ids.
pub(super) async fn unsealed(on: &impl Reading, most: u64) -> Result<Vec<Entry>, DbError> {
    Ok(EntryEntity::find()
        .filter(EntryColumn::Seq.is_null())
        .order_by_asc(EntryColumn::Id)
        .limit(most)
        .all(&on.conn())
        .await?)
}

/// The last place that was given out up to that number.
pub(super) async fn place(on: &impl Reading, upto: Option<u64>) -> Result<Option<Place>, DbError> {
    let mut find = link::Entity::find().order_by_desc(link::Column::Seq);
    if let Some(upto) = upto {
        find = find.filter(link::Column::Seq.lte(number(upto)));
    }
    let row = find.one(&on.conn()).await?;
    row.map(Place::of).transpose()
}

/// Gives out the places; false, and nothing is done, if another sealer gave one of them out.
pub(super) async fn take(tx: &Tx, places: &[Place]) -> Result<bool, DbError> {
    let rows = places.iter().map(|place| link::ActiveModel {
        seq: Set(number(place.seq)),
        entry: Set(place.entry),
        hash: Set(place.hash.as_bytes().to_vec()),
    });
    let taken = link::Entity::insert_many(rows)
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(&tx.conn())
        .await?;
    if taken != places.len() as u64 {
        return Ok(false);
    }
    let seq = Query::select()
        .column((link::Entity, link::Column::Seq))
        .from(link::Entity)
        .and_where(
            Expr::col((link::Entity, link::Column::Entry)).equals((EntryEntity, EntryColumn::Id)),
        )
        .take();
    EntryEntity::update_many()
        .col_expr(EntryColumn::Seq, Expr::SubQuery(None, Box::new(seq.into())))
        .filter(EntryColumn::Id.is_in(places.iter().map(|place| place.entry)))
        .exec(&tx.conn())
        .await?;
    Ok(true)
}

/// The places after that number with their entries, at most so many. A place whose entry is gone is left empty.
pub(super) async fn sealed(
    on: &impl Reading,
    after: u64,
    most: u64,
) -> Result<Vec<(Place, Option<Entry>)>, DbError> {
    let places = link::Entity::find()
        .filter(link::Column::Seq.gt(number(after)))
        .order_by_asc(link::Column::Seq)
        .limit(most)
        .all(&on.conn())
        .await?;
    let ids = places.iter().map(|place| place.entry);
    let entries = EntryEntity::find()
        .filter(EntryColumn::Id.is_in(ids))
        .all(&on.conn())
        .await?;
    let mut entries: std::collections::HashMap<_, _> =
        entries.into_iter().map(|entry| (entry.id, entry)).collect();
    places
        .into_iter()
        .map(|row| {
            let place = Place::of(row)?;
            let entry = entries.remove(&place.entry);
            Ok((place, entry))
        })
        .collect()
}

/// Which of these entries fit.
pub(super) async fn fitting(
    on: &impl Reading,
    filter: &Filter,
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<Vec<Uuid>, DbError> {
    Ok(EntryEntity::find()
        .select_only()
        .column(EntryColumn::Id)
        .filter(crate::store::condition(filter))
        .filter(EntryColumn::Id.is_in(ids))
        .into_tuple()
        .all(&on.conn())
        .await?)
}

/// The lowest number of an entry that fits.
pub(super) async fn first_fitting(
    on: &impl Reading,
    filter: &Filter,
) -> Result<Option<u64>, DbError> {
    let first: Option<Option<i64>> = EntryEntity::find()
        .select_only()
        .expr(Expr::col(EntryColumn::Seq).min())
        .filter(crate::store::condition(filter))
        .into_tuple()
        .one(&on.conn())
        .await?;
    Ok(first.flatten().and_then(|seq| u64::try_from(seq).ok()))
}

/// When the oldest entry that is not sealed was begun, and how many there are.
pub(super) async fn waiting(on: &impl Reading) -> Result<(i64, Option<Timestamp>), DbError> {
    let row: Option<(i64, Option<Timestamp>)> = EntryEntity::find()
        .select_only()
        .expr(Expr::col(EntryColumn::Id).count())
        .expr(Expr::col(EntryColumn::At).min())
        .filter(EntryColumn::Seq.is_null())
        .into_tuple()
        .one(&on.conn())
        .await?;
    Ok(row.unwrap_or_default())
}

pub(super) async fn insert_head(tx: &Tx, cx: &Cx, signed: &SignedHead) -> Result<(), DbError> {
    let row = head::ActiveModel {
        id: Set(cx.env().rng().uuid(cx.now())),
        seq: Set(number(signed.head.seq)),
        at: Set(cx.now()),
        key: Set(signed.key.to_string()),
        text: Set(signed.to_string()),
    };
    head::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// The heads that were signed, the newest first, after that one; at most `size`.
pub(super) async fn heads(
    on: &impl Reading,
    after: Option<Uuid>,
    size: usize,
) -> Result<Vec<HeadRow>, DbError> {
    newest(on, head::Entity::find(), head::Column::Id, after, size).await
}

/// The newest of those that were not mailed, at most so many; the oldest first.
pub(super) async fn not_mailed(on: &impl Reading, most: u64) -> Result<Vec<HeadRow>, DbError> {
    let mailed = Query::select()
        .column(mail::Column::Head)
        .from(mail::Entity)
        .take();
    let mut heads = head::Entity::find()
        .filter(head::Column::Id.not_in_subquery(mailed))
        .order_by_desc(head::Column::Id)
        .limit(most)
        .all(&on.conn())
        .await?;
    heads.reverse();
    Ok(heads)
}

pub(super) async fn insert_mails(tx: &Tx, heads: &[HeadRow]) -> Result<(), DbError> {
    let rows = heads.iter().map(|head| mail::ActiveModel {
        head: Set(head.id),
        at: Set(tx.cx().now()),
    });
    let once = OnConflict::column(mail::Column::Head)
        .do_nothing()
        .to_owned();
    mail::Entity::insert_many(rows)
        .on_conflict(once)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// One of them.
pub(super) async fn signed_head(on: &impl Reading, id: Uuid) -> Result<Option<HeadRow>, DbError> {
    Ok(head::Entity::find_by_id(id).one(&on.conn()).await?)
}

pub(super) async fn insert_key(
    tx: &Tx,
    cx: &Cx,
    public: &PublicKey,
    succession: Option<&Succession>,
) -> Result<(), DbError> {
    let row = key::ActiveModel {
        id: Set(cx.env().rng().uuid(cx.now())),
        key: Set(public.id().to_string()),
        public: Set(public.to_string()),
        since: Set(cx.now()),
        succession: Set(succession.map(ToString::to_string)),
    };
    key::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// The key that signs now.
pub(super) async fn current_key(on: &impl Reading) -> Result<Option<KeyId>, DbError> {
    let row = key::Entity::find()
        .order_by_desc(key::Column::Id)
        .one(&on.conn())
        .await?;
    Ok(row.and_then(|row| row.key.parse().ok()))
}

/// Every key, the first one first: there is one for each change, over the years.
pub(super) async fn keys(on: &impl Reading) -> Result<Vec<KeyRow>, DbError> {
    Ok(key::Entity::find()
        .order_by_asc(key::Column::Id)
        .all(&on.conn())
        .await?)
}
