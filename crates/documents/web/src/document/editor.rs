//! Writing documents and changing them.

use maud::{Markup, html};
use poem::handler;
use poem::web::Path;
use time::Date;
use yakusho_attachments_web::Files;
use yakusho_audience::registration;
use yakusho_documents::cabinet::{self, FolderRow};
use yakusho_documents::document::{
    self, Category, Content, DocumentForm, DocumentId, DocumentView, LONGEST_REASON, MOST_TAGS,
    Registered, Retention, State,
};
use yakusho_kernel::{Fault, Invalid};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{self, Alert, Button, buttons, link};
use yakusho_webkit::{Answer, Fields, Problem, Reader, Typed, Upload, Visit};

use super::{classed, held, page_of};
use crate::folder::{crumbs, places};
use crate::texts::{Text, retention};
use crate::{DOCUMENTS, document_page};

/// The name of the button that registers what it saves.
const REGISTER: &str = "register";

yakusho_webkit::texts! {
    enum Words {
        New: "文書を作る" / "New document";
        Edit: "文書の編集" / "Edit document";
        Nowhere: "文書を登録できるフォルダーがありません。" / "There is no folder in which you may register.";
        NowhereAdvice: "文書はキャビネットに登録します。キャビネットは所属の長が作ります。ほかの所属のキャビネットを使うときは、その所属の長に権限の設定を相談してください。" / "Documents lie in cabinets, which the head of a section founds. To use another section's, ask its head for rights.";
        ToCabinets: "キャビネットの一覧へ" / "To the cabinets";
        Notes: "説明" / "Notes";
        NotesHelp: "何の文書か、いつ使うかなどを書くと、探しやすくなります。" / "Say what it is and when it is used, so that it is found.";
        Tags: "タグ" / "Tags";
        TagsHelp: "読点(、)か空白で区切って、20個まで付けられます。" / "Up to 20, with commas or spaces between.";
        ValidFrom: "有効期間の始め" / "Valid from";
        ValidUntil: "有効期間の終わり" / "Valid until";
        ReviewOn: "見直しの日" / "Look through again on";
        ReviewHelp: "この日が来たら、登録した人にお知らせします。" / "Whoever registered it is reminded on that day.";
        Dates: "期間" / "Dates";
        Reason: "保存期間を短くする理由" / "Why it is kept for a shorter time";
        ReasonHelp { now: String }: "今の保存期間は「{now}」です。短くするときは、理由を書いてもう一度保存してください。理由は記録に残ります。間違いのときは、保存期間を元に戻してください。" / "It is kept for “{now}” now. To shorten that, say why and save again; the reason is put on record. Otherwise put the period back.";
        AllTheSame: "個人情報と思われる記載がありますが、このまま保存します" / "Keep it, although it looks as if there were personal information in it";
        AllTheSameHelp: "判断したことと判断した人が記録に残ります。" / "That you decided so is kept on record.";
        Register: "登録する" / "Register";
        SavedDraft: "下書きを保存しました。" / "The draft was saved.";
        SavedChange: "変更を保存しました。" / "Your changes were saved.";
        NumberedNow { n: i32 }: "第{n}号として登録しました。" / "It was registered as no. {n}.";
        AskedNow: "第5号の情報のため、管理者に承認を依頼しました。承認されたら、もう一度「登録する」を押してください。" / "Being of the fifth kind, it was put before the administrator. When they have approved it, press “Register” again.";
        NotRegisteredYet: "下書きとして保存しました。登録するには、次の点を直してください。" / "It was saved as a draft. To register it, put this right first.";
    }
}

/// What became of a document, in words.
pub(super) fn said(visit: &Visit, registered: Registered) -> String {
    match registered {
        Registered::Numbered(n) => Words::NumberedNow { n },
        Registered::Uncleared => Words::AskedNow,
    }
    .to(visit.lang)
    .into_owned()
}

/// `GET /documents/new`
#[handler]
pub(super) async fn new(visit: Visit) -> Answer {
    editor(&visit, None, &Files::default(), Typed::nothing(), None).await
}

/// `POST /documents/new`
#[handler]
pub(super) async fn create(visit: Visit, upload: Upload) -> Answer {
    let (fields, files) = Files::receive(&visit, upload, Vec::new()).await?;
    let drafted = async {
        let form = read(&visit, &fields, &files, None)?;
        Ok::<_, Problem>(*document::draft(&visit.cx, form).await?)
    };
    match drafted.await {
        Ok(id) => finish(&visit, id, 1, &fields).await,
        Err(problem) => editor(&visit, None, &files, problem.again(&fields)?, None).await,
    }
}

