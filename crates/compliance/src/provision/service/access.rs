//! Finding a provision, with how it stands to the one who acts.

use serde_json::{Value, json};
use time::Date;
use yakusho_accounts::role;
use yakusho_kernel::{Conflict, Cx, DbError, Fault, Notice, PersonId, Reading, Tx, UnitId};
use yakusho_regulation::Role;

use crate::inventory;
use crate::procedure::{Holder, holding_today};
use crate::provision::model::{Agreement, Provision, ProvisionId};
use crate::provision::policy::{self, Ties};
use crate::provision::store;

/// That there is no agreement yet.
const NOT_DRAWN_UP: Conflict = Conflict {
    code: "agreement_missing",
};

/// A provision, its agreement, and what it is to the one who acts.
pub(super) struct Found {
    pub(super) provision: Provision,
    pub(super) agreement: Option<Agreement>,
    pub(super) ties: Ties,
}

/// The provision, if the one who acts may see that it exists.
pub(super) async fn find(on: &impl Reading, cx: &Cx, id: ProvisionId) -> Result<Found, Fault> {
    let provision = store::find(on, id).await?.ok_or(Fault::NotFound)?;
    let ties = policy::ties(cx, provision.section);
    if !ties.sees {
        return Err(Fault::NotFound);
    }
    let agreement = store::agreement_on(on, id).await?;
    Ok(Found {
        provision,
        agreement,
        ties,
    })
}

/// The same for an act on its agreement: nobody else acts on the provision until this one ends.
pub(super) async fn hold(tx: &Tx, id: ProvisionId) -> Result<(Provision, Agreement, Ties), Fault> {
    store::lock(tx, id).await?;
    let found = find(tx, tx.cx(), id).await?;
    let agreement = found.agreement.ok_or(NOT_DRAWN_UP)?;
    Ok((found.provision, agreement, found.ties))
}

/// The same, if the agreement is still as it was when it was read.
pub(super) async fn hold_at(
    tx: &Tx,
    id: ProvisionId,
    revision: i32,
) -> Result<(Provision, Agreement, Ties), Fault> {
    let held = hold(tx, id).await?;
    Conflict::CHANGED.unless(held.1.revision == revision)?;
    Ok(held)
}

/// Those who answer for a section today.
pub(in crate::provision) async fn heads(
    on: &impl Reading,
    today: Date,
    section: UnitId,
) -> Result<Vec<PersonId>, DbError> {
    role::leaders(on, today, &[section]).await
}

/// Those who are the general manager today, or stand in for whoever is.
pub(super) async fn general(on: &impl Reading, today: Date) -> Result<Vec<PersonId>, DbError> {
    holding_today(on, today, &[Holder::Role(Role::GeneralManager, None)]).await
}

/// What every notice about a provision says.
pub(in crate::provision) fn said_of(data: &str, recipient: &str, due: Option<Date>) -> Value {
    json!({
        "data": data,
        "recipient": recipient,
        "due": due.map(|due| due.to_string()),
    })
}

/// Tells people of a provision; not the one who acts.
pub(super) async fn tell(
    tx: &Tx,
    provision: &Provision,
    kind: &'static str,
    key: String,
    mut people: Vec<PersonId>,
) -> Result<(), Fault> {
    let data = inventory::store::data_set(tx, provision.data).await?;
    let data = data.map(|data| data.name).unwrap_or_default();
    people.sort_unstable();
    people.dedup();
    people.retain(|person| Some(*person) != tx.cx().actor().person());
    let notice = Notice::new(kind, &provision.id).keyed(key).params(said_of(
        &data,
        &provision.recipient,
        None,
    ));
    Ok(tx.notify(&people, &notice).await?)
}
