//! The program that drives a browser.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use data_encoding::BASE64;
use serde_json::Value;

use super::named;
use crate::program::{self, Program};

/// How long the driver may take to start.
const PATIENCE: Duration = Duration::from_secs(30);

/// A driver of its own for each browser, on a port that it chose.
#[derive(Debug)]
pub(super) struct Driver {
    /// Where it answers.
    pub(super) url: String,
    /// The session of the browser that it drives; empty until there is one.
    pub(super) session: String,
    _program: Program,
}

impl Driver {
    /// The browsers that it starts speak English themselves, which says in what order their fields ask for days; pages
    /// are asked for in any language.
    pub(super) async fn start(folder: &Path) -> Self {
        let mut command = Command::new(named("YAKUSHO_CHROMEDRIVER"));
        command.args(["--port=0", "--log-level=WARNING"]);
        command.env("LANGUAGE", "en");
        let program = Program::start(command, &folder.join("chromedriver.log"));
        let since = Instant::now();
        let port = loop {
            if let Some(port) = port(&program.log()) {
                break port;
            }
            assert!(
                since.elapsed() < PATIENCE,
                "the browser's driver does not start"
            );
            tokio::time::sleep(program::POLL).await;
        };
        Self {
            url: format!("http://127.0.0.1:{port}"),
            session: String::new(),
            _program: program,
        }
    }

    /// Gives the browser a command, and returns what comes of it.
    pub(super) async fn post(&self, command: &str, body: &Value) -> Value {
        let request = reqwest::Client::new()
            .post(self.address(command))
            .json(body);
        answer(request)
            .await
            .unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    fn address(&self, command: &str) -> String {
        format!("{}/session/{}/{command}", self.url, self.session)
    }

    /// Leaves a picture of what the browser shows, and closes it.
    async fn close(url: String, picture: Option<String>) -> reqwest::Result<()> {
        let client = reqwest::Client::new();
        if let Some(name) = picture {
            let shown = answer(client.get(format!("{url}/screenshot"))).await?;
            let shown = BASE64.decode(shown.as_str().unwrap_or_default().as_bytes());
            let file = program::target("screenshots").join(name);
            // The test has failed already; it fails no more for want of a picture.
            let _ = shown.map(|shown| fs::write(file, shown));
        }
        client.delete(url).send().await?;
        Ok(())
    }
}

async fn answer(request: reqwest::RequestBuilder) -> reqwest::Result<Value> {
    let answer: Value = request.send().await?.error_for_status()?.json().await?;
    Ok(answer["value"].clone())
}

/// The port on which the driver says that it answers.
fn port(log: &str) -> Option<u16> {
    let (_, rest) = log.split_once("started successfully on port ")?;
    let (port, _) = rest.split_once('.')?;
    port.parse().ok()
}

impl Drop for Driver {
    fn drop(&mut self) {
        if self.session.is_empty() {
            return;
        }
        let url = format!("{}/session/{}", self.url, self.session);
        let test = thread::current()
            .name()
            .unwrap_or("test")
            .replace("::", "-");
        let picture = thread::panicking().then(|| format!("failed-{test}.png"));
        // A test ends outside of its runtime; a browser that is not closed outlives its driver.
        let closing = thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build();
            if let Ok(runtime) = runtime {
                // What does not close by itself is ended with the machine's session.
                let _ = runtime.block_on(Self::close(url, picture));
            }
        });
        let _ = closing.join();
    }
}
