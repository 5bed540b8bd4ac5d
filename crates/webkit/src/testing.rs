//! For the tests of web crates: a site, asked as browsers and programs ask, in which everybody is signed in.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "a test stops where what it rests on fails"
)]

use std::sync::Arc;

use async_trait::async_trait;
use futures_util::future::BoxFuture;
use poem::Endpoint;
use poem::http::{StatusCode, header};
use poem::test::{TestClient, TestRequestBuilder};
use serde_json::Value;
use uuid::Uuid;
use yakusho_kernel::{Cx, Fault, Scope, Standing, Via};
use yakusho_regulation::Lang;

use crate::{Announced, App, Authenticator, Maintenance, SignedIn};

/// The token of every session.
const CSRF: &str = "token";

/// Somebody as they stand today, with their name and post.
pub type Person = (Standing, String, String);

/// Everyone's sessions have a key of theirs as secret: `clerk`; `clerk/en` reads English. Their tokens are `read:clerk`
/// and `write:clerk`.
pub struct Keys {
    find: Box<dyn Fn(String) -> BoxFuture<'static, Person> + Send + Sync>,
    functions: Vec<&'static str>,
}

impl Keys {
    /// The people whom `find` gives by their keys, with those functions switched on.
    pub fn of<F: Future<Output = Person> + Send + 'static>(
        functions: impl IntoIterator<Item = &'static str>,
        find: impl Fn(String) -> F + Send + Sync + 'static,
    ) -> Arc<Self> {
        Arc::new(Self {
            find: Box::new(move |key| Box::pin(find(key))),
            functions: functions.into_iter().collect(),
        })
    }

    async fn find(&self, key: &str) -> SignedIn {
        let (key, lang) = key.split_once('/').unwrap_or((key, "ja"));
        let (standing, display_name, post) = (self.find)(key.to_owned()).await;
        SignedIn {
            standing: Arc::new(standing),
            display_name,
            post,
            acting_for: None,
            csrf: CSRF.to_owned(),
            lang: lang.parse().ok(),
            session: Some(Uuid::from_u128(1)),
            new_secret: None,
            must: None,
            functions: self.functions.clone(),
            stopped: Vec::new(),
            maintenance: Maintenance::default(),
        }
    }
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Keys").field(&self.functions).finish()
    }
}

#[async_trait]
impl Authenticator for Keys {
    async fn by_session(&self, _: &Cx, secret: &str) -> Result<Option<SignedIn>, Fault> {
        Ok(Some(self.find(secret).await))
    }

    async fn by_token(&self, _: &Cx, token: &str) -> Result<Option<SignedIn>, Fault> {
        let Some((scope, key)) = token.split_once(':') else {
            return Ok(None);
        };
        let mut me = self.find(key).await;
        let scopes = match scope {
            "read" => vec![Scope::Read],
            _ => vec![Scope::Read, Scope::Write],
        };
        Arc::make_mut(&mut me.standing).via = Via::Token(scopes);
        Ok(Some(SignedIn {
            csrf: String::new(),
            session: None,
            ..me
        }))
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

/// Browsers and programs before a site.
pub struct Client {
    /// For what is asked in no usual way.
    pub client: TestClient<App>,
}

impl std::fmt::Debug for Client {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Client")
    }
}

impl Client {
    /// Before that site, whose sessions are [`Keys`].
    pub fn of(app: App) -> Self {
        let client = TestClient::new(app);
        Self { client }
    }

    /// Asks for a page as the person of that key. One on which something new begins sends on to itself, with a key: that
    /// is gone on to.
    pub async fn get(&self, who: &str, path: &str) -> Told {
        let told = Told::of(session(self.client.get(path), who)).await;
        let without_query = |path: &str| path.split('?').next().map(str::to_owned);
        match &told.location {
            Some(own) if without_query(own) == without_query(path) && own.contains("once=") => {
                Told::of(session(self.client.get(own), who)).await
            }
            _ => told,
        }
    }

    /// Sends a form as the person of that key.
    pub async fn post(&self, who: &str, path: &str, fields: &[(&str, &str)]) -> Told {
        let mut body = form_urlencoded::Serializer::new(String::new());
        body.append_pair("csrf", CSRF).extend_pairs(fields);
        let request = session(self.client.post(path), who)
            .content_type("application/x-www-form-urlencoded")
            .body(body.finish());
        Told::of(request).await
    }

