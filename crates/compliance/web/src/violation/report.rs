//! Reporting a thing.

use maud::html;
use poem::handler;
use poem::web::{Data, Path};
use uuid::Uuid;
use yakusho_compliance::Items;
use yakusho_compliance::violation::{self, Breach, Report, ViolationId};
use yakusho_kernel::{Fault, Ref, Saved};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Button, Choice, buttons, definitions, link};
use yakusho_webkit::{Answer, Fields, Typed, Visit};

use super::list::breach;
use super::{Text, VIOLATIONS, violation_page};
use crate::inquiry::{INQUIRIES, Text as Asking, thing};

/// The most characters of what is wrong, and of a reason.
pub(super) const LONGEST: usize = 2_000;

/// `GET /violations/about/:kind/:id`
#[handler]
pub(super) async fn new(
    visit: Visit,
    Path((kind, id)): Path<(String, Uuid)>,
    items: Data<&Items>,
) -> Answer {
    editor(&visit, items.0, &thing(kind, id), visit.typed()).await
}

/// `POST /violations/about/:kind/:id`
#[handler]
pub(super) async fn create(
    visit: Visit,
    Path((kind, id)): Path<(String, Uuid)>,
    items: Data<&Items>,
    fields: Fields,
) -> Answer {
    let item = thing(kind, id);
    match submit(&visit, items.0, &item, &fields).await {
        Ok(id) => {
            let said = Text::ReportedNow.to(visit.lang);
            Ok(visit.see_other(violation_page(*id)).saying(said).into())
        }
        Err(problem) => editor(&visit, items.0, &item, problem.again(&fields)?).await,
    }
}

async fn submit(
    visit: &Visit,
    items: &Items,
    item: &Ref,
    fields: &Fields,
) -> Answer<Saved<ViolationId>> {
    let mut read = fields.reader();
    let breach = read.needed("breach", |read, name| read.with(name, Breach::from_code));
    let form = Report {
        breach: read.finish_with(breach)?,
        account: fields.text("account"),
    };
    Ok(violation::report(&visit.cx, items, item, form).await?)
}

async fn editor(visit: &Visit, items: &Items, item: &Ref, typed: Typed<'_>) -> Answer {
    let lang = visit.lang;
    let known = items.look(&visit.cx, item).await?.ok_or(Fault::NotFound)?;
    if !crate::inquiry::has(visit, yakusho_regulation::Rule::ViolationsReported) {
        return Err(Fault::NotFound.into());
    }
    let back = visit.site().words().page_of(item);
    let back = back.unwrap_or_else(|| VIOLATIONS.to_owned());
    let breaches = Breach::ALL
        .iter()
        .map(|one| Choice::new(one.code(), breach(*one).to(lang)));
    let form = typed.form(
        visit,
        format!("{VIOLATIONS}/about/{}/{}", item.kind, item.id),
    );
    let body = html! {
        p { (Text::ReportHelp.to(lang)) }
        (definitions([(Text::Reported.to(lang), html! { (link(&*back, &*known.title)) })]))
        (form.clone().render(html! {
            (form.radios("breach", Text::Breach.to(lang)).required().options(breaches))
            (form.textarea("account", Text::Account.to(lang)).required().rows(6).max_chars(LONGEST)
                .help(Text::AccountHelp.to(lang)))
            (buttons(html! {
                (Button::submit(Text::Report.to(lang)).primary())
                (Button::link(back.clone(), Common::Cancel.to(lang)).tertiary())
            }))
        }))
    };
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Asking::ReportThis.to(lang))
        .crumb(INQUIRIES, Asking::Asked.to(lang))
        .crumb(VIOLATIONS, Text::Violations.to(lang));
    Ok(typed.page(page.render(body)))
}
