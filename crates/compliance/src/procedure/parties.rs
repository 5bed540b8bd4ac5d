//! Who the parties of a step are, and whom they are today.

use time::Date;
use yakusho_accounts::directory;
use yakusho_accounts::role::{self, RoleHolder};
use yakusho_kernel::{Conflict, DbError, Fault, PersonId, Reading, Tx, UnitId};
use yakusho_regulation::Role;
use yakusho_regulation::procedure::{Party, SectionsOf, Step, StepKind};

use super::model::{Answer, Case, Holder};
use crate::inventory;

/// That a step is for a post that there is not.
const NO_PARTY: Conflict = Conflict { code: "no_party" };

/// The parties of a step, each once.
pub(super) async fn of_step(tx: &Tx, case: &Case, step: &Step) -> Result<Vec<Holder>, Fault> {
    let mut holders: Vec<Holder> = Vec::new();
    for party in &step.by {
        let found = match party {
            Party::Role(role) => vec![Holder::Role(*role, None)],
            Party::RoleOf(role, of) => {
                let sections = sections(tx, case, of).await?.into_iter();
                sections
                    .map(|unit| Holder::Role(*role, Some(unit)))
                    .collect()
            }
            Party::HeadOf(name) => vec![Holder::Head(unit_called(tx, name).await?)],
            Party::HeadOfSection(of) => {
                let sections = sections(tx, case, of).await?.into_iter();
                sections.map(Holder::Head).collect()
            }
        };
        holders.extend(found);
    }
    if matches!(step.kind, StepKind::Consult(_)) {
        // Whoever submits it for a section agrees with that, and is not asked again as its head.
        holders.retain(|holder| !is_of(*holder, case.content.section));
    }
    let mut seen = Vec::new();
    holders.retain(|holder| {
        !seen.contains(holder) && {
            seen.push(*holder);
            true
        }
    });
    Ok(holders)
}

/// Whether somebody holds that as the head of a section: its roles are bound to its head.
fn is_of(holder: Holder, section: UnitId) -> bool {
    match holder {
        Holder::Role(_, unit) => unit == Some(section),
        Holder::Head(unit) => unit == section,
    }
}

/// That each step has parties, and a post for each: what is submitted can be decided.
pub(super) async fn expect_all(tx: &Tx, case: &Case) -> Result<(), Fault> {
    for step in &case.procedure().steps {
        let holders = of_step(tx, case, step).await?;
        NO_PARTY.unless(!holders.is_empty())?;
        for holder in holders {
            let posts = match holder {
                Holder::Role(role, unit) => held(tx, role, unit, tx.cx().today()).await?.len(),
                Holder::Head(unit) => usize::from(exists(tx, unit).await?),
            };
            NO_PARTY.unless(posts > 0)?;
        }
    }
    Ok(())
}

/// The posts that hold a role for that section; without one, those that hold it for the whole city.
async fn held(
    on: &impl Reading,
    role: Role,
    unit: Option<UnitId>,
    today: Date,
) -> Result<Vec<RoleHolder>, DbError> {
    if let Some(unit) = unit {
        return role::holders_for(on, role, today, &[unit]).await;
    }
    let mut posts = role::holders(on, role, today).await?;
    posts.retain(|post| post.unit.is_none());
    Ok(posts)
}

async fn exists(tx: &Tx, unit: UnitId) -> Result<bool, DbError> {
    let units = directory::units(tx, tx.cx().today()).await?;
    Ok(units.iter().any(|node| node.id == unit))
}

async fn unit_called(tx: &Tx, name: &str) -> Result<UnitId, Fault> {
    let units = directory::units(tx, tx.cx().today()).await?;
    let found = units.into_iter().find(|unit| unit.name == name);
    Ok(found.ok_or(NO_PARTY)?.id)
}

/// The sections that a step is for: for those that nothing is known of any more, nobody.
async fn sections(on: &impl Reading, case: &Case, of: &SectionsOf) -> Result<Vec<UnitId>, DbError> {
    let key = match of {
        SectionsOf::Applicant => return Ok(vec![case.content.section]),
        SectionsOf::Field(key) => key,
    };
    Ok(match case.content.answer(key) {
        Some(Answer::Sections(units)) => units.clone(),
        Some(Answer::DataSet(id)) => {
            let found = inventory::store::data_set(on, *id).await?;
            found.map(|data| data.section).into_iter().collect()
        }
        Some(Answer::System(id)) => {
            let found = inventory::store::system(on, *id).await?;
            found.map(|system| system.section).into_iter().collect()
        }
        _ => Vec::new(),
    })
}

/// Whoever holds one of them today, or stands in for whoever does.
pub(crate) async fn people(
    on: &impl Reading,
    today: Date,
    holders: &[Holder],
) -> Result<Vec<PersonId>, DbError> {
    let mut people = Vec::new();
    for holder in holders {
        match holder {
            Holder::Role(role, unit) => {
                let posts = held(on, *role, *unit, today).await?;
                people.extend(posts.iter().flat_map(RoleHolder::people));
            }
            Holder::Head(unit) => {
                let heads = directory::heads(on, today, &[*unit]).await?;
                people.extend(heads.into_iter().map(|(_, head)| head));
            }
        }
    }
    people.sort_unstable();
    people.dedup();
    Ok(people)
}
