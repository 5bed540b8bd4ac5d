//! The systems: the list, a page each, registering and changing by granted consultations.

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use yakusho_compliance::asset::{self, Filter};
use yakusho_compliance::designation::{self, Target};
use yakusho_compliance::ids::SystemId;
use yakusho_compliance::inventory::{self, System, SystemClass, SystemFilter, SystemForm};
use yakusho_compliance::procedure::{self, CaseState, Tray};
use yakusho_kernel::Cx;
use yakusho_regulation::ProcedureKind;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::{Common, day};
use yakusho_webkit::ui::{
    Button, Cell, Choice, Column, Empty, Form, Icon, Table, Tag, Tone, buttons, definitions, link,
    section,
};
use yakusho_webkit::{Answer, Fields, PAGE_SIZE, Problem, Typed, Visit};

use super::assets::asset_page;
use super::texts::{self, Text};
use super::{SYSTEMS, divisions, every_unit, kept, sections, system_page, units, views};
use crate::data::data_page;
use crate::operators::{Text as Operating, of_system};
use crate::protection::protected;

/// The most consultations that a field offers.
const MOST: usize = 100;

/// The most things of one system that its page lists.
const LISTED: usize = 200;

/// `GET /inventory/systems`, filtered by `class`, `section` and `words`
#[handler]
pub(super) async fn list(visit: Visit) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let filter = SystemFilter {
        class: visit.query("class").and_then(SystemClass::from_code),
        section: visit.query("section").and_then(|id| id.parse().ok()),
        words: visit.query("words").unwrap_or_default().to_owned(),
    };
    let found =
        inventory::find_systems(&visit.cx, &filter, visit.after().as_ref(), PAGE_SIZE).await?;
    let names = units(&visit, found.items.iter().map(|system| system.section)).await?;
    let columns = [Text::Name, Text::Class, Text::Section].map(|text| Column::new(text.to(lang)));
    let table = Table::new(Text::Systems.to(lang), columns)
        .empty(Empty::new(Icon::Shield, Text::NothingSystems.to(lang)))
        .rows(found.items.iter().map(|system| {
            [
                Cell::from(link(system_page(system.id), &system.name)),
                texts::class(system.class).to(lang).into_owned().into(),
                names
                    .get(&system.section)
                    .cloned()
                    .unwrap_or_default()
                    .into(),
            ]
        }));
    let classes = SystemClass::ALL
        .iter()
        .map(|class| Choice::new(class.code(), texts::class(*class).to(lang)));
    let form = Form::filter(lang, SYSTEMS);
    let filters = form.clone().render(html! {
        (form.select("class", Text::Class.to(lang)).options([Choice::new("", Text::Any.to(lang))]).options(classes)
            .value(visit.query("class").unwrap_or_default()))
        (form.select("section", Text::Section.to(lang)).options([Choice::new("", Text::Any.to(lang))])
            .options(every_unit(&visit).await?).value(visit.query("section").unwrap_or_default()))
        (form.search("words", Text::SystemWords.to(lang)).value(filter.words.clone()))
        (Button::submit(Text::Find.to(lang)))
    });
    let shell = visit.shell().await?;
    let registers = !inventory::own_sections(&visit.cx).is_empty();
    let add = Button::link(format!("{SYSTEMS}/new"), Text::NewSystem.to(lang));
    let page = Page::new(&shell, Text::Systems.to(lang))
        .actions(html! { @if registers { (add.primary().icon(Icon::Plus)) } });
    Ok(Html(page.render(html! {
        (views(&visit, SYSTEMS))
        (filters)
        (table)
        (visit.pager(found.next.as_ref()))
    })))
}

