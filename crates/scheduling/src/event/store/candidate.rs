//! Table `schedule_candidate_answers`.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use yakusho_kernel::{DbError, Permit, PersonId, Reading, Tx};

use super::rows::candidate_answer::{ActiveModel, Column, Entity};
use crate::event::model::{Answer, CandidateAnswer, CandidateId, EventId};
use yakusho_kernel::stored::known;

/// What was said to the candidates of an event.
pub(crate) async fn answers(
    on: &impl Reading,
    event: EventId,
) -> Result<Vec<CandidateAnswer>, DbError> {
    let rows = Entity::find()
        .filter(Column::Event.eq(event))
        .all(&on.conn())
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(CandidateAnswer {
                candidate: row.candidate,
                person: row.person,
                answer: known(&row.answer, Answer::from_code)?,
            })
        })
        .collect()
}

/// Notes what a person says, over what they said before.
pub(crate) async fn put(
    tx: &Tx,
    _: &Permit,
    event: EventId,
    person: PersonId,
    said: &[(CandidateId, Answer)],
) -> Result<(), DbError> {
    let hand = tx.cx().actor().person().unwrap_or(person);
    let rows = said.iter().map(|(candidate, answer)| ActiveModel {
        candidate: Set(*candidate),
        person: Set(person),
        event: Set(event),
        answer: Set(answer.code().to_owned()),
        at: Set(tx.cx().now()),
        hand: Set(hand),
    });
    let over = OnConflict::columns([Column::Candidate, Column::Person])
        .update_columns([Column::Answer, Column::At, Column::Hand])
        .to_owned();
    Entity::insert_many(rows)
        .on_conflict(over)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}
