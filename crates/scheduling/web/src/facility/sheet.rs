//! Facilities from a file, and all of them into one.

use maud::{Markup, html};
use poem::{Response, handler};
use yakusho_kernel::{Fault, Invalid, Reason};
use yakusho_scheduling::facility::{self, ImportPlan};
use yakusho_webkit::csv::{KIND, LARGEST};
use yakusho_webkit::kept_file::{self, KeptFile};
use yakusho_webkit::page::Page;
use yakusho_webkit::text;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Alert, Button, Cell, Column, Icon, Table, buttons, section};
use yakusho_webkit::{Answer, Problem, Typed, Upload, Visit};

use super::texts::Text as Facility;
use super::{FACILITIES, keeps_all};
use crate::json::{label, wrong};

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
        File: "CSVファイル" / "CSV file";
        KeptFile { name: String }: "確かめたファイル:{name}" / "The file that was tried out: {name}";
        Try: "内容を確かめる" / "Try it out";
        Fits { added: usize, changed: usize }: "誤りはありません。取り込むと、{added}件を新しく登録し、{changed}件を変更します。" / "Nothing is wrong. It would add {added} and change {changed}.";
        Import { n: usize }: "{n}件を取り込む" / "Take {n}";
        Imported { n: usize }: "{n}件を取り込みました。" / "{n} facilities were taken.";
        Result: "確かめた結果" / "Result";
        Faults { n: usize }: "{n}か所に誤りがあります。直したファイルを選び直してください。" / "{n} thing is wrong. Mend the file and choose it again." | "{n} things are wrong. Mend the file and choose it again." by n;
        Line: "行" / "Line";
        WholeFile: "ファイル全体" / "The whole file";
        Column: "列" / "Column";
        What: "誤りの内容" / "What is wrong";
    }
}

/// `GET /facilities/csv`
#[handler]
pub(super) async fn ask(visit: Visit) -> Answer<Response> {
    if !keeps_all(&visit) {
        return Err(Fault::NotFound.into());
    }
    page(&visit, None, None, &visit.typed()).await
}

/// `POST /facilities/csv`: tries the file out, or takes it.
#[handler]
pub(super) async fn submit(visit: Visit, upload: Upload) -> Answer<Response> {
    let (fields, files) = upload.receive(&visit, LARGEST).await?;
    let Some(kept) = KeptFile::of(&fields, files) else {
        let problem = Problem::from(Invalid::field(kept_file::FIELD, Reason::Required));
        return page(&visit, None, None, &problem.again(&fields)?).await;
    };
    let content = match kept.content(&visit, LARGEST).await {
        Ok(content) => content,
        Err(problem) => return page(&visit, None, None, &problem.again(&fields)?).await,
    };
    let plan = facility::try_import(&visit.cx, &content).await?;
    // What has become wrong since it was tried out is shown again, line by line.
    if fields.has("import") && plan.faults.is_empty() {
        let n = *facility::import(&visit.cx, &content).await?;
        let said = Text::Imported { n }.to(visit.lang);
        return Ok(visit.see_other(FACILITIES).saying(said).into());
    }
    page(&visit, Some(&kept), Some(&plan), &Typed::so_far(&fields)).await
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
    kept: Option<&KeptFile>,
    plan: Option<&ImportPlan>,
    typed: &Typed<'_>,
) -> Answer<Response> {
    let lang = visit.lang;
    let shell = visit.shell().await?;
    let page =
        Page::new(&shell, Text::Title.to(lang)).crumb(FACILITIES, Facility::Facilities.to(lang));
    let form = typed.form(visit, PAGE).multipart();
    let fits = plan.filter(|plan| plan.faults.is_empty());
    let file = form
        .files(kept_file::FIELD, Text::File.to(lang), text::size(LARGEST))
        .one()
        .accept(".csv,.txt,text/csv");
    let file = if fits.is_some() {
        file
    } else {
        file.required()
    };
    Ok(typed.page(page.render(html! {
        p { (Text::Intro.to(lang)) }
        p { (Text::How.to(lang)) }
        @if let Some(plan) = plan { (result(visit, plan)) }
        (buttons(html! {
            (Button::link(format!("{PAGE}/template"), Text::Template.to(lang)).icon(Icon::Download))
            (Button::link(format!("{PAGE}/export"), Text::Export.to(lang)).icon(Icon::Download))
        }))
        (form.render(html! {
            @if let Some(kept) = kept.filter(|_| fits.is_some()) {
                (kept.fields(&form))
                (Alert::info(lang, Text::KeptFile { name: kept.name.clone() }.to(lang)))
            }
            (file)
            (buttons(html! {
                @if let Some(plan) = fits {
                    @let n = plan.added + plan.changed;
                    (Button::submit(Text::Import { n }.to(lang)).primary().field("import", "1"))
                    (Button::submit(Text::Try.to(lang)))
                } @else {
                    (Button::submit(Text::Try.to(lang)).primary().icon(Icon::Eye))
                }
                (Button::link(FACILITIES, Common::Cancel.to(lang)).tertiary())
            }))
        }))
    })))
}

/// What a file would do, or every fault of it.
fn result(visit: &Visit, plan: &ImportPlan) -> Markup {
    let lang = visit.lang;
    if plan.faults.is_empty() {
        let (added, changed) = (plan.added, plan.changed);
        return html! { (Alert::success(lang, Text::Fits { added, changed }.to(lang))) };
    }
    let columns = [Text::Line, Text::Column, Text::What];
    let rows = plan.faults.iter().map(|fault| -> [Cell; 3] {
        let line = match fault.line {
            0 => Text::WholeFile.to(lang).into_owned(),
            line => line.to_string(),
        };
        let column = fault.column.map_or("", |column| label(lang, column));
        [line.into(), column.into(), wrong(visit, fault).into()]
    });
    let caption = Text::Faults {
        n: plan.faults.len(),
    };
    let caption = caption.to(lang);
    let table = Table::new(
        caption.clone(),
        columns.map(|text| Column::new(text.to(lang))),
    );
    section(
        Text::Result.to(lang),
        html! { (Alert::error(lang, caption)) (table.rows(rows)) },
    )
}
