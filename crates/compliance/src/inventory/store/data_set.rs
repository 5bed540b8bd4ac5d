//! Table `compliance_data_sets`.

use std::collections::HashMap;

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, ExprTrait as _, QueryOrder, QuerySelect};
use yakusho_kernel::{DbError, Fault, Permit, Reading, Tx, UnitId};

use crate::ids::DataSetId;
use crate::ids::SystemId;
use crate::inventory::{DataSet, PersonalKind};
use yakusho_kernel::stored::{known, one};

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::UnitId;

    use crate::ids::{DataSetId, SystemId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "compliance_data_sets")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: DataSetId,
        pub name: String,
        pub section: UnitId,
        pub personal: bool,
        pub about: String,
        pub revision: i32,
        /// Codes with spaces between; none before kinds were kept.
        pub kinds: Option<String>,
        pub system: Option<SystemId>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use row::{Column, Entity};

impl TryFrom<row::Model> for DataSet {
    type Error = DbError;

    fn try_from(row: row::Model) -> Result<Self, DbError> {
        let kinds = row.kinds.unwrap_or_default();
        let kinds = kinds.split_whitespace();
        Ok(Self {
            id: row.id,
            name: row.name,
            section: row.section,
            personal: row.personal,
            kinds: kinds
                .map(|code| known(code, PersonalKind::from_code))
                .collect::<Result<_, DbError>>()?,
            system: row.system,
            about: row.about,
            revision: row.revision,
        })
    }
}

fn model(data: &DataSet, revision: i32) -> row::ActiveModel {
    row::ActiveModel {
        id: Set(data.id),
        name: Set(data.name.clone()),
        section: Set(data.section),
        personal: Set(data.personal),
        about: Set(data.about.clone()),
        revision: Set(revision),
        kinds: Set(Some(
            data.kinds
                .iter()
                .map(|kind| kind.code())
                .collect::<Vec<_>>()
                .join(" "),
        )),
        system: Set(data.system),
    }
}

pub(crate) async fn data_set(on: &impl Reading, id: DataSetId) -> Result<Option<DataSet>, DbError> {
    let row = Entity::find_by_id(id).one(&on.conn()).await?;
    row.map(DataSet::try_from).transpose()
}

/// What they are called.
pub(crate) async fn data_set_names(
    on: &impl Reading,
    ids: impl IntoIterator<Item = DataSetId>,
) -> Result<HashMap<DataSetId, String>, DbError> {
    let names: Vec<(DataSetId, String)> = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Name])
        .filter(Column::Id.is_in(ids))
        .into_tuple()
        .all(&on.conn())
        .await?;
    Ok(names.into_iter().collect())
}

/// Entries by name after a place among them, at most `size`.
pub(crate) async fn data_sets(
    on: &impl Reading,
    section: Option<UnitId>,
    after: Option<(String, DataSetId)>,
    size: usize,
) -> Result<Vec<DataSet>, DbError> {
    let mut find = Entity::find();
    if let Some(section) = section {
        find = find.filter(Column::Section.eq(section));
    }
    if let Some((name, id)) = after {
        let same = Column::Name.eq(name.as_str()).and(Column::Id.gt(id));
        find = find.filter(Condition::any().add(Column::Name.gt(name)).add(same));
    }
    let rows = find
        .order_by_asc(Column::Name)
        .order_by_asc(Column::Id)
        .limit(size as u64)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(DataSet::try_from).collect()
}

/// The entries that a system holds, by name.
pub(crate) async fn data_of_system(
    on: &impl Reading,
    system: SystemId,
) -> Result<Vec<DataSet>, DbError> {
    let rows = Entity::find()
        .filter(Column::System.eq(system))
        .order_by_asc(Column::Name)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(DataSet::try_from).collect()
}

pub(crate) async fn insert_data_set(tx: &Tx, _: &Permit, data: &DataSet) -> Result<(), DbError> {
    Entity::insert(model(data, data.revision))
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn save_data_set(tx: &Tx, _: &Permit, data: &DataSet) -> Result<(), Fault> {
    let saved = Entity::update_many()
        .set(model(data, data.revision + 1))
        .filter(Column::Id.eq(data.id))
        .filter(Column::Revision.eq(data.revision))
        .exec(&tx.conn())
        .await
        .map_err(DbError::from)?;
    one(saved.rows_affected)
}
