//! An audience as JSON.

use poem_openapi::Object;
use uuid::Uuid;
use yakusho_accounts::directory::Audience;
use yakusho_webkit::json::ids;

/// Who is meant: everyone, or sections, posts, people and groups.
#[derive(Debug, Object)]
pub struct AudienceItem {
    #[oai(default)]
    everyone: bool,
    #[oai(default)]
    units: Vec<Uuid>,
    #[oai(default)]
    posts: Vec<Uuid>,
    #[oai(default)]
    people: Vec<Uuid>,
    #[oai(default)]
    groups: Vec<Uuid>,
}

impl From<AudienceItem> for Audience {
    fn from(item: AudienceItem) -> Self {
        Self {
            everyone: item.everyone,
            units: ids(item.units),
            posts: ids(item.posts),
            people: ids(item.people),
            groups: ids(item.groups),
        }
    }
}

impl From<Audience> for AudienceItem {
    fn from(audience: Audience) -> Self {
        Self {
            everyone: audience.everyone,
            units: ids(audience.units),
            posts: ids(audience.posts),
            people: ids(audience.people),
            groups: ids(audience.groups),
        }
    }
}
