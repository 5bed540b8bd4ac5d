//! Reading calendars.

use std::collections::HashMap;

use time::Date;
use uuid::Uuid;
use yakusho_accounts::{calendar as closed_days, directory};
use yakusho_kernel::{Cx, DbError, Fault, PersonId, Reading, Timestamp, UnitId};
use yakusho_koyomi::Calendar;

use super::facilities;
use crate::calendar::model::{Changes, Collection, Select, Stored};
use crate::event::store::{self, Known, Which};
use crate::event::{self, Answer, Event, EventId, Owner, Said, policy, rules};
use crate::ical::{Object, Party, PartyKind, address};
use crate::recurrence::Local;

/// What ends the names of objects that have none of their own.
const SUFFIX: &str = ".ics";

/// The most changes in one answer.
const MOST: u64 = 1000;

/// On which days the town hall works, by its calendar.
pub fn works(calendar: &Calendar) -> impl Fn(Date) -> bool + '_ {
    |day| rules::works(calendar, day)
}

/// The calendars in which the actor writes, their own first.
pub async fn collections(cx: &Cx) -> Result<Vec<Collection>, Fault> {
    let _ = policy::may_look(cx)?;
    let on = cx.reader();
    let mut owners: Vec<Owner> = event::calendars(&on, cx).await?.owners().collect();
    let own = cx.actor().person().map(Owner::Person);
    owners.sort_unstable();
    owners.dedup();
    owners.sort_by_key(|owner| Some(*owner) != own);
    described(&on, cx, &owners).await
}

/// The calendar of that person or unit.
pub async fn collection(cx: &Cx, holder: Uuid) -> Result<Collection, Fault> {
    let on = cx.reader();
    let owner = held(&on, cx, holder).await?;
    let mut described = described(&on, cx, &[owner]).await?;
    described.pop().ok_or(Fault::NotFound)
}

/// Whose calendar it is, if the actor writes in it.
pub(super) async fn held(on: &impl Reading, cx: &Cx, holder: Uuid) -> Result<Owner, Fault> {
    let _ = policy::may_look(cx)?;
    let mut owners = event::calendars(on, cx).await?.owners().collect::<Vec<_>>();
    owners.retain(|owner| owner.parts().1 == holder);
    owners.pop().ok_or(Fault::NotFound)
}

async fn described(on: &impl Reading, cx: &Cx, owners: &[Owner]) -> Result<Vec<Collection>, Fault> {
    let names = names(on, cx, owners).await?;
    let holders: Vec<Uuid> = owners.iter().map(|owner| owner.parts().1).collect();
    let states: HashMap<Uuid, i64> = store::states(on, &holders).await?.into_iter().collect();
    let described = owners.iter().filter_map(|owner| {
        let holder = owner.parts().1;
        Some(Collection {
            owner: *owner,
            name: names.get(&holder)?.clone(),
            seq: states.get(&holder).copied().unwrap_or_default(),
        })
    });
    Ok(described.collect())
}

/// The names of people and units.
pub(super) async fn names(
    on: &impl Reading,
    cx: &Cx,
    owners: &[Owner],
) -> Result<HashMap<Uuid, String>, DbError> {
    let (mut people, mut units): (Vec<PersonId>, Vec<UnitId>) = Default::default();
    for owner in owners {
        match owner {
            Owner::Person(person) => people.push(*person),
            Owner::Unit(unit) => units.push(*unit),
        }
    }
    let mut names = HashMap::new();
    if !people.is_empty() {
        let cards = directory::people(on, cx.today(), &people).await?;
        names.extend(cards.into_iter().map(|(id, card)| (id.into(), card.name)));
    }
    if !units.is_empty() {
        let found = directory::unit_names(on, cx.today(), &units).await?;
        names.extend(found.into_iter().map(|(id, name)| (id.into(), name)));
    }
    Ok(names)
}

/// The objects of a calendar, by beginning, with who takes part in them.
pub async fn objects(cx: &Cx, holder: Uuid, select: Select<'_>) -> Result<Vec<Stored>, Fault> {
    let on = cx.reader();
    let owner = held(&on, cx, holder).await?;
    let mut stored = stored(&on, owner, select).await?;
    with_people(&on, cx, &mut stored).await?;
    Ok(stored)
}

