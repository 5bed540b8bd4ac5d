//! Comments on a circulation.

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use yakusho_kernel::Invalid;
use yakusho_messaging::circulation::{self, CirculationId};
use yakusho_messaging::comment::CommentId;
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::Pager;
use yakusho_webkit::{Answer, Fields, PAGE_SIZE, Problem, Typed, Visit};

use super::texts::Text as Circulations;
use super::{CIRCULATIONS, circulation_page, page, page_of};
use crate::comments::{self, Act, Text, Thread, WORDS};
use crate::names::Names;

/// `GET /circulations/:id/comments`: a page of them, where there are many.
#[handler]
pub(super) async fn list(visit: Visit, Path(id): Path<CirculationId>) -> Answer<Html<Markup>> {
    let view = circulation::show(&visit.cx, id).await?;
    let page = circulation::comments(&visit.cx, id, visit.after().as_ref(), PAGE_SIZE).await?;
    let names = Names::of(&visit, comments::people(&page)).await?;
    let lang = visit.lang;
    let later = page
        .next
        .as_ref()
        .map(|next| visit.here_with("after", next.as_str()));
    let thread = Thread {
        page: &page,
        names: &names,
        at: page_of(id, "comments"),
        open: view.may.comment,
        moderated: view.may.moderate,
    };
    let title = view.words.shown().map_or("", |words| &words.title);
    let shell = visit.shell().await?;
    let head = Page::new(&shell, Text::Comments.to(lang))
        .crumb(CIRCULATIONS, Circulations::Circulations.to(lang))
        .crumb(circulation_page(id), title);
    Ok(Html(head.render(html! {
        (thread.list(&visit))
        (Pager::new(lang, later, None))
    })))
}

/// `POST /circulations/:id/comments`
#[handler]
pub(super) async fn write(visit: Visit, Path(id): Path<CirculationId>, fields: Fields) -> Answer {
    match circulation::comment(&visit.cx, id, &fields.text(WORDS)).await {
        Ok(_) => Ok(back(&visit, id, &Text::Sent)),
        Err(error) => {
            let typed = Problem::from(error).again(&fields)?;
            let view = circulation::show(&visit.cx, id).await?;
            page::page(&visit, &view, Typed::nothing(), typed).await
        }
    }
}

/// `POST /circulations/:id/comments/:comment/edit`
#[handler]
pub(super) async fn edit(
    visit: Visit,
    Path((id, comment)): Path<(CirculationId, CommentId)>,
    fields: Fields,
) -> Answer {
    let edited = async {
        let revision = revision(&fields)?;
        let words = fields.text(WORDS);
        Ok::<_, Problem>(circulation::edit_comment(&visit.cx, id, comment, revision, &words).await?)
    };
    match edited.await {
        Ok(_) => Ok(back(&visit, id, &Text::Changed)),
        Err(problem) => again(&visit, id, comment, Act::Edit, problem, &fields).await,
    }
}

/// `POST /circulations/:id/comments/:comment/remove`
#[handler]
pub(super) async fn remove(
    visit: Visit,
    Path((id, comment)): Path<(CirculationId, CommentId)>,
    fields: Fields,
) -> Answer {
    let removed = async {
        let revision = revision(&fields)?;
        let reason = fields.text("reason");
        Ok::<_, Problem>(
            circulation::remove_comment(&visit.cx, id, comment, revision, &reason).await?,
        )
    };
    match removed.await {
        Ok(_) => Ok(back(&visit, id, &Text::Gone)),
        Err(problem) => again(&visit, id, comment, Act::Remove, problem, &fields).await,
    }
}

fn revision(fields: &Fields) -> Result<i32, Invalid> {
    fields.reader().given("revision")
}

fn back(visit: &Visit, id: CirculationId, said: &Text) -> poem::Response {
    let to = format!("{}#comments", circulation_page(id));
    visit.see_other(to).saying(said.to(visit.lang)).into()
}

async fn again(
    visit: &Visit,
    id: CirculationId,
    comment: CommentId,
    act: Act,
    problem: Problem,
    fields: &Fields,
) -> Answer {
    let typed = problem.again(fields)?;
    let at = page_of(id, &format!("comments/{comment}"));
    let crumbs = [
        (
            CIRCULATIONS.to_owned(),
            Circulations::Circulations.to(visit.lang).into_owned(),
        ),
        (circulation_page(id), Text::Back.to(visit.lang).into_owned()),
    ];
    comments::again(visit, &at, act, crumbs, typed).await
}
