//! Queries over the trail.

pub(crate) mod evidence;

use sea_orm::{ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _};
use time::Duration;
use uuid::Uuid;
use yakusho_kernel::audit_entry::{Column, Entity};
use yakusho_kernel::stored::newest;
use yakusho_kernel::{Cursor, DbError, Fault, Page, Reading, Timestamp};

use crate::{Entry, Filter};

pub(crate) async fn page(
    on: &impl Reading,
    filter: &Filter,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Entry>, Fault> {
    let after: Option<Uuid> = after.map(Cursor::key).transpose()?;
    let find = Entity::find().filter(condition(filter));
    let rows = newest(on, find, Column::Id, after, size + 1).await?;
    Ok(Page::of(rows, size, |entry| entry.id))
}

pub(crate) async fn get(on: &impl Reading, id: Uuid) -> Result<Option<Entry>, DbError> {
    Ok(Entity::find_by_id(id).one(&on.conn()).await?)
}

pub(crate) fn condition(filter: &Filter) -> Condition {
    let mut all = Condition::all();
    if let Some(person) = filter.person {
        all = all.add(
            Condition::any()
                .add(Column::Person.eq(person))
                .add(Column::OnBehalf.eq(person)),
        );
    }
    if let Some(subject) = &filter.subject {
        all = all
            .add(Column::SubjectKind.eq(subject.kind.as_ref()))
            .add(Column::SubjectId.eq(subject.id));
    }
    if let Some(act) = &filter.act {
        // A range instead of LIKE: it uses the index, and nothing in it needs escaping.
        all = all
            .add(Column::Act.gte(act.as_str()))
            .add(Column::Act.lt(format!("{act}\u{10ffff}")));
    }
    if let Some(rule) = filter.rule {
        all = all.add(Column::Rule.eq(rule.id()));
    }
    if let Some(outcome) = &filter.outcome {
        all = all.add(Column::Outcome.eq(outcome.as_str()));
    }
    if let Some(from) = filter.from {
        all = all.add(Column::At.gte(Timestamp::start_of(from)));
    }
    if let Some(until) = filter.until {
        all = all.add(Column::At.lt(Timestamp::start_of(until).plus(Duration::DAY)));
    }
    all
}
