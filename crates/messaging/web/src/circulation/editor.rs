//! Writing circulations and changing them.

pub(super) mod form;

use maud::{Markup, html};
use poem::handler;
use poem::web::Path;
use time::Date;
use yakusho_accounts::calendar;
use yakusho_attachments::Attachment;
use yakusho_kernel::Fault;
use yakusho_messaging::circulation::{
    self, CirculationForm, CirculationId, CirculationState, CirculationView, TemplateContent,
    TemplateId,
};
use yakusho_messaging::versions::Change;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Alert, Button};
use yakusho_webkit::{Answer, Fields, Problem, Typed, Upload, Visit};

use super::acts::said;
use super::texts::Text as All;
use super::{CIRCULATIONS, circulation_page, page_of};
use crate::author;
use crate::press::{self, default_press};
use crate::preview;
use form::{AUDIENCE, Shape};
use yakusho_attachments_web::Files;
use yakusho_audience as audience;

/// The names of the buttons: which of them was pressed.
const SEND: &str = "send";
const PREVIEW: &str = "preview";

yakusho_webkit::texts! {
    /// What the form of a circulation says, besides its fields.
    enum Text {
        NewTitle: "新しい回覧・レポート" / "New circulation or report";
        EditTitle: "回覧・レポートの編集" / "Edit";
        Preview: "プレビュー" / "Preview";
        PreviewTitle: "プレビュー(まだ送信されていません)" / "Preview (not sent yet)";
        SaveChange: "変更を保存" / "Save changes";
        SavedDraft: "下書きを保存しました。" / "The draft was saved.";
        SavedChange: "変更を保存しました。" / "Your changes were saved.";
        NotSentYet: "下書きとして保存しました。送信するには、次の点を直してください。" / "It was saved as a draft. To send it, put this right first.";
        GoesTheSame: "送信した後は、種類・名義・宛先・回し方・異動のときの扱いは変えられません。宛先を増やすには、回覧のページの「宛先を追加」を使ってください。" / "Once it is sent, its kind, name, recipients and order stay. To reach more people, use “Add people” on its page.";
        Tell: "届いた人に変更を知らせる" / "Tell those whom it reached";
        TellHelp: "確認済みの人には、もう一度確認を求めます。誤字を直しただけのときはチェックを外してください。変更は、どちらの場合も履歴に残ります。" / "Those who have confirmed it are asked to confirm it again. Untick it for a mere spelling. The change is kept in the history in either case.";
    }
}

/// What the form is about.
enum Target {
    /// A circulation that does not exist yet, and what it begins with.
    New(Box<Start>),
    /// A circulation as it was when the form was made.
    Known(Box<CirculationView>),
}

/// What a new circulation begins with.
#[derive(Default)]
struct Start {
    content: TemplateContent,
    due: Option<Date>,
    template: Option<TemplateId>,
}

impl Target {
    fn address(&self) -> String {
        match self {
            Self::New(start) => match start.template {
                Some(id) => format!("{CIRCULATIONS}/new?template={id}"),
                None => format!("{CIRCULATIONS}/new"),
            },
            Self::Known(view) => page_of(view.id, "edit"),
        }
    }

    fn view(&self) -> Option<&CirculationView> {
        match self {
            Self::New(_) => None,
            Self::Known(view) => Some(view),
        }
    }

    /// Whether it was sent already.
    fn is_sent(&self) -> bool {
        self.view()
            .is_some_and(|view| view.state != CirculationState::Draft)
    }

    /// What the fields hold until something is typed.
    fn content(&self) -> TemplateContent {
        match self {
            Self::New(start) => start.content.clone(),
            Self::Known(view) => form::content_of(view),
        }
    }

    fn due(&self) -> Option<Date> {
        match self {
            Self::New(start) => start.due,
            Self::Known(view) => view.due,
        }
    }

    fn hanging(&self) -> Vec<Attachment> {
        let words = self.view().and_then(|view| view.words.shown());
        words.map(|words| words.files.clone()).unwrap_or_default()
    }
}

