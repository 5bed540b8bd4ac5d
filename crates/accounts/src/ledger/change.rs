//! The frame of every act on the ledger: load, change in memory, check, write.

use serde_json::json;
use time::Date;
use time::macros::date;
use yakusho_kernel::{Audit, Conflict, Cx, Fault, Invalid, Permit, Reason, Saved, Subject, Tx};

use super::store::{self, Want};
use super::{Days, Ledger, Place, RowId, Timeline, check};
use crate::delegation;

/// The first and the last day on which a change may begin: whatever lies outside was mistyped.
const EARLIEST: Date = date!(1889 - 04 - 01);
const LATEST: Date = date!(2199 - 12 - 31);

/// That everything fits together; breaches are faults of the fields `unit`, `post` and `person`.
pub(super) fn fits(ledger: &Ledger) -> Result<(), Invalid> {
    let mut invalid = Invalid::default();
    for breach in check(ledger) {
        let field = match breach.at {
            Place::Unit(_) => "unit",
            Place::Post(_) => "post",
            Place::Person(..) => "person",
        };
        invalid.push(field, Reason::Code(breach.kind.code()));
    }
    invalid.check()
}

/// An act under way: what is known now, to be changed and written.
#[derive(Debug)]
pub(crate) struct Change {
    pub(crate) tx: Tx,
    pub(crate) ledger: Ledger,
    day: Date,
}

impl Change {
    /// Begins an act whose effect begins on `day`: waits for other acts on the ledger, then loads what is wanted.
    pub(crate) async fn begin(cx: &Cx, day: Date, want: Want) -> Result<Self, Fault> {
        if !(EARLIEST..=LATEST).contains(&day) {
            return Err(Invalid::field("from", Reason::Code("day_out_of_range")).into());
        }
        let tx = cx.begin().await?;
        store::lock(&tx).await?;
        let ledger = store::load(&tx, &want).await?;
        Ok(Self { tx, ledger, day })
    }

    /// Loads more.
    pub(crate) async fn also(&mut self, want: Want) -> Result<(), Fault> {
        Ok(store::add(&self.tx, &mut self.ledger, &want).await?)
    }

    /// Ends the delegations that the change takes the ground from, checks that everything fits together, writes the
    /// difference with a version of `content`, and commits.
    pub(crate) async fn commit<T>(
        mut self,
        permit: Permit,
        subject: &impl Subject,
        content: &impl serde::Serialize,
        out: T,
    ) -> Result<Saved<T>, Fault> {
        delegation::end_groundless(&mut self.ledger, self.day);
        fits(&self.ledger)?;
        let written = store::write(&self.tx, &permit, &self.ledger, None).await?;
        let content = json!({ "from": self.day.to_string(), "content": content });
        let version = self.tx.keep_version(subject, &content).await?;
        let entry = Audit::of(permit, subject)
            .version(&version)
            .with("from", self.day.to_string())
            .with("rows", written.added);
        Ok(self.tx.commit(entry, out).await?)
    }
}

impl<K: Copy + Ord, S: Clone + PartialEq> Timeline<K, S> {
    /// That the line which its editor read still stands, and holds on `day`.
    pub(crate) fn as_read(&self, key: K, row: RowId, day: Date) -> Result<(), Fault> {
        if self.lines(key).is_empty() {
            return Err(Fault::NotFound);
        }
        if !self.lines(key).iter().any(|line| line.row == Some(row)) {
            return Err(Conflict::CHANGED.into());
        }
        self.at(key, day).map(drop).ok_or(Fault::NotFound)
    }

    /// Has the thing be no more from that day on.
    pub(crate) fn end(&mut self, key: K, day: Date) {
        self.clear(key, Days::from(day));
    }
}