/// `GET /documents/:id/edit`
#[handler]
pub(super) async fn edit(visit: Visit, Path(id): Path<DocumentId>) -> Answer {
    let view = document::show(&visit.cx, id).await?;
    if view.may.edit_later {
        return held::page(&visit, &view).await;
    }
    let view = changeable(view)?;
    let files = Files::hanging(hanging(&view));
    editor(&visit, Some(&view), &files, Typed::nothing(), None).await
}

/// `POST /documents/:id/edit`
#[handler]
pub(super) async fn change(visit: Visit, Path(id): Path<DocumentId>, upload: Upload) -> Answer {
    let view = document::show(&visit.cx, id).await?;
    let (fields, files) = Files::receive(&visit, upload, hanging(&view)).await?;
    let changed = async {
        let form = read(&visit, &fields, &files, Some(&view))?;
        let revision: i32 = fields.reader().given("revision")?;
        let _ = document::edit(&visit.cx, id, revision, form).await?;
        Ok::<_, Problem>(revision + 1)
    };
    match changed.await {
        Ok(_) if view.state != State::Draft => {
            let said = Words::SavedChange.to(visit.lang);
            Ok(visit.see_other(document_page(id)).saying(said).into())
        }
        Ok(revision) => finish(&visit, id, revision, &fields).await,
        Err(problem) => {
            let typed = problem.again(&fields)?;
            editor(&visit, Some(&view), &files, typed, None).await
        }
    }
}

/// A draft was saved; registers it if that button was pressed. What stands against that is said, and the draft stays.
async fn finish(visit: &Visit, id: DocumentId, revision: i32, fields: &Fields) -> Answer {
    if !fields.has(REGISTER) {
        let said = Words::SavedDraft.to(visit.lang);
        return Ok(visit.see_other(document_page(id)).saying(said).into());
    }
    match document::register(&visit.cx, id, revision).await {
        Ok(registered) => {
            let said = said(visit, *registered);
            Ok(visit.see_other(document_page(id)).saying(said).into())
        }
        Err(fault) => {
            let view = changeable(document::show(&visit.cx, id).await?)?;
            let files = Files::hanging(hanging(&view));
            let typed = Problem::from(fault).again(fields)?;
            let alert = Alert::warning(visit.lang, Words::NotRegisteredYet.to(visit.lang));
            editor(visit, Some(&view), &files, typed, Some(html! { (alert) })).await
        }
    }
}

fn changeable(view: DocumentView) -> Answer<DocumentView> {
    if view.may.edit {
        Ok(view)
    } else {
        Err(Fault::NotFound.into())
    }
}

fn hanging(view: &DocumentView) -> Vec<yakusho_attachments::Attachment> {
    let content = view.content.as_ref();
    content
        .map(|content| content.files.clone())
        .unwrap_or_default()
}

/// The page with the form.
async fn editor(
    visit: &Visit,
    view: Option<&DocumentView>,
    files: &Files,
    typed: Typed<'_>,
    above: Option<Markup>,
) -> Answer {
    let lang = visit.lang;
    let places = cabinet::places(&visit.cx).await?;
    let address = view.map_or_else(
        || "/documents/new".to_owned(),
        |view| page_of(view.id, "edit"),
    );
    let form = typed.form(visit, address);
    let title = if view.is_some() {
        Words::Edit
    } else {
        Words::New
    };
    let shell = visit.shell().await?;
    let page = Page::new(&shell, title.to(lang));
    let page = crumbs(page, lang, view.map_or(&[][..], |view| &view.path));
    let fields = if places.is_empty() && view.is_none() {
        let advice = html! {
            p { (Words::NowhereAdvice.to(lang)) }
            p { (link(DOCUMENTS, Words::ToCabinets.to(lang))) }
        };
        html! { (Alert::info(lang, Words::Nowhere.to(lang)).body(advice)) }
    } else {
        render(visit, &form, view, &places, files)
    };
    Ok(typed.page(page.render(html! {
        @if let Some(above) = above { (above) }
        (fields)
    })))
}

