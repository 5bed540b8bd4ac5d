//! When personnel orders move people: duties that follow a post pass to whoever holds it then.

use std::collections::{HashMap, HashSet};

use async_trait::async_trait;
use time::Date;
use yakusho_accounts::directory;
use yakusho_accounts::order::{Held, HeldBy, Holdings, OrderApplied, OrderUndone, Turnover};
use yakusho_kernel::{
    Audit, Cx, DbError, Delivery, Fault, Notice, Permit, PersonId, PostId, Reading, Tx,
};

use super::model::{Addressed, CirculationId, RecipientId, RecipientState};
use super::service::{said, settle};
use super::{policy, store};
use crate::notices;

/// An order was carried out: handles its event.
pub async fn follow_order(cx: Cx, event: OrderApplied, delivery: Delivery) -> Result<(), Fault> {
    pass_on(&cx, &event, &[], delivery).await
}

/// An order was undone: handles its event. Whoever has a post back has back what passed from them.
pub async fn follow_undone(cx: Cx, event: OrderUndone, delivery: Delivery) -> Result<(), Fault> {
    pass_on(&cx, &event.0, &event.0.came, delivery).await
}

/// Passes the open duties that follow the posts from those who no longer hold them to those who came to them; where nobody
/// came, to all who hold them still. Where nobody does, they stay where they are until somebody comes. To those who are
/// back, what passed from them comes home.
async fn pass_on(
    cx: &Cx,
    event: &OrderApplied,
    back: &[(PostId, PersonId)],
    delivery: Delivery,
) -> Result<(), Fault> {
    let permit = policy::may_pass_on(cx)?;
    let tx = cx.begin().await?;
    let find = async || -> Result<_, DbError> {
        let duties = store::following(&tx, &event.changed_posts).await?;
        Ok((duties, store::passed_from(&tx, back).await?))
    };
    let (duties, passed) = find().await?;
    let touched = duties.iter().chain(&passed);
    let mut ids: Vec<CirculationId> = touched.map(|duty| duty.circulation).collect();
    ids.sort_unstable();
    ids.dedup();
    store::lock(&tx, &ids).await?;
    // What was confirmed before the lock was taken passes to nobody.
    let (duties, passed) = find().await?;
    let mut handover = Handover::plan(&tx, duties, &event.came).await?;
    handover.bring_home(&tx, passed).await?;
    let count = handover.hand_over(&tx, &permit, &ids).await?;
    let entry = Audit::of(permit, &event.order)
        .with("passed", count)
        .with("circulations", ids.len());
    delivery.commit(tx, entry, ()).await?;
    Ok(())
}

/// Passes what a circulation of that day asks again of those who confirmed it on to whoever came to their posts since, where
/// it follows posts. Its row is locked.
pub(super) async fn follow_posts(
    tx: &Tx,
    permit: &Permit,
    id: CirculationId,
    sent_on: Date,
) -> Result<(), DbError> {
    let duties = store::following_of(tx, id).await?;
    let posts: Vec<PostId> = duties.iter().map(|duty| duty.post).collect();
    let then = holders(tx, sent_on, &posts).await?;
    let mut came = holders(tx, tx.cx().today(), &posts).await?;
    came.retain(|held| !then.contains(held));
    let came: Vec<_> = came.into_iter().collect();
    let handover = Handover::plan(tx, duties, &came).await?;
    handover.hand_over(tx, permit, &[id]).await?;
    Ok(())
}

/// Who holds these posts on that day.
async fn holders(
    on: &impl Reading,
    day: Date,
    posts: &[PostId],
) -> Result<HashSet<(PostId, PersonId)>, DbError> {
    let held = directory::holders(on, day, posts).await?.into_iter();
    Ok(held
        .filter_map(|held| Some((held.by_post?, held.person)))
        .collect())
}

/// Each post with its people.
fn by_post<'a>(
    held: impl IntoIterator<Item = &'a (PostId, PersonId)>,
) -> HashMap<PostId, Vec<PersonId>> {
    let mut posts: HashMap<PostId, Vec<PersonId>> = HashMap::new();
    for (post, person) in held {
        posts.entry(*post).or_default().push(*person);
    }
    posts
}

/// Whose duties end, and whose begin.
#[derive(Default)]
struct Handover {
    leaving: HashSet<RecipientId>,
    /// Those to whom it comes for the first time.
    new: Vec<(CirculationId, Addressed)>,
    /// Recipients already: those from whom it had passed before, and those who owe it with another post now.
    again: HashMap<store::Arrival, Vec<RecipientId>>,
    told: Vec<(PersonId, Notice)>,
}

