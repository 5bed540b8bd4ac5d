//! The presence board as JSON.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::OffsetDateTime;
use uuid::Uuid;
use yakusho_kernel::{Invalid, Reason, Timestamp};
use yakusho_scheduling::presence::{self, Place, PresenceForm, PresenceRow};
use yakusho_webkit::json::{Done, Limit, Listed, place};
use yakusho_webkit::{Answer, Visit};

use crate::schedule::{Tag, whose_calendars};

/// Somebody on the board.
#[derive(Debug, Object)]
#[oai(skip_serializing_if_is_none)]
struct PresenceItem {
    person: Uuid,
    name: String,
    /// `in`, `out`, `telework`, `left`; none if nothing was said today.
    place: Option<String>,
    /// When they are back.
    back_at: Option<OffsetDateTime>,
    comment: Option<String>,
    /// Whether their calendar has something now.
    busy: bool,
}

/// What the board is to say.
#[derive(Debug, Object)]
struct PresenceInput {
    /// `in`, `out`, `telework`, `left`.
    place: String,
    /// When they are back: for those who are out, later today.
    back_at: Option<OffsetDateTime>,
    #[oai(default)]
    comment: String,
    /// That it is to be said although it looks as if there were personal information in it.
    #[oai(default)]
    all_the_same: bool,
}

pub(super) struct PresenceApi;

#[OpenApi(tag = "Tag::Schedule")]
impl PresenceApi {
    /// Where the people of a unit, of a group or somebody are; those of one's own section unless told.
    #[oai(path = "/presence", method = "get", operation_id = "showPresence")]
    async fn board(
        &self,
        visit: Visit,
        unit: Query<Option<Uuid>>,
        group: Query<Option<Uuid>>,
        person: Query<Option<Uuid>>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<PresenceItem>>> {
        let who = whose_calendars(&visit, unit.0, group.0, person.0)?;
        let after = place(after.as_deref());
        let page = presence::page(&visit.cx, &who, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(page, PresenceItem::from)))
    }

    /// Says where somebody is: oneself, or one in whose calendar one writes. A comment that looks like personal
    /// information is refused with the article, until `all_the_same` says that it is to be shown.
    #[oai(path = "/presence/:id", method = "put", operation_id = "setPresence")]
    async fn set(
        &self,
        visit: Visit,
        /// The person.
        id: Path<Uuid>,
        body: Json<PresenceInput>,
    ) -> Answer<Done> {
        let said = body.0;
        let place = Place::from_code(&said.place);
        let form = PresenceForm {
            place: place.ok_or_else(|| Invalid::field("place", Reason::Unknown))?,
            back_at: said.back_at.map(Timestamp::from),
            comment: said.comment,
            all_the_same: said.all_the_same,
        };
        let _ = presence::set(&visit.cx, id.0.into(), &form).await?;
        Ok(Done::Done)
    }
}

impl From<PresenceRow> for PresenceItem {
    fn from(row: PresenceRow) -> Self {
        let said = row.presence;
        Self {
            person: row.card.id.into(),
            name: row.card.name,
            place: said.as_ref().map(|said| said.place.code().to_owned()),
            back_at: said
                .as_ref()
                .and_then(|said| said.back_at)
                .map(Timestamp::local),
            comment: said.map(|said| said.comment),
            busy: !row.now.is_empty(),
        }
    }
}