/// `GET /inventory/systems/:id`
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<SystemId>) -> Answer<Html<Markup>> {
    let (lang, cx) = (visit.lang, &visit.cx);
    let system = inventory::system(cx, id).await?;
    let place = designation::place(cx, Target::System(id)).await?;
    let names = units(&visit, [system.section]).await?;
    let owner = names.get(&system.section).cloned().unwrap_or_default();
    let mut facts = vec![
        (
            Text::Class.to(lang),
            html! { (texts::class(system.class).to(lang)) },
        ),
        (Text::Section.to(lang), html! { (owner) }),
        (
            Text::Manager.to(lang),
            manager(&visit, &system, &owner).await?,
        ),
    ];
    facts.extend(divisions::facts(&visit, &system).await?);
    let rights = designation::rights(cx, &place);
    let registers = inventory::own_sections(cx).contains(&system.section);
    let shell = visit.shell().await?;
    let page = Page::new(&shell, &*system.name)
        .crumb(SYSTEMS, Text::Systems.to(lang))
        .tags(html! { @if system.research { (Tag::new(Tone::Info, Text::Research.to(lang))) } })
        .actions(html! {
            @if rights.see { (Button::link(of_system(id), Operating::Operators.to(lang)).icon(Icon::People)) }
            (Button::link(format!("{}/manager", system_page(id)), Text::SetManager.to(lang)))
            @if registers { (Button::link(format!("{}/edit", system_page(id)), Common::Edit.to(lang)).icon(Icon::Edit)) }
        });
    let body = html! {
        (definitions(facts))
        (divisions::agreed(&visit, id).await?)
        (connected(&visit, &system).await?)
        (hosts(&visit, id).await?)
        (held(&visit, id).await?)
        (protected(&visit, id).await?)
        (kept(&visit, &id).await?)
    };
    Ok(Html(page.render(body)))
}

async fn manager(visit: &Visit, system: &System, owner: &str) -> Answer<Markup> {
    let lang = visit.lang;
    let stands = inventory::manager(&visit.cx, system.id).await?;
    let Some(stands) = stands else {
        let section = owner.to_owned();
        return Ok(html! { (Text::ManagerOwner { section }.to(lang)) });
    };
    let names = units(visit, [stands.section]).await?;
    let section = names.get(&stands.section).cloned().unwrap_or_default();
    let from = day(lang, stands.from);
    Ok(html! { (Text::ManagerIs { section, from }.to(lang)) })
}

async fn connected(visit: &Visit, system: &System) -> Answer<Markup> {
    let lang = visit.lang;
    let found = inventory::connections(&visit.cx, Some(system.id), None, LISTED).await?;
    let mut others = Vec::new();
    for one in &found.items {
        let other = if one.information_side == system.id {
            one.business_side
        } else {
            one.information_side
        };
        others.push(inventory::system(&visit.cx, other).await?);
    }
    Ok(section(
        Text::Connected.to(lang),
        html! {
            @if others.is_empty() { p { (Text::NothingConnections.to(lang)) } }
            ul { @for other in &others { li { (link(system_page(other.id), &other.name)) } } }
        },
    ))
}

async fn hosts(visit: &Visit, id: SystemId) -> Answer<Markup> {
    let lang = visit.lang;
    let filter = Filter {
        system: Some(id),
        ..Filter::default()
    };
    let found = asset::list(&visit.cx, &filter, None, LISTED).await?;
    Ok(section(
        Text::Hosts.to(lang),
        html! {
            @if found.items.is_empty() { p { (Text::NothingAssets.to(lang)) } }
            ul { @for one in &found.items {
                li { (link(asset_page(one.id), format!("{} {}", one.number, one.name))) " " (texts::kind(one.kind).to(lang)) }
            } }
        },
    ))
}

async fn held(visit: &Visit, id: SystemId) -> Answer<Markup> {
    let lang = visit.lang;
    let data = inventory::data_of_system(&visit.cx, id).await?;
    Ok(section(
        Text::Held.to(lang),
        html! {
            @if data.is_empty() { p { (Text::NothingHeld.to(lang)) } }
            ul { @for one in &data { li {
                (link(data_page(one.id), &one.name))
                @for kind in &one.kinds { " " (Tag::new(Tone::Info, texts::personal(*kind).to(lang))) }
            } } }
        },
    ))
}

/// `GET /inventory/systems/new`
#[handler]
pub(super) async fn new(visit: Visit) -> Answer {
    editor(&visit, None, visit.typed()).await
}

/// `POST /inventory/systems/new`
#[handler]
pub(super) async fn create(visit: Visit, fields: Fields) -> Answer {
    let added = async {
        let (form, consultation) = read(&fields)?;
        Ok::<_, Problem>(inventory::add_system(&visit.cx, form, consultation).await?)
    };
    match added.await {
        Ok(id) => {
            let said = Text::Added.to(visit.lang);
            Ok(visit.see_other(system_page(*id)).saying(said).into())
        }
        Err(problem) => editor(&visit, None, problem.again(&fields)?).await,
    }
}

/// `GET /inventory/systems/:id/edit`
#[handler]
pub(super) async fn edit(visit: Visit, Path(id): Path<SystemId>) -> Answer {
    let system = inventory::system_to_change(&visit.cx, id).await?;
    editor(&visit, Some(&system), visit.typed()).await
}

