//! The words of a comment that was taken down.

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use yakusho_messaging::comment::{self, CommentId};
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::prose;
use yakusho_webkit::{Access, Answer, Routes, Visit};

use super::Text;
use crate::evidence;

/// The words of comments: wherever they stood, whichever function is switched off.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/comments/:id/evidence", Access::User, show)
        .api(Access::User, super::api::CommentApi)
}

/// The page of the words of a comment that was taken down.
pub(crate) fn page(id: CommentId) -> String {
    format!("/comments/{id}/evidence")
}

/// `GET /comments/:id/evidence`: looking at it is put on record.
#[handler]
async fn show(visit: Visit, Path(id): Path<CommentId>) -> Answer<Html<Markup>> {
    let removed = comment::evidence(&visit.cx, id).await?.into_inner();
    let about = evidence::about(&visit, removed.by, removed.removal.as_ref()).await?;
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::Comments.to(visit.lang));
    Ok(Html(
        page.render(html! { (about) (prose(removed.words.as_str())) }),
    ))
}
