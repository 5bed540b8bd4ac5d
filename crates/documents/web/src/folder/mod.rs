//! Cabinets and folders.

mod acts;
mod api;
mod archive;
mod editor;
mod hand_over;
mod import;
mod list;
mod page;
mod rights;
mod rows;
mod unpack;

use yakusho_documents::cabinet::{Folder, FolderId};
use yakusho_webkit::page::Page;
use yakusho_webkit::{Access, Lang, Routes};

use crate::texts::Text;
use crate::{DOCUMENTS, folder_page};

/// The cabinets whose section is no more.
pub(crate) const ORPHANS: &str = "/documents/cabinets/without-section";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .join(api::routes())
        .get(DOCUMENTS, Access::User, list::show)
        .get("/documents/disposals", Access::User, list::disposals)
        .get("/documents/cabinets/new", Access::User, editor::new_cabinet)
        .post("/documents/cabinets/new", Access::User, editor::found)
        .get(ORPHANS, Access::User, list::orphans)
        .download("/documents/archive", Access::User, archive::all)
        .download(
            "/documents/folders/:id/archive",
            Access::User,
            archive::folder,
        )
        .get("/documents/folders/:id", Access::User, page::show)
        .get("/documents/folders/:id/new", Access::User, editor::new)
        .post("/documents/folders/:id/new", Access::User, editor::add)
        .get("/documents/folders/:id/edit", Access::User, editor::edit)
        .post("/documents/folders/:id/edit", Access::User, editor::rename)
        .get("/documents/folders/:id/import", Access::User, import::ask)
        .upload(
            "/documents/folders/:id/import",
            Access::User,
            import::submit,
        )
        .get("/documents/folders/:id/rights", Access::User, rights::edit)
        .post("/documents/folders/:id/rights", Access::User, rights::set)
        .get("/documents/folders/:id/why", Access::User, rights::why)
        .get("/documents/folders/:id/move", Access::User, acts::ask_move)
        .post("/documents/folders/:id/move", Access::User, acts::relocate)
        .get(
            "/documents/folders/:id/hand-over",
            Access::User,
            hand_over::ask,
        )
        .post(
            "/documents/folders/:id/hand-over",
            Access::User,
            hand_over::hand_over,
        )
        .get(
            "/documents/folders/:id/remove",
            Access::User,
            acts::ask_remove,
        )
        .post("/documents/folders/:id/remove", Access::User, acts::remove)
}

/// A page about a folder.
fn page_of(id: FolderId, what: &str) -> String {
    format!("{}/{what}", folder_page(id))
}

/// The page with its way from the list of cabinets through those folders.
pub(crate) fn crumbs<'p>(mut page: Page<'p>, lang: Lang, path: &[Folder]) -> Page<'p> {
    page = page.crumb(DOCUMENTS, Text::Documents.to(lang));
    for folder in path {
        page = page.crumb(folder_page(folder.id), &*folder.name);
    }
    page
}

pub(crate) use acts::places;
pub(crate) use editor::save;
pub(crate) use list::{head, view};
pub(crate) use rows::{Shows, number, table};
