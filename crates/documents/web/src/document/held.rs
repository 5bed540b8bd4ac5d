//! What is said to those who would change a document while somebody else holds it locked.

use maud::html;
use poem::IntoResponse as _;
use poem::http::StatusCode;
use poem::web::Html;
use yakusho_documents::document::DocumentView;
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{Alert, Button, buttons, definitions, moment};
use yakusho_webkit::{Answer, Visit};

use super::page_of;
use crate::document_page;
use crate::folder::crumbs;
use crate::names::Names;
use crate::texts::Text;

yakusho_webkit::texts! {
    enum Words {
        Title: "今は編集できません" / "It cannot be changed now";
        Held { by: String }: "{by}が編集中です。" / "{by} is at work on this.";
        Advice: "編集が終わると、変更できるようになります。急ぐときは、編集中の人に声をかけてください。" / "It can be changed when they are done. If it is urgent, speak to them.";
        By: "編集中の人" / "Held by";
        Since: "編集を始めた日時" / "Since";
        Until: "ロックの期限" / "Until at the latest";
        Back: "文書に戻る" / "Back to the document";
        Again: "もう一度試す" / "Try again";
        Break: "ロックを強制的に解除する" / "Break the lock";
    }
}

/// Who holds it, since when and for how long, and the ways on.
pub(super) async fn page(visit: &Visit, view: &DocumentView) -> Answer {
    let (lang, id) = (visit.lang, view.id);
    let names = Names::of(visit, view.lock.map(|lock| lock.by)).await?;
    let title = match &view.content {
        Some(content) => content.title.clone(),
        None => Text::RemovedTitle.to(lang).into_owned(),
    };
    let shell = visit.shell().await?;
    let page = crumbs(Page::new(&shell, Words::Title.to(lang)), lang, &view.path)
        .crumb(document_page(id), title);
    let body = html! {
        @if let Some(lock) = view.lock {
            @let by = names.name(lock.by);
            (Alert::warning(lang, Words::Held { by: by.to_owned() }.to(lang))
                .body(html! { p { (Words::Advice.to(lang)) } }))
            (definitions([
                (Words::By.to(lang), html! { (by) }),
                (Words::Since.to(lang), moment(lang, lock.at.local())),
                (Words::Until.to(lang), moment(lang, lock.until.local())),
            ]))
        }
        (buttons(html! {
            (Button::link(document_page(id), Words::Back.to(lang)).primary())
            (Button::link(page_of(id, "edit"), Words::Again.to(lang)))
            @if view.may.break_lock {
                (Button::link(page_of(id, "break-lock"), Words::Break.to(lang)).tertiary())
            }
        }))
    };
    let page = Html(page.render(body)).with_status(StatusCode::CONFLICT);
    Ok(page.into_response())
}
