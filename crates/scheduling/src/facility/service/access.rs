//! Looking facilities up, and how the actor stands to them.

use std::collections::HashSet;

use time::Date;
use yakusho_accounts::{delegation, directory};
use yakusho_kernel::{Cx, DbError, Fault, PersonId, PostId, ProxyKind, Reading, Tx};

use crate::facility::model::{CategoryId, Facility, FacilityId, FacilityKind, FacilityRow};
use crate::facility::policy::Ties;
use crate::facility::store::Asked;
use crate::facility::{policy, store};

/// The posts whose powers the actor has today: those that they hold, and those that they act for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hand(HashSet<PostId>);

impl Hand {
    pub(crate) fn has(&self, post: PostId) -> bool {
        self.0.contains(&post)
    }
}

/// Which of these posts the actor holds or acts for today. Whoever does a secretary's work has no powers of the post.
pub(crate) async fn hand(on: &impl Reading, cx: &Cx, posts: &[PostId]) -> Result<Hand, DbError> {
    let Some(standing) = cx.actor().standing() else {
        return Ok(Hand::default());
    };
    let mut held: HashSet<PostId> = standing.seats.iter().map(|seat| seat.post).collect();
    if posts.iter().all(|post| held.contains(post)) {
        return Ok(Hand(held));
    }
    held.extend(acted_for(on, standing.person, cx.today(), posts).await?);
    Ok(Hand(held))
}

/// The posts that somebody acts for on a day, these at least.
pub(crate) async fn acted_for(
    on: &impl Reading,
    person: PersonId,
    day: Date,
    posts: &[PostId],
) -> Result<HashSet<PostId>, DbError> {
    let behalves = delegation::behalves(on, person, day).await?;
    let deciding = behalves.into_iter().filter(|behalf| {
        matches!(
            behalf.kind,
            ProxyKind::ActingForPost | ProxyKind::DecidingInPlace
        )
    });
    let (mut acted, mut people) = (HashSet::new(), HashSet::new());
    for behalf in deciding {
        match (behalf.post, behalf.person) {
            (Some(post), _) => {
                acted.insert(post);
            }
            (None, Some(person)) => {
                people.insert(person);
            }
            (None, None) => {}
        }
    }
    if !people.is_empty() {
        let holders = directory::holders(on, day, posts).await?;
        let theirs = holders
            .into_iter()
            .filter(|holder| people.contains(&holder.person));
        acted.extend(theirs.filter_map(|holder| holder.by_post));
    }
    Ok(acted)
}

/// The same for the posts of one facility.
async fn hand_for(on: &impl Reading, cx: &Cx, facility: &Facility) -> Result<Hand, DbError> {
    let set = &facility.settings;
    let posts: Vec<PostId> = set.manager.into_iter().chain(set.approval).collect();
    hand(on, cx, &posts).await
}

/// How the actor stands to the facility; if they may not see it, it does not exist.
pub(crate) async fn tied(on: &impl Reading, cx: &Cx, facility: &Facility) -> Result<Ties, Fault> {
    let ties = ties_of(on, cx, facility).await?;
    if ties.sees {
        Ok(ties)
    } else {
        Err(Fault::NotFound)
    }
}

/// How the actor stands to the facility, even if in no way.
pub(crate) async fn ties_of(
    on: &impl Reading,
    cx: &Cx,
    facility: &Facility,
) -> Result<Ties, DbError> {
    let hand = hand_for(on, cx, facility).await?;
    Ok(policy::ties(cx, &hand, facility))
}

/// The facilities that the actor may see, of a category or kind if one is named, in the order of display.
pub async fn list(
    cx: &Cx,
    category: Option<CategoryId>,
    kind: Option<FacilityKind>,
) -> Result<Vec<FacilityRow>, Fault> {
    let _ = policy::may_look_up(cx)?;
    let asked = Asked {
        category,
        kind,
        ..Asked::default()
    };
    seen(&cx.reader(), cx, &asked).await
}

/// Those that the actor keeps, retired ones included.
pub async fn manage(cx: &Cx) -> Result<Vec<FacilityRow>, Fault> {
    let _ = policy::may_look_up(cx)?;
    let asked = Asked {
        retired: true,
        ..Asked::default()
    };
    let mut rows = seen(&cx.reader(), cx, &asked).await?;
    rows.retain(|row| row.managed);
    Ok(rows)
}

pub(in crate::facility) async fn seen(
    on: &impl Reading,
    cx: &Cx,
    asked: &Asked,
) -> Result<Vec<FacilityRow>, Fault> {
    let rows = seen_with_ties(on, cx, asked).await?;
    Ok(rows.into_iter().map(|(row, _)| row).collect())
}

/// Those of the facilities asked for that the actor may see, and how they stand to each.
pub(crate) async fn seen_with_ties(
    on: &impl Reading,
    cx: &Cx,
    asked: &Asked,
) -> Result<Vec<(FacilityRow, Ties)>, Fault> {
    let facilities = store::list(on, asked).await?;
    let posts = facilities.iter().flat_map(|facility| {
        let set = &facility.settings;
        [set.manager, set.approval].into_iter().flatten()
    });
    let posts: Vec<PostId> = posts.collect::<HashSet<_>>().into_iter().collect();
    let hand = hand(on, cx, &posts).await?;
    let rows = facilities
        .into_iter()
        .filter_map(|facility| policy::row(cx, &hand, facility));
    Ok(rows.collect())
}

/// A facility that the actor may see.
pub async fn get(cx: &Cx, id: FacilityId) -> Result<FacilityRow, Fault> {
    let _ = policy::may_look_up(cx)?;
    let on = cx.reader();
    let facility = store::find(&on, id).await?.ok_or(Fault::NotFound)?;
    let hand = hand_for(&on, cx, &facility).await?;
    let row = policy::row(cx, &hand, facility);
    row.map(|(row, _)| row).ok_or(Fault::NotFound)
}

/// The facilities, held until the act ends. One that is not there is not found.
pub(crate) async fn locked_all(tx: &Tx, ids: &[FacilityId]) -> Result<Vec<Facility>, Fault> {
    let distinct: HashSet<FacilityId> = ids.iter().copied().collect();
    let found = store::lock(tx, ids).await?;
    if found.len() == distinct.len() {
        Ok(found)
    } else {
        Err(Fault::NotFound)
    }
}

/// The facility, held until the act ends.
pub(crate) async fn locked(tx: &Tx, id: FacilityId) -> Result<Facility, Fault> {
    let mut found = store::lock(tx, &[id]).await?;
    found.pop().ok_or(Fault::NotFound)
}

pub(crate) fn person(cx: &Cx) -> Result<PersonId, Fault> {
    let person = cx.actor().person();
    person.ok_or_else(|| Fault::internal("only a person does this"))
}
