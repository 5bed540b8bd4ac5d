//! The receipt register as JSON.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::{Date, OffsetDateTime};
use uuid::Uuid;
use yakusho_attachments_web::FileItem;
use yakusho_documents::receipt::{self, Means, Receipt, ReceiptForm};
use yakusho_kernel::{Invalid, Reason};
use yakusho_koyomi::FiscalYear;
use yakusho_webkit::json::{Done, Limit, Listed, ids, place};
use yakusho_webkit::{Access, Answer, Routes, Visit};

use crate::api::Tag;

/// An entry of the register.
#[derive(Debug, Object)]
struct ReceiptItem {
    id: Uuid,
    /// The Western year in which its fiscal year starts.
    fiscal_year: i32,
    /// Its number among those of the fiscal year.
    number: i32,
    /// The section in charge.
    section: Uuid,
    received_on: Date,
    sender: String,
    title: String,
    /// `mail`, `post`, `counter`, `fax`, `other`.
    means: String,
    notes: String,
    /// What came with it.
    files: Vec<FileItem>,
    /// The document that it became.
    #[oai(skip_serializing_if_is_none)]
    document: Option<Uuid>,
    changed_at: OffsetDateTime,
    /// To be given back with a change.
    revision: i32,
}

impl From<Receipt> for ReceiptItem {
    fn from(row: Receipt) -> Self {
        let content = row.content;
        Self {
            id: row.id.into(),
            fiscal_year: row.fiscal_year,
            number: row.number,
            section: row.section.into(),
            received_on: content.received_on,
            sender: content.sender,
            title: content.title,
            means: content.means.code().to_owned(),
            notes: content.notes,
            files: content.files.iter().map(FileItem::from).collect(),
            document: row.document.map(Into::into),
            changed_at: row.changed_at.utc(),
            revision: row.revision,
        }
    }
}

/// What is entered of something received.
#[derive(Debug, Object)]
struct EnteredReceipt {
    received_on: Date,
    sender: String,
    title: String,
    /// `mail`, `post`, `counter`, `fax`, `other`.
    means: String,
    #[oai(default)]
    notes: String,
    /// What came with it, uploaded before.
    #[oai(default)]
    files: Vec<Uuid>,
}

impl EnteredReceipt {
    fn form(self) -> Result<ReceiptForm, Invalid> {
        let means = Means::from_code(&self.means);
        Ok(ReceiptForm {
            received_on: self.received_on,
            sender: self.sender,
            title: self.title,
            means: means.ok_or_else(|| Invalid::field("means", Reason::Unknown))?,
            notes: self.notes,
            files: ids(self.files),
        })
    }
}

/// Something received that is to be registered.
#[derive(Debug, Object)]
struct NewReceipt {
    /// The section in charge: one of one's own.
    section: Uuid,
    receipt: EnteredReceipt,
}

/// What was registered.
#[derive(Debug, Object)]
struct RegisteredReceipt {
    id: Uuid,
    /// Its number among those of the fiscal year.
    number: i32,
}

/// An entry to be changed.
#[derive(Debug, Object)]
struct ChangedReceipt {
    /// The revision that was read.
    revision: i32,
    receipt: EnteredReceipt,
    /// The document that it became; none takes away what was noted.
    document: Option<Uuid>,
}

/// To whom an entry is passed on.
#[derive(Debug, Object)]
struct AssignedReceipt {
    /// The revision that was read.
    revision: i32,
    /// The section whose matter it is.
    section: Uuid,
}

pub(crate) fn routes() -> Routes {
    Routes::new().api(Access::User, ReceiptApi)
}

/// The register.
struct ReceiptApi;

#[OpenApi(tag = "Tag::Documents")]
impl ReceiptApi {
    /// What one's sections received in a fiscal year, the last number first.
    #[oai(
        path = "/documents/receipts",
        method = "get",
        operation_id = "listReceipts"
    )]
    async fn list(
        &self,
        visit: Visit,
        /// The Western year in which the fiscal year starts; this one unless told.
        fiscal_year: Query<Option<i32>>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<ReceiptItem>>> {
        let this = FiscalYear::of(visit.cx.today()).year();
        let year = fiscal_year.0.unwrap_or(this);
        let after = place(after.0.as_deref());
        let page = receipt::list(&visit.cx, year, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(page, ReceiptItem::from)))
    }

    /// An entry of the register.
    #[oai(
        path = "/documents/receipts/:id",
        method = "get",
        operation_id = "getReceipt"
    )]
    async fn show(&self, visit: Visit, id: Path<Uuid>) -> Answer<Json<ReceiptItem>> {
        let row = receipt::show(&visit.cx, id.0.into()).await?;
        Ok(Json(row.into()))
    }

    /// Registers what a section received, under the next number of the fiscal year.
    #[oai(
        path = "/documents/receipts",
        method = "post",
        operation_id = "createReceipt"
    )]
    async fn register(
        &self,
        visit: Visit,
        new: Json<NewReceipt>,
    ) -> Answer<Json<RegisteredReceipt>> {
        let NewReceipt { section, receipt } = new.0;
        let form = receipt.form()?;
        let (id, number) = *receipt::register(&visit.cx, section.into(), form).await?;
        let id = id.into();
        Ok(Json(RegisteredReceipt { id, number }))
    }

    /// Changes an entry and the document that it became.
    #[oai(
        path = "/documents/receipts/:id",
        method = "put",
        operation_id = "changeReceipt"
    )]
    async fn change(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        changed: Json<ChangedReceipt>,
    ) -> Answer<Done> {
        let changed = changed.0;
        let form = changed.receipt.form()?;
        let document = changed.document.map(Into::into);
        let id = id.0.into();
        let _ = receipt::change(&visit.cx, id, changed.revision, form, document).await?;
        Ok(Done::Done)
    }

    /// Passes an entry on to the section whose matter it is.
    #[oai(
        path = "/documents/receipts/:id/section",
        method = "put",
        operation_id = "assignReceipt"
    )]
    async fn assign(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        to: Json<AssignedReceipt>,
    ) -> Answer<Done> {
        let AssignedReceipt { revision, section } = to.0;
        let _ = receipt::assign(&visit.cx, id.0.into(), revision, section.into()).await?;
        Ok(Done::Done)
    }
}
