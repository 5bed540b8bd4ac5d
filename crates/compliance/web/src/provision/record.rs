//! Recording what happened to what was released: inspections, accidents, and the end.

use maud::html;
use poem::handler;
use poem::web::Path;
use yakusho_attachments_web::Files;
use yakusho_compliance::provision::{self, EventForm, EventKind, ProvisionId, ProvisionView};
use yakusho_kernel::Fault;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Button, Choice, buttons};
use yakusho_webkit::{Answer, Fields, Problem, Reader, Typed, Upload, Visit};

use super::acts::done;
use super::page::title;
use super::{PROVISIONS, Text, page_of, provision_page};
use crate::forms::{FORMS, Text as Forms};

/// The most characters of an account.
const ACCOUNT: usize = 2_000;

/// What is recorded.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Inspection,
    Accident,
    Return,
}

impl What {
    fn of(code: &str) -> Result<Self, Fault> {
        match code {
            "inspection" => Ok(Self::Inspection),
            "accident" => Ok(Self::Accident),
            "return" => Ok(Self::Return),
            _ => Err(Fault::NotFound),
        }
    }

    const fn code(self) -> &'static str {
        match self {
            Self::Inspection => "inspection",
            Self::Accident => "accident",
            Self::Return => "return",
        }
    }

    /// The provision, if this can be recorded of it by the reader.
    async fn find(self, visit: &Visit, id: ProvisionId) -> Answer<ProvisionView> {
        let view = provision::show(&visit.cx, id).await?;
        let may = match self {
            Self::Inspection | Self::Accident => view.may.record,
            Self::Return => view.may.close,
        };
        if may {
            Ok(view)
        } else {
            Err(Fault::NotFound.into())
        }
    }
}

/// `GET /provisions/:id/record/:what`
#[handler]
pub(super) async fn new(visit: Visit, Path((id, what)): Path<(ProvisionId, String)>) -> Answer {
    let what = What::of(&what)?;
    let view = what.find(&visit, id).await?;
    editor(&visit, what, &view, &Files::default(), Typed::nothing()).await
}

/// `POST /provisions/:id/record/:what`
#[handler]
pub(super) async fn save(
    visit: Visit,
    Path((id, what)): Path<(ProvisionId, String)>,
    upload: Upload,
) -> Answer {
    let what = What::of(&what)?;
    let view = what.find(&visit, id).await?;
    let (fields, files) = Files::receive(&visit, upload, Vec::new()).await?;
    let saved = async {
        let form = entered(what, &fields, &files)?;
        if what == What::Return {
            let revision = fields.reader().given("revision")?;
            let _ = provision::return_data(&visit.cx, id, revision, form).await?;
        } else {
            let _ = provision::record_event(&visit.cx, id, form).await?;
        }
        Ok::<_, Problem>(())
    };
    match saved.await {
        Ok(()) => Ok(done(&visit, id, &Text::Recorded).into()),
        Err(problem) => editor(&visit, what, &view, &files, problem.again(&fields)?).await,
    }
}

fn entered(what: What, fields: &Fields, files: &Files) -> Answer<EventForm> {
    let mut read = fields.reader();
    let kind = match what {
        What::Inspection => Some(EventKind::Inspection),
        What::Accident => Some(EventKind::Accident),
        What::Return => read.needed("kind", |read, name| read.with(name, EventKind::from_code)),
    };
    let on = read.needed("on", Reader::day);
    let (kind, on) = read.finish_with(kind.zip(on))?;
    Ok(EventForm {
        kind,
        on,
        what: fields.text("what"),
        how: fields.text("how"),
        files: files.ids(),
    })
}

async fn editor(
    visit: &Visit,
    what: What,
    view: &ProvisionView,
    files: &Files,
    typed: Typed<'_>,
) -> Answer {
    let (lang, id) = (visit.lang, view.provision.id);
    let (heading, account, outcome) = match what {
        What::Inspection => (Text::RecordInspection, Text::Inspected, Text::Found),
        What::Accident => (Text::RecordAccident, Text::Happened, Text::Done),
        What::Return => (Text::RecordReturn, Text::ReturnedWhat, Text::ReturnedHow),
    };
    let revision = view.agreement.as_ref().map(|agreement| agreement.revision);
    let today = visit.cx.today().to_string();
    let form = typed.form(visit, page_of(id, &format!("record/{}", what.code())));
    let on = form.date("on", Text::Day.to(lang)).required();
    let body = form.clone().multipart().render(html! {
        @match what {
            What::Inspection => {}
            What::Accident => { p { (Text::AccidentHelp.to(lang)) } }
            What::Return => {
                p { (Text::ReturnHelp.to(lang)) }
                (form.revision(revision.unwrap_or_default()))
                (form.radios("kind", Text::ReturnKind.to(lang)).required().options([
                    Choice::new(EventKind::Returned.code(), Text::Returned.to(lang)),
                    Choice::new(EventKind::Disposed.code(), Text::Disposed.to(lang)),
                ]))
            }
        }
        (on.max(today.clone()).help(Text::DayHelp.to(lang)).value(today))
        (form.textarea("what", account.to(lang)).required().rows(3).max_chars(ACCOUNT))
        (form.textarea("how", outcome.to(lang)).required().rows(3).max_chars(ACCOUNT))
        (files.fields(visit, &form))
        (buttons(html! {
            (Button::submit(Text::SaveRecord.to(lang)).primary())
            (Button::link(provision_page(id), Common::Cancel.to(lang)).tertiary())
        }))
    });
    let shell = visit.shell().await?;
    let page = Page::new(&shell, heading.to(lang))
        .crumb(FORMS, Forms::Forms.to(lang))
        .crumb(PROVISIONS, Text::Provisions.to(lang))
        .crumb(provision_page(id), title(visit, view).await?);
    Ok(typed.page(page.render(body)))
}
