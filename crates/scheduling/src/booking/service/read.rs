//! Looking bookings up.

use std::collections::{HashMap, HashSet};

use time::Date;
use yakusho_accounts::directory;
use yakusho_kernel::{
    Cursor, Cx, DbError, Fault, Page, PersonId, PostId, Reader, Reading, Reference,
};

use crate::booking::model::{Booker, Booking, BookingId, Mine};
use crate::booking::policy::{self, Rights};
use crate::booking::store;
use crate::facility::policy as facility_policy;
use crate::facility::store::{self as facility_store, Asked};
use crate::facility::{self, Facility, FacilityId, acted_for, hand};

/// A booking as its reader gets it. What they may not see of it is empty.
#[derive(Clone, Debug)]
pub struct BookingRow {
    /// The booking; where `rights.see` is not given, without what it is for.
    pub booking: Booking,
    /// The facility.
    pub facility: Facility,
    /// The name of whose it is; empty for those who may not see that.
    pub name: String,
    /// What the reader may do with it.
    pub rights: Rights,
}

/// A booking, if the reader may see its facility, has it themselves or is to approve it.
pub async fn show(cx: &Cx, id: BookingId) -> Result<BookingRow, Fault> {
    let _ = policy::may_look_up(cx)?;
    let booking = store::find(&cx.reader(), id).await?;
    let booking = booking.ok_or(Fault::NotFound)?;
    let mut rows = rows(cx, vec![booking]).await?;
    rows.pop().ok_or(Fault::NotFound)
}

/// A page of the bookings of the actor, or of the one for whom they act.
pub async fn mine(
    cx: &Cx,
    which: Mine,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<BookingRow>, Fault> {
    let _ = policy::may_look_up(cx)?;
    let owner = Booker::of(cx)?.owner;
    let after = after.map(Cursor::key).transpose()?;
    let found = store::mine(&cx.reader(), owner, which, cx.now(), after, size + 1).await?;
    let page = Page::of(found, size, |booking| (booking.slot.ends_at, booking.id));
    Ok(Page {
        items: rows(cx, page.items).await?,
        next: page.next,
    })
}

/// The posts that facilities are kept or approved by, and the posts that somebody acts for on a day: kept while neither
/// changes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Keepers {
    person: PersonId,
    day: Date,
}

impl Reference for Keepers {
    type Answer = (Vec<PostId>, HashSet<PostId>);

    async fn read(&self, on: &Reader<'_>) -> Result<Self::Answer, DbError> {
        let posts = facility_store::posts(on).await?;
        let acted = acted_for(on, self.person, self.day, &posts).await?;
        Ok((posts, acted))
    }
}

/// A page of the bookings that wait for the actor's approval, the next to begin first.
pub async fn pending(
    cx: &Cx,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<BookingRow>, Fault> {
    let _ = policy::may_look_up(cx)?;
    let on = cx.reader();
    let standing = cx.actor().standing().ok_or(Fault::NotFound)?;
    let (person, day) = (standing.person, cx.today());
    let keepers = cx.reference(Keepers { person, day }).await?;
    let (posts, acted) = &*keepers;
    let holds = |post: &PostId| standing.seats.iter().any(|seat| seat.post == *post);
    let own = posts
        .iter()
        .filter(|post| holds(post) || acted.contains(post));
    let own: Vec<PostId> = own.copied().collect();
    if own.is_empty() {
        return Ok(Page {
            items: Vec::new(),
            next: None,
        });
    }
    let after = after.map(Cursor::key).transpose()?;
    let found = store::pending(&on, &own, after, size + 1).await?;
    let page = Page::of(found, size, |booking| (booking.slot.starts_at, booking.id));
    let mut items = rows(cx, page.items).await?;
    items.retain(|row| row.rights.decide);
    Ok(Page {
        items,
        next: page.next,
    })
}

/// Those who wait for a facility, the first to come first.
pub async fn waiting(cx: &Cx, facility: FacilityId) -> Result<Vec<BookingRow>, Fault> {
    let row = facility::get(cx, facility).await?;
    let found = store::queue(&cx.reader(), row.facility.id, cx.now()).await?;
    rows(cx, found).await
}

/// The bookings as the actor gets them, in this order; those that do not exist for them are left out.
pub(super) async fn rows(cx: &Cx, bookings: Vec<Booking>) -> Result<Vec<BookingRow>, Fault> {
    if bookings.is_empty() {
        return Ok(Vec::new());
    }
    let on = cx.reader();
    let ids: HashSet<FacilityId> = bookings.iter().map(|booking| booking.facility).collect();
    let asked = Asked {
        ids: Some(ids.into_iter().collect()),
        retired: true,
        ..Asked::default()
    };
    let facilities = facility_store::list(&on, &asked).await?;
    let posts = facilities
        .iter()
        .flat_map(|one| [one.settings.manager, one.settings.approval])
        .chain(bookings.iter().map(|booking| booking.approval));
    let posts: Vec<PostId> = posts.flatten().collect();
    let hand = hand(&on, cx, &posts).await?;
    let owners = bookings.iter().map(|booking| booking.by.owner);
    let names = names(&on, cx, owners.collect()).await?;
    let facilities: HashMap<FacilityId, Facility> =
        facilities.into_iter().map(|one| (one.id, one)).collect();
    let rows = bookings.into_iter().filter_map(|mut booking| {
        let facility = facilities.get(&booking.facility)?.clone();
        let ties = facility_policy::ties(cx, &hand, &facility);
        let rights = policy::rights(cx, &facility, &booking, ties, &hand);
        if !(ties.sees || booking.by.is(cx) || rights.decide) {
            return None;
        }
        let mut name = names.get(&booking.by.owner).cloned().unwrap_or_default();
        if !rights.see {
            booking.purpose.clear();
            booking.reason.clear();
            name.clear();
        }
        Some(BookingRow {
            booking,
            facility,
            name,
            rights,
        })
    });
    Ok(rows.collect())
}

/// The names of people today.
pub(super) async fn names(
    on: &impl Reading,
    cx: &Cx,
    mut people: Vec<PersonId>,
) -> Result<HashMap<PersonId, String>, DbError> {
    if people.is_empty() {
        return Ok(HashMap::new());
    }
    people.sort_unstable();
    people.dedup();
    let cards = directory::people(on, cx.today(), &people).await?;
    let names = cards.into_values().map(|card| (card.id, card.name));
    Ok(names.collect())
}
