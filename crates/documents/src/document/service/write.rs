//! Writing, registering and changing documents.

use time::Date;
use yakusho_accounts::registration::{self, Clearance};
use yakusho_attachments as attachments;
use yakusho_kernel::{
    Audit, Authorship, Cx, DbError, Fault, Invalid, Permit, Reason, Saved, Subject as _, Tx,
};

use super::access::{Found, find_at, section_name};
use super::remove::because;
use crate::cabinet::Folder;
use crate::cabinet::service::{Found as Place, near};
use crate::document::model::{
    Content, Decision, Document, DocumentForm, DocumentId, Entered, Number, Registered, State,
};
use crate::document::{policy, rules, store};

/// Begins a document that nobody else sees yet.
pub async fn draft(cx: &Cx, form: DocumentForm) -> Result<Saved<DocumentId>, Fault> {
    let new = prepared(cx, form)?;
    let tx = cx.begin().await?;
    let place = near(&tx, cx, "folder", new.entered.folder).await?;
    let (document, entry) = drafted(&tx, &place, new).await?;
    Ok(tx.commit(entry, document.id).await?)
}

/// Writes a document and registers it in one act, where the one who acts may; what stands against that leaves it a draft.
pub(crate) async fn enter(
    tx: Tx,
    place: &Place,
    new: Prepared,
) -> Result<Saved<DocumentId>, Fault> {
    let cx = tx.cx().clone();
    let (document, entry) = drafted(&tx, place, new).await?;
    let id = document.id;
    let ties = policy::ties(&cx, &document, &place.folder, place.level);
    let ties = ties.ok_or(Fault::NotFound)?;
    match policy::may_register(&cx, &document, ties) {
        Ok(permit) if rules::ready(&cx, &document.content).is_ok() => {
            tx.record(entry).await?;
            let registered = registered(tx, permit, &place.folder, document).await?;
            Ok(registered.map(|_| id))
        }
        _ => Ok(tx.commit(entry, id).await?),
    }
}

/// What a new document is to say, looked through.
pub(crate) struct Prepared {
    entered: Entered,
    decision: Option<Decision>,
}

/// Looks through what a new document is to say.
pub(crate) fn prepared(cx: &Cx, form: DocumentForm) -> Result<Prepared, Fault> {
    let entered = form.parse()?;
    rules::categorised(cx, entered.categorised)?;
    rules::dated(cx, &entered.content, None)?;
    let decision = rules::decision(cx, &entered.content, None, entered.all_the_same)?;
    Ok(Prepared { entered, decision })
}

/// A new draft in that place, with the entry of it.
async fn drafted(tx: &Tx, place: &Place, new: Prepared) -> Result<(Document, Audit), Fault> {
    let (cx, Prepared { entered, decision }) = (tx.cx(), new);
    let by = Authorship::of(cx)?;
    let permit = policy::may_draft(cx, &place.folder, place.level)?;
    let (id, content) = (cx.new_id(), entered.content);
    let mut document = Document::new(id, place.folder.id, by, content, decision, cx.now());
    document.content.files = attachments::take(tx, &permit, &id, &entered.files).await?;
    store::insert(tx, &permit, &document).await?;
    let version = tx.keep_first_version(&id, &document.content)?;
    let entry = noted(&document, Audit::of(permit, &id).version(&version));
    Ok((document, entry))
}

/// Changes a document, if it is still at that revision. The version before it stays.
pub async fn edit(
    cx: &Cx,
    id: DocumentId,
    revision: i32,
    form: DocumentForm,
) -> Result<Saved<()>, Fault> {
    let entered = form.parse()?;
    rules::categorised(cx, entered.categorised)?;
    let tx = cx.begin().await?;
    let found = find_at(&tx, cx, id, revision).await?;
    let permit = policy::may_edit(cx, &found.document, found.ties)?;
    rules::dated(cx, &entered.content, Some(&found.document.content))?;
    let before = found.document.decision.as_ref();
    let decision = rules::decision(cx, &entered.content, before, entered.all_the_same)?;
    let files = attachments::take(&tx, &permit, &id, &entered.files).await?;
    let content = Content {
        files,
        ..entered.content
    };
    rewrite(tx, found, permit, (content, decision), entered.reason).await
}

