//! Switching functions.

use std::collections::HashMap;

use maud::{Markup, html};
use poem::web::Path;
use poem::{Response, handler};
use yakusho_accounts::directory::{self, PersonCard};
use yakusho_accounts::function::{self, Function, NewGrant, Switch};
use yakusho_kernel::{Fault, PersonId};
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{
    Button, Disclosure, Tab, Tag, Tone, buttons, definitions, moment, section, tabs,
};
use yakusho_webkit::{Answer, Fields, Lang, Problem, SeeOther, Typed, Visit};

use super::texts::Text;
use super::{GRANTS, PAGE};
use crate::admin;

/// `GET /admin/functions`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Response> {
    page(&visit, None, &visit.typed()).await
}

/// `POST /admin/functions/:code`
#[handler]
pub(super) async fn submit(
    visit: Visit,
    Path(code): Path<String>,
    fields: Fields,
) -> Answer<Response> {
    let function = Function::from_code(&code).ok_or(Fault::NotFound)?;
    match done(&visit, function, &fields).await {
        Ok(done) => Ok(done.into()),
        Err(problem) => page(&visit, Some(function), &problem.again(&fields)?).await,
    }
}

async fn done(visit: &Visit, function: Function, fields: &Fields) -> Result<SeeOther, Problem> {
    let on: bool = fields.reader().given("on")?;
    function::switch(&visit.cx, function, on, &fields.text("reason"))
        .await?
        .into_inner();
    let name = name(visit.lang, function);
    let said = if on {
        Text::SwitchedOn { name }
    } else {
        Text::SwitchedOff { name }
    };
    Ok(visit.see_other(PAGE).saying(said.to(visit.lang)))
}

/// The name of a function, as its article has it.
pub(super) fn name(lang: Lang, function: Function) -> String {
    function.title(lang).to_owned()
}

/// The views of functions and permissions.
pub(super) fn views(lang: Lang, current: &str) -> Markup {
    let all = [(PAGE, Text::Switches), (GRANTS, Text::Grants)];
    let views = all.map(|(href, text)| Tab::new(href, text.to(lang)).current(href == current));
    tabs(Text::Functions.to(lang), views)
}

async fn page(visit: &Visit, tried: Option<Function>, typed: &Typed<'_>) -> Answer<Response> {
    let lang = visit.lang;
    let switches = function::switches(&visit.cx).await?;
    let by: Vec<PersonId> = switches.iter().filter_map(|one| one.changed_by).collect();
    let people = directory::people(&visit.cx.reader(), visit.cx.today(), &by).await?;
    let nothing = Typed::nothing();
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::Functions.to(lang)).crumb(admin::PAGE, admin::title(lang));
    Ok(typed.page(page.render(html! {
        (views(lang, PAGE))
        p { (Text::SwitchesIntro.to(lang)) }
        @for switch in &switches {
            @let tried = tried == Some(switch.function);
            @let typed = if tried { typed } else { &nothing };
            (section(name(lang, switch.function), one(visit, switch, &people, typed, tried)))
        }
    })))
}

fn one(
    visit: &Visit,
    switch: &Switch,
    people: &HashMap<PersonId, PersonCard>,
    typed: &Typed<'_>,
    tried: bool,
) -> Markup {
    let lang = visit.lang;
    let state = if switch.is_on {
        Tag::new(Tone::Success, Text::On.to(lang))
    } else {
        Tag::new(Tone::Warning, Text::Off.to(lang))
    };
    let by = switch.changed_by.and_then(|person| people.get(&person));
    let changed = html! {
        @match switch.changed_at {
            Some(at) => {
                (moment(lang, at.local()))
                @if let Some(by) = by { " " (by.name) }
                @if !switch.reason.is_empty() { div.meta { (switch.reason) } }
            },
            None => span.meta { (Text::NeverChanged.to(lang)) },
        }
    };
    let basis = switch.function.basis(visit.cx.city(), visit.cx.today());
    html! {
        p { (state) @if let Some(basis) = basis { " " span.meta { (basis.text(lang)) } } }
        p { (switch.function.duty(lang)) }
        (definitions([(Text::Since.to(lang), changed)]))
        (form(visit, switch, typed, tried))
    }
}

fn form(visit: &Visit, switch: &Switch, typed: &Typed<'_>, tried: bool) -> Markup {
    let lang = visit.lang;
    let code = switch.function.code();
    let name = name(lang, switch.function);
    let form = typed.form(visit, format!("{PAGE}/{code}")).prefix(code);
    let on = !switch.is_on;
    let (words, button) = if on {
        (
            Text::SwitchOnFunction { name },
            Button::submit(Text::SwitchOn.to(lang)),
        )
    } else {
        (
            Text::SwitchOffFunction { name },
            Button::submit(Text::SwitchOff.to(lang)).danger(),
        )
    };
    let body = form.render(html! {
        (form.hidden("on", if on { "true" } else { "false" }))
        (form.textarea("reason", Text::SwitchReason.to(lang)).required().rows(2)
            .max_chars(NewGrant::LONGEST_REASON))
        (buttons(button))
    });
    html! { (Disclosure::new(words.to(lang), body).open(tried)) }
}
