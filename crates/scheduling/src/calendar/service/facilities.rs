//! The facilities that programs speak of.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;
use yakusho_kernel::{Cx, Fault, Reading};
use yakusho_regulation::Lang;

use crate::booking::{self, BookingState, Had};
use crate::calendar::rules::Facilities;
use crate::event::{Answer, Event, EventId};
use crate::facility::store::Asked;
use crate::facility::{FacilityId, seen_with_ties};
use crate::ical::{Entry, Party, address};

/// Those of the addresses in these entries that are facilities. What events have stays as it is.
pub(super) async fn named<'e>(
    on: &impl Reading,
    cx: &Cx,
    entries: impl Iterator<Item = &'e Entry>,
) -> Result<Facilities, Fault> {
    let ids = entries.flat_map(|entry| entry.invited.iter().map(|it| FacilityId::from(it.id)));
    let ids: HashSet<FacilityId> = ids.collect();
    if ids.is_empty() {
        return Ok(Facilities::default());
    }
    let asked = Asked {
        ids: Some(ids.into_iter().collect()),
        retired: true,
        ..Asked::default()
    };
    let seen = seen_with_ties(on, cx, &asked).await?.into_iter();
    Ok(Facilities {
        named: seen.map(|(row, _)| Uuid::from(row.facility.id)).collect(),
        had: None,
    })
}

/// The facilities that events have, as those who take part in them.
pub(super) async fn parties(
    on: &impl Reading,
    cx: &Cx,
    events: &[&Event],
) -> Result<HashMap<EventId, Vec<Party>>, Fault> {
    let ids: Vec<EventId> = events.iter().map(|event| event.id).collect();
    let mut parties: HashMap<EventId, Vec<Party>> = HashMap::new();
    for had in booking::had(on, cx, &ids).await? {
        let event = events.iter().find(|event| event.id == had.event);
        let (Some(event), Some(facility)) = (event, &had.facility) else {
            continue;
        };
        parties.entry(had.event).or_default().push(Party {
            address: address(facility.id),
            name: facility.name(Lang::Ja).to_owned(),
            kind: facility.settings.kind.into(),
            answer: answer(&had, event),
        });
    }
    Ok(parties)
}

/// Whether it is booked. A series may have no date yet that is within the window.
fn answer(had: &Had, event: &Event) -> Answer {
    match had.state {
        Some(BookingState::Tentative) => Answer::Tentative,
        Some(_) => Answer::Accepted,
        None if event.repeats() => Answer::None,
        None => Answer::Declined,
    }
}
