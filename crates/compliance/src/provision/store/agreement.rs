//! Table `compliance_agreements`.

use sea_orm::ActiveValue::Set;
use sea_orm::FromQueryResult;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Condition, Expr, ExprTrait as _, JoinType, Order, Query};
use time::Date;
use uuid::Uuid;
use yakusho_kernel::stored::{from_json, known, one, to_json};
use yakusho_kernel::{DbError, Fault, Permit, Reading, Tx, UnitId};

use super::rows::agreement::{ActiveModel, Column, Entity, Model};
use crate::provision::model::{Agreement, AgreementId, AgreementState, Owed, ProvisionId};

impl TryFrom<Model> for Agreement {
    type Error = DbError;

    fn try_from(row: Model) -> Result<Self, DbError> {
        let concluded = row.concluded_on.zip(row.concluded_by);
        let concluded = concluded
            .map(|(on, by)| Ok::<_, DbError>((on, from_json(by)?)))
            .transpose()?;
        Ok(Self {
            id: row.id,
            provision: row.provision,
            state: known(&row.state, AgreementState::from_code)?,
            days: (row.first_day, row.last_day),
            clauses: from_json(row.clauses)?,
            word: row.word.map(from_json).transpose()?,
            files: from_json(row.files)?,
            drawn_up: from_json(row.drawn_up)?,
            concluded,
            ended: row.ended.map(from_json).transpose()?,
            due: row.due,
            created_at: row.created_at,
            changed_at: row.changed_at,
            version: row.version,
            revision: row.revision,
        })
    }
}

fn model(agreement: &Agreement, revision: i32) -> Result<ActiveModel, DbError> {
    let concluded = agreement.concluded.as_ref();
    let concluded_by = concluded.map(|(_, doer)| to_json(doer)).transpose()?;
    Ok(ActiveModel {
        id: Set(agreement.id),
        provision: Set(agreement.provision),
        state: Set(agreement.state.code().to_owned()),
        valid_from: Set(agreement.from()),
        valid_until: Set(agreement.until()),
        due: Set(agreement.due),
        first_day: Set(agreement.days.0),
        last_day: Set(agreement.days.1),
        clauses: Set(to_json(&agreement.clauses)?),
        word: Set(agreement.word.as_ref().map(to_json).transpose()?),
        files: Set(to_json(&agreement.files)?),
        drawn_up: Set(to_json(&agreement.drawn_up)?),
        concluded_on: Set(concluded.map(|(on, _)| *on)),
        concluded_by: Set(concluded_by),
        ended: Set(agreement.ended.as_ref().map(to_json).transpose()?),
        created_at: Set(agreement.created_at),
        changed_at: Set(agreement.changed_at),
        version: Set(agreement.version),
        revision: Set(revision),
    })
}

/// The agreement on a provision.
pub(crate) async fn agreement_on(
    on: &impl Reading,
    provision: ProvisionId,
) -> Result<Option<Agreement>, DbError> {
    let found = Entity::find().filter(Column::Provision.eq(provision));
    let row = found.one(&on.conn()).await?;
    row.map(Agreement::try_from).transpose()
}

pub(crate) async fn insert_agreement(
    tx: &Tx,
    _: &Permit,
    agreement: &Agreement,
) -> Result<(), DbError> {
    Entity::insert(model(agreement, agreement.revision)?)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Writes the agreement over the one of its revision.
pub(crate) async fn save_agreement(
    tx: &Tx,
    _: &Permit,
    agreement: &Agreement,
) -> Result<(), Fault> {
    let saved = Entity::update_many()
        .set(model(agreement, agreement.revision + 1)?)
        .filter(Column::Id.eq(agreement.id))
        .filter(Column::Revision.eq(agreement.revision))
        .exec(&tx.conn())
        .await
        .map_err(DbError::from)?;
    one(saved.rows_affected)
}

#[derive(FromQueryResult)]
struct OwedRow {
    id: ProvisionId,
    agreement: AgreementId,
    section: UnitId,
    due: Date,
    data_name: String,
    recipient: String,
}

/// Which of all that is owed back is wanted: everything unless told.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted<'a> {
    /// Of these sections.
    pub(crate) sections: Option<&'a [UnitId]>,
    /// Due on this day or later.
    pub(crate) from: Option<Date>,
    /// Due on this day or earlier.
    pub(crate) until: Option<Date>,
    /// After this place.
    pub(crate) after: Option<(Date, Uuid)>,
    /// At most so many.
    pub(crate) size: Option<usize>,
}

/// What is owed back on a day, the first due first.
pub(crate) async fn owed(
    on: &impl Reading,
    today: Date,
    wanted: &Wanted<'_>,
) -> Result<Vec<Owed>, DbError> {
    let agreement = |column: &'static str| Expr::col(("a", column));
    let of = Condition::all().add(Expr::col(("p", "id")).equals(("a", "provision")));
    let mut select = Query::select();
    select
        .from_as("compliance_agreements", "a")
        .join_as(JoinType::InnerJoin, "compliance_provisions", "p", of)
        .join_as(
            JoinType::InnerJoin,
            "compliance_data_sets",
            "d",
            Condition::all().add(Expr::col(("d", "id")).equals(("p", "data_set"))),
        )
        .columns(["id", "section", "recipient"].map(|column| ("p", column)))
        .expr_as(Expr::col(("d", "name")), "data_name")
        .column(("a", "due"))
        .expr_as(agreement("id"), "agreement")
        .and_where(agreement("state").eq(AgreementState::Concluded.code()))
        .and_where(agreement("due").is_not_null())
        .and_where(agreement("valid_until").lte(today))
        .order_by(("a", "due"), Order::Asc)
        .order_by(("a", "id"), Order::Asc);
    if let Some(sections) = wanted.sections {
        select.and_where(Expr::col(("p", "section")).is_in(sections.iter().copied()));
    }
    if let Some(from) = wanted.from {
        select.and_where(agreement("due").gte(from));
    }
    if let Some(until) = wanted.until {
        select.and_where(agreement("due").lte(until));
    }
    if let Some((day, id)) = wanted.after {
        let same = agreement("due").eq(day).and(agreement("id").gt(id));
        select.and_where(agreement("due").gt(day).or(same));
    }
    if let Some(size) = wanted.size {
        select.limit(size as u64);
    }
    let rows = on.conn().query_all(&select).await?;
    rows.iter()
        .map(|row| {
            let row = OwedRow::from_query_result(row, "")?;
            Ok(Owed {
                agreement: row.agreement,
                provision: row.id,
                section: row.section,
                due: row.due,
                data_name: row.data_name,
                recipient: row.recipient,
            })
        })
        .collect()
}
