//! What was proposed and waits to be confirmed: one's own, and that of those for whom one writes.

use maud::{Markup, html};
use poem::handler;
use poem::web::Html;
use time::Duration;
use yakusho_scheduling::event::{self, Item, Row, Span, Status, Who};
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{Button, Icon, section};
use yakusho_webkit::{Answer, Visit};

use super::{DELEGATES, Text as Delegates};
use crate::schedule::{SCHEDULE, Text as Schedule, dated_items};

yakusho_webkit::texts! {
    enum Text {
        Title: "確定待ちの予定" / "Events to be confirmed";
        Intro: "秘書などが仮に入れ、本人の確定を待っている予定です。これから2か月の分を表示します。予定を開いて、確定・変更・取り消しができます。" / "Proposed by a secretary or others, and not confirmed by whose calendar it is: those of the next two months. Open one to confirm, change or call it off.";
        Nothing: "確定を待っている予定はありません。" / "Nothing waits to be confirmed.";
    }
}

/// `GET /schedule/proposed`
#[handler]
pub(super) async fn list(visit: Visit) -> Answer<Html<Markup>> {
    let mut people = event::owners(&visit.cx).await?;
    people.push(visit.me()?.standing.person);
    let today = visit.cx.today();
    let until = today.checked_add(Duration::days(Span::MOST.into()));
    let span = Span::new(today, until.unwrap_or(today));
    let sheet = event::sheet(&visit.cx, &Who::People(people), span).await?;
    let waiting: Vec<(&Row, Vec<&Item>)> = sheet
        .rows
        .iter()
        .map(|row| (row, row.items.iter().filter(|item| waits(item)).collect()))
        .filter(|(_, items): &(_, Vec<&Item>)| !items.is_empty())
        .collect();
    let lang = visit.lang;
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::Title.to(lang))
        .crumb(SCHEDULE, Schedule::Schedule.to(lang))
        .actions(html! { (Button::link(DELEGATES, Delegates::Title.to(lang)).icon(Icon::People)) });
    Ok(Html(page.render(html! {
        p { (Text::Intro.to(lang)) }
        @if waiting.is_empty() { p { (Text::Nothing.to(lang)) } }
        @for (row, items) in &waiting { (section(&row.name, dated_items(lang, items))) }
    })))
}

/// Whether it is the owner's own, and waits to be confirmed.
fn waits(item: &Item) -> bool {
    let seen = item.seen.as_ref();
    seen.is_some_and(|seen| seen.status == Status::Proposed && seen.answer.is_none())
}
