//! The list of people, and looking for some of them.

use maud::{Markup, html};
use poem::handler;
use poem::web::Html;
use yakusho_accounts::directory::{self, Outline, PersonCard};
use yakusho_kernel::{Page as Listed, UnitId};
use yakusho_webkit::page::{Page, Shell};
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Button, Cell, Column, Empty, Form, Icon, Table, buttons, link};
use yakusho_webkit::{Answer, Lang, PAGE_SIZE, Visit};

use super::texts::Text;
use super::{PEOPLE, person_page, unit_page};
use crate::terms;

/// `GET /people`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Html<Markup>> {
    let words = visit.query("q").unwrap_or_default();
    let unit = visit.query("unit").and_then(|id| id.parse::<UnitId>().ok());
    let found =
        directory::search(&visit.cx, words, unit, visit.after().as_ref(), PAGE_SIZE).await?;
    let outline = directory::outline(&visit.cx, unit.as_slice()).await?;
    let shell = visit.shell().await?;
    Ok(Html(page(
        &shell,
        &Asked { words, unit },
        &outline,
        &found,
        &visit.pager(found.next.as_ref()),
    )))
}

/// What somebody looks for.
struct Asked<'a> {
    words: &'a str,
    unit: Option<UnitId>,
}

fn page(
    shell: &Shell,
    asked: &Asked<'_>,
    outline: &Outline,
    found: &Listed<PersonCard>,
    pager: &Markup,
) -> Markup {
    let lang = shell.lang;
    let table = found
        .items
        .iter()
        .fold(table(lang), |table, card| table.row(row(lang, card)));
    Page::new(shell, Text::People.to(lang)).render(html! {
        (form(lang, asked, outline))
        (table)
        (pager)
    })
}

fn form(lang: Lang, asked: &Asked<'_>, outline: &Outline) -> Markup {
    let form = Form::filter(lang, PEOPLE);
    let unit = asked.unit.map(|unit| unit.to_string()).unwrap_or_default();
    let options = outline.options();
    let options = options.map(|(id, name)| (id.to_string(), name));
    form.render(html! {
        (form.search("q", Text::FindWords.to(lang)).value(asked.words).help(Text::FindHelp.to(lang)))
        (form.select("unit", Text::Unit.to(lang)).options(options).value(unit))
        (buttons(html! {
            (Button::submit(Common::Search.to(lang)).primary().icon(Icon::Search))
            @if !asked.words.is_empty() || asked.unit.is_some() {
                (Button::link(PEOPLE, Common::ClearFilter.to(lang)).tertiary())
            }
        }))
    })
}

fn table(lang: Lang) -> Table<4> {
    let columns = [Text::Name, Text::Unit, Text::Post, Text::Number];
    Table::new(
        Text::People.to(lang),
        columns.map(|text| Column::new(text.to(lang))),
    )
    .empty(
        Empty::new(Icon::People, Text::NobodyFound.to(lang))
            .advice(Text::NobodyFoundAdvice.to(lang)),
    )
    .compact()
}

fn row(lang: Lang, card: &PersonCard) -> [Cell; 4] {
    [
        html! {
            (link(person_page(card.id), &card.name)) " " span.meta { (card.kana) }
            @if let Some(away) = terms::away(lang, card.status) { " " (away) }
        }
        .into(),
        html! {
            @if let Some(unit) = card.unit { (link(unit_page(unit), &card.unit_name)) }
        }
        .into(),
        (&*card.post_title).into(),
        (&*card.number).into(),
    ]
}
