//! The page of an earlier version: what the document said then, its files, and the question before it is put in place of the
//! present one.

use maud::{Markup, html};
use poem::handler;
use poem::web::Path;
use yakusho_attachments_web as attachments;
use yakusho_documents::document::{
    self, DocumentId, DocumentView, LONGEST_REASON, Retention, VersionView,
};
use yakusho_webkit::history::Text as History;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Alert, Confirm, article, definitions, section};
use yakusho_webkit::{Answer, Fields, Problem, Typed, Visit};

use super::history::facts;
use super::{file_page, page_of};
use crate::document_page;
use crate::folder::crumbs;
use crate::texts::retention;

yakusho_webkit::texts! {
    enum Words {
        Earlier: "これは以前の版です。今の内容とは違います。" / "This is an earlier version, and not what holds now.";
        Present: "これが今の版です。" / "This is the present version.";
        Said: "この版の内容" / "What it said";
        FilesKept: "以前の版のファイルは、この文書を変更できる職員だけが開けます。" / "Files of earlier versions are opened by those who may change the document.";
        Question: "この版に戻しますか" / "Restore this version?";
        Consequences: "この版の内容とファイルが、新しい版として今の版に代わります。今の版は履歴に残ります。" / "What this version said, with its files, becomes a new version. The present one stays in the history.";
        Shortens { from: String, to: String }: "保存期間が「{from}」から「{to}」に短くなります。理由を書いてください。理由は記録に残ります。" / "It would be kept for “{to}” instead of “{from}”. Say why; the reason is put on record.";
    }
}

/// `GET /documents/:id/versions/:version`
#[handler]
pub(super) async fn show(visit: Visit, Path((id, number)): Path<(DocumentId, i32)>) -> Answer {
    page(&visit, id, number, Typed::nothing()).await
}

/// `POST /documents/:id/versions/:version`: puts it in place of the present one.
#[handler]
pub(super) async fn restore(
    visit: Visit,
    Path((id, number)): Path<(DocumentId, i32)>,
    fields: Fields,
) -> Answer {
    let restored = async {
        let revision = fields.reader().given("revision")?;
        let reason = fields.text("reason");
        Ok::<_, Problem>(document::restore(&visit.cx, id, revision, number, &reason).await?)
    };
    match restored.await {
        Ok(_) => {
            let said = History::Restored.to(visit.lang);
            Ok(visit.see_other(document_page(id)).saying(said).into())
        }
        Err(problem) => page(&visit, id, number, problem.again(&fields)?).await,
    }
}

async fn page(visit: &Visit, id: DocumentId, number: i32, typed: Typed<'_>) -> Answer {
    let view = document::show(&visit.cx, id).await?;
    let version = document::version(&visit.cx, id, number).await?;
    let lang = visit.lang;
    let n = u64::try_from(number).unwrap_or_default();
    let heading = Common::VersionNumber { n };
    let now = view.content.as_ref();
    let title = now.map(|now| now.title.clone()).unwrap_or_default();
    let shell = visit.shell().await?;
    let page = crumbs(Page::new(&shell, heading.to(lang)), lang, &view.path)
        .crumb(document_page(id), title)
        .crumb(page_of(id, "versions"), History::Title.to(lang));
    let asked = version.restore.then(|| {
        let kept = now.map(|now| now.retention);
        question(visit, &view, &version, kept, &typed)
    });
    Ok(typed.page(page.render(html! {
        @if number == view.version { (Alert::info(lang, Words::Present.to(lang))) }
        @else { (Alert::warning(lang, Words::Earlier.to(lang))) }
        @if let Some(asked) = asked.as_ref().filter(|_| typed.fields().is_some()) { (asked) }
        (said(visit, id, &version))
        @if let Some(asked) = asked.filter(|_| typed.fields().is_none()) { (asked) }
    })))
}

/// What the document said then.
fn said(visit: &Visit, id: DocumentId, version: &VersionView) -> Markup {
    let (lang, content) = (visit.lang, &version.content);
    let facts = facts(lang, content).into_iter();
    let facts = facts.filter(|(_, said)| !said.0.is_empty());
    html! {
        (section(Words::Said.to(lang), definitions(facts)))
        @if !content.notes.is_empty() { (article(&content.notes)) }
        @if version.files_open {
            (attachments::shown(lang, &content.files, |file| file_page(id, file)))
        } @else if !content.files.is_empty() {
            p.meta { (Words::FilesKept.to(lang)) }
        }
    }
}

fn question(
    visit: &Visit,
    view: &DocumentView,
    version: &VersionView,
    kept: Option<Retention>,
    typed: &Typed<'_>,
) -> Confirm {
    let lang = visit.lang;
    let at = page_of(view.id, &format!("versions/{}", version.number));
    let form = typed.form(visit, at);
    let shortens = kept.filter(|_| version.shortens).map(|kept| {
        let from = retention(lang, kept).into_owned();
        let to = retention(lang, version.content.retention).into_owned();
        Words::Shortens { from, to }
    });
    let consequences = html! {
        p { (Words::Consequences.to(lang)) }
        @if let Some(shortens) = &shortens { p { (shortens.to(lang)) } }
        (form.revision(view.revision))
    };
    let (act, back) = (History::Restore.to(lang), page_of(view.id, "versions"));
    let asked = Confirm::new(lang, form, Words::Question.to(lang), act, back);
    let asked = asked.consequences(consequences);
    if shortens.is_some() {
        asked.reason(LONGEST_REASON)
    } else {
        asked
    }
}
