//! What the server does beside answering.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use tokio::sync::oneshot;
use yakusho_config::Config;
use yakusho_kernel::{Delivery, Event, Fault, NoticeGroups, Outbox};
use yakusho_server::{Composition, serve};
use yakusho_testkit::free_port;
use yakusho_webkit::{Access, Answer, Offer, Routes, Visit};

use crate::program::{Folder, PATIENCE};
use crate::stop::Everybody;

#[derive(Serialize, Deserialize)]
struct Rung;

impl Event for Rung {
    const KIND: &'static str = "test.rung";
}

static HEARD: AtomicU32 = AtomicU32::new(0);
static TURNED: AtomicU32 = AtomicU32::new(0);

async fn hear(_: yakusho_kernel::Cx, _: Rung, _: Delivery) -> Result<(), Fault> {
    HEARD.fetch_add(1, Ordering::SeqCst);
    Ok(())
}

#[poem::handler]
async fn ring(visit: Visit) -> Answer<&'static str> {
    let tx = visit.cx.begin().await?;
    tx.emit(&Rung).await?;
    tx.commit_unaudited().await?;
    Ok("rung")
}

#[poem::handler]
async fn whence(visit: Visit) -> String {
    std::future::ready(visit.client().map(|client| client.to_string()))
        .await
        .unwrap_or_default()
}

async fn until(what: impl Fn() -> bool) {
    let since = Instant::now();
    while !what() {
        assert!(since.elapsed() < PATIENCE);
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

#[tokio::test]
async fn events_are_delivered_days_turned_and_proxies_believed() {
    let port = free_port();
    let lines =
        format!("listen = \"127.0.0.1:{port}\"\ntrusted_proxies = [\"127.0.0.1\", \"10.0.0.9\"]");
    let folder = Folder::new(&lines);
    let config = Config::load(Some(&folder.path("yakusho.toml")), []).unwrap();
    let offer = Offer::new(Routes::new().get("/ring", Access::Public, ring).get(
        "/whence",
        Access::Public,
        whence,
    ));
    let composition = Composition {
        authenticator: Arc::new(Everybody),
        offers: vec![offer.at_day_turn(|_| {
            Box::pin(async {
                TURNED.fetch_add(1, Ordering::SeqCst);
                Ok(())
            })
        })],
        sources: Arc::default(),
        groups: NoticeGroups::default(),
        outbox: Outbox::new().on("hear", hear),
    };
    let (stop, stopped) = oneshot::channel::<()>();
    let server = tokio::spawn(async move {
        let stopped = async {
            let _ = stopped.await;
        };
        serve(&config, composition, stopped).await
    });
    // Before anybody asks.
    until(|| TURNED.load(Ordering::SeqCst) == 1).await;
    let at = |path: &str| format!("http://127.0.0.1:{port}{path}");
    let client = reqwest::Client::new();
    let since = Instant::now();
    while client.get(at("/ring")).send().await.is_err() {
        assert!(since.elapsed() < PATIENCE && !server.is_finished());
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    until(|| HEARD.load(Ordering::SeqCst) == 1).await;

    for (forwarded, client_address) in [
        ("", "127.0.0.1"),
        ("203.0.113.7", "203.0.113.7"),
        ("203.0.113.7, 10.0.0.9", "203.0.113.7"),
        // What a client wrote itself stands before what our proxies added.
        ("198.51.100.1, 203.0.113.7, 10.0.0.9", "203.0.113.7"),
        ("10.0.0.9", "10.0.0.9"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("203.0.113.7, unknown", "127.0.0.1"),
    ] {
        let request = client
            .get(at("/whence"))
            .header("x-forwarded-for", forwarded);
        let told = request.send().await.unwrap().text().await.unwrap();
        assert_eq!(told, client_address, "{forwarded:?}");
    }
    assert_eq!(TURNED.load(Ordering::SeqCst), 1);
    stop.send(()).unwrap();
    server.await.unwrap().unwrap();
}