impl Handover {
    async fn plan(
        tx: &Tx,
        mut duties: Vec<store::Following>,
        came: &[(PostId, PersonId)],
    ) -> Result<Self, DbError> {
        let cx = tx.cx();
        let posts: Vec<PostId> = duties.iter().map(|duty| duty.post).collect();
        let holding = by_post(&holders(tx, cx.today(), &posts).await?);
        let coming = by_post(came);
        duties.retain(|duty| {
            let holders = holding.get(&duty.post);
            holders.is_some_and(|holders| !holders.contains(&duty.person))
        });
        let heirs_of = |post| coming.get(post).or(holding.get(post)).into_iter().flatten();
        let everybody: Vec<PersonId> = posts.iter().flat_map(heirs_of).copied().collect();
        let ids: Vec<CirculationId> = duties.iter().map(|duty| duty.circulation).collect();
        let known = store::known_to(tx, &ids, &everybody).await?;
        let cards = directory::people(tx, cx.today(), &everybody).await?;
        let seats = directory::post_cards(tx, cx.today(), &posts).await?;
        let mut plan = Self {
            leaving: duties.iter().map(|duty| duty.id).collect(),
            ..Self::default()
        };
        let mut reached = HashSet::new();
        for duty in &duties {
            let state = duty.state()?;
            // Whoever wrote it is not asked.
            let heirs = heirs_of(&duty.post)
                .filter(|person| **person != duty.author)
                .filter(|person| reached.insert((duty.circulation, **person)));
            for person in heirs {
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
                        plan.again(*id, (duty.post, state, Some(duty.id)));
                    }
                    // They owe it by the post that they leave, and go on owing it by the one that they come to.
                    Some((id, own)) if plan.leaving.remove(id) => {
                        plan.again(*id, (duty.post, *own, None));
                        continue;
                    }
                    // It had reached them before, so there is nothing to pass.
                    Some(_) => continue,
                }
                plan.tell(*person, duty, state);
            }
        }
        Ok(plan)
    }

    /// What passed from those who are back, and was not handed to them by whoever leaves: it ends with those to whom it
    /// passed, if they owe it still. What one of them confirmed for all is done.
    async fn bring_home(&mut self, tx: &Tx, passed: Vec<store::Following>) -> Result<(), DbError> {
        let heirs = store::heirs(tx, &passed).await?;
        let given: HashSet<RecipientId> = self.again.values().flatten().copied().collect();
        for duty in passed.iter().filter(|duty| !given.contains(&duty.id)) {
            let heirs = heirs.get(&duty.id).map_or(&[][..], Vec::as_slice);
            let owing = heirs.iter().filter(|(_, state)| state.is_open());
            let owing: Vec<RecipientId> = owing.map(|(id, _)| *id).collect();
            if owing.is_empty() && !heirs.is_empty() {
                continue;
            }
            self.leaving.extend(owing);
            let state = match duty.received_at {
                Some(_) => RecipientState::Pending,
                None => RecipientState::Waiting,
            };
            self.again(duty.id, (duty.post, state, None));
            self.tell(duty.person, duty, state);
        }
        Ok(())
    }

    fn again(&mut self, id: RecipientId, arrival: store::Arrival) {
        self.again.entry(arrival).or_default().push(id);
    }

    fn tell(&mut self, person: PersonId, duty: &store::Following, state: RecipientState) {
        if state == RecipientState::Pending {
            let notice = Notice::new(notices::CIRCULATION_PASSED, &duty.circulation)
                .keyed(duty.id.to_string())
                .params(said(&duty.title, &duty.byline, duty.due));
            self.told.push((person, notice));
        }
    }

    /// Carries it out in these circulations; says how many duties passed.
    async fn hand_over(
        self,
        tx: &Tx,
        permit: &Permit,
        ids: &[CirculationId],
    ) -> Result<usize, DbError> {
        let leaving: Vec<RecipientId> = self.leaving.into_iter().collect();
        store::step_aside(tx, permit, &leaving).await?;
        store::address(tx, permit, &self.new).await?;
        for (arrival, ids) in &self.again {
            store::arrive(tx, permit, ids, *arrival).await?;
        }
        tx.notify_each(&self.told).await?;
        store::recount(tx, permit, ids).await?;
        settle(tx, permit, ids).await?;
        Ok(leaving.len())
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
        let mut holders = holders(&on, cx.today(), posts).await?;
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
