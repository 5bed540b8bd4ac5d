//! The page that brings all of it together.

use std::borrow::Cow;

use maud::{Markup, html};
use poem::{Response, handler};
use yakusho_scheduling::subscription::{self, Made};
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{Button, Form, Icon, buttons, definitions, section};
use yakusho_webkit::{Answer, Lang, Typed, Visit};

use super::texts::Text;
use super::{EXPORT, IMPORT, subscriptions};
use crate::schedule::{SCHEDULE, Text as Schedule};

/// What the page is called.
pub(crate) fn title(lang: Lang) -> Cow<'static, str> {
    Text::Title.to(lang)
}

/// What writing one event into a file is called.
pub(crate) fn export_title(lang: Lang) -> Cow<'static, str> {
    Text::ExportNow.to(lang)
}

/// `GET /schedule/outside`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Response> {
    page(&visit, None, &Typed::nothing()).await
}

/// The page; an address that was just made is shown on it, this once.
pub(super) async fn page(
    visit: &Visit,
    made: Option<&Made>,
    typed: &Typed<'_>,
) -> Answer<Response> {
    let lang = visit.lang;
    let known = subscription::list(&visit.cx).await?;
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::Title.to(lang)).crumb(SCHEDULE, Schedule::Schedule.to(lang));
    Ok(typed.page(page.render(html! {
        @if let Some(made) = made { (subscriptions::shown_once(visit, made)) }
        p { (Text::Intro.to(lang)) }
        (section(Text::Sync.to(lang), sync(visit)))
        (section(Text::Subscribe.to(lang), html! {
            p { (Text::SubscribeWords.to(lang)) }
            (subscriptions::table(lang, &known))
            (subscriptions::form(visit, typed))
        }))
        (section(Text::Export.to(lang), export(visit)))
        (section(Text::Import.to(lang), html! {
            p { (Text::ImportWords.to(lang)) }
            (buttons(Button::link(IMPORT, Text::Import.to(lang))))
        }))
    })))
}

/// How a program is set up.
fn sync(visit: &Visit) -> Markup {
    let lang = visit.lang;
    let server = format!("{}/dav/", visit.origin());
    html! {
        p { (Text::SyncWords.to(lang)) }
        (definitions([
            (Text::Server.to(lang), html! { code { (server) } }),
            (Text::User.to(lang), html! { (Text::UserWords.to(lang)) }),
            (Text::Password.to(lang), html! { (Text::PasswordWords.to(lang)) }),
        ]))
        (buttons(Button::link("/account/tokens", Text::Tokens.to(lang)).icon(Icon::Key)))
    }
}

fn export(visit: &Visit) -> Markup {
    let lang = visit.lang;
    let today = visit.cx.today();
    let until = today.checked_add(time::Duration::days(30)).unwrap_or(today);
    let form = Form::filter(lang, EXPORT).prefix("e");
    html! {
        p { (Text::ExportWords.to(lang)) }
        (form.render(html! {
            (form.date("from", Text::From.to(lang)).value(today.to_string()).required())
            (form.date("until", Text::Until.to(lang)).value(until.to_string()).required())
            (buttons(Button::submit(Text::ExportNow.to(lang)).icon(Icon::Download)))
        }))
    }
}
