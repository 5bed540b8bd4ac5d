//! Bringing calendars over.

use yakusho_kernel::{Audit, Authorship, Cx, Fault, Invalid, Reason, Saved};

use crate::event::model::{Event, EventForm, Owner};
use crate::event::{policy, rules, store};

/// Writes many events into people's calendars as they stand elsewhere, all of them or none, as if their owners had written
/// them. Nobody is told, nobody else takes part, no facility is booked and no file hangs on them. Says how many events
/// that are.
///
/// # Errors
/// The fields of [`EventForm`]; `owner`, unless a person, and `participants` where there are any.
pub async fn bring_over(cx: &Cx, forms: &[EventForm]) -> Result<Saved<usize>, Fault> {
    let permit = policy::may_bring_over(cx)?;
    let events = forms.iter().map(|form| event(cx, form));
    let events: Vec<Event> = events.collect::<Result<_, _>>()?;
    let tx = cx.begin().await?;
    for event in &events {
        let _ = tx.keep_first_version(&event.id, &event.content)?;
    }
    store::insert_many(&tx, &permit, &events).await?;
    let entry = Audit::at_large(permit).with("events", events.len());
    Ok(tx.commit(entry, events.len()).await?)
}

fn event(cx: &Cx, form: &EventForm) -> Result<Event, Fault> {
    let Owner::Person(author) = form.owner else {
        return Err(Invalid::field("owner", Reason::Unknown).into());
    };
    if !form.participants.is_empty() {
        return Err(Invalid::field("participants", Reason::TooMany { max: 0 }).into());
    }
    let entered = form.parse(cx)?;
    let decision = rules::decision(cx, &entered.0, None, form.all_the_same)?;
    let by = Authorship {
        author,
        hand: author,
        proxy: None,
    };
    let mut event = Event::new(cx.new_id(), form.owner, by, entered, cx.now());
    event.decision = decision.kept();
    Ok(event)
}
