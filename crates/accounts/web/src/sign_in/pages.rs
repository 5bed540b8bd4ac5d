//! The pages of the way in.

use maud::{Markup, html};
use yakusho_accounts::session::Suspended;
use yakusho_accounts::usage::UsageRules;
use yakusho_regulation::City;
use yakusho_webkit::page::{Page, Shell, paths};
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{
    Alert, Button, Empty, Form, Icon, buttons, day, definitions, moment, prose,
};

use super::texts::Text;
use super::{CODE, NEXT, USAGE};
use crate::terms;

/// ID and password. `failure` says why the last attempt failed.
pub(super) fn sign_in(shell: &Shell, next: &str, id: &str, failure: Option<String>) -> Markup {
    let lang = shell.lang;
    let form = Form::post(lang, paths::SIGN_IN, "").errors(failure.map(|words| ("", words)));
    Page::new(shell, Common::SignIn.to(lang)).render(html! {
        (form.render(html! {
            (form.text("id", Text::Id.to(lang)).required().autocomplete("username").value(id)
                .help(Text::IdHelp.to(lang)))
            (form.password("password", Text::Password.to(lang)).required())
            (form.hidden(NEXT, next))
            (buttons(Button::submit(Common::SignIn.to(lang)).primary()))
        }))
        details {
            summary { (Icon::ChevronRight) (Text::Trouble.to(lang)) }
            p { (Text::TroubleWords.to(lang)) }
        }
    })
}

/// The code of an authenticator app, after a right password; `challenge` ties it to that.
pub(super) fn code(shell: &Shell, next: &str, challenge: &str, failure: Option<String>) -> Markup {
    let lang = shell.lang;
    let form = Form::post(lang, CODE, "").errors(failure.map(|words| ("code", words)));
    Page::new(shell, Text::CodeTitle.to(lang)).render(html! {
        (form.render(html! {
            (form.text("code", Text::Code.to(lang)).required().short().autocomplete("one-time-code")
                .help(Text::CodeHelp.to(lang)))
            (form.hidden(NEXT, next))
            (form.hidden("challenge", challenge))
            (buttons(html! {
                (Button::submit(Text::Continue.to(lang)).primary())
                (Button::link(paths::SIGN_IN, Common::Cancel.to(lang)).tertiary())
            }))
        }))
        details {
            summary { (Icon::ChevronRight) (Text::CodeTrouble.to(lang)) }
            p { (Text::CodeTroubleWords.to(lang)) }
        }
    })
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
