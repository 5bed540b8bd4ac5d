//! What the texts of an order refer to: units by code, posts by unit and title, people by staff number.

use std::collections::{BTreeSet, HashMap, HashSet};

use time::Date;
use yakusho_kernel::{PersonId, PostId, UnitId};

use super::line::{ActKind, Line, Named, PostName};
use super::{Column, FaultKind, OrderFault};
use crate::appointment::AppointmentId;
use crate::ledger::Ledger;
use crate::ledger::store::Want;

/// The names of things on the day of the order.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub(super) units: HashMap<String, UnitId>,
    pub(super) posts: HashMap<(UnitId, String), PostId>,
    pub(super) people: HashMap<String, PersonId>,
    /// The appointments of each person, past ones too.
    pub(super) held: HashMap<PersonId, Vec<AppointmentId>>,
}

impl Names {
    pub(super) fn new(ledger: &Ledger, day: Date) -> Self {
        let mut names = Self::default();
        for (unit, line) in ledger.units.on(day) {
            names.units.insert(line.state.code.clone(), unit);
        }
        for (post, line) in ledger.posts.on(day) {
            let post_name = (line.state.unit, line.state.title.clone());
            names.posts.insert(post_name, post);
        }
        for (person, line) in ledger.staff.all() {
            names.people.insert(line.state.number.clone(), person);
        }
        for (id, line) in ledger.appointments.all() {
            let held = names.held.entry(line.state.person).or_default();
            if held.last() != Some(&id) {
                held.push(id);
            }
        }
        names
    }

    pub(super) fn post(&self, name: &PostName) -> Option<PostId> {
        self.titled(&name.unit, &name.title)
    }

    fn titled(&self, unit: &str, title: &str) -> Option<PostId> {
        let unit = *self.units.get(unit)?;
        self.posts.get(&(unit, title.to_owned())).copied()
    }

    /// The post that a line names, if there is one.
    pub(super) fn post_of(&self, named: &Named) -> Option<PostId> {
        self.titled(named.unit.as_deref()?, named.post.as_deref()?)
    }

    pub(super) fn held(&self, person: PersonId) -> &[AppointmentId] {
        self.held.get(&person).map_or(&[], Vec::as_slice)
    }
}

/// The people whom the lines name.
pub(super) fn people(lines: &[Line]) -> Want {
    let numbers = lines.iter().filter_map(|line| line.named.number.clone());
    Want {
        numbers: numbers.collect(),
        ..Want::default()
    }
    .distinct()
}

/// The posts whose holders the lines concern, with the units and people of the ledger at hand: those named, those in
/// units that end, and those that the people named hold.
pub(super) fn posts(ledger: &Ledger, lines: &[Line], day: Date) -> Want {
    let names = Names::new(ledger, day);
    let mut posts: BTreeSet<PostId> = ledger
        .appointments
        .all()
        .map(|(_, line)| line.state.post)
        .collect();
    let mut ending: BTreeSet<UnitId> = BTreeSet::new();
    for line in lines {
        let named = &line.named;
        posts.extend(names.post_of(named));
        if matches!(line.kind, Some(ActKind::CloseUnit | ActKind::MergeUnit)) {
            let units = [&named.unit, &named.parent].into_iter().flatten();
            ending.extend(units.filter_map(|code| names.units.get(code)));
        }
    }
    let in_ending = ledger.posts.all();
    posts.extend(
        in_ending
            .filter(|(_, line)| ending.contains(&line.state.unit))
            .map(|(post, _)| post),
    );
    Want::holders(posts.into_iter().collect())
}

/// Judges what the lines name, in the turn in which they are carried out: what a line rests on must be there, or be
/// brought by another line, however faulty that is; what it brings must not be there.
pub(super) fn judge(
    names: &Names,
    ledger: &Ledger,
    day: Date,
    in_turn: &[&Line],
    faults: &mut Vec<OrderFault>,
) {
    let mut judge = Judge {
        names,
        ledger,
        day,
        titles: names.posts.keys().map(|(_, title)| &**title).collect(),
        numbers: HashSet::new(),
        units: HashSet::new(),
        posts: HashSet::new(),
        leaving: HashMap::new(),
        main: HashMap::new(),
        line: 0,
        faults,
    };
    for line in in_turn {
        judge.line = line.number;
        judge.bring(line);
    }
    for line in in_turn {
        judge.line = line.number;
        judge.rest(line);
    }
}

