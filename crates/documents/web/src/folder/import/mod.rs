//! Trees of files that come into a folder as an archive: looked at first, and then brought in, some files at a time.

mod told;

use maud::{Markup, html};
use poem::handler;
use poem::web::Path;
use yakusho_attachments as attachments;
use yakusho_audience::registration;
use yakusho_documents::cabinet::{self, FolderId, FolderView, Level};
use yakusho_documents::document::{Category, Retention};
use yakusho_documents::import::{self, Fate, ImportForm, Plan};
use yakusho_kernel::{Fault, Invalid};
use yakusho_webkit::kept_file::{FIELD, KeptFile};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::{self, Common};
use yakusho_webkit::ui::{Alert, Button, Form, Icon, bar, buttons};
use yakusho_webkit::{Answer, Fields, Problem, Reader, Typed, Upload, Visit};

use self::told::result;
use super::unpack::Archive;
use super::{crumbs, page_of};
use crate::document::classed;
use crate::folder_page;

yakusho_webkit::texts! {
    enum Words {
        Title: "まとめて取り込む(ZIP)" / "Bring in a ZIP";
        Intro: "フォルダーをまとめたZIPファイルを選んでください。中のフォルダーを作り、ファイルを1つずつ文書として取り込みます。最初に内容を確かめる画面を表示します。そこまでは何も変わりません。" / "Choose a ZIP of folders and files. Its folders are made, and each file becomes a document. You are shown first what would come in; nothing changes until then.";
        File: "ZIPファイル" / "ZIP file";
        Kept { name: String }: "「{name}」を読み取りました。別のファイルにするときだけ、選び直してください。" / "“{name}” was read. Choose a file again only to use another.";
        ForAll: "取り込む文書に共通の内容" / "What holds of every document";
        Look: "内容を確かめる" / "See what would come in";
        LookAgain: "もう一度内容を確かめる" / "See again what would come in";
        Bring { n: usize }: "{n}件を取り込む" / "Bring in {n} file" | "Bring in {n} files" by n;
        AllTheSame: "名前に個人情報と思われる記載があるファイルも取り込みます" / "Bring in files although their names look as if there were personal information in them";
        AllTheSameHelp: "判断したことと判断した人が記録に残ります。" / "That you decided so is kept on record.";
        UnderWay: "取り込んでいます" / "Files are coming in";
        SoFar { done: usize, all: usize }: "{all}件中{done}件を取り込みました" / "{done} of {all} have come in";
        WaitHelp: "このまましばらくお待ちください。画面が変わらないときは「続ける」を押してください。途中でやめても、取り込んだ文書は残り、同じZIPファイルで後から続けられます。" / "Please wait. If this page stays, press “Go on”. What has come in stays, and the same ZIP goes on later from there.";
        GoOn: "続ける" / "Go on";
        Stop: "やめる" / "Stop";
        Done { n: usize }: "{n}件を取り込みました。" / "{n} file has come in." | "{n} files have come in." by n;
        ButSome: "取り込めなかったファイルがあります。" / "Some files could not come in.";
        ToFolder: "フォルダーに戻る" / "To the folder";
    }
}

/// How many files come in by one request, and how many bytes of them but for the last.
const SLICE: usize = 40;
const SLICE_BYTES: u64 = 64 << 20;

/// The fields by which an import goes on: how many came in, and which could not.
const BROUGHT: &str = "brought";
const FAILED: &str = "failed";

/// An archive that was looked at.
struct Found {
    kept: KeptFile,
    archive: Archive,
    form: ImportForm,
    plan: Plan,
    /// How many files of it came in by the requests before.
    brought: usize,
    /// Which of its files could not.
    failed: Vec<usize>,
}

/// `GET /documents/folders/:id/import`
#[handler]
pub(super) async fn ask(visit: Visit, Path(id): Path<FolderId>) -> Answer {
    let view = writable(&visit, id).await?;
    page(&visit, &view, None, &Typed::nothing()).await
}

/// `POST /documents/folders/:id/import`: looks at an archive, or brings the next of its files in.
#[handler]
pub(super) async fn submit(visit: Visit, Path(id): Path<FolderId>, upload: Upload) -> Answer {
    let view = writable(&visit, id).await?;
    let limit = upload_limit(&visit);
    let (fields, files) = upload.receive(&visit, limit).await?;
    let found = async {
        let kept = KeptFile::needed(&visit, &fields, files)?;
        let form = read(&visit, id, &fields)?;
        look(&visit, kept, form, &fields).await
    };
    match found.await {
        Ok(found) if fields.has("bring") => bring_in(&visit, &view, found, &fields).await,
        Ok(found) => page(&visit, &view, Some(&found), &Typed::so_far(&fields)).await,
        Err(problem) => page(&visit, &view, None, &problem.again(&fields)?).await,
    }
}

