//! The versions of an order's lines, and what changed between them.

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use yakusho_accounts::directory;
use yakusho_accounts::order::{self, Column, OrderDraft, OrderId};
use yakusho_kernel::{Fault, PersonId, Version as Kept, version, versions};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::day;
use yakusho_webkit::ui::{Version, diff, moment, prose, timeline};
use yakusho_webkit::{Answer, Lang, Problem, Visit};

use super::texts::{Text, cell, column};
use super::{PAGE, page_of};
use crate::admin;

/// The most versions that are listed.
const MOST: u64 = 50;

/// The versions of an order, the newest first.
pub(super) async fn timeline_of(visit: &Visit, id: OrderId) -> Result<Markup, Problem> {
    let (reader, lang) = (visit.cx.reader(), visit.lang);
    let kept = versions(&reader, &id, MOST).await?;
    let by: Vec<PersonId> = kept.iter().filter_map(|version| version.by).collect();
    let people = directory::people(&reader, visit.cx.today(), &by).await?;
    let entries: Vec<Version> = kept
        .iter()
        .map(|version| {
            let by = version.by.and_then(|person| people.get(&person));
            Version {
                number: u64::try_from(version.number).unwrap_or_default(),
                when: moment(lang, version.at.local()),
                by: by.map(|card| card.name.clone()).unwrap_or_default(),
                note: reason(version).map(str::to_owned),
                href: format!("{}/versions/{}", page_of(id), version.number),
            }
        })
        .collect();
    Ok(timeline(lang, &entries))
}

/// `GET /admin/orders/:id/versions/:number`
#[handler]
pub(super) async fn show(
    visit: Visit,
    Path((id, number)): Path<(OrderId, i32)>,
) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let (order, _) = order::get(&visit.cx, id).await?;
    let reader = visit.cx.reader();
    let this = version(&reader, &id, number)
        .await?
        .ok_or(Fault::NotFound)?;
    let before = version(&reader, &id, number - 1).await?;
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::VersionOf { n: number }.to(lang))
        .crumb(admin::PAGE, admin::title(lang))
        .crumb(PAGE, Text::Orders.to(lang))
        .crumb(page_of(id), &*order.title)
        .meta(moment(lang, this.at.local()));
    Ok(Html(page.render(html! {
        @match (reason(&this), before) {
            (Some(reason), _) => { p { (Text::UndoNote.to(lang)) } (prose(reason)) },
            (None, Some(before)) => (diff(lang, &table(lang, &before), &table(lang, &this))),
            (None, None) => { p { (Text::FirstVersion.to(lang)) } (diff(lang, "", &table(lang, &this))) },
        }
    })))
}

/// The reason for which an order was undone, if the version is of that.
fn reason(version: &Kept) -> Option<&str> {
    version.content.as_str()
}

/// Title, day and lines of a version as text, each line by what stands in it.
fn table(lang: Lang, version: &Kept) -> String {
    let Ok(draft) = serde_json::from_value::<OrderDraft>(version.content.clone()) else {
        return String::new();
    };
    let lines = draft.rows.iter().map(|row| {
        let cells = row.cells.iter().map(|(of, text)| match of {
            Column::Kind => cell(lang, *of, text),
            _ => format!("{} {}", column(lang, *of), cell(lang, *of, text)),
        });
        let cells: Vec<String> = cells.collect();
        cells.join(" / ")
    });
    let head = [draft.title, day(lang, draft.takes_effect_on)];
    head.into_iter().chain(lines).collect::<Vec<_>>().join("\n")
}
