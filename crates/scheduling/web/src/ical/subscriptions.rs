//! Addresses to subscribe to.

use maud::{Markup, html};
use poem::http::{StatusCode, header};
use poem::web::{Html, Path};
use poem::{Request, Response, handler};
use yakusho_scheduling::subscription::{
    self, Feed, Made, NewSubscription, Subscription, SubscriptionId,
};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{
    Alert, Button, Cell, Choice, Column, Confirm, Empty, Form, Icon, Table, Tag, Tone, buttons,
    short_day,
};
use yakusho_webkit::{Answer, Fields, Lang, SeeOther, Typed, Visit};

use super::page::page;
use super::texts::Text;
use super::{FEED, KIND, OUTSIDE, SUBSCRIPTIONS};

/// `POST /schedule/outside/subscriptions`: shows the address, this once.
#[handler]
pub(super) async fn make(visit: Visit, fields: Fields) -> Answer<Response> {
    let new = NewSubscription {
        name: fields.text("name"),
        details: fields.has("details"),
    };
    match subscription::make(&visit.cx, &new).await {
        Ok(made) => page(&visit, Some(&made.into_inner()), &Typed::nothing()).await,
        Err(fault) => {
            let problem = yakusho_webkit::Problem::from(fault);
            page(&visit, None, &problem.again(&fields)?).await
        }
    }
}

pub(super) fn shown_once(visit: &Visit, made: &Made) -> Markup {
    let lang = visit.lang;
    let address = format!("{}{FEED}/{}", visit.origin(), *made.secret.text());
    html! {
        (Alert::success(lang, Text::Made.to(lang)).body(html! {
            p { (Text::ShownOnce.to(lang)) }
            p { code { (address) } }
            p { (Button::copy(address.as_str(), Common::Copy.to(lang), Common::Copied.to(lang))) }
        }))
    }
}

pub(super) fn table(lang: Lang, known: &[Subscription]) -> Table<5> {
    let columns = [
        Column::new(Text::Name.to(lang)),
        Column::new(Text::Contents.to(lang)),
        Column::new(Text::MadeOn.to(lang)),
        Column::new(Text::State.to(lang)),
        Column::actions(Text::Revoke.to(lang)),
    ];
    Table::new(Text::Subscribe.to(lang), columns)
        .rows(known.iter().map(|one| line(lang, one)))
        .empty(Empty::new(Icon::Calendar, Text::None.to(lang)))
}

fn line(lang: Lang, one: &Subscription) -> [Cell; 5] {
    let contents = if one.details {
        Text::Told
    } else {
        Text::NotTold
    };
    let state = match one.revoked_at {
        Some(_) => Tag::new(Tone::Neutral, Text::Revoked.to(lang)),
        None => Tag::new(Tone::Success, Text::InUse.to(lang)),
    };
    let act = html! {
        @if one.revoked_at.is_none() {
            (Button::link(format!("{SUBSCRIPTIONS}/{}/revoke", one.id), Text::Revoke.to(lang))
                .small().about(&*one.name))
        }
    };
    [
        (&*one.name).into(),
        contents.to(lang).into_owned().into(),
        short_day(lang, one.made_at.date()).into(),
        html! { (state) }.into(),
        act.into(),
    ]
}

pub(super) fn form(visit: &Visit, typed: &Typed<'_>) -> Markup {
    let lang = visit.lang;
    let form = typed.form(visit, SUBSCRIPTIONS);
    let details = Choice::new("1", Text::DetailsYes.to(lang)).detail(Text::DetailsHelp.to(lang));
    form.render(html! {
        (form.text("name", Text::Name.to(lang)).required().max_chars(100)
            .help(Text::NameHelp.to(lang)))
        (form.checkboxes("details", Text::Details.to(lang)).options([details]))
        (buttons(Button::submit(Text::MakeAddress.to(lang)).primary()))
    })
}

/// `GET /schedule/outside/subscriptions/:id/revoke`
#[handler]
pub(super) async fn ask(visit: Visit, Path(id): Path<SubscriptionId>) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let one = subscription::get(&visit.cx, id).await?;
    let shell = visit.shell().await?;
    let form = Form::post(lang, format!("{SUBSCRIPTIONS}/{id}/revoke"), visit.csrf());
    let confirm = Confirm::new(
        lang,
        form,
        Text::RevokeTitle.to(lang),
        Text::Revoke.to(lang),
        OUTSIDE,
    )
    .consequences(html! { p { b { (one.name) } } p { (Text::RevokeWords.to(lang)) } });
    let page = Page::new(&shell, Text::RevokeTitle.to(lang)).crumb(OUTSIDE, Text::Title.to(lang));
    Ok(Html(page.render(confirm)))
}

/// `POST /schedule/outside/subscriptions/:id/revoke`
#[handler]
pub(super) async fn revoke(visit: Visit, Path(id): Path<SubscriptionId>) -> Answer<SeeOther> {
    let _ = subscription::revoke(&visit.cx, id).await?;
    Ok(visit
        .see_other(OUTSIDE)
        .saying(Text::RevokeDone.to(visit.lang)))
}

/// `GET /schedule/feed/:secret`
#[handler]
pub(super) async fn feed(
    visit: Visit,
    request: &Request,
    Path(secret): Path<String>,
) -> Answer<Response> {
    let secret = secret.strip_suffix(".ics").unwrap_or(&secret);
    let known = request.header(header::IF_NONE_MATCH);
    let Feed { tag, text } = subscription::feed(&visit.cx, secret, known).await?;
    let answer = Response::builder()
        .header(header::ETAG, tag)
        .header(header::CACHE_CONTROL, "private, no-cache");
    Ok(match text {
        Some(text) => answer.content_type(KIND).body(text),
        None => answer.status(StatusCode::NOT_MODIFIED).finish(),
    })
}
