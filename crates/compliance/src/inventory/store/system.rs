//! Tables `compliance_systems` and `compliance_connections`.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::LikeExpr;
use sea_orm::{Condition, ExprTrait as _, QueryOrder, QuerySelect};
use yakusho_kernel::stored::{known, one};
use yakusho_kernel::{DbError, Fault, Permit, Reading, Tx};

use crate::ids::{ConnectionId, SystemId};
use crate::inventory::{Connection, System, SystemClass, SystemFilter};

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::UnitId;

    use crate::ids::SystemId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "compliance_systems")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SystemId,
        pub name: String,
        pub class: String,
        pub section: UnitId,
        pub research: bool,
        pub revision: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

mod connection {
    use sea_orm::entity::prelude::*;

    use crate::ids::{ConnectionId, SystemId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "compliance_connections")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ConnectionId,
        pub information_side: SystemId,
        pub business_side: SystemId,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl TryFrom<row::Model> for System {
    type Error = DbError;

    fn try_from(row: row::Model) -> Result<Self, DbError> {
        Ok(Self {
            id: row.id,
            name: row.name,
            class: known(&row.class, SystemClass::from_code)?,
            section: row.section,
            research: row.research,
            revision: row.revision,
        })
    }
}

fn model(system: &System, revision: i32) -> row::ActiveModel {
    row::ActiveModel {
        id: Set(system.id),
        name: Set(system.name.clone()),
        class: Set(system.class.code().to_owned()),
        section: Set(system.section),
        research: Set(system.research),
        revision: Set(revision),
    }
}

pub(crate) async fn system(on: &impl Reading, id: SystemId) -> Result<Option<System>, DbError> {
    let row = row::Entity::find_by_id(id).one(&on.conn()).await?;
    row.map(System::try_from).transpose()
}

/// The systems of these ids, by name.
pub(crate) async fn several_systems(
    on: &impl Reading,
    ids: &[SystemId],
) -> Result<Vec<System>, DbError> {
    let rows = row::Entity::find()
        .filter(row::Column::Id.is_in(ids.iter().copied()))
        .order_by_asc(row::Column::Name)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(System::try_from).collect()
}

/// Systems by name, at most `size`.
pub(crate) async fn systems(on: &impl Reading, size: u64) -> Result<Vec<System>, DbError> {
    let rows = row::Entity::find()
        .order_by_asc(row::Column::Name)
        .order_by_asc(row::Column::Id)
        .limit(size)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(System::try_from).collect()
}

/// Systems by name after a place among them, at most `size`.
pub(crate) async fn find_systems(
    on: &impl Reading,
    filter: &SystemFilter,
    after: Option<(String, SystemId)>,
    size: usize,
) -> Result<Vec<System>, DbError> {
    use row::Column;
    let mut find = row::Entity::find();
    if let Some(class) = filter.class {
        find = find.filter(Column::Class.eq(class.code()));
    }
    if let Some(section) = filter.section {
        find = find.filter(Column::Section.eq(section));
    }
    for word in filter.words.split_whitespace() {
        let literal = word
            .replace('!', "!!")
            .replace('%', "!%")
            .replace('_', "!_");
        let pattern = LikeExpr::new(format!("%{literal}%")).escape('!');
        find = find.filter(Column::Name.into_expr().like(pattern));
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
    rows.into_iter().map(System::try_from).collect()
}

/// Connections in the order in which they were entered, at most `size`.
pub(crate) async fn connections(
    on: &impl Reading,
    of: Option<SystemId>,
    after: Option<ConnectionId>,
    size: usize,
) -> Result<Vec<Connection>, DbError> {
    use connection::Column;
    let mut find = connection::Entity::find();
    if let Some(of) = of {
        let either = Condition::any()
            .add(Column::InformationSide.eq(of))
            .add(Column::BusinessSide.eq(of));
        find = find.filter(either);
    }
    if let Some(after) = after {
        find = find.filter(Column::Id.gt(after));
    }
    let rows = find
        .order_by_asc(Column::Id)
        .limit(size as u64)
        .all(&on.conn())
        .await?;
    let rows = rows.into_iter();
    Ok(rows
        .map(|row| Connection {
            id: row.id,
            information_side: row.information_side,
            business_side: row.business_side,
        })
        .collect())
}

pub(crate) async fn insert_system(tx: &Tx, _: &Permit, system: &System) -> Result<(), DbError> {
    row::Entity::insert(model(system, system.revision))
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Writes the system over the one of its revision.
pub(crate) async fn save_system(tx: &Tx, _: &Permit, system: &System) -> Result<(), Fault> {
    let saved = row::Entity::update_many()
        .set(model(system, system.revision + 1))
        .filter(row::Column::Id.eq(system.id))
        .filter(row::Column::Revision.eq(system.revision))
        .exec(&tx.conn())
        .await
        .map_err(DbError::from)?;
    one(saved.rows_affected)
}

pub(crate) async fn is_connection(on: &impl Reading, id: ConnectionId) -> Result<bool, DbError> {
    let row = connection::Entity::find_by_id(id).one(&on.conn()).await?;
    Ok(row.is_some())
}

pub(crate) async fn insert_connection(
    tx: &Tx,
    _: &Permit,
    one: &Connection,
) -> Result<(), DbError> {
    let row = connection::ActiveModel {
        id: Set(one.id),
        information_side: Set(one.information_side),
        business_side: Set(one.business_side),
    };
    connection::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}
