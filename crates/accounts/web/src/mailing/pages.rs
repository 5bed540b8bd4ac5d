//! The page of one's settings.

use maud::html;
use poem::{Response, handler};
use yakusho_accounts::mailing;
use yakusho_webkit::page::{Page, paths};
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Alert, link, section};
use yakusho_webkit::{Answer, Fields, Problem, SeeOther, Typed, Visit};

use super::texts::Text;
use super::{SETTINGS, form, on};
use crate::me;

/// Which form was sent and is shown again.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tried {
    Nothing,
    Preferences,
    Address,
    Code,
}

/// `GET /account/notifications`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Response> {
    page(&visit, Tried::Nothing, &Typed::nothing()).await
}

/// `POST /account/notifications`
#[handler]
pub(super) async fn prefer(visit: Visit, fields: Fields) -> Answer<Response> {
    match preferred(&visit, &fields).await {
        Ok(done) => Ok(done.into()),
        Err(problem) => page(&visit, Tried::Preferences, &problem.again(&fields)?).await,
    }
}

async fn preferred(visit: &Visit, fields: &Fields) -> Result<SeeOther, Problem> {
    on(visit)?;
    let (revision, chosen) = form::read(fields)?;
    let saved = mailing::prefer(&visit.cx, revision, chosen).await?;
    saved.into_inner();
    Ok(visit
        .see_other(SETTINGS)
        .saying(Common::Saved.to(visit.lang)))
}

/// `POST /account/notifications/address`
#[handler]
pub(super) async fn ask(visit: Visit, fields: Fields) -> Answer<Response> {
    match asked(&visit, &fields).await {
        Ok(done) => Ok(done.into()),
        Err(problem) => page(&visit, Tried::Address, &problem.again(&fields)?).await,
    }
}

async fn asked(visit: &Visit, fields: &Fields) -> Result<SeeOther, Problem> {
    on(visit)?;
    let asked = mailing::ask(&visit.cx, &fields.text("address")).await?;
    asked.into_inner();
    Ok(visit
        .see_other(SETTINGS)
        .saying(Text::CodeSent.to(visit.lang)))
}

/// `POST /account/notifications/confirm`
#[handler]
pub(super) async fn confirm(visit: Visit, fields: Fields) -> Answer<Response> {
    match confirmed(&visit, &fields).await {
        Ok(done) => Ok(done.into()),
        Err(problem) => page(&visit, Tried::Code, &problem.again(&fields)?).await,
    }
}

async fn confirmed(visit: &Visit, fields: &Fields) -> Result<SeeOther, Problem> {
    let confirmed = mailing::confirm(&visit.cx, &fields.code("code")).await?;
    confirmed.into_inner();
    Ok(visit
        .see_other(SETTINGS)
        .saying(Text::Confirmed.to(visit.lang)))
}

/// `POST /account/notifications/remove`
#[handler]
pub(super) async fn remove(visit: Visit) -> Answer<SeeOther> {
    mailing::remove(&visit.cx).await?.into_inner();
    Ok(visit
        .see_other(SETTINGS)
        .saying(Text::Removed.to(visit.lang)))
}

async fn page(visit: &Visit, tried: Tried, typed: &Typed<'_>) -> Answer<Response> {
    let lang = visit.lang;
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::Title.to(lang));
    if !visit.site().settings().mails_notices {
        let off = Alert::info(lang, Text::Off.to(lang));
        return Ok(typed.page(page.render(html! {
            (me::views(lang, SETTINGS))
            (off.body(html! { p { (link(paths::NOTIFICATIONS, Text::OffWords.to(lang))) } }))
        })));
    }
    let mine = mailing::own(&visit.cx).await?;
    let nothing = Typed::nothing();
    let typed_in = |form| if tried == form { typed } else { &nothing };
    let code = form::code(visit, &mine, typed_in(Tried::Code));
    let address = form::address(
        visit,
        &mine,
        typed_in(Tried::Address),
        tried == Tried::Address,
    );
    let chosen = form::preferences(visit, &mine, typed_in(Tried::Preferences));
    Ok(typed.page(page.render(html! {
        (me::views(lang, SETTINGS))
        p { (Text::Intro.to(lang)) }
        (section(Text::Where.to(lang), html! {
            @if let Some(code) = code { (code) }
            (address)
        }))
        (section(Text::Which.to(lang), chosen))
    })))
}
