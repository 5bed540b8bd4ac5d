//! Moving documents and copying them.

use maud::html;
use poem::handler;
use poem::web::Path;
use yakusho_documents::cabinet::{self, FolderId};
use yakusho_documents::document::{self, DocumentId};
use yakusho_kernel::Invalid;
use yakusho_webkit::page::Page;
use yakusho_webkit::{Answer, Fields, Problem, Reader, Typed, Visit};

use super::page_of;
use crate::document_page;
use crate::folder::{crumbs, places, save};

yakusho_webkit::texts! {
    enum Words {
        Move: "文書の移動" / "Move the document";
        Copy: "文書の複写" / "Copy the document";
        CopyIntro: "あなたの下書きとして複写します。登録するまで、ほかの人には見えません。" / "The copy is a draft of yours. Nobody else sees it until you register it.";
        Into: "移動先のフォルダー" / "Into the folder";
        CopyInto: "複写先のフォルダー" / "Into the folder";
        Moved: "移動しました。" / "It was moved.";
        Copied: "複写しました。" / "It was copied.";
    }
}

/// The folder that was chosen.
fn chosen(fields: &Fields) -> Result<FolderId, Invalid> {
    let mut read = fields.reader();
    let into = read.needed("folder", Reader::one);
    read.finish_with(into)
}

/// `GET /documents/:id/move`
#[handler]
pub(super) async fn ask_move(visit: Visit, Path(id): Path<DocumentId>) -> Answer {
    choosing(&visit, id, false, Typed::nothing()).await
}

/// `POST /documents/:id/move`
#[handler]
pub(super) async fn relocate(visit: Visit, Path(id): Path<DocumentId>, fields: Fields) -> Answer {
    let moved = async {
        let revision = fields.reader().given("revision")?;
        let into = chosen(&fields)?;
        Ok::<_, Problem>(document::move_to(&visit.cx, id, revision, into).await?)
    };
    match moved.await {
        Ok(_) => {
            let said = Words::Moved.to(visit.lang);
            Ok(visit.see_other(document_page(id)).saying(said).into())
        }
        Err(problem) => choosing(&visit, id, false, problem.again(&fields)?).await,
    }
}

/// `GET /documents/:id/copy`
#[handler]
pub(super) async fn ask_copy(visit: Visit, Path(id): Path<DocumentId>) -> Answer {
    choosing(&visit, id, true, Typed::nothing()).await
}

/// `POST /documents/:id/copy`
#[handler]
pub(super) async fn copy(visit: Visit, Path(id): Path<DocumentId>, fields: Fields) -> Answer {
    let copied = async {
        let into = chosen(&fields)?;
        Ok::<_, Problem>(*document::copy(&visit.cx, id, into).await?)
    };
    match copied.await {
        Ok(new) => {
            let said = Words::Copied.to(visit.lang);
            Ok(visit.see_other(document_page(new)).saying(said).into())
        }
        Err(problem) => choosing(&visit, id, true, problem.again(&fields)?).await,
    }
}

async fn choosing(visit: &Visit, id: DocumentId, copies: bool, typed: Typed<'_>) -> Answer {
    let view = document::show(&visit.cx, id).await?;
    let rows = cabinet::places(&visit.cx).await?;
    let lang = visit.lang;
    let (address, title, label) = if copies {
        ("copy", Words::Copy, Words::CopyInto)
    } else {
        ("move", Words::Move, Words::Into)
    };
    let form = typed.form(visit, page_of(id, address));
    let body = form.render(html! {
        @if copies { p { (Words::CopyIntro.to(lang)) } }
        (form.revision(view.revision))
        (form.select("folder", label.to(lang)).required().options(places(&rows, None))
            .value(view.folder.id.to_string()))
        (save(visit, &document_page(id)))
    });
    let shell = visit.shell().await?;
    let page = crumbs(Page::new(&shell, title.to(lang)), lang, &view.path);
    Ok(typed.page(page.render(body)))
}
