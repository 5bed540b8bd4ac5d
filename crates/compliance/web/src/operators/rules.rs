//! What the general manager sets for the uniform operation of terminals.

use maud::{Markup, html};
use poem::handler;
use poem::web::Html;
use yakusho_compliance::terminal::{self, RulesVersion};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{
    Button, Disclosure, Empty, Icon, Tag, Tone, buttons, day, prose, section,
};
use yakusho_webkit::{Answer, Fields, PAGE_SIZE, Problem, Reader, Typed, Visit};

use super::RULES;
use super::texts::Text;
use crate::inventory::views;

/// `GET /terminal-rules`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let versions = terminal::versions(&visit.cx, visit.after().as_ref(), PAGE_SIZE).await?;
    let today = visit.cx.today();
    let in_force = versions.items.iter().find(|one| one.effective_on <= today);
    let in_force = in_force.map(|one| one.version);
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::Rules.to(lang)).actions(html! {
        @if terminal::may_publish(&visit.cx) {
            (Button::link(format!("{RULES}/new"), Text::NewRules.to(lang)).primary().icon(Icon::Plus))
        }
    });
    let version = |one: &RulesVersion| {
        let current = in_force == Some(one.version);
        html! {
            p.meta {
                (Text::EffectiveOn.to(lang)) " " (day(lang, one.effective_on))
                @if current { " " (Tag::new(Tone::Success, Text::InForce.to(lang))) }
            }
            (prose(&one.body))
        }
    };
    Ok(Html(page.render(html! {
        (views(&visit, RULES))
        p { (Text::RulesHelp.to(lang)) }
        @if versions.items.is_empty() { (Empty::new(Icon::Book, Text::NoRules.to(lang))) }
        @for one in &versions.items {
            @let title = Text::RulesOf { version: one.version }.to(lang);
            @if in_force.is_none_or(|number| one.version >= number) {
                (section(title, version(one)))
            } @else {
                (Disclosure::new(title, version(one)))
            }
        }
        (visit.pager(versions.next.as_ref()))
    })))
}

/// `GET /terminal-rules/new`
#[handler]
pub(super) async fn new(visit: Visit) -> Answer {
    editor(&visit, visit.typed()).await
}

/// `POST /terminal-rules/new`
#[handler]
pub(super) async fn publish(visit: Visit, fields: Fields) -> Answer {
    let set = async {
        let mut read = fields.reader();
        let from = read.needed("effective_on", Reader::day);
        let from = read.finish_with(from)?;
        Ok::<_, Problem>(terminal::publish(&visit.cx, &fields.text("body"), from).await?)
    };
    match set.await {
        Ok(_) => {
            let said = Text::RulesSet.to(visit.lang);
            Ok(visit.see_other(RULES).saying(said).into())
        }
        Err(problem) => editor(&visit, problem.again(&fields)?).await,
    }
}

async fn editor(visit: &Visit, typed: Typed<'_>) -> Answer {
    let lang = visit.lang;
    if !terminal::may_publish(&visit.cx) {
        return Err(yakusho_kernel::Fault::NotFound.into());
    }
    let known = terminal::versions(&visit.cx, None, 1).await?.items;
    let before = known.first().map(|one| one.body.clone());
    let form = typed.form(visit, format!("{RULES}/new"));
    let body = form.clone().render(html! {
        (form.textarea("body", Text::Body.to(lang)).required().rows(16).max_chars(20_000).values(before))
        (form.date("effective_on", Text::EffectiveOn.to(lang)).required().value(visit.cx.today().to_string()))
        (buttons(html! {
            (Button::submit(Text::NewRules.to(lang)).primary())
            (Button::link(RULES, Common::Cancel.to(lang)).tertiary())
        }))
    });
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::NewRules.to(lang)).crumb(RULES, Text::Rules.to(lang));
    Ok(typed.page(page.render(body)))
}
