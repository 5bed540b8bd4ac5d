//! Versions of a circulation: listed, compared, restored; and the words that a marker stands in place of.

use yakusho_kernel::{Audited, Cx, Reading, Saved, version};

use super::access::{Found, find, hold_at};
use super::write::{may_rewrite, rewrite};
use crate::Evidence;
use crate::circulation::model::{Circulation, CirculationId, CirculationState, Content};
use crate::circulation::policy::Ties;
use crate::circulation::{CirculationError, policy, store};
use crate::versions::{Change, Comparison, MOST_LISTED, VersionRow};

/// The versions of a circulation that the reader may see, the newest first: all for those who answer for it, those
/// since it was sent for everyone whom it reached.
pub async fn versions(cx: &Cx, id: CirculationId) -> Result<Vec<VersionRow>, CirculationError> {
    let Found {
        circulation, ties, ..
    } = find(&cx.reader(), cx, id).await?;
    let kept = yakusho_kernel::versions(&cx.reader(), &id, MOST_LISTED).await?;
    kept.into_iter()
        .filter(|kept| may_read_version(&circulation, ties, kept.number))
        .map(|kept| {
            let content: Content = serde_json::from_value(kept.content)?;
            Ok(VersionRow {
                id: kept.id,
                number: kept.number,
                at: kept.at,
                title: content.title.into_inner(),
            })
        })
        .collect()
}

/// Two versions of a circulation, compared.
pub async fn compare(
    cx: &Cx,
    id: CirculationId,
    before: i32,
    after: i32,
) -> Result<Comparison, CirculationError> {
    let on = cx.reader();
    let Found {
        circulation, ties, ..
    } = find(&on, cx, id).await?;
    let both = [before, after];
    if !both
        .iter()
        .all(|number| may_read_version(&circulation, ties, *number))
    {
        return Err(CirculationError::NotFound);
    }
    let before = content(&on, id, before).await?;
    let after = content(&on, id, after).await?;
    Ok(Comparison::of(&before.into_text(), &after.into_text()))
}

/// Puts an earlier version in place of the present one, as a new version. Files that hung on it then hang on it again.
pub async fn restore(
    cx: &Cx,
    id: CirculationId,
    revision: i32,
    number: i32,
    change: Change,
) -> Result<Saved<CirculationId>, CirculationError> {
    let tx = cx.begin().await?;
    let found = hold_at(&tx, id, revision).await?;
    let earlier = content(&tx, id, number).await?;
    let permit = may_rewrite(cx, &found, &earlier)?;
    rewrite(tx, found, permit, earlier, change).await
}

/// The words that a marker stands in place of: for the supervisor, and on record.
pub async fn evidence(cx: &Cx, id: CirculationId) -> Result<Audited<Evidence>, CirculationError> {
    let on = cx.reader();
    let found = store::find(&on, id, None).await?;
    let (circulation, _) = found.ok_or(CirculationError::NotFound)?;
    if !is_gone(&circulation) {
        return Err(CirculationError::NotFound);
    }
    let permit = policy::may_see_evidence(cx, &circulation)?;
    let words = content(&on, id, circulation.version).await?;
    let evidence = Evidence {
        text: words.into_text(),
        by: circulation.by,
        removal: circulation.removal,
    };
    Ok(cx.disclose(permit, Some(&id), evidence).await?)
}

async fn content(
    on: &impl Reading,
    id: CirculationId,
    number: i32,
) -> Result<Content, CirculationError> {
    let kept = version(on, &id, number).await?;
    let kept = kept.ok_or(CirculationError::NotFound)?;
    Ok(serde_json::from_value(kept.content)?)
}

/// Whether a marker stands in place of its words.
pub(super) const fn is_gone(circulation: &Circulation) -> bool {
    matches!(
        circulation.state,
        CirculationState::Withdrawn | CirculationState::Removed
    )
}

/// Whether the reader may see that version: of what was taken back or down, nobody does but in evidence.
fn may_read_version(circulation: &Circulation, ties: Ties, number: i32) -> bool {
    let sent = circulation
        .first_version
        .is_some_and(|first| first <= number);
    !is_gone(circulation) && (ties.answers() || sent)
}
