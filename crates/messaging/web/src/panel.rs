//! What messaging shows on the portal.

use async_trait::async_trait;
use futures_util::future::{try_join, try_join3};
use maud::{Markup, html};
use time::Date;
use yakusho_messaging::Summary;
use yakusho_messaging::board::{self, PostRow, Shelf};
use yakusho_messaging::circulation::{
    self as circulations, CirculationRow, CirculationState, Tray,
};
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Card, Icon, Tag, Tone, link, short_day, short_moment};
use yakusho_webkit::{Answer, Panel, Problem, Visit};

use crate::{board as posts, circulation};

/// How many a card lists.
const LISTED: usize = 5;

yakusho_webkit::texts! {
    enum Text {
        Owed: "確認・返信が必要です" / "Waits for your confirmation";
        AllPosts: "要確認の掲示をすべて見る" / "All posts to confirm";
        AllCirculations: "要確認の回覧をすべて見る" / "All circulations to confirm";
        Unread: "未読の掲示" / "Unread posts";
        AllUnread: "未読の掲示をすべて見る" / "All unread posts";
        ToApprove: "承認待ちの掲示" / "Posts to approve";
        AllToApprove: "承認待ちをすべて見る" / "All posts to approve";
        Sent: "送信した回覧の進み具合" / "Progress of what you sent";
        AllSent: "送信した回覧をすべて見る" / "All that you sent";
        Post: "掲示" / "Post";
        Due: "期限" / "due";
    }
}

/// What waits for the reader on the board and in circulations.
pub(crate) struct Waiting;

#[async_trait]
impl Panel for Waiting {
    async fn render(&self, visit: &Visit) -> Result<Option<Markup>, Problem> {
        let waits = async {
            let waiting = crate::waiting(visit).await?;
            try_join3(
                owed(visit, waiting),
                to_approve(visit, waiting),
                unread(visit, waiting),
            )
            .await
        };
        let ((owed, to_approve, unread), sent) = try_join(waits, sent(visit)).await?;
        let cards = [owed, to_approve, unread, sent];
        let cards: Vec<Card> = cards.into_iter().flatten().collect();
        Ok((!cards.is_empty()).then(|| html! { @for card in &cards { (card) } }))
    }
}

/// A page of the board, where the board is switched on.
async fn on_board(visit: &Visit, shelf: Shelf) -> Answer<Vec<PostRow>> {
    if !visit.is_on(posts::FUNCTION) {
        return Ok(Vec::new());
    }
    Ok(board::list(&visit.cx, shelf, None, LISTED)
        .await?
        .page
        .items)
}

/// A page of circulations, where they are switched on.
async fn in_tray(visit: &Visit, tray: Tray) -> Answer<Vec<CirculationRow>> {
    if !visit.is_on(circulation::FUNCTION) {
        return Ok(Vec::new());
    }
    Ok(circulations::list(&visit.cx, tray, None, LISTED)
        .await?
        .items)
}

/// What is to be confirmed, on the board and in circulations, the first due first.
async fn owed(visit: &Visit, waiting: Summary) -> Answer<Option<Card>> {
    let lang = visit.lang;
    let posts = async {
        match waiting.posts_owed {
            0 => Ok(Vec::new()),
            _ => on_board(visit, Shelf::Owed).await,
        }
    };
    let rows = async {
        match waiting.circulations_owed {
            0 => Ok(Vec::new()),
            _ => in_tray(visit, Tray::Owed).await,
        }
    };
    let (posts, rows) = try_join(posts, rows).await?;
    let mut items: Vec<(Option<Date>, Markup)> = Vec::new();
    for row in &posts {
        let due = row.confirmation.and_then(|asked| asked.due);
        let item = html! {
            (link(posts::post_page(row.id), posts::title(lang, &row.title)))
            p.meta { (Text::Post.to(lang)) " " (row.byline) " " (due_in(visit, due)) }
        };
        items.push((due, item));
    }
    for row in &rows {
        let item = html! {
            (link(circulation::circulation_page(row.id), circulation::title(lang, &row.title)))
            p.meta { (circulation::kind(lang, row.kind)) " " (row.byline) " " (due_in(visit, row.due)) }
        };
        items.push((row.due, item));
    }
    items.sort_by_key(|(due, _)| (due.is_none(), *due));
    let body = html! {
        ul { @for (_, item) in items.iter().take(LISTED) { li { (item) } } }
        @if !posts.is_empty() { p { (link(posts::OWED, Text::AllPosts.to(lang))) } }
        @if !rows.is_empty() { p { (link(circulation::CIRCULATIONS, Text::AllCirculations.to(lang))) } }
    };
    let card = Card::new(Text::Owed.to(lang), body)
        .icon(Icon::Circulation)
        .count(waiting.posts_owed + waiting.circulations_owed);
    Ok((!items.is_empty()).then_some(card))
}

fn due_in(visit: &Visit, due: Option<Date>) -> Markup {
    let lang = visit.lang;
    html! {
        @if let Some(due) = due {
            span.due {
                (Text::Due.to(lang)) " " (short_day(lang, due))
                @if due < visit.cx.today() { " " (Tag::new(Tone::Error, Common::Overdue.to(lang))) }
            }
        }
    }
}

async fn unread(visit: &Visit, waiting: Summary) -> Answer<Option<Card>> {
    if waiting.unread_posts == 0 {
        return Ok(None);
    }
    let lang = visit.lang;
    let rows = on_board(visit, Shelf::Unread).await?;
    let card = Card::new(Text::Unread.to(lang), listed(visit, &rows))
        .icon(Icon::Board)
        .count(waiting.unread_posts)
        .more(posts::UNREAD, Text::AllUnread.to(lang));
    Ok((!rows.is_empty()).then_some(card))
}

async fn to_approve(visit: &Visit, waiting: Summary) -> Answer<Option<Card>> {
    if waiting.to_approve == 0 {
        return Ok(None);
    }
    let lang = visit.lang;
    let rows = on_board(visit, Shelf::Awaiting).await?;
    let card = Card::new(Text::ToApprove.to(lang), listed(visit, &rows))
        .icon(Icon::Check)
        .count(waiting.to_approve)
        .more(posts::AWAITING, Text::AllToApprove.to(lang));
    Ok((!rows.is_empty()).then_some(card))
}

fn listed(visit: &Visit, rows: &[PostRow]) -> Markup {
    let lang = visit.lang;
    html! {
        ul {
            @for row in rows {
                @let at = row.visible_from.unwrap_or(row.changed_at);
                li {
                    (link(posts::post_page(row.id), posts::title(lang, &row.title)))
                    p.meta { (row.byline) " " (short_moment(lang, at.local())) }
                }
            }
        }
    }
}

/// What the reader has sent, and not all have confirmed.
async fn sent(visit: &Visit) -> Answer<Option<Card>> {
    let lang = visit.lang;
    let rows = in_tray(visit, Tray::Sent).await?;
    let open: Vec<_> = rows
        .iter()
        .filter(|row| row.state == CirculationState::Open)
        .collect();
    let body = html! {
        ul {
            @for row in &open {
                li {
                    (link(circulation::circulation_page(row.id), circulation::title(lang, &row.title)))
                    div { (circulation::confirmed(lang, row.confirmed, row.total)) " " (due_in(visit, row.due)) }
                }
            }
        }
    };
    let card = Card::new(Text::Sent.to(lang), body)
        .icon(Icon::Circulation)
        .more(circulation::SENT, Text::AllSent.to(lang));
    Ok((!open.is_empty()).then_some(card))
}
