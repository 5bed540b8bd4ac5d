//! Table `documents`.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{FromQueryResult as _, QueryOrder, QuerySelect, QueryTrait, SelectA, SelectB};
use time::Date;
use yakusho_accounts::registration::Kind;
use yakusho_attachments::Attachment;
use yakusho_kernel::stored::{from_json, known, one, to_json};
use yakusho_kernel::{
    Authorship, DbError, Fault, Permit, PersonId, Prepared, ProxyKind, Reading, Tx, UnitId,
};

use super::index::index;
use super::rows::document;
use crate::cabinet::policy::Reach;
use crate::cabinet::store::rows::folder;
use crate::cabinet::store::{leveled, seen_in};
use crate::cabinet::{Folder, FolderId, Level};
use crate::document::model::{
    Category, Content, Document, DocumentId, Lock, Number, Removal, Retention, State,
};

impl TryFrom<document::Model> for Document {
    type Error = DbError;

    fn try_from(row: document::Model) -> Result<Self, DbError> {
        let number = number(row.numbered_by, row.numbered_as, row.number);
        let lock = lock(row.locked_by, row.locked_at, row.locked_until);
        let removal = removal(row.removed_at, row.removed_by, row.removed_reason);
        Ok(Self {
            id: row.id,
            folder: row.folder,
            by: Authorship {
                author: row.author,
                hand: row.hand,
                proxy: row.proxy.as_deref().and_then(ProxyKind::from_code),
            },
            content: Content {
                title: row.title,
                notes: row.notes,
                category: known(&row.category, Category::from_code)?,
                registration: row.registration.as_deref().and_then(Kind::from_code),
                tags: from_json(row.tags)?,
                fiscal_year: row.fiscal_year,
                valid_from: row.valid_from,
                valid_until: row.valid_until,
                review_on: row.review_on,
                retention: known(&row.retention, Retention::from_code)?,
                files: from_json(row.files)?,
            },
            decision: row.decision.map(from_json).transpose()?,
            state: known(&row.state, State::from_code)?,
            number,
            version: row.version,
            first_version: row.first_version,
            created_at: row.created_at,
            changed_at: row.changed_at,
            revision: row.revision,
            lock,
            removal,
        })
    }
}

/// A number as three columns hold it.
pub(super) fn number(
    section: Option<yakusho_kernel::UnitId>,
    section_name: Option<String>,
    number: Option<i32>,
) -> Option<Number> {
    Some(Number {
        section: section?,
        section_name: section_name?,
        number: number?,
    })
}

/// A lock as three columns hold it.
pub(super) fn lock(
    by: Option<yakusho_kernel::PersonId>,
    at: Option<yakusho_kernel::Timestamp>,
    until: Option<yakusho_kernel::Timestamp>,
) -> Option<Lock> {
    Some(Lock {
        by: by?,
        at: at?,
        until: until?,
    })
}

/// A removal as three columns hold it.
pub(super) fn removal(
    at: Option<yakusho_kernel::Timestamp>,
    by: Option<yakusho_kernel::PersonId>,
    reason: Option<String>,
) -> Option<Removal> {
    Some(Removal {
        at: at?,
        by: by?,
        reason: reason.unwrap_or_default(),
    })
}

fn model(document: &Document, revision: i32) -> Result<document::ActiveModel, DbError> {
    let content = &document.content;
    // What is not there to be read leaves the table; its versions keep it.
    let gone = document.state.is_gone();
    let kept = |text: &str| if gone { String::new() } else { text.to_owned() };
    let files: &[Attachment] = if gone { &[] } else { &content.files };
    let tags: &[String] = if gone { &[] } else { &content.tags };
    let (number, lock) = (document.number.as_ref(), document.lock);
    let removal = document.removal.as_ref();
    Ok(document::ActiveModel {
        id: Set(document.id),
        folder: Set(document.folder),
        author: Set(document.by.author),
        hand: Set(document.by.hand),
        proxy: Set(document.by.proxy.map(|kind| kind.code().to_owned())),
        title: Set(kept(&content.title)),
        notes: Set(kept(&content.notes)),
        category: Set(content.category.code().to_owned()),
        registration: Set(content.registration.map(|kind| kind.code().to_owned())),
        tags: Set(to_json(&tags)?),
        fiscal_year: Set(content.fiscal_year),
        valid_from: Set(content.valid_from),
        valid_until: Set(content.valid_until),
        review_on: Set(content.review_on),
        retention: Set(content.retention.code().to_owned()),
        files: Set(to_json(&files)?),
        decision: Set(document.decision.as_ref().map(to_json).transpose()?),
        state: Set(document.state.code().to_owned()),
        numbered_by: Set(number.map(|number| number.section)),
        numbered_as: Set(number.map(|number| number.section_name.clone())),
        number: Set(number.map(|number| number.number)),
        version: Set(document.version),
        first_version: Set(document.first_version),
        created_at: Set(document.created_at),
        changed_at: Set(document.changed_at),
        revision: Set(revision),
        locked_by: Set(lock.map(|lock| lock.by)),
        locked_at: Set(lock.map(|lock| lock.at)),
        locked_until: Set(lock.map(|lock| lock.until)),
        removed_at: Set(removal.map(|removal| removal.at)),
        removed_by: Set(removal.map(|removal| removal.by)),
        removed_reason: Set(removal.map(|removal| removal.reason.clone())),
    })
}

