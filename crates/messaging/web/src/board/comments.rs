//! Comments on a post.

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use yakusho_kernel::Invalid;
use yakusho_messaging::board::{self, BoardPostId};
use yakusho_messaging::comment::CommentId;
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::Pager;
use yakusho_webkit::{Answer, Fields, PAGE_SIZE, Problem, Typed, Visit};

use super::texts::Text as Board;
use super::{BOARD, page_of, post, post_page};
use crate::comments::{self, Act, Text, Thread, WORDS};
use crate::names::Names;

/// `GET /board/:id/comments`: a page of them, where there are many.
#[handler]
pub(super) async fn list(visit: Visit, Path(id): Path<BoardPostId>) -> Answer<Html<Markup>> {
    let view = board::show(&visit.cx, id, 1).await?;
    let page = board::comments(&visit.cx, id, visit.after().as_ref(), PAGE_SIZE).await?;
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
        .crumb(BOARD, Board::Board.to(lang))
        .crumb(post_page(id), title);
    Ok(Html(head.render(html! {
        (thread.list(&visit))
        (Pager::new(lang, later, None))
    })))
}

/// `POST /board/:id/comments`
#[handler]
pub(super) async fn write(visit: Visit, Path(id): Path<BoardPostId>, fields: Fields) -> Answer {
    match board::comment(&visit.cx, id, &fields.text(WORDS)).await {
        Ok(_) => Ok(back(&visit, id, &Text::Sent)),
        Err(error) => {
            let typed = Problem::from(error).again(&fields)?;
            let view = board::show(&visit.cx, id, PAGE_SIZE).await?;
            post::page(&visit, &view, typed, Typed::nothing()).await
        }
    }
}

/// `POST /board/:id/comments/:comment/edit`
#[handler]
pub(super) async fn edit(
    visit: Visit,
    Path((id, comment)): Path<(BoardPostId, CommentId)>,
    fields: Fields,
) -> Answer {
    let edited = async {
        let revision = revision(&fields)?;
        let words = fields.text(WORDS);
        Ok::<_, Problem>(board::edit_comment(&visit.cx, id, comment, revision, &words).await?)
    };
    match edited.await {
        Ok(_) => Ok(back(&visit, id, &Text::Changed)),
        Err(problem) => again(&visit, id, comment, Act::Edit, problem, &fields).await,
    }
}

/// `POST /board/:id/comments/:comment/remove`
#[handler]
pub(super) async fn remove(
    visit: Visit,
    Path((id, comment)): Path<(BoardPostId, CommentId)>,
    fields: Fields,
) -> Answer {
    let removed = async {
        let revision = revision(&fields)?;
        let reason = fields.text("reason");
        Ok::<_, Problem>(board::remove_comment(&visit.cx, id, comment, revision, &reason).await?)
    };
    match removed.await {
        Ok(_) => Ok(back(&visit, id, &Text::Gone)),
        Err(problem) => again(&visit, id, comment, Act::Remove, problem, &fields).await,
    }
}

fn revision(fields: &Fields) -> Result<i32, Invalid> {
    fields.reader().given("revision")
}

fn back(visit: &Visit, id: BoardPostId, said: &Text) -> poem::Response {
    let to = format!("{}#comments", post_page(id));
    visit.see_other(to).saying(said.to(visit.lang)).into()
}

async fn again(
    visit: &Visit,
    id: BoardPostId,
    comment: CommentId,
    act: Act,
    problem: Problem,
    fields: &Fields,
) -> Answer {
    let typed = problem.again(fields)?;
    let at = page_of(id, &format!("comments/{comment}"));
    let crumbs = [
        (BOARD.to_owned(), Board::Board.to(visit.lang).into_owned()),
        (post_page(id), Text::Back.to(visit.lang).into_owned()),
    ];
    comments::again(visit, &at, act, crumbs, typed).await
}
