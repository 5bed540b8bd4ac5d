//! A live edit on its way: permitted, worked out and checked, to be looked at before it is made.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::{Value, json};
use time::Date;
use yakusho_kernel::{Audit, Cx, DbError, Fault, Permit, Ref, Saved, Subject};

use super::change::fits;
use super::store::{self, Want};
use super::{Change, bindings, paths};
use crate::delegation;
use crate::order::{Difference, Holdings, compare};

/// An edit that fits together with everything else, and is not made yet. Dropped, it leaves nothing behind. Others who
/// edit wait for it.
#[must_use]
#[derive(Debug)]
pub struct Edit<T> {
    change: Change,
    permit: Permit,
    subject: Ref,
    content: Value,
    out: T,
    shown_on: Date,
}

impl Change {
    /// Ends the delegations that the change takes the ground from, and checks that everything fits together.
    pub(crate) fn ready<T>(
        mut self,
        permit: Permit,
        subject: &impl Subject,
        content: &impl serde::Serialize,
        out: T,
    ) -> Result<Edit<T>, Fault> {
        delegation::end_groundless(&mut self.ledger, self.day);
        fits(&self.ledger)?;
        Ok(Edit {
            subject: subject.reference(),
            shown_on: self.day,
            content: json!({ "from": self.day.to_string(), "content": content }),
            change: self,
            permit,
            out,
        })
    }
}

impl<T> Edit<T> {
    /// Makes the edit: writes the difference with a version of what was entered.
    pub async fn make(self) -> Result<Saved<T>, Fault> {
        let Change { tx, ledger, day } = self.change;
        let written = store::write(&tx, &self.permit, &ledger, None).await?;
        let version = tx.keep_version(&self.subject, &self.content).await?;
        let entry = Audit::of(self.permit, &self.subject)
            .version(&version)
            .with("from", day.to_string())
            .with("rows", written.added);
        Ok(tx.commit(entry, self.out).await?)
    }

    /// The same, its difference shown on that day where it is earlier than the one from which it holds.
    pub(crate) fn shown_on(self, day: Date) -> Self {
        Self {
            shown_on: self.shown_on.min(day),
            ..self
        }
    }

    /// What would be different on the first day that the edit touches: the same as the preview of an order shows.
    pub async fn difference(
        &mut self,
        cx: &Cx,
        holdings: &[Arc<dyn Holdings>],
    ) -> Result<Difference, Fault> {
        let want = self.concerned(cx).await?;
        let Change { tx, ledger, .. } = &self.change;
        let before = store::load(tx, &want).await?;
        let difference = compare(cx.city(), &before, ledger, self.shown_on);
        difference.with_held(cx, self.shown_on, holdings).await
    }

    /// Loads whoever holds a role, before or after, or a post with one of those concerned.
    async fn concerned(&mut self, cx: &Cx) -> Result<Want, DbError> {
        let Change { tx, ledger, .. } = &mut self.change;
        let mut posts: BTreeSet<_> = store::role_posts(tx).await?.into_iter().collect();
        let bound = bindings(cx.city(), ledger, &paths(&ledger.units));
        posts.extend(bound.into_iter().map(|bound| bound.post));
        let held = ledger.appointments.all();
        posts.extend(held.map(|(_, line)| line.state.post));
        let posts: Vec<_> = posts.into_iter().collect();
        store::add(tx, ledger, &Want::holders(posts.clone())).await?;
        let held = ledger.appointments.all();
        let holders = held.map(|(_, line)| line.state.person);
        let people = holders.chain(ledger.staff.keys()).collect();
        let want = Want {
            people,
            posts,
            numbers: Vec::new(),
        }
        .distinct();
        store::add(tx, ledger, &want).await?;
        Ok(want)
    }
}