/// `POST /inventory/systems/:id/edit`
#[handler]
pub(super) async fn change(visit: Visit, Path(id): Path<SystemId>, fields: Fields) -> Answer {
    let changed = async {
        let (form, consultation) = read(&fields)?;
        let revision = fields.reader().given("revision")?;
        let changed = inventory::change_system(&visit.cx, id, revision, form, consultation);
        Ok::<_, Problem>(changed.await?)
    };
    match changed.await {
        Ok(_) => {
            let said = Text::Changed.to(visit.lang);
            Ok(visit.see_other(system_page(id)).saying(said).into())
        }
        Err(problem) => {
            let typed = problem.again(&fields)?;
            let system = inventory::system_to_change(&visit.cx, id).await?;
            editor(&visit, Some(&system), typed).await
        }
    }
}

fn read(fields: &Fields) -> Answer<(SystemForm, Option<procedure::CaseId>)> {
    let mut read = fields.reader();
    let section = read.needed("section", yakusho_webkit::Reader::one);
    let class = read.needed("class", |read, name| {
        read.with(name, SystemClass::from_code)
    });
    let consultation = read.one("consultation");
    let (section, class) = read.finish_with(section.zip(class))?;
    let form = SystemForm {
        name: fields.text("name"),
        class,
        section,
        research: fields.has("research"),
    };
    Ok((form, consultation))
}

/// The granted consultations of the reader's sections, as something to choose.
async fn consultations(visit: &Visit, kind: ProcedureKind) -> Answer<Vec<Choice>> {
    let cases = procedure::list(&visit.cx, &Tray::Section, None, MOST).await?;
    let granted = cases
        .items
        .into_iter()
        .filter(|case| case.kind == kind && case.state == CaseState::Granted);
    let named = granted.map(|case| {
        let number = case
            .number
            .map(|number| format!("{}-{} ", number.year.year(), number.number));
        let number = number.unwrap_or_default();
        Choice::new(case.id.to_string(), format!("{number}{}", case.subject))
    });
    Ok(named.collect())
}

/// Whether the city asks for a consultation of that kind today.
fn asks(cx: &Cx, kind: ProcedureKind) -> bool {
    cx.city().procedure(kind, cx.today()).is_some()
}

async fn editor(visit: &Visit, known: Option<&System>, typed: Typed<'_>) -> Answer {
    let lang = visit.lang;
    let own = inventory::registering_systems(&visit.cx)?;
    let (title, address, kind) = match known {
        Some(system) => (
            Text::EditSystem,
            format!("{}/edit", system_page(system.id)),
            ProcedureKind::SystemChange,
        ),
        None => (
            Text::NewSystem,
            format!("{SYSTEMS}/new"),
            ProcedureKind::SystemDecision,
        ),
    };
    let consultations = consultations(visit, kind).await?;
    let sections = sections(visit, Some(&own)).await?;
    let first = own.first().map(ToString::to_string);
    let classes = SystemClass::ALL
        .iter()
        .map(|class| Choice::new(class.code(), texts::class(*class).to(lang)));
    let back = known.map_or_else(|| SYSTEMS.to_owned(), |system| system_page(system.id));
    let form = typed.form(visit, address);
    let body = html! {
        @if known.is_none() && asks(&visit.cx, kind) { p { (Text::NewSystemHelp.to(lang)) } }
        (form.clone().render(html! {
            @if let Some(known) = known { (form.revision(known.revision)) }
            (form.text("name", Text::Name.to(lang)).required().max_chars(100)
                .values(known.map(|one| one.name.clone())))
            (form.radios("class", Text::Class.to(lang)).required().options(classes)
                .values(known.map(|one| one.class.code())))
            (form.select("section", Text::Section.to(lang)).required().options(sections)
                .values(known.map(|one| one.section.to_string()).or(first)))
            (form.checkbox("research", Text::Research.to(lang)).checked(known.is_some_and(|one| one.research)))
            @if asks(&visit.cx, kind) {
                (form.select("consultation", Text::Consultation.to(lang)).help(Text::ConsultationHelp.to(lang))
                    .options([Choice::new("", Text::NoConsultation.to(lang))]).options(consultations))
            }
            (buttons(html! {
                (Button::submit(title.to(lang)).primary())
                (Button::link(back.clone(), Common::Cancel.to(lang)).tertiary())
            }))
        }))
    };
    let shell = visit.shell().await?;
    let page = Page::new(&shell, title.to(lang)).crumb(SYSTEMS, Text::Systems.to(lang));
    let page = match known {
        Some(system) => page.crumb(back, &*system.name),
        None => page,
    };
    Ok(typed.page(page.render(body)))
}
