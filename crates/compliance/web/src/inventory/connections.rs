//! The connections of information-side and business-side systems.

use std::collections::HashMap;

use maud::{Markup, html};
use poem::handler;
use poem::web::Html;
use yakusho_compliance::ids::SystemId;
use yakusho_compliance::inventory::{self, System};
use yakusho_compliance::procedure::{self, CaseState, Tray};
use yakusho_regulation::ProcedureKind;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Button, Cell, Choice, Column, Empty, Icon, Table, buttons, link};
use yakusho_webkit::{Answer, Fields, PAGE_SIZE, Problem, Reader, Typed, Visit};

use super::texts::Text;
use super::{CONNECTIONS, MOST, SYSTEMS, system_page, views};

/// `GET /inventory/connections`
#[handler]
pub(super) async fn list(visit: Visit) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let found = inventory::connections(&visit.cx, None, visit.after().as_ref(), PAGE_SIZE).await?;
    let systems = inventory::systems(&visit.cx, MOST as u64).await?;
    let names: HashMap<SystemId, &str> = systems.iter().map(|one| (one.id, &*one.name)).collect();
    let named = |id: SystemId| {
        let name = names.get(&id).map(|name| (*name).to_owned());
        let name = name.unwrap_or_else(|| Text::Unknown.to(lang).into_owned());
        Cell::from(link(system_page(id), name))
    };
    let columns = [Text::InformationSide, Text::BusinessSide];
    let columns = columns.map(|text| Column::new(text.to(lang)));
    let table = Table::new(Text::Connections.to(lang), columns)
        .empty(Empty::new(Icon::Shield, Text::NothingConnections.to(lang)))
        .rows(
            found
                .items
                .iter()
                .map(|one| [named(one.information_side), named(one.business_side)]),
        );
    let shell = visit.shell().await?;
    let registers = !inventory::own_sections(&visit.cx).is_empty();
    let add = Button::link(format!("{CONNECTIONS}/new"), Text::NewConnection.to(lang));
    let page = Page::new(&shell, Text::Connections.to(lang))
        .actions(html! { @if registers { (add.primary().icon(Icon::Plus)) } });
    Ok(Html(page.render(html! {
        (views(&visit, CONNECTIONS))
        (table)
        (visit.pager(found.next.as_ref()))
    })))
}

/// `GET /inventory/connections/new`
#[handler]
pub(super) async fn new(visit: Visit) -> Answer {
    editor(&visit, visit.typed()).await
}

/// `POST /inventory/connections/new`
#[handler]
pub(super) async fn create(visit: Visit, fields: Fields) -> Answer {
    let added = async {
        let mut read = fields.reader();
        let information = read.needed("information_side", Reader::one);
        let business = read.needed("business_side", Reader::one);
        let consultation = read.one("consultation");
        let (information, business) = read.finish_with(information.zip(business))?;
        let added = inventory::connect(&visit.cx, information, business, consultation);
        Ok::<_, Problem>(added.await?)
    };
    match added.await {
        Ok(_) => {
            let said = Text::Added.to(visit.lang);
            Ok(visit.see_other(CONNECTIONS).saying(said).into())
        }
        Err(problem) => editor(&visit, problem.again(&fields)?).await,
    }
}

async fn editor(visit: &Visit, typed: Typed<'_>) -> Answer {
    let lang = visit.lang;
    let systems = inventory::systems(&visit.cx, MOST as u64).await?;
    let side = |business: bool| -> Vec<Choice> {
        let own = |system: &&System| system.class.is_business() == business;
        systems.iter().filter(own).map(super::choice).collect()
    };
    let cases = procedure::list(&visit.cx, &Tray::Section, None, 100).await?;
    let granted = cases.items.into_iter().filter(|case| {
        case.kind == ProcedureKind::SystemConnection && case.state == CaseState::Granted
    });
    let consultations = granted.map(|case| Choice::new(case.id.to_string(), case.subject));
    let form = typed.form(visit, format!("{CONNECTIONS}/new"));
    let _ = inventory::registering_systems(&visit.cx)?;
    let body = html! {
        (form.clone().render(html! {
            (form.select("information_side", Text::InformationSide.to(lang)).required().options(side(false)))
            (form.select("business_side", Text::BusinessSide.to(lang)).required().options(side(true)))
            (form.select("consultation", Text::Consultation.to(lang)).help(Text::ConsultationHelp.to(lang))
                .options([Choice::new("", Text::NoConsultation.to(lang))]).options(consultations))
            (buttons(html! {
                (Button::submit(Text::NewConnection.to(lang)).primary())
                (Button::link(CONNECTIONS, Common::Cancel.to(lang)).tertiary())
            }))
        }))
    };
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::NewConnection.to(lang))
        .crumb(SYSTEMS, Text::Systems.to(lang))
        .crumb(CONNECTIONS, Text::Connections.to(lang));
    Ok(typed.page(page.render(body)))
}
