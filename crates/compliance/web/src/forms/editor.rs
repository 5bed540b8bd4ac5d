//! Drawing forms up, and changing what they say.

use maud::html;
use poem::handler;
use poem::web::{Html, Path};
use yakusho_attachments_web::Files;
use yakusho_compliance::procedure::{self, Answers, CaseForm, CaseId, CaseView};
use yakusho_kernel::{Fault, UnitId};
use yakusho_regulation::ProcedureKind;
use yakusho_regulation::procedure::Procedure;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Alert, Button, Icon, buttons, link};
use yakusho_webkit::{Answer, Fields, Problem, Typed, Upload, Visit};

use super::acts::submitted;
use super::entry::{self, Entry, SECTION};
use super::{FORMS, Text, case_page, page_of};
use crate::names::drafter;

/// The name of the button that submits.
const SUBMIT: &str = "submit";

/// What a form is drawn up on.
enum Target {
    /// A form that does not exist yet, for one of these sections.
    New(Procedure, Vec<UnitId>),
    /// A case as it was when the form was made.
    Known(Box<CaseView>),
}

impl Target {
    fn new(visit: &Visit, kind: &str) -> Answer<Self> {
        let kind = ProcedureKind::from_id(kind).ok_or(Fault::NotFound)?;
        let (procedure, sections) = procedure::form(&visit.cx, kind)?;
        if sections.is_empty() {
            return Err(Fault::NotFound.into());
        }
        Ok(Self::New(procedure, sections))
    }

    async fn known(visit: &Visit, id: CaseId) -> Answer<Self> {
        let view = procedure::show(&visit.cx, id).await?;
        if view.may.edit {
            Ok(Self::Known(Box::new(view)))
        } else {
            Err(Fault::NotFound.into())
        }
    }

    fn procedure(&self) -> &Procedure {
        match self {
            Self::New(procedure, _) => procedure,
            Self::Known(view) => &view.definition.procedure,
        }
    }

    fn address(&self) -> String {
        match self {
            Self::New(procedure, _) => format!("{FORMS}/new/{}", procedure.kind),
            Self::Known(view) => page_of(view.id, "edit"),
        }
    }

    fn files(&self) -> Files {
        match self {
            Self::New(..) => Files::default(),
            Self::Known(view) => Files::hanging(view.content.files.clone()),
        }
    }
}

/// `GET /forms/new`
#[handler]
pub(super) async fn choose(visit: Visit) -> Answer<Html<maud::Markup>> {
    let lang = visit.lang;
    let shell = visit.shell().await?;
    let mut forms = Vec::new();
    for procedure in visit.cx.city().procedures(visit.cx.today()) {
        let (_, sections) = procedure::form(&visit.cx, procedure.kind)?;
        forms.push((procedure, !sections.is_empty()));
    }
    let page = Page::new(&shell, Text::ChooseForm.to(lang)).crumb(FORMS, Text::Forms.to(lang));
    Ok(Html(page.render(html! {
        p { (Text::ChooseHelp.to(lang)) }
        ul.choose-form {
            @for (procedure, own) in &forms {
                li {
                    @if let Some(number) = procedure.form { (Text::FormNumber { number }.to(lang)) " " }
                    @if *own {
                        (link(format!("{FORMS}/new/{}", procedure.kind), procedure.title(lang)))
                    } @else {
                        (procedure.title(lang))
                        @let who = drafter(&visit, procedure.drawn_up_by);
                        p.meta { (Text::NotYours { who }.to(lang)) }
                    }
                }
            }
        }
    })))
}

/// `GET /forms/new/:kind`
#[handler]
pub(super) async fn new(visit: Visit, Path(kind): Path<String>) -> Answer {
    let target = Target::new(&visit, &kind)?;
    editor(&visit, &target, &target.files(), Typed::nothing(), None).await
}

/// `POST /forms/new/:kind`
#[handler]
pub(super) async fn create(visit: Visit, Path(kind): Path<String>, upload: Upload) -> Answer {
    let target = Target::new(&visit, &kind)?;
    let (fields, files) = Files::receive(&visit, upload, Vec::new()).await?;
    let drawn = async {
        let section = fields.reader().given(SECTION)?;
        let form = read(&visit, &target, &fields, &files, section).await?;
        let kind = target.procedure().kind;
        Ok::<_, Problem>(procedure::draw_up(&visit.cx, kind, form).await?)
    };
    match drawn.await {
        Ok(id) => finish(&visit, *id, 1, &fields).await,
        Err(problem) => editor(&visit, &target, &files, problem.again(&fields)?, None).await,
    }
}

