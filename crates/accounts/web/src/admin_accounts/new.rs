//! Opening an account.

use maud::html;
use poem::{Response, handler};
use yakusho_accounts::account::{self, NewAccount, Shared, Sharing, SharingId};
use yakusho_regulation::Rule;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::{self, Common};
use yakusho_webkit::ui::{Button, Choice, buttons};
use yakusho_webkit::{Answer, Fields, PAGE_SIZE, Problem, Reader, SeeOther, Typed, Visit};

use super::texts::Text;
use super::{NEW, PAGE, page_of};
use crate::admin;
use crate::choose::{self, Offered};

/// `GET /admin/accounts/new`
#[handler]
pub(super) async fn ask(visit: Visit) -> Answer<Response> {
    form(&visit, &visit.typed()).await
}

/// `POST /admin/accounts/new`: looks for people, or opens.
#[handler]
pub(super) async fn submit(visit: Visit, fields: Fields) -> Answer<Response> {
    let visit = &visit;
    let form = |typed| async move { form(visit, &typed).await };
    Box::pin(choose::submitted(&fields, done(visit, &fields), form)).await
}

async fn done(visit: &Visit, fields: &Fields) -> Result<SeeOther, Problem> {
    let mut read = fields.reader();
    let person = read.needed("person", Reader::one);
    let ends_on = read.day("ends_on");
    let sharing: Option<SharingId> = read.one("sharing");
    let new = NewAccount {
        person: read.finish_with(person)?,
        login: fields.code("login"),
        ends_on,
        reason: fields.text("reason"),
        shared: sharing.map_or(Shared::No, |sharing| Shared::By(Some(sharing))),
    };
    let id = account::open(&visit.cx, new).await?.into_inner();
    Ok(visit
        .see_other(page_of(id))
        .saying(Text::Opened.to(visit.lang)))
}

async fn form(visit: &Visit, typed: &Typed<'_>) -> Answer<Response> {
    let (lang, today) = (visit.lang, visit.cx.today());
    let offered = match typed.fields() {
        Some(fields) => Offered::find(visit, fields, "person").await?,
        None => Offered::default(),
    };
    let shares = visit
        .cx
        .city()
        .in_force(Rule::NoSharedAccounts, today)
        .is_some();
    let permissions = if shares {
        account::sharings(&visit.cx, None, PAGE_SIZE).await?.items
    } else {
        Vec::new()
    };
    let permissions = permissions
        .iter()
        .filter(|permission| permission.holds_on(today));
    let options = permissions.map(|permission| permission_choice(visit, permission));
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::New.to(lang))
        .crumb(admin::PAGE, admin::title(lang))
        .crumb(PAGE, Text::Accounts.to(lang));
    let form = typed.form(visit, NEW);
    Ok(typed.page(page.render(html! {
        p { (Text::NewIntro.to(lang)) }
        (form.render(html! {
            (choose::person(&form, lang, "person", Text::Person.to(lang), &offered))
            (form.text("login", Text::Id.to(lang)).required().max_chars(account::Login::LONGEST)
                .help(Text::IdHelp.to(lang)))
            (form.date("ends_on", Text::EndsOn.to(lang)).min(today.to_string())
                .help(Text::EndsOnHelp.to(lang)))
            (form.textarea("reason", Text::ApprovalReason.to(lang)).rows(2)
                .help(Text::ApprovalReasonHelp.to(lang)))
            @if shares {
                (form.select("sharing", Text::SharedBy.to(lang)).options(options)
                    .help(Text::SharedByHelp.to(lang)))
            }
            (buttons(html! {
                (Button::submit(Text::OpenIt.to(lang)).primary())
                (Button::link(PAGE, Common::Cancel.to(lang)).tertiary())
            }))
        }))
    })))
}

fn permission_choice(visit: &Visit, permission: &Sharing) -> Choice {
    let until = text::day(visit.lang, permission.ends_on);
    Choice::new(
        permission.id.to_string(),
        format!("{} ({until})", permission.reason),
    )
}
