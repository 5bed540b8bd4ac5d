//! The page of a post: who held it on a day, as was known on a day.

use maud::{Markup, html};
use poem::http::StatusCode;
use poem::web::{Html, Path};
use poem::{IntoResponse, Response, handler};
use time::Date;
use yakusho_accounts::appointment;
use yakusho_accounts::directory::{self, PersonCard, PostCard};
use yakusho_accounts::ledger::end_of;
use yakusho_kernel::{Cx, DbError, Fault, PostId, Timestamp};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::{Common, day as in_words};
use yakusho_webkit::ui::{Button, Column, Empty, Form, Icon, Table, buttons, link, section};
use yakusho_webkit::{Answer, Lang, Visit};

use super::texts::Text;
use super::{ORGANISATION, person_page, post_page, unit_page};
use crate::terms;

/// Who held a post.
pub(super) struct Held {
    pub(super) post: PostCard,
    pub(super) holders: Vec<PersonCard>,
}

impl Held {
    /// Who held the post on that day, as was known at the end of another, or as is known now.
    pub(super) async fn find(
        cx: &Cx,
        post: PostId,
        on: Date,
        known: Option<Date>,
    ) -> Result<Option<Self>, DbError> {
        let reader = cx.reader();
        let known = known.map_or(cx.now(), |day| known_at(cx, day));
        let mut cards = directory::post_cards(&reader, on.max(cx.today()), &[post]).await?;
        let Some(post) = cards.remove(&post) else {
            return Ok(None);
        };
        let people = appointment::holders(&reader, post.id, on, known).await?;
        let mut cards = directory::people(&reader, on, &people).await?;
        let holders = people.iter().filter_map(|person| cards.remove(person));
        Ok(Some(Self {
            holders: holders.collect(),
            post,
        }))
    }
}

/// The end of that day, or now while it lasts.
fn known_at(cx: &Cx, day: Date) -> Timestamp {
    end_of(day).min(cx.now())
}

/// `GET /organisation/posts/:id`: on which day (`on`), and as known on which (`known`).
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<PostId>) -> Answer<Response> {
    let (on, known) = (asked(&visit, "on"), asked(&visit, "known"));
    let day = on.day.unwrap_or(visit.cx.today());
    let held = Held::find(&visit.cx, id, day, known.day).await?;
    let held = held.ok_or(Fault::NotFound)?;
    let shell = visit.shell().await?;
    let (lang, post) = (visit.lang, &held.post);
    let wrong = [&on, &known].into_iter().any(|asked| asked.is_wrong);
    let page = Page::new(&shell, &*post.title)
        .crumb(ORGANISATION, Text::Organisation.to(lang))
        .crumb(unit_page(post.unit), &*post.unit_name)
        .render(html! {
            p { (Text::HoldersIntro.to(lang)) }
            (form(&visit, id, &on, &known))
            @if !wrong { (section(Text::HoldersOn { day: in_words(lang, day) }.to(lang), holders(lang, &held))) }
        });
    let status = if wrong {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    Ok(Html(page).with_status(status).into_response())
}

/// A day in the query.
struct Asked<'v> {
    typed: &'v str,
    day: Option<Date>,
    is_wrong: bool,
}

fn asked<'v>(visit: &'v Visit, name: &str) -> Asked<'v> {
    let typed = visit.query(name).unwrap_or_default();
    let day = yakusho_koyomi::parse_date(typed.trim()).ok();
    Asked {
        typed,
        day,
        is_wrong: day.is_none() && !typed.trim().is_empty(),
    }
}

fn form(visit: &Visit, id: PostId, on: &Asked<'_>, known: &Asked<'_>) -> Markup {
    let lang = visit.lang;
    let days = [("on", Text::OnDay, on), ("known", Text::AsKnownOn, known)];
    let errors = days
        .iter()
        .filter(|(.., asked)| asked.is_wrong)
        .map(|(name, label, _)| {
            let field = label.to(lang).into_owned();
            (*name, Common::NotADate { field }.to(lang))
        });
    let form = Form::filter(lang, post_page(id)).errors(errors);
    let today = visit.cx.today().to_string();
    let on = if on.typed.is_empty() {
        &today
    } else {
        on.typed
    };
    form.render(html! {
        (form.date("on", Text::OnDay.to(lang)).value(on))
        (form.date("known", Text::AsKnownOn.to(lang)).value(known.typed).max(&*today)
            .help(Text::AsKnownHelp.to(lang)))
        (buttons(Button::submit(Text::LookUp.to(lang)).primary().icon(Icon::Search)))
    })
}

fn holders(lang: Lang, held: &Held) -> Table<2> {
    let columns = [Text::Name, Text::Class].map(|text| Column::new(text.to(lang)));
    let rows = held.holders.iter().map(|card| {
        let name = html! { (link(person_page(card.id), &card.name)) " " span.meta { (card.kana) } };
        [
            name.into(),
            terms::class(lang, card.class).into_owned().into(),
        ]
    });
    Table::new(&*held.post.title, columns)
        .rows(rows)
        .empty(Empty::new(Icon::User, Text::NobodyHeld.to(lang)))
}
