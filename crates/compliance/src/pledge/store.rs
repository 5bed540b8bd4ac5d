//! The tables `compliance_pledge_texts` and `compliance_pledges`.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{OnConflict, SelectStatement};
use sea_orm::{QueryOrder, QuerySelect, QueryTrait as _};
use time::Date;
use yakusho_kernel::stored::known;
use yakusho_kernel::{DbError, Permit, PersonId, Reading, Tx};

use super::model::{Occasion, Pledge, PledgeId, PledgeKind, PledgeText, PledgeTextId};

/// The most pledges of one person that are read at once.
const OWN: u64 = 200;

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp};

    use crate::pledge::PledgeTextId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "compliance_pledge_texts")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PledgeTextId,
        pub kind: String,
        pub version: i32,
        pub effective_on: time::Date,
        pub body: String,
        pub digest: String,
        pub at: Timestamp,
        pub author: PersonId,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

mod pledge {
    use sea_orm::entity::prelude::*;
    use yakusho_accounts::account::AccountId;
    use yakusho_kernel::{PersonId, Timestamp};

    use crate::pledge::{PledgeId, PledgeTextId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "compliance_pledges")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PledgeId,
        pub of_text: PledgeTextId,
        pub kind: String,
        pub version: i32,
        pub digest: String,
        pub occasion: String,
        pub account: AccountId,
        pub person: PersonId,
        pub name: String,
        pub at: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use pledge::Column as Own;
use row::{Column, Entity};

impl TryFrom<row::Model> for PledgeText {
    type Error = DbError;

    fn try_from(row: row::Model) -> Result<Self, DbError> {
        Ok(Self {
            id: row.id,
            kind: known(&row.kind, PledgeKind::from_code)?,
            version: row.version,
            effective_on: row.effective_on,
            body: row.body,
            digest: row.digest,
            at: row.at,
            author: row.author,
        })
    }
}

impl TryFrom<pledge::Model> for Pledge {
    type Error = DbError;

    fn try_from(row: pledge::Model) -> Result<Self, DbError> {
        Ok(Self {
            id: row.id,
            text: row.of_text,
            kind: known(&row.kind, PledgeKind::from_code)?,
            version: row.version,
            digest: row.digest,
            occasion: known(&row.occasion, Occasion::from_code)?,
            account: row.account,
            person: row.person,
            name: row.name,
            at: row.at,
        })
    }
}

pub(super) async fn text(
    on: &impl Reading,
    id: PledgeTextId,
) -> Result<Option<PledgeText>, DbError> {
    let row = Entity::find_by_id(id).one(&on.conn()).await?;
    row.map(PledgeText::try_from).transpose()
}

/// The version of a kind that is in force on a day: the latest first day that has come; of two, the newer.
pub(super) async fn current(
    on: &impl Reading,
    kind: PledgeKind,
    day: Date,
) -> Result<Option<PledgeText>, DbError> {
    let row = Entity::find()
        .filter(Column::Kind.eq(kind.code()))
        .filter(Column::EffectiveOn.lte(day))
        .order_by_desc(Column::EffectiveOn)
        .order_by_desc(Column::Version)
        .one(&on.conn())
        .await?;
    row.map(PledgeText::try_from).transpose()
}

/// The versions of a kind after one of them, the last first; at most `size`.
pub(super) async fn texts(
    on: &impl Reading,
    kind: PledgeKind,
    after: Option<i32>,
    size: usize,
) -> Result<Vec<PledgeText>, DbError> {
    let mut find = Entity::find().filter(Column::Kind.eq(kind.code()));
    if let Some(version) = after {
        find = find.filter(Column::Version.lt(version));
    }
    let rows = find
        .order_by_desc(Column::Version)
        .limit(size as u64)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(PledgeText::try_from).collect()
}

pub(super) async fn last_version(on: &impl Reading, kind: PledgeKind) -> Result<i32, DbError> {
    let last = texts(on, kind, None, 1).await?;
    Ok(last.first().map_or(0, |text| text.version))
}

/// Two who take the same number are told apart by the unique index.
pub(super) async fn insert_text(tx: &Tx, _: &Permit, text: &PledgeText) -> Result<(), DbError> {
    let row = row::ActiveModel {
        id: Set(text.id),
        kind: Set(text.kind.code().to_owned()),
        version: Set(text.version),
        effective_on: Set(text.effective_on),
        body: Set(text.body.clone()),
        digest: Set(text.digest.clone()),
        at: Set(text.at),
        author: Set(text.author),
    };
    Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Whether it was not given before.
pub(super) async fn insert(tx: &Tx, _: &Permit, one: &Pledge) -> Result<bool, DbError> {
    let row = pledge::ActiveModel {
        id: Set(one.id),
        of_text: Set(one.text),
        kind: Set(one.kind.code().to_owned()),
        version: Set(one.version),
        digest: Set(one.digest.clone()),
        occasion: Set(one.occasion.code().to_owned()),
        account: Set(one.account),
        person: Set(one.person),
        name: Set(one.name.clone()),
        at: Set(one.at),
    };
    let once = OnConflict::columns([Own::Account, Own::OfText, Own::Occasion])
        .do_nothing()
        .to_owned();
    let inserted = pledge::Entity::insert(row)
        .on_conflict(once)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(inserted == 1)
}

/// What somebody pledged, the last first.
pub(super) async fn of_person(on: &impl Reading, person: PersonId) -> Result<Vec<Pledge>, DbError> {
    let rows = pledge::Entity::find()
        .filter(Own::Person.eq(person))
        .order_by_desc(Own::Id)
        .limit(OWN)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(Pledge::try_from).collect()
}

/// What everybody pledged, the last first, after one of them; at most `size`.
pub(super) async fn page(
    on: &impl Reading,
    after: Option<PledgeId>,
    size: usize,
) -> Result<Vec<Pledge>, DbError> {
    let mut find = pledge::Entity::find();
    if let Some(id) = after {
        find = find.filter(Own::Id.lt(id));
    }
    let rows = find
        .order_by_desc(Own::Id)
        .limit(size as u64)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(Pledge::try_from).collect()
}

/// The accounts for which a pledge was given, of that version or of any.
pub(super) fn given(
    kind: PledgeKind,
    occasion: Occasion,
    text: Option<PledgeTextId>,
) -> SelectStatement {
    let mut find = pledge::Entity::find()
        .select_only()
        .column(Own::Account)
        .filter(Own::Kind.eq(kind.code()))
        .filter(Own::Occasion.eq(occasion.code()));
    if let Some(text) = text {
        find = find.filter(Own::OfText.eq(text));
    }
    find.into_query()
}

/// No account.
pub(super) fn none() -> SelectStatement {
    pledge::Entity::find()
        .select_only()
        .column(Own::Account)
        .filter(Own::Id.is_null())
        .into_query()
}
