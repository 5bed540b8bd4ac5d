//! The register of data sets: the list, a page each, adding and changing.

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use yakusho_accounts::directory;
use yakusho_compliance::ids::DataSetId;
use yakusho_compliance::inventory::{self, DataSet, DataSetForm, PersonalKind};
use yakusho_kernel::UnitId;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{
    Button, Cell, Choice, Column, Empty, Icon, Table, Tag, Tone, buttons, definitions, link,
};
use yakusho_webkit::{Access, Answer, Fields, PAGE_SIZE, Problem, Routes, Typed, Visit};

use crate::forms::Text as Forms;
use crate::inventory::{Text as Registers, every_system, kept, personal, system_page, views};

/// The list.
pub(crate) const DATA_SETS: &str = "/data-sets";

yakusho_webkit::texts! {
    enum Text {
        Name: "名称" / "Name";
        Owner: "所管する課" / "Owner";
        Personal: "個人情報を含む" / "Holds personal information";
        About: "内容" / "What is in it";
        New: "データを登録" / "Register data";
        Nothing: "登録されたデータはありません。" / "No data are registered.";
        Added: "登録しました。" / "It was registered.";
    }
}

/// The page of a set of data.
pub(crate) fn data_page(id: DataSetId) -> String {
    format!("{DATA_SETS}/{id}")
}

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(DATA_SETS, Access::User, list)
        .get("/data-sets/new", Access::User, new)
        .post("/data-sets/new", Access::User, create)
        .get("/data-sets/:id", Access::User, show)
        .get("/data-sets/:id/edit", Access::User, edit)
        .post("/data-sets/:id/edit", Access::User, change)
}

/// `GET /data-sets`
#[handler]
async fn list(visit: Visit) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let listed = inventory::data_sets(&visit.cx, None, visit.after().as_ref(), PAGE_SIZE).await?;
    let owners: Vec<UnitId> = listed.items.iter().map(|data| data.section).collect();
    let units = directory::unit_names(&visit.cx.reader(), visit.cx.today(), &owners).await?;
    let columns = [Text::Name, Text::Owner, Text::About].map(|text| Column::new(text.to(lang)));
    let table = Table::new(Forms::DataSets.to(lang), columns)
        .empty(Empty::new(Icon::Book, Text::Nothing.to(lang)))
        .rows(listed.items.iter().map(|data| {
            [
                Cell::from(html! {
                    (link(data_page(data.id), &data.name))
                    @if data.personal { " " (Tag::new(Tone::Info, Text::Personal.to(lang))) }
                }),
                units.get(&data.section).cloned().unwrap_or_default().into(),
                html! { @for line in data.about.lines() { p { (line) } } }.into(),
            ]
        }));
    let shell = visit.shell().await?;
    let registers = !inventory::own_sections(&visit.cx).is_empty();
    let add = Button::link(format!("{DATA_SETS}/new"), Text::New.to(lang));
    let page = Page::new(&shell, Forms::DataSets.to(lang))
        .actions(html! { @if registers { (add.primary().icon(Icon::Plus)) } });
    Ok(Html(page.render(html! {
        (views(&visit, DATA_SETS))
        (table)
        (visit.pager(listed.next.as_ref()))
    })))
}

/// `GET /data-sets/:id`
#[handler]
async fn show(visit: Visit, Path(id): Path<DataSetId>) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let data = inventory::data_set(&visit.cx, id).await?;
    let units =
        directory::unit_names(&visit.cx.reader(), visit.cx.today(), &[data.section]).await?;
    let system = match data.system {
        Some(system) => Some(inventory::system(&visit.cx, system).await?),
        None => None,
    };
    let facts = [
        (
            Text::Owner.to(lang),
            html! { (units.get(&data.section).cloned().unwrap_or_default()) },
        ),
        (
            Registers::Kinds.to(lang),
            html! {
                @if data.kinds.is_empty() && data.personal { (Text::Personal.to(lang)) }
                @for kind in &data.kinds { (Tag::new(Tone::Info, personal(*kind).to(lang))) " " }
            },
        ),
        (
            Registers::HeldBy.to(lang),
            html! {
                @match &system {
                    Some(system) => (link(system_page(system.id), &system.name)),
                    None => (Registers::NoSystem.to(lang)),
                }
            },
        ),
        (
            Text::About.to(lang),
            html! { @for line in data.about.lines() { p { (line) } } },
        ),
    ];
    let own = inventory::own_sections(&visit.cx).contains(&data.section);
    let shell = visit.shell().await?;
    let page = Page::new(&shell, &*data.name)
        .crumb(DATA_SETS, Forms::DataSets.to(lang))
        .actions(html! {
            @if own { (Button::link(format!("{}/edit", data_page(id)), Common::Edit.to(lang)).icon(Icon::Edit)) }
        });
    Ok(Html(page.render(html! {
        (definitions(facts))
        (kept(&visit, &id).await?)
    })))
}

