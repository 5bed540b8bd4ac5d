//! The register of data sets: the list, and adding to it.

use maud::{Markup, html};
use poem::handler;
use poem::web::Html;
use yakusho_accounts::directory;
use yakusho_compliance::inventory::{self, DataSetForm};
use yakusho_kernel::UnitId;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Button, Cell, Choice, Column, Empty, Icon, Table, Tag, Tone, buttons};
use yakusho_webkit::{Access, Answer, Fields, PAGE_SIZE, Problem, Routes, Typed, Visit};

use crate::forms::{FORMS, Text as Forms, views};

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
        NotHead: "登録できるのは、所管する課の長です。" / "Data are registered by the head of the section that owns them.";
    }
}

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(DATA_SETS, Access::User, list)
        .get("/data-sets/new", Access::User, new)
        .post("/data-sets/new", Access::User, create)
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
                    (data.name)
                    @if data.personal { " " (Tag::new(Tone::Info, Text::Personal.to(lang))) }
                }),
                units.get(&data.section).cloned().unwrap_or_default().into(),
                html! { @for line in data.about.lines() { p { (line) } } }.into(),
            ]
        }));
    let views = views(&visit, DATA_SETS).await?;
    let shell = visit.shell().await?;
    let add = Button::link(format!("{DATA_SETS}/new"), Text::New.to(lang));
    let page = Page::new(&shell, Forms::DataSets.to(lang))
        .crumb(FORMS, Forms::Forms.to(lang))
        .actions(html! { (add.primary().icon(Icon::Plus)) });
    Ok(Html(page.render(html! {
        (views)
        (table)
        (visit.pager(listed.next.as_ref()))
    })))
}

/// `GET /data-sets/new`
#[handler]
async fn new(visit: Visit) -> Answer {
    editor(&visit, Typed::nothing()).await
}

/// `POST /data-sets/new`
#[handler]
async fn create(visit: Visit, fields: Fields) -> Answer {
    let added = async {
        let mut read = fields.reader();
        let section = read.needed("section", yakusho_webkit::Reader::one);
        let form = DataSetForm {
            name: fields.text("name"),
            section: read.finish_with(section)?,
            personal: fields.has("personal"),
            about: fields.text("about"),
        };
        Ok::<_, Problem>(inventory::add_data_set(&visit.cx, form).await?)
    };
    match added.await {
        Ok(_) => {
            let said = Text::Added.to(visit.lang);
            Ok(visit.see_other(DATA_SETS).saying(said).into())
        }
        Err(problem) => editor(&visit, problem.again(&fields)?).await,
    }
}

async fn editor(visit: &Visit, typed: Typed<'_>) -> Answer {
    let lang = visit.lang;
    let sections = inventory::own_sections(&visit.cx);
    let names = directory::unit_names(&visit.cx.reader(), visit.cx.today(), &sections).await?;
    let options = sections.iter().map(|unit| {
        let name = names.get(unit).cloned().unwrap_or_default();
        Choice::new(unit.to_string(), name)
    });
    let form = typed.form(visit, format!("{DATA_SETS}/new"));
    let body = html! {
        @if sections.is_empty() {
            p { (Text::NotHead.to(lang)) }
        } @else {
            (form.clone().render(html! {
                (form.text("name", Text::Name.to(lang)).required().max_chars(100))
                (form.select("section", Text::Owner.to(lang)).required().options(options)
                    .values(sections.first().map(ToString::to_string)))
                (form.checkbox("personal", Text::Personal.to(lang)))
                (form.textarea("about", Text::About.to(lang)).max_chars(2_000))
                (buttons(html! {
                    (Button::submit(Text::New.to(lang)).primary())
                    (Button::link(DATA_SETS, Common::Cancel.to(lang)).tertiary())
                }))
            }))
        }
    };
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::New.to(lang))
        .crumb(FORMS, Forms::Forms.to(lang))
        .crumb(DATA_SETS, Forms::DataSets.to(lang));
    Ok(typed.page(page.render(body)))
}
