//! Accounts from a file, and all of them into one.

use maud::html;
use poem::{Response, handler};
use time::Date;
use yakusho_accounts::account::{self, Exported, ImportColumn, ImportPlan};
use yakusho_sheet::Columns as _;
use yakusho_webkit::csv::{KIND, LARGEST};
use yakusho_webkit::kept_file::KeptFile;
use yakusho_webkit::page::Page;
use yakusho_webkit::sheet::{self, TAKE, Tried};
use yakusho_webkit::ui::{Button, Icon, buttons};
use yakusho_webkit::{Answer, Lang, Typed, Upload, Visit};

use super::texts::{Text, state_words};
use super::{IMPORT, PAGE, TEMPLATE};
use crate::{admin, terms};

/// `GET /admin/accounts/import`
#[handler]
pub(super) async fn ask(visit: Visit) -> Answer<Response> {
    page(&visit, None, &visit.typed()).await
}

/// `POST /admin/accounts/import`: tries the file out, or opens its accounts.
#[handler]
pub(super) async fn submit(visit: Visit, upload: Upload) -> Answer<Response> {
    let (fields, files) = upload.receive(&visit, LARGEST).await?;
    let (file, content) = match KeptFile::read(&visit, &fields, files, LARGEST).await {
        Ok(read) => read,
        Err(problem) => return page(&visit, None, &problem.again(&fields)?).await,
    };
    let plan = account::try_import(&visit.cx, &content).await?;
    // What has become wrong since it was tried out is shown again, line by line.
    if fields.has(TAKE) && plan.faults.is_empty() {
        let n = account::import(&visit.cx, &content).await?.len();
        let said = Text::Imported { n }.to(visit.lang);
        return Ok(visit.see_other(PAGE).saying(said).into());
    }
    let n = plan.accounts;
    let tried = Tried {
        file: &file,
        faults: &plan.faults,
        would: would(visit.lang, &plan),
        take: (n > 0).then(|| Text::ImportNow { n }.to(visit.lang).into_owned()),
    };
    page(&visit, Some(&tried), &Typed::so_far(&fields)).await
}

/// What a file would do, in words.
fn would(lang: Lang, plan: &ImportPlan) -> String {
    let open = match plan.accounts {
        0 => Text::NothingToOpen,
        n => Text::WouldOpen { n },
    };
    let open = open.to(lang).into_owned();
    match plan.there {
        0 => open,
        n => Text::AlreadyThere { open, n }.to(lang).into_owned(),
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
    let content = account::import_template(visit.lang);
    visit.file("accounts-template.csv", KIND, content)
}

/// `GET /admin/accounts/export.csv`
#[handler]
pub(super) async fn export(visit: Visit) -> Answer<Response> {
    everything(&visit).await
}

/// All accounts as a file.
pub(super) async fn everything(visit: &Visit) -> Answer<Response> {
    let lang = visit.lang;
    let accounts = account::export(&visit.cx).await?.into_inner();
    let heading = ImportColumn::ALL.iter();
    let heading = heading.map(|column| column.heading_in(lang));
    let rows = accounts.iter().map(|account| {
        let columns = ImportColumn::ALL.iter();
        columns.map(|column| cell(lang, account, *column))
    });
    let name = format!("accounts-{}.csv", visit.cx.today());
    Ok(visit.file(&name, KIND, yakusho_sheet::file(heading, rows)))
}

/// What the column says of an account, in words.
fn cell(lang: Lang, account: &Exported, column: ImportColumn) -> String {
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    match column {
        ImportColumn::Number => account.number.clone(),
        ImportColumn::Login => account.login.clone(),
        ImportColumn::EndsOn => day(account.ends_on),
        ImportColumn::Reason => account.reason.clone(),
        ImportColumn::Name => account.name.clone(),
        ImportColumn::Class => account
            .class
            .map(|class| terms::class(lang, class).into_owned())
            .unwrap_or_default(),
        ImportColumn::State => state_words(lang, account.state).into_owned(),
        ImportColumn::Shared if account.shared => Text::SharedAccount.to(lang).into_owned(),
        ImportColumn::Shared => String::new(),
        ImportColumn::OpenedOn => day(account.opened_on),
        ImportColumn::LastSignIn => day(account.last_sign_in),
        ImportColumn::ClosedOn => day(account.closed_on),
        ImportColumn::CloseReason => account.close_reason.clone(),
        ImportColumn::ExternalId => account.external_id.clone(),
    }
}

async fn page(
    visit: &Visit,
    tried: Option<&Tried<'_, ImportColumn>>,
    typed: &Typed<'_>,
) -> Answer<Response> {
    let lang = visit.lang;
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::ImportTitle.to(lang))
        .crumb(admin::PAGE, admin::title(lang))
        .crumb(PAGE, Text::Accounts.to(lang));
    Ok(typed.page(page.render(html! {
        p { (Text::ImportIntro.to(lang)) }
        (buttons(html! {
            (Button::link(TEMPLATE, Text::ImportTemplate.to(lang)).icon(Icon::Download))
        }))
        (sheet::form(visit, typed, IMPORT, PAGE, tried))
    })))
}
