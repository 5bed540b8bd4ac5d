//! Taking in a whole organisation at once.

use yakusho_kernel::{Audit, Cx, Fault, PersonId, PostId, Saved, UnitId};

use super::change::fits;
use super::store::{self, Want};
use super::{Days, policy};
use crate::appointment::Appointment;
use crate::organisation::{Post, Unit};
use crate::staff::Staff;

/// What is taken in, each with its days. Ids are made by the caller, so that one part can name another.
#[derive(Clone, Debug, Default)]
pub struct Founding {
    /// Units.
    pub units: Vec<(UnitId, Days, Unit)>,
    /// Posts.
    pub posts: Vec<(PostId, Days, Post)>,
    /// Staff, with numbers that nobody bears.
    pub staff: Vec<(PersonId, Days, Staff)>,
    /// Appointments of these staff.
    pub appointments: Vec<(Days, Appointment)>,
}

/// Takes in a whole organisation, or a part of one, with one entry in the audit trail.
pub async fn found(cx: &Cx, founding: Founding) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let permit = policy::may_found(cx)?;
    store::lock(&tx).await?;
    let posts = founding.appointments.iter().map(|(_, one)| one.post);
    let want = Want {
        numbers: founding
            .staff
            .iter()
            .map(|(_, _, staff)| staff.number.clone())
            .collect(),
        posts: posts.collect(),
        ..Want::default()
    };
    let mut ledger = store::load(&tx, &want.distinct()).await?;
    let people = founding.staff.len();
    for (unit, days, state) in founding.units {
        ledger.units.put(unit, days, state);
    }
    for (post, days, state) in founding.posts {
        ledger.posts.put(post, days, state);
    }
    for (person, days, state) in founding.staff {
        ledger.staff.put(person, days, state);
    }
    for (days, state) in founding.appointments {
        ledger.appointments.put(cx.new_id(), days, state);
    }
    fits(&ledger)?;
    let written = store::write(&tx, &permit, &ledger, None).await?;
    let entry = Audit::at_large(permit)
        .with("staff", people)
        .with("rows", written.added);
    Ok(tx.commit(entry, ()).await?)
}
