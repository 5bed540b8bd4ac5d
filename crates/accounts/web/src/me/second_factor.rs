//! The second factor: codes from an app, and recovery codes for the day on which it is lost.
//!
//! The page that shows a secret is the answer to the act that made it: it is shown once, and no address leads to it.

use maud::{Markup, html};
use poem::web::Html;
use poem::{IntoResponse, Response, handler};
use yakusho_accounts::password::PasswordText;
use yakusho_accounts::second_factor::{self, Enrolled, Enrolment, RecoveryCode};
use yakusho_webkit::page::{Page, Shell};
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Alert, Button, Steps, buttons};
use yakusho_webkit::{Answer, Fields, Lang, Problem, Typed, Visit};

use super::qr::qr;
use super::{ACCOUNT, SECURITY, Text};

pub(super) const BEGIN: &str = "/account/second-factor/begin";
pub(super) const CONFIRM: &str = "/account/second-factor/confirm";
pub(super) const OFF: &str = "/account/second-factor/off";
pub(super) const RECOVERY: &str = "/account/second-factor/recovery";

/// What needs the present password first, so that nobody does it at a screen left alone.
#[derive(Clone, Copy)]
enum Step {
    SetUp,
    TurnOff,
    NewCodes,
}

impl Step {
    const fn action(self) -> &'static str {
        match self {
            Self::SetUp => BEGIN,
            Self::TurnOff => OFF,
            Self::NewCodes => RECOVERY,
        }
    }

    /// Title, words and button.
    const fn texts(self) -> [Text; 3] {
        match self {
            Self::SetUp => [Text::SetUpTitle, Text::AppWords, Text::SetUp],
            Self::TurnOff => [Text::TurnOffTitle, Text::TurnOffWords, Text::TurnOff],
            Self::NewCodes => [
                Text::NewRecoveryCodes,
                Text::NewRecoveryWords,
                Text::NewRecoveryCodes,
            ],
        }
    }
}

/// `GET /account/second-factor/begin`
#[handler]
pub(super) async fn ask_begin(visit: Visit) -> Answer<Response> {
    ask(&visit, Step::SetUp, &visit.typed()).await
}

/// `GET /account/second-factor/off`
#[handler]
pub(super) async fn ask_off(visit: Visit) -> Answer<Response> {
    ask(&visit, Step::TurnOff, &visit.typed()).await
}

/// `GET /account/second-factor/recovery`
#[handler]
pub(super) async fn ask_recovery(visit: Visit) -> Answer<Response> {
    ask(&visit, Step::NewCodes, &visit.typed()).await
}

/// `POST /account/second-factor/begin`: shows the secret to be put into the app.
#[handler]
pub(super) async fn begin(visit: Visit, fields: Fields) -> Answer<Response> {
    match second_factor::begin(&visit.cx, &password(&fields)).await {
        Ok(enrolment) => {
            let enrolment = enrolment.into_inner();
            code_page(&visit, Some(&enrolment), &Typed::nothing()).await
        }
        Err(error) => ask(&visit, Step::SetUp, &Problem::from(error).again(&fields)?).await,
    }
}

/// `POST /account/second-factor/confirm`: a code shows that the app has the secret.
#[handler]
pub(super) async fn confirm(visit: Visit, fields: Fields) -> Answer<Response> {
    match second_factor::confirm(&visit.cx, &fields.code("code")).await {
        Ok(enrolled) => confirmed(&visit, &enrolled.into_inner()).await,
        Err(error) => code_page(&visit, None, &Problem::from(error).again(&fields)?).await,
    }
}

/// With the first second factor, recovery codes are shown.
async fn confirmed(visit: &Visit, enrolled: &Enrolled) -> Answer<Response> {
    let lang = visit.lang;
    if enrolled.recovery_codes.is_empty() {
        let said = Text::AppOn.to(lang);
        return Ok(visit.see_other(SECURITY).saying(said).into());
    }
    codes_page(visit, &enrolled.recovery_codes, Some(steps(lang, 2))).await
}

/// `POST /account/second-factor/off`
#[handler]
pub(super) async fn off(visit: Visit, fields: Fields) -> Answer<Response> {
    match second_factor::remove(&visit.cx, &password(&fields)).await {
        Ok(_) => {
            let said = Text::TurnedOff.to(visit.lang);
            Ok(visit.see_other(SECURITY).saying(said).into())
        }
        Err(error) => ask(&visit, Step::TurnOff, &Problem::from(error).again(&fields)?).await,
    }
}