struct Judge<'a> {
    names: &'a Names,
    ledger: &'a Ledger,
    day: Date,
    /// The titles that some post has.
    titles: HashSet<&'a str>,
    /// The staff numbers, codes and posts that lines bring.
    numbers: HashSet<&'a str>,
    units: HashSet<&'a str>,
    posts: HashSet<(&'a str, &'a str)>,
    /// Whom a line has leave, or appoints to a main post, by staff number; and that line.
    leaving: HashMap<&'a str, u32>,
    main: HashMap<&'a str, u32>,
    line: u32,
    faults: &'a mut Vec<OrderFault>,
}

impl<'a> Judge<'a> {
    /// Notes what the line brings. One of no known kind may bring whatever it names.
    fn bring(&mut self, line: &'a Line) {
        let Named {
            number, unit, post, ..
        } = &line.named;
        let may_bring = |kind| line.kind.is_none_or(|own| own == kind);
        if let Some(number) = number.as_deref().filter(|_| may_bring(ActKind::Join)) {
            let new = self.numbers.insert(number) && !self.is_employed(number);
            self.taken(line, new, Column::Number, number);
        }
        if let Some(code) = unit.as_deref().filter(|_| may_bring(ActKind::FoundUnit)) {
            let new = self.units.insert(code) && !self.names.units.contains_key(code);
            self.taken(line, new, Column::Unit, code);
        }
        if let (Some(code), Some(title)) = (unit.as_deref(), post.as_deref())
            && may_bring(ActKind::FoundPost)
        {
            self.titles.insert(title);
            let new = self.posts.insert((code, title)) && self.names.titled(code, title).is_none();
            self.taken(line, new, Column::Post, title);
        }
    }

    fn taken(&mut self, line: &Line, new: bool, column: Column, text: &str) {
        if new || line.kind.is_none() {
            return;
        }
        let text = text.to_owned();
        let kind = match column {
            Column::Number => FaultKind::NumberTaken { text },
            Column::Unit => FaultKind::CodeTaken { text },
            _ => FaultKind::TitleTaken { text },
        };
        self.fault(column, kind);
    }

    /// Notes what the line rests on that is not there.
    fn rest(&mut self, line: &'a Line) {
        let Some(kind) = line.kind else { return };
        let Named {
            number,
            unit,
            post,
            parent,
        } = &line.named;
        if let Some(number) = number {
            self.rest_on_person(kind, number, post.is_some());
        }
        for (column, code) in [(Column::Unit, unit), (Column::Parent, parent)] {
            if let Some(code) = code.as_deref().filter(|code| !self.is_unit(code)) {
                let text = code.to_owned();
                self.fault(column, FaultKind::UnknownUnit { text });
            }
        }
        let Some(title) = post else { return };
        let there = match unit.as_deref().filter(|code| self.is_unit(code)) {
            Some(code) => {
                self.posts.contains(&(code, title)) || self.names.titled(code, title).is_some()
            }
            // Whatever unit is meant.
            None => self.titles.contains(&**title),
        };
        if !there {
            let text = title.clone();
            self.fault(Column::Post, FaultKind::UnknownPost { text });
        }
    }

    fn rest_on_person(&mut self, kind: ActKind, number: &'a str, placed: bool) {
        let brought = self.numbers.contains(number);
        if !brought && !self.names.people.contains_key(number) {
            let text = number.to_owned();
            self.fault(Column::Number, FaultKind::UnknownNumber { text });
        } else if matches!(kind, ActKind::Join | ActKind::Relieve) {
            // Neither asks for employment.
        } else if !brought && !self.is_employed(number) {
            self.fault(Column::Number, FaultKind::NotEmployed);
        } else if let Some(line) = self.leaving.get(number).copied() {
            self.fault(Column::Number, FaultKind::LeavesToo { line });
        }
        if kind == ActKind::Leave {
            self.leaving.entry(number).or_insert(self.line);
        }
        if kind == ActKind::Appoint || kind == ActKind::Join && placed {
            let first = *self.main.entry(number).or_insert(self.line);
            if first != self.line {
                self.fault(Column::Number, FaultKind::AppointedTwice { line: first });
            }
        }
    }

    fn is_unit(&self, code: &str) -> bool {
        self.units.contains(code) || self.names.units.contains_key(code)
    }

    fn is_employed(&self, number: &str) -> bool {
        let person = self.names.people.get(number);
        let staff = person.and_then(|person| self.ledger.staff.at(*person, self.day));
        staff.is_some_and(|staff| staff.status.is_employed())
    }

    fn fault(&mut self, column: Column, kind: FaultKind) {
        self.faults.push(OrderFault::cell(self.line, column, kind));
    }
}
