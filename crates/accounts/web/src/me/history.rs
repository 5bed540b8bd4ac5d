//! Sign-ins with one's ID, and attempts that failed.

use maud::{Markup, html};
use poem::handler;
use poem::web::Html;
use yakusho_accounts::session::{self, SignInResult, SignInRow};
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{Cell, Column, Empty, Icon, Table, Tag, Tone, short_moment};
use yakusho_webkit::{Answer, Lang, PAGE_SIZE, Visit};

use super::{ACCOUNT, SECURITY, Text};

/// `GET /account/history`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let page = session::history(&visit.cx, visit.after().as_ref(), PAGE_SIZE).await?;
    let shell = visit.shell().await?;
    let title = Page::new(&shell, Text::History.to(lang))
        .crumb(ACCOUNT, Text::Account.to(lang))
        .crumb(SECURITY, Text::Security.to(lang));
    Ok(Html(title.render(html! {
        p { (Text::HistoryWords.to(lang)) }
        (table(lang, &page.items))
        (visit.pager(page.next.as_ref()))
    })))
}

pub(super) fn table(lang: Lang, rows: &[SignInRow]) -> Table<4> {
    let columns = [Text::When, Text::Result, Text::Program, Text::Address];
    Table::new(
        Text::History.to(lang),
        columns.map(|text| Column::new(text.to(lang))),
    )
    .rows(rows.iter().map(|row| line(lang, row)))
    .empty(Empty::new(Icon::History, Text::NoHistory.to(lang)))
}

fn line(lang: Lang, row: &SignInRow) -> [Cell; 4] {
    [
        short_moment(lang, row.at.local()).into(),
        result(lang, row.result).into(),
        program(lang, &row.agent).into(),
        (&*row.address).into(),
    ]
}

/// The program, or that it did not say.
pub(super) fn program(lang: Lang, agent: &str) -> String {
    if agent.is_empty() {
        Text::UnknownProgram.to(lang).into_owned()
    } else {
        agent.to_owned()
    }
}

fn result(lang: Lang, result: SignInResult) -> Tag {
    let (tone, text) = match result {
        SignInResult::Done => (Tone::Success, Text::Done),
        SignInResult::DoneByProvider => (Tone::Success, Text::DoneByProvider),
        SignInResult::CodeNeeded => (Tone::Neutral, Text::CodeNeeded),
        SignInResult::WrongPassword => (Tone::Warning, Text::WrongPassword),
        SignInResult::WrongCode => (Tone::Warning, Text::WrongCode),
        SignInResult::WrongPasskey => (Tone::Warning, Text::WrongPasskey),
        SignInResult::HeldOff => (Tone::Error, Text::HeldOff),
        SignInResult::Suspended => (Tone::Error, Text::Suspended),
        SignInResult::Closed => (Tone::Error, Text::Closed),
        SignInResult::Expired => (Tone::Error, Text::Expired),
    };
    Tag::new(tone, text.to(lang))
}
