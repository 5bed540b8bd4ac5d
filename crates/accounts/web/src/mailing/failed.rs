//! Mails that were given up, for the administrator: on a page, and as JSON.

use maud::{Markup, html};
use poem::handler;
use poem::web::Html;
use poem_openapi::param::Query;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::OffsetDateTime;
use uuid::Uuid;
use yakusho_accounts::directory;
use yakusho_accounts::mailing::{self, FailedMail};
use yakusho_kernel::PersonId;
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{Column, Empty, Icon, Table, short_moment};
use yakusho_webkit::{Answer, PAGE_SIZE, Visit};

use super::api::Tag;
use super::texts::Text;
use crate::admin;
use crate::json::{Limit, Listed, place};

/// `GET /admin/mails`
#[handler]
pub(super) async fn list(visit: Visit) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let found = mailing::failed(&visit.cx, visit.after().as_ref(), PAGE_SIZE).await?;
    let waiting = mailing::queue(&visit.cx).await?.waiting;
    let to: Vec<PersonId> = found.items.iter().map(|mail| mail.person).collect();
    let people = directory::people(&visit.cx.reader(), visit.cx.today(), &to).await?;
    let columns = [Text::To, Text::MadeAt, Text::Tries, Text::Why];
    let columns = columns.map(|text| Column::new(text.to(lang)));
    let rows = found.items.iter().map(|mail| {
        let name = people.get(&mail.person).map(|card| card.name.clone());
        [
            name.unwrap_or_default().into(),
            short_moment(lang, mail.at.local()).into(),
            mail.attempts.to_string().into(),
            (&*mail.why).into(),
        ]
    });
    let table = Table::new(Text::Failed.to(lang), columns)
        .rows(rows)
        .empty(Empty::new(Icon::Mail, Text::NoneFailed.to(lang)));
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::Failed.to(lang)).crumb(admin::PAGE, admin::title(lang));
    Ok(Html(page.render(html! {
        p { (Text::FailedIntro.to(lang)) }
        p { (Text::OnTheWay { n: waiting }.to(lang)) }
        (table)
        (visit.pager(found.next.as_ref()))
    })))
}

/// A mail that was given up.
#[derive(Debug, Object)]
#[oai(rename = "FailedMail")]
struct FailedView {
    /// Its id.
    id: Uuid,
    /// Whose it was.
    person: Uuid,
    /// When it was made.
    at: OffsetDateTime,
    /// How often it was tried.
    attempts: u32,
    /// What the relay said last.
    why: String,
}

impl From<FailedMail> for FailedView {
    fn from(mail: FailedMail) -> Self {
        Self {
            id: mail.id.into(),
            person: mail.person.into(),
            at: mail.at.utc(),
            attempts: mail.attempts,
            why: mail.why,
        }
    }
}

/// Mails that were given up.
pub(super) struct FailedApi;

#[OpenApi(tag = "Tag::Mail")]
impl FailedApi {
    /// Mails with notices that were given up, the newest first.
    #[oai(
        path = "/failed-mails",
        method = "get",
        operation_id = "listFailedMails"
    )]
    async fn list(
        &self,
        visit: Visit,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<FailedView>>> {
        let after = place(after.as_deref());
        let found = mailing::failed(&visit.cx, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(found, FailedView::from)))
    }
}
