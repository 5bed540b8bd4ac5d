//! A client that behaves like a browser without scripts: it keeps cookies, and sends forms as the page has them.

use std::sync::Arc;

use reqwest::cookie::Jar;
use reqwest::header::{ACCEPT_LANGUAGE, CONTENT_TYPE, HeaderMap, HeaderValue};
use reqwest::multipart;
use reqwest::redirect::Policy;
use reqwest::{Method, RequestBuilder};

use crate::accounts::Account;
use crate::page::{Encoding, Form, Page, Value};

/// Somebody at a hall's door, with a cookie jar of their own. Redirections are not followed unless it says so.
#[derive(Clone, Debug)]
pub struct Client {
    base: String,
    http: reqwest::Client,
    token: Option<String>,
    /// The language asked for in place of the browser's own.
    lang: Option<&'static str>,
}

impl Client {
    /// A visitor of the pages at that address, who reads Japanese.
    pub fn new(base: &str) -> Self {
        Self::reading(base, "ja")
    }

    /// A visitor whose browser asks for pages in that language.
    pub fn reading(base: &str, lang: &str) -> Self {
        let lang = HeaderValue::from_str(lang).expect("the tag of a language");
        let http = reqwest::Client::builder()
            .cookie_provider(Arc::new(Jar::default()))
            .redirect(Policy::none())
            .default_headers(HeaderMap::from_iter([(ACCEPT_LANGUAGE, lang)]))
            .build()
            .expect("an HTTP client");
        Self {
            base: base.to_owned(),
            http,
            token: None,
            lang: None,
        }
    }

    /// The same without cookies, showing an API token instead.
    #[must_use]
    pub fn with_token(&self, token: &str) -> Self {
        Self {
            token: Some(token.to_owned()),
            ..Self::new(&self.base)
        }
    }

    /// The same person, whose browser asks for pages in another language.
    #[must_use]
    pub fn in_language(&self, lang: &'static str) -> Self {
        Self {
            lang: Some(lang),
            ..self.clone()
        }
    }

    /// The same at another server.
    #[must_use]
    pub fn at(&self, base: &str) -> Self {
        Self {
            base: base.to_owned(),
            ..self.clone()
        }
    }

