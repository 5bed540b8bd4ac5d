//! What is pledged, version by version, and setting another one.

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use yakusho_compliance::pledge::{self, NewText, PledgeKind, PledgeText};
use yakusho_kernel::Fault;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Button, Disclosure, Empty, Icon, buttons, day, prose, section};
use yakusho_webkit::{Answer, Fields, PAGE_SIZE, Problem, Reader, Typed, Visit};

use super::{PLEDGES, Text, kind as called, texts_page};

/// `GET /pledges/texts/:kind`
#[handler]
pub(super) async fn texts(visit: Visit, Path(kind): Path<String>) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let kind = known(&kind)?;
    let listed = pledge::texts(&visit.cx, kind, visit.after().as_ref(), PAGE_SIZE).await?;
    let version = |one: &PledgeText| {
        html! {
            p.meta { (Text::From.to(lang)) " " (day(lang, one.effective_on)) }
            (prose(&one.body))
            details.hash {
                summary { (Common::Sha256.to(lang)) }
                p.meta { code { (one.digest) } }
            }
        }
    };
    let shell = visit.shell().await?;
    let what = called(lang, kind);
    let page =
        Page::new(&shell, Text::Texts { what }.to(lang)).crumb(PLEDGES, Text::Pledges.to(lang));
    Ok(Html(page.render(html! {
        @if listed.items.is_empty() { (Empty::new(Icon::Shield, Text::NothingSet.to(lang))) }
        @for (at, one) in listed.items.iter().enumerate() {
            @let title = Text::Version { version: one.version }.to(lang);
            @if at == 0 {
                (section(title, version(one)))
            } @else {
                (Disclosure::new(title, version(one)))
            }
        }
        (visit.pager(listed.next.as_ref()))
    })))
}

fn known(kind: &str) -> Result<PledgeKind, Fault> {
    PledgeKind::from_code(kind).ok_or(Fault::NotFound)
}

/// `GET /pledges/texts/:kind/new`
#[handler]
pub(super) async fn new(visit: Visit, Path(kind): Path<String>) -> Answer {
    editor(&visit, known(&kind)?, visit.typed()).await
}

/// `POST /pledges/texts/:kind/new`
#[handler]
pub(super) async fn publish(visit: Visit, Path(kind): Path<String>, fields: Fields) -> Answer {
    let kind = known(&kind)?;
    let set = async {
        let mut read = fields.reader();
        let from = read.needed("effective_on", Reader::day);
        let text = NewText {
            kind,
            effective_on: read.finish_with(from)?,
            body: fields.text("body"),
        };
        Ok::<_, Problem>(pledge::publish(&visit.cx, text).await?)
    };
    match set.await {
        Ok(_) => {
            let said = Text::SetNow.to(visit.lang);
            Ok(visit.see_other(texts_page(kind)).saying(said).into())
        }
        Err(problem) => editor(&visit, kind, problem.again(&fields)?).await,
    }
}

async fn editor(visit: &Visit, kind: PledgeKind, typed: Typed<'_>) -> Answer {
    let lang = visit.lang;
    if !pledge::rights(&visit.cx).publish {
        return Err(Fault::NotFound.into());
    }
    let before = pledge::texts(&visit.cx, kind, None, 1).await?.items;
    let before = before.first().map(|one| one.body.clone());
    let form = typed.form(visit, format!("{}/new", texts_page(kind)));
    let today = visit.cx.today().to_string();
    let text = form
        .textarea("body", Text::Body.to(lang))
        .required()
        .rows(12);
    let body = form.clone().render(html! {
        (text.max_chars(10_000).help(Text::BodyHelp.to(lang)).values(before))
        (form.date("effective_on", Text::From.to(lang)).required().value(today))
        (buttons(html! {
            (Button::submit(Text::Set.to(lang)).primary())
            (Button::link(PLEDGES, Common::Cancel.to(lang)).tertiary())
        }))
    });
    let shell = visit.shell().await?;
    let what = called(lang, kind);
    let page = Page::new(&shell, Text::SetAnother { what }.to(lang))
        .crumb(PLEDGES, Text::Pledges.to(lang));
    Ok(typed.page(page.render(body)))
}