/// `GET /forms/:id/edit`
#[handler]
pub(super) async fn edit(visit: Visit, Path(id): Path<CaseId>) -> Answer {
    let target = Target::known(&visit, id).await?;
    editor(&visit, &target, &target.files(), Typed::nothing(), None).await
}

/// `POST /forms/:id/edit`
#[handler]
pub(super) async fn change(visit: Visit, Path(id): Path<CaseId>, upload: Upload) -> Answer {
    let target = Target::known(&visit, id).await?;
    let Target::Known(view) = &target else {
        return Err(Fault::NotFound.into());
    };
    let hanging = view.content.files.clone();
    let (fields, files) = Files::receive(&visit, upload, hanging).await?;
    let changed = async {
        let form = read(&visit, &target, &fields, &files, view.content.section).await?;
        let revision: i32 = fields.reader().given("revision")?;
        let _ = procedure::edit(&visit.cx, id, revision, form).await?;
        Ok::<_, Problem>(revision + 1)
    };
    match changed.await {
        Ok(revision) => finish(&visit, id, revision, &fields).await,
        Err(problem) => editor(&visit, &target, &files, problem.again(&fields)?, None).await,
    }
}

async fn read(
    visit: &Visit,
    target: &Target,
    fields: &Fields,
    files: &Files,
    section: UnitId,
) -> Answer<CaseForm> {
    Ok(CaseForm {
        section,
        answers: entry::read(visit, &target.procedure().fields, fields).await?,
        files: files.ids(),
    })
}

/// A draft was saved; submits it if that button was pressed. What stands against it is said at its field, and the draft
/// stays.
async fn finish(visit: &Visit, id: CaseId, revision: i32, fields: &Fields) -> Answer {
    if !fields.has(SUBMIT) {
        let said = Text::SavedDraft.to(visit.lang);
        return Ok(visit.see_other(case_page(id)).saying(said).into());
    }
    match procedure::submit(&visit.cx, id, revision, visit.cx.today()).await {
        Ok(_) => {
            let said = submitted(visit, id).await?;
            Ok(visit.see_other(case_page(id)).saying(said).into())
        }
        Err(error) => {
            let target = Target::known(visit, id).await?;
            let typed = Problem::from(error).again(fields)?;
            let alert = Alert::warning(visit.lang, Text::SavedNotSubmitted.to(visit.lang));
            editor(visit, &target, &target.files(), typed, Some(alert)).await
        }
    }
}

/// The page with the form.
async fn editor(
    visit: &Visit,
    target: &Target,
    files: &Files,
    typed: Typed<'_>,
    above: Option<Alert>,
) -> Answer {
    let lang = visit.lang;
    let nothing = Answers::new();
    let procedure = target.procedure();
    let (answers, back) = match target {
        Target::New(..) => (&nothing, format!("{FORMS}/new")),
        Target::Known(view) => (&view.content.answers, case_page(view.id)),
    };
    let entry = Entry::of(visit, &procedure.fields, answers).await?;
    let form = typed.form(visit, target.address());
    let body = form.clone().multipart().render(html! {
        @match target {
            Target::New(_, sections) => (entry.section(&form, sections)),
            Target::Known(view) => (form.revision(view.revision)),
        }
        (entry.fields(&form, files))
        (buttons(html! {
            (Button::submit(Text::SaveAndSubmit.to(lang)).primary().icon(Icon::Check).field(SUBMIT, "1"))
            (Button::submit(Text::SaveDraft.to(lang)))
            (Button::link(back, Common::Cancel.to(lang)).tertiary())
        }))
    });
    let shell = visit.shell().await?;
    let number = procedure
        .form
        .map(|number| Text::FormNumber { number }.to(lang));
    let page = Page::new(&shell, procedure.title(lang))
        .crumb(FORMS, Text::Forms.to(lang))
        .meta(html! { @if let Some(number) = number { (number) } });
    Ok(typed.page(page.render(html! {
        @if let Some(above) = above { (above) }
        (body)
    })))
}
