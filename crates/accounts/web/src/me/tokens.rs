//! API tokens: for programs that act for their owner.

use maud::{Markup, html};
use poem::web::{Html, Path};
use poem::{Response, handler};
use yakusho_accounts::password::PasswordText;
use yakusho_accounts::token::{self, Made, NewToken, Token, TokenId};
use yakusho_kernel::Scope;
use yakusho_regulation::Role;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{
    Alert, Button, Cell, Choice, Column, Confirm, Empty, Form, Icon, Table, Tag, Tone, buttons,
    link, section, short_day, short_moment,
};
use yakusho_webkit::{Answer, Fields, Lang, PAGE_SIZE, Problem, Reader, SeeOther, Typed, Visit};

use super::{ACCOUNT, TOKENS, Text, views};

/// The scopes, with what is said of each.
const SCOPES: [(Scope, &str, Text, Text); 4] = [
    (Scope::Read, "read", Text::ScopeRead, Text::ScopeReadWords),
    (
        Scope::Write,
        "write",
        Text::ScopeWrite,
        Text::ScopeWriteWords,
    ),
    (
        Scope::Admin,
        "admin",
        Text::ScopeAdmin,
        Text::ScopeAdminWords,
    ),
    (Scope::Scim, "scim", Text::ScopeScim, Text::ScopeScimWords),
];

/// `GET /account/tokens`
#[handler]
pub(super) async fn list(visit: Visit) -> Answer<Response> {
    page(&visit, &visit.typed(), None).await
}

/// `POST /account/tokens`: shows the token, this once.
#[handler]
pub(super) async fn make(visit: Visit, fields: Fields) -> Answer<Response> {
    match made(&visit, &fields).await {
        Ok(made) => page(&visit, &Typed::nothing(), Some(&made)).await,
        Err(problem) => page(&visit, &problem.again(&fields)?, None).await,
    }
}

async fn made(visit: &Visit, fields: &Fields) -> Result<Made, Problem> {
    let mut read = fields.reader();
    let ends_on = read.needed("ends_on", Reader::day);
    let new = NewToken {
        name: fields.text("name"),
        scopes: fields.all("scopes").filter_map(scope).collect(),
        ends_on: read.finish_with(ends_on)?,
    };
    let password = PasswordText::new(fields.text("password"));
    Ok(token::make(&visit.cx, new, &password).await?.into_inner())
}

fn scope(code: &str) -> Option<Scope> {
    let known = SCOPES.iter().find(|(_, other, ..)| *other == code);
    known.map(|(scope, ..)| *scope)
}

async fn page(visit: &Visit, typed: &Typed<'_>, made: Option<&Made>) -> Answer<Response> {
    let lang = visit.lang;
    let tokens = token::list(&visit.cx, visit.after().as_ref(), PAGE_SIZE).await?;
    let shell = visit.shell().await?;
    Ok(
        typed.page(Page::new(&shell, Text::Account.to(lang)).render(html! {
            (views(lang, TOKENS))
            @if let Some(made) = made { (shown_once(lang, made)) }
            p { (Text::TokensWords.to(lang)) }
            @if visit.is_on("documents") {
                p { (link("/documents/webdav", Text::TokensOpenCabinets.to(lang))) }
            }
            (table(lang, &tokens.items))
            (visit.pager(tokens.next.as_ref()))
            (section(Text::NewToken.to(lang), form(visit, typed)))
        })),
    )
}

fn shown_once(lang: Lang, made: &Made) -> Markup {
    let text = made.text();
    html! {
        (Alert::success(lang, Text::TokenMade.to(lang)).body(html! {
            p { (Text::TokenShownOnce.to(lang)) }
            p { code { (text.as_str()) } }
            p { (Button::copy(text.as_str(), Common::Copy.to(lang), Common::Copied.to(lang))) }
        }))
    }
}

