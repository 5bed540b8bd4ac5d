//! A real browser: Chromium, without a screen, driven as a person would drive it.

mod axe;
mod driver;
mod hand;
mod shell;

use std::env;
use std::fs;
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use tempfile::TempDir;

use crate::hall::Hall;
use crate::program;
use driver::Driver;

pub use axe::Violation;

/// How long something may take to appear.
const PATIENCE: Duration = Duration::from_mins(1);

/// How somebody uses a browser.
#[derive(Clone, Copy, Debug)]
pub struct Window {
    /// Pixels from left to right.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
    /// The tag of the language that it asks for.
    pub lang: &'static str,
    /// Whether scripts run.
    pub scripts: bool,
    /// Whether the keyboard alone is used, and no pointer.
    pub keyboard: bool,
}

impl Window {
    /// As wide as a screen on a desk.
    pub const WIDE: Self = Self {
        width: 1280,
        height: 900,
        lang: "ja",
        scripts: true,
        keyboard: false,
    };

    /// As narrow as a phone.
    pub const NARROW: Self = Self {
        width: 375,
        height: 812,
        ..Self::WIDE
    };

    /// The same, with scripts switched off.
    #[must_use]
    pub const fn without_scripts(self) -> Self {
        Self {
            scripts: false,
            ..self
        }
    }

    /// The same, by somebody who uses the keyboard alone.
    #[must_use]
    pub const fn by_keyboard(self) -> Self {
        Self {
            keyboard: true,
            ..self
        }
    }

    /// The same, asking for pages in that language.
    #[must_use]
    pub const fn reading(self, lang: &'static str) -> Self {
        Self { lang, ..self }
    }
}

/// A browser at a hall's pages. It closes when this is dropped; where the test is failing by then, it leaves a picture of
/// what it shows in `target/screenshots`.
#[derive(Debug)]
pub struct Browser {
    base: String,
    client: Client,
    window: Window,
    driver: Driver,
    _profile: TempDir,
}

/// The program or file that a variable names.
fn named(variable: &str) -> String {
    env::var(variable).unwrap_or_else(|_| {
        panic!(
            "{variable} is not set: run the tests by `cargo xtask test`, which finds what they need"
        )
    })
}

impl Browser {
    /// Opens a window.
    pub async fn start(hall: &Hall, window: Window) -> Self {
        Self::at(&hall.url, window).await
    }

    /// Opens a window for the pages at that address.
    pub async fn at(base: &str, window: Window) -> Self {
        let profile = tempfile::tempdir().expect("a folder for the browser's profile");
        let Window {
            lang,
            width,
            height,
            ..
        } = window;
        let mut driver = Driver::start(profile.path()).await;
        let options = json!({
            "binary": named("YAKUSHO_CHROMIUM"),
            "args": [
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                format!("--window-size={width},{height}"),
                format!("--user-data-dir={}", profile.path().join("profile").display()),
            ],
            "prefs": {
                "intl.accept_languages": lang,
                // 1 lets scripts run, 2 does not.
                "profile.managed_default_content_settings.javascript": if window.scripts { 1 } else { 2 },
            },
        });
        let wanted = [("goog:chromeOptions".to_owned(), options)];
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(wanted.into_iter().collect())
            .connect(&driver.url)
            .await
            .unwrap_or_else(|error| panic!("no browser: {error}"));
        let session = client.session_id().await.expect("a session of the browser");
        driver.session = session.expect("a session of the browser");
        let browser = Self {
            base: base.to_owned(),
            client,
            window,
            driver,
            _profile: profile,
        };
        browser.resize(width, height).await;
        browser
    }

    /// Makes the window show pages at that size, as if on a screen of that size.
    pub async fn resize(&self, width: u32, height: u32) {
        let metrics = json!({
            "cmd": "Emulation.setDeviceMetricsOverride",
            "params": { "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false },
        });
        self.driver.post("goog/cdp/execute", &metrics).await;
    }

    /// Goes to the page at that path.
    pub async fn open(&self, path: &str) {
        let address = format!("{}{path}", self.base);
        let there = self.client.goto(&address).await;
        there.unwrap_or_else(|error| panic!("{path}: {error}"));
    }

    /// Path and query of the page.
    pub async fn path(&self) -> String {
        let address = self.client.current_url().await.expect("the page's address");
        match address.query() {
            Some(query) => format!("{}?{query}", address.path()),
            None => address.path().to_owned(),
        }
    }

    /// Loads the page once more.
    pub async fn reload(&self) {
        self.client.refresh().await.expect("the page once more");
    }

    /// The tag of the page's language.
    pub async fn lang(&self) -> String {
        let page = self.found(Locator::Css("html")).await;
        let lang = page.attr("lang").await.expect("the page's language");
        lang.unwrap_or_default()
    }

    /// Whether the CSS selector chooses anything.
    pub async fn has(&self, css: &str) -> bool {
        let all = self.client.find_all(Locator::Css(css)).await;
        !all.expect("the page's elements").is_empty()
    }

    /// The words in sight.
    pub async fn text(&self) -> String {
        let since = Instant::now();
        loop {
            let words = match self.client.find(Locator::Css("body")).await {
                Ok(body) => body.text().await,
                Err(error) => Err(error),
            };
            match words {
                Ok(words) => return words,
                // The page went away in between, which the driver tells in many ways: another one comes.
                Err(_) if since.elapsed() < PATIENCE => {}
                Err(error) => panic!("the words of the page: {error}"),
            }
        }
    }

    /// Whether these words are in sight now.
    pub async fn shows(&self, words: &str) -> bool {
        self.text().await.contains(words)
    }

    /// Waits until these words are in sight.
    ///
    /// # Panics
    /// Where they do not come.
    pub async fn sees(&self, words: &str) {
        let since = Instant::now();
        while !self.shows(words).await {
            assert!(
                since.elapsed() < PATIENCE,
                "{words:?} does not appear on {}:\n{}",
                self.path().await,
                self.text().await
            );
            tokio::time::sleep(program::POLL).await;
        }
    }

    /// The attribute of the first element that the CSS selector chooses; empty where it has none.
    pub async fn attribute(&self, css: &str, name: &str) -> String {
        let element = self.found(Locator::Css(css)).await;
        let value = element.attr(name).await.expect("an attribute");
        value.unwrap_or_default()
    }

    /// The words of each element that the CSS selector chooses.
    pub async fn texts(&self, css: &str) -> Vec<String> {
        let all = self.client.find_all(Locator::Css(css)).await;
        let mut texts = Vec::new();
        for element in all.expect("the page's elements") {
            texts.push(element.text().await.expect("an element's words"));
        }
        texts
    }

    /// The number of pixels by which the page is wider than the window.
    pub async fn overflow(&self) -> i64 {
        let script =
            "const root = document.documentElement; return root.scrollWidth - root.clientWidth;";
        let answer = self.client.execute(script, Vec::new()).await;
        answer
            .expect("the page's measures")
            .as_i64()
            .expect("a number of pixels")
    }

    /// Leaves a picture of the window in `target/screenshots`.
    pub async fn picture(&self, name: &str) {
        let picture = self
            .client
            .screenshot()
            .await
            .expect("a picture of the page");
        let file = program::target("screenshots").join(format!("{name}.png"));
        fs::write(&file, picture).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    }

    async fn found(&self, what: Locator<'_>) -> Element {
        let found = self.client.wait().at_most(PATIENCE).for_element(what).await;
        match found {
            Ok(element) => element,
            Err(error) => panic!(
                "{what:?} on {}: {error}\n{}",
                self.path().await,
                self.text().await
            ),
        }
    }
}