/// The object of that name.
pub async fn find(cx: &Cx, holder: Uuid, name: &str) -> Result<Stored, Fault> {
    let names = [name.to_owned()];
    let mut found = objects(cx, holder, Select::Named(&names)).await?;
    found.pop().ok_or(Fault::NotFound)
}

/// The days that the town hall does not work, for what is written of series.
pub(super) async fn closed(on: &impl Reading) -> Result<Calendar, DbError> {
    closed_days::of(on).await
}

/// The objects of a calendar, without who takes part in them.
pub(super) async fn stored(
    on: &impl Reading,
    owner: Owner,
    select: Select<'_>,
) -> Result<Vec<Stored>, Fault> {
    let holder = owner.parts().1;
    let found = match select {
        Select::All => store::objects(on, holder, Which::All).await?,
        Select::Between(from, until) => {
            store::objects(on, holder, Which::Between(from, until)).await?
        }
        Select::Named(names) => {
            let roots = roots(on, holder, names, &[]).await?;
            let roots: Vec<EventId> = roots.into_iter().map(|(_, id)| id).collect();
            store::objects(on, holder, Which::These(&roots)).await?
        }
    };
    let mut stored = grouped(owner, found);
    if let Select::Named(names) = select {
        // An id is no name of what has one.
        stored.retain(|one| names.contains(&one.name));
    }
    Ok(stored)
}

/// The events that may have these names or UIDs in a calendar: what is asked for, and the event.
pub(super) async fn roots(
    on: &impl Reading,
    holder: Uuid,
    names: &[String],
    uids: &[String],
) -> Result<Vec<(String, EventId)>, DbError> {
    let mut roots = Vec::new();
    for (name, uid, id) in store::called(on, holder, names, uids).await? {
        if names.contains(&name) {
            roots.push((name, id));
        }
        if uids.contains(&uid) {
            roots.push((uid, id));
        }
    }
    let ids = names.iter().map(|name| (name, name.strip_suffix(SUFFIX)));
    let ids = ids.chain(uids.iter().map(|uid| (uid, Some(uid.as_str()))));
    roots.extend(ids.filter_map(|(key, id)| Some((key.clone(), id?.parse::<Uuid>().ok()?.into()))));
    Ok(roots)
}

/// Each series with those that stand in the place of its dates.
fn grouped(owner: Owner, found: Vec<Known>) -> Vec<Stored> {
    let mut stored: Vec<Stored> = Vec::new();
    let mut at: HashMap<EventId, usize> = HashMap::new();
    for Known {
        mut event,
        seq,
        name,
        uid,
        said,
    } in found
    {
        let (id, root) = (event.id, event.root());
        let place = *at.entry(root).or_insert(stored.len());
        if event.owner != owner {
            let declined = said.dates.iter().filter(|it| it.answer == Answer::Declined);
            event.content.left_out.extend(declined.map(|it| it.date));
        }
        if let Some(one) = stored.get_mut(place) {
            one.object.events.push(event);
            one.said.insert(id, said);
            continue;
        }
        stored.push(Stored {
            said: HashMap::from([(id, said)]),
            root,
            name: name.unwrap_or_else(|| format!("{root}{SUFFIX}")),
            seq,
            object: Object {
                uid: uid.unwrap_or_else(|| root.to_string()),
                extra: event.owner == owner,
                ..Object::plain(vec![event])
            },
        });
    }
    for one in &mut stored {
        let events = &mut one.object.events;
        events.sort_by_key(|event| event.origin.map(|origin| origin.original));
    }
    stored
}

