//! The pages of the way in.

use maud::{Markup, html};
use yakusho_accounts::Secret;
use yakusho_accounts::provider::Provider;
use yakusho_accounts::second_factor::passkey::Question;
use yakusho_accounts::session::{Suspended, Ways};
use yakusho_accounts::usage::UsageRules;
use yakusho_regulation::City;
use yakusho_webkit::Lang;
use yakusho_webkit::page::{Page, Shell, paths};
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{
    Alert, Button, Empty, Form, Icon, Passkey, buttons, day, definitions, link, moment, prose,
    section,
};

use super::provider::PROVIDER;
use super::texts::Text;
use super::{CODE, NEXT, PASSKEY, USAGE};
use crate::terms;

/// ID and password, or the city's identity provider.
pub(super) struct SignInPage<'a> {
    /// Where to go on to.
    pub(super) next: &'a str,
    /// The ID that was typed.
    pub(super) id: &'a str,
    /// Why the last attempt by ID and password failed.
    pub(super) failure: Option<String>,
    /// Why the last attempt by the provider failed.
    pub(super) alert: Option<Alert>,
    pub(super) provider: Option<&'a Provider>,
}

impl<'a> SignInPage<'a> {
    /// Before anything was tried.
    pub(super) fn anew(next: &'a str, provider: Option<&'a Provider>) -> Self {
        Self {
            next,
            id: "",
            failure: None,
            alert: None,
            provider,
        }
    }

    pub(super) fn render(&self, shell: &Shell) -> Markup {
        let lang = shell.lang;
        let failure = self.failure.clone().map(|words| ("", words));
        let form = Form::post(lang, paths::SIGN_IN, "").errors(failure);
        Page::new(shell, Common::SignIn.to(lang)).render(html! {
            @if let Some(alert) = &self.alert { (alert) }
            (form.render(html! {
                (form.text("id", Text::Id.to(lang)).required().autocomplete("username")
                    .value(self.id).help(Text::IdHelp.to(lang)))
                (form.password("password", Text::Password.to(lang)).required())
                (form.hidden(NEXT, self.next))
                (buttons(Button::submit(Common::SignIn.to(lang)).primary()))
            }))
            @if let Some(provider) = self.provider {
                (section(Text::OtherSignIn.to(lang), self.by_provider(lang, provider)))
            }
            details {
                summary { (Icon::ChevronRight) (Text::Trouble.to(lang)) }
                p { (Text::TroubleWords.to(lang)) }
            }
        })
    }

    fn by_provider(&self, lang: Lang, provider: &Provider) -> Markup {
        let name = provider.terms().name(lang).to_owned();
        let mut query = form_urlencoded::Serializer::new(String::new());
        let query = query.append_pair(NEXT, self.next).finish();
        let label = Text::ByProvider { name }.to(lang);
        html! {
            p { (Text::ByProviderWords.to(lang)) }
            (buttons(Button::link(format!("{PROVIDER}?{query}"), label)))
        }
    }
}

/// What is asked for after a right password: a passkey, the code of an app, a recovery code.
pub(super) struct SecondStep<'a> {
    /// Where to go on to.
    pub(super) next: &'a str,
    /// What ties it to the password.
    pub(super) challenge: &'a Secret,
    pub(super) ways: &'a Ways,
    /// The one address at which passkeys can be used, where that is not this one.
    pub(super) elsewhere: Option<&'a str>,
    /// The field that was not right, and what is said of it.
    pub(super) failure: Option<(&'static str, String)>,
}

