//! Taking back what an order recorded.

use yakusho_kernel::{PersonId, PostId, UnitId};

use super::store::Want;
use super::{Ledger, Line, RowId, Timeline};
use crate::appointment::{Appointment, AppointmentId};
use crate::delegation::{Delegation, DelegationId};
use crate::order::OrderId;
use crate::organisation::{Post, Unit};
use crate::staff::Staff;

/// What an order left behind in the ledger.
#[derive(Debug, Default)]
pub(crate) struct Traces {
    pub(super) units: Trace<UnitId, Unit>,
    pub(super) posts: Trace<PostId, Post>,
    pub(super) staff: Trace<PersonId, Staff>,
    pub(super) appointments: Trace<AppointmentId, Appointment>,
    pub(super) delegations: Trace<DelegationId, Delegation>,
}

/// What an order left behind in one table.
#[derive(Debug)]
pub(super) struct Trace<K, S> {
    /// The rows that it recorded and that still stand.
    pub(super) recorded: Vec<(K, RowId)>,
    /// What it replaced, as lines that bring it back.
    pub(super) replaced: Vec<(K, Line<S>)>,
    /// By which order what it recorded was replaced since; none where by a live edit.
    pub(super) disturbed: Vec<Option<OrderId>>,
}

impl<K, S> Default for Trace<K, S> {
    fn default() -> Self {
        Self {
            recorded: Vec::new(),
            replaced: Vec::new(),
            disturbed: Vec::new(),
        }
    }
}

impl Traces {
    /// What was built on the order since: the orders, and none for live edits. Nothing if it can be taken back.
    pub(crate) fn disturbed(&self) -> Vec<Option<OrderId>> {
        let mut found = [
            &self.units.disturbed,
            &self.posts.disturbed,
            &self.staff.disturbed,
            &self.appointments.disturbed,
            &self.delegations.disturbed,
        ]
        .map(Vec::as_slice)
        .concat();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// What is to be loaded to take it back.
    pub(crate) fn want(&self, at_hand: &Ledger) -> Want {
        let recorded = self.appointments.recorded.iter();
        let held = recorded.flat_map(|(id, _)| at_hand.appointments.lines(*id));
        let replaced = self.appointments.replaced.iter().map(|(_, line)| line);
        let held: Vec<&Line<Appointment>> = held.chain(replaced).collect();
        let staff = self.staff.recorded.iter().map(|(person, _)| *person);
        let staff = staff.chain(self.staff.replaced.iter().map(|(person, _)| *person));
        let numbers = self.staff.replaced.iter();
        Want {
            people: staff
                .chain(held.iter().map(|line| line.state.person))
                .collect(),
            posts: held
                .iter()
                .map(|line| line.state.post)
                .chain(self.posts.recorded.iter().map(|(post, _)| *post))
                .collect(),
            numbers: numbers.map(|(_, line)| line.state.number.clone()).collect(),
        }
        .distinct()
    }
}

impl Ledger {
    /// Takes back what an order left behind; false where what was recorded since stands in the way.
    pub(crate) fn take_back(&mut self, traces: Traces) -> bool {
        self.units.take_back(traces.units)
            & self.posts.take_back(traces.posts)
            & self.staff.take_back(traces.staff)
            & self.appointments.take_back(traces.appointments)
            & self.delegations.take_back(traces.delegations)
    }
}

impl<K: Copy + Ord, S: Clone + PartialEq> Timeline<K, S> {
    fn take_back(&mut self, trace: Trace<K, S>) -> bool {
        for (key, row) in trace.recorded {
            self.drop_row(key, row);
        }
        let mut free = true;
        for (key, line) in trace.replaced {
            free &= self
                .lines(key)
                .iter()
                .all(|other| other.days.and(line.days).is_none());
            self.load(key, line);
        }
        free
    }
}
