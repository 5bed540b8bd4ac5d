//! Sending circulations, and having them reach more people.

use std::collections::HashMap;

use yakusho_accounts::directory::{self, Audience, PersonCard, PostCard};
use yakusho_accounts::registration::{self, Clearance};
use yakusho_accounts::staff::kana_key;
use yakusho_kernel::{
    Audit, Cx, DbError, Fault, Invalid, Notice, PersonId, PostId, Reason, Saved, Subject as _, Tx,
    UnitId,
};

use super::access::{Found, hold_at};
use crate::audience::admit;
use crate::circulation::model::{
    Addressed, Circulation, CirculationId, CirculationState, Follows, RecipientState,
};
use crate::circulation::{policy, rules, store};
use crate::notices;

/// What became of a circulation that was to be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// It goes to people.
    To {
        /// How many have it now.
        reached: usize,
        /// How many get it in their turn, in an order of rank.
        later: usize,
    },
    /// It is of the fifth kind (nogata:8(5)), and the administrator was asked; it can be sent once they approve.
    Uncleared,
}

/// Sends a draft to everyone whom it names but for its author, at once or rank by rank.
pub async fn send(cx: &Cx, id: CirculationId, revision: i32) -> Result<Saved<Sent>, Fault> {
    let tx = cx.begin().await?;
    let Found {
        mut circulation,
        ties,
        ..
    } = hold_at(&tx, id, revision).await?;
    let permit = policy::may_send(cx, &circulation, ties)?;
    rules::ready(cx, &circulation.content)?;
    let content = &circulation.content;
    let (kind, title) = (content.registration, content.title.as_str());
    let clearance = registration::clear(&tx, &permit, kind, id.reference(), title).await?;
    if clearance != Clearance::Clear {
        let entry = Audit::of(permit, &id).with("cleared", false);
        return Ok(tx.commit(entry, Sent::Uncleared).await?);
    }
    let (mut addressed, ranks) = people(&tx, &circulation, &content.audience).await?;
    if addressed.is_empty() {
        return Err(Invalid::field("audience", Reason::Code("nobody")).into());
    }
    let (steps, count) = rules::steps(content.sequence, &ranks);
    let mut later = 0;
    for ((_, one), step) in addressed.iter_mut().zip(steps) {
        one.step = step;
        if step > 0 {
            later += 1;
            one.state = RecipientState::Waiting;
            one.received_at = None;
        }
    }
    circulation.send(addressed.len(), count, cx.now())?;
    store::save(&tx, &permit, &circulation).await?;
    store::address(&tx, &permit, &addressed).await?;
    tell(&tx, &circulation, &addressed).await?;
    let entry = Audit::of(permit, &id)
        .with("people", addressed.len())
        .with("steps", count);
    let reached = addressed.len() - later;
    Ok(tx.commit(entry, Sent::To { reached, later }).await?)
}

/// Has an open circulation reach more people, at the step that it is at; says how many are new.
pub async fn add(
    cx: &Cx,
    id: CirculationId,
    revision: i32,
    audience: &Audience,
) -> Result<Saved<usize>, Fault> {
    let tx = cx.begin().await?;
    let Found {
        mut circulation,
        ties,
        ..
    } = hold_at(&tx, id, revision).await?;
    let permit = policy::may_add(cx, &circulation, ties)?;
    circulation.expect(CirculationState::Open)?;
    let audience = admit(&tx, "audience", audience.clone()).await?;
    let (mut addressed, _) = people(&tx, &circulation, &audience).await?;
    let reached = store::people(&tx, id, &RecipientState::ALL).await?;
    addressed.retain(|(_, one)| !reached.contains(&one.person));
    if addressed.is_empty() {
        return Err(Invalid::field("audience", Reason::Code("nobody")).into());
    }
    let after = store::last_position(&tx, id).await?;
    for (_, one) in &mut addressed {
        one.position += after + 1;
        one.step = circulation.step;
    }
    circulation.total += i32::try_from(addressed.len()).unwrap_or(i32::MAX);
    circulation.changed_at = cx.now();
    store::save(&tx, &permit, &circulation).await?;
    store::address(&tx, &permit, &addressed).await?;
    tell(&tx, &circulation, &addressed).await?;
    let entry = Audit::of(permit, &id).with("people", addressed.len());
    Ok(tx.commit(entry, addressed.len()).await?)
}