/// Puts content in place of a document's own; for a reason, if what is registered is then kept for a shorter time.
pub(super) async fn rewrite(
    tx: Tx,
    found: Found,
    permit: Permit,
    (content, decision): (Content, Option<Decision>),
    reason: String,
) -> Result<Saved<()>, Fault> {
    let Found { mut document, .. } = found;
    let (cx, id) = (tx.cx().clone(), document.id);
    document.expect_stands()?;
    let shortened = document.content.retention.exceeds(content.retention);
    if shortened {
        rules::explained(&document, &reason)?;
    }
    if document.state == State::Registered {
        rules::stays(&document.content, &content)?;
        rules::ready(&cx, &content)?;
        if !is_clear(&tx, &permit, id, &content).await? {
            return Err(Invalid::field("registration", Reason::Code("uncleared")).into());
        }
    }
    let version = tx.keep_version(&id, &content).await?;
    document.rewrite(content, decision, version.number, cx.now());
    store::save(&tx, &permit, &document).await?;
    let entry = noted(&document, Audit::of(permit, &id).version(&version));
    let entry = if shortened {
        because(entry, reason)
    } else {
        entry
    };
    Ok(tx.commit(entry, ()).await?)
}

/// Makes a draft the section's, under its next number, or has it wait for the administrator's approval that it needs.
pub async fn register(cx: &Cx, id: DocumentId, revision: i32) -> Result<Saved<Registered>, Fault> {
    let tx = cx.begin().await?;
    let Found {
        document,
        folder,
        ties,
    } = find_at(&tx, cx, id, revision).await?;
    let permit = policy::may_register(cx, &document, ties)?;
    document.expect(State::Draft)?;
    rules::ready(cx, &document.content)?;
    registered(tx, permit, &folder, document).await
}

/// Gives a document its number, or has it wait for approval.
async fn registered(
    tx: Tx,
    permit: Permit,
    folder: &Folder,
    mut document: Document,
) -> Result<Saved<Registered>, Fault> {
    let (cx, id) = (tx.cx().clone(), document.id);
    if !is_clear(&tx, &permit, id, &document.content).await? {
        let entry = Audit::of(permit, &id).with("cleared", false);
        return Ok(tx.commit(entry, Registered::Uncleared).await?);
    }
    let year = document.content.fiscal_year;
    let number = store::next(&tx, &permit, folder.section.into(), year).await?;
    let given = Number {
        section: folder.section,
        section_name: section_name(&tx, &cx, folder).await?,
        number,
    };
    document.register(given, cx.now());
    store::save(&tx, &permit, &document).await?;
    let entry = Audit::of(permit, &id).with("number", number);
    Ok(tx.commit(entry, Registered::Numbered(number)).await?)
}

/// Keeps a document as it is, to be looked through again on another day, or on none (nogata:9(3)).
pub async fn review(
    cx: &Cx,
    id: DocumentId,
    revision: i32,
    next: Option<Date>,
) -> Result<Saved<()>, Fault> {
    let mut invalid = Invalid::default();
    if let Some(day) = next {
        rules::look_again(cx, &mut invalid, day);
    }
    invalid.check()?;
    let tx = cx.begin().await?;
    let Found {
        mut document, ties, ..
    } = find_at(&tx, cx, id, revision).await?;
    let permit = policy::may_review(cx, &document, ties)?;
    document.expect(State::Registered)?;
    let content = Content {
        review_on: next,
        ..document.content.clone()
    };
    let version = tx.keep_version(&id, &content).await?;
    let decision = document.decision.clone();
    document.rewrite(content, decision, version.number, cx.now());
    store::save(&tx, &permit, &document).await?;
    Ok(tx
        .commit(Audit::of(permit, &id).version(&version), ())
        .await?)
}

/// Whether others may see content of its kind; the administrator is asked about what is of the fifth.
async fn is_clear(
    tx: &Tx,
    permit: &Permit,
    id: DocumentId,
    content: &Content,
) -> Result<bool, DbError> {
    let (kind, title) = (content.registration, &*content.title);
    let clearance = registration::clear(tx, permit, kind, id.reference(), title).await?;
    Ok(clearance == Clearance::Clear)
}

/// The entry with the kinds of personal information that it is kept in spite of.
fn noted(document: &Document, entry: Audit) -> Audit {
    match &document.decision {
        Some(decision) => entry.with("personal_information", decision.kinds.clone()),
        None => entry,
    }
}
