//! The city's identity provider: oidc-provider, a certified one, and a person's browser at it.

use std::env;
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use reqwest::cookie::Jar;
use reqwest::header::LOCATION;
use reqwest::redirect::Policy;
use reqwest::{Certificate, Response, Url};
use serde_json::json;
use tempfile::TempDir;

use crate::program::{POLL, Program};

/// How long it may take to start.
const PATIENCE: Duration = Duration::from_secs(30);

/// How it knows the hall, and by what.
const CLIENT: &str = "yakusho";
const SECRET: &str = "that is between the two of us";

/// How a provider is set up.
#[derive(Clone, Debug, Default)]
pub struct Setup {
    /// Where it listens.
    pub port: u16,
    /// By how many seconds its clock is slow.
    pub behind: u32,
    /// How strongly it says that it made sure of who somebody is.
    pub acr: Option<&'static str>,
    /// Certificate and key, where it speaks HTTPS.
    pub tls: Option<[PathBuf; 2]>,
}

impl Setup {
    /// The address by which it is known.
    pub fn issuer(&self) -> String {
        let scheme = if self.tls.is_some() { "https" } else { "http" };
        format!("{scheme}://localhost:{}", self.port)
    }

    /// The lines of a hall's configuration by which people sign in there by this provider.
    pub fn lines(&self) -> [String; 4] {
        [
            format!("oidc.issuer = '{}'", self.issuer()),
            format!("oidc.client_id = '{CLIENT}'"),
            format!("oidc.client_secret = '{SECRET}'"),
            "oidc.name = '庁内認証'".to_owned(),
        ]
    }

    /// Starts it for the hall at that address.
    pub fn start(&self, hall: &str) -> Provider {
        let library = env::var("YAKUSHO_OIDC_PROVIDER");
        let library = library.expect("YAKUSHO_OIDC_PROVIDER, as `cargo xtask test` sets it");
        let tls = self.tls.as_ref();
        let said = json!({
            "library": format!("file://{library}"),
            "issuer": self.issuer(),
            "port": self.port,
            "client": CLIENT,
            "secret": SECRET,
            "redirect": format!("{hall}/sign-in/provider/answer"),
            "behind": self.behind,
            "acr": self.acr,
            "tls": tls.map(|[certificate, key]| json!({ "certificate": certificate, "key": key })),
        });
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/src/provider.mjs");
        let mut node = Command::new("node");
        node.arg(script).arg(said.to_string());
        let folder = tempfile::tempdir().expect("a folder for the log");
        let mut running = Program::start(node, &folder.path().join("log"));
        let since = Instant::now();
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            assert!(running.runs(), "the provider ended: {}", running.log());
            assert!(since.elapsed() < PATIENCE, "the provider does not listen");
            std::thread::sleep(POLL);
        }
        Provider {
            running,
            _folder: folder,
        }
    }
}

/// A running provider. It ends when this is dropped; what it knew goes with it, and its key.
#[derive(Debug)]
pub struct Provider {
    running: Program,
    _folder: TempDir,
}

impl Provider {
    /// Ends it at once.
    pub fn kill(&mut self) {
        self.running.kill();
    }
}

/// What somebody's browser has of a provider: its cookies.
#[derive(Debug)]
pub struct AtProvider(reqwest::Client);

impl AtProvider {
    /// Somebody whom the provider does not know yet; `authority` is known to their browser.
    pub fn new(authority: Option<&[u8]>) -> Self {
        let mut client = reqwest::Client::builder()
            .cookie_provider(Arc::new(Jar::default()))
            .redirect(Policy::none());
        if let Some(pem) = authority {
            let authority = Certificate::from_pem(pem).expect("an authority");
            client = client.tls_certs_only([authority]);
        }
        Self(client.build().expect("an HTTP client"))
    }

    /// Goes to an address of the provider and signs in there by that ID, or refuses to without one; says where it sends
    /// the browser.
    pub async fn sign_in(&self, address: &str, id: Option<&str>) -> Url {
        let mut here: Url = address.parse().expect("an address");
        let origin = here.origin();
        // There, to the page that asks, and back by the provider.
        for _ in 0..6 {
            let answer = if here.path().starts_with("/interaction/") {
                let field = match id {
                    Some(id) => [("id", id)],
                    None => [("refuse", "yes")],
                };
                self.0.post(here.clone()).form(&field).send().await
            } else {
                self.0.get(here.clone()).send().await
            };
            here = leads_to(answer.expect("an answer of the provider")).await;
            if here.origin() != origin {
                return here;
            }
        }
        panic!("the provider sends nobody back, but to {here}");
    }
}

async fn leads_to(answer: Response) -> Url {
    let here = answer.url().clone();
    let to = answer.headers().get(LOCATION).cloned();
    let Some(to) = to else {
        let said = answer.text().await.unwrap_or_default();
        panic!("the provider leads nowhere from {here}: {said}");
    };
    let to = to.to_str().expect("an address");
    here.join(to).expect("an address")
}
