//! The index: table `search_items`, and on SQLite beside it the full-text table `search_words`.
//!
//! On PostgreSQL the terms are a column of the one table. What stands in over one of a hundred entries is in
//! `search_common`, and how far the index was brought up is in `search_progress`.

mod common;
mod entry;
mod found;
mod known;
mod progress;
mod vector;

use sea_orm::sea_query::{Expr, IntoCondition};
use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    Select,
};
use uuid::Uuid;

pub(crate) use common::{are_common, count, replace};
pub(crate) use entry::{clear, forget, pass, put, put_new};
pub(crate) use found::{Place, Row, Sought, page};
pub(crate) use known::{known, titles};
pub(crate) use progress::{Progress, advance, begin_anew, hold, is_behind};

/// The alias of `search_items` in every query.
const ITEMS: &str = "i";

/// A column of an entry that a domain's condition can name. For stores alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The id of the thing.
    Item,
    /// In what it lies.
    Place,
    /// The section that it is of.
    Section,
}

impl Column {
    const fn name(self) -> &'static str {
        match self {
            Self::Item => "item",
            Self::Place => "place",
            Self::Section => "section",
        }
    }

    /// The column in a condition.
    pub fn of_entry(self) -> Expr {
        Expr::col((ITEMS, self.name()))
    }
}

/// Which of a kind's things are meant. For stores alone.
#[derive(Clone, Copy, Debug)]
pub enum Which {
    /// Those whose ids come after that one: at most so many.
    After(Uuid, u64),
    /// That one.
    One(Uuid),
}

impl Which {
    /// Those alone of what is looked for, in the order of their ids, which nobody changes meanwhile. Of one, acts that have
    /// it be found by something new go one after the other: each finds what the one before brought.
    pub fn of<E: EntityTrait>(self, find: Select<E>, id: E::Column) -> Select<E> {
        let find = find.order_by_asc(id);
        match self {
            Self::After(last, size) => find.filter(id.gt(last)).limit(size).lock_shared(),
            Self::One(one) => find.filter(id.eq(one)).lock_exclusive(),
        }
    }
}

/// Which entries of a kind somebody may see: a condition on them and on the tables of their domain. For stores alone.
#[derive(Clone, Debug)]
pub struct Seen(Condition);

impl Seen {
    /// Those of which the condition is true.
    pub fn only(condition: impl IntoCondition) -> Self {
        Self(condition.into_condition())
    }
}