    /// Sends a form with files, each with its field, name and content, as the person of that key.
    pub async fn upload(
        &self,
        who: &str,
        path: &str,
        fields: &[(&str, &str)],
        files: &[(&str, &str, &[u8])],
    ) -> Told {
        let mut body = Vec::new();
        let mut part = |head: String, content: &[u8]| {
            let head = format!("--part\r\nContent-Disposition: form-data; {head}\r\n\r\n");
            body.extend_from_slice(&[head.as_bytes(), content, b"\r\n"].concat());
        };
        part("name=\"csrf\"".to_owned(), CSRF.as_bytes());
        for (name, value) in fields {
            part(format!("name=\"{name}\""), value.as_bytes());
        }
        for (field, name, content) in files {
            part(format!("name=\"{field}\"; filename=\"{name}\""), content);
        }
        body.extend_from_slice(b"--part--\r\n");
        let request = session(self.client.post(path), who)
            .content_type("multipart/form-data; boundary=part")
            .body(body);
        Told::of(request).await
    }

    /// Asks the JSON API with a token: the status, and what is answered.
    pub async fn ask(
        &self,
        token: &str,
        method: &str,
        path: &str,
        body: Option<Value>,
    ) -> (u16, Value) {
        let method = method.parse().expect("a method");
        let mut request = self.client.request(method, format!("/api/v1{path}"));
        request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        if let Some(body) = body {
            request = request
                .content_type("application/json")
                .body(body.to_string());
        }
        let told = Told::of(request).await;
        let value = serde_json::from_str(&told.text).unwrap_or_default();
        (told.status.as_u16(), value)
    }
}

/// With the cookie of that person's session.
fn session<'r, E>(request: TestRequestBuilder<'r, E>, who: &str) -> TestRequestBuilder<'r, E> {
    request.header(header::COOKIE, format!("session={who}"))
}

/// The JSON of an answer to [`Client::ask`], which has that status.
#[track_caller]
pub fn told((status, value): (u16, Value), expected: u16) -> Value {
    assert_eq!(status, expected, "{value}");
    value
}

/// An answer.
pub struct Told {
    /// Its status.
    pub status: StatusCode,
    /// Where it sends the browser.
    pub location: Option<String>,
    /// How a file is to be kept.
    pub disposition: Option<String>,
    /// What it says.
    pub text: String,
}

/// What it says, without what surrounds every page.
impl std::fmt::Debug for Told {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let main = self
            .text
            .split_once("<main")
            .map_or(&*self.text, |(_, main)| main);
        write!(f, "{} {:?}: {main}", self.status, self.location)
    }
}

impl Told {
    /// The answer to a request.
    pub async fn of<E: Endpoint>(request: TestRequestBuilder<'_, E>) -> Self {
        let answer = request.send().await.0;
        let head = |name: header::HeaderName| answer.header(name).map(str::to_owned);
        Self {
            status: answer.status(),
            location: head(header::LOCATION),
            disposition: head(header::CONTENT_DISPOSITION),
            text: {
                let bytes = answer.into_body().into_bytes().await.expect("the answer");
                String::from_utf8_lossy(&bytes).into_owned()
            },
        }
    }

    /// That it is a page, and says all of this.
    #[track_caller]
    pub fn says(&self, words: &[&str]) -> &Self {
        assert_eq!(self.status, StatusCode::OK, "{self:?}");
        self.holds(words)
    }

    /// That it has this status, and says all of this.
    #[track_caller]
    pub fn is(&self, status: u16, words: &[&str]) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{self:?}");
        self.holds(words)
    }

    #[track_caller]
    fn holds(&self, words: &[&str]) -> &Self {
        for word in words {
            assert!(self.text.contains(word), "without {word:?}: {self:?}");
        }
        self
    }

    /// That it does not say any of this.
    #[track_caller]
    pub fn hides(&self, words: &[&str]) -> &Self {
        for word in words {
            assert!(!self.text.contains(word), "with {word:?}: {self:?}");
        }
        self
    }

    /// That it sends the browser on; where to.
    #[track_caller]
    pub fn leads(&self) -> &str {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{self:?}");
        self.location.as_deref().expect("where it leads")
    }

    /// The value of a hidden field on the page.
    #[track_caller]
    pub fn hidden(&self, name: &str) -> String {
        let mark = format!("name=\"{name}\" value=\"");
        let Some((_, rest)) = self.text.split_once(&mark) else {
            panic!("no field {name:?}: {self:?}");
        };
        rest.split('"').next().unwrap_or_default().to_owned()
    }
}
