//! Table `compliance_cases`, one by one, with the definitions that they keep.

use std::sync::Arc;

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Condition, Expr, ExprTrait as _, OnConflict};
use sea_orm::{QuerySelect, QueryTrait};
use yakusho_kernel::{DbError, Fault, Permit, ProxyKind, Reading, Tx};
use yakusho_koyomi::FiscalYear;

use super::index::index;
use super::rows::{case, definition};
use crate::Authorship;
use crate::procedure::{Case, CaseId, CaseNumber, CaseState, Definition};
use yakusho_kernel::stored::{from_json, known, one, to_json};

pub(super) fn read(row: case::Model, definition: definition::Model) -> Result<Case, DbError> {
    let number = row.year.zip(row.number);
    Ok(Case {
        id: row.id,
        definition: Arc::new(Definition {
            digest: definition.digest,
            procedure: from_json(definition.procedure)?,
        }),
        by: Authorship {
            author: row.author,
            hand: row.hand,
            proxy: row.proxy.as_deref().and_then(ProxyKind::from_code),
        },
        submitted: row.submitted.map(from_json).transpose()?,
        content: from_json(row.content)?,
        subject: row.subject,
        state: known(&row.state, CaseState::from_code)?,
        number: number.map(|(year, number)| CaseNumber {
            year: FiscalYear::starting_in(year),
            number,
        }),
        round: row.round,
        step: row.step.and_then(|step| usize::try_from(step).ok()),
        submitted_on: row.submitted_on,
        acted_on: row.acted_on,
        decided_on: row.decided_on,
        conditions: row.conditions,
        acts: row.acts,
        created_at: row.created_at,
        changed_at: row.changed_at,
        version: row.version,
        revision: row.revision,
    })
}

fn model(case: &Case, revision: i32) -> Result<case::ActiveModel, DbError> {
    let procedure = case.procedure();
    Ok(case::ActiveModel {
        id: Set(case.id),
        kind: Set(procedure.kind.id().to_owned()),
        definition: Set(case.definition.digest.clone()),
        register: Set(procedure.register.clone()),
        year: Set(case.number.map(|number| number.year.year())),
        number: Set(case.number.map(|number| number.number)),
        author: Set(case.by.author),
        hand: Set(case.by.hand),
        proxy: Set(case.by.proxy.map(|kind| kind.code().to_owned())),
        submitted: Set(case.submitted.as_ref().map(to_json).transpose()?),
        section: Set(case.content.section),
        subject: Set(case.subject.clone()),
        content: Set(to_json(&case.content)?),
        state: Set(case.state.code().to_owned()),
        round: Set(case.round),
        step: Set(case.step.and_then(|step| i32::try_from(step).ok())),
        submitted_on: Set(case.submitted_on),
        acted_on: Set(case.acted_on),
        decided_on: Set(case.decided_on),
        conditions: Set(case.conditions.clone()),
        acts: Set(case.acts),
        created_at: Set(case.created_at),
        changed_at: Set(case.changed_at),
        version: Set(case.version),
        revision: Set(revision),
    })
}

/// A case with the definition that it keeps.
pub(crate) async fn find(on: &impl Reading, id: CaseId) -> Result<Option<Case>, DbError> {
    let defined = Condition::all().add(
        Expr::col((definition::Entity, definition::Column::Digest))
            .equals((case::Entity, case::Column::Definition)),
    );
    let mut find = case::Entity::find_by_id(id);
    QueryTrait::query(&mut find).inner_join(definition::Entity, defined);
    let row = find.select_also(definition::Entity).one(&on.conn()).await?;
    let Some((case, Some(definition))) = row else {
        return Ok(None);
    };
    read(case, definition).map(Some)
}

/// Keeps every other act from changing the case until this one ends.
pub(crate) async fn lock(tx: &Tx, id: CaseId) -> Result<(), DbError> {
    let _: Option<CaseId> = case::Entity::find_by_id(id)
        .select_only()
        .column(case::Column::Id)
        .lock_exclusive()
        .into_tuple()
        .one(&tx.conn())
        .await?;
    Ok(())
}

/// Writes a new case, and its definition where that is new, too.
pub(crate) async fn insert(tx: &Tx, _: &Permit, case: &Case) -> Result<(), DbError> {
    let definition = definition::ActiveModel {
        digest: Set(case.definition.digest.clone()),
        procedure: Set(to_json(case.procedure())?),
        at: Set(tx.cx().now()),
    };
    let known = OnConflict::column(definition::Column::Digest)
        .do_nothing()
        .to_owned();
    definition::Entity::insert_many([definition])
        .on_conflict(known)
        .exec_without_returning(&tx.conn())
        .await?;
    case::Entity::insert(model(case, case.revision)?)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Writes the case over the one that it was read as, if that is still there, and has it be found by what it says now.
pub(crate) async fn save(tx: &Tx, permit: &Permit, case: &Case) -> Result<(), Fault> {
    let saved = case::Entity::update_many()
        .set(model(case, case.revision + 1)?)
        .filter(case::Column::Id.eq(case.id))
        .filter(case::Column::Revision.eq(case.revision))
        .exec(&tx.conn())
        .await
        .map_err(DbError::from)?;
    one(saved.rows_affected)?;
    Ok(index(tx, permit, case).await?)
}
