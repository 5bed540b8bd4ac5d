//! The categories, for the administrator.

use maud::{Markup, html};
use poem::web::{Html, Path};
use poem::{Response, handler};
use yakusho_kernel::{Fault, Invalid};
use yakusho_scheduling::facility::{self, Category, CategoryForm, CategoryId};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Button, Cell, Column, Empty, Icon, Table, Tag, Tone, buttons, link};
use yakusho_webkit::{Answer, Fields, Problem, Typed, Visit};

use super::texts::Text as Facility;
use super::{FACILITIES, keeps_all};

/// The list.
pub(super) const PAGE: &str = "/facilities/categories";

/// The longest name, in characters.
const NAME: usize = 60;

yakusho_webkit::texts! {
    /// What the pages say.
    enum Text {
        Title: "施設の分類" / "Categories of facilities";
        Intro: "会議室、公用車など、一覧や空き状況で施設を分けて見るための分類です。" / "By them facilities stand together in lists and plans.";
        New: "分類を追加" / "Add category";
        Edit: "分類の変更" / "Change category";
        Retired: "新しい施設をこの分類に入れない" / "Take no new facilities";
        IsRetired: "新規停止" / "Takes no new ones";
        State: "状態" / "State";
        Saved: "分類を保存しました。" / "The category was saved.";
        None: "分類はまだありません。施設を登録する前に、分類を追加してください。" / "There are none yet. Add one before the first facility.";
    }
}

/// `GET /facilities/categories`
#[handler]
pub(super) async fn list(visit: Visit) -> Answer<Html<Markup>> {
    let categories = kept(&visit).await?;
    let lang = visit.lang;
    let rows = categories.iter().map(|one| -> [Cell; 3] {
        [
            link(page_of(one.id), one.name(lang)).into(),
            one.position.to_string().into(),
            html! { @if one.retired { (Tag::new(Tone::Neutral, Text::IsRetired.to(lang))) } }
                .into(),
        ]
    });
    let columns = [
        Column::new(Facility::Name.to(lang)),
        Column::number(Facility::Position.to(lang)),
        Column::new(Text::State.to(lang)),
    ];
    let table = Table::new(Text::Title.to(lang), columns)
        .rows(rows)
        .empty(Empty::new(Icon::Folder, Text::None.to(lang)));
    let shell = visit.shell().await?;
    let button = Button::link(format!("{PAGE}/new"), Text::New.to(lang));
    let page = Page::new(&shell, Text::Title.to(lang))
        .crumb(FACILITIES, Facility::Facilities.to(lang))
        .actions(html! { (button.primary().icon(Icon::Plus)) });
    Ok(Html(page.render(html! {
        p { (Text::Intro.to(lang)) }
        (table)
    })))
}

/// The categories, for whoever sets them.
async fn kept(visit: &Visit) -> Answer<Vec<Category>> {
    if !keeps_all(visit) {
        return Err(Fault::NotFound.into());
    }
    Ok(facility::categories(&visit.cx).await?)
}

async fn find(visit: &Visit, id: CategoryId) -> Answer<Category> {
    let mut all = kept(visit).await?.into_iter();
    Ok(all.find(|one| one.id == id).ok_or(Fault::NotFound)?)
}

fn page_of(id: CategoryId) -> String {
    format!("{PAGE}/{id}")
}

/// `GET /facilities/categories/new`
#[handler]
pub(super) async fn new(visit: Visit) -> Answer {
    let _ = kept(&visit).await?;
    editor(&visit, None, visit.typed()).await
}

/// `POST /facilities/categories/new`
#[handler]
pub(super) async fn add(visit: Visit, fields: Fields) -> Answer {
    let added =
        async { Ok::<_, Problem>(facility::add_category(&visit.cx, read(&fields)?).await?) };
    match added.await {
        Ok(_) => Ok(done(&visit)),
        Err(problem) => editor(&visit, None, problem.again(&fields)?).await,
    }
}

/// `GET /facilities/categories/:id`
#[handler]
pub(super) async fn edit(visit: Visit, Path(id): Path<CategoryId>) -> Answer {
    let category = find(&visit, id).await?;
    editor(&visit, Some(&category), visit.typed()).await
}

/// `POST /facilities/categories/:id`
#[handler]
pub(super) async fn change(visit: Visit, Path(id): Path<CategoryId>, fields: Fields) -> Answer {
    let category = find(&visit, id).await?;
    let changed = async {
        let revision = fields.reader().given("revision")?;
        let form = read(&fields)?;
        Ok::<_, Problem>(facility::change_category(&visit.cx, id, revision, form).await?)
    };
    match changed.await {
        Ok(_) => Ok(done(&visit)),
        Err(problem) => editor(&visit, Some(&category), problem.again(&fields)?).await,
    }
}

fn read(fields: &Fields) -> Result<CategoryForm, Invalid> {
    let mut read = fields.reader();
    let form = CategoryForm {
        name_ja: fields.text("name_ja"),
        name_en: fields.text("name_en"),
        position: read.one("position").unwrap_or_default(),
        retired: fields.has("retired"),
    };
    read.finish()?;
    Ok(form)
}

fn done(visit: &Visit) -> Response {
    let said = Text::Saved.to(visit.lang);
    visit.see_other(PAGE).saying(said).into()
}

async fn editor(visit: &Visit, category: Option<&Category>, typed: Typed<'_>) -> Answer {
    let lang = visit.lang;
    let (address, title) = match category {
        None => (format!("{PAGE}/new"), Text::New),
        Some(category) => (page_of(category.id), Text::Edit),
    };
    let form = typed.form(visit, address);
    let body = form.render(html! {
        @if let Some(category) = category { (form.revision(category.revision)) }
        (form.text("name_ja", Facility::NameJa.to(lang)).required().max_chars(NAME)
            .value(category.map_or("", |category| &*category.name_ja)))
        (form.text("name_en", Facility::NameEn.to(lang)).max_chars(NAME).help(Facility::NameEnHelp.to(lang))
            .value(category.map_or("", |category| &*category.name_en)))
        (form.number("position", Facility::Position.to(lang)).help(Facility::PositionHelp.to(lang))
            .value(category.map_or(0, |category| category.position).to_string()))
        (form.checkbox("retired", Text::Retired.to(lang)).checked(category.is_some_and(|category| category.retired)))
        (buttons(html! {
            (Button::submit(Common::Save.to(lang)).primary())
            (Button::link(PAGE, Common::Cancel.to(lang)).tertiary())
        }))
    });
    let shell = visit.shell().await?;
    let page = Page::new(&shell, title.to(lang))
        .crumb(FACILITIES, Facility::Facilities.to(lang))
        .crumb(PAGE, Text::Title.to(lang));
    Ok(typed.page(page.render(body)))
}
