//! The accounts.

use std::collections::HashMap;

use maud::{Markup, html};
use poem::handler;
use poem::web::Html;
use yakusho_accounts::account::{self, Account, AccountState, Filter};
use yakusho_accounts::directory::{self, PersonCard};
use yakusho_kernel::PersonId;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{
    Button, Cell, Column, Empty, Form, Icon, Table, Tag, Tone, buttons, link, short_day,
    short_moment,
};
use yakusho_webkit::{Answer, Lang, PAGE_SIZE, Problem, Visit};

use super::texts::{Text, state};
use super::{EXPORT, IMPORT, NEW, PAGE, SHARING, page_of};
use crate::{admin, people};

/// How many people the words may name.
const NAMED: usize = 100;

/// `GET /admin/accounts`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let words = visit.query("q").unwrap_or_default().trim().to_owned();
    let asked = visit.query("state").and_then(AccountState::from_code);
    let filter = Filter {
        state: asked,
        shared: None,
        people: named(&visit, &words).await?,
        login: words.clone(),
    };
    let found = account::list(&visit.cx, &filter, visit.after().as_ref(), PAGE_SIZE).await?;
    let owners: Vec<PersonId> = found.items.iter().map(|account| account.person).collect();
    let people = directory::people(&visit.cx.reader(), visit.cx.today(), &owners).await?;
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::Accounts.to(lang))
        .crumb(admin::PAGE, admin::title(lang))
        .actions(html! {
            (Button::link(NEW, Text::New.to(lang)).primary().icon(Icon::Plus))
            (Button::link(IMPORT, Text::Import.to(lang)).icon(Icon::Upload))
            (Button::link(EXPORT, Common::DownloadCsv.to(lang)).icon(Icon::Download))
            (Button::link(SHARING, Text::Sharing.to(lang)).icon(Icon::People))
        });
    Ok(Html(page.render(html! {
        (form(lang, &words, asked))
        (table(lang, &found.items, &people))
        (visit.pager(found.next.as_ref()))
    })))
}

/// The people whom the words name, beside the IDs that hold them.
async fn named(visit: &Visit, words: &str) -> Result<Vec<PersonId>, Problem> {
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let found = directory::search(&visit.cx, words, None, None, NAMED).await?;
    Ok(found.items.into_iter().map(|card| card.id).collect())
}

fn form(lang: Lang, words: &str, asked: Option<AccountState>) -> Markup {
    let form = Form::filter(lang, PAGE);
    let states = [
        (AccountState::Open, Text::Open),
        (AccountState::Suspended, Text::Suspended),
        (AccountState::Closed, Text::Closed),
    ]
    .map(|(state, text)| (state.code(), text.to(lang)));
    form.render(html! {
        (form.search("q", Text::Words.to(lang)).value(words))
        (form.select("state", Text::State.to(lang)).options(states)
            .value(asked.map_or("", AccountState::code)))
        (buttons(html! {
            (Button::submit(Common::Search.to(lang)).primary().icon(Icon::Search))
            @if !words.is_empty() || asked.is_some() {
                (Button::link(PAGE, Common::ClearFilter.to(lang)).tertiary())
            }
        }))
    })
}

fn table(lang: Lang, accounts: &[Account], people: &HashMap<PersonId, PersonCard>) -> Table<6> {
    let columns = [
        Text::Id,
        Text::Person,
        Text::Section,
        Text::State,
        Text::EndsOn,
        Text::LastSignIn,
    ];
    let empty =
        Empty::new(Icon::Key, Text::NoAccounts.to(lang)).advice(Text::NoAccountsAdvice.to(lang));
    Table::new(
        Text::Accounts.to(lang),
        columns.map(|text| Column::new(text.to(lang))),
    )
    .rows(
        accounts
            .iter()
            .map(|account| row(lang, account, people.get(&account.person))),
    )
    .empty(empty)
}

fn row(lang: Lang, account: &Account, card: Option<&PersonCard>) -> [Cell; 6] {
    let name = card.map(|card| card.name.as_str()).unwrap_or_default();
    [
        html! {
            (link(page_of(account.id), account.login.as_str()))
            @if account.shared { " " (Tag::new(Tone::Warning, Text::SharedAccount.to(lang))) }
        }
        .into(),
        link(people::person_page(account.person), name).into(),
        card.map(|card| card.unit_name.as_str())
            .unwrap_or_default()
            .into(),
        state(lang, account.state).into(),
        html! { @if let Some(last) = account.ends_on { (short_day(lang, last)) } }.into(),
        html! {
            @match account.last_sign_in_at {
                Some(at) => (short_moment(lang, at.local())),
                None => span.meta { (Text::Never.to(lang)) },
            }
        }
        .into(),
    ]
}
