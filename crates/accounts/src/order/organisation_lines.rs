//! The lines of an order that found, change and close units and posts.

use yakusho_kernel::{PersonId, PostId, UnitId};

use super::cause::Changed;
use super::line::LineAct;
use super::plan::{Plan, Touched};
use super::{Column, FaultKind};
use crate::appointment::AppointmentId;
use crate::organisation::{Post, Unit};

/// Carries out a line about a unit or a post; none if it has a fault.
pub(super) fn act(plan: &mut Plan<'_>, act: &LineAct) -> Option<()> {
    match act {
        LineAct::FoundUnit {
            code,
            name,
            rank,
            parent,
            position,
            tags,
        } => {
            let parent = match parent {
                Some(parent) => Some(plan.unit(parent)?),
                None => None,
            };
            let unit = Unit {
                code: code.clone(),
                name: name.clone(),
                rank: *rank,
                parent,
                position: *position,
                tags: tags.clone(),
            };
            found_unit(plan, unit)
        }
        LineAct::RenameUnit { code, name } => {
            let unit = plan.unit(code)?;
            let units = &mut plan.ledger.units;
            units.amend(unit, plan.days, |unit| unit.name.clone_from(name));
            Some(())
        }
        LineAct::MoveUnit { code, parent } => {
            let parent = match parent {
                Some(parent) => Some(plan.unit(parent)?),
                None => None,
            };
            let unit = plan.unit(code)?;
            plan.change(Changed::Unit(unit));
            let units = &mut plan.ledger.units;
            units.amend(unit, plan.days, |unit| unit.parent = parent);
            Some(())
        }
        LineAct::MergeUnit { code, into } => {
            let into = plan.unit(into)?;
            let unit = plan.unit(code)?;
            merge(plan, unit, into)
        }
        LineAct::CloseUnit { code } => {
            let unit = plan.unit(code)?;
            for post in posts_in(plan, unit) {
                plan.change(Changed::Post(post));
                plan.ledger.posts.end(post, plan.days.first());
            }
            for below in units_in(plan, unit) {
                plan.change(Changed::Above(below));
            }
            plan.ledger.units.end(unit, plan.days.first());
            Some(())
        }
        LineAct::FoundPost {
            post,
            rank,
            head,
            position,
        } => {
            let unit = plan.unit(&post.unit)?;
            let new = Post {
                unit,
                title: post.title.clone(),
                head: *head,
                rank: *rank,
                position: *position,
            };
            found_post(plan, new);
            Some(())
        }
        LineAct::ClosePost { post } => {
            let post = plan.post(post)?;
            plan.change(Changed::Post(post));
            plan.ledger.posts.end(post, plan.days.first());
            Some(())
        }
        LineAct::Appoint { .. }
        | LineAct::Relieve { .. }
        | LineAct::Join { .. }
        | LineAct::SetStatus { .. }
        | LineAct::Reclass { .. } => None,
    }
}

/// The unit was announced under its code.
fn found_unit(plan: &mut Plan<'_>, unit: Unit) -> Option<()> {
    let id = plan.unit(&unit.code)?;
    plan.change(Changed::Unit(id));
    plan.ledger.units.put(id, plan.days, unit);
    Some(())
}

fn found_post(plan: &mut Plan<'_>, post: Post) {
    let id: PostId = (plan.new_id)().into();
    let title = (post.unit, post.title.clone());
    plan.names.posts.insert(title, id);
    plan.touch(Touched::Post(id));
    plan.change(Changed::Post(id));
    plan.ledger.posts.put(id, plan.days, post);
}

/// Posts go over with their holders; one whose title is there already becomes one with it, and a head post ends.
fn merge(plan: &mut Plan<'_>, unit: UnitId, into: UnitId) -> Option<()> {
    if unit == into {
        plan.fault(Column::Parent, FaultKind::WithinItself);
        return None;
    }
    let day = plan.days.first();
    for post in posts_in(plan, unit) {
        plan.change(Changed::Post(post));
        let state = plan.ledger.posts.at(post, day)?.clone();
        let same = plan.names.posts.get(&(into, state.title.clone())).copied();
        match same {
            _ if state.head => plan.ledger.posts.end(post, day),
            Some(same) => {
                hand_over_holders(plan, post, same);
                plan.ledger.posts.end(post, day);
            }
            None => {
                let posts = &mut plan.ledger.posts;
                posts.amend(post, plan.days, |post| post.unit = into);
                plan.names.posts.insert((into, state.title), post);
            }
        }
    }
    for below in units_in(plan, unit) {
        plan.change(Changed::Unit(below));
        let units = &mut plan.ledger.units;
        units.amend(below, plan.days, |unit| unit.parent = Some(into));
    }
    plan.ledger.units.end(unit, day);
    plan.ledger.merged.push((unit, into));
    Some(())
}

/// Whoever holds a post holds the other from that day on, as long as they would have held the first.
fn hand_over_holders(plan: &mut Plan<'_>, from: PostId, to: PostId) {
    let held: Vec<(AppointmentId, PersonId)> = plan
        .ledger
        .appointments
        .on(plan.days.first())
        .filter(|(_, line)| line.state.post == from)
        .map(|(id, line)| (id, line.state.person))
        .collect();
    for (id, person) in held {
        plan.change(Changed::Held(person, to));
        let appointments = &mut plan.ledger.appointments;
        appointments.amend(id, plan.days, |held| held.post = to);
    }
}

fn units_in(plan: &Plan<'_>, unit: UnitId) -> Vec<UnitId> {
    let units = plan.ledger.units.on(plan.days.first());
    units
        .filter(|(_, line)| line.state.parent == Some(unit))
        .map(|(below, _)| below)
        .collect()
}

fn posts_in(plan: &Plan<'_>, unit: UnitId) -> Vec<PostId> {
    let posts = plan.ledger.posts.on(plan.days.first());
    posts
        .filter(|(_, line)| line.state.unit == unit)
        .map(|(post, _)| post)
        .collect()
}
