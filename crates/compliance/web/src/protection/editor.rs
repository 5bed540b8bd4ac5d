//! Entering a measure, and setting security methods.

use maud::html;
use poem::handler;
use poem::web::Path;
use yakusho_compliance::ids::SystemId;
use yakusho_compliance::protection::{self, MeasureForm, MeasureKind, MethodsForm};
use yakusho_regulation::Period;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Button, Choice, buttons};
use yakusho_webkit::{Answer, Fields, Lang, Problem, Reader, Typed, Visit};

use super::page::LONGEST;
use super::texts::{self, Text};
use super::{measure_page, of_system};
use crate::inventory::{SYSTEMS, Text as Registers, system_page};

/// The most characters of security methods.
const METHODS: usize = 5_000;

/// `GET /inventory/systems/:id/measures/new`
#[handler]
pub(super) async fn new_measure(visit: Visit, Path(id): Path<SystemId>) -> Answer {
    measure_form(&visit, id, visit.typed()).await
}

/// `POST /inventory/systems/:id/measures/new`
#[handler]
pub(super) async fn add_measure(visit: Visit, Path(id): Path<SystemId>, fields: Fields) -> Answer {
    let added = async {
        let mut read = fields.reader();
        let kind = read.needed("kind", |read, name| read.with(name, MeasureKind::from_code));
        let since = read.needed("since", Reader::day);
        let (kind, since) = read.finish_with(kind.zip(since))?;
        let text = fields.text("text");
        let form = MeasureForm { kind, text, since };
        Ok::<_, Problem>(*protection::add(&visit.cx, id, form).await?)
    };
    match added.await {
        Ok(id) => {
            let said = Text::Added.to(visit.lang);
            Ok(visit.see_other(measure_page(id)).saying(said).into())
        }
        Err(problem) => measure_form(&visit, id, problem.again(&fields)?).await,
    }
}

async fn measure_form(visit: &Visit, id: SystemId, typed: Typed<'_>) -> Answer {
    let (lang, cx) = (visit.lang, &visit.cx);
    let system = protection::system_to_protect(cx, id).await?;
    let kinds = protection::kinds(cx).into_iter();
    let kinds = kinds.map(|kind| Choice::new(kind.code(), texts::kind(kind).to(lang)));
    let interval = cx.city().values(cx.today()).measure_review_interval;
    let interval = period(lang, interval);
    let today = cx.today().to_string();
    let form = typed.form(visit, format!("{}/new", of_system(id)));
    let body = form.clone().render(html! {
        p { (Text::NewHelp { interval }.to(lang)) }
        (form.radios("kind", Text::Kind.to(lang)).required().options(kinds))
        (form.textarea("text", Text::Measure.to(lang)).required().rows(5).max_chars(LONGEST)
            .help(Text::MeasureHelp.to(lang)))
        (form.date("since", Text::Since.to(lang)).required().help(Text::SinceHelp.to(lang))
            .max(today.clone()).value(today))
        (buttons(html! {
            (Button::submit(Text::New.to(lang)).primary())
            (Button::link(of_system(id), Common::Cancel.to(lang)).tertiary())
        }))
    });
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::New.to(lang))
        .crumb(SYSTEMS, Registers::Systems.to(lang))
        .crumb(system_page(id), &*system.name);
    Ok(typed.page(page.render(body)))
}

/// A length of time in words.
fn period(lang: Lang, period: Period) -> String {
    let text = match period {
        Period::Days(n) => Text::Days { n },
        Period::Months(n) => Text::Months { n },
        Period::Years(n) => Text::Years { n },
    };
    text.to(lang).into_owned()
}

/// `GET /inventory/systems/:id/methods`
#[handler]
pub(super) async fn methods(visit: Visit, Path(id): Path<SystemId>) -> Answer {
    methods_form(&visit, id, visit.typed()).await
}

/// `POST /inventory/systems/:id/methods`
#[handler]
pub(super) async fn set_methods(visit: Visit, Path(id): Path<SystemId>, fields: Fields) -> Answer {
    let set = async {
        let mut read = fields.reader();
        let from = read.needed("from", Reader::day);
        let from = read.finish_with(from)?;
        let text = fields.text("text");
        let form = MethodsForm { text, from };
        let revision = fields.reader().given("revision")?;
        Ok::<_, Problem>(protection::set_methods(&visit.cx, id, revision, form).await?)
    };
    match set.await {
        Ok(_) => {
            let said = Text::MethodsSet.to(visit.lang);
            Ok(visit.see_other(of_system(id)).saying(said).into())
        }
        Err(problem) => methods_form(&visit, id, problem.again(&fields)?).await,
    }
}

async fn methods_form(visit: &Visit, id: SystemId, typed: Typed<'_>) -> Answer {
    let (lang, cx) = (visit.lang, &visit.cx);
    let system = protection::system_to_secure(cx, id).await?;
    let before = protection::methods_in_force(cx, id).await?;
    let today = cx.today().to_string();
    let form = typed.form(visit, format!("{}/methods", system_page(id)));
    let body = form.clone().render(html! {
        p { (Text::MethodsHelp.to(lang)) }
        (form.revision(system.revision))
        (form.textarea("text", Text::Methods.to(lang)).required().rows(10).max_chars(METHODS)
            .values(before.map(|known| known.text)))
        (form.date("from", Text::From.to(lang)).required().min(today.clone()).value(today))
        (buttons(html! {
            (Button::submit(Text::SetMethods.to(lang)).primary())
            (Button::link(of_system(id), Common::Cancel.to(lang)).tertiary())
        }))
    });
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::SetMethods.to(lang))
        .crumb(SYSTEMS, Registers::Systems.to(lang))
        .crumb(system_page(id), &*system.name);
    Ok(typed.page(page.render(body)))
}
