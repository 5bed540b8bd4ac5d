//! Table `circulations`, one by one.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{Condition, QueryOrder, QuerySelect, QueryTrait};
use yakusho_accounts::registration;
use yakusho_kernel::{DbError, Fault, Permit, PersonId, ProxyKind, Reading, Tx};

use super::index::index;
use super::rows::{circulation, recipient};
use crate::circulation::model::{
    Circulation, CirculationId, CirculationState, Content, Follows, Kind, Own, RecipientState,
    Sequence,
};
use crate::text::{Body, Remark, Title};
use crate::{Authorship, Removal};
use yakusho_kernel::stored::{self, from_json, known, to_json};

impl TryFrom<circulation::Model> for Circulation {
    type Error = DbError;

    fn try_from(row: circulation::Model) -> Result<Self, DbError> {
        let removal = Removal::stored(row.removed_at, row.removed_by, row.removed_reason);
        let registration = row.registration.as_deref();
        Ok(Self {
            id: row.id,
            by: Authorship {
                author: row.author,
                hand: row.hand,
                proxy: row.proxy.as_deref().and_then(ProxyKind::from_code),
            },
            byline: row.byline,
            content: Content {
                kind: known(&row.kind, Kind::from_code)?,
                title: Title::stored(row.title),
                body: Body::stored(row.body),
                section: row.section,
                registration: registration.and_then(registration::Kind::from_code),
                audience: from_json(row.audience)?,
                sequence: known(&row.sequence, Sequence::from_code)?,
                step_days: row.step_days.and_then(|days| u16::try_from(days).ok()),
                follows: known(&row.follows, Follows::from_code)?,
                due: row.due,
                open_replies: row.open_replies,
                files: from_json(row.files)?,
            },
            state: known(&row.state, CirculationState::from_code)?,
            sent_at: row.sent_at,
            ended_at: row.ended_at,
            steps: row.steps,
            step: row.step,
            step_at: row.step_at,
            total: row.total,
            confirmed: row.confirmed,
            version: row.version,
            first_version: row.first_version,
            material_version: row.material_version,
            created_at: row.created_at,
            changed_at: row.changed_at,
            revision: row.revision,
            removal,
        })
    }
}

impl TryFrom<recipient::Model> for Own {
    type Error = DbError;

    fn try_from(row: recipient::Model) -> Result<Self, DbError> {
        Ok(Self {
            id: row.id,
            state: known(&row.state, RecipientState::from_code)?,
            received_at: row.received_at,
            read_at: row.read_at,
            confirmed_at: row.confirmed_at,
            proxy: row.proxy.as_deref().and_then(ProxyKind::from_code),
            version: row.version,
            reply: row.reply,
            revision: row.revision,
        })
    }
}

fn model(one: &Circulation, revision: i32) -> Result<circulation::ActiveModel, DbError> {
    let content = &one.content;
    // What is not there to be read leaves the table; its versions keep it.
    let gone = one.state.is_gone();
    let kept = |text: &str| if gone { String::new() } else { text.to_owned() };
    let files = if gone { &[][..] } else { &content.files };
    let step_days = content.step_days.and_then(|days| i16::try_from(days).ok());
    let removal = one.removal.as_ref();
    Ok(circulation::ActiveModel {
        id: Set(one.id),
        kind: Set(content.kind.code().to_owned()),
        author: Set(one.by.author),
        hand: Set(one.by.hand),
        proxy: Set(one.by.proxy.map(|kind| kind.code().to_owned())),
        section: Set(content.section),
        byline: Set(one.byline.clone()),
        title: Set(kept(content.title.as_str())),
        body: Set(kept(content.body.as_str())),
        files: Set(to_json(&files)?),
        registration: Set(content.registration.map(|kind| kind.code().to_owned())),
        audience: Set(to_json(&content.audience)?),
        sequence: Set(content.sequence.code().to_owned()),
        step_days: Set(step_days),
        follows: Set(content.follows.code().to_owned()),
        due: Set(content.due),
        open_replies: Set(content.open_replies),
        state: Set(one.state.code().to_owned()),
        sent_at: Set(one.sent_at),
        ended_at: Set(one.ended_at),
        steps: Set(one.steps),
        step: Set(one.step),
        step_at: Set(one.step_at),
        total: Set(one.total),
        confirmed: Set(one.confirmed),
        version: Set(one.version),
        first_version: Set(one.first_version),
        material_version: Set(one.material_version),
        created_at: Set(one.created_at),
        changed_at: Set(one.changed_at),
        revision: Set(revision),
        removed_at: Set(removal.map(|removal| removal.at)),
        removed_by: Set(removal.map(|removal| removal.by)),
        removed_reason: Set(removal
            .and_then(|removal| removal.reason.clone())
            .map(Remark::into_inner)),
    })
}

/// A circulation, with how it stands to that person as one of its recipients.
pub(crate) async fn find(
    on: &impl Reading,
    id: CirculationId,
    person: Option<PersonId>,
) -> Result<Option<(Circulation, Option<Own>)>, DbError> {
    let own = Condition::all()
        .add(Expr::col((recipient::Entity, recipient::Column::Circulation)).eq(Uuid::from(id)))
        .add(Expr::col((recipient::Entity, recipient::Column::Person)).eq(person.map(Uuid::from)));
    let mut find = circulation::Entity::find_by_id(id);
    QueryTrait::query(&mut find).left_join(recipient::Entity, own);
    let row = find.select_also(recipient::Entity).one(&on.conn()).await?;
    row.map(|(one, own)| Ok((one.try_into()?, own.map(Own::try_from).transpose()?)))
        .transpose()
}

/// Keeps every other act from changing these circulations until this one ends: who confirms last, and what has come
/// of a circulation, is decided by one at a time.
pub(crate) async fn lock(tx: &Tx, ids: &[CirculationId]) -> Result<(), DbError> {
    let _: Vec<CirculationId> = circulation::Entity::find()
        .select_only()
        .column(circulation::Column::Id)
        .filter(circulation::Column::Id.is_in(ids.iter().copied()))
        .order_by_asc(circulation::Column::Id)
        .lock_exclusive()
        .into_tuple()
        .all(&tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn insert(tx: &Tx, permit: &Permit, one: &Circulation) -> Result<(), DbError> {
    circulation::Entity::insert(model(one, one.revision)?)
        .exec_without_returning(&tx.conn())
        .await?;
    index(tx, permit, one).await
}

/// Writes the circulation over the one that it was read as, if that is still there, and has it be found by what it says
/// now. Its row is locked.
pub(crate) async fn save(tx: &Tx, permit: &Permit, one: &Circulation) -> Result<(), Fault> {
    let saved = circulation::Entity::update_many()
        .set(model(one, one.revision + 1)?)
        .filter(circulation::Column::Id.eq(one.id))
        .filter(circulation::Column::Revision.eq(one.revision))
        .exec(&tx.conn())
        .await
        .map_err(DbError::from)?;
    stored::one(saved.rows_affected)?;
    Ok(index(tx, permit, one).await?)
}
