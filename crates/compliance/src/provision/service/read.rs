//! Reading provisions.

use yakusho_attachments::{AttachmentId, Bearer};
use yakusho_kernel::{Cursor, Cx, Fault, Page};

use super::access::{Found, find};
use crate::procedure::CaseId;
use crate::provision::model::{
    Event, ProvisionId, ProvisionRow, ProvisionView, Release, Standing, View,
};
use crate::provision::{policy, store};

/// A page of a list of provisions.
pub async fn list(
    cx: &Cx,
    view: View,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<ProvisionRow>, Fault> {
    let scope = policy::scope(cx).ok_or(Fault::NotFound)?;
    let after = after.map(Cursor::key).transpose()?;
    let rows = store::page(&cx.reader(), &scope, view, cx.today(), after, size + 1).await?;
    Ok(Page::of(rows, size, |(_, place)| *place).map(|(row, _)| row))
}

/// The provision that a consultation granted, if it granted one that the reader sees.
pub async fn of_case(cx: &Cx, case: CaseId) -> Result<Option<ProvisionId>, Fault> {
    let found = store::of_case(&cx.reader(), case).await?;
    let seen = found.filter(|provision| policy::ties(cx, provision.section).sees);
    Ok(seen.map(|provision| provision.id))
}

/// A provision on its own page.
pub async fn show(cx: &Cx, id: ProvisionId) -> Result<ProvisionView, Fault> {
    let Found {
        provision,
        agreement,
        ties,
    } = find(&cx.reader(), cx, id).await?;
    let standing = agreement
        .as_ref()
        .map_or(Standing::Unagreed, |one| one.term().standing(cx.today()));
    Ok(ProvisionView {
        may: policy::rights(agreement.as_ref(), standing, &ties),
        provision,
        agreement,
        standing,
    })
}

/// The releases of a provision, the last first.
pub async fn releases(
    cx: &Cx,
    id: ProvisionId,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Release>, Fault> {
    let on = cx.reader();
    find(&on, cx, id).await?;
    let after = after.map(Cursor::key).transpose()?;
    let found = store::releases(&on, id, after, size + 1).await?;
    Ok(Page::of(found, size, |one| {
        (one.on.to_julian_day(), one.id)
    }))
}

/// What happened to what was released, the last first.
pub async fn events(
    cx: &Cx,
    id: ProvisionId,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Event>, Fault> {
    let on = cx.reader();
    find(&on, cx, id).await?;
    let after = after.map(Cursor::key).transpose()?;
    let found = store::events(&on, id, after, size + 1).await?;
    Ok(Page::of(found, size, |one| {
        (one.on.to_julian_day(), one.id)
    }))
}

impl Bearer for ProvisionId {
    /// Whoever sees a provision has the papers of its agreement, the reports and the certificate.
    async fn lets(&self, cx: &Cx, _: AttachmentId) -> Result<bool, Fault> {
        find(&cx.reader(), cx, *self).await.map(|_| true)
    }
}
