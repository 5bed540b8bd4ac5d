//! Changing one's own password, of one's own accord or because it must be done first.

use maud::{Markup, html};
use poem::{Response, handler};
use time::Date;
use yakusho_accounts::password::{self, Age, Change, PasswordText};
use yakusho_kernel::{Denied, Reason};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Alert, Button, buttons, day, definitions};
use yakusho_webkit::{Answer, Fields, Lang, Problem, SeeOther, Typed, Visit};

use super::{ACCOUNT, PASSWORD, SECURITY, Text};
use crate::authenticator::{self, CHANGE_PASSWORD};
use crate::sign_in::{self, NEXT};

/// Why: the password was issued, and works once.
const ONE_TIME: &str = "one_time_password";

/// `GET /account/password`
#[handler]
pub(super) async fn ask(visit: Visit) -> Answer<Response> {
    page(&visit, &visit.typed()).await
}

/// `POST /account/password`
#[handler]
pub(super) async fn change(visit: Visit, fields: Fields) -> Answer<Response> {
    match changed(&visit, &fields).await {
        Ok(done) => Ok(done.into()),
        Err(problem) => page(&visit, &problem.again(&fields)?).await,
    }
}

async fn changed(visit: &Visit, fields: &Fields) -> Result<SeeOther, Problem> {
    let mut read = fields.reader();
    if fields.text("new") != fields.text("repeat") {
        read.wrong("repeat", Reason::Code("passwords_differ"));
    }
    read.finish()?;
    let wanted = Change {
        current: PasswordText::new(fields.text("current")),
        new: PasswordText::new(fields.text("new")),
    };
    let session = authenticator::session(visit)?;
    let secret = password::change(&visit.cx, session, wanted)
        .await?
        .into_inner();
    let next = match owed(visit) {
        Some(_) => sign_in::next(fields),
        None => SECURITY,
    };
    Ok(visit
        .see_other(next)
        .begin_session(&secret.text())
        .saying(Text::PasswordChanged.to(visit.lang)))
}

/// Why the password must be changed before anything else, where it must.
fn owed(visit: &Visit) -> Option<&Denied> {
    let must = visit.signed_in()?.must.as_ref()?;
    (must.code == CHANGE_PASSWORD).then_some(&*must.denied)
}

async fn page(visit: &Visit, typed: &Typed<'_>) -> Answer<Response> {
    let lang = visit.lang;
    let age = password::age(&visit.cx).await?;
    let shell = visit.shell().await?;
    let min = visit.cx.city().values(visit.cx.today()).password_min_length;
    let form = typed.form(visit, PASSWORD);
    let issued = owed(visit).is_some_and(|denied| denied.why == ONE_TIME);
    let current = if issued {
        Text::CurrentOneTime
    } else {
        Text::CurrentPassword
    };
    let owed = owed(visit);
    let next = typed.fields().map_or(visit.next(), sign_in::next);
    let page = Page::new(&shell, Text::ChangePassword.to(lang));
    let page = match owed {
        Some(denied) => page.notice(reason(lang, denied)),
        None => page
            .crumb(ACCOUNT, Text::Account.to(lang))
            .crumb(SECURITY, Text::Security.to(lang)),
    };
    Ok(typed.page(page.render(html! {
        @if owed.is_none() { (age_of(lang, visit.cx.today(), &age)) }
        (form.render(html! {
            @if owed.is_some() { (form.hidden(NEXT, next)) }
            (form.password("current", current.to(lang)).required())
            (form.password("new", Text::NewPassword.to(lang)).required().new_password()
                .help(Text::NewPasswordHelp { min }.to(lang)))
            (form.password("repeat", Text::RepeatPassword.to(lang)).required().new_password())
            (buttons(html! {
                (Button::submit(Text::ChangePassword.to(lang)).primary())
                @if owed.is_none() { (Button::link(SECURITY, Common::Cancel.to(lang)).tertiary()) }
            }))
        }))
        p.meta { (Text::PasswordAlone.to(lang)) " " (Text::EndsElsewhere.to(lang)) }
    })))
}

/// Says why nothing else can be done first.
fn reason(lang: Lang, denied: &Denied) -> Alert {
    if denied.why == ONE_TIME {
        return Alert::info(lang, Text::FirstPassword.to(lang))
            .body(html! { p { (Text::FirstPasswordWords.to(lang)) } });
    }
    let article = denied.basis.text(lang);
    Alert::warning(lang, Text::OldPassword.to(lang))
        .body(html! { p { (Text::OldPasswordWords { article }.to(lang)) } })
}

/// How old the password is, by when it must be changed, and whether a change is suggested.
pub(super) fn age_of(lang: Lang, today: Date, age: &Age) -> Markup {
    let days = (today - age.set_on).whole_days();
    let set = html! {
        (day(lang, age.set_on)) " " span.meta { (Text::PasswordAge { days }.to(lang)) }
    };
    let mut facts = vec![(Text::PasswordSetOn.to(lang), set)];
    facts.extend(
        age.last_day
            .map(|last| (Text::PasswordDue.to(lang), day(lang, last))),
    );
    html! {
        (definitions(facts))
        @if age.change_suggested { (Alert::info(lang, Text::PasswordSuggested.to(lang))) }
    }
}