/// The folder, if the one who acts may write in it.
async fn writable(visit: &Visit, id: FolderId) -> Result<FolderView, Fault> {
    let view = cabinet::show(&visit.cx, id).await?;
    if view.level < Level::Write {
        return Err(Fault::NotFound);
    }
    Ok(view)
}

fn upload_limit(visit: &Visit) -> u64 {
    let cx = &visit.cx;
    cx.city().values(cx.today()).upload_limit_bytes
}

/// What was said of every document.
fn read(visit: &Visit, folder: FolderId, fields: &Fields) -> Result<ImportForm, Invalid> {
    let mut read = fields.reader();
    let category = read.with("category", Category::from_code);
    let registration = registration::read(visit, &mut read);
    let year = read.needed("fiscal_year", Reader::one);
    let retention = read.needed("retention", |read, name| {
        read.with(name, Retention::from_code)
    });
    let (fiscal_year, retention) = read.finish_with(year.zip(retention))?;
    Ok(ImportForm {
        folder,
        category,
        registration,
        fiscal_year,
        retention,
        all_the_same: fields.has("all_the_same"),
    })
}

/// Looks at the archive.
async fn look(
    visit: &Visit,
    kept: KeptFile,
    form: ImportForm,
    fields: &Fields,
) -> Result<Found, Problem> {
    let archive = Archive::open(kept.open(visit).await?).await?;
    let mut plan = import::plan(&visit.cx, &form, archive.tree()).await?;
    let mut read = fields.reader();
    let failed: Vec<usize> = read.all(FAILED);
    for at in &failed {
        if let Some(file) = plan.files.get_mut(*at) {
            file.fate = Fate::Unreadable;
        }
    }
    Ok(Found {
        kept,
        archive,
        form,
        plan,
        brought: read.one(BROUGHT).unwrap_or_default(),
        failed,
    })
}

/// Brings the next files in; those that are left are for the next request.
async fn bring_in(visit: &Visit, view: &FolderView, mut found: Found, fields: &Fields) -> Answer {
    slice(visit, &mut found).await?;
    let left = found.plan.of(Fate::Comes).count();
    if left > 0 {
        return under_way(visit, view, &found, left, fields).await;
    }
    let said = Words::Done { n: found.brought };
    if found.failed.is_empty() {
        let to = visit.see_other(folder_page(view.folder.id));
        return Ok(to.saying(said.to(visit.lang)).into());
    }
    over(visit, view, &found).await
}

/// Brings in as many files as one request does. One that cannot be read, or of which no document can be made, is left, and
/// those after it come in.
async fn slice(visit: &Visit, found: &mut Found) -> Result<(), Fault> {
    // Each file is an act of its own, and begins where it is not there yet: to send the form again does no harm.
    let cx = visit.cx.beforehand();
    let coming = found.plan.files.iter().enumerate();
    let coming = coming.filter(|(_, file)| file.fate == Fate::Comes);
    let mut bytes = 0;
    let coming: Vec<(usize, String)> = coming
        .take(SLICE)
        .take_while(|(_, file)| {
            let fits = bytes < SLICE_BYTES;
            bytes += file.size;
            fits
        })
        .map(|(at, file)| (at, file.name().to_owned()))
        .collect();
    for (at, name) in coming {
        let content = found.archive.file(at);
        let brought = async {
            let file = attachments::upload(&cx, visit.site().blobs(), &name, content).await?;
            import::bring(&cx, &found.form, &mut found.plan, at, &file).await
        };
        match brought.await {
            Ok(Fate::Comes) => found.brought += 1,
            Ok(_) => {}
            Err(Fault::Invalid(_)) => {
                found.failed.push(at);
                if let Some(file) = found.plan.files.get_mut(at) {
                    file.fate = Fate::Unreadable;
                }
            }
            Err(fault) => return Err(fault),
        }
    }
    Ok(())
}

