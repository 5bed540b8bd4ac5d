//! Searching.

use yakusho_kernel::{Cursor, Cx, Fault, Page, Ref, Timestamp};

use crate::excerpt::{around, whole};
use crate::model::{Asked, Hit, Known, Sources};
use crate::query::Query;
use crate::store::{Place, Seen, Sought};
use crate::{policy, store};

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
    let rows = store::page(&on, &sought, after, size + 1).await?;
    Ok(
        Page::of(rows, size, |(place, _)| *place).map(|(_, row)| Hit {
            title: whole(&row.title, query),
            excerpt: around(&row.body, query),
            item: Ref {
                kind: row.kind.into(),
                id: row.item,
            },
            place: row.place,
            section: row.section,
            at: row.at,
        }),
    )
}

/// What is known of one thing, if the one who acts may see it now and it can be found.
pub async fn look(cx: &Cx, sources: &Sources, item: &Ref) -> Result<Option<Known>, Fault> {
    let _ = policy::may_find(cx)?;
    let source = sources.0.iter().find(|source| item.kind == source.kind());
    let Some(source) = source else {
        return Ok(None);
    };
    match source.seen(cx).await? {
        Some(seen) => Ok(store::known(&cx.reader(), item, &seen).await?),
        None => Ok(None),
    }
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
        if let Some(seen) = source.seen(cx).await? {
            all.push((kind, seen));
        }
    }
    Ok(all)
}
