//! Table `document_folders`.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Alias, CommonTableExpression, Expr, ExprTrait as _, Query, UnionType};
use sea_orm::{FromQueryResult, QueryOrder, QuerySelect, QueryTrait, Select};
use yakusho_kernel::stored::{known, one};
use yakusho_kernel::{DbError, Fault, Permit, Reading, Tx, UnitId};

use super::orders::found_in;
use super::rights::seen_in;
use super::rows::{folder, right};
use crate::cabinet::model::{Folder, FolderId, FolderRow, Level};
use crate::cabinet::policy::Reach;

/// A folder with one of the rights that the actor has in it.
#[derive(FromQueryResult)]
struct Leveled {
    #[sea_orm(nested)]
    folder: folder::Model,
    level: String,
}

fn standing() -> Select<folder::Entity> {
    folder::Entity::find().filter(folder::Column::RemovedAt.is_null())
}

/// The folders of a query that the actor may see, in its order, each with the highest of their rights.
async fn seen(
    on: &impl Reading,
    mut find: Select<folder::Entity>,
    reach: &Reach,
) -> Result<Vec<FolderRow>, DbError> {
    let theirs = Expr::col((right::Entity, right::Column::Place))
        .equals((folder::Entity, folder::Column::Rights))
        .and(Expr::col((right::Entity, right::Column::Key)).is_in(reach.codes()));
    QueryTrait::query(&mut find).inner_join(right::Entity, theirs);
    let rows = find
        .column_as(right::Column::Level, "level")
        .into_model::<Leveled>()
        .all(&on.conn())
        .await?;
    let mut seen: Vec<FolderRow> = Vec::new();
    for row in rows {
        let level = known(&row.level, Level::from_code)?;
        match seen
            .iter_mut()
            .find(|known| known.folder.id == row.folder.id)
        {
            Some(known) => known.level = known.level.max(level),
            None => seen.push(FolderRow {
                folder: row.folder.into(),
                level,
            }),
        }
    }
    Ok(seen)
}

/// A folder, if the actor may see it.
pub(crate) async fn leveled(
    on: &impl Reading,
    id: FolderId,
    reach: &Reach,
) -> Result<Option<FolderRow>, DbError> {
    let find = standing().filter(folder::Column::Id.eq(id));
    Ok(seen(on, find, reach).await?.pop())
}

/// A folder, whoever asks.
pub(crate) async fn find(on: &impl Reading, id: FolderId) -> Result<Option<Folder>, DbError> {
    let row = standing()
        .filter(folder::Column::Id.eq(id))
        .one(&on.conn())
        .await?;
    Ok(row.map(Folder::from))
}

/// Those folders of the ids that the actor may see.
pub(crate) async fn some(
    on: &impl Reading,
    ids: impl IntoIterator<Item = FolderId>,
    reach: &Reach,
) -> Result<Vec<FolderRow>, DbError> {
    seen(on, standing().filter(folder::Column::Id.is_in(ids)), reach).await
}

/// The cabinets that the actor may see.
pub(crate) async fn cabinets(on: &impl Reading, reach: &Reach) -> Result<Vec<FolderRow>, DbError> {
    let find = standing().filter(folder::Column::Parent.is_null());
    seen(on, in_order(find), reach).await
}

/// The folders in a folder that the actor may see.
pub(crate) async fn children(
    on: &impl Reading,
    parent: FolderId,
    reach: &Reach,
) -> Result<Vec<FolderRow>, DbError> {
    let find = standing().filter(folder::Column::Parent.eq(parent));
    seen(on, in_order(find), reach).await
}

/// Every folder in which the actor may write, by cabinets and depth.
pub(crate) async fn places(on: &impl Reading, reach: &Reach) -> Result<Vec<FolderRow>, DbError> {
    let find = standing()
        .filter(folder::Column::Rights.in_subquery(seen_in(reach)))
        .order_by_asc(folder::Column::Cabinet)
        .order_by_asc(folder::Column::Depth)
        .order_by_asc(folder::Column::Name);
    let mut rows = seen(on, find, reach).await?;
    rows.retain(|row| row.level >= Level::Write);
    Ok(rows)
}

fn in_order(find: Select<folder::Entity>) -> Select<folder::Entity> {
    find.order_by_asc(folder::Column::Position)
        .order_by_asc(folder::Column::Name)
        .order_by_asc(folder::Column::Id)
}

/// The folders from the cabinet down to one, that one last.
pub(crate) async fn path(on: &impl Reading, to: &Folder) -> Result<Vec<Folder>, DbError> {
    let name = || Alias::new("above");
    let columns = || [folder::Column::Id, folder::Column::Parent];
    let mut first = Query::select();
    first
        .columns(columns())
        .from(folder::Entity)
        .and_where(folder::Column::Id.eq(to.id));
    let next = Query::select()
        .columns(columns().map(|column| (folder::Entity, column)))
        .from(folder::Entity)
        .inner_join(
            name(),
            Expr::col((folder::Entity, folder::Column::Id)).equals((name(), "parent")),
        )
        .take();
    first.union(UnionType::All, next);
    let above = CommonTableExpression::new()
        .table_name(name())
        .columns(["id", "parent"])
        .query(first)
        .to_owned();
    let ids = Query::select().column("id").from(name()).take();
    let ids = ids.with(Query::with().recursive(true).cte(above).to_owned());
    let ids = on.conn().query_all(&ids).await?;
    let ids: Vec<FolderId> = ids
        .iter()
        .map(|row| row.try_get("", "id"))
        .collect::<Result<_, _>>()?;
    let rows = folder::Entity::find()
        .filter(folder::Column::Id.is_in(ids))
        .order_by_asc(folder::Column::Depth)
        .all(&on.conn())
        .await?;
    Ok(rows.into_iter().map(Folder::from).collect())
}

