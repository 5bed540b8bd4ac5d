//! Carrying out the lines of an order on a ledger in memory, with every fault that shows.

use std::collections::{HashMap, HashSet};

use time::Date;
use uuid::Uuid;
use yakusho_kernel::{PersonId, PostId, UnitId};

use super::cause::{Changed, causes, column_of};
use super::line::{Line, LineAct, Named, PostName};
use super::refer::{self, Names};
use super::{Column, FaultKind, OrderFault, organisation_lines};
use crate::appointment::{Appointment, appoint_in};
use crate::ledger::{Breach, Days, Ledger, Place, check};
use crate::staff::{Staff, Status, set_status_in, take_on_in};

/// Carries the lines out, and adds what is wrong with them to the faults; a line that has one has no effect. Ids of new
/// things come from `new_id`. What is returned are the lines that are right and change nothing, told as faults are.
pub(super) fn carry_out(
    ledger: &mut Ledger,
    day: Date,
    lines: &[Line],
    new_id: &mut dyn FnMut() -> Uuid,
    faults: &mut Vec<OrderFault>,
) -> Vec<OrderFault> {
    let mut in_turn: Vec<&Line> = lines.iter().collect();
    in_turn.sort_by_key(|line| line.turn());
    let names = Names::new(ledger, day);
    refer::judge(&names, ledger, day, &in_turn, faults);
    let mut plan = Plan {
        names,
        ledger,
        days: Days::from(day),
        new_id,
        faulty: faults.iter().map(|fault| fault.line).collect(),
        faults,
        idle: Vec::new(),
        touched: HashMap::new(),
        changed: HashMap::new(),
        missed: HashSet::new(),
        line: 0,
    };
    plan.announce_units(&in_turn);
    for line in in_turn {
        plan.line = line.number;
        let done = line.act.as_ref().and_then(|act| plan.act(act));
        if done.is_none() {
            plan.miss(&line.named);
        }
    }
    crate::delegation::end_groundless(plan.ledger, day);
    plan.check();
    plan.idle
}

/// An order under way.
pub(super) struct Plan<'a> {
    pub(super) ledger: &'a mut Ledger,
    pub(super) names: Names,
    pub(super) days: Days,
    pub(super) new_id: &'a mut dyn FnMut() -> Uuid,
    faults: &'a mut Vec<OrderFault>,
    /// The lines that change nothing.
    idle: Vec<OrderFault>,
    /// The lines that have a fault of their own.
    faulty: HashSet<u32>,
    /// The line that last named a thing.
    touched: HashMap<Touched, u32>,
    /// The line that last changed something.
    changed: HashMap<Changed, u32>,
    /// What lines without effect would have changed: what does not fit together there may follow from that alone.
    missed: HashSet<Touched>,
    line: u32,
}