/// A document with its folder and what the actor may do there, if they may see what is in that.
pub(crate) async fn find(
    on: &impl Reading,
    id: DocumentId,
    reach: &Reach,
) -> Result<Option<(Document, Folder, Level)>, DbError> {
    let row = document::Entity::find_by_id(id).one(&on.conn()).await?;
    let Some(row) = row else {
        return Ok(None);
    };
    let place = leveled(on, row.folder, reach).await?;
    place
        .map(|place| Ok((row.try_into()?, place.folder, place.level)))
        .transpose()
}

/// Whether any document lies in a folder, or a marker in place of one.
pub(crate) async fn lies_in(on: &impl Reading, folder: FolderId) -> Result<bool, DbError> {
    let rows = document::Entity::find()
        .filter(document::Column::Folder.eq(folder))
        .filter(document::Column::State.ne(State::Withdrawn.code()))
        .limit(1)
        .all(&on.conn())
        .await?;
    Ok(!rows.is_empty())
}

pub(crate) async fn insert(tx: &Tx, _: &Permit, document: &Document) -> Result<(), DbError> {
    document::Entity::insert(model(document, document.revision)?)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Writes a document over the one that it was read as, if that is still there, and has it be found by what it says now.
pub(crate) async fn save(tx: &Tx, permit: &Permit, document: &Document) -> Result<(), Fault> {
    save_lock(tx, permit, document).await?;
    Ok(index(tx, permit, document).await?)
}

/// The same where nothing of it changes but its lock.
pub(crate) async fn save_lock(tx: &Tx, _: &Permit, document: &Document) -> Result<(), Fault> {
    let saved = document::Entity::update_many()
        .set(model(document, document.revision + 1)?)
        .filter(document::Column::Id.eq(document.id))
        .filter(document::Column::Revision.eq(document.revision))
        .exec(&tx.conn())
        .await
        .map_err(DbError::from)?;
    one(saved.rows_affected)
}

/// What is registered and was to be looked through by that day.
pub(crate) async fn to_review(
    on: &impl Reading,
    by: Date,
) -> Result<Vec<(Document, Folder)>, DbError> {
    let folder_of = Expr::col((folder::Entity, folder::Column::Id))
        .equals((document::Entity, document::Column::Folder));
    let mut find = document::Entity::find()
        .filter(document::Column::State.eq(State::Registered.code()))
        .filter(document::Column::ReviewOn.lte(by))
        .order_by_asc(document::Column::Id);
    QueryTrait::query(&mut find).inner_join(folder::Entity, folder_of);
    let rows = find.select_also(folder::Entity).all(&on.conn()).await?;
    rows.into_iter()
        .filter_map(|(document, folder)| Some((document, folder?)))
        .map(|(document, folder)| Ok((document.try_into()?, folder.into())))
        .collect()
}

/// Whose reviews are wanted: of what these people registered and their section still has, of what passed to sections that
/// are headed, and of all that sections have.
pub(crate) struct Theirs<'t> {
    pub(crate) people: &'t [PersonId],
    pub(crate) headed: Vec<UnitId>,
    pub(crate) units: &'t [UnitId],
}

/// Of whom by their own, of which sections that they head and of which others; on or after which day and until which, after
/// which place, and how many.
type Wanted = (
    Option<(Vec<PersonId>, Vec<UnitId>, Vec<UnitId>)>,
    Option<Date>,
    Option<Date>,
    Option<(Date, DocumentId)>,
    u64,
);

