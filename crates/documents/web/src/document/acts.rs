//! What one does to a document on its page.

use maud::html;
use poem::handler;
use poem::web::Path;
use time::Duration;
use yakusho_documents::document::{self, DocumentId, LONGEST_REASON, Rights, State};
use yakusho_kernel::{Fault, Invalid};
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::Confirm;
use yakusho_webkit::{Answer, Fields, Problem, SeeOther, Typed, Visit};

use super::editor::said;
use super::page_of;
use crate::folder::crumbs;
use crate::texts::Text;
use crate::{document_page, folder_page};

/// How long a lock is held that is taken on a page.
const LOCK: Duration = Duration::hours(8);

yakusho_webkit::texts! {
    enum Words {
        Locked: "ロックしました。8時間たつと自動で解除されます。" / "It is locked for you, for 8 hours at most.";
        Unlocked: "ロックを解除しました。" / "The lock was given back.";
        BreakQuestion: "ロックを強制的に解除しますか" / "Break this lock?";
        BreakConsequences: "編集中の人の変更が失われることがあります。編集中の人に理由を知らせ、記録に残します。" / "Whoever holds it may lose their changes. They are told why, and it is put on record.";
        Break: "強制的に解除する" / "Break it";
        Broken: "ロックを解除し、編集していた人に知らせました。" / "The lock was broken, and whoever held it was told.";
        WithdrawQuestion: "この文書を取り下げますか" / "Withdraw this document?";
        WithdrawConsequences: "誰にも表示されなくなります。内容と理由は記録として残りますが、元に戻すことはできません。" / "Nobody will see it any more. What it said and why it went stay on record, and it cannot be put up again.";
        Withdraw: "取り下げる" / "Withdraw";
        Withdrawn: "取り下げました。" / "It was withdrawn.";
        RemoveQuestion: "この文書を削除しますか" / "Take this document down?";
        RemoveConsequences: "文書に代えて、削除したことと理由が表示されます。元の内容は証跡として残り、登録した人に理由が通知されます。" / "In its place readers see that it was taken down, and why. What it said stays as evidence, and whoever registered it is told the reason.";
        Remove: "削除する" / "Take down";
        Removed: "削除しました。登録した人に理由を知らせました。" / "It was taken down. Whoever registered it was told why.";
        Reinstated: "元に戻しました。" / "It was put up again.";
        DisposeQuestion: "この文書を廃棄しますか" / "Dispose of this document?";
        DisposeConsequences: "内容、ファイル、変更の履歴がすべて消え、元に戻せません。番号、件名、廃棄した人と理由は、廃棄の記録に残ります。" / "What it says, its files and its history go for good. Its number, its title, who disposed of it and why stay on record.";
        Dispose: "廃棄する" / "Dispose of it";
        Disposed: "廃棄しました。" / "It was disposed of.";
        Review: "文書の見直し" / "Look through the document";
        ReviewIntro: "内容が今も正しいことを確かめたら、次に見直す日を決めてください。直すところがあれば、先に編集してください。" / "If what it says still holds, choose when to look through it again. If not, edit it first.";
        Next: "次に見直す日" / "Next time on";
        NextHelp: "空欄なら、次の見直しのお知らせはありません。" / "Empty: nobody is reminded again.";
        Reviewed: "見直しを記録しました。" / "It is on record that it was looked through.";
    }
}

/// The revision that the page showed.
fn revision(fields: &Fields) -> Result<i32, Invalid> {
    fields.reader().given("revision")
}

/// Back to the document, saying what was done.
fn done(visit: &Visit, id: DocumentId, said: &Words) -> SeeOther {
    visit
        .see_other(document_page(id))
        .saying(said.to(visit.lang))
}

/// `POST /documents/:id/register`
#[handler]
pub(super) async fn register(
    visit: Visit,
    Path(id): Path<DocumentId>,
    fields: Fields,
) -> Answer<SeeOther> {
    let registered = *document::register(&visit.cx, id, revision(&fields)?).await?;
    let words = said(&visit, registered);
    Ok(visit.see_other(document_page(id)).saying(words))
}

