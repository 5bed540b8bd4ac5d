//! Versions of a circulation, and the words that a marker stands in place of.

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use yakusho_messaging::circulation::{self, CirculationId, CirculationView};
use yakusho_webkit::history::{Text as History, pair};
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::article;
use yakusho_webkit::{Answer, Fields, PAGE_SIZE, SeeOther, Visit};

use super::page::crumb;
use super::texts::Text;
use super::{CIRCULATIONS, circulation_page, file_page, page_of};
use crate::{evidence, history};
use yakusho_attachments_web as attachments;

/// `GET /circulations/:id/versions`
#[handler]
pub(super) async fn list(visit: Visit, Path(id): Path<CirculationId>) -> Answer<Html<Markup>> {
    let view = circulation::show(&visit.cx, id).await?;
    let versions = circulation::versions(&visit.cx, id, visit.after().as_ref(), PAGE_SIZE).await?;
    let at_revision = view.may.edit.then_some(view.revision);
    let at = page_of(id, "versions");
    let body = history::list(&visit, &at, versions, at_revision).await?;
    let shell = visit.shell().await?;
    let page = Page::new(&shell, History::Title.to(visit.lang)).meta(html! { (title(&view)) });
    Ok(Html(crumb(page, visit.lang, &view).render(body)))
}

/// `GET /circulations/:id/versions/compare`
#[handler]
pub(super) async fn compare(visit: Visit, Path(id): Path<CirculationId>) -> Answer<Html<Markup>> {
    let (before, after) = pair(&visit)?;
    let view = circulation::show(&visit.cx, id).await?;
    let compared = circulation::compare(&visit.cx, id, before, after).await?;
    let lang = visit.lang;
    let shell = visit.shell().await?;
    let heading = History::CompareTitle { before, after };
    let page = Page::new(&shell, heading.to(lang)).meta(html! { (title(&view)) });
    let page = crumb(page, lang, &view).crumb(page_of(id, "versions"), History::Title.to(lang));
    Ok(Html(page.render(history::comparison(lang, &compared))))
}

/// `POST /circulations/:id/versions/restore`
#[handler]
pub(super) async fn restore(
    visit: Visit,
    Path(id): Path<CirculationId>,
    fields: Fields,
) -> Answer<SeeOther> {
    let (revision, version, change) = history::to_restore(&fields)?;
    let _ = circulation::restore(&visit.cx, id, revision, version, change).await?;
    let said = History::Restored.to(visit.lang);
    Ok(visit.see_other(circulation_page(id)).saying(said))
}

/// `GET /circulations/:id/evidence`: looking at it is put on record.
#[handler]
pub(super) async fn removed(visit: Visit, Path(id): Path<CirculationId>) -> Answer<Html<Markup>> {
    let evidence = circulation::evidence(&visit.cx, id).await?.into_inner();
    let about = evidence::about(&visit, evidence.by, evidence.removal.as_ref()).await?;
    let lang = visit.lang;
    let shell = visit.shell().await?;
    let page =
        Page::new(&shell, &*evidence.text.title).crumb(CIRCULATIONS, Text::Circulations.to(lang));
    Ok(Html(page.render(html! {
        (about)
        (article(&evidence.text.body))
        (attachments::shown(lang, &evidence.text.files, |file| file_page(id, file)))
    })))
}

fn title(view: &CirculationView) -> &str {
    view.words.shown().map_or("", |words| &words.title)
}
