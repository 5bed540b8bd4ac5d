//! The page of a folder: what lies in it.

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use yakusho_documents::cabinet::{self, FolderId, FolderView, Level};
use yakusho_documents::document::{self, Category, Filter, View};
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{Button, Form, Icon, buttons, link, section};
use yakusho_webkit::{Answer, Lang, PAGE_SIZE, Visit};

use super::{Shows, crumbs, page_of, table};
use crate::names::Names;
use crate::texts::{Text, category, fiscal_year};
use crate::{DOCUMENTS, folder_page};

yakusho_webkit::texts! {
    enum Words {
        NewFolder: "フォルダーを作る" / "New folder";
        Rename: "名前を変える" / "Rename";
        SetRights: "権限を設定" / "Set rights";
        Why: "なぜ見えるか" / "Why may I see this?";
        Move: "移動" / "Move";
        HandOver: "ほかの所属に引き継ぐ" / "Hand over";
        Remove: "削除" / "Remove";
        Import: "まとめて取り込む(ZIP)" / "Bring in a ZIP";
        Archive: "まとめてダウンロード(ZIP)" / "Download as a ZIP";
        Folders: "フォルダー" / "Folders";
        Manage: "フォルダーの管理" / "Manage the folder";
        Year: "年度" / "Fiscal year";
        Tag: "タグ" / "Tag";
        Narrow: "絞り込む" / "Narrow down";
        All: "すべて" / "All";
    }
}

/// `GET /documents/folders/:id`
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<FolderId>) -> Answer<Html<Markup>> {
    let view = cabinet::show(&visit.cx, id).await?;
    let filter = filter(&visit);
    let after = visit.after();
    let shown = View::Folder(id);
    let listed = document::list(&visit.cx, shown, &filter, after.as_ref(), PAGE_SIZE).await?;
    let locks = listed.items.iter().filter_map(|row| row.lock);
    let names = Names::of(&visit, locks.map(|lock| lock.by)).await?;
    let lang = visit.lang;
    let shell = visit.shell().await?;
    let above = view.path.len().saturating_sub(1);
    let page = Page::new(&shell, &*view.folder.name)
        .meta(html! { (view.section_name) })
        .actions(acts(lang, &view));
    let page = crumbs(page, lang, view.path.get(..above).unwrap_or_default());
    Ok(Html(page.render(html! {
        @if !view.folders.is_empty() {
            (section(Words::Folders.to(lang), html! {
                ul.folders {
                    @for row in &view.folders {
                        li { (Icon::Folder) (link(folder_page(row.folder.id), &row.folder.name)) }
                    }
                }
            }))
        }
        (narrowing(&visit, id, &filter))
        (table(&visit, &listed.items, &names, Shows::OneFolder, &view.folder.name))
        (visit.pager(listed.next.as_ref()))
        (ways(lang, &view))
    })))
}

/// What the address narrows the list down to.
pub(super) fn filter(visit: &Visit) -> Filter {
    let given = |name| visit.query(name).filter(|text| !text.is_empty());
    Filter {
        category: given("category").and_then(Category::from_code),
        fiscal_year: given("year").and_then(|year| year.parse().ok()),
        tag: given("tag").map(str::to_owned),
    }
}

fn narrowing(visit: &Visit, id: FolderId, filter: &Filter) -> Markup {
    let lang = visit.lang;
    let form = Form::filter(lang, folder_page(id));
    let all = || (String::new(), Words::All.to(lang).into_owned());
    let categories = Category::ALL
        .iter()
        .map(|one| (one.code().to_owned(), category(lang, *one).into_owned()));
    let this = yakusho_koyomi::FiscalYear::of(visit.cx.today()).year();
    let years = (this - 10..=this + 1).rev();
    let years = years.map(|year| (year.to_string(), fiscal_year(lang, year)));
    let chosen = filter.category.map_or("", Category::code);
    form.render(html! {
        (form.select("category", Text::CategoryColumn.to(lang))
            .options([all()].into_iter().chain(categories)).value(chosen))
        (form.select("year", Words::Year.to(lang)).options([all()].into_iter().chain(years))
            .value(filter.fiscal_year.map(|year| year.to_string()).unwrap_or_default()))
        (form.text("tag", Words::Tag.to(lang)).value(filter.tag.clone().unwrap_or_default()))
        (Button::submit(Words::Narrow.to(lang)))
    })
}

fn acts(lang: Lang, view: &FolderView) -> Markup {
    let id = view.folder.id;
    html! {
        @if view.level >= Level::Write {
            (Button::link(format!("{DOCUMENTS}/new?folder={id}"), Text::NewDocument.to(lang))
                .primary().icon(Icon::Plus))
            (Button::link(page_of(id, "new"), Words::NewFolder.to(lang)).icon(Icon::Folder))
        }
    }
}

/// The ways that are seldom gone.
fn ways(lang: Lang, view: &FolderView) -> Markup {
    let id = view.folder.id;
    let manages = view.level == Level::Manage;
    let is_folder = view.folder.parent.is_some();
    let writes = view.level >= Level::Write && is_folder || manages;
    let to = |what: &str, text: Words| Button::link(page_of(id, what), text.to(lang)).small();
    section(
        Words::Manage.to(lang),
        buttons(html! {
            (to("why", Words::Why))
            (Button::link(crate::webdav::PAGE, Text::Desktop.to(lang)).small())
            (to("archive", Words::Archive).icon(Icon::Download))
            @if view.level >= Level::Write { (to("import", Words::Import).icon(Icon::Folder)) }
            @if writes { (to("edit", Words::Rename).icon(Icon::Edit)) }
            @if manages { (to("rights", Words::SetRights).icon(Icon::People)) }
            @if writes && is_folder { (to("move", Words::Move)) }
            @if manages && !is_folder { (to("hand-over", Words::HandOver)) }
            @if writes { (to("remove", Words::Remove).icon(Icon::Trash)) }
        }),
    )
}
