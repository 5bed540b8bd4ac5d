//! Stopping in order.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use async_trait::async_trait;
use nix::sys::signal::Signal;
use poem::handler;
use tokio::sync::oneshot;
use uuid::Uuid;
use yakusho_config::Config;
use yakusho_kernel::{Cx, EmploymentClass, Fault, NoticeGroups, Outbox, PersonId, Standing, Via};
use yakusho_server::{Composition, serve};
use yakusho_testkit::free_port;
use yakusho_webkit::{
    Access, Announced, Authenticator, Lang, Maintenance, Offer, Routes, SignedIn,
};

use crate::program::{Folder, PATIENCE, Running};

#[tokio::test]
async fn either_signal_stops_the_server_as_a_success() {
    for signal in [Signal::SIGTERM, Signal::SIGINT] {
        let folder = Folder::new("");
        let mut server = Running::start(&folder, &[]).await;
        server.tell(signal);
        assert_eq!(server.ended().await, 0, "{signal}");
        assert!(server.log().contains("stopped"), "{}", server.log());
    }
}

/// Everybody is the clerk.
pub struct Everybody;

#[async_trait]
impl Authenticator for Everybody {
    async fn by_session(&self, _: &Cx, _: &str) -> Result<Option<SignedIn>, Fault> {
        Ok(Some(SignedIn {
            standing: Arc::new(Standing {
                person: PersonId::from(Uuid::from_u128(1)),
                class: EmploymentClass::Regular,
                on_behalf: None,
                principal_seats: Vec::new(),
                seats: Vec::new(),
                roles: Vec::new(),
                grants: Vec::new(),
                via: Via::Session,
            }),
            display_name: "佐藤 花子".to_owned(),
            post: String::new(),
            acting_for: None,
            csrf: "csrf".to_owned(),
            lang: None,
            session: Some(Uuid::from_u128(2)),
            new_secret: None,
            must: None,
            functions: Vec::new(),
            stopped: Vec::new(),
            maintenance: Maintenance::default(),
        }))
    }

    async fn by_token(&self, _: &Cx, _: &str) -> Result<Option<SignedIn>, Fault> {
        Ok(None)
    }

    async fn ended(&self, _: &Cx, _: &[Uuid]) -> Result<Vec<Uuid>, Fault> {
        Ok(Vec::new())
    }

    async fn announced(&self, _: &Cx) -> Result<Vec<Announced>, Fault> {
        Ok(Vec::new())
    }

    async fn choose_lang(&self, _: &Cx, _: Lang) -> Result<(), Fault> {
        Ok(())
    }
}

static BEGUN: AtomicBool = AtomicBool::new(false);

#[handler]
async fn slow() -> &'static str {
    BEGUN.store(true, Ordering::SeqCst);
    tokio::time::sleep(Duration::from_secs(1)).await;
    "finished"
}

#[tokio::test]
async fn what_is_under_way_is_finished_and_streams_end() {
    let port = free_port();
    let folder = Folder::new(&format!("listen = \"127.0.0.1:{port}\""));
    let config = Config::load(Some(&folder.path("yakusho.toml")), []).unwrap();
    let composition = Composition {
        authenticator: Arc::new(Everybody),
        offers: vec![Offer::new(Routes::new().get("/slow", Access::Public, slow))],
        sources: Arc::default(),
        groups: NoticeGroups::default(),
        outbox: Outbox::new(),
    };
    let (stop, stopped) = oneshot::channel::<()>();
    let server = tokio::spawn(async move {
        let stopped = async {
            let _ = stopped.await;
        };
        serve(&config, composition, stopped).await
    });
    let at = |path: &str| format!("http://127.0.0.1:{port}{path}");
    let client = reqwest::Client::new();
    let since = Instant::now();
    while client.get(at("/robots.txt")).send().await.is_err() {
        assert!(since.elapsed() < PATIENCE && !server.is_finished());
        tokio::time::sleep(Duration::from_millis(20)).await;
    }

    let mut events = client
        .get(at("/notifications/events"))
        .header("cookie", "session=any")
        .send()
        .await
        .unwrap();
    let first = events.chunk().await.unwrap().unwrap();
    assert_eq!(&first[..], b"data: 0\n\n");
    let answer = tokio::spawn(client.get(at("/slow")).send());
    while !BEGUN.load(Ordering::SeqCst) {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    let told = Instant::now();
    stop.send(()).unwrap();
    assert_eq!(events.chunk().await.unwrap(), None);
    let answer = answer.await.unwrap().unwrap();
    assert_eq!(answer.text().await.unwrap(), "finished");
    server.await.unwrap().unwrap();
    assert!(
        told.elapsed() < Duration::from_secs(10),
        "{:?}",
        told.elapsed()
    );
    assert!(client.get(at("/robots.txt")).send().await.is_err());
}
