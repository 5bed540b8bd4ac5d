//! Looking for facilities by words, page by page.

use std::collections::HashMap;

use yakusho_accounts::staff::search_key;
use yakusho_kernel::{Cursor, Cx, Fault, Page};

use super::access::seen;
use crate::facility::model::{CategoryId, FacilityRow, Search};
use crate::facility::store::Asked;
use crate::facility::{policy, store};

/// The place of a facility in the order of display.
type Place = (i32, CategoryId, i32, String);

/// A page of the facilities that the actor may see and looks for, in the order of display. A town hall has some hundreds
/// of them, and who may see one is said by whom it is for: they are read whole.
pub async fn search(
    cx: &Cx,
    search: &Search,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<FacilityRow>, Fault> {
    let _ = policy::may_look_up(cx)?;
    let after: Option<Place> = after.map(Cursor::key).transpose()?;
    let on = cx.reader();
    let categories = store::categories(&on).await?;
    let positions: HashMap<CategoryId, i32> = categories
        .into_iter()
        .map(|category| (category.id, category.position))
        .collect();
    let place = |row: &FacilityRow| -> Place {
        let set = &row.facility.settings;
        let category = positions.get(&set.category).copied().unwrap_or_default();
        (category, set.category, set.position, set.code.clone())
    };
    let words: Vec<String> = search
        .words
        .split_whitespace()
        .map(|word| search_key(&[word]))
        .collect();
    let asked = Asked {
        category: search.category,
        kind: search.kind,
        retired: search.retired,
        ..Asked::default()
    };
    let mut rows = seen(&on, cx, &asked).await?;
    rows.retain(|row| {
        (row.managed || !row.facility.retired)
            && finds(&words, row)
            && after.as_ref().is_none_or(|after| place(row) > *after)
    });
    rows.sort_by_cached_key(place);
    rows.truncate(size + 1);
    Ok(Page::of(rows, size, place))
}

fn finds(words: &[String], row: &FacilityRow) -> bool {
    let set = &row.facility.settings;
    let key = search_key(&[&set.name_ja, &set.name_en, &set.place, &set.code]);
    words.iter().all(|word| key.contains(word.as_str()))
}
