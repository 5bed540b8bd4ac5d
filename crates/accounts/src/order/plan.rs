//! Carrying out the lines of an order on a ledger in memory, with every fault that shows.

use std::collections::HashMap;

use time::Date;
use uuid::Uuid;
use yakusho_kernel::{PersonId, PostId, UnitId};

use super::line::{Line, LineAct, PostName};
use super::refer::Names;
use super::{Column, FaultKind, OrderFault, organisation_lines};
use crate::appointment::{Appointment, appoint_in};
use crate::ledger::{Breach, BreachKind, Days, Ledger, Place, check};
use crate::staff::{Staff, Status, set_status_in, take_on_in};

/// Carries the lines out, and adds what is wrong with them to the faults. Ids of new things come from `new_id`.
pub(super) fn carry_out(
    ledger: &mut Ledger,
    day: Date,
    lines: &[Line],
    new_id: &mut dyn FnMut() -> Uuid,
    faults: &mut Vec<OrderFault>,
) {
    let mut plan = Plan {
        names: Names::new(ledger, day),
        ledger,
        days: Days::from(day),
        new_id,
        faults,
        touched: HashMap::new(),
        line: 0,
    };
    let mut in_turn: Vec<&Line> = lines.iter().collect();
    in_turn.sort_by_key(|line| line.act.turn());
    plan.announce_units(&in_turn);
    for line in in_turn {
        plan.line = line.number;
        // A line with a fault has no effect; the fault is noted where it is found.
        let _ = plan.act(&line.act);
    }
    crate::delegation::end_groundless(plan.ledger, day);
    plan.check();
}

/// An order under way.
pub(super) struct Plan<'a> {
    pub(super) ledger: &'a mut Ledger,
    pub(super) names: Names,
    pub(super) days: Days,
    pub(super) new_id: &'a mut dyn FnMut() -> Uuid,
    faults: &'a mut Vec<OrderFault>,
    /// The line that last had to do with a thing.
    touched: HashMap<Touched, u32>,
    line: u32,
}

/// What a line had to do with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Touched {
    Unit(UnitId),
    Post(PostId),
    Person(PersonId),
    Held(PersonId, PostId),
}

