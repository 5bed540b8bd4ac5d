//! Reading and confirming as one of the recipients.

use serde::Serialize;
use yakusho_kernel::{Audit, Conflict, Cx, Fault, Invalid, Saved};

use super::access::{Found, hold};
use super::forward::settle;
use crate::Authorship;
use crate::byline::name_of;
use crate::circulation::model::{CirculationId, CirculationState, CirculationView};
use crate::circulation::{policy, rules, store};
use crate::text::Remark;

/// What a version of a reply keeps.
#[derive(Serialize)]
struct Kept<'a> {
    reply: &'a str,
}

/// Notes that the one who is signed in has the circulation's present version before them. What is read in another's
/// place is not read by that other.
pub async fn see(cx: &Cx, view: &CirculationView) -> Result<(), Fault> {
    let Ok(by) = Authorship::of(cx) else {
        return Ok(());
    };
    let unread = view.mine.is_some_and(|mine| {
        mine.read_at.is_none() || (mine.changed && mine.confirmed_at.is_none())
    });
    if !unread || by.proxy.is_some() {
        return Ok(());
    }
    let tx = cx.begin().await?;
    if let Some((_, Some(own))) = store::find(&tx, view.id, Some(by.hand)).await? {
        store::see(&tx, &own, view.version).await?;
    }
    Ok(tx.commit_unaudited().await?)
}

/// Confirms that version of a circulation, where nothing was changed in substance since, with the words that a report
/// asks for; in the place of another whom one stands in for, it says so. The next rank gets it when the last of this one
/// has confirmed, and it is complete when all have.
pub async fn confirm(
    cx: &Cx,
    id: CirculationId,
    version: i32,
    reply: &str,
) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let Found {
        circulation, own, ..
    } = hold(&tx, id).await?;
    let permit = policy::may_confirm(cx, &circulation, own.as_ref())?;
    let own = own.ok_or(Fault::NotFound)?;
    circulation.expect(CirculationState::Open)?;
    circulation.stands_since(version)?;
    let reply = rules::reply(circulation.content.kind, reply)?;
    let by = Authorship::of(cx)?;
    let proxy_name = match by.proxy {
        Some(_) => Some(name_of(&tx, cx.today(), by.hand).await?),
        None => None,
    };
    let given = store::Confirmation {
        by,
        proxy_name,
        version: circulation.version,
        reply: reply.as_ref().map(Remark::as_str),
    };
    if !store::confirm(&tx, &permit, &own, given).await? {
        return Err(Conflict {
            code: own.state.code(),
        }
        .into());
    }
    let mut entry_version = None;
    if let Some(reply) = &reply {
        let kept = Kept {
            reply: reply.as_str(),
        };
        entry_version = Some(tx.keep_version(&own.id, &kept).await?);
    }
    store::count_up(&tx, &permit, id).await?;
    settle(&tx, &permit, &[id]).await?;
    let mut entry = Audit::of(permit, &id)
        .with("recipient", own.id.to_string())
        .with("version_number", circulation.version);
    if let Some(version) = entry_version {
        entry = entry.version(&version);
    }
    Ok(tx.commit(entry, ()).await?)
}

/// Changes the words given with a confirmation, as long as it is open.
pub async fn reword(
    cx: &Cx,
    id: CirculationId,
    revision: i32,
    reply: &str,
) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let Found {
        circulation, own, ..
    } = hold(&tx, id).await?;
    let permit = policy::may_reword(cx, &circulation, own.as_ref())?;
    let own = own.ok_or(Fault::NotFound)?;
    circulation.expect(CirculationState::Open)?;
    let reply = Remark::parse(reply).map_err(|reason| Invalid::field("reply", reason))?;
    store::reword(&tx, &permit, own.id, revision, reply.as_str()).await?;
    let kept = Kept {
        reply: reply.as_str(),
    };
    let version = tx.keep_version(&own.id, &kept).await?;
    let entry = Audit::of(permit, &own.id).version(&version);
    Ok(tx.commit(entry, ()).await?)
}
