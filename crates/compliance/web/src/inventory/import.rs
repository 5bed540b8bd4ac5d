//! Equipment from a file, and all that one sees into one.

use maud::html;
use poem::{Response, handler};
use yakusho_compliance::asset::{self, ImportColumn};
use yakusho_kernel::Fault;
use yakusho_webkit::csv::{KIND, LARGEST};
use yakusho_webkit::kept_file::KeptFile;
use yakusho_webkit::page::Page;
use yakusho_webkit::sheet::{self, TAKE, Tried};
use yakusho_webkit::ui::{Button, Icon, buttons};
use yakusho_webkit::{Answer, Typed, Upload, Visit};

use super::ASSETS;
use super::texts::Text;

const IMPORT: &str = "/inventory/equipment/import";

/// `GET /inventory/equipment/import`
#[handler]
pub(super) async fn ask(visit: Visit) -> Answer<Response> {
    if asset::keeper_of(&visit.cx).is_some_and(|own| own.is_empty()) {
        return Err(Fault::NotFound.into());
    }
    page(&visit, None, &visit.typed()).await
}

/// `POST /inventory/equipment/import`: tries the file out, or takes it in.
#[handler]
pub(super) async fn submit(visit: Visit, upload: Upload) -> Answer<Response> {
    let (fields, files) = upload.receive(&visit, LARGEST).await?;
    let (file, content) = match KeptFile::read(&visit, &fields, files, LARGEST).await {
        Ok(read) => read,
        Err(problem) => return page(&visit, None, &problem.again(&fields)?).await,
    };
    let plan = asset::try_import(&visit.cx, &content).await?;
    // What has become wrong since it was tried out is shown again, line by line.
    if fields.has(TAKE) && plan.faults.is_empty() {
        let (added, changed) = *asset::import(&visit.cx, &content).await?;
        let said = Text::Imported { added, changed }.to(visit.lang);
        return Ok(visit.see_other(ASSETS).saying(said).into());
    }
    let (added, changed) = (plan.added, plan.changed);
    let tried = Tried {
        file: &file,
        faults: &plan.faults,
        would: Text::Would { added, changed }.to(visit.lang).into_owned(),
        take: Some(Text::ImportNow.to(visit.lang).into_owned()),
    };
    page(&visit, Some(&tried), &Typed::so_far(&fields)).await
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
    tried: Option<&Tried<'_, ImportColumn>>,
    typed: &Typed<'_>,
) -> Answer<Response> {
    let lang = visit.lang;
    let blank = format!("{ASSETS}/template.csv");
    let shell = visit.shell().await?;
    let page =
        Page::new(&shell, Text::ImportTitle.to(lang)).crumb(ASSETS, Text::Equipment.to(lang));
    Ok(typed.page(page.render(html! {
        p { (Text::ImportIntro.to(lang)) }
        (buttons(html! {
            (Button::link(blank, Text::ImportTemplate.to(lang)).icon(Icon::Download))
        }))
        (sheet::form(visit, typed, IMPORT, ASSETS, tried))
    })))
}
