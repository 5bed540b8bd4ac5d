//! Notices: their page, and their count on open pages.

use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt;
use poem::test::TestResponse;
use serde_json::json;
use tokio::sync::oneshot;
use yakusho_kernel::{Cx, Notice, NoticeId, Notices};
use yakusho_webkit::{Live, PAGE_SIZE};

use crate::site::{Browser, CLERK, Town, clerk_id, text};

/// Tells the clerk something.
async fn tell(cx: &Cx, kind: &'static str) {
    let tx = cx.begin().await.unwrap();
    let about: NoticeId = cx.new_id();
    let notice = Notice::new(kind, &about).params(json!({"name": "鈴木"}));
    tx.notify(&[clerk_id()], &notice).await.unwrap();
    tx.commit_unaudited().await.unwrap();
}

#[tokio::test]
async fn notices_are_listed_in_the_words_of_those_who_sent_them() {
    let town = Town::new().await;
    tell(&town.clerk_cx(), "book.signed").await;
    tell(&town.clerk_cx(), "no.longer.known").await;
    let page = text(
        town.client
            .get("/notifications")
            .signed_in(CLERK)
            .send()
            .await,
    )
    .await;
    assert!(page.contains("鈴木") && page.contains("芳名帳"), "{page}");
    assert!(page.contains("お知らせがあります。"), "{page}");
    assert!(page.contains("未読2件"), "{page}");
    let sent = town.post("/notifications/seen", &[]).await;
    sent.assert_header("location", "/notifications");
    let left = Notices(clerk_id())
        .unseen(&town.clerk_cx().reader())
        .await
        .unwrap();
    assert_eq!(left, 0);
}

#[tokio::test]
async fn older_notices_are_a_page_away() {
    let town = Town::new().await;
    for _ in 0..=PAGE_SIZE {
        tell(&town.clerk_cx(), "book.signed").await;
        town.world.clock.turn(time::Duration::seconds(1));
    }
    let page = text(
        town.client
            .get("/notifications")
            .signed_in(CLERK)
            .send()
            .await,
    )
    .await;
    let start = page.find("/notifications?after=").unwrap();
    let older: String = page[start..].chars().take_while(|c| *c != '"').collect();
    let page = text(town.client.get(older).signed_in(CLERK).send().await).await;
    assert_eq!(page.matches("<tr").count(), 2, "{page}");
}

/// The counts that a stream tells, one for each event.
struct Counts(std::pin::Pin<Box<dyn futures_util::Stream<Item = u64> + Send>>);

impl Counts {
    fn of(response: TestResponse) -> Self {
        response.assert_content_type("text/event-stream");
        let pieces = response.0.into_body().into_bytes_stream();
        let counts = pieces.filter_map(|piece| async {
            let piece = String::from_utf8(piece.unwrap().to_vec()).unwrap();
            piece
                .trim()
                .strip_prefix("data: ")
                .map(|count| count.parse().unwrap())
        });
        Self(Box::pin(counts))
    }

    async fn next(&mut self) -> Option<u64> {
        let patience = Duration::from_secs(30);
        tokio::time::timeout(patience, self.0.next()).await.unwrap()
    }
}

#[tokio::test]
async fn open_pages_are_told_until_the_session_ends() {
    let town = Town::new().await;
    let (stop, stopped) = oneshot::channel::<()>();
    let site = Arc::clone(town.app.site());
    let live = tokio::spawn(async move {
        Live::run(&site, async {
            let _ = stopped.await;
        })
        .await;
    });
    let open = || {
        town.client
            .get("/notifications/events")
            .signed_in(CLERK)
            .send()
    };
    let mut one = Counts::of(open().await);
    let mut other = Counts::of(open().await);
    assert_eq!((one.next().await, other.next().await), (Some(0), Some(0)));
    tell(&town.clerk_cx(), "book.signed").await;
    assert_eq!((one.next().await, other.next().await), (Some(1), Some(1)));
    Notices(clerk_id())
        .seen(&town.clerk_cx(), yakusho_kernel::Seen::All)
        .await
        .unwrap();
    assert_eq!((one.next().await, other.next().await), (Some(0), Some(0)));
    town.end_session(CLERK);
    assert_eq!((one.next().await, other.next().await), (None, None));
    drop(stop);
    live.await.unwrap();
}

#[tokio::test]
async fn open_pages_end_when_the_server_stops() {
    let town = Town::new().await;
    let (stop, stopped) = oneshot::channel::<()>();
    let site = Arc::clone(town.app.site());
    let live = tokio::spawn(async move {
        Live::run(&site, async {
            let _ = stopped.await;
        })
        .await;
    });
    let open = || {
        town.client
            .get("/notifications/events")
            .signed_in(CLERK)
            .send()
    };
    let mut counts = Counts::of(open().await);
    assert_eq!(counts.next().await, Some(0));
    drop(stop);
    assert_eq!(counts.next().await, None);
    live.await.unwrap();
    assert_eq!(Counts::of(open().await).next().await, None);
}
