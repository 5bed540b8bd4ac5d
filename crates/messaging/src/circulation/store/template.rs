//! Table `circulation_templates`.

use sea_orm::ActiveValue::Set;
use sea_orm::Condition;
use sea_orm::entity::prelude::*;
use yakusho_kernel::{DbError, Fault, Permit, PersonId, Reading, Tx, UnitId};

use super::rows::template;
use crate::circulation::model::{Template, TemplateId, TemplateOwner};
use crate::text::Label;
use yakusho_kernel::stored::{from_json, newest, one, to_json};

impl TryFrom<template::Model> for Template {
    type Error = DbError;

    fn try_from(row: template::Model) -> Result<Self, DbError> {
        let owner = match (row.owner, row.section) {
            (_, Some(unit)) => TemplateOwner::Section(unit),
            (Some(person), None) => TemplateOwner::Person(person),
            (None, None) => {
                let nobody = "a template belongs to somebody".to_owned();
                return Err(DbError::Failed(DbErr::Type(nobody)));
            }
        };
        Ok(Self {
            id: row.id,
            owner,
            name: Label::stored(row.name),
            content: from_json(row.content)?,
            revision: row.revision,
        })
    }
}

fn model(
    tx: &Tx,
    template: &Template,
    closed: bool,
    revision: i32,
) -> Result<template::ActiveModel, DbError> {
    let (owner, section) = match template.owner {
        TemplateOwner::Person(person) => (Some(person), None),
        TemplateOwner::Section(unit) => (None, Some(unit)),
    };
    Ok(template::ActiveModel {
        id: Set(template.id),
        owner: Set(owner),
        section: Set(section),
        name: Set(template.name.as_str().to_owned()),
        content: Set(to_json(&template.content)?),
        closed: Set(closed),
        changed_at: Set(tx.cx().now()),
        revision: Set(revision),
    })
}

/// The templates of a person and of these sections after a place in the list, the newest first, at most `size`.
pub(crate) async fn list(
    on: &impl Reading,
    person: PersonId,
    sections: Vec<UnitId>,
    after: Option<TemplateId>,
    size: usize,
) -> Result<Vec<Template>, DbError> {
    let whose = Condition::any()
        .add(template::Column::Owner.eq(person))
        .add(template::Column::Section.is_in(sections));
    let find = template::Entity::find()
        .filter(whose)
        .filter(template::Column::Closed.eq(false));
    let rows = newest(on, find, template::Column::Id, after, size).await?;
    rows.into_iter().map(Template::try_from).collect()
}

/// A template that is still in use.
pub(crate) async fn find(on: &impl Reading, id: TemplateId) -> Result<Option<Template>, DbError> {
    let row = template::Entity::find_by_id(id)
        .filter(template::Column::Closed.eq(false))
        .one(&on.conn())
        .await?;
    row.map(Template::try_from).transpose()
}

pub(crate) async fn insert(tx: &Tx, _: &Permit, template: &Template) -> Result<(), DbError> {
    template::Entity::insert(model(tx, template, false, template.revision)?)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Writes the template over the one that it was read as, if that is still there; `closed` takes it out of use.
pub(crate) async fn save(
    tx: &Tx,
    _: &Permit,
    template: &Template,
    closed: bool,
) -> Result<(), Fault> {
    let saved = template::Entity::update_many()
        .set(model(tx, template, closed, template.revision + 1)?)
        .filter(template::Column::Id.eq(template.id))
        .filter(template::Column::Revision.eq(template.revision))
        .exec(&tx.conn())
        .await
        .map_err(DbError::from)?;
    one(saved.rows_affected)
}
