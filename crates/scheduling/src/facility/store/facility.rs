//! Table `facilities`.

use sea_orm::ActiveValue::{NotSet, Set};
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, DbBackend, QueryOrder, QuerySelect};
use yakusho_kernel::{DbError, Fault, Permit, PostId, Reading, Tx};

use super::index::index;
use super::rows::{category, row};
use crate::facility::model::{CategoryId, Facility, FacilityId, FacilityKind, FacilitySettings};
use yakusho_kernel::stored::{from_json, known, one, to_json};

impl TryFrom<row::Model> for Facility {
    type Error = DbError;

    fn try_from(row: row::Model) -> Result<Self, DbError> {
        Ok(Self {
            id: row.id,
            settings: FacilitySettings {
                code: row.code,
                kind: known(&row.kind, FacilityKind::from_code)?,
                category: row.category,
                name_ja: row.name_ja,
                name_en: row.name_en,
                place: row.place,
                capacity: row.capacity,
                units: row.units,
                notes: row.notes,
                opening: from_json(row.opening)?,
                window_days: row.window_days,
                longest_minutes: row.longest_minutes,
                before_minutes: row.before_minutes,
                after_minutes: row.after_minutes,
                viewers: from_json(row.viewers)?,
                bookers: from_json(row.bookers)?,
                manager: row.manager,
                approval: row.approval,
                own_approval: row.own_approval,
                position: row.position,
            },
            retired: row.retired,
            revision: row.revision,
        })
    }
}

fn model(
    id: FacilityId,
    set: &FacilitySettings,
    revision: i32,
) -> Result<row::ActiveModel, DbError> {
    Ok(row::ActiveModel {
        id: Set(id),
        code: Set(set.code.clone()),
        kind: Set(set.kind.code().to_owned()),
        exclusive: Set(set.kind.is_exclusive()),
        category: Set(set.category),
        name_ja: Set(set.name_ja.clone()),
        name_en: Set(set.name_en.clone()),
        place: Set(set.place.clone()),
        capacity: Set(set.capacity),
        units: Set(set.units),
        notes: Set(set.notes.clone()),
        opening: Set(to_json(&set.opening)?),
        window_days: Set(set.window_days),
        longest_minutes: Set(set.longest_minutes),
        before_minutes: Set(set.before_minutes),
        after_minutes: Set(set.after_minutes),
        viewers: Set(to_json(&set.viewers)?),
        bookers: Set(to_json(&set.bookers)?),
        manager: Set(set.manager),
        approval: Set(set.approval),
        own_approval: Set(set.own_approval),
        position: Set(set.position),
        retired: NotSet,
        revision: Set(revision),
    })
}

/// Which facilities are asked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Asked {
    pub(crate) category: Option<CategoryId>,
    pub(crate) kind: Option<FacilityKind>,
    /// These alone, where any are named.
    pub(crate) ids: Option<Vec<FacilityId>>,
    pub(crate) retired: bool,
}

/// The facilities asked for, in the order of display.
pub(crate) async fn list(on: &impl Reading, asked: &Asked) -> Result<Vec<Facility>, DbError> {
    let mut which = Condition::all();
    if let Some(category) = asked.category {
        which = which.add(row::Column::Category.eq(category));
    }
    if let Some(kind) = asked.kind {
        which = which.add(row::Column::Kind.eq(kind.code()));
    }
    if let Some(ids) = &asked.ids {
        which = which.add(row::Column::Id.is_in(ids.iter().copied()));
    }
    if !asked.retired {
        which = which.add(row::Column::Retired.eq(false));
    }
    let in_category = row::Entity::belongs_to(category::Entity)
        .from(row::Column::Category)
        .to(category::Column::Id)
        .into();
    let rows = row::Entity::find()
        .join(sea_orm::JoinType::InnerJoin, in_category)
        .filter(which)
        .order_by_asc(category::Column::Position)
        .order_by_asc(category::Column::Id)
        .order_by_asc(row::Column::Position)
        .order_by_asc(row::Column::Code)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(Facility::try_from).collect()
}

pub(crate) async fn find(on: &impl Reading, id: FacilityId) -> Result<Option<Facility>, DbError> {
    let row = row::Entity::find_by_id(id).one(&on.conn()).await?;
    row.map(Facility::try_from).transpose()
}

/// The facilities of these ids, each held until the act ends, so that nobody else changes or books them meanwhile. They
/// are taken in the order of their ids: two acts that want the same ones never wait for each other.
pub(crate) async fn lock(tx: &Tx, ids: &[FacilityId]) -> Result<Vec<Facility>, DbError> {
    let mut find = row::Entity::find()
        .filter(row::Column::Id.is_in(ids.iter().copied()))
        .order_by_asc(row::Column::Id);
    if tx.cx().env().db().backend() == DbBackend::Postgres {
        find = find.lock_exclusive();
    }
    let rows = find.all(&tx.conn()).await?;
    rows.into_iter().map(Facility::try_from).collect()
}

/// The posts that facilities are kept or approved by.
pub(crate) async fn posts(on: &impl Reading) -> Result<Vec<PostId>, DbError> {
    let rows: Vec<(Option<PostId>, Option<PostId>)> = row::Entity::find()
        .select_only()
        .columns([row::Column::Manager, row::Column::Approval])
        .distinct()
        .into_tuple()
        .all(&on.conn())
        .await?;
    let posts = rows.into_iter().flat_map(|(one, other)| [one, other]);
    Ok(posts.flatten().collect())
}

pub(in crate::facility) async fn insert(
    tx: &Tx,
    permit: &Permit,
    id: FacilityId,
    set: &FacilitySettings,
) -> Result<(), DbError> {
    let fresh = row::ActiveModel {
        retired: Set(false),
        ..model(id, set, 1)?
    };
    row::Entity::insert(fresh)
        .exec_without_returning(&tx.conn())
        .await?;
    index(tx, permit, id, set, false)
}

/// Changes a facility that is still at that revision.
pub(in crate::facility) async fn update(
    tx: &Tx,
    permit: &Permit,
    before: &Facility,
    set: &FacilitySettings,
) -> Result<(), Fault> {
    save(tx, before, model(before.id, set, before.revision + 1)?).await?;
    Ok(index(tx, permit, before.id, set, before.retired)?)
}

pub(in crate::facility) async fn retire(
    tx: &Tx,
    permit: &Permit,
    before: &Facility,
    retired: bool,
) -> Result<(), Fault> {
    let change = row::ActiveModel {
        retired: Set(retired),
        revision: Set(before.revision + 1),
        ..Default::default()
    };
    save(tx, before, change).await?;
    Ok(index(tx, permit, before.id, &before.settings, retired)?)
}

async fn save(tx: &Tx, before: &Facility, change: row::ActiveModel) -> Result<(), Fault> {
    let changed = row::Entity::update_many()
        .set(change)
        .filter(row::Column::Id.eq(before.id))
        .filter(row::Column::Revision.eq(before.revision))
        .exec(&tx.conn())
        .await
        .map_err(DbError::from)?;
    one(changed.rows_affected)
}
