//! Who has read and confirmed a post, and reminding those who have not.

use std::collections::HashMap;

use yakusho_accounts::directory::{self, Audience};
use yakusho_accounts::staff::kana_key;
use yakusho_kernel::{
    Audit, Audited, Cursor, Cx, DbError, Fault, Notice, Page, PersonId, Reading, Saved, UnitId,
};
use yakusho_regulation::Lang;
use yakusho_sheet::moment;

use super::access::{Found, find, title};
use crate::board::model::{BoardPostId, Category, Post, ReaderRow, ReaderState, ReadersBySection};
use crate::board::{policy, store};
use crate::{notices, proxy};

/// A reader with what the list is ordered by.
struct Listed {
    row: ReaderRow,
    unit: Option<UnitId>,
}

/// A page of those whom a post asks to confirm today and what they did, unit by unit in the order of the organisation.
pub async fn readers(
    cx: &Cx,
    id: BoardPostId,
    which: ReaderState,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<ReaderRow>, Fault> {
    let after: Option<PersonId> = after.map(Cursor::key).transpose()?;
    let on = cx.reader();
    let (post, category) = followed(&on, cx, id).await?;
    let mut rows = roster(&on, cx, &post, &category).await?;
    rows.retain(|listed| which.includes(&listed.row));
    let start = after.map_or(0, |last| {
        let place = rows.iter().position(|listed| listed.row.person == last);
        place.map_or(0, |place| place + 1)
    });
    let rows = rows.into_iter().skip(start).take(size + 1);
    let rows = rows.map(|listed| listed.row).collect();
    Ok(Page::of(rows, size, |row: &ReaderRow| row.person))
}

/// The same in figures, unit by unit.
pub async fn readers_by_section(cx: &Cx, id: BoardPostId) -> Result<Vec<ReadersBySection>, Fault> {
    let on = cx.reader();
    let (post, category) = followed(&on, cx, id).await?;
    let rows = roster(&on, cx, &post, &category).await?;
    Ok(rows
        .chunk_by(|one, next| one.unit == next.unit)
        .filter_map(|people| {
            let first = people.first()?;
            let count = |did: fn(&ReaderRow) -> bool| {
                people.iter().filter(|listed| did(&listed.row)).count()
            };
            Some(ReadersBySection {
                unit: first.unit,
                unit_name: first.row.unit_name.clone(),
                people: people.len(),
                read: count(|row| row.read_at.is_some()),
                confirmed: count(|row| row.confirmed_at.is_some()),
            })
        })
        .collect())
}

/// The same as a file for spreadsheets; taking it is put on record.
pub async fn readers_csv(cx: &Cx, id: BoardPostId, lang: Lang) -> Result<Audited<Vec<u8>>, Fault> {
    let on = cx.reader();
    let Found { post, ties, .. } = find(&on, cx, id).await?;
    let permit = policy::may_follow(cx, &post, ties)?;
    let category = category_of(&on, &post).await?;
    let rows = roster(&on, cx, &post, &category).await?;
    let headings = match lang {
        Lang::Ja => ["所属", "職名", "氏名", "既読日時", "確認日時", "代理"],
        Lang::En => ["Unit", "Post", "Name", "Read", "Confirmed", "By proxy"],
    };
    let lines = rows.into_iter().map(|Listed { row, .. }| {
        [
            row.unit_name,
            row.post_title,
            row.name,
            row.read_at.map(moment).unwrap_or_default(),
            row.confirmed_at.map(moment).unwrap_or_default(),
            proxy::words(row.by_proxy.map(|(_, kind)| kind), lang),
        ]
    });
    let file = yakusho_sheet::file(headings, lines);
    Ok(cx.disclose(permit, Some(&id), file).await?)
}

/// Reminds those who have not confirmed, at most once a day; says how many owe it.
pub async fn remind(cx: &Cx, id: BoardPostId) -> Result<Saved<usize>, Fault> {
    let tx = cx.begin().await?;
    let Found { post, ties, .. } = find(&tx, cx, id).await?;
    let permit = policy::may_remind(cx, &post, ties)?;
    let category = category_of(&tx, &post).await?;
    let confirmed = store::confirmed_of(&tx, [id]).await?;
    let mut people = asked(&tx, cx, &post, &category).await?;
    people.retain(|person| !confirmed.contains(&(id, *person)));
    tx.notify(&people, &owing(cx, &post)).await?;
    let entry = Audit::of(permit, &id).with("people", people.len());
    Ok(tx.commit(entry, people.len()).await?)
}

/// What those who owe a confirmation are told, once a day.
pub(in crate::board) fn owing(cx: &Cx, post: &Post) -> Notice {
    let mut params = title(post);
    let due = post.content.confirmation.and_then(|asked| asked.due);
    params["due"] = due.map(|due| due.to_string()).into();
    Notice::new(notices::BOARD_REMINDER, &post.id)
        .keyed(cx.today().to_string())
        .params(params)
}

/// Whom a category's posts reach today.
pub(crate) async fn readership(
    on: &impl Reading,
    cx: &Cx,
    category: &Category,
) -> Result<Vec<PersonId>, DbError> {
    let Audience {
        everyone,
        units,
        posts,
        people,
        groups: _,
    } = &category.settings.writers;
    let mut audience = category.settings.readers.clone();
    audience.everyone |= everyone;
    audience.units.extend(units);
    audience.posts.extend(posts);
    audience.people.extend(people);
    let reached = directory::expand(on, cx.today(), &audience).await?;
    Ok(reached
        .into_iter()
        .map(|recipient| recipient.person)
        .collect())
}

async fn followed(on: &impl Reading, cx: &Cx, id: BoardPostId) -> Result<(Post, Category), Fault> {
    let Found { post, ties, .. } = find(on, cx, id).await?;
    let _ = policy::may_follow(cx, &post, ties)?;
    let category = category_of(on, &post).await?;
    Ok((post, category))
}

async fn category_of(on: &impl Reading, post: &Post) -> Result<Category, Fault> {
    let category = store::category(on, post.content.category).await?;
    category.ok_or(Fault::NotFound)
}

/// Whom the post asks to confirm: whom it reaches today, but for whoever wrote it.
async fn asked(
    on: &impl Reading,
    cx: &Cx,
    post: &Post,
    category: &Category,
) -> Result<Vec<PersonId>, DbError> {
    let mut people = readership(on, cx, category).await?;
    people.retain(|person| *person != post.by.author);
    Ok(people)
}

/// Everyone whom the post asks, and what they did, in the order of units, ranks and kana.
async fn roster(
    on: &impl Reading,
    cx: &Cx,
    post: &Post,
    category: &Category,
) -> Result<Vec<Listed>, DbError> {
    let people = asked(on, cx, post, category).await?;
    let mut marks = store::marks_of(on, post.id).await?;
    let cards = directory::people(on, cx.today(), &people).await?;
    let units = directory::units(on, cx.today()).await?;
    let places: HashMap<UnitId, usize> = units
        .iter()
        .enumerate()
        .map(|(place, unit)| (unit.id, place))
        .collect();
    let mut cards: Vec<_> = cards.into_values().collect();
    cards.sort_by_cached_key(|card| {
        let place = card.unit.and_then(|unit| places.get(&unit).copied());
        (
            place.is_none(),
            place,
            card.rank,
            kana_key(&card.kana),
            card.id,
        )
    });
    Ok(cards
        .into_iter()
        .map(|card| {
            let mark = marks.remove(&card.id);
            let by_proxy = mark.and_then(|mark| mark.confirmed_by.zip(mark.proxy));
            Listed {
                unit: card.unit,
                row: ReaderRow {
                    person: card.id,
                    name: card.name,
                    unit_name: card.unit_name,
                    post_title: card.post_title,
                    read_at: mark.map(|mark| mark.at),
                    confirmed_at: mark.and_then(|mark| mark.confirmed_at),
                    outdated: mark.is_some_and(|mark| {
                        mark.confirmed_at.is_some() && mark.version < post.material_version
                    }),
                    by_proxy,
                },
            }
        })
        .collect())
}

impl ReaderState {
    fn includes(self, row: &ReaderRow) -> bool {
        match self {
            Self::All => true,
            Self::Confirmed => row.confirmed_at.is_some(),
            Self::Owing => row.confirmed_at.is_none(),
        }
    }
}
