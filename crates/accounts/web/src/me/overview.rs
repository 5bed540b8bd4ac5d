//! What is on record about oneself.

use maud::{Markup, html};
use poem::handler;
use poem::web::Html;
use yakusho_accounts::account::{self, Account};
use yakusho_webkit::page::{Page, Shell, paths};
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Button, Choice, Form, buttons, day, definitions, moment, section};
use yakusho_webkit::{Answer, Lang, Visit};

use super::{ACCOUNT, Text, views};
use crate::people::Person;
use crate::terms;

/// `GET /account`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Html<Markup>> {
    let account = account::own(&visit.cx).await?;
    let person = Person::find(&visit.cx, account.person).await?;
    let shell = visit.shell().await?;
    Ok(Html(page(&visit, &shell, &account, &person)))
}

fn page(visit: &Visit, shell: &Shell, account: &Account, person: &Person) -> Markup {
    let lang = shell.lang;
    let card = &person.card;
    let posts = person.seats().map(|(post, main)| {
        let words = (post.unit_name.clone(), post.title.clone());
        let (unit, title) = words;
        if main {
            Text::PostOf { unit, title }.to(lang)
        } else {
            Text::ConcurrentPostOf { unit, title }.to(lang)
        }
    });
    let end = account
        .ends_on
        .map_or_else(|| html! { (Text::NoEnd.to(lang)) }, |last| day(lang, last));
    Page::new(shell, Text::Account.to(lang)).render(html! {
        (views(lang, ACCOUNT))
        (definitions([
            (Text::Name.to(lang), html! { (card.name) " " span.meta { (card.kana) } }),
            (Text::StaffNumber.to(lang), html! { (card.number) }),
            (Text::Class.to(lang), html! { (terms::class(lang, card.class)) }),
            (Text::Posts.to(lang), lines(lang, posts)),
            (Text::Roles.to(lang), lines(lang, person.roles(visit))),
            (Text::SignInId.to(lang), html! { (account.login) }),
            (Text::EndsOn.to(lang), end),
            (Text::LastSignIn.to(lang), html! {
                @if let Some(at) = account.last_sign_in_at { (moment(lang, at.local())) }
            }),
        ]))
        p.meta { (Text::DataWrong.to(lang)) }
        (section(Text::Language.to(lang), language(shell)))
    })
}

/// A line for each, or the word that there is none.
fn lines<T: AsRef<str>>(lang: Lang, lines: impl IntoIterator<Item = T>) -> Markup {
    let mut lines = lines.into_iter().peekable();
    html! {
        @if lines.peek().is_none() { (Common::None.to(lang)) }
        @for line in lines { div { (line.as_ref()) } }
    }
}

/// The same act as the button at the top of every page, said in words.
fn language(shell: &Shell) -> Markup {
    let lang = shell.lang;
    let form = Form::post(lang, paths::LANGUAGE, &*shell.csrf);
    let choices = [(Lang::Ja, Text::Japanese), (Lang::En, Text::English)]
        .map(|(lang_of, text)| Choice::new(lang_of.tag(), text.to(lang)));
    form.render(html! {
        (form.hidden("back", ACCOUNT))
        (form.radios("lang", Text::Language.to(lang)).required().options(choices)
            .help(Text::LanguageHelp.to(lang)).value(lang.tag()))
        (buttons(Button::submit(Common::Save.to(lang))))
    })
}