/// `POST /documents/:id/lock`
#[handler]
pub(super) async fn lock(visit: Visit, Path(id): Path<DocumentId>) -> Answer<SeeOther> {
    let _ = document::lock(&visit.cx, id, LOCK).await?;
    Ok(done(&visit, id, &Words::Locked))
}

/// `POST /documents/:id/unlock`
#[handler]
pub(super) async fn unlock(visit: Visit, Path(id): Path<DocumentId>) -> Answer<SeeOther> {
    let _ = document::unlock(&visit.cx, id).await?;
    Ok(done(&visit, id, &Words::Unlocked))
}

/// `POST /documents/:id/reinstate`
#[handler]
pub(super) async fn reinstate(
    visit: Visit,
    Path(id): Path<DocumentId>,
    fields: Fields,
) -> Answer<SeeOther> {
    let _ = document::reinstate(&visit.cx, id, revision(&fields)?).await?;
    Ok(done(&visit, id, &Words::Reinstated))
}

/// What is asked before it is done.
#[derive(Clone, Copy)]
enum Question {
    Break,
    Withdraw,
    Remove,
    Dispose,
}

impl Question {
    const fn may_be_asked(self, may: Rights) -> bool {
        match self {
            Self::Break => may.break_lock,
            Self::Withdraw => may.withdraw,
            Self::Remove => may.remove,
            Self::Dispose => may.dispose,
        }
    }

    /// Its address, what it asks, what it brings about, and the word on the button.
    const fn words(self) -> (&'static str, Words, Words, Words) {
        match self {
            Self::Break => (
                "break-lock",
                Words::BreakQuestion,
                Words::BreakConsequences,
                Words::Break,
            ),
            Self::Withdraw => (
                "withdraw",
                Words::WithdrawQuestion,
                Words::WithdrawConsequences,
                Words::Withdraw,
            ),
            Self::Remove => (
                "remove",
                Words::RemoveQuestion,
                Words::RemoveConsequences,
                Words::Remove,
            ),
            Self::Dispose => (
                "dispose",
                Words::DisposeQuestion,
                Words::DisposeConsequences,
                Words::Dispose,
            ),
        }
    }
}

async fn question(visit: &Visit, id: DocumentId, asks: Question, typed: Typed<'_>) -> Answer {
    let view = document::show(&visit.cx, id).await?;
    if !asks.may_be_asked(view.may) {
        return Err(Fault::NotFound.into());
    }
    let lang = visit.lang;
    let (address, title, consequences, act) = asks.words();
    let subject = match &view.content {
        Some(content) => content.title.clone(),
        None => Text::RemovedTitle.to(lang).into_owned(),
    };
    let form = typed.form(visit, page_of(id, address));
    let revision = form.revision(view.revision);
    let asked = Confirm::new(lang, form, subject, act.to(lang), document_page(id))
        .consequences(html! { p { (consequences.to(lang)) } (revision) });
    let asked = match asks {
        Question::Withdraw if view.state == State::Draft => asked,
        Question::Withdraw | Question::Break | Question::Remove | Question::Dispose => {
            asked.reason(LONGEST_REASON)
        }
    };
    let shell = visit.shell().await?;
    let page = crumbs(Page::new(&shell, title.to(lang)), lang, &view.path);
    Ok(typed.page(page.render(asked)))
}

/// `GET /documents/:id/break-lock`: the question before it.
#[handler]
pub(super) async fn ask_break_lock(visit: Visit, Path(id): Path<DocumentId>) -> Answer {
    question(&visit, id, Question::Break, Typed::nothing()).await
}

/// `POST /documents/:id/break-lock`
#[handler]
pub(super) async fn break_lock(visit: Visit, Path(id): Path<DocumentId>, fields: Fields) -> Answer {
    let broken = document::break_lock(&visit.cx, id, &fields.text("reason")).await;
    match broken.map_err(Problem::from) {
        Ok(_) => Ok(done(&visit, id, &Words::Broken).into()),
        Err(problem) => question(&visit, id, Question::Break, problem.again(&fields)?).await,
    }
}

/// `GET /documents/:id/withdraw`: the question before it.
#[handler]
pub(super) async fn ask_withdraw(visit: Visit, Path(id): Path<DocumentId>) -> Answer {
    question(&visit, id, Question::Withdraw, Typed::nothing()).await
}

