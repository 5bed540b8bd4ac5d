//! The registers: systems and who answers for them, connections, equipment.

mod api;
mod assets;
mod connections;
mod divisions;
mod divisions_api;
mod editor;
mod import;
mod kept;
mod managers;
mod managers_api;
mod systems;
mod texts;

use std::collections::HashMap;

use maud::Markup;
use yakusho_accounts::directory;
use yakusho_compliance::ids::SystemId;
use yakusho_compliance::inventory::{self, System};
use yakusho_compliance::protection;
use yakusho_kernel::{PersonId, UnitId};
use yakusho_webkit::ui::{Choice, Icon, Tab, tabs};
use yakusho_webkit::{Access, Answer, NavEntry, Routes, Visit};

pub(crate) use divisions::words as division_words;
pub(crate) use kept::kept;
pub(crate) use texts::{Text, personal};

use crate::data::DATA_SETS;
use crate::operators::{CHECKS, REPORTS, RULES, Text as Operating};
use crate::protection::{MEASURES, Text as Protecting};

/// The list of systems, where the registers begin.
pub(crate) const SYSTEMS: &str = "/inventory/systems";
/// The list of connections.
pub(crate) const CONNECTIONS: &str = "/inventory/connections";
/// The list of equipment.
pub(crate) const ASSETS: &str = "/inventory/equipment";

/// The most entries that a field offers.
const MOST: usize = 1_000;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(SYSTEMS, Access::User, systems::list)
        .get("/inventory/systems/new", Access::User, systems::new)
        .post("/inventory/systems/new", Access::User, systems::create)
        .get("/inventory/systems/:id", Access::User, systems::show)
        .get("/inventory/systems/:id/edit", Access::User, systems::edit)
        .post("/inventory/systems/:id/edit", Access::User, systems::change)
        .get(
            "/inventory/systems/:id/manager",
            Access::User,
            managers::edit,
        )
        .upload(
            "/inventory/systems/:id/manager",
            Access::User,
            managers::set,
        )
        .download(
            "/inventory/systems/:id/agreements/:manager/files/:file",
            Access::User,
            managers::agreement,
        )
        .get(CONNECTIONS, Access::User, connections::list)
        .get("/inventory/connections/new", Access::User, connections::new)
        .post(
            "/inventory/connections/new",
            Access::User,
            connections::create,
        )
        .get(ASSETS, Access::User, assets::list)
        .get("/inventory/equipment/new", Access::User, editor::new)
        .post("/inventory/equipment/new", Access::User, editor::create)
        .get("/inventory/equipment/import", Access::User, import::ask)
        .upload("/inventory/equipment/import", Access::User, import::submit)
        .download(
            "/inventory/equipment/template.csv",
            Access::User,
            import::template,
        )
        .download(
            "/inventory/equipment/export.csv",
            Access::User,
            import::export,
        )
        .get("/inventory/equipment/:id", Access::User, assets::show)
        .get("/inventory/equipment/:id/edit", Access::User, editor::edit)
        .post(
            "/inventory/equipment/:id/edit",
            Access::User,
            editor::change,
        )
        .join(api::routes())
        .join(divisions_api::routes())
        .join(managers_api::routes())
}

pub(crate) fn nav() -> NavEntry {
    NavEntry::new(SYSTEMS, Icon::Shield, |lang| Text::Registers.to(lang)).function(crate::FUNCTION)
}

/// The registers, one beside the other.
pub(crate) fn views(visit: &Visit, current: &str) -> Markup {
    let lang = visit.lang;
    let protects = protection::asked(&visit.cx);
    let measures = protects.then(|| (MEASURES, Protecting::Measures.to(lang)));
    let first = [
        (SYSTEMS, Text::Systems.to(lang)),
        (CONNECTIONS, Text::Connections.to(lang)),
        (ASSETS, Text::Equipment.to(lang)),
        (DATA_SETS, Text::Data.to(lang)),
    ];
    let then = [
        (REPORTS, Operating::Reports.to(lang)),
        (CHECKS, Operating::Check.to(lang)),
        (RULES, Operating::Rules.to(lang)),
    ];
    let views = first.into_iter().chain(measures).chain(then);
    let views = views.map(|(address, words)| Tab::new(address, words).current(address == current));
    tabs(Text::Views.to(lang), views)
}

/// The page of a system.
pub(crate) fn system_page(id: SystemId) -> String {
    format!("{SYSTEMS}/{id}")
}

/// The names of units today.
pub(crate) async fn units(
    visit: &Visit,
    units: impl IntoIterator<Item = UnitId>,
) -> Answer<HashMap<UnitId, String>> {
    let units: Vec<UnitId> = units.into_iter().collect();
    let on = visit.cx.reader();
    Ok(directory::unit_names(&on, visit.cx.today(), &units).await?)
}

/// Each unit of today, as something to choose.
pub(crate) async fn every_unit(visit: &Visit) -> Answer<Vec<Choice>> {
    let units = directory::units(&visit.cx.reader(), visit.cx.today()).await?;
    let choices = units.iter();
    Ok(choices
        .map(|unit| Choice::new(unit.id.to_string(), unit.indented_name()))
        .collect())
}

/// These sections, as something to choose; all units where none are given.
pub(crate) async fn sections(visit: &Visit, of: Option<&[UnitId]>) -> Answer<Vec<Choice>> {
    let Some(of) = of else {
        return every_unit(visit).await;
    };
    let names = units(visit, of.iter().copied()).await?;
    let choices = of.iter().map(|unit| {
        let name = names.get(unit).cloned().unwrap_or_default();
        Choice::new(unit.to_string(), name)
    });
    Ok(choices.collect())
}

/// Each system of the register, as something to choose.
pub(crate) async fn every_system(visit: &Visit) -> Answer<Vec<Choice>> {
    let systems = inventory::systems(&visit.cx, MOST as u64).await?;
    Ok(systems.iter().map(choice).collect())
}

fn choice(system: &System) -> Choice {
    Choice::new(system.id.to_string(), &*system.name)
}

/// The names of people today.
pub(crate) async fn people(
    visit: &Visit,
    people: impl IntoIterator<Item = PersonId>,
) -> Answer<HashMap<PersonId, String>> {
    let people: Vec<PersonId> = people.into_iter().collect();
    let on = visit.cx.reader();
    let cards = directory::people(&on, visit.cx.today(), &people).await?;
    let named = cards.into_iter().map(|(id, card)| {
        let name = format!("{} {}", card.unit_name, card.name);
        (id, name.trim().to_owned())
    });
    Ok(named.collect())
}
