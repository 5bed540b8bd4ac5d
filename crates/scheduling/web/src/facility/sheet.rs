//! Facilities from a file, and all of them into one.

use maud::html;
use poem::{Response, handler};
use yakusho_kernel::Fault;
use yakusho_scheduling::facility::{self, Column};
use yakusho_webkit::csv::{KIND, LARGEST};
use yakusho_webkit::kept_file::KeptFile;
use yakusho_webkit::page::Page;
use yakusho_webkit::sheet::{self, TAKE, Tried};
use yakusho_webkit::ui::{Button, Icon, buttons};
use yakusho_webkit::{Answer, Typed, Upload, Visit};

use super::texts::Text as Facility;
use super::{FACILITIES, keeps_all};

/// The page.
pub(super) const PAGE: &str = "/facilities/csv";

yakusho_webkit::texts! {
    /// What the page says.
    enum Text {
        Title: "CSVで登録・変更" / "Import and export";
        Intro: "施設をまとめて登録・変更できます。まず内容を確かめ、誤りがなければ取り込みます。確かめるだけでは、何も変わりません。" / "Add and change many facilities at once. A file is tried out first, and nothing changes by that.";
        How: "管理番号が登録済みのものは変更し、ほかは新しく登録します。予約・閲覧できる人、管理・承認する職は、このファイルでは変わりません。" / "Those of a known code change, the others are added. Who may book and see, keep and approve them stays as it is.";
        Template: "記入用のファイル(見出しのみ)" / "File to fill in";
        Export: "登録済みの施設をすべて出力" / "All facilities as a file";
        Fits { added: usize, changed: usize }: "誤りはありません。取り込むと、{added}件を新しく登録し、{changed}件を変更します。" / "Nothing is wrong. It would add {added} and change {changed}.";
        Import { n: usize }: "{n}件を取り込む" / "Take {n}";
        Imported { n: usize }: "{n}件を取り込みました。" / "{n} facilities were taken.";
    }
}

/// `GET /facilities/csv`
#[handler]
pub(super) async fn ask(visit: Visit) -> Answer<Response> {
    if !keeps_all(&visit) {
        return Err(Fault::NotFound.into());
    }
    page(&visit, None, &visit.typed()).await
}

/// `POST /facilities/csv`: tries the file out, or takes it.
#[handler]
pub(super) async fn submit(visit: Visit, upload: Upload) -> Answer<Response> {
    let (fields, files) = upload.receive(&visit, LARGEST).await?;
    let (file, content) = match KeptFile::read(&visit, &fields, files, LARGEST).await {
        Ok(read) => read,
        Err(problem) => return page(&visit, None, &problem.again(&fields)?).await,
    };
    let plan = facility::try_import(&visit.cx, &content).await?;
    // What has become wrong since it was tried out is shown again, line by line.
    if fields.has(TAKE) && plan.faults.is_empty() {
        let n = *facility::import(&visit.cx, &content).await?;
        let said = Text::Imported { n }.to(visit.lang);
        return Ok(visit.see_other(FACILITIES).saying(said).into());
    }
    let changes = plan.added + plan.changed;
    let tried = Tried {
        file: &file,
        faults: &plan.faults,
        would: Text::Fits {
            added: plan.added,
            changed: plan.changed,
        }
        .to(visit.lang)
        .into_owned(),
        take: Some(Text::Import { n: changes }.to(visit.lang).into_owned()),
    };
    page(&visit, Some(&tried), &Typed::so_far(&fields)).await
}

/// `GET /facilities/csv/template`
#[handler]
#[expect(
    clippy::needless_pass_by_value,
    reason = "handlers take what they are given"
)]
pub(super) fn template(visit: Visit) -> Response {
    blank(&visit)
}

/// The file to fill in.
pub(super) fn blank(visit: &Visit) -> Response {
    visit.file("facilities-template.csv", KIND, facility::template())
}

/// `GET /facilities/csv/export`
#[handler]
pub(super) async fn export(visit: Visit) -> Answer<Response> {
    everything(&visit).await
}

/// All facilities as a file.
pub(super) async fn everything(visit: &Visit) -> Answer<Response> {
    let file = facility::export(&visit.cx).await?;
    let name = format!("facilities-{}.csv", visit.cx.today());
    Ok(visit.file(&name, KIND, file))
}

async fn page(
    visit: &Visit,
    tried: Option<&Tried<'_, Column>>,
    typed: &Typed<'_>,
) -> Answer<Response> {
    let lang = visit.lang;
    let shell = visit.shell().await?;
    let page =
        Page::new(&shell, Text::Title.to(lang)).crumb(FACILITIES, Facility::Facilities.to(lang));
    Ok(typed.page(page.render(html! {
        p { (Text::Intro.to(lang)) }
        p { (Text::How.to(lang)) }
        (buttons(html! {
            (Button::link(format!("{PAGE}/template"), Text::Template.to(lang)).icon(Icon::Download))
            (Button::link(format!("{PAGE}/export"), Text::Export.to(lang)).icon(Icon::Download))
        }))
        (sheet::form(visit, typed, PAGE, FACILITIES, tried))
    })))
}