async fn tell(
    tx: &Tx,
    circulation: &Circulation,
    addressed: &[(CirculationId, Addressed)],
) -> Result<(), DbError> {
    let people = addressed.iter().map(|(_, one)| one);
    let reached = people.filter(|one| one.state == RecipientState::Pending);
    let people: Vec<PersonId> = reached.map(|one| one.person).collect();
    let notice =
        Notice::new(notices::CIRCULATION_RECEIVED, &circulation.id).params(circulation.said());
    tx.notify(&people, &notice).await
}

/// Everyone whom the audience names today but for whoever wrote it, in the order of units, ranks and kana, as though it
/// reached all at once; and the rank of each.
async fn people(
    tx: &Tx,
    circulation: &Circulation,
    audience: &Audience,
) -> Result<(Vec<(CirculationId, Addressed)>, Vec<i16>), DbError> {
    let today = tx.cx().today();
    let follows = circulation.content.follows;
    let mut recipients = directory::expand(tx, today, audience).await?;
    recipients.retain(|one| one.person != circulation.by.author);
    let people: Vec<PersonId> = recipients.iter().map(|one| one.person).collect();
    let mut cards = directory::people(tx, today, &people).await?;
    let posts: Vec<PostId> = recipients
        .iter()
        .filter(|one| one.by_post != cards.get(&one.person).and_then(|card| card.post))
        .filter_map(|one| one.by_post)
        .collect();
    let concurrent = directory::post_cards(tx, today, &posts).await?;
    let units = directory::units(tx, today).await?;
    let places: HashMap<UnitId, usize> = units
        .iter()
        .enumerate()
        .map(|(place, unit)| (unit.id, place))
        .collect();
    let mut reached: Vec<Reached> = recipients
        .into_iter()
        .filter_map(|one| {
            let card = cards.remove(&one.person)?;
            let seat = one.by_post.and_then(|post| concurrent.get(&post));
            Some(Reached::of(card, seat))
        })
        .collect();
    reached.sort_by_cached_key(|one| {
        let place = one.unit.and_then(|unit| places.get(&unit).copied());
        (
            place.is_none(),
            place,
            one.rank,
            kana_key(&one.card.kana),
            one.card.id,
        )
    });
    let ranks = reached.iter().map(|one| one.rank).collect();
    let addressed = reached.into_iter().enumerate().map(|(place, one)| {
        let addressed = Addressed {
            id: tx.cx().new_id(),
            person: one.card.id,
            post: one.post.filter(|_| follows == Follows::Post),
            name: one.card.name,
            unit: one.unit,
            unit_name: one.unit_name,
            post_title: one.post_title,
            position: i32::try_from(place).unwrap_or(i32::MAX),
            step: 0,
            state: RecipientState::Pending,
            received_at: Some(tx.cx().now()),
            passed_from: None,
        };
        (circulation.id, addressed)
    });
    Ok((addressed.collect(), ranks))
}

/// A person in the post through which they are reached: the concurrent one that was named, or else their main one.
struct Reached {
    card: PersonCard,
    post: Option<PostId>,
    unit: Option<UnitId>,
    unit_name: String,
    post_title: String,
    rank: i16,
}

impl Reached {
    fn of(mut card: PersonCard, concurrent: Option<&PostCard>) -> Self {
        let unit_name = std::mem::take(&mut card.unit_name);
        let post_title = std::mem::take(&mut card.post_title);
        match concurrent {
            Some(seat) => Self {
                post: Some(seat.id),
                unit: Some(seat.unit),
                unit_name: seat.unit_name.clone(),
                post_title: seat.title.clone(),
                rank: seat.rank,
                card,
            },
            None => Self {
                post: card.post,
                unit: card.unit,
                unit_name,
                post_title,
                rank: card.rank,
                card,
            },
        }
    }
}
