//! An account, and what can be done with it.

use maud::{Markup, html};
use poem::web::Path;
use poem::{Response, handler};
use yakusho_accounts::account::{self, Account, AccountId, AccountState};
use yakusho_accounts::directory::{self, PersonCard};
use yakusho_kernel::{PersonId, Subject as _};
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{
    Alert, Button, Disclosure, Form, Tag, Tone, buttons, day, definitions, link, moment, section,
};
use yakusho_webkit::{Answer, Lang, Typed, Visit};

use super::texts::{self, Text};
use super::{PAGE, page_of};
use crate::{admin, audit, people, terms};

/// `GET /admin/accounts/:id`
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<AccountId>) -> Answer<Response> {
    page(&visit, id, None, &visit.typed()).await
}

/// The page; `tried` is the act whose form is shown again with what was typed.
pub(super) async fn page(
    visit: &Visit,
    id: AccountId,
    tried: Option<&str>,
    typed: &Typed<'_>,
) -> Answer<Response> {
    let lang = visit.lang;
    let account = account::get(&visit.cx, id).await?;
    let approved_by = account.approval.as_ref().map(|approval| approval.by);
    let people: Vec<PersonId> = std::iter::once(account.person).chain(approved_by).collect();
    let people = directory::people(&visit.cx.reader(), visit.cx.today(), &people).await?;
    let card = people.get(&account.person);
    let approver = approved_by.and_then(|person| people.get(&person));
    let shell = visit.shell().await?;
    let page = Page::new(&shell, account.login.as_str())
        .crumb(admin::PAGE, admin::title(lang))
        .crumb(PAGE, Text::Accounts.to(lang))
        .tags(html! {
            (texts::state(lang, account.state))
            @if account.shared { " " (Tag::new(Tone::Warning, Text::SharedAccount.to(lang))) }
        });
    Ok(typed.page(page.render(html! {
        @if account.state == AccountState::Suspended {
            (Alert::warning(lang, Text::SuspendedNotice.to(lang)))
        }
        (definitions(facts(lang, &account, card, approver)))
        (acts(visit, &account, tried, typed))
        p { (link(audit::search_for_subject(&id.reference()), Text::InAudit.to(lang))) }
    })))
}

fn facts(
    lang: Lang,
    account: &Account,
    card: Option<&PersonCard>,
    approver: Option<&PersonCard>,
) -> Vec<(String, Markup)> {
    let mut facts = Vec::new();
    if let Some(card) = card {
        let person = html! {
            (link(people::person_page(card.id), &card.name)) " "
            span.meta { (card.unit_name) " " (card.post_title) " " (card.number) }
        };
        facts.push((Text::Person, person));
        facts.push((Text::Class, html! { (terms::class(lang, card.class)) }));
    }
    facts.push((
        Text::EndsOn,
        html! {
            @match account.ends_on {
                Some(last) => (day(lang, last)),
                None => (Text::NoEnd.to(lang)),
            }
        },
    ));
    if let Some(approval) = &account.approval {
        let who = approver.map(|card| card.name.clone()).unwrap_or_default();
        let reason = approval.reason.clone();
        facts.push((
            Text::Approval,
            html! {
                (Text::ApprovedBy { who, reason }.to(lang)) " "
                span.meta { (moment(lang, approval.at.local())) }
            },
        ));
    }
    if let Some(external) = &account.external_id {
        facts.push((Text::ExternalId, html! { (external) }));
    }
    facts.push((Text::OpenedAt, moment(lang, account.opened_at.local())));
    facts.push((
        Text::LastSignIn,
        html! {
            @match account.last_sign_in_at {
                Some(at) => (moment(lang, at.local())),
                None => (Text::Never.to(lang)),
            }
        },
    ));
    if let Some(closing) = &account.closing {
        facts.push((
            Text::ClosedAt,
            html! {
                (moment(lang, closing.at.local())) " " (texts::cause(lang, closing.cause))
                @if !closing.reason.is_empty() { div.meta { (closing.reason) } }
            },
        ));
    }
    facts
        .into_iter()
        .map(|(term, what)| (term.to(lang).into_owned(), what))
        .collect()
}

