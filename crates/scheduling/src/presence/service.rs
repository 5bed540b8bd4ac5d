//! Saying where one is, and reading the board.

use yakusho_kernel::{Audit, Cursor, Cx, Fault, Page, PersonId, Saved};

use super::model::{Presence, PresenceForm, PresenceRow, Said, subject};
use super::{policy, store};
use crate::event::{self, Item, Owner, Row, Span, Who, calendars, on_behalf, people_page, rules};

/// Says where somebody is: oneself, or one for whom the actor writes. A comment that looks like personal information is
/// refused with its clause, until it is to be said all the same.
pub async fn set(cx: &Cx, person: PersonId, form: &PresenceForm) -> Result<Saved<()>, Fault> {
    let calendars = calendars(&cx.reader(), cx).await?;
    let cx = on_behalf(cx, &calendars, Owner::Person(person));
    let hand = cx.actor().person().unwrap_or(person);
    let presence = form.parse(cx.now(), hand)?;
    let comment = [("comment", &*presence.comment)];
    let decision = rules::decision_on(&cx, &comment, None, form.all_the_same)?;
    let permit = policy::may_set(&cx, &calendars, person, decision.is_clear())?;
    let said = Said {
        presence: &presence,
        decision: decision.clone().kept(),
    };
    let tx = cx.begin().await?;
    store::put(&tx, &permit, person, &presence).await?;
    let version = tx.keep_version(&subject(person), &said).await?;
    let entry = Audit::of(permit, &subject(person))
        .version(&version)
        .with("place", presence.place.code());
    Ok(tx.commit(decision.noted(entry), ()).await?)
}

/// What was said today of somebody whose place the actor may say, to be said anew.
pub async fn said(cx: &Cx, person: PersonId) -> Result<Option<Presence>, Fault> {
    let on = cx.reader();
    if !calendars(&on, cx).await?.holds(Owner::Person(person)) {
        return Err(Fault::NotFound);
    }
    let mut said = store::said(&on, &[person], cx.today()).await?;
    Ok(said.remove(&person))
}

/// Where the people of a unit, of a group, or some people are, and what their calendars have now and next.
pub async fn board(cx: &Cx, who: &Who) -> Result<Vec<PresenceRow>, Fault> {
    let sheet = event::sheet(cx, who, Span::day(cx.today())).await?;
    let cards = sheet.rows.iter().filter_map(|row| row.card.as_ref());
    let people: Vec<PersonId> = cards.map(|card| card.id).collect();
    let mut said = store::said(&cx.reader(), &people, cx.today()).await?;
    let rows = sheet.rows.into_iter().filter_map(|row| {
        let Row { card, items, .. } = row;
        let card = card?;
        let (now, later) = split(cx, items);
        Some(PresenceRow {
            presence: said.remove(&card.id),
            card,
            now,
            next: later.into_iter().next(),
        })
    });
    Ok(rows.collect())
}

/// A page of the same board, however many people are on it.
pub async fn page(
    cx: &Cx,
    who: &Who,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<PresenceRow>, Fault> {
    let Page { items, next } = people_page(cx, who, after, size).await?;
    let people = items.into_iter().map(|card| card.id).collect();
    let items = board(cx, &Who::People(people)).await?;
    Ok(Page { items, next })
}

/// What is under way, and what is still to come.
fn split(cx: &Cx, items: Vec<Item>) -> (Vec<Item>, Vec<Item>) {
    let items = items.into_iter().filter(|item| item.end > cx.now());
    items.partition(|item| item.start <= cx.now())
}