/// What a line names.
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
            if let Some(LineAct::FoundUnit { code, .. }) = &line.act
                && !self.faulty.contains(&line.number)
            {
                let id = (self.new_id)().into();
                self.names.units.insert(code.clone(), id);
            }
        }
    }

    /// Carries a line out; none if it has no effect, because of a fault of its own or of what it rests on.
    fn act(&mut self, act: &LineAct) -> Option<()> {
        // Whatever the end that a faulty line means, nobody holds a post that they hold already.
        let judged = matches!(act, LineAct::Appoint { main: false, .. });
        if self.is_faulty() && !judged {
            return None;
        }
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
        let held = self.held_now(person, post);
        let stays = held == Some((main, None)) && last.is_none();
        let held_already =
            held.is_some_and(|(as_main, _)| !main || as_main && last.is_none()) && !stays;
        if held_already {
            self.fault(Column::Post, FaultKind::HeldAlready);
            return None;
        }
        if self.is_faulty() {
            return None;
        }
        if stays {
            // Lists of everybody in a section name those who stay, too.
            let idle = OrderFault::cell(self.line, Column::Post, FaultKind::HeldAlready);
            self.idle.push(idle);
            return Some(());
        }
        let days = Days::through(self.days.first(), last)?;
        self.touch(Touched::Held(person, post));
        self.change(Changed::Held(person, post));
        if main || held.is_some_and(|(was_main, _)| was_main) {
            self.change(Changed::Main(person));
        }
        let appointment = Appointment { person, post, main };
        let id = (self.new_id)().into();
        appoint_in(self.ledger, self.names.held(person), id, days, appointment);
        self.names.held.entry(person).or_default().push(id);
        Some(())
    }

    /// Whether the person holds the post on the day before the order and still, and if so, whether as the main one, and
    /// to which last day.
    fn held_now(&self, person: PersonId, post: PostId) -> Option<(bool, Option<Date>)> {
        let held = self.names.held(person).iter();
        held.filter_map(|id| self.ledger.appointments.line_at(*id, self.days.first()))
            .find(|line| line.state.post == post)
            .map(|line| (line.state.main, line.days.last()))
    }

    fn relieve(&mut self, number: &str, name: &PostName) -> Option<()> {
        let person = self.person(number)?;
        let post = self.post(name)?;
        let day = self.days.first();
        let held = self.names.held(person).iter().copied();
        let ending = held.clone().find_map(|id| {
            let line = self.ledger.appointments.line_at(id, day)?;
            (line.state.post == post).then_some((id, line.state.main))
        });
        let Some((id, main)) = ending else {
            self.fault(Column::Post, FaultKind::NotHeld);
            return None;
        };
        self.touch(Touched::Held(person, post));
        self.change(Changed::Held(person, post));
        if main {
            self.change(Changed::Main(person));
        }
        self.ledger.appointments.end(id, day);
        Some(())
    }

    fn join(&mut self, staff: Staff, last: Option<Date>) -> Option<PersonId> {
        let days = Days::through(self.days.first(), last)?;
        let known = self.names.people.get(&staff.number).copied();
        let person = known.unwrap_or_else(|| (self.new_id)().into());
        self.names.people.insert(staff.number.clone(), person);
        self.touch(Touched::Person(person));
        self.change(Changed::Employed(person));
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
        self.change(Changed::Employed(person));
        set_status_in(self.ledger, self.names.held(person), person, days, status);
        Some(())
    }

    fn person(&mut self, number: &str) -> Option<PersonId> {
        let person = self.names.people.get(number).copied()?;
        self.touch(Touched::Person(person));
        Some(person)
    }

    fn employed(&mut self, number: &str) -> Option<PersonId> {
        let person = self.person(number)?;
        let staff = self.ledger.staff.at(person, self.days.first())?;
        staff.status.is_employed().then_some(person)
    }

    pub(super) fn unit(&mut self, code: &str) -> Option<UnitId> {
        let unit = self.names.units.get(code).copied()?;
        self.touch(Touched::Unit(unit));
        Some(unit)
    }

    pub(super) fn post(&mut self, name: &PostName) -> Option<PostId> {
        self.unit(&name.unit)?;
        let post = self.names.post(name)?;
        self.touch(Touched::Post(post));
        Some(post)
    }

    fn is_faulty(&self) -> bool {
        self.faulty.contains(&self.line)
    }

    /// Notes what a line would have changed that has no effect.
    fn miss(&mut self, named: &Named) {
        let person = named.number.as_ref();
        if let Some(person) = person.and_then(|number| self.names.people.get(number)) {
            let held = self.names.held(*person).iter();
            let posts = held
                .filter_map(|id| self.ledger.appointments.line_at(*id, self.days.first()))
                .map(|line| Touched::Post(line.state.post));
            self.missed.extend(posts);
            self.missed.insert(Touched::Person(*person));
        }
        let units = [&named.unit, &named.parent].into_iter().flatten();
        let units = units.filter_map(|code| self.names.units.get(code));
        self.missed.extend(units.copied().map(Touched::Unit));
        let post = self.names.post_of(named);
        self.missed.extend(post.map(Touched::Post));
    }

    pub(super) fn touch(&mut self, what: Touched) {
        self.touched.insert(what, self.line);
    }

    pub(super) fn change(&mut self, what: Changed) {
        self.changed.insert(what, self.line);
    }

    pub(super) fn fault(&mut self, column: Column, kind: FaultKind) {
        self.faults.push(OrderFault::cell(self.line, column, kind));
    }

    /// What does not fit together once every line is carried out, each at the line that brought it about or, where none
    /// did alone, that last named it.
    fn check(&mut self) {
        for breach in check(self.ledger) {
            let concerned = self.concerned(&breach);
            if concerned.iter().any(|what| self.missed.contains(what)) {
                continue;
            }
            let causes = causes(&breach);
            let mut changing = causes.iter().filter_map(|what| self.changed.get(what));
            let mut naming = concerned.iter().filter_map(|what| self.touched.get(what));
            let line = changing.next().or_else(|| naming.next()).copied();
            let (unit, post, person) = match breach.at {
                Place::Unit(unit) => (Some(unit), None, None),
                Place::Post(post) => (None, Some(post), None),
                Place::Person(person, post) => (None, post, Some(person)),
            };
            let kind = FaultKind::Breach {
                breach: breach.kind,
                day: breach.day,
                person,
                unit,
                post,
            };
            let column = line.map(|_| column_of(breach.kind));
            self.faults.push(OrderFault {
                line: line.unwrap_or(0),
                column,
                kind,
            });
        }
    }

    /// What a breach has to do with, the nearest first.
    fn concerned(&self, breach: &Breach) -> Vec<Touched> {
        match breach.at {
            Place::Unit(unit) => vec![Touched::Unit(unit)],
            Place::Post(post) => {
                let unit = self.ledger.posts.lines(post).last();
                let unit = unit.map(|line| Touched::Unit(line.state.unit));
                [Touched::Post(post)].into_iter().chain(unit).collect()
            }
            Place::Person(person, Some(post)) => vec![
                Touched::Held(person, post),
                Touched::Person(person),
                Touched::Post(post),
            ],
            Place::Person(person, None) => vec![Touched::Person(person)],
        }
    }
}