impl Plan<'_> {
    /// Units that are founded can be named before their line.
    fn announce_units(&mut self, lines: &[&Line]) {
        for line in lines {
            if let LineAct::FoundUnit { code, .. } = &line.act {
                self.line = line.number;
                if self.names.units.contains_key(code) {
                    let text = code.clone();
                    self.fault(Column::Unit, FaultKind::CodeTaken { text });
                } else {
                    let id = (self.new_id)().into();
                    self.names.units.insert(code.clone(), id);
                }
            }
        }
    }

    fn act(&mut self, act: &LineAct) -> Option<()> {
        match act {
            LineAct::Appoint {
                number,
                post,
                main,
                last,
            } => {
                let person = self.employed(number)?;
                self.appoint(person, post, *main, *last)
            }
            LineAct::Relieve { number, post } => self.relieve(number, post),
            LineAct::Join {
                number,
                name,
                kana,
                class,
                post,
                last,
            } => {
                let staff = Staff {
                    number: number.clone(),
                    name: name.clone(),
                    kana: kana.clone(),
                    class: *class,
                    status: Status::Active,
                };
                let person = self.join(staff, *last)?;
                match post {
                    Some(post) => self.appoint(person, post, true, *last),
                    None => Some(()),
                }
            }
            LineAct::SetStatus {
                number,
                status,
                last,
            } => self.set_status(number, *status, *last),
            LineAct::Reclass { number, class } => {
                let person = self.employed(number)?;
                let staff = &mut self.ledger.staff;
                staff.amend(person, self.days, |staff| staff.class = *class);
                Some(())
            }
            organisation => organisation_lines::act(self, organisation),
        }
    }

    fn appoint(
        &mut self,
        person: PersonId,
        name: &PostName,
        main: bool,
        last: Option<Date>,
    ) -> Option<()> {
        let post = self.post(name)?;
        let days = Days::through(self.days.first(), last)?;
        let held = self.held_now(person, post);
        if held.is_some_and(|held_as_main| !main || held_as_main && last.is_none()) {
            self.fault(Column::Post, FaultKind::HeldAlready);
            return None;
        }
        self.touch(Touched::Held(person, post));
        let appointment = Appointment { person, post, main };
        let id = (self.new_id)().into();
        appoint_in(self.ledger, self.names.held(person), id, days, appointment);
        self.names.held.entry(person).or_default().push(id);
        Some(())
    }

    /// Whether the person holds the post on the day before the order and still, and if so, whether as the main one.
    fn held_now(&self, person: PersonId, post: PostId) -> Option<bool> {
        let held = self.names.held(person).iter();
        held.filter_map(|id| self.ledger.appointments.line_at(*id, self.days.first()))
            .find(|line| line.state.post == post)
            .map(|line| line.state.main)
    }

    fn relieve(&mut self, number: &str, name: &PostName) -> Option<()> {
        let person = self.person(number)?;
        let post = self.post(name)?;
        let day = self.days.first();
        let held = self.names.held(person).iter().copied();
        let ending = held.clone().find(|id| {
            let line = self.ledger.appointments.line_at(*id, day);
            line.is_some_and(|line| line.state.post == post)
        });
        let Some(id) = ending else {
            self.fault(Column::Post, FaultKind::NotHeld);
            return None;
        };
        self.touch(Touched::Held(person, post));
        self.ledger.appointments.end(id, day);
        Some(())
    }

    fn join(&mut self, staff: Staff, last: Option<Date>) -> Option<PersonId> {
        let days = Days::through(self.days.first(), last)?;
        let known = self.names.people.get(&staff.number).copied();
        let employed = known.is_some_and(|person| self.is_employed(person));
        if employed {
            let text = staff.number;
            self.fault(Column::Number, FaultKind::NumberTaken { text });
            return None;
        }
        let person = known.unwrap_or_else(|| (self.new_id)().into());
        self.names.people.insert(staff.number.clone(), person);
        self.touch(Touched::Person(person));
        take_on_in(self.ledger, self.names.held(person), person, days, staff);
        Some(person)
    }

    fn set_status(&mut self, number: &str, status: Status, last: Option<Date>) -> Option<()> {
        let person = self.employed(number)?;
        let now = self.ledger.staff.at(person, self.days.first());
        if status == Status::Active && !now.is_some_and(|staff| staff.status.is_away()) {
            self.fault(Column::Number, FaultKind::NotAway);
            return None;
        }
        let days = Days::through(self.days.first(), last)?;
        set_status_in(self.ledger, self.names.held(person), person, days, status);
        Some(())
    }

    fn person(&mut self, number: &str) -> Option<PersonId> {
        let known = self.names.people.get(number).copied();
        self.known(known, Touched::Person, Column::Number, || {
            let text = number.to_owned();
            FaultKind::UnknownNumber { text }
        })
    }

    fn employed(&mut self, number: &str) -> Option<PersonId> {
        let person = self.person(number)?;
        if self.is_employed(person) {
            return Some(person);
        }
        self.fault(Column::Number, FaultKind::NotEmployed);
        None
    }

    fn is_employed(&self, person: PersonId) -> bool {
        let staff = self.ledger.staff.at(person, self.days.first());
        staff.is_some_and(|staff| staff.status.is_employed())
    }

    pub(super) fn unit(&mut self, column: Column, code: &str) -> Option<UnitId> {
        let known = self.names.units.get(code).copied();
        self.known(known, Touched::Unit, column, || {
            let text = code.to_owned();
            FaultKind::UnknownUnit { text }
        })
    }

    pub(super) fn post(&mut self, name: &PostName) -> Option<PostId> {
        self.unit(Column::Unit, &name.unit)?;
        let known = self.names.post(name);
        self.known(known, Touched::Post, Column::Post, || {
            let text = name.title.clone();
            FaultKind::UnknownPost { text }
        })
    }

    /// Notes that the line has to do with a thing, or that there is no such thing.
    fn known<T: Copy>(
        &mut self,
        known: Option<T>,
        touched: impl Fn(T) -> Touched,
        column: Column,
        unknown: impl Fn() -> FaultKind,
    ) -> Option<T> {
        if let Some(thing) = known {
            self.touch(touched(thing));
        } else {
            self.fault(column, unknown());
        }
        known
    }

    pub(super) fn touch(&mut self, what: Touched) {
        self.touched.insert(what, self.line);
    }

    /// Notes what a line concerns without naming it, unless another line does.
    pub(super) fn concern(&mut self, what: Touched) {
        self.touched.entry(what).or_insert(self.line);
    }

    pub(super) fn fault(&mut self, column: Column, kind: FaultKind) {
        self.faults.push(OrderFault::cell(self.line, column, kind));
    }

    /// What does not fit together once every line is carried out, each at the line that had to do with it.
    fn check(&mut self) {
        for breach in check(self.ledger) {
            let (line, person) = self.line_of(&breach);
            let kind = FaultKind::Breach {
                breach: breach.kind,
                day: breach.day,
                person,
            };
            let column = line.map(|_| column_of(breach.kind));
            self.faults.push(OrderFault {
                line: line.unwrap_or(0),
                column,
                kind,
            });
        }
    }

    fn line_of(&self, breach: &Breach) -> (Option<u32>, Option<PersonId>) {
        let nearest: &[Touched] = match breach.at {
            Place::Unit(unit) => &[Touched::Unit(unit)],
            Place::Post(post) => {
                let unit = self.ledger.posts.lines(post).last();
                let unit = unit.map_or_else(|| Uuid::nil().into(), |line| line.state.unit);
                &[Touched::Post(post), Touched::Unit(unit)]
            }
            Place::Person(person, Some(post)) => &[
                Touched::Held(person, post),
                Touched::Person(person),
                Touched::Post(post),
            ],
            Place::Person(person, None) => &[Touched::Person(person)],
        };
        let line = nearest
            .iter()
            .find_map(|touched| self.touched.get(touched).copied());
        let person = match breach.at {
            Place::Person(person, _) => Some(person),
            Place::Unit(_) | Place::Post(_) => None,
        };
        (line, person)
    }
}

/// The column in which a breach shows.
const fn column_of(breach: BreachKind) -> Column {
    match breach {
        BreachKind::ParentRank | BreachKind::Circle => Column::Parent,
        BreachKind::CodeTaken | BreachKind::UnitMissing | BreachKind::ParentMissing => Column::Unit,
        BreachKind::TwoHeadPosts => Column::Head,
        BreachKind::NotEmployed | BreachKind::NumberTaken => Column::Number,
        BreachKind::TitleTaken
        | BreachKind::PostMissing
        | BreachKind::TwoMainPosts
        | BreachKind::NoMainPost
        | BreachKind::HeldTwice
        | BreachKind::TwoHolders => Column::Post,
    }
}
