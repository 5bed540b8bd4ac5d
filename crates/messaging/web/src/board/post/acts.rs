//! What one does to a post on its page.

use poem::handler;
use poem::web::Path;
use yakusho_attachments::AttachmentId;
use yakusho_kernel::{Fault, Invalid, Notices, Seen, Subject as _};
use yakusho_messaging::board::{self, BoardPostId, Decision, Published};
use yakusho_messaging::text::Remark;
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::Confirm;
use yakusho_webkit::{Answer, Fields, PAGE_SIZE, Problem, SeeOther, Typed, Visit};

use super::page;
use crate::board::texts::Text;
use crate::board::{AWAITING, BOARD, page_of, post_page};
use crate::words::reason_given;

/// The revision that the page showed.
fn revision(fields: &Fields) -> Result<i32, Invalid> {
    fields.reader().given("revision")
}

/// Back to the post, saying what was done.
fn done(visit: &Visit, id: BoardPostId, said: &Text) -> SeeOther {
    visit.see_other(post_page(id)).saying(said.to(visit.lang))
}

/// `POST /board/:id/publish`
#[handler]
pub(in crate::board) async fn publish(
    visit: Visit,
    Path(id): Path<BoardPostId>,
    fields: Fields,
) -> Answer<SeeOther> {
    let published = board::publish(&visit.cx, id, revision(&fields)?).await?;
    Ok(done(&visit, id, &said(*published)))
}

/// What became of a post, in words.
pub(in crate::board) fn said(published: Published) -> Text {
    match published {
        Published::Shown => Text::PublishedNow,
        Published::Scheduled(_) => Text::PublishedLater,
        Published::Submitted => Text::SubmittedNow,
        Published::Uncleared => Text::AskedNow,
    }
}

/// `POST /board/:id/confirm`
#[handler]
pub(in crate::board) async fn confirm(
    visit: Visit,
    Path(id): Path<BoardPostId>,
    fields: Fields,
) -> Answer<SeeOther> {
    let version = fields.reader().given("version")?;
    let _ = board::confirm(&visit.cx, id, version).await?;
    let mine = Notices(visit.me()?.standing.person);
    mine.seen(&visit.cx, Seen::About(id.reference())).await?;
    Ok(done(&visit, id, &Text::ConfirmedNow))
}

/// `POST /board/:id/approve`
#[handler]
pub(in crate::board) async fn approve(
    visit: Visit,
    Path(id): Path<BoardPostId>,
    fields: Fields,
) -> Answer<SeeOther> {
    let _ = board::decide(&visit.cx, id, revision(&fields)?, Decision::Approve).await?;
    Ok(visit
        .see_other(AWAITING)
        .saying(Text::ApprovedNow.to(visit.lang)))
}

/// `POST /board/:id/send-back`
#[handler]
pub(in crate::board) async fn send_back(
    visit: Visit,
    Path(id): Path<BoardPostId>,
    fields: Fields,
) -> Answer {
    match try_send_back(&visit, id, &fields).await {
        Ok(()) => Ok(visit
            .see_other(AWAITING)
            .saying(Text::SentBackNow.to(visit.lang))
            .into()),
        Err(problem) => {
            let view = board::show(&visit.cx, id, PAGE_SIZE).await?;
            if !view.may.decide {
                return Err(problem);
            }
            let typed = problem.again(&fields)?;
            page(&visit, &view, Typed::nothing(), typed).await
        }
    }
}

async fn try_send_back(visit: &Visit, id: BoardPostId, fields: &Fields) -> Answer<()> {
    let reason =
        Remark::parse(&fields.text("reason")).map_err(|reason| Invalid::field("reason", reason))?;
    let decision = Decision::SendBack(reason);
    let _ = board::decide(&visit.cx, id, revision(fields)?, decision).await?;
    Ok(())
}

/// `POST /board/:id/reinstate`
#[handler]
pub(in crate::board) async fn reinstate(
    visit: Visit,
    Path(id): Path<BoardPostId>,
    fields: Fields,
) -> Answer<SeeOther> {
    let _ = board::reinstate(&visit.cx, id, revision(&fields)?).await?;
    Ok(done(&visit, id, &Text::ReinstatedNow))
}

/// `GET /board/:id/withdraw`: the question before it.
#[handler]
pub(in crate::board) async fn ask_withdraw(visit: Visit, Path(id): Path<BoardPostId>) -> Answer {
    question(&visit, id, Question::Withdraw, visit.typed()).await
}

/// `POST /board/:id/withdraw`
#[handler]
pub(in crate::board) async fn withdraw(
    visit: Visit,
    Path(id): Path<BoardPostId>,
    fields: Fields,
) -> Answer<SeeOther> {
    let _ = board::withdraw(&visit.cx, id, revision(&fields)?).await?;
    let address = format!("{BOARD}?view=mine");
    Ok(visit
        .see_other(address)
        .saying(Text::WithdrawnNow.to(visit.lang)))
}

/// `GET /board/:id/remove`: the question before it.
#[handler]
pub(in crate::board) async fn ask_remove(visit: Visit, Path(id): Path<BoardPostId>) -> Answer {
    question(&visit, id, Question::Remove, visit.typed()).await
}

/// `POST /board/:id/remove`
#[handler]
pub(in crate::board) async fn remove(
    visit: Visit,
    Path(id): Path<BoardPostId>,
    fields: Fields,
) -> Answer {
    let removed = async {
        let reason = fields.text("reason");
        reason_given(&visit, &reason)?;
        Ok::<_, Problem>(board::remove(&visit.cx, id, revision(&fields)?, &reason).await?)
    };
    match removed.await {
        Ok(_) => Ok(done(&visit, id, &Text::RemovedNow).into()),
        Err(problem) => question(&visit, id, Question::Remove, problem.again(&fields)?).await,
    }
}

/// What is asked before it is done.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Question {
    Withdraw,
    Remove,
}

async fn question(visit: &Visit, id: BoardPostId, asks: Question, typed: Typed<'_>) -> Answer {
    let view = board::show(&visit.cx, id, 1).await?;
    let may = match asks {
        Question::Withdraw => view.may.withdraw,
        Question::Remove => view.may.remove,
    };
    if !may {
        return Err(Fault::NotFound.into());
    }
    let lang = visit.lang;
    let (address, title, words, act) = match asks {
        Question::Withdraw => (
            "withdraw",
            Text::WithdrawQuestion,
            Text::WithdrawConsequences,
            Text::Withdraw,
        ),
        Question::Remove => (
            "remove",
            Text::RemoveQuestion,
            Text::RemoveConsequences,
            Text::Remove,
        ),
    };
    let subject = view.words.shown().map_or("", |words| &words.title);
    let form = typed.form(visit, page_of(id, address));
    let revision = form.revision(view.revision);
    let asked = Confirm::new(lang, form, subject, act.to(lang), post_page(id))
        .consequences(maud::html! { p { (words.to(lang)) } (revision) });
    let asked = match asks {
        Question::Withdraw => asked,
        Question::Remove => asked.reason(Remark::MAX),
    };
    let shell = visit.shell().await?;
    let page = Page::new(&shell, title.to(lang))
        .crumb(BOARD, Text::Board.to(lang))
        .crumb(post_page(id), subject);
    Ok(typed.page(page.render(asked)))
}

/// `GET /board/:id/files/:file`
#[handler]
pub(in crate::board) async fn file(
    visit: Visit,
    Path((id, file)): Path<(BoardPostId, AttachmentId)>,
) -> Answer {
    yakusho_attachments_web::download(&visit, &id, file).await
}
