//! Equipment from a file, and all that one sees into one.

use maud::{Markup, html};
use poem::{Response, handler};
use yakusho_compliance::asset::{self, ImportFault, ImportPlan, Imported};
use yakusho_kernel::{Invalid, Reason};
use yakusho_webkit::csv::{KIND, LARGEST};
use yakusho_webkit::kept_file::{self, KeptFile};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::{self, Common};
use yakusho_webkit::ui::{
    Alert, Asked, Button, Cell, Column, Icon, Table, Takes, buttons, section,
};
use yakusho_webkit::{Answer, Problem, Typed, Upload, Visit};

use super::ASSETS;
use super::texts::{self, Text};

const IMPORT: &str = "/inventory/equipment/import";

/// `GET /inventory/equipment/import`
#[handler]
pub(super) async fn ask(visit: Visit) -> Answer<Response> {
    page(&visit, None, None, &Typed::nothing()).await
}

/// `POST /inventory/equipment/import`: tries the file out, or takes it in.
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
    let so_far = Typed::so_far(&fields);
    if !fields.has("import") {
        let plan = asset::try_import(&visit.cx, &content).await?;
        return page(&visit, Some(&kept), Some(&plan), &so_far).await;
    }
    match asset::import(&visit.cx, &content).await? {
        Imported::Done(done) => {
            let (added, changed) = done.into_inner();
            let said = Text::Imported { added, changed }.to(visit.lang);
            Ok(visit.see_other(ASSETS).saying(said).into())
        }
        Imported::Refused(faults) => {
            let plan = ImportPlan {
                faults,
                ..ImportPlan::default()
            };
            page(&visit, Some(&kept), Some(&plan), &so_far).await
        }
    }
}

/// `GET /inventory/equipment/template.csv`
#[handler]
#[expect(
    clippy::needless_pass_by_value,
    reason = "handlers take what they are given"
)]
pub(super) fn template(visit: Visit) -> Response {
    visit.file("equipment-template.csv", KIND, asset::import_template())
}

/// `GET /inventory/equipment/export.csv`
#[handler]
pub(super) async fn export(visit: Visit) -> Answer<Response> {
    everything(&visit).await
}

/// What the reader sees of the register, as a file.
pub(super) async fn everything(visit: &Visit) -> Answer<Response> {
    let file = asset::export(&visit.cx).await?.into_inner();
    let name = format!("equipment-{}.csv", visit.cx.today());
    Ok(visit.file(&name, KIND, file))
}

async fn page(
    visit: &Visit,
    kept: Option<&KeptFile>,
    found: Option<&ImportPlan>,
    typed: &Typed<'_>,
) -> Answer<Response> {
    let lang = visit.lang;
    let faults: &[ImportFault] = found.map_or(&[], |plan| &plan.faults);
    let (added, changed) = found.map_or((0, 0), |plan| (plan.added, plan.changed));
    let clean = found.is_some() && faults.is_empty();
    let fits = clean && added + changed > 0;
    let form = typed.form(visit, IMPORT).multipart();
    let file = form
        .files(kept_file::FIELD, Text::File.to(lang), text::size(LARGEST))
        .one()
        .accept(".csv,.txt,text/csv");
    let file = if fits { file } else { file.required() };
    let shell = visit.shell().await?;
    let page =
        Page::new(&shell, Text::ImportTitle.to(lang)).crumb(ASSETS, Text::Equipment.to(lang));
    Ok(typed.page(page.render(html! {
        p { (Text::ImportIntro.to(lang)) }
        @if !faults.is_empty() { (table(visit, faults)) }
        @if fits { (Alert::success(lang, Text::Would { added, changed }.to(lang))) }
        @if clean && !fits { (Alert::info(lang, Text::NothingToDo.to(lang))) }
        (Button::link(format!("{ASSETS}/template.csv"), Text::ImportTemplate.to(lang)).icon(Icon::Download))
        (form.render(html! {
            @if let Some(kept) = kept.filter(|_| fits) {
                (kept.fields(&form))
                (Alert::info(lang, Text::KeptFile { name: kept.name.clone() }.to(lang)))
            }
            (file)
            (buttons(html! {
                @if fits {
                    (Button::submit(Text::ImportNow.to(lang)).primary().field("import", "1"))
                    (Button::submit(Text::Try.to(lang)))
                } @else {
                    (Button::submit(Text::Try.to(lang)).primary().icon(Icon::Eye))
                }
                (Button::link(ASSETS, Common::Cancel.to(lang)).tertiary())
            }))
        }))
    })))
}

fn table(visit: &Visit, faults: &[ImportFault]) -> Markup {
    let lang = visit.lang;
    let columns = [Text::FaultLine, Text::FaultColumn, Text::FaultWhat];
    let rows = faults.iter().map(|fault| -> [Cell; 3] {
        let column = fault.column.map(|column| texts::column(column).to(lang));
        [
            fault.line.to_string().into(),
            column.unwrap_or_default().into_owned().into(),
            what(visit, fault).into(),
        ]
    });
    let caption = Text::Faults { n: faults.len() }.to(lang);
    let columns = columns.map(|text| Column::new(text.to(lang)));
    let table = Table::new(caption.clone(), columns).rows(rows);
    section(
        Text::Result.to(lang),
        html! { (Alert::error(lang, caption)) (table) },
    )
}

/// What is wrong, in words.
pub(super) fn what(visit: &Visit, fault: &ImportFault) -> String {
    let label = fault.column.map_or(Text::File, texts::column);
    let label = label.to(visit.lang);
    let takes = Takes::Text;
    visit.words_of(
        &fault.reason,
        None,
        Asked {
            label: &label,
            takes,
        },
    )
}