/// `GET /data-sets/new`
#[handler]
async fn new(visit: Visit) -> Answer {
    editor(&visit, None, visit.typed()).await
}

/// `POST /data-sets/new`
#[handler]
async fn create(visit: Visit, fields: Fields) -> Answer {
    let added = async {
        let form = read(&fields)?;
        Ok::<_, Problem>(inventory::add_data_set(&visit.cx, form).await?)
    };
    match added.await {
        Ok(_) => {
            let said = Text::Added.to(visit.lang);
            Ok(visit.see_other(DATA_SETS).saying(said).into())
        }
        Err(problem) => editor(&visit, None, problem.again(&fields)?).await,
    }
}

/// `GET /data-sets/:id/edit`
#[handler]
async fn edit(visit: Visit, Path(id): Path<DataSetId>) -> Answer {
    let data = inventory::data_set(&visit.cx, id).await?;
    editor(&visit, Some(&data), visit.typed()).await
}

/// `POST /data-sets/:id/edit`
#[handler]
async fn change(visit: Visit, Path(id): Path<DataSetId>, fields: Fields) -> Answer {
    let changed = async {
        let form = read(&fields)?;
        let revision = fields.reader().given("revision")?;
        Ok::<_, Problem>(inventory::change_data_set(&visit.cx, id, revision, form).await?)
    };
    match changed.await {
        Ok(_) => {
            let said = Registers::Changed.to(visit.lang);
            Ok(visit.see_other(data_page(id)).saying(said).into())
        }
        Err(problem) => {
            let typed = problem.again(&fields)?;
            let data = inventory::data_set(&visit.cx, id).await?;
            editor(&visit, Some(&data), typed).await
        }
    }
}

fn read(fields: &Fields) -> Answer<DataSetForm> {
    let mut read = fields.reader();
    let section = read.needed("section", yakusho_webkit::Reader::one);
    let system = read.one("system");
    let kinds = fields.all("kinds").filter_map(PersonalKind::from_code);
    let kinds = kinds.collect();
    Ok(DataSetForm {
        name: fields.text("name"),
        section: read.finish_with(section)?,
        personal: fields.has("personal"),
        kinds,
        system,
        about: fields.text("about"),
    })
}

async fn editor(visit: &Visit, known: Option<&DataSet>, typed: Typed<'_>) -> Answer {
    let lang = visit.lang;
    // To another section an entry does not pass here.
    let of = known.map(|known| known.section);
    let sections = inventory::registering_data(&visit.cx, of)?;
    let names = directory::unit_names(&visit.cx.reader(), visit.cx.today(), &sections).await?;
    let options = sections.iter().map(|unit| {
        let name = names.get(unit).cloned().unwrap_or_default();
        Choice::new(unit.to_string(), name)
    });
    let kinds = PersonalKind::ALL
        .iter()
        .map(|kind| Choice::new(kind.code(), personal(*kind).to(lang)));
    let held: Vec<&str> = known.map_or(Vec::new(), |one| {
        one.kinds.iter().map(|kind| kind.code()).collect()
    });
    let (title, address) = match known {
        Some(one) => (
            Registers::EditData.to(lang),
            format!("{}/edit", data_page(one.id)),
        ),
        None => (Text::New.to(lang), format!("{DATA_SETS}/new")),
    };
    let systems = every_system(visit).await?;
    let back = known.map_or_else(|| DATA_SETS.to_owned(), |one| data_page(one.id));
    let form = typed.form(visit, address);
    let body = html! {
        (form.clone().render(html! {
            @if let Some(known) = known { (form.revision(known.revision)) }
            (form.text("name", Text::Name.to(lang)).required().max_chars(100)
                .values(known.map(|one| one.name.clone())))
            (form.select("section", Text::Owner.to(lang)).required().options(options)
                .values(sections.first().map(ToString::to_string)))
            (form.checkbox("personal", Text::Personal.to(lang)).checked(known.is_some_and(|one| one.personal)))
            (form.checkboxes("kinds", Registers::Kinds.to(lang)).options(kinds).values(held))
            (form.select("system", Registers::HeldBy.to(lang)).options([Choice::new("", Registers::NoSystem.to(lang))])
                .options(systems).values(known.and_then(|one| one.system).map(|id| id.to_string())))
            (form.textarea("about", Text::About.to(lang)).max_chars(2_000)
                .values(known.map(|one| one.about.clone())))
            (buttons(html! {
                (Button::submit(title.clone()).primary())
                (Button::link(back.clone(), Common::Cancel.to(lang)).tertiary())
            }))
        }))
    };
    let shell = visit.shell().await?;
    let page = Page::new(&shell, title.clone()).crumb(DATA_SETS, Forms::DataSets.to(lang));
    Ok(typed.page(page.render(body)))
}
