//! What is done with the ledger.

use time::Date;
use yakusho_accounts::directory::{self, Audience};
use yakusho_kernel::{
    Cursor, Cx, Fault, Page, Permit, PersonId, Reading, Subject, Tx, UnitId, Whose,
};

use super::model::{Duty, DutyId, DutyKind, DutyState, NewDuty, Standing, View};
use super::{Ledger, policy, store};

/// Opens a duty, in the transaction of the act that brings it about.
pub(crate) fn owe(tx: &Tx, permit: &Permit, new: NewDuty) -> DutyId {
    let id: DutyId = tx.cx().new_id();
    let duty = Duty {
        id,
        kind: new.kind,
        rule: new.rule,
        by: new.by,
        due: new.due,
        about: new.about.unwrap_or_else(|| id.reference()),
        params: new.params,
        state: DutyState::Open,
        opened_at: tx.cx().now(),
        opened_by: tx.entry(),
        ended: None,
    };
    store::insert(tx, permit, &duty);
    id
}

/// Ends what is owed of that kind about something, in the transaction of the act that does it: its audit entry is the
/// evidence. Says how many duties that were.
pub(crate) async fn fulfil(
    tx: &Tx,
    permit: &Permit,
    kind: DutyKind,
    about: &impl Subject,
    remark: Option<&str>,
) -> Result<u64, Fault> {
    let about = about.reference();
    Ok(store::end(tx, permit, kind, &about, DutyState::Done, remark).await?)
}

/// The same for an act that makes it needless, for that reason.
pub(crate) async fn waive(
    tx: &Tx,
    permit: &Permit,
    kind: DutyKind,
    about: &impl Subject,
    reason: &str,
) -> Result<u64, Fault> {
    let about = about.reference();
    Ok(store::end(tx, permit, kind, &about, DutyState::Dropped, Some(reason)).await?)
}

/// Whose duties a view shows.
pub(super) async fn whose(cx: &Cx, view: View) -> Result<Whose, Fault> {
    let scope = policy::scope(cx, view)?;
    if scope.everyone {
        return Ok(Whose::Everyone);
    }
    if scope.units.is_empty() {
        return Ok(Whose::Theirs {
            people: scope.people,
            debtors: scope.debtors,
            units: Vec::new(),
        });
    }
    let (units, people) = below(&cx.reader(), cx.today(), &scope.units).await?;
    Ok(Whose::Theirs {
        people,
        debtors: Vec::new(),
        units,
    })
}

/// These units with all below them, and the people who belong there.
async fn below(
    on: &impl Reading,
    today: Date,
    headed: &[UnitId],
) -> Result<(Vec<UnitId>, Vec<PersonId>), Fault> {
    let tree = directory::units(on, today).await?;
    let mut units = headed.to_vec();
    // What is above comes first in the tree.
    for node in &tree {
        let within = node.parent.is_some_and(|parent| units.contains(&parent));
        if within && !units.contains(&node.id) {
            units.push(node.id);
        }
    }
    let audience = Audience {
        units: headed.to_vec(),
        ..Audience::default()
    };
    let people = directory::expand(on, today, &audience).await?;
    Ok((units, people.into_iter().map(|one| one.person).collect()))
}

/// A duty of the ledger.
pub async fn show(cx: &Cx, id: DutyId) -> Result<Duty, Fault> {
    find(&cx.reader(), cx, id).await
}

/// The duty, if the one who acts may see that it exists.
pub(super) async fn find(on: &impl Reading, cx: &Cx, id: DutyId) -> Result<Duty, Fault> {
    let duty = store::find(on, id).await?.ok_or(Fault::NotFound)?;
    let headed = policy::scope(cx, View::Section).map_or_else(|_| Vec::new(), |scope| scope.units);
    let (units, people) = if headed.is_empty() {
        (Vec::new(), Vec::new())
    } else {
        below(on, cx.today(), &headed).await?
    };
    if policy::sees(cx, &duty, &units, &people) {
        Ok(duty)
    } else {
        Err(Fault::NotFound)
    }
}

/// A page of what was done or dropped, the latest first.
pub async fn closed(
    cx: &Cx,
    view: View,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Duty>, Fault> {
    let whose = whose(cx, view).await?;
    let after = after.map(Cursor::key).transpose()?;
    let found = store::closed(&cx.reader(), &whose, after, size + 1).await?;
    Ok(Page::of(found, size, |duty| {
        let at = duty.ended.as_ref().map_or(0, |ended| ended.at.millis());
        (at, duty.id)
    }))
}

/// How it stood with what was owed at the end of that day, as it was known then; today, as it stands.
pub async fn standing(cx: &Cx, ledger: &Ledger, day: Date) -> Result<Standing, Fault> {
    if day >= cx.today() {
        return Ok(Standing {
            tallies: ledger.tally(cx).await?,
            known: day == cx.today(),
        });
    }
    let found = store::states(&cx.reader(), day).await?;
    Ok(Standing {
        known: found.is_some(),
        tallies: found.unwrap_or_default(),
    })
}
