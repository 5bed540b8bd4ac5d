//! What one does to a circulation on its page.

use poem::handler;
use poem::web::Path;
use yakusho_attachments::AttachmentId;
use yakusho_kernel::{Fault, Invalid, Notices, Seen, Subject as _};
use yakusho_messaging::circulation::{self, CirculationId, Sent};
use yakusho_messaging::text::Remark;
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::Confirm;
use yakusho_webkit::{Answer, Fields, Problem, SeeOther, Typed, Visit};

use super::page::{crumb, page};
use super::texts::Text;
use super::{SENT, circulation_page, page_of};
use crate::words::reason_given;

/// The revision that the page showed.
fn revision(fields: &Fields) -> Result<i32, Invalid> {
    fields.reader().given("revision")
}

/// Back to the circulation, saying what was done.
fn done(visit: &Visit, id: CirculationId, said: &Text) -> SeeOther {
    visit
        .see_other(circulation_page(id))
        .saying(said.to(visit.lang))
}

/// `POST /circulations/:id/send`
#[handler]
pub(super) async fn send(
    visit: Visit,
    Path(id): Path<CirculationId>,
    fields: Fields,
) -> Answer<SeeOther> {
    let sent = circulation::send(&visit.cx, id, revision(&fields)?).await?;
    Ok(done(&visit, id, &said(*sent)))
}

/// What became of it, in words.
pub(super) fn said(sent: Sent) -> Text {
    match sent {
        Sent::To { reached, later: 0 } => Text::SentTo { n: reached },
        Sent::To { reached, later } => Text::SentByRank { n: reached, later },
        Sent::Uncleared => Text::AskedNow,
    }
}

/// `POST /circulations/:id/confirm`
#[handler]
pub(super) async fn confirm(visit: Visit, Path(id): Path<CirculationId>, fields: Fields) -> Answer {
    let confirmed = async {
        let version = fields.reader().given("version")?;
        let reply = fields.text("reply");
        Ok::<_, Problem>(circulation::confirm(&visit.cx, id, version, &reply).await?)
    };
    match confirmed.await {
        Ok(_) => {
            let mine = Notices(visit.me()?.standing.person);
            mine.seen(&visit.cx, Seen::About(id.reference())).await?;
            let said = if fields.text("reply").trim().is_empty() {
                Text::ConfirmedNow
            } else {
                Text::RepliedNow
            };
            Ok(done(&visit, id, &said).into())
        }
        Err(problem) => again(&visit, id, problem, &fields).await,
    }
}

/// `POST /circulations/:id/reply`: other words in place of the reply.
#[handler]
pub(super) async fn reword(visit: Visit, Path(id): Path<CirculationId>, fields: Fields) -> Answer {
    let reworded = async {
        let reply = fields.text("reply");
        Ok::<_, Problem>(circulation::reword(&visit.cx, id, revision(&fields)?, &reply).await?)
    };
    match reworded.await {
        Ok(_) => Ok(done(&visit, id, &Text::ReplySaved).into()),
        Err(problem) => again(&visit, id, problem, &fields).await,
    }
}

/// The page with the reply as typed and what is wrong with it; where none is taken any more, why.
async fn again(visit: &Visit, id: CirculationId, problem: Problem, fields: &Fields) -> Answer {
    let view = circulation::show(&visit.cx, id).await?;
    if !view.may.confirm && !view.may.reword {
        return Err(problem);
    }
    let typed = problem.again(fields)?;
    page(visit, &view, typed, Typed::nothing()).await
}

/// `POST /circulations/:id/watch`
#[handler]
pub(super) async fn watch(visit: Visit, Path(id): Path<CirculationId>) -> Answer<SeeOther> {
    let _ = circulation::watch(&visit.cx, id).await?;
    Ok(done(&visit, id, &Text::WatchedNow))
}

/// `POST /circulations/:id/unwatch`
#[handler]
pub(super) async fn unwatch(visit: Visit, Path(id): Path<CirculationId>) -> Answer<SeeOther> {
    let _ = circulation::unwatch(&visit.cx, id).await?;
    Ok(done(&visit, id, &Text::UnwatchedNow))
}

/// `POST /circulations/:id/remind`
#[handler]
pub(super) async fn remind(visit: Visit, Path(id): Path<CirculationId>) -> Answer<SeeOther> {
    let n = *circulation::remind(&visit.cx, id).await?;
    let said = match n {
        0 => Text::NobodyReminded,
        n => Text::Reminded { n },
    };
    Ok(done(&visit, id, &said))
}

