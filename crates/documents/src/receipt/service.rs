//! What is done with the register.

use serde_json::json;
use yakusho_accounts::directory;
use yakusho_attachments::{self as attachments, AttachmentId, Bearer};
use yakusho_kernel::{
    Audit, Authorship, Conflict, Cursor, Cx, Fault, Invalid, Notice, Page, Reading, Reason, Saved,
    UnitId,
};
use yakusho_koyomi::FiscalYear;

use super::model::{Receipt, ReceiptForm, ReceiptId};
use super::{policy, store};
use crate::cabinet::service::heads;
use crate::document::{self, DocumentId};
use crate::notices;

/// Registers what a section received, with what came with it, under the next number of the fiscal year.
pub async fn register(
    cx: &Cx,
    section: UnitId,
    form: ReceiptForm,
) -> Result<Saved<(ReceiptId, i32)>, Fault> {
    let (mut content, files) = form.parse()?;
    if content.received_on > cx.today() {
        return Err(Invalid::field("received_on", Reason::Code("yet_to_come")).into());
    }
    let permit = policy::may_register(cx, section)?;
    let by = Authorship::of(cx)?;
    let tx = cx.begin().await?;
    let id: ReceiptId = cx.new_id();
    content.files = attachments::take(&tx, &permit, &id, &files).await?;
    let fiscal_year = FiscalYear::of(content.received_on).year();
    let number =
        document::store::next(&tx, &permit, document::store::TOWN_HALL, fiscal_year).await?;
    let receipt = Receipt {
        id,
        fiscal_year,
        number,
        section,
        content,
        document: None,
        by,
        version: 1,
        created_at: cx.now(),
        changed_at: cx.now(),
        revision: 1,
    };
    store::insert(&tx, &permit, &receipt).await?;
    let version = tx.keep_first_version(&id, &receipt.content)?;
    let entry = Audit::of(permit, &id)
        .version(&version)
        .with("number", number);
    Ok(tx.commit(entry, (id, number)).await?)
}

/// Changes an entry and the document that it became, if it is still at that revision. The version before it stays.
///
/// # Errors
/// [`Fault::Invalid`] in the field `document` where it became another, which the one who acts does not see.
pub async fn change(
    cx: &Cx,
    id: ReceiptId,
    revision: i32,
    form: ReceiptForm,
    document: Option<DocumentId>,
) -> Result<Saved<()>, Fault> {
    let (mut content, files) = form.parse()?;
    let tx = cx.begin().await?;
    let mut receipt = find_at(&tx, cx, id, revision).await?;
    let permit = policy::may_change(cx, &receipt)?;
    if let Some(another) = document.filter(|_| document != receipt.document)
        && let Err(fault) = document::show(cx, another).await
    {
        return Err(match fault {
            Fault::NotFound => Invalid::field("document", Reason::Unknown).into(),
            other => other,
        });
    }
    if FiscalYear::of(content.received_on).year() != receipt.fiscal_year {
        return Err(Invalid::field("received_on", Reason::Code("numbered")).into());
    }
    content.files = attachments::take(&tx, &permit, &id, &files).await?;
    let version = tx.keep_version(&id, &content).await?;
    receipt.content = content;
    receipt.document = document;
    receipt.version = version.number;
    receipt.changed_at = cx.now();
    store::save(&tx, &permit, &receipt).await?;
    Ok(tx
        .commit(Audit::of(permit, &id).version(&version), ())
        .await?)
}

/// Passes an entry on to the section whose matter it is. Those who lead that are told.
pub async fn assign(cx: &Cx, id: ReceiptId, revision: i32, to: UnitId) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let mut receipt = find_at(&tx, cx, id, revision).await?;
    let permit = policy::may_assign(cx, &receipt)?;
    let units = directory::units(&tx, cx.today()).await?;
    if units.iter().all(|unit| unit.id != to) {
        return Err(Invalid::field("section", Reason::Unknown).into());
    }
    let from = std::mem::replace(&mut receipt.section, to);
    receipt.changed_at = cx.now();
    store::save(&tx, &permit, &receipt).await?;
    let notice = Notice::new(notices::RECEIPT_CAME, &id)
        .keyed(receipt.revision.to_string())
        .params(json!({ "title": receipt.content.title, "number": receipt.number }));
    tx.notify(&heads(&tx, &[to]).await?, &notice).await?;
    let entry = Audit::of(permit, &id)
        .with("out_of", from.to_string())
        .with("section", to.to_string());
    Ok(tx.commit(entry, ()).await?)
}

/// An entry, for those of the section in charge.
pub async fn show(cx: &Cx, id: ReceiptId) -> Result<Receipt, Fault> {
    find(&cx.reader(), cx, id).await
}

/// What the sections of the one who acts received in a fiscal year, the last number first.
pub async fn list(
    cx: &Cx,
    fiscal_year: i32,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Receipt>, Fault> {
    let after = after.map(Cursor::key).transpose()?;
    let seen = policy::in_charge(cx);
    let rows = store::page(&cx.reader(), &seen, fiscal_year, after, size + 1).await?;
    Ok(Page::of(rows, size, |row| row.number))
}

async fn find(on: &impl Reading, cx: &Cx, id: ReceiptId) -> Result<Receipt, Fault> {
    let found = store::find(on, id, &policy::in_charge(cx)).await?;
    found.ok_or(Fault::NotFound)
}

async fn find_at(
    on: &impl Reading,
    cx: &Cx,
    id: ReceiptId,
    revision: i32,
) -> Result<Receipt, Fault> {
    let receipt = find(on, cx, id).await?;
    Conflict::CHANGED.unless(receipt.revision == revision)?;
    Ok(receipt)
}

impl Bearer for ReceiptId {
    /// What came with it is had by those of the section in charge, also where an edit left it out.
    async fn lets(&self, cx: &Cx, _: AttachmentId) -> Result<bool, Fault> {
        find(&cx.reader(), cx, *self).await?;
        Ok(true)
    }
}
