//! Accounts from a file, and all of them into one.

use maud::{Markup, html};
use poem::{Response, handler};
use yakusho_accounts::account::{self, ImportColumn, ImportFault, ImportPlan, Imported};
use yakusho_kernel::{Invalid, Reason};
use yakusho_webkit::page::Page;
use yakusho_webkit::text;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{
    Alert, Asked, Button, Cell, Column, Icon, Table, Takes, buttons, section,
};
use yakusho_webkit::{Answer, Problem, Typed, Upload, Visit};

use super::texts::Text;
use super::{IMPORT, PAGE, TEMPLATE};
use crate::csv::LARGEST;
use crate::{admin, csv};
use yakusho_webkit::kept_file::{self, KeptFile};

/// What was found in a file.
enum Found {
    Plan(ImportPlan),
    Refused(Vec<ImportFault>),
}

/// `GET /admin/accounts/import`
#[handler]
pub(super) async fn ask(visit: Visit) -> Answer<Response> {
    page(&visit, None, None, &visit.typed()).await
}

/// `POST /admin/accounts/import`: tries the file out, or opens its accounts.
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
        let plan = account::try_import(&visit.cx, &content).await?;
        return page(&visit, Some(&kept), Some(&Found::Plan(plan)), &so_far).await;
    }
    match account::import(&visit.cx, &content).await? {
        Imported::Done(opened) => {
            let n = opened.into_inner().len();
            let said = Text::Imported { n }.to(visit.lang);
            Ok(visit.see_other(PAGE).saying(said).into())
        }
        Imported::Refused(faults) => {
            page(&visit, Some(&kept), Some(&Found::Refused(faults)), &so_far).await
        }
    }
}

/// `GET /admin/accounts/template.csv`
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
    let content = account::import_template();
    visit.file("accounts-template.csv", csv::KIND, content)
}

/// `GET /admin/accounts/export.csv`
#[handler]
pub(super) async fn export(visit: Visit) -> Answer<Response> {
    everything(&visit).await
}

/// All accounts as a file.
pub(super) async fn everything(visit: &Visit) -> Answer<Response> {
    let file = account::export(&visit.cx).await?.into_inner();
    let name = format!("accounts-{}.csv", visit.cx.today());
    Ok(visit.file(&name, csv::KIND, file))
}

async fn page(
    visit: &Visit,
    kept: Option<&KeptFile>,
    found: Option<&Found>,
    typed: &Typed<'_>,
) -> Answer<Response> {
    let lang = visit.lang;
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::ImportTitle.to(lang))
        .crumb(admin::PAGE, admin::title(lang))
        .crumb(PAGE, Text::Accounts.to(lang));
    let (faults, ready): (&[ImportFault], usize) = match found {
        Some(Found::Plan(plan)) => (&plan.faults, plan.accounts),
        Some(Found::Refused(faults)) => (faults, 0),
        None => (&[], 0),
    };
    let fits = found.is_some() && faults.is_empty() && ready > 0;
    let form = typed.form(visit, IMPORT).multipart();
    let again = kept.filter(|_| fits);
    let file = form
        .files(kept_file::FIELD, Text::File.to(lang), text::size(LARGEST))
        .one()
        .accept(".csv,.txt,text/csv");
    let file = if fits { file } else { file.required() };
    Ok(typed.page(page.render(html! {
        p { (Text::ImportIntro.to(lang)) }
        @if !faults.is_empty() { (table(visit, faults)) }
        @if fits { (Alert::success(lang, Text::WouldOpen { n: ready }.to(lang))) }
        (Button::link(TEMPLATE, Text::ImportTemplate.to(lang)).icon(Icon::Download))
        (form.render(html! {
            @if let Some(kept) = again {
                (kept.fields(&form))
                (Alert::info(lang, Text::KeptFile { name: kept.name.clone() }.to(lang)))
            }
            (file)
            (buttons(html! {
                @if fits {
                    (Button::submit(Text::ImportNow { n: ready }.to(lang)).primary().field("import", "1"))
                    (Button::submit(Text::Try.to(lang)))
                } @else {
                    (Button::submit(Text::Try.to(lang)).primary().icon(Icon::Eye))
                }
                (Button::link(PAGE, Common::Cancel.to(lang)).tertiary())
            }))
        }))
    })))
}

fn table(visit: &Visit, faults: &[ImportFault]) -> Markup {
    let lang = visit.lang;
    let columns = [Text::FaultLine, Text::FaultColumn, Text::FaultWhat];
    let rows = faults.iter().map(|fault| -> [Cell; 3] {
        let column = fault.column.map(|column| column_words(visit, column));
        [
            fault.line.to_string().into(),
            column.unwrap_or_default().into(),
            what(visit, fault).into(),
        ]
    });
    let caption = Text::Faults { n: faults.len() }.to(lang);
    let table = Table::new(
        caption.clone(),
        columns.map(|text| Column::new(text.to(lang))),
    );
    section(
        Text::Result.to(lang),
        html! { (Alert::error(lang, caption)) (table.rows(rows)) },
    )
}

/// What is wrong, in words.
pub(super) fn what(visit: &Visit, fault: &ImportFault) -> String {
    let label = match fault.column {
        Some(column) => column_words(visit, column),
        None => Text::File.to(visit.lang).into_owned(),
    };
    let takes = match fault.column {
        Some(ImportColumn::EndsOn) => Takes::Day,
        _ => Takes::Text,
    };
    let label = label.as_str();
    visit.words_of(&fault.reason, fault.basis.as_ref(), Asked { label, takes })
}

fn column_words(visit: &Visit, column: ImportColumn) -> String {
    match column {
        ImportColumn::Number => Text::StaffNumber,
        ImportColumn::Login => Text::Id,
        ImportColumn::EndsOn => Text::EndsOn,
        ImportColumn::Reason => Text::ReasonColumn,
    }
    .to(visit.lang)
    .into_owned()
}
