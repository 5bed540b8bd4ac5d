//! One's own pledges, and what everybody pledged.

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use yakusho_compliance::pledge::{self, Occasion, Pledge, PledgeKind, PledgeTextId, Pledged};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::{self, Common};
use yakusho_webkit::ui::{
    Button, Cell, Column, Empty, Icon, Table, Tag, Tone, buttons, link, moment, prose, section,
};
use yakusho_webkit::{Answer, Fields, Lang, PAGE_SIZE, Problem, SeeOther, Visit};

use super::{GIVEN, PLEDGES, Text, called, kind, texts_page};

/// `GET /pledges`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let asked = pledge::asked(&visit.cx).await?;
    let own = pledge::own(&visit.cx).await?;
    let may = pledge::rights(&visit.cx);
    let kinds = PledgeKind::ALL.iter();
    let kinds = kinds.filter(|kind| in_force(&visit, **kind));
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::Pledges.to(lang)).actions(html! {
        @if may.follow { (Button::link(GIVEN, Text::All.to(lang))) }
        @if may.publish {
            @for one in kinds.clone() {
                (Button::link(format!("{}/new", texts_page(*one)), Text::SetAnother { what: kind(lang, *one) }.to(lang)).icon(Icon::Plus))
            }
        }
    });
    Ok(Html(page.render(html! {
        p { (Text::Intro.to(lang)) }
        @if asked.is_empty() { (Empty::new(Icon::Shield, Text::NothingSet.to(lang))) }
        @for one in &asked { (pledged(&visit, one)) }
        ul {
            @for one in kinds {
                li { (link(texts_page(*one), Text::Texts { what: kind(lang, *one) }.to(lang))) }
            }
        }
        (section(Text::OwnRecord.to(lang), record(lang, &own, &Text::OwnRecord)))
    })))
}

fn in_force(visit: &Visit, kind: PledgeKind) -> bool {
    let rule = visit.cx.city().in_force(kind.rule(), visit.cx.today());
    rule.is_some()
}

/// What one is asked to pledge, with the button that does so.
fn pledged(visit: &Visit, one: &Pledged) -> Markup {
    let lang = visit.lang;
    let what = called(lang, one.text.kind, one.occasion);
    let form = visit
        .typed()
        .form(visit, format!("{PLEDGES}/give/{}", one.text.id));
    let version = one.text.version;
    let body = html! {
        p.meta {
            (Text::Version { version }.to(lang)) " "
            @match &one.given {
                Some(one) => {
                    (Tag::new(Tone::Success, Text::Given.to(lang))) " "
                    (Text::GivenOn.to(lang)) " " (moment(lang, one.at.local()))
                }
                None => (Tag::new(Tone::Warning, Text::NotGiven.to(lang))),
            }
        }
        @if let Some(last) = one.last {
            p { (Text::LeavingHelp { day: text::day(lang, last) }.to(lang)) }
        }
        (prose(&one.text.body))
        details.hash {
            summary { (Common::Sha256.to(lang)) }
            p.meta { code { (one.text.digest) } }
        }
        @if one.given.is_none() {
            (form.clone().render(html! {
                (form.hidden("occasion", one.occasion.code()))
                (buttons(html! {
                    (Button::submit(Text::Give { what: what.clone() }.to(lang)).primary())
                }))
            }))
        }
    };
    let shown = section(what.clone(), body);
    if one.given.is_some() {
        shown
    } else {
        html! { div.act-box { (shown) } }
    }
}

/// Pledges as a table.
fn record(lang: Lang, pledges: &[Pledge], title: &Text) -> Markup {
    let columns = [
        Text::Who,
        Text::What,
        Text::Wording,
        Text::GivenOn,
        Text::Ends,
    ]
    .map(|text| Column::new(text.to(lang)));
    let rows = pledges.iter().map(|one| {
        let ends = match (one.kind, one.occasion) {
            (PledgeKind::Secrecy, Occasion::Leaving) => Text::AndAfter,
            _ => Text::WithAccount,
        };
        let version = one.version;
        let text = html! {
            (Text::Version { version }.to(lang))
            div.meta { code { (one.digest.get(..12).unwrap_or_default()) } }
        };
        [
            Cell::from(one.name.clone()),
            called(lang, one.kind, one.occasion).into(),
            text.into(),
            html! { (moment(lang, one.at.local())) }.into(),
            ends.to(lang).into_owned().into(),
        ]
    });
    let table = Table::new(title.to(lang), columns)
        .empty(Empty::new(Icon::Shield, Text::NothingGiven.to(lang)))
        .rows(rows);
    html! { (table) }
}

/// `GET /pledges/given`
#[handler]
pub(super) async fn given(visit: Visit) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let listed = pledge::given(&visit.cx, visit.after().as_ref(), PAGE_SIZE).await?;
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::All.to(lang))
        .crumb(PLEDGES, Text::Pledges.to(lang))
        .actions(html! { (Button::print(Common::Print.to(lang))) });
    Ok(Html(page.render(html! {
        (record(lang, &listed.items, &Text::All))
        (visit.pager(listed.next.as_ref()))
    })))
}

/// `POST /pledges/give/:id`
#[handler]
pub(super) async fn give(
    visit: Visit,
    Path(id): Path<PledgeTextId>,
    fields: Fields,
) -> Answer<SeeOther> {
    let mut read = fields.reader();
    let occasion = read.needed("occasion", |read, name| {
        read.with(name, Occasion::from_code)
    });
    let occasion = read.finish_with(occasion)?;
    let _ = pledge::give(&visit.cx, id, occasion).await?;
    Ok::<_, Problem>(
        visit
            .see_other(PLEDGES)
            .saying(Text::GivenNow.to(visit.lang)),
    )
}