/// A folder with all below it, the nearest first. Those of a cabinet are few enough to look through.
pub(crate) async fn below(on: &impl Reading, top: &Folder) -> Result<Vec<Folder>, DbError> {
    let rows = standing()
        .filter(folder::Column::Cabinet.eq(top.cabinet))
        .filter(folder::Column::Depth.gte(top.depth))
        .order_by_asc(folder::Column::Depth)
        .all(&on.conn())
        .await?;
    let mut found: Vec<Folder> = Vec::new();
    for row in rows {
        let within = found.iter().any(|above| Some(above.id) == row.parent);
        if row.id == top.id || within {
            found.push(row.into());
        }
    }
    Ok(found)
}

/// Every folder that stands, those above before those below.
pub(crate) async fn all(on: &impl Reading) -> Result<Vec<Folder>, DbError> {
    let find = standing().order_by_asc(folder::Column::Depth);
    let rows = find.all(&on.conn()).await?;
    Ok(rows.into_iter().map(Folder::from).collect())
}

/// Whether a name is taken in a place: among the folders of one, or the cabinets of a section.
pub(crate) async fn is_taken(
    on: &impl Reading,
    parent: Option<FolderId>,
    section: UnitId,
    name: &str,
    but: Option<FolderId>,
) -> Result<bool, DbError> {
    let find = standing().filter(folder::Column::Name.eq(name));
    let find = match parent {
        Some(parent) => find.filter(folder::Column::Parent.eq(parent)),
        None => find
            .filter(folder::Column::Parent.is_null())
            .filter(folder::Column::Section.eq(section)),
    };
    let rows = find.limit(2).all(&on.conn()).await?;
    Ok(rows.iter().any(|row| Some(row.id) != but))
}

/// Whether nothing lies in a folder: neither a folder nor a document.
pub(crate) async fn is_empty(on: &impl Reading, id: FolderId) -> Result<bool, DbError> {
    let folders = standing()
        .filter(folder::Column::Parent.eq(id))
        .limit(1)
        .all(&on.conn())
        .await?;
    Ok(folders.is_empty() && !crate::document::store::lies_in(on, id).await?)
}

/// Holds the tree of a cabinet until the act ends, so that two acts do not make a circle of it.
pub(crate) async fn lock(tx: &Tx, cabinet: FolderId) -> Result<(), DbError> {
    folder::Entity::find_by_id(cabinet)
        .lock_exclusive()
        .one(&tx.conn())
        .await?;
    Ok(())
}

fn model(folder: &Folder, revision: i32) -> folder::ActiveModel {
    folder::ActiveModel {
        id: Set(folder.id),
        cabinet: Set(folder.cabinet),
        parent: Set(folder.parent),
        section: Set(folder.section),
        name: Set(folder.name.clone()),
        depth: Set(folder.depth),
        position: Set(folder.position),
        rights: Set(folder.rights),
        created_at: Set(folder.created_at),
        changed_at: Set(folder.changed_at),
        revision: Set(revision),
        ..Default::default()
    }
}

pub(crate) async fn insert(tx: &Tx, _: &Permit, folder: &Folder) -> Result<(), DbError> {
    folder::Entity::insert(model(folder, folder.revision))
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Writes a folder over the one that it was read as, if that is still there.
pub(crate) async fn save(tx: &Tx, _: &Permit, folder: &Folder) -> Result<(), Fault> {
    let saved = folder::Entity::update_many()
        .set(model(folder, folder.revision + 1))
        .filter(folder::Column::Id.eq(folder.id))
        .filter(folder::Column::Revision.eq(folder.revision))
        .exec(&tx.conn())
        .await
        .map_err(DbError::from)?;
    one(saved.rows_affected)
}

/// Has folders lie so many levels deeper in that cabinet, which is of that section.
pub(crate) async fn shift(
    tx: &Tx,
    permit: &Permit,
    folders: &[FolderId],
    (cabinet, section): (FolderId, UnitId),
    deeper: i32,
) -> Result<(), DbError> {
    let depth = Expr::col(folder::Column::Depth).add(deeper);
    folder::Entity::update_many()
        .col_expr(folder::Column::Cabinet, Expr::value(cabinet))
        .col_expr(folder::Column::Section, Expr::value(section))
        .col_expr(folder::Column::Depth, depth)
        .filter(folder::Column::Id.is_in(folders.iter().copied()))
        .exec(&tx.conn())
        .await?;
    found_in(tx, permit, folders, section);
    Ok(())
}

/// Has the rights of another place hold in those of the folders in which those of the first did.
pub(crate) async fn inherit(
    tx: &Tx,
    _: &Permit,
    folders: &[FolderId],
    from: FolderId,
    to: FolderId,
) -> Result<(), DbError> {
    folder::Entity::update_many()
        .col_expr(folder::Column::Rights, Expr::value(to))
        .filter(folder::Column::Id.is_in(folders.iter().copied()))
        .filter(folder::Column::Rights.eq(from))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Takes an empty folder away, if it is still as it was read.
pub(crate) async fn remove(tx: &Tx, _: &Permit, folder: &Folder) -> Result<(), Fault> {
    let removed = folder::Entity::update_many()
        .col_expr(folder::Column::RemovedAt, Expr::value(tx.cx().now()))
        .col_expr(folder::Column::Revision, Expr::value(folder.revision + 1))
        .filter(folder::Column::Id.eq(folder.id))
        .filter(folder::Column::Revision.eq(folder.revision))
        .exec(&tx.conn())
        .await
        .map_err(DbError::from)?;
    one(removed.rows_affected)
}
