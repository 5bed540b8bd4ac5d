//! Drawing an agreement up, and changing it.

use maud::html;
use poem::handler;
use poem::web::Path;
use yakusho_attachments::Attachment;
use yakusho_attachments_web::Files;
use yakusho_compliance::provision::{self, AgreementForm, Condition, ProvisionId, ProvisionView};
use yakusho_kernel::Fault;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::{self, Common};
use yakusho_webkit::ui::{Button, buttons};
use yakusho_webkit::{Answer, Fields, Problem, Reader, Typed, Upload, Visit};

use super::acts::done;
use super::page::title;
use super::texts::condition;
use super::{PROVISIONS, Text, page_of, provision_page};
use crate::forms::{FORMS, Text as Forms};

/// The most characters of a clause.
const CLAUSE: usize = 4_000;

/// The provision, if its agreement is the reader's to write.
async fn find(visit: &Visit, id: ProvisionId) -> Answer<ProvisionView> {
    let view = provision::show(&visit.cx, id).await?;
    if view.may.agree {
        Ok(view)
    } else {
        Err(Fault::NotFound.into())
    }
}

fn hanging(view: &ProvisionView) -> Vec<Attachment> {
    let agreement = view.agreement.as_ref();
    agreement
        .map(|agreement| agreement.files.clone())
        .unwrap_or_default()
}

/// `GET /provisions/:id/agreement`
#[handler]
pub(super) async fn edit(visit: Visit, Path(id): Path<ProvisionId>) -> Answer {
    let view = find(&visit, id).await?;
    let files = Files::hanging(hanging(&view));
    editor(&visit, &view, &files, Typed::nothing()).await
}

/// `POST /provisions/:id/agreement`
#[handler]
pub(super) async fn save(visit: Visit, Path(id): Path<ProvisionId>, upload: Upload) -> Answer {
    let view = find(&visit, id).await?;
    let (fields, files) = Files::receive(&visit, upload, hanging(&view)).await?;
    let saved = async {
        let form = entered(&fields, &files)?;
        let cx = &visit.cx;
        if fields.has("revision") {
            let revision = fields.reader().given("revision")?;
            let _ = provision::change_agreement(cx, id, revision, form).await?;
        } else {
            let _ = provision::draw_up_agreement(cx, view.provision.case, form).await?;
        }
        Ok::<_, Problem>(())
    };
    match saved.await {
        Ok(()) => Ok(done(&visit, id, &Text::AgreementSaved).into()),
        Err(problem) => editor(&visit, &view, &files, problem.again(&fields)?).await,
    }
}

/// The name of the field of a condition.
fn name(condition: Condition) -> String {
    format!("clauses.{}", condition.code())
}

fn entered(fields: &Fields, files: &Files) -> Answer<AgreementForm> {
    let mut read = fields.reader();
    let first = read.needed("first", Reader::day);
    let last = read.needed("last", Reader::day);
    let days = read.finish_with(first.zip(last))?;
    let clauses = Condition::named();
    Ok(AgreementForm {
        days,
        clauses: clauses.map(|one| (one, fields.text(&name(one)))).collect(),
        files: files.ids(),
    })
}

async fn editor(visit: &Visit, view: &ProvisionView, files: &Files, typed: Typed<'_>) -> Answer {
    let (lang, id) = (visit.lang, view.provision.id);
    let agreement = view.agreement.as_ref();
    let (first, last) = agreement.map_or(view.provision.days, |agreement| agreement.days);
    let within = Text::Within {
        first: text::day(lang, view.provision.days.0),
        last: text::day(lang, view.provision.days.1),
    };
    let form = typed.form(visit, page_of(id, "agreement"));
    let clause = |one: Condition| {
        let held = agreement.and_then(|agreement| agreement.clause(one));
        let item = Text::Item { n: one.item() }.to(lang);
        let label = format!("{item} {}", condition(one).to(lang));
        form.textarea(&name(one), label)
            .rows(3)
            .max_chars(CLAUSE)
            .values(held.map(|clause| &*clause.text))
    };
    let body = form.clone().multipart().render(html! {
        @if let Some(agreement) = agreement {
            (form.revision(agreement.revision))
        }
        (form.date("first", Text::First.to(lang)).required().help(within.to(lang)).value(first.to_string()))
        (form.date("last", Text::Last.to(lang)).required().value(last.to_string()))
        fieldset.group {
            legend { (Text::Conditions.to(lang)) }
            p.help { (Text::ConditionsHelp.to(lang)) }
            @for one in Condition::named() { (clause(one)) }
        }
        (files.fields(visit, &form))
        (buttons(html! {
            (Button::submit(Text::SaveAgreement.to(lang)).primary())
            (Button::link(provision_page(id), Common::Cancel.to(lang)).tertiary())
        }))
    });
    let heading = match agreement {
        Some(_) => Text::ChangeAgreement,
        None => Text::DrawUp,
    };
    let shell = visit.shell().await?;
    let page = Page::new(&shell, heading.to(lang))
        .crumb(FORMS, Forms::Forms.to(lang))
        .crumb(PROVISIONS, Text::Provisions.to(lang))
        .crumb(provision_page(id), title(visit, view).await?);
    Ok(typed.page(page.render(body)))
}
