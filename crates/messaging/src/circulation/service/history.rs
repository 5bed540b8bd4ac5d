//! Versions of a circulation: listed, compared, restored; and the words that a marker stands in place of.

use yakusho_kernel::{Audited, Cursor, Cx, Fault, Page, Saved};

use super::access::{Found, find, hold_at};
use super::write::{may_rewrite, rewrite};
use crate::Evidence;
use crate::circulation::model::{Circulation, CirculationId, Content};
use crate::circulation::policy::Ties;
use crate::circulation::{policy, store};
use crate::versions::{self, Change, Comparison, VersionRow};

/// A page of the versions of a circulation that the reader may see, the newest first: all for those who answer for it, those
/// since it was sent for everyone whom it reached.
pub async fn versions(
    cx: &Cx,
    id: CirculationId,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<VersionRow>, Fault> {
    let on = cx.reader();
    let Found {
        circulation, ties, ..
    } = find(&on, cx, id).await?;
    let from = readable_from(&circulation, ties);
    let page = versions::page::<Content>(&on, &id, from, after, size).await?;
    Ok(page.map(|row| row.signed(ties.sees_author(&circulation))))
}

/// Two versions of a circulation, compared.
pub async fn compare(
    cx: &Cx,
    id: CirculationId,
    before: i32,
    after: i32,
) -> Result<Comparison, Fault> {
    let on = cx.reader();
    let Found {
        circulation, ties, ..
    } = find(&on, cx, id).await?;
    let from = readable_from(&circulation, ties);
    versions::compare::<Content>(&on, &id, from, before, after).await
}

/// Puts an earlier version in place of the present one, as a new version. Files that hung on it then hang on it again.
pub async fn restore(
    cx: &Cx,
    id: CirculationId,
    revision: i32,
    number: i32,
    change: Change,
) -> Result<Saved<CirculationId>, Fault> {
    let tx = cx.begin().await?;
    let found = hold_at(&tx, id, revision).await?;
    let earlier = versions::content(&tx, &id, number).await?;
    let permit = may_rewrite(cx, &found, &earlier)?;
    rewrite(tx, found, permit, earlier, change).await
}

/// The words that a marker stands in place of: for the supervisor, and on record.
pub async fn evidence(cx: &Cx, id: CirculationId) -> Result<Audited<Evidence>, Fault> {
    let on = cx.reader();
    let found = store::find(&on, id, None).await?;
    let (circulation, _) = found.ok_or(Fault::NotFound)?;
    if !circulation.state.is_gone() {
        return Err(Fault::NotFound);
    }
    let permit = policy::may_see_evidence(cx, &circulation)?;
    let words: Content = versions::content(&on, &id, circulation.version).await?;
    let evidence = Evidence {
        text: words.into(),
        by: circulation.by,
        removal: circulation.removal,
    };
    Ok(cx.disclose(permit, Some(&id), evidence).await?)
}

/// The first version that the reader may see: of what was taken back or down, nobody sees any but in evidence.
fn readable_from(circulation: &Circulation, ties: Ties) -> Option<i32> {
    if circulation.state.is_gone() {
        None
    } else if ties.answers().holds() {
        Some(1)
    } else {
        circulation.first_version
    }
}
