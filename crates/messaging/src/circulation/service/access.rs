//! Finding a circulation, with how it stands to the one who acts.

use serde_json::{Value, json};
use time::Date;
use yakusho_kernel::{Conflict, Cx, Fault, PersonId, Reading, Tx};

use crate::Authorship;
use crate::circulation::model::{Circulation, CirculationId, Own};
use crate::circulation::policy::Ties;
use crate::circulation::{policy, store};

/// A circulation, and what it is to the one who acts.
pub(super) struct Found {
    pub(super) circulation: Circulation,
    /// How it stands to them, or to the one whom they stand in for, as one of its recipients.
    pub(super) own: Option<Own>,
    pub(super) ties: Ties,
}

/// The one as whom circulations are read: who is signed in, or the one whom they stand in for.
pub(super) fn reader(cx: &Cx) -> Option<PersonId> {
    Authorship::of(cx).ok().map(|by| by.author)
}

/// The circulation, if the one who acts may see that it exists.
pub(super) async fn find(on: &impl Reading, cx: &Cx, id: CirculationId) -> Result<Found, Fault> {
    let found = store::find(on, id, reader(cx)).await?;
    let (circulation, own) = found.ok_or(Fault::NotFound)?;
    let ties = policy::ties(cx, &circulation, own.as_ref());
    if !ties.sees() {
        return Err(Fault::NotFound);
    }
    Ok(Found {
        circulation,
        own,
        ties,
    })
}

/// The same for an act that changes it: nobody else does until this one ends.
pub(super) async fn hold(tx: &Tx, id: CirculationId) -> Result<Found, Fault> {
    store::lock(tx, &[id]).await?;
    find(tx, tx.cx(), id).await
}

/// The same, if it is still as it was when it was read.
pub(super) async fn hold_at(tx: &Tx, id: CirculationId, revision: i32) -> Result<Found, Fault> {
    let found = hold(tx, id).await?;
    Conflict::CHANGED.unless(found.circulation.revision == revision)?;
    Ok(found)
}

/// What every notice about a circulation says.
pub(in crate::circulation) fn said(title: &str, byline: &str, due: Option<Date>) -> Value {
    let due = due.map(|due| due.to_string());
    json!({ "title": title, "byline": byline, "due": due })
}

impl Circulation {
    /// What every notice about it says.
    pub(super) fn said(&self) -> Value {
        said(self.content.title.as_str(), &self.byline, self.content.due)
    }
}
