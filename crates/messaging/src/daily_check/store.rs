//! Table `board_check_figures`.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{Condition, QueryOrder, QuerySelect};
use time::Date;
use yakusho_kernel::{DbError, Permit, Reading, Tx, UnitId};

use super::Figure;
use super::policy::Sections;

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::UnitId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "board_check_figures")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub day: time::Date,
        #[sea_orm(primary_key, auto_increment = false)]
        pub section: UnitId,
        pub people: i32,
        pub behind: i32,
        pub unread: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl From<row::Model> for Figure {
    fn from(row: row::Model) -> Self {
        Self {
            day: row.day,
            section: row.section,
            people: row.people,
            behind: row.behind,
            unread: row.unread,
        }
    }
}

/// Keeps the figures of a day; those of its first run stay.
pub(super) async fn keep(tx: &Tx, _: &Permit, figures: &[Figure]) -> Result<(), DbError> {
    if figures.is_empty() {
        return Ok(());
    }
    let rows = figures.iter().map(|figure| row::ActiveModel {
        day: Set(figure.day),
        section: Set(figure.section),
        people: Set(figure.people),
        behind: Set(figure.behind),
        unread: Set(figure.unread),
    });
    let once = OnConflict::columns([row::Column::Day, row::Column::Section])
        .do_nothing()
        .to_owned();
    row::Entity::insert_many(rows)
        .on_conflict(once)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// The figures of these sections after a place in the list, the latest day first, at most `size`.
pub(super) async fn figures(
    on: &impl Reading,
    sections: &Sections,
    after: Option<(Date, UnitId)>,
    size: usize,
) -> Result<Vec<Figure>, DbError> {
    let mut find = row::Entity::find();
    if let Sections::Of(units) = sections {
        find = find.filter(row::Column::Section.is_in(units.iter().copied()));
    }
    if let Some((day, section)) = after {
        let same = Condition::all()
            .add(row::Column::Day.eq(day))
            .add(row::Column::Section.gt(section));
        find = find.filter(Condition::any().add(row::Column::Day.lt(day)).add(same));
    }
    let rows = find
        .order_by_desc(row::Column::Day)
        .order_by_asc(row::Column::Section)
        .limit(size as u64)
        .all(&on.conn())
        .await?;
    Ok(rows.into_iter().map(Figure::from).collect())
}
