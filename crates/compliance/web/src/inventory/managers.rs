//! Who develops and maintains a system: designated, or agreed on with the agreement on file.

use maud::{Markup, html};
use poem::handler;
use poem::web::Path;
use yakusho_attachments::AttachmentId;
use yakusho_attachments_web::Files;
use yakusho_compliance::ids::SystemId;
use yakusho_compliance::inventory::{self, ManagerForm, ManagerId};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{
    Button, Cell, Column, Table, Tag, Tone, buttons, section, short_day, short_moment,
};
use yakusho_webkit::{Answer, PAGE_SIZE, Problem, Reader, Typed, Upload, Visit};

use super::texts::Text;
use super::{SYSTEMS, every_unit, system_page, units};

/// `GET /inventory/systems/:id/manager`
#[handler]
pub(super) async fn edit(visit: Visit, Path(id): Path<SystemId>) -> Answer {
    page(&visit, id, &Files::default(), visit.typed()).await
}

/// `POST /inventory/systems/:id/manager`
#[handler]
pub(super) async fn set(visit: Visit, Path(id): Path<SystemId>, upload: Upload) -> Answer {
    let _ = inventory::system(&visit.cx, id).await?;
    let (fields, files) = Files::receive(&visit, upload, Vec::new()).await?;
    let set = async {
        let mut read = fields.reader();
        let section = read.needed("section", Reader::one);
        let from = read.needed("from", Reader::day);
        let agreed = read.all("agreed");
        let revision = read.given("revision")?;
        let (section, from) = read.finish_with(section.zip(from))?;
        let form = ManagerForm {
            section,
            from,
            agreed,
            files: files.ids(),
        };
        Ok::<_, Problem>(inventory::set_manager(&visit.cx, id, revision, form).await?)
    };
    match set.await {
        Ok(_) => {
            let said = Text::ManagerSet.to(visit.lang);
            Ok(visit.see_other(system_page(id)).saying(said).into())
        }
        Err(problem) => page(&visit, id, &files, problem.again(&fields)?).await,
    }
}

/// `GET /inventory/systems/:id/agreements/:manager/files/:file`
#[handler]
pub(super) async fn agreement(
    visit: Visit,
    Path((id, manager, file)): Path<(SystemId, ManagerId, AttachmentId)>,
) -> Answer {
    let manager = inventory::recorded_manager(&visit.cx, id, manager)
        .await?
        .id;
    yakusho_attachments_web::download(&visit, &manager, file).await
}

async fn page(visit: &Visit, id: SystemId, files: &Files, typed: Typed<'_>) -> Answer {
    let lang = visit.lang;
    let system = inventory::system(&visit.cx, id).await?;
    let business = system.class.is_business();
    let form = typed.form(visit, format!("{}/manager", system_page(id)));
    let choices = every_unit(visit).await?;
    let help = if business {
        Text::SetManagerBusiness
    } else {
        Text::SetManagerInformation
    };
    let body = form.clone().multipart().render(html! {
        p { (help.to(lang)) }
        (form.revision(system.revision))
        (form.select("section", Text::Manager.to(lang)).required().options(choices.clone())
            .value(system.section.to_string()))
        (form.date("from", Text::From.to(lang)).required().value(visit.cx.today().to_string()))
        @if business {
            (form.checkboxes("agreed", Text::Agreed.to(lang)).options(choices))
            p { (Text::Agreement.to(lang)) }
            (files.fields(visit, &form))
        }
        (buttons(html! {
            (Button::submit(Text::SetManager.to(lang)).primary())
            (Button::link(system_page(id), Common::Cancel.to(lang)).tertiary())
        }))
    });
    let recorded = recorded(visit, id).await?;
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::SetManager.to(lang))
        .crumb(SYSTEMS, Text::Systems.to(lang))
        .crumb(system_page(id), &*system.name);
    Ok(typed.page(page.render(html! { (body) (recorded) })))
}

async fn recorded(visit: &Visit, id: SystemId) -> Answer<Markup> {
    let lang = visit.lang;
    let found = inventory::managers(&visit.cx, id, visit.after().as_ref(), PAGE_SIZE).await?;
    let recorded = &found.items;
    let named = recorded
        .iter()
        .flat_map(|one| one.agreed.iter().copied().chain([one.section]));
    let names = units(visit, named).await?;
    let name = |unit| names.get(unit).cloned().unwrap_or_default();
    let columns = [
        Text::Manager,
        Text::From,
        Text::Agreed,
        Text::Agreement,
        Text::At,
    ]
    .map(|text| Column::new(text.to(lang)));
    let table = Table::new(Text::Recorded.to(lang), columns).rows(recorded.iter().map(|one| {
        let agreed: Vec<String> = one.agreed.iter().map(name).collect();
        let href = |file: AttachmentId| {
            format!("{}/agreements/{}/files/{file}", system_page(id), one.id)
        };
        [
            Cell::from(html! {
                (name(&one.section))
                @if one.superseded_at.is_some() { " " (Tag::new(Tone::Neutral, Text::Superseded.to(lang))) }
            }),
            short_day(lang, one.from).into(),
            agreed.join("、").into(),
            yakusho_attachments_web::shown(lang, &one.files, href).into(),
            short_moment(lang, one.recorded_at.local()).into(),
        ]
    }));
    let pager = visit.pager(found.next.as_ref());
    Ok(html! {
        @if !recorded.is_empty() {
            (section(Text::Recorded.to(lang), html! { (table) (pager) }))
        }
    })
}