    /// A request to be filled in further; [`Client::send`] sends it.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.http.request(method, format!("{}{path}", self.base));
        let request = match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        };
        match self.lang {
            Some(lang) => request.header(ACCEPT_LANGUAGE, lang),
            None => request,
        }
    }

    /// Sends a request and reads the whole answer; of a stream of events, its beginning alone.
    ///
    /// # Panics
    /// Where there is no answer.
    pub async fn send(&self, request: RequestBuilder) -> Page {
        self.try_send(request)
            .await
            .unwrap_or_else(|error| panic!("no answer: {error:?}"))
    }

    /// The same, of a server that may go away before the answer is whole.
    pub async fn try_send(&self, request: RequestBuilder) -> reqwest::Result<Page> {
        let answer = request.send().await?;
        let address = answer.url();
        let path = match address.query() {
            Some(query) => format!("{}?{query}", address.path()),
            None => address.path().to_owned(),
        };
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        // A stream of events has no end to wait for.
        let is_stream = headers
            .get(CONTENT_TYPE)
            .is_some_and(|kind| kind == "text/event-stream");
        let body = if is_stream {
            String::new()
        } else {
            String::from_utf8_lossy(&answer.bytes().await?).into_owned()
        };
        Ok(Page {
            path,
            status,
            headers,
            body,
        })
    }

    /// The page at that path. One on which something new begins sends on to itself, with a key: that is gone on to.
    pub async fn get(&self, path: &str) -> Page {
        let page = self.send(self.request(Method::GET, path)).await;
        let keyed = |to: &String| without_query(to) == without_query(path) && to.contains("once=");
        match page.location().filter(keyed) {
            Some(own) => self.send(self.request(Method::GET, &own)).await,
            None => page,
        }
    }

    /// The page at that path, or the one that it sends on to.
    pub async fn visit(&self, path: &str) -> Page {
        let page = self.get(path).await;
        self.followed(page).await
    }

    /// Sends a form of a page; the answer to one that was accepted is usually a redirection.
    pub async fn submit(&self, form: Form) -> Page {
        self.send(self.filled(form)).await
    }

    /// The request by which a browser sends a form.
    pub fn filled(&self, form: Form) -> RequestBuilder {
        let request = self.request(form.method.clone(), &form.action);
        let request = match form.encoding {
            Encoding::Urlencoded if form.method == Method::GET => {
                self.request(Method::GET, &form.address())
            }
            Encoding::Urlencoded => request.form(&form.texts()),
            Encoding::Multipart => {
                let parts = form.fields.into_iter();
                let parts =
                    parts.fold(multipart::Form::new(), |parts, (name, value)| match value {
                        Value::Text(text) => parts.text(name, text),
                        Value::File { name: file, bytes } => {
                            parts.part(name, multipart::Part::bytes(bytes).file_name(file))
                        }
                    });
                request.multipart(parts)
            }
        };
        // Browsers say where a form comes from, and the guard against forged ones may look at it.
        request.header("Origin", &self.base)
    }

    /// Sends a form, and goes on to the page that it leads to.
    pub async fn submit_and_follow(&self, form: Form) -> Page {
        let page = self.submit(form).await;
        self.followed(page).await
    }

    /// Goes on from a page as long as it is a redirection.
    ///
    /// # Panics
    /// Where that leads in a circle.
    pub async fn followed(&self, mut page: Page) -> Page {
        let mut steps = 0;
        while let Some(next) = page.location() {
            assert!(steps < 10, "{} redirects without end", page.path);
            steps += 1;
            page = self.get(&next).await;
        }
        page
    }

    /// Signs in by the page for it.
    ///
    /// # Panics
    /// Where that does not lead to another page.
    pub async fn sign_in(&self, account: &Account) {
        let page = self.try_sign_in(&account.id, &account.password).await;
        assert_eq!(page.status, 303, "{} signs in: {page:?}", account.id);
    }

    /// Tries to sign in, and returns the answer.
    pub async fn try_sign_in(&self, id: &str, password: &str) -> Page {
        let form = self.get("/sign-in").await.form("/sign-in");
        let form = form.with("id", id).with("password", password);
        self.submit(form).await
    }

    /// The token of the session, as every page's forms carry it.
    ///
    /// # Panics
    /// Where nobody is signed in.
    pub async fn csrf(&self) -> String {
        let page = self.visit("/").await;
        let tokens = page.attributes("input[name=csrf]", "value");
        let token = tokens.into_iter().find(|token| !token.is_empty());
        token.unwrap_or_else(|| panic!("no form with a token: {page:?}"))
    }

    /// An answer of the JSON API to a request with a body.
    pub async fn json(&self, method: Method, path: &str, body: &serde_json::Value) -> Page {
        let request = self.request(method, path).json(body);
        self.send(request.header("Origin", &self.base)).await
    }

    /// Makes an API token with these scopes, for as long as may be, by the password of whoever is signed in, and returns
    /// its text.
    ///
    /// # Panics
    /// Where it is refused.
    pub async fn token(&self, password: &str, scopes: &[&str]) -> String {
        let longest = self.get("/account/tokens").await;
        let longest = longest.attributes("[name=ends_on]", "max");
        let wanted = serde_json::json!({
            "name": "a program",
            "scopes": scopes,
            "ends_on": longest[0],
            "password": password,
        });
        let request = self
            .request(Method::POST, "/api/v1/me/tokens")
            .json(&wanted);
        let request = request.header("X-CSRF-Token", self.csrf().await);
        let made = self.send(request).await;
        assert_eq!(made.status, 201, "a token: {made:?}");
        let token = made.json()["token"].as_str().map(str::to_owned);
        token.expect("the text of a token")
    }
}

fn without_query(path: &str) -> &str {
    path.split('?').next().unwrap_or_default()
}