static REVIEWS: Prepared<Wanted> = Prepared::new(|(whose, from, until, after, size)| {
    let folder_of = Expr::col((folder::Entity, folder::Column::Id))
        .equals((document::Entity, document::Column::Folder));
    let mut find = document::Entity::find()
        .filter(document::Column::State.eq(State::Registered.code()))
        .filter(document::Column::ReviewOn.is_not_null());
    if let Some((people, headed, units)) = whose {
        let section = || Expr::col((folder::Entity, folder::Column::Section));
        let by = || Expr::col((document::Entity, document::Column::NumberedBy));
        let own = document::Column::Author.is_in(people);
        let own = own.and(by().eq(section()));
        let passed = folder::Column::Section.is_in(headed);
        let passed = passed.and(by().ne(section()));
        let ours = folder::Column::Section.is_in(units);
        find = find.filter(own.or(passed).or(ours));
    }
    if let Some(from) = from {
        find = find.filter(document::Column::ReviewOn.gte(from));
    }
    if let Some(until) = until {
        find = find.filter(document::Column::ReviewOn.lte(until));
    }
    if let Some((day, id)) = after {
        let same = document::Column::ReviewOn
            .eq(day)
            .and(document::Column::Id.gt(id));
        find = find
            .filter(document::Column::ReviewOn.gte(day))
            .filter(document::Column::ReviewOn.gt(day).or(same));
    }
    find = find
        .order_by_asc(document::Column::ReviewOn)
        .order_by_asc(document::Column::Id)
        .limit(size);
    QueryTrait::query(&mut find).inner_join(folder::Entity, folder_of);
    find.select_also(folder::Entity).into_query()
});

/// What has a day to be looked through, by that day, after a place: theirs, or everywhere; at most `size`.
pub(crate) async fn reviews(
    on: &impl Reading,
    whose: Option<Theirs<'_>>,
    (from, until): (Option<Date>, Option<Date>),
    after: Option<(Date, DocumentId)>,
    size: usize,
) -> Result<Vec<(Document, Folder)>, DbError> {
    let whose = whose.map(|whose| (whose.people.to_vec(), whose.headed, whose.units.to_vec()));
    let asked = (whose, from, until, after, size as u64);
    let rows = REVIEWS.all(on, asked).await?;
    rows.iter()
        .map(|row| {
            let document = document::Model::from_query_result(row, SelectA.as_str())?;
            let folder = folder::Model::from_query_result(row, SelectB.as_str())?;
            Ok((document.try_into()?, folder.into()))
        })
        .collect()
}

/// How many have such a day, how many of those days are past, and which is the next.
pub(crate) async fn count_reviews(
    on: &impl Reading,
    today: Date,
) -> Result<(u64, u64, Option<Date>), DbError> {
    let day = || Expr::col(document::Column::ReviewOn);
    let past = Expr::case(day().lt(today), day());
    let ahead = Expr::case(day().gte(today), day());
    let found: Option<(i64, i64, Option<Date>)> = document::Entity::find()
        .select_only()
        .column_as(document::Column::ReviewOn.count(), "open")
        .column_as(Expr::Case(Box::new(past)).count(), "overdue")
        .column_as(Expr::Case(Box::new(ahead)).min(), "next")
        .filter(document::Column::State.eq(State::Registered.code()))
        .filter(document::Column::ReviewOn.is_not_null())
        .into_tuple()
        .one(&on.conn())
        .await?;
    let (open, overdue, next) = found.unwrap_or_default();
    Ok((open.unsigned_abs(), overdue.unsigned_abs(), next))
}

/// The files of what is registered in those folders, or in any, as far as the actor may see it: each with its folder and title.
pub(crate) async fn packed(
    on: &impl Reading,
    folders: Option<&[FolderId]>,
    reach: &Reach,
) -> Result<Vec<(FolderId, String, Vec<Attachment>)>, DbError> {
    let folder_of = Expr::col((folder::Entity, folder::Column::Id))
        .equals((document::Entity, document::Column::Folder));
    let mut find = document::Entity::find()
        .filter(document::Column::State.eq(State::Registered.code()))
        .filter(folder::Column::Rights.in_subquery(seen_in(reach)))
        .order_by_asc(document::Column::Folder)
        .order_by_asc(document::Column::Title)
        .order_by_asc(document::Column::Id);
    if let Some(folders) = folders {
        find = find.filter(document::Column::Folder.is_in(folders.iter().copied()));
    }
    QueryTrait::query(&mut find).inner_join(folder::Entity, folder_of);
    let rows = find.all(&on.conn()).await?;
    rows.into_iter()
        .map(|row| Ok((row.folder, row.title, from_json(row.files)?)))
        .collect()
}
