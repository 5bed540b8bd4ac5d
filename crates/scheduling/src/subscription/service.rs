//! What is done with subscriptions.

use time::Duration;
use yakusho_accounts::directory::{self, Audience};
use yakusho_accounts::function::{self, Function};
use yakusho_accounts::{Secret, calendar as closed_days};
use yakusho_kernel::{Audit, Conflict, Cx, Fault, Invalid, PersonId, Saved};

use super::model::{Feed, Made, NewSubscription, Subscription, SubscriptionId};
use super::{policy, store};
use crate::calendar;
use crate::event::{Event, Owner};
use crate::ical::{Object, write};
use yakusho_kernel::entered::line;

/// The most characters of a name.
const NAME: usize = 100;

/// The most subscriptions of a person that hold.
const MOST: u64 = 20;

/// How many of a person's are listed.
const LISTED: usize = 100;

/// How much of a calendar is given: so long before now, and so long after.
const BEFORE: Duration = Duration::days(92);
const AFTER: Duration = Duration::days(731);

/// The title of what somebody closed.
const CLOSED: &str = "予定あり";

fn own(cx: &Cx) -> Result<PersonId, Fault> {
    cx.actor().person().ok_or(Fault::NotFound)
}

/// Makes an address for the actor's own calendar. What is returned is shown once.
pub async fn make(cx: &Cx, new: &NewSubscription) -> Result<Saved<Made>, Fault> {
    let mut invalid = Invalid::default();
    let name = line(&mut invalid, "name", &new.name, NAME);
    invalid.check()?;
    let new = NewSubscription {
        name,
        details: new.details,
    };
    let person = own(cx)?;
    let permit = policy::may_make(cx, person)?;
    let secret = Secret::random(cx.env().rng());
    let tx = cx.begin().await?;
    let standing = store::standing(&tx, person).await?;
    Conflict {
        code: "too_many_subscriptions",
    }
    .unless(standing < MOST)?;
    let id = store::insert(&tx, &permit, person, &new, &secret).await?;
    let entry = Audit::of(permit, &id).with("details", new.details);
    Ok(tx.commit(entry, Made { id, secret }).await?)
}

/// The actor's own, the newest first.
pub async fn list(cx: &Cx) -> Result<Vec<Subscription>, Fault> {
    let person = own(cx)?;
    let _ = policy::may_look(cx, person)?;
    Ok(store::list(&cx.reader(), person, LISTED).await?)
}

/// One of the actor's own.
pub async fn get(cx: &Cx, id: SubscriptionId) -> Result<Subscription, Fault> {
    let person = own(cx)?;
    let _ = policy::may_look(cx, person)?;
    let found = store::of_person(&cx.reader(), person, id).await?;
    found.ok_or(Fault::NotFound)
}

/// Revokes one of the actor's own: nobody reads at its address any more.
pub async fn revoke(cx: &Cx, id: SubscriptionId) -> Result<Saved<()>, Fault> {
    let person = own(cx)?;
    let permit = policy::may_revoke(cx, id, person)?;
    let tx = cx.begin().await?;
    let own = store::of_person(&tx, person, id).await?.is_some();
    if !own || !store::revoke(&tx, &permit, id).await? {
        return Err(Fault::NotFound);
    }
    Ok(tx.commit(Audit::of(permit, &id), ()).await?)
}

/// The calendar at the address that ends with this. Whoever has `known` already is told so.
pub async fn feed(cx: &Cx, secret: &str, known: Option<&str>) -> Result<Feed, Fault> {
    let secret = Secret::from_text(secret).ok_or(Fault::NotFound)?;
    let on = cx.reader();
    let found = store::by_secret(&on, &secret).await?;
    let (person, subscription) = found.ok_or(Fault::NotFound)?;
    let audience = Audience {
        people: vec![person],
        ..Audience::default()
    };
    let usable = !directory::expand(&on, cx.today(), &audience)
        .await?
        .is_empty()
        && function::is_on(cx, Function::Schedule).await?;
    let _ = policy::may_read(cx, usable).map_err(|_| Fault::NotFound)?;
    let owner = Owner::Person(person);
    let seq = calendar::state(&on, owner).await?;
    // A day later other events are within what is given, and the town hall may work on other days.
    let tag = format!("W/\"{seq}-{}\"", cx.today());
    if known == Some(tag.as_str()) {
        return Ok(Feed { tag, text: None });
    }
    let times = (cx.now().plus(-BEFORE), cx.now().plus(AFTER));
    let objects = calendar::between(&on, owner, times).await?;
    let objects: Vec<Object> = objects
        .into_iter()
        .map(|object| Object {
            events: object
                .events
                .into_iter()
                .map(|event| told(event, subscription.details))
                .collect(),
            extra: false,
            ..object
        })
        .collect();
    let city = closed_days::of(&on).await?;
    let text = write(&objects, None, cx.now(), &calendar::works(&city));
    Ok(Feed {
        tag,
        text: Some(text),
    })
}

/// An event as far as the owner chose that it is told.
fn told(mut event: Event, details: bool) -> Event {
    if event.content.closed && !details {
        CLOSED.clone_into(&mut event.content.title);
        event.content.place.clear();
        event.content.text.clear();
    }
    event
}
