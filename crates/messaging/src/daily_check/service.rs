//! Running the daily check, and its figures.

use std::collections::{BTreeSet, HashMap, HashSet};

use serde_json::json;
use time::Date;
use yakusho_accounts::calendar;
use yakusho_accounts::directory::{self, Audience, UnitNode};
use yakusho_kernel::{
    Audit, Cursor, Cx, DbError, Fault, Notice, Page, PersonId, Timestamp, Tx, UnitId,
};
use yakusho_regulation::{Rule, UnitRank};

use super::{Figure, policy, store};
use crate::board::{self, CategoryId};
use crate::due::working_days_before;
use crate::notices;

/// The working days over which nothing may stay unread, as the city sets: whoever is away on one of them has not had
/// them. None where no rule asks for the check, and on closed days.
pub async fn days(cx: &Cx) -> Result<Vec<Date>, Fault> {
    let _ = policy::may_run(cx)?;
    let calendar = calendar::of(&cx.reader()).await?;
    let today = cx.today();
    let works = |day| calendar.is_working_day(day).map_err(Fault::internal);
    if cx.city().in_force(Rule::DailyCheck, today).is_none() || !works(today)? {
        return Ok(Vec::new());
    }
    let count = cx.city().values(today).daily_check_working_days;
    let since = working_days_before(&calendar, today, count)?;
    let span = std::iter::successors(Some(since), |day| day.next_day());
    let mut days = Vec::new();
    for day in span.take_while(|day| *day < today) {
        if works(day)? {
            days.push(day);
        }
    }
    Ok(days)
}

/// Reminds everyone who left something on the board unread over the working days that the city sets, and keeps the
/// figures of the day; says how many people were not reminded today before. Those who are away on one of the
/// [`days`] are excused. Nothing where no rule asks for it, and on closed days.
pub async fn run(cx: &Cx, away: &BTreeSet<PersonId>) -> Result<usize, Fault> {
    let permit = policy::may_run(cx)?;
    let today = cx.today();
    let Some(since) = days(cx).await?.first().copied() else {
        return Ok(0);
    };
    let tx = cx.begin().await?;
    let people = everyone(&tx).await?;
    board::store::enrol(&tx, &permit, &people, board::unmarked(cx)).await?;
    let mut behind = behind(&tx, &people, Timestamp::start_of(since)).await?;
    behind.retain(|person, _| !away.contains(person));
    let key = today.to_string();
    tx.supersede_notices(&people, notices::DAILY_CHECK, &key)
        .await?;
    let told: Vec<(PersonId, Notice)> = behind
        .iter()
        .map(|(person, unread)| {
            let notice = Notice::new(notices::DAILY_CHECK, person)
                .keyed(&*key)
                .params(json!({ "count": unread }));
            (*person, notice)
        })
        .collect();
    let told = tx.notify_each(&told).await?;
    let figures = by_section(&tx, today, &people, &behind).await?;
    store::keep(&tx, &permit, &figures).await?;
    let entry = Audit::at_large(permit).with("told", told);
    Ok(*tx.commit(entry, told).await?)
}

/// Everyone who is here and has an account.
async fn everyone(tx: &Tx) -> Result<Vec<PersonId>, DbError> {
    let all = Audience {
        everyone: true,
        ..Audience::default()
    };
    let people = directory::expand(tx, tx.cx().today(), &all).await?;
    Ok(people.into_iter().map(|one| one.person).collect())
}

/// How many posts that were there before then each of the people has left unread; those who have read all are missing.
async fn behind(
    tx: &Tx,
    people: &[PersonId],
    before: Timestamp,
) -> Result<HashMap<PersonId, u64>, DbError> {
    let here: HashSet<PersonId> = people.iter().copied().collect();
    let unread = board::store::unread_of_all(tx, board::oldest(tx.cx()), before).await?;
    let categories = unread
        .iter()
        .map(|row| row.category)
        .collect::<HashSet<_>>();
    let categories = board::store::some(tx, categories).await?;
    // Categories are few, and each has its own readers.
    let mut readers: HashMap<CategoryId, Option<HashSet<PersonId>>> = HashMap::new();
    for (id, category) in categories {
        let only = if category.settings.readers.everyone {
            None
        } else {
            let readers = board::readership(tx, tx.cx(), &category).await?;
            Some(readers.into_iter().collect())
        };
        readers.insert(id, only);
    }
    let mut behind = HashMap::new();
    for row in unread {
        let reads = match readers.get(&row.category) {
            Some(Some(only)) => only.contains(&row.person),
            Some(None) => true,
            None => false,
        };
        if reads && here.contains(&row.person) {
            *behind.entry(row.person).or_insert(0) += row.posts.unsigned_abs();
        }
    }
    Ok(behind)
}

/// The figures of each section that has anybody.
async fn by_section(
    tx: &Tx,
    day: Date,
    people: &[PersonId],
    behind: &HashMap<PersonId, u64>,
) -> Result<Vec<Figure>, DbError> {
    let units = directory::units(tx, day).await?;
    let units: HashMap<UnitId, UnitNode> = units.into_iter().map(|unit| (unit.id, unit)).collect();
    let mut figures: HashMap<UnitId, Figure> = HashMap::new();
    for card in directory::people(tx, day, people).await?.into_values() {
        let Some(section) = card.unit.and_then(|unit| section_of(&units, unit)) else {
            continue;
        };
        let figure = figures.entry(section).or_insert(Figure {
            day,
            section,
            people: 0,
            behind: 0,
            unread: 0,
        });
        figure.people += 1;
        if let Some(unread) = behind.get(&card.id) {
            figure.behind += 1;
            figure.unread += i32::try_from(*unread).unwrap_or(i32::MAX);
        }
    }
    Ok(figures.into_values().collect())
}

/// The section that answers for a unit: itself, or the nearest above that ranks as one; else the unit.
fn section_of(units: &HashMap<UnitId, UnitNode>, unit: UnitId) -> Option<UnitId> {
    let above = |unit: &&UnitNode| units.get(&unit.parent?);
    let lineage = std::iter::successors(units.get(&unit), above);
    let mut sections = lineage.filter(|unit| unit.rank == UnitRank::Section);
    sections.next().map(|section| section.id).or(Some(unit))
}

/// A page of the figures that one may see, the latest day first.
pub async fn figures(cx: &Cx, after: Option<&Cursor>, size: usize) -> Result<Page<Figure>, Fault> {
    let (_permit, sections) = policy::may_see_figures(cx)?;
    let after = after.map(Cursor::key).transpose()?;
    let found = store::figures(&cx.reader(), &sections, after, size + 1).await?;
    Ok(Page::of(found, size, |figure| (figure.day, figure.section)))
}