/// `GET /circulations/new`, from a template with `template`.
#[handler]
pub(super) async fn new(visit: Visit) -> Answer {
    let target = Target::New(Box::new(start(&visit).await?));
    editor(&visit, &target, &Files::default(), visit.typed(), None).await
}

/// What a new circulation begins with: the template that the address names, or nothing.
async fn start(visit: &Visit) -> Answer<Start> {
    let Some(id) = visit.query("template") else {
        return Ok(Start {
            content: form::blank(visit).await?,
            ..Start::default()
        });
    };
    let id = id.parse().map_err(|_| Fault::NotFound)?;
    let content = circulation::template(&visit.cx, id).await?.content;
    let due = match content.due_days {
        Some(days) => {
            let calendar = calendar::of(&visit.cx.reader()).await?;
            calendar
                .add_working_days(visit.cx.today(), i32::from(days))
                .ok()
        }
        None => None,
    };
    Ok(Start {
        content,
        due,
        template: Some(id),
    })
}

/// `POST /circulations/new`
#[handler]
pub(super) async fn create(visit: Visit, upload: Upload) -> Answer {
    let (fields, files) = Files::receive(&visit, upload, Vec::new()).await?;
    let target = Target::New(Box::new(start(&visit).await?));
    if let Some(again) = not_yet(&visit, &target, &files, &fields).await {
        return again;
    }
    let drafted = async {
        let form = read(&visit, &target, &fields, &files)?;
        Ok::<_, Problem>(circulation::draft(&visit.cx, form).await?)
    };
    match drafted.await {
        Ok(id) => finish(&visit, *id, 1, &fields).await,
        Err(problem) => editor(&visit, &target, &files, problem.again(&fields)?, None).await,
    }
}

/// `GET /circulations/:id/edit`
#[handler]
pub(super) async fn edit(visit: Visit, Path(id): Path<CirculationId>) -> Answer {
    let target = known(&visit, id).await?;
    let files = Files::hanging(target.hanging());
    editor(&visit, &target, &files, visit.typed(), None).await
}

/// `POST /circulations/:id/edit`
#[handler]
pub(super) async fn change(visit: Visit, Path(id): Path<CirculationId>, upload: Upload) -> Answer {
    let target = known(&visit, id).await?;
    let (fields, files) = Files::receive(&visit, upload, target.hanging()).await?;
    if let Some(again) = not_yet(&visit, &target, &files, &fields).await {
        return again;
    }
    match try_change(&visit, id, &target, &fields, &files).await {
        Ok(_) if target.is_sent() => {
            let said = Text::SavedChange.to(visit.lang);
            Ok(visit.see_other(circulation_page(id)).saying(said).into())
        }
        Ok(revision) => finish(&visit, id, revision, &fields).await,
        Err(problem) => editor(&visit, &target, &files, problem.again(&fields)?, None).await,
    }
}

/// Saves the change; says the revision that it made.
async fn try_change(
    visit: &Visit,
    id: CirculationId,
    target: &Target,
    fields: &Fields,
    files: &Files,
) -> Answer<i32> {
    let form = read(visit, target, fields, files)?;
    let revision: i32 = fields.reader().given("revision")?;
    let weight = if target.is_sent() && !fields.has("tell") {
        Change::Minor
    } else {
        Change::Material
    };
    let _ = circulation::edit(&visit.cx, id, revision, form, weight).await?;
    Ok(revision + 1)
}

async fn known(visit: &Visit, id: CirculationId) -> Answer<Target> {
    let view = circulation::show(&visit.cx, id).await?;
    if view.may.edit {
        Ok(Target::Known(Box::new(view)))
    } else {
        Err(Fault::NotFound.into())
    }
}

/// The circulation that was entered. Once it was sent, it goes to the same people in the same way.
fn read(visit: &Visit, target: &Target, fields: &Fields, files: &Files) -> Answer<CirculationForm> {
    let mut read = fields.reader();
    let typed = form::read(visit, &mut read, fields);
    let due = read.day("due");
    read.finish()?;
    let way = if target.is_sent() {
        target.content()
    } else {
        typed.clone()
    };
    Ok(CirculationForm {
        kind: way.kind,
        title: typed.title,
        body: typed.body,
        section: way.section,
        registration: typed.registration,
        audience: way.audience,
        sequence: way.sequence,
        step_days: typed.step_days,
        follows: way.follows,
        due,
        open_replies: typed.open_replies,
        files: files.ids(),
    })
}

