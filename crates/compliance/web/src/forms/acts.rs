//! What one does to a case on its page.

use maud::html;
use poem::handler;
use poem::web::Path;
use time::Date;
use yakusho_attachments::AttachmentId;
use yakusho_compliance::procedure::{self, CaseId, Decision, Opinion, Verdict};
use yakusho_kernel::Fault;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Button, buttons};
use yakusho_webkit::{Answer, Fields, Problem, Reader, SeeOther, Typed, Visit};

use super::entry;
use super::list::number;
use super::page::page;
use super::{FORMS, Text, case_page, page_of};

/// The revision that the page showed, and the day of the act.
fn entered(fields: &Fields) -> Answer<(i32, Date)> {
    let revision = fields.reader().given("revision")?;
    let mut read = fields.reader();
    let on = read.needed("on", Reader::day);
    Ok((revision, read.finish_with(on)?))
}

/// Back to the case, saying what was done.
fn done(visit: &Visit, id: CaseId, said: &Text) -> SeeOther {
    visit.see_other(case_page(id)).saying(said.to(visit.lang))
}

/// The case again with what was typed and what is wrong with it; where it cannot be done any more, why.
async fn again(visit: &Visit, id: CaseId, problem: Problem, fields: &Fields) -> Answer {
    let view = procedure::show(&visit.cx, id).await?;
    let may = view.may;
    if !may.submit && !may.consult && !may.decide {
        return Err(problem);
    }
    page(visit, &view, problem.again(fields)?).await
}

/// Under which number a case was submitted, in words.
pub(super) async fn submitted(visit: &Visit, id: CaseId) -> Answer<String> {
    let view = procedure::show(&visit.cx, id).await?;
    let register = &view.definition.procedure.register;
    let number = number(visit.lang, register, view.number);
    Ok(Text::SubmittedAs { number }.to(visit.lang).into_owned())
}

/// `POST /forms/:id/submit`
#[handler]
pub(super) async fn submit(visit: Visit, Path(id): Path<CaseId>, fields: Fields) -> Answer {
    let tried = async {
        let (revision, on) = entered(&fields)?;
        Ok::<_, Problem>(procedure::submit(&visit.cx, id, revision, on).await?)
    };
    match tried.await {
        Ok(_) => {
            let said = submitted(&visit, id).await?;
            Ok(visit.see_other(case_page(id)).saying(said).into())
        }
        Err(problem) => again(&visit, id, problem, &fields).await,
    }
}

/// `POST /forms/:id/consult`
#[handler]
pub(super) async fn consult(visit: Visit, Path(id): Path<CaseId>, fields: Fields) -> Answer {
    let tried = async {
        let (revision, on) = entered(&fields)?;
        let mut read = fields.reader();
        let agrees = read.needed("agrees", Reader::one);
        let opinion = Opinion {
            agrees: read.finish_with(agrees)?,
            remark: fields.text("remark"),
            on,
        };
        Ok::<_, Problem>(procedure::consult(&visit.cx, id, revision, opinion).await?)
    };
    match tried.await {
        Ok(_) => Ok(done(&visit, id, &Text::Answered).into()),
        Err(problem) => again(&visit, id, problem, &fields).await,
    }
}

/// `POST /forms/:id/decide`
#[handler]
pub(super) async fn decide(visit: Visit, Path(id): Path<CaseId>, fields: Fields) -> Answer {
    let tried = async {
        let (revision, on) = entered(&fields)?;
        let mut read = fields.reader();
        let verdict = read.needed("verdict", |read, name| read.with(name, Verdict::from_code));
        let view = procedure::show(&visit.cx, id).await?;
        let asked = view.waiting_step().map_or(&[][..], |step| &step.fields);
        let decision = Decision {
            answers: entry::read(&visit, asked, &fields).await?,
            verdict: read.finish_with(verdict)?,
            remark: fields.text("remark"),
            on,
        };
        Ok::<_, Problem>(procedure::decide(&visit.cx, id, revision, decision).await?)
    };
    match tried.await {
        Ok(_) => Ok(done(&visit, id, &Text::Decided).into()),
        Err(problem) => again(&visit, id, problem, &fields).await,
    }
}

/// `POST /forms/:id/copy`
#[handler]
pub(super) async fn copy(visit: Visit, Path(id): Path<CaseId>) -> Answer<SeeOther> {
    let new = *procedure::copy(&visit.cx, id).await?;
    let said = Text::Copied.to(visit.lang);
    Ok(visit.see_other(page_of(new, "edit")).saying(said))
}

/// `GET /forms/:id/withdraw`
#[handler]
pub(super) async fn ask_withdraw(visit: Visit, Path(id): Path<CaseId>) -> Answer {
    ask(&visit, id, Typed::nothing()).await
}

async fn ask(visit: &Visit, id: CaseId, typed: Typed<'_>) -> Answer {
    let view = procedure::show(&visit.cx, id).await?;
    if !view.may.withdraw {
        return Err(Fault::NotFound.into());
    }
    let lang = visit.lang;
    let form = typed.form(visit, page_of(id, "withdraw"));
    let today = visit.cx.today().to_string();
    let reason = form
        .textarea("remark", Text::WithdrawReason.to(lang))
        .max_chars(2_000)
        .rows(3)
        .help(Text::WithdrawReasonHelp.to(lang));
    let body = form.clone().render(html! {
        p { (Text::WithdrawWords.to(lang)) }
        (form.revision(view.revision))
        (reason)
        (form.date("on", Text::ActDay.to(lang)).required().max(today.clone()).value(today))
        (buttons(html! {
            (Button::submit(Text::Withdraw.to(lang)).danger())
            (Button::link(case_page(id), Common::Cancel.to(lang)).tertiary())
        }))
    });
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::WithdrawTitle.to(lang))
        .crumb(FORMS, Text::Forms.to(lang))
        .crumb(case_page(id), view.definition.procedure.title(lang));
    Ok(typed.page(page.render(body)))
}

/// `POST /forms/:id/withdraw`
#[handler]
pub(super) async fn withdraw(visit: Visit, Path(id): Path<CaseId>, fields: Fields) -> Answer {
    let tried = async {
        let (revision, on) = entered(&fields)?;
        let reason = fields.text("remark");
        Ok::<_, Problem>(procedure::withdraw(&visit.cx, id, revision, &reason, on).await?)
    };
    match tried.await {
        Ok(_) => Ok(done(&visit, id, &Text::WithdrawnNow).into()),
        Err(problem) => ask(&visit, id, problem.again(&fields)?).await,
    }
}

/// `GET /forms/:id/files/:file`
#[handler]
pub(super) async fn file(visit: Visit, Path((id, file)): Path<(CaseId, AttachmentId)>) -> Answer {
    yakusho_attachments_web::download(&visit, &id, file).await
}
