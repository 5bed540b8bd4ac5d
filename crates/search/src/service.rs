//! Searching.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;
use yakusho_kernel::{Cursor, Cx, Fault, Page, PersonId, Ref, Timestamp};

use crate::excerpt::{around, whole};
use crate::gather::{self, Gathered};
use crate::model::{Asked, Hit, Known, Sources};
use crate::query::Query;
use crate::store::{Place, Seen, Sought};
use crate::{policy, store};

/// How many times as much is read where things of one name crowd a page.
const WIDER: usize = 10;

/// A page of what the one who acts may see of what is asked for.
pub async fn find(
    cx: &Cx,
    sources: &Sources,
    query: &Query,
    asked: &Asked,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Hit>, Fault> {
    let _ = policy::may_find(cx)?;
    let after: Option<Place> = after.map(Cursor::key).transpose()?;
    let seen = seen(cx, sources, asked).await?;
    if query.is_empty() || seen.is_empty() {
        return Ok(Page {
            items: Vec::new(),
            next: None,
        });
    }
    let on = cx.reader();
    let ranked = match (after, query.whole_terms()) {
        // As the page before it was.
        (Some((rank, _)), _) => rank.is_some(),
        // What many terms begin with is in many things.
        (None, None) => false,
        (None, Some(terms)) => !store::are_common(&on, &terms).await?,
    };
    let sought = Sought {
        question: query,
        seen: &seen,
        sections: &asked.sections,
        from: asked.from.map(Timestamp::start_of),
        before: asked
            .until
            .and_then(time::Date::next_day)
            .map(Timestamp::start_of),
        ranked,
    };
    let dated = sources.0.iter().filter(|it| it.gathers());
    let dated: Vec<&str> = dated.map(|source| source.kind()).collect();
    let gathering = if asked.each { &[][..] } else { &dated };
    let mut limit = size + 1;
    let mut rows = store::page(&on, &sought, after, limit).await?;
    if gather::is_crowded(&rows, gathering, size) {
        limit *= WIDER;
        rows = store::page(&on, &sought, after, limit).await?;
    }
    let page = gather::page(rows, (size, limit), gathering, cx.now());
    let Beside {
        next,
        whose,
        drafts,
    } = beside(cx, sources, &page.items).await?;
    Ok(page.map(|Gathered { row, others }| Hit {
        title: whole(&row.title, query),
        excerpt: around(&row.body, query),
        whose: whose.get(&row.item).copied(),
        draft: drafts.contains(&row.item),
        dated: dated.contains(&&*row.kind),
        at: next.get(&row.item).copied().unwrap_or(row.at),
        item: Ref {
            kind: row.kind.into(),
            id: row.item,
        },
        place: row.place,
        section: row.section,
        others,
    }))
}

/// What the domains say of what was found, beside its entry.
#[derive(Default)]
struct Beside {
    /// When it takes place next.
    next: HashMap<Uuid, Timestamp>,
    whose: HashMap<Uuid, PersonId>,
    drafts: HashSet<Uuid>,
}

async fn beside(cx: &Cx, sources: &Sources, found: &[Gathered]) -> Result<Beside, Fault> {
    let mut all = Beside::default();
    for source in &sources.0 {
        let of_kind = found.iter().filter(|one| one.row.kind == source.kind());
        let items: Vec<Uuid> = of_kind.map(|one| one.row.item).collect();
        if !items.is_empty() {
            all.next.extend(source.next(cx, &items).await?);
            all.whose.extend(source.whose(cx, &items).await?);
            all.drafts.extend(source.drafts(cx, &items).await?);
        }
    }
    Ok(all)
}

/// The kinds of things that can be found now, in the order in which they are offered.
pub async fn offered(cx: &Cx, sources: &Sources) -> Result<Vec<&'static str>, Fault> {
    let mut kinds = Vec::new();
    for source in &sources.0 {
        if source.is_offered(cx).await? {
            kinds.push(source.kind());
        }
    }
    Ok(kinds)
}

/// What is known of one thing, if the one who acts may see it now and it can be found.
pub async fn look(cx: &Cx, sources: &Sources, item: &Ref) -> Result<Option<Known>, Fault> {
    let _ = policy::may_find(cx)?;
    let source = sources.0.iter().find(|source| item.kind == source.kind());
    let Some(source) = source else {
        return Ok(None);
    };
    if !source.is_offered(cx).await? {
        return Ok(None);
    }
    match source.seen(cx).await? {
        Some(seen) => Ok(store::known(&cx.reader(), item, &seen).await?),
        None => Ok(None),
    }
}

/// What those of the things are called that the one who acts may see now and that can be found.
pub async fn titles(
    cx: &Cx,
    sources: &Sources,
    things: &[Ref],
) -> Result<HashMap<Ref, String>, Fault> {
    let mut titles = HashMap::new();
    if policy::may_find(cx).is_err() {
        return Ok(titles);
    }
    for source in &sources.0 {
        let kind = source.kind();
        let ids = things.iter().filter(|thing| thing.kind == kind);
        let ids: Vec<Uuid> = ids.map(|thing| thing.id).collect();
        if ids.is_empty() || !source.is_offered(cx).await? {
            continue;
        }
        if let Some(seen) = source.seen(cx).await? {
            titles.extend(store::titles(&cx.reader(), kind, &ids, &seen).await?);
        }
    }
    Ok(titles)
}

/// Of each kind that is asked for, which the one who acts may see.
async fn seen(
    cx: &Cx,
    sources: &Sources,
    asked: &Asked,
) -> Result<Vec<(&'static str, Seen)>, Fault> {
    let mut all = Vec::new();
    for source in &sources.0 {
        let kind = source.kind();
        if asked.kind.as_ref().is_some_and(|only| *only != kind) {
            continue;
        }
        if !source.is_offered(cx).await? {
            continue;
        }
        if let Some(seen) = source.seen(cx).await? {
            all.push((kind, seen));
        }
    }
    Ok(all)
}