fn table(lang: Lang, tokens: &[Token]) -> Table<6> {
    let columns = [
        Column::new(Text::TokenName.to(lang)),
        Column::new(Text::Scopes.to(lang)),
        Column::new(Text::MadeOn.to(lang)),
        Column::new(Text::TokenEndsOn.to(lang)),
        Column::new(Text::UsedAt.to(lang)),
        Column::actions(Text::RevokeToken.to(lang)),
    ];
    Table::new(Text::Tokens.to(lang), columns)
        .rows(tokens.iter().map(|token| line(lang, token)))
        .empty(Empty::new(Icon::Key, Text::NoTokens.to(lang)))
}

fn line(lang: Lang, token: &Token) -> [Cell; 6] {
    let scopes: Vec<_> = SCOPES
        .iter()
        .filter(|(scope, ..)| token.scopes.contains(scope))
        .map(|(_, _, name, _)| name.to(lang))
        .collect();
    let last = match token.ended_at {
        Some(at) => {
            let tag = Tag::new(Tone::Neutral, Text::Revoked.to(lang));
            html! { span { (tag) " " (short_day(lang, at.date())) } }
        }
        None => short_day(lang, token.ends_on),
    };
    let used = html! {
        @match token.used_at {
            Some(at) => (short_moment(lang, at.local())),
            None => (Text::NeverUsed.to(lang)),
        }
    };
    let act = html! {
        @if token.ended_at.is_none() {
            (Button::link(format!("{TOKENS}/{}/revoke", token.id), Text::RevokeToken.to(lang))
                .small().about(&*token.name))
        }
    };
    [
        (&*token.name).into(),
        scopes
            .join(match lang {
                Lang::Ja => "・",
                Lang::En => ", ",
            })
            .into(),
        short_day(lang, token.made_at.date()).into(),
        last.into(),
        used.into(),
        act.into(),
    ]
}

fn form(visit: &Visit, typed: &Typed<'_>) -> Markup {
    let lang = visit.lang;
    let today = visit.cx.today();
    let longest = visit.cx.city().values(today).api_token_longest.after(today);
    let form = typed.form(visit, TOKENS);
    let administers = visit.cx.actor().holds(Role::SystemAdministrator);
    let scopes = SCOPES
        .iter()
        .filter(|(scope, ..)| administers || *scope != Scope::Scim)
        .map(|(_, code, name, words)| Choice::new(*code, name.to(lang)).detail(words.to(lang)));
    form.render(html! {
        (form.text("name", Text::TokenName.to(lang)).required().max_chars(100)
            .help(Text::TokenNameHelp.to(lang)))
        (form.checkboxes("scopes", Text::Scopes.to(lang)).required().options(scopes).value("read"))
        (form.date("ends_on", Text::TokenEndsOn.to(lang)).required()
            .min(today.to_string()).max(longest.to_string())
            .help(Text::TokenLongest { day: yakusho_webkit::text::day(lang, longest) }.to(lang)))
        (form.password("password", Text::CurrentPassword.to(lang)).required()
            .help(Text::PasswordProof.to(lang)))
        (buttons(Button::submit(Text::NewToken.to(lang)).primary()))
    })
}

/// `GET /account/tokens/:id/revoke`
#[handler]
pub(super) async fn ask(visit: Visit, Path(id): Path<TokenId>) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let token = token::get(&visit.cx, id).await?;
    let shell = visit.shell().await?;
    let form = Form::post(lang, format!("{TOKENS}/{id}/revoke"), visit.csrf());
    let confirm = Confirm::new(
        lang,
        form,
        Text::RevokeTokenTitle.to(lang),
        Text::RevokeToken.to(lang),
        TOKENS,
    )
    .consequences(html! { p { b { (token.name) } } p { (Text::RevokeTokenWords.to(lang)) } });
    let page = Page::new(&shell, Text::RevokeTokenTitle.to(lang))
        .crumb(ACCOUNT, Text::Account.to(lang))
        .crumb(TOKENS, Text::Tokens.to(lang));
    Ok(Html(page.render(confirm)))
}

/// `POST /account/tokens/:id/revoke`
#[handler]
pub(super) async fn revoke(visit: Visit, Path(id): Path<TokenId>) -> Answer<SeeOther> {
    token::revoke(&visit.cx, id).await?.into_inner();
    Ok(visit
        .see_other(TOKENS)
        .saying(Text::TokenRevoked.to(visit.lang)))
}
