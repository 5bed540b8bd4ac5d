//! Moving and removing folders.

use maud::html;
use poem::handler;
use poem::web::Path;
use yakusho_documents::cabinet::{self, FolderId, FolderRow};
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{Choice, Confirm};
use yakusho_webkit::{Answer, Fields, Problem, Reader, Typed, Visit};

use super::editor::save;
use super::{crumbs, page_of};
use crate::{DOCUMENTS, folder_page};

yakusho_webkit::texts! {
    enum Words {
        Move: "フォルダーの移動" / "Move the folder";
        Into: "移動先" / "Into";
        Moved: "移動しました。" / "It was moved.";
        RemoveQuestion: "このフォルダーを削除しますか" / "Remove this folder?";
        RemoveConsequences: "空のフォルダーだけを削除できます。" / "Only what is empty can be removed.";
        Remove: "削除する" / "Remove";
        Removed: "削除しました。" / "It was removed.";
    }
}

/// The folders to put something into, each with its section-wide way.
pub(crate) fn places(rows: &[FolderRow], but: Option<FolderId>) -> Vec<Choice> {
    let name = |id: FolderId| {
        let mut rows = rows.iter();
        let row = rows.find(|row| row.folder.id == id)?;
        Some((row.folder.parent, row.folder.name.as_str()))
    };
    let allowed = rows.iter().filter(|row| Some(row.folder.id) != but);
    allowed
        .map(|row| {
            let mut way = vec![row.folder.name.as_str()];
            let mut above = row.folder.parent;
            while let Some((parent, name)) = above.and_then(name) {
                way.insert(0, name);
                above = parent;
            }
            Choice::new(row.folder.id.to_string(), way.join(" / "))
        })
        .collect()
}

/// `GET /documents/folders/:id/move`
#[handler]
pub(super) async fn ask_move(visit: Visit, Path(id): Path<FolderId>) -> Answer {
    moving(&visit, id, Typed::nothing()).await
}

/// `POST /documents/folders/:id/move`
#[handler]
pub(super) async fn relocate(visit: Visit, Path(id): Path<FolderId>, fields: Fields) -> Answer {
    let moved = async {
        let mut read = fields.reader();
        let revision = read.given("revision")?;
        let into = read.needed("parent", Reader::one);
        let into = read.finish_with(into)?;
        Ok::<_, Problem>(cabinet::move_to(&visit.cx, id, revision, into).await?)
    };
    match moved.await {
        Ok(_) => {
            let said = Words::Moved.to(visit.lang);
            Ok(visit.see_other(folder_page(id)).saying(said).into())
        }
        Err(problem) => moving(&visit, id, problem.again(&fields)?).await,
    }
}

async fn moving(visit: &Visit, id: FolderId, typed: Typed<'_>) -> Answer {
    let view = cabinet::show(&visit.cx, id).await?;
    let rows = cabinet::places(&visit.cx).await?;
    let lang = visit.lang;
    let form = typed.form(visit, page_of(id, "move"));
    let present = view.folder.parent.map(|parent| parent.to_string());
    let body = form.render(html! {
        (form.revision(view.folder.revision))
        (form.select("parent", Words::Into.to(lang)).required().options(places(&rows, Some(id)))
            .value(present.unwrap_or_default()))
        (save(visit, &folder_page(id)))
    });
    let shell = visit.shell().await?;
    let page = crumbs(Page::new(&shell, Words::Move.to(lang)), lang, &view.path);
    Ok(typed.page(page.render(body)))
}

/// `GET /documents/folders/:id/remove`: the question before it.
#[handler]
pub(super) async fn ask_remove(visit: Visit, Path(id): Path<FolderId>) -> Answer {
    let view = cabinet::show(&visit.cx, id).await?;
    let lang = visit.lang;
    let form = Typed::nothing().form(&visit, page_of(id, "remove"));
    let revision = form.revision(view.folder.revision);
    let back = folder_page(id);
    let asked = Confirm::new(lang, form, &*view.folder.name, Words::Remove.to(lang), back)
        .consequences(html! { p { (Words::RemoveConsequences.to(lang)) } (revision) });
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Words::RemoveQuestion.to(lang));
    let page = crumbs(page, lang, &view.path);
    Ok(Typed::nothing().page(page.render(asked)))
}

/// `POST /documents/folders/:id/remove`
#[handler]
pub(super) async fn remove(visit: Visit, Path(id): Path<FolderId>, fields: Fields) -> Answer {
    let view = cabinet::show(&visit.cx, id).await?;
    let revision = fields.reader().given("revision")?;
    let _ = cabinet::remove(&visit.cx, id, revision).await?;
    let said = Words::Removed.to(visit.lang);
    let back = view
        .folder
        .parent
        .map_or_else(|| DOCUMENTS.to_owned(), folder_page);
    Ok(visit.see_other(back).saying(said).into())
}