/// The page with the form, and with what an archive would bring.
async fn page(
    visit: &Visit,
    view: &FolderView,
    found: Option<&Found>,
    typed: &Typed<'_>,
) -> Answer {
    let (lang, id) = (visit.lang, view.folder.id);
    let form = typed.form(visit, page_of(id, "import")).multipart();
    let coming = found.map_or(0, |found| found.plan.of(Fate::Comes).count());
    let file = form
        .files(FIELD, Words::File.to(lang), text::size(upload_limit(visit)))
        .one()
        .accept(".zip,application/zip");
    let file = if found.is_some() {
        file
    } else {
        file.required()
    };
    let body = html! {
        p { (Words::Intro.to(lang)) }
        @if let Some(found) = found { (result(visit, &found.plan, true)) }
        (form.render(html! {
            @if let Some(found) = found {
                (found.kept.fields(visit, &form))
                (Alert::info(lang, Words::Kept { name: found.kept.name.clone() }.to(lang)))
            }
            (file)
            (for_all(visit, &form, found))
            (buttons(html! {
                @if coming > 0 {
                    (Button::submit(Words::Bring { n: coming }.to(lang)).primary().field("bring", "1"))
                    (Button::submit(Words::LookAgain.to(lang)))
                } @else {
                    (Button::submit(Words::Look.to(lang)).primary().icon(Icon::Eye))
                }
                (Button::link(folder_page(id), Common::Cancel.to(lang)).tertiary())
            }))
        }))
    };
    Ok(typed.page(framed(visit, view, Words::Title, body).await?))
}

/// What is said of every document.
fn for_all(visit: &Visit, form: &Form, found: Option<&Found>) -> Markup {
    let lang = visit.lang;
    let asks = found.is_some_and(|found| {
        found.form.all_the_same || found.plan.of(Fate::Personal).next().is_some()
    });
    html! {
        fieldset.group {
            legend { (Words::ForAll.to(lang)) }
            (classed::category(visit, form, None))
            (registration::field(visit, form, None, true))
            (classed::year(visit, form, None))
            (classed::retention(lang, form, Retention::Years5))
        }
        @if asks {
            (form.checkbox("all_the_same", Words::AllTheSame.to(lang)).help(Words::AllTheSameHelp.to(lang)))
        }
    }
}

/// The page while files are coming in, which goes on by itself.
async fn under_way(
    visit: &Visit,
    view: &FolderView,
    found: &Found,
    left: usize,
    fields: &Fields,
) -> Answer {
    let (lang, id) = (visit.lang, view.folder.id);
    let (done, all) = (found.brought, found.brought + left);
    let form = Typed::nothing()
        .form(visit, page_of(id, "import"))
        .multipart();
    let same = [
        "category",
        "registration",
        "fiscal_year",
        "retention",
        "all_the_same",
    ];
    let words = Words::SoFar { done, all };
    let body = form.render(html! {
        (bar(done as u64, all as u64, words.to(lang)))
        p { (Words::WaitHelp.to(lang)) }
        (found.kept.fields(visit, &form))
        @for name in same {
            @if let Some(value) = fields.first(name) { (form.hidden(name, value)) }
        }
        (form.hidden(BROUGHT, &done.to_string()))
        @for at in &found.failed { (form.hidden(FAILED, &at.to_string())) }
        div data-goes-on {
            (buttons(html! {
                (Button::submit(Words::GoOn.to(lang)).primary().field("bring", "1"))
                (Button::link(folder_page(id), Words::Stop.to(lang)).tertiary())
            }))
        }
    });
    Ok(Typed::nothing().page(framed(visit, view, Words::UnderWay, body).await?))
}

/// The page after an import of which not everything could come in.
async fn over(visit: &Visit, view: &FolderView, found: &Found) -> Answer {
    let (lang, id) = (visit.lang, view.folder.id);
    let body = html! {
        (Alert::success(lang, Words::Done { n: found.brought }.to(lang)))
        (Alert::warning(lang, Words::ButSome.to(lang)))
        (result(visit, &found.plan, false))
        (buttons(Button::link(folder_page(id), Words::ToFolder.to(lang)).primary()))
    };
    Ok(Typed::nothing().page(framed(visit, view, Words::Title, body).await?))
}

async fn framed(visit: &Visit, view: &FolderView, title: Words, body: Markup) -> Answer<Markup> {
    let shell = visit.shell().await?;
    let page = Page::new(&shell, title.to(visit.lang));
    Ok(crumbs(page, visit.lang, &view.path).render(body))
}