/// The acts, each closed until it is wanted.
fn acts(visit: &Visit, account: &Account, tried: Option<&str>, typed: &Typed<'_>) -> Markup {
    let lang = visit.lang;
    let nothing = Typed::nothing();
    let act = |act: &'static str, title: Text, body: &dyn Fn(&Form) -> Markup| {
        let typed = if tried == Some(act) { typed } else { &nothing };
        let form = typed
            .form(visit, format!("{}/{act}", page_of(account.id)))
            .prefix(act);
        let body = form.render(html! {
            (form.revision(account.revision))
            (body(&form))
        });
        Disclosure::new(title.to(lang), body).open(tried == Some(act))
    };
    if account.state == AccountState::Closed {
        let reopen = |form: &Form| {
            html! {
                p { (Text::ReopenHelp.to(lang)) }
                (terms_fields(visit, account, form))
                (buttons(Button::submit(Text::Reopen.to(lang)).primary()))
            }
        };
        return html! { (act("reopen", Text::Reopen, &reopen)) };
    }
    let password = |_: &Form| {
        html! {
            p { (Text::IssuePasswordHelp.to(lang)) }
            (buttons(Button::submit(Text::IssuePassword.to(lang)).primary()))
        }
    };
    let login = |form: &Form| {
        html! {
            (form.text("login", Text::NewId.to(lang)).required().value(account.login.as_str())
                .max_chars(account::Login::LONGEST).help(Text::IdHelp.to(lang)))
            (buttons(Button::submit(Text::ChangeLogin.to(lang)).primary()))
        }
    };
    let terms = |form: &Form| {
        html! {
            (terms_fields(visit, account, form))
            (buttons(Button::submit(Text::ChangeTerms.to(lang)).primary()))
        }
    };
    let close = |form: &Form| {
        html! {
            p { (Text::CloseHelp.to(lang)) }
            (form.textarea("reason", Text::Reason.to(lang)).required().rows(2))
            (buttons(Button::submit(Text::Close.to(lang)).danger()))
        }
    };
    let factor = |_: &Form| {
        html! {
            p { (Text::RemoveSecondFactorHelp.to(lang)) }
            (buttons(Button::submit(Text::RemoveSecondFactor.to(lang)).danger()))
        }
    };
    let sessions = |_: &Form| {
        html! {
            p { (Text::EndSessionsHelp.to(lang)) }
            (buttons(Button::submit(Text::EndSessions.to(lang)).danger()))
        }
    };
    let own = account.is_of(visit.cx.actor());
    section(
        Text::Acts.to(lang),
        html! {
            @if !own { (act("password", Text::IssuePassword, &password)) }
            (act("login", Text::ChangeLogin, &login))
            (act("terms", Text::ChangeTerms, &terms))
            (act("sessions", Text::EndSessions, &sessions))
            @if !own {
                (act("second-factor", Text::RemoveSecondFactor, &factor))
                (act("close", Text::Close, &close))
            }
        },
    )
}

fn terms_fields(visit: &Visit, account: &Account, form: &Form) -> Markup {
    let lang = visit.lang;
    let last = account
        .ends_on
        .map(|last| last.to_string())
        .unwrap_or_default();
    let reason = account
        .approval
        .as_ref()
        .map(|approval| approval.reason.as_str());
    html! {
        (form.date("ends_on", Text::EndsOn.to(lang)).value(last).help(Text::EndsOnHelp.to(lang)))
        (form.textarea("reason", Text::ApprovalReason.to(lang)).rows(2)
            .value(reason.unwrap_or_default()).help(Text::ApprovalReasonHelp.to(lang)))
    }
}
