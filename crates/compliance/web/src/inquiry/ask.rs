//! Asking about a thing.

use maud::html;
use poem::handler;
use poem::web::{Data, Path};
use uuid::Uuid;
use yakusho_accounts::directory;
use yakusho_compliance::{Items, inquiry};
use yakusho_kernel::{Fault, Ref};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Button, buttons, definitions, link};
use yakusho_webkit::{Answer, Fields, Problem, Typed, Visit};

use super::{INQUIRIES, Text, inquiry_page, thing};

/// The most characters of a question.
pub(super) const LONGEST: usize = 2_000;

/// `GET /inquiries/about/:kind/:id`
#[handler]
pub(super) async fn new(
    visit: Visit,
    Path((kind, id)): Path<(String, Uuid)>,
    items: Data<&Items>,
) -> Answer {
    editor(&visit, items.0, &thing(kind, id), visit.typed()).await
}

/// `POST /inquiries/about/:kind/:id`
#[handler]
pub(super) async fn create(
    visit: Visit,
    Path((kind, id)): Path<(String, Uuid)>,
    items: Data<&Items>,
    fields: Fields,
) -> Answer {
    let item = thing(kind, id);
    let asked = inquiry::ask(&visit.cx, items.0, &item, &fields.text("question")).await;
    match asked {
        Ok(id) => {
            let said = Text::AskedNow.to(visit.lang);
            Ok(visit.see_other(inquiry_page(*id)).saying(said).into())
        }
        Err(fault) => {
            let typed = Problem::from(fault).again(&fields)?;
            editor(&visit, items.0, &item, typed).await
        }
    }
}

async fn editor(visit: &Visit, items: &Items, item: &Ref, typed: Typed<'_>) -> Answer {
    let (lang, cx) = (visit.lang, &visit.cx);
    let (known, unit) = match items.look(cx, item).await? {
        Some(known) => match known.section {
            Some(unit) => (known, unit),
            None => return Err(Fault::NotFound.into()),
        },
        None => return Err(Fault::NotFound.into()),
    };
    let units = directory::unit_names(&cx.reader(), cx.today(), &[unit]).await?;
    let back = visit.site().words().page_of(item);
    let back = back.unwrap_or_else(|| INQUIRIES.to_owned());
    let form = typed.form(
        visit,
        format!("{INQUIRIES}/about/{}/{}", item.kind, item.id),
    );
    let section = units.get(&unit).cloned().unwrap_or_default();
    let body = html! {
        (definitions([
            (Text::About.to(lang), html! { (link(&*back, &*known.title)) }),
            (Text::Section.to(lang), html! { (section) }),
        ]))
        (form.clone().render(html! {
            (form.textarea("question", Text::Question.to(lang)).required().rows(6)
                .max_chars(LONGEST).help(Text::QuestionHelp.to(lang)))
            (buttons(html! {
                (Button::submit(Text::Ask.to(lang)).primary())
                (Button::link(back.clone(), Common::Cancel.to(lang)).tertiary())
            }))
        }))
    };
    let shell = visit.shell().await?;
    let page =
        Page::new(&shell, Text::AskAboutThis.to(lang)).crumb(INQUIRIES, Text::Asked.to(lang));
    Ok(typed.page(page.render(body)))
}
