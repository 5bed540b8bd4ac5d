//! What one does to an agreement on the page of its provision: the word, the conclusion, the early end.

use maud::html;
use poem::handler;
use poem::web::Path;
use time::Date;
use yakusho_compliance::provision::{self, ProvisionId};
use yakusho_kernel::{Fault, Reason};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Button, buttons};
use yakusho_webkit::{Answer, Fields, Problem, Reader, SeeOther, Typed, Visit};

use super::page::{page, title};
use super::{PROVISIONS, Text, page_of, provision_page};
use crate::forms::{FORMS, Text as Forms};

/// The most characters of a reason.
const REASON: usize = 2_000;

/// The revision that the page showed, and the day of the act.
pub(super) fn entered(fields: &Fields) -> Answer<(i32, Date)> {
    let revision = fields.reader().given("revision")?;
    let mut read = fields.reader();
    let on = read.needed("on", Reader::day);
    Ok((revision, read.finish_with(on)?))
}

/// Back to the provision, saying what was done.
pub(super) fn done(visit: &Visit, id: ProvisionId, said: &Text) -> SeeOther {
    visit
        .see_other(provision_page(id))
        .saying(said.to(visit.lang))
}

/// The provision again with what was typed and what is wrong with it; where it cannot be done any more, why.
async fn again(visit: &Visit, id: ProvisionId, problem: Problem, fields: &Fields) -> Answer {
    let view = provision::show(&visit.cx, id).await?;
    if !view.may.word && !view.may.conclude {
        return Err(problem);
    }
    page(visit, &view, problem.again(fields)?).await
}

/// `POST /provisions/:id/word`
#[handler]
pub(super) async fn word(visit: Visit, Path(id): Path<ProvisionId>, fields: Fields) -> Answer {
    let tried = async {
        let (revision, on) = entered(&fields)?;
        let mut read = fields.reader();
        let more = read.needed("verdict", |read, name| {
            read.with(name, |verdict| match verdict {
                "nothing" => Some(false),
                "more" => Some(true),
                _ => None,
            })
        });
        let needs = fields.text("needs");
        match more {
            Some(true) if needs.trim().is_empty() => read.wrong("needs", Reason::Required),
            Some(false) if !needs.trim().is_empty() => {
                read.wrong("needs", Reason::Code("nothing_more"));
            }
            _ => {}
        }
        read.finish()?;
        Ok::<_, Problem>(provision::give_word(&visit.cx, id, revision, &needs, on).await?)
    };
    match tried.await {
        Ok(_) => Ok(done(&visit, id, &Text::WordRecorded).into()),
        Err(problem) => again(&visit, id, problem, &fields).await,
    }
}

/// `POST /provisions/:id/conclude`
#[handler]
pub(super) async fn conclude(visit: Visit, Path(id): Path<ProvisionId>, fields: Fields) -> Answer {
    let tried = async {
        let (revision, on) = entered(&fields)?;
        Ok::<_, Problem>(provision::conclude(&visit.cx, id, revision, on).await?)
    };
    match tried.await {
        Ok(_) => Ok(done(&visit, id, &Text::ConcludedNow).into()),
        Err(problem) => again(&visit, id, problem, &fields).await,
    }
}

/// `GET /provisions/:id/end`
#[handler]
pub(super) async fn ask_end(visit: Visit, Path(id): Path<ProvisionId>) -> Answer {
    ask(&visit, id, Typed::nothing()).await
}

async fn ask(visit: &Visit, id: ProvisionId, typed: Typed<'_>) -> Answer {
    let lang = visit.lang;
    let view = provision::show(&visit.cx, id).await?;
    let Some(agreement) = view.agreement.as_ref().filter(|_| view.may.end) else {
        return Err(Fault::NotFound.into());
    };
    let form = typed.form(visit, page_of(id, "end"));
    let today = visit.cx.today().to_string();
    let on = form.date("on", Text::EndDay.to(lang)).required();
    let body = form.clone().render(html! {
        p { (Text::EndWords.to(lang)) }
        (form.revision(agreement.revision))
        (on.max(today.clone()).value(today))
        (form.textarea("reason", Text::Reason.to(lang)).required().rows(3).max_chars(REASON))
        (buttons(html! {
            (Button::submit(Text::End.to(lang)).danger())
            (Button::link(provision_page(id), Common::Cancel.to(lang)).tertiary())
        }))
    });
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::EndTitle.to(lang))
        .crumb(FORMS, Forms::Forms.to(lang))
        .crumb(PROVISIONS, Text::Provisions.to(lang))
        .crumb(provision_page(id), title(visit, &view).await?);
    Ok(typed.page(page.render(body)))
}

/// `POST /provisions/:id/end`
#[handler]
pub(super) async fn end(visit: Visit, Path(id): Path<ProvisionId>, fields: Fields) -> Answer {
    let tried = async {
        let (revision, on) = entered(&fields)?;
        let reason = fields.text("reason");
        Ok::<_, Problem>(provision::end_early(&visit.cx, id, revision, on, &reason).await?)
    };
    match tried.await {
        Ok(_) => Ok(done(&visit, id, &Text::EndedNow).into()),
        Err(problem) => ask(&visit, id, problem.again(&fields)?).await,
    }
}