/// `POST /account/second-factor/recovery`
#[handler]
pub(super) async fn recovery(visit: Visit, fields: Fields) -> Answer<Response> {
    match second_factor::new_recovery_codes(&visit.cx, &password(&fields)).await {
        Ok(enrolled) => codes_page(&visit, &enrolled.into_inner().recovery_codes, None).await,
        Err(error) => {
            ask(
                &visit,
                Step::NewCodes,
                &Problem::from(error).again(&fields)?,
            )
            .await
        }
    }
}

fn password(fields: &Fields) -> PasswordText {
    PasswordText::new(fields.text("password"))
}

async fn ask(visit: &Visit, step: Step, typed: &Typed<'_>) -> Answer<Response> {
    let lang = visit.lang;
    let shell = visit.shell().await?;
    let [title, words, act] = step.texts().map(|text| text.to(lang));
    let form = typed.form(visit, step.action());
    let button = Button::submit(act);
    let button = match step {
        Step::SetUp => button.primary(),
        Step::TurnOff | Step::NewCodes => button.danger(),
    };
    Ok(typed.page(below_security(&shell, title).render(html! {
        p { (words) }
        (form.render(html! {
            (form.password("password", Text::CurrentPassword.to(lang)).required()
                .help(Text::PasswordProof.to(lang)))
            (buttons(html! {
                (button)
                (Button::link(SECURITY, Common::Cancel.to(lang)).tertiary())
            }))
        }))
    })))
}

/// Asks for a code; with the secret, where it was just made.
async fn code_page(visit: &Visit, made: Option<&Enrolment>, typed: &Typed<'_>) -> Answer<Response> {
    let lang = visit.lang;
    let shell = visit.shell().await?;
    let form = typed.form(visit, CONFIRM);
    let page = below_security(&shell, Text::SetUpTitle.to(lang));
    Ok(typed.page(page.render(html! {
        (steps(lang, usize::from(made.is_none())))
        @if let Some(enrolment) = made { (secret(lang, enrolment)) }
        (form.render(html! {
            (form.text("code", Text::Code.to(lang)).required().short()
                .autocomplete("one-time-code").help(Text::CodeHelp.to(lang)))
            (buttons(html! {
                (Button::submit(Text::TurnOn.to(lang)).primary())
                (Button::link(BEGIN, Text::StartAgain.to(lang)).tertiary())
            }))
        }))
    })))
}

fn secret(lang: Lang, enrolment: &Enrolment) -> Markup {
    let groups: Vec<char> = enrolment.secret.chars().collect();
    html! {
        p { (Text::ScanWords.to(lang)) }
        @if let Some(code) = qr(&Text::QrCode.to(lang), &enrolment.url) { p { (code) } }
        p { (Text::SecretWords.to(lang)) }
        p {
            code { @for group in groups.chunks(4) { @for letter in group { (letter) } " " } }
        }
        p {
            (Button::copy(&*enrolment.secret, Common::Copy.to(lang), Common::Copied.to(lang)).small())
        }
    }
}

/// Shows the recovery codes, to be written down or printed; with the `steps` of what they are the last of.
pub(super) async fn codes_page(
    visit: &Visit,
    codes: &[RecoveryCode],
    steps: Option<Steps>,
) -> Answer<Response> {
    let lang = visit.lang;
    let shell = visit.shell().await?;
    let title = if steps.is_some() {
        Text::RecoveryDone
    } else {
        Text::RecoveryCodes
    };
    let page = below_security(&shell, title.to(lang));
    Ok(Html(page.render(html! {
        @if let Some(steps) = steps { (steps) }
        (Alert::warning(lang, Text::RecoveryOnce.to(lang))
            .body(html! { p { (Text::RecoveryWords.to(lang)) } }))
        ul.codes {
            @for code in codes { li { code { (code.text().as_str()) } } }
        }
        (buttons(html! {
            (Button::link(SECURITY, Text::RecoveryKept.to(lang)).primary())
            (Button::print(Common::Print.to(lang)))
        }))
    }))
    .into_response())
}

fn steps(lang: Lang, current: usize) -> Steps {
    let names = [Text::StepScan, Text::StepCode, Text::StepRecovery];
    Steps::new(lang, names.map(|name| name.to(lang)), current)
}

pub(super) fn below_security(shell: &Shell, title: impl Into<String>) -> Page<'_> {
    let lang = shell.lang;
    Page::new(shell, title)
        .crumb(ACCOUNT, Text::Account.to(lang))
        .crumb(SECURITY, Text::Security.to(lang))
}
