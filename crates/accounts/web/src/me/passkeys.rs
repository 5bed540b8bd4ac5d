//! Passkeys: adding one, and removing one.
//!
//! Whoever adds one gives name and password first; the page that answers has the question for the passkey, which is put
//! once, and no address leads to it.

use maud::{Markup, html};
use poem::web::Path;
use poem::{Response, handler};
use yakusho_accounts::password::PasswordText;
use yakusho_accounts::second_factor::passkey::{self, Added, Passkey as Row, PasskeyId};
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{
    Alert, Button, Cell, Column, Empty, Icon, Passkey, Steps, Table, buttons, link, short_day,
    short_moment,
};
use yakusho_webkit::{Answer, Fields, Lang, Problem, Typed, Visit};

use super::second_factor::{below_security, codes_page};
use super::{SECURITY, Text};
use crate::party::{Passkeys, needed_party};

pub(super) const NEW: &str = "/account/passkeys/new";
pub(super) const ADD: &str = "/account/passkeys/add";
pub(super) const REMOVE: &str = "/account/passkeys/:id/remove";

/// What the page about security says of passkeys.
pub(super) fn overview(visit: &Visit, passkeys: &[Row]) -> Result<Markup, Problem> {
    let lang = visit.lang;
    let passkeys_are = Passkeys::of(visit)?;
    Ok(html! {
        p { (Text::PasskeysWords.to(lang)) }
        @if !passkeys.is_empty() { (table(lang, passkeys)) }
        @match passkeys_are {
            Passkeys::Here(_) => (buttons(Button::link(NEW, Text::AddPasskey.to(lang)).icon(Icon::Key))),
            Passkeys::At(address) => (Alert::info(lang, Text::PasskeysAt.to(lang))
                .body(html! { p { (link(format!("{address}{SECURITY}"), address)) } })),
            Passkeys::Nowhere => (Alert::info(lang, Text::PasskeysNowhere.to(lang))),
        }
    })
}

fn table(lang: Lang, passkeys: &[Row]) -> Table<4> {
    let columns = [
        Column::new(Text::PasskeyName.to(lang)),
        Column::new(Text::AddedOn.to(lang)),
        Column::new(Text::UsedAt.to(lang)),
        Column::actions(Text::RemovePasskey.to(lang)),
    ];
    Table::new(Text::Passkeys.to(lang), columns)
        .rows(passkeys.iter().map(|passkey| line(lang, passkey)))
        .empty(Empty::new(Icon::Key, Text::NoPasskeys.to(lang)))
}

fn line(lang: Lang, passkey: &Row) -> [Cell; 4] {
    let used = html! {
        @match passkey.used_at {
            Some(at) => (short_moment(lang, at.local())),
            None => (Text::NeverUsed.to(lang)),
        }
    };
    let removal = Button::link(
        format!("/account/passkeys/{}/remove", passkey.id),
        Text::RemovePasskey.to(lang),
    );
    [
        (&*passkey.name).into(),
        short_day(lang, passkey.made_at.date()).into(),
        used.into(),
        html! { (removal.small().about(&*passkey.name)) }.into(),
    ]
}

/// `GET /account/passkeys/new`, and where the page that makes one is asked for again.
#[handler]
pub(super) async fn ask_new(visit: Visit) -> Answer<Response> {
    new_page(&visit, &visit.typed()).await
}

/// `POST /account/passkeys/new`: puts the question to the passkey.
#[handler]
pub(super) async fn begin(visit: Visit, fields: Fields) -> Answer<Response> {
    let (party, name) = (needed_party(&visit)?, fields.text("name"));
    let password = PasswordText::new(fields.text("password"));
    match passkey::begin(&visit.cx, &party, &name, &password).await {
        Ok(question) => make_page(&visit, &name, &question.into_inner().0).await,
        Err(error) => new_page(&visit, &Problem::from(error).again(&fields)?).await,
    }
}

/// `POST /account/passkeys/add`: the answer of the passkey. With the first second factor, recovery codes are shown.
#[handler]
pub(super) async fn add(visit: Visit, fields: Fields) -> Answer<Response> {
    let party = needed_party(&visit)?;
    let added = passkey::add(&visit.cx, &party, &fields.text("answer")).await;
    let Added { id, recovery_codes } = match added {
        Ok(added) => added.into_inner(),
        Err(error) => return new_page(&visit, &Problem::from(error).again(&fields)?).await,
    };
    if !recovery_codes.is_empty() {
        return codes_page(&visit, &recovery_codes, Some(steps(visit.lang, 2))).await;
    }
    let name = passkey::get(&visit.cx, id).await?.name;
    let said = Text::PasskeyAdded { name }.to(visit.lang);
    Ok(visit.see_other(SECURITY).saying(said).into())
}

