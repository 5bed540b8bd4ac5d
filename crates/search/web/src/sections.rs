//! Sections, to narrow a search down by and to name what was found.

use std::collections::HashMap;

use yakusho_accounts::directory;
use yakusho_kernel::{Cx, DbError, UnitId};
use yakusho_search::Hit;

/// A unit with all below it: what is theirs is its own.
pub(crate) async fn with_below(cx: &Cx, unit: Option<UnitId>) -> Result<Vec<UnitId>, DbError> {
    let Some(unit) = unit else {
        return Ok(Vec::new());
    };
    let mut found = vec![unit];
    // In the order of the tree, each stands behind the one that it is in.
    for node in directory::units(&cx.reader(), cx.today()).await? {
        if node.parent.is_some_and(|parent| found.contains(&parent)) {
            found.push(node.id);
        }
    }
    Ok(found)
}

/// What the sections of what was found are called today.
pub(crate) async fn names(cx: &Cx, hits: &[Hit]) -> Result<HashMap<UnitId, String>, DbError> {
    let sections: Vec<UnitId> = hits.iter().filter_map(|hit| hit.section).collect();
    directory::unit_names(&cx.reader(), cx.today(), &sections).await
}
