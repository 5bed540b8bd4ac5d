//! Folders, the rights in them and the hand-over of cabinets as JSON.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use uuid::Uuid;
use yakusho_audience::AudienceItem;
use yakusho_documents::cabinet::{self, FolderRow, RightsForm};
use yakusho_kernel::Page;
use yakusho_webkit::json::{Done, Limit, Listed, place};
use yakusho_webkit::{Access, Answer, Routes, Visit};

use crate::api::Tag;

/// A cabinet, or a folder in one.
#[derive(Debug, Object)]
struct DocumentFolder {
    id: Uuid,
    /// The cabinet that it is in; itself, if it is one.
    cabinet: Uuid,
    /// The folder that it is in; none of a cabinet.
    #[oai(skip_serializing_if_is_none)]
    parent: Option<Uuid>,
    /// The section that it belongs to.
    section: Uuid,
    name: String,
    /// What one may do in it: `read`, `write`, `manage`.
    level: String,
    /// To be given back with a change.
    revision: i32,
}

impl From<FolderRow> for DocumentFolder {
    fn from(row: FolderRow) -> Self {
        let folder = row.folder;
        Self {
            id: folder.id.into(),
            cabinet: folder.cabinet.into(),
            parent: folder.parent.map(Into::into),
            section: folder.section.into(),
            name: folder.name,
            level: row.level.code().to_owned(),
            revision: folder.revision,
        }
    }
}

/// Who may do what in a folder.
#[derive(Debug, Object)]
struct FolderRights {
    /// Whether the folder says so itself; if not, one above it does.
    own: bool,
    /// The folder that says so.
    of: Uuid,
    /// Who may read what is in it.
    readers: AudienceItem,
    /// Who may also register and change documents.
    writers: AudienceItem,
}

/// The rights of a folder's own.
#[derive(Debug, Object)]
struct OwnRights {
    readers: AudienceItem,
    writers: AudienceItem,
}

/// Who is to have which rights in a folder.
#[derive(Debug, Object)]
struct SetRights {
    /// The revision of the folder that was read.
    revision: i32,
    /// Rights of its own; without them, those of the folder above hold.
    own: Option<OwnRights>,
}

/// To whom a cabinet goes.
#[derive(Debug, Object)]
struct HandedOver {
    /// The revision of the cabinet that was read.
    revision: i32,
    /// The section that it is handed over to.
    section: Uuid,
}

pub(crate) fn routes() -> Routes {
    Routes::new().api(Access::User, FolderApi)
}

/// Folders.
struct FolderApi;

#[OpenApi(tag = "Tag::Documents")]
impl FolderApi {
    /// The cabinets that one may see, or the folders in a folder.
    #[oai(
        path = "/documents/folders",
        method = "get",
        operation_id = "listDocumentFolders"
    )]
    async fn folders(
        &self,
        visit: Visit,
        /// Those in this folder; the cabinets unless told.
        parent: Query<Option<Uuid>>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<DocumentFolder>>> {
        let rows = match parent.0 {
            Some(id) => cabinet::show(&visit.cx, id.into()).await?.folders,
            None => cabinet::cabinets(&visit.cx).await?,
        };
        let after = place(after.as_deref());
        let page = Page::among(rows, after.as_ref(), limit.size(), |row| row.folder.id)?;
        Ok(Json(Listed::of(page, DocumentFolder::from)))
    }

    /// Who may do what in a folder, for those who manage it.
    #[oai(
        path = "/documents/folders/:id/rights",
        method = "get",
        operation_id = "getDocumentFolderRights"
    )]
    async fn rights(&self, visit: Visit, id: Path<Uuid>) -> Answer<Json<FolderRights>> {
        let rights = cabinet::rights(&visit.cx, id.0.into()).await?;
        Ok(Json(FolderRights {
            own: rights.own,
            of: rights.of.into(),
            readers: rights.form.readers.into(),
            writers: rights.form.writers.into(),
        }))
    }

    /// Says who may do what in a folder.
    #[oai(
        path = "/documents/folders/:id/rights",
        method = "put",
        operation_id = "setDocumentFolderRights"
    )]
    async fn set_rights(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        rights: Json<SetRights>,
    ) -> Answer<Done> {
        let SetRights { revision, own } = rights.0;
        let form = own.map(|own| RightsForm {
            readers: own.readers.into(),
            writers: own.writers.into(),
        });
        let _ = cabinet::set_rights(&visit.cx, id.0.into(), revision, form).await?;
        Ok(Done::Done)
    }

    /// Hands a cabinet over to another section, with all that is in it.
    #[oai(
        path = "/documents/folders/:id/hand-over",
        method = "post",
        operation_id = "handOverDocumentCabinet"
    )]
    async fn hand_over(&self, visit: Visit, id: Path<Uuid>, to: Json<HandedOver>) -> Answer<Done> {
        let HandedOver { revision, section } = to.0;
        let _ = cabinet::hand_over(&visit.cx, id.0.into(), revision, section.into()).await?;
        Ok(Done::Done)
    }
}
