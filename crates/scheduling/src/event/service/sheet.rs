//! Calendars beside each other.

use std::collections::HashMap;

use futures_util::future::try_join;
use time::Date;
use uuid::Uuid;
use yakusho_accounts::directory::{self, Audience, ByRank, PersonCard};
use yakusho_accounts::{calendar, group};
use yakusho_kernel::{
    Cursor, Cx, DbError, Fault, Page, PersonId, Reader, Reading, Reference, Standing, UnitId,
};
use yakusho_koyomi::Calendar;

use super::access::calendars;
use crate::event::model::{Item, Owner, Row, Seen, Sheet, Span, Who};
use crate::event::policy::{self, Calendars};
use crate::event::rules;
use crate::event::store::{self, InCalendar};

/// The most people whose calendars are shown beside each other.
const MOST: usize = 200;

/// More people than any town hall has.
const EVERYBODY: usize = 1_000_000;

/// The calendars of people by days: those of a unit, of a group, or of some people, each with what the reader sees of it.
/// However many people there are, it takes the same few statements.
pub async fn sheet(cx: &Cx, who: &Who, span: Span) -> Result<Sheet, Fault> {
    let _ = policy::may_look(cx)?;
    let (rows, reader) = try_join(rows_of(cx, who, MOST), reader(cx)).await?;
    filled(cx, rows, &reader, span).await
}

