//! Table `presences`.

use std::collections::HashMap;

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use time::Date;
use yakusho_kernel::{DbError, Permit, PersonId, Reading, Timestamp, Tx};

use super::model::{Place, Presence};
use yakusho_kernel::stored::known;

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "presences")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub person: PersonId,
        pub state: String,
        pub back_at: Option<Timestamp>,
        pub comment: String,
        pub set_at: Timestamp,
        pub set_by: PersonId,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use row::{Column, Entity};

/// What was said of these people on that day.
pub(super) async fn said(
    on: &impl Reading,
    people: &[PersonId],
    day: Date,
) -> Result<HashMap<PersonId, Presence>, DbError> {
    let rows = Entity::find()
        .filter(Column::Person.is_in(people.iter().copied()))
        .filter(Column::SetAt.gte(Timestamp::start_of(day)))
        .all(&on.conn())
        .await?;
    rows.into_iter()
        .map(|row| {
            let presence = Presence {
                place: known(&row.state, Place::from_code)?,
                back_at: row.back_at,
                comment: row.comment,
                set_at: row.set_at,
                set_by: row.set_by,
            };
            Ok((row.person, presence))
        })
        .collect()
}

/// Puts what is said over what was said before.
pub(super) async fn put(
    tx: &Tx,
    _: &Permit,
    person: PersonId,
    presence: &Presence,
) -> Result<(), DbError> {
    let fresh = row::ActiveModel {
        person: Set(person),
        state: Set(presence.place.code().to_owned()),
        back_at: Set(presence.back_at),
        comment: Set(presence.comment.clone()),
        set_at: Set(presence.set_at),
        set_by: Set(presence.set_by),
    };
    let over = OnConflict::column(Column::Person)
        .update_columns([
            Column::State,
            Column::BackAt,
            Column::Comment,
            Column::SetAt,
            Column::SetBy,
        ])
        .to_owned();
    Entity::insert(fresh)
        .on_conflict(over)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}
