//! What the texts of an order refer to: units by code, posts by unit and title, people by staff number.

use std::collections::{BTreeSet, HashMap};

use time::Date;
use yakusho_kernel::{PersonId, PostId, UnitId};

use super::line::{Line, LineAct, PostName};
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
        let unit = *self.units.get(&name.unit)?;
        self.posts.get(&(unit, name.title.clone())).copied()
    }

    pub(super) fn held(&self, person: PersonId) -> &[AppointmentId] {
        self.held.get(&person).map_or(&[], Vec::as_slice)
    }
}

/// The people whom the lines name.
pub(super) fn people(lines: &[Line]) -> Want {
    let numbers = lines.iter().filter_map(|line| line.act.number());
    Want {
        numbers: numbers.map(str::to_owned).collect(),
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
        match &line.act {
            LineAct::Appoint { post, .. }
            | LineAct::Relieve { post, .. }
            | LineAct::ClosePost { post }
            | LineAct::Join {
                post: Some(post), ..
            } => posts.extend(names.post(post)),
            LineAct::CloseUnit { code } => ending.extend(names.units.get(code)),
            LineAct::MergeUnit { code, into } => {
                ending.extend(names.units.get(code));
                ending.extend(names.units.get(into));
            }
            _ => {}
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
