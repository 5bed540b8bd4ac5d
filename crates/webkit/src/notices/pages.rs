//! The pages of notices.

use std::time::Duration;

use futures_util::StreamExt;
use maud::{Markup, html};
use poem::handler;
use poem::web::Html;
use poem::web::sse::{Event, SSE};
use yakusho_kernel::{NoticeRow, Notices, Seen};

use crate::page::{Page, paths};
use crate::text::Common;
use crate::ui::{Button, Column, Disclosure, Empty, Icon, Table, Tag, Tone, buttons, link, moment};
use crate::wording::Text;
use crate::{Answer, PAGE_SIZE, SeeOther, Visit};

/// How often an idle stream shows that it lives, so that no proxy cuts it off.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// `GET /notifications`
#[handler]
pub(crate) async fn list(visit: Visit) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let mine = Notices(visit.me()?.standing.person);
    let reader = visit.cx.reader();
    let listed = mine
        .page(&reader, visit.after().as_ref(), PAGE_SIZE)
        .await?;
    let shell = visit.shell().await?;
    let title = Text::Notices.to(lang);
    let columns = [Text::What, Text::When, Text::State].map(|text| Column::new(text.to(lang)));
    let mut table =
        Table::new(title.clone(), columns).empty(Empty::new(Icon::Bell, Text::NoNotices.to(lang)));
    for notice in &listed.items {
        table = table.row(row(&visit, notice));
    }
    let seen = Button::post(
        paths::NOTIFICATIONS_SEEN,
        visit.csrf(),
        Text::MarkSeen.to(lang),
    );
    // The press that cannot be taken back is the second one.
    let seen = Disclosure::new(
        Text::MarkAllSeen.to(lang),
        html! {
            p { (Text::MarkSeenHelp { n: shell.unread }.to(lang)) }
            (buttons(seen.icon(Icon::Check)))
        },
    );
    let page = Page::new(&shell, title);
    // What comes while one looks at the first page is put on it.
    let live = visit.after().is_none().then_some(shell.unread);
    let settings = visit.site().has_page(paths::NOTIFICATION_SETTINGS);
    Ok(Html(page.render(html! {
        @if shell.unread > 0 { (seen) }
        div data-live=[live] { (table) }
        (visit.pager(listed.next.as_ref()))
        @if settings {
            p { (link(paths::NOTIFICATION_SETTINGS, Text::NoticeSettings.to(lang))) }
        }
    })))
}

fn row(visit: &Visit, notice: &NoticeRow) -> [crate::ui::Cell; 3] {
    let lang = visit.lang;
    let told = visit.site().words().tell(notice, lang);
    let what = told.map_or_else(
        || html! { (Text::SomethingHappened.to(lang)) },
        |told| link(told.href, told.text),
    );
    let state = match notice.seen_at {
        Some(_) => Tag::new(Tone::Neutral, Common::Read.to(lang)),
        None => Tag::new(Tone::Info, Common::Unread.to(lang)),
    };
    [
        what.into(),
        moment(lang, notice.at.local()).into(),
        html! { (state) }.into(),
    ]
}

/// `POST /notifications/seen`
#[handler]
pub(crate) async fn all_seen(visit: Visit) -> Answer<SeeOther> {
    let mine = Notices(visit.me()?.standing.person);
    mine.seen(&visit.cx, Seen::All).await?;
    let said = Text::AllSeen.to(visit.lang);
    Ok(visit.see_other(paths::NOTIFICATIONS).saying(said))
}

/// `GET /notifications/events`
#[handler]
pub(crate) async fn events(visit: Visit) -> Answer<SSE> {
    let me = visit.me()?;
    let count = Notices(me.standing.person)
        .unseen(&visit.cx.reader())
        .await?;
    let counts = visit.site().live().listen(me, count);
    let events = counts.map(|count| Event::message(count.to_string()));
    Ok(SSE::new(events).keep_alive(HEARTBEAT))
}