fn render(
    visit: &Visit,
    form: &ui::Form,
    view: Option<&DocumentView>,
    rows: &[FolderRow],
    files: &Files,
) -> Markup {
    let lang = visit.lang;
    let content = view.and_then(|view| view.content.as_ref());
    let title = content.map_or("", |content| &*content.title);
    let notes = content.map_or("", |content| &*content.notes);
    let tags = content
        .map(|content| content.tags.join("、"))
        .unwrap_or_default();
    let back = view.map_or_else(|| DOCUMENTS.to_owned(), |view| document_page(view.id));
    let kind = content.and_then(|content| content.registration);
    let draft = view.is_none_or(|view| view.state == State::Draft);
    form.clone().multipart().render(html! {
        @if let Some(view) = view {
            (form.revision(view.revision))
            (form.hidden("folder", &view.folder.id.to_string()))
        } @else {
            (form.select("folder", Text::Folder.to(lang)).required().options(places(rows, None))
                .value(visit.query("folder").unwrap_or_default()))
        }
        (form.text("title", Text::Title.to(lang)).required().max_chars(200).value(title))
        (files.fields(visit, form))
        (form.textarea("notes", Words::Notes.to(lang)).rows(5).max_chars(4_000)
            .help(Words::NotesHelp.to(lang)).value(notes))
        (classed::category(visit, form, content.map(|content| content.category)))
        (registration::field(visit, form, kind, true))
        (form.text("tags", Words::Tags.to(lang)).help(Words::TagsHelp.to(lang)).value(tags))
        (kept(visit, form, content, draft))
        (dates(visit, form, content))
        @if form.has_errors() {
            (form.checkbox("all_the_same", Words::AllTheSame.to(lang)).help(Words::AllTheSameHelp.to(lang)))
        }
        (buttons(html! {
            @if draft {
                (Button::submit(Words::Register.to(lang)).primary().field(REGISTER, "1"))
                (Button::submit(Common::SaveDraft.to(lang)))
            } @else {
                (Button::submit(Common::Save.to(lang)).primary())
            }
            (Button::link(back, Common::Cancel.to(lang)).tertiary())
        }))
    })
}

fn kept(visit: &Visit, form: &ui::Form, content: Option<&Content>, draft: bool) -> Markup {
    let lang = visit.lang;
    let year = content.map(|content| content.fiscal_year);
    let class = content.map_or(Retention::Years5, |content| content.retention);
    html! {
        @match year {
            Some(year) if !draft => { (form.hidden("fiscal_year", &year.to_string())) }
            _ => { (classed::year(visit, form, year)) }
        }
        (classed::retention(lang, form, class))
        @if form.uses(|name| (name == "reason").then_some("")) {
            @let now = retention(lang, class).into_owned();
            (form.textarea("reason", Words::Reason.to(lang)).required().rows(3).max_chars(LONGEST_REASON)
                .help(Words::ReasonHelp { now }.to(lang)))
        }
    }
}

fn dates(visit: &Visit, form: &ui::Form, content: Option<&Content>) -> Markup {
    let lang = visit.lang;
    let written = |day: Option<Date>| day.map(|day| day.to_string());
    let day = |of: fn(&Content) -> Option<Date>| written(content.and_then(of));
    html! {
        fieldset.group {
            legend { (Words::Dates.to(lang)) }
            (form.date("valid_from", Words::ValidFrom.to(lang)).values(day(|content| content.valid_from)))
            (form.date("valid_until", Words::ValidUntil.to(lang)).values(day(|content| content.valid_until)))
            (form.date("review_on", Words::ReviewOn.to(lang)).help(Words::ReviewHelp.to(lang))
                .values(day(|content| content.review_on)))
        }
    }
}

/// The document that was entered.
fn read(
    visit: &Visit,
    fields: &Fields,
    files: &Files,
    view: Option<&DocumentView>,
) -> Result<DocumentForm, Invalid> {
    let mut read = fields.reader();
    let folder = match view {
        Some(view) => Some(view.folder.id),
        None => read.needed("folder", Reader::one),
    };
    let category = read.with("category", Category::from_code);
    let registration = registration::read(visit, &mut read);
    let year = read.needed("fiscal_year", Reader::one);
    let retention = read.needed("retention", |read, name| {
        read.with(name, Retention::from_code)
    });
    let (valid_from, valid_until) = (read.day("valid_from"), read.day("valid_until"));
    let review_on = read.day("review_on");
    let ((folder, fiscal_year), retention) = read.finish_with(folder.zip(year).zip(retention))?;
    let tags = fields.text("tags");
    let tags = tags.split(|c: char| c.is_whitespace() || matches!(c, '、' | ',' | '\u{ff0c}'));
    Ok(DocumentForm {
        folder,
        title: fields.text("title"),
        notes: fields.text("notes"),
        category,
        registration,
        tags: tags.take(10 * MOST_TAGS).map(str::to_owned).collect(),
        fiscal_year,
        valid_from,
        valid_until,
        review_on,
        retention,
        files: files.ids(),
        all_the_same: fields.has("all_the_same"),
        reason: fields.text("reason"),
    })
}
