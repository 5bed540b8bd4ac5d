//! Having an open circulation reach more people.

use maud::html;
use poem::handler;
use poem::web::Path;
use yakusho_accounts::directory::Audience;
use yakusho_kernel::Fault;
use yakusho_messaging::circulation::{self, CirculationId, CirculationView};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Button, buttons};
use yakusho_webkit::{Answer, Fields, Problem, Typed, Visit};

use super::editor::form::AUDIENCE;
use super::page::crumb;
use super::texts::Text;
use super::{circulation_page, page_of};
use yakusho_audience::{self as audience, Offer};

/// `GET /circulations/:id/add`
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<CirculationId>) -> Answer {
    let view = circulation::show(&visit.cx, id).await?;
    choosing(&visit, &view, visit.typed()).await
}

/// `POST /circulations/:id/add`
#[handler]
pub(super) async fn add(visit: Visit, Path(id): Path<CirculationId>, fields: Fields) -> Answer {
    let view = circulation::show(&visit.cx, id).await?;
    if audience::is_looking(&fields, AUDIENCE) {
        return choosing(&visit, &view, Typed::so_far(&fields)).await;
    }
    let added = async {
        let mut read = fields.reader();
        let audience = audience::read(&mut read, AUDIENCE);
        let revision = read.given("revision")?;
        read.finish()?;
        Ok::<_, Problem>(circulation::add(&visit.cx, id, revision, &audience).await?)
    };
    match added.await {
        Ok(n) => {
            let said = Text::Added { n: *n }.to(visit.lang);
            Ok(visit.see_other(circulation_page(id)).saying(said).into())
        }
        Err(problem) => choosing(&visit, &view, problem.again(&fields)?).await,
    }
}

async fn choosing(visit: &Visit, view: &CirculationView, typed: Typed<'_>) -> Answer {
    if !view.may.manage {
        return Err(Fault::NotFound.into());
    }
    let lang = visit.lang;
    let nobody = Audience::default();
    let offer = Offer::of(visit, AUDIENCE, typed.fields(), &nobody).await?;
    let form = typed.form(visit, page_of(view.id, "add"));
    let body = form.render(html! {
        (form.revision(view.revision))
        (offer.field(&form, Text::AddPeople.to(lang), Text::AddHelp.to(lang), &nobody, true))
        (buttons(html! {
            (Button::submit(Text::AddPeople.to(lang)).primary())
            (Button::link(circulation_page(view.id), Common::Cancel.to(lang)).tertiary())
        }))
    });
    let shell = visit.shell().await?;
    let page = crumb(Page::new(&shell, Text::AddTitle.to(lang)), lang, view);
    Ok(typed.page(page.render(body)))
}