impl SecondStep<'_> {
    pub(super) fn page(&self, shell: &Shell) -> Markup {
        let lang = shell.lang;
        let title = match (&self.ways.passkey, self.ways.app) {
            (None, true) => Text::CodeTitle,
            _ => Text::SecondStepTitle,
        };
        let trouble = if self.ways.app {
            Text::CodeTroubleWords
        } else {
            Text::PasskeyTroubleWords
        };
        Page::new(shell, title.to(lang)).render(html! {
            @if let Some(question) = &self.ways.passkey {
                (self.by_passkey(lang, question))
                (section(Text::OtherWay.to(lang), self.by_code(lang)))
            } @else {
                (self.by_code(lang))
            }
            @if let Some(address) = self.elsewhere {
                (Alert::info(lang, Text::PasskeysAt.to(lang))
                    .body(html! { p { (link(address, address)) } }))
            }
            details {
                summary { (Icon::ChevronRight) (Text::CodeTrouble.to(lang)) }
                p { (trouble.to(lang)) }
            }
        })
    }

    fn by_passkey(&self, lang: Lang, question: &Question) -> Markup {
        let form = self.form(lang, PASSKEY, "answer").prefix("passkey");
        let button = Button::submit(Text::UsePasskey.to(lang)).primary();
        form.render(html! {
            (self.hidden(&form))
            (Passkey::sign(lang, &*question.0, button.icon(Icon::Key))
                .without(Text::NoPasskeyHere.to(lang))
                .failed(Text::PasskeyFailed.to(lang)))
        })
    }

    fn by_code(&self, lang: Lang) -> Markup {
        let form = self.form(lang, CODE, "code");
        let (label, help) = if self.ways.app {
            (Text::Code, Text::CodeHelp)
        } else {
            (Text::RecoveryCode, Text::RecoveryCodeHelp)
        };
        let button = Button::submit(Text::Continue.to(lang));
        let button = match self.ways.passkey {
            Some(_) => button,
            None => button.primary(),
        };
        form.render(html! {
            (form.text("code", label.to(lang)).required().short().autocomplete("one-time-code")
                .help(help.to(lang)))
            (self.hidden(&form))
            (buttons(html! {
                (button)
                (Button::link(paths::SIGN_IN, Common::Cancel.to(lang)).tertiary())
            }))
        })
    }

    fn form(&self, lang: Lang, action: &str, field: &str) -> Form {
        let failure = self.failure.clone().filter(|(at, _)| *at == field);
        Form::post(lang, action, "").errors(failure)
    }

    fn hidden(&self, form: &Form) -> Markup {
        html! {
            (form.hidden(NEXT, self.next))
            (form.hidden("challenge", &self.challenge.text()))
        }
    }
}

/// To the owner of a suspended ID who gave the right password: since when, under which article and item, and why.
pub(super) fn suspended(shell: &Shell, city: &City, told: &Suspended) -> Markup {
    let lang = shell.lang;
    let Suspended { denied, suspension } = told;
    let clause = suspension
        .clause
        .as_deref()
        .and_then(|clause| clause.parse().ok());
    let clause = clause.map(|clause| city.cite(denied.basis.rule(), &clause, lang));
    Page::new(shell, Text::Suspended.to(lang)).render(html! {
        (Alert::error(lang, Text::SuspendedWords.to(lang)))
        (definitions([
            (Text::SuspendedSince.to(lang), moment(lang, suspension.at.local())),
            (Text::Ground.to(lang), html! { (denied.basis.text(lang)) }),
            (
                Text::Breach.to(lang),
                html! {
                    (terms::breach(lang, suspension.breach))
                    @if let Some(clause) = &clause { br; span.meta { (clause) } }
                },
            ),
            (Text::Reason.to(lang), prose(&suspension.reason)),
        ]))
        p { (Text::SuspendedAdvice.to(lang)) }
        (buttons(Button::link(paths::SIGN_IN, Text::BackToSignIn.to(lang))))
    })
}

/// The usage rules in force; with the button to acknowledge them where that is owed.
pub(super) fn usage(shell: &Shell, rules: Option<&UsageRules>, owed: bool, next: &str) -> Markup {
    let lang = shell.lang;
    let page = Page::new(shell, Text::Usage.to(lang));
    let Some(rules) = rules else {
        return page.render(Empty::new(Icon::Document, Text::NoUsage.to(lang)));
    };
    let form = Form::post(lang, USAGE, &*shell.csrf);
    page.meta(html! {
        (Text::UsageVersion { number: rules.number }.to(lang)) " "
        (Text::UsageInForce.to(lang)) ": " (day(lang, rules.effective_on))
    })
    .render(html! {
        p { (Text::UsageIntro.to(lang)) @if owed { (Text::UsageOwed.to(lang)) } }
        div.card { (prose(rules.body(lang))) }
        @if owed {
            (form.render(html! {
                (form.hidden("rules", &rules.id.to_string()))
                (form.hidden(NEXT, next))
                (buttons(Button::submit(Text::Acknowledge.to(lang)).primary()))
            }))
        }
    })
}
