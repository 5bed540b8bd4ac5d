//! How one system is protected: on its own page what stands, and on a page of its own all there ever was.

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use time::Date;
use yakusho_compliance::ids::SystemId;
use yakusho_compliance::inventory;
use yakusho_compliance::protection::{self, Measure, Methods, Rights};
use yakusho_kernel::Fault;
use yakusho_webkit::page::Page;
use yakusho_webkit::text;
use yakusho_webkit::ui::{
    Button, Cell, Column, Disclosure, Empty, Icon, Table, Tag, Tone, link, prose, section,
    short_day,
};
use yakusho_webkit::{Answer, Lang, PAGE_SIZE, Visit};

use super::list::{due, shortened, takers};
use super::texts::{self, Text};
use super::{measure_page, of_system};
use crate::inventory::{SYSTEMS, Text as Registers, system_page};
use crate::provision::who;

/// The most measures that a system's own page lists.
const LISTED: usize = 50;

/// What a system's own page says of its protection; nothing for those who do not see it.
pub(crate) async fn protected(visit: &Visit, id: SystemId) -> Answer<Markup> {
    let lang = visit.lang;
    let Some(rights) = protection::rights(&visit.cx, id).await? else {
        return Ok(html! {});
    };
    let found = protection::of_system(&visit.cx, id, None, LISTED).await?;
    let taken: Vec<&Measure> = found
        .items
        .iter()
        .filter(|one| one.ended.is_none())
        .collect();
    let measures = table(visit, &taken).await?;
    Ok(html! {
        @if rights.methods {
            (section(Text::Methods.to(lang), in_force(visit, id).await?))
        }
        (section(Text::Measures.to(lang), html! {
            (measures)
            p { (link(of_system(id), Text::All.to(lang))) }
        }))
    })
}

/// The methods that are in force for a system.
async fn in_force(visit: &Visit, id: SystemId) -> Answer<Markup> {
    let lang = visit.lang;
    let methods = protection::methods_in_force(&visit.cx, id).await?;
    Ok(html! {
        @match &methods {
            Some(methods) => { (said(lang, methods)) }
            None => p { (Text::NoMethods.to(lang)) },
        }
    })
}

/// A version of the methods: what they are, from when, and who set them.
fn said(lang: Lang, methods: &Methods) -> Markup {
    let day = text::day(lang, methods.from);
    html! {
        (prose(&methods.text))
        p.meta { (Text::FromDay { day }.to(lang)) " " (who(lang, &methods.set)) }
    }
}

async fn table(visit: &Visit, measures: &[&Measure]) -> Answer<Table<5>> {
    let lang = visit.lang;
    let columns = [
        Text::Measure,
        Text::Kind,
        Text::Since,
        Text::By,
        Text::Review,
    ]
    .map(|text| Column::new(text.to(lang)));
    let takers = takers(visit, measures.iter().copied()).await?;
    let rows = measures.iter().zip(takers).map(|(one, taker)| {
        [
            Cell::from(link(measure_page(one.id), shortened(&one.text))),
            texts::kind(one.kind).to(lang).into_owned().into(),
            short_day(lang, one.since).into(),
            taker.into(),
            due(visit, one).into(),
        ]
    });
    let empty = Empty::new(Icon::Shield, Text::Nothing.to(lang));
    Ok(Table::new(Text::Measures.to(lang), columns)
        .empty(empty)
        .rows(rows))
}

/// `GET /inventory/systems/:id/measures`
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<SystemId>) -> Answer<Html<Markup>> {
    let (lang, cx) = (visit.lang, &visit.cx);
    let rights = protection::rights(cx, id).await?.ok_or(Fault::NotFound)?;
    let system = inventory::system(cx, id).await?;
    let found = protection::of_system(cx, id, visit.after().as_ref(), PAGE_SIZE).await?;
    let (ended, taken): (Vec<&Measure>, Vec<&Measure>) =
        found.items.iter().partition(|one| one.ended.is_some());
    let (taken, over) = (table(&visit, &taken).await?, table(&visit, &ended).await?);
    let shell = visit.shell().await?;
    let name = system.name.clone();
    let page = Page::new(&shell, Text::OfSystem { name }.to(lang))
        .crumb(SYSTEMS, Registers::Systems.to(lang))
        .crumb(system_page(id), &*system.name)
        .actions(actions(lang, id, rights));
    Ok(Html(page.render(html! {
        @if rights.methods { (versions(&visit, id).await?) }
        (section(Text::Measures.to(lang), taken))
        @if !ended.is_empty() { (section(Text::EndedOnes.to(lang), over)) }
        (visit.pager(found.next.as_ref()))
    })))
}

fn actions(lang: Lang, id: SystemId, rights: Rights) -> Markup {
    let add = Button::link(format!("{}/new", of_system(id)), Text::New.to(lang));
    let set = format!("{}/methods", system_page(id));
    html! {
        @if rights.add { (add.primary().icon(Icon::Plus)) }
        @if rights.set_methods { (Button::link(set, Text::SetMethods.to(lang)).icon(Icon::Edit)) }
    }
}

/// The methods in force, those that come, and those that were.
async fn versions(visit: &Visit, id: SystemId) -> Answer<Markup> {
    let lang = visit.lang;
    let current = protection::methods_in_force(&visit.cx, id).await?;
    let current = current.map(|methods| methods.id);
    let every = protection::methods(&visit.cx, id, None, PAGE_SIZE).await?;
    let stands = |one: &&Methods| Some(one.id) == current || coming(one, visit.cx.today());
    let (stand, before): (Vec<&Methods>, Vec<&Methods>) = every.items.iter().partition(stands);
    Ok(section(
        Text::Methods.to(lang),
        html! {
            p { (Text::MethodsHelp.to(lang)) }
            @if current.is_none() { p { (Text::NoMethods.to(lang)) } }
            @for one in stand {
                @let (tone, text) = if Some(one.id) == current { (Tone::Success, Text::InForce) }
                    else { (Tone::Info, Text::Coming) };
                p { (Tag::new(tone, text.to(lang))) }
                (said(lang, one))
            }
            @if !before.is_empty() {
                (Disclosure::new(Text::MethodsBefore.to(lang), html! {
                    @for one in before {
                        @let text = if one.superseded_at.is_some() { Text::Superseded } else { Text::Past };
                        p { (Tag::new(Tone::Neutral, text.to(lang))) }
                        (said(lang, one))
                    }
                }))
            }
        },
    ))
}

/// Whether a version is in force from a later day.
fn coming(one: &Methods, today: Date) -> bool {
    one.superseded_at.is_none() && one.from > today
}
