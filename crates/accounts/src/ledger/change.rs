//! The frame of every act on the ledger: load, change in memory, check, write.

use std::collections::BTreeSet;

use time::Date;
use time::macros::date;
use yakusho_kernel::{Conflict, Cx, Fault, Invalid, Permit, Reason, Saved, Subject, Tx};

use super::store::{self, Want};
use super::{BreachKind, Days, Ledger, RowId, Timeline, check};

/// The first and the last day on which a change may begin: whatever lies outside was mistyped.
const EARLIEST: Date = date!(1889 - 04 - 01);
const LATEST: Date = date!(2199 - 12 - 31);

/// That everything fits together; breaches are faults of fields, each kind once for a field.
pub(super) fn fits(ledger: &Ledger) -> Result<(), Invalid> {
    let breaches = check(ledger).into_iter().map(|breach| breach.kind);
    let faults: BTreeSet<_> = breaches.map(|kind| (field(kind), kind.code())).collect();
    let mut invalid = Invalid::default();
    for (field, code) in faults {
        invalid.push(field, Reason::Code(code));
    }
    invalid.check()
}

/// The field that a breach shows at.
const fn field(breach: BreachKind) -> &'static str {
    match breach {
        BreachKind::ParentMissing | BreachKind::ParentRank | BreachKind::Circle => "parent",
        BreachKind::CodeTaken => "code",
        BreachKind::UnitMissing => "unit",
        BreachKind::TitleTaken => "title",
        BreachKind::TwoHeadPosts => "head",
        BreachKind::NumberTaken => "number",
        BreachKind::PostMissing
        | BreachKind::NotEmployed
        | BreachKind::TwoMainPosts
        | BreachKind::NoMainPost
        | BreachKind::HeldTwice
        | BreachKind::TwoHolders => "post",
    }
}

/// An act under way: what is known now, to be changed and written.
#[derive(Debug)]
pub(crate) struct Change {
    pub(crate) tx: Tx,
    pub(crate) ledger: Ledger,
    pub(super) day: Date,
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

    /// Makes the change at once.
    pub(crate) async fn commit<T>(
        self,
        permit: Permit,
        subject: &impl Subject,
        content: &impl serde::Serialize,
        out: T,
    ) -> Result<Saved<T>, Fault> {
        self.ready(permit, subject, content, out)?.make().await
    }
}

impl<K: Copy + Ord, S: Clone + PartialEq> Timeline<K, S> {
    /// That the line which its editor read still stands, and holds on `day`.
    pub(crate) fn as_read(&self, key: K, row: RowId, day: Date) -> Result<(), Fault> {
        if self.lines(key).is_empty() {
            return Err(Fault::NotFound);
        }
        Conflict::CHANGED.unless(self.lines(key).iter().any(|line| line.row == Some(row)))?;
        self.at(key, day).map(drop).ok_or(Fault::NotFound)
    }

    /// Has the thing be no more from that day on.
    pub(crate) fn end(&mut self, key: K, day: Date) {
        self.clear(key, Days::from(day));
    }
}