/// A page of the same calendars, however many there are.
pub async fn page(
    cx: &Cx,
    who: &Who,
    span: Span,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Sheet, Fault> {
    let _ = policy::may_look(cx)?;
    let (rows, reader) = try_join(rows_page(cx, who, after, size), reader(cx)).await?;
    let sheet = filled(cx, rows.items, &reader, span).await?;
    Ok(Sheet {
        next: rows.next,
        ..sheet
    })
}

async fn rows_page(
    cx: &Cx,
    who: &Who,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Row>, Fault> {
    let Who::Unit(unit) = who else {
        let people = people_page(cx, who, after, size).await?;
        return Ok(people.map(person_row));
    };
    let own = async {
        match after {
            None => own_of(cx, *unit).await.map(Some),
            Some(_) => Ok(None),
        }
    };
    let (own, people) = try_join(own, in_unit_after(cx, *unit, after, size + 1)).await?;
    let rows = own.into_iter().chain(people.into_iter().map(person_row));
    Ok(Page::of(rows.collect(), size, |row| {
        row.card.as_ref().map(PersonCard::by_rank)
    }))
}

/// A page of the people whose calendars they are, by rank and kana.
pub(crate) async fn people_page(
    cx: &Cx,
    who: &Who,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<PersonCard>, Fault> {
    let _ = policy::may_look(cx)?;
    match who {
        Who::Unit(unit) => {
            let people = in_unit_after(cx, *unit, after, size + 1).await?;
            Ok(Page::of(people, size, |card| Some(card.by_rank())))
        }
        Who::Group(_) | Who::People(_) => {
            let people = people_of(cx, who, EVERYBODY).await?;
            Ok(Page::among(people, after, size, |card| card.id)?)
        }
    }
}

/// The calendar of a unit itself, with nothing in it yet.
async fn own_of(cx: &Cx, unit: UnitId) -> Result<Row, Fault> {
    let row = unit_row(&cx.reader(), cx.today(), unit).await?;
    row.ok_or(Fault::NotFound)
}

/// The calendars with nothing in them yet, of so many people at most.
async fn rows_of(cx: &Cx, who: &Who, most: usize) -> Result<Vec<Row>, Fault> {
    let unit = async {
        match who {
            Who::Unit(unit) => own_of(cx, *unit).await.map(Some),
            Who::Group(_) | Who::People(_) => Ok(None),
        }
    };
    let (unit, people) = try_join(unit, people_of(cx, who, most)).await?;
    Ok(unit
        .into_iter()
        .chain(people.into_iter().map(person_row))
        .collect())
}

/// The calendars in which the reader writes.
async fn reader(cx: &Cx) -> Result<Calendars, Fault> {
    Ok(calendars(&cx.reader(), cx).await?)
}

async fn people_of(cx: &Cx, who: &Who, most: usize) -> Result<Vec<PersonCard>, Fault> {
    let on = cx.reader();
    match who {
        Who::Unit(unit) => directory::within(cx, *unit, None, most).await,
        Who::Group(group) => {
            group::usable(cx, &on, &[*group]).await?;
            let audience = Audience {
                groups: vec![*group],
                ..Audience::default()
            };
            let members = directory::expand(&on, cx.today(), &audience).await?;
            let members: Vec<PersonId> = members.iter().map(|one| one.person).collect();
            cards(&on, cx, &members, most).await
        }
        Who::People(people) => cards(&on, cx, people, most).await,
    }
}

/// The actor's own calendar, and that of their main unit.
pub async fn mine(cx: &Cx, span: Span) -> Result<Sheet, Fault> {
    let _ = policy::may_look(cx)?;
    let standing = cx.actor().standing().ok_or(Fault::NotFound)?;
    let rows = own_rows(cx, own(standing), standing.main_unit());
    let (rows, reader) = try_join(rows, reader(cx)).await?;
    filled(cx, rows, &reader, span).await
}

/// As whom the one who is signed in keeps a calendar: themselves, or the one whom they stand in for.
fn own(standing: &Standing) -> PersonId {
    let behalf = standing.on_behalf.map(|behalf| behalf.person);
    behalf.unwrap_or(standing.person)
}

/// Somebody's card, and the name of their unit, on a day: kept while neither changes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Named {
    person: PersonId,
    unit: Option<UnitId>,
    day: Date,
}

impl Reference for Named {
    type Answer = (Option<PersonCard>, Option<Row>);

    async fn read(&self, on: &Reader<'_>) -> Result<Self::Answer, DbError> {
        let mut cards = directory::people(on, self.day, &[self.person]).await?;
        let unit = match self.unit {
            Some(unit) => unit_row(on, self.day, unit).await?,
            None => None,
        };
        Ok((cards.remove(&self.person), unit))
    }
}

async fn own_rows(cx: &Cx, person: PersonId, unit: Option<UnitId>) -> Result<Vec<Row>, Fault> {
    let day = cx.today();
    let named = cx.reference(Named { person, unit, day }).await?;
    let (card, of_unit) = (*named).clone();
    if unit.is_some() && of_unit.is_none() {
        return Err(Fault::NotFound);
    }
    Ok(card.map(person_row).into_iter().chain(of_unit).collect())
}

/// The same where there is anything on them.
pub async fn mine_if_any(cx: &Cx, span: Span) -> Result<Option<Sheet>, Fault> {
    let _ = policy::may_look(cx)?;
    let on = cx.reader();
    let standing = cx.actor().standing().ok_or(Fault::NotFound)?;
    let (person, unit) = (own(standing), standing.main_unit());
    let owners: Vec<Owner> = [Some(Owner::Person(person)), unit.map(Owner::Unit)]
        .into_iter()
        .flatten()
        .collect();
    let reader = calendars(&on, cx).await?;
    let found = store::in_calendars(&on, &reader, &owners, span.times()).await?;
    if found.is_empty() {
        return Ok(None);
    }
    let rows = own_rows(cx, person, unit).await?;
    Ok(Some(with(cx, rows, span, found).await?))
}

/// Fills the rows with what is in these calendars.
async fn filled(cx: &Cx, rows: Vec<Row>, reader: &Calendars, span: Span) -> Result<Sheet, Fault> {
    let owners: Vec<Owner> = rows.iter().map(|row| row.owner).collect();
    let found = store::in_calendars(&cx.reader(), reader, &owners, span.times()).await?;
    with(cx, rows, span, found).await
}

/// The rows with what was found in their calendars.
async fn with(
    cx: &Cx,
    mut rows: Vec<Row>,
    span: Span,
    found: Vec<InCalendar>,
) -> Result<Sheet, Fault> {
    let calendar = calendar::current(cx).await?;
    let mut items: HashMap<Uuid, Vec<Item>> = HashMap::new();
    for one in found {
        let holder = one.holder;
        items
            .entry(holder)
            .or_default()
            .extend(items_of(&one, span, &calendar));
    }
    for row in &mut rows {
        row.items = items.remove(&row.owner.parts().1).unwrap_or_default();
        row.items
            .sort_by_key(|item| (item.first, !item.is_days, item.start, item.end));
    }
    Ok(Sheet {
        span,
        rows,
        next: None,
        calendar: Calendar::clone(&calendar),
    })
}

fn items_of(one: &InCalendar, span: Span, calendar: &Calendar) -> Vec<Item> {
    let found = rules::within(&one.pattern, span.times(), calendar);
    let seen = |occurrence, candidate| {
        let (title, place) = one.words.clone()?;
        Some(Seen {
            event: one.event,
            occurrence,
            candidate,
            title,
            place,
            status: one.status,
            closed: one.closed,
            free: one.free,
            repeats: occurrence.is_some() || one.series.is_some(),
            answer: (!one.own).then(|| one.said.on(occurrence)),
        })
    };
    found
        .into_iter()
        .map(|(item, occurrence, candidate)| Item {
            seen: seen(occurrence, candidate),
            ..item
        })
        .collect()
}

/// So many of those in a unit or below it, by rank and kana, after the last of a page: somebody, or the unit itself.
async fn in_unit_after(
    cx: &Cx,
    unit: UnitId,
    after: Option<&Cursor>,
    most: usize,
) -> Result<Vec<PersonCard>, Fault> {
    let after: Option<Option<ByRank>> = after.map(Cursor::key).transpose()?;
    directory::within(cx, unit, after.flatten(), most).await
}

/// The people by rank and kana.
async fn cards(
    on: &impl Reading,
    cx: &Cx,
    people: &[PersonId],
    most: usize,
) -> Result<Vec<PersonCard>, Fault> {
    let people = &people[..people.len().min(most)];
    let cards = directory::people(on, cx.today(), people).await?;
    let mut cards: Vec<PersonCard> = cards.into_values().collect();
    cards.sort_by_cached_key(PersonCard::by_rank);
    Ok(cards)
}

async fn unit_row(on: &impl Reading, day: Date, unit: UnitId) -> Result<Option<Row>, DbError> {
    let mut names = directory::unit_names(on, day, &[unit]).await?;
    Ok(names.remove(&unit).map(|name| Row {
        owner: Owner::Unit(unit),
        name,
        card: None,
        items: Vec::new(),
    }))
}

fn person_row(card: PersonCard) -> Row {
    Row {
        owner: Owner::Person(card.id),
        name: card.name.clone(),
        card: Some(card),
        items: Vec::new(),
    }
}
