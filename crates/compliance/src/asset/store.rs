//! Table `compliance_assets`.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait as _, LikeExpr};
use sea_orm::{Condition, QueryOrder, QuerySelect};
use yakusho_kernel::stored::{known, one};
use yakusho_kernel::{DbError, Fault, Permit, Reading, Tx};

use super::model::{Asset, AssetKind, AssetState, Filter};
use super::policy::Scope;
use crate::ids::AssetId;
use crate::text::folded;

/// Rows and values in one statement: below the databases' limits on parameters.
const CHUNK: usize = 1_000;

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::UnitId;

    use crate::ids::{AssetId, SystemId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "compliance_assets")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: AssetId,
        pub kind: String,
        pub number: String,
        pub number_key: String,
        pub name: String,
        /// Name and place, folded to be looked for.
        pub name_key: String,
        pub section: UnitId,
        pub place: String,
        pub system: Option<SystemId>,
        pub state: String,
        pub about: String,
        pub revision: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use row::{Column, Entity};

impl TryFrom<row::Model> for Asset {
    type Error = DbError;

    fn try_from(row: row::Model) -> Result<Self, DbError> {
        Ok(Self {
            id: row.id,
            kind: known(&row.kind, AssetKind::from_code)?,
            number: row.number,
            name: row.name,
            section: row.section,
            place: row.place,
            system: row.system,
            state: known(&row.state, AssetState::from_code)?,
            about: row.about,
            revision: row.revision,
        })
    }
}

fn model(asset: &Asset, revision: i32) -> row::ActiveModel {
    row::ActiveModel {
        id: Set(asset.id),
        kind: Set(asset.kind.code().to_owned()),
        number: Set(asset.number.clone()),
        number_key: Set(asset.number_key()),
        name: Set(asset.name.clone()),
        name_key: Set(folded(&format!("{} {}", asset.name, asset.place))),
        section: Set(asset.section),
        place: Set(asset.place.clone()),
        system: Set(asset.system),
        state: Set(asset.state.code().to_owned()),
        about: Set(asset.about.clone()),
        revision: Set(revision),
    }
}

pub(crate) async fn find(on: &impl Reading, id: AssetId) -> Result<Option<Asset>, DbError> {
    let row = Entity::find_by_id(id).one(&on.conn()).await?;
    row.map(Asset::try_from).transpose()
}

/// The entries of these ids, in no order.
pub(super) async fn several(on: &impl Reading, ids: &[AssetId]) -> Result<Vec<Asset>, DbError> {
    let mut found = Vec::with_capacity(ids.len());
    for ids in ids.chunks(CHUNK) {
        let rows = Entity::find().filter(Column::Id.is_in(ids.iter().copied()));
        found.extend(rows.all(&on.conn()).await?);
    }
    found.into_iter().map(Asset::try_from).collect()
}

/// The entries of these numbers, folded.
pub(super) async fn numbered(on: &impl Reading, keys: &[String]) -> Result<Vec<Asset>, DbError> {
    let mut found = Vec::new();
    for keys in keys.chunks(CHUNK) {
        let rows = Entity::find().filter(Column::NumberKey.is_in(keys.iter().cloned()));
        found.extend(rows.all(&on.conn()).await?);
    }
    found.into_iter().map(Asset::try_from).collect()
}

/// Entries by number after one of them, at most `size`.
pub(super) async fn list(
    on: &impl Reading,
    scope: &Scope,
    filter: &Filter,
    after: Option<String>,
    size: usize,
) -> Result<Vec<Asset>, DbError> {
    let mut find = Entity::find();
    if !scope.all() {
        find = find.filter(Column::Section.is_in(scope.units().iter().copied()));
    }
    if let Some(kind) = filter.kind {
        find = find.filter(Column::Kind.eq(kind.code()));
    }
    if let Some(section) = filter.section {
        find = find.filter(Column::Section.eq(section));
    }
    if let Some(system) = filter.system {
        find = find.filter(Column::System.eq(system));
    }
    if let Some(state) = filter.state {
        find = find.filter(Column::State.eq(state.code()));
    }
    let words = folded(&filter.words);
    if !words.is_empty() {
        let holds = |column: Column| column.into_expr().like(containing(&words));
        let either = Condition::any()
            .add(holds(Column::NumberKey))
            .add(holds(Column::NameKey));
        find = find.filter(either);
    }
    if let Some(after) = after {
        find = find.filter(Column::NumberKey.gt(after));
    }
    let rows = find
        .order_by_asc(Column::NumberKey)
        .limit(size as u64)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(Asset::try_from).collect()
}

/// The pattern of a text that holds these letters.
fn containing(letters: &str) -> LikeExpr {
    let literal = letters
        .replace('!', "!!")
        .replace('%', "!%")
        .replace('_', "!_");
    LikeExpr::new(format!("%{literal}%")).escape('!')
}

pub(super) async fn insert(tx: &Tx, _: &Permit, assets: &[Asset]) -> Result<(), DbError> {
    for assets in assets.chunks(CHUNK) {
        let rows = assets.iter().map(|asset| model(asset, asset.revision));
        Entity::insert_many(rows)
            .exec_without_returning(&tx.conn())
            .await?;
    }
    Ok(())
}

/// Writes the entry over the one of its revision.
pub(super) async fn save(tx: &Tx, _: &Permit, asset: &Asset) -> Result<(), Fault> {
    let saved = Entity::update_many()
        .set(model(asset, asset.revision + 1))
        .filter(Column::Id.eq(asset.id))
        .filter(Column::Revision.eq(asset.revision))
        .exec(&tx.conn())
        .await
        .map_err(DbError::from)?;
    one(saved.rows_affected)
}
