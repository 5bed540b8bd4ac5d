//! What the form of an event is about, and what its fields hold until something is typed.

use std::str::FromStr;

use yakusho_kernel::Fault;
use yakusho_scheduling::booking::Wanted;
use yakusho_scheduling::event::{self, EventId, EventView, Owner, Part, When};
use yakusho_scheduling::recurrence::Zone;
use yakusho_webkit::{Answer, Visit};

use super::super::acts::{part, said};
use super::super::{SCHEDULE, event_page, local, moments, page_of};
use super::form::{self, Held};
use super::owner_of;

/// What the form is about.
pub(super) enum Target {
    /// An event that does not exist yet.
    New(Box<Held>),
    /// An event, or a part of a series, as it was when the form was made.
    Known(Box<EventView>, Part, Box<Held>),
}

impl Target {
    pub(super) fn held(&self) -> &Held {
        match self {
            Self::New(held) | Self::Known(.., held) => held,
        }
    }

    pub(super) fn address(&self) -> String {
        match self {
            Self::New(_) => format!("{SCHEDULE}/new"),
            Self::Known(view, part, _) => page_of(view.event.id, "edit", said(*part)),
        }
    }

    pub(super) fn back(&self) -> String {
        match self {
            Self::New(_) => SCHEDULE.to_owned(),
            Self::Known(view, ..) => event_page(view.event.id),
        }
    }
}

/// What a new event begins with: on the day `day` or from `from` to `until`, in the calendar `owner` (one's own,
/// or that of whoever one stands in for, if none is named), with the people
/// `participants` and the facilities `facilities`.
pub(super) fn begun(visit: &Visit) -> Answer<Target> {
    let owner = visit.query("owner").and_then(owner_of);
    let standing = &visit.me()?.standing;
    let own = standing.on_behalf.map_or(standing.person, |of| of.person);
    let owner = owner.unwrap_or(Owner::Person(own));
    let mut people = ids(visit, "participants");
    people.retain(|person| owner != Owner::Person(*person));
    let facilities = ids(visit, "facilities").into_iter();
    let facilities = facilities.map(|facility| Wanted {
        facility,
        quantity: 1,
    });
    Ok(Target::New(Box::new(Held {
        owner,
        when: begins(visit),
        content: None,
        repeats: true,
        people,
        facilities: facilities.collect(),
    })))
}

/// The ids that the address names, with commas between them.
fn ids<T: FromStr>(visit: &Visit, name: &str) -> Vec<T> {
    let named = visit.query(name).unwrap_or_default();
    named.split(',').filter_map(|id| id.parse().ok()).collect()
}

fn begins(visit: &Visit) -> When {
    let time = |name| visit.query(name).and_then(moments::parse);
    if let Some((start, end)) = time("from").zip(time("until")) {
        return When::Timed {
            start,
            end,
            zone: Zone::JAPAN,
        };
    }
    let now = local(visit.cx.now());
    form::begins(now, visit.day("day").or_today())
}

/// An event, or a part of a series, as it stands.
pub(super) async fn known(visit: &Visit, id: EventId) -> Answer<Target> {
    let view = event::show(&visit.cx, id).await?;
    let part = part(visit)?;
    if !view.rights.edit {
        return Err(Fault::NotFound.into());
    }
    let content = &view.event.content;
    let when: When = match part {
        Part::All => content.when,
        Part::This(date) | Part::Following(date) if view.event.series().has(date) => {
            content.when.from_start(date)
        }
        Part::This(_) | Part::Following(_) => return Err(Fault::NotFound.into()),
    };
    let held = Held {
        owner: view.event.owner,
        when,
        content: Some(content.clone()),
        repeats: !matches!(part, Part::This(_)) && view.event.origin.is_none(),
        people: content.participants.clone(),
        facilities: view.facilities.clone(),
    };
    Ok(Target::Known(Box::new(view), part, Box::new(held)))
}
