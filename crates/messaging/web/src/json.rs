//! What operations of the JSON API share: audiences, revisions.

use poem_openapi::Object;
use poem_openapi::payload::Json;
use uuid::Uuid;
pub(crate) use yakusho_audience::AudienceItem;
use yakusho_messaging::versions::Change;
pub(crate) use yakusho_webkit::json::{AtRevision, Done, Handed, Limit, Listed, ids, known, place};

/// That something of that revision is taken down.
#[derive(Debug, Object)]
pub(crate) struct TakenDown {
    /// As it was read.
    pub(crate) revision: i32,
    /// Why; needed for what others wrote.
    #[oai(default)]
    pub(crate) reason: String,
}

/// Which version somebody confirms.
#[derive(Debug, Object)]
pub(crate) struct AtVersion {
    /// The one that they have read.
    pub(crate) version: i32,
}

/// What was written.
#[derive(Debug, Object)]
pub(crate) struct WrittenItem {
    pub(crate) id: Uuid,
}

impl WrittenItem {
    /// The answer with the id of what was written.
    pub(crate) fn of(id: impl Into<Uuid>) -> Json<Self> {
        Json(Self { id: id.into() })
    }
}

/// How many people were reached.
#[derive(Debug, Object)]
pub(crate) struct PeopleReached {
    pub(crate) people: u64,
}

impl PeopleReached {
    /// The answer with so many.
    pub(crate) fn of(people: usize) -> Json<Self> {
        let people = u64::try_from(people).unwrap_or(u64::MAX);
        Json(Self { people })
    }
}

/// Whether a change is one of what is said.
pub(crate) const fn weight(material: bool) -> Change {
    if material {
        Change::Material
    } else {
        Change::Minor
    }
}
