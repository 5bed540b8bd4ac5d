//! Who bears the cost of a system of the seeded town hall otherwise than the regulation has it, where all four consented.

use serde_json::json;
use time::Duration;
use yakusho_accounts::role;
use yakusho_compliance::inventory;
use yakusho_compliance::procedure::{self, Decision, Opinion, Verdict};
use yakusho_kernel::{Cx, Fault, PersonId};
use yakusho_regulation::{ProcedureKind, Role};

use crate::city::Rank;
use crate::forms::{Section, form, nine, own_section};
use crate::organisation::Town;
use crate::past::Past;

/// How many days ago it was proposed.
const PROPOSED: i64 = 20;

/// Has the first system by name paid for by two sections.
pub(crate) async fn fill(past: &Past, town: &Town, administrator: PersonId) -> Result<(), Fault> {
    let cx = past.act(administrator, past.day(1), nine()).await?;
    let kind = ProcedureKind::CostDivision;
    let asked = cx.city().procedure(kind, cx.today());
    let systems = inventory::systems(&cx, 1).await?;
    let digital = own_section(town, administrator);
    let (Some(_), Some(system), Some(digital)) = (asked, systems.first(), digital) else {
        return Ok(());
    };
    let managers = role::holders(&cx.reader(), Role::InformationManager, cx.today()).await?;
    let mut own = managers
        .iter()
        .filter(|one| one.unit == Some(system.section));
    let head = own.find_map(|one| one.person);
    let consents = role::holders(&cx.reader(), Role::InformationSystemManager, cx.today()).await?;
    let consents = consents.iter().find_map(|one| one.person);
    let (Some(head), Some(finance), Some(consents)) = (head, finance(town), consents) else {
        return Ok(());
    };
    let section = Section {
        unit: system.section,
        head,
    };
    let answers = json!({
        "system": system.id.to_string(),
        "bearer_1": section.unit.to_string(),
        "share_1": 70,
        "bearer_2": digital.unit.to_string(),
        "share_2": 30,
        "text": "サーバを庁内情報共有システムと共同で使用するため。",
        "from": past.day(PROPOSED - 10).to_string(),
    });
    let cx = act(past, head, 0).await?;
    let id = *procedure::draw_up(&cx, kind, form(section, answers)).await?;
    let _ = procedure::submit(&cx, id, 1, cx.today()).await?;
    for (hours, person) in [(1, administrator), (2, finance)] {
        let cx = act(past, person, hours).await?;
        let revision = procedure::show(&cx, id).await?.revision;
        let opinion = Opinion {
            agrees: true,
            remark: String::new(),
            on: cx.today(),
        };
        let _ = procedure::consult(&cx, id, revision, opinion).await?;
    }
    let cx = act(past, consents, 3).await?;
    let revision = procedure::show(&cx, id).await?.revision;
    let granted = Decision {
        verdict: Verdict::Grant,
        remark: String::new(),
        answers: serde_json::Map::new(),
        on: cx.today(),
    };
    let _ = procedure::decide(&cx, id, revision, granted).await?;
    Ok(())
}

/// An act of that person so many hours after it was proposed.
async fn act(past: &Past, person: PersonId, hours: i64) -> Result<Cx, Fault> {
    let time = nine() + Duration::hours(hours);
    past.act(person, past.day(PROPOSED), time).await
}

/// The head of the finance section, where the town hall has one by that name.
fn finance(town: &Town) -> Option<PersonId> {
    let plan = &town.plan;
    let named = |unit: usize| {
        let unit = &plan.units[unit];
        unit.rank == Rank::Section && unit.name == "財政課"
    };
    let heads = town.holders(|post| plan.posts[post].head && named(plan.posts[post].unit));
    heads.first().copied()
}
