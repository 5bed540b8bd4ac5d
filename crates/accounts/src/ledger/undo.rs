//! Taking back what an order changed.

use yakusho_kernel::{PersonId, PostId, UnitId};

use super::store::Want;
use super::{Days, Ledger, Timeline};
use crate::appointment::{Appointment, AppointmentId};
use crate::delegation::{Delegation, DelegationId};
use crate::order::OrderId;
use crate::organisation::{Post, Unit};
use crate::staff::Staff;

/// What an order changed.
#[derive(Debug)]
pub(crate) struct Traces {
    pub(super) units: Vec<Trace<UnitId, Unit>>,
    pub(super) posts: Vec<Trace<PostId, Post>>,
    pub(super) staff: Vec<Trace<PersonId, Staff>>,
    pub(super) appointments: Vec<Trace<AppointmentId, Appointment>>,
    pub(super) delegations: Vec<Trace<DelegationId, Delegation>>,
}

/// That an order had a thing be otherwise on certain days.
#[derive(Debug)]
pub(super) struct Trace<K, S> {
    /// The thing.
    pub(super) key: K,
    /// The days.
    pub(super) days: Days,
    /// What held before; none if nothing did.
    pub(super) before: Option<S>,
    /// What holds by the order; none if nothing does.
    pub(super) after: Option<S>,
    /// The order that has replaced it since, if one has.
    pub(super) replaced_by: Option<OrderId>,
}

/// A side of what an order changed.
#[derive(Clone, Copy, Debug)]
pub(super) enum Side {
    Before,
    After,
}

/// Something that was built on an order since: by which order; none for a live edit.
pub(crate) type BuiltUpon = Option<OrderId>;

impl Traces {
    /// What is to be loaded to take it back.
    pub(crate) fn want(&self) -> Want {
        let held = self.appointments.iter();
        let held: Vec<&Appointment> = held
            .flat_map(|trace| trace.before.iter().chain(&trace.after))
            .collect();
        let staff = self.staff.iter().map(|trace| trace.key);
        let posts = self.posts.iter().map(|trace| trace.key);
        let numbers = self.staff.iter();
        Want {
            people: staff.chain(held.iter().map(|held| held.person)).collect(),
            posts: posts.chain(held.iter().map(|held| held.post)).collect(),
            numbers: numbers
                .flat_map(|trace| trace.before.iter().chain(&trace.after))
                .map(|staff| staff.number.clone())
                .collect(),
        }
        .distinct()
    }
}

impl Ledger {
    /// Has everything be again as it was before an order, on the days on which the order changed it. What was built on it
    /// since is left alone and told; then nothing may be written.
    pub(crate) fn take_back(&mut self, traces: Traces) -> Vec<BuiltUpon> {
        let mut built = self.units.take_back(traces.units);
        built.extend(self.posts.take_back(traces.posts));
        built.extend(self.staff.take_back(traces.staff));
        built.extend(self.appointments.take_back(traces.appointments));
        built.extend(self.delegations.take_back(traces.delegations));
        built.sort_unstable();
        built.dedup();
        built
    }

    /// Has everything that an order changed be as it was on that side of it.
    pub(super) fn lay(&mut self, traces: &Traces, side: Side) {
        self.units.lay(&traces.units, side);
        self.posts.lay(&traces.posts, side);
        self.staff.lay(&traces.staff, side);
        self.appointments.lay(&traces.appointments, side);
        self.delegations.lay(&traces.delegations, side);
    }
}

impl<K: Copy + Ord, S: Clone + PartialEq> Timeline<K, S> {
    fn take_back(&mut self, traces: Vec<Trace<K, S>>) -> Vec<BuiltUpon> {
        let mut built = Vec::new();
        for trace in traces {
            if !self.holds(trace.key, trace.days, trace.after.as_ref()) {
                let now = self.lines(trace.key).iter();
                let instead = now
                    .filter(|line| line.days.and(trace.days).is_some())
                    .find_map(|line| line.cause);
                built.push(trace.replaced_by.or(instead));
            } else if let Some(before) = trace.before {
                self.put(trace.key, trace.days, before);
            } else {
                self.clear(trace.key, trace.days);
            }
        }
        built
    }

    fn lay(&mut self, traces: &[Trace<K, S>], side: Side) {
        for trace in traces {
            let state = match side {
                Side::Before => &trace.before,
                Side::After => &trace.after,
            };
            match state {
                Some(state) => self.put(trace.key, trace.days, state.clone()),
                None => self.clear(trace.key, trace.days),
            }
        }
    }

    /// Whether a thing is in that state (or, if none, in no state) on all of those days.
    fn holds(&self, key: K, days: Days, state: Option<&S>) -> bool {
        let lines = self.lines(key).iter();
        match state {
            None => lines.clone().all(|line| line.days.and(days).is_none()),
            Some(state) => {
                let same = lines.filter(|line| line.state == *state);
                days.first_outside(same.map(|line| line.days)).is_none()
            }
        }
    }
}
