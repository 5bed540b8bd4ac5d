//! When personnel orders move people: duties that follow a post pass to whoever holds it then.

use std::collections::{HashMap, HashSet};

use async_trait::async_trait;
use yakusho_accounts::directory;
use yakusho_accounts::order::{Held, HeldBy, Holdings, OrderApplied, OrderUndone, Turnover};
use yakusho_kernel::{Audit, Cx, DbError, Delivery, Fault, Notice, Permit, PersonId, PostId, Tx};

use super::model::{Addressed, CirculationId, RecipientId, RecipientState};
use super::service::{said, settle};
use super::{policy, store};
use crate::notices;

/// An order was carried out: handles its event.
pub async fn follow_order(cx: Cx, event: OrderApplied, delivery: Delivery) -> Result<(), Fault> {
    pass_on(&cx, &event, delivery).await
}

/// An order was undone: handles its event. Duties pass back in the same way.
pub async fn follow_undone(cx: Cx, event: OrderUndone, delivery: Delivery) -> Result<(), Fault> {
    pass_on(&cx, &event.0, delivery).await
}

/// Passes the open duties that follow the posts to whoever holds them now. Where nobody does, they stay where they are
/// until somebody comes.
async fn pass_on(cx: &Cx, event: &OrderApplied, delivery: Delivery) -> Result<(), Fault> {
    let permit = policy::may_pass_on(cx)?;
    let tx = cx.begin().await?;
    let mut duties = store::following(&tx, &event.changed_posts).await?;
    let mut ids: Vec<CirculationId> = duties.iter().map(|duty| duty.circulation).collect();
    ids.sort_unstable();
    ids.dedup();
    store::lock(&tx, &ids).await?;
    // What was confirmed before the lock was taken passes to nobody.
    duties = store::following(&tx, &event.changed_posts).await?;
    let passed = hand_over(&tx, &permit, duties, &ids).await?;
    let entry = Audit::of(permit, &event.order)
        .with("passed", passed)
        .with("circulations", ids.len());
    delivery.commit(tx, entry, ()).await?;
    Ok(())
}

/// Passes what a circulation asks again of those who confirmed it on to whoever holds their posts by now, where it
/// follows posts. Its row is locked.
pub(super) async fn follow_posts(
    tx: &Tx,
    permit: &Permit,
    id: CirculationId,
) -> Result<(), DbError> {
    let duties = store::following_of(tx, id).await?;
    hand_over(tx, permit, duties, &[id]).await?;
    Ok(())
}

/// Passes these duties on; says how many passed.
async fn hand_over(
    tx: &Tx,
    permit: &Permit,
    duties: Vec<store::Following>,
    ids: &[CirculationId],
) -> Result<usize, DbError> {
    let handover = Handover::plan(tx, duties).await?;
    handover.carry_out(tx, permit).await?;
    store::recount(tx, permit, ids).await?;
    settle(tx, permit, ids).await?;
    Ok(handover.leaving.len())
}

/// Whose duties end, and whose begin.
#[derive(Default)]
struct Handover {
    leaving: Vec<RecipientId>,
    /// Those to whom it comes for the first time.
    new: Vec<(CirculationId, Addressed)>,
    /// Those from whom it had passed before, by how far it has come.
    returning: HashMap<RecipientState, Vec<RecipientId>>,
    told: Vec<(PersonId, Notice)>,
}