/// A draft was saved; sends it if that button was pressed. What stands against it is said at its field, and the draft
/// stays.
async fn finish(visit: &Visit, id: CirculationId, revision: i32, fields: &Fields) -> Answer {
    if !fields.has(SEND) {
        let said = Text::SavedDraft.to(visit.lang);
        return Ok(visit.see_other(circulation_page(id)).saying(said).into());
    }
    match circulation::send(&visit.cx, id, revision).await {
        Ok(sent) => {
            let said = said(*sent).to(visit.lang);
            Ok(visit.see_other(circulation_page(id)).saying(said).into())
        }
        Err(error) => {
            let target = known(visit, id).await?;
            let files = Files::hanging(target.hanging());
            let typed = Problem::from(error).again(fields)?;
            let alert = Alert::warning(visit.lang, Text::NotSentYet.to(visit.lang));
            editor(visit, &target, &files, typed, Some(html! { (alert) })).await
        }
    }
}

/// The form again, where it was sent to look for people or for a preview, and not to be done.
async fn not_yet(visit: &Visit, target: &Target, files: &Files, fields: &Fields) -> Option<Answer> {
    let above = if fields.has(PREVIEW) {
        let heading = Text::PreviewTitle.to(visit.lang);
        preview::look(visit.lang, heading, files, fields)
    } else if audience::is_looking(fields, AUDIENCE) {
        None
    } else {
        return None;
    };
    Some(editor(visit, target, files, Typed::so_far(fields), above).await)
}

/// The page with the form.
async fn editor(
    visit: &Visit,
    target: &Target,
    files: &Files,
    typed: Typed<'_>,
    above: Option<Markup>,
) -> Answer {
    let lang = visit.lang;
    let content = target.content();
    let shape = Shape::of(visit, &content, typed.fields()).await?;
    let draft = typed.fields().is_some_and(|typed| !typed.has(SEND));
    let sent = target.is_sent();
    let form = typed.form(visit, target.address());
    let form = form.unfinished(draft && !sent);
    let body = form.clone().multipart().render(html! {
        (default_press(PREVIEW))
        @if let Some(view) = target.view() { (form.revision(view.revision)) }
        @if sent { (Alert::info(lang, Text::GoesTheSame.to(lang))) } @else { (shape.kind(&form)) }
        (shape.words(&form))
        (files.fields(visit, &form))
        @if !sent { (shape.people(&form)) }
        (shape.due(&form, target.due()))
        @if !sent { (shape.way(&form)) } @else { (shape.step_days(&form)) }
        (shape.replies(&form))
        @if !sent { (author::field(visit, &form, &shape.sections, content.section)) }
        (shape.registration(&form))
        @if sent {
            (form.checkbox("tell", Text::Tell.to(lang)).checked(true).help(Text::TellHelp.to(lang)))
        }
        (presses(visit, target))
    });
    let shell = visit.shell().await?;
    let title = match target {
        Target::New(_) => Text::NewTitle,
        Target::Known(_) => Text::EditTitle,
    };
    let page = Page::new(&shell, title.to(lang)).crumb(CIRCULATIONS, All::Circulations.to(lang));
    Ok(typed.page(page.render(html! {
        @if let Some(above) = above { (above) }
        (body)
    })))
}

fn presses(visit: &Visit, target: &Target) -> Markup {
    let lang = visit.lang;
    let back = match target.view() {
        Some(view) => circulation_page(view.id),
        None => CIRCULATIONS.to_owned(),
    };
    press::presses(&html! {
        @if target.is_sent() {
            (Button::submit(Text::SaveChange.to(lang)).primary())
        } @else {
            (Button::submit(All::Send.to(lang)).primary().field(SEND, "1"))
            (Button::submit(Common::SaveDraft.to(lang)))
        }
        (Button::submit(Text::Preview.to(lang)).field(PREVIEW, "1"))
        (Button::link(back, Common::Cancel.to(lang)).tertiary())
    })
}
