//! A naive model of the ledger: what holds on each day, day by day, and what an order changed.

use std::collections::{BTreeMap, BTreeSet};

use yakusho_accounts::staff::Status;

/// Days are counted from the first of the test; what has no end holds until this one.
pub(super) const LAST: usize = 24;

/// The posts of the test, by number; those in [`HEADS`] are heads.
pub(super) const HEADS: [usize; 2] = [0, 2];

/// A change of one thing on one day: an appointment by its number, or the status of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cell {
    /// Whether an appointment holds.
    Held(usize, usize),
    /// Whether a person is here.
    Status(usize, usize),
}

/// What stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// The appointment holds: person, post, main.
    Held(usize, usize, bool),
    /// The person is here, away or gone.
    Status(Status),
}

/// What holds, cell by cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Model {
    pub(super) cells: BTreeMap<Cell, Value>,
    appointments: usize,
}

/// A line of an order.
#[derive(Clone, Copy, Debug)]
pub(super) enum Line {
    /// Appointed to a post, as the main one or not, until a day.
    Appoint(usize, usize, bool, Option<usize>),
    /// The appointment to a post ends.
    Relieve(usize, usize),
    /// Another status, until a day; leaving and coming back have no end.
    Status(usize, Status, Option<usize>),
}

impl Line {
    /// When among the lines of an order it is carried out.
    pub(super) fn turn(self) -> u8 {
        match self {
            Self::Relieve(..) | Self::Status(..) => 0,
            Self::Appoint(_, _, true, _) => 1,
            Self::Appoint(_, _, false, _) => 2,
        }
    }
}

impl Model {
    pub(super) fn begin(mains: &[usize]) -> Self {
        let mut model = Self::default();
        for (person, main) in mains.iter().enumerate() {
            for day in 0..=LAST {
                let here = Value::Status(Status::Active);
                model.cells.insert(Cell::Status(person, day), here);
            }
            model.add(person, *main, true, 0, None);
        }
        model
    }

    fn add(&mut self, person: usize, post: usize, main: bool, first: usize, last: Option<usize>) {
        let id = self.appointments;
        self.appointments += 1;
        for day in first..=last.unwrap_or(LAST) {
            let value = Value::Held(person, post, main);
            self.cells.insert(Cell::Held(id, day), value);
        }
    }

    /// Who holds what on a day, with the numbers of the appointments.
    pub(super) fn held(&self, day: usize) -> Vec<(usize, (usize, usize, bool))> {
        (0..self.appointments)
            .filter_map(|id| match self.cells.get(&Cell::Held(id, day)) {
                Some(Value::Held(person, post, main)) => Some((id, (*person, *post, *main))),
                _ => None,
            })
            .collect()
    }

    pub(super) fn status(&self, person: usize, day: usize) -> Status {
        match self.cells.get(&Cell::Status(person, day)) {
            Some(Value::Status(status)) => *status,
            _ => Status::Left,
        }
    }

    fn end(&mut self, id: usize, from: usize) {
        for day in from..=LAST {
            self.cells.remove(&Cell::Held(id, day));
        }
    }

    pub(super) fn appoint(
        &mut self,
        person: usize,
        post: usize,
        main: bool,
        first: usize,
        last: Option<usize>,
    ) {
        for (id, (by, of, as_main)) in self.held(first) {
            let before = first > 0 && self.cells.contains_key(&Cell::Held(id, first - 1));
            if by == person && before && (of == post || main && as_main) {
                self.end(id, first);
            }
        }
        self.add(person, post, main, first, last);
    }

    /// Ends what a person holds of a post on a day; false if nothing.
    pub(super) fn relieve(&mut self, person: usize, post: usize, from: usize) -> bool {
        let held = self.held(from);
        let found = held
            .iter()
            .find(|(_, (by, of, _))| (*by, *of) == (person, post));
        if let Some((id, _)) = found {
            self.end(*id, from);
        }
        found.is_some()
    }