async fn new_page(visit: &Visit, typed: &Typed<'_>) -> Answer<Response> {
    needed_party(visit)?;
    let lang = visit.lang;
    let shell = visit.shell().await?;
    let form = typed.form(visit, NEW);
    let page = below_security(&shell, Text::AddPasskey.to(lang));
    Ok(typed.page(page.render(html! {
        (steps(lang, 0))
        p { (Text::AddPasskeyWords.to(lang)) }
        (form.render(html! {
            (form.text("name", Text::PasskeyName.to(lang)).required().max_chars(100)
                .help(Text::PasskeyNameHelp.to(lang)))
            (form.password("password", Text::CurrentPassword.to(lang)).required()
                .help(Text::PasswordProof.to(lang)))
            (buttons(html! {
                (Button::submit(Text::ToNextStep.to(lang)).primary())
                (Button::link(SECURITY, Common::Cancel.to(lang)).tertiary())
            }))
        }))
    })))
}

async fn make_page(visit: &Visit, name: &str, question: &str) -> Answer<Response> {
    let lang = visit.lang;
    let shell = visit.shell().await?;
    let typed = Typed::nothing();
    let form = typed.form(visit, ADD);
    let words = Text::MakePasskeyWords {
        name: name.trim().to_owned(),
    };
    let button = Button::submit(Text::MakePasskey.to(lang)).primary();
    let page = below_security(&shell, Text::AddPasskey.to(lang));
    Ok(typed.page(page.render(html! {
        (steps(lang, 1))
        (form.render(html! {
            p { (words.to(lang)) }
            (form.hidden("name", name))
            (Passkey::make(lang, question, button.icon(Icon::Key))
                .without(Text::NoPasskeyHere.to(lang))
                .failed(Text::PasskeyFailed.to(lang)))
        }))
        (buttons(Button::link(NEW, Text::StartAgain.to(lang)).tertiary()))
    })))
}

fn steps(lang: Lang, current: usize) -> Steps {
    let names = [Text::StepProof, Text::StepMake, Text::StepRecovery];
    Steps::new(lang, names.map(|name| name.to(lang)), current)
}

/// `GET /account/passkeys/:id/remove`
#[handler]
pub(super) async fn ask_remove(visit: Visit, Path(id): Path<PasskeyId>) -> Answer<Response> {
    remove_page(&visit, id, &visit.typed()).await
}

/// `POST /account/passkeys/:id/remove`
#[handler]
pub(super) async fn remove(
    visit: Visit,
    Path(id): Path<PasskeyId>,
    fields: Fields,
) -> Answer<Response> {
    let name = passkey::get(&visit.cx, id).await?.name;
    let password = PasswordText::new(fields.text("password"));
    match passkey::remove(&visit.cx, id, &password).await {
        Ok(_) => {
            let said = Text::PasskeyRemoved { name }.to(visit.lang);
            Ok(visit.see_other(SECURITY).saying(said).into())
        }
        Err(error) => remove_page(&visit, id, &Problem::from(error).again(&fields)?).await,
    }
}

async fn remove_page(visit: &Visit, id: PasskeyId, typed: &Typed<'_>) -> Answer<Response> {
    let lang = visit.lang;
    let passkey = passkey::get(&visit.cx, id).await?;
    let shell = visit.shell().await?;
    let form = typed.form(visit, format!("/account/passkeys/{id}/remove"));
    let page = below_security(&shell, Text::RemovePasskeyTitle.to(lang));
    Ok(typed.page(page.render(html! {
        p { b { (passkey.name) } }
        p { (Text::RemovePasskeyWords.to(lang)) }
        (form.render(html! {
            (form.password("password", Text::CurrentPassword.to(lang)).required()
                .help(Text::PasswordProof.to(lang)))
            (buttons(html! {
                (Button::submit(Text::RemovePasskey.to(lang)).danger())
                (Button::link(SECURITY, Common::Cancel.to(lang)).tertiary())
            }))
        }))
    })))
}