/// `POST /documents/:id/withdraw`
#[handler]
pub(super) async fn withdraw(visit: Visit, Path(id): Path<DocumentId>, fields: Fields) -> Answer {
    let view = document::show(&visit.cx, id).await?;
    let withdrawn = async {
        let reason = fields.text("reason");
        Ok::<_, Problem>(document::withdraw(&visit.cx, id, revision(&fields)?, &reason).await?)
    };
    match withdrawn.await {
        Ok(_) => {
            let back = visit.see_other(folder_page(view.folder.id));
            Ok(back.saying(Words::Withdrawn.to(visit.lang)).into())
        }
        Err(problem) => question(&visit, id, Question::Withdraw, problem.again(&fields)?).await,
    }
}

/// `GET /documents/:id/remove`: the question before it.
#[handler]
pub(super) async fn ask_remove(visit: Visit, Path(id): Path<DocumentId>) -> Answer {
    question(&visit, id, Question::Remove, Typed::nothing()).await
}

/// `POST /documents/:id/remove`
#[handler]
pub(super) async fn remove(visit: Visit, Path(id): Path<DocumentId>, fields: Fields) -> Answer {
    let removed = async {
        let reason = fields.text("reason");
        Ok::<_, Problem>(document::remove(&visit.cx, id, revision(&fields)?, &reason).await?)
    };
    match removed.await {
        Ok(_) => Ok(done(&visit, id, &Words::Removed).into()),
        Err(problem) => question(&visit, id, Question::Remove, problem.again(&fields)?).await,
    }
}

/// `GET /documents/:id/dispose`: the question before it.
#[handler]
pub(super) async fn ask_dispose(visit: Visit, Path(id): Path<DocumentId>) -> Answer {
    question(&visit, id, Question::Dispose, Typed::nothing()).await
}

/// `POST /documents/:id/dispose`
#[handler]
pub(super) async fn dispose(visit: Visit, Path(id): Path<DocumentId>, fields: Fields) -> Answer {
    let disposed = async {
        let reason = fields.text("reason");
        Ok::<_, Problem>(document::dispose(&visit.cx, id, revision(&fields)?, &reason).await?)
    };
    match disposed.await {
        Ok(_) => {
            let said = Words::Disposed.to(visit.lang);
            Ok(visit.see_other("/documents/disposals").saying(said).into())
        }
        Err(problem) => question(&visit, id, Question::Dispose, problem.again(&fields)?).await,
    }
}

/// `GET /documents/:id/review`
#[handler]
pub(super) async fn ask_review(visit: Visit, Path(id): Path<DocumentId>) -> Answer {
    reviewing(&visit, id, Typed::nothing()).await
}

/// `POST /documents/:id/review`
#[handler]
pub(super) async fn review(visit: Visit, Path(id): Path<DocumentId>, fields: Fields) -> Answer {
    let reviewed = async {
        let mut read = fields.reader();
        let revision = read.given("revision")?;
        let next = read.day("review_on");
        read.finish()?;
        Ok::<_, Problem>(document::review(&visit.cx, id, revision, next).await?)
    };
    match reviewed.await {
        Ok(_) => Ok(done(&visit, id, &Words::Reviewed).into()),
        Err(problem) => reviewing(&visit, id, problem.again(&fields)?).await,
    }
}

async fn reviewing(visit: &Visit, id: DocumentId, typed: Typed<'_>) -> Answer {
    let view = document::show(&visit.cx, id).await?;
    let lang = visit.lang;
    let today = visit.cx.today();
    let next = today.replace_year(today.year() + 1).unwrap_or(today);
    let form = typed.form(visit, page_of(id, "review"));
    let body = form.render(html! {
        p { (Words::ReviewIntro.to(lang)) }
        (form.revision(view.revision))
        (form.date("review_on", Words::Next.to(lang)).help(Words::NextHelp.to(lang)).value(next.to_string()))
        (crate::folder::save(visit, &document_page(id)))
    });
    let shell = visit.shell().await?;
    let page = crumbs(Page::new(&shell, Words::Review.to(lang)), lang, &view.path);
    Ok(typed.page(page.render(body)))
}
