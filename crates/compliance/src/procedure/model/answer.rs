//! What is filled in.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use time::Date;
use yakusho_kernel::{PersonId, PostId, UnitId};

use crate::ids::{ConnectionId, DataSetId, SystemId};

/// What was filled in, by the key of the field; what was left out is not there.
pub type Answers = BTreeMap<String, Answer>;

/// What was filled in to a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Words.
    Text(String),
    /// A number.
    Number(u32),
    /// A day.
    Date(Date),
    /// A first day and a last.
    Period(Date, Date),
    /// The id of what was chosen.
    Choice(String),
    /// The ids of what was chosen, in the order of the form.
    Choices(Vec<String>),
    /// What was chosen by its id, each with words.
    Conditions(BTreeMap<String, String>),
    /// A person.
    Person(PersonId),
    /// A post.
    Post(PostId),
    /// Sections.
    Sections(Vec<UnitId>),
    /// A set of data.
    DataSet(DataSetId),
    /// A system.
    System(SystemId),
    /// A connection.
    Connection(ConnectionId),
}

impl Answer {
    /// The words.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The first day and the last.
    pub const fn period(&self) -> Option<(Date, Date)> {
        match self {
            Self::Period(first, last) => Some((*first, *last)),
            _ => None,
        }
    }

    /// The set of data.
    pub const fn data_set(&self) -> Option<DataSetId> {
        match self {
            Self::DataSet(id) => Some(*id),
            _ => None,
        }
    }

    /// The system.
    pub const fn system(&self) -> Option<SystemId> {
        match self {
            Self::System(id) => Some(*id),
            _ => None,
        }
    }
}
