//! What every site has, whatever its web crates offer: portal, language, notices, styles, a word to robots.

use futures_util::future::{try_join, try_join_all};
use maud::{Markup, html};
use poem::web::Html;
use poem::{Response, handler};

use crate::page::{Page, paths};
use crate::ui::{Empty, Icon, cards};
use crate::wording::Text;
use crate::{
    Access, Answer, Fields, NavEntry, Offer, Routes, SeeOther, Visit, assets, notices, within_site,
};

/// The offer of webkit itself.
pub(crate) fn offer() -> Offer {
    Offer::new(routes()).nav(NavEntry::new(paths::HOME, Icon::Home, |lang| {
        Text::Portal.to(lang)
    }))
}

fn routes() -> Routes {
    Routes::new()
        .get(paths::HOME, Access::User, portal)
        .post(paths::LANGUAGE, Access::Public, language)
        .get(paths::NOTIFICATIONS, Access::User, notices::list)
        .post(paths::NOTIFICATIONS_SEEN, Access::User, notices::all_seen)
        .events(paths::NOTIFICATION_EVENTS, Access::User, notices::events)
        .get(assets::ROUTE, Access::Anyone, assets::endpoint())
        .get("/robots.txt", Access::Anyone, robots)
        .join(
            Routes::new()
                .get(paths::OPENAPI, Access::Anyone, openapi)
                .beside_api(),
        )
}

/// `GET /`: the panels that the web crates offer.
#[handler]
async fn portal(visit: Visit) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let panels = visit.site().panels().map(|panel| panel.render(&visit));
    let (panels, shell) = try_join(try_join_all(panels), visit.shell()).await?;
    let panels: Vec<Markup> = panels.into_iter().flatten().collect();
    Ok(Html(Page::new(&shell, Text::Portal.to(lang)).render(
        html! {
            @if panels.is_empty() {
                (Empty::new(Icon::Home, Text::NothingNew.to(lang)))
            } @else {
                (cards(html! { @for panel in &panels { (panel) } }))
            }
        },
    )))
}

/// `POST /language`: keeps the language, in the account of whoever is signed in, and goes back.
#[handler]
async fn language(visit: Visit, fields: Fields) -> Answer<SeeOther> {
    let mut read = fields.reader();
    let lang = read.given("lang")?;
    if visit.signed_in().is_some() {
        visit
            .site()
            .authenticator()
            .choose_lang(&visit.cx, lang)
            .await?;
    }
    let back = within_site(fields.first("back").unwrap_or(paths::HOME));
    Ok(visit.see_other(back).lang(lang))
}

/// `GET /api/v1/openapi.json`: the description of the API.
#[expect(
    clippy::needless_pass_by_value,
    reason = "poem hands over what it takes out of a request"
)]
#[handler]
fn openapi(visit: Visit) -> Response {
    Response::builder()
        .content_type("application/json")
        .body(visit.site().openapi().to_owned())
}

/// `GET /robots.txt`: nothing here is for search engines.
#[handler]
fn robots() -> &'static str {
    "User-agent: *\nDisallow: /\n"
}