/// `POST /circulations/:id/copy`
#[handler]
pub(super) async fn copy(visit: Visit, Path(id): Path<CirculationId>) -> Answer<SeeOther> {
    let new = *circulation::copy(&visit.cx, id).await?;
    let said = Text::CopiedNow.to(visit.lang);
    Ok(visit.see_other(page_of(new, "edit")).saying(said))
}

/// What is asked before it is done.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Question {
    Close,
    Withdraw,
    Remove,
}

impl Question {
    const fn address(self) -> &'static str {
        match self {
            Self::Close => "close",
            Self::Withdraw => "withdraw",
            Self::Remove => "remove",
        }
    }

    /// The question, what happens, and the word on the button.
    const fn texts(self) -> (Text, Text, Text) {
        match self {
            Self::Close => (Text::CloseQuestion, Text::CloseConsequences, Text::Close),
            Self::Withdraw => (
                Text::WithdrawQuestion,
                Text::WithdrawConsequences,
                Text::Withdraw,
            ),
            Self::Remove => (Text::RemoveQuestion, Text::RemoveConsequences, Text::Remove),
        }
    }
}

async fn ask(visit: &Visit, id: CirculationId, asks: Question, typed: Typed<'_>) -> Answer {
    let view = circulation::show(&visit.cx, id).await?;
    let may = match asks {
        Question::Close => view.may.manage,
        Question::Withdraw => view.may.withdraw,
        Question::Remove => view.may.remove,
    };
    if !may {
        return Err(Fault::NotFound.into());
    }
    let lang = visit.lang;
    let (title, words, act) = asks.texts();
    let form = typed.form(visit, page_of(id, asks.address()));
    let revision = form.revision(view.revision);
    let subject = view.words.shown().map_or("", |words| &words.title);
    let asked = Confirm::new(lang, form, subject, act.to(lang), circulation_page(id))
        .consequences(maud::html! { p { (words.to(lang)) } (revision) });
    let asked = match asks {
        Question::Remove => asked.reason(Remark::MAX),
        Question::Close | Question::Withdraw => asked,
    };
    let shell = visit.shell().await?;
    let page = crumb(Page::new(&shell, title.to(lang)), lang, &view);
    Ok(typed.page(page.render(asked)))
}

/// `GET /circulations/:id/close`: the question before it.
#[handler]
pub(super) async fn ask_close(visit: Visit, Path(id): Path<CirculationId>) -> Answer {
    ask(&visit, id, Question::Close, visit.typed()).await
}

/// `POST /circulations/:id/close`
#[handler]
pub(super) async fn close(
    visit: Visit,
    Path(id): Path<CirculationId>,
    fields: Fields,
) -> Answer<SeeOther> {
    let _ = circulation::close(&visit.cx, id, revision(&fields)?).await?;
    Ok(done(&visit, id, &Text::ClosedNow))
}

/// `GET /circulations/:id/withdraw`: the question before it.
#[handler]
pub(super) async fn ask_withdraw(visit: Visit, Path(id): Path<CirculationId>) -> Answer {
    ask(&visit, id, Question::Withdraw, visit.typed()).await
}

/// `POST /circulations/:id/withdraw`
#[handler]
pub(super) async fn withdraw(
    visit: Visit,
    Path(id): Path<CirculationId>,
    fields: Fields,
) -> Answer<SeeOther> {
    let _ = circulation::withdraw(&visit.cx, id, revision(&fields)?).await?;
    let said = Text::WithdrawnNow.to(visit.lang);
    Ok(visit.see_other(SENT).saying(said))
}

/// `GET /circulations/:id/remove`: the question before it.
#[handler]
pub(super) async fn ask_remove(visit: Visit, Path(id): Path<CirculationId>) -> Answer {
    ask(&visit, id, Question::Remove, visit.typed()).await
}

/// `POST /circulations/:id/remove`
#[handler]
pub(super) async fn remove(visit: Visit, Path(id): Path<CirculationId>, fields: Fields) -> Answer {
    let removed = async {
        let reason = fields.text("reason");
        reason_given(&visit, &reason)?;
        Ok::<_, Problem>(circulation::remove(&visit.cx, id, revision(&fields)?, &reason).await?)
    };
    match removed.await {
        Ok(_) => Ok(done(&visit, id, &Text::RemovedNow).into()),
        Err(problem) => ask(&visit, id, Question::Remove, problem.again(&fields)?).await,
    }
}

/// `GET /circulations/:id/files/:file`
#[handler]
pub(super) async fn file(
    visit: Visit,
    Path((id, file)): Path<(CirculationId, AttachmentId)>,
) -> Answer {
    yakusho_attachments_web::download(&visit, &id, file).await
}