/// Adds whose the events are and who takes part, where anybody does, and the facilities that they have.
pub(super) async fn with_people(
    on: &impl Reading,
    cx: &Cx,
    stored: &mut [Stored],
) -> Result<(), Fault> {
    let events: Vec<&Event> = stored.iter().flat_map(|one| &one.object.events).collect();
    let mut facilities = facilities::parties(on, cx, &events).await?;
    let shared = || {
        let has = |event: &&&Event| {
            !event.content.participants.is_empty() || facilities.contains_key(&event.id)
        };
        events.iter().filter(has)
    };
    let ids: Vec<EventId> = shared().map(|event| event.id).collect();
    if ids.is_empty() {
        return Ok(());
    }
    let mut owners: Vec<Owner> = shared()
        .flat_map(|event| {
            let people = event.content.participants.iter();
            let people = people.map(|person| Owner::Person(*person));
            people.chain(std::iter::once(event.owner))
        })
        .collect();
    owners.sort_unstable();
    owners.dedup();
    let names = names(on, cx, &owners).await?;
    let party = |id: Uuid, answer| Party {
        address: address(id),
        name: names.get(&id).cloned().unwrap_or_default(),
        kind: PartyKind::Individual,
        answer,
    };
    let mut said: HashMap<EventId, Vec<(Uuid, Said)>> = HashMap::new();
    let mut answers = store::said_by_all(on, &ids).await?;
    answers.sort_unstable_by_key(|(event, holder, _)| (*event, *holder));
    for (event, holder, answers) in answers {
        said.entry(event).or_default().push((holder, answers));
    }
    for one in stored {
        let object = &mut one.object;
        let Some(owner) = object.events.first().map(|event| event.owner) else {
            continue;
        };
        let own = owner.parts().1;
        object.host = Some(party(own, Answer::default()));
        for event in &object.events {
            let Some(mut said) = said.remove(&event.id) else {
                continue;
            };
            said.retain(|(holder, _)| *holder != own);
            let rooms = facilities.remove(&event.id).unwrap_or_default();
            let on = |date: Option<Local>| {
                let people = said
                    .iter()
                    .map(|(holder, said)| party(*holder, said.on(date)));
                people.chain(rooms.iter().cloned()).collect::<Vec<_>>()
            };
            let dates = said.iter().flat_map(|(_, said)| &said.dates);
            let dates = dates.map(|said| ((event.id, said.date), on(Some(said.date))));
            object.dates.extend(dates);
            object.parties.insert(event.id, on(None));
        }
    }
    Ok(())
}

/// What was changed in a calendar after a change.
pub async fn changes(cx: &Cx, holder: Uuid, since: i64) -> Result<Changes, Fault> {
    let on = cx.reader();
    let owner = held(&on, cx, holder).await?;
    let found = store::changes(&on, holder, since, MOST + 1).await?;
    let more = found.len() as u64 > MOST;
    let mut found = found;
    if let Some((_, last, _)) = found
        .get(usize::try_from(MOST).unwrap_or(usize::MAX))
        .cloned()
    {
        // Changes of one act have one number, and are told together.
        found.retain(|(_, seq, _)| *seq < last);
    }
    let ids: Vec<EventId> = found.iter().map(|(id, ..)| *id).collect();
    let there = store::objects(&on, holder, Which::These(&ids)).await?;
    let there = grouped(owner, there);
    let is_there = |id: EventId| there.iter().any(|one| one.root == id);
    let named = |id: EventId, name: Option<String>| name.unwrap_or_else(|| format!("{id}{SUFFIX}"));
    let names: Vec<&String> = there.iter().map(|one| &one.name).collect();
    let gone = found.iter().filter(|(id, ..)| !is_there(*id));
    let gone = gone.map(|(id, _, name)| named(*id, name.clone()));
    // A name that was given to another event is not gone.
    let gone = gone.filter(|name| !names.contains(&name)).collect();
    Ok(Changes {
        seq: found.last().map_or(since, |(_, seq, _)| *seq),
        gone,
        more,
        there: there
            .iter()
            .map(|one| (one.name.clone(), one.seq))
            .collect(),
    })
}

/// The number of the last change of a calendar, whoever asks.
pub(crate) async fn state(on: &impl Reading, owner: Owner) -> Result<i64, DbError> {
    let states = store::states(on, &[owner.parts().1]).await?;
    Ok(states.first().map_or(0, |(_, seq)| *seq))
}

/// The objects of a calendar between two points in time, whoever asks, without who takes part in them.
pub(crate) async fn between(
    on: &impl Reading,
    owner: Owner,
    (from, until): (Timestamp, Timestamp),
) -> Result<Vec<Object>, Fault> {
    let stored = stored(on, owner, Select::Between(from, until)).await?;
    Ok(stored.into_iter().map(|one| one.object).collect())
}
