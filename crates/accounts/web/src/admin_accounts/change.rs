//! Changing an account: each act ends on its page again.

use maud::{Markup, html};
use poem::web::{Html, Path};
use poem::{IntoResponse as _, Response, handler};
use yakusho_accounts::account::{self, Account, AccountId, Terms};
use yakusho_accounts::directory;
use yakusho_accounts::password::{self, Issued};
use yakusho_accounts::{second_factor, session};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Alert, Button, buttons, definitions, moment};
use yakusho_webkit::{Answer, Fields, Problem, Visit};

use super::texts::Text;
use super::{PAGE, page_of, show};
use crate::admin;

/// `POST /admin/accounts/:id/login`
#[handler]
pub(super) async fn set_login(
    visit: Visit,
    Path(id): Path<AccountId>,
    fields: Fields,
) -> Answer<Response> {
    let work = async |revision| {
        account::set_login(&visit.cx, id, &fields.code("login"), revision)
            .await?
            .into_inner();
        Ok(Text::LoginChanged)
    };
    done(&visit, id, "login", &fields, work).await
}

/// `POST /admin/accounts/:id/terms`
#[handler]
pub(super) async fn set_terms(
    visit: Visit,
    Path(id): Path<AccountId>,
    fields: Fields,
) -> Answer<Response> {
    let work = async |revision| {
        account::set_terms(&visit.cx, id, terms_of(&fields)?, revision)
            .await?
            .into_inner();
        Ok(Text::TermsChanged)
    };
    done(&visit, id, "terms", &fields, work).await
}

/// `POST /admin/accounts/:id/close`
#[handler]
pub(super) async fn close(
    visit: Visit,
    Path(id): Path<AccountId>,
    fields: Fields,
) -> Answer<Response> {
    let work = async |revision| {
        account::close(&visit.cx, id, &fields.text("reason"), revision)
            .await?
            .into_inner();
        Ok(Text::ClosedNow)
    };
    done(&visit, id, "close", &fields, work).await
}

/// `POST /admin/accounts/:id/reopen`
#[handler]
pub(super) async fn reopen(
    visit: Visit,
    Path(id): Path<AccountId>,
    fields: Fields,
) -> Answer<Response> {
    let work = async |revision| {
        account::reopen(&visit.cx, id, terms_of(&fields)?, revision)
            .await?
            .into_inner();
        Ok(Text::ReopenedNow)
    };
    done(&visit, id, "reopen", &fields, work).await
}

/// `POST /admin/accounts/:id/second-factor`
#[handler]
pub(super) async fn remove_second_factor(
    visit: Visit,
    Path(id): Path<AccountId>,
    fields: Fields,
) -> Answer<Response> {
    let work = async |_| {
        second_factor::remove_for(&visit.cx, id).await?.into_inner();
        Ok(Text::SecondFactorRemoved)
    };
    done(&visit, id, "second-factor", &fields, work).await
}

/// `POST /admin/accounts/:id/sessions`
#[handler]
pub(super) async fn end_sessions(
    visit: Visit,
    Path(id): Path<AccountId>,
    fields: Fields,
) -> Answer<Response> {
    let work = async |_| {
        let n = session::end_all_of(&visit.cx, id).await?.into_inner();
        Ok(Text::SessionsEnded { n })
    };
    done(&visit, id, "sessions", &fields, work).await
}

/// `POST /admin/accounts/:id/password`: the answer shows it, and nothing else ever does.
#[handler]
pub(super) async fn issue_password(
    visit: Visit,
    Path(id): Path<AccountId>,
    fields: Fields,
) -> Answer<Response> {
    match password::issue(&visit.cx, id).await {
        Ok(issued) => {
            let account = account::get(&visit.cx, id).await?;
            let page = one_time(&visit, &account, issued.into_inner()).await?;
            Ok(Html(page).into_response())
        }
        Err(error) => {
            let typed = Problem::from(error).again(&fields)?;
            show::page(&visit, id, Some("password"), &typed).await
        }
    }
}

fn terms_of(fields: &Fields) -> Result<Terms, Problem> {
    let mut read = fields.reader();
    let ends_on = read.day("ends_on");
    read.finish()?;
    Ok(Terms {
        ends_on,
        reason: fields.text("reason"),
    })
}

/// Does something to the account as it was seen, by its revision, and shows its page again: by a redirect that says what
/// was done, or with the form and what is wrong.
async fn done(
    visit: &Visit,
    id: AccountId,
    act: &str,
    fields: &Fields,
    work: impl AsyncFnOnce(i32) -> Result<Text, Problem>,
) -> Answer<Response> {
    let done = match fields.reader().given("revision") {
        Ok(revision) => work(revision).await,
        Err(invalid) => Err(invalid.into()),
    };
    match done {
        Ok(said) => {
            let said = said.to(visit.lang);
            Ok(visit.see_other(page_of(id)).saying(said).into())
        }
        Err(problem) => show::page(visit, id, Some(act), &problem.again(fields)?).await,
    }
}

/// The slip that is handed to the owner.
async fn one_time(visit: &Visit, account: &Account, issued: Issued) -> Result<Markup, Problem> {
    let lang = visit.lang;
    let (login, page_of) = (account.login.as_str(), page_of(account.id));
    let (reader, today) = (visit.cx.reader(), visit.cx.today());
    let owner = directory::people(&reader, today, &[account.person]).await?;
    // The slip is handed to its owner: their name is on it, and what the administrator is told is not.
    let owner = owner.get(&account.person).map(|card| {
        let place = format!("{} {}", card.unit_name, card.post_title);
        let name = html! { (card.name) " " span.meta { (place) } };
        (Text::Person.to(lang), name)
    });
    let shell = visit.shell().await?;
    let password = issued.password.reveal().to_owned();
    let page = Page::new(&shell, Text::OneTimePassword.to(lang))
        .crumb(admin::PAGE, admin::title(lang))
        .crumb(PAGE, Text::Accounts.to(lang))
        .crumb(page_of.as_str(), login);
    let facts = [
        (Text::Id.to(lang), html! { code.large { (login) } }),
        (
            Text::OneTimePassword.to(lang),
            html! { code.large { (password) } },
        ),
        (
            Text::UsableUntil.to(lang),
            moment(lang, issued.expires_at.local()),
        ),
    ];
    Ok(page.render(html! {
        div.screen-only { (Alert::warning(lang, Text::OneTimeIntro.to(lang))) }
        (definitions(owner.into_iter().chain(facts)))
        p { (Text::OneTimeOnce.to(lang)) }
        (buttons(html! {
            (Button::print(Common::Print.to(lang)))
            (Button::link(page_of.as_str(), Text::BackToAccount.to(lang)))
        }))
    }))
}