    pub(super) fn set_status(
        &mut self,
        person: usize,
        status: Status,
        first: usize,
        last: Option<usize>,
    ) {
        let last = last.filter(|_| status != Status::Left).unwrap_or(LAST);
        for day in first..=last {
            if status == Status::Left || self.status(person, day).is_employed() {
                self.cells
                    .insert(Cell::Status(person, day), Value::Status(status));
            }
        }
        if status == Status::Left {
            for id in 0..self.appointments {
                let of = (0..=LAST).find_map(|day| self.cells.get(&Cell::Held(id, day)));
                if matches!(of, Some(Value::Held(by, ..)) if *by == person) {
                    self.end(id, first);
                }
            }
        }
    }

    /// Carries an order out; none if a line does not fit.
    pub(super) fn order(&self, day: usize, lines: &[Line]) -> Option<Self> {
        let mut model = self.clone();
        let mut lines = lines.to_vec();
        lines.sort_by_key(|line| line.turn());
        let mut fits = true;
        let mut mains = BTreeSet::new();
        for line in lines {
            // Nobody is appointed to a main post twice by one order, not even to the same one.
            if let Line::Appoint(person, _, true, _) = line {
                fits &= mains.insert(person);
            }
            fits &= model.line(day, line);
        }
        (fits && model.is_sound()).then_some(model)
    }

    fn line(&mut self, day: usize, line: Line) -> bool {
        let (Line::Appoint(person, ..) | Line::Relieve(person, _) | Line::Status(person, ..)) =
            line;
        if let Line::Relieve(person, post) = line {
            return self.relieve(person, post, day);
        }
        if !self.status(person, day).is_employed() {
            return false;
        }
        match line {
            Line::Appoint(person, post, main, last) => {
                let held = self.held(day);
                let held = held
                    .iter()
                    .find(|(_, (by, of, _))| (*by, *of) == (person, post));
                if let Some((id, (_, _, as_main))) = held {
                    let for_good =
                        (day..=LAST).all(|day| self.cells.contains_key(&Cell::Held(*id, day)));
                    if last.is_none() && for_good && *as_main == main {
                        return true;
                    }
                    if !main || *as_main && last.is_none() {
                        return false;
                    }
                }
                self.appoint(person, post, main, day, last);
            }
            Line::Status(person, Status::Active, _) if !self.status(person, day).is_away() => {
                return false;
            }
            Line::Status(person, status, last) => self.set_status(person, status, day, last),
            Line::Relieve(..) => {}
        }
        true
    }

    /// Whether everything fits together on every day.
    pub(super) fn is_sound(&self) -> bool {
        (0..=LAST).all(|day| {
            let held: Vec<_> = self.held(day).into_iter().map(|(_, held)| held).collect();
            let employed = held
                .iter()
                .all(|(person, ..)| self.status(*person, day).is_employed());
            let once: BTreeSet<_> = held
                .iter()
                .map(|(person, post, _)| (person, post))
                .collect();
            let mains = |who: usize| {
                let mains = held
                    .iter()
                    .filter(|(person, _, main)| *person == who && *main);
                mains.count()
            };
            let one_main = held.iter().all(|(person, ..)| mains(*person) == 1);
            let one_head = HEADS
                .iter()
                .all(|head| held.iter().filter(|(_, post, _)| post == head).count() <= 1);
            employed && once.len() == held.len() && one_main && one_head
        })
    }

    /// The cells in which this differs from an earlier state, with what stood there.
    pub(super) fn since(&self, earlier: &Self) -> Vec<(Cell, Option<Value>, Option<Value>)> {
        let cells: BTreeSet<_> = self.cells.keys().chain(earlier.cells.keys()).collect();
        cells
            .into_iter()
            .map(|cell| (*cell, earlier.cells.get(cell), self.cells.get(cell)))
            .filter(|(_, before, after)| before != after)
            .map(|(cell, before, after)| (cell, before.copied(), after.copied()))
            .collect()
    }

    /// Undoes what an order changed; none if something was built on it.
    pub(super) fn undo(&self, changed: &[(Cell, Option<Value>, Option<Value>)]) -> Option<Self> {
        let mut model = self.clone();
        for (cell, before, after) in changed {
            if self.cells.get(cell).copied() != *after {
                return None;
            }
            match before {
                Some(value) => model.cells.insert(*cell, *value),
                None => model.cells.remove(cell),
            };
        }
        model.is_sound().then_some(model)
    }
}
