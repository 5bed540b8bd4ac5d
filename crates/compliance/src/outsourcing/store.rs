//! Table `compliance_contracts`.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QueryOrder, QuerySelect};
use time::Date;
use yakusho_kernel::stored::{from_json, one, to_json};
use yakusho_kernel::{DbError, Fault, Permit, Reading, Tx};

use super::model::{Contract, ContractId};
use super::policy::Scope;

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::UnitId;

    use crate::outsourcing::ContractId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "compliance_contracts")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ContractId,
        pub section: UnitId,
        pub title: String,
        pub contractor: String,
        pub work: String,
        pub first_day: time::Date,
        pub last_day: time::Date,
        pub articles: String,
        pub text: String,
        pub digest: String,
        pub files: Json,
        pub concluded_on: Option<time::Date>,
        pub concluded_by: Option<Json>,
        pub version: i32,
        pub revision: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use row::{ActiveModel, Column, Entity, Model};

impl TryFrom<Model> for Contract {
    type Error = DbError;

    fn try_from(row: Model) -> Result<Self, DbError> {
        let concluded = row.concluded_on.zip(row.concluded_by);
        let concluded = concluded
            .map(|(on, by)| Ok::<_, DbError>((on, from_json(by)?)))
            .transpose()?;
        Ok(Self {
            id: row.id,
            section: row.section,
            title: row.title,
            contractor: row.contractor,
            work: row.work,
            days: (row.first_day, row.last_day),
            articles: row.articles,
            text: row.text,
            digest: row.digest,
            files: from_json(row.files)?,
            concluded,
            version: row.version,
            revision: row.revision,
        })
    }
}

fn model(contract: &Contract, revision: i32) -> Result<ActiveModel, DbError> {
    let concluded = contract.concluded.as_ref();
    let concluded_by = concluded.map(|(_, doer)| to_json(doer)).transpose()?;
    Ok(ActiveModel {
        id: Set(contract.id),
        section: Set(contract.section),
        title: Set(contract.title.clone()),
        contractor: Set(contract.contractor.clone()),
        work: Set(contract.work.clone()),
        first_day: Set(contract.days.0),
        last_day: Set(contract.days.1),
        articles: Set(contract.articles.clone()),
        text: Set(contract.text.clone()),
        digest: Set(contract.digest.clone()),
        files: Set(to_json(&contract.files)?),
        concluded_on: Set(concluded.map(|(on, _)| *on)),
        concluded_by: Set(concluded_by),
        version: Set(contract.version),
        revision: Set(revision),
    })
}

pub(super) async fn find(on: &impl Reading, id: ContractId) -> Result<Option<Contract>, DbError> {
    let row = Entity::find_by_id(id).one(&on.conn()).await?;
    row.map(Contract::try_from).transpose()
}

/// Keeps every other act from changing the contract until this one ends.
pub(super) async fn lock(tx: &Tx, id: ContractId) -> Result<(), DbError> {
    let _: Option<ContractId> = Entity::find_by_id(id)
        .select_only()
        .column(Column::Id)
        .lock_exclusive()
        .into_tuple()
        .one(&tx.conn())
        .await?;
    Ok(())
}

/// Contracts after a place among them, the latest end first, at most `size`.
pub(super) async fn page(
    on: &impl Reading,
    scope: &Scope,
    after: Option<(i32, ContractId)>,
    size: usize,
) -> Result<Vec<Contract>, DbError> {
    let mut find = Entity::find();
    if !scope.oversees {
        find = find.filter(Column::Section.is_in(scope.units.iter().copied()));
    }
    if let Some((last, id)) = after {
        let last = Date::from_julian_day(last).unwrap_or(Date::MIN);
        let same = Condition::all()
            .add(Column::LastDay.eq(last))
            .add(Column::Id.lt(id));
        find = find.filter(Condition::any().add(Column::LastDay.lt(last)).add(same));
    }
    let rows = find
        .order_by_desc(Column::LastDay)
        .order_by_desc(Column::Id)
        .limit(size as u64)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(Contract::try_from).collect()
}

pub(super) async fn insert(tx: &Tx, _: &Permit, contract: &Contract) -> Result<(), DbError> {
    Entity::insert(model(contract, contract.revision)?)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Writes the contract over the one of its revision.
pub(super) async fn save(tx: &Tx, _: &Permit, contract: &Contract) -> Result<(), Fault> {
    let saved = Entity::update_many()
        .set(model(contract, contract.revision + 1)?)
        .filter(Column::Id.eq(contract.id))
        .filter(Column::Revision.eq(contract.revision))
        .exec(&tx.conn())
        .await
        .map_err(DbError::from)?;
    one(saved.rows_affected)
}
