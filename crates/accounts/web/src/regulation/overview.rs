//! The regulations of the city.

use maud::{Markup, html};
use poem::handler;
use poem::web::Html;
use yakusho_regulation::{Lang, Regulation, Standing};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Button, Disclosure, Icon, buttons, day, definitions, link, section};
use yakusho_webkit::{Answer, Visit};

use super::texts::Text;
use super::whole::contents;
use super::{CLAUSES, page_of};

/// `GET /regulation`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let shell = visit.shell().await?;
    let all = Button::link(CLAUSES, Text::AllClauses.to(lang)).icon(Icon::Search);
    let page = Page::new(&shell, Common::Regulation.to(lang)).actions(html! { (all) });
    Ok(Html(page.render(html! {
        p { (Text::Intro.to(lang)) }
        @for regulation in visit.cx.city().regulations() {
            (section(regulation.title(lang), one(lang, regulation)))
        }
    })))
}

fn one(lang: Lang, regulation: &Regulation) -> Markup {
    html! {
        (definitions([
            (Text::Number.to(lang), html! { (regulation.number(lang)) }),
            (Text::Consolidated.to(lang), day(lang, regulation.consolidated())),
            (Text::ClauseCount.to(lang), counts(lang, regulation)),
        ]))
        (Disclosure::new(Text::Contents.to(lang), contents(lang, regulation, |_| None)))
        (buttons(Button::link(page_of(regulation.key()), Text::ReadAll.to(lang)).icon(Icon::Book)))
    }
}

/// How many clauses stand how, each with a link to those.
fn counts(lang: Lang, regulation: &Regulation) -> Markup {
    let count = |which: fn(&Standing) -> bool| {
        let clauses = regulation.register().clauses();
        clauses
            .iter()
            .filter(|clause| which(clause.standing()))
            .count()
    };
    let kept = count(|standing| matches!(standing, Standing::Kept(_)));
    let planned = count(|standing| matches!(standing, Standing::Planned));
    let exception = count(|standing| matches!(standing, Standing::Exception));
    let to = |code: &str| format!("{CLAUSES}?regulation={}&state={code}", regulation.key());
    html! {
        div { (link(to("kept"), Text::CountKept { n: kept }.to(lang))) }
        div { (link(to("planned"), Text::CountPlanned { n: planned }.to(lang))) }
        div { (link(to("exception"), Text::CountException { n: exception }.to(lang))) }
    }
}