impl Handover {
    async fn plan(tx: &Tx, duties: Vec<store::Following>) -> Result<Self, DbError> {
        let cx = tx.cx();
        let posts: Vec<PostId> = duties.iter().map(|duty| duty.post).collect();
        let mut holders: HashMap<PostId, Vec<PersonId>> = HashMap::new();
        for held in directory::holders(tx, cx.today(), &posts).await? {
            if let Some(post) = held.by_post {
                holders.entry(post).or_default().push(held.person);
            }
        }
        let everybody: Vec<PersonId> = holders.values().flatten().copied().collect();
        let ids: Vec<CirculationId> = duties.iter().map(|duty| duty.circulation).collect();
        let known = store::known_to(tx, &ids, &everybody).await?;
        let cards = directory::people(tx, cx.today(), &everybody).await?;
        let seats = directory::post_cards(tx, cx.today(), &posts).await?;
        let mut plan = Self::default();
        let mut reached = HashSet::new();
        for duty in &duties {
            let holders = holders.get(&duty.post).map_or(&[][..], Vec::as_slice);
            if holders.is_empty() || holders.contains(&duty.person) {
                continue;
            }
            plan.leaving.push(duty.id);
            let state = duty.state()?;
            // Whoever wrote it is not asked.
            let fresh = holders
                .iter()
                .filter(|person| **person != duty.author)
                .filter(|person| reached.insert((duty.circulation, **person)));
            for person in fresh {
                match known.get(&(duty.circulation, *person)) {
                    None => {
                        let (Some(card), Some(seat)) = (cards.get(person), seats.get(&duty.post))
                        else {
                            continue;
                        };
                        let new = Addressed {
                            id: cx.new_id(),
                            person: *person,
                            post: Some(duty.post),
                            name: card.name.clone(),
                            unit: Some(seat.unit),
                            unit_name: seat.unit_name.clone(),
                            post_title: seat.title.clone(),
                            position: duty.position,
                            step: duty.step,
                            state,
                            received_at: (state == RecipientState::Pending).then(|| cx.now()),
                            passed_from: Some(duty.id),
                        };
                        plan.new.push((duty.circulation, new));
                    }
                    Some((id, RecipientState::Passed)) => {
                        plan.returning.entry(state).or_default().push(*id);
                    }
                    // It had reached them before, so there is nothing to pass.
                    Some(_) => continue,
                }
                if state == RecipientState::Pending {
                    let notice = Notice::new(notices::CIRCULATION_PASSED, &duty.circulation)
                        .keyed(duty.id.to_string())
                        .params(said(&duty.title, &duty.byline, duty.due));
                    plan.told.push((*person, notice));
                }
            }
        }
        Ok(plan)
    }

    async fn carry_out(&self, tx: &Tx, permit: &Permit) -> Result<(), DbError> {
        store::step_aside(tx, permit, &self.leaving).await?;
        store::address(tx, permit, &self.new).await?;
        for (state, ids) in &self.returning {
            store::arrive(tx, permit, ids, *state).await?;
        }
        tx.notify_each(&self.told).await?;
        Ok(())
    }
}

/// What orders find of circulations: duties that pass with a post, and those that leave with a person.
#[derive(Clone, Copy, Debug)]
pub struct CirculationHoldings;

/// The code of open duties to confirm.
const PENDING: &str = "circulation.pending";

#[async_trait]
impl Holdings for CirculationHoldings {
    async fn affected(&self, cx: &Cx, turnover: &Turnover) -> Result<Vec<Held>, Fault> {
        let on = cx.reader();
        let posts = &turnover.changed_posts;
        let (of_posts, of_people) = store::held(&on, posts, &turnover.left).await?;
        let mut holders: HashSet<(PostId, PersonId)> = directory::holders(&on, cx.today(), posts)
            .await?
            .into_iter()
            .filter_map(|held| Some((held.by_post?, held.person)))
            .collect();
        holders.retain(|(_, person)| !turnover.left.contains(person));
        for moved in &turnover.moved {
            holders.retain(|held| Some(*held) != moved.from.map(|post| (post, moved.person)));
            holders.extend(moved.to.map(|post| (post, moved.person)));
        }
        let held_posts: HashSet<PostId> = holders.into_iter().map(|(post, _)| post).collect();
        let by_post = of_posts.into_iter().map(|(post, count)| Held {
            what: PENDING,
            by: HeldBy::Post(post),
            count: count.unsigned_abs(),
            left_without_holder: !held_posts.contains(&post),
        });
        let by_person = of_people.into_iter().map(|(person, count)| Held {
            what: PENDING,
            by: HeldBy::Person(person),
            count: count.unsigned_abs(),
            left_without_holder: true,
        });
        Ok(by_post.chain(by_person).collect())
    }
}
