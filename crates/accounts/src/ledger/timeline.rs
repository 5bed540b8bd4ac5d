//! What holds on which days, for many things of one kind, and what a change does to it.
//!
//! Nothing is overwritten: a change drops lines and adds others, and both are told apart from what was recorded before,
//! so that exactly the difference is written.

use std::collections::BTreeMap;

use time::Date;

use super::{Days, RowId};
use crate::order::OrderId;

/// That a thing is in a certain state on certain days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<S> {
    /// The row that says so; none until it is recorded.
    pub row: Option<RowId>,
    /// The order that recorded it; none for a live edit.
    pub cause: Option<OrderId>,
    /// On which days.
    pub days: Days,
    /// The state.
    pub state: S,
}

impl<S> Line<S> {
    /// A line that is not recorded yet.
    const fn new(days: Days, state: S) -> Self {
        Self {
            row: None,
            cause: None,
            days,
            state,
        }
    }
}

/// The states of many things of one kind over the days, as known now. On no day is a thing in two states.
#[derive(Clone, Debug)]
pub struct Timeline<K, S> {
    things: BTreeMap<K, Vec<Line<S>>>,
    dropped: Vec<RowId>,
}

impl<K, S> Default for Timeline<K, S> {
    fn default() -> Self {
        Self {
            things: BTreeMap::new(),
            dropped: Vec::new(),
        }
    }
}

impl<K: Copy + Ord, S: Clone + PartialEq> Timeline<K, S> {
    /// Takes in a line, once, and not again after it was dropped.
    pub(super) fn load(&mut self, key: K, line: Line<S>) {
        let lines = self.things.entry(key).or_default();
        if let Some(row) = line.row
            && (self.dropped.contains(&row) || lines.iter().any(|other| other.row == Some(row)))
        {
            return;
        }
        let at = lines.partition_point(|other| other.days < line.days);
        lines.insert(at, line);
    }

    /// The lines of a thing, the first days first.
    pub fn lines(&self, key: K) -> &[Line<S>] {
        self.things.get(&key).map_or(&[], Vec::as_slice)
    }

    /// Every line.
    pub fn all(&self) -> impl Iterator<Item = (K, &Line<S>)> {
        self.things
            .iter()
            .flat_map(|(key, lines)| lines.iter().map(|line| (*key, line)))
    }

    /// Every thing.
    pub fn keys(&self) -> impl Iterator<Item = K> {
        self.things.keys().copied()
    }

    /// What holds on that day.
    pub fn on(&self, day: Date) -> impl Iterator<Item = (K, &Line<S>)> {
        self.all().filter(move |(_, line)| line.days.contains(day))
    }

    /// The line that holds for a thing on that day.
    pub fn line_at(&self, key: K, day: Date) -> Option<&Line<S>> {
        self.lines(key).iter().find(|line| line.days.contains(day))
    }

    /// The state of a thing on that day.
    pub fn at(&self, key: K, day: Date) -> Option<&S> {
        self.line_at(key, day).map(|line| &line.state)
    }

    /// Has a thing be in that state on those days, whatever was said of them before. Where it is in the same state right
    /// before or after, one line says so.
    pub fn put(&mut self, key: K, days: Days, state: S) {
        self.clear(key, days);
        let mut whole = days;
        let lines = self.things.entry(key).or_default();
        for line in lines.extract_if(.., |line| line.days.touches(days) && line.state == state) {
            self.dropped.extend(line.row);
            whole = whole.and_touching(line.days);
        }
        self.load(key, Line::new(whole, state));
    }

    /// Has nothing be said of a thing on those days.
    pub fn clear(&mut self, key: K, days: Days) {
        let Some(lines) = self.things.get_mut(&key) else {
            return;
        };
        let (cut, kept): (Vec<_>, Vec<_>) = lines
            .drain(..)
            .partition(|line| line.days.and(days).is_some());
        *lines = kept;
        for line in cut {
            self.dropped.extend(line.row);
            for rest in line.days.without(days).into_iter().flatten() {
                self.load(key, Line::new(rest, line.state.clone()));
            }
        }
    }

    /// Changes the state on those of the days on which there is one; lines that stay the same are left alone.
    pub fn amend(&mut self, key: K, days: Days, change: impl Fn(&mut S)) {
        let changed: Vec<(Days, S)> = self
            .lines(key)
            .iter()
            .filter_map(|line| {
                let mut state = line.state.clone();
                change(&mut state);
                let days = line.days.and(days)?;
                (state != line.state).then_some((days, state))
            })
            .collect();
        for (days, state) in changed {
            self.put(key, days, state);
        }
    }

    /// The rows that no longer hold.
    pub(super) fn dropped(&self) -> &[RowId] {
        &self.dropped
    }

    /// The lines that are not recorded yet.
    pub(super) fn added(&self) -> impl Iterator<Item = (K, &Line<S>)> {
        self.all().filter(|(_, line)| line.row.is_none())
    }

    /// Whether anything changed since it was loaded.
    pub fn is_changed(&self) -> bool {
        !self.dropped.is_empty() || self.added().next().is_some()
    }
}
