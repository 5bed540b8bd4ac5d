//! Versions of a post, and the words that a marker stands in place of.

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use yakusho_messaging::board::{self, BoardPostId, PostView};
use yakusho_webkit::history::{Text as History, pair};
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::article;
use yakusho_webkit::{Answer, Fields, PAGE_SIZE, SeeOther, Visit};

use super::texts::Text;
use super::{BOARD, file_page, page_of, post_page};
use crate::{evidence, history};
use yakusho_attachments_web as attachments;

/// `GET /board/:id/versions`
#[handler]
pub(super) async fn list(visit: Visit, Path(id): Path<BoardPostId>) -> Answer<Html<Markup>> {
    let view = board::show(&visit.cx, id, 1).await?;
    let versions = board::versions(&visit.cx, id, visit.after().as_ref(), PAGE_SIZE).await?;
    let at_revision = view.may.edit.then_some(view.revision);
    let shell = visit.shell().await?;
    let at = page_of(id, "versions");
    let body = history::list(&visit, &at, versions, at_revision).await?;
    let page = Page::new(&shell, History::Title.to(visit.lang)).meta(html! { (title(&view)) });
    Ok(Html(above(page, &visit, &view).render(body)))
}

/// `GET /board/:id/versions/compare`
#[handler]
pub(super) async fn compare(visit: Visit, Path(id): Path<BoardPostId>) -> Answer<Html<Markup>> {
    let (before, after) = pair(&visit)?;
    let view = board::show(&visit.cx, id, 1).await?;
    let compared = board::compare(&visit.cx, id, before, after).await?;
    let lang = visit.lang;
    let shell = visit.shell().await?;
    let heading = History::CompareTitle { before, after };
    let page = Page::new(&shell, heading.to(lang)).meta(html! { (title(&view)) });
    let page = above(page, &visit, &view).crumb(page_of(id, "versions"), History::Title.to(lang));
    Ok(Html(page.render(history::comparison(lang, &compared))))
}

/// `POST /board/:id/versions/restore`
#[handler]
pub(super) async fn restore(
    visit: Visit,
    Path(id): Path<BoardPostId>,
    fields: Fields,
) -> Answer<SeeOther> {
    let (revision, version, change) = history::to_restore(&fields)?;
    let _ = board::restore(&visit.cx, id, revision, version, change).await?;
    let said = History::Restored.to(visit.lang);
    Ok(visit.see_other(post_page(id)).saying(said))
}

/// `GET /board/:id/evidence`: looking at it is put on record.
#[handler]
pub(super) async fn removed(visit: Visit, Path(id): Path<BoardPostId>) -> Answer<Html<Markup>> {
    let evidence = board::evidence(&visit.cx, id).await?.into_inner();
    let about = evidence::about(&visit, evidence.by, evidence.removal.as_ref()).await?;
    let lang = visit.lang;
    let shell = visit.shell().await?;
    let page = Page::new(&shell, &*evidence.text.title).crumb(BOARD, Text::Board.to(lang));
    Ok(Html(page.render(html! {
        (about)
        (article(&evidence.text.body))
        (attachments::shown(lang, &evidence.text.files, |file| file_page(id, file)))
    })))
}

fn title(view: &PostView) -> &str {
    view.words.shown().map_or("", |words| &words.title)
}

fn above<'s>(page: Page<'s>, visit: &Visit, view: &PostView) -> Page<'s> {
    page.crumb(BOARD, Text::Board.to(visit.lang))
        .crumb(post_page(view.id), title(view))
}
