//! Everybody who was ever employed, or will be.

use maud::{Markup, html};
use poem::handler;
use poem::web::Html;
use yakusho_accounts::directory;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Button, Cell, Column, Empty, Form, Icon, Table, buttons, link};
use yakusho_webkit::{Answer, PAGE_SIZE, Visit};

use super::texts::Text;
use super::{NEW_PERSON, PAGE, PEOPLE, person_page};
use crate::{admin, terms};

/// `GET /admin/organisation/people`: with which words (`q`).
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let words = visit.query("q").unwrap_or_default();
    let found = directory::search_ever(&visit.cx, words, visit.after().as_ref(), PAGE_SIZE).await?;
    let columns = [Text::PersonName, Text::Unit, Text::Post, Text::Number];
    let rows = found.items.iter().map(|card| -> [Cell; 4] {
        [
            html! {
                (link(person_page(card.id), &card.name)) " " span.meta { (card.kana) }
                @if let Some(away) = terms::away(lang, card.status) { " " (away) }
            }
            .into(),
            (&*card.unit_name).into(),
            (&*card.post_title).into(),
            (&*card.number).into(),
        ]
    });
    let table = Table::new(
        Text::People.to(lang),
        columns.map(|text| Column::new(text.to(lang))),
    )
    .rows(rows)
    .empty(Empty::new(Icon::People, Text::NobodyFound.to(lang)))
    .compact();
    let form = Form::filter(lang, PEOPLE);
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::People.to(lang))
        .crumb(admin::PAGE, admin::title(lang))
        .crumb(PAGE, Text::Title.to(lang))
        .actions(html! {
            (Button::link(NEW_PERSON, Text::NewPerson.to(lang)).primary().icon(Icon::Plus))
        });
    Ok(Html(page.render(html! {
        (form.render(html! {
            (form.search("q", Text::FindWords.to(lang)).value(words).help(Text::FindHelp.to(lang)))
            (buttons(Button::submit(Common::Search.to(lang)).icon(Icon::Search)))
        }))
        (table)
        (visit.pager(found.next.as_ref()))
    })))
}
