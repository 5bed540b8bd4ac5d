//! Table `compliance_acts`: written once, and never changed.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QueryTrait};
use yakusho_kernel::{Authorship, DbError, Permit, ProxyKind, Reading, Tx};

use super::rows::act;
use crate::procedure::model::{Act, ActKind};
use crate::procedure::{Case, CaseId};
use yakusho_kernel::stored::{from_json, known, to_json};

impl TryFrom<act::Model> for Act {
    type Error = DbError;

    fn try_from(row: act::Model) -> Result<Self, DbError> {
        let answers = row.answers.map(from_json).transpose()?;
        let by = row.author.zip(row.hand);
        Ok(Self {
            id: row.id,
            kind: known(&row.kind, ActKind::from_code)?,
            round: row.round,
            step: row.step.and_then(|step| usize::try_from(step).ok()),
            task: row.task,
            on: row.acted_on,
            at: row.at,
            by: by.map(|(author, hand)| Authorship {
                author,
                hand,
                proxy: row.proxy.as_deref().and_then(ProxyKind::from_code),
            }),
            name: row.name,
            hand_name: row.hand_name,
            remark: row.remark,
            answers: answers.unwrap_or_default(),
        })
    }
}

/// The acts in a case, in their order.
pub(crate) async fn of_case(on: &impl Reading, id: CaseId) -> Result<Vec<Act>, DbError> {
    let rows = act::Entity::find()
        .filter(act::Column::OfCase.eq(id))
        .order_by_asc(act::Column::Place)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(Act::try_from).collect()
}

/// Writes the last act of a case down.
pub(crate) fn insert(tx: &Tx, _: &Permit, case: &Case, one: &Act) -> Result<(), DbError> {
    let filled_in = Some(&one.answers).filter(|answers| !answers.is_empty());
    let answers = filled_in.map(to_json).transpose()?;
    let row = act::ActiveModel {
        id: Set(one.id),
        of_case: Set(case.id),
        place: Set(case.acts),
        kind: Set(one.kind.code().to_owned()),
        round: Set(one.round),
        step: Set(one.step.and_then(|step| i32::try_from(step).ok())),
        task: Set(one.task),
        acted_on: Set(one.on),
        at: Set(one.at),
        author: Set(one.by.map(|by| by.author)),
        hand: Set(one.by.map(|by| by.hand)),
        proxy: Set(one
            .by
            .and_then(|by| by.proxy)
            .map(|kind| kind.code().to_owned())),
        name: Set(one.name.clone()),
        hand_name: Set(one.hand_name.clone()),
        remark: Set(one.remark.clone()),
        answers: Set(answers),
    };
    tx.later(act::Entity::insert(row).as_query());
    Ok(())
}
